/* qp-plan-panel.h: the backgrounds and the layers of a plan: shown, locked and in which order
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/qp-project-session.h"
#include "interact/qp-stage.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define QP_TYPE_PLAN_PANEL (qp_plan_panel_get_type ())
G_DECLARE_FINAL_TYPE (QpPlanPanel, qp_plan_panel, QP, PLAN_PANEL, GtkWidget)

GtkWidget *qp_plan_panel_new (QpStage *stage);
void qp_plan_panel_set_session (QpPlanPanel *self, QpProjectSession *session);

G_END_DECLS
