/* qp-paint-screen.h: the elevation of a screen: cabinets, sizes, height above ground, a person for scale
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "render/qp-elevation.h"
#include "render/qp-style.h"

G_BEGIN_DECLS

void qp_elevation_size (const QpElevation *self, double px_per_m, const QpPlanStyle *style, double *width,
                        double *height);
void qp_paint_elevation (cairo_t *cr, double width, double height, double px_per_m, const QpElevation *elevation,
                         const QpPlanStyle *style);
void qp_paint_elevation_at (cairo_t *cr, double x, double ground_y, double px_per_m, const QpElevation *elevation,
                            const QpPlanStyle *style);

G_END_DECLS
