/* random-edit.c: random values and edits that a document must accept
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "random-edit.h"

#include "lib/qp-random.h"

#define MAX_DEPTH 4

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
  g_auto (QpValue) value = qp_random_value (rand, field);

  return qp_edit_set (node->id, field, &value);
}

/* a node with some fields set, and perhaps with children */
static QpNode *
random_new_node (GRand *rand, QpKind kind, guint depth)
{
  QpNode *node = qp_random_node (rand, kind);
  g_autoptr (GPtrArray) children = g_ptr_array_new_with_free_func ((GDestroyNotify) qp_node_unref);

  for (QpKind child = 0; child < QP_N_KINDS && depth < MAX_DEPTH; child++)
    if (qp_kind_may_contain (kind, child) && g_rand_int_range (rand, 0, 3) == 0)
      for (gint32 n = g_rand_int_range (rand, 0, 4); n > 0; n--)
        g_ptr_array_add (children, random_new_node (rand, child, depth + 1));
  g_autoptr (QpNodeList) list = qp_node_list_new ((QpNode *const *) children->pdata, children->len);
  qp_node_init_children (node, list);
  return node;
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
