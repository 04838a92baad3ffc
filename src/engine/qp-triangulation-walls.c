/* qp-triangulation-walls.c: walls into a triangulation
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/qp-triangulation-private.h"

#define NEAR_UM 1.5 /* more than a crossing is off by rounding */

typedef struct
{
  guint a;
  guint b;
} Edge;

/* what lies on the way from one point to another */
typedef enum
{
  WAY_FREE, /* only edges that may be flipped, up to `end` */
  WAY_WALL, /* a wall crosses: `wall` */
} Way;

static void
set_wall (QpTriangulation *self, guint a, guint b, gboolean wall)
{
  int t;
  guint i;

  for (guint turn = 0; turn < 2; turn++)
    {
      if (qp_triangulation_find_edge (self, turn == 0 ? a : b, turn == 0 ? b : a, &t, &i))
        TRIANGLE (self, t)->walls = (guint8) ((TRIANGLE (self, t)->walls & ~(1u << i)) | (wall ? 1u << i : 0));
    }
}

static double
square (double x, double y)
{
  return x * x + y * y;
}

/* Whether a place between the ends is within NEAR_UM of the way. A crossing is rounded, and a wall that passed it by so little
 * would cross its neighbours again and again: it goes through it instead. Both parts of the way are shorter than the whole,
 * so that the parting ends. */
static gboolean
is_on_way (QpPoint a, QpPoint b, QpPoint place)
{
  const double bx = (double) (b.x - a.x), by = (double) (b.y - a.y), whole = square (bx, by);
  const double px = (double) (place.x - a.x), py = (double) (place.y - a.y);
  const double aside = bx * py - by * px;

  return bx * px + by * py > 0 && square (px, py) < whole
         && square ((double) (b.x - place.x), (double) (b.y - place.y)) < whole && aside * aside <= NEAR_UM * NEAR_UM * whole;
}

/* a neighbour of a that is b, or on the way there */
static gboolean
find_neighbour (const QpTriangulation *self, guint a, guint b, guint *on_way)
{
  const int first = g_array_index (self->around, int, a);
  gboolean found = FALSE;
  int t = first;

  do
    {
      const QpTriangle *at = TRIANGLE (self, t);
      const guint i = at->v[0] == a ? 0 : at->v[1] == a ? 1 : 2, right = at->v[AFTER (i)];
      if (right == b || is_on_way (POINT (self, a), POINT (self, b), POINT (self, right)))
        {
          *on_way = right;
          found = TRUE;
        }
      t = at->next[AFTER (i)];
    }
  while (t >= 0 && t != first && !(found && *on_way == b));
  return found;
}

/* At a, the triangle towards b: either a point on the way, which is told, or the edge that is crossed first. */
static gboolean
first_step (const QpTriangulation *self, guint a, guint b, int *triangle, guint *corner, guint *on_way)
{
  const QpPoint from = POINT (self, a), to = POINT (self, b);
  int t = g_array_index (self->around, int, a);

  if (find_neighbour (self, a, b, on_way))
    return FALSE;
  for (;;)
    {
      const QpTriangle *at = TRIANGLE (self, t);
      const guint i = at->v[0] == a ? 0 : at->v[1] == a ? 1 : 2;
      if (qp_orientation (from, to, POINT (self, at->v[AFTER (i)])) < 0
          && qp_orientation (from, to, POINT (self, at->v[BEFORE (i)])) > 0)
        {
          *triangle = t;
          *corner = i;
          return TRUE;
        }
      t = at->next[AFTER (i)]; /* no wall reaches the frame: this goes round */
    }
}

/* collects the edges between a and the next point on the way to b */
static Way
look_ahead (const QpTriangulation *self, guint a, guint b, GArray *crossed, guint *end, Edge *wall)
{
  const QpPoint from = POINT (self, a), to = POINT (self, b);
  int t;
  guint i;

  g_array_set_size (crossed, 0);
  if (!first_step (self, a, b, &t, &i, end))
    return WAY_FREE;
  for (;;)
    {
      const QpTriangle *at = TRIANGLE (self, t);
      const Edge edge = { at->v[AFTER (i)], at->v[BEFORE (i)] }; /* right, left */
      if ((at->walls >> i & 1) != 0)
        {
          *wall = edge;
          return WAY_WALL;
        }
      g_array_append_val (crossed, edge);
      const int u = at->next[i];
      const QpTriangle *next = TRIANGLE (self, u);
      const guint j = next->next[0] == t ? 0 : next->next[1] == t ? 1 : 2;
      const guint ahead = next->v[j];
      if (ahead == b || is_on_way (from, to, POINT (self, ahead)))
        {
          *end = ahead;
          return WAY_FREE;
        }
      /* left of the way: the next edge runs from the right point to it, across from the left one */
      i = qp_orientation (from, to, POINT (self, ahead)) > 0 ? AFTER (j) : BEFORE (j);
      t = u;
    }
}

