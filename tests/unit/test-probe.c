/* test-probe.c: standing on a plan: events in, eye and lines of sight out
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "interact-events.h"

#include "engine/qp-sight.h"

static void
assert_stands (Fix *fix, double x, double y)
{
  const QpProbe *probe = qp_stage_get_probe (fix->stage);

  g_assert_true (probe->stands);
  g_assert_cmpfloat_with_epsilon (probe->gaze.eye.x, x, 1e-9);
  g_assert_cmpfloat_with_epsilon (probe->gaze.eye.y, y, 1e-9);
}

/* a screen of 9.6 m that looks down the plan from 10 m up it, its lower edge at a height of 4 m, and a box before its
 * left */
static void
with_screen (Fix *fix)
{
  QpNode *nodes[2] = { fix_screen ("S", 0, 10, 180, 10), fix_square ("Box", -6, 2, 4) };

  fix_set (nodes[0], "bottom_height_m", qp_value_integer (qp_um_from_m (4)));
  fix_set (nodes[1], "top_height_m", qp_value_integer (qp_um_from_m (20)));
  fix_up (fix, nodes, 2);
  qp_stage_set_tool (fix->stage, QP_TOOL_PROBE);
}

static void
count (guint *n)
{
  ++*n;
}

static void
test_click_and_drag (void)
{
  Fix fix;
  guint changes = 0;

  with_screen (&fix);
  g_signal_connect_swapped (fix.stage, "probe-changed", G_CALLBACK (count), &changes);
  g_assert_false (qp_stage_get_probe (fix.stage)->stands);
  click (&fix, 3, -9, 0);
  assert_stands (&fix, 3, -9);
  g_assert_cmpuint (changes, ==, 1);
  /* it looks at the screen, which is up and a little to the left */
  g_assert_cmpfloat_with_epsilon (qp_stage_get_probe (fix.stage)->gaze.heading, 351, 2);
  press (&fix, 3, -9, 0);
  move (&fix, 5, -8, 0);
  g_assert_true (qp_stage_is_busy (fix.stage));
  assert_stands (&fix, 5, -8); /* all along */
  release (&fix, 6, -7, 0);
  assert_stands (&fix, 6, -7);
  g_assert_false (qp_stage_is_busy (fix.stage));
  /* nothing of it is in the document */
  g_assert_cmpuint (qp_document_n_undo (fix.document), ==, 0);
  /* whoever stands there stays while something else is done, and goes with the plan */
  qp_stage_set_tool (fix.stage, QP_TOOL_SELECT);
  assert_stands (&fix, 6, -7);
  qp_stage_set_plan (fix.stage, QP_ID_NONE);
  g_assert_false (qp_stage_get_probe (fix.stage)->stands);
  fix_down (&fix);
}

static void
test_turning (void)
{
  Fix fix;

  with_screen (&fix);
  click (&fix, 0, -9, 0);
  drag (&fix, 2, -9, 12, -9, QP_MOD_SHIFT);
  assert_stands (&fix, 0, -9);
  g_assert_cmpfloat_with_epsilon (qp_stage_get_probe (fix.stage)->gaze.heading, 90, 1e-9);
  click (&fix, 4, -9, 0); /* turned by hand it stays turned */
  g_assert_cmpfloat_with_epsilon (qp_stage_get_probe (fix.stage)->gaze.heading, 90, 1e-9);
  fix_down (&fix);
}

static void
test_given_up (void)
{
  Fix fix;

  with_screen (&fix);
  click (&fix, 3, -9, 0);
  press (&fix, 3, -9, 0);
  move (&fix, 8, 1, 0);
  key (&fix, QP_KEY_ESCAPE, 0);
  assert_stands (&fix, 3, -9);
  g_assert_cmpint (qp_stage_get_tool (fix.stage), ==, QP_TOOL_PROBE);
  key (&fix, QP_KEY_ESCAPE, 0);
  g_assert_false (qp_stage_get_probe (fix.stage)->stands);
  g_assert_cmpint (qp_stage_get_tool (fix.stage), ==, QP_TOOL_PROBE);
  key (&fix, QP_KEY_ESCAPE, 0);
  g_assert_cmpint (qp_stage_get_tool (fix.stage), ==, QP_TOOL_SELECT);
  fix_down (&fix);
}

