/* qp-inspector.h: fields and results of what is selected
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/qp-depth-group.h"
#include "app/qp-light-group.h"
#include "app/qp-field-page.h"
#include "app/qp-results.h"

G_BEGIN_DECLS

#define QP_TYPE_INSPECTOR (qp_inspector_get_type ())
G_DECLARE_FINAL_TYPE (QpInspector, qp_inspector, QP, INSPECTOR, GtkWidget)

void qp_inspector_set_session (QpInspector *self, QpProjectSession *session);
QpFieldRow *qp_inspector_row (QpInspector *self, const char *name);
guint qp_inspector_n_rows (QpInspector *self);
QpResults *qp_inspector_results (QpInspector *self);
GtkWidget *qp_inspector_structure (QpInspector *self);
QpDepthGroup *qp_inspector_depth (QpInspector *self);
QpLightGroup *qp_inspector_light (QpInspector *self);
guint qp_inspector_n_findings (QpInspector *self);
void qp_inspector_focus (QpInspector *self);
void qp_inspector_focus_field (QpInspector *self, const char *name);
GtkWidget *qp_inspector_verdicts (QpInspector *self);

G_END_DECLS
