/* qp-snap-align.c: straight above, below or beside something else
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "interact/qp-snap-private.h"

#include "base/qp-number.h"

#include <string.h>

#define MAX_ITEMS 192  /* looked at along one line; of more, those nearer to the place */
#define MAX_CORNERS 64 /* of an outline with more, only the box around it */
#define MAX_HALVINGS 12

/**
 * qp_snap_look:
 * @search: a question
 * @scene: the plan, or another level
 * @strip: where to look, metres
 * @along: axis along which the strip is made shorter about the place when there are too many items in it
 * @items: (out caller-allocates) (array length=room): takes the items
 * @room: how many fit in there
 *
 * Returns: how many there are; never more than there is room
 */
guint
qp_snap_look (QpSnapSearch *search, QpScene *scene, QpBox strip, guint along, const QpItem **items, guint room)
{
  const QpVec place = search->query->place;
  double reach = fmax (qp_box_high (strip, along) - qp_vec_along (place, along),
                       qp_vec_along (place, along) - qp_box_low (strip, along));

  for (guint i = 0; i <= MAX_HALVINGS; i++, reach /= 2)
    {
      QpBox part = strip;
      if (along == 0)
        part = (QpBox){ fmax (strip.x0, place.x - reach), strip.y0, fmin (strip.x1, place.x + reach), strip.y1 };
      else
        part = (QpBox){ strip.x0, fmax (strip.y0, place.y - reach), strip.x1, fmin (strip.y1, place.y + reach) };
      const guint n = qp_scene_look (scene, part, items, room);
      if (n <= room)
        return n;
    }
  return 0;
}

typedef struct
{
  QpSnapSearch *search;
  guint axis;
  double probe; /* coordinate along the axis of an edge or middle of what is moved */
  QpSnapAxis *found;
} Probe;

static void
offer_feature (const Probe *self, const QpItem *item, QpVec feature)
{
  const QpVec place = self->search->query->place;
  const double shift = qp_vec_along (feature, self->axis) - self->probe;
  QpSnapAxis *found = self->found;

  if (fabs (shift) > self->search->tolerance)
    return;
  /* of what is equally in line, the nearest one gives the reason */
  if (found->found
      && (fabs (shift) > fabs (found->shift) + 1e-9
          || (fabs (shift) >= fabs (found->shift) - 1e-9
              && (found->is_spacing || qp_vec_distance (feature, place) >= qp_vec_distance (found->feature, place)))))
    return;
  *found = (QpSnapAxis){ .found = TRUE, .shift = shift, .item = item, .feature = feature };
  found->probe = self->probe - qp_vec_along (place, self->axis);
}

static void
offer_outline (const Probe *self, const QpItem *item, const QpPoints *outline)
{
  const QpBox box = item->bounds;

  for (guint i = 0; outline->n <= MAX_CORNERS && i < outline->n; i++)
    offer_feature (self, item, qp_vec_from_point (outline->at[i]));
  if (outline->n > MAX_CORNERS)
    {
      offer_feature (self, item, qp_vec (box.x0, box.y0));
      offer_feature (self, item, qp_vec (box.x1, box.y1));
    }
  offer_feature (self, item, qp_box_middle (box));
}

static void
offer_item (const Probe *self, const QpItem *item)
{
  const QpPoints *outline = qp_item_outline (item, NULL, NULL);

  switch (item->node->kind)
    {
    case QP_KIND_SCREEN:
      offer_feature (self, item, item->a);
      offer_feature (self, item, item->b);
      for (guint i = 0; item->path != NULL && item->path->n <= MAX_CORNERS && i < item->path->n; i++)
        offer_feature (self, item, item->path->at[i]);
      offer_feature (self, item, qp_item_middle (item));
      break;
    case QP_KIND_NOTE:
      offer_feature (self, item, qp_item_middle (item));
      break;
    case QP_KIND_OBSTACLE:
    case QP_KIND_AUDIENCE:
    case QP_KIND_RECEPTOR:
      if (outline != NULL)
        offer_outline (self, item, outline);
      break;
    default:
      break;
    }
}

/* looks along the line through one edge or middle of what is moved */
static void
look_along (QpSnapSearch *search, QpScene *scene, guint axis, double probe, QpSnapAxis *found)
{
  const QpItem *items[MAX_ITEMS];
  const Probe self = { search, axis, probe, found };
  const double low = probe - search->tolerance;
  const double high = probe + search->tolerance;
  const QpBox strip = axis == 0 ? (QpBox){ low, search->view.y0, high, search->view.y1 }
                                : (QpBox){ search->view.x0, low, search->view.x1, high };
  const guint n = qp_snap_look (search, scene, strip, 1 - axis, items, MAX_ITEMS);

  for (guint i = 0; i < n; i++)
    if (!qp_snap_ignores (search->query, items[i]))
      offer_item (&self, items[i]);
}

