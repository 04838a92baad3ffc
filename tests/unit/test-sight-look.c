/* test-sight-look.c: what somebody sees of a screen, worked by hand
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/qp-look.h"

#include <math.h>
#include <string.h>

#define NEAR 0.011 /* parts are 5 mm before the face */

static void
set (QpNode *node, const char *name, const char *text)
{
  const QpField *field = qp_kind_field (node->kind, name);
  g_auto (QpValue) value = { 0 };

  g_assert_cmpint (qp_field_parse (field, text, &value), ==, QP_FIELD_FINE);
  qp_node_init_value (node, field, &value);
}

/* 16 × 9 m of 32 × 18 cabinets of 128 × 128 pixels, 3.90625 mm, facing down the plan, with the given differences */
static QpScreen *
make_screen (const char *first, ...)
{
  static const char *const usual[] = { "cabinet_width_mm", "500", "cabinet_height_mm", "500", "cabinet_px_w", "128", "cabinet_px_h", "128",
                                       "columns", "32", "rows", "18", "bottom_height_m", "-2.9", "facing_deg", "180" };
  QpNode *node = qp_node_new (QP_KIND_SCREEN, qp_id_new ());
  va_list list;

  va_start (list, first);
  for (guint i = 0; i < G_N_ELEMENTS (usual); i += 2)
    set (node, usual[i], usual[i + 1]);
  for (const char *name = first; name != NULL; name = va_arg (list, const char *))
    set (node, name, va_arg (list, const char *));
  va_end (list);
  return (QpScreen *) node;
}

static void
look_from (QpScreen *screen, const GArray *walls, QpVec3 eye, QpLook *look)
{
  g_auto (QpLookScreen) ready = { 0 };

  g_assert_true (qp_look_screen_init (&ready, screen, NULL, NULL, QP_LOOK_PARTS));
  qp_look (&ready, walls, eye, look, NULL);
}

static GArray *
no_walls (void)
{
  return g_array_new (FALSE, FALSE, sizeof (QpSightWall));
}

/* 30 m before the middle: 2 · atan(8 ÷ 30) = 29.863°, 2 · atan(4.5 ÷ 30) = 17.062°, 60 · atan(3.90625 ÷ 30 000) = 0.4476′,
 * 2 · 30 000 · tan 0.5° ÷ 3.90625 = 134.045 pixels in a degree */
static void
test_in_front (void)
{
  QpScreen *screen = make_screen (NULL);
  g_autoptr (GArray) walls = no_walls ();
  QpLook look;

  look_from (screen, walls, qp_vec3 (0, -30, 1.6), &look);
  g_assert_cmpfloat_with_epsilon (look.share, 1, 1e-12);
  g_assert_cmpfloat_with_epsilon (look.clear, 1, 1e-12);
  g_assert_cmpfloat_with_epsilon (look.nearest_m, 30, NEAR);
  g_assert_cmpfloat_with_epsilon (look.middle_m, 30, NEAR);
  g_assert_cmpfloat_with_epsilon (look.off_axis_deg, 0, 1e-6);
  g_assert_cmpfloat_with_epsilon (look.squeeze, 1, 1e-9);
  g_assert_cmpfloat_with_epsilon (look.width_deg, 29.863, 0.006);
  g_assert_cmpfloat_with_epsilon (look.height_deg, 17.062, 0.006);
  g_assert_cmpfloat_with_epsilon (look.arcmin_per_px, 0.4476, 0.0002);
  g_assert_cmpfloat_with_epsilon (look.px_per_deg, 134.045, 0.03);
  g_assert_cmpint (look.cone, ==, QP_LOOK_CONE_NOT_KNOWN);
  g_assert_null (look.blocker);
  qp_node_unref ((QpNode *) screen);
}

/* at (−30, −30) the nearest point is the left edge, 22 m aside: √(22² + 30²) = 37.202 m; the middle is 42.426 m away, 45° to the
 * left; the edges are atan(38 ÷ 30) − atan(22 ÷ 30) = 15.456° apart */
