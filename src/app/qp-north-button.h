/* qp-north-button.h: the north arrow of a plan, which can be turned
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/qp-project-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define QP_TYPE_NORTH_BUTTON (qp_north_button_get_type ())
G_DECLARE_FINAL_TYPE (QpNorthButton, qp_north_button, QP, NORTH_BUTTON, GtkWidget)

void qp_north_button_set_session (QpNorthButton *self, QpProjectSession *session);
void qp_north_button_refresh (QpNorthButton *self);
void qp_north_button_popup (QpNorthButton *self);

G_END_DECLS
