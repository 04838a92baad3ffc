/* test-sight.c: how much of a face is seen past obstacles with heights
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/qp-sight.h"

#include <math.h>

static QpScreen *
set (QpScreen *screen, const char *name, const char *text)
{
  const QpField *field = qp_kind_field (QP_KIND_SCREEN, name);
  g_auto (QpValue) value = { 0 };

  g_assert_cmpint (qp_field_parse (field, text, &value), ==, QP_FIELD_FINE);
  qp_node_init_value ((QpNode *) screen, field, &value);
  return screen;
}

/* 16 × 10 m of cabinets of 1 m, in the middle of the plan, looking down on it, its lower edge at a height */
static void
take_shape (QpShape *shape, const char *kind, double bottom, double facing)
{
  QpScreen *screen = (QpScreen *) qp_node_new (QP_KIND_SCREEN, qp_id_new ());
  g_autofree char *height = g_strdup_printf ("%.3f", bottom);
  g_autofree char *heading = g_strdup_printf ("%.6f", facing);

  set (set (screen, "cabinet_width_mm", "1000"), "cabinet_height_mm", "1000");
  set (set (set (screen, "shape", kind), "columns", "16"), "rows", "10");
  set (set (screen, "bottom_height_m", height), "facing_deg", heading);
  g_assert_true (qp_shape_init (shape, screen, NULL));
  qp_node_unref ((QpNode *) screen);
}

static GArray *
new_walls (void)
{
  return g_array_new (FALSE, FALSE, sizeof (QpSightWall));
}

static void
add_wall (GArray *walls, QpVec a, QpVec b, double base, double top, double through)
{
  const QpSightWall wall = { a, b, base, top, through, NULL };

  g_array_append_val (walls, wall);
}

/* A wall of 8 m halfway between a viewer of 1.6 m and a face from 5 to 15 m: the line over its top reaches the face at
 * 1.6 + 2 · (8 − 1.6) = 14.4 m; 0.6 of 10 m stay. With the wall at a quarter of the way from the face, 1.6 + 6.4 · 4/3 =
 * 10.133: 4.867 of 10 m. Far behind a low wall all is seen, close behind it nothing. */
static void
test_similar_triangles (void)
{
  g_auto (QpShape) shape = { 0 };
  g_autoptr (GArray) walls = new_walls ();

  take_shape (&shape, "flat", 5, 180);
  g_autoptr (GArray) samples = qp_sight_samples (&shape, 1, 10);
  GArray *fine = g_array_new (FALSE, FALSE, sizeof (QpSightSample));
  for (guint i = 0; i < 10000; i++)
    {
      QpSightSample sample = g_array_index (samples, QpSightSample, 0);
      sample.at.z = 5 + (i + 0.5) / 1000;
      sample.weight = 1e-4;
      g_array_append_val (fine, sample);
    }
  const double y = g_array_index (samples, QpSightSample, 0).at.y;
  add_wall (walls, qp_vec (-50, y - 20), qp_vec (50, y - 20), 0, 8, 0);
  g_assert_cmpfloat_with_epsilon (qp_sight_share (walls, fine, qp_vec3 (0, y - 40, 1.6)), 0.06, 2e-4);
  g_assert_cmpfloat_with_epsilon (qp_sight_share (walls, fine, qp_vec3 (0, y - 80, 1.6)), (15 - (1.6 + 6.4 * 4 / 3)) / 10, 2e-4);
  g_assert_cmpfloat (qp_sight_share (walls, fine, qp_vec3 (0, y - 21, 1.6)), ==, 0);
  g_assert_cmpfloat_with_epsilon (qp_sight_share (walls, fine, qp_vec3 (0, y - 19, 1.6)), 1, 1e-9);
  /* a canopy hides what is above it: seen up to 1.6 + 2 · (6 − 1.6) = 10.4 m */
  g_array_set_size (walls, 0);
  add_wall (walls, qp_vec (-50, y - 20), qp_vec (50, y - 20), 6, INFINITY, 0);
  g_assert_cmpfloat_with_epsilon (qp_sight_share (walls, fine, qp_vec3 (0, y - 40, 1.6)), 0.54, 2e-4);
  g_array_unref (fine);
}

static void
test_behind (void)
{
  g_auto (QpShape) shape = { 0 };
  g_autoptr (GArray) walls = new_walls ();

  take_shape (&shape, "flat", 5, 180);
  g_autoptr (GArray) samples = qp_sight_samples (&shape, 4, 3);
  g_assert_cmpfloat (qp_sight_share (walls, samples, qp_vec3 (0, 30, 1.6)), ==, 0);
  g_assert_cmpfloat_with_epsilon (qp_sight_share (walls, samples, qp_vec3 (40, -1, 1.6)), 1, 1e-9);
  /* a full column is seen by half from anywhere far away */
  g_auto (QpShape) column = { 0 };
  take_shape (&column, "column", 5, 180);
  g_autoptr (GArray) around = qp_sight_samples (&column, 16, 1);
  g_assert_cmpfloat_with_epsilon (qp_sight_share (walls, around, qp_vec3 (0, 1000, 1.6)), 0.5, 0.07);
}

