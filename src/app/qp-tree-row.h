/* qp-tree-row.h: one row of the project's tree
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/qp-project-session.h"
#include "app/qp-tree-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define QP_TYPE_TREE_ROW (qp_tree_row_get_type ())
G_DECLARE_FINAL_TYPE (QpTreeRow, qp_tree_row, QP, TREE_ROW, GtkWidget)

GtkWidget *qp_tree_row_new (QpProjectSession *session);
void qp_tree_row_bind (QpTreeRow *self, GtkTreeListRow *row, QpTreeItem *item);
void qp_tree_row_unbind (QpTreeRow *self);

char *qp_node_subtitle (QpProjectSession *session, QpNode *node);
const char *qp_kind_icon (QpKind kind);

G_END_DECLS
