/* qp-paint-advisor.h: how many see the pixels of which pitch, and what the pitches cost
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-advisor.h"
#include "render/qp-style.h"

G_BEGIN_DECLS

double qp_advisor_chart_height (const QpPlanStyle *style);
void qp_paint_advisor_chart (cairo_t *cr, double x, double y, double width, double height, const QpAdvice *advice,
                             int chosen, const QpPlanStyle *style);
int qp_advisor_chart_candidate_at (const QpAdvice *advice, double width, double place, const QpPlanStyle *style);

G_END_DECLS
