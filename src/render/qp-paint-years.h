/* qp-paint-years.h: cost and income over the years
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-years.h"
#include "render/qp-style.h"

G_BEGIN_DECLS

double qp_years_chart_height (const QpPlanStyle *style);
void qp_paint_years_chart (cairo_t *cr, double x, double y, double width, double height, const QpYears *years, const char *currency,
                           const QpPlanStyle *style);
char *qp_years_chart_words (const QpYears *years, const char *currency);

G_END_DECLS
