/* test-crop.c: what is seen of a background: drawn, reshaped, taken back
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "interact-events.h"

#include "interact/qp-crop.h"

#include <string.h>

/* a drawing of 400 × 200 units, shown at 0.1 m a unit from (−20, −10) to (20, 10) */
static QpNode *
make_background (const char *name)
{
  QpNode *node = fix_name (qp_node_new (QP_KIND_BACKGROUND, qp_id_new ()), name);

  fix_set (node, "x_m", qp_value_integer (-20000000));
  return fix_set (node, "y_m", qp_value_integer (-10000000));
}

static void
tell (Fix *fix, guint index)
{
  const QpId id = fix_node (fix, index)->id;

  qp_stage_set_background_bounds (fix->stage, id, (QpBox){ -20, -10, 20, 10 });
  qp_stage_set_background_scale (fix->stage, id, 0.1, qp_vec (400, 200));
}

static void
fix_crop (Fix *fix)
{
  QpNode *nodes[] = { make_background ("Scan"), fix_screen ("A", 0, 0, 180, 10) };

  fix_up (fix, nodes, 2);
  tell (fix, 0);
  qp_stage_set_tool (fix->stage, QP_TOOL_CROP);
}

static void
assert_crop (Fix *fix, guint index, guint n, ...)
{
  const QpPoints *crop = ((const QpBackground *) fix_node (fix, index))->crop;
  va_list args;

  g_assert_nonnull (crop);
  g_assert_cmpuint (crop->n, ==, n);
  va_start (args, n);
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpint (crop->at[i].x, ==, qp_um_from_m (va_arg (args, double)));
      g_assert_cmpint (crop->at[i].y, ==, qp_um_from_m (va_arg (args, double)));
    }
  va_end (args);
}

static void
test_rectangle (void)
{
  Fix fix;

  fix_crop (&fix);
  g_assert_nonnull (strstr (qp_stage_status (fix.stage), "Drag a rectangle"));
  /* no crop yet: the frame is the whole drawing, and it is seen as a whole */
  g_assert_true (qp_id_equal (qp_scene_uncropped (qp_stage_get_scene (fix.stage)), fix_node (&fix, 0)->id));
  g_autoptr (GPtrArray) before = qp_stage_decorations (fix.stage);
  g_assert_cmpuint (decoration (before, QP_DECORATION_FRAME, 0)->outline->n, ==, 4);
  drag (&fix, -15, -5, 10, 5, QP_MOD_ALT);
  assert_crop (&fix, 0, 4, 50.0, 50.0, 300.0, 50.0, 300.0, 150.0, 50.0, 150.0);
  g_assert_cmpuint (qp_document_n_undo (fix.document), ==, 1);
  g_assert_cmpint (qp_stage_get_tool (fix.stage), ==, QP_TOOL_CROP);
  g_assert_nonnull (strstr (qp_stage_status (fix.stage), "Delete shows all"));
  qp_document_undo (fix.document);
  g_assert_null (((const QpBackground *) fix_node (&fix, 0))->crop);
  qp_stage_set_tool (fix.stage, QP_TOOL_SELECT);
  g_assert_true (qp_id_is_none (qp_scene_uncropped (qp_stage_get_scene (fix.stage))));
  fix_down (&fix);
}

