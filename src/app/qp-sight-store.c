/* qp-sight-store.c: what is seen on the plans of a project, each screen computed once
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "app/qp-sight-store.h"

#include <string.h>

#define SCENES 8
#define MEMORY_MOST ((gsize) 128 << 20)

/* The result holds its screen and its scene, so that their addresses can't be given to others meanwhile. */
typedef struct
{
  QpSightResult *result;
  QpCatalogue *catalogue;
  QpLookOptions options;
  guint parts;
  gsize memory;
} Entry;

struct _QpSightStore
{
  int count; /* atomic */
  GMutex lock;
  GPtrArray *scenes; /* the one asked for last at the end */
  GQueue entries;    /* the one asked for last at the end */
  gsize memory;
};

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  qp_sight_result_unref (entry->result);
  g_clear_pointer (&entry->catalogue, qp_catalogue_unref);
  g_free (entry);
}

/**
 * qp_sight_store_new:
 *
 * Returns: (transfer full): an empty store
 */
QpSightStore *
qp_sight_store_new (void)
{
  QpSightStore *self = g_new0 (QpSightStore, 1);

  self->count = 1;
  g_mutex_init (&self->lock);
  self->scenes = g_ptr_array_new_with_free_func ((GDestroyNotify) qp_sight_scene_unref);
  g_queue_init (&self->entries);
  return self;
}

/**
 * qp_sight_store_ref:
 * @self: a store
 *
 * Returns: (transfer full): @self
 */
QpSightStore *
qp_sight_store_ref (QpSightStore *self)
{
  g_atomic_int_inc (&self->count);
  return self;
}

/**
 * qp_sight_store_unref:
 * @self: (transfer full): a store
 */
void
qp_sight_store_unref (QpSightStore *self)
{
  if (!g_atomic_int_dec_and_test (&self->count))
    return;
  g_queue_clear_full (&self->entries, entry_free);
  g_ptr_array_unref (self->scenes);
  g_mutex_clear (&self->lock);
  g_free (self);
}

/* --- scenes --- */

static QpSightScene *
find_scene (QpSightStore *self, const QpNode *plan, const QpSightSpan *span)
{
  for (guint i = self->scenes->len; i-- > 0;)
    {
      QpSightScene *scene = g_ptr_array_index (self->scenes, i);
      if (!qp_sight_scene_serves (scene, plan, span))
        continue;
      g_ptr_array_add (self->scenes, qp_sight_scene_ref (scene));
      g_ptr_array_remove_index (self->scenes, i);
      return qp_sight_scene_ref (scene);
    }
  return NULL;
}

/**
 * qp_sight_store_scene:
 * @self: a store
 * @plan: a plan
 * @span: from where it is looked at
 *
 * Returns: (transfer full): its scene, the same one as long as audiences and obstacles are the same
 */
QpSightScene *
qp_sight_store_scene (QpSightStore *self, const QpNode *plan, const QpSightSpan *span)
{
  g_mutex_lock (&self->lock);
  QpSightScene *found = find_scene (self, plan, span);
  g_mutex_unlock (&self->lock);
  if (found != NULL)
    return found;
  QpSightScene *made = qp_sight_scene_new (plan, span);
  g_mutex_lock (&self->lock);
  found = find_scene (self, plan, span); /* another thread may have been quicker */
  if (found == NULL)
    {
      if (self->scenes->len >= SCENES)
        g_ptr_array_remove_index (self->scenes, 0);
      g_ptr_array_add (self->scenes, qp_sight_scene_ref (made));
    }
  g_mutex_unlock (&self->lock);
  if (found == NULL)
    return made;
  qp_sight_scene_unref (made);
  return found;
}

/* --- results --- */

static gboolean
same_number (double one, double other)
{
  return one == other || (one != one && other != other);
}

static gboolean
same_options (const QpLookOptions *one, const QpLookOptions *other)
{
  return same_number (one->char_height_m, other->char_height_m) && one->char_dots == other->char_dots
         && one->char_distances == other->char_distances && one->pixel_arcmin == other->pixel_arcmin
         && one->notice_deg == other->notice_deg && one->notice_aside_deg == other->notice_aside_deg
         && one->read_share == other->read_share;
}

