/* test-history.c: random edits, undone and redone, on random documents
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "random-edit.h"

#include "base/qp-error.h"
#include "lib/qp-random.h"
#include "store/qp-store.h"

#define ROUNDS 12
#define STEPS 120

/* what a history must be, in the plainest way: all roots in a row, and where we stand */
typedef struct
{
  GPtrArray *roots;
  guint now;
  QpNode *saved;
} Ledger;

static void
ledger_init (Ledger *self, QpNode *root)
{
  *self = (Ledger){ .roots = g_ptr_array_new_with_free_func ((GDestroyNotify) qp_node_unref) };
  g_ptr_array_add (self->roots, qp_node_ref (root));
}

static void
ledger_push (Ledger *self, QpNode *root)
{
  g_ptr_array_set_size (self->roots, (gint) self->now + 1);
  g_ptr_array_add (self->roots, qp_node_ref (root));
  self->now++;
}

static QpNode *
ledger_root (const Ledger *self)
{
  return g_ptr_array_index (self->roots, self->now);
}

static GRand *
test_rand (void)
{
  return g_rand_new_with_seed ((guint32) g_test_rand_int ());
}

static guint
check_subtree (QpDocument *document, QpNode *node, GHashTable *seen)
{
  QpNodeIter iter;
  guint n = 1;
  int position = 0;

  g_assert_true (qp_document_find (document, node->id) == node);
  g_assert_true (g_hash_table_add (seen, &node->id));
  qp_node_iter_init (&iter, node->children);
  for (QpNode *child; (child = qp_node_iter_next (&iter)) != NULL; position++)
    {
      g_assert_true (qp_document_parent (document, child->id) == node);
      g_assert_cmpint (qp_document_position (document, child->id), ==, position);
      g_assert_true (qp_kind_may_contain (node->kind, child->kind));
      n += check_subtree (document, child, seen);
    }
  return n;
}

/* every node of the tree is found at its place, and no node that has gone is found */
static void
check_index (QpDocument *document, GArray *ids_ever)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (qp_id_hash, qp_id_equal_p);
  QpNode *root = qp_document_get_root (document);

  g_assert_cmpuint (check_subtree (document, root, seen), ==, g_hash_table_size (seen));
  g_assert_null (qp_document_parent (document, root->id));
  for (guint i = 0; i < ids_ever->len; i++)
    {
      const QpId *id = &g_array_index (ids_ever, QpId, i);
      g_assert_cmpint (qp_document_find (document, *id) != NULL, ==, g_hash_table_contains (seen, id));
    }
}

static void
note_ids (const QpNode *node, GArray *ids)
{
  QpNodeIter iter;

  g_array_append_val (ids, node->id);
  qp_node_iter_init (&iter, node->children);
  for (QpNode *child; (child = qp_node_iter_next (&iter)) != NULL;)
    note_ids (child, ids);
}

static void
check_against (QpDocument *document, const Ledger *ledger)
{
  g_assert_true (qp_document_get_root (document) == ledger_root (ledger));
  g_assert_cmpint (qp_document_can_undo (document), ==, ledger->now > 0);
  g_assert_cmpint (qp_document_can_redo (document), ==, ledger->now + 1 < ledger->roots->len);
  g_assert_cmpuint (qp_document_n_undo (document), ==, ledger->now);
  g_assert_cmpint (qp_document_is_modified (document), ==, ledger->saved != ledger_root (ledger));
}

static void
roll_back (GRand *rand, QpDocument *document)
{
  g_autoptr (GError) error = NULL;

  qp_document_begin (document, "Thrown away", NULL);
  for (gint32 n = g_rand_int_range (rand, 0, 5); n > 0; n--)
    {
      g_autoptr (QpEdit) edit = random_edit (rand, document);
      qp_document_apply (document, edit, &error);
      g_assert_no_error (error);
    }
  qp_document_rollback (document);
}

