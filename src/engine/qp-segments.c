/* qp-segments.c: a great many line segments, found by place
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A packed R-tree: the segments lie in the order of a Hilbert curve through their middles, and each sixteen
 * neighbours share a box, each sixteen boxes a box above. There are no pointers: what belongs to a box follows from
 * its number. I. Kamel and C. Faloutsos, "On packing R-trees", CIKM 1993.
 */
#include "engine/qp-segments.h"

#include <stdlib.h>

#define FAN_OUT 16
#define MAX_LEVELS 8 /* 16⁸ segments */
#define CURVE_SIDE 65536u
#define FARTHEST 1e30 /* no drawing reaches so far; larger numbers would not be counted exactly enough */

/* half the room of doubles; rounded outwards, so that no box misses what is in it */
typedef struct
{
  float x0;
  float y0;
  float x1;
  float y1;
} SmallBox;

typedef struct
{
  SmallBox *boxes;
  guint n;
} Level;

struct _QpSegments
{
  gatomicrefcount ref_count;
  QpSegment *at;
  guint n;
  QpBox bounds;
  QpVec origin; /* middle of the bounds: boxes are counted from there */
  Level levels[MAX_LEVELS];
  guint n_levels;
};

typedef struct
{
  guint32 key;
  guint32 index;
} Place;

static QpBox
box_of (const QpSegment *segment)
{
  return qp_box_around (segment->a, segment->b);
}

static gboolean
is_somewhere (QpVec place)
{
  return fabs (place.x) < FARTHEST && fabs (place.y) < FARTHEST;
}

static gboolean
is_usable (const QpSegment *segment)
{
  return is_somewhere (segment->a) && is_somewhere (segment->b);
}

/* how far along a Hilbert curve over a square of CURVE_SIDE² places one is: neighbours there are neighbours here */
static guint32
along_curve (guint32 x, guint32 y)
{
  guint32 along = 0;

  for (guint32 side = CURVE_SIDE / 2; side > 0; side /= 2)
    {
      const guint32 right = (x & side) != 0;
      const guint32 upper = (y & side) != 0;
      along += side * side * ((3 * right) ^ upper);
      if (upper != 0)
        continue;
      const guint32 swapped = right != 0 ? CURVE_SIDE - 1 - x : x;
      x = right != 0 ? CURVE_SIDE - 1 - y : y;
      y = swapped;
    }
  return along;
}

static guint32
on_curve (double place, double from, double length)
{
  return length > 0 ? (guint32) CLAMP ((place - from) / length * (CURVE_SIDE - 1), 0, CURVE_SIDE - 1) : 0;
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Place *first = a;
  const Place *second = b;

  if (first->key != second->key)
    return first->key < second->key ? -1 : 1;
  return first->index < second->index ? -1 : first->index > second->index;
}

/* takes over those that are somewhere, in the order of the curve */
static void
take_in_order (QpSegments *self, const QpSegment *at, guint n)
{
  g_autofree Place *places = g_new (Place, n);
  const QpBox bounds = self->bounds;

  for (guint i = 0; i < n; i++)
    {
      const QpVec middle = qp_vec_middle (at[i].a, at[i].b);
      if (is_usable (&at[i]))
        places[self->n++] = (Place){ along_curve (on_curve (middle.x, bounds.x0, bounds.x1 - bounds.x0),
                                                  on_curve (middle.y, bounds.y0, bounds.y1 - bounds.y0)),
                                     i };
    }
  if (self->n == 0)
    return;
  qsort (places, self->n, sizeof *places, compare_places);
  self->at = g_new (QpSegment, self->n);
  for (guint i = 0; i < self->n; i++)
    self->at[i] = at[places[i].index];
}

static float
rounded_down (double value)
{
  return nextafterf ((float) value, -INFINITY);
}

static float
rounded_up (double value)
{
  return nextafterf ((float) value, INFINITY);
}

static SmallBox
box_of_segments (const QpSegments *self, guint from, guint to)
{
  QpBox box = QP_BOX_EMPTY;

  for (guint i = from; i < to; i++)
    box = qp_box_union (box, box_of (&self->at[i]));
  return (SmallBox){ rounded_down (box.x0 - self->origin.x), rounded_down (box.y0 - self->origin.y),
                     rounded_up (box.x1 - self->origin.x), rounded_up (box.y1 - self->origin.y) };
}

static SmallBox
box_of_boxes (const SmallBox *boxes, guint n)
{
  SmallBox box = boxes[0];

  for (guint i = 1; i < n; i++)
    box = (SmallBox){ MIN (box.x0, boxes[i].x0), MIN (box.y0, boxes[i].y0), MAX (box.x1, boxes[i].x1),
                      MAX (box.y1, boxes[i].y1) };
  return box;
}

static guint
n_groups (guint n)
{
  return n / FAN_OUT + (n % FAN_OUT != 0);
}

static void
build_level (QpSegments *self, guint n_below)
{
  Level *level = &self->levels[self->n_levels];
  const Level *below = self->n_levels == 0 ? NULL : level - 1;

  level->n = n_groups (n_below);
  level->boxes = g_new (SmallBox, level->n);
  for (guint i = 0; i < level->n; i++)
    {
      const guint from = i * FAN_OUT;
      const guint to = MIN (from + FAN_OUT, n_below);
      level->boxes[i]
          = below == NULL ? box_of_segments (self, from, to) : box_of_boxes (below->boxes + from, to - from);
    }
  self->n_levels++;
}

