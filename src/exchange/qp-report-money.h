/* qp-report-money.h: the tables of money in the report, before they are laid out
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-alternative.h"
#include "render/qp-page-table.h"

G_BEGIN_DECLS

/* columns of the budget line by line */
typedef enum
{
  QP_BUDGET_NUMBER,
  QP_BUDGET_ITEM,
  QP_BUDGET_SPECIFICATION,
  QP_BUDGET_QUANTITY,
  QP_BUDGET_UNIT,
  QP_BUDGET_LOW,
  QP_BUDGET_LIKELY,
  QP_BUDGET_HIGH,
  QP_BUDGET_AMOUNT,
  QP_BUDGET_TAX,
  QP_BUDGET_WITH_TAX,
  QP_BUDGET_FUNDING,
  QP_BUDGET_REMARK,
  QP_N_BUDGET_COLUMNS,
} QpBudgetColumn;

/* qp-report-budget.c */
QpPageTable *qp_report_sums_table (const QpBudget *budget, const char *currency);
QpPageTable *qp_report_first_cost_table (const QpBudget *budget, GPtrArray *sources);
QpPageTable *qp_report_yearly_table (const QpBudget *budget, GPtrArray *sources);
QpPageTable *qp_report_funding_table (const QpBudget *budget);

/* qp-report-years.c */
gboolean qp_report_has_income (const QpYears *years);
QpPageTable *qp_report_figures_table (const QpYears *years, const QpNode *root, const char *currency);
QpPageTable *qp_report_years_table (const QpYears *years);
QpPageTable *qp_report_tariffs_table (const QpDayLoad *load, const char *currency);

/* qp-report-variants.c */
QpPageTable *qp_report_changes_table (const GPtrArray *variants);
QpPageTable *qp_report_variants_table (const GPtrArray *variants, guint from, const char *currency);

G_END_DECLS
