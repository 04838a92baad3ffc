/* qp-window-choose.c: choosing cabinets: the catalogue, and fitting a screen
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-catalogue-browser.h"
#include "app/qp-fit-dialog.h"
#include "app/qp-own-catalogues.h"
#include "app/qp-own-rules.h"
#include "app/qp-window-private.h"

static void
browse_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QpWindow *self = QP_WINDOW (widget);

  gtk_window_present (GTK_WINDOW (qp_catalogue_browser_new (GTK_WINDOW (self), self->session, self->settings)));
}

static void
fit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QpWindow *self = QP_WINDOW (widget);
  QpFitDialog *dialog = qp_fit_dialog_new (GTK_WINDOW (self), self->session);

  if (dialog != NULL)
    gtk_window_present (GTK_WINDOW (dialog));
  else
    qp_window_show_toast (self, _ ("Select a screen whose cabinet and pixels are known"), NULL, NULL);
}

static void
init_field (QpNode *node, const char *name, const char *text)
{
  const QpField *field = qp_kind_field (node->kind, name);
  g_auto (QpValue) value = { 0 };

  if (qp_field_parse (field, text, &value) == QP_FIELD_FINE)
    qp_node_init_value (node, field, &value);
}

/* What every record needs and the planner need not type; the inspector says what else is missing. */
static QpNode *
new_cabinet (void)
{
  QpNode *node = qp_node_new (QP_KIND_CABINET, qp_id_new ());
  g_autofree char *key = qp_own_key_new ();
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");

  init_field (node, "key", key);
  init_field (node, "model", _ ("Own cabinet"));
  init_field (node, "source", _ ("Entered by the planner"));
  init_field (node, "source_date", today);
  init_field (node, "grade", "own");
  init_field (node, "environment", "outdoor");
  return node;
}

static void
new_cabinet_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QpWindow *self = QP_WINDOW (widget);
  g_autoptr (GPtrArray) edits = qp_edits_new ();
  g_autoptr (QpNode) node = new_cabinet ();

  g_ptr_array_add (edits, qp_edit_insert (qp_project_session_root (self->session)->id, -1, node));
  if (!qp_project_session_run (self->session, _ ("A cabinet of one’s own"), NULL, edits, NULL))
    return;
  qp_selection_set_one (qp_project_session_selection (self->session), node->id);
  qp_window_set_show_inspector (self, TRUE);
  qp_inspector_focus (self->inspector);
}

static void
add_catalogue_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  qp_own_catalogues_choose (QP_WINDOW (widget));
}

static void
add_rules_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  qp_own_rules_choose (QP_WINDOW (widget));
}

/**
 * qp_window_install_choose_actions:
 * @klass: class of the window
 *
 * Installs the actions of this file.
 */
void
qp_window_install_choose_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.browse-catalogue", NULL, browse_action);
  gtk_widget_class_install_action (klass, "win.fit-screen", NULL, fit_action);
  gtk_widget_class_install_action (klass, "win.new-cabinet", NULL, new_cabinet_action);
  gtk_widget_class_install_action (klass, "win.add-catalogue", NULL, add_catalogue_action);
  gtk_widget_class_install_action (klass, "win.add-rules", NULL, add_rules_action);
}
