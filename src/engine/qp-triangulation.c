/* qp-triangulation.c: points into triangles
 *
 * Places are whole micrometres, so that every test of sides is exact and no input, however degenerate, can tangle it.
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/qp-triangulation-private.h"

#include <stdlib.h>

__extension__ typedef __int128 Wide;

/**
 * qp_orientation:
 * @a: a place
 * @b: another
 * @place: a third
 *
 * Returns: 1 when @place is left of the line from @a to @b, −1 when it is right of it, 0 when it is on it. Exact for
 *   coordinates up to 10¹⁸.
 */
int
qp_orientation (QpPoint a, QpPoint b, QpPoint place)
{
  const gint64 bx = b.x - a.x, by = b.y - a.y, px = place.x - a.x, py = place.y - a.y;
  const double left = (double) bx * (double) py, right = (double) by * (double) px, d = left - right;
  const double doubt = 4e-16 * (fabs (left) + fabs (right));

  if (G_LIKELY (d > doubt || d < -doubt))
    return d > 0 ? 1 : -1;
  const Wide exact = (Wide) bx * py - (Wide) by * px;
  return (exact > 0) - (exact < 0);
}

static gboolean
same_place (QpPoint a, QpPoint b)
{
  return a.x == b.x && a.y == b.y;
}

static guint
index_of (const QpTriangle *triangle, int next)
{
  return triangle->next[0] == next ? 0 : triangle->next[1] == next ? 1 : 2;
}

static guint
corner_of (const QpTriangle *triangle, guint point)
{
  return triangle->v[0] == point ? 0 : triangle->v[1] == point ? 1 : 2;
}

static void
relink (QpTriangulation *self, int of, int old, int now)
{
  if (of >= 0)
    TRIANGLE (self, of)->next[index_of (TRIANGLE (self, of), old)] = now;
}

static void
put (QpTriangulation *self, int t, QpTriangle triangle)
{
  *TRIANGLE (self, t) = triangle;
  for (guint i = 0; i < 3; i++)
    g_array_index (self->around, int, triangle.v[i]) = t;
}

static guint8
wall_bits (gboolean first, gboolean second, gboolean third)
{
  return (guint8) ((first ? 1 : 0) | (second ? 2 : 0) | (third ? 4 : 0));
}

static gboolean
is_wall (const QpTriangle *triangle, guint i)
{
  return (triangle->walls >> i & 1) != 0;
}

/* An edge is across from corner i of t; with the corner d beyond, the quadrilateral a b d c gets the edge a–d in place of
 * b–c. */
void
qp_triangulation_flip (QpTriangulation *self, int t, guint i)
{
  const QpTriangle one = *TRIANGLE (self, t);
  const int u = one.next[i];
  const QpTriangle two = *TRIANGLE (self, u);
  const guint j = index_of (&two, t);
  const guint a = one.v[i], b = one.v[AFTER (i)], c = one.v[BEFORE (i)], d = two.v[j];
  const int beyond_bd = two.next[AFTER (j)], beyond_dc = two.next[BEFORE (j)];
  const int beyond_ab = one.next[BEFORE (i)], beyond_ca = one.next[AFTER (i)];

  put (self, t, (QpTriangle){ { a, b, d }, { beyond_bd, u, beyond_ab },
                              wall_bits (is_wall (&two, AFTER (j)), FALSE, is_wall (&one, BEFORE (i))) });
  put (self, u, (QpTriangle){ { a, d, c }, { beyond_dc, beyond_ca, t },
                              wall_bits (is_wall (&two, BEFORE (j)), is_wall (&one, AFTER (i)), FALSE) });
  relink (self, beyond_bd, u, t);
  relink (self, beyond_ca, t, u);
}

/* whether the two triangles at this edge make a strictly convex quadrilateral */
gboolean
qp_triangulation_is_convex (const QpTriangulation *self, int t, guint i)
{
  const QpTriangle *one = TRIANGLE (self, t), *two = TRIANGLE (self, one->next[i]);
  const QpPoint a = POINT (self, one->v[i]), b = POINT (self, one->v[AFTER (i)]), c = POINT (self, one->v[BEFORE (i)]);
  const QpPoint d = POINT (self, two->v[index_of (two, t)]);

  return qp_orientation (a, b, d) > 0 && qp_orientation (a, d, c) > 0;
}

