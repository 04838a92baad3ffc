/* qp-node-list.c: immutable lists of nodes that share their chunks
 *
 * A change of a list of n nodes copies one chunk and the table of chunks, so that dragging one of 100 000
 * screens costs microseconds and an undo step holds kilobytes, not megabytes.
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/qp-node-list-private.h"

#include <string.h>

static QpNodeChunk *
chunk_new (QpNode *const *nodes, guint n)
{
  QpNodeChunk *self = g_malloc (sizeof *self + n * sizeof (QpNode *));

  g_atomic_ref_count_init (&self->ref_count);
  self->n = n;
  for (guint i = 0; i < n; i++)
    self->nodes[i] = qp_node_ref (nodes[i]);
  return self;
}

static QpNodeChunk *
chunk_ref (QpNodeChunk *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

static void
chunk_unref (QpNodeChunk *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (guint i = 0; i < self->n; i++)
    qp_node_unref (self->nodes[i]);
  g_free (self);
}

/* takes the chunks */
static QpNodeList *
list_new (QpNodeChunk *const *chunks, guint n_chunks)
{
  QpNodeList *self = g_malloc (sizeof *self + n_chunks * sizeof (QpNodeSlot));
  guint start = 0;

  g_atomic_ref_count_init (&self->ref_count);
  self->n_chunks = n_chunks;
  for (guint i = 0; i < n_chunks; i++)
    {
      self->slots[i] = (QpNodeSlot){ chunks[i], start };
      start += chunks[i]->n;
    }
  self->length = start;
  return self;
}

/**
 * qp_node_list_new:
 * @nodes: (array length=n): nodes
 * @n: how many
 *
 * Returns: (transfer full): an immutable list of them
 */
QpNodeList *
qp_node_list_new (QpNode *const *nodes, guint n)
{
  const guint n_chunks = (n + QP_NODE_CHUNK_FULL - 1) / QP_NODE_CHUNK_FULL;
  g_autofree QpNodeChunk **chunks = g_new (QpNodeChunk *, n_chunks);

  for (guint i = 0; i < n_chunks; i++)
    chunks[i] = chunk_new (nodes + i * QP_NODE_CHUNK_FULL, MIN (QP_NODE_CHUNK_FULL, n - i * QP_NODE_CHUNK_FULL));
  return list_new (chunks, n_chunks);
}

/**
 * qp_node_list_empty:
 *
 * Returns: (transfer full): the empty list; there is only one
 */
QpNodeList *
qp_node_list_empty (void)
{
  static QpNodeList *empty;

  if (g_once_init_enter (&empty))
    g_once_init_leave (&empty, list_new (NULL, 0));
  return qp_node_list_ref (empty);
}

/**
 * qp_node_list_ref:
 * @self: a list
 *
 * Returns: (transfer full): @self
 */
