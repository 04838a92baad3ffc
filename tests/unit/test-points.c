/* test-points.c: points of outlines put in, moved and taken out, and outlines split and joined
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "interact-events.h"

#include <string.h>

static QpNode *
fix_line (QpKind kind, const char *name, const QpPoint *metres, guint n)
{
  QpNode *node = fix_name (qp_node_new (kind, qp_id_new ()), name);
  g_autofree QpPoint *at = g_new (QpPoint, n);

  for (guint i = 0; i < n; i++)
    at[i] = (QpPoint){ metres[i].x * 1000000, metres[i].y * 1000000 };
  g_autoptr (QpPoints) points = qp_points_new (at, n);
  fix_set (node, "outline", (QpValue){ .storage = QP_STORAGE_POINTS, .points = points });
  if (kind == QP_KIND_OBSTACLE)
    fix_set (node, "closed", qp_value_integer (FALSE));
  return node;
}

/* a square from (0, 0) to (10, 10), and two walls that meet at (−20, 0) */
static void
fix_outlines (Fix *fix)
{
  const QpPoint left[] = { { -30, 0 }, { -20, 0 } }, right[] = { { -20, 0 }, { -20, 10 }, { -10, 10 } };
  QpNode *nodes[] = { fix_square ("Square", 0, 0, 10), fix_line (QP_KIND_OBSTACLE, "Wall 1", left, 2),
                      fix_line (QP_KIND_OBSTACLE, "Wall 2", right, 3) };

  fix_up (fix, nodes, 3);
}

static void
assert_outline (Fix *fix, guint index, const char *expected)
{
  const QpPoints *outline = qp_node_outline (fix_node (fix, index), NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < outline->n; i++)
    g_string_append_printf (text, "%s%g,%g", i == 0 ? "" : " ", outline->at[i].x / 1e6, outline->at[i].y / 1e6);
  g_assert_cmpstr (text->str, ==, expected);
}

static void
select_one (Fix *fix, guint index)
{
  qp_selection_set_one (fix->selection, fix_node (fix, index)->id);
}

/* -- with the pointer -- */

static void
test_drag_edge (void)
{
  Fix fix;

  fix_outlines (&fix);
  select_one (&fix, 0);
  g_autoptr (GPtrArray) decorations = qp_stage_decorations (fix.stage);
  guint n_edges = 0;
  for (guint i = 0; i < decorations->len; i++)
    n_edges += ((const QpDecoration *) g_ptr_array_index (decorations, i))->part == QP_PART_EDGE;
  g_assert_cmpuint (n_edges, ==, 4);
  drag (&fix, 5, 0, 6, -3, 0);
  assert_outline (&fix, 0, "0,0 6,-3 10,0 10,10 0,10");
  g_assert_cmpuint (qp_document_n_undo (fix.document), ==, 1);
  qp_document_undo (fix.document);
  assert_outline (&fix, 0, "0,0 10,0 10,10 0,10");
  drag (&fix, 0, 5, -2, 5, 0); /* the edge that closes it */
  assert_outline (&fix, 0, "0,0 10,0 10,10 0,10 -2,5");
  press (&fix, 5, 0, 0);
  move (&fix, 5, -4, 0);
  key (&fix, QP_KEY_ESCAPE, 0);
  release (&fix, 5, -4, 0);
  assert_outline (&fix, 0, "0,0 10,0 10,10 0,10 -2,5");
  fix_down (&fix);
}

static void
on_activate (QpStage *stage, guint *count)
{
  (*count)++;
}

static void
test_double_click (void)
{
  Fix fix;
  guint count = 0;

  fix_outlines (&fix);
  g_signal_connect (fix.stage, "activate", G_CALLBACK (on_activate), &count);
  select_one (&fix, 0);
  click (&fix, 2.5, 0.1, 0);
  qp_stage_press (fix.stage, fix_px (2.5, 0.1), QP_BUTTON_PRIMARY, 2, 0);
  release (&fix, 2.5, 0.1, 0);
  assert_outline (&fix, 0, "0,0 2.5,0 10,0 10,10 0,10");
  g_assert_cmpint (qp_selection_get_point (fix.selection), ==, 1);
  g_assert_false (qp_stage_is_busy (fix.stage));
  g_assert_cmpuint (count, ==, 0);
  qp_stage_press (fix.stage, fix_px (6, 7), QP_BUTTON_PRIMARY, 2, 0); /* its inside is about the whole */
  release (&fix, 6, 7, 0);
  g_assert_cmpuint (count, ==, 1);
  fix_down (&fix);
}