static void
do_something (GRand *rand, QpDocument *document, Ledger *ledger)
{
  const int dice = g_rand_int_range (rand, 0, 12);

  if (dice < 6)
    {
      if (random_step (rand, document, (guint) g_rand_int_range (rand, 1, 6), NULL))
        ledger_push (ledger, qp_document_get_root (document));
    }
  else if (dice < 8)
    {
      qp_document_undo (document);
      ledger->now -= ledger->now > 0;
    }
  else if (dice < 10)
    {
      qp_document_redo (document);
      ledger->now += ledger->now + 1 < ledger->roots->len;
    }
  else if (dice < 11)
    roll_back (rand, document);
  else
    {
      g_clear_pointer (&ledger->saved, qp_node_unref);
      ledger->saved = qp_node_ref (qp_document_get_root (document));
      qp_document_mark_saved (document, ledger->saved);
    }
}

static void
test_steps (void)
{
  g_autoptr (GRand) rand = test_rand ();

  for (guint round = 0; round < ROUNDS; round++)
    {
      g_autoptr (QpNode) root = qp_random_document (rand, QP_KIND_PROJECT, (guint) g_rand_int_range (rand, 1, 80));
      g_autoptr (QpDocument) document = qp_document_new (root);
      g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (QpId));
      Ledger ledger;

      ledger_init (&ledger, root);
      for (guint step = 0; step < STEPS; step++)
        {
          do_something (rand, document, &ledger);
          note_ids (qp_document_get_root (document), ids);
          check_against (document, &ledger);
          if (step % 8 == 0)
            check_index (document, ids);
        }
      check_index (document, ids);
      g_clear_pointer (&ledger.saved, qp_node_unref);
      g_ptr_array_unref (ledger.roots);
    }
}

static void
test_bytes (void)
{
  g_autoptr (GRand) rand = test_rand ();

  for (guint round = 0; round < ROUNDS; round++)
    {
      g_autoptr (QpNode) root = qp_random_document (rand, QP_KIND_PROJECT, 60);
      g_autoptr (QpDocument) document = qp_document_new (root);
      g_autoptr (GBytes) first = qp_store_write (root);

      for (guint step = 0; step < STEPS; step++)
        random_step (rand, document, 3, NULL);
      g_autoptr (GBytes) last = qp_store_write (qp_document_get_root (document));
      while (qp_document_can_undo (document))
        qp_document_undo (document);
      g_autoptr (GBytes) undone = qp_store_write (qp_document_get_root (document));
      while (qp_document_can_redo (document))
        qp_document_redo (document);
      g_autoptr (GBytes) redone = qp_store_write (qp_document_get_root (document));

      g_assert_true (g_bytes_equal (undone, first));
      g_assert_true (g_bytes_equal (redone, last));
      g_assert_false (g_bytes_equal (first, last));
    }
}

static void
test_round_trip (void)
{
  g_autoptr (GRand) rand = test_rand ();

  for (guint round = 0; round < ROUNDS * 4; round++)
    {
      g_autoptr (QpNode) root = qp_random_document (rand, QP_KIND_PROJECT, 60);
      g_autoptr (QpFindings) findings = qp_findings_new ();
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = qp_store_write (root);
      g_autoptr (QpNode) back = qp_store_read (bytes, QP_KIND_PROJECT, findings, &error);

      g_assert_no_error (error);
      g_assert_true (qp_node_equal (root, back));
      g_autoptr (GBytes) again = qp_store_write (back);
      g_assert_true (g_bytes_equal (bytes, again));
      for (guint i = 0; i < qp_findings_length (findings); i++)
        /* random references lead nowhere, which is told; anything else is a mistake of ours */
        g_assert_cmpstr (qp_findings_get (findings, i)->code, ==, "missing-target");
    }
}

static void
test_merge (void)
{
  g_autoptr (GRand) rand = test_rand ();
  g_autoptr (QpNode) root = qp_random_document (rand, QP_KIND_PROJECT, 60);
  g_autoptr (QpDocument) document = qp_document_new (root);

  /* a drag: many steps with one key are one step, also with a thousand of them */
  gint64 began = g_get_monotonic_time ();
  gboolean changed = FALSE;
  for (guint i = 0; i < 40; i++)
    changed |= random_step (rand, document, 1, "drag");
  g_assert_true (changed);
  if (g_get_monotonic_time () - began < G_USEC_PER_SEC)
    g_assert_cmpuint (qp_document_n_undo (document), ==, 1);
  qp_document_undo (document);
  g_assert_true (qp_document_get_root (document) == root || qp_document_n_undo (document) > 0);

  /* another key, a pause or a save part them */
  qp_document_redo (document);
  const guint before = qp_document_n_undo (document);
  while (!random_step (rand, document, 3, "nudge"))
    ;
  qp_document_mark_saved (document, qp_document_get_root (document));
  while (!random_step (rand, document, 3, "nudge"))
    ;
  g_assert_cmpuint (qp_document_n_undo (document), ==, before + 2);
  qp_document_undo (document);
  g_assert_false (qp_document_is_modified (document));
}

