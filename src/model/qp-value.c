/* qp-value.c: ids, point lists and the value of one field
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/qp-value.h"

#include <math.h>
#include <string.h>

/**
 * qp_id_new:
 *
 * Returns: a new random id (UUID version 4)
 */
QpId
qp_id_new (void)
{
  const guint64 hi = ((guint64) g_random_int () << 32) | g_random_int ();
  const guint64 lo = ((guint64) g_random_int () << 32) | g_random_int ();

  return (QpId){ (hi & ~G_GUINT64_CONSTANT (0xf000)) | 0x4000,
                 (lo & G_GUINT64_CONSTANT (0x3fffffffffffffff)) | G_GUINT64_CONSTANT (0x8000000000000000) };
}

/**
 * qp_id_parse:
 * @text: 36 characters, as `f81d4fae-7dec-11d0-a765-00a0c91e6bf6`
 * @id: (out): the id
 *
 * Returns: whether @text is an id
 */
gboolean
qp_id_parse (const char *text, QpId *id)
{
  guint64 half[2] = { 0, 0 };
  guint n = 0;

  for (guint i = 0; i < QP_ID_TEXT_SIZE - 1; i++)
    {
      if (i == 8 || i == 13 || i == 18 || i == 23)
        {
          if (text[i] != '-')
            return FALSE;
          continue;
        }
      const int digit = g_ascii_xdigit_value (text[i]);
      if (digit < 0)
        return FALSE;
      half[n / 16] = half[n / 16] << 4 | (guint64) digit;
      n++;
    }
  *id = (QpId){ half[0], half[1] };
  return text[QP_ID_TEXT_SIZE - 1] == '\0' && !qp_id_is_none (*id);
}

/**
 * qp_id_to_text:
 * @id: an id
 * @text: (out): place for the text
 *
 * Returns: @text
 */
const char *
qp_id_to_text (QpId id, char text[QP_ID_TEXT_SIZE])
{
  static const char digits[] = "0123456789abcdef";
  guint at = 0;

  for (guint n = 0; n < 32; n++)
    {
      if (n == 8 || n == 12 || n == 16 || n == 20)
        text[at++] = '-';
      text[at++] = digits[(n < 16 ? id.hi : id.lo) >> (60 - 4 * (n % 16)) & 15];
    }
  text[at] = '\0';
  return text;
}

/**
 * qp_id_hash:
 * @id: (type QpId): an id
 *
 * Returns: a hash of it, for #GHashTable
 */
guint
qp_id_hash (gconstpointer id)
{
  const QpId *self = id;
  const guint64 mixed = (self->hi ^ self->lo) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  return (guint) (mixed >> 32);
}

/**
 * qp_id_equal_p:
 * @a: (type QpId): an id
 * @b: (type QpId): another
 *
 * Returns: whether they are the same, for #GHashTable
 */
gboolean
qp_id_equal_p (gconstpointer a, gconstpointer b)
{
  return qp_id_equal (*(const QpId *) a, *(const QpId *) b);
}

/**
 * qp_points_new:
 * @at: (array length=n): points in micrometres
 * @n: how many
 *
 * Returns: (transfer full): an immutable list of them
 */
QpPoints *
qp_points_new (const QpPoint *at, guint n)
{
  QpPoints *self = g_malloc (sizeof *self + n * sizeof *at);

  g_atomic_ref_count_init (&self->ref_count);
  self->n = n;
  if (n > 0)
    memcpy (self->at, at, n * sizeof *at);
  return self;
}

/**
 * qp_points_ref:
 * @self: a list
 *
 * Returns: (transfer full): @self
 */
