/* qp-index.c: where each node of a root is, and the root that an edit gives
 *
 * The index borrows the nodes of its root. An edit copies the nodes from the one changed up to the root; the
 * diff names all of them, so keeping the index right costs as much as the edit did.
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "base/qp-error.h"
#include "model/qp-diff.h"
#include "model/qp-index.h"

typedef struct
{
  QpId id;
  QpId parent;
  QpNode *node; /* borrowed from the root */
} Entry;

struct _QpIndex
{
  GHashTable *entries; /* QpId → Entry */
};

static void
put (QpIndex *self, QpNode *node, QpId parent)
{
  Entry *entry = g_hash_table_lookup (self->entries, &node->id);

  if (entry == NULL)
    {
      entry = g_new (Entry, 1);
      entry->id = node->id;
      g_hash_table_insert (self->entries, &entry->id, entry);
    }
  entry->parent = parent;
  entry->node = node;
}

static void
put_tree (QpIndex *self, QpNode *node, QpId parent)
{
  QpNodeIter iter;

  put (self, node, parent);
  qp_node_iter_init (&iter, node->children);
  for (QpNode *child; (child = qp_node_iter_next (&iter)) != NULL;)
    put_tree (self, child, node->id);
}

/**
 * qp_index_new:
 * @root: a root; the index borrows from it
 *
 * Returns: (transfer full): an index of all that is in @root
 */
QpIndex *
qp_index_new (QpNode *root)
{
  QpIndex *self = g_new0 (QpIndex, 1);

  self->entries = g_hash_table_new_full (qp_id_hash, qp_id_equal_p, NULL, g_free);
  put_tree (self, root, QP_ID_NONE);
  return self;
}

/**
 * qp_index_free:
 * @self: (transfer full) (nullable): an index
 */
void
qp_index_free (QpIndex *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->entries);
  g_free (self);
}

/**
 * qp_index_node:
 * @self: an index
 * @id: an id
 *
 * Returns: (transfer none) (nullable): the node with this id
 */
QpNode *
qp_index_node (const QpIndex *self, QpId id)
{
  const Entry *entry = g_hash_table_lookup (self->entries, &id);
  return entry == NULL ? NULL : entry->node;
}

/**
 * qp_index_parent:
 * @self: an index
 * @id: an id
 *
 * Returns: the id of the node it stands in, or %QP_ID_NONE
 */
QpId
qp_index_parent (const QpIndex *self, QpId id)
{
  const Entry *entry = g_hash_table_lookup (self->entries, &id);
  return entry == NULL ? QP_ID_NONE : entry->parent;
}

/**
 * qp_index_update:
 * @self: an index of another root
 * @changes: (element-type QpChange): what qp_diff() found between that root and the new one
 *
 * Makes it an index of the new root.
 */
void
qp_index_update (QpIndex *self, const GArray *changes)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const QpChange *change = &g_array_index (changes, QpChange, i);
      if (change->type == QP_CHANGE_REMOVED)
        g_hash_table_remove (self->entries, &change->before->id);
      else
        put (self, (QpNode *) change->after, change->parent);
    }
}

/* the root in which `node` stands in place of the one that now has its id; `node` is taken */
static QpNode *
with_node (const QpIndex *self, QpNode *node)
{
  g_autoptr (QpNode) now = node;

  for (;;)
    {
      const QpNode *old = qp_index_node (self, now->id);
      const QpNode *parent = qp_index_node (self, qp_index_parent (self, now->id));
      if (parent == NULL)
        return g_steal_pointer (&now);

      const int position = qp_node_list_index_of (parent->children, old);
      g_autoptr (QpNodeList) children = qp_node_list_with (parent->children, (guint) position, now);
      qp_node_unref (now);
      now = qp_node_with_children (parent, children);
    }
}

static gboolean
fail (GError **error, int code, const char *message)
{
  g_set_error_literal (error, QP_ERROR, code, message);
  return FALSE;
}

static QpNode *
apply_set (const QpIndex *self, const QpEdit *edit, GError **error)
{
  const QpNode *node = qp_index_node (self, edit->id);

  if (node == NULL)
    return fail (error, QP_ERROR_NOT_FOUND, _ ("The object to be changed is not in the project.")), NULL;
  const QpKindInfo *info = qp_kind_info (node->kind);
  if (edit->field < info->fields || edit->field >= info->fields + info->n_fields
      || edit->value.storage != qp_field_type_storage (edit->field->type))
    return fail (error, QP_ERROR_INVALID, _ ("The object has no such property.")), NULL;
  if (qp_field_check (edit->field, &edit->value) != QP_FIELD_FINE)
    {
      g_autofree char *expected = qp_field_expected (edit->field);
      /* Translators: label of a field, then what it takes, such as "a number from 0 to 100 m" */
      g_set_error (error, QP_ERROR, QP_ERROR_INVALID, _ ("%s takes %s."), qp_field_label (edit->field), expected);
      return NULL;
    }
  return with_node (self, qp_node_with (node, edit->field, &edit->value));
}

