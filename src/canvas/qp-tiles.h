/* qp-tiles.h: a plan kept as square pictures that a worker paints
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "interact/qp-viewport.h"
#include "render/qp-paint-plan.h"

G_BEGIN_DECLS

#define QP_TILE_PX 512                   /* device pixels */
#define QP_TILES_BYTES ((gsize) 64 << 20) /* kept at least, even when few are in view */

/**
 * QpTiles:
 *
 * Pictures of a plan at the scales that were looked at lately. Asking for a view gives at once what there is, and has
 * the rest painted in a thread with a scene of its own. Belongs to the main thread.
 */
typedef struct _QpTiles QpTiles;

/**
 * QpTileFunc:
 * @surface: a picture
 * @px: where it goes, pixels of the view
 * @exact: whether one pixel of it is one device pixel
 * @data: as given
 *
 * Paints one picture; called from below to above.
 */
typedef void (*QpTileFunc) (cairo_surface_t *surface, QpBox px, gboolean exact, gpointer data);

QpTiles *qp_tiles_new (QpPlanLayers *layers, void (*arrived) (gpointer), gpointer data);
void qp_tiles_free (QpTiles *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QpTiles, qp_tiles_free)

void qp_tiles_set_style (QpTiles *self, const QpPlanStyle *style);
void qp_tiles_set_scene (QpTiles *self, QpScene *scene, const GArray *dirty);
gboolean qp_tiles_show (QpTiles *self, const QpViewport *viewport, QpPaintParts parts, gboolean resting, QpTileFunc func,
                        gpointer data);
gboolean qp_tiles_is_idle (QpTiles *self);

G_END_DECLS