QpPoints *
qp_points_ref (QpPoints *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * qp_points_unref:
 * @self: (transfer full) (nullable): a list
 */
void
qp_points_unref (QpPoints *self)
{
  if (self != NULL && g_atomic_ref_count_dec (&self->ref_count))
    g_free (self);
}

/**
 * qp_field_type_storage:
 * @type: a field type
 *
 * Returns: how its values are kept
 */
QpStorage
qp_field_type_storage (QpFieldType type)
{
  switch (type)
    {
    case QP_FIELD_STRING:
    case QP_FIELD_DATE:
      return QP_STORAGE_TEXT;
    case QP_FIELD_REAL:
      return QP_STORAGE_REAL;
    case QP_FIELD_REF:
      return QP_STORAGE_ID;
    case QP_FIELD_POINTS:
      return QP_STORAGE_POINTS;
    case QP_FIELD_DATA:
      return QP_STORAGE_BYTES;
    case QP_FIELD_INT:
    case QP_FIELD_LENGTH:
    case QP_FIELD_MONEY:
    case QP_FIELD_TIME:
    case QP_FIELD_BOOL:
    case QP_FIELD_ENUM:
    default:
      return QP_STORAGE_INTEGER;
    }
}

/**
 * qp_value_clear:
 * @self: an owned value
 *
 * Lets go of what it holds; it is unset afterwards.
 */
void
qp_value_clear (QpValue *self)
{
  switch (self->storage)
    {
    case QP_STORAGE_TEXT:
      g_clear_pointer (&self->text, g_ref_string_release);
      break;
    case QP_STORAGE_POINTS:
      g_clear_pointer (&self->points, qp_points_unref);
      break;
    case QP_STORAGE_BYTES:
      g_clear_pointer (&self->bytes, g_bytes_unref);
      break;
    case QP_STORAGE_INTEGER:
      self->integer = QP_UNSET;
      break;
    case QP_STORAGE_REAL:
      self->real = NAN;
      break;
    case QP_STORAGE_ID:
    default:
      self->id = QP_ID_NONE;
      break;
    }
}

/**
 * qp_value_copy:
 * @self: a value
 *
 * Returns: (transfer full): the same value, owned; texts and lists are shared
 */
QpValue
qp_value_copy (const QpValue *self)
{
  QpValue copy = *self;

  if (self->storage == QP_STORAGE_TEXT && self->text != NULL)
    g_ref_string_acquire (copy.text);
  else if (self->storage == QP_STORAGE_POINTS && self->points != NULL)
    qp_points_ref (copy.points);
  else if (self->storage == QP_STORAGE_BYTES && self->bytes != NULL)
    g_bytes_ref (copy.bytes);
  return copy;
}

static gboolean
points_equal (const QpPoints *a, const QpPoints *b)
{
  return a == b || (a != NULL && b != NULL && a->n == b->n && memcmp (a->at, b->at, a->n * sizeof a->at[0]) == 0);
}

/**
 * qp_value_equal:
 * @a: a value
 * @b: another of the same storage
 *
 * Returns: whether they are equal; two unset values are
 */
gboolean
qp_value_equal (const QpValue *a, const QpValue *b)
{
  if (a->storage != b->storage)
    return FALSE;
  switch (a->storage)
    {
    case QP_STORAGE_TEXT:
      return a->text == b->text || g_strcmp0 (a->text, b->text) == 0;
    case QP_STORAGE_REAL:
      return a->real == b->real || (isnan (a->real) && isnan (b->real));
    case QP_STORAGE_ID:
      return qp_id_equal (a->id, b->id);
    case QP_STORAGE_POINTS:
      return points_equal (a->points, b->points);
    case QP_STORAGE_BYTES:
      return a->bytes == b->bytes || (a->bytes != NULL && b->bytes != NULL && g_bytes_equal (a->bytes, b->bytes));
    case QP_STORAGE_INTEGER:
    default:
      return a->integer == b->integer;
    }
}

/**
 * qp_value_is_unset:
 * @self: a value
 *
 * Returns: whether it means "not known"
 */
gboolean
qp_value_is_unset (const QpValue *self)
{
  switch (self->storage)
    {
    case QP_STORAGE_TEXT:
      return self->text == NULL;
    case QP_STORAGE_REAL:
      return isnan (self->real);
    case QP_STORAGE_ID:
      return qp_id_is_none (self->id);
    case QP_STORAGE_POINTS:
      return self->points == NULL;
    case QP_STORAGE_BYTES:
      return self->bytes == NULL;
    case QP_STORAGE_INTEGER:
    default:
      return self->integer == QP_UNSET;
    }
}

/**
 * qp_value_unset:
 * @storage: a storage
 *
 * Returns: the value that means "not known"
 */
QpValue
qp_value_unset (QpStorage storage)
{
  switch (storage)
    {
    case QP_STORAGE_INTEGER:
      return (QpValue){ .storage = storage, .integer = QP_UNSET };
    case QP_STORAGE_REAL:
      return (QpValue){ .storage = storage, .real = NAN };
    case QP_STORAGE_ID:
      return (QpValue){ .storage = storage, .id = QP_ID_NONE };
    case QP_STORAGE_TEXT:
    case QP_STORAGE_POINTS:
    case QP_STORAGE_BYTES:
    default:
      return (QpValue){ .storage = storage, .text = NULL };
    }
}

/**
 * qp_value_integer:
 * @integer: a number in the field's smallest unit (micrometres, hundredths, minutes, index of a choice)
 *
 * Returns: the value
 */
QpValue
qp_value_integer (gint64 integer)
{
  return (QpValue){ .storage = QP_STORAGE_INTEGER, .integer = integer };
}

/**
 * qp_value_real:
 * @real: a number in the field's unit
 *
 * Returns: the value
 */
QpValue
qp_value_real (double real)
{
  return (QpValue){ .storage = QP_STORAGE_REAL, .real = real };
}

/**
 * qp_value_text:
 * @text: (nullable): UTF-8 text; "" counts as not known
 *
 * Returns: (transfer full): the value, with a copy of @text
 */
QpValue
qp_value_text (const char *text)
{
  const gboolean empty = text == NULL || *text == '\0';
  return (QpValue){ .storage = QP_STORAGE_TEXT, .text = empty ? NULL : g_ref_string_new (text) };
}

/**
 * qp_value_id:
 * @id: an id
 *
 * Returns: the value
 */
QpValue
qp_value_id (QpId id)
{
  return (QpValue){ .storage = QP_STORAGE_ID, .id = id };
}

/**
 * qp_value_points:
 * @points: (transfer full) (nullable): a list
 *
 * Returns: (transfer full): the value
 */
QpValue
qp_value_points (QpPoints *points)
{
  return (QpValue){ .storage = QP_STORAGE_POINTS, .points = points };
}

/**
 * qp_value_bytes:
 * @bytes: (transfer full) (nullable): bytes
 *
 * Returns: (transfer full): the value
 */
QpValue
qp_value_bytes (GBytes *bytes)
{
  return (QpValue){ .storage = QP_STORAGE_BYTES, .bytes = bytes };
}