static void
test_glass (void)
{
  g_auto (QpShape) shape = { 0 };
  g_autoptr (GArray) walls = new_walls ();

  take_shape (&shape, "flat", 5, 180);
  g_autoptr (GArray) samples = qp_sight_samples (&shape, 4, 3);
  add_wall (walls, qp_vec (-50, -20), qp_vec (50, -20), 0, 30, 0.8);
  add_wall (walls, qp_vec (-50, -21), qp_vec (50, -21), 0, 30, 0.5);
  g_assert_cmpfloat_with_epsilon (qp_sight_share (walls, samples, qp_vec3 (0, -40, 1.6)), 0.4, 1e-9);
}

/* --- chance --- */

static void
add_random_walls (GArray *walls, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      const QpVec a = qp_vec (g_test_rand_double_range (-60, 60), g_test_rand_double_range (-80, -2));
      const QpVec b = qp_vec_add (a, qp_vec (g_test_rand_double_range (-15, 15), g_test_rand_double_range (-15, 15)));
      const double base = g_test_rand_int_range (0, 4) == 0 ? g_test_rand_double_range (0, 8) : -INFINITY;
      add_wall (walls, a, b, base, fmax (base, 0) + g_test_rand_double_range (0.5, 25),
                g_test_rand_int_range (0, 8) == 0 ? 0.5 : 0);
    }
}

static void
count_different (const GArray *walls, const GArray *samples, const QpSightGrid *grid, guint *different, guint *all)
{
  g_autoptr (QpSightMap) map = qp_sight_map_new (walls, samples, grid, NULL, NULL);

  for (guint row = 0; row < grid->rows; row++)
    for (guint column = 0; column < grid->columns; column++)
      {
        const QpVec at = qp_sight_grid_middle (grid, column, row);
        const double share = qp_sight_share (walls, samples, qp_vec3_of (at, 1.6));
        ++*all;
        *different += fabs (share - map->share[(gsize) row * grid->columns + column]) > 1e-5;
      }
}

/* all viewers at once see what each of them sees alone; only where a shadow ends right in the middle of a cell rounding may
 * decide otherwise */
static void
test_map (void)
{
  static const char *const kinds[] = { "flat", "arc", "corner", "column" };
  guint different = 0, all = 0;

  for (guint round = 0; round < 24; round++)
    {
      g_auto (QpShape) shape = { 0 };
      g_autoptr (GArray) walls = new_walls ();
      take_shape (&shape, kinds[round % 4], g_test_rand_double_range (0, 12), 180);
      add_random_walls (walls, 25);
      g_autoptr (GArray) samples = qp_sight_samples (&shape, 4, 3);
      const QpSightGrid grid = qp_sight_grid ((QpBox){ -50, -90, 50, 10 }, 1.37, 1.6, 1000000);
      count_different (walls, samples, &grid, &different, &all);
    }
  g_test_message ("%u of %u cells differ", different, all);
  g_assert_cmpuint (different, <=, all / 20000);
}

/* viewers that all are on one side of the screen see its far end, too */
static void
test_map_aside (void)
{
  const QpBox boxes[] = { { 60, -40, 80, -20 }, { -80, -40, -60, -20 } };
  g_auto (QpShape) shape = { 0 };
  g_autoptr (GArray) walls = new_walls ();
  guint different = 0, all = 0;

  take_shape (&shape, "flat", 3, 180);
  g_autoptr (GArray) samples = qp_sight_samples (&shape, 8, 2);
  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
    {
      const QpSightGrid grid = qp_sight_grid (boxes[i], 2, 1.6, 1000000);
      count_different (walls, samples, &grid, &different, &all);
    }
  g_assert_cmpuint (all, ==, 200);
  g_assert_cmpuint (different, ==, 0);
}

static void
test_never_more (void)
{
  for (guint round = 0; round < 200; round++)
    {
      g_auto (QpShape) shape = { 0 };
      g_autoptr (GArray) walls = new_walls ();
      take_shape (&shape, "flat", g_test_rand_double_range (0, 12), 180);
      g_autoptr (GArray) samples = qp_sight_samples (&shape, 8, 5);
      const QpVec3 eye = qp_vec3 (g_test_rand_double_range (-40, 40), g_test_rand_double_range (-90, -3), 1.6);
      double seen = 1;
      for (guint i = 0; i < 20; i++)
        {
          add_random_walls (walls, 1);
          const double now = qp_sight_share (walls, samples, eye);
          g_assert_cmpfloat (now, <=, seen + 1e-12);
          seen = now;
        }
    }
}