static GList *
find_entry (QpSightStore *self, const QpSightScene *scene, const QpNode *screen, const QpCatalogue *catalogue,
            const QpLookOptions *options, guint parts)
{
  for (GList *at = self->entries.tail; at != NULL; at = at->prev)
    {
      const Entry *entry = at->data;
      if (entry->result->scene == scene && entry->result->node == screen && entry->catalogue == catalogue && entry->parts == parts
          && same_options (&entry->options, options))
        return at;
    }
  return NULL;
}

/**
 * qp_sight_store_find:
 * @self: a store
 * @scene: a scene of this store
 * @screen: a screen
 * @catalogue: (nullable): the catalogue of the project
 * @options: what the grades hang on
 * @parts: into about how many parts the screen is cut
 *
 * Returns: (transfer full) (nullable): what is seen of it, if it was computed already
 */
QpSightResult *
qp_sight_store_find (QpSightStore *self, const QpSightScene *scene, const QpNode *screen, const QpCatalogue *catalogue,
                     const QpLookOptions *options, guint parts)
{
  g_mutex_lock (&self->lock);
  GList *at = find_entry (self, scene, screen, catalogue, options, parts);
  QpSightResult *found = NULL;
  if (at != NULL)
    {
      g_queue_unlink (&self->entries, at);
      g_queue_push_tail_link (&self->entries, at);
      found = qp_sight_result_ref (((Entry *) at->data)->result);
    }
  g_mutex_unlock (&self->lock);
  return found;
}

static gsize
memory_of (const QpSightResult *result)
{
  gsize sum = sizeof *result;

  for (guint i = 0; i < result->scene->areas->len; i++)
    {
      const QpSightMap *map = result->maps[i];
      sum += (gsize) map->grid.columns * map->grid.rows * (sizeof (double) + sizeof (float) + sizeof (guint64) * map->words);
    }
  return sum;
}

static void
keep (QpSightStore *self, Entry *entry)
{
  g_mutex_lock (&self->lock);
  g_queue_push_tail (&self->entries, entry);
  self->memory += entry->memory;
  while (self->memory > MEMORY_MOST && self->entries.length > 1)
    {
      Entry *oldest = g_queue_pop_head (&self->entries);
      self->memory -= oldest->memory;
      entry_free (oldest);
    }
  g_mutex_unlock (&self->lock);
}

/**
 * qp_sight_store_result:
 * @self: a store
 * @scene: a scene of this store
 * @screen: a screen
 * @catalogue: (nullable): the catalogue of the project
 * @options: what the grades hang on
 * @parts: into about how many parts the screen is cut
 * @go_on: (nullable): asked between parts with the share that is done; %FALSE ends the calculation
 * @data: for @go_on
 *
 * Returns: (transfer full) (nullable): what is seen of it, computed now if it was not yet; %NULL when that was ended
 */
QpSightResult *
qp_sight_store_result (QpSightStore *self, QpSightScene *scene, QpNode *screen, QpCatalogue *catalogue,
                       const QpLookOptions *options, guint parts, QpSightGoOn go_on, gpointer data)
{
  QpSightResult *result = qp_sight_store_find (self, scene, screen, catalogue, options, parts);

  if (result != NULL)
    return result;
  result = qp_sight_result_new (scene, screen, catalogue, options, parts, go_on, data);
  if (result == NULL)
    return NULL;
  Entry *entry = g_new (Entry, 1);
  *entry = (Entry){ qp_sight_result_ref (result), catalogue == NULL ? NULL : qp_catalogue_ref (catalogue), *options, parts,
                    memory_of (result) };
  keep (self, entry);
  return result;
}

/**
 * qp_sight_store_memory:
 * @self: a store
 *
 * Returns: about how much memory its results take, bytes
 */
gsize
qp_sight_store_memory (QpSightStore *self)
{
  g_mutex_lock (&self->lock);
  const gsize memory = self->memory;
  g_mutex_unlock (&self->lock);
  return memory;
}
