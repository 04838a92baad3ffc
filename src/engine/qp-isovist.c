/* qp-isovist.c: what is seen from a place on a plan
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/qp-isovist.h"

#define AFTER(i) (((i) + 1) % 3)
#define BEFORE(i) (((i) + 2) % 3)
#define DEEP 64 /* views that wait for their turn without memory of their own */

/* an edge through which the eye looks on, between the rays through two points */
typedef struct
{
  int triangle; /* on this side of the edge */
  guint corner; /* opposite of the edge */
  guint right;
  guint left;
} View;

typedef struct
{
  const QpTriangulation *plane;
  QpPoint eye;
  GArray *outline; /* QpVec, metres */
  GArray *waiting; /* View */
} Look;

static QpPoint
at (const Look *self, guint point)
{
  return qp_triangulation_point (self->plane, point);
}

/* where the ray from the eye through a point meets the line through two others; metres */
static QpVec
meet (const Look *self, QpPoint through, QpPoint c, QpPoint d)
{
  const double rx = (double) (through.x - self->eye.x), ry = (double) (through.y - self->eye.y);
  const double sx = (double) (d.x - c.x), sy = (double) (d.y - c.y);
  const double cross = rx * sy - ry * sx;
  const double t = ((double) (c.x - self->eye.x) * sy - (double) (c.y - self->eye.y) * sx) / cross;

  return qp_vec (((double) self->eye.x + t * rx) / 1e6, ((double) self->eye.y + t * ry) / 1e6);
}

static void
add_corner (Look *self, QpVec corner)
{
  if (self->outline->len > 0)
    {
      const QpVec last = g_array_index (self->outline, QpVec, self->outline->len - 1);
      if (last.x == corner.x && last.y == corner.y)
        return;
    }
  g_array_append_val (self->outline, corner);
}

/* the part of a wall between the two rays */
static void
see_wall (Look *self, const View *view)
{
  const QpTriangle *triangle = qp_triangulation_triangle (self->plane, (guint) view->triangle);
  const guint c = triangle->v[AFTER (view->corner)], d = triangle->v[BEFORE (view->corner)];

  add_corner (self, view->right == c ? qp_vec_from_point (at (self, c)) : meet (self, at (self, view->right), at (self, c), at (self, d)));
  add_corner (self, view->left == d ? qp_vec_from_point (at (self, d)) : meet (self, at (self, view->left), at (self, c), at (self, d)));
}

/* Into the triangle beyond: its far corner parts the view in two, or lies outside of the rays. What is seen at the right
 * comes first, so that the outline runs anticlockwise. */
static void
look_on (Look *self, const View *view)
{
  const QpTriangle *triangle = qp_triangulation_triangle (self->plane, (guint) view->triangle);
  const int beyond = triangle->next[view->corner];
  const QpTriangle *next = qp_triangulation_triangle (self->plane, (guint) beyond);
  const guint j = next->next[0] == view->triangle ? 0 : next->next[1] == view->triangle ? 1 : 2;
  const guint far = next->v[j];
  const gboolean past_right = qp_orientation (self->eye, at (self, view->right), at (self, far)) <= 0;
  const gboolean past_left = qp_orientation (self->eye, at (self, view->left), at (self, far)) >= 0;
  const View left = { beyond, BEFORE (j), past_right ? view->right : far, view->left };
  const View right = { beyond, AFTER (j), view->right, past_left ? view->left : far };

  if (!past_left)
    g_array_append_val (self->waiting, left);
  if (!past_right)
    g_array_append_val (self->waiting, right);
}

static gboolean
is_wall (const QpTriangle *triangle, guint corner)
{
  return (triangle->walls >> corner & 1) != 0 || triangle->next[corner] < 0;
}

static void
look_through (Look *self, int triangle, guint corner)
{
  const QpTriangle *from = qp_triangulation_triangle (self->plane, (guint) triangle);
  const View first = { triangle, corner, from->v[AFTER (corner)], from->v[BEFORE (corner)] };

  g_array_append_val (self->waiting, first);
  while (self->waiting->len > 0)
    {
      const View view = g_array_index (self->waiting, View, self->waiting->len - 1);
      g_array_set_size (self->waiting, self->waiting->len - 1);
      if (is_wall (qp_triangulation_triangle (self->plane, (guint) view.triangle), view.corner))
        see_wall (self, &view);
      else
        look_on (self, &view);
    }
}

/* the eye is at a corner: round it, triangle by triangle */
static void
look_round_corner (Look *self, int first, guint corner)
{
  const guint eye = qp_triangulation_triangle (self->plane, (guint) first)->v[corner];
  int t = first;

  do
    {
      const QpTriangle *triangle = qp_triangulation_triangle (self->plane, (guint) t);
      const guint i = triangle->v[0] == eye ? 0 : triangle->v[1] == eye ? 1 : 2;
      look_through (self, t, i);
      t = triangle->next[AFTER (i)];
    }
  while (t >= 0 && t != first);
}

/* the eye is on the edge opposite of this corner: the other two edges of both triangles */
static void
look_from_edge (Look *self, int t, guint corner)
{
  const QpTriangle *triangle = qp_triangulation_triangle (self->plane, (guint) t);
  const int u = triangle->next[corner];

  look_through (self, t, AFTER (corner));
  look_through (self, t, BEFORE (corner));
  if (u < 0)
    return;
  const QpTriangle *other = qp_triangulation_triangle (self->plane, (guint) u);
  const guint j = other->next[0] == t ? 0 : other->next[1] == t ? 1 : 2;
  look_through (self, u, AFTER (j));
  look_through (self, u, BEFORE (j));
}

/**
 * qp_isovist:
 * @plane: the plane with its walls
 * @eye: a place, micrometres
 * @near: a triangle near it, or −1
 * @outline: (element-type QpVec): set to the outline of all that is seen, anticlockwise, metres; empty outside of the frame
 *
 * Looks all round by triangular expansion (Bungiu et al. 2014): from the triangle of the eye through edges that are no walls,
 * the view narrowed by every corner that is passed. Walls are seen up to their ends; a wall that the eye stands on hides
 * nothing. The frame of the plane ends the view.
 */
void
qp_isovist (const QpTriangulation *plane, QpPoint eye, int near, GArray *outline)
{
  Look look = { plane, eye, outline, NULL };
  const int t = qp_triangulation_find (plane, eye, near);

  g_array_set_size (outline, 0);
  if (t < 0)
    return;
  look.waiting = g_array_sized_new (FALSE, FALSE, sizeof (View), DEEP);
  const QpTriangle *triangle = qp_triangulation_triangle (plane, (guint) t);
  guint zero[3], n = 0;
  for (guint i = 0; i < 3; i++)
    if (qp_orientation (at (&look, triangle->v[AFTER (i)]), at (&look, triangle->v[BEFORE (i)]), eye) == 0)
      zero[n++] = i;
  if (n == 2) /* on two edges: their common corner is the one opposite of the third */
    look_round_corner (&look, t, 3 - zero[0] - zero[1]);
  else if (n == 1)
    look_from_edge (&look, t, zero[0]);
  else
    for (guint i = 0; i < 3; i++)
      look_through (&look, t, i);
  g_array_unref (look.waiting);
}
