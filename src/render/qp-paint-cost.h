/* qp-paint-cost.h: first cost by group, and variants of a project side by side
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-alternative.h"
#include "render/qp-style.h"

G_BEGIN_DECLS

double qp_cost_chart_height (const QpBudget *budget, const QpPlanStyle *style);
void qp_paint_cost_chart (cairo_t *cr, double x, double y, double width, const QpBudget *budget, const char *currency,
                          const QpPlanStyle *style);
char *qp_cost_chart_words (const QpBudget *budget, const char *currency);

double qp_variants_chart_height (const GPtrArray *variants, const QpPlanStyle *style);
void qp_paint_variants_chart (cairo_t *cr, double x, double y, double width, const GPtrArray *variants, const char *currency,
                              const QpPlanStyle *style);
guint qp_variants_chart_count (void);
double qp_variants_charts_height (const GPtrArray *variants, guint from, guint n, const QpPlanStyle *style);
void qp_paint_variants_charts (cairo_t *cr, double x, double y, double width, const GPtrArray *variants, guint from, guint n,
                               const char *currency, const QpPlanStyle *style);
char *qp_variants_chart_words (const GPtrArray *variants, const char *currency);

G_END_DECLS
