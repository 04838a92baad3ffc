/* qp-item.c: the shapes of a plan's objects
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "interact/qp-scene.h"

/* a screen shorter than this in the view has no handles at its ends */
#define HANDLE_MIN_PX 24.0
/* nor has a shorter edge one in its middle */
#define EDGE_MIN_PX 44.0

/**
 * qp_node_outline:
 * @node: an object of a plan
 * @closed: (out) (optional): whether the last point is joined to the first
 *
 * Returns: (transfer none) (nullable): its points, %NULL for kinds that have none
 */
const QpPoints *
qp_node_outline (const QpNode *node, gboolean *closed)
{
  gboolean is_closed = FALSE;
  const QpPoints *outline = NULL;

  switch (node->kind)
    {
    case QP_KIND_OBSTACLE:
      outline = ((const QpObstacle *) node)->outline;
      is_closed = ((const QpObstacle *) node)->closed == TRUE;
      break;
    case QP_KIND_AUDIENCE:
      outline = ((const QpAudience *) node)->outline;
      is_closed = ((const QpAudience *) node)->kind != QP_AUDIENCE_PATH;
      break;
    case QP_KIND_RECEPTOR:
      outline = ((const QpReceptor *) node)->outline;
      break;
    case QP_KIND_DIMENSION:
      outline = ((const QpDimension *) node)->outline;
      break;
    default:
      break;
    }
  if (closed != NULL)
    *closed = is_closed;
  return outline;
}

/* walls and panes are as thick as their line, others are masses */
static gboolean
is_thin (const QpNode *node)
{
  const gint64 kind = node->kind == QP_KIND_OBSTACLE ? ((const QpObstacle *) node)->kind : QP_OBSTACLE_OTHER;

  return kind == QP_OBSTACLE_WALL || kind == QP_OBSTACLE_GLASS;
}

/**
 * qp_item_outline:
 * @item: an item
 * @closed: (out) (optional): whether the last point is joined to the first
 * @filled: (out) (optional): whether its inside belongs to it; that of a closed wall does not: it is a room
 *
 * Returns: (transfer none) (nullable): its points, %NULL for kinds that have none
 */
const QpPoints *
qp_item_outline (const QpItem *item, gboolean *closed, gboolean *filled)
{
  gboolean is_closed;
  const QpPoints *outline = qp_node_outline (item->node, &is_closed);

  if (closed != NULL)
    *closed = is_closed;
  if (filled != NULL)
    *filled = is_closed && outline != NULL && outline->n > 2 && !is_thin (item->node);
  return outline;
}

/**
 * qp_item_middle:
 * @item: an item
 *
 * Returns: the place of a screen, in the middle of its face or in its axis, or the middle of the bounds of anything else, metres
 */
QpVec
qp_item_middle (const QpItem *item)
{
  if (item->path != NULL)
    return qp_screen_place ((const QpScreen *) item->node);
  return item->node->kind == QP_KIND_SCREEN ? qp_vec_middle (item->a, item->b) : qp_box_middle (item->bounds);
}

/**
 * qp_item_facing:
 * @item: an item that is a screen
 *
 * Returns: unit vector of where its face looks
 */
QpVec
qp_item_facing (const QpItem *item)
{
  const double facing = ((const QpScreen *) item->node)->facing_deg;

  return qp_vec_from_heading (isnan (facing) ? 180 : facing);
}

/**
 * qp_item_width:
 * @item: an item that is a screen
 *
 * Returns: width of its face in metres, 0 when not known
 */
double
qp_item_width (const QpItem *item)
{
  return qp_vec_distance (item->a, item->b);
}

/**
 * qp_item_is_locked:
 * @item: an item
 *
 * Returns: whether it can't be grabbed on the plan: its layer or, for a background, itself is locked or not shown
 */
gboolean
qp_item_is_locked (const QpItem *item)
{
  if (item->locked || item->unseen)
    return TRUE;
  if (item->node->kind != QP_KIND_BACKGROUND)
    return FALSE;

  const QpBackground *background = (const QpBackground *) item->node;
  return background->locked != FALSE || background->visible == FALSE;
}

/**
 * qp_item_is_movable:
 * @item: an item
 *
 * Returns: whether commands may move, change and delete it; what is locked by itself or with its layer they may not
 */
