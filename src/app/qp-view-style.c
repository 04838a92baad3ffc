/* qp-view-style.c: the colours of drawings beside the canvas
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "app/qp-view-style.h"

#include <adwaita.h>

/**
 * qp_text_factor:
 * @widget: a widget
 *
 * Returns: how much larger than usual the user has set text for the desktop; 1 = usual
 */
double
qp_text_factor (GtkWidget *widget)
{
  int dpi = -1;
  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? dpi / (96.0 * 1024.0) : 1;
}

/**
 * qp_view_style_init:
 * @style: (out caller-allocates): the style
 * @widget: the widget that is drawn
 *
 * Colours for the light or the dark style, and text in the size that the user has set for the desktop.
 */
void
qp_view_style_init (QpPlanStyle *style, GtkWidget *widget)
{
  const gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  qp_plan_style_init (style, dark ? QP_THEME_DARK : QP_THEME_LIGHT, QP_TEXT_PX * qp_text_factor (widget));
}

/**
 * qp_view_redraw_on_dark:
 * @widget: a widget that is drawn by a painter
 *
 * Draws it anew when the style becomes dark or light.
 */
void
qp_view_redraw_on_dark (GtkWidget *widget)
{
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (gtk_widget_queue_draw),
                           widget, G_CONNECT_SWAPPED);
}
