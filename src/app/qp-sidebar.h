/* qp-sidebar.h: the project's tree with its filter and the city's totals
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/qp-project-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define QP_TYPE_SIDEBAR (qp_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (QpSidebar, qp_sidebar, QP, SIDEBAR, GtkWidget)

void qp_sidebar_set_session (QpSidebar *self, QpProjectSession *session);
void qp_sidebar_find (QpSidebar *self);
GtkSelectionModel *qp_sidebar_get_model (QpSidebar *self);

G_END_DECLS
