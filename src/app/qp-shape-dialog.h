/* qp-shape-dialog.h: choosing the shape of screens by small pictures
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/qp-project-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define QP_TYPE_SHAPE_DIALOG (qp_shape_dialog_get_type ())
G_DECLARE_FINAL_TYPE (QpShapeDialog, qp_shape_dialog, QP, SHAPE_DIALOG, AdwWindow)

QpShapeDialog *qp_shape_dialog_new (GtkWindow *parent, QpProjectSession *session);
void qp_shape_dialog_choose (QpShapeDialog *self, QpScreenShape shape);
gboolean qp_session_has_screen (QpProjectSession *session);

G_END_DECLS
