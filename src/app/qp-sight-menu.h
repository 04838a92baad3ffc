/* qp-sight-menu.h: the menu of the map of what is seen, for every place that it is offered at
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GMenuModel *qp_sight_menu_new (void);

G_END_DECLS
