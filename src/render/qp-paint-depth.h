/* qp-paint-depth.h: the design eye point of a screen on the plan: sight lines and the sweet spot
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-depth.h"
#include "interact/qp-viewport.h"
#include "render/qp-style.h"

G_BEGIN_DECLS

/**
 * QpDepthView:
 * @depth: the picture with depth
 * @has_zones: whether @good and @limit are known
 * @good: where the picture is good
 * @limit: where it is acceptable
 *
 * The picture with depth of one screen, ready to be painted.
 */
typedef struct
{
  QpDepth depth;
  gboolean has_zones;
  QpDepthZone good;
  QpDepthZone limit;
} QpDepthView;

gboolean qp_depth_view_init (QpDepthView *self, const QpScreen *screen, const QpCatalogue *catalogue);
void qp_depth_view_clear (QpDepthView *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QpDepthView, qp_depth_view_clear)
QpBox qp_depth_view_box (const QpDepthView *self);
void qp_paint_depth (cairo_t *cr, const QpViewport *viewport, const QpDepthView *view, const QpPlanStyle *style);

G_END_DECLS
