/* test-shape-gaps.c: screens with columns that have no cabinet, and room for the knob that turns a screen
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "shape-fixture.h"

/* a face is parted where whole columns have no cabinet, and the places of its corners move along */
static void
test_gaps (void)
{
  g_autoptr (QpNode) flat = shaped ("flat", 8, "missing_cells", "3-4,1-5 8,2");
  g_autoptr (QpNode) holes = shaped ("flat", 8, "missing_cells", "3-4,1-4");
  g_autoptr (QpNode) none = shaped ("flat", 8, "missing_cells", "1-8,1-5");
  g_autoptr (QpNode) corner = shaped ("corner", 8, "missing_cells", "1,1-5 4-5,1-5");
  g_autofree QpItemPath *path = qp_screen_path ((const QpScreen *) flat, NULL);
  g_autofree QpItemPath *bent = qp_screen_path ((const QpScreen *) corner, NULL);
  const guint8 bent_gaps[] = { 1, 0, 1, 1, 0 };

  g_assert_null (qp_screen_path ((const QpScreen *) holes, NULL));
  g_assert_null (qp_screen_path ((const QpScreen *) none, NULL));
  g_assert_true (path->straight);
  g_assert_cmpuint (path->n, ==, 4);
  assert_near (path->at[1], -2 * W, 0);
  assert_near (path->at[2], 0, 0);
  g_assert_cmpmem (path->gaps, 3, ((guint8[]){ 0, 1, 0 }), 3);
  g_assert_cmpmem (bent->gaps, bent->n - 1, bent_gaps, sizeof bent_gaps);
  g_assert_cmpuint (bent->corners[0][0], ==, 3);
  g_assert_cmpuint (bent->corners[0][1], ==, 3);
  assert_near (bent->at[3], 0, 0);
}

/* in a gap is nothing; what is straight keeps to be used as such */
static void
test_gap_is_no_face (void)
{
  Fix fix;
  QpHit hit;

  one (&fix, shaped ("flat", 20, "missing_cells", "9-12,1-5"));
  QpScene *scene = qp_stage_get_scene (fix.stage);
  g_assert_false (qp_scene_hit (scene, qp_vec (0, 0), 0.5, 0.9, 0.1, NULL, 0, QP_ID_NONE, &hit));
  g_assert_true (qp_scene_hit (scene, qp_vec (-5, 0), 0.5, 0.9, 0.1, NULL, 0, QP_ID_NONE, &hit));
  g_assert_false (qp_item_touches (item_of (&fix), (QpBox){ -1, -1, 1, 1 }));
  g_assert_true (qp_item_touches (item_of (&fix), (QpBox){ -3, -1, 1, 1 }));
  drag_handle (&fix, QP_PART_RIGHT, 0, 12 * W, 0, 0);
  assert_screen (fix_screen_at (&fix, 0), W, 0, 22, 180);
  assert_undone (&fix, "Resize");
  fix_down (&fix);
}

/* a box that looks to the right: its knob is not under the buttons at the edge, neither of all nor of what is selected */
static void
test_fit_leaves_knob (void)
{
  const double covered = 60;

  for (guint i = 0; i < 2; i++)
    {
      Fix fix;
      one (&fix, fix_set (shaped ("faces", 12, "face_columns", "2 4 2 4"), "facing_deg", qp_value_real (90)));
      qp_stage_set_covered (fix.stage, covered, covered, covered);
      if (i == 0)
        qp_stage_fit (fix.stage);
      else
        qp_stage_fit_selection (fix.stage);
      const QpViewport *viewport = qp_stage_get_viewport (fix.stage);
      QpVec knob;
      g_assert_true (qp_item_knob (item_of (&fix), QP_TURN_HANDLE_PX / viewport->scale, &knob));
      const QpVec px = qp_viewport_to_px (viewport, knob);
      g_test_message ("knob at %.1f, %.1f, %.1f px a metre", px.x, px.y, viewport->scale);
      g_assert_cmpfloat (px.x, <, 800 - covered - 10);
      g_assert_cmpfloat (viewport->scale, >, 40);
      fix_down (&fix);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/shape-gaps/gaps", test_gaps);
  g_test_add_func ("/shape-gaps/gap-is-no-face", test_gap_is_no_face);
  g_test_add_func ("/shape-gaps/fit-leaves-knob", test_fit_leaves_knob);
  return g_test_run ();
}
