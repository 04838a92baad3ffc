/* qp-arrange-menu.c: the menu to arrange what is selected, for every place that it is offered at
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "app/qp-arrange-menu.h"

#include <gtk/gtk.h>

/**
 * qp_arrange_menu_new:
 *
 * Returns: (transfer full): the menu
 */
GMenuModel *
qp_arrange_menu_new (void)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/io/github/qianping/Qianping/ui/qp-arrange-menu.ui");
  return g_object_ref (G_MENU_MODEL (gtk_builder_get_object (builder, "arrange_menu")));
}

/**
 * qp_arrange_menu_make:
 * @button: a button without a menu yet
 * @data: not looked at
 *
 * Gives the button the menu when it is first opened.
 */
void
qp_arrange_menu_make (GtkMenuButton *button, gpointer data)
{
  g_autoptr (GMenuModel) menu = qp_arrange_menu_new ();
  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_menu_model (button, menu);
}
