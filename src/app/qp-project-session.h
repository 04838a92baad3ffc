/* qp-project-session.h: a project in a window: document, file, selection and results
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/qp-verdicts.h"
#include "interact/qp-selection.h"
#include "model/qp-history.h"
#include "store/qp-store.h"

G_BEGIN_DECLS

#define QP_TYPE_PROJECT_SESSION (qp_project_session_get_type ())
G_DECLARE_FINAL_TYPE (QpProjectSession, qp_project_session, QP, PROJECT_SESSION, GObject)

QpProjectSession *qp_project_session_new (QpNode *root, QpCatalogue *catalogue);
QpProjectSession *qp_project_session_new_empty (QpCatalogue *catalogue);

QpDocument *qp_project_session_document (QpProjectSession *self);
QpNode *qp_project_session_root (QpProjectSession *self);
QpEstimateCache *qp_project_session_estimates (QpProjectSession *self);
QpVerdicts *qp_project_session_verdicts (QpProjectSession *self);
char *qp_project_session_title (QpProjectSession *self);
gboolean qp_project_session_is_pristine (QpProjectSession *self);

/* the file */
GFile *qp_project_session_file (QpProjectSession *self);
void qp_project_session_set_file (QpProjectSession *self, GFile *file);
QpFileState *qp_project_session_file_state (QpProjectSession *self);
QpFindings *qp_project_session_findings (QpProjectSession *self);
void qp_project_session_take_findings (QpProjectSession *self, QpFindings *findings);

/* the selection, shared with the canvas */
QpSelection *qp_project_session_selection (QpProjectSession *self);
QpNode *qp_project_session_selected_node (QpProjectSession *self);
GPtrArray *qp_project_session_selected_nodes (QpProjectSession *self);

/* the plan that is drawn on, and the screen that the Screen and Figures views show */
QpNode *qp_project_session_plan (QpProjectSession *self);
QpNode *qp_project_session_screen (QpProjectSession *self);

gboolean qp_project_session_run (QpProjectSession *self, const char *label, const char *merge_key, GPtrArray *edits,
                                 GError **error);
void qp_project_session_travel (QpProjectSession *self, QpDirection direction);

G_END_DECLS
