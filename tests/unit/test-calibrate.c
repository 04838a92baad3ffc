/* test-calibrate.c: giving a background its scale, to the digit, and checking it
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "interact-events.h"

#include "interact/qp-calibrate.h"

#include <string.h>

/* a drawing of 400 × 200 units whose scale nobody knows, shown at 0.1 m a unit from (−20, −10) to (20, 10) */
static void
fix_background (Fix *fix)
{
  QpNode *background = fix_name (qp_node_new (QP_KIND_BACKGROUND, qp_id_new ()), "Scan");
  QpNode *nodes[] = { background, fix_screen ("A", 0, 0, 180, 10) };

  fix_set (background, "x_m", qp_value_integer (-20000000));
  fix_set (background, "y_m", qp_value_integer (-10000000));
  const QpId id = background->id;
  fix_up (fix, nodes, 2);
  qp_stage_set_background_bounds (fix->stage, id, (QpBox){ -20, -10, 20, 10 });
  qp_stage_set_background_scale (fix->stage, id, 0.1, qp_vec (400, 200));
  qp_stage_set_viewport (fix->stage, &(QpViewport){ { 0, 0 }, 10, 800, 600, 1 });
  qp_stage_set_tool (fix->stage, QP_TOOL_CALIBRATE);
}

static const QpBackground *
background (Fix *fix)
{
  return (const QpBackground *) fix_node (fix, 0);
}

static QpVec
corner (Fix *fix)
{
  return qp_vec (background (fix)->x_m / 1e6, background (fix)->y_m / 1e6);
}

static void
assert_vec (QpVec is, double x, double y)
{
  g_assert_cmpfloat_with_epsilon (is.x, x, 1e-6);
  g_assert_cmpfloat_with_epsilon (is.y, y, 1e-6);
}

static void
test_calibrate (void)
{
  Fix fix;

  fix_background (&fix);
  click (&fix, -10, -5, QP_MOD_ALT);
  move (&fix, 10.03, -5, QP_MOD_ALT); /* 200.3 units apart */
  click (&fix, 10.03, -5, QP_MOD_ALT);
  g_assert_true (qp_stage_is_busy (fix.stage));
  type (&fix, "12.5");
  g_autoptr (GPtrArray) decorations = qp_stage_decorations (fix.stage);
  g_assert_cmpstr (decoration (decorations, QP_DECORATION_ENTRY, 0)->text, ==, "12.5| m");
  g_assert_cmpuint (qp_document_n_undo (fix.document), ==, 0);
  type (&fix, "\n");
  g_assert_cmpfloat_with_epsilon (background (&fix)->metres_per_unit, 12.5 / 200.3, 1e-12);
  g_assert_cmpint (background (&fix)->scale_basis, ==, QP_SCALE_CALIBRATED);
  g_assert_cmpint (background (&fix)->calibration_length_m, ==, 12500000);
  /* the first place stays where it was: 100, 50 units from the corner */
  assert_vec (corner (&fix), -10 - 100 * 12.5 / 200.3, -5 - 50 * 12.5 / 200.3);
  const QpPoints *points = background (&fix)->calibration_points;
  g_assert_cmpint (points->at[0].x, ==, 100000000);
  g_assert_cmpint (points->at[0].y, ==, 50000000);
  g_assert_cmpint (points->at[1].x, ==, 300300000);
  /* what was drawn before keeps its metres */
  assert_screen (fix_screen_at (&fix, 1), 0, 0, 10, 180);
  g_assert_nonnull (strstr (qp_stage_status (fix.stage), "keep their metres"));
  g_assert_cmpuint (qp_document_n_undo (fix.document), ==, 1);
  qp_document_undo (fix.document);
  g_assert_true (isnan (background (&fix)->metres_per_unit));
  g_assert_null (background (&fix)->calibration_points);
  assert_vec (corner (&fix), -20, -10);
  fix_down (&fix);
}

/* the drawing does not jump: both places are seen at the same pixels as before */
static void
test_view_goes_along (void)
{
  Fix fix;

  fix_background (&fix);
  drag (&fix, -10, -5, 10, 5, QP_MOD_ALT);
  type (&fix, "250m\n");
  const QpPlacement placed = qp_placement_of (background (&fix), NAN);
  const QpVec a = qp_placement_to_plan (&placed, qp_vec (100, 50)), b = qp_placement_to_plan (&placed, qp_vec (300, 150));
  g_assert_cmpfloat_with_epsilon (qp_vec_distance (a, b), 250, 1e-5);
  assert_vec (qp_viewport_to_px (qp_stage_get_viewport (fix.stage), a), fix_px (-10, -5).x, fix_px (-10, -5).y);
  const QpVec seen = qp_viewport_to_px (qp_stage_get_viewport (fix.stage), b);
  g_assert_cmpfloat_with_epsilon (seen.x, fix_px (10, 5).x, 1e-3);
  g_assert_cmpfloat_with_epsilon (seen.y, fix_px (10, 5).y, 1e-3);
  fix_down (&fix);
}

