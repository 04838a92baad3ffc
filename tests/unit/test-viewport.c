/* test-viewport.c: metres to pixels and back, zoom, fit and scale
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "interact/qp-viewport.h"

#define NEAR 1e-9

static void
assert_place (QpVec is, double x, double y)
{
  g_assert_cmpfloat_with_epsilon (is.x, x, NEAR * fmax (1, fabs (x)));
  g_assert_cmpfloat_with_epsilon (is.y, y, NEAR * fmax (1, fabs (y)));
}

static void
test_convert (void)
{
  const QpViewport viewport = { { 100, 50 }, 20, 800, 600, 1 };

  assert_place (qp_viewport_to_px (&viewport, qp_vec (100, 50)), 400, 300);
  assert_place (qp_viewport_to_px (&viewport, qp_vec (101, 52)), 420, 260); /* up on the plan is up in the view */
  assert_place (qp_viewport_to_plan (&viewport, qp_vec (0, 0)), 80, 65);
  for (int i = -5; i <= 5; i++)
    {
      const QpVec place = qp_vec (i * 1234.567, i * -77.7);
      const QpVec back = qp_viewport_to_plan (&viewport, qp_viewport_to_px (&viewport, place));
      assert_place (back, place.x, place.y);
    }
  const QpBox visible = qp_viewport_visible (&viewport);
  assert_place (qp_vec (visible.x0, visible.y0), 80, 35);
  assert_place (qp_vec (visible.x1, visible.y1), 120, 65);
}

static void
test_zoom_keeps_place (void)
{
  QpViewport viewport = { { 3, -7 }, 19, 1000, 700, 2 };
  const QpVec px = qp_vec (123, 456);
  const QpVec place = qp_viewport_to_plan (&viewport, px);

  for (int i = 0; i < 60; i++)
    {
      qp_viewport_zoom_at (&viewport, i % 3 == 0 ? 0.5 : 1.6, px);
      const QpVec there = qp_viewport_to_plan (&viewport, px);
      g_assert_cmpfloat_with_epsilon (there.x, place.x, 1e-6);
      g_assert_cmpfloat_with_epsilon (there.y, place.y, 1e-6);
    }
  qp_viewport_step_zoom (&viewport, 3, px);
  qp_viewport_step_zoom (&viewport, -3, px);
  g_assert_cmpfloat_with_epsilon (qp_viewport_to_plan (&viewport, px).x, place.x, 1e-6);
}

static void
test_limits (void)
{
  QpViewport viewport;

  qp_viewport_init (&viewport, 800, 600, 1);
  qp_viewport_zoom_at (&viewport, 1e30, qp_vec (0, 0));
  g_assert_cmpfloat (viewport.scale, ==, QP_VIEWPORT_MAX_SCALE);
  qp_viewport_zoom_at (&viewport, 1e-30, qp_vec (0, 0));
  g_assert_cmpfloat (viewport.scale, ==, QP_VIEWPORT_MIN_SCALE);
  qp_viewport_zoom_at (&viewport, NAN, qp_vec (0, 0));
  g_assert_cmpfloat (viewport.scale, ==, QP_VIEWPORT_MIN_SCALE);
  qp_viewport_resize (&viewport, -5, 0, 0);
  g_assert_cmpfloat (viewport.width, ==, 1);
  g_assert_cmpfloat (viewport.height, ==, 1);
  g_assert_cmpfloat (viewport.factor, ==, 1);
}

static void
test_fit (void)
{
  QpViewport viewport;
  const QpBox box = { 10, 20, 110, 40 };

  qp_viewport_init (&viewport, 840, 640, 1);
  qp_viewport_fit (&viewport, box, 20);
  assert_place (viewport.center, 60, 30);
  g_assert_cmpfloat_with_epsilon (viewport.scale, 8, NEAR); /* 800 px for 100 m */
  const QpViewport before = viewport;
  qp_viewport_fit (&viewport, QP_BOX_EMPTY, 20);
  g_assert_true (qp_viewport_equal (&viewport, &before));
  qp_viewport_fit (&viewport, (QpBox){ 5, 6, 5, 6 }, 20); /* a single place keeps the scale */
  assert_place (viewport.center, 5, 6);
  g_assert_cmpfloat (viewport.scale, ==, before.scale);
}

