/* qp-arrange-menu.h: the menu to arrange what is selected, for every place that it is offered at
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GMenuModel *qp_arrange_menu_new (void);

G_END_DECLS
