/* qp-window-screen-actions.c: what is done in the Screen view
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-export-dialog.h"
#include "app/qp-window-private.h"

/* keys of the Screen view show it first */
static QpScreenView *
screen_view (GtkWidget *widget)
{
  QpWindow *self = QP_WINDOW (widget);

  qp_window_set_view (self, "screen");
  qp_window_make_view (self, "screen");
  return self->screen_view;
}

static void
screen_layer_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  qp_screen_view_switch (screen_view (widget), g_variant_get_string (parameter, NULL));
}

static void
toggle_cabinets_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GError) error = NULL;

  if (!qp_screen_view_toggle_cabinets (screen_view (widget), &error))
    qp_window_show_toast (QP_WINDOW (widget), error->message, NULL, NULL);
}

static void
make_zone_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GError) error = NULL;

  if (!qp_screen_view_make_zone (screen_view (widget), &error))
    qp_window_show_toast (QP_WINDOW (widget), error->message, NULL, NULL);
}

static void
show_export (GtkWidget *widget, gboolean is_pattern)
{
  if (qp_export_dialog_show (GTK_WINDOW (widget), QP_WINDOW (widget)->session, is_pattern) == NULL)
    qp_window_show_toast (QP_WINDOW (widget), _ ("There is no screen to export yet"), NULL, NULL);
}

static void
export_pixel_map_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_export (widget, FALSE);
}

static void
export_pattern_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_export (widget, TRUE);
}

static void
tell_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  qp_window_show_toast (QP_WINDOW (widget), g_variant_get_string (parameter, NULL), NULL, NULL);
}

/**
 * qp_window_install_screen_actions:
 * @klass: class of the window
 *
 * Installs the actions of this file.
 */
void
qp_window_install_screen_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.screen-layer", "s", screen_layer_action);
  gtk_widget_class_install_action (klass, "win.toggle-cabinets", NULL, toggle_cabinets_action);
  gtk_widget_class_install_action (klass, "win.make-zone", NULL, make_zone_action);
  gtk_widget_class_install_action (klass, "win.export-pixel-map", NULL, export_pixel_map_action);
  gtk_widget_class_install_action (klass, "win.export-pattern", NULL, export_pattern_action);
  gtk_widget_class_install_action (klass, "win.tell", "s", tell_action);
  qp_window_install_wiring_actions (klass);
  qp_window_install_paper_actions (klass);
}
