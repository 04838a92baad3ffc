/* qp-tree-item.h: rows of the project's tree, made when they are needed
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/qp-kinds.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * QpTreeType:
 * @QP_TREE_TOP: the invisible top
 * @QP_TREE_NODE: a node of the document
 * @QP_TREE_CITY: the sites of one city
 * @QP_TREE_GROUP: children of a node that belong together, such as what surrounds the screens of a plan
 *
 * What a row stands for.
 */
typedef enum
{
  QP_TREE_TOP,
  QP_TREE_NODE,
  QP_TREE_CITY,
  QP_TREE_GROUP,
} QpTreeType;

#define QP_TYPE_TREE_ITEM (qp_tree_item_get_type ())
G_DECLARE_FINAL_TYPE (QpTreeItem, qp_tree_item, QP, TREE_ITEM, GObject)

QpTreeItem *qp_tree_item_new_top (QpNode *root);
QpTreeItem *qp_tree_item_new_node (QpNode *node);
QpTreeType qp_tree_item_type (QpTreeItem *self);
QpNode *qp_tree_item_node (QpTreeItem *self);
const char *qp_tree_item_label (QpTreeItem *self);
gboolean qp_tree_item_may_have_children (QpTreeItem *self);
GListModel *qp_tree_item_children (QpTreeItem *self);
guint qp_tree_item_n_members (QpTreeItem *self);
void qp_tree_item_update (QpTreeItem *self, QpNode *root);
gboolean qp_tree_item_leads_to (QpTreeItem *self, const QpNode *const *path, guint n_path);

G_END_DECLS
