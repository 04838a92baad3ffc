/* qp-screen-view.h: the elevation of the screen selected last
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/qp-project-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define QP_TYPE_SCREEN_VIEW (qp_screen_view_get_type ())
G_DECLARE_FINAL_TYPE (QpScreenView, qp_screen_view, QP, SCREEN_VIEW, GtkWidget)

void qp_screen_view_set_session (QpScreenView *self, QpProjectSession *session);

G_END_DECLS