static void
test_keys (void)
{
  Fix fix;

  with_screen (&fix);
  const QpVec middle = qp_stage_get_viewport (fix.stage)->center;
  g_assert_true (key (&fix, QP_KEY_ENTER, 0));
  assert_stands (&fix, middle.x, middle.y);
  key (&fix, QP_KEY_LEFT, 0);
  key (&fix, QP_KEY_UP, 0);
  key (&fix, QP_KEY_DOWN, QP_MOD_SHIFT);
  assert_stands (&fix, middle.x - 0.5, middle.y + 0.5 - 5);
  type (&fix, "1.");
  g_autoptr (GPtrArray) decorations = qp_stage_decorations (fix.stage);
  g_assert_nonnull (decoration (decorations, QP_DECORATION_ENTRY, 0));
  type (&fix, "2\n");
  g_assert_cmpfloat_with_epsilon (qp_stage_get_probe (fix.stage)->gaze.eye.z, 1.2, 1e-9);
  type (&fix, "170cm\n");
  g_assert_cmpfloat_with_epsilon (qp_stage_get_probe (fix.stage)->gaze.eye.z, 1.7, 1e-9);
  type (&fix, "9");
  key (&fix, QP_KEY_ESCAPE, 0); /* only what was typed */
  g_assert_true (qp_stage_get_probe (fix.stage)->stands);
  g_assert_nonnull (strstr (qp_stage_status (fix.stage), "1.70"));
  /* the next one is as tall */
  key (&fix, QP_KEY_ESCAPE, 0);
  click (&fix, 0, -9, 0);
  g_assert_cmpfloat_with_epsilon (qp_stage_get_probe (fix.stage)->gaze.eye.z, 1.7, 1e-9);
  fix_down (&fix);
}

/* From (0, −10) the line to the left end (−4.78, 10) meets the box, whose near side is at y = 2, at 12/20 of the way,
 * at x = −2.87; the line to the right end is clear. */
static void
test_lines_of_sight (void)
{
  Fix fix;

  with_screen (&fix);
  click (&fix, 0, -10, 0);
  g_autoptr (GPtrArray) decorations = qp_stage_decorations (fix.stage);
  const QpDecoration *left = decoration (decorations, QP_DECORATION_SIGHT, 0),
                     *rest = decoration (decorations, QP_DECORATION_SIGHT, 1),
                     *right = decoration (decorations, QP_DECORATION_SIGHT, 2),
                     *cross = decoration (decorations, QP_DECORATION_CROSS, 0);
  g_assert_nonnull (right);
  g_assert_null (decoration (decorations, QP_DECORATION_SIGHT, 3));
  g_assert_true (left->strong && right->strong && !rest->strong);
  g_assert_cmpfloat_with_epsilon (cross->a.x, -4.78 * 0.6, 0.02);
  g_assert_cmpfloat_with_epsilon (cross->a.y, 2, 0.01);
  g_assert_cmpfloat_with_epsilon (left->b.x, cross->a.x, 1e-9);
  g_assert_cmpfloat_with_epsilon (rest->b.x, -4.78, 0.02);
  g_assert_cmpfloat_with_epsilon (right->b.x, 4.78, 0.02);
  g_assert_null (decoration (decorations, QP_DECORATION_CROSS, 1));
  g_assert_cmpfloat (decoration (decorations, QP_DECORATION_EYE, 0)->depth, >=, QP_CAMERA_USUAL_DEG);
  /* behind the screen there are none */
  click (&fix, 0, 14, 0);
  g_autoptr (GPtrArray) behind = qp_stage_decorations (fix.stage);
  g_assert_null (decoration (behind, QP_DECORATION_SIGHT, 0));
  g_assert_nonnull (decoration (behind, QP_DECORATION_EYE, 0));
  fix_down (&fix);
}

/* of two walls the nearer one is told; glass, a low wall and one beyond are not */
static void
test_reach (void)
{
  g_autoptr (GArray) walls = g_array_new (FALSE, FALSE, sizeof (QpSightWall));
  const QpNode *blocker, *one = (const QpNode *) "one", *two = (const QpNode *) "two";
  const QpSightWall all[] = { { { -5, 8 }, { 5, 8 }, 0, 9, 0, one },
                              { { -5, 4 }, { 5, 4 }, 0, 9, 0, two },
                              { { -5, 2 }, { 5, 2 }, 0, 9, 0.5, one },
                              { { -5, 1 }, { 5, 1 }, 0, 1, 0, one },
                              { { -5, 12 }, { 5, 12 }, 0, 9, 0, one } };

  g_array_append_vals (walls, all, G_N_ELEMENTS (all));
  g_assert_cmpfloat_with_epsilon (qp_sight_reach (walls, qp_vec3 (0, 0, 1.6), qp_vec3 (0, 10, 3), &blocker), 0.4,
                                  1e-12);
  g_assert_true (blocker == two);
  g_assert_cmpfloat (qp_sight_reach (walls, qp_vec3 (0, 0, 1.6), qp_vec3 (0, 3, 3), &blocker), ==, 1);
  g_assert_null (blocker);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/probe/click-and-drag", test_click_and_drag);
  g_test_add_func ("/probe/turning", test_turning);
  g_test_add_func ("/probe/given-up", test_given_up);
  g_test_add_func ("/probe/keys", test_keys);
  g_test_add_func ("/probe/lines-of-sight", test_lines_of_sight);
  g_test_add_func ("/probe/reach", test_reach);
  return g_test_run ();
}
