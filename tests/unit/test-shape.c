/* test-shape.c: every cabinet of every shape is where it hangs
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/qp-shape.h"

#include <math.h>
#include <string.h>

#define NEAR 1e-9

static QpScreen *
set (QpScreen *screen, const char *name, const char *text)
{
  const QpField *field = qp_kind_field (QP_KIND_SCREEN, name);
  g_auto (QpValue) value = { 0 };

  g_assert_nonnull (field);
  g_assert_cmpint (qp_field_parse (field, text, &value), ==, QP_FIELD_FINE);
  qp_node_init_value ((QpNode *) screen, field, &value);
  return screen;
}

/* cabinets of 1 × 0.5 m with 100 × 50 pixels, at (10, 20), looking down on the plan */
static QpScreen *
new_screen (const char *shape, const char *columns, const char *rows)
{
  QpScreen *screen = (QpScreen *) qp_node_new (QP_KIND_SCREEN, qp_id_new ());

  set (set (screen, "x_m", "10"), "y_m", "20");
  set (set (screen, "cabinet_width_mm", "1000"), "cabinet_height_mm", "500");
  set (set (screen, "cabinet_px_w", "100"), "cabinet_px_h", "50");
  return set (set (set (screen, "shape", shape), "columns", columns), "rows", rows);
}

static void
take_shape (QpShape *shape, QpScreen *screen)
{
  g_assert_true (qp_shape_init (shape, screen, NULL));
  qp_node_unref ((QpNode *) screen);
}

static void
assert_vec (QpVec at, double x, double y)
{
  g_assert_cmpfloat_with_epsilon (at.x, x, 1e-6);
  g_assert_cmpfloat_with_epsilon (at.y, y, 1e-6);
}

static void
test_flat (void)
{
  g_auto (QpShape) shape = { 0 };
  QpVec3 corners[4];

  take_shape (&shape, set (new_screen ("flat", "8", "4"), "bottom_height_m", "3"));
  g_assert_cmpuint (shape.facets->len, ==, 1);
  assert_vec (qp_shape_facet (&shape, 0)->a, 6, 20);
  assert_vec (qp_shape_facet (&shape, 0)->b, 14, 20);
  g_assert_cmpfloat (qp_shape_area (&shape), ==, 16);
  g_assert_cmpfloat (qp_shape_sagitta (&shape), ==, 0);
  qp_shape_cell_quad (&shape, 0, 0, corners);
  g_assert_cmpfloat_with_epsilon (corners[0].x, 6, NEAR);
  g_assert_cmpfloat_with_epsilon (corners[0].z, 5, NEAR);
  g_assert_cmpfloat_with_epsilon (corners[2].x, 7, NEAR);
  g_assert_cmpfloat_with_epsilon (corners[2].z, 4.5, NEAR);
}

/* a face that leans forward by 30°: 2 m of it reach 1 m out and √3 m up */
static void
test_tilt (void)
{
  g_auto (QpShape) shape = { 0 };

  take_shape (&shape, set (set (new_screen ("flat", "2", "4"), "bottom_height_m", "3"), "tilt_deg", "30"));
  const QpVec3 top = qp_shape_point (&shape, qp_shape_facet (&shape, 0), 1, 0);
  const QpVec3 normal = qp_shape_normal (&shape, qp_shape_facet (&shape, 0));
  g_assert_cmpfloat_with_epsilon (top.y, 19, NEAR);
  g_assert_cmpfloat_with_epsilon (top.z, 3 + sqrt (3), NEAR);
  g_assert_cmpfloat_with_epsilon (normal.y, -cos (G_PI / 6), NEAR);
  g_assert_cmpfloat_with_epsilon (normal.z, -0.5, NEAR);
}

/* 6 chords of 1 m round half a circle of radius R: δ = 30°, R = 1/(2 sin 15°); its ends are 2R apart, its middle is at
 * the place of the screen, nearest to the viewer */
