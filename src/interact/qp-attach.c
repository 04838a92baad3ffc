/* qp-attach.c: a screen near a wall turns its back to it and sits on it
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "interact/qp-attach.h"

#define MAX_LOOKED_AT 64
#define LEAST_DRAWN_M 1.0 /* a shorter line of a drawing is no wall */
#define PARALLEL_DEG 2.0  /* lines of a drawing that differ by more are not one wall */
#define ANGLE_DIGITS 1e4  /* of where the face looks, so that wide screens sit flush */

typedef struct
{
  QpSceneLine wall;
  double distance; /* from the middle of the face */
} Nearest;

static void
offer (Nearest *nearest, const QpItem *item, QpVec a, QpVec b, QpVec place)
{
  const double distance = qp_segment_distance (a, b, place);

  if (distance >= nearest->distance || qp_vec_distance (a, b) == 0)
    return;
  nearest->wall = (QpSceneLine){ a, b, item };
  nearest->distance = distance;
}

static gboolean
is_wall (const QpItem *item)
{
  return item->node->kind == QP_KIND_OBSTACLE && ((const QpObstacle *) item->node)->kind != QP_OBSTACLE_TREE;
}

static void
look_at_obstacles (QpScene *scene, QpBox box, QpVec place, Nearest *nearest)
{
  const QpItem *items[MAX_LOOKED_AT];
  const guint n = qp_scene_look (scene, box, items, MAX_LOOKED_AT);

  for (guint i = 0; i < MIN (n, MAX_LOOKED_AT); i++)
    {
      gboolean closed;
      const QpPoints *outline = qp_item_outline (items[i], &closed, NULL);
      for (guint k = 0; is_wall (items[i]) && outline != NULL && k + (closed ? 0 : 1) < outline->n; k++)
        offer (nearest, items[i], qp_vec_from_point (outline->at[k]),
               qp_vec_from_point (outline->at[(k + 1) % outline->n]), place);
    }
}

static gboolean
are_parallel (const QpSceneLine *a, const QpSceneLine *b)
{
  const QpVec first = qp_vec_sub (a->b, a->a);
  const QpVec second = qp_vec_sub (b->b, b->a);
  const double cross = first.x * second.y - first.y * second.x;

  return fabs (cross) <= sin (PARALLEL_DEG * G_PI / 180) * qp_vec_length (first) * qp_vec_length (second);
}

/* a drawing has lines that are no walls: it counts only where all long ones go the same way */
static void
look_at_drawings (QpScene *scene, QpBox box, const QpAttachQuery *query, Nearest *nearest)
{
  QpSceneLine lines[MAX_LOOKED_AT];
  const guint n = qp_scene_lines (scene, box, lines, MAX_LOOKED_AT);
  const double least = fmax (query->width / 2, LEAST_DRAWN_M);
  const QpSceneLine *first = NULL;

  for (guint i = 0; i < MIN (n, MAX_LOOKED_AT); i++)
    {
      if (qp_vec_distance (lines[i].a, lines[i].b) < least)
        continue;
      first = first == NULL ? &lines[i] : first;
      if (n > MAX_LOOKED_AT || !are_parallel (first, &lines[i]))
        {
          nearest->distance = INFINITY;
          return;
        }
      offer (nearest, lines[i].item, lines[i].a, lines[i].b, query->middle);
    }
}

/* away from the wall, to the side that the screen is on; where that can't be told, as it looks now */
static QpVec
outwards (const QpAttachQuery *query, const QpSceneLine *wall, double px)
{
  const QpVec along = qp_vec_sub (wall->b, wall->a);
  const QpVec normal = qp_vec_scale (qp_vec (-along.y, along.x), 1 / qp_vec_length (along));
  const double side = qp_vec_dot (qp_vec_sub (query->beside, wall->a), normal);
  const double looks = qp_vec_dot (qp_vec_from_heading (query->facing_deg), normal);
  const gboolean other_side = (fabs (side) > px / 2 ? side : looks) < 0;

  return qp_vec_scale (normal, other_side != query->flipped ? -1 : 1);
}

/* where along the wall: its middle, or one end of the face at an end of it, when that is near */
static double
place_along (double at, double length, double width, double tolerance)
{
  const double places[] = { width / 2, length - width / 2, length / 2 };
  double best = CLAMP (at, 0, length);
  double distance = tolerance;

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (fabs (places[i] - at) <= distance && places[i] >= 0 && places[i] <= length)
      {
        best = places[i];
        distance = fabs (places[i] - at);
      }
  return best;
}

static double
turn_between (double a, double b)
{
  const double turn = qp_heading_wrap (a - b);

  return turn > 180 ? 360 - turn : turn;
}

static void
sit_on (const QpAttachQuery *query, const QpSceneLine *wall, QpVec normal, double px, QpAttachment *found)
{
  const QpVec along = qp_vec_sub (wall->b, wall->a);
  const double length = qp_vec_length (along);
  const double at = qp_vec_dot (qp_vec_sub (query->middle, wall->a), along) / length;
  const double place = place_along (at, length, query->width, QP_SNAP_PX * px);
  const QpVec back = qp_vec_add (wall->a, qp_vec_scale (along, place / length));
  const QpVec middle = qp_vec_add (back, qp_vec_scale (normal, query->depth > 0 ? query->depth : 0));

  found->middle = qp_vec (qp_m_from_um (qp_um_from_m (middle.x)), qp_m_from_um (qp_um_from_m (middle.y)));
  found->facing_deg = qp_heading_wrap (round (qp_heading_of (normal) * ANGLE_DIGITS) / ANGLE_DIGITS);
  found->a = wall->a;
  found->b = wall->b;
  found->item = wall->item;
}

