/* test-tools.c: lists of events for selecting and dragging, and keys; and what must come of them
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "interact-events.h"

#include <string.h>

/* -- select -- */

static void
test_click (void)
{
  Fix fix;

  three (&fix);
  click (&fix, 1, 0, 0);
  assert_selected (&fix, 1, 0);
  click (&fix, 21, 0, QP_MOD_SHIFT);
  assert_selected (&fix, 2, 0, 1);
  g_assert_true (qp_id_equal (qp_selection_get_primary (fix.selection), fix_node (&fix, 1)->id));
  click (&fix, 1, 0, QP_MOD_CTRL);
  assert_selected (&fix, 1, 1);
  click (&fix, 10, 15, 0); /* inside the square */
  assert_selected (&fix, 1, 2);
  click (&fix, 38, 28, 0); /* outside of everything */
  assert_selected (&fix, 0);
  g_assert_cmpuint (qp_document_n_undo (fix.document), ==, 0);
  fix_down (&fix);
}

static void
test_band (void)
{
  Fix fix;

  three (&fix);
  press (&fix, -8, -8, 0); /* inside the square, which is not dragged along */
  move (&fix, 10, 8, 0);
  g_autoptr (GPtrArray) decorations = qp_stage_decorations (fix.stage);
  const QpDecoration *band = decoration (decorations, QP_DECORATION_BAND, 0);
  g_assert_nonnull (band);
  g_assert_cmpfloat_with_epsilon (band->b.x, 10, 1e-9);
  release (&fix, 10, 8, 0);
  assert_selected (&fix, 1, 0);
  drag (&fix, 12, -8, 28, 8, QP_MOD_SHIFT);
  assert_selected (&fix, 2, 0, 1);
  drag (&fix, -35, -29.5, 35, 29.9, 0); /* cut off at the top: the square is not inside */
  assert_selected (&fix, 2, 0, 1);
  fix_down (&fix);
}

static void
test_move (void)
{
  Fix fix;

  three (&fix);
  drag (&fix, 1, 0, 1.1, 10.2, 0);
  assert_screen (fix_screen_at (&fix, 0), 0, 10, 10, 180); /* on the grid */
  g_assert_cmpuint (qp_document_n_undo (fix.document), ==, 1);
  g_assert_cmpstr (qp_document_undo_label (fix.document), ==, "Move");
  drag (&fix, 1, 10, 1.13, 15.27, QP_MOD_ALT);
  assert_screen (fix_screen_at (&fix, 0), 0.13, 15.27, 10, 180);
  g_assert_cmpuint (qp_document_n_undo (fix.document), ==, 2);
  qp_document_undo (fix.document);
  qp_document_undo (fix.document);
  assert_screen (fix_screen_at (&fix, 0), 0, 0, 10, 180);
  g_assert_false (qp_document_is_modified (fix.document));
  fix_down (&fix);
}

static void
test_move_several (void)
{
  Fix fix;

  three (&fix);
  click (&fix, 1, 0, 0);
  click (&fix, 21, 0, QP_MOD_SHIFT);
  drag (&fix, 1, 0, 4, 7, QP_MOD_ALT);
  assert_screen (fix_screen_at (&fix, 0), 3, 7, 10, 180);
  assert_screen (fix_screen_at (&fix, 1), 23, 7, 10, 180);
  drag (&fix, 4, 7, 14, 9, QP_MOD_ALT | QP_MOD_SHIFT); /* along one axis only */
  assert_selected (&fix, 2, 0, 1);
  g_assert_cmpuint (qp_document_n_undo (fix.document), <=, 2);
  fix_down (&fix);
}

static void
test_move_snaps_to_end (void)
{
  Fix fix;

  three (&fix);
  /* its right end, at 4.8, comes near the left end of the other one, at 15.2 */
  press (&fix, 1, 0, 0);
  move (&fix, 6, 0, 0);
  move (&fix, 11.2, 0.4, 0);
  g_assert_nonnull (strstr (qp_stage_status (fix.stage), "end of B"));
  release (&fix, 11.2, 0.4, 0);
  assert_screen (fix_screen_at (&fix, 0), 10.4, 0, 10, 180);
  fix_down (&fix);
}

