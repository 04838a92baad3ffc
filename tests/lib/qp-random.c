/* qp-random.c: random documents over the tables, for property tests
 *
 * The same generator state gives the same document. Values are hard ones on purpose: bounds, extremes, all
 * writing systems, white space that XML likes to change.
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "lib/qp-random.h"

#include <math.h>

#define LARGEST 1e12

/**
 * qp_random_id:
 * @rand: generator
 *
 * Returns: an id that depends on nothing but @rand
 */
QpId
qp_random_id (GRand *rand)
{
  const guint64 hi = (guint64) g_rand_int (rand) << 32 | g_rand_int (rand);
  const guint64 lo = (guint64) g_rand_int (rand) << 32 | g_rand_int (rand);
  return (QpId){ hi, lo | 1 };
}

static char *
random_text (GRand *rand)
{
  static const char *const pieces[] = {
    "a",  "Z",  "7",  " ",  "  ", "\n", "\t", "\r",   "\r\n", "<",    ">",    "&",    "\"",   "'",          "]]>",
    "--", "&amp;", "<!DOCTYPE", "千屏", "北京路", "𠮷", "😀", "👨‍👩‍👧", "é", "e\xcc\x81", "\xc2\x85", "\xe2\x80\xa8",
    "\xc2\xa0", "\xe2\x80\x89", "−", "×", "%s", "%n", "\xef\xbb\xbf", "\xef\xbf\xbd", "\xf4\x8f\xbf\xbd", "urn:x", "עברית",
  };
  const guint n = g_rand_boolean (rand) ? 1 + g_rand_int_range (rand, 0, 12) : 1 + g_rand_int_range (rand, 0, 200);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
  return g_string_free (text, FALSE);
}

static QpValue
random_string (GRand *rand)
{
  g_autofree char *text = random_text (rand);
  return qp_value_text (text);
}

static QpValue
random_date (GRand *rand)
{
  static const char *const formats[] = { "%04d", "%04d-%02d", "%04d-%02d-%02d" };
  char text[16];

  g_snprintf (text, sizeof text, formats[g_rand_int_range (rand, 0, 3)], g_rand_int_range (rand, 1, 10000),
              g_rand_int_range (rand, 1, 13), g_rand_int_range (rand, 1, 29));
  return qp_value_text (text);
}

/* a number within the field's bounds, often on one of them */
static double
random_number (GRand *rand, const QpField *field)
{
  const double min = isnan (field->min) ? -LARGEST : field->min;
  const double max = isnan (field->max) ? LARGEST : field->max;
  const double whole = floor (g_rand_double_range (rand, -1000, 1000)); /* not within CLAMP, which asks three times */

  switch (g_rand_int_range (rand, 0, 6))
    {
    case 0:
      return min;
    case 1:
      return max;
    case 2:
      return CLAMP (0.1 + 0.2, min, max);
    case 3:
      return CLAMP (whole, min, max);
    default:
      return g_rand_double_range (rand, min, max);
    }
}

static gint64
random_integer (GRand *rand, const QpField *field)
{
  const gboolean scaled = field->type == QP_FIELD_LENGTH || field->type == QP_FIELD_MONEY;
  const double scale = scaled ? pow (10, qp_unit_decimals (field->unit)) : 1;
  const double number = random_number (rand, field);

  if (field->type == QP_FIELD_BOOL)
    return g_rand_boolean (rand);
  if (field->type == QP_FIELD_ENUM)
    {
      int n = 0;
      while (field->values[n].key != NULL)
        n++;
      return g_rand_int_range (rand, 0, n);
    }
  const gint64 low = isnan (field->min) ? G_MININT64 : llround (ceil (field->min * scale));
  const gint64 high = isnan (field->max) ? G_MAXINT64 : llround (floor (field->max * scale));
  return CLAMP (llround (number * scale), low, high);
}

static QpValue
random_points (GRand *rand)
{
  const guint n = (guint) g_rand_int_range (rand, 1, 30);
  g_autofree QpPoint *at = g_new (QpPoint, n);

  for (guint i = 0; i < n; i++)
    {
      const double size = pow (10, g_rand_int_range (rand, 0, 16));
      at[i].x = llround (g_rand_double_range (rand, -size, size));
      at[i].y = llround (g_rand_double_range (rand, -size, size));
    }
  return qp_value_points (qp_points_new (at, n));
}

static QpValue
random_data (GRand *rand)
{
  const gsize length = (gsize) g_rand_int_range (rand, 1, 400);
  guint8 *bytes = g_malloc (length);

  for (gsize i = 0; i < length; i++)
    bytes[i] = (guint8) g_rand_int (rand);
  return qp_value_bytes (g_bytes_new_take (bytes, length));
}

/**
 * qp_random_value:
 * @rand: generator
 * @field: a field
 *
 * Returns: (transfer full): a value of the field within its range, in one of five cases not known; references
 *   lead to a node that does not exist
 */
