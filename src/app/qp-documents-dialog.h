/* qp-documents-dialog.h: the documents that are handed over as tables
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/qp-project-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define QP_TYPE_DOCUMENTS_DIALOG (qp_documents_dialog_get_type ())
G_DECLARE_FINAL_TYPE (QpDocumentsDialog, qp_documents_dialog, QP, DOCUMENTS_DIALOG, AdwWindow)

QpDocumentsDialog *qp_documents_dialog_show (GtkWindow *parent, QpProjectSession *session);
void qp_documents_dialog_write (QpDocumentsDialog *self, guint document, GFile *file);

G_END_DECLS
