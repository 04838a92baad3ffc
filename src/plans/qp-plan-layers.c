/* qp-plan-layers.c: the cache of loaded plan backgrounds
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "plans/qp-plan-layers.h"

#include "base/qp-thread.h"

#include <gio/gio.h>

#define IN_VIEW_US (10 * G_USEC_PER_SEC)

typedef struct
{
  /* what its content depends on; moving, cropping and colouring a background loads nothing again */
  GBytes *bytes;
  gint64 format;
  gint64 page;
  gboolean gcj02;
  char *hidden_layers;
  gboolean loading;   /* by one thread; others wait, or go on without */
  QpPlanLayer *layer; /* NULL when it can't be shown */
  GError *error;
  guint64 used;     /* clock */
  gint64 used_time; /* monotonic */
} Entry;

struct _QpPlanLayers
{
  gatomicrefcount ref_count;
  gsize max_memory;
  GMutex lock; /* for all below; never held while something is loaded */
  GCond loaded;
  GPtrArray *entries;
  guint64 clock;
  guint n_loading;
  void (*arrived) (gpointer);
  gpointer data;
};

static void
entry_free (gpointer data)
{
  Entry *self = data;

  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->layer, qp_plan_layer_unref);
  g_clear_error (&self->error);
  g_free (self->hidden_layers);
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
  g_cond_init (&self->loaded);
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
  g_cond_clear (&self->loaded);
  g_free (self);
}

/* DXF and GeoJSON leave layers out when they are painted */
static const char *
hidden_when_loaded (const QpBackground *background)
{
  const gboolean when_painted = background->format == QP_BACKGROUND_DXF || background->format == QP_BACKGROUND_GEOJSON;

  return when_painted ? NULL : background->hidden_layers;
}

static gboolean
is_of (const Entry *entry, const QpBackground *background)
{
  return entry->bytes == background->data && entry->format == background->format && entry->page == background->page
         && entry->gcj02 == (background->gcj02 == TRUE)
         && g_strcmp0 (entry->hidden_layers, hidden_when_loaded (background)) == 0;
}

static void
touch (QpPlanLayers *self, Entry *entry)
{
  entry->used = ++self->clock;
  entry->used_time = g_get_monotonic_time ();
}

static Entry *
find_entry (QpPlanLayers *self, const QpBackground *background)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = g_ptr_array_index (self->entries, i);
      if (is_of (entry, background))
        {
          touch (self, entry);
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

/* What is painted again and again is in view: were it dropped for something else in view, both would be loaded in turn
 * for ever. */
static gboolean
may_be_in_view (QpPlanLayers *self, const Entry *entry)
{
  return self->arrived != NULL && g_get_monotonic_time () - entry->used_time < IN_VIEW_US;
}

static guint
oldest_entry (QpPlanLayers *self)
{
  guint oldest = G_MAXUINT;
  guint64 least = self->clock; /* the last one used stays */

  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = g_ptr_array_index (self->entries, i);
      if (!entry->loading && entry->used < least && !may_be_in_view (self, entry))
        {
          least = entry->used;
          oldest = i;
        }
    }
  return oldest;
}

/* Takes out what is too much. Who calls frees it once the lock is let go of: layers may be large, the thread that loads
 * stands back, and a window that wants to paint would wait for it. */
static GPtrArray *
drop_unused (QpPlanLayers *self)
{
  GPtrArray *dropped = g_ptr_array_new_with_free_func (entry_free);
  gsize memory = 0;

  for (guint i = 0; i < self->entries->len; i++)
    memory += memory_of (g_ptr_array_index (self->entries, i));
  while (memory > self->max_memory)
    {
      const guint oldest = oldest_entry (self);
      if (oldest == G_MAXUINT)
        break;
      Entry *entry = g_ptr_array_steal_index_fast (self->entries, oldest);
      memory -= memory_of (entry);
      g_ptr_array_add (dropped, entry);
    }
  return dropped;
}

static Entry *
add_entry (QpPlanLayers *self, const QpBackground *background)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->format = background->format;
  entry->page = background->page;
  entry->gcj02 = background->gcj02 == TRUE;
  entry->hidden_layers = g_strdup (hidden_when_loaded (background));
  entry->bytes = background->data != NULL ? g_bytes_ref (background->data) : NULL;
  entry->loading = TRUE;
  touch (self, entry);
  g_ptr_array_add (self->entries, entry);
  self->n_loading++;
  return entry;
}

