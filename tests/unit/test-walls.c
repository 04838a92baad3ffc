/* test-walls.c: screens that turn their backs to walls, and levels beneath others
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "interact-events.h"

#include <string.h>

/* 10 px a metre: 1.4 m is near enough for a wall; the cabinets here have no depth */

static QpNode *
wall (const char *name, double x0, double y0, double x1, double y1)
{
  QpNode *node = fix_name (qp_node_new (QP_KIND_OBSTACLE, qp_id_new ()), name);
  const QpPoint ends[] = { { qp_um_from_m (x0), qp_um_from_m (y0) }, { qp_um_from_m (x1), qp_um_from_m (y1) } };
  g_autoptr (QpPoints) points = qp_points_new (ends, 2);

  fix_set (node, "kind", qp_value_integer (QP_OBSTACLE_WALL));
  fix_set (node, "closed", qp_value_integer (FALSE));
  qp_node_init_value (node, qp_kind_field (QP_KIND_OBSTACLE, "outline"),
                      &(QpValue){ .storage = QP_STORAGE_POINTS, .points = points });
  return node;
}

static void
screen_and_wall (Fix *fix)
{
  /* a wall that rises to the right, 3-4-5 */
  QpNode *nodes[] = { fix_screen ("A", -20, -10, 180, 2), wall ("North wall", -20, 0, 20, 30) };

  fix_up (fix, nodes, 2);
}

/* followed while it is dragged, and back to its own angle away from the wall; one step */
static void
test_drag_to_wall (void)
{
  Fix fix;

  screen_and_wall (&fix);
  press (&fix, -20, -10, 0);
  move (&fix, -15, -5, 0);
  g_assert_cmpfloat (fix_screen_at (&fix, 0)->facing_deg, ==, 180);
  move (&fix, -8.7, 8.2, 0); /* 0.6 m below the wall */
  const QpScreen *screen = fix_screen_at (&fix, 0);
  g_assert_cmpfloat_with_epsilon (screen->facing_deg, 143.1301, 1e-9); /* to the lower right */
  /* its middle lies on the wall, to the micrometre */
  g_assert_cmpint (ABS (3 * screen->x_m - 4 * screen->y_m + 60000000), <=, 4);
  g_assert_nonnull (strstr (qp_stage_status (fix.stage), "back to North wall"));
  g_autoptr (GPtrArray) decorations = qp_stage_decorations (fix.stage);
  g_assert_nonnull (decoration (decorations, QP_DECORATION_REASON, 0));
  move (&fix, -9.3, 9.0, 0); /* now from above */
  g_assert_cmpfloat_with_epsilon (fix_screen_at (&fix, 0)->facing_deg, 323.1301, 1e-9);
  qp_stage_set_modifiers (fix.stage, QP_MOD_ALT); /* stops it */
  assert_screen (fix_screen_at (&fix, 0), -9.3, 9, 2, 180);
  qp_stage_set_modifiers (fix.stage, 0);
  move (&fix, 5, -5, 0);
  g_assert_cmpfloat (fix_screen_at (&fix, 0)->facing_deg, ==, 180);
  move (&fix, -8.7, 8.2, 0);
  release (&fix, -8.7, 8.2, 0);
  g_assert_cmpfloat_with_epsilon (fix_screen_at (&fix, 0)->facing_deg, 143.1301, 1e-9);
  g_assert_cmpuint (qp_document_n_undo (fix.document), ==, 1);
  qp_document_undo (fix.document);
  assert_screen (fix_screen_at (&fix, 0), -20, -10, 2, 180);
  fix_down (&fix);
}

/* a copy is turned, the original stays */
static void
test_copy_to_wall (void)
{
  Fix fix;

  screen_and_wall (&fix);
  click (&fix, -20, -10, 0);
  drag (&fix, -20, -10, -8.7, 8.2, QP_MOD_CTRL);
  g_assert_cmpuint (fix_length (&fix), ==, 3);
  assert_screen (fix_screen_at (&fix, 0), -20, -10, 2, 180);
  g_assert_cmpfloat_with_epsilon (fix_screen_at (&fix, 2)->facing_deg, 143.1301, 1e-9);
  g_assert_cmpuint (qp_document_n_undo (fix.document), ==, 1);
  fix_down (&fix);
}

