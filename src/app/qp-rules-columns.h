/* qp-rules-columns.h: the columns of the table of verdicts
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/qp-verdict-model.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  QP_RULES_VERDICT,
  QP_RULES_SCREEN,
  QP_RULES_RULE,
  QP_RULES_MEASURED,
  QP_RULES_REQUIRED,
  QP_RULES_REMARK,
  QP_RULES_SET,
  QP_RULES_SOURCE,
  QP_N_RULES_COLUMNS,
} QpRulesColumn;

char *qp_rules_cell_text (QpProjectSession *session, QpVerdictRow *row, QpRulesColumn column);
const QpRuleVerdict *qp_rules_verdict_of (QpProjectSession *session, QpVerdictRow *row);
const char *qp_rules_outcome_icon (const QpRuleVerdict *verdict);
const char *qp_rules_outcome_css (const QpRuleVerdict *verdict);

void qp_rules_columns_add (GtkColumnView *table, QpProjectSession **session);
gboolean qp_rules_columns_order (GtkColumnView *table, QpVerdictOrder *order, gboolean *descending);

G_END_DECLS
