/* qp-screen-view.h: the elevation of the screen selected last, with its switches and what is chosen in it
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/qp-elevation-area.h"
#include "app/qp-project-session.h"
#include "app/qp-wiring-panel.h"

G_BEGIN_DECLS

#define QP_TYPE_SCREEN_VIEW (qp_screen_view_get_type ())
G_DECLARE_FINAL_TYPE (QpScreenView, qp_screen_view, QP, SCREEN_VIEW, GtkWidget)

void qp_screen_view_set_session (QpScreenView *self, QpProjectSession *session);
QpElevationArea *qp_screen_view_area (QpScreenView *self);
QpWiringPanel *qp_screen_view_wiring (QpScreenView *self);
gboolean qp_screen_view_toggle_cabinets (QpScreenView *self, GError **error);
gboolean qp_screen_view_make_zone (QpScreenView *self, GError **error);
void qp_screen_view_switch (QpScreenView *self, const char *name);

G_END_DECLS
