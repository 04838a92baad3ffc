/* test-isovist.c: what is seen from a place, against plane geometry, rays and published areas
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/qp-isovist.h"
#include "lib/streets.h"

#include <math.h>

static GArray *
new_walls (void)
{
  return g_array_new (FALSE, FALSE, sizeof (QpWallLine));
}

static QpTriangulation *
plane_of (const GArray *walls)
{
  return qp_triangulation_new ((const QpWallLine *) (gpointer) walls->data, walls->len, QP_BOX_EMPTY);
}

static QpPoint
place (double x, double y)
{
  return (QpPoint){ qp_um_from_m (x), qp_um_from_m (y) };
}

static double
seen_from (const QpTriangulation *plane, double x, double y)
{
  g_autoptr (GArray) outline = g_array_new (FALSE, FALSE, sizeof (QpVec));

  qp_isovist (plane, place (x, y), -1, outline);
  return qp_corners_area ((const QpVec *) (gpointer) outline->data, outline->len);
}

/* neighbours know each other, triangles run anticlockwise, together they fill the frame */
static void
assert_sound (const QpTriangulation *plane)
{
  double area = 0, frame = 0;

  for (guint t = 0; t < qp_triangulation_n_triangles (plane); t++)
    {
      const QpTriangle *triangle = qp_triangulation_triangle (plane, t);
      const QpPoint a = qp_triangulation_point (plane, triangle->v[0]), b = qp_triangulation_point (plane, triangle->v[1]),
                    c = qp_triangulation_point (plane, triangle->v[2]);
      g_assert_cmpint (qp_orientation (a, b, c), ==, 1);
      area += ((double) (b.x - a.x) * (double) (c.y - a.y) - (double) (b.y - a.y) * (double) (c.x - a.x)) / 2e12;
      for (guint i = 0; i < 3; i++)
        if (triangle->next[i] >= 0)
          {
            const QpTriangle *next = qp_triangulation_triangle (plane, (guint) triangle->next[i]);
            guint back = 0;
            for (guint j = 0; j < 3; j++)
              if (next->next[j] == (int) t && next->v[(j + 1) % 3] == triangle->v[(i + 2) % 3])
                {
                  back++;
                  g_assert_cmpint (next->walls >> j & 1, ==, triangle->walls >> i & 1);
                }
            g_assert_cmpuint (back, ==, 1);
          }
    }
  const QpPoint low = qp_triangulation_point (plane, 0), high = qp_triangulation_point (plane, 2);
  frame = (double) (high.x - low.x) * (double) (high.y - low.y) / 1e12;
  g_assert_cmpfloat_with_epsilon (area, frame, 1e-9 * frame);
}

/* the example polygon of CGAL's manual: two corners and the eye are in one line; seen is 4 (oracle G20) */
static void
test_reflex_corners (void)
{
  static const double ring[][2] = { { 0, 4 }, { 0, 0 }, { 3, 2 }, { 4, 0 }, { 4, 4 }, { 1, 2 } };
  g_autoptr (GArray) walls = new_walls ();

  for (guint i = 0; i < 6; i++)
    streets_add_wall (walls, ring[i][0], ring[i][1], ring[(i + 1) % 6][0], ring[(i + 1) % 6][1]);
  g_autoptr (QpTriangulation) plane = plane_of (walls);
  assert_sound (plane);
  g_assert_cmpfloat_with_epsilon (seen_from (plane, 0.5, 2), 4, 1e-3);
}

/* oracles G21 and G22 */
static void
test_rooms (void)
{
  g_autoptr (GArray) wall = new_walls ();
  g_autoptr (GArray) block = new_walls ();

  streets_add_box (wall, -10, -10, 10, 10);
  streets_add_box (block, -10, -10, 10, 10);
  streets_add_wall (wall, 2, -1, 2, 1);
  streets_add_box (block, 4, -1, 6, 1);
  g_autoptr (QpTriangulation) one = plane_of (wall);
  g_autoptr (QpTriangulation) two = plane_of (block);
  g_assert_cmpfloat_with_epsilon (seen_from (one, 0, 0), 352, 1e-9);
  g_assert_cmpfloat_with_epsilon (seen_from (two, 0, 0), 379, 1e-9);
}

