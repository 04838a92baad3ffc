/* qp-sight-control.h: what is seen, as it is shown over the plan: what is chosen, and the map of it
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/qp-project-session.h"
#include "app/qp-sight-job.h"

G_BEGIN_DECLS

/**
 * QpSightControl:
 *
 * Follows a session and keeps a map of its plan. Properties, each an action of the window: `shown` (boolean), `measure`
 * (key), `of` ("selected" or "all"), `ground` ("audiences" or "plan"), `characters` (height in metres, or "pixels"), `hatched`,
 * `viewshed` (booleans).
 *
 * Signal `updated`: there is another map, or none.
 */
#define QP_TYPE_SIGHT_CONTROL (qp_sight_control_get_type ())
G_DECLARE_FINAL_TYPE (QpSightControl, qp_sight_control, QP, SIGHT_CONTROL, GObject)

QpSightControl *qp_sight_control_new (void);
void qp_sight_control_set_session (QpSightControl *self, QpProjectSession *session);
void qp_sight_control_set_dark (QpSightControl *self, gboolean dark);
QpMapOverlay *qp_sight_control_overlay (QpSightControl *self);
char *qp_sight_control_note (QpSightControl *self);
gboolean qp_sight_control_is_busy (QpSightControl *self);
QpSightStore *qp_sight_control_store (QpSightControl *self);
void qp_sight_control_add_actions (QpSightControl *self, GActionMap *map);

G_END_DECLS
