/* qp-scene-query.c: finding objects of a scene
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "interact/qp-scene-private.h"

/**
 * qp_scene_hidden_items:
 * @self: a scene
 *
 * Returns: (transfer container) (element-type QpItem): the hidden items in painting order
 */
GPtrArray *
qp_scene_hidden_items (QpScene *self)
{
  GPtrArray *found = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->hidden);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      QpItem *item = g_hash_table_lookup (self->items, id);
      if (item != NULL && !item->unseen)
        g_ptr_array_add (found, item);
    }
  g_ptr_array_sort (found, qp_item_compare_pointers);
  return found;
}

/**
 * qp_scene_length:
 * @self: a scene
 *
 * Returns: how many items there are, hidden ones too
 */
guint
qp_scene_length (const QpScene *self)
{
  return self->ordered->len;
}

/**
 * qp_scene_bounds:
 * @self: a scene
 *
 * Returns: box around all items, metres; empty without any
 */
QpBox
qp_scene_bounds (QpScene *self)
{
  if (!self->bounds_known)
    {
      self->bounds = QP_BOX_EMPTY;
      for (guint i = 0; i < self->ordered->len; i++)
        self->bounds = qp_box_union (self->bounds, ((QpItem *) g_ptr_array_index (self->ordered, i))->bounds);
      self->bounds_known = TRUE;
    }
  return self->bounds;
}

/**
 * qp_scene_find:
 * @self: a scene
 * @id: an id
 *
 * Returns: (transfer none) (nullable): the item; good until the next update
 */
const QpItem *
qp_scene_find (const QpScene *self, QpId id)
{
  return g_hash_table_lookup (self->items, &id);
}

static gboolean
collect (QpItem *item, gpointer data)
{
  if (!item->hidden && !item->unseen)
    g_ptr_array_add (data, item);
  return TRUE;
}

/* all items already lie in order, so that many of them need no sorting */
static void
take_stamped (QpScene *self, GPtrArray *found)
{
  g_ptr_array_set_size (found, 0);
  for (guint i = 0; i < self->ordered->len; i++)
    {
      QpItem *item = g_ptr_array_index (self->ordered, i);
      if (item->stamp == self->stamp && !item->hidden && !item->unseen)
        g_ptr_array_add (found, item);
    }
}

/**
 * qp_scene_query:
 * @self: a scene
 * @box: where to look, metres
 *
 * Returns: (transfer container) (element-type QpItem): the items that are not hidden and whose bounds touch the
 *   box, in painting order; good until the next update
 */
GPtrArray *
qp_scene_query (QpScene *self, QpBox box)
{
  GPtrArray *found = g_ptr_array_new ();

  qp_grid2d_walk (self->grid, box, ++self->stamp, collect, found);
  if (found->len > self->ordered->len / 8)
    take_stamped (self, found);
  else
    g_ptr_array_sort (found, qp_item_compare_pointers);
  return found;
}

typedef struct
{
  guint n;
  guint limit;
  int kind; /* −1: all kinds */
} Count;

static gboolean
count_item (QpItem *item, gpointer data)
{
  Count *count = data;

  if (!item->hidden && !item->unseen && (count->kind < 0 || (int) item->node->kind == count->kind))
    count->n++;
  return count->n < count->limit;
}

/**
 * qp_scene_count:
 * @self: a scene
 * @box: where to look, metres
 * @limit: where to stop counting
 *
 * Returns: how many items qp_scene_query() would give, at most @limit
 */
guint
qp_scene_count (QpScene *self, QpBox box, guint limit)
{
  Count count = { 0, limit, -1 };

  qp_grid2d_walk (self->grid, box, ++self->stamp, count_item, &count);
  return count.n;
}

/**
 * qp_scene_count_screens:
 * @self: a scene
 * @box: where to look, metres
 * @limit: where to stop counting
 *
 * Returns: how many of them are screens, at most @limit
 */
guint
qp_scene_count_screens (QpScene *self, QpBox box, guint limit)
{
  Count count = { 0, limit, QP_KIND_SCREEN };

  qp_grid2d_walk (self->grid, box, ++self->stamp, count_item, &count);
  return count.n;
}

typedef struct
{
  const QpItem **found;
  guint n;
  guint room;
} Look;