static void
test_arc (void)
{
  const double r = 1 / (2 * sin (G_PI / 12));
  g_auto (QpShape) outward = { 0 };
  g_auto (QpShape) inward = { 0 };

  take_shape (&outward, set (new_screen ("arc", "6", "2"), "arc_angle_deg", "180"));
  g_assert_cmpuint (outward.facets->len, ==, 6);
  g_assert_cmpfloat_with_epsilon (outward.joint_deg, 30, NEAR);
  g_assert_cmpfloat_with_epsilon (outward.radius, r, NEAR);
  g_assert_cmpfloat_with_epsilon (qp_shape_chord (&outward), 2 * r, 1e-9);
  g_assert_cmpfloat_with_epsilon (qp_shape_sagitta (&outward), r, 1e-9);
  assert_vec (qp_shape_facet (&outward, 3)->a, 10, 20);
  assert_vec (qp_shape_facet (&outward, 0)->a, 10 - r, 20 + r);
  assert_vec (qp_shape_facet (&outward, 5)->b, 10 + r, 20 + r);
  take_shape (&inward, set (new_screen ("arc", "6", "2"), "arc_angle_deg", "-180"));
  g_assert_cmpfloat_with_epsilon (qp_shape_sagitta (&inward), -r, 1e-9);
  assert_vec (qp_shape_facet (&inward, 0)->a, 10 - r, 20 - r);
}

/* radius and angle lead to the same arc */
static void
test_radius (void)
{
  g_auto (QpShape) shape = { 0 };
  g_autofree char *text = g_strdup_printf ("%.6f", 1 / (2 * sin (G_PI / 12)));

  take_shape (&shape, set (new_screen ("arc", "6", "2"), "arc_radius_m", text));
  g_assert_cmpfloat_with_epsilon (shape.joint_deg, 30, 1e-4);
  g_assert_cmpfloat_with_epsilon (qp_shape_chord (&shape), 2 / (2 * sin (G_PI / 12)), 1e-4);
}

static void
test_full_column (void)
{
  g_auto (QpShape) shape = { 0 };

  take_shape (&shape, new_screen ("column", "12", "4"));
  g_assert_true (shape.closed);
  g_assert_cmpfloat_with_epsilon (shape.radius, 1 / (2 * sin (G_PI / 12)), NEAR);
  for (guint i = 0; i < 12; i++)
    {
      const QpFacet *facet = qp_shape_facet (&shape, i);
      const QpVec out = qp_vec_sub (qp_vec_middle (facet->a, facet->b), qp_vec (10, 20));
      g_assert_cmpfloat_with_epsilon (qp_vec_distance (facet->a, qp_vec (10, 20)), shape.radius, 1e-6);
      g_assert_cmpfloat (qp_vec_dot (out, qp_facet_facing (facet)), >, 0);
    }
  g_assert_cmpfloat_with_epsilon (qp_facet_facing (qp_shape_facet (&shape, 0)).y, -1, NEAR);
}

/* 6 + 4 columns round a corner of 90°: the corner is at the place, each face looks 45° off */
static void
test_corner (void)
{
  const double s = sqrt (0.5);
  g_auto (QpShape) shape = { 0 };

  take_shape (&shape, set (set (new_screen ("corner", "10", "4"), "face_columns", "6 4"), "corner_angles_deg", "90"));
  g_assert_cmpuint (qp_shape_n_faces (&shape), ==, 2);
  assert_vec (qp_shape_facet (&shape, 0)->b, 10, 20);
  assert_vec (qp_shape_facet (&shape, 0)->a, 10 - 6 * s, 20 + 6 * s);
  assert_vec (qp_shape_facet (&shape, 1)->b, 10 + 4 * s, 20 + 4 * s);
  g_assert_cmpfloat (shape.joint_deg, ==, 0);
  g_assert_cmpuint (qp_shape_facet_of_column (&shape, 5), ==, 0);
  g_assert_cmpuint (qp_shape_facet_of_column (&shape, 6), ==, 1);
}

/* an inner corner of a room has more than 180° behind it */
static void
test_inner_corner (void)
{
  g_auto (QpShape) shape = { 0 };

  take_shape (&shape, set (new_screen ("corner", "10", "4"), "corner_angles_deg", "270"));
  g_assert_cmpfloat (qp_shape_facet (&shape, 0)->a.y, <, 20);
  g_assert_cmpfloat (qp_shape_facet (&shape, 1)->b.y, <, 20);
}