static void
test_aside (void)
{
  QpScreen *screen = make_screen (NULL);
  g_autoptr (GArray) walls = no_walls ();
  QpLook look;

  look_from (screen, walls, qp_vec3 (-30, -30, 1.6), &look);
  g_assert_cmpfloat_with_epsilon (look.nearest_m, 37.202, NEAR);
  g_assert_cmpfloat_with_epsilon (look.middle_m, 42.426, NEAR);
  g_assert_cmpfloat_with_epsilon (look.off_axis_h_deg, -45, 0.01);
  g_assert_cmpfloat_with_epsilon (look.off_axis_v_deg, 0, 1e-6);
  g_assert_cmpfloat_with_epsilon (look.squeeze, sqrt (0.5), 2e-4);
  g_assert_cmpfloat_with_epsilon (look.width_deg, 15.456, 0.006);
  look_from (screen, walls, qp_vec3 (30, -30, 1.6), &look);
  g_assert_cmpfloat_with_epsilon (look.off_axis_h_deg, 45, 0.01);
  qp_node_unref ((QpNode *) screen);
}

/* the middle is at 24.5 m: from 1.6 m, 22.9 m before it, 45° below. Tilted by 45° it is at (0, −3.182, 23.182), and 30 m along its
 * axis the eye is at (0, −24.395, 1.969). */
static void
test_high (void)
{
  QpScreen *high = make_screen ("bottom_height_m", "20", NULL);
  QpScreen *tilted = make_screen ("bottom_height_m", "20", "tilt_deg", "45", NULL);
  g_autoptr (GArray) walls = no_walls ();
  QpLook look;

  look_from (high, walls, qp_vec3 (0, -22.9, 1.6), &look);
  g_assert_cmpfloat_with_epsilon (look.off_axis_v_deg, -45, 0.01);
  g_assert_cmpfloat_with_epsilon (look.off_axis_h_deg, 0, 1e-6);
  g_assert_cmpfloat_with_epsilon (look.nearest_m, hypot (22.9, 20 - 1.6), NEAR);
  /* from the lower corners, atan(18.4 ÷ √(22.9² + 8²)) = 37.18°, to the middle of the upper edge, atan(27.4 ÷ 22.9) = 50.11° */
  g_assert_cmpfloat_with_epsilon (look.height_deg, 12.93, 0.02);
  look_from (tilted, walls, qp_vec3 (0, -24.395, 1.969), &look);
  g_assert_cmpfloat_with_epsilon (look.off_axis_deg, 0, 0.01);
  g_assert_cmpfloat_with_epsilon (look.middle_m, 30, NEAR);
  /* behind a face that looks down there is who stands above its plane */
  look_from (tilted, walls, qp_vec3 (0, -3.182, 40), &look);
  g_assert_cmpint (look.grade, ==, QP_LOOK_BEHIND);
  qp_node_unref ((QpNode *) high);
  qp_node_unref ((QpNode *) tilted);
}

/* 16 dots of 3.90625 mm are 62.5 mm, read up to 345 times that, 21.56 m; pixels vanish at 13.43 m; noticed up to
 * √(16² + 9²) ÷ tan 1.5° = 701.05 m and 60° aside */
static void
test_grades (void)
{
  static const struct
  {
    QpVec3 eye;
    QpLookGrade grade;
  } cases[] = { { { 0, -10, 1.6 }, QP_LOOK_READABLE },  { { 0, -13.3, 1.6 }, QP_LOOK_READABLE },
                { { 0, -13.6, 1.6 }, QP_LOOK_PIXEL_FREE }, { { 0, -21.4, 1.6 }, QP_LOOK_PIXEL_FREE },
                { { 0, -21.7, 1.6 }, QP_LOOK_NOTICED }, { { 0, -700, 1.6 }, QP_LOOK_NOTICED },
                { { 0, -702, 1.6 }, QP_LOOK_SEEN },     { { 34, -20, 1.6 }, QP_LOOK_NOTICED },
                { { 35, -20, 1.6 }, QP_LOOK_SEEN },     { { 0, 10, 1.6 }, QP_LOOK_BEHIND } };
  QpScreen *screen = make_screen (NULL);
  g_autoptr (GArray) walls = no_walls ();
  QpLook look;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      look_from (screen, walls, cases[i].eye, &look);
      g_test_message ("case %u: %s", i, qp_look_grade_key (look.grade));
      g_assert_cmpint (look.grade, ==, cases[i].grade);
    }
  qp_node_unref ((QpNode *) screen);
}

