/* qp-wiring-panel.h: data ports or power circuits of the screen that is shown, and drawing a data route by hand
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/qp-elevation-area.h"
#include "app/qp-project-session.h"

G_BEGIN_DECLS

/**
 * QpWiringMode:
 *
 * What the panel tells and the elevation shows.
 */
typedef enum
{
  QP_WIRING_HIDDEN,
  QP_WIRING_DATA,
  QP_WIRING_POWER,
} QpWiringMode;

#define QP_TYPE_WIRING_PANEL (qp_wiring_panel_get_type ())
G_DECLARE_FINAL_TYPE (QpWiringPanel, qp_wiring_panel, QP, WIRING_PANEL, GtkWidget)

void qp_wiring_panel_connect (QpWiringPanel *self, QpElevationArea *area);
void qp_wiring_panel_refresh (QpWiringPanel *self, QpProjectSession *session);
void qp_wiring_panel_set_mode (QpWiringPanel *self, QpWiringMode mode);
QpWiringMode qp_wiring_panel_mode (QpWiringPanel *self);
void qp_wiring_panel_draw_route (QpWiringPanel *self, gboolean draw);
gboolean qp_wiring_panel_is_drawing (QpWiringPanel *self);
gboolean qp_wiring_panel_clear_route (QpWiringPanel *self, GError **error);

/* qp-wiring-input.c: what the pointer and the keys do while a route is drawn */
void qp_wiring_panel_add_input (QpWiringPanel *self, QpElevationArea *area);
void qp_wiring_panel_take (QpWiringPanel *self, guint column, guint row);
void qp_wiring_panel_end_run (QpWiringPanel *self);
void qp_wiring_panel_step_back (QpWiringPanel *self);
void qp_wiring_panel_leave (QpWiringPanel *self);

G_END_DECLS
