/* qp-plan-layers.c: the cache of loaded plan backgrounds
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plans/qp-plan-layers.h"

typedef struct
{
  GBytes *bytes;
  gint64 format;      /* as in the node; may be unset */
  QpPlanLayer *layer; /* NULL when it can't be shown */
  GError *error;
  guint64 used;
} Entry;

struct _QpPlanLayers
{
  gatomicrefcount ref_count;
  GMutex lock;
  GPtrArray *entries;
  gsize max_memory;
  guint64 clock;
};

static void
entry_free (gpointer data)
{
  Entry *self = data;

  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->layer, qp_plan_layer_unref);
  g_clear_error (&self->error);
  g_free (self);
}

/**
 * qp_plan_layers_new:
 * @max_memory: bytes of loaded layers above which those unused for longest are dropped; the last one used stays
 *
 * Returns: (transfer full): an empty cache
 */
QpPlanLayers *
qp_plan_layers_new (gsize max_memory)
{
  QpPlanLayers *self = g_new0 (QpPlanLayers, 1);

  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->lock);
  self->entries = g_ptr_array_new_with_free_func (entry_free);
  self->max_memory = max_memory;
  return self;
}

/**
 * qp_plan_layers_ref:
 * @self: a cache
 *
 * Returns: (transfer full): @self
 */
QpPlanLayers *
qp_plan_layers_ref (QpPlanLayers *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * qp_plan_layers_unref:
 * @self: (transfer full) (nullable): a cache
 */
void
qp_plan_layers_unref (QpPlanLayers *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_ptr_array_unref (self->entries);
  g_mutex_clear (&self->lock);
  g_free (self);
}

static Entry *
find_entry (QpPlanLayers *self, const QpBackground *background)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = g_ptr_array_index (self->entries, i);
      if (entry->bytes == background->data && entry->format == background->format)
        {
          entry->used = ++self->clock;
          return entry;
        }
    }
  return NULL;
}

static gsize
memory_of (const Entry *entry)
{
  return (entry->layer != NULL ? qp_plan_layer_memory (entry->layer) : 0)
         + (entry->bytes != NULL ? g_bytes_get_size (entry->bytes) : 0);
}

static void
drop_unused (QpPlanLayers *self)
{
  gsize memory = 0;

  for (guint i = 0; i < self->entries->len; i++)
    memory += memory_of (g_ptr_array_index (self->entries, i));
  while (memory > self->max_memory && self->entries->len > 1)
    {
      guint oldest = 0;
      for (guint i = 1; i < self->entries->len; i++)
        if (((Entry *) g_ptr_array_index (self->entries, i))->used
            < ((Entry *) g_ptr_array_index (self->entries, oldest))->used)
          oldest = i;
      memory -= memory_of (g_ptr_array_index (self->entries, oldest));
      g_ptr_array_remove_index_fast (self->entries, oldest);
    }
}

static Entry *
add_entry (QpPlanLayers *self, const QpBackground *background)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->format = background->format;
  entry->bytes = background->data != NULL ? g_bytes_ref (background->data) : NULL;
  entry->layer = qp_plan_layer_load (entry->bytes, background->format, &entry->error);
  entry->used = ++self->clock;
  g_ptr_array_add (self->entries, entry);
  drop_unused (self);
  return entry;
}

/**
 * qp_plan_layers_get:
 * @self: a cache
 * @background: a background
 * @error: return location
 *
 * Gives the background's layer, loading it where that has not been done. What can't be loaded is tried once.
 *
 * Returns: (transfer full) (nullable): the layer, or %NULL with an error of qp_plan_layer_load()
 */
QpPlanLayer *
qp_plan_layers_get (QpPlanLayers *self, const QpBackground *background, GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  Entry *entry = find_entry (self, background);

  if (entry == NULL)
    entry = add_entry (self, background);
  if (entry->layer != NULL)
    return qp_plan_layer_ref (entry->layer);
  if (error != NULL)
    *error = g_error_copy (entry->error);
  return NULL;
}

/**
 * qp_plan_layers_peek:
 * @self: a cache
 * @background: a background
 *
 * As qp_plan_layers_get(), but never loads and never waits for a load in another thread.
 *
 * Returns: (transfer full) (nullable): the layer, or %NULL when it is not there yet or can't be shown
 */
QpPlanLayer *
qp_plan_layers_peek (QpPlanLayers *self, const QpBackground *background)
{
  if (!g_mutex_trylock (&self->lock))
    return NULL;
  const Entry *entry = find_entry (self, background);
  QpPlanLayer *layer = entry != NULL && entry->layer != NULL ? qp_plan_layer_ref (entry->layer) : NULL;
  g_mutex_unlock (&self->lock);
  return layer;
}
