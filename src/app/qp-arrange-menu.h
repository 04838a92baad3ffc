/* qp-arrange-menu.h: the menu to arrange what is selected, for every place that it is offered at
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GMenuModel *qp_arrange_menu_new (void);
void qp_arrange_menu_make (GtkMenuButton *button, gpointer data);

G_END_DECLS