static gboolean
look_at (QpItem *item, gpointer data)
{
  Look *look = data;

  if (item->hidden || item->unseen)
    return TRUE;
  if (look->n < look->room)
    look->found[look->n] = item;
  look->n++;
  return look->n <= look->room;
}

/**
 * qp_scene_look:
 * @self: a scene
 * @box: where to look, metres
 * @found: (out caller-allocates) (array length=room): takes items as qp_scene_query() gives them, but in no order
 * @room: how many fit in there
 *
 * Looks no further than there is room, however many items there are.
 *
 * Returns: how many were found; @room + 1 when there are more than that, and then @found holds @room of them
 */
guint
qp_scene_look (QpScene *self, QpBox box, const QpItem **found, guint room)
{
  Look look = { found, 0, room };

  qp_grid2d_walk (self->grid, box, ++self->stamp, look_at, &look);
  return look.n;
}

/**
 * qp_scene_items:
 * @self: a scene
 *
 * Returns: (transfer none) (element-type QpItem): all items in painting order; good until the next update
 */
GPtrArray *
qp_scene_items (QpScene *self)
{
  return self->ordered;
}

/* a row is as high as a usual screen is wide: what stands side by side is read from left to right */
static int
compare_reading (gconstpointer a, gconstpointer b)
{
  const QpItem *first = *(QpItem *const *) a;
  const QpItem *second = *(QpItem *const *) b;
  const QpVec p = qp_item_middle (first);
  const QpVec q = qp_item_middle (second);
  const double row_p = floor (-p.y / 5);
  const double row_q = floor (-q.y / 5);

  if (row_p != row_q)
    return row_p < row_q ? -1 : 1;
  if (p.x != q.x)
    return p.x < q.x ? -1 : 1;
  return qp_item_compare_pointers (a, b);
}

/**
 * qp_scene_reading_order:
 * @self: a scene
 *
 * Returns: (transfer container) (element-type QpItem): all items that can be grabbed, by rows from the top and
 *   from left to right within a row
 */
GPtrArray *
qp_scene_reading_order (QpScene *self)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < self->ordered->len; i++)
    if (!qp_item_is_locked (g_ptr_array_index (self->ordered, i)))
      g_ptr_array_add (found, g_ptr_array_index (self->ordered, i));
  g_ptr_array_sort (found, compare_reading);
  return found;
}

/**
 * qp_scene_set_background_scale:
 * @self: a scene
 * @id: a background
 * @metres_per_unit: scale that it is shown at
 * @size: width and height of the whole drawing, in its units
 *
 * A drawing whose scale nobody knows is shown at one that follows from its size; whoever has decoded it tells it here.
 */
void
qp_scene_set_background_scale (QpScene *self, QpId id, double metres_per_unit, QpVec size)
{
  const QpShownDrawing shown = { metres_per_unit, size };

  g_hash_table_replace (self->shown, g_memdup2 (&id, sizeof id), g_memdup2 (&shown, sizeof shown));
}

/**
 * qp_scene_background_scale:
 * @self: a scene
 * @id: a background
 *
 * Returns: the scale that it is shown at, metres per drawing unit; NaN when nobody has told
 */
double
qp_scene_background_scale (const QpScene *self, QpId id)
{
  const QpShownDrawing *known = g_hash_table_lookup (self->shown, &id);

  return known == NULL ? NAN : known->scale;
}

/**
 * qp_scene_background_size:
 * @self: a scene
 * @id: a background
 *
 * Returns: width and height of the whole drawing in its units, cropped or not; NaN when nobody has told
 */
QpVec
qp_scene_background_size (const QpScene *self, QpId id)
{
  const QpShownDrawing *known = g_hash_table_lookup (self->shown, &id);

  return known == NULL ? qp_vec (NAN, NAN) : known->size;
}

/**
 * qp_scene_set_uncropped:
 * @self: a scene
 * @id: the background that is painted as a whole whatever its crop, or %QP_ID_NONE
 */
void
qp_scene_set_uncropped (QpScene *self, QpId id)
{
  self->uncropped = id;
}

/**
 * qp_scene_uncropped:
 * @self: a scene
 *
 * Returns: the background that is painted as a whole, as its crop is being drawn, or %QP_ID_NONE
 */
QpId
qp_scene_uncropped (const QpScene *self)
{
  return self->uncropped;
}
