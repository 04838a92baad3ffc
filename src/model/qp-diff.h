/* qp-diff.h: what differs between two roots
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/qp-node.h"

G_BEGIN_DECLS

/**
 * QpChangeType:
 * @QP_CHANGE_ADDED: a node that only the new root has (its children are listed too)
 * @QP_CHANGE_REMOVED: a node that only the old root has (its children are listed too)
 * @QP_CHANGE_FIELDS: a node whose own fields differ
 * @QP_CHANGE_INSIDE: a node that is another copy with the same fields, as a rule because something in it differs;
 *   two roots are equal when there is no change but these
 * @QP_CHANGE_MOVED: a node with another parent or another order among its siblings
 */
typedef enum
{
  QP_CHANGE_ADDED,
  QP_CHANGE_REMOVED,
  QP_CHANGE_FIELDS,
  QP_CHANGE_INSIDE,
  QP_CHANGE_MOVED,
} QpChangeType;

/**
 * QpChange:
 * @type: what differs
 * @before: (nullable): node in the old root
 * @after: (nullable): node in the new root
 * @parent: id of the parent (the new one where there is a choice)
 *
 * One difference. Borrows from the two roots.
 */
typedef struct
{
  QpChangeType type;
  const QpNode *before;
  const QpNode *after;
  QpId parent;
} QpChange;

GArray *qp_diff (const QpNode *before, const QpNode *after);
guint64 qp_change_field_mask (const QpChange *change);

G_END_DECLS