/* trees are no walls, and several screens keep their angles */
static void
test_no_wall (void)
{
  QpNode *nodes[] = { fix_screen ("A", -20, -10, 135, 2), fix_screen ("B", -14, -10, 180, 2),
                      fix_set (wall ("Hedge", -20, 0, 20, 0), "kind", qp_value_integer (QP_OBSTACLE_TREE)),
                      wall ("Wall", -20, 20, 20, 20) };
  Fix fix;

  fix_up (&fix, nodes, 4);
  drag (&fix, -20, -10, -10, -0.9, 0);
  g_assert_cmpfloat (fix_screen_at (&fix, 0)->facing_deg, ==, 135);
  const QpId ids[] = { fix_node (&fix, 0)->id, fix_node (&fix, 1)->id };
  qp_selection_set (fix.selection, ids, 2);
  drag (&fix, -14, -10, -14, 19.2, 0);
  g_assert_cmpfloat (fix_screen_at (&fix, 0)->facing_deg, ==, 135);
  g_assert_cmpfloat (fix_screen_at (&fix, 1)->facing_deg, ==, 180);
  fix_down (&fix);
}

/* the end of the face comes to the end of the wall */
static void
test_flush (void)
{
  QpNode *nodes[] = { fix_screen ("A", -20, -10, 180, 10), wall ("Wall", -10, 20, 20, 20) };
  Fix fix;

  fix_up (&fix, nodes, 2);
  drag (&fix, -20, -10, -5.5, 19.5, 0);
  assert_screen (fix_screen_at (&fix, 0), -5.2, 20, 10, 180);
  fix_down (&fix);
}

static QpCatalogue *
deep_cabinets (void)
{
  g_autoptr (QpNode) root = qp_node_new (QP_KIND_CATALOGUE, qp_id_new ());
  g_autoptr (QpNode) cabinet = qp_node_new (QP_KIND_CABINET, qp_id_new ());
  g_auto (QpValue) key_text = qp_value_text ("deep");

  qp_node_init_value (cabinet, qp_kind_field (QP_KIND_CABINET, "key"), &key_text);
  fix_set (cabinet, "width_mm", qp_value_integer (1000000));
  fix_set (cabinet, "height_mm", qp_value_integer (1000000));
  fix_set (cabinet, "depth_mm", qp_value_integer (250000));
  g_autoptr (QpNodeList) list = qp_node_list_new (&cabinet, 1);
  qp_node_init_children (root, list);
  return qp_catalogue_new (&root, 1);
}

/* the back lies on the wall, the face its depth before it */
static void
test_depth (void)
{
  g_auto (QpValue) key_text = qp_value_text ("deep");
  QpNode *nodes[] = { qp_node_new (QP_KIND_SCREEN, qp_id_new ()), wall ("Wall", -20, 10, 20, 10) };
  g_autoptr (QpCatalogue) catalogue = deep_cabinets ();
  Fix fix;

  qp_node_init_value (nodes[0], QP_SCREEN_FIELD (cabinet), &key_text);
  fix_set (nodes[0], "columns", qp_value_integer (4));
  fix_up (&fix, nodes, 2);
  qp_stage_set_catalogue (fix.stage, catalogue);
  drag (&fix, 0, 0.1, 5, 8.9, 0); /* to 5, 8.8 */
  assert_screen (fix_screen_at (&fix, 0), 5, 9.75, 4, 180);
  drag (&fix, 5, 9.85, 5.2, 11.4, 0); /* to the other side */
  assert_screen (fix_screen_at (&fix, 0), 5.2, 10.25, 4, 0);
  fix_down (&fix);
}