static void
test_click_point (void)
{
  Fix fix;

  fix_outlines (&fix);
  select_one (&fix, 0);
  click (&fix, 10, 10, 0);
  g_assert_cmpint (qp_selection_get_point (fix.selection), ==, 2);
  g_assert_nonnull (strstr (qp_stage_status (fix.stage), "Point 3 of 4"));
  key (&fix, QP_KEY_DELETE, 0);
  assert_outline (&fix, 0, "0,0 10,0 0,10");
  key (&fix, QP_KEY_DELETE, 0); /* a triangle stays one, and is not deleted as a whole */
  assert_outline (&fix, 0, "0,0 10,0 0,10");
  key (&fix, QP_KEY_ESCAPE, 0);
  g_assert_cmpint (qp_selection_get_point (fix.selection), ==, -1);
  assert_selected (&fix, 1, 0);
  qp_document_undo (fix.document);
  click (&fix, 0, 10, QP_MOD_CTRL); /* in one go */
  assert_outline (&fix, 0, "0,0 10,0 10,10");
  select_one (&fix, 1);
  g_assert_cmpint (qp_selection_get_point (fix.selection), ==, -1);
  fix_down (&fix);
}

/* -- with keys -- */

static void
test_keys (void)
{
  Fix fix;

  fix_outlines (&fix);
  g_assert_false (qp_stage_key (fix.stage, &(QpKeyEvent){ QP_KEY_TEXT, ']', 0 })); /* nothing selected */
  select_one (&fix, 2);
  type (&fix, "]]");
  g_assert_cmpint (qp_selection_get_point (fix.selection), ==, 1);
  key (&fix, QP_KEY_RIGHT, QP_MOD_SHIFT);
  key (&fix, QP_KEY_DOWN, 0);
  assert_outline (&fix, 2, "-20,0 -19,9.9 -10,10");
  g_assert_cmpuint (qp_document_n_undo (fix.document), ==, 1); /* one burst */
  qp_document_undo (fix.document);
  type (&fix, "+");
  assert_outline (&fix, 2, "-20,0 -20,10 -15,10 -10,10");
  g_assert_cmpint (qp_selection_get_point (fix.selection), ==, 2);
  type (&fix, "[[[[");
  g_assert_cmpint (qp_selection_get_point (fix.selection), ==, 2);
  key (&fix, QP_KEY_BACKSPACE, 0);
  assert_outline (&fix, 2, "-20,0 -20,10 -10,10");
  key (&fix, QP_KEY_ESCAPE, 0);
  key (&fix, QP_KEY_RIGHT, QP_MOD_SHIFT); /* the whole again */
  assert_outline (&fix, 2, "-19,0 -19,10 -9,10");
  fix_down (&fix);
}

/* -- commands -- */

static void
test_split_and_join (void)
{
  Fix fix;

  fix_outlines (&fix);
  select_one (&fix, 2);
  g_assert_false (qp_stage_can_outline (fix.stage, QP_OUTLINE_SPLIT)); /* where? */
  type (&fix, "]");
  g_assert_false (qp_stage_can_outline (fix.stage, QP_OUTLINE_SPLIT)); /* not at its end */
  type (&fix, "]");
  g_assert_true (qp_stage_outline (fix.stage, QP_OUTLINE_SPLIT));
  assert_outline (&fix, 2, "-20,0 -20,10");
  assert_outline (&fix, 3, "-20,10 -10,10");
  g_assert_cmpstr (qp_node_name (fix_node (&fix, 3)), ==, "Wall 3");
  assert_selected (&fix, 2, 2, 3);
  g_assert_true (qp_stage_outline (fix.stage, QP_OUTLINE_JOIN));
  assert_outline (&fix, 2, "-20,0 -20,10 -10,10");
  g_assert_cmpuint (fix_length (&fix), ==, 3);
  g_assert_cmpuint (qp_document_n_undo (fix.document), ==, 2);
  g_assert_cmpstr (qp_document_undo_label (fix.document), ==, "Join");
  fix_down (&fix);
}

