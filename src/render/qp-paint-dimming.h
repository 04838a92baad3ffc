/* qp-paint-dimming.h: the luminance of a screen over the light around it, from night to day
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-dimming.h"
#include "render/qp-style.h"

G_BEGIN_DECLS

double qp_dimming_chart_height (const QpPlanStyle *style);
void qp_paint_dimming_chart (cairo_t *cr, double x, double y, double width, double height, const QpDimming *dimming,
                             const QpPlanStyle *style);
char *qp_dimming_chart_words (const QpDimming *dimming);

G_END_DECLS
