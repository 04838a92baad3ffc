/* test-diff.c: a diff tells exactly what differs
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "random-edit.h"

#include "lib/qp-random.h"
#include "store/qp-store.h"

#define ROUNDS 30

static guint
n_differences (const QpNode *a, const QpNode *b)
{
  g_autoptr (GArray) changes = qp_diff (a, b);
  guint n = 0;

  for (guint i = 0; i < changes->len; i++)
    n += g_array_index (changes, QpChange, i).type != QP_CHANGE_INSIDE;
  return n;
}

/* all of the same, and nothing shared */
static QpNode *
deep_copy (const QpNode *root)
{
  g_autoptr (GBytes) bytes = qp_store_write (root);
  g_autoptr (GError) error = NULL;
  QpNode *copy = qp_store_read (bytes, QP_KIND_PROJECT, NULL, &error);

  g_assert_no_error (error);
  return copy;
}

static void
test_empty_when_equal (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());

  for (guint round = 0; round < ROUNDS; round++)
    {
      g_autoptr (QpNode) root = qp_random_document (rand, QP_KIND_PROJECT, 60);
      g_autoptr (QpNode) copy = deep_copy (root);
      g_autoptr (QpDocument) document = qp_document_new (root);

      g_assert_true (copy != root);
      g_assert_true (qp_node_equal (root, copy));
      g_assert_cmpuint (n_differences (root, copy), ==, 0);
      g_assert_cmpuint (n_differences (root, root), ==, 0);

      random_step (rand, document, (guint) g_rand_int_range (rand, 1, 10), NULL);
      QpNode *changed = qp_document_get_root (document);
      g_assert_cmpint (n_differences (root, changed) == 0, ==, qp_node_equal (root, changed));
      g_assert_cmpint (n_differences (copy, changed) == 0, ==, qp_node_equal (copy, changed));
      g_assert_cmpint (n_differences (changed, root) == 0, ==, qp_node_equal (changed, root));
    }
}

static void
index_tree (const QpNode *node, GHashTable *nodes)
{
  QpNodeIter iter;

  g_hash_table_insert (nodes, (gpointer) &node->id, (gpointer) node);
  qp_node_iter_init (&iter, node->children);
  for (QpNode *child; (child = qp_node_iter_next (&iter)) != NULL;)
    index_tree (child, nodes);
}

static GHashTable *
changes_by_id (const GArray *changes, QpChangeType type)
{
  GHashTable *found = g_hash_table_new (qp_id_hash, qp_id_equal_p);

  for (guint i = 0; i < changes->len; i++)
    {
      const QpChange *change = &g_array_index (changes, QpChange, i);
      const QpNode *node = change->after != NULL ? change->after : change->before;
      if (change->type == type)
        g_assert_true (g_hash_table_add (found, (gpointer) &node->id));
    }
  return found;
}

static void
assert_set_difference (GHashTable *all, GHashTable *but, GHashTable *expected)
{
  GHashTableIter iter;
  gpointer id;
  guint n = 0;

  g_hash_table_iter_init (&iter, all);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (!g_hash_table_contains (but, id))
      {
        n++;
        g_assert_true (g_hash_table_contains (expected, id));
      }
  g_assert_cmpuint (n, ==, g_hash_table_size (expected));
}

/* every node whose own fields differ is told, be it where it was or elsewhere */
static void
assert_fields_told (GHashTable *before, GHashTable *after, GHashTable *fields, GHashTable *moved)
{
  GHashTableIter iter;
  gpointer id, node;

  g_hash_table_iter_init (&iter, after);
  while (g_hash_table_iter_next (&iter, &id, &node))
    {
      const QpNode *old = g_hash_table_lookup (before, id);
      if (old != NULL && !qp_node_equal_fields (old, node))
        g_assert_true (g_hash_table_contains (fields, id) || g_hash_table_contains (moved, id));
      if (g_hash_table_contains (fields, id))
        g_assert_false (qp_node_equal_fields (old, node));
    }
}

static void
test_tells_all (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());

  for (guint round = 0; round < ROUNDS; round++)
    {
      g_autoptr (QpNode) root = qp_random_document (rand, QP_KIND_PROJECT, 60);
      g_autoptr (QpDocument) document = qp_document_new (root);

      random_step (rand, document, (guint) g_rand_int_range (rand, 1, 25), NULL);
      g_autoptr (GArray) changes = qp_diff (root, qp_document_get_root (document));
      g_autoptr (GHashTable) before = g_hash_table_new (qp_id_hash, qp_id_equal_p);
      g_autoptr (GHashTable) after = g_hash_table_new (qp_id_hash, qp_id_equal_p);
      g_autoptr (GHashTable) added = changes_by_id (changes, QP_CHANGE_ADDED);
      g_autoptr (GHashTable) removed = changes_by_id (changes, QP_CHANGE_REMOVED);
      g_autoptr (GHashTable) fields = changes_by_id (changes, QP_CHANGE_FIELDS);
      g_autoptr (GHashTable) moved = changes_by_id (changes, QP_CHANGE_MOVED);

      index_tree (root, before);
      index_tree (qp_document_get_root (document), after);
      assert_set_difference (after, before, added);
      assert_set_difference (before, after, removed);
      assert_fields_told (before, after, fields, moved);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/diff/empty-when-equal", test_empty_when_equal);
  g_test_add_func ("/diff/tells-all", test_tells_all);
  return g_test_run ();
}
