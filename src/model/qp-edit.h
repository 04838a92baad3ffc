/* qp-edit.h: one change of a document, as a value
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/qp-node.h"

G_BEGIN_DECLS

/**
 * QpEditType:
 * @QP_EDIT_SET: give a field a value
 * @QP_EDIT_INSERT: put a new node (with its children) into a parent
 * @QP_EDIT_REMOVE: take a node (with its children) away
 * @QP_EDIT_MOVE: put a node into another parent or at another position
 */
typedef enum
{
  QP_EDIT_SET,
  QP_EDIT_INSERT,
  QP_EDIT_REMOVE,
  QP_EDIT_MOVE,
} QpEditType;

/**
 * QpEdit:
 * @type: what is done
 * @id: the node concerned (the parent for an insert)
 * @field: field set
 * @value: its new value, owned
 * @node: (nullable): node inserted
 * @parent: new parent of a move
 * @position: position among the new siblings, or -1 for the end
 *
 * One change. Tools give back lists of these; only a #QpDocument applies them.
 */
typedef struct
{
  QpEditType type;
  QpId id;
  const QpField *field;
  QpValue value;
  QpNode *node;
  QpId parent;
  int position;
} QpEdit;

QpEdit *qp_edit_set (QpId id, const QpField *field, const QpValue *value);
QpEdit *qp_edit_insert (QpId parent, int position, QpNode *node);
QpEdit *qp_edit_remove (QpId id);
QpEdit *qp_edit_move (QpId id, QpId parent, int position);
void qp_edit_free (QpEdit *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QpEdit, qp_edit_free)
GPtrArray *qp_edits_new (void);

G_END_DECLS
