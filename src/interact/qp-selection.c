/* qp-selection.c: which objects are selected, and which of them is the primary one
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "interact/qp-selection.h"

struct _QpSelection
{
  GObject parent_instance;

  GArray *ids;       /* QpId; the first is the primary one */
  GHashTable *known; /* QpId, owned */
  int point;         /* of the only one, or −1 */
};

G_DEFINE_FINAL_TYPE (QpSelection, qp_selection, G_TYPE_OBJECT)

static guint changed_signal;

static void
qp_selection_finalize (GObject *object)
{
  QpSelection *self = QP_SELECTION (object);

  g_array_unref (self->ids);
  g_hash_table_unref (self->known);
  G_OBJECT_CLASS (qp_selection_parent_class)->finalize (object);
}

static void
qp_selection_class_init (QpSelectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = qp_selection_finalize;

  /**
   * QpSelection::changed:
   * @self: the selection
   *
   * Something else is selected, or another one of the selected is the primary one.
   */
  changed_signal = g_signal_new ("changed", QP_TYPE_SELECTION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
qp_selection_init (QpSelection *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (QpId));
  self->known = g_hash_table_new_full (qp_id_hash, qp_id_equal_p, g_free, NULL);
  self->point = -1;
}

/**
 * qp_selection_new:
 *
 * Returns: (transfer full): an empty selection
 */
QpSelection *
qp_selection_new (void)
{
  return g_object_new (QP_TYPE_SELECTION, NULL);
}

/**
 * qp_selection_length:
 * @self: a selection
 *
 * Returns: how many are selected
 */
guint
qp_selection_length (QpSelection *self)
{
  return self->ids->len;
}

/**
 * qp_selection_ids:
 * @self: a selection
 * @n_ids: (out) (optional): how many
 *
 * Returns: (transfer none) (array length=n_ids): what is selected, the primary one first; good until the next change
 */
const QpId *
qp_selection_ids (QpSelection *self, guint *n_ids)
{
  if (n_ids != NULL)
    *n_ids = self->ids->len;
  return (const QpId *) (gpointer) self->ids->data;
}

/**
 * qp_selection_get_primary:
 * @self: a selection
 *
 * Returns: the one that the inspector shows, or %QP_ID_NONE
 */
QpId
qp_selection_get_primary (QpSelection *self)
{
  return self->ids->len == 0 ? QP_ID_NONE : g_array_index (self->ids, QpId, 0);
}

/**
 * qp_selection_has:
 * @self: a selection
 * @id: an id
 *
 * Returns: whether it is selected
 */
gboolean
qp_selection_has (QpSelection *self, QpId id)
{
  return g_hash_table_contains (self->known, &id);
}

static void
changed (QpSelection *self)
{
  self->point = -1;
  g_signal_emit (self, changed_signal, 0);
}

static void
append (QpSelection *self, QpId id)
{
  if (qp_id_is_none (id) || qp_selection_has (self, id))
    return;
  g_hash_table_add (self->known, g_memdup2 (&id, sizeof id));
  g_array_append_val (self->ids, id);
}

static gboolean
is_just (QpSelection *self, const QpId *ids, guint n_ids)
{
  if (self->ids->len != n_ids)
    return FALSE;
  for (guint i = 0; i < n_ids; i++)
    if (!qp_id_equal (g_array_index (self->ids, QpId, i), ids[i]))
      return FALSE;
  return TRUE;
}

/**
 * qp_selection_set:
 * @self: a selection
 * @ids: (array length=n_ids): what is selected from now on; the first is the primary one
 * @n_ids: how many
 */
void
qp_selection_set (QpSelection *self, const QpId *ids, guint n_ids)
{
  if (is_just (self, ids, n_ids))
    return;

  g_autofree QpId *copy = g_memdup2 (ids, n_ids * sizeof *ids); /* they may be our own */
  g_hash_table_remove_all (self->known);
  g_array_set_size (self->ids, 0);
  for (guint i = 0; i < n_ids; i++)
    append (self, copy[i]);
  changed (self);
}

/**
 * qp_selection_set_one:
 * @self: a selection
 * @id: the only one selected from now on; %QP_ID_NONE for nothing
 */
void
qp_selection_set_one (QpSelection *self, QpId id)
{
  qp_selection_set (self, &id, qp_id_is_none (id) ? 0 : 1);
}

/**
 * qp_selection_clear:
 * @self: a selection
 */
void
qp_selection_clear (QpSelection *self)
{
  qp_selection_set (self, NULL, 0);
}

static void
drop (QpSelection *self, QpId id)
{
  g_hash_table_remove (self->known, &id);
  for (guint i = 0; i < self->ids->len; i++)
    if (qp_id_equal (g_array_index (self->ids, QpId, i), id))
      {
        g_array_remove_index (self->ids, i);
        return;
      }
}

/**
 * qp_selection_toggle:
 * @self: a selection
 * @id: is selected if it was not (and becomes the primary one), and the other way round
 */
void
qp_selection_toggle (QpSelection *self, QpId id)
{
  if (qp_id_is_none (id))
    return;
  if (qp_selection_has (self, id))
    drop (self, id);
  else
    {
      g_hash_table_add (self->known, g_memdup2 (&id, sizeof id));
      g_array_prepend_val (self->ids, id);
    }
  changed (self);
}

/**
 * qp_selection_add:
 * @self: a selection
 * @ids: (array length=n_ids): are selected too
 * @n_ids: how many
 */
void
qp_selection_add (QpSelection *self, const QpId *ids, guint n_ids)
{
  const guint before = self->ids->len;

  for (guint i = 0; i < n_ids; i++)
    append (self, ids[i]);
  if (self->ids->len != before)
    changed (self);
}

/**
 * qp_selection_drop_vanished:
 * @self: a selection
 * @document: a document
 *
 * Drops what is no longer in the document, as after an undo.
 */
void
qp_selection_drop_vanished (QpSelection *self, QpDocument *document)
{
  g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (QpId));

  for (guint i = 0; i < self->ids->len; i++)
    if (qp_document_find (document, g_array_index (self->ids, QpId, i)) != NULL)
      g_array_append_val (left, g_array_index (self->ids, QpId, i));
  qp_selection_set (self, (const QpId *) (gpointer) left->data, left->len);
}

/**
 * qp_selection_get_point:
 * @self: a selection
 *
 * Returns: index of the chosen point of the only object selected, or −1; it may be gone from its outline
 */
int
qp_selection_get_point (QpSelection *self)
{
  return self->ids->len == 1 ? self->point : -1;
}

/**
 * qp_selection_set_point:
 * @self: a selection
 * @point: index of a point of the only object selected, or −1 for none
 *
 * Chooses a point; it is let go as soon as something else is selected.
 */
void
qp_selection_set_point (QpSelection *self, int point)
{
  self->point = point;
}