static void
test_join_any_way_round (void)
{
  Fix fix;

  fix_outlines (&fix);
  select_one (&fix, 2);
  qp_selection_add (fix.selection, &fix_node (&fix, 1)->id, 1); /* before it */
  g_assert_true (qp_stage_outline (fix.stage, QP_OUTLINE_JOIN));
  assert_outline (&fix, 1, "-30,0 -20,0 -20,10 -10,10");
  qp_document_undo (fix.document);
  select_one (&fix, 1);
  qp_stage_outline (fix.stage, QP_OUTLINE_REVERSE);
  assert_outline (&fix, 1, "-20,0 -30,0");
  qp_selection_add (fix.selection, &fix_node (&fix, 2)->id, 1); /* the first one leads: its direction stays */
  g_assert_true (qp_stage_outline (fix.stage, QP_OUTLINE_JOIN));
  assert_outline (&fix, 1, "-10,10 -20,10 -20,0 -30,0");
  qp_selection_add (fix.selection, &fix_node (&fix, 0)->id, 1);
  g_assert_false (qp_stage_can_outline (fix.stage, QP_OUTLINE_JOIN)); /* with something closed */
  fix_down (&fix);
}

static void
test_close_and_open (void)
{
  Fix fix;

  fix_outlines (&fix);
  select_one (&fix, 0);
  type (&fix, "]]");
  g_assert_true (qp_stage_outline (fix.stage, QP_OUTLINE_SPLIT)); /* opened at its second point */
  assert_outline (&fix, 0, "10,0 10,10 0,10 0,0 10,0");
  g_assert_true (((const QpObstacle *) fix_node (&fix, 0))->closed == FALSE);
  g_assert_true (qp_stage_outline (fix.stage, QP_OUTLINE_JOIN)); /* its ends meet */
  assert_outline (&fix, 0, "10,0 10,10 0,10 0,0");
  g_assert_true (((const QpObstacle *) fix_node (&fix, 0))->closed == TRUE);
  g_assert_true (qp_stage_outline (fix.stage, QP_OUTLINE_CLOSE));
  g_assert_true (((const QpObstacle *) fix_node (&fix, 0))->closed == FALSE);
  g_assert_false (qp_stage_can_outline (fix.stage, QP_OUTLINE_JOIN)); /* they don't */
  select_one (&fix, 1);
  g_assert_false (qp_stage_can_outline (fix.stage, QP_OUTLINE_CLOSE)); /* two points enclose nothing */
  fix_down (&fix);
}

static void
test_reverse_path (void)
{
  const QpPoint way[] = { { 0, 0 }, { 0, 10 } };
  QpNode *path = fix_line (QP_KIND_AUDIENCE, "Path 1", way, 2);
  Fix fix;

  fix_set (path, "kind", qp_value_integer (QP_AUDIENCE_PATH));
  fix_set (path, "heading_deg", qp_value_real (0));
  fix_up (&fix, &path, 1);
  select_one (&fix, 0);
  g_assert_true (qp_stage_outline (fix.stage, QP_OUTLINE_REVERSE));
  assert_outline (&fix, 0, "0,10 0,0");
  g_assert_cmpfloat_with_epsilon (((const QpAudience *) fix_node (&fix, 0))->heading_deg, 180, 1e-9);
  g_assert_cmpuint (qp_document_n_undo (fix.document), ==, 1);
  fix_down (&fix);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/points/drag-edge", test_drag_edge);
  g_test_add_func ("/points/double-click", test_double_click);
  g_test_add_func ("/points/click", test_click_point);
  g_test_add_func ("/points/keys", test_keys);
  g_test_add_func ("/outline-commands/split-and-join", test_split_and_join);
  g_test_add_func ("/outline-commands/join-any-way-round", test_join_any_way_round);
  g_test_add_func ("/outline-commands/close-and-open", test_close_and_open);
  g_test_add_func ("/outline-commands/reverse", test_reverse_path);
  return g_test_run ();
}
