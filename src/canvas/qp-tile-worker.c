/* qp-tile-worker.c: the thread that paints tiles
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "canvas/qp-tile-worker.h"

#include "base/qp-thread.h"

/* before the next frame is painted, so that pictures are seen in it */
#define DONE_PRIORITY G_PRIORITY_HIGH_IDLE

struct _QpTileWorker
{
  GThread *thread;
  QpPlanLayers *layers;
  void (*done) (gpointer);
  gpointer data;

  GMutex lock; /* for all below */
  GCond more;
  gboolean quits;
  gboolean busy;
  QpTileKey current; /* while busy */
  guint64 current_serial;
  QpTileState *state;
  GArray *keys;       /* QpTileKey: what is wanted, the most urgent last */
  GPtrArray *results; /* QpTileResult */
  guint source;
};

QpTileState *
qp_tile_state_ref (QpTileState *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
qp_tile_state_unref (QpTileState *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_pointer (&self->plan, qp_node_unref);
  g_clear_pointer (&self->catalogue, qp_catalogue_unref);
  g_array_unref (self->hidden);
  g_ptr_array_unref (self->ghosts);
  g_free (self);
}

void
qp_tile_result_free (QpTileResult *self)
{
  cairo_surface_destroy (self->surface);
  g_free (self);
}

/**
 * qp_tile_key_hash:
 * @key: a #QpTileKey
 *
 * Returns: a hash, for tables
 */
guint
qp_tile_key_hash (gconstpointer key)
{
  const QpTileKey *self = key;

  return g_double_hash (&self->scale) ^ (guint) self->parts * 40503u ^ (guint) self->x * 73856093u
         ^ (guint) self->y * 19349663u;
}

/**
 * qp_tile_key_equal:
 * @a: a #QpTileKey
 * @b: another
 *
 * Returns: whether both are the same picture
 */
gboolean
qp_tile_key_equal (gconstpointer a, gconstpointer b)
{
  const QpTileKey *first = a;
  const QpTileKey *second = b;

  return first->x == second->x && first->y == second->y && first->scale == second->scale
         && first->factor == second->factor && first->parts == second->parts;
}

/**
 * qp_tile_box:
 * @key: a tile
 *
 * Returns: what it shows of the plan, metres
 */
QpBox
qp_tile_box (const QpTileKey *key)
{
  const double side = QP_TILE_PX / key->factor / key->scale;

  return (QpBox){ key->x * side, -(key->y + 1) * side, (key->x + 1) * side, -key->y * side };
}

static cairo_surface_t *
paint (QpTileWorker *self, QpScene *scene, const QpTileState *state, const QpTileKey *key)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, QP_TILE_PX, QP_TILE_PX);
  const double side = QP_TILE_PX / key->factor;
  const QpViewport viewport = { qp_box_middle (qp_tile_box (key)), key->scale, side, side, key->factor };

  cairo_surface_set_device_scale (surface, key->factor, key->factor);
  cairo_t *cr = cairo_create (surface);
  qp_paint_plan (cr, &viewport, scene, self->layers, &state->style, key->parts);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static gboolean
deliver (gpointer data)
{
  QpTileWorker *self = data;

  g_mutex_lock (&self->lock);
  self->source = 0;
  g_mutex_unlock (&self->lock);
  self->done (self->data);
  return G_SOURCE_REMOVE;
}

/* with the lock held */
static void
put_result (QpTileWorker *self, const QpTileKey *key, guint64 serial, cairo_surface_t *surface)
{
  QpTileResult *result = g_new (QpTileResult, 1);

  *result = (QpTileResult){ *key, serial, surface };
  g_ptr_array_add (self->results, result);
  if (self->source == 0)
    self->source = g_idle_add_full (DONE_PRIORITY, deliver, self, NULL);
}

/* with the lock held; waits for work; FALSE to quit */
static gboolean
next_job (QpTileWorker *self, QpTileKey *key, QpTileState **state)
{
  while (!self->quits && self->keys->len == 0)
    g_cond_wait (&self->more, &self->lock);
  if (self->quits)
    return FALSE;
  *key = g_array_index (self->keys, QpTileKey, self->keys->len - 1);
  g_array_set_size (self->keys, self->keys->len - 1);
  *state = qp_tile_state_ref (self->state);
  return TRUE;
}

static void
bring_up_to_date (QpScene *scene, const QpTileState *state)
{
  qp_scene_update (scene, state->plan, state->catalogue, NULL);
  qp_scene_set_ghosts (scene, (QpNode *const *) state->ghosts->pdata, state->ghosts->len);
  qp_scene_set_uncropped (scene, state->uncropped);
  qp_scene_set_hidden (scene, (const QpId *) (gpointer) state->hidden->data, state->hidden->len, NULL);
}

