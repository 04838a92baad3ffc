/* qp-cost-page.h: the budget of the project: lines, sums, and who pays
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/qp-cost-details.h"
#include "app/qp-figures-page.h"

G_BEGIN_DECLS

#define QP_TYPE_COST_PAGE (qp_cost_page_get_type ())
G_DECLARE_FINAL_TYPE (QpCostPage, qp_cost_page, QP, COST_PAGE, QpFiguresPage)

gboolean qp_cost_page_is_busy (QpCostPage *self);
const QpBudget *qp_cost_page_budget (QpCostPage *self);
char *qp_cost_page_to_tsv (QpCostPage *self);
void qp_cost_page_choose (QpCostPage *self, guint line);
QpCostDetails *qp_cost_page_details (QpCostPage *self);

G_END_DECLS