/* drawn along a wall it sits on it and looks to the right of the stroke; F turns it to the other side */
static void
test_draw_on_wall (void)
{
  Fix fix;

  screen_and_wall (&fix);
  qp_stage_set_tool (fix.stage, QP_TOOL_SCREEN);
  drag (&fix, -12, 6.8, -4.3, 12.4, 0); /* a little beside the wall */
  const QpScreen *screen = fix_screen_at (&fix, 2);
  g_assert_cmpfloat_with_epsilon (screen->facing_deg, 143.1301, 1e-9);
  g_assert_cmpint (ABS (3 * screen->x_m - 4 * screen->y_m + 60000000), <=, 4);
  g_assert_cmpint (screen->columns, ==, 10);
  qp_document_undo (fix.document);
  qp_stage_set_tool (fix.stage, QP_TOOL_SCREEN);
  press (&fix, -12, 6.8, 0);
  move (&fix, -4.3, 12.4, 0);
  g_autoptr (GPtrArray) decorations = qp_stage_decorations (fix.stage);
  const QpDecoration *ghost = decoration (decorations, QP_DECORATION_GHOST_SCREEN, 0);
  g_assert_cmpfloat_with_epsilon (3 * ghost->a.x - 4 * ghost->a.y, -60, 1e-4); /* as it will lie */
  type (&fix, "f");
  release (&fix, -4.3, 12.4, 0);
  g_assert_cmpfloat_with_epsilon (fix_screen_at (&fix, 2)->facing_deg, 323.1301, 1e-9);
  qp_document_undo (fix.document);
  qp_stage_set_tool (fix.stage, QP_TOOL_SCREEN);
  drag (&fix, -12, 7, -12, -4, 0); /* away from the wall: not meant for it */
  g_assert_cmpfloat (fix_screen_at (&fix, 2)->facing_deg, ==, 270);
  fix_down (&fix);
}

static void
test_click_at_wall (void)
{
  Fix fix;

  screen_and_wall (&fix);
  qp_stage_set_tool (fix.stage, QP_TOOL_SCREEN);
  click (&fix, -4.6, 12.3, 0); /* above it */
  g_assert_cmpfloat_with_epsilon (fix_screen_at (&fix, 2)->facing_deg, 323.1301, 1e-9);
  qp_stage_set_tool (fix.stage, QP_TOOL_SCREEN);
  click (&fix, 8.6, 20.6, QP_MOD_ALT);
  assert_screen (fix_screen_at (&fix, 3), 8.6, 20.6, 10, 180);
  fix_down (&fix);
}

/* lines of a drawing are walls where they go one way */
static void
test_drawing (void)
{
  QpNode *nodes[] = { fix_screen ("A", -20, -10, 90, 2),
                      fix_name (qp_node_new (QP_KIND_BACKGROUND, qp_id_new ()), "a.dxf") };
  const QpSegment lines[]
      = { { { -20, 10 }, { 20, 10 } }, { { -20, 10.2 }, { 20, 10.2 } }, { { 10, -9 }, { 10, 12 } } };
  const QpMatrix same = { 1, 0, 0, 1, 0, 0 };
  g_autoptr (QpSegments) segments = qp_segments_new (lines, G_N_ELEMENTS (lines));
  Fix fix;

  fix_up (&fix, nodes, 2);
  qp_stage_set_background_segments (fix.stage, fix_node (&fix, 1)->id, segments, &same);
  drag (&fix, -20, -10, -10, 9.3, 0);
  assert_screen (fix_screen_at (&fix, 0), -10, 10, 2, 180);
  drag (&fix, -10, 10, 9.2, 9.1, 0); /* in the corner: which one is not clear */
  g_assert_cmpfloat (fix_screen_at (&fix, 0)->facing_deg, ==, 180);
  fix_down (&fix);
}

/* -- levels -- */

