/* qp-scene-private.h: what the files of the scene share
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "interact/qp-grid.h"
#include "interact/qp-plan-visibility.h"

G_BEGIN_DECLS

/* the lines of a background, and where they lie on the plan */
typedef struct
{
  QpSegments *segments;
  QpMatrix to_plan;
  QpMatrix from_plan;
} QpDrawnLines;

/* a decoded background: its scale on the plan, metres per unit, and its size in units */
typedef struct
{
  double scale;
  QpVec size;
} QpShownDrawing;

struct _QpScene
{
  QpNode *plan;
  QpCatalogue *catalogue;
  GHashTable *items;  /* &QpItem.id → QpItem, owned */
  GPtrArray *ordered; /* QpItem, in painting order */
  QpGrid2d *grid;
  GHashTable *hidden;      /* QpId, owned */
  GHashTable *backgrounds; /* QpId, owned → QpBox, owned */
  GHashTable *shown;       /* QpId, owned → QpShownDrawing, owned */
  GHashTable *drawings;    /* QpId, owned → QpDrawnLines, owned */
  GPtrArray *ghosts;       /* QpScene, owned: other levels */
  QpId uncropped; /* the background that is shown as a whole */
  QpBox bounds;
  gboolean bounds_known;
  QpKindMask hidden_layers;
  QpKindMask locked_layers;
  guint32 stamp;
};

void qp_drawn_lines_free (gpointer data);
void qp_screen_ends_of_path (const QpScreen *screen, const QpCatalogue *catalogue, const QpItemPath *path, QpVec *a,
                             QpVec *b, double *depth);
void qp_item_update_shape (QpItem *item, const QpCatalogue *catalogue, const QpBox *background);
int qp_item_compare_pointers (gconstpointer a, gconstpointer b);

G_END_DECLS
