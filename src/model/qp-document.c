/* qp-document.c: a project being worked on: transactions over an immutable root, history, index by id
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "base/qp-error.h"
#include "model/qp-document.h"
#include "model/qp-history.h"
#include "model/qp-index.h"

/* edits with the same merge key within this time are one step */
#define MERGE_WINDOW_US (G_USEC_PER_SEC * 3 / 2)

struct _QpDocument
{
  GObject parent_instance;

  QpNode *root;
  QpIndex *index;
  guint64 serial;

  QpNode *begun; /* root at the beginning of the transaction, or NULL */
  char *label;
  char *merge_key;

  QpHistory *history;
  char *last_merge_key;
  gint64 last_commit_us;

  QpNode *saved; /* root as it is in the file, or NULL */
};

G_DEFINE_FINAL_TYPE (QpDocument, qp_document, G_TYPE_OBJECT)

enum
{
  CHANGED,
  HISTORY_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
set_text (char **place, const char *text)
{
  g_free (*place);
  *place = g_strdup (text);
}

static void
qp_document_finalize (GObject *object)
{
  QpDocument *self = QP_DOCUMENT (object);

  g_clear_pointer (&self->history, qp_history_free);
  g_clear_pointer (&self->index, qp_index_free);
  g_clear_pointer (&self->begun, qp_node_unref);
  g_clear_pointer (&self->saved, qp_node_unref);
  g_clear_pointer (&self->root, qp_node_unref);
  g_free (self->label);
  g_free (self->merge_key);
  g_free (self->last_merge_key);
  G_OBJECT_CLASS (qp_document_parent_class)->finalize (object);
}

static void
qp_document_class_init (QpDocumentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = qp_document_finalize;

  /**
   * QpDocument::changed:
   * @self: the document
   * @changes: (type GArray) (element-type QpChange): what differs; valid during the emission
   *
   * The root is another one. Emitted after each edit inside a transaction as well, so that a drag is seen live.
   */
  signals[CHANGED] = g_signal_new ("changed", QP_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                   G_TYPE_POINTER);

  /**
   * QpDocument::history-changed:
   * @self: the document
   *
   * What can be undone or redone, or whether there are unsaved changes, is different.
   */
  signals[HISTORY_CHANGED]
      = g_signal_new ("history-changed", QP_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
qp_document_init (QpDocument *self)
{
  self->history = qp_history_new ();
}

/**
 * qp_document_new:
 * @root: (transfer none): a project
 *
 * Returns: (transfer full): a document with no history; it counts as modified until qp_document_mark_saved()
 */
QpDocument *
qp_document_new (QpNode *root)
{
  QpDocument *self = g_object_new (QP_TYPE_DOCUMENT, NULL);

  self->root = qp_node_ref (root);
  self->index = qp_index_new (root);
  return self;
}

/**
 * qp_document_get_root:
 * @self: a document
 *
 * Returns: (transfer none): its root; take a reference to keep it, another thread may read it
 */
QpNode *
qp_document_get_root (QpDocument *self)
{
  return self->root;
}

/**
 * qp_document_get_serial:
 * @self: a document
 *
 * Returns: a number that grows with each change of the root
 */
guint64
qp_document_get_serial (QpDocument *self)
{
  return self->serial;
}

/**
 * qp_document_find:
 * @self: a document
 * @id: an id
 *
 * Returns: (transfer none) (nullable): the node with this id
 */
QpNode *
qp_document_find (QpDocument *self, QpId id)
{
  return qp_index_node (self->index, id);
}

/**
 * qp_document_parent:
 * @self: a document
 * @id: an id
 *
 * Returns: (transfer none) (nullable): the node it stands in
 */
QpNode *
qp_document_parent (QpDocument *self, QpId id)
{
  return qp_index_node (self->index, qp_index_parent (self->index, id));
}

/**
 * qp_document_ancestor:
 * @self: a document
 * @id: an id
 * @kind: a kind
 *
 * Returns: (transfer none) (nullable): the nearest node of that kind, beginning with the node itself
 */
QpNode *
qp_document_ancestor (QpDocument *self, QpId id, QpKind kind)
{
  QpNode *node = qp_document_find (self, id);

  while (node != NULL && node->kind != kind)
    node = qp_document_parent (self, node->id);
  return node;
}

/**
 * qp_document_position:
 * @self: a document
 * @id: an id
 *
 * Returns: position among its siblings, or -1
 */
int
qp_document_position (QpDocument *self, QpId id)
{
  const QpNode *node = qp_document_find (self, id);
  const QpNode *parent = qp_document_parent (self, id);

  return node == NULL || parent == NULL ? -1 : qp_node_list_index_of (parent->children, node);
}

/* another root, and an index of it; nobody is told */
static void
set_root (QpDocument *self, QpNode *root)
{
  g_autoptr (QpNode) before = self->root;
  g_autoptr (GArray) changes = qp_diff (before, root);

  self->root = qp_node_ref (root);
  qp_index_update (self->index, changes);
}

static void
tell_changed (QpDocument *self, const QpNode *before)
{
  if (before == self->root)
    return;
  g_autoptr (GArray) changes = qp_diff (before, self->root);
  self->serial++;
  g_signal_emit (self, signals[CHANGED], 0, changes);
}

static void
replace_root (QpDocument *self, QpNode *root)
{
  g_autoptr (QpNode) before = qp_node_ref (self->root);

  set_root (self, root);
  tell_changed (self, before);
}

/**
 * qp_document_begin:
 * @self: a document without an open transaction
 * @label: (nullable): what the step is called in the undo menu, translated
 * @merge_key: (nullable): steps with the same key that follow each other within 1.5 s become one
 *
 * Begins a step. All edits until qp_document_commit() are undone together.
 */
void
qp_document_begin (QpDocument *self, const char *label, const char *merge_key)
{
  g_return_if_fail (self->begun == NULL);

  self->begun = qp_node_ref (self->root);
  set_text (&self->label, label);
  set_text (&self->merge_key, merge_key);
}

/**
 * qp_document_in_transaction:
 * @self: a document
 *
 * Returns: whether a step has begun and is not committed
 */
gboolean
qp_document_in_transaction (QpDocument *self)
{
  return self->begun != NULL;
}

/**
 * qp_document_apply:
 * @self: a document with an open transaction
 * @edit: an edit
 * @error: return location for a #GError: %QP_ERROR_NOT_FOUND, %QP_ERROR_INVALID
 *
 * Makes one change. When it fails the document is as before.
 *
 * Returns: whether it was made
 */
gboolean
qp_document_apply (QpDocument *self, const QpEdit *edit, GError **error)
{
  g_return_val_if_fail (self->begun != NULL, FALSE);

  g_autoptr (QpNode) root = qp_index_apply (self->index, edit, error);
  if (root == NULL)
    return FALSE;
  replace_root (self, root);
  return TRUE;
}

/**
 * qp_document_apply_all:
 * @self: a document with an open transaction
 * @edits: (element-type QpEdit): edits, made in order
 * @error: return location for a #GError: %QP_ERROR_NOT_FOUND, %QP_ERROR_INVALID
 *
 * Makes all of the changes, or none, and tells of them once.
 *
 * Returns: whether they were made
 */
gboolean
qp_document_apply_all (QpDocument *self, GPtrArray *edits, GError **error)
{
  g_return_val_if_fail (self->begun != NULL, FALSE);

  g_autoptr (QpNode) before = qp_node_ref (self->root);
  for (guint i = 0; i < edits->len; i++)
    {
      g_autoptr (QpNode) root = qp_index_apply (self->index, g_ptr_array_index (edits, i), error);
      if (root == NULL)
        {
          set_root (self, before);
          return FALSE;
        }
      set_root (self, root);
    }
  tell_changed (self, before);
  return TRUE;
}

static gboolean
merges (QpDocument *self, gint64 now)
{
  return self->merge_key != NULL && g_strcmp0 (self->merge_key, self->last_merge_key) == 0
         && now - self->last_commit_us < MERGE_WINDOW_US
         && qp_history_length (self->history, QP_HISTORY_UNDO) > 0
         && qp_history_length (self->history, QP_HISTORY_REDO) == 0 && self->begun != self->saved;
}

/**
 * qp_document_commit:
 * @self: a document with an open transaction
 *
 * Ends the step. Nothing is remembered when nothing changed.
 */
void
qp_document_commit (QpDocument *self)
{
  g_return_if_fail (self->begun != NULL);

  g_autoptr (QpNode) begun = self->begun;
  const gint64 now = g_get_monotonic_time ();

  if (begun != self->root)
    {
      if (!merges (self, now))
        qp_history_push (self->history, begun, self->root, self->label);
      set_text (&self->last_merge_key, self->merge_key);
      self->last_commit_us = now;
    }
  self->begun = NULL;
  g_signal_emit (self, signals[HISTORY_CHANGED], 0);
}

/**
 * qp_document_rollback:
 * @self: a document with an open transaction
 *
 * Ends the step as if it had never begun.
 */
void
qp_document_rollback (QpDocument *self)
{
  g_return_if_fail (self->begun != NULL);

  g_autoptr (QpNode) begun = g_steal_pointer (&self->begun);
  replace_root (self, begun);
  g_signal_emit (self, signals[HISTORY_CHANGED], 0);
}

/**
 * qp_document_run:
 * @self: a document without an open transaction
 * @label: (nullable): what the step is called
 * @merge_key: (nullable): see qp_document_begin()
 * @edits: (element-type QpEdit): edits, made in order
 * @error: return location for a #GError
 *
 * Makes all the edits as one step, or none.
 *
 * Returns: whether they were made
 */
gboolean
qp_document_run (QpDocument *self, const char *label, const char *merge_key, GPtrArray *edits, GError **error)
{
  qp_document_begin (self, label, merge_key);
  if (!qp_document_apply_all (self, edits, error))
    {
      qp_document_rollback (self);
      return FALSE;
    }
  qp_document_commit (self);
  return TRUE;
}

/**
 * qp_document_end_merge:
 * @self: a document
 *
 * The next step will not be merged into the last one, whatever its key: a drag has ended, the focus has moved.
 */
void
qp_document_end_merge (QpDocument *self)
{
  g_clear_pointer (&self->last_merge_key, g_free);
}

/**
 * qp_document_can_undo:
 * @self: a document
 *
 * Returns: whether there is a step to undo and none is open
 */
gboolean
qp_document_can_undo (QpDocument *self)
{
  return qp_history_length (self->history, QP_HISTORY_UNDO) > 0 && self->begun == NULL;
}

/**
 * qp_document_can_redo:
 * @self: a document
 *
 * Returns: whether there is a step to redo and none is open
 */
gboolean
qp_document_can_redo (QpDocument *self)
{
  return qp_history_length (self->history, QP_HISTORY_REDO) > 0 && self->begun == NULL;
}

/**
 * qp_document_undo_label:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): what the step to undo is called
 */
const char *
qp_document_undo_label (QpDocument *self)
{
  return qp_history_label (self->history, QP_HISTORY_UNDO);
}

/**
 * qp_document_redo_label:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): what the step to redo is called
 */
const char *
qp_document_redo_label (QpDocument *self)
{
  return qp_history_label (self->history, QP_HISTORY_REDO);
}

static void
travel (QpDocument *self, QpDirection direction)
{
  g_autoptr (QpNode) target = qp_history_travel (self->history, direction, self->root);

  qp_document_end_merge (self);
  replace_root (self, target);
  g_signal_emit (self, signals[HISTORY_CHANGED], 0);
}

/**
 * qp_document_undo:
 * @self: a document
 *
 * Takes back the last step; nothing happens when there is none or one is open.
 */
void
qp_document_undo (QpDocument *self)
{
  if (qp_document_can_undo (self))
    travel (self, QP_HISTORY_UNDO);
}

/**
 * qp_document_redo:
 * @self: a document
 *
 * Makes the last step that was undone again; nothing happens when there is none or one is open.
 */
void
qp_document_redo (QpDocument *self)
{
  if (qp_document_can_redo (self))
    travel (self, QP_HISTORY_REDO);
}

/**
 * qp_document_mark_saved:
 * @self: a document
 * @root: (transfer none): the root that was written, which need not be the present one
 */
void
qp_document_mark_saved (QpDocument *self, QpNode *root)
{
  QpNode *old = self->saved;

  self->saved = qp_node_ref (root);
  qp_node_unref (old);
  qp_document_end_merge (self);
  g_signal_emit (self, signals[HISTORY_CHANGED], 0);
}

/**
 * qp_document_get_saved:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): the root as it is in the file; %NULL when it was never saved
 */
QpNode *
qp_document_get_saved (QpDocument *self)
{
  return self->saved;
}

/**
 * qp_document_is_modified:
 * @self: a document
 *
 * Returns: whether the root differs from the one that was saved
 */
gboolean
qp_document_is_modified (QpDocument *self)
{
  return self->saved != self->root;
}

/**
 * qp_document_set_memory_limit:
 * @self: a document
 * @bytes: what the steps to undo may keep alive, roughly; 64 MiB at first
 */
void
qp_document_set_memory_limit (QpDocument *self, gsize bytes)
{
  qp_history_set_memory_limit (self->history, bytes);
}

/**
 * qp_document_n_undo:
 * @self: a document
 *
 * Returns: how many steps can be undone
 */
guint
qp_document_n_undo (QpDocument *self)
{
  return qp_history_length (self->history, QP_HISTORY_UNDO);
}
