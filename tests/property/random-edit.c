/* random-edit.c: random values and edits that a document must accept
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "random-edit.h"

#include <math.h>

#define UNSET_IN 5 /* one value in so many is taken away */

static const char *const texts[] = { "广州北京路 8K 裸眼3D 屏", "a < b & \"c\" 'd'", " edges ", "line\nbreak\ttab", "é ß 🙂", "-",
                                     "0", "]]>" };

static QpValue
random_integer (GRand *rand, const QpField *field)
{
  const gint64 scale = field->type == QP_FIELD_INT || field->type == QP_FIELD_TIME
                           ? 1
                           : (gint64) pow (10, qp_unit_decimals (field->unit));
  const double min = isnan (field->min) ? -1000 : field->min;
  const double max = isnan (field->max) ? 1000 : field->max;

  /* the ends of the range are tried more often than chance would */
  switch (g_rand_int_range (rand, 0, 6))
    {
    case 0:
      return qp_value_integer ((gint64) ceil (min * (double) scale));
    case 1:
      return qp_value_integer ((gint64) floor (max * (double) scale));
    default:
      return qp_value_integer ((gint64) g_rand_double_range (rand, ceil (min * (double) scale), floor (max * (double) scale)));
    }
}

static QpValue
random_choice (GRand *rand, const QpField *field)
{
  int n = 0;

  while (field->values[n].key != NULL)
    n++;
  return qp_value_integer (g_rand_int_range (rand, 0, n));
}

static QpValue
random_date (GRand *rand)
{
  g_autofree char *text = g_strdup_printf ("%04d-%02d-%02d", g_rand_int_range (rand, 1990, 2040),
                                           g_rand_int_range (rand, 1, 13), g_rand_int_range (rand, 1, 29));

  return qp_value_text (text);
}

static QpValue
random_points (GRand *rand)
{
  QpPoint at[12];
  const guint n = (guint) g_rand_int_range (rand, 1, G_N_ELEMENTS (at) + 1);

  for (guint i = 0; i < n; i++)
    at[i] = (QpPoint){ g_rand_int_range (rand, -2000000000, 2000000000), g_rand_int_range (rand, -9, 9) };
  return qp_value_points (qp_points_new (at, n));
}

static QpValue
random_bytes (GRand *rand)
{
  guint8 data[300];
  const guint n = (guint) g_rand_int_range (rand, 1, sizeof data + 1);

  for (guint i = 0; i < n; i++)
    data[i] = (guint8) g_rand_int (rand);
  return qp_value_bytes (g_bytes_new (data, n));
}

static QpValue
random_real (GRand *rand, const QpField *field)
{
  const double min = isnan (field->min) ? -1e6 : field->min;
  const double max = isnan (field->max) ? 1e6 : field->max;

  return qp_value_real (g_rand_boolean (rand) ? g_rand_double_range (rand, min, max) : CLAMP (round (max / 3), min, max));
}

/**
 * random_value:
 * @rand: where chance comes from
 * @field: a field
 *
 * Returns: (transfer full): a value that the field allows, sometimes "not known"
 */
QpValue
random_value (GRand *rand, const QpField *field)
{
  if (g_rand_int_range (rand, 0, UNSET_IN) == 0)
    return qp_value_unset (qp_field_type_storage (field->type));

  switch (field->type)
    {
    case QP_FIELD_STRING:
      return qp_value_text (texts[g_rand_int_range (rand, 0, G_N_ELEMENTS (texts))]);
    case QP_FIELD_DATE:
      return random_date (rand);
    case QP_FIELD_BOOL:
      return qp_value_integer (g_rand_boolean (rand));
    case QP_FIELD_ENUM:
      return random_choice (rand, field);
    case QP_FIELD_REAL:
      return random_real (rand, field);
    case QP_FIELD_REF:
      return qp_value_id (qp_id_new ());
    case QP_FIELD_POINTS:
      return random_points (rand);
    case QP_FIELD_DATA:
      return random_bytes (rand);
    case QP_FIELD_INT:
    case QP_FIELD_LENGTH:
    case QP_FIELD_MONEY:
    case QP_FIELD_TIME:
    default:
      return random_integer (rand, field);
    }
}

static void
collect (QpNode *node, GPtrArray *nodes)
{
  QpNodeIter iter;

  g_ptr_array_add (nodes, node);
  qp_node_iter_init (&iter, node->children);
  for (QpNode *child; (child = qp_node_iter_next (&iter)) != NULL;)
    collect (child, nodes);
}

/**
 * random_node_of:
 * @rand: where chance comes from
 * @root: a tree
 *
 * Returns: (transfer none): one of its nodes, each as likely as the others
 */
QpNode *
random_node_of (GRand *rand, QpNode *root)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();

  collect (root, nodes);
  return g_ptr_array_index (nodes, g_rand_int_range (rand, 0, (gint32) nodes->len));
}

static QpEdit *
random_set (GRand *rand, const QpNode *node)
{
  const QpKindInfo *info = qp_kind_info (node->kind);
  const QpField *field = &info->fields[g_rand_int_range (rand, 0, (gint32) info->n_fields)];
  g_auto (QpValue) value = random_value (rand, field);

  return qp_edit_set (node->id, field, &value);
}