static QpVec
turned (QpVec a, double degrees, gboolean mirrored)
{
  const double c = cos (degrees * G_PI / 180), s = sin (degrees * G_PI / 180), x = mirrored ? -a.x : a.x;

  return qp_vec (x * c - a.y * s, x * s + a.y * c);
}

/* a scene turned or mirrored as a whole is seen as before */
static void
test_symmetry (void)
{
  for (guint round = 0; round < 100; round++)
    {
      const double angle = g_test_rand_double_range (0, 360), bottom = g_test_rand_double_range (0, 12);
      const gboolean mirrored = g_test_rand_bit ();
      g_auto (QpShape) one = { 0 };
      g_auto (QpShape) two = { 0 };
      g_autoptr (GArray) walls = new_walls ();
      g_autoptr (GArray) others = new_walls ();
      take_shape (&one, "flat", bottom, 180);
      take_shape (&two, "flat", bottom, qp_heading_wrap (180 - angle));
      add_random_walls (walls, 20);
      for (guint i = 0; i < walls->len; i++)
        {
          const QpSightWall *wall = &g_array_index (walls, QpSightWall, i);
          add_wall (others, turned (wall->a, angle, mirrored), turned (wall->b, angle, mirrored), wall->base, wall->top, wall->through);
        }
      g_autoptr (GArray) samples = qp_sight_samples (&one, 8, 5);
      g_autoptr (GArray) again = qp_sight_samples (&two, 8, 5);
      const QpVec eye = qp_vec (g_test_rand_double_range (-40, 40), g_test_rand_double_range (-90, -3));
      g_assert_cmpfloat_with_epsilon (qp_sight_share (walls, samples, qp_vec3_of (eye, 1.6)),
                                      qp_sight_share (others, again, qp_vec3_of (turned (eye, angle, mirrored), 1.6)), 0.026);
    }
}

/* --- what is drawn by people: corners that touch, lines on lines, nothing at all --- */

static double
share_past (const GArray *walls, QpVec3 eye)
{
  g_auto (QpShape) shape = { 0 };

  take_shape (&shape, "flat", 0, 180);
  g_autoptr (GArray) samples = qp_sight_samples (&shape, 8, 5);
  return qp_sight_share (walls, samples, eye);
}

static void
add_square (GArray *walls, double x, double y, double side)
{
  const QpVec corners[] = { { x, y }, { x + side, y }, { x + side, y + side }, { x, y + side } };

  for (guint i = 0; i < 4; i++)
    add_wall (walls, corners[i], corners[(i + 1) % 4], 0, 30, 0);
}

/* a line of sight right through the corner at which two walls meet is hidden, whichever way they go on */
static void
test_touching (void)
{
  g_autoptr (GArray) walls = new_walls ();

  add_wall (walls, qp_vec (-100, -20), qp_vec (0, -20), 0, 30, 0);
  add_wall (walls, qp_vec (0, -20), qp_vec (100, -30), 0, 30, 0);
  g_assert_cmpfloat (qp_sight_passing (walls, qp_vec3 (0, 0, 1), qp_vec3 (0, -40, 1), NULL), ==, 0);
  g_assert_cmpfloat (share_past (walls, qp_vec3 (0, -40, 1.6)), ==, 0);
  g_array_set_size (walls, 0);
  add_square (walls, -10, -30, 10); /* two blocks that share a corner at (0, -20) */
  add_square (walls, 0, -20, 10);
  g_assert_cmpfloat (qp_sight_passing (walls, qp_vec3 (-5, -15, 1), qp_vec3 (5, -25, 1), NULL), ==, 0);
}

/* walls in one line, that overlap, are twice or have no length hide what one wall does */
static void
test_repeated (void)
{
  g_autoptr (GArray) one = new_walls ();
  g_autoptr (GArray) many = new_walls ();

  add_wall (one, qp_vec (-10, -20), qp_vec (3, -20), 0, 8, 0);
  add_wall (many, qp_vec (-10, -20), qp_vec (-2, -20), 0, 8, 0);
  add_wall (many, qp_vec (-2, -20), qp_vec (3, -20), 0, 8, 0);
  add_wall (many, qp_vec (3, -20), qp_vec (-5, -20), 0, 8, 0);
  add_wall (many, qp_vec (-10, -20), qp_vec (-2, -20), 0, 8, 0);
  add_wall (many, qp_vec (8, -20), qp_vec (8, -20), 0, 8, 0);
  for (guint i = 0; i < 100; i++)
    {
      const QpVec3 eye = qp_vec3 (g_test_rand_double_range (-40, 40), g_test_rand_double_range (-90, -21), 1.6);
      g_assert_cmpfloat (share_past (one, eye), ==, share_past (many, eye));
    }
}

