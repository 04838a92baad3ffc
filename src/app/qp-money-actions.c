/* qp-money-actions.c: actions about money: the pages, lines of one's own, sources of funds, alternatives, the budget as a file
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-compat.h"
#include "app/qp-money-job.h"
#include "app/qp-own-catalogues.h"
#include "app/qp-window-private.h"
#include "exchange/qp-budget-file.h"
#include "exchange/qp-xlsx.h"
#include "interact/qp-cost-edits.h"

#include <string.h>

static void
show_page (QpWindow *self, const char *page)
{
  qp_window_set_view (self, "figures");
  qp_window_make_view (self, "figures");
  qp_figures_view_show_page (self->figures_view, page);
}

static void
cost_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_page (QP_WINDOW (widget), "cost");
}

static void
years_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_page (QP_WINDOW (widget), "years");
}

static void
compare_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_page (QP_WINDOW (widget), "compare");
}

/* --- lines and sources of funds --- */

static void
init_field (QpNode *node, const char *name, const char *text)
{
  const QpField *field = qp_kind_field (node->kind, name);
  g_auto (QpValue) value = { 0 };

  if (qp_field_parse (field, text, &value) == QP_FIELD_FINE)
    qp_node_init_value (node, field, &value);
}

static void
insert (QpWindow *self, QpId parent, QpNode *node, const char *label)
{
  g_autoptr (GPtrArray) edits = qp_edits_new ();

  g_ptr_array_add (edits, qp_edit_insert (parent, -1, node));
  if (!qp_project_session_run (self->session, label, NULL, edits, NULL))
    return;
  qp_selection_set_one (qp_project_session_selection (self->session), node->id);
  qp_window_set_show_inspector (self, TRUE);
  qp_inspector_focus (self->inspector);
}

/* the screen or site that is selected has its own lines; else they are the project's */
static QpId
owner_of_lines (QpWindow *self)
{
  const QpNode *node = qp_project_session_selected_node (self->session);

  return node != NULL && (node->kind == QP_KIND_SCREEN || node->kind == QP_KIND_SITE) ? node->id : qp_project_session_root (self->session)->id;
}

static void
add_cost_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QpWindow *self = QP_WINDOW (widget);
  g_autoptr (QpNode) node = qp_node_new (QP_KIND_COST, qp_id_new ());
  g_autofree char *today = qp_money_today ();

  init_field (node, "name", _ ("Line of my own"));
  init_field (node, "group", "A");
  init_field (node, "quantity", "1");
  init_field (node, "price_date", today);
  insert (self, owner_of_lines (self), node, _ ("Add a budget line"));
}

static void
add_funding_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QpWindow *self = QP_WINDOW (widget);
  g_autoptr (QpNode) node = qp_node_new (QP_KIND_FUNDING, qp_id_new ());

  init_field (node, "name", _ ("Source of funds"));
  insert (self, qp_project_session_root (self->session)->id, node, _ ("Add a source of funds"));
}

static void
add_prices_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  qp_own_prices_choose (QP_WINDOW (widget));
}

/* --- alternatives --- */

static guint
n_alternatives (const QpNode *root)
{
  QpNodeIter iter;
  guint n = 0;

  qp_node_iter_init (&iter, root->children);
  while (qp_node_iter_next_of (&iter, QP_KIND_ALTERNATIVE) != NULL)
    n++;
  return n;
}

static void
tell_kept (QpWindow *self, const char *name, guint n_left_out)
{
  g_autofree char *kept = g_strdup_printf (_ ("“%s” is kept; the project is as it was saved"), name);
  g_autofree char *left = g_strdup_printf (ngettext ("%u object that was added, removed or moved stays", "%u objects that were added, removed or moved stay", n_left_out),
                                           n_left_out);
  g_autofree char *text = n_left_out == 0 ? g_strdup (kept) : g_strdup_printf ("%s; %s", kept, left);

  qp_window_show_toast (self, text, NULL, NULL);
}