/* Only for better triangles, so that doubles do: whether d lies well inside the circle through a, b and c. */
static gboolean
is_in_circle (QpPoint a, QpPoint b, QpPoint c, QpPoint d)
{
  const double ax = (double) (a.x - d.x), ay = (double) (a.y - d.y), bx = (double) (b.x - d.x), by = (double) (b.y - d.y);
  const double cx = (double) (c.x - d.x), cy = (double) (c.y - d.y);
  const double a2 = ax * ax + ay * ay, b2 = bx * bx + by * by, c2 = cx * cx + cy * cy;
  const double size = a2 * (fabs (bx * cy) + fabs (by * cx)) + b2 * (fabs (ax * cy) + fabs (ay * cx))
                      + c2 * (fabs (ax * by) + fabs (ay * bx));

  return a2 * (bx * cy - by * cx) - b2 * (ax * cy - ay * cx) + c2 * (ax * by - ay * bx) > 1e-12 * size;
}

/* the triangle that has the edge from u to w, and its corner opposite of it */
gboolean
qp_triangulation_find_edge (const QpTriangulation *self, guint u, guint w, int *triangle, guint *opposite)
{
  const int first = g_array_index (self->around, int, u);

  for (int t = first; t >= 0;)
    {
      const QpTriangle *at = TRIANGLE (self, t);
      const guint i = corner_of (at, u);
      if (at->v[AFTER (i)] == w)
        {
          *triangle = t;
          *opposite = BEFORE (i);
          return TRUE;
        }
      t = at->next[AFTER (i)]; /* anticlockwise round u */
      if (t == first)
        break;
    }
  /* u is a corner of the frame: the other way round */
  for (int t = first; t >= 0;)
    {
      const QpTriangle *at = TRIANGLE (self, t);
      const guint i = corner_of (at, u);
      if (at->v[AFTER (i)] == w)
        {
          *triangle = t;
          *opposite = BEFORE (i);
          return TRUE;
        }
      t = at->next[BEFORE (i)];
      if (t == first)
        break;
    }
  return FALSE;
}

void
qp_triangulation_doubt (QpTriangulation *self, guint u, guint w)
{
  const guint edge[2] = { u, w };

  g_array_append_vals (self->doubtful, edge, 2);
}

static void
doubt_sides (QpTriangulation *self, int t)
{
  const QpTriangle triangle = *TRIANGLE (self, t);

  for (guint i = 0; i < 3; i++)
    qp_triangulation_doubt (self, triangle.v[i], triangle.v[AFTER (i)]);
}

/* flips doubtful edges until all that are no walls have empty circles */
void
qp_triangulation_settle (QpTriangulation *self)
{
  guint left = 64 * self->points->len + 1000; /* doubles might go round in circles */

  while (self->doubtful->len > 0 && left-- > 0)
    {
      const guint w = g_array_index (self->doubtful, guint, self->doubtful->len - 1),
                  u = g_array_index (self->doubtful, guint, self->doubtful->len - 2);
      int t;
      guint i;
      g_array_set_size (self->doubtful, self->doubtful->len - 2);
      if (!qp_triangulation_find_edge (self, u, w, &t, &i) || is_wall (TRIANGLE (self, t), i) || TRIANGLE (self, t)->next[i] < 0)
        continue;
      const QpTriangle one = *TRIANGLE (self, t), *two = TRIANGLE (self, one.next[i]);
      const guint d = two->v[index_of (two, t)];
      if (!is_in_circle (POINT (self, one.v[0]), POINT (self, one.v[1]), POINT (self, one.v[2]), POINT (self, d))
          || !qp_triangulation_is_convex (self, t, i))
        continue;
      qp_triangulation_flip (self, t, i);
      qp_triangulation_doubt (self, one.v[i], u);
      qp_triangulation_doubt (self, u, d);
      qp_triangulation_doubt (self, d, w);
      qp_triangulation_doubt (self, w, one.v[i]);
    }
  g_array_set_size (self->doubtful, 0);
}

static int
add_triangle (QpTriangulation *self)
{
  g_array_set_size (self->triangles, self->triangles->len + 1);
  return (int) self->triangles->len - 1;
}

/* a triangle into three */
static void
split_triangle (QpTriangulation *self, int t, guint p)
{
  const QpTriangle old = *TRIANGLE (self, t);
  const int t1 = add_triangle (self), t2 = add_triangle (self);

  put (self, t, (QpTriangle){ { p, old.v[1], old.v[2] }, { old.next[0], t1, t2 }, wall_bits (is_wall (&old, 0), FALSE, FALSE) });
  put (self, t1, (QpTriangle){ { p, old.v[2], old.v[0] }, { old.next[1], t2, t }, wall_bits (is_wall (&old, 1), FALSE, FALSE) });
  put (self, t2, (QpTriangle){ { p, old.v[0], old.v[1] }, { old.next[2], t, t1 }, wall_bits (is_wall (&old, 2), FALSE, FALSE) });
  relink (self, old.next[1], t, t1);
  relink (self, old.next[2], t, t2);
  doubt_sides (self, t);
  doubt_sides (self, t1);
  doubt_sides (self, t2);
}

