/* qp-foreign.c: what a newer minor version wrote into a node, kept word for word
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/qp-node.h"

struct _QpForeign
{
  gatomicrefcount ref_count;
  GPtrArray *attributes; /* name, value, name, value … */
  GPtrArray *elements;
};

/**
 * qp_foreign_new:
 *
 * Returns: (transfer full): an empty store; to be filled before it is handed to a node
 */
QpForeign *
qp_foreign_new (void)
{
  QpForeign *self = g_new0 (QpForeign, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->attributes = g_ptr_array_new_with_free_func (g_free);
  self->elements = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/**
 * qp_foreign_ref:
 * @self: a store
 *
 * Returns: (transfer full): @self
 */
QpForeign *
qp_foreign_ref (QpForeign *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * qp_foreign_unref:
 * @self: (transfer full) (nullable): a store
 */
void
qp_foreign_unref (QpForeign *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_ptr_array_unref (self->attributes);
  g_ptr_array_unref (self->elements);
  g_free (self);
}

/**
 * qp_foreign_add_attribute:
 * @self: a store not yet handed on
 * @name: attribute name as written, with its prefix
 * @value: its value
 */
void
qp_foreign_add_attribute (QpForeign *self, const char *name, const char *value)
{
  g_ptr_array_add (self->attributes, g_strdup (name));
  g_ptr_array_add (self->attributes, g_strdup (value));
}

/**
 * qp_foreign_add_element:
 * @self: a store not yet handed on
 * @xml: a whole element with all that is in it
 */
void
qp_foreign_add_element (QpForeign *self, const char *xml)
{
  g_ptr_array_add (self->elements, g_strdup (xml));
}

/**
 * qp_foreign_n_attributes:
 * @self: (nullable): a store
 *
 * Returns: how many attributes it keeps
 */
guint
qp_foreign_n_attributes (const QpForeign *self)
{
  return self == NULL ? 0 : self->attributes->len / 2;
}

/**
 * qp_foreign_attribute:
 * @self: a store
 * @index: below qp_foreign_n_attributes()
 * @value: (out) (transfer none): its value
 *
 * Returns: (transfer none): the attribute's name
 */
const char *
qp_foreign_attribute (const QpForeign *self, guint index, const char **value)
{
  *value = g_ptr_array_index (self->attributes, 2 * index + 1);
  return g_ptr_array_index (self->attributes, 2 * index);
}

/**
 * qp_foreign_n_elements:
 * @self: (nullable): a store
 *
 * Returns: how many elements it keeps
 */
guint
qp_foreign_n_elements (const QpForeign *self)
{
  return self == NULL ? 0 : self->elements->len;
}

/**
 * qp_foreign_element:
 * @self: a store
 * @index: below qp_foreign_n_elements()
 *
 * Returns: (transfer none): the element as XML
 */
const char *
qp_foreign_element (const QpForeign *self, guint index)
{
  return g_ptr_array_index (self->elements, index);
}

static gboolean
texts_equal (const GPtrArray *a, const GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (g_strcmp0 (g_ptr_array_index (a, i), g_ptr_array_index (b, i)) != 0)
      return FALSE;
  return TRUE;
}

static gboolean
has_attribute (const QpForeign *self, const char *name, const char *value)
{
  const char *own;

  for (guint i = 0; i < qp_foreign_n_attributes (self); i++)
    if (g_strcmp0 (qp_foreign_attribute (self, i, &own), name) == 0)
      return g_strcmp0 (own, value) == 0;
  return FALSE;
}

/* their order means nothing in XML */
static gboolean
attributes_equal (const QpForeign *a, const QpForeign *b)
{
  const char *value;

  if (qp_foreign_n_attributes (a) != qp_foreign_n_attributes (b))
    return FALSE;
  for (guint i = 0; i < qp_foreign_n_attributes (a); i++)
    {
      const char *name = qp_foreign_attribute (a, i, &value);
      if (!has_attribute (b, name, value))
        return FALSE;
    }
  return TRUE;
}

/**
 * qp_foreign_equal:
 * @a: (nullable): a store
 * @b: (nullable): another
 *
 * Returns: whether they keep the same; the order of attributes does not matter
 */
gboolean
qp_foreign_equal (const QpForeign *a, const QpForeign *b)
{
  if (a == b)
    return TRUE;
  return a != NULL && b != NULL && attributes_equal (a, b) && texts_equal (a->elements, b->elements);
}
