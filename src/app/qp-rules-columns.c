/* qp-rules-columns.c: the columns of the table of verdicts
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-rules-columns.h"

#include "app/qp-table.h"

static const QpTableColumn columns[QP_N_RULES_COLUMNS] = {
  [QP_RULES_VERDICT] = { .title = N_ ("Verdict"), .sorts = TRUE },
  [QP_RULES_SCREEN] = { .title = N_ ("Screen"), .width = 125, .sorts = TRUE },
  [QP_RULES_RULE] = { .title = N_ ("Rule"), .width = 175, .sorts = TRUE },
  [QP_RULES_MEASURED] = { .title = N_ ("Measured"), .width = 110 },
  [QP_RULES_REQUIRED] = { .title = N_ ("Required"), .width = 150 },
  [QP_RULES_REMARK] = { .title = N_ ("Remark"), .width = 280 },
  [QP_RULES_SET] = { .title = N_ ("Set and binding"), .width = 200 },
  [QP_RULES_SOURCE] = { .title = N_ ("Source"), .width = 300, .expands = TRUE },
};

/**
 * qp_rules_verdict_of:
 * @session: the session
 * @row: a row
 *
 * Returns: (transfer none) (nullable): its verdict in words; %NULL when the screen is there no more
 */
const QpRuleVerdict *
qp_rules_verdict_of (QpProjectSession *session, QpVerdictRow *row)
{
  QpNode *screen = qp_document_find (qp_project_session_document (session), qp_verdict_row_screen (row));
  GPtrArray *verdicts = screen == NULL ? NULL : qp_verdicts_judge (qp_project_session_verdicts (session), screen);
  const guint rule = qp_verdict_row_rule (row);

  return verdicts != NULL && rule < verdicts->len ? g_ptr_array_index (verdicts, rule) : NULL;
}

static char *
required_text (const QpRuleVerdict *verdict)
{
  if (verdict->sure)
    return g_strdup (verdict->required);
  return *verdict->required == '\0' ? g_strdup (_ ("not verified"))
                                    : g_strdup_printf (_ ("%s (not verified)"), verdict->required);
}

static char *
set_text (const QpRuleVerdict *verdict)
{
  if (verdict->rule->binding == QP_UNSET)
    return g_strdup (qp_rules_title (verdict->set));
  return g_strdup_printf ("%s · %s", qp_rules_title (verdict->set), _ (qp_values_binding[verdict->rule->binding].label));
}

static char *
source_text (const QpRule *rule)
{
  if (rule->source == NULL)
    return g_strdup ("");
  return rule->source_date != NULL ? g_strdup_printf ("%s, %s", rule->source, rule->source_date)
                                   : g_strdup_printf (_ ("%s, not dated"), rule->source);
}

/**
 * qp_rules_cell_text:
 * @session: the session
 * @row: a row
 * @column: a column
 *
 * Returns: (transfer full): what stands there
 */
char *
qp_rules_cell_text (QpProjectSession *session, QpVerdictRow *row, QpRulesColumn column)
{
  QpNode *screen = qp_document_find (qp_project_session_document (session), qp_verdict_row_screen (row));
  const QpRuleVerdict *verdict = qp_rules_verdict_of (session, row);

  if (verdict == NULL)
    return g_strdup ("");
  switch (column)
    {
    case QP_RULES_VERDICT:
      return g_strdup (qp_rule_outcome_label (verdict->outcome));
    case QP_RULES_SCREEN:
      return qp_node_display_name (screen);
    case QP_RULES_RULE:
      return g_strdup_printf ("%s (%s)", qp_rule_name (verdict->rule), verdict->rule->key != NULL ? verdict->rule->key : "?");
    case QP_RULES_MEASURED:
      return g_strdup (verdict->measured != NULL ? verdict->measured : _ ("not known"));
    case QP_RULES_REQUIRED:
      return required_text (verdict);
    case QP_RULES_REMARK:
      return g_strdup (verdict->remark != NULL ? verdict->remark : "");
    case QP_RULES_SET:
      return set_text (verdict);
    default:
      return source_text (verdict->rule);
    }
}

