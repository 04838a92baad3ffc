/* qp-canvas-map.h: the map that lies over a plan, kept as a picture while the view moves
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "render/qp-map-overlay.h"

G_BEGIN_DECLS

/**
 * QpCanvasMap:
 *
 * A map, and a picture of the part of it that was painted last. Belongs to the main thread.
 */
typedef struct _QpCanvasMap QpCanvasMap;

QpCanvasMap *qp_canvas_map_new (void);
void qp_canvas_map_free (QpCanvasMap *self);
void qp_canvas_map_set_overlay (QpCanvasMap *self, QpMapOverlay *overlay);
void qp_canvas_map_set_style (QpCanvasMap *self, const QpPlanStyle *style);
gboolean qp_canvas_map_paint (QpCanvasMap *self, cairo_t *cr, const QpViewport *viewport, gboolean zooming);

G_END_DECLS