/* a node with some fields set, and perhaps with children */
static QpNode *
random_new_node (GRand *rand, QpKind kind, guint depth)
{
  const QpKindInfo *info = qp_kind_info (kind);
  QpNode *node = qp_node_new (kind, qp_id_new ());
  g_autoptr (GPtrArray) children = g_ptr_array_new_with_free_func ((GDestroyNotify) qp_node_unref);

  for (guint i = 0; i < info->n_fields; i++)
    if (g_rand_boolean (rand))
      {
        g_auto (QpValue) value = random_value (rand, &info->fields[i]);
        qp_node_init_value (node, &info->fields[i], &value);
      }
  for (QpKind child = 0; child < QP_N_KINDS && depth < 4; child++)
    if (qp_kind_may_contain (kind, child) && g_rand_int_range (rand, 0, 3) == 0)
      for (gint32 n = g_rand_int_range (rand, 0, 4); n > 0; n--)
        g_ptr_array_add (children, random_new_node (rand, child, depth + 1));
  g_autoptr (QpNodeList) list = qp_node_list_new ((QpNode *const *) children->pdata, children->len);
  qp_node_init_children (node, list);
  return node;
}

/**
 * random_tree:
 * @rand: where chance comes from
 * @n_edits: how many sites or other children the project has
 *
 * Returns: (transfer full): a project
 */
QpNode *
random_tree (GRand *rand, guint n_edits)
{
  QpNode *project = qp_node_new (QP_KIND_PROJECT, qp_id_new ());
  g_autoptr (GPtrArray) children = g_ptr_array_new_with_free_func ((GDestroyNotify) qp_node_unref);

  while (children->len < n_edits)
    {
      const QpKind kind = (QpKind) g_rand_int_range (rand, 0, QP_N_KINDS);
      if (qp_kind_may_contain (QP_KIND_PROJECT, kind))
        g_ptr_array_add (children, random_new_node (rand, kind, 0));
    }
  g_autoptr (QpNodeList) list = qp_node_list_new ((QpNode *const *) children->pdata, children->len);
  qp_node_init_children (project, list);
  return project;
}

static int
random_position (GRand *rand, const QpNode *parent)
{
  return g_rand_int_range (rand, -1, (gint32) qp_node_list_length (parent->children) + 1);
}

static QpEdit *
random_insert (GRand *rand, QpNode *parent)
{
  const QpKind kind = (QpKind) g_rand_int_range (rand, 0, QP_N_KINDS);

  if (!qp_kind_may_contain (parent->kind, kind))
    return NULL;
  g_autoptr (QpNode) node = random_new_node (rand, kind, 2);
  return qp_edit_insert (parent->id, random_position (rand, parent), node);
}

static gboolean
holds (QpNode *tree, const QpNode *node)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();

  collect (tree, nodes);
  return g_ptr_array_find (nodes, node, NULL);
}

static QpEdit *
random_move (GRand *rand, QpNode *node, QpNode *parent)
{
  if (!qp_kind_may_contain (parent->kind, node->kind) || holds (node, parent))
    return NULL;
  const gboolean within = qp_node_list_index_of (parent->children, node) >= 0;
  const int last = (int) qp_node_list_length (parent->children) - (within ? 1 : 0);
  return qp_edit_move (node->id, parent->id, g_rand_int_range (rand, -1, last + 1));
}

/**
 * random_edit:
 * @rand: where chance comes from
 * @document: a document
 *
 * Returns: (transfer full): an edit that the document must accept
 */
QpEdit *
random_edit (GRand *rand, QpDocument *document)
{
  QpNode *root = qp_document_get_root (document);
  QpEdit *edit = NULL;

  while (edit == NULL)
    {
      QpNode *node = random_node_of (rand, root);
      const int dice = g_rand_int_range (rand, 0, 10);

      if (dice < 5)
        edit = random_set (rand, node);
      else if (dice < 7)
        edit = random_insert (rand, node);
      else if (dice < 8)
        edit = node != root && node->kind != QP_KIND_SITE ? qp_edit_remove (node->id) : NULL;
      else
        edit = node != root ? random_move (rand, node, random_node_of (rand, root)) : NULL;
    }
  return edit;
}

/**
 * random_step:
 * @rand: where chance comes from
 * @document: a document without an open transaction
 * @n_edits: how many edits the step has
 * @merge_key: (nullable): its merge key
 *
 * Makes random edits as one step; all must be accepted.
 *
 * Returns: whether they changed anything
 */
gboolean
random_step (GRand *rand, QpDocument *document, guint n_edits, const char *merge_key)
{
  g_autoptr (QpNode) before = qp_node_ref (qp_document_get_root (document));

  qp_document_begin (document, "Random step", merge_key);
  for (guint i = 0; i < n_edits; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (QpEdit) edit = random_edit (rand, document);
      g_assert_true (qp_document_apply (document, edit, &error));
      g_assert_no_error (error);
    }
  qp_document_commit (document);
  return qp_document_get_root (document) != before;
}