static void
test_shift_level_and_origin (void)
{
  Fix fix;

  fix_background (&fix);
  press (&fix, -10, -5, QP_MOD_ALT);
  move (&fix, 10, -4, QP_MOD_ALT | QP_MOD_SHIFT);
  release (&fix, 10, -4, QP_MOD_ALT | QP_MOD_SHIFT);
  type (&fix, "20\n"); /* 20 m along the level line: the scale is as it was shown */
  g_assert_cmpfloat_with_epsilon (background (&fix)->metres_per_unit, 0.1, 1e-12);
  qp_document_undo (fix.document);
  qp_stage_set_tool (fix.stage, QP_TOOL_SELECT);
  qp_stage_set_tool (fix.stage, QP_TOOL_CALIBRATE);
  qp_stage_set_viewport (fix.stage, &(QpViewport){ { 0, 0 }, 10, 800, 600, 1 });

  drag (&fix, -10, -5, -7, -1, QP_MOD_ALT); /* 3 across and 4 up: 5 m shown, nearer to upright */
  type (&fix, "ro10\n");
  g_assert_cmpfloat_with_epsilon (background (&fix)->metres_per_unit, 0.2, 1e-12);
  const double turn = atan2 (3, 4) * 180 / G_PI; /* back to upright */
  g_assert_cmpfloat_with_epsilon (background (&fix)->rotation_deg, 360 - turn, 1e-9);
  const QpPlacement placed = qp_placement_of (background (&fix), NAN);
  assert_vec (qp_placement_to_plan (&placed, qp_vec (100, 50)), 0, 0);
  assert_vec (qp_placement_to_plan (&placed, qp_vec (130, 90)), 0, 10);
  g_assert_cmpuint (qp_document_n_undo (fix.document), ==, 1);
  fix_down (&fix);
}

/* a second known length checks the scale; the drawing stays as it is */
static void
test_check (void)
{
  Fix fix;
  double measured, stated;

  fix_background (&fix);
  drag (&fix, -10, -5, 10, -5, QP_MOD_ALT);
  type (&fix, "20\n");
  g_assert_false (qp_background_check (background (&fix), &measured, &stated));
  const double scale = background (&fix)->metres_per_unit;
  drag (&fix, -10, -5, -10, 7.03, QP_MOD_ALT);
  type (&fix, "12");
  g_assert_nonnull (strstr (qp_stage_status (fix.stage), "measured 12.030 m, stated 12.000 m: +0.25 %"));
  type (&fix, "\n");
  g_assert_cmpfloat (background (&fix)->metres_per_unit, ==, scale);
  g_assert_true (qp_background_check (background (&fix), &measured, &stated));
  g_assert_cmpfloat_with_epsilon (measured, 12.03, 1e-6);
  g_assert_cmpfloat_with_epsilon (stated, 12, 1e-9);
  g_assert_cmpuint (qp_document_n_undo (fix.document), ==, 2);
  drag (&fix, -10, -5, -10, 7.03, QP_MOD_ALT); /* or it sets the scale anew */
  type (&fix, "c12\n");
  g_assert_cmpfloat_with_epsilon (background (&fix)->metres_per_unit, 0.1 * 12 / 12.03, 1e-12);
  fix_down (&fix);
}

static void
test_escape_and_backspace (void)
{
  Fix fix;

  fix_background (&fix);
  drag (&fix, -10, -5, 10, -5, QP_MOD_ALT);
  type (&fix, "\n0\n"); /* no length, no scale */
  g_assert_true (qp_stage_is_busy (fix.stage));
  key (&fix, QP_KEY_ESCAPE, 0); /* the length */
  g_assert_true (qp_stage_is_busy (fix.stage));
  key (&fix, QP_KEY_BACKSPACE, 0); /* the second place */
  move (&fix, 0, -5, QP_MOD_ALT);
  click (&fix, 0, -5, QP_MOD_ALT);
  key (&fix, QP_KEY_ESCAPE, 0);
  g_assert_false (qp_stage_is_busy (fix.stage));
  g_assert_cmpint (qp_stage_get_tool (fix.stage), ==, QP_TOOL_CALIBRATE);
  g_assert_false (qp_document_is_modified (fix.document));
  fix_down (&fix);
}

static void
test_keyboard (void)
{
  Fix fix;

  fix_background (&fix);
  key (&fix, QP_KEY_ENTER, 0);
  key (&fix, QP_KEY_ENTER, 0);
  key (&fix, QP_KEY_RIGHT, QP_MOD_SHIFT); /* ten steps of 0.5 m */
  key (&fix, QP_KEY_ENTER, 0);
  type (&fix, "750cm\n");
  g_assert_cmpfloat_with_epsilon (background (&fix)->metres_per_unit, 0.1 * 7.5 / 5, 1e-12);
  assert_vec (corner (&fix), -30, -15);
  fix_down (&fix);
}