/* who stands on a wall sees to both of its sides; along a wall nothing is hidden */
static void
test_on_wall (void)
{
  g_autoptr (GArray) walls = new_walls ();

  add_wall (walls, qp_vec (-50, -20), qp_vec (50, -20), 0, 30, 0);
  g_assert_cmpfloat_with_epsilon (share_past (walls, qp_vec3 (0, -20, 1.6)), 1, 1e-12);
  g_array_set_size (walls, 0);
  add_wall (walls, qp_vec (0, -20), qp_vec (0, -30), 0, 30, 0);
  g_assert_cmpfloat_with_epsilon (share_past (walls, qp_vec3 (0, -40, 1.6)), 1, 1e-12);
}

/* blocks that lie over each other and share sides and corners, walls on walls and points: a grid of viewers says the same as each
 * of them */
static void
test_map_of_scribbles (void)
{
  guint different = 0, all = 0;

  for (guint round = 0; round < 20; round++)
    {
      g_auto (QpShape) shape = { 0 };
      g_autoptr (GArray) walls = new_walls ();
      take_shape (&shape, round % 2 == 0 ? "flat" : "column", 0, 180);
      for (guint i = 0; i < 12; i++)
        {
          const double x = 4 * g_test_rand_int_range (-10, 10), y = 4 * g_test_rand_int_range (-18, -3);
          add_square (walls, x, y, 4 * g_test_rand_int_range (1, 3));
          add_wall (walls, qp_vec (x, y), qp_vec (x + 4, y), 0, 30, 0);
          add_wall (walls, qp_vec (x, y), qp_vec (x, y), 0, 30, 0);
        }
      g_autoptr (GArray) samples = qp_sight_samples (&shape, 4, 2);
      const QpSightGrid grid = qp_sight_grid ((QpBox){ -50.3, -90.1, 50, 10 }, 1.37, 1.6, 1000000);
      count_different (walls, samples, &grid, &different, &all);
    }
  g_test_message ("%u of %u cells differ", different, all);
  g_assert_cmpuint (different, <=, all / 20000);
}

static gboolean
stop_at_half (double done, gpointer data)
{
  *(double *) data = done;
  return done < 0.5;
}

static void
test_stopped (void)
{
  g_auto (QpShape) shape = { 0 };
  g_autoptr (GArray) walls = new_walls ();
  double done = 0;

  take_shape (&shape, "flat", 5, 180);
  g_autoptr (GArray) samples = qp_sight_samples (&shape, 4, 1);
  const QpSightGrid grid = qp_sight_grid ((QpBox){ -50, -90, 50, 10 }, 1, 1.6, 1000000);
  g_assert_null (qp_sight_map_new (walls, samples, &grid, stop_at_half, &done));
  g_assert_cmpfloat (done, ==, 0.5);
}

static void
test_plan (void)
{
  QpNode *plan = qp_node_new (QP_KIND_PLAN, qp_id_new ());
  QpNode *obstacle = qp_node_new (QP_KIND_OBSTACLE, qp_id_new ());
  const QpPoint corners[] = { { 0, 0 }, { 1000000, 0 }, { 1000000, 1000000 } };
  g_autoptr (QpPoints) points = qp_points_new (corners, 3);
  guint unknown;

  qp_node_init_value (obstacle, qp_kind_field (QP_KIND_OBSTACLE, "outline"), &(QpValue){ .storage = QP_STORAGE_POINTS, .points = points });
  g_autoptr (QpNodeList) list = qp_node_list_new (&obstacle, 1);
  qp_node_init_children (plan, list);
  qp_node_unref (obstacle);
  g_autoptr (GArray) walls = qp_sight_walls (plan, &unknown);
  g_assert_cmpuint (walls->len, ==, 3);
  g_assert_cmpuint (unknown, ==, 1);
  g_assert_true (isinf (g_array_index (walls, QpSightWall, 2).top));
  qp_node_unref (plan);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sight/similar-triangles", test_similar_triangles);
  g_test_add_func ("/sight/behind", test_behind);
  g_test_add_func ("/sight/glass", test_glass);
  g_test_add_func ("/sight/map", test_map);
  g_test_add_func ("/sight/map-aside", test_map_aside);
  g_test_add_func ("/sight/never-more", test_never_more);
  g_test_add_func ("/sight/symmetry", test_symmetry);
  g_test_add_func ("/sight/touching", test_touching);
  g_test_add_func ("/sight/repeated", test_repeated);
  g_test_add_func ("/sight/on-wall", test_on_wall);
  g_test_add_func ("/sight/map-of-scribbles", test_map_of_scribbles);
  g_test_add_func ("/sight/stopped", test_stopped);
  g_test_add_func ("/sight/plan", test_plan);
  return g_test_run ();
}