/* 3 round columns bend a corner of 90° by 22.5° at each of 4 joints */
static void
test_rounded_corner (void)
{
  g_auto (QpShape) shape = { 0 };

  take_shape (&shape, set (set (set (new_screen ("rounded_corner", "13", "4"), "face_columns", "6 7"), "corner_columns", "3"),
                           "corner_angles_deg", "90"));
  g_assert_cmpuint (qp_shape_n_faces (&shape), ==, 2);
  g_assert_cmpuint (shape.facets->len, ==, 5);
  g_assert_cmpfloat_with_epsilon (shape.joint_deg, 22.5, NEAR);
  g_assert_cmpfloat_with_epsilon (shape.radius, 1 / (2 * sin (22.5 * G_PI / 360)), NEAR);
  g_assert_cmpuint (qp_shape_facet (&shape, 4)->columns, ==, 4);
  const QpFacet *middle = qp_shape_facet (&shape, 2);
  assert_vec (qp_vec_middle (middle->a, middle->b), 10, 20);
  g_assert_cmpfloat_with_epsilon (qp_facet_facing (middle).y, -1, NEAR);
}

static void
test_box (void)
{
  g_auto (QpShape) outside = { 0 };
  g_auto (QpShape) inside = { 0 };

  take_shape (&outside, set (set (new_screen ("faces", "12", "4"), "face_columns", "4 2 4 2"), "corner_angles_deg", "90"));
  g_assert_true (outside.closed);
  assert_vec (qp_shape_facet (&outside, 0)->a, 8, 19);
  assert_vec (qp_shape_facet (&outside, 0)->b, 12, 19);
  take_shape (&inside, set (set (new_screen ("faces", "12", "4"), "face_columns", "4 2 4 2"), "corner_angles_deg", "270"));
  g_assert_true (inside.closed);
  assert_vec (qp_shape_facet (&inside, 0)->a, 8, 21);
}

/* a U of three faces is held in the middle of the middle one */
static void
test_u (void)
{
  g_auto (QpShape) shape = { 0 };

  take_shape (&shape, set (set (new_screen ("faces", "10", "4"), "face_columns", "2 6 2"), "corner_angles_deg", "90 90"));
  g_assert_false (shape.closed);
  assert_vec (qp_shape_facet (&shape, 1)->a, 7, 20);
  assert_vec (qp_shape_facet (&shape, 2)->b, 13, 22);
}

static void
test_lying (void)
{
  g_auto (QpShape) floor = { 0 };
  g_auto (QpShape) ceiling = { 0 };

  take_shape (&floor, new_screen ("floor", "8", "4"));
  QpVec3 at = qp_shape_point (&floor, qp_shape_facet (&floor, 0), 0, 0);
  assert_vec (qp_vec3_plan (at), 6, 21);
  g_assert_cmpfloat (qp_shape_normal (&floor, qp_shape_facet (&floor, 0)).z, ==, 1);
  take_shape (&ceiling, set (new_screen ("ceiling", "8", "4"), "bottom_height_m", "9"));
  at = qp_shape_point (&ceiling, qp_shape_facet (&ceiling, 0), 0, 0);
  assert_vec (qp_vec3_plan (at), 6, 19);
  g_assert_cmpfloat (at.z, ==, 9);
  g_assert_cmpfloat (qp_shape_normal (&ceiling, qp_shape_facet (&ceiling, 0)).z, ==, -1);
}

static void
test_missing (void)
{
  g_auto (QpCells) cells = { 0 };

  qp_cells_init (&cells, 10, 5);
  g_assert_cmpuint (qp_cells_remove (&cells, "1,1 3-5,2 9-10,4-5 11,1 x 2"), ==, 3);
  g_assert_cmpuint (cells.n, ==, 50 - 1 - 3 - 4);
  g_assert_false (qp_cells_has (&cells, 0, 0));
  g_assert_true (qp_cells_has (&cells, 1, 0));
  g_assert_false (qp_cells_has (&cells, 4, 1));
  g_assert_false (qp_cells_has (&cells, 10, 0));
  g_autofree char *text = qp_cells_missing (&cells);
  g_assert_cmpstr (text, ==, "1,1 3-5,2 9-10,4 9-10,5");
}