/**
 * qp_attach_to_wall:
 * @scene: objects
 * @viewport: the view, which gives the tolerance its size
 * @query: a screen
 * @found: (out): how it sits on the wall
 *
 * Walls are the edges of obstacles that are no trees; else a line of a background, where that is unambiguous. The back
 * comes to lie on the wall.
 *
 * Returns: whether there is a wall near enough
 */
gboolean
qp_attach_to_wall (QpScene *scene, const QpViewport *viewport, const QpAttachQuery *query,
                   QpAttachment *found)
{
  const double px = qp_viewport_px_in_m (viewport, 1);
  const double reach = QP_ATTACH_PX * px + (query->depth > 0 ? query->depth : 0);
  const QpBox box = qp_box_grown (qp_box_around (query->middle, query->middle), reach);
  Nearest nearest = { .distance = INFINITY };

  look_at_obstacles (scene, box, query->middle, &nearest);
  if (nearest.distance > reach)
    look_at_drawings (scene, box, query, &nearest);
  if (nearest.distance > reach)
    return FALSE;
  sit_on (query, &nearest.wall, outwards (query, &nearest.wall, px), px, found);
  return turn_between (found->facing_deg, query->facing_deg) <= query->most_turn_deg;
}

/* -- corners -- */

#define SAME_CORNER_DEG 3.0 /* between the corner of a building and that of a screen */

/* the angle behind the corner of a closed outline, and where that looks */
static double
corner_angle (const QpPoints *outline, guint i, gboolean clockwise, QpVec *outward)
{
  const QpVec at = qp_vec_from_point (outline->at[i]);
  const QpVec before = qp_vec_sub (qp_vec_from_point (outline->at[(i + outline->n - 1) % outline->n]), at);
  const QpVec after = qp_vec_sub (qp_vec_from_point (outline->at[(i + 1) % outline->n]), at);
  const double turn = qp_heading_wrap (qp_heading_of (after) - qp_heading_of (before));
  const double inside = clockwise ? 360 - turn : turn;

  *outward = qp_vec_from_heading (qp_heading_of (after) + (clockwise ? inside / 2 : -inside / 2) + 180);
  return inside;
}

static void
offer_corners (const QpAttachQuery *query, double angle_deg, const QpItem *item, const QpPoints *outline, double *nearest,
               QpAttachment *found)
{
  const gboolean clockwise = qp_points_area (outline) < 0;

  for (guint i = 0; i < outline->n; i++)
    {
      const QpVec at = qp_vec_from_point (outline->at[i]);
      QpVec outward;
      const double inside = corner_angle (outline, i, clockwise, &outward);
      const double depth = query->depth > 0 ? query->depth / sin (inside * G_PI / 360) : 0;
      const QpVec middle = qp_vec_add (at, qp_vec_scale (outward, depth));
      const double distance = qp_vec_distance (middle, query->middle);
      if (fabs (inside - angle_deg) > SAME_CORNER_DEG || distance >= *nearest)
        continue;
      *nearest = distance;
      *found = (QpAttachment){ .middle = middle, .facing_deg = qp_heading_wrap (qp_heading_of (outward)), .item = item };
      found->a = qp_vec_from_point (outline->at[(i + outline->n - 1) % outline->n]);
      found->b = at;
    }
}

/**
 * qp_attach_to_corner:
 * @scene: objects
 * @viewport: the view, which gives the tolerance its size
 * @query: a screen of two faces
 * @angle_deg: the angle behind them
 * @found: (out): how it sits round the corner
 *
 * Looks for the corner of a building that is as sharp as that of the screen; the backs of both faces come to lie on its
 * walls.
 *
 * Returns: whether there is one near enough
 */
gboolean
qp_attach_to_corner (QpScene *scene, const QpViewport *viewport, const QpAttachQuery *query, double angle_deg,
                     QpAttachment *found)
{
  const double px = qp_viewport_px_in_m (viewport, 1);
  const double reach = QP_ATTACH_PX * px + (query->depth > 0 ? query->depth : 0);
  const QpItem *items[MAX_LOOKED_AT];
  const guint n = qp_scene_look (scene, qp_box_grown (qp_box_around (query->middle, query->middle), 2 * reach), items,
                                 MAX_LOOKED_AT);
  double nearest = reach;

  for (guint i = 0; i < MIN (n, MAX_LOOKED_AT); i++)
    {
      gboolean closed;
      const QpPoints *outline = qp_item_outline (items[i], &closed, NULL);
      if (is_wall (items[i]) && outline != NULL && closed && outline->n > 2)
        offer_corners (query, angle_deg, items[i], outline, &nearest, found);
    }
  if (nearest >= reach)
    return FALSE;
  found->middle = qp_vec (qp_m_from_um (qp_um_from_m (found->middle.x)), qp_m_from_um (qp_um_from_m (found->middle.y)));
  found->facing_deg = qp_heading_wrap (round (found->facing_deg * ANGLE_DIGITS) / ANGLE_DIGITS);
  return TRUE;
}

/**
 * qp_attachment_to_snap:
 * @self: a screen on a wall
 * @snap: (out): the same as a reason to be shown; clear with qp_snap_clear()
 */
void
qp_attachment_to_snap (const QpAttachment *self, QpSnap *snap)
{
  g_autofree char *name = qp_node_display_name (self->item->node);

  *snap = (QpSnap){ .type = QP_SNAP_EDGE, .place = self->middle, .item = self->item };
  snap->guides[snap->n_guides++] = (QpSnapGuide){ self->a, self->b, FALSE };
  /* Translators: why a screen went there and was turned; %s is the name of a wall or a drawing */
  snap->reason = g_strdup_printf (_("back to %s"), name);
}
