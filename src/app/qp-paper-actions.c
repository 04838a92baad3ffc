/* qp-paper-actions.c: what goes on paper: drawings, documents, the report
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-documents-dialog.h"
#include "app/qp-drawing-dialog.h"
#include "app/qp-report-dialog.h"
#include "app/qp-window-private.h"

static QpDrawingType
type_of_view (const char *view)
{
  if (g_str_equal (view, "city"))
    return QP_DRAWING_CITY;
  return g_str_equal (view, "plan") ? QP_DRAWING_PLAN : QP_DRAWING_SCREEN;
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QpWindow *self = QP_WINDOW (widget);
  const QpElevationView *view = self->screen_view == NULL ? NULL : qp_elevation_area_view (qp_screen_view_area (self->screen_view));

  qp_drawing_dialog_show (GTK_WINDOW (self), self->session, type_of_view (qp_window_get_view (self)), view);
}

static void
documents_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  qp_documents_dialog_show (GTK_WINDOW (widget), QP_WINDOW (widget)->session);
}

static void
report_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  qp_report_dialog_show (GTK_WINDOW (widget), QP_WINDOW (widget)->session);
}

/* a file is written: says so, and opens it when asked */
static void
tell_file_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *text, *uri;

  g_variant_get (parameter, "(&s&s)", &text, &uri);
  AdwToast *toast = adw_toast_new (text);
  adw_toast_set_button_label (toast, _ ("_Open"));
  adw_toast_set_action_name (toast, "win.open-file-elsewhere");
  adw_toast_set_action_target (toast, "s", uri);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  qp_toasts_add (QP_WINDOW (widget)->toasts, toast);
}

static void
open_file_elsewhere_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_show_uri (GTK_WINDOW (widget), g_variant_get_string (parameter, NULL), GDK_CURRENT_TIME);
}

/**
 * qp_window_install_paper_actions:
 * @klass: class of the window
 *
 * Installs the actions of this file.
 */
void
qp_window_install_paper_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.print", NULL, print_action);
  gtk_widget_class_install_action (klass, "win.documents", NULL, documents_action);
  gtk_widget_class_install_action (klass, "win.report", NULL, report_action);
  gtk_widget_class_install_action (klass, "win.tell-file", "(ss)", tell_file_action);
  gtk_widget_class_install_action (klass, "win.open-file-elsewhere", "s", open_file_elsewhere_action);
}