/* a character of 0.5 m is read up to 172.5 m; without pixels nothing is told about them */
static void
test_character (void)
{
  QpScreen *screen = make_screen ("cabinet_px_w", "", "cabinet_px_h", "", NULL);
  QpLookOptions options = QP_LOOK_OPTIONS_INIT;
  g_autoptr (GArray) walls = no_walls ();
  QpLook look;

  look_from (screen, walls, qp_vec3 (0, -10, 1.6), &look);
  g_assert_cmpint (look.grade, ==, QP_LOOK_NOTICED);
  g_assert_true (isnan (look.arcmin_per_px));
  options.char_height_m = 0.5;
  g_auto (QpLookScreen) ready = { 0 };
  qp_look_screen_init (&ready, screen, NULL, &options, QP_LOOK_PARTS);
  qp_look (&ready, walls, qp_vec3 (0, -172, 1.6), &look, NULL);
  g_assert_cmpint (look.grade, ==, QP_LOOK_READABLE);
  qp_look (&ready, walls, qp_vec3 (0, -173, 1.6), &look, NULL);
  g_assert_cmpint (look.grade, ==, QP_LOOK_NOTICED);
  qp_node_unref ((QpNode *) screen);
}

/* from far away half of a column is seen; it looks to the viewer wherever he is, and appears as wide as its diameter:
 * 2 ÷ π of its area */
static void
test_column (void)
{
  QpScreen *screen = make_screen ("shape", "column", NULL);
  g_autoptr (GArray) walls = no_walls ();
  QpLook look;

  for (guint i = 0; i < 8; i++)
    {
      const QpVec to = qp_vec_from_heading (i * 45 + 3);
      look_from (screen, walls, qp_vec3_of (qp_vec_scale (to, 500), 1.6), &look);
      g_assert_cmpfloat_with_epsilon (look.facing, 0.5, 0.07);
      g_assert_cmpfloat_with_epsilon (look.clear, 1, 1e-9);
      g_assert_cmpfloat_with_epsilon (look.off_axis_deg, 0, 12);
      g_assert_cmpfloat_with_epsilon (look.squeeze, 2 / G_PI, 0.06);
      g_assert_cmpfloat_with_epsilon (look.width_deg, 2 * atan (8 / G_PI / 500) * 180 / G_PI, 0.04);
    }
  qp_node_unref ((QpNode *) screen);
}

/* of a corner of two faces, who stands beside one of them sees the other; both sides of a double screen are half of it each */
static void
test_faces (void)
{
  QpScreen *corner = make_screen ("shape", "corner", NULL);
  QpScreen *twofold = make_screen ("double_sided", "yes", NULL);
  g_autoptr (GArray) walls = no_walls ();
  QpLook look;

  look_from (corner, walls, qp_vec3 (0, -100, 1.6), &look);
  g_assert_cmpfloat_with_epsilon (look.share, 1, 1e-9);
  g_assert_cmpfloat_with_epsilon (look.squeeze, sqrt (0.5), 0.01);
  look_from (corner, walls, qp_vec3 (100, -30, 1.6), &look);
  g_assert_cmpfloat_with_epsilon (look.share, 0.5, 1e-9);
  for (int side = -1; side <= 1; side += 2)
    {
      look_from (twofold, walls, qp_vec3 (5, side * 30, 1.6), &look);
      g_assert_cmpfloat_with_epsilon (look.share, 0.5, 1e-9);
      g_assert_cmpfloat_with_epsilon (look.clear, 1, 1e-9);
      g_assert_cmpfloat_with_epsilon (look.nearest_m, 30, NEAR);
      g_assert_cmpfloat (look.off_axis_h_deg * side, <, 0);
    }
  qp_node_unref ((QpNode *) corner);
  qp_node_unref ((QpNode *) twofold);
}

/* the wall from the middle to the left hides the left half from the axis; what is left is seen from the right of it */
static void
test_blocked (void)
{
  QpScreen *screen = make_screen (NULL);
  QpNode *obstacle = qp_node_new (QP_KIND_OBSTACLE, qp_id_new ());
  const QpSightWall half = { qp_vec (-10, -15), qp_vec (0, -15), -INFINITY, INFINITY, 0, obstacle };
  const QpSightWall whole = { qp_vec (-10, -15), qp_vec (10, -15), -INFINITY, INFINITY, 0, obstacle };
  g_autoptr (GArray) walls = no_walls ();
  QpLook look;

  g_array_append_val (walls, half);
  look_from (screen, walls, qp_vec3 (0.001, -30, 1.6), &look);
  g_assert_cmpfloat_with_epsilon (look.share, 0.5, 1.0 / 18);
  g_assert_cmpfloat_with_epsilon (look.hidden, 1 - look.share, 1e-9);
  g_assert_true (look.blocker == obstacle);
  g_assert_cmpfloat_with_epsilon (look.width_deg, 29.863 / 2, 29.863 / 18);
  g_array_append_val (walls, whole);
  look_from (screen, walls, qp_vec3 (0, -30, 1.6), &look);
  g_assert_cmpint (look.grade, ==, QP_LOOK_BLOCKED);
  g_assert_true (isnan (look.nearest_m) && isnan (look.width_deg));
  g_assert_cmpfloat_with_epsilon (look.middle_m, 30, NEAR);
  qp_node_unref (obstacle);
  qp_node_unref ((QpNode *) screen);
}