static void
keep_alternative_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QpWindow *self = QP_WINDOW (widget);
  QpNode *root = qp_project_session_root (self->session);
  const QpNode *saved = qp_document_get_saved (qp_project_session_document (self->session));
  g_autofree char *name = g_strdup_printf (_ ("Alternative %u"), n_alternatives (root) + 1);
  guint n_left_out = 0;
  g_autoptr (GPtrArray) edits = saved == NULL ? NULL : qp_alternative_edits_keep (saved, root, name, &n_left_out);

  if (edits == NULL)
    qp_window_show_toast (self, _ ("Save the project first: an alternative is what differs from what was saved"), _ ("_Save"), "win.save");
  else if (edits->len == 0)
    qp_window_show_toast (self, _ ("No field differs from what was saved: change something first"), NULL, NULL);
  else if (qp_project_session_run (self->session, _ ("Keep an alternative"), NULL, edits, NULL))
    {
      show_page (self, "compare");
      tell_kept (self, name, n_left_out);
    }
}

/* --- as a file --- */

static GBytes *
budget_bytes (QpWindow *self, const char *name, GError **error)
{
  QpNode *root = qp_project_session_root (self->session);
  g_autofree char *today = qp_money_today ();
  QpEngineContext context;
  g_auto (QpYears) years = { 0 };

  qp_estimate_cache_context (qp_project_session_estimates (self->session), root->id, &context);
  g_autoptr (QpBudget) budget = qp_budget_new (root, &context, today);
  if (g_str_has_suffix (name, ".csv"))
    return qp_budget_to_csv (budget, root, TRUE);
  qp_years_init (&years, budget, root, QP_CASE_LIKELY);
  return qp_budget_to_xlsx (budget, &years, root, today, error);
}

static gboolean
write_budget (QpWindow *self, GFile *file, GError **error)
{
  g_autofree char *base = g_file_get_basename (file), *name = g_ascii_strdown (base, -1);
  g_autoptr (GBytes) bytes = NULL;

  if (!g_str_has_suffix (name, ".csv") && !g_str_has_suffix (name, ".xlsx"))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, _ ("The name has to end in .xlsx or .csv."));
      return FALSE;
    }
  bytes = budget_bytes (self, name, error);
  return bytes != NULL
         && g_file_replace_contents (file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION,
                                     NULL, NULL, error);
}

static void
on_file_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  QpWindow *self = QP_WINDOW (source);
  g_autoptr (GFile) file = qp_file_dialog_finish (result, NULL);
  g_autoptr (GError) error = NULL;

  if (file == NULL || self->session == NULL)
    return;
  if (!write_budget (self, file, &error))
    {
      qp_tell (GTK_WINDOW (self), _ ("The Budget Was Not Exported"), error->message);
      return;
    }
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *text = g_strdup_printf (_ ("The budget is in “%s”"), base);
  qp_window_show_toast (self, text, NULL, NULL);
}

static void
export_budget_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QpWindow *self = QP_WINDOW (widget);
  const char *ending = qp_xlsx_is_supported () ? "xlsx" : "csv";
  g_autofree char *title = qp_project_session_title (self->session);
  /* Translators: file name; %s are the title of a project and the ending */
  g_autofree char *file = g_strdup_printf (_ ("%s budget.%s"), title, ending);

  g_strdelimit (file, "/\\", '-');
  qp_file_dialog_export (GTK_WINDOW (self), _ ("Export the Budget (.xlsx or .csv)"), file, NULL, on_file_chosen, NULL);
}

/**
 * qp_window_install_money_actions:
 * @klass: class of the window
 *
 * Installs the actions of this file.
 */
void
qp_window_install_money_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.cost", NULL, cost_action);
  gtk_widget_class_install_action (klass, "win.years", NULL, years_action);
  gtk_widget_class_install_action (klass, "win.compare", NULL, compare_action);
  gtk_widget_class_install_action (klass, "win.add-cost", NULL, add_cost_action);
  gtk_widget_class_install_action (klass, "win.add-funding", NULL, add_funding_action);
  gtk_widget_class_install_action (klass, "win.add-prices", NULL, add_prices_action);
  gtk_widget_class_install_action (klass, "win.keep-alternative", NULL, keep_alternative_action);
  gtk_widget_class_install_action (klass, "win.export-budget", NULL, export_budget_action);
}
