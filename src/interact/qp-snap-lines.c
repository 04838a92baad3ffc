/* qp-snap-lines.c: points and lines that a place may be drawn to
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "interact/qp-snap-private.h"

#define MAX_ITEMS 256 /* near the place; in a crowd snapping would only be in the way */
#define MAX_LINES 64  /* near the place; of more, those still nearer are looked at */
#define MAX_HALVINGS 4
#define EXTENSION_PX 140.0     /* how far beyond its end a line is followed */
#define EXTENDED_LEAST_PX 20.0 /* shorter lines are not */

typedef struct
{
  QpSceneLine at[MAX_LINES];
  guint n;
} Lines;

/* -- collecting -- */

static void
add_line (Lines *lines, const QpItem *item, QpVec a, QpVec b, QpBox box)
{
  if (lines->n < MAX_LINES && qp_segment_touches_box (a, b, box))
    lines->at[lines->n++] = (QpSceneLine){ a, b, item };
}

/* the face first: where others are as near, it wins */
static void
add_screen (Lines *lines, const QpItem *item, QpBox box)
{
  const gboolean has_back = item->depth > 0 && !(item->path != NULL && item->path->lying);
  const guint n = qp_item_n_facets (item);
  QpVec a, b;

  for (guint i = 0; i < n; i++)
    {
      qp_item_facet (item, i, &a, &b);
      if (!qp_item_is_gap (item, i))
        add_line (lines, item, a, b, box);
    }
  for (guint i = 0; has_back && i < n; i++)
    {
      qp_item_facet (item, i, &a, &b);
      const QpVec back = qp_facet_back (a, b, item->depth);
      if (!qp_item_is_gap (item, i))
        add_line (lines, item, qp_vec_add (a, back), qp_vec_add (b, back), box);
      if (i == 0)
        add_line (lines, item, a, qp_vec_add (a, back), box);
      if (i == n - 1)
        add_line (lines, item, b, qp_vec_add (b, back), box);
    }
}

static void
add_item (Lines *lines, const QpItem *item, QpBox box)
{
  gboolean closed;
  const QpPoints *outline = qp_item_outline (item, &closed, NULL);

  if (item->node->kind == QP_KIND_SCREEN)
    add_screen (lines, item, box);
  for (guint i = 0; outline != NULL && i + (closed ? 0 : 1) < outline->n; i++)
    add_line (lines, item, qp_vec_from_point (outline->at[i]), qp_vec_from_point (outline->at[(i + 1) % outline->n]),
              box);
}

/* a drawing may have any number of lines at one place: the nearest are enough */
static void
add_drawn (Lines *lines, QpScene *scene, QpBox box)
{
  const guint room = MAX_LINES - lines->n;
  const QpVec middle = qp_box_middle (box);
  double reach = (box.x1 - box.x0) / 2;

  for (guint i = 0; i <= MAX_HALVINGS; i++, reach /= 2)
    {
      const guint n
          = qp_scene_lines (scene, qp_box_grown (qp_box_around (middle, middle), reach), lines->at + lines->n, room);
      if (n > room)
        continue;
      lines->n += n;
      return;
    }
}

static void
collect (QpSnapSearch *search, QpScene *scene, double reach, Lines *lines)
{
  const QpVec place = search->query->place;
  const QpBox box = qp_box_grown (qp_box_around (place, place), reach);
  const QpItem *items[MAX_ITEMS];
  const guint n = qp_scene_look (scene, box, items, MAX_ITEMS);

  lines->n = 0;
  for (guint i = 0; n <= MAX_ITEMS && i < n; i++)
    if (!qp_snap_ignores (search->query, items[i]))
      add_item (lines, items[i], box);
  add_drawn (lines, scene, box);
}

/* -- points and edges -- */

static void
offer_line (QpSnapSearch *search, const QpSceneLine *line)
{
  const QpVec nearest = qp_segment_nearest (line->a, line->b, search->query->place);

  qp_snap_offer (search, line->item, QP_SNAP_END, line->a, line->a, line->b);
  qp_snap_offer (search, line->item, QP_SNAP_END, line->b, line->b, line->a);
  qp_snap_offer (search, line->item, QP_SNAP_MIDDLE, qp_vec_middle (line->a, line->b), line->a, line->b);
  qp_snap_offer (search, line->item, QP_SNAP_EDGE, nearest, line->a, line->b);
}