static void
assert_same (double one, double other)
{
  if (!isnan (one) || !isnan (other))
    g_assert_cmpfloat_with_epsilon (one, other, 1e-9);
}

static void
compare_maps (const QpLookScreen *screen, const GArray *walls)
{
  const QpSightGrid grid = qp_sight_grid ((QpBox){ -60.3, -80.7, 61, 30 }, 3.1, 1.6, 100000);
  g_autoptr (QpSightMap) map = qp_look_map (screen, walls, &grid, NULL, NULL);

  for (guint row = 0; row < grid.rows; row++)
    for (guint column = 0; column < grid.columns; column++)
      {
        QpLook one, other;
        qp_look (screen, walls, qp_vec3_of (qp_sight_grid_middle (&grid, column, row), 1.6), &one, NULL);
        qp_look_at_cell (screen, map, column, row, &other);
        g_assert_cmpint (one.grade, ==, other.grade);
        assert_same (one.share, other.share);
        assert_same (one.nearest_m, other.nearest_m);
        assert_same (one.off_axis_h_deg, other.off_axis_h_deg);
        assert_same (one.width_deg, other.width_deg);
        assert_same (one.squeeze, other.squeeze);
      }
}

/* a grid of viewers says what each of them does */
static void
test_map (void)
{
  static const char *const shapes[] = { "flat", "arc", "corner", "column", "ceiling" };
  const QpSightWall some[] = { { { -31.7, -20.1 }, { 4.2, -26.3 }, 0, 5.3, 0, NULL },
                               { { 12.9, -33.1 }, { 12.4, -51.7 }, -INFINITY, INFINITY, 0, NULL },
                               { { 20.3, -9.4 }, { 41.7, -12.9 }, 2.1, 9.7, 0.6, NULL } };
  g_autoptr (GArray) walls = no_walls ();

  g_array_append_vals (walls, some, G_N_ELEMENTS (some));
  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    for (guint sides = 0; sides < 2; sides++)
      {
        QpScreen *screen = make_screen ("shape", shapes[i], "arc_angle_deg", "-60", "bottom_height_m", "3.3", "double_sided",
                                        sides == 1 ? "yes" : "no", NULL);
        g_auto (QpLookScreen) ready = { 0 };
        qp_look_screen_init (&ready, screen, NULL, NULL, QP_LOOK_PARTS);
        compare_maps (&ready, walls);
        qp_node_unref ((QpNode *) screen);
      }
}

static void
test_unknown_cabinet (void)
{
  QpNode *node = qp_node_new (QP_KIND_SCREEN, qp_id_new ());
  g_auto (QpLookScreen) ready = { 0 };
  g_autoptr (GArray) walls = no_walls ();
  QpLook look;

  g_assert_false (qp_look_screen_init (&ready, (const QpScreen *) node, NULL, NULL, QP_LOOK_PARTS));
  qp_look (&ready, walls, qp_vec3 (0, -30, 1.6), &look, NULL);
  g_assert_cmpfloat (look.share, ==, 0);
  qp_node_unref (node);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/look/in-front", test_in_front);
  g_test_add_func ("/look/aside", test_aside);
  g_test_add_func ("/look/high", test_high);
  g_test_add_func ("/look/grades", test_grades);
  g_test_add_func ("/look/character", test_character);
  g_test_add_func ("/look/column", test_column);
  g_test_add_func ("/look/faces", test_faces);
  g_test_add_func ("/look/blocked", test_blocked);
  g_test_add_func ("/look/map", test_map);
  g_test_add_func ("/look/unknown-cabinet", test_unknown_cabinet);
  return g_test_run ();
}
