/* qp-sight-menu.h: the menu of the map of what is seen, for every place that it is offered at
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GMenuModel *qp_sight_menu_new (void);
void qp_sight_menu_make (GtkMenuButton *button, gpointer data);

G_END_DECLS
