/* qp-plan-drawing-private.h: how a drawing is kept, for building and painting it
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plans/qp-plan-drawing.h"

G_BEGIN_DECLS

/* shapes that share one box, so that a tile looks at few of many */
#define QP_DRAWING_BUNCH 64

/* a box in half the memory, rounded outwards */
typedef struct
{
  float x0;
  float y0;
  float x1;
  float y1;
} QpSmallBox;

typedef struct
{
  QpDrawingLayer layer;
  QpBox box; /* of what is on it */
} QpKeptLayer;

struct _QpPlanDrawing
{
  gatomicrefcount ref_count;
  gboolean finished;
  gboolean full;
  QpVec origin;
  GArray *layers;            /* QpKeptLayer */
  GHashTable *layer_by_name; /* of the names of @layers, to index + 1; only while building */
  GArray *shapes;            /* QpDrawingShape */
  GArray *points;            /* QpVec */
  GArray *texts;             /* QpDrawingText */
  gsize text_bytes;
  QpSmallBox *boxes;   /* of each shape */
  QpSmallBox *bunches; /* of each QP_DRAWING_BUNCH shapes */
  guint n_bunches;
};

QpBox qp_drawing_text_box (const QpDrawingText *text);
gboolean *qp_drawing_shown_layers (const QpPlanDrawing *self, const char *hidden_layers);

static inline gboolean
qp_small_box_touches (const QpSmallBox *box, const QpBox *view)
{
  return box->x0 <= view->x1 && box->x1 >= view->x0 && box->y0 <= view->y1 && box->y1 >= view->y0;
}

G_END_DECLS
