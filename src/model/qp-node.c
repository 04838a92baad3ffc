/* qp-node.c: making, sharing, changing and comparing nodes by their tables
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/qp-kinds.h"
#include "model/qp-node-list-private.h"

#include <string.h>

static gpointer
slot_of (const QpNode *self, const QpField *field)
{
  return (guint8 *) self + field->offset;
}

/* takes the value; the slot holds nothing yet, or something without a reference */
static void
store_value (QpNode *self, const QpField *field, const QpValue *value)
{
  gpointer slot = slot_of (self, field);

  switch (value->storage)
    {
    case QP_STORAGE_TEXT:
      *(char **) slot = value->text;
      break;
    case QP_STORAGE_REAL:
      *(double *) slot = value->real;
      break;
    case QP_STORAGE_ID:
      *(QpId *) slot = value->id;
      break;
    case QP_STORAGE_POINTS:
      *(QpPoints **) slot = value->points;
      break;
    case QP_STORAGE_BYTES:
      *(GBytes **) slot = value->bytes;
      break;
    case QP_STORAGE_INTEGER:
    default:
      *(gint64 *) slot = value->integer;
      break;
    }
}

/**
 * qp_node_get:
 * @self: a node
 * @field: a field of its kind
 *
 * Returns: (transfer none): the value, borrowed from the node
 */
QpValue
qp_node_get (const QpNode *self, const QpField *field)
{
  const QpStorage storage = qp_field_type_storage (field->type);
  const gconstpointer slot = slot_of (self, field);

  switch (storage)
    {
    case QP_STORAGE_TEXT:
      return (QpValue){ .storage = storage, .text = *(char *const *) slot };
    case QP_STORAGE_REAL:
      return (QpValue){ .storage = storage, .real = *(const double *) slot };
    case QP_STORAGE_ID:
      return (QpValue){ .storage = storage, .id = *(const QpId *) slot };
    case QP_STORAGE_POINTS:
      return (QpValue){ .storage = storage, .points = *(QpPoints *const *) slot };
    case QP_STORAGE_BYTES:
      return (QpValue){ .storage = storage, .bytes = *(GBytes *const *) slot };
    case QP_STORAGE_INTEGER:
    default:
      return (QpValue){ .storage = storage, .integer = *(const gint64 *) slot };
    }
}

/* a node with the fields' defaults, by kind; made once, then copied */
static const QpNode *
prototype (QpKind kind)
{
  static QpNode *prototypes[QP_N_KINDS];

  if (g_once_init_enter (&prototypes[kind]))
    {
      const QpKindInfo *info = qp_kind_info (kind);
      QpNode *node = g_malloc0 (info->size);

      node->kind = kind;
      for (guint i = 0; i < info->n_fields; i++)
        {
          QpValue value;
          const char *initial = info->fields[i].initial;
          const QpFieldProblem problem = qp_field_parse (&info->fields[i], initial == NULL ? "" : initial, &value);
          g_assert (problem == QP_FIELD_FINE);
          store_value (node, &info->fields[i], &value);
        }
      g_once_init_leave (&prototypes[kind], node);
    }
  return prototypes[kind];
}

/* whether the field holds a reference, which copies and ends have to count */
static gboolean
holds_reference (const QpNode *self, const QpField *field)
{
  switch (qp_field_type_storage (field->type))
    {
    case QP_STORAGE_TEXT:
    case QP_STORAGE_POINTS:
    case QP_STORAGE_BYTES:
      return *(const gconstpointer *) slot_of (self, field) != NULL;
    default:
      return FALSE;
    }
}

/* the struct with all its values, each with a reference of its own; children and foreign are for the caller */
static QpNode *
copy_fields (const QpNode *from)
{
  const QpKindInfo *info = qp_kind_info (from->kind);
  QpNode *self = g_memdup2 (from, info->size);

  g_atomic_ref_count_init (&self->ref_count);
  for (guint i = 0; i < info->n_fields; i++)
    if (holds_reference (from, &info->fields[i]))
      {
        const QpValue value = qp_node_get (from, &info->fields[i]);
        const QpValue copy = qp_value_copy (&value);
        store_value (self, &info->fields[i], &copy);
      }
  return self;
}