QpNodeList *
qp_node_list_ref (QpNodeList *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * qp_node_list_unref:
 * @self: (transfer full) (nullable): a list
 */
void
qp_node_list_unref (QpNodeList *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (guint i = 0; i < self->n_chunks; i++)
    chunk_unref (self->slots[i].chunk);
  g_free (self);
}

/**
 * qp_node_list_length:
 * @self: a list
 *
 * Returns: how many nodes it has
 */
guint
qp_node_list_length (const QpNodeList *self)
{
  return self->length;
}

/* the last chunk that starts at or before index */
static guint
find_chunk (const QpNodeList *self, guint index)
{
  guint low = 0, high = self->n_chunks;

  while (high - low > 1)
    {
      const guint middle = (low + high) / 2;
      if (self->slots[middle].start <= index)
        low = middle;
      else
        high = middle;
    }
  return low;
}

/**
 * qp_node_list_get:
 * @self: a list
 * @index: below its length
 *
 * Returns: (transfer none): the node there
 */
QpNode *
qp_node_list_get (const QpNodeList *self, guint index)
{
  g_return_val_if_fail (index < self->length, NULL);

  const QpNodeSlot *slot = &self->slots[find_chunk (self, index)];
  return slot->chunk->nodes[index - slot->start];
}

/**
 * qp_node_list_index_of:
 * @self: a list
 * @node: a node, by pointer
 *
 * Returns: its position, or -1
 */
int
qp_node_list_index_of (const QpNodeList *self, const QpNode *node)
{
  for (guint i = 0; i < self->n_chunks; i++)
    for (guint j = 0; j < self->slots[i].chunk->n; j++)
      if (self->slots[i].chunk->nodes[j] == node)
        return (int) (self->slots[i].start + j);
  return -1;
}

/* the list with chunk number `at` replaced by up to two others, which are taken; none drops it */
static QpNodeList *
with_chunk (const QpNodeList *self, guint at, QpNodeChunk *first, QpNodeChunk *second)
{
  g_autofree QpNodeChunk **chunks = g_new (QpNodeChunk *, self->n_chunks + 2);
  guint n = 0;

  for (guint i = 0; i < MAX (self->n_chunks, at + 1); i++)
    {
      if (i != at)
        chunks[n++] = chunk_ref (self->slots[i].chunk);
      else
        {
          if (first != NULL)
            chunks[n++] = first;
          if (second != NULL)
            chunks[n++] = second;
        }
    }
  return list_new (chunks, n);
}

/**
 * qp_node_list_with:
 * @self: a list
 * @index: below its length
 * @node: (transfer none): the node to be there
 *
 * Returns: (transfer full): the list with the node at @index replaced
 */
QpNodeList *
qp_node_list_with (const QpNodeList *self, guint index, QpNode *node)
{
  g_return_val_if_fail (index < self->length, NULL);

  const guint at = find_chunk (self, index);
  const QpNodeSlot *slot = &self->slots[at];
  QpNodeChunk *chunk = chunk_new (slot->chunk->nodes, slot->chunk->n);

  qp_node_unref (chunk->nodes[index - slot->start]);
  chunk->nodes[index - slot->start] = qp_node_ref (node);
  return with_chunk (self, at, chunk, NULL);
}

/**
 * qp_node_list_with_insert:
 * @self: a list
 * @index: position, up to the length
 * @node: (transfer none): a node
 *
 * Returns: (transfer full): the list with @node put in before the one at @index
 */
QpNodeList *
qp_node_list_with_insert (const QpNodeList *self, guint index, QpNode *node)
{
  g_return_val_if_fail (index <= self->length, NULL);

  if (self->n_chunks == 0)
    return qp_node_list_new (&node, 1);

  QpNode *nodes[QP_NODE_CHUNK_MAX + 1];
  const guint at = find_chunk (self, index);
  const QpNodeChunk *chunk = self->slots[at].chunk;
  const guint place = index - self->slots[at].start;
  const guint n = chunk->n + 1;

  memcpy (nodes, chunk->nodes, place * sizeof *nodes);
  nodes[place] = node;
  memcpy (nodes + place + 1, chunk->nodes + place, (chunk->n - place) * sizeof *nodes);
  if (n <= QP_NODE_CHUNK_MAX)
    return with_chunk (self, at, chunk_new (nodes, n), NULL);
  return with_chunk (self, at, chunk_new (nodes, n / 2), chunk_new (nodes + n / 2, n - n / 2));
}

/**
 * qp_node_list_without:
 * @self: a list
 * @index: below its length
 *
 * Returns: (transfer full): the list without the node at @index
 */
QpNodeList *
qp_node_list_without (const QpNodeList *self, guint index)
{
  g_return_val_if_fail (index < self->length, NULL);

  QpNode *nodes[QP_NODE_CHUNK_MAX];
  const guint at = find_chunk (self, index);
  const QpNodeChunk *chunk = self->slots[at].chunk;
  const guint place = index - self->slots[at].start;

  if (self->length == 1)
    return qp_node_list_empty ();
  memcpy (nodes, chunk->nodes, place * sizeof *nodes);
  memcpy (nodes + place, chunk->nodes + place + 1, (chunk->n - place - 1) * sizeof *nodes);
  return with_chunk (self, at, chunk->n > 1 ? chunk_new (nodes, chunk->n - 1) : NULL, NULL);
}

/**
 * qp_node_iter_init:
 * @self: an iterator
 * @list: list to walk; must outlive the walk
 */
void
qp_node_iter_init (QpNodeIter *self, const QpNodeList *list)
{
  *self = (QpNodeIter){ list, 0, 0 };
}

/**
 * qp_node_iter_next:
 * @self: an iterator
 *
 * Returns: (transfer none) (nullable): the next node, or %NULL at the end
 */
QpNode *
qp_node_iter_next (QpNodeIter *self)
{
  while (self->chunk < self->list->n_chunks)
    {
      const QpNodeChunk *chunk = self->list->slots[self->chunk].chunk;
      if (self->in_chunk < chunk->n)
        return chunk->nodes[self->in_chunk++];
      self->chunk++;
      self->in_chunk = 0;
    }
  return NULL;
}

/**
 * qp_node_iter_next_of:
 * @self: an iterator
 * @kind: a kind
 *
 * Returns: (transfer none) (nullable): the next node of that kind, or %NULL at the end
 */
QpNode *
qp_node_iter_next_of (QpNodeIter *self, QpKind kind)
{
  QpNode *node;

  while ((node = qp_node_iter_next (self)) != NULL && node->kind != kind)
    ;
  return node;
}