QpValue
qp_random_value (GRand *rand, const QpField *field)
{
  if (g_rand_int_range (rand, 0, 5) == 0)
    return qp_value_unset (qp_field_type_storage (field->type));
  switch (field->type)
    {
    case QP_FIELD_STRING:
      return random_string (rand);
    case QP_FIELD_DATE:
      return random_date (rand);
    case QP_FIELD_REAL:
      return qp_value_real (random_number (rand, field));
    case QP_FIELD_REF:
      return qp_value_id (qp_random_id (rand));
    case QP_FIELD_POINTS:
      return random_points (rand);
    case QP_FIELD_DATA:
      return random_data (rand);
    case QP_FIELD_INT:
    case QP_FIELD_LENGTH:
    case QP_FIELD_MONEY:
    case QP_FIELD_TIME:
    case QP_FIELD_BOOL:
    case QP_FIELD_ENUM:
    default:
      return qp_value_integer (random_integer (rand, field));
    }
}

/* what a node will be, before there is one */
typedef struct
{
  QpKind kind;
  QpId id;
  guint parent;
} Sketch;

static QpKind
random_child_kind (GRand *rand, QpKind parent)
{
  const guint first = (guint) g_rand_int_range (rand, 0, QP_N_KINDS);

  for (guint i = 0; i < QP_N_KINDS; i++)
    if (qp_kind_may_contain (parent, (first + i) % QP_N_KINDS))
      return (first + i) % QP_N_KINDS;
  return QP_KIND_NONE;
}

static GArray *
random_sketches (GRand *rand, QpKind root_kind, guint n_nodes)
{
  GArray *sketches = g_array_new (FALSE, FALSE, sizeof (Sketch));
  const Sketch root = { root_kind, qp_random_id (rand), 0 };

  g_array_append_val (sketches, root);
  while (sketches->len < n_nodes)
    {
      const guint parent = (guint) g_rand_int_range (rand, 0, (gint32) sketches->len);
      const QpKind kind = random_child_kind (rand, g_array_index (sketches, Sketch, parent).kind);
      const Sketch sketch = { kind, qp_random_id (rand), parent };
      if (kind != QP_KIND_NONE)
        g_array_append_val (sketches, sketch);
    }
  return sketches;
}

/* an existing node of the kind that the field is named after */
static QpValue
random_reference (GRand *rand, const QpField *field, const GArray *sketches)
{
  const QpKind wanted = qp_kind_from_element (field->name);
  const guint first = (guint) g_rand_int_range (rand, 0, (gint32) sketches->len);

  for (guint i = 0; i < sketches->len; i++)
    {
      const Sketch *sketch = &g_array_index (sketches, Sketch, (first + i) % sketches->len);
      if (sketch->kind == wanted)
        return qp_value_id (sketch->id);
    }
  return qp_value_unset (QP_STORAGE_ID);
}

static QpNode *
build (GRand *rand, const GArray *sketches, guint index)
{
  const Sketch *sketch = &g_array_index (sketches, Sketch, index);
  const QpKindInfo *info = qp_kind_info (sketch->kind);
  QpNode *node = qp_node_new (sketch->kind, sketch->id);
  g_autoptr (GPtrArray) children = g_ptr_array_new_with_free_func ((GDestroyNotify) qp_node_unref);

  for (guint i = 0; i < info->n_fields; i++)
    {
      const QpField *field = &info->fields[i];
      g_auto (QpValue) value = field->type == QP_FIELD_REF ? random_reference (rand, field, sketches)
                                                           : qp_random_value (rand, field);
      if (g_rand_int_range (rand, 0, 3) != 0)
        qp_node_init_value (node, field, &value);
    }
  for (guint i = index + 1; i < sketches->len; i++)
    if (g_array_index (sketches, Sketch, i).parent == index)
      g_ptr_array_add (children, build (rand, sketches, i));
  g_autoptr (QpNodeList) list = qp_node_list_new ((QpNode *const *) children->pdata, children->len);
  qp_node_init_children (node, list);
  return node;
}

/**
 * qp_random_node:
 * @rand: generator
 * @kind: a kind
 *
 * Returns: (transfer full): a node with random fields and no children; references are not known
 */
QpNode *
qp_random_node (GRand *rand, QpKind kind)
{
  return qp_random_document (rand, kind, 1);
}

/**
 * qp_random_document:
 * @rand: generator
 * @root_kind: kind of the root: %QP_KIND_PROJECT, %QP_KIND_CATALOGUE, or any kind for a part of a document
 * @n_nodes: how many nodes it has
 *
 * Returns: (transfer full): a document that is right in every way: values in range, references that lead to
 *   nodes of the right kind, nesting as the tables allow
 */
QpNode *
qp_random_document (GRand *rand, QpKind root_kind, guint n_nodes)
{
  g_autoptr (GArray) sketches = random_sketches (rand, root_kind, n_nodes);
  return build (rand, sketches, 0);
}