/* a second plan in the same site, with one square */
static QpId
add_level (Fix *fix)
{
  QpNode *nodes[] = { fix_square ("Core", 5.3, 5.3, 10) };
  g_autoptr (QpNode) plan = fix_plan (nodes, 1);
  const QpNode *site = qp_document_parent (fix->document, fix->plan);
  g_autoptr (QpEdit) edit = qp_edit_insert (site->id, -1, plan);

  qp_document_begin (fix->document, "Add Plan", NULL);
  g_assert_true (qp_document_apply (fix->document, edit, NULL));
  qp_document_commit (fix->document);
  return plan->id;
}

static void
count_everywhere (QpStage *stage, GArray *dirty, guint *n)
{
  *n += dirty->len > 0 && isinf (g_array_index (dirty, QpBox, dirty->len - 1).x1);
}

static void
test_levels (void)
{
  Fix fix;
  guint n_changed = 0;

  screen_and_wall (&fix);
  const QpId other = add_level (&fix);
  QpScene *scene = qp_stage_get_scene (fix.stage);
  g_signal_connect (fix.stage, "scene-changed", G_CALLBACK (count_everywhere), &n_changed);
  g_assert_cmpuint (qp_scene_ghosts (scene)->len, ==, 0);
  qp_stage_set_ghost_levels (fix.stage, TRUE);
  g_assert_true (qp_stage_get_ghost_levels (fix.stage));
  g_assert_cmpuint (qp_scene_ghosts (scene)->len, ==, 1);
  g_assert_cmpuint (n_changed, ==, 1);
  /* snapped to, but not taken hold of */
  g_auto (QpSnap) snap = { 0 };
  qp_snap_place (&snap, scene, qp_stage_get_viewport (fix.stage), &(QpSnapQuery){ .place = { 5.5, 5.1 } });
  g_assert_cmpint (snap.type, ==, QP_SNAP_END);
  g_assert_cmpstr (snap.reason, ==, "end of Core");
  click (&fix, 10, 10, 0);
  assert_selected (&fix, 0);
  g_assert_cmpuint (qp_scene_length (scene), ==, 2);
  /* the other level, seen by itself, has this one beneath */
  qp_stage_set_plan (fix.stage, other);
  g_assert_true (qp_id_equal (qp_scene_get_plan (g_ptr_array_index (qp_scene_ghosts (scene), 0))->id, fix.plan));
  qp_stage_set_ghost_levels (fix.stage, FALSE);
  g_assert_cmpuint (qp_scene_ghosts (scene)->len, ==, 0);
  fix_down (&fix);
}

/* what changes on another level is seen */
static void
test_level_changes (void)
{
  Fix fix;
  guint n_changed = 0;

  screen_and_wall (&fix);
  const QpId other = add_level (&fix);
  qp_stage_set_ghost_levels (fix.stage, TRUE);
  g_signal_connect (fix.stage, "scene-changed", G_CALLBACK (count_everywhere), &n_changed);
  const QpNode *square = qp_node_list_get (qp_document_find (fix.document, other)->children, 0);
  g_autoptr (QpEdit) edit = qp_edit_remove (square->id);
  qp_document_begin (fix.document, "Delete", NULL);
  g_assert_true (qp_document_apply (fix.document, edit, NULL));
  qp_document_commit (fix.document);
  g_assert_cmpuint (n_changed, >=, 1);
  g_assert_cmpuint (qp_scene_length (g_ptr_array_index (qp_scene_ghosts (qp_stage_get_scene (fix.stage)), 0)), ==, 0);
  fix_down (&fix);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/walls/drag", test_drag_to_wall);
  g_test_add_func ("/walls/copy", test_copy_to_wall);
  g_test_add_func ("/walls/none", test_no_wall);
  g_test_add_func ("/walls/flush", test_flush);
  g_test_add_func ("/walls/depth", test_depth);
  g_test_add_func ("/walls/draw", test_draw_on_wall);
  g_test_add_func ("/walls/click", test_click_at_wall);
  g_test_add_func ("/walls/drawing", test_drawing);
  g_test_add_func ("/levels/ghosts", test_levels);
  g_test_add_func ("/levels/changes", test_level_changes);
  return g_test_run ();
}