static void
test_cancel_drag (void)
{
  Fix fix;

  three (&fix);
  press (&fix, 1, 0, 0);
  move (&fix, 5, 5, 0);
  g_assert_true (qp_document_in_transaction (fix.document));
  guint n_dragged;
  const QpId *dragged = qp_stage_dragged (fix.stage, &n_dragged);
  g_assert_cmpuint (n_dragged, ==, 1);
  g_assert_true (qp_id_equal (dragged[0], fix_node (&fix, 0)->id));
  g_assert_cmpint (fix_screen_at (&fix, 0)->y_m, !=, 0); /* live */
  g_assert_true (key (&fix, QP_KEY_ESCAPE, 0));
  assert_screen (fix_screen_at (&fix, 0), 0, 0, 10, 180);
  g_assert_false (qp_document_in_transaction (fix.document));
  g_assert_false (qp_document_is_modified (fix.document));
  g_assert_false (qp_document_can_undo (fix.document) || qp_document_can_redo (fix.document));
  qp_stage_dragged (fix.stage, &n_dragged);
  g_assert_cmpuint (n_dragged, ==, 0);
  release (&fix, 5, 5, 0); /* the button comes up later, and means nothing */
  g_assert_false (qp_document_can_undo (fix.document));
  fix_down (&fix);
}

static void
test_copy_drag (void)
{
  Fix fix;

  three (&fix);
  click (&fix, 1, 0, 0);
  drag (&fix, 1, 0, 1, -12, QP_MOD_CTRL);
  g_assert_cmpuint (fix_length (&fix), ==, 4);
  assert_screen (fix_screen_at (&fix, 0), 0, 0, 10, 180);
  assert_screen (fix_screen_at (&fix, 3), 0, -12, 10, 180);
  assert_selected (&fix, 1, 3);
  g_assert_cmpuint (qp_document_n_undo (fix.document), ==, 1);
  qp_document_undo (fix.document);
  g_assert_cmpuint (fix_length (&fix), ==, 3);
  assert_selected (&fix, 0); /* what is gone is not selected */
  fix_down (&fix);
}

static void
test_resize (void)
{
  Fix fix;

  three (&fix);
  click (&fix, 1, 0, 0);
  press (&fix, 4.8, 0, 0);
  move (&fix, 6, 0.5, 0);
  move (&fix, 7.9, 2, 0); /* 12.7 m from the other end: 13 columns of 0.96 m are nearest */
  g_assert_cmpint (fix_screen_at (&fix, 0)->columns, ==, 13);
  release (&fix, 7.9, 2, 0);
  assert_screen (fix_screen_at (&fix, 0), -4.8 + 13 * 0.96 / 2, 0, 13, 180);
  g_assert_cmpuint (qp_document_n_undo (fix.document), ==, 1);
  g_assert_cmpstr (qp_document_undo_label (fix.document), ==, "Resize");
  drag (&fix, -4.8, 0, 100, 0, 0); /* beyond the other end: one column is left, at that end */
  assert_screen (fix_screen_at (&fix, 0), -4.8 + 13 * 0.96 - 0.48, 0, 1, 180);
  fix_down (&fix);
}

static void
test_turn (void)
{
  Fix fix;

  three (&fix);
  click (&fix, 1, 0, 0);
  press (&fix, 0, -3.6, 0);
  move (&fix, 3, -3, 0);
  move (&fix, 10, 0.2, 0); /* 88.9° is within the pull of 90° */
  release (&fix, 10, 0.2, 0);
  assert_screen (fix_screen_at (&fix, 0), 0, 0, 10, 90);
  drag (&fix, 3.6, 0, 10, 0.2, QP_MOD_ALT);
  g_assert_cmpfloat_with_epsilon (fix_screen_at (&fix, 0)->facing_deg, 88.9, 1e-9);
  fix_down (&fix);
}

static void
test_reshape (void)
{
  Fix fix;

  three (&fix);
  click (&fix, 10, 15, 0);
  drag (&fix, 30, 31, 35.1, 28.2, 0);
  const QpPoints *outline = ((const QpObstacle *) fix_node (&fix, 2))->outline;
  g_assert_cmpint (outline->at[2].x, ==, 35000000);
  g_assert_cmpint (outline->at[2].y, ==, 28000000);
  g_assert_cmpint (outline->at[1].x, ==, 30000000);
  fix_down (&fix);
}

/* very many are moved in one go at the end, and shown as a box until then */
static void
test_many (void)
{
  Fix fix;
  QpNode *nodes[150];

  for (guint i = 0; i < G_N_ELEMENTS (nodes); i++)
    nodes[i] = fix_screen ("S", (i % 15) * 4.0 - 30, (i / 15) * 3.0 - 15, 180, 2);
  fix_up (&fix, nodes, G_N_ELEMENTS (nodes));
  qp_stage_select_all (fix.stage);
  g_assert_cmpuint (qp_selection_length (fix.selection), ==, 150);
  press (&fix, -30, -15, QP_MOD_ALT);
  move (&fix, -28, -14, QP_MOD_ALT);
  g_autoptr (GPtrArray) decorations = qp_stage_decorations (fix.stage);
  g_assert_nonnull (decoration (decorations, QP_DECORATION_GHOST_BOX, 0));
  g_assert_false (qp_document_is_modified (fix.document));
  release (&fix, -28, -14, QP_MOD_ALT);
  assert_screen (fix_screen_at (&fix, 0), -28, -14, 2, 180);
  assert_screen (fix_screen_at (&fix, 149), 28, 13, 2, 180);
  g_assert_cmpuint (qp_document_n_undo (fix.document), ==, 1);
  fix_down (&fix);
}