gboolean
qp_item_is_movable (const QpItem *item)
{
  if (item->locked || item->unseen)
    return FALSE;
  return item->node->kind != QP_KIND_BACKGROUND || ((const QpBackground *) item->node)->locked == FALSE;
}

/**
 * qp_item_corner_angle:
 * @item: a screen with a corner
 *
 * Returns: the angle behind the faces at its first corner, degrees
 */
double
qp_item_corner_angle (const QpItem *item)
{
  const QpItemPath *path = item->path;
  const guint left = path->corners[0][0], right = path->corners[0][1];
  const double first = qp_heading_of (qp_vec_sub (path->at[left], path->at[left - 1]));
  const double second = qp_heading_of (qp_vec_sub (path->at[right + 1], path->at[right]));

  return 180 - remainder (first - second, 360);
}

/**
 * qp_item_n_facets:
 * @item: an item that is a screen
 *
 * Returns: how many straight pieces its face has on the plan
 */
guint
qp_item_n_facets (const QpItem *item)
{
  return item->path == NULL ? 1 : item->path->n - 1;
}

/**
 * qp_item_facet:
 * @item: an item that is a screen
 * @index: below qp_item_n_facets()
 * @a: (out): left end of the piece, metres
 * @b: (out): right end
 */
void
qp_item_facet (const QpItem *item, guint index, QpVec *a, QpVec *b)
{
  *a = item->path == NULL ? item->a : item->path->at[index];
  *b = item->path == NULL ? item->b : item->path->at[index + 1];
}

/**
 * qp_item_is_gap:
 * @item: an item that is a screen
 * @index: below qp_item_n_facets()
 *
 * Returns: whether there is no cabinet in all of the height of that piece
 */
gboolean
qp_item_is_gap (const QpItem *item, guint index)
{
  return item->path != NULL && item->path->gaps != NULL && item->path->gaps[index];
}

/**
 * qp_facet_back:
 * @a: left end of a straight piece of a face, metres
 * @b: right end
 * @depth: depth, metres; NaN when not known
 *
 * Returns: the way from the face to its back
 */
QpVec
qp_facet_back (QpVec a, QpVec b, double depth)
{
  const QpVec along = qp_vec_sub (b, a);
  const double length = qp_vec_length (along);

  if (!(depth > 0) || length == 0)
    return qp_vec (0, 0);
  return qp_vec_scale (qp_vec (-along.y, along.x), depth / length);
}

static double
item_depth (const QpItem *item)
{
  return isnan (item->depth) || (item->path != NULL && item->path->lying) ? 0 : item->depth;
}

/* corners of a piece of a screen, around: face from left to right, back from right to left */
static void
facet_corners (const QpItem *item, guint index, QpVec corners[4])
{
  qp_item_facet (item, index, &corners[0], &corners[1]);
  const QpVec back = qp_facet_back (corners[0], corners[1], item_depth (item));
  corners[2] = qp_vec_add (corners[1], back);
  corners[3] = qp_vec_add (corners[0], back);
}

static double
facet_distance (const QpItem *item, guint index, QpVec place)
{
  const double depth = item_depth (item);
  QpVec a, b;

  qp_item_facet (item, index, &a, &b);
  const double width = qp_vec_distance (a, b);
  if (width == 0)
    return qp_vec_distance (a, place);
  const QpVec right = qp_vec_scale (qp_vec_sub (b, a), 1 / width);
  const QpVec from_a = qp_vec_sub (place, a);
  const double along = qp_vec_dot (from_a, right), behind = qp_vec_dot (from_a, qp_vec (-right.y, right.x));
  return hypot (along - CLAMP (along, 0, width), behind - CLAMP (behind, 0, depth));
}

/* whether the place is on a face that lies, counted by the edges that a ray to the right crosses */
static gboolean
lies_on (const QpItemPath *path, QpVec place)
{
  gboolean inside = FALSE;

  for (guint i = 0; i + 1 < path->n; i++)
    {
      const QpVec a = path->at[i], b = path->at[i + 1];
      if ((a.y > place.y) != (b.y > place.y) && place.x < a.x + (b.x - a.x) * (place.y - a.y) / (b.y - a.y))
        inside = !inside;
    }
  return inside;
}

