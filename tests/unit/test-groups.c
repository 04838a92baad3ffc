/* test-groups.c: objects that belong together, and layers of a plan
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "interact-events.h"

static void
squares (Fix *fix)
{
  QpNode *nodes[] = { fix_square ("A", 0, 0, 4), fix_square ("B", 10, 5, 2), fix_square ("C", 17, -3, 6) };

  fix_up (fix, nodes, 3);
}

/* -- groups -- */

static const char *
group_of (Fix *fix, guint index)
{
  const QpNode *node = fix_node (fix, index);

  return qp_node_get (node, qp_kind_field (node->kind, "group")).text;
}

static void
test_group (void)
{
  Fix fix;

  three (&fix);
  select_nodes (&fix, 1, 0u);
  g_assert_false (qp_stage_group (fix.stage));
  select_nodes (&fix, 2, 0u, 1u);
  g_assert_true (qp_stage_group (fix.stage));
  g_assert_nonnull (group_of (&fix, 0));
  g_assert_cmpstr (group_of (&fix, 0), ==, group_of (&fix, 1));
  g_assert_null (group_of (&fix, 2));
  qp_selection_clear (fix.selection);
  click (&fix, 1, 0, 0);
  assert_selected (&fix, 2, 0u, 1u);
  g_assert_true (qp_id_equal (qp_selection_get_primary (fix.selection), fix_node (&fix, 0)->id));
  click (&fix, 21, 0, QP_MOD_CTRL);
  assert_selected (&fix, 1, 0u);
  click (&fix, 38, 28, 0);
  drag (&fix, 12, -8, 28, 8, 0); /* a frame around one of them */
  assert_selected (&fix, 2, 0u, 1u);
  click (&fix, 1, 0, QP_MOD_SHIFT);
  assert_selected (&fix, 0);
  g_assert_true (qp_stage_group (fix.stage) == FALSE);
  select_nodes (&fix, 2, 0u, 1u);
  g_assert_true (qp_stage_ungroup (fix.stage));
  g_assert_null (group_of (&fix, 0));
  g_assert_false (qp_stage_ungroup (fix.stage));
  fix_down (&fix);
}

static void
test_double_click (void)
{
  Fix fix;
  guint activated = 0;

  three (&fix);
  g_signal_connect_swapped (fix.stage, "activate", G_CALLBACK (g_atomic_int_inc), &activated);
  select_nodes (&fix, 2, 0u, 1u);
  qp_stage_group (fix.stage);
  qp_selection_clear (fix.selection);
  click (&fix, 1, 0, 0);
  qp_stage_press (fix.stage, fix_px (1, 0), QP_BUTTON_PRIMARY, 2, 0);
  release (&fix, 1, 0, 0);
  assert_selected (&fix, 1, 0u);
  g_assert_cmpuint (activated, ==, 0);
  qp_stage_press (fix.stage, fix_px (1, 0), QP_BUTTON_PRIMARY, 2, 0);
  g_assert_cmpuint (activated, ==, 1);
  fix_down (&fix);
}

/* copies hang together, but not on the originals */
static void
test_copied_group (void)
{
  Fix fix;

  three (&fix);
  select_nodes (&fix, 2, 0u, 1u);
  qp_stage_group (fix.stage);
  qp_stage_duplicate (fix.stage);
  g_assert_nonnull (group_of (&fix, 3));
  g_assert_cmpstr (group_of (&fix, 3), ==, group_of (&fix, 4));
  g_assert_cmpstr (group_of (&fix, 3), !=, group_of (&fix, 0));
  g_autofree char *text = qp_stage_copy (fix.stage);
  g_assert_true (qp_stage_paste (fix.stage, text, NULL));
  g_assert_cmpstr (group_of (&fix, 5), ==, group_of (&fix, 6));
  g_assert_cmpstr (group_of (&fix, 5), !=, group_of (&fix, 3));
  select_nodes (&fix, 2, 0u, 1u);
  qp_stage_array_line (fix.stage, 2, 0, 5);
  g_assert_cmpstr (group_of (&fix, 7), ==, group_of (&fix, 8));
  g_assert_cmpstr (group_of (&fix, 9), ==, group_of (&fix, 10));
  g_assert_cmpstr (group_of (&fix, 7), !=, group_of (&fix, 9));
  select_nodes (&fix, 1, 0u); /* one alone is no group */
  qp_stage_duplicate (fix.stage);
  g_assert_null (group_of (&fix, 11));
  fix_down (&fix);
}

static void
test_align_groups (void)
{
  Fix fix;

  squares (&fix);
  select_nodes (&fix, 2, 0u, 1u);
  qp_stage_group (fix.stage);
  select_nodes (&fix, 3, 2u, 0u, 1u);
  g_assert_true (qp_stage_align (fix.stage, QP_ALIGNMENT_LEFT));
  assert_box (&fix, 0, 17, 0, 21, 4);
  assert_box (&fix, 1, 27, 5, 29, 7);
  fix_down (&fix);
}

