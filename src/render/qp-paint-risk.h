/* qp-paint-risk.h: which prices matter most, as a tornado
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-risk.h"
#include "render/qp-style.h"

G_BEGIN_DECLS

double qp_risk_chart_height (const QpRisk *risk, const QpPlanStyle *style);
void qp_paint_risk_chart (cairo_t *cr, double x, double y, double width, const QpRisk *risk, const char *currency, const QpPlanStyle *style);
char *qp_risk_chart_words (const QpRisk *risk, const char *currency);

G_END_DECLS
