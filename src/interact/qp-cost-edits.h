/* qp-cost-edits.h: typing over the computed lines of a budget, and keeping variants of a project
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-budget.h"
#include "model/qp-edit.h"

G_BEGIN_DECLS

const QpCost *qp_cost_own_line (const QpBudgetRow *row);
gboolean qp_cost_can_type (const QpBudgetRow *row, const char *field);
GPtrArray *qp_cost_edits_type (const QpBudgetRow *row, const char *field, const char *text, const char *today);
GPtrArray *qp_cost_edits_reset (const QpBudgetRow *row);

GPtrArray *qp_alternative_edits_keep (const QpNode *saved, const QpNode *root, const char *name, guint *n_left_out);
GPtrArray *qp_alternative_edits_apply (const QpNode *root, const QpNode *alternative);

G_END_DECLS