/* the oldest steps are given up, but those that are left are right */
static void
test_memory_limit (void)
{
  g_autoptr (GRand) rand = test_rand ();
  g_autoptr (QpNode) root = qp_random_document (rand, QP_KIND_PROJECT, 60);
  g_autoptr (QpDocument) document = qp_document_new (root);
  Ledger ledger;

  ledger_init (&ledger, root);
  qp_document_set_memory_limit (document, 64 * 1024);
  for (guint step = 0; step < 600; step++)
    if (random_step (rand, document, 2, NULL))
      ledger_push (&ledger, qp_document_get_root (document));

  const guint kept = qp_document_n_undo (document);
  g_assert_cmpuint (kept, >, 0);
  g_assert_cmpuint (kept, <, ledger.now);
  for (guint i = 0; i < kept; i++)
    {
      qp_document_undo (document);
      ledger.now--;
      g_assert_true (qp_document_get_root (document) == ledger_root (&ledger));
    }
  g_assert_false (qp_document_can_undo (document));

  qp_document_set_memory_limit (document, 1);
  while (!random_step (rand, document, 2, NULL))
    ;
  g_assert_cmpuint (qp_document_n_undo (document), ==, 1); /* the newest stays */
  g_ptr_array_unref (ledger.roots);
}

static void
assert_refused (QpDocument *document, QpEdit *edit, int code)
{
  g_autoptr (QpNode) before = qp_node_ref (qp_document_get_root (document));
  g_autoptr (GError) error = NULL;
  g_autoptr (QpEdit) owned = edit;

  qp_document_begin (document, "Refused", NULL);
  g_assert_false (qp_document_apply (document, owned, &error));
  g_assert_error (error, QP_ERROR, code);
  g_assert_true (qp_document_get_root (document) == before);
  qp_document_commit (document);
  g_assert_false (qp_document_can_undo (document));
}

static void
test_refused (void)
{
  g_autoptr (GRand) rand = test_rand ();
  g_autoptr (QpNode) root = qp_random_document (rand, QP_KIND_PROJECT, 60);
  g_autoptr (QpDocument) document = qp_document_new (root);
  g_autoptr (QpNode) screen = qp_node_new (QP_KIND_SCREEN, qp_id_new ());
  g_autoptr (QpNode) twin = qp_node_new (QP_KIND_SITE, root->id);
  QpNode *child = qp_node_list_get (root->children, 0);
  const QpValue value = qp_value_integer (3);

  assert_refused (document, qp_edit_insert (root->id, -1, screen), QP_ERROR_INVALID);
  assert_refused (document, qp_edit_insert (root->id, -1, twin), QP_ERROR_INVALID);
  assert_refused (document, qp_edit_insert (qp_id_new (), -1, screen), QP_ERROR_NOT_FOUND);
  assert_refused (document, qp_edit_set (qp_id_new (), QP_SCREEN_FIELD (columns), &value), QP_ERROR_NOT_FOUND);
  assert_refused (document, qp_edit_set (root->id, QP_SCREEN_FIELD (columns), &value), QP_ERROR_INVALID);
  assert_refused (document, qp_edit_remove (root->id), QP_ERROR_INVALID);
  assert_refused (document, qp_edit_remove (qp_id_new ()), QP_ERROR_NOT_FOUND);
  assert_refused (document, qp_edit_move (child->id, child->id, 0), QP_ERROR_INVALID);
  assert_refused (document, qp_edit_move (root->id, child->id, 0), QP_ERROR_INVALID);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/history/steps", test_steps);
  g_test_add_func ("/history/bytes", test_bytes);
  g_test_add_func ("/history/round-trip", test_round_trip);
  g_test_add_func ("/history/merge", test_merge);
  g_test_add_func ("/history/memory-limit", test_memory_limit);
  g_test_add_func ("/history/refused", test_refused);
  return g_test_run ();
}
