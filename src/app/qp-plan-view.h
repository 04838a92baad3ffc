/* qp-plan-view.h: the canvas with its tools, zoom, scale and badges
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/qp-project-session.h"
#include "app/qp-probe-card.h"
#include "app/qp-sight-control.h"
#include "canvas/qp-canvas.h"

G_BEGIN_DECLS

#define QP_TYPE_PLAN_VIEW (qp_plan_view_get_type ())
G_DECLARE_FINAL_TYPE (QpPlanView, qp_plan_view, QP, PLAN_VIEW, GtkWidget)

void qp_plan_view_set_session (QpPlanView *self, QpProjectSession *session);
QpSightControl *qp_plan_view_sight (QpPlanView *self);
QpStage *qp_plan_view_stage (QpPlanView *self);
QpCanvas *qp_plan_view_canvas (QpPlanView *self);
const char *qp_plan_view_get_obstacle (QpPlanView *self);
QpToolType qp_plan_view_set_obstacle (QpPlanView *self, const char *key);
void qp_plan_view_show_north (QpPlanView *self);
void qp_plan_view_show_layers (QpPlanView *self);
void qp_plan_view_focus (QpPlanView *self);
QpProbeCard *qp_plan_view_probe_card (QpPlanView *self);

G_END_DECLS
