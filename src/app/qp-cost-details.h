/* qp-cost-details.h: one line of a budget: how it is computed, and fields to type over it
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/qp-project-session.h"
#include "engine/qp-budget.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define QP_TYPE_COST_DETAILS (qp_cost_details_get_type ())
G_DECLARE_FINAL_TYPE (QpCostDetails, qp_cost_details, QP, COST_DETAILS, GtkWidget)

void qp_cost_details_show (QpCostDetails *self, QpProjectSession *session, const QpBudget *budget, const QpBudgetRow *row);
gboolean qp_cost_details_type (QpCostDetails *self, const char *field, const char *text);
gboolean qp_cost_details_reset (QpCostDetails *self);

G_END_DECLS