/**
 * qp_segments_new:
 * @at: (array length=n): line segments; those that are nowhere (not a number, or beyond 1e30) are left out
 * @n: how many
 *
 * Takes less than a second for a million, and 34 bytes for each.
 *
 * Returns: (transfer full): the same with an index
 */
QpSegments *
qp_segments_new (const QpSegment *at, guint n)
{
  QpSegments *self = g_new0 (QpSegments, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->bounds = QP_BOX_EMPTY;
  for (guint i = 0; i < n; i++)
    if (is_usable (&at[i]))
      self->bounds = qp_box_union (self->bounds, box_of (&at[i]));
  self->origin = qp_box_is_empty (self->bounds) ? qp_vec (0, 0) : qp_box_middle (self->bounds);
  take_in_order (self, at, n);
  for (guint below = self->n; below > 1 || (below == 1 && self->n_levels == 0); below = n_groups (below))
    build_level (self, below);
  return self;
}

/**
 * qp_segments_new_take:
 * @segments: (transfer full) (element-type QpSegment): line segments
 *
 * Returns: (transfer full): the same with an index
 */
QpSegments *
qp_segments_new_take (GArray *segments)
{
  QpSegments *self = qp_segments_new ((const QpSegment *) (gpointer) segments->data, segments->len);

  g_array_unref (segments);
  return self;
}

/**
 * qp_segments_ref:
 * @self: segments
 *
 * Returns: (transfer full): the same
 */
QpSegments *
qp_segments_ref (QpSegments *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * qp_segments_unref:
 * @self: (nullable): segments
 */
void
qp_segments_unref (QpSegments *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (guint i = 0; i < self->n_levels; i++)
    g_free (self->levels[i].boxes);
  g_free (self->at);
  g_free (self);
}

/**
 * qp_segments_length:
 * @self: segments
 *
 * Returns: how many there are
 */
guint
qp_segments_length (const QpSegments *self)
{
  return self->n;
}

/**
 * qp_segments_bounds:
 * @self: segments
 *
 * Returns: box around them all; empty without any
 */
QpBox
qp_segments_bounds (const QpSegments *self)
{
  return self->bounds;
}

/**
 * qp_segments_memory:
 * @self: segments
 *
 * Returns: bytes that they take, about
 */
gsize
qp_segments_memory (const QpSegments *self)
{
  gsize bytes = sizeof *self + sizeof *self->at * self->n;

  for (guint i = 0; i < self->n_levels; i++)
    bytes += sizeof (SmallBox) * self->levels[i].n;
  return bytes;
}

/* -- finding -- */

typedef struct
{
  const QpSegments *self;
  QpBox box;       /* as asked */
  SmallBox looked; /* the same, counted from the origin */
  QpSegmentVisit visit;
  gpointer data;
} Walk;

static gboolean
walk_group (const Walk *walk, guint group)
{
  const QpSegments *self = walk->self;
  const guint to = MIN ((group + 1) * FAN_OUT, self->n);

  for (guint i = group * FAN_OUT; i < to; i++)
    if (qp_segment_touches_box (self->at[i].a, self->at[i].b, walk->box) && !walk->visit (&self->at[i], walk->data))
      return FALSE;
  return TRUE;
}

static gboolean
walk_level (const Walk *walk, guint level, guint from, guint to)
{
  const SmallBox *boxes = walk->self->levels[level].boxes;

  for (guint i = from; i < to; i++)
    {
      if (boxes[i].x0 > walk->looked.x1 || boxes[i].x1 < walk->looked.x0 || boxes[i].y0 > walk->looked.y1
          || boxes[i].y1 < walk->looked.y0)
        continue;
      if (!(level == 0
                ? walk_group (walk, i)
                : walk_level (walk, level - 1, i * FAN_OUT, MIN ((i + 1) * FAN_OUT, walk->self->levels[level - 1].n))))
        return FALSE;
    }
  return TRUE;
}

/**
 * qp_segments_walk:
 * @self: segments
 * @box: where to look
 * @visit: called once for each segment any place of which is in the box, in no order; ends the walk by %FALSE
 * @data: for @visit
 *
 * Returns: whether the walk went to its end
 */
gboolean
qp_segments_walk (const QpSegments *self, QpBox box, QpSegmentVisit visit, gpointer data)
{
  const QpVec origin = self->origin;
  const Walk walk = { self,
                      box,
                      { rounded_down (box.x0 - origin.x), rounded_down (box.y0 - origin.y),
                        rounded_up (box.x1 - origin.x), rounded_up (box.y1 - origin.y) },
                      visit,
                      data };

  if (self->n_levels == 0 || qp_box_is_empty (box))
    return TRUE;
  return walk_level (&walk, self->n_levels - 1, 0, self->levels[self->n_levels - 1].n);
}

typedef struct
{
  QpSegment *found;
  guint n;
  guint room;
} Collection;

static gboolean
collect (const QpSegment *segment, gpointer data)
{
  Collection *collection = data;

  if (collection->n < collection->room)
    collection->found[collection->n] = *segment;
  collection->n++;
  return collection->n <= collection->room;
}

/**
 * qp_segments_collect:
 * @self: segments
 * @box: where to look
 * @found: (out caller-allocates) (array length=room): takes the segments that touch the box
 * @room: how many fit in there
 *
 * Looks no further than there is room, however many segments there are.
 *
 * Returns: how many were found; @room + 1 when there are more than that, and then @found holds @room of them
 */
guint
qp_segments_collect (const QpSegments *self, QpBox box, QpSegment *found, guint room)
{
  Collection collection = { found, 0, room };

  qp_segments_walk (self, box, collect, &collection);
  return collection.n;
}
