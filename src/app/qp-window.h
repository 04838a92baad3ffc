/* qp-window.h: the window of a project
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/qp-import-dialog.h"
#include "app/qp-inspector.h"
#include "app/qp-plan-view.h"
#include "app/qp-project-session.h"
#include "app/qp-sidebar.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define QP_TYPE_WINDOW (qp_window_get_type ())
G_DECLARE_FINAL_TYPE (QpWindow, qp_window, QP, WINDOW, AdwApplicationWindow)

QpWindow *qp_window_new (GtkApplication *application, QpCatalogue *catalogue);
QpProjectSession *qp_window_get_session (QpWindow *self);
void qp_window_open_new (GtkApplication *application, QpCatalogue *catalogue, GFile *file);
void qp_window_open_file (QpWindow *self, GFile *file);
void qp_window_open_sample (QpWindow *self);
QpImportDialog *qp_window_import_file (QpWindow *self, GFile *file);
gboolean qp_window_take (QpWindow *self, const GValue *value);
gboolean qp_window_may_be_replaced (QpWindow *self);
gboolean qp_window_is_loading (QpWindow *self);
gboolean qp_window_is_modified (QpWindow *self);

QpInspector *qp_window_inspector (QpWindow *self);
QpSidebar *qp_window_sidebar (QpWindow *self);
QpPlanView *qp_window_plan_view (QpWindow *self);

G_END_DECLS