/* where the line being drawn would meet this one at a right angle */
static void
offer_foot (QpSnapSearch *search, const QpSceneLine *line)
{
  const QpVec from = search->query->from;
  const QpVec foot = qp_segment_nearest (line->a, line->b, from);
  const QpVec along = qp_vec_sub (line->b, line->a);
  const QpVec way = qp_vec_sub (foot, from);
  const double length = qp_vec_length (along) * qp_vec_length (way);

  if (length > 0 && fabs (qp_vec_dot (along, way)) <= 1e-6 * length)
    qp_snap_offer (search, line->item, QP_SNAP_PERPENDICULAR, foot, from, foot);
}

static void
offer_crossing (QpSnapSearch *search, const QpSceneLine *first, const QpSceneLine *second)
{
  QpVec crossing;

  if (!qp_segments_cross (first->a, first->b, second->a, second->b, &crossing)
      || !qp_snap_offer (search, first->item, QP_SNAP_CROSSING, crossing, first->a, first->b))
    return;
  search->other = second->item;
  qp_snap_add_guide (search->best, second->a, second->b, FALSE);
}

static void
offer_lines (QpSnapSearch *search, const Lines *lines)
{
  for (guint i = 0; i < lines->n; i++)
    {
      offer_line (search, &lines->at[i]);
      if (search->query->has_from)
        offer_foot (search, &lines->at[i]);
      for (guint k = 0; k < i; k++)
        offer_crossing (search, &lines->at[k], &lines->at[i]);
    }
}

/* a note is a place, and an area has a centre though its edges be far away */
static void
offer_centre (QpSnapSearch *search, const QpItem *item)
{
  const QpVec middle = qp_item_middle (item);
  gboolean filled;

  qp_item_outline (item, NULL, &filled);
  if (item->node->kind == QP_KIND_NOTE)
    qp_snap_offer (search, item, QP_SNAP_END, middle, middle, middle);
  else if (filled)
    qp_snap_offer (search, item, QP_SNAP_CENTER, middle, qp_vec (item->bounds.x0, item->bounds.y0),
                   qp_vec (item->bounds.x1, item->bounds.y1));
}

/**
 * qp_snap_offer_points:
 * @search: a question
 * @scene: the plan, or another level
 *
 * Offers ends, crossings, middles, centres, feet of perpendiculars and edges near the place.
 */
void
qp_snap_offer_points (QpSnapSearch *search, QpScene *scene)
{
  const QpVec place = search->query->place;
  const QpItem *items[MAX_ITEMS];
  const guint n
      = qp_scene_look (scene, qp_box_grown (qp_box_around (place, place), search->tolerance), items, MAX_ITEMS);
  Lines lines;

  collect (search, scene, search->tolerance, &lines);
  offer_lines (search, &lines);
  for (guint i = 0; n <= MAX_ITEMS && i < n; i++)
    if (!qp_snap_ignores (search->query, items[i]))
      offer_centre (search, items[i]);
}

/* -- beyond the ends -- */

static void
offer_extension (QpSnapSearch *search, const QpSceneLine *line)
{
  const QpVec along = qp_vec_sub (line->b, line->a);
  const double length = qp_vec_length (along);

  if (length < EXTENDED_LEAST_PX * search->px)
    return;
  const double at = qp_vec_dot (qp_vec_sub (search->query->place, line->a), along) / length;
  const double beyond = at < 0 ? -at : at - length;
  if (beyond <= 0 || beyond > EXTENSION_PX * search->px)
    return;
  const QpVec on_line = qp_vec_add (line->a, qp_vec_scale (along, at / length));
  qp_snap_offer (search, line->item, QP_SNAP_EXTENSION, on_line, at < 0 ? line->a : line->b, on_line);
}

/**
 * qp_snap_offer_extensions:
 * @search: a question
 * @scene: the plan, or another level
 *
 * Offers what lies straight beyond the ends of lines. Where there are a great many lines, none is followed.
 */
void
qp_snap_offer_extensions (QpSnapSearch *search, QpScene *scene)
{
  Lines lines;

  collect (search, scene, EXTENSION_PX * search->px, &lines);
  for (guint i = 0; lines.n < MAX_LINES && i < lines.n; i++)
    offer_extension (search, &lines.at[i]);
}
