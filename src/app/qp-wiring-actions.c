/* qp-wiring-actions.c: drawing a data route, and exporting the wiring
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-compat.h"
#include "app/qp-window-private.h"
#include "exchange/qp-wiring-file.h"

/* keys of the wiring show the Screen view and its data ports first */
static QpWiringPanel *
wiring_of (GtkWidget *widget)
{
  QpWindow *self = QP_WINDOW (widget);

  qp_window_set_view (self, "screen");
  qp_window_make_view (self, "screen");
  QpWiringPanel *panel = qp_screen_view_wiring (self->screen_view);
  if (qp_wiring_panel_mode (panel) != QP_WIRING_DATA)
    qp_screen_view_switch (self->screen_view, "data");
  return panel;
}

static void
draw_route_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QpWiringPanel *panel = wiring_of (widget);
  const gboolean draw = !qp_wiring_panel_is_drawing (panel);

  qp_wiring_panel_draw_route (panel, draw);
  if (draw && !qp_wiring_panel_is_drawing (panel))
    qp_window_show_toast (QP_WINDOW (widget), _ ("There are no data ports yet: choose a cabinet first"), NULL, NULL);
}

static void
clear_route_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GError) error = NULL;

  if (!qp_wiring_panel_clear_route (wiring_of (widget), &error))
    qp_window_show_toast (QP_WINDOW (widget), error->message, NULL, NULL);
}

/* -- export -- */

static gboolean
write_wiring (QpWindow *self, GFile *file, GError **error)
{
  QpNode *screen = qp_project_session_screen (self->session);
  const QpEngineContext context
      = { .project = (const QpProject *) qp_project_session_root (self->session),
          .catalogue = qp_estimate_cache_catalogue (qp_project_session_estimates (self->session)) };
  g_autofree char *path = g_file_get_basename (file);
  g_auto (QpWiring) wiring = { NULL };
  QpWiringFormat format;

  if (!qp_wiring_format_from_path (path, &format, error))
    return FALSE;
  qp_wiring_init (&wiring, (const QpScreen *) screen, &context);
  const gboolean back = self->screen_view != NULL && qp_elevation_area_view (qp_screen_view_area (self->screen_view))->back;
  g_autoptr (GBytes) bytes = qp_wiring_to_bytes (&wiring, format, back, error);
  return bytes != NULL
         && g_file_replace_contents (file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL, FALSE,
                                     G_FILE_CREATE_REPLACE_DESTINATION, NULL, NULL, error);
}

static void
on_file_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  QpWindow *self = QP_WINDOW (source);
  g_autoptr (GFile) file = qp_file_dialog_finish (result, NULL);
  g_autoptr (GError) error = NULL;

  if (file == NULL || self->session == NULL || qp_project_session_screen (self->session) == NULL)
    return;
  if (!write_wiring (self, file, &error))
    {
      qp_tell (GTK_WINDOW (self), _ ("The Wiring Was Not Exported"), error->message);
      return;
    }
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *text = g_strdup_printf (_ ("The wiring is in “%s”"), name);
  qp_window_show_toast (self, text, NULL, NULL);
}

static void
export_wiring_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QpWindow *self = QP_WINDOW (widget);
  QpNode *screen = qp_project_session_screen (self->session);

  if (screen == NULL)
    {
      qp_window_show_toast (self, _ ("There is no screen to export yet"), NULL, NULL);
      return;
    }
  g_autofree char *title = qp_node_display_name (screen);
  /* Translators: file name; %s is the name of a screen; keep “.pdf” */
  g_autofree char *file = g_strdup_printf (_ ("%s wiring.pdf"), title);
  g_strdelimit (file, "/\\", '-');
  qp_file_dialog_export (GTK_WINDOW (self), _ ("Export the Wiring (.pdf, .svg, .csv or .json)"), file, NULL, on_file_chosen,
                         NULL);
}

/**
 * qp_window_install_wiring_actions:
 * @klass: class of the window
 *
 * Installs the actions of this file.
 */
void
qp_window_install_wiring_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.draw-route", NULL, draw_route_action);
  gtk_widget_class_install_action (klass, "win.clear-route", NULL, clear_route_action);
  gtk_widget_class_install_action (klass, "win.export-wiring", NULL, export_wiring_action);
}
