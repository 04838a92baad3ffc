/* qp-paint-load.h: what screens draw over the hours of a day, by tariff
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-energy.h"
#include "render/qp-style.h"

G_BEGIN_DECLS

double qp_load_chart_height (const QpPlanStyle *style);
void qp_paint_load_chart (cairo_t *cr, double x, double y, double width, double height, const QpDayLoad *load, const char *currency,
                          const QpPlanStyle *style);
char *qp_load_chart_words (const QpDayLoad *load, const char *currency);

G_END_DECLS
