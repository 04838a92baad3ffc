/* qp-rules-columns.c: the columns of the table of verdicts
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-rules-columns.h"

#include <string.h>

static const struct
{
  const char *title;
  int width; /* of the column at first, pixels; those with none have their natural one */
  int order; /* QpVerdictOrder; −1: not sorted by */
} columns[QP_N_RULES_COLUMNS] = {
  [QP_RULES_VERDICT] = { N_ ("Verdict"), 0, QP_ORDER_OUTCOME },
  [QP_RULES_SCREEN] = { N_ ("Screen"), 125, QP_ORDER_SCREEN },
  [QP_RULES_RULE] = { N_ ("Rule"), 175, QP_ORDER_RULE },
  [QP_RULES_MEASURED] = { N_ ("Measured"), 110, -1 },
  [QP_RULES_REQUIRED] = { N_ ("Required"), 150, -1 },
  [QP_RULES_REMARK] = { N_ ("Remark"), 280, -1 },
  [QP_RULES_SET] = { N_ ("Set and binding"), 200, -1 },
  [QP_RULES_SOURCE] = { N_ ("Source"), 300, -1 },
};

/**
 * qp_rules_column_title:
 * @column: a column
 *
 * Returns: (transfer none): its translated title
 */
const char *
qp_rules_column_title (QpRulesColumn column)
{
  return _ (columns[column].title);
}

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

static QpRulesColumn
column_of (gpointer factory)
{
  return GPOINTER_TO_UINT (g_object_get_data (factory, "qp-column"));
}

static void
show_chip (GtkWidget *box, const QpRuleVerdict *verdict, const char *text)
{
  GtkWidget *icon = gtk_widget_get_first_child (box);
  const char *css[] = { "qp-chip", qp_rules_outcome_css (verdict), NULL };

  gtk_image_set_from_icon_name (GTK_IMAGE (icon), qp_rules_outcome_icon (verdict));
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (box)), text);
  gtk_widget_set_css_classes (box, css);
}

static void
show_cell (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  QpProjectSession **session = g_object_get_data (G_OBJECT (factory), "qp-session");
  QpVerdictRow *row = gtk_list_item_get_item (list_item);
  GtkWidget *child = gtk_list_item_get_child (list_item);
  const QpRuleVerdict *verdict = row == NULL || *session == NULL ? NULL : qp_rules_verdict_of (*session, row);

  if (verdict == NULL)
    return;
  g_autofree char *text = qp_rules_cell_text (*session, row, column_of (factory));
  if (column_of (factory) == QP_RULES_VERDICT)
    {
      show_chip (child, verdict, text);
      return;
    }
  if (strcmp (text, gtk_label_get_label (GTK_LABEL (child))) == 0)
    return;
  gtk_label_set_label (GTK_LABEL (child), text);
  gtk_widget_set_tooltip_text (child, text);
}

static GtkWidget *
chip_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  gtk_box_append (GTK_BOX (box), gtk_image_new ());
  gtk_box_append (GTK_BOX (box), gtk_label_new (NULL));
  gtk_widget_set_halign (box, GTK_ALIGN_START);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  return box;
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer data)
{
  if (column_of (factory) == QP_RULES_VERDICT)
    {
      gtk_list_item_set_child (list_item, chip_new ());
      return;
    }
  GtkWidget *label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (list_item, label);
}

static GPtrArray *
bound_of (gpointer factory)
{
  return g_object_get_data (factory, "qp-bound");
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer data)
{
  g_ptr_array_add (bound_of (factory), list_item);
  show_cell (factory, list_item);
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer data)
{
  g_ptr_array_remove_fast (bound_of (factory), list_item);
}

/* --- order --- */

/* GTK 4.8 does not tell which column is sorted by: it is asked to compare two rows that are the same, and the column that is
 * asked first remembers that. */
static gpointer asked;

static int
compare (gconstpointer a, gconstpointer b, gpointer column)
{
  if (asked == NULL)
    asked = column;
  return -1;
}

/**
 * qp_rules_columns_order:
 * @table: the table
 * @order: (out): what it is sorted by
 * @descending: (out): whether the other way round
 *
 * Returns: whether it is sorted by a column
 */
gboolean
qp_rules_columns_order (GtkColumnView *table, QpVerdictOrder *order, gboolean *descending)
{
  g_autoptr (QpVerdictRow) row = g_object_new (QP_TYPE_VERDICT_ROW, NULL);

  asked = NULL;
  const GtkOrdering way = gtk_sorter_compare (gtk_column_view_get_sorter (table), row, row);
  if (asked == NULL)
    return FALSE;
  *order = (QpVerdictOrder) columns[GPOINTER_TO_UINT (asked) - 1].order;
  *descending = way == GTK_ORDERING_LARGER;
  return TRUE;
}

/* --- columns --- */

static void
add_column (GtkColumnView *table, QpProjectSession **session, QpRulesColumn column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_object_set_data (G_OBJECT (factory), "qp-column", GUINT_TO_POINTER (column));
  g_object_set_data (G_OBJECT (factory), "qp-session", session);
  g_object_set_data_full (G_OBJECT (factory), "qp-bound", g_ptr_array_new (), (GDestroyNotify) g_ptr_array_unref);
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), NULL);
  g_autoptr (GtkColumnViewColumn) view = gtk_column_view_column_new (qp_rules_column_title (column), factory);
  gtk_column_view_column_set_resizable (view, TRUE);
  gtk_column_view_column_set_expand (view, column == QP_RULES_SOURCE);
  if (columns[column].width > 0)
    gtk_column_view_column_set_fixed_width (view, columns[column].width);
  if (columns[column].order >= 0)
    {
      g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare, GUINT_TO_POINTER (column + 1), NULL));
      gtk_column_view_column_set_sorter (view, sorter);
    }
  gtk_column_view_append_column (table, view);
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
  for (guint i = 0; i < QP_N_RULES_COLUMNS; i++)
    add_column (table, session, i);
}

/**
 * qp_rules_columns_refresh:
 * @table: the table
 *
 * Shows anew what stands in the rows in sight.
 */
void
qp_rules_columns_refresh (GtkColumnView *table)
{
  GListModel *views = gtk_column_view_get_columns (table);

  for (guint i = 0; i < g_list_model_get_n_items (views); i++)
    {
      g_autoptr (GtkColumnViewColumn) view = g_list_model_get_item (views, i);
      GtkListItemFactory *factory = gtk_column_view_column_get_factory (view);
      const GPtrArray *bound = bound_of (factory);
      for (guint k = 0; k < bound->len; k++)
        show_cell (GTK_SIGNAL_LIST_ITEM_FACTORY (factory), g_ptr_array_index (bound, k));
    }
}
