/* qp-history.c: the steps that can be undone and redone, within a limit of memory
 *
 * A step is the root from before it: roots share all that did not change, so a step costs what it changed.
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/qp-history.h"

#include "model/qp-diff.h"

#define DEFAULT_MEMORY_LIMIT (64u << 20)

/* the root on the other side of a step; `size` is what only that root keeps alive */
typedef struct
{
  QpNode *root;
  char *label;
  gsize size;
} Step;

struct _QpHistory
{
  GQueue steps[QP_N_DIRECTIONS]; /* Step, nearest first */
  gsize undo_size;
  gsize memory_limit;
};

static void
step_free (gpointer data)
{
  Step *step = data;

  qp_node_unref (step->root);
  g_free (step->label);
  g_free (step);
}

/**
 * qp_history_new:
 *
 * Returns: (transfer full): a history without steps, which keeps 64 MiB at most
 */
QpHistory *
qp_history_new (void)
{
  QpHistory *self = g_new0 (QpHistory, 1);

  self->memory_limit = DEFAULT_MEMORY_LIMIT;
  return self;
}

/**
 * qp_history_free:
 * @self: (transfer full) (nullable): a history
 */
void
qp_history_free (QpHistory *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < QP_N_DIRECTIONS; i++)
    g_queue_clear_full (&self->steps[i], step_free);
  g_free (self);
}

static gsize
size_kept (const QpNode *before, const QpNode *after)
{
  g_autoptr (GArray) changes = qp_diff (after, before);
  gsize size = sizeof (Step) + qp_node_size (before);

  for (guint i = 0; i < changes->len; i++)
    {
      const QpChange *change = &g_array_index (changes, QpChange, i);
      if (change->after != NULL)
        size += qp_node_size (change->after);
    }
  return size;
}

/* the oldest steps go first; the newest stays whatever it costs */
static void
keep_within_limit (QpHistory *self)
{
  GQueue *undo = &self->steps[QP_HISTORY_UNDO];

  while (self->undo_size > self->memory_limit && undo->length > 1)
    {
      Step *oldest = g_queue_pop_tail (undo);
      self->undo_size -= oldest->size;
      step_free (oldest);
    }
}

/**
 * qp_history_push:
 * @self: a history
 * @before: (transfer none): root before the step
 * @after: (transfer none): root after it
 * @label: (nullable): what the step is called
 *
 * Remembers a step. What had been undone can be redone no more.
 */
void
qp_history_push (QpHistory *self, QpNode *before, QpNode *after, const char *label)
{
  Step *step = g_new0 (Step, 1);

  step->root = qp_node_ref (before);
  step->label = g_strdup (label);
  step->size = size_kept (before, after);
  self->undo_size += step->size;
  g_queue_push_head (&self->steps[QP_HISTORY_UNDO], step);
  keep_within_limit (self);
  qp_history_forget_redo (self);
}

/**
 * qp_history_forget_redo:
 * @self: a history
 *
 * What had been undone can be redone no more.
 */
void
qp_history_forget_redo (QpHistory *self)
{
  g_queue_clear_full (&self->steps[QP_HISTORY_REDO], step_free);
}

/**
 * qp_history_travel:
 * @self: a history with a step in that direction
 * @direction: which way
 * @present: (transfer none): the present root, to come back to
 *
 * Returns: (transfer full): the root on the other side of the step
 */
QpNode *
qp_history_travel (QpHistory *self, QpDirection direction, QpNode *present)
{
  Step *step = g_queue_pop_head (&self->steps[direction]);
  QpNode *target = step->root;

  step->root = qp_node_ref (present);
  if (direction == QP_HISTORY_UNDO)
    self->undo_size -= step->size;
  else
    self->undo_size += step->size;
  g_queue_push_head (&self->steps[direction == QP_HISTORY_UNDO ? QP_HISTORY_REDO : QP_HISTORY_UNDO], step);
  return target;
}

/**
 * qp_history_length:
 * @self: a history
 * @direction: which way
 *
 * Returns: how many steps there are
 */
guint
qp_history_length (const QpHistory *self, QpDirection direction)
{
  return self->steps[direction].length;
}

/**
 * qp_history_label:
 * @self: a history
 * @direction: which way
 *
 * Returns: (transfer none) (nullable): what the nearest step is called
 */
const char *
qp_history_label (const QpHistory *self, QpDirection direction)
{
  const GList *head = self->steps[direction].head;
  return head == NULL ? NULL : ((const Step *) head->data)->label;
}

/**
 * qp_history_set_memory_limit:
 * @self: a history
 * @bytes: what the steps to undo may keep alive, roughly
 */
void
qp_history_set_memory_limit (QpHistory *self, gsize bytes)
{
  self->memory_limit = bytes;
  keep_within_limit (self);
}