/* a wall that the eye stands on hides nothing, whether at its end or between; collinear, double and pointlike walls too */
static void
test_degenerate (void)
{
  g_autoptr (GArray) walls = new_walls ();

  streets_add_box (walls, -10, -10, 10, 10);
  streets_add_wall (walls, 0, 0, 4, 0);
  g_autoptr (QpTriangulation) plane = plane_of (walls);
  g_assert_cmpfloat_with_epsilon (seen_from (plane, 2, 0), 400, 1e-9);
  g_assert_cmpfloat_with_epsilon (seen_from (plane, 0, 0), 400, 1e-9);
  g_assert_cmpfloat_with_epsilon (seen_from (plane, -3, 0), 400, 1e-9);
  streets_add_wall (walls, 0, 0, 4, 0);
  streets_add_wall (walls, 1, 0, 6, 0);
  streets_add_wall (walls, 5, 5, 5, 5);
  streets_add_wall (walls, 4, 0, 0, 0);
  g_autoptr (QpTriangulation) again = plane_of (walls);
  assert_sound (again);
  g_assert_cmpfloat_with_epsilon (seen_from (again, 2, 0), 400, 1e-9);
  g_assert_cmpfloat_with_epsilon (seen_from (again, -3, 0), 400, 1e-9);
  /* from (3, −1) the wall from 0 to 6 hides the trapezoid above it, between the rays to its ends, which reach the walls of
   * the room at (−10, 10/3) and (10, 4/3): the triangle of the whole upper view less what is below the wall */
  g_assert_cmpfloat_with_epsilon (seen_from (again, 3, -1), 200 + 10 * (10.0 / 3) / 2 + 4 * (4.0 / 3) / 2, 1e-9);
}

/* two squares that share a corner leave no gap between; overlapping ones hide together */
static void
test_touching (void)
{
  g_autoptr (GArray) walls = new_walls ();

  streets_add_box (walls, -10, -10, 10, 10);
  streets_add_box (walls, 2, 0, 4, 2);
  streets_add_box (walls, 2, -2, 4, 0);
  g_autoptr (QpTriangulation) touching = plane_of (walls);
  const double seen = seen_from (touching, -4, 0);
  streets_add_box (walls, 2.5, -1.5, 3.5, 1.5);
  g_autoptr (QpTriangulation) overlapping = plane_of (walls);
  assert_sound (overlapping);
  g_assert_cmpfloat_with_epsilon (seen_from (overlapping, -4, 0), seen, 1e-9);
  /* shadow of x > 2, |y| < 2 (x + 4)/6, cut at the walls x = 10 (|y| < 14/3): 8 · (2 + 14/3) */
  g_assert_cmpfloat_with_epsilon (seen, 400 - 8 * (2 + 14.0 / 3), 1e-9);
}

/* --- against rays --- */

static double
ray_length (const GArray *walls, QpVec from, QpVec direction)
{
  double nearest = INFINITY;

  for (guint i = 0; i < walls->len; i++)
    {
      const QpWallLine *wall = &g_array_index (walls, QpWallLine, i);
      const QpVec a = qp_vec_from_point (wall->a), s = qp_vec_sub (qp_vec_from_point (wall->b), a);
      const double cross = direction.x * s.y - direction.y * s.x;
      const QpVec d = qp_vec_sub (a, from);
      if (cross == 0)
        continue;
      const double t = (d.x * s.y - d.y * s.x) / cross, u = (d.x * direction.y - d.y * direction.x) / cross;
      if (t > 0 && u >= 0 && u <= 1)
        nearest = fmin (nearest, t);
    }
  return nearest;
}