static gboolean
crosses (const QpTriangulation *self, guint a, guint end, guint u, guint w)
{
  if (u == a || u == end || w == a || w == end)
    return FALSE;
  return qp_orientation (POINT (self, a), POINT (self, end), POINT (self, u))
             * qp_orientation (POINT (self, a), POINT (self, end), POINT (self, w))
         < 0;
}

/* flips the crossed edges out of the way (Sloan 1993) */
static void
clear_way (QpTriangulation *self, guint a, guint end, GArray *crossed)
{
  for (guint k = 0; k < crossed->len; k++)
    {
      const Edge edge = g_array_index (crossed, Edge, k);
      int t;
      guint i;
      if (!qp_triangulation_find_edge (self, edge.a, edge.b, &t, &i))
        continue;
      if (!qp_triangulation_is_convex (self, t, i))
        {
          g_array_append_val (crossed, edge);
          continue;
        }
      const QpTriangle *at = TRIANGLE (self, t), *next = TRIANGLE (self, at->next[i]);
      const guint j = next->next[0] == t ? 0 : next->next[1] == t ? 1 : 2;
      const Edge fresh = { at->v[i], next->v[j] };
      qp_triangulation_flip (self, t, i);
      if (crosses (self, a, end, fresh.a, fresh.b))
        g_array_append_val (crossed, fresh);
      else
        qp_triangulation_doubt (self, fresh.a, fresh.b);
    }
}

static QpPoint
crossing (QpPoint a, QpPoint b, QpPoint c, QpPoint d)
{
  const double rx = (double) (b.x - a.x), ry = (double) (b.y - a.y), sx = (double) (d.x - c.x), sy = (double) (d.y - c.y);
  const double t = ((double) (c.x - a.x) * sy - (double) (c.y - a.y) * sx) / (rx * sy - ry * sx);

  return (QpPoint){ a.x + llround (t * rx), a.y + llround (t * ry) };
}

/* Where a wall is crossed, both walls get the crossing as a point, rounded: they bend there by less than a micrometre, and
 * their parts are laid anew. */
static void
cross_wall (QpTriangulation *self, Edge way, Edge wall, GArray *pending)
{
  const QpPoint place
      = crossing (POINT (self, way.a), POINT (self, way.b), POINT (self, wall.a), POINT (self, wall.b));
  int t;
  guint i;

  if (!qp_triangulation_find_edge (self, wall.a, wall.b, &t, &i))
    return;
  set_wall (self, wall.a, wall.b, FALSE);
  const guint p = qp_triangulation_add_point (self, place, t);
  const Edge parts[] = { { wall.a, p }, { p, wall.b }, { way.a, p }, { p, way.b } };
  g_array_append_vals (pending, parts, G_N_ELEMENTS (parts));
}

/* a wall from one point to the next that is on its way, and so on */
static void
lay_part (QpTriangulation *self, Edge way, GArray *crossed, GArray *pending)
{
  guint end;
  Edge wall;

  if (way.a == way.b)
    return;
  if (look_ahead (self, way.a, way.b, crossed, &end, &wall) == WAY_WALL)
    cross_wall (self, way, wall, pending);
  else if (end != way.b)
    {
      const Edge parts[] = { { end, way.b }, { way.a, end } };
      g_array_append_vals (pending, parts, G_N_ELEMENTS (parts));
    }
  else
    {
      clear_way (self, way.a, end, crossed);
      set_wall (self, way.a, end, TRUE);
      qp_triangulation_settle (self);
    }
}

/* inside the engine: makes the way between two points a wall */
void
qp_triangulation_add_wall (QpTriangulation *self, guint a, guint b)
{
  g_autoptr (GArray) pending = g_array_new (FALSE, FALSE, sizeof (Edge));
  g_autoptr (GArray) crossed = g_array_new (FALSE, FALSE, sizeof (Edge));
  const Edge whole = { a, b };

  g_array_append_val (pending, whole);
  while (pending->len > 0)
    {
      const Edge way = g_array_index (pending, Edge, pending->len - 1);
      g_array_set_size (pending, pending->len - 1);
      lay_part (self, way, crossed, pending);
    }
}