/* -- keys and commands -- */

static void
test_nudge (void)
{
  Fix fix;

  three (&fix);
  click (&fix, 1, 0, 0);
  key (&fix, QP_KEY_RIGHT, 0);
  key (&fix, QP_KEY_RIGHT, 0);
  key (&fix, QP_KEY_UP, QP_MOD_SHIFT);
  key (&fix, QP_KEY_DOWN, QP_MOD_ALT); /* one pixel */
  assert_screen (fix_screen_at (&fix, 0), 0.2, 0.9, 10, 180);
  g_assert_cmpuint (qp_document_n_undo (fix.document), ==, 1); /* one burst, one step */
  click (&fix, 21, 0, 0);
  key (&fix, QP_KEY_LEFT, 0);
  g_assert_cmpuint (qp_document_n_undo (fix.document), ==, 2); /* something else */
  qp_selection_clear (fix.selection);
  key (&fix, QP_KEY_LEFT, 0); /* nothing selected: the view moves */
  g_assert_cmpfloat (qp_stage_get_viewport (fix.stage)->center.x, <, 0);
  g_assert_cmpuint (qp_document_n_undo (fix.document), ==, 2);
  fix_down (&fix);
}

static void
test_keyboard_alone (void)
{
  Fix fix;

  fix_up (&fix, NULL, 0);
  qp_stage_add_screen (fix.stage);
  assert_screen (fix_screen_at (&fix, 0), 0, 0, 10, 180);
  qp_stage_duplicate (fix.stage);
  g_assert_cmpuint (fix_length (&fix), ==, 2);
  g_assert_cmpstr (fix_screen_at (&fix, 1)->name, ==, "Screen 2");
  assert_selected (&fix, 1, 1);
  qp_stage_turn (fix.stage, -90);
  g_assert_cmpfloat (fix_screen_at (&fix, 1)->facing_deg, ==, 90);
  g_assert_true (key (&fix, QP_KEY_ESCAPE, 0));
  assert_selected (&fix, 0);
  g_assert_true (key (&fix, QP_KEY_TAB, 0));
  assert_selected (&fix, 1, 0);
  g_assert_true (key (&fix, QP_KEY_TAB, 0));
  assert_selected (&fix, 1, 1);
  g_assert_false (key (&fix, QP_KEY_TAB, 0)); /* at the end the focus may leave */
  g_assert_true (key (&fix, QP_KEY_DELETE, 0));
  g_assert_cmpuint (fix_length (&fix), ==, 1);
  while (qp_document_can_undo (fix.document))
    qp_document_undo (fix.document);
  g_assert_false (qp_document_is_modified (fix.document));
  fix_down (&fix);
}

