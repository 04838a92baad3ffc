/* qp-report-dialog.h: the planning report: on which paper, which sections, and how far it is
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/qp-print.h"
#include "app/qp-project-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define QP_TYPE_REPORT_DIALOG (qp_report_dialog_get_type ())
G_DECLARE_FINAL_TYPE (QpReportDialog, qp_report_dialog, QP, REPORT_DIALOG, AdwWindow)

QpReportDialog *qp_report_dialog_show (GtkWindow *parent, QpProjectSession *session);
void qp_report_dialog_leave_out (QpReportDialog *self, guint section, gboolean left_out);
void qp_report_dialog_write (QpReportDialog *self, GFile *file);
void qp_report_dialog_print (QpReportDialog *self, QpPrintFunc print);

G_END_DECLS
