/* qp-depth-group.h: naked-eye 3D of the selected screen: eye point, sweet spot, audience and frame
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/qp-project-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define QP_TYPE_DEPTH_GROUP (qp_depth_group_get_type ())
G_DECLARE_FINAL_TYPE (QpDepthGroup, qp_depth_group, QP, DEPTH_GROUP, GtkWidget)

GtkWidget *qp_depth_group_new (QpProjectSession *session);
void qp_depth_group_show (QpDepthGroup *self, QpNode *screen);
guint qp_depth_group_n_rows (QpDepthGroup *self);
const char *qp_depth_group_text (QpDepthGroup *self, guint row);

G_END_DECLS