static void
test_clipboard (void)
{
  Fix fix;
  g_autoptr (GError) error = NULL;

  three (&fix);
  qp_stage_select_all (fix.stage);
  g_autofree char *text = qp_stage_copy (fix.stage);
  g_assert_nonnull (strstr (text, "urn:qianping:project"));
  g_assert_true (qp_stage_paste (fix.stage, text, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (fix_length (&fix), ==, 6);
  assert_selected (&fix, 3, 3, 4, 5);
  g_assert_cmpstr (fix_screen_at (&fix, 3)->name, ==, "A 2");
  assert_screen (fix_screen_at (&fix, 3), 2, -2, 10, 180); /* beside the original */
  g_assert_cmpuint (qp_document_n_undo (fix.document), ==, 1);
  g_assert_false (qp_stage_paste (fix.stage, "just words", &error));
  g_assert_nonnull (error);
  g_assert_cmpuint (fix_length (&fix), ==, 6);
  fix_down (&fix);
}

static void
on_activate (QpStage *stage, guint *count)
{
  (*count)++;
}

static void
test_activate (void)
{
  Fix fix;
  guint count = 0;

  three (&fix);
  g_signal_connect (fix.stage, "activate", G_CALLBACK (on_activate), &count);
  g_assert_false (key (&fix, QP_KEY_ENTER, 0)); /* nothing selected */
  click (&fix, 1, 0, 0);
  g_assert_true (key (&fix, QP_KEY_ENTER, 0));
  g_assert_cmpuint (count, ==, 1);
  qp_stage_press (fix.stage, fix_px (1, 0), QP_BUTTON_PRIMARY, 2, 0);
  release (&fix, 1, 0, 0);
  g_assert_cmpuint (count, ==, 2);
  assert_selected (&fix, 1, 0);
  fix_down (&fix);
}

/* a screen's tool alone, without a stage: events in, a list of edits out, and the document untouched */
static void
test_tool_alone (void)
{
  QpNode *nodes[] = { fix_screen ("A", 0, 0, 180, 10) };
  g_autoptr (QpNode) plan = fix_plan (nodes, 1);
  g_autoptr (QpScene) scene = qp_scene_new ();
  g_autoptr (QpSelection) selection = qp_selection_new ();
  g_autoptr (QpTool) tool = qp_tool_new (QP_TOOL_SELECT);
  const QpViewport viewport = { { 0, 0 }, 10, 800, 600, 1 };
  const QpToolContext context = { scene, &viewport, selection, NULL };

  qp_scene_update (scene, plan, NULL, NULL);
  const QpNode *node = qp_node_list_get (plan->children, 0);
  g_autoptr (QpReply) pressed = qp_tool_press (tool, &context, &(QpPointerEvent){ { 1, 0 }, QP_MOD_ALT, 1 });
  g_assert_cmpuint (pressed->edits->len, ==, 0);
  g_assert_cmpuint (pressed->select->len, ==, 1);
  qp_selection_set_one (selection, node->id);
  g_autoptr (QpReply) little = qp_tool_move (tool, &context, &(QpPointerEvent){ { 1.2, 0.2 }, QP_MOD_ALT, 1 });
  g_assert_cmpuint (little->edits->len, ==, 0); /* not a drag yet */
  g_autoptr (QpReply) moved = qp_tool_move (tool, &context, &(QpPointerEvent){ { 4, 2 }, QP_MOD_ALT, 1 });
  g_assert_cmpstr (moved->label, ==, "Move");
  g_assert_cmpuint (moved->edits->len, ==, 2);
  const QpEdit *x = g_ptr_array_index (moved->edits, 0);
  const QpEdit *y = g_ptr_array_index (moved->edits, 1);
  g_assert_cmpint (x->type, ==, QP_EDIT_SET);
  g_assert_true (x->field == QP_SCREEN_FIELD (x_m) && y->field == QP_SCREEN_FIELD (y_m));
  g_assert_cmpint (x->value.integer, ==, 3000000);
  g_assert_cmpint (y->value.integer, ==, 2000000);
  g_autoptr (QpReply) done = qp_tool_release (tool, &context, &(QpPointerEvent){ { 4, 2 }, QP_MOD_ALT, 1 });
  g_assert_cmpint (done->flags & QP_REPLY_COMMIT, ==, QP_REPLY_COMMIT);
  g_assert_false (qp_tool_is_busy (tool));
}

/* the whole plan is shown beside what lies over the view, and follows when more does */
static void
test_fit_clear_of_tools (void)
{
  Fix fix;
  QpNode *nodes[] = { fix_square ("Square", 0, 0, 10) };

  fix_up (&fix, nodes, 1);
  qp_stage_fit (fix.stage);
  qp_stage_set_covered (fix.stage, 150, 100, 120);
  const QpViewport *viewport = qp_stage_get_viewport (fix.stage);
  const QpBox bounds = qp_scene_bounds (qp_stage_get_scene (fix.stage));
  const QpVec low = qp_viewport_to_px (viewport, qp_vec (bounds.x0, bounds.y0));
  const QpVec high = qp_viewport_to_px (viewport, qp_vec (bounds.x1, bounds.y1));
  g_assert_cmpfloat (low.x, >, 150);
  g_assert_cmpfloat (low.y, <, 600 - 120);
  g_assert_cmpfloat (high.x, <, 800 - 100);
  g_assert_cmpfloat (high.y, >, 40);
  g_assert_cmpfloat (low.y - high.y, >, 350); /* and is no smaller than it has to be */
  fix_down (&fix);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/select/click", test_click);
  g_test_add_func ("/select/band", test_band);
  g_test_add_func ("/select/move", test_move);
  g_test_add_func ("/select/move-several", test_move_several);
  g_test_add_func ("/select/move-snaps-to-end", test_move_snaps_to_end);
  g_test_add_func ("/select/cancel", test_cancel_drag);
  g_test_add_func ("/select/copy-drag", test_copy_drag);
  g_test_add_func ("/select/resize", test_resize);
  g_test_add_func ("/select/turn", test_turn);
  g_test_add_func ("/select/reshape", test_reshape);
  g_test_add_func ("/select/many", test_many);
  g_test_add_func ("/select/alone", test_tool_alone);
  g_test_add_func ("/keys/nudge", test_nudge);
  g_test_add_func ("/keys/alone", test_keyboard_alone);
  g_test_add_func ("/keys/clipboard", test_clipboard);
  g_test_add_func ("/keys/activate", test_activate);
  g_test_add_func ("/stage/fit-clear-of-tools", test_fit_clear_of_tools);
  return g_test_run ();
}
