/* qp-diff.c: what differs between two roots; whatever is the same pointer is skipped
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/qp-diff.h"

#include "model/qp-node-list-private.h"

/* a node that is not at the same place on the other side: all of a subtree is listed, parents first */
typedef struct
{
  const QpNode *node;
  QpId parent;
  guint position;
} Loose;

typedef struct
{
  GArray *changes;
  GArray *removed; /* Loose: on the old side */
  GArray *added;   /* Loose: on the new side */
} Walk;

static void diff_nodes (Walk *walk, const QpNode *before, const QpNode *after, QpId parent);

static void
add_change (GArray *changes, QpChangeType type, const QpNode *before, const QpNode *after, QpId parent)
{
  const QpChange change = { type, before, after, parent };
  g_array_append_val (changes, change);
}

static void
add_loose (GArray *side, const QpNode *node, QpId parent, guint position)
{
  const Loose loose = { node, parent, position };
  QpNodeIter iter;
  guint i = 0;

  g_array_append_val (side, loose);
  qp_node_iter_init (&iter, node->children);
  for (const QpNode *child; (child = qp_node_iter_next (&iter)) != NULL; i++)
    add_loose (side, child, node->id, i);
}

/* the part of two lists that may differ: [from, to_before) and [from, to_after) */
static void
trim_common (const QpNodeList *a, const QpNodeList *b, guint *from, guint *to_a, guint *to_b)
{
  guint start = 0;
  for (guint i = 0; i < a->n_chunks && i < b->n_chunks && a->slots[i].chunk == b->slots[i].chunk; i++)
    start = a->slots[i].start + a->slots[i].chunk->n;
  guint end_a = a->length, end_b = b->length;
  for (guint i = 1; i <= a->n_chunks && i <= b->n_chunks; i++)
    {
      const QpNodeSlot *sa = &a->slots[a->n_chunks - i], *sb = &b->slots[b->n_chunks - i];
      if (sa->chunk != sb->chunk || sa->start < start || sb->start < start)
        break;
      end_a = sa->start;
      end_b = sb->start;
    }
  *from = start;
  *to_a = end_a;
  *to_b = end_b;
}

static void
diff_lists (Walk *walk, const QpNode *before, const QpNode *after)
{
  const QpNodeList *a = before->children, *b = after->children;
  guint from, to_a, to_b;

  trim_common (a, b, &from, &to_a, &to_b);
  /* same order, maybe changed in place: the usual case needs no table */
  for (; from < to_a && from < to_b; from++)
    {
      const QpNode *ca = qp_node_list_get (a, from), *cb = qp_node_list_get (b, from);
      if (!qp_id_equal (ca->id, cb->id))
        break;
      diff_nodes (walk, ca, cb, after->id);
    }
  for (; to_a > from && to_b > from; to_a--, to_b--)
    {
      const QpNode *ca = qp_node_list_get (a, to_a - 1), *cb = qp_node_list_get (b, to_b - 1);
      if (!qp_id_equal (ca->id, cb->id))
        break;
      diff_nodes (walk, ca, cb, after->id);
    }
  for (guint i = from; i < to_a; i++)
    add_loose (walk->removed, qp_node_list_get (a, i), before->id, i);
  for (guint i = from; i < to_b; i++)
    add_loose (walk->added, qp_node_list_get (b, i), after->id, i);
}

static void
diff_nodes (Walk *walk, const QpNode *before, const QpNode *after, QpId parent)
{
  if (before == after)
    return;
  const gboolean same = qp_node_equal_fields (before, after);
  add_change (walk->changes, same ? QP_CHANGE_INSIDE : QP_CHANGE_FIELDS, before, after, parent);
  if (before->children != after->children)
    diff_lists (walk, before, after);
}

/* nodes that are on both sides have moved; the rest came or went */
static void
pair_loose (Walk *walk)
{
  g_autoptr (GHashTable) news = g_hash_table_new (qp_id_hash, qp_id_equal_p);

  for (guint i = 0; i < walk->added->len; i++)
    {
      Loose *loose = &g_array_index (walk->added, Loose, i);
      g_hash_table_insert (news, (gpointer) &loose->node->id, loose);
    }
  for (guint i = 0; i < walk->removed->len; i++)
    {
      const Loose *old = &g_array_index (walk->removed, Loose, i);
      Loose *new = g_hash_table_lookup (news, &old->node->id);
      if (new == NULL)
        {
          add_change (walk->changes, QP_CHANGE_REMOVED, old->node, NULL, old->parent);
          continue;
        }
      if (!qp_id_equal (old->parent, new->parent) || old->position != new->position)
        add_change (walk->changes, QP_CHANGE_MOVED, old->node, new->node, new->parent);
      if (!qp_node_equal_fields (old->node, new->node))
        add_change (walk->changes, QP_CHANGE_FIELDS, old->node, new->node, new->parent);
      else if (old->node != new->node)
        add_change (walk->changes, QP_CHANGE_INSIDE, old->node, new->node, new->parent);
      g_hash_table_remove (news, &old->node->id);
    }
  for (guint i = 0; i < walk->added->len; i++)
    {
      const Loose *loose = &g_array_index (walk->added, Loose, i);
      if (g_hash_table_lookup (news, &loose->node->id) == loose)
        add_change (walk->changes, QP_CHANGE_ADDED, NULL, loose->node, loose->parent);
    }
}

/**
 * qp_diff:
 * @before: a root
 * @after: another root with the same id
 *
 * Lists the differences, parents before what is in them. Costs as much as what differs: shared nodes and
 * shared parts of lists are skipped.
 *
 * Returns: (transfer full) (element-type QpChange): the differences; they borrow from the roots
 */
GArray *
qp_diff (const QpNode *before, const QpNode *after)
{
  g_autoptr (GArray) removed = g_array_new (FALSE, FALSE, sizeof (Loose));
  g_autoptr (GArray) added = g_array_new (FALSE, FALSE, sizeof (Loose));
  Walk walk = { g_array_new (FALSE, FALSE, sizeof (QpChange)), removed, added };

  diff_nodes (&walk, before, after, QP_ID_NONE);
  if (removed->len + added->len > 0)
    pair_loose (&walk);
  return walk.changes;
}

/**
 * qp_change_field_mask:
 * @change: a change of fields
 *
 * Returns: a bit for each field of the kind's table (up to 64) whose value differs
 */
guint64
qp_change_field_mask (const QpChange *change)
{
  guint64 mask = 0;

  if (change->before == NULL || change->after == NULL)
    return G_MAXUINT64;
  const QpKindInfo *info = qp_kind_info (change->after->kind);
  for (guint i = 0; i < info->n_fields; i++)
    {
      const QpValue before = qp_node_get (change->before, &info->fields[i]);
      const QpValue after = qp_node_get (change->after, &info->fields[i]);
      if (!qp_value_equal (&before, &after))
        mask |= G_GUINT64_CONSTANT (1) << i;
    }
  return mask;
}