static double
seen_by_rays (const GArray *walls, QpVec from, guint rays)
{
  double sum = 0;

  for (guint i = 0; i < rays; i++)
    {
      const double angle = 2 * G_PI * (i + 0.5) / rays, r = ray_length (walls, from, qp_vec (cos (angle), sin (angle)));
      sum += r * r * G_PI / rays;
    }
  return sum;
}

static void
test_rays (void)
{
  for (guint round = 0; round < 40; round++)
    {
      g_autoptr (GArray) walls = new_walls ();
      streets_add_box (walls, -20, -20, 20, 20);
      for (guint i = 0; i < 30; i++)
        {
          const double x = g_test_rand_double_range (-18, 18), y = g_test_rand_double_range (-18, 18);
          streets_add_wall (walls, x, y, x + g_test_rand_double_range (-8, 8), y + g_test_rand_double_range (-8, 8));
        }
      g_autoptr (QpTriangulation) plane = plane_of (walls);
      assert_sound (plane);
      for (guint i = 0; i < 5; i++)
        {
          const QpVec eye = qp_vec (g_test_rand_double_range (-19, 19), g_test_rand_double_range (-19, 19));
          const double seen = seen_from (plane, eye.x, eye.y);
          /* of 4000 rays, each shadow edge may take or give one */
          g_assert_cmpfloat_with_epsilon (seen, seen_by_rays (walls, eye, 4000), 0.01 * seen + 2);
        }
    }
}

/* whole coordinates make everything meet: corners on walls, walls over walls, three through one point */
static void
test_grid (void)
{
  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (GArray) walls = new_walls ();
      streets_add_box (walls, -6, -6, 6, 6);
      for (guint i = 0; i < 25; i++)
        streets_add_wall (walls, g_test_rand_int_range (-5, 6), g_test_rand_int_range (-5, 6), g_test_rand_int_range (-5, 6),
                  g_test_rand_int_range (-5, 6));
      g_autoptr (QpTriangulation) plane = plane_of (walls);
      assert_sound (plane);
      /* no line through two of these whole places goes through such an eye: on a wall, it would depend on the rounding of
       * crossings which side is seen */
      const QpVec eye = qp_vec (g_test_rand_int_range (-5, 6) + 0.3137, g_test_rand_int_range (-5, 6) + 0.1713);
      const double seen = seen_from (plane, eye.x, eye.y);
      g_assert_cmpfloat_with_epsilon (seen, seen_by_rays (walls, eye, 4000), 0.01 * seen + 1);
    }
}

/* --- published areas: three programs agree on them --- */

static void
test_streets (gconstpointer data)
{
  const double *wanted = data;
  Streets streets;
  double sum = 0;

  streets_init (&streets, (guint) wanted[0], wanted[1]);
  g_autoptr (QpTriangulation) plane = plane_of (streets.walls);
  for (guint n = 0; n < 1000; n++)
    {
      const QpVec eye = streets_next_place (&streets);
      sum += seen_from (plane, eye.x, eye.y);
    }
  g_test_message ("%u walls: mean area %.6f", streets.walls->len, sum / 1000);
  g_assert_cmpfloat_with_epsilon (sum / 1000, wanted[2], 1e-4 * wanted[2]);
  streets_clear (&streets);
}

int
main (int argc, char *argv[])
{
  static const double streets[][3] = { { 7, 100, 1007.894 }, { 16, 400, 5504.951 }, { 50, 2000, 27654.138 } };

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/isovist/reflex-corners", test_reflex_corners);
  g_test_add_func ("/isovist/rooms", test_rooms);
  g_test_add_func ("/isovist/degenerate", test_degenerate);
  g_test_add_func ("/isovist/touching", test_touching);
  g_test_add_func ("/isovist/rays", test_rays);
  g_test_add_func ("/isovist/grid", test_grid);
  g_test_add_data_func ("/isovist/200-walls", streets[0], test_streets);
  g_test_add_data_func ("/isovist/1028-walls", streets[1], test_streets);
  g_test_add_data_func ("/isovist/10004-walls", streets[2], test_streets);
  return g_test_run ();
}
