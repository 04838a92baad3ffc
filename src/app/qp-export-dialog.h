/* qp-export-dialog.h: what of a screen's raster is written, and how far it is
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/qp-project-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define QP_TYPE_EXPORT_DIALOG (qp_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (QpExportDialog, qp_export_dialog, QP, EXPORT_DIALOG, AdwWindow)

QpExportDialog *qp_export_dialog_show (GtkWindow *parent, QpProjectSession *session, gboolean is_pattern);
void qp_export_dialog_write (QpExportDialog *self, GFile *file);

G_END_DECLS
