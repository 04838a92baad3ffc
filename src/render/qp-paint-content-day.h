/* qp-paint-content-day.h: what a screen plays over a day
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-content.h"
#include "render/qp-style.h"

G_BEGIN_DECLS

double qp_content_day_chart_height (const QpContentDay *day, double width, const QpPlanStyle *style);
void qp_paint_content_day_chart (cairo_t *cr, double x, double y, double width, const char *title, const QpContentDay *day,
                                 const QpPlanStyle *style);

G_END_DECLS