/* A triangle whose edge across from corner i has the point p is parted from that corner; the new one has the edge's second
 * half. */
static void
part (QpTriangulation *self, int t, guint i, guint p, int fresh)
{
  const QpTriangle old = *TRIANGLE (self, t);
  const guint a = old.v[i], b = old.v[AFTER (i)], c = old.v[BEFORE (i)];
  const gboolean wall = is_wall (&old, i);

  put (self, t, (QpTriangle){ { a, b, p }, { old.next[i], fresh, old.next[BEFORE (i)] },
                              wall_bits (wall, FALSE, is_wall (&old, BEFORE (i))) });
  put (self, fresh, (QpTriangle){ { a, p, c }, { old.next[i], old.next[AFTER (i)], t },
                                  wall_bits (wall, is_wall (&old, AFTER (i)), FALSE) });
  relink (self, old.next[AFTER (i)], t, fresh);
}

/* an edge, and with it the two triangles beside it, into two */
static void
split_edge (QpTriangulation *self, int t, guint i, guint p)
{
  const int u = TRIANGLE (self, t)->next[i];
  const guint j = u < 0 ? 0 : index_of (TRIANGLE (self, u), t);
  const int t1 = add_triangle (self), u1 = u < 0 ? -1 : add_triangle (self);

  part (self, t, i, p, t1);
  if (u >= 0)
    {
      part (self, u, j, p, u1);
      TRIANGLE (self, t)->next[0] = u1;
      TRIANGLE (self, t1)->next[0] = u;
      TRIANGLE (self, u)->next[0] = t1;
      TRIANGLE (self, u1)->next[0] = t;
      doubt_sides (self, u);
      doubt_sides (self, u1);
    }
  doubt_sides (self, t);
  doubt_sides (self, t1);
}

/* a walk towards the place, from triangle to triangle; with a little chance, or it could go round in circles */
static int
walk (const QpTriangulation *self, QpPoint place, int t, guint32 *chance)
{
  for (;;)
    {
      const QpTriangle *at = TRIANGLE (self, t);
      guint i = (*chance = *chance * 1664525u + 1013904223u) >> 30, k;
      for (k = 0, i %= 3; k < 3; k++, i = AFTER (i))
        if (qp_orientation (POINT (self, at->v[AFTER (i)]), POINT (self, at->v[BEFORE (i)]), place) < 0)
          break;
      if (k == 3)
        return t;
      if (at->next[i] < 0)
        return -1;
      t = at->next[i];
    }
}

/**
 * qp_triangulation_find:
 * @self: a triangulation
 * @place: a place, micrometres
 * @near: a triangle to begin at, or −1
 *
 * Returns: a triangle that has the place inside or on its rim; −1 outside of the frame
 */
int
qp_triangulation_find (const QpTriangulation *self, QpPoint place, int near)
{
  guint32 chance = self->chance;

  return walk (self, place, near < 0 ? 0 : near, &chance);
}

/* inside the engine: the index of a place, added to the triangulation unless it is one of its points already */
guint
qp_triangulation_add_point (QpTriangulation *self, QpPoint place, int near)
{
  const int t = walk (self, place, near < 0 ? (int) self->triangles->len - 1 : near, &self->chance);
  const int none = -1;

  g_assert (t >= 0);
  const QpTriangle *at = TRIANGLE (self, t);
  for (guint i = 0; i < 3; i++)
    if (same_place (POINT (self, at->v[i]), place))
      return at->v[i];
  g_array_append_val (self->points, place);
  g_array_append_val (self->around, none);
  const guint p = self->points->len - 1;
  for (guint i = 0; i < 3; i++)
    if (qp_orientation (POINT (self, at->v[AFTER (i)]), POINT (self, at->v[BEFORE (i)]), place) == 0)
      {
        split_edge (self, t, i, p);
        qp_triangulation_settle (self);
        return p;
      }
  split_triangle (self, t, p);
  qp_triangulation_settle (self);
  return p;
}

/* --- making one --- */

static void
lay_frame (QpTriangulation *self, QpBox frame)
{
  const gint64 x0 = qp_um_from_m (frame.x0), y0 = qp_um_from_m (frame.y0), x1 = qp_um_from_m (frame.x1),
               y1 = qp_um_from_m (frame.y1);
  const QpPoint corners[4] = { { x0, y0 }, { x1, y0 }, { x1, y1 }, { x0, y1 } };
  const int none[4] = { 0, 0, 0, 0 };

  g_array_append_vals (self->points, corners, 4);
  g_array_append_vals (self->around, none, 4);
  g_array_set_size (self->triangles, 2);
  put (self, 0, (QpTriangle){ { 0, 1, 2 }, { -1, 1, -1 }, wall_bits (TRUE, FALSE, TRUE) });
  put (self, 1, (QpTriangle){ { 0, 2, 3 }, { -1, -1, 0 }, wall_bits (TRUE, TRUE, FALSE) });
}

