/* qp-advice-chart.h: the chart of an advice on a pitch as a file
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "exchange/qp-drawing.h"
#include "render/qp-paint-advisor.h"

G_BEGIN_DECLS

GBytes *qp_advice_chart_to_bytes (const QpAdvice *advice, QpDrawingFormat format, QpTheme theme, GError **error);

G_END_DECLS