static void
test_polygon_and_keys (void)
{
  Fix fix;

  fix_crop (&fix);
  click (&fix, -15, -5, QP_MOD_ALT);
  click (&fix, 10, -5, QP_MOD_ALT);
  click (&fix, 0, 5, QP_MOD_ALT);
  key (&fix, QP_KEY_ENTER, QP_MOD_NONE);
  assert_crop (&fix, 0, 3, 50.0, 50.0, 300.0, 50.0, 200.0, 150.0);
  key (&fix, QP_KEY_DELETE, QP_MOD_NONE);
  g_assert_null (((const QpBackground *) fix_node (&fix, 0))->crop);
  g_assert_cmpuint (qp_document_n_undo (fix.document), ==, 2);
  key (&fix, QP_KEY_DELETE, QP_MOD_NONE); /* nothing more to do */
  g_assert_cmpuint (qp_document_n_undo (fix.document), ==, 2);
  /* typed, without the pointer: from x −10, y −5, 10 m to the right and 5 m up */
  qp_stage_leave (fix.stage);
  type (&fix, "-10,-5\n10\t90\n5\t0\n");
  key (&fix, QP_KEY_ENTER, QP_MOD_NONE);
  key (&fix, QP_KEY_ENTER, QP_MOD_NONE);
  assert_crop (&fix, 0, 3, 100.0, 50.0, 200.0, 50.0, 200.0, 100.0);
  fix_down (&fix);
}

/* a rectangle stays one by its handles; Ctrl moves a corner alone */
static void
test_handles (void)
{
  Fix fix;

  fix_crop (&fix);
  drag (&fix, -15, -5, 10, 5, QP_MOD_ALT);
  drag (&fix, 10, 5, 12, 7, QP_MOD_ALT);
  assert_crop (&fix, 0, 4, 50.0, 50.0, 320.0, 50.0, 320.0, 170.0, 50.0, 170.0);
  drag (&fix, -15, 1, -18, 3, QP_MOD_ALT); /* the middle of the left side */
  assert_crop (&fix, 0, 4, 20.0, 50.0, 320.0, 50.0, 320.0, 170.0, 20.0, 170.0);
  drag (&fix, -18, -5, -30, -30, QP_MOD_ALT); /* not beyond the drawing */
  assert_crop (&fix, 0, 4, 0.0, 0.0, 320.0, 0.0, 320.0, 170.0, 0.0, 170.0);
  drag (&fix, 12, 7, 8, 3, QP_MOD_ALT | QP_MOD_CTRL);
  assert_crop (&fix, 0, 4, 0.0, 0.0, 320.0, 0.0, 280.0, 130.0, 0.0, 170.0);
  drag (&fix, -20, -1.5, -18, -1.5, QP_MOD_ALT); /* a side of a polygon: one more corner */
  assert_crop (&fix, 0, 5, 0.0, 0.0, 320.0, 0.0, 280.0, 130.0, 0.0, 170.0, 20.0, 85.0);
  click (&fix, -18, -1.5, QP_MOD_ALT | QP_MOD_CTRL);
  assert_crop (&fix, 0, 4, 0.0, 0.0, 320.0, 0.0, 280.0, 130.0, 0.0, 170.0);
  g_assert_cmpuint (qp_document_n_undo (fix.document), ==, 7);
  /* Escape while a handle is held leaves all as it was */
  press (&fix, 12, -10, QP_MOD_ALT);
  move (&fix, 0, 0, QP_MOD_ALT);
  g_assert_true (qp_stage_is_busy (fix.stage));
  key (&fix, QP_KEY_ESCAPE, QP_MOD_NONE);
  release (&fix, 0, 0, QP_MOD_ALT);
  assert_crop (&fix, 0, 4, 0.0, 0.0, 320.0, 0.0, 280.0, 130.0, 0.0, 170.0);
  g_assert_cmpuint (qp_document_n_undo (fix.document), ==, 7);
  fix_down (&fix);
}

/* the frame goes with a drawing that is turned and scaled */
static void
test_turned (void)
{
  Fix fix;

  fix_crop (&fix);
  const QpId id = fix_node (&fix, 0)->id;
  g_autoptr (GPtrArray) edits = qp_edits_new ();
  const QpValue turn = qp_value_real (90), scale = qp_value_real (0.05);
  g_ptr_array_add (edits, qp_edit_set (id, QP_FIELD (QP_KIND_BACKGROUND, QpBackground, rotation_deg), &turn));
  g_ptr_array_add (edits, qp_edit_set (id, QP_FIELD (QP_KIND_BACKGROUND, QpBackground, metres_per_unit), &scale));
  qp_document_begin (fix.document, "Turn", NULL);
  g_assert_true (qp_document_apply_all (fix.document, edits, NULL));
  qp_document_commit (fix.document);
  /* a quarter clockwise about (−20, −10): to the right goes down, up goes right */
  drag (&fix, -18, -12, -15, -20, QP_MOD_ALT);
  assert_crop (&fix, 0, 4, 40.0, 40.0, 40.0, 100.0, 200.0, 100.0, 200.0, 40.0);
  fix_down (&fix);
}

