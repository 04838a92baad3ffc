/* qp-tile-worker.h: the thread that paints tiles
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "canvas/qp-tiles.h"

G_BEGIN_DECLS

/**
 * QpTileKey:
 * @scale: pixels per metre of the view it is for
 * @factor: device pixels per pixel
 * @parts: what is painted
 * @x: column, from the plan's origin to the right
 * @y: row, from the plan's origin down
 *
 * Which picture.
 */
typedef struct
{
  double scale;
  double factor;
  QpPaintParts parts;
  int x;
  int y;
} QpTileKey;

/**
 * QpTileState:
 *
 * What tiles are painted from: one version of the plan. Immutable and reference-counted.
 */
typedef struct
{
  gatomicrefcount ref_count;
  guint64 serial;
  QpNode *plan;
  QpCatalogue *catalogue;
  GArray *hidden;    /* QpId */
  GPtrArray *ghosts; /* QpNode: other levels */
  QpId uncropped;    /* the background that is painted as a whole, or none */
  QpPlanStyle style;
} QpTileState;

QpTileState *qp_tile_state_ref (QpTileState *self);
void qp_tile_state_unref (QpTileState *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QpTileState, qp_tile_state_unref)

/**
 * QpTileResult:
 *
 * A painted tile, and the version of the plan that it shows.
 */
typedef struct
{
  QpTileKey key;
  guint64 serial;
  cairo_surface_t *surface;
} QpTileResult;

void qp_tile_result_free (QpTileResult *self);

guint qp_tile_key_hash (gconstpointer key);
gboolean qp_tile_key_equal (gconstpointer a, gconstpointer b);
QpBox qp_tile_box (const QpTileKey *key);

typedef struct _QpTileWorker QpTileWorker;

QpTileWorker *qp_tile_worker_new (QpPlanLayers *layers, void (*done) (gpointer), gpointer data);
void qp_tile_worker_free (QpTileWorker *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QpTileWorker, qp_tile_worker_free)
void qp_tile_worker_ask (QpTileWorker *self, QpTileState *state, GArray *keys);
GPtrArray *qp_tile_worker_take (QpTileWorker *self);
gboolean qp_tile_worker_is_idle (QpTileWorker *self);

G_END_DECLS