static double
screen_distance (const QpItem *item, QpVec place)
{
  double least = INFINITY;

  if (item->path != NULL && item->path->lying && lies_on (item->path, place))
    return 0;
  for (guint i = 0; i < qp_item_n_facets (item); i++)
    if (!qp_item_is_gap (item, i))
      least = fmin (least, facet_distance (item, i, place));
  return least;
}

static double
box_distance (QpBox box, QpVec place)
{
  return hypot (place.x - CLAMP (place.x, box.x0, box.x1), place.y - CLAMP (place.y, box.y0, box.y1));
}

/**
 * qp_item_distance:
 * @item: an item
 * @place: a place, metres
 *
 * Returns: metres from the place to the item; 0 inside of it
 */
double
qp_item_distance (const QpItem *item, QpVec place)
{
  gboolean closed, filled;
  const QpPoints *outline = qp_item_outline (item, &closed, &filled);

  if (item->node->kind == QP_KIND_SCREEN)
    return screen_distance (item, place);
  if (outline == NULL)
    return box_distance (item->bounds, place);
  if (filled && qp_polygon_has (outline, place))
    return 0;
  return qp_outline_distance (outline, closed, place);
}

static gboolean
outline_touches (const QpPoints *outline, gboolean closed, QpBox box)
{
  for (guint i = 0; i + (closed || outline->n == 1 ? 0 : 1) < outline->n; i++)
    if (qp_segment_touches_box (qp_vec_from_point (outline->at[i]),
                                qp_vec_from_point (outline->at[(i + 1) % outline->n]), box))
      return TRUE;
  return FALSE;
}

static gboolean
screen_touches (const QpItem *item, QpBox box)
{
  QpVec corners[4];

  for (guint k = 0; k < qp_item_n_facets (item); k++)
    {
      facet_corners (item, k, corners);
      for (guint i = 0; i < 4 && !qp_item_is_gap (item, k); i++)
        if (qp_segment_touches_box (corners[i], corners[(i + 1) % 4], box))
          return TRUE;
    }
  return !(item->path != NULL && item->path->lying) && screen_distance (item, qp_box_middle (box)) == 0;
}

/**
 * qp_item_touches:
 * @item: an item
 * @box: a box, metres
 *
 * Returns: whether any place of the item is in the box; for what has an inside, its outline counts, or else a
 *   rubber band drawn within a square would select the square
 */
gboolean
qp_item_touches (const QpItem *item, QpBox box)
{
  gboolean closed;
  const QpPoints *outline = qp_item_outline (item, &closed, NULL);

  if (!qp_box_touches (item->bounds, box))
    return FALSE;
  if (item->node->kind == QP_KIND_SCREEN)
    return screen_touches (item, box);
  return outline == NULL || outline_touches (outline, closed, box);
}

static void
add_handle (GArray *handles, QpPart part, guint index, QpVec place)
{
  g_array_append_val (handles, ((QpHandle){ part, index, place }));
}

static void
add_outline_handles (GArray *handles, const QpItem *item, double px_in_m)
{
  gboolean closed;
  const QpPoints *outline = qp_item_outline (item, &closed, NULL);
  const gboolean edges = item->node->kind != QP_KIND_DIMENSION;

  for (guint i = 0; outline != NULL && i < outline->n; i++)
    add_handle (handles, QP_PART_POINT, i, qp_vec_from_point (outline->at[i]));
  for (guint i = 0; outline != NULL && edges && i + (closed ? 0 : 1) < outline->n; i++)
    {
      const QpVec a = qp_vec_from_point (outline->at[i]), b = qp_vec_from_point (outline->at[(i + 1) % outline->n]);
      if (qp_vec_distance (a, b) >= EDGE_MIN_PX * px_in_m)
        add_handle (handles, QP_PART_EDGE, i, qp_vec_middle (a, b));
    }
}

static void
add_eye_handle (GArray *handles, const QpScreen *screen)
{
  if (screen->eye_x_m != QP_UNSET && screen->eye_y_m != QP_UNSET)
    add_handle (handles, QP_PART_EYE, 0, qp_vec (qp_m_from_um (screen->eye_x_m), qp_m_from_um (screen->eye_y_m)));
}