static void
test_reveal (void)
{
  QpViewport viewport = { { 0, 0 }, 10, 800, 600, 1 };

  g_assert_false (qp_viewport_reveal (&viewport, (QpBox){ -1, -1, 1, 1 }, 10));
  g_assert_true (qp_viewport_reveal (&viewport, (QpBox){ 50, 0, 52, 1 }, 10));
  const QpBox px = qp_viewport_box_to_px (&viewport, (QpBox){ 50, 0, 52, 1 });
  g_assert_cmpfloat_with_epsilon (px.x1, 790, 1e-6); /* no further than needed */
  g_assert_cmpfloat_with_epsilon (viewport.center.y, 0, NEAR);
}

static void
test_ratio (void)
{
  QpViewport viewport;

  qp_viewport_init (&viewport, 800, 600, 1);
  g_assert_cmpfloat_with_epsilon (qp_viewport_ratio (&viewport), 200, 1e-9);
  qp_viewport_set_ratio (&viewport, 500);
  /* 96 px are an inch, 25.4 mm; at 1:500 those are 12.7 m */
  g_assert_cmpfloat_with_epsilon (qp_viewport_px_in_m (&viewport, 96), 12.7, 1e-9);
  g_assert_cmpfloat_with_epsilon (qp_viewport_percent (&viewport), 0.2, 1e-9);
}

static void
test_on_pixels (void)
{
  const double factors[] = { 1, 2, 3 };

  for (guint i = 0; i < G_N_ELEMENTS (factors); i++)
    {
      const QpViewport viewport = { { 1.23456, -7.89 }, 17.3, 801, 607, factors[i] };
      const QpViewport moved = qp_viewport_on_pixels (&viewport);
      const QpVec origin = qp_viewport_to_px (&moved, qp_vec (0, 0));
      g_assert_cmpfloat_with_epsilon (origin.x * factors[i], round (origin.x * factors[i]), 1e-6);
      g_assert_cmpfloat_with_epsilon (origin.y * factors[i], round (origin.y * factors[i]), 1e-6);
      const QpVec before = qp_viewport_to_px (&viewport, qp_vec (0, 0));
      g_assert_cmpfloat (qp_vec_distance (origin, before) * factors[i], <, 0.7072);
    }
}

static void
test_headings (void)
{
  assert_place (qp_vec_from_heading (0), 0, 1);
  assert_place (qp_vec_from_heading (90), 1, 0);
  assert_place (qp_vec_from_heading (180), 0, -1);
  assert_place (qp_vec_from_heading (-90), -1, 0);
  for (double degrees = 0; degrees < 360; degrees += 7.5)
    g_assert_cmpfloat_with_epsilon (qp_heading_of (qp_vec_from_heading (degrees)), degrees, 1e-9);
  g_assert_cmpfloat (qp_heading_wrap (-1e-20), <, 360);
  g_assert_cmpfloat (qp_heading_wrap (720), ==, 0);
}

static void
test_geometry (void)
{
  const QpPoint corners[] = { { 0, 0 }, { 4000000, 0 }, { 4000000, 4000000 }, { 2000000, 1000000 }, { 0, 4000000 } };
  g_autoptr (QpPoints) points = qp_points_new (corners, G_N_ELEMENTS (corners));

  g_assert_true (qp_polygon_has (points, qp_vec (1, 1)));
  g_assert_false (qp_polygon_has (points, qp_vec (2, 2))); /* in the notch */
  g_assert_false (qp_polygon_has (points, qp_vec (5, 1)));
  g_assert_cmpfloat_with_epsilon (qp_outline_distance (points, TRUE, qp_vec (-3, 2)), 3, NEAR);
  g_assert_cmpfloat_with_epsilon (qp_outline_distance (points, FALSE, qp_vec (-3, 2)), hypot (3, 2), NEAR);
  g_assert_true (qp_segment_touches_box (qp_vec (-1, -1), qp_vec (2, 2), (QpBox){ 0, 0, 1, 1 }));
  g_assert_false (qp_segment_touches_box (qp_vec (-1, 1), qp_vec (1, 3), (QpBox){ 0, 0, 1, 1 }));
  g_assert_true (qp_segment_touches_box (qp_vec (0.5, 0.5), qp_vec (0.5, 0.5), (QpBox){ 0, 0, 1, 1 }));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/viewport/convert", test_convert);
  g_test_add_func ("/viewport/zoom-keeps-place", test_zoom_keeps_place);
  g_test_add_func ("/viewport/limits", test_limits);
  g_test_add_func ("/viewport/fit", test_fit);
  g_test_add_func ("/viewport/reveal", test_reveal);
  g_test_add_func ("/viewport/ratio", test_ratio);
  g_test_add_func ("/viewport/on-pixels", test_on_pixels);
  g_test_add_func ("/geometry/headings", test_headings);
  g_test_add_func ("/geometry/shapes", test_geometry);
  return g_test_run ();
}