static gpointer
work (gpointer data)
{
  QpTileWorker *self = data;
  g_autoptr (QpScene) scene = qp_scene_new ();
  guint64 shown = 0;
  QpTileState *state;
  QpTileKey key;

  qp_thread_stand_back ();
  g_mutex_lock (&self->lock);
  while (next_job (self, &key, &state))
    {
      self->busy = TRUE;
      self->current = key;
      self->current_serial = state->serial;
      g_mutex_unlock (&self->lock);
      if (state->serial != shown)
        bring_up_to_date (scene, state);
      shown = state->serial;
      cairo_surface_t *surface = paint (self, scene, state, &key);
      qp_tile_state_unref (state);
      g_mutex_lock (&self->lock);
      self->busy = FALSE;
      put_result (self, &key, shown, surface);
    }
  g_mutex_unlock (&self->lock);
  return NULL;
}

/**
 * qp_tile_worker_new:
 * @layers: (transfer none): cache of backgrounds, which the thread loads
 * @done: called in the main thread when there are results to take
 * @data: for @done
 *
 * Returns: (transfer full): a worker whose thread waits
 */
QpTileWorker *
qp_tile_worker_new (QpPlanLayers *layers, void (*done) (gpointer), gpointer data)
{
  QpTileWorker *self = g_new0 (QpTileWorker, 1);

  self->layers = qp_plan_layers_ref (layers);
  self->done = done;
  self->data = data;
  self->keys = g_array_new (FALSE, FALSE, sizeof (QpTileKey));
  self->results = g_ptr_array_new_with_free_func ((GDestroyNotify) qp_tile_result_free);
  g_mutex_init (&self->lock);
  g_cond_init (&self->more);
  self->thread = g_thread_new ("qp-tiles", work, self);
  return self;
}

/**
 * qp_tile_worker_free:
 * @self: (nullable): a worker
 *
 * Waits for the tile that is being painted.
 */
void
qp_tile_worker_free (QpTileWorker *self)
{
  if (self == NULL)
    return;
  g_mutex_lock (&self->lock);
  self->quits = TRUE;
  g_cond_signal (&self->more);
  g_mutex_unlock (&self->lock);
  g_thread_join (self->thread);
  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_pointer (&self->state, qp_tile_state_unref);
  g_array_unref (self->keys);
  g_ptr_array_unref (self->results);
  qp_plan_layers_unref (self->layers);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->more);
  g_free (self);
}

/* with the lock held */
static gboolean
is_in_work (QpTileWorker *self, const QpTileKey *key)
{
  return self->busy && self->current_serial == self->state->serial && qp_tile_key_equal (&self->current, key);
}

/**
 * qp_tile_worker_ask:
 * @self: a worker
 * @state: (transfer none): what to paint from
 * @keys: (element-type QpTileKey): what to paint, the most urgent last; what was asked before and has not been begun
 *   is forgotten
 */
void
qp_tile_worker_ask (QpTileWorker *self, QpTileState *state, GArray *keys)
{
  g_mutex_lock (&self->lock);
  g_autoptr (QpTileState) before = self->state;
  self->state = qp_tile_state_ref (state);
  g_array_set_size (self->keys, 0);
  for (guint i = 0; i < keys->len; i++)
    if (!is_in_work (self, &g_array_index (keys, QpTileKey, i)))
      g_array_append_val (self->keys, g_array_index (keys, QpTileKey, i));
  if (self->keys->len > 0)
    g_cond_signal (&self->more);
  g_mutex_unlock (&self->lock);
}

/**
 * qp_tile_worker_take:
 * @self: a worker
 *
 * Returns: (transfer full) (element-type QpTileResult): what has been painted since the last time
 */
GPtrArray *
qp_tile_worker_take (QpTileWorker *self)
{
  g_mutex_lock (&self->lock);
  GPtrArray *results = self->results;
  self->results = g_ptr_array_new_with_free_func ((GDestroyNotify) qp_tile_result_free);
  g_mutex_unlock (&self->lock);
  return results;
}

/**
 * qp_tile_worker_is_idle:
 * @self: a worker
 *
 * Returns: whether all that was asked for is painted and taken
 */
gboolean
qp_tile_worker_is_idle (QpTileWorker *self)
{
  g_mutex_lock (&self->lock);
  const gboolean idle = !self->busy && self->keys->len == 0 && self->results->len == 0;
  g_mutex_unlock (&self->lock);
  return idle;
}
