/* qp-drawing-dialog.h: a drawing on paper: chosen, looked at, printed or written
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/qp-paper-preview.h"
#include "app/qp-print.h"
#include "app/qp-project-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define QP_TYPE_DRAWING_DIALOG (qp_drawing_dialog_get_type ())
G_DECLARE_FINAL_TYPE (QpDrawingDialog, qp_drawing_dialog, QP, DRAWING_DIALOG, AdwWindow)

QpDrawingDialog *qp_drawing_dialog_show (GtkWindow *parent, QpProjectSession *session, QpDrawingType type, const QpElevationView *view);
void qp_drawing_dialog_write (QpDrawingDialog *self, GFile *file);
QpPaperPreview *qp_drawing_dialog_preview (QpDrawingDialog *self);
GtkPrintOperation *qp_drawing_dialog_print_operation (QpDrawingDialog *self, GError **error);

G_END_DECLS
