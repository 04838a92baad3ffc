/* qp-cabinet-button.h: shows which cabinet a screen is made of, and lets it be chosen
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/qp-project-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define QP_TYPE_CABINET_BUTTON (qp_cabinet_button_get_type ())
G_DECLARE_FINAL_TYPE (QpCabinetButton, qp_cabinet_button, QP, CABINET_BUTTON, GtkWidget)

GtkWidget *qp_cabinet_button_new (QpProjectSession *session);
const char *qp_cabinet_button_get_key (QpCabinetButton *self);
void qp_cabinet_button_set_key (QpCabinetButton *self, const char *key, gboolean various);
void qp_cabinet_button_choose (QpCabinetButton *self, const char *key);

G_END_DECLS