static void
test_which (void)
{
  QpNode *nodes[] = { fix_name (qp_node_new (QP_KIND_BACKGROUND, qp_id_new ()), "Below"),
                      fix_name (qp_node_new (QP_KIND_BACKGROUND, qp_id_new ()), "Above"),
                      fix_name (qp_node_new (QP_KIND_BACKGROUND, qp_id_new ()), "Hidden") };
  Fix fix;

  fix_set (nodes[2], "visible", qp_value_integer (FALSE));
  fix_up (&fix, nodes, 3);
  for (guint i = 0; i < 3; i++)
    {
      qp_stage_set_background_bounds (fix.stage, fix_node (&fix, i)->id, (QpBox){ 0, 0, 20, 10 });
      qp_stage_set_background_scale (fix.stage, fix_node (&fix, i)->id, 0.1, qp_vec (400, 200));
    }
  qp_stage_set_viewport (fix.stage, &(QpViewport){ { 0, 0 }, 10, 800, 600, 1 });
  qp_stage_set_tool (fix.stage, QP_TOOL_CALIBRATE);
  drag (&fix, 5, 5, 10, 5, QP_MOD_ALT);
  type (&fix, "10\n");
  g_assert_true (isnan (((const QpBackground *) fix_node (&fix, 0))->metres_per_unit));
  g_assert_cmpfloat_with_epsilon (((const QpBackground *) fix_node (&fix, 1))->metres_per_unit, 0.2, 1e-12);
  g_assert_true (isnan (((const QpBackground *) fix_node (&fix, 2))->metres_per_unit));
  qp_stage_set_viewport (fix.stage, &(QpViewport){ { 0, 0 }, 10, 800, 600, 1 });
  qp_selection_set_one (fix.selection, fix_node (&fix, 0)->id); /* or the one that is selected */
  drag (&fix, 5, 5, 10, 5, QP_MOD_ALT);
  type (&fix, "1\n");
  g_assert_cmpfloat_with_epsilon (((const QpBackground *) fix_node (&fix, 0))->metres_per_unit, 0.02, 1e-12);
  drag (&fix, -30, 5, -20, 5, QP_MOD_ALT);
  qp_selection_clear (fix.selection);
  qp_stage_cancel (fix.stage);
  drag (&fix, -30, 5, -20, 5, QP_MOD_ALT); /* beside them all */
  g_assert_nonnull (strstr (qp_stage_status (fix.stage), "no background"));
  type (&fix, "1\n");
  g_assert_cmpuint (qp_document_n_undo (fix.document), ==, 2);
  fix_down (&fix);
}

/* random placements and lines: the line is as long as stated and its first end where it was */
static void
test_any (void)
{
  for (guint i = 0; i < 2000; i++)
    {
      const QpPlacement before = { { g_test_rand_double_range (-1e3, 1e3), g_test_rand_double_range (-1e3, 1e3) },
                                   pow (10, g_test_rand_double_range (-4, 2)), g_test_rand_double_range (-360, 360) };
      const QpVec a = { g_test_rand_double_range (-1e3, 1e3), g_test_rand_double_range (-1e3, 1e3) };
      const QpVec b = qp_vec_add (a, qp_vec (g_test_rand_double_range (1, 100), g_test_rand_double_range (-100, 100)));
      const double metres = pow (10, g_test_rand_double_range (-1, 3));
      const QpCalibration how = (QpCalibration) g_test_rand_int_range (0, 4);
      const QpPlacement after = qp_placement_calibrated (&before, a, b, metres, how);
      const QpVec to_a = qp_placement_to_plan (&after, qp_placement_to_units (&before, a));
      const QpVec along = qp_vec_sub (qp_placement_to_plan (&after, qp_placement_to_units (&before, b)), to_a);
      g_assert_cmpfloat_with_epsilon (qp_vec_length (along), metres, 1e-6);
      const QpVec expected = (how & QP_CALIBRATION_ORIGIN) != 0 ? qp_vec (0, 0) : a;
      g_assert_cmpfloat_with_epsilon (qp_vec_distance (to_a, expected), 0, 1e-6);
      if ((how & QP_CALIBRATION_LEVEL) != 0)
        g_assert_cmpfloat_with_epsilon (fmin (fabs (along.x), fabs (along.y)), 0, 1e-6);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/calibrate/gesture", test_calibrate);
  g_test_add_func ("/calibrate/view", test_view_goes_along);
  g_test_add_func ("/calibrate/shift-level-origin", test_shift_level_and_origin);
  g_test_add_func ("/calibrate/check", test_check);
  g_test_add_func ("/calibrate/escape", test_escape_and_backspace);
  g_test_add_func ("/calibrate/keyboard", test_keyboard);
  g_test_add_func ("/calibrate/which", test_which);
  g_test_add_func ("/calibrate/any", test_any);
  return g_test_run ();
}
