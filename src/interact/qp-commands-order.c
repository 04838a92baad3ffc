/* qp-commands-order.c: what is painted over what of the same kind
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "interact/qp-commands-private.h"

typedef struct
{
  GPtrArray *nodes;   /* QpNode: the plan's children, as they are after single steps */
  GHashTable *chosen; /* QpNode */
  QpReply *reply;
  QpId plan;
} Ordering;

static void
move_to (Ordering *self, guint from, guint to)
{
  QpNode *node = g_ptr_array_steal_index (self->nodes, from);

  g_ptr_array_insert (self->nodes, (int) to, node);
  g_ptr_array_add (self->reply->edits, qp_edit_move (node->id, self->plan, (int) to));
}

static gboolean
is_chosen (const Ordering *self, guint index)
{
  return g_hash_table_contains (self->chosen, g_ptr_array_index (self->nodes, index));
}

/* the next one of the same kind; those of other kinds are painted elsewhere; −1 when there is none */
static int
next_of_kind (const Ordering *self, guint from, int step)
{
  const QpKind kind = ((const QpNode *) g_ptr_array_index (self->nodes, from))->kind;

  for (int i = (int) from + step; i >= 0 && i < (int) self->nodes->len; i += step)
    if (((const QpNode *) g_ptr_array_index (self->nodes, (guint) i))->kind == kind)
      return i;
  return -1;
}

/* one step up or down; those that have nowhere to go hold up the ones behind them */
static void
step_all (Ordering *self, int step)
{
  const guint n = self->nodes->len;

  for (guint k = 0; k < n; k++)
    {
      const guint at = step > 0 ? n - 1 - k : k;
      const int next = is_chosen (self, at) ? next_of_kind (self, at, step) : -1;
      if (next >= 0 && !is_chosen (self, (guint) next))
        move_to (self, at, (guint) next);
    }
}

/* the kinds of which not all that is chosen is at the end, or at the beginning, already */
static guint32
kinds_to_send (const Ordering *self, int step)
{
  const guint n = self->nodes->len;
  guint32 met = 0; /* kinds of which one that stays has been met */
  guint32 kinds = 0;

  for (guint k = 0; k < n; k++)
    {
      const guint at = step > 0 ? n - 1 - k : k;
      const guint32 kind = 1u << ((const QpNode *) g_ptr_array_index (self->nodes, at))->kind;
      if (is_chosen (self, at))
        kinds |= met & kind;
      else
        met |= kind;
    }
  return kinds;
}

/* the kinds of which fewer stay than are chosen: those that stay go the other way instead, which is the same */
static guint32
kinds_with_few_others (const Ordering *self)
{
  int surplus[QP_N_KINDS] = { 0 };
  guint32 kinds = 0;

  for (guint i = 0; i < self->nodes->len; i++)
    surplus[((const QpNode *) g_ptr_array_index (self->nodes, i))->kind] += is_chosen (self, i) ? 1 : -1;
  for (guint kind = 0; kind < QP_N_KINDS; kind++)
    kinds |= surplus[kind] > 0 ? 1u << kind : 0;
  return kinds;
}

/* those chosen, or the others, go to the end or the beginning, in the order that they have among themselves */
static void
send_kinds (Ordering *self, int step, guint32 kinds, gboolean chosen)
{
  const guint n = self->nodes->len;

  for (guint k = 0; k < n; k++)
    {
      const guint at = step > 0 ? k : n - 1 - k;
      const QpNode *node = g_ptr_array_index (self->nodes, at);
      if (is_chosen (self, at) == chosen && (kinds & 1u << node->kind) != 0)
        g_ptr_array_add (self->reply->edits, qp_edit_move (node->id, self->plan, step > 0 ? -1 : 0));
    }
}

static void
send_all (Ordering *self, int step)
{
  const guint32 kinds = kinds_to_send (self, step);
  const guint32 few_others = kinds_with_few_others (self);

  send_kinds (self, step, kinds & ~few_others, TRUE);
  send_kinds (self, -step, kinds & few_others, FALSE);
}

static GPtrArray *
children_of (const QpNode *plan)
{
  GPtrArray *nodes = g_ptr_array_new ();
  QpNodeIter iter;

  qp_node_iter_init (&iter, plan->children);
  for (QpNode *node; (node = qp_node_iter_next (&iter)) != NULL;)
    g_ptr_array_add (nodes, node);
  return nodes;
}

static const char *
order_label (QpOrder order)
{
  static const char *const labels[] = {
    [QP_ORDER_RAISE] = N_("Raise"),
    [QP_ORDER_LOWER] = N_("Lower"),
    [QP_ORDER_FRONT] = N_("Bring to Front"),
    [QP_ORDER_BACK] = N_("Send to Back"),
  };

  return labels[order];
}

/**
 * qp_command_order:
 * @context: what is seen
 * @order: where to
 *
 * Changes the order among what is of the same kind; what kind lies over what other kind is fixed.
 *
 * Returns: (transfer full) (nullable): the edits; %NULL when all is there already
 */
QpReply *
qp_command_order (const QpToolContext *context, QpOrder order)
{
  const QpNode *plan = qp_scene_get_plan (context->scene);
  g_autoptr (GPtrArray) selected = qp_selected_nodes (context, TRUE);
  g_autoptr (GPtrArray) nodes = children_of (plan);
  g_autoptr (GHashTable) chosen = g_hash_table_new (NULL, NULL);
  g_autoptr (QpReply) reply = qp_reply_new (QP_REPLY_HANDLED | QP_REPLY_COMMIT, order_label (order));
  Ordering ordering = { nodes, chosen, reply, plan->id };

  for (guint i = 0; i < selected->len; i++)
    g_hash_table_add (chosen, g_ptr_array_index (selected, i));
  if (order == QP_ORDER_RAISE || order == QP_ORDER_LOWER)
    step_all (&ordering, order == QP_ORDER_RAISE ? 1 : -1);
  else
    send_all (&ordering, order == QP_ORDER_FRONT ? 1 : -1);
  return reply->edits->len == 0 ? NULL : g_steal_pointer (&reply);
}