static gboolean
any_id_known (const QpIndex *self, const QpNode *node)
{
  QpNodeIter iter;

  if (qp_index_node (self, node->id) != NULL)
    return TRUE;
  qp_node_iter_init (&iter, node->children);
  for (const QpNode *child; (child = qp_node_iter_next (&iter)) != NULL;)
    if (any_id_known (self, child))
      return TRUE;
  return FALSE;
}

static gboolean
may_stand_in (const QpNode *parent, const QpNode *node, GError **error)
{
  if (parent == NULL)
    return fail (error, QP_ERROR_NOT_FOUND, _ ("The object to put it into is not in the project."));
  if (qp_kind_may_contain (parent->kind, node->kind))
    return TRUE;
  g_set_error (error, QP_ERROR, QP_ERROR_INVALID, _ ("%s can’t be put into %s."), qp_kind_label (node->kind),
               qp_kind_label (parent->kind));
  return FALSE;
}

static QpNode *
with_inserted (const QpNode *parent, int position, QpNode *node)
{
  const guint length = qp_node_list_length (parent->children);
  const guint at = position < 0 || (guint) position > length ? length : (guint) position;
  g_autoptr (QpNodeList) children = qp_node_list_with_insert (parent->children, at, node);

  return qp_node_with_children (parent, children);
}

static QpNode *
apply_insert (const QpIndex *self, const QpEdit *edit, GError **error)
{
  const QpNode *parent = qp_index_node (self, edit->id);

  if (!may_stand_in (parent, edit->node, error))
    return NULL;
  if (any_id_known (self, edit->node))
    return fail (error, QP_ERROR_INVALID, _ ("The object is in the project already.")), NULL;
  return with_node (self, with_inserted (parent, edit->position, edit->node));
}

static QpNode *
apply_remove (const QpIndex *self, const QpEdit *edit, GError **error)
{
  const QpNode *node = qp_index_node (self, edit->id);
  const QpNode *parent = qp_index_node (self, qp_index_parent (self, edit->id));

  if (node == NULL)
    return fail (error, QP_ERROR_NOT_FOUND, _ ("The object to be removed is not in the project.")), NULL;
  if (parent == NULL)
    return fail (error, QP_ERROR_INVALID, _ ("The project itself can’t be removed.")), NULL;

  const int position = qp_node_list_index_of (parent->children, node);
  g_autoptr (QpNodeList) children = qp_node_list_without (parent->children, (guint) position);
  return with_node (self, qp_node_with_children (parent, children));
}

static gboolean
is_inside (const QpIndex *self, QpId id, QpId ancestor)
{
  for (; !qp_id_is_none (id); id = qp_index_parent (self, id))
    if (qp_id_equal (id, ancestor))
      return TRUE;
  return FALSE;
}

/* another place among the same siblings: one path is enough */
static QpNode *
moved_among_siblings (const QpIndex *self, const QpEdit *edit, QpNode *node)
{
  const QpNode *parent = qp_index_node (self, edit->parent);
  const int position = qp_node_list_index_of (parent->children, node);
  g_autoptr (QpNodeList) others = qp_node_list_without (parent->children, (guint) position);
  g_autoptr (QpNode) without = qp_node_with_children (parent, others);

  return with_node (self, with_inserted (without, edit->position, node));
}

static QpNode *
apply_move (const QpIndex *self, const QpEdit *edit, GError **error)
{
  QpNode *moved = qp_index_node (self, edit->id);

  if (moved != NULL && !qp_id_is_none (edit->parent) && qp_id_equal (qp_index_parent (self, edit->id), edit->parent))
    return moved_among_siblings (self, edit, moved);
  g_autoptr (QpNode) without = apply_remove (self, edit, error);

  if (without == NULL)
    return NULL;
  QpNode *node = qp_index_node (self, edit->id);
  if (!may_stand_in (qp_index_node (self, edit->parent), node, error))
    return NULL;
  if (is_inside (self, edit->parent, edit->id))
    return fail (error, QP_ERROR_INVALID, _ ("An object can’t be put into itself.")), NULL;

  /* moves into another parent are rare: an index of the root in between is simpler than two paths that share their upper part */
  g_autoptr (QpIndex) between = qp_index_new (without);
  const QpNode *parent = qp_index_node (between, edit->parent);
  return with_node (between, with_inserted (parent, edit->position, node));
}

/**
 * qp_index_apply:
 * @self: an index
 * @edit: an edit
 * @error: return location for a #GError: %QP_ERROR_NOT_FOUND, %QP_ERROR_INVALID
 *
 * Returns: (transfer full) (nullable): the root with the edit made; the index is still of the old one
 */
QpNode *
qp_index_apply (const QpIndex *self, const QpEdit *edit, GError **error)
{
  switch (edit->type)
    {
    case QP_EDIT_SET:
      return apply_set (self, edit, error);
    case QP_EDIT_INSERT:
      return apply_insert (self, edit, error);
    case QP_EDIT_REMOVE:
      return apply_remove (self, edit, error);
    case QP_EDIT_MOVE:
      return apply_move (self, edit, error);
    default:
      g_return_val_if_reached (NULL);
    }
}
