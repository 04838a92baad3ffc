/* qp-fit-dialog.h: a whole number of cabinets for a raster, an opening or a shape
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/qp-project-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define QP_TYPE_FIT_DIALOG (qp_fit_dialog_get_type ())
G_DECLARE_FINAL_TYPE (QpFitDialog, qp_fit_dialog, QP, FIT_DIALOG, AdwWindow)

QpFitDialog *qp_fit_dialog_new (GtkWindow *parent, QpProjectSession *session);
void qp_fit_dialog_set_raster (QpFitDialog *self, gint64 px_w, gint64 px_h);
void qp_fit_dialog_use (QpFitDialog *self, gboolean above);

G_END_DECLS
