/* qp-budget-file.h: the budget of a project as a table and as a spreadsheet
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-risk.h"

G_BEGIN_DECLS

GBytes *qp_budget_to_csv (const QpBudget *self, const QpNode *root, gboolean with_bom);

GBytes *qp_budget_to_xlsx (const QpBudget *self, const QpYears *years, const QpNode *root, const char *today, GError **error);

G_END_DECLS