/**
 * qp_node_new:
 * @kind: a kind
 * @id: its permanent id
 *
 * Returns: (transfer full): a node with the defaults of its table and no children
 */
QpNode *
qp_node_new (QpKind kind, QpId id)
{
  QpNode *self = copy_fields (prototype (kind));

  self->id = id;
  self->children = qp_node_list_empty ();
  self->foreign = NULL;
  return self;
}

/**
 * qp_node_ref:
 * @self: a node
 *
 * Returns: (transfer full): @self
 */
QpNode *
qp_node_ref (QpNode *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * qp_node_unref:
 * @self: (transfer full) (nullable): a node
 */
void
qp_node_unref (QpNode *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;

  const QpKindInfo *info = qp_kind_info (self->kind);
  for (guint i = 0; i < info->n_fields; i++)
    if (holds_reference (self, &info->fields[i]))
      {
        QpValue value = qp_node_get (self, &info->fields[i]);
        qp_value_clear (&value);
      }
  qp_node_list_unref (self->children);
  qp_foreign_unref (self->foreign);
  g_free (self);
}

static QpNode *
copy_node (const QpNode *from)
{
  QpNode *self = copy_fields (from);

  qp_node_list_ref (self->children);
  if (self->foreign != NULL)
    qp_foreign_ref (self->foreign);
  return self;
}

/**
 * qp_node_init_value:
 * @self: a new node that has not been handed on
 * @field: a field of its kind
 * @value: (transfer none): its value
 */
void
qp_node_init_value (QpNode *self, const QpField *field, const QpValue *value)
{
  QpValue old = qp_node_get (self, field);
  const QpValue copy = qp_value_copy (value);

  g_return_if_fail (old.storage == value->storage);
  store_value (self, field, &copy);
  qp_value_clear (&old);
}

/**
 * qp_node_init_children:
 * @self: a new node that has not been handed on
 * @children: (transfer none): its children
 */
void
qp_node_init_children (QpNode *self, QpNodeList *children)
{
  QpNodeList *old = self->children;

  self->children = qp_node_list_ref (children);
  qp_node_list_unref (old);
}

/**
 * qp_node_init_foreign:
 * @self: a new node that has not been handed on
 * @foreign: (transfer none) (nullable): what a newer version wrote into it
 */
void
qp_node_init_foreign (QpNode *self, QpForeign *foreign)
{
  QpForeign *old = self->foreign;

  self->foreign = foreign == NULL ? NULL : qp_foreign_ref (foreign);
  qp_foreign_unref (old);
}

/**
 * qp_node_with:
 * @self: a node
 * @field: a field of its kind
 * @value: (transfer none): another value for it
 *
 * Returns: (transfer full): a node that differs from @self in this value only
 */
QpNode *
qp_node_with (const QpNode *self, const QpField *field, const QpValue *value)
{
  QpNode *copy = copy_node (self);
  qp_node_init_value (copy, field, value);
  return copy;
}

/**
 * qp_node_with_children:
 * @self: a node
 * @children: (transfer none): other children
 *
 * Returns: (transfer full): a node that differs from @self in its children only
 */
QpNode *
qp_node_with_children (const QpNode *self, QpNodeList *children)
{
  QpNode *copy = copy_node (self);
  qp_node_init_children (copy, children);
  return copy;
}

/**
 * qp_node_copy_as_new:
 * @self: a node
 *
 * Returns: (transfer full): a copy of it and of all that is in it, with new ids
 */
QpNode *
qp_node_copy_as_new (const QpNode *self)
{
  QpNode *copy = copy_node (self);
  const guint n = qp_node_list_length (self->children);

  copy->id = qp_id_new ();
  if (n == 0)
    return copy;

  g_autoptr (GPtrArray) children = g_ptr_array_new_with_free_func ((GDestroyNotify) qp_node_unref);
  QpNodeIter iter;
  qp_node_iter_init (&iter, self->children);
  for (QpNode *child; (child = qp_node_iter_next (&iter)) != NULL;)
    g_ptr_array_add (children, qp_node_copy_as_new (child));
  g_autoptr (QpNodeList) list = qp_node_list_new ((QpNode *const *) children->pdata, n);
  qp_node_init_children (copy, list);
  return copy;
}

/**
 * qp_node_equal_fields:
 * @a: a node
 * @b: another
 *
 * Returns: whether kind, id, all fields and what a newer version wrote are equal; children are not compared
 */
gboolean
qp_node_equal_fields (const QpNode *a, const QpNode *b)
{
  if (a == b)
    return TRUE;
  if (a->kind != b->kind || !qp_id_equal (a->id, b->id) || !qp_foreign_equal (a->foreign, b->foreign))
    return FALSE;

  const QpKindInfo *info = qp_kind_info (a->kind);
  for (guint i = 0; i < info->n_fields; i++)
    {
      const QpValue va = qp_node_get (a, &info->fields[i]);
      const QpValue vb = qp_node_get (b, &info->fields[i]);
      if (!qp_value_equal (&va, &vb))
        return FALSE;
    }
  return TRUE;
}

/**
 * qp_node_equal:
 * @a: a node
 * @b: another
 *
 * Returns: whether they and all that is in them are equal
 */
gboolean
qp_node_equal (const QpNode *a, const QpNode *b)
{
  if (a == b)
    return TRUE;
  if (!qp_node_equal_fields (a, b) || qp_node_list_length (a->children) != qp_node_list_length (b->children))
    return FALSE;

  QpNodeIter ia, ib;
  qp_node_iter_init (&ia, a->children);
  qp_node_iter_init (&ib, b->children);
  for (const QpNode *ca; (ca = qp_node_iter_next (&ia)) != NULL;)
    if (!qp_node_equal (ca, qp_node_iter_next (&ib)))
      return FALSE;
  return TRUE;
}

/**
 * qp_node_name:
 * @self: a node
 *
 * Returns: (transfer none) (nullable): the name that the user gave it
 */
const char *
qp_node_name (const QpNode *self)
{
  const QpKindInfo *info = qp_kind_info (self->kind);
  return info->name_field < 0 ? NULL : qp_node_get (self, &info->fields[info->name_field]).text;
}

/**
 * qp_node_display_name:
 * @self: a node
 *
 * Returns: (transfer full): its name, or the translated name of its kind when it has none
 */
char *
qp_node_display_name (const QpNode *self)
{
  const char *name = qp_node_name (self);
  return g_strdup (name != NULL ? name : qp_kind_label (self->kind));
}

static gsize
value_size (const QpValue *value)
{
  switch (value->storage)
    {
    case QP_STORAGE_TEXT:
      return value->text == NULL ? 0 : g_ref_string_length (value->text) + 24;
    case QP_STORAGE_POINTS:
      return value->points == NULL ? 0 : sizeof (QpPoints) + value->points->n * sizeof (QpPoint);
    case QP_STORAGE_BYTES:
      return value->bytes == NULL ? 0 : g_bytes_get_size (value->bytes);
    default:
      return 0;
    }
}

/**
 * qp_node_size:
 * @self: a node
 *
 * Returns: memory that the node takes without its children, in bytes: struct, texts, points and data
 */
gsize
qp_node_size (const QpNode *self)
{
  const QpKindInfo *info = qp_kind_info (self->kind);
  gsize size = info->size + sizeof (QpNodeList) + self->children->n_chunks * sizeof (QpNodeSlot);

  for (guint i = 0; i < info->n_fields; i++)
    {
      const QpValue value = qp_node_get (self, &info->fields[i]);
      size += value_size (&value);
    }
  return size;
}