/* of several backgrounds the one that is pressed on is meant, and is selected then */
static void
test_several (void)
{
  QpNode *nodes[] = { make_background ("Scan"), make_background ("Over it") };
  Fix fix;

  fix_up (&fix, nodes, 2);
  tell (&fix, 0);
  tell (&fix, 1);
  qp_stage_set_tool (fix.stage, QP_TOOL_CROP);
  g_assert_nonnull (strstr (qp_stage_status (fix.stage), "several"));
  drag (&fix, -15, -5, 10, 5, QP_MOD_ALT);
  assert_selected (&fix, 1, 1);
  assert_crop (&fix, 1, 4, 50.0, 50.0, 300.0, 50.0, 300.0, 150.0, 50.0, 150.0);
  g_assert_null (((const QpBackground *) fix_node (&fix, 0))->crop);
  select_nodes (&fix, 1, 0);
  drag (&fix, -10, -5, 10, 5, QP_MOD_ALT);
  assert_crop (&fix, 0, 4, 100.0, 50.0, 300.0, 50.0, 300.0, 150.0, 100.0, 150.0);
  fix_down (&fix);
}

/* the view of the whole plan stays as it is while one crops, or the handles would run away */
static void
test_view_stays (void)
{
  Fix fix;

  fix_crop (&fix);
  qp_stage_fit (fix.stage);
  const QpViewport before = *qp_stage_get_viewport (fix.stage);
  qp_stage_set_background_bounds (fix.stage, fix_node (&fix, 0)->id, (QpBox){ -15, -5, 10, 5 });
  g_assert_true (qp_viewport_equal (qp_stage_get_viewport (fix.stage), &before));
  qp_stage_set_tool (fix.stage, QP_TOOL_SELECT);
  qp_stage_set_background_bounds (fix.stage, fix_node (&fix, 0)->id, (QpBox){ -10, -5, 10, 5 });
  g_assert_false (qp_viewport_equal (qp_stage_get_viewport (fix.stage), &before));
  fix_down (&fix);
}

/* a frame beside the drawing has nothing in it */
static void
test_beside (void)
{
  Fix fix;

  fix_crop (&fix);
  drag (&fix, -35, 15, -25, 25, QP_MOD_ALT);
  g_assert_null (((const QpBackground *) fix_node (&fix, 0))->crop);
  qp_stage_set_tool (fix.stage, QP_TOOL_SELECT);
  QpNode *nodes[] = { fix_screen ("A", 0, 0, 180, 10) };
  fix_down (&fix);
  fix_up (&fix, nodes, 1);
  qp_stage_set_tool (fix.stage, QP_TOOL_CROP);
  g_assert_nonnull (strstr (qp_stage_status (fix.stage), "no background"));
  drag (&fix, -15, -5, 10, 5, QP_MOD_ALT);
  g_assert_cmpuint (qp_document_n_undo (fix.document), ==, 0);
  fix_down (&fix);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/crop/rectangle", test_rectangle);
  g_test_add_func ("/crop/polygon-and-keys", test_polygon_and_keys);
  g_test_add_func ("/crop/handles", test_handles);
  g_test_add_func ("/crop/turned", test_turned);
  g_test_add_func ("/crop/several", test_several);
  g_test_add_func ("/crop/view-stays", test_view_stays);
  g_test_add_func ("/crop/beside", test_beside);
  return g_test_run ();
}
