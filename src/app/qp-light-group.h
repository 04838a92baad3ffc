/* qp-light-group.h: the light of screens at windows, for the window or the screen that is selected
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/qp-light-job.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define QP_TYPE_LIGHT_GROUP (qp_light_group_get_type ())
G_DECLARE_FINAL_TYPE (QpLightGroup, qp_light_group, QP, LIGHT_GROUP, GtkWidget)

GtkWidget *qp_light_group_new (QpProjectSession *session);
void qp_light_group_show (QpLightGroup *self, QpNode *node);
gboolean qp_light_group_is_busy (QpLightGroup *self);
char *qp_light_group_text (QpLightGroup *self);
gboolean qp_light_group_use (QpLightGroup *self);

G_END_DECLS
