/* qp-comparison.h: a screen built of other cabinets: what would be different
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/qp-project-session.h"

G_BEGIN_DECLS

/**
 * QpComparisonRow:
 *
 * One other cabinet: the grid that fits into the size of the screen, and its results.
 */
#define QP_TYPE_COMPARISON_ROW (qp_comparison_row_get_type ())
G_DECLARE_FINAL_TYPE (QpComparisonRow, qp_comparison_row, QP, COMPARISON_ROW, GObject)

GListStore *qp_comparison_new (QpProjectSession *session, QpNode *screen);
QpNode *qp_comparison_row_screen (QpComparisonRow *self);
const QpCabinet *qp_comparison_row_cabinet (QpComparisonRow *self);
const QpEstimate *qp_comparison_row_estimate (QpComparisonRow *self);
gboolean qp_comparison_row_is_current (QpComparisonRow *self);

G_END_DECLS