static void
add_face_handles (GArray *handles, const QpItemPath *path)
{
  for (guint i = 0; i < path->n_corners; i++)
    add_handle (handles, QP_PART_CORNER, i, path->at[path->corners[i][0]]);
  for (guint i = 0; i < path->n_corners; i++)
    {
      const guint from = path->corners[i][1], to = i + 1 < path->n_corners ? path->corners[i + 1][0] : path->n - 1;
      add_handle (handles, QP_PART_ANGLE, i, qp_vec_middle (path->at[from], path->at[to]));
    }
}

/* what its shape is changed by */
static void
add_shape_handles (GArray *handles, const QpItem *item)
{
  const QpItemPath *path = item->path;
  const gint64 shape = ((const QpScreen *) item->node)->shape;

  if (path != NULL && path->lying)
    {
      add_handle (handles, QP_PART_ROWS, 0, qp_vec_middle (path->at[0], path->at[1]));
      add_handle (handles, QP_PART_ROWS, 1, qp_vec_middle (path->at[2], path->at[3]));
    }
  else if (path != NULL && path->n_corners > 0)
    add_face_handles (handles, path);
  else if (path != NULL && (shape == QP_SCREEN_COLUMN || shape == QP_SCREEN_CAP))
    {
      add_handle (handles, QP_PART_RADIUS, 0, item->b);
      add_handle (handles, QP_PART_RADIUS, 1, item->a);
    }
  else if (shape == QP_SCREEN_ARC || shape == QP_SCREEN_RIBBON)
    add_handle (handles, QP_PART_BEND, 0, qp_item_middle (item));
}

/* how far the edge of what is closed lies before its middle, with the back of what is seen from within */
static double
edge_before (const QpItem *item)
{
  const QpVec middle = qp_item_middle (item), facing = qp_item_facing (item);
  double most = 0;
  QpVec corners[4];

  for (guint i = 0; item->path != NULL && item->path->closed && i < qp_item_n_facets (item); i++)
    {
      facet_corners (item, i, corners);
      for (guint k = 0; k < 4; k++)
        most = fmax (most, qp_vec_dot (qp_vec_sub (corners[k], middle), facing));
    }
  return most;
}

/**
 * qp_item_knob:
 * @item: an item
 * @away: metres before its front edge
 * @place: (out): the place there, metres
 *
 * Where the knob that turns a screen stands: before its face, and clear of one that is closed in itself.
 *
 * Returns: whether it has a knob; a sphere, which looks all round, has none
 */
gboolean
qp_item_knob (const QpItem *item, double away, QpVec *place)
{
  if (item->node->kind != QP_KIND_SCREEN
      || (((const QpScreen *) item->node)->shape == QP_SCREEN_CAP && item->path != NULL && item->path->closed))
    return FALSE;
  *place = qp_vec_add (qp_item_middle (item), qp_vec_scale (qp_item_facing (item), edge_before (item) + away));
  return TRUE;
}

static void
add_screen_handles (GArray *handles, const QpItem *item, double px_in_m)
{
  const gboolean round = item->path != NULL && item->path->closed && !item->path->lying;
  QpVec knob;

  if (qp_item_width (item) >= HANDLE_MIN_PX * px_in_m)
    {
      if (!round)
        {
          add_handle (handles, QP_PART_LEFT, 0, item->a);
          add_handle (handles, QP_PART_RIGHT, 0, item->b);
        }
      add_shape_handles (handles, item);
    }
  if (qp_item_knob (item, QP_TURN_HANDLE_PX * px_in_m, &knob))
    add_handle (handles, QP_PART_TURN, 0, knob);
}

/**
 * qp_item_handles:
 * @item: an item
 * @px_in_m: size of a pixel on the plan, metres
 *
 * Returns: (transfer full) (element-type QpHandle): where it can be taken hold of. The ends of a screen too short
 *   to tell them from its body have none; a screen whose cabinet is not known can only be turned.
 */
GArray *
qp_item_handles (const QpItem *item, double px_in_m)
{
  GArray *handles = g_array_new (FALSE, FALSE, sizeof (QpHandle));

  if (item->node->kind == QP_KIND_SCREEN)
    {
      add_screen_handles (handles, item, px_in_m);
      add_eye_handle (handles, (const QpScreen *) item->node);
    }
  add_outline_handles (handles, item, px_in_m);
  return handles;
}