/**
 * qp_rules_outcome_icon:
 * @verdict: a verdict
 *
 * Returns: (transfer none): name of the icon that says the same as its word
 */
const char *
qp_rules_outcome_icon (const QpRuleVerdict *verdict)
{
  switch (verdict->outcome)
    {
    case QP_RULE_MEETS:
      return "qp-mark-fine-symbolic";
    case QP_RULE_FAILS:
      return qp_rule_binds (verdict->rule) ? "qp-mark-error-symbolic" : "qp-mark-warning-symbolic";
    case QP_RULE_NOT_KNOWN:
      return "qp-mark-unknown-symbolic";
    default:
      return verdict->outcome == QP_RULE_TOLD ? "dialog-information-symbolic" : "list-remove-symbolic";
    }
}

/**
 * qp_rules_outcome_css:
 * @verdict: a verdict
 *
 * Returns: (transfer none): CSS class of its colour
 */
const char *
qp_rules_outcome_css (const QpRuleVerdict *verdict)
{
  if (verdict->outcome == QP_RULE_MEETS)
    return "success";
  if (verdict->outcome == QP_RULE_FAILS)
    return qp_rule_binds (verdict->rule) ? "error" : "warning";
  return "dim-label";
}

/* --- cells --- */

/* where the session stands */
static QpProjectSession *
session_of (gpointer data)
{
  return *(QpProjectSession **) data;
}

static char *
cell_text (gpointer row, guint column, gpointer data)
{
  return session_of (data) == NULL ? g_strdup ("") : qp_rules_cell_text (session_of (data), row, column);
}

static GtkWidget *
make_chip (guint column, gpointer data)
{
  if (column != QP_RULES_VERDICT)
    return NULL;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  gtk_box_append (GTK_BOX (box), gtk_image_new ());
  gtk_box_append (GTK_BOX (box), gtk_label_new (NULL));
  gtk_widget_set_halign (box, GTK_ALIGN_START);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  return box;
}

static void
show_chip (GtkWidget *box, gpointer row, guint column, gpointer data)
{
  const QpRuleVerdict *verdict = session_of (data) == NULL ? NULL : qp_rules_verdict_of (session_of (data), row);

  if (verdict == NULL)
    return;
  const char *css[] = { "qp-chip", qp_rules_outcome_css (verdict), NULL };
  gtk_image_set_from_icon_name (GTK_IMAGE (gtk_widget_get_first_child (box)), qp_rules_outcome_icon (verdict));
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (box)), qp_rule_outcome_label (verdict->outcome));
  gtk_widget_set_css_classes (box, css);
}

/**
 * qp_rules_columns_order:
 * @table: the table
 * @order: (inout): what it is sorted by
 * @descending: (out): whether the other way round
 *
 * Returns: whether it is sorted by a column
 */
gboolean
qp_rules_columns_order (GtkColumnView *table, QpVerdictOrder *order, gboolean *descending)
{
  gboolean down;
  const int column = qp_table_order (table, &down);

  if (column < 0)
    return FALSE;
  *order = column == QP_RULES_SCREEN ? QP_ORDER_SCREEN : column == QP_RULES_RULE ? QP_ORDER_RULE : QP_ORDER_OUTCOME;
  *descending = down;
  return TRUE;
}

/**
 * qp_rules_columns_add:
 * @table: a table of #QpVerdictRow
 * @session: where the session stands; read whenever a cell is shown
 *
 * Makes its columns.
 */
void
qp_rules_columns_add (GtkColumnView *table, QpProjectSession **session)
{
  static const QpTableFuncs funcs = { .text = cell_text, .make = make_chip, .show = show_chip };

  qp_table_set_up (table, columns, QP_N_RULES_COLUMNS, &funcs, session);
}
