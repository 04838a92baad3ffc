/* qp-own-rules.h: rules of one's own in the program: checked and added from the window
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/qp-window.h"

G_BEGIN_DECLS

void qp_own_rules_choose (QpWindow *window);
gboolean qp_own_rules_add (QpWindow *window, GFile *file);

G_END_DECLS