/* with the lock held, which is let go of meanwhile; gives what drop_unused() gives */
static GPtrArray *
load_entry (QpPlanLayers *self, Entry *entry, const QpBackground *background)
{
  GError *error = NULL;

  g_mutex_unlock (&self->lock);
  QpPlanLayer *layer = qp_plan_layer_load_background (background, &error);
  g_mutex_lock (&self->lock);
  entry->layer = layer;
  entry->error = error;
  entry->loading = FALSE;
  touch (self, entry);
  self->n_loading--;
  g_cond_broadcast (&self->loaded);
  return drop_unused (self);
}

/* -- loading aside -- */

typedef struct
{
  QpPlanLayers *layers;
  Entry *entry; /* stays as long as it is loading */
  QpNode *background;
} Load;

static gboolean
tell_arrival (gpointer data)
{
  QpPlanLayers *self = data;

  if (self->arrived != NULL) /* it is set in this thread */
    self->arrived (self->data);
  return G_SOURCE_REMOVE;
}

static gpointer
load_aside (gpointer data)
{
  Load *load = data;
  QpPlanLayers *self = load->layers;

  qp_thread_stand_back ();
  g_mutex_lock (&self->lock);
  GPtrArray *dropped = load_entry (self, load->entry, (const QpBackground *) load->background);
  g_mutex_unlock (&self->lock);
  g_ptr_array_unref (dropped);
  g_idle_add_full (G_PRIORITY_DEFAULT, tell_arrival, self, (GDestroyNotify) qp_plan_layers_unref);
  qp_node_unref (load->background);
  g_free (load);
  return NULL;
}

static void
start_load (QpPlanLayers *self, Entry *entry, const QpBackground *background)
{
  Load *load = g_new (Load, 1);

  *load = (Load){ qp_plan_layers_ref (self), entry, qp_node_ref ((QpNode *) &background->node) };
  g_thread_unref (g_thread_new ("qp-load", load_aside, load));
}

/* with the lock held */
static QpPlanLayer *
take_layer (Entry *entry, GError **error)
{
  if (entry->loading)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_PENDING, _ ("The background is being opened…"));
  else if (entry->layer != NULL)
    return qp_plan_layer_ref (entry->layer);
  else if (error != NULL)
    *error = g_error_copy (entry->error);
  return NULL;
}

/**
 * qp_plan_layers_get:
 * @self: a cache
 * @background: a background
 * @error: return location
 *
 * Gives the background's layer. Where it has not been loaded, it is loaded and waited for; in a cache that tells of
 * arrivals (qp_plan_layers_set_arrived()) loading begins aside. What can't be loaded is tried once.
 *
 * Returns: (transfer full) (nullable): the layer, or %NULL with an error of qp_plan_content_read() or
 *   %G_IO_ERROR_PENDING
 */
QpPlanLayer *
qp_plan_layers_get (QpPlanLayers *self, const QpBackground *background, GError **error)
{
  g_autoptr (GPtrArray) dropped = NULL; /* freed when the lock is let go of */
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  Entry *entry = find_entry (self, background);

  if (entry == NULL)
    {
      entry = add_entry (self, background);
      if (self->arrived != NULL)
        start_load (self, entry, background);
      else
        dropped = load_entry (self, entry, background);
    }
  else if (self->arrived == NULL)
    while (entry->loading)
      g_cond_wait (&self->loaded, &self->lock);
  return take_layer (entry, error);
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
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  Entry *entry = find_entry (self, background);

  return entry != NULL ? take_layer (entry, NULL) : NULL;
}

/**
 * qp_plan_layers_set_arrived:
 * @self: a cache
 * @arrived: (nullable): called in the main thread when a layer was loaded, or was found to be none
 * @data: for @arrived
 *
 * For who can't wait: from now on qp_plan_layers_get() loads aside. To be called in the main thread.
 */
void
qp_plan_layers_set_arrived (QpPlanLayers *self, void (*arrived) (gpointer), gpointer data)
{
  g_mutex_lock (&self->lock);
  self->arrived = arrived;
  self->data = data;
  g_mutex_unlock (&self->lock);
}

/**
 * qp_plan_layers_is_idle:
 * @self: a cache
 *
 * Returns: whether nothing is being loaded
 */
gboolean
qp_plan_layers_is_idle (QpPlanLayers *self)
{
  g_mutex_lock (&self->lock);
  const gboolean idle = self->n_loading == 0;
  g_mutex_unlock (&self->lock);
  return idle;
}