/* the frame has to hold every wall with some room round it */
static QpBox
frame_around (const QpWallLine *walls, guint n, QpBox frame)
{
  for (guint i = 0; i < n; i++)
    frame = qp_box_with (qp_box_with (frame, qp_vec_from_point (walls[i].a)), qp_vec_from_point (walls[i].b));
  if (qp_box_is_empty (frame))
    frame = (QpBox){ 0, 0, 0, 0 };
  return qp_box_grown (frame, 1 + 0.01 * (frame.x1 - frame.x0 + frame.y1 - frame.y0));
}

/* walls that lie near one another, one after the other: short walks */
static int
compare_by_strip (gconstpointer a, gconstpointer b, gpointer data)
{
  const QpWallLine *one = a, *two = b;
  const double strip = *(const double *) data;
  const gint64 s1 = (gint64) floor ((double) one->a.y / strip), s2 = (gint64) floor ((double) two->a.y / strip);

  if (s1 != s2)
    return s1 < s2 ? -1 : 1;
  const int order = (one->a.x > two->a.x) - (one->a.x < two->a.x);
  return s1 % 2 == 0 ? order : -order;
}

/**
 * qp_triangulation_new:
 * @walls: (array length=n): walls; they may touch, cross, coincide or have no length
 * @n: how many
 * @frame: what it has to cover besides, metres; may be empty
 *
 * Cuts the plane into triangles so that every wall is made of whole edges. Where walls cross, the crossing is rounded to a
 * micrometre.
 *
 * Returns: (transfer full): the triangulation
 */
QpTriangulation *
qp_triangulation_new (const QpWallLine *walls, guint n, QpBox frame)
{
  QpTriangulation *self = g_new0 (QpTriangulation, 1);
  g_autofree QpWallLine *sorted = g_memdup2 (walls, sizeof *walls * n);

  frame = frame_around (walls, n, frame);
  double strip = fmax (1, 1e6 * (frame.y1 - frame.y0) / sqrt (n + 1));
  self->points = g_array_sized_new (FALSE, FALSE, sizeof (QpPoint), 2 * n + 4);
  self->around = g_array_sized_new (FALSE, FALSE, sizeof (int), 2 * n + 4);
  self->triangles = g_array_sized_new (FALSE, FALSE, sizeof (QpTriangle), 4 * n + 8);
  self->doubtful = g_array_new (FALSE, FALSE, sizeof (guint));
  lay_frame (self, frame);
  if (n > 0)
    g_qsort_with_data (sorted, (int) n, sizeof *sorted, compare_by_strip, &strip);
  for (guint i = 0; i < n; i++)
    {
      const guint a = qp_triangulation_add_point (self, sorted[i].a, -1);
      const guint b = qp_triangulation_add_point (self, sorted[i].b, g_array_index (self->around, int, a));
      qp_triangulation_add_wall (self, a, b);
    }
  g_clear_pointer (&self->doubtful, g_array_unref);
  return self;
}

/**
 * qp_triangulation_free:
 * @self: a triangulation
 */
void
qp_triangulation_free (QpTriangulation *self)
{
  g_array_unref (self->points);
  g_array_unref (self->around);
  g_array_unref (self->triangles);
  g_free (self);
}

/**
 * qp_triangulation_n_points:
 * @self: a triangulation
 *
 * Returns: number of its points, those of the frame first
 */
guint
qp_triangulation_n_points (const QpTriangulation *self)
{
  return self->points->len;
}

/**
 * qp_triangulation_n_triangles:
 * @self: a triangulation
 *
 * Returns: number of its triangles
 */
guint
qp_triangulation_n_triangles (const QpTriangulation *self)
{
  return self->triangles->len;
}

/**
 * qp_triangulation_point:
 * @self: a triangulation
 * @index: of a point
 *
 * Returns: its place, micrometres
 */
QpPoint
qp_triangulation_point (const QpTriangulation *self, guint index)
{
  return POINT (self, index);
}

/**
 * qp_triangulation_triangle:
 * @self: a triangulation
 * @index: of a triangle
 *
 * Returns: (transfer none): the triangle
 */
const QpTriangle *
qp_triangulation_triangle (const QpTriangulation *self, guint index)
{
  return TRIANGLE (self, index);
}