/* -- layers -- */

static guint
n_found (Fix *fix)
{
  return qp_scene_count (qp_stage_get_scene (fix->stage), (QpBox){ -99, -99, 99, 99 }, 99);
}

static void
test_hidden_layer (void)
{
  Fix fix;

  three (&fix);
  g_assert_true (qp_stage_hide_layer (fix.stage, QP_KIND_SCREEN, TRUE));
  g_assert_true (qp_stage_layer_is_hidden (fix.stage, QP_KIND_SCREEN));
  g_assert_cmpstr (((const QpPlan *) fix_plan_node (&fix))->hidden_layers, ==, "screen");
  g_assert_cmpuint (n_found (&fix), ==, 1);
  click (&fix, 1, 0, 0);
  assert_selected (&fix, 1, 2u); /* the square, and not the screen in it */
  qp_stage_select_all (fix.stage);
  assert_selected (&fix, 1, 2u);
  g_assert_false (qp_stage_hide_layer (fix.stage, QP_KIND_SCREEN, TRUE));
  g_assert_true (qp_stage_hide_layer (fix.stage, QP_KIND_NOTE, TRUE));
  g_assert_true (qp_stage_hide_layer (fix.stage, QP_KIND_SCREEN, FALSE));
  g_assert_cmpstr (((const QpPlan *) fix_plan_node (&fix))->hidden_layers, ==, "note");
  g_assert_cmpuint (n_found (&fix), ==, 3);
  g_assert_cmpuint (qp_document_n_undo (fix.document), ==, 3);
  g_assert_cmpstr (qp_document_undo_label (fix.document), ==, "Show Layer");
  qp_document_undo (fix.document);
  g_assert_cmpuint (n_found (&fix), ==, 1);
  fix_down (&fix);
}

static void
test_locked_layer (void)
{
  Fix fix;

  three (&fix);
  select_nodes (&fix, 1, 0u);
  g_assert_true (qp_stage_lock_layer (fix.stage, QP_KIND_SCREEN, TRUE));
  g_assert_true (qp_stage_layer_is_locked (fix.stage, QP_KIND_SCREEN));
  g_assert_cmpuint (n_found (&fix), ==, 3); /* seen, and snapped to */
  g_assert_false (qp_stage_rotate (fix.stage, 90));
  g_assert_false (qp_stage_array_line (fix.stage, 2, 1, 1));
  qp_stage_delete (fix.stage);
  g_assert_cmpuint (fix_length (&fix), ==, 3);
  drag (&fix, 1, 0, 5, 5, 0);
  assert_screen (fix_screen_at (&fix, 0), 0, 0, 10, 180);
  qp_selection_clear (fix.selection);
  drag (&fix, -8, -8, 10, 8, 0);
  assert_selected (&fix, 0);
  fix_down (&fix);
}

/* the squares follow a locked screen, which stays */
static void
test_align_with_locked (void)
{
  QpNode *nodes[] = { fix_screen ("S", 10, 0, 180, 10), fix_square ("A", 0, 0, 1) };
  Fix fix;

  fix_up (&fix, nodes, 2);
  qp_stage_lock_layer (fix.stage, QP_KIND_SCREEN, TRUE);
  select_nodes (&fix, 2, 0u, 1u);
  g_assert_true (qp_stage_align (fix.stage, QP_ALIGNMENT_LEFT));
  assert_screen (fix_screen_at (&fix, 0), 10, 0, 10, 180);
  assert_box (&fix, 1, 5.2, 0, 6.2, 1);
  fix_down (&fix);
}

/* a later version may know further layers: their names stay */
static void
test_unknown_layers (void)
{
  Fix fix;
  g_auto (QpValue) names_then = qp_value_text ("screen camera note");

  three (&fix);
  g_autoptr (QpEdit) edit = qp_edit_set (fix.plan, qp_kind_field (QP_KIND_PLAN, "hidden_layers"), &names_then);
  qp_document_begin (fix.document, "Test", NULL);
  g_assert_true (qp_document_apply (fix.document, edit, NULL));
  qp_document_commit (fix.document);
  g_assert_true (qp_stage_layer_is_hidden (fix.stage, QP_KIND_NOTE));
  g_assert_true (qp_stage_hide_layer (fix.stage, QP_KIND_SCREEN, FALSE));
  g_assert_cmpstr (((const QpPlan *) fix_plan_node (&fix))->hidden_layers, ==, "camera note");
  fix_down (&fix);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/groups/align-groups", test_align_groups);
  g_test_add_func ("/groups/align-with-locked", test_align_with_locked);
  g_test_add_func ("/groups/group", test_group);
  g_test_add_func ("/groups/double-click", test_double_click);
  g_test_add_func ("/groups/copied-group", test_copied_group);
  g_test_add_func ("/layers/hidden", test_hidden_layer);
  g_test_add_func ("/layers/locked", test_locked_layer);
  g_test_add_func ("/layers/unknown", test_unknown_layers);
  return g_test_run ();
}