static void
test_no_cabinet (void)
{
  g_auto (QpShape) shape = { 0 };
  QpScreen *screen = (QpScreen *) qp_node_new (QP_KIND_SCREEN, qp_id_new ());

  g_assert_false (qp_shape_init (&shape, screen, NULL));
  g_assert_cmpuint (shape.facets->len, ==, 0);
  qp_node_unref ((QpNode *) screen);
}

static const char *const shapes[] = { "flat",  "arc",     "corner", "rounded_corner", "faces", "column",      "ribbon",
                                      "floor", "ceiling", "mesh",   "zones",          "cap",   "half_ellipse" };

static void
set_number (QpScreen *screen, const char *name, double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  set (screen, name, g_ascii_formatd (text, sizeof text, "%.6f", number));
}

static QpScreen *
random_screen (guint kind)
{
  g_autofree char *columns = g_strdup_printf ("%d", g_test_rand_int_range (1, 60));
  g_autofree char *rows = g_strdup_printf ("%d", g_test_rand_int_range (1, 30));
  QpScreen *screen = new_screen (shapes[kind], columns, rows);

  set_number (screen, "facing_deg", g_test_rand_double_range (0, 360));
  set_number (screen, "arc_angle_deg", g_test_rand_double_range (-360, 360));
  set_number (screen, "corner_angles_deg", g_test_rand_double_range (20, 340));
  set_number (screen, "cap_diameter_m", g_test_rand_double_range (1, 30));
  set_number (screen, "cap_height_m", g_test_rand_double_range (1, 30));
  if (g_test_rand_bit ())
    set (screen, "face_columns", "3 5 2");
  if (g_test_rand_bit ())
    set (screen, "missing_cells", "1,1 2-4,1-2");
  return screen;
}

static double
quad_area (const QpVec3 q[4])
{
  return qp_vec3_length (qp_vec3_cross (qp_vec3_sub (q[2], q[0]), qp_vec3_sub (q[3], q[1]))) / 2;
}

/* facets follow one another without gap and hold every column once; cabinets keep their size; their areas add up to the
 * area of the shape */
static void
assert_sound (const QpShape *shape)
{
  double area = 0;
  guint column = 0;

  for (guint i = 0; i < shape->facets->len; i++)
    {
      const QpFacet *facet = qp_shape_facet (shape, i);
      g_assert_cmpuint (facet->first, ==, column);
      g_assert_cmpfloat_with_epsilon (qp_vec_distance (facet->a, facet->b), facet->columns * shape->cell_w, 1e-6);
      if (i > 0)
        g_assert_cmpfloat (qp_vec_distance (qp_shape_facet (shape, i - 1)->b, facet->a), <, 1e-6);
      column += facet->columns;
    }
  g_assert_cmpuint (column, ==, shape->cells.columns);
  for (guint c = 0; c < shape->cells.columns; c++)
    for (guint r = 0; r < shape->cells.rows; r++)
      if (qp_cells_has (&shape->cells, c, r))
        {
          QpVec3 corners[4];
          qp_shape_cell_quad (shape, c, r, corners);
          area += quad_area (corners);
        }
  g_assert_cmpfloat_with_epsilon (area, qp_shape_area (shape), 1e-6 * (1 + area));
}

static void
test_random (void)
{
  for (guint i = 0; i < 2000; i++)
    {
      g_auto (QpShape) shape = { 0 };
      take_shape (&shape, random_screen (i % G_N_ELEMENTS (shapes)));
      assert_sound (&shape);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/shape/flat", test_flat);
  g_test_add_func ("/shape/tilt", test_tilt);
  g_test_add_func ("/shape/arc", test_arc);
  g_test_add_func ("/shape/radius", test_radius);
  g_test_add_func ("/shape/full-column", test_full_column);
  g_test_add_func ("/shape/corner", test_corner);
  g_test_add_func ("/shape/inner-corner", test_inner_corner);
  g_test_add_func ("/shape/rounded-corner", test_rounded_corner);
  g_test_add_func ("/shape/box", test_box);
  g_test_add_func ("/shape/u", test_u);
  g_test_add_func ("/shape/lying", test_lying);
  g_test_add_func ("/shape/missing", test_missing);
  g_test_add_func ("/shape/no-cabinet", test_no_cabinet);
  g_test_add_func ("/shape/random", test_random);
  return g_test_run ();
}
