/* qp-import-dialog.h: looking at a plan before it is taken over
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/qp-import-scale.h"
#include "app/qp-layer-list.h"
#include "app/qp-plan-job.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * QpImportDialog:
 *
 * Reads a plan and asks what is to be known of it. A plan that asks for nothing is taken over without being shown.
 *
 * Signals:
 * - `imported` (GPtrArray of #QpNode, gboolean calibrate): the background and its obstacles are to be put on a plan
 * - `failed` (string): why the file can't be read
 */
#define QP_TYPE_IMPORT_DIALOG (qp_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (QpImportDialog, qp_import_dialog, QP, IMPORT_DIALOG, AdwWindow)

QpImportDialog *qp_import_dialog_new (GtkWindow *parent, QpVec at);
QpImportDialog *qp_import_dialog_new_for (GtkWindow *parent, QpNode *background);
const QpNode *qp_import_dialog_background (QpImportDialog *self);
void qp_import_dialog_read (QpImportDialog *self, QpPlanJob *job);
gboolean qp_import_dialog_is_ready (QpImportDialog *self);
void qp_import_dialog_import (QpImportDialog *self);

/* its parts, for those who look at it without eyes */
QpLayerList *qp_import_dialog_layers (QpImportDialog *self);
QpImportScale *qp_import_dialog_scale (QpImportDialog *self);

G_END_DECLS
