/* qp-edit.c: one change of a document, as a value
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/qp-edit.h"

static QpEdit *
edit_new (QpEditType type, QpId id)
{
  QpEdit *self = g_new0 (QpEdit, 1);

  self->type = type;
  self->id = id;
  self->position = -1;
  return self;
}

/**
 * qp_edit_set:
 * @id: a node
 * @field: a field of its kind
 * @value: (transfer none): its new value
 *
 * Returns: (transfer full): the edit
 */
QpEdit *
qp_edit_set (QpId id, const QpField *field, const QpValue *value)
{
  QpEdit *self = edit_new (QP_EDIT_SET, id);

  self->field = field;
  self->value = qp_value_copy (value);
  return self;
}

/**
 * qp_edit_insert:
 * @parent: the node to put it into
 * @position: position among the children, or -1 for the end
 * @node: (transfer none): the new node; no id in it may be in the document yet
 *
 * Returns: (transfer full): the edit
 */
QpEdit *
qp_edit_insert (QpId parent, int position, QpNode *node)
{
  QpEdit *self = edit_new (QP_EDIT_INSERT, parent);

  self->position = position;
  self->node = qp_node_ref (node);
  return self;
}

/**
 * qp_edit_remove:
 * @id: a node, not the root
 *
 * Returns: (transfer full): the edit
 */
QpEdit *
qp_edit_remove (QpId id)
{
  return edit_new (QP_EDIT_REMOVE, id);
}

/**
 * qp_edit_move:
 * @id: a node, not the root
 * @parent: its new parent, which may be the old one
 * @position: position among the new siblings (counted without the node itself), or -1 for the end
 *
 * Returns: (transfer full): the edit
 */
QpEdit *
qp_edit_move (QpId id, QpId parent, int position)
{
  QpEdit *self = edit_new (QP_EDIT_MOVE, id);

  self->parent = parent;
  self->position = position;
  return self;
}

/**
 * qp_edit_free:
 * @self: (transfer full) (nullable): an edit
 */
void
qp_edit_free (QpEdit *self)
{
  if (self == NULL)
    return;
  if (self->type == QP_EDIT_SET)
    qp_value_clear (&self->value);
  qp_node_unref (self->node);
  g_free (self);
}

/**
 * qp_edits_new:
 *
 * Returns: (transfer full) (element-type QpEdit): an empty list that owns its edits
 */
GPtrArray *
qp_edits_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) qp_edit_free);
}