static QpBox
moved_box (const QpSnapQuery *query)
{
  return query->has_box && !qp_box_is_empty (query->box) ? query->box : qp_box_around (query->place, query->place);
}

static void
look_in_scene (QpSnapSearch *search, QpScene *scene, guint axis, QpSnapAxis *found)
{
  const QpBox box = moved_box (search->query);
  const double low = qp_box_low (box, axis);
  const double high = qp_box_high (box, axis);

  qp_snap_spacing (search, scene, axis, box, found);
  look_along (search, scene, axis, (low + high) / 2, found);
  if (high - low <= search->px)
    return;
  look_along (search, scene, axis, low, found);
  look_along (search, scene, axis, high, found);
}

/* -- what is seen of it -- */

static void
add_guides (QpSnapSearch *search, const QpSnapAxis *found, guint axis)
{
  const QpVec place = search->best->place;
  const QpVec box_middle = qp_box_middle (moved_box (search->query));
  const QpVec middle = qp_vec_add (box_middle, qp_vec_sub (place, search->query->place));
  const double level = qp_vec_along (middle, 1 - axis);

  for (guint i = 0; found->is_spacing && i < 2; i++)
    {
      const double a = found->gaps[i][0];
      const double b = found->gaps[i][1];
      qp_snap_add_guide (search->best, axis == 0 ? qp_vec (a, level) : qp_vec (level, a),
                         axis == 0 ? qp_vec (b, level) : qp_vec (level, b), TRUE);
    }
  if (found->is_spacing)
    return;
  const double line = qp_vec_along (place, axis) + found->probe;
  qp_snap_add_guide (search->best, found->feature, axis == 0 ? qp_vec (line, middle.y) : qp_vec (middle.x, line),
                     FALSE);
}

static char *
reason_of_axis (const QpSnapAxis *found)
{
  g_autofree char *name = qp_node_display_name (found->item->node);
  g_autofree char *gap = qp_number_display (found->gap, 2);

  /* Translators: why a place snapped; %s is a length in metres */
  return found->is_spacing ? g_strdup_printf (_("equal gaps of %s m"), gap)
                           /* Translators: why a place snapped; %s is the name of an object */
                           : g_strdup_printf (_("in line with %s"), name);
}

static char *
reason_of_both (const QpSnapAxis *across, const QpSnapAxis *up)
{
  g_autofree char *first = reason_of_axis (across);
  g_autofree char *second = reason_of_axis (up);

  return strcmp (first, second) == 0 ? g_steal_pointer (&first) : g_strdup_printf ("%s · %s", first, second);
}

/* what is in line one way only goes on the grid the other way, unless a line is being drawn, which has steps of its own
 */
static double
rest_of (const QpSnapQuery *query, double at, double grid)
{
  const QpSnapKinds kinds = query->kinds == 0 ? QP_SNAP_ALL : query->kinds;

  return query->has_from || (kinds & QP_SNAP_GRIDS) == 0 ? at : round (at / grid) * grid;
}

static void
take (QpSnapSearch *search, const QpSnapAxis found[2])
{
  const QpVec place = search->query->place;
  const double grid = qp_snap_grid_step_for (search->px);
  QpSnap *best = search->best;
  const QpSnapAxis *first = found[0].found ? &found[0] : &found[1];

  *best = (QpSnap){ .type = found[0].is_spacing || found[1].is_spacing ? QP_SNAP_SPACING : QP_SNAP_ALIGNMENT };
  best->item = first->item;
  best->place = qp_vec (found[0].found ? place.x + found[0].shift : rest_of (search->query, place.x, grid),
                        found[1].found ? place.y + found[1].shift : rest_of (search->query, place.y, grid));
  for (guint axis = 0; axis < 2; axis++)
    if (found[axis].found)
      add_guides (search, &found[axis], axis);
  best->reason = found[0].found && found[1].found ? reason_of_both (&found[0], &found[1]) : reason_of_axis (first);
}

/**
 * qp_snap_align:
 * @search: a question that nothing better has answered
 *
 * Looks along both axes for what comes into line, and for equal gaps.
 */
void
qp_snap_align (QpSnapSearch *search)
{
  QpSnapAxis found[2] = { { 0 }, { 0 } };

  for (guint axis = 0; axis < 2; axis++)
    look_in_scene (search, search->scene, axis, &found[axis]);
  if (found[0].found || found[1].found)
    take (search, found);
}
