/* test-dimension.c: dimension lines that follow their objects, and notes
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "interact-events.h"

#include "interact/qp-follow.h"

#include <string.h>

static const QpDimension *
dimension_at (Fix *fix, guint index)
{
  g_assert_cmpint (fix_node (fix, index)->kind, ==, QP_KIND_DIMENSION);
  return (const QpDimension *) fix_node (fix, index);
}

static void
assert_ends (const QpDimension *dimension, double x0, double y0, double x1, double y1)
{
  const QpVec a = qp_vec_from_point (dimension->outline->at[0]), b = qp_vec_from_point (dimension->outline->at[1]);

  g_assert_cmpuint (dimension->outline->n, ==, 2);
  g_assert_cmpfloat_with_epsilon (a.x, x0, 1e-6);
  g_assert_cmpfloat_with_epsilon (a.y, y0, 1e-6);
  g_assert_cmpfloat_with_epsilon (b.x, x1, 1e-6);
  g_assert_cmpfloat_with_epsilon (b.y, y1, 1e-6);
}

/* the three of the fixture, and a dimension from the right end of A to the left end of B as a fourth */
static void
fix_dimension (Fix *fix)
{
  three (fix);
  qp_stage_set_tool (fix->stage, QP_TOOL_DIMENSION);
  click (fix, 4.9, 0.1, 0);
  move (fix, 15.2, 0.1, 0);
  click (fix, 15.1, 0.1, 0);
  move (fix, 10, 3, 0);
  click (fix, 10, 3, 0);
  qp_stage_set_tool (fix->stage, QP_TOOL_SELECT);
  qp_selection_clear (fix->selection);
}

static void
test_draw (void)
{
  Fix fix;

  fix_dimension (&fix);
  g_assert_cmpuint (fix_length (&fix), ==, 4);
  const QpDimension *dimension = dimension_at (&fix, 3);
  assert_ends (dimension, 4.8, 0, 15.2, 0);
  g_assert_cmpint (dimension->offset_m, ==, 3000000);
  g_assert_true (qp_id_equal (dimension->from, fix_node (&fix, 0)->id));
  g_assert_true (qp_id_equal (dimension->to, fix_node (&fix, 1)->id));
  g_assert_cmpint (dimension->from_point, ==, 1);
  g_assert_cmpint (dimension->to_point, ==, 0);
  g_assert_cmpstr (dimension->name, ==, "Dimension 1");
  g_assert_cmpuint (qp_document_n_undo (fix.document), ==, 1);
  fix_down (&fix);
}

static void
test_typed_and_keys (void)
{
  Fix fix;

  fix_up (&fix, NULL, 0);
  qp_stage_set_tool (fix.stage, QP_TOOL_DIMENSION);
  type (&fix, "2,3\n10<90\n");
  key (&fix, QP_KEY_DOWN, 0);
  type (&fix, "1.5\n"); /* on the side to which the keys have gone */
  assert_ends (dimension_at (&fix, 0), 2, 3, 12, 3);
  g_assert_cmpint (dimension_at (&fix, 0)->offset_m, ==, -1500000);
  g_assert_true (qp_id_is_none (dimension_at (&fix, 0)->from));
  click (&fix, 0, 0, 0);
  key (&fix, QP_KEY_ESCAPE, 0);
  g_assert_false (qp_stage_is_busy (fix.stage));
  g_assert_cmpuint (fix_length (&fix), ==, 1);
  fix_down (&fix);
}

static void
test_follows_drag (void)
{
  Fix fix;

  fix_dimension (&fix);
  drag (&fix, 20, 0, 24, 5, QP_MOD_ALT);
  assert_screen (fix_screen_at (&fix, 1), 24, 5, 10, 180);
  assert_ends (dimension_at (&fix, 3), 4.8, 0, 19.2, 5);
  g_assert_cmpuint (qp_document_n_undo (fix.document), ==, 2); /* the dimension, and the drag with all it took along */
  qp_document_undo (fix.document);
  assert_ends (dimension_at (&fix, 3), 4.8, 0, 15.2, 0);
  qp_document_redo (fix.document);
  assert_ends (dimension_at (&fix, 3), 4.8, 0, 19.2, 5);
  fix_down (&fix);
}

static void
test_follows_others (void)
{
  Fix fix;

  fix_dimension (&fix);
  click (&fix, 0, 0, 0);
  key (&fix, QP_KEY_LEFT, QP_MOD_SHIFT); /* 1 m */
  assert_ends (dimension_at (&fix, 3), 3.8, 0, 15.2, 0);
  qp_stage_turn (fix.stage, 90); /* the face looks left: its right end is at the bottom */
  assert_ends (dimension_at (&fix, 3), -1, -4.8, 15.2, 0);
  /* a field typed elsewhere */
  g_autoptr (GPtrArray) edits = qp_edits_new ();
  const QpValue columns = qp_value_integer (20);
  g_ptr_array_add (edits, qp_edit_set (fix_node (&fix, 1)->id, QP_SCREEN_FIELD (columns), &columns));
  g_assert_true (qp_document_run_followed (fix.document, NULL, "Columns", NULL, edits, NULL));
  assert_ends (dimension_at (&fix, 3), -1, -4.8, 20 - 9.6, 0);
  fix_down (&fix);
}

static void
test_lets_go (void)
{
  Fix fix;

  fix_dimension (&fix);
  /* moved by itself it measures two places of the plan; a single one of the ends can be put elsewhere */
  qp_selection_set_one (fix.selection, fix_node (&fix, 3)->id);
  drag (&fix, 4.8, 0, -4.7, 0.1, 0);
  g_assert_cmpint (dimension_at (&fix, 3)->from_point, ==, 0);
  g_assert_true (qp_id_equal (dimension_at (&fix, 3)->from, fix_node (&fix, 0)->id));
  assert_ends (dimension_at (&fix, 3), -4.8, 0, 15.2, 0);
  key (&fix, QP_KEY_UP, 0);
  g_assert_true (qp_id_is_none (dimension_at (&fix, 3)->from));
  g_assert_true (qp_id_is_none (dimension_at (&fix, 3)->to));
  g_assert_cmpint (dimension_at (&fix, 3)->to_point, ==, QP_UNSET);
  qp_document_undo (fix.document);
  g_assert_true (qp_id_equal (dimension_at (&fix, 3)->from, fix_node (&fix, 0)->id));
  /* an object that is deleted is let go, and comes back */
  qp_selection_set_one (fix.selection, fix_node (&fix, 1)->id);
  qp_stage_delete (fix.stage);
  g_assert_true (qp_id_is_none (dimension_at (&fix, 2)->to));
  g_assert_false (qp_id_is_none (dimension_at (&fix, 2)->from));
  assert_ends (dimension_at (&fix, 2), -4.8, 0, 15.2, 0);
  qp_document_undo (fix.document);
  g_assert_true (qp_id_equal (dimension_at (&fix, 3)->to, fix_node (&fix, 1)->id));
  fix_down (&fix);
}

/* copied along with its objects it holds on to the copies */
static void
test_copies_together (void)
{
  Fix fix;
  const guint screens[] = { 0, 1, 3 };
  QpId ids[G_N_ELEMENTS (screens)];

  fix_dimension (&fix);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    ids[i] = fix_node (&fix, screens[i])->id;
  qp_selection_set (fix.selection, ids, G_N_ELEMENTS (ids));
  qp_stage_duplicate (fix.stage);
  g_assert_cmpuint (fix_length (&fix), ==, 7);
  const QpDimension *copy = dimension_at (&fix, 6);
  g_assert_true (qp_id_equal (copy->from, fix_node (&fix, 4)->id));
  g_assert_true (qp_id_equal (copy->to, fix_node (&fix, 5)->id));
  g_assert_cmpint (copy->from_point, ==, 1);
  g_assert_cmpint (copy->to_point, ==, 0);
  assert_ends (copy, 6.8, -2, 17.2, -2);
  qp_selection_set_one (fix.selection, fix_node (&fix, 5)->id);
  key (&fix, QP_KEY_RIGHT, 0);
  const gint64 moved = dimension_at (&fix, 6)->outline->at[1].x;
  g_assert_cmpint (moved, >, 17200000);
  assert_ends (dimension_at (&fix, 3), 4.8, 0, 15.2, 0);
  g_autofree char *text = NULL;
  qp_selection_set (fix.selection, ids, G_N_ELEMENTS (ids)); /* through the clipboard, too */
  text = qp_stage_copy (fix.stage);
  g_assert_true (qp_stage_paste (fix.stage, text, NULL));
  g_assert_true (qp_id_equal (dimension_at (&fix, 9)->from, fix_node (&fix, 7)->id));
  g_assert_true (qp_id_equal (dimension_at (&fix, 9)->to, fix_node (&fix, 8)->id));
  fix_down (&fix);
}

/* a copy is of its own */
static void
test_copies (void)
{
  Fix fix;

  fix_dimension (&fix);
  qp_selection_set_one (fix.selection, fix_node (&fix, 3)->id);
  qp_stage_duplicate (fix.stage);
  g_assert_true (qp_id_is_none (dimension_at (&fix, 4)->from));
  drag (&fix, 20, 0, 24, 5, QP_MOD_ALT);
  assert_ends (dimension_at (&fix, 4), 6.8, -2, 17.2, -2);
  fix_down (&fix);
}

/* points put in or taken out before the one that is held on to */
static void
test_points_change (void)
{
  Fix fix;
  QpNode *nodes[] = { fix_square ("Square", 0, 0, 10) };

  fix_up (&fix, nodes, 1);
  qp_stage_set_tool (fix.stage, QP_TOOL_DIMENSION);
  click (&fix, 10, 10, 0);
  click (&fix, 20, 10, 0);
  click (&fix, 15, 12, 0);
  g_assert_cmpint (dimension_at (&fix, 1)->from_point, ==, 2);
  const QpPoint five[] = { { 0, 0 }, { 5000000, -1000000 }, { 10000000, 0 }, { 10000000, 10000000 }, { 0, 10000000 } };
  g_autoptr (QpPoints) more = qp_points_new (five, 5), without = qp_points_new (five, 3);
  const QpField *field = qp_kind_field (QP_KIND_OBSTACLE, "outline");
  g_autoptr (GPtrArray) edits = qp_edits_new ();
  g_ptr_array_add (edits, qp_edit_set (fix_node (&fix, 0)->id, field,
                                       &(QpValue){ .storage = QP_STORAGE_POINTS, .points = more }));
  g_assert_true (qp_document_run_followed (fix.document, NULL, NULL, NULL, edits, NULL));
  g_assert_cmpint (dimension_at (&fix, 1)->from_point, ==, 3);
  assert_ends (dimension_at (&fix, 1), 10, 10, 20, 10);
  g_autoptr (GPtrArray) fewer = qp_edits_new ();
  g_ptr_array_add (fewer, qp_edit_set (fix_node (&fix, 0)->id, field,
                                       &(QpValue){ .storage = QP_STORAGE_POINTS, .points = without }));
  g_assert_true (qp_document_run_followed (fix.document, NULL, NULL, NULL, fewer, NULL));
  g_assert_true (qp_id_is_none (dimension_at (&fix, 1)->from)); /* its point is gone */
  assert_ends (dimension_at (&fix, 1), 10, 10, 20, 10);
  fix_down (&fix);
}

/* whatever is done, an end that holds on to something is where that is */
static void
assert_held (Fix *fix)
{
  for (guint i = 0; i < fix_length (fix); i++)
    {
      const QpDimension *dimension = (const QpDimension *) fix_node (fix, i);
      if (dimension->node.kind != QP_KIND_DIMENSION)
        continue;
      const QpId ids[] = { dimension->from, dimension->to };
      const gint64 points[] = { dimension->from_point, dimension->to_point };
      for (guint end = 0; end < 2; end++)
        {
          QpPoint place;
          if (qp_id_is_none (ids[end]))
            continue;
          g_assert_true (qp_node_point (qp_document_find (fix->document, ids[end]), NULL, points[end], &place));
          g_assert_cmpint (place.x, ==, dimension->outline->at[end].x);
          g_assert_cmpint (place.y, ==, dimension->outline->at[end].y);
        }
    }
}

static void
do_anything (Fix *fix)
{
  const QpVec from = { g_test_rand_double_range (-30, 30), g_test_rand_double_range (-29, 29) };
  const QpKey arrows[] = { QP_KEY_LEFT, QP_KEY_RIGHT, QP_KEY_UP, QP_KEY_DOWN };
  const guint n = fix_length (fix);

  if (n > 0)
    qp_selection_set_one (fix->selection, fix_node (fix, (guint) g_test_rand_int_range (0, (gint32) n))->id);
  switch (g_test_rand_int_range (0, 8))
    {
    case 0:
      drag (fix, from.x, from.y, from.x + g_test_rand_double_range (-5, 5), from.y + 3, 0);
      break;
    case 1:
      qp_stage_turn (fix->stage, g_test_rand_double_range (-90, 90));
      break;
    case 2:
      if (qp_document_can_undo (fix->document))
        qp_document_undo (fix->document);
      break;
    case 3:
      if (qp_document_can_redo (fix->document))
        qp_document_redo (fix->document);
      break;
    case 4:
      qp_stage_duplicate (fix->stage);
      break;
    case 5:
      qp_stage_select_all (fix->stage);
      key (fix, arrows[g_test_rand_int_range (0, 4)], 0);
      break;
    case 6:
      if (g_test_rand_int_range (0, 5) == 0)
        qp_stage_delete (fix->stage);
      break;
    default:
      key (fix, arrows[g_test_rand_int_range (0, 4)], QP_MOD_SHIFT);
    }
}

static void
test_any (void)
{
  for (guint round = 0; round < 8; round++)
    {
      Fix fix;
      fix_dimension (&fix);
      for (guint i = 0; i < 60; i++)
        {
          do_anything (&fix);
          assert_held (&fix);
        }
      fix_down (&fix);
    }
}

/* -- directions -- */

static void
test_directions (void)
{
  Fix fix;

  fix_up (&fix, NULL, 0);
  qp_stage_set_tool (fix.stage, QP_TOOL_RECEPTOR);
  type (&fix, "0,0\n10,0\n\n");
  const QpReceptor *windows = (const QpReceptor *) fix_node (&fix, 0);
  g_assert_cmpfloat_with_epsilon (windows->facing_deg, 180, 1e-9);
  qp_stage_set_tool (fix.stage, QP_TOOL_SELECT);
  qp_selection_set_one (fix.selection, windows->node.id);
  drag (&fix, 10, 0, 0, 10, 0); /* from the right to the top */
  g_assert_cmpfloat_with_epsilon (((const QpReceptor *) fix_node (&fix, 0))->facing_deg, 90, 1e-9);
  fix_down (&fix);
}

/* -- notes -- */

static void
on_activate (QpStage *stage, guint *count)
{
  (*count)++;
}

static void
test_note (void)
{
  Fix fix;
  guint count = 0;

  fix_up (&fix, NULL, 0);
  g_signal_connect (fix.stage, "activate", G_CALLBACK (on_activate), &count);
  qp_stage_set_tool (fix.stage, QP_TOOL_NOTE);
  click (&fix, 3.1, 4.1, 0);
  const QpNote *note = (const QpNote *) fix_node (&fix, 0);
  g_assert_cmpint (note->node.kind, ==, QP_KIND_NOTE);
  g_assert_cmpint (note->x_m, ==, 3000000);
  g_assert_cmpint (note->y_m, ==, 4000000);
  g_assert_cmpuint (count, ==, 1); /* to be written */
  assert_selected (&fix, 1, 0);
  g_assert_cmpint (qp_stage_get_tool (fix.stage), ==, QP_TOOL_SELECT);
  qp_stage_set_tool (fix.stage, QP_TOOL_NOTE);
  type (&fix, "7,-2.5\n");
  g_assert_cmpint (((const QpNote *) fix_node (&fix, 1))->y_m, ==, -2500000);
  qp_stage_set_tool (fix.stage, QP_TOOL_NOTE);
  key (&fix, QP_KEY_ENTER, 0);
  g_assert_true (qp_stage_is_busy (fix.stage));
  key (&fix, QP_KEY_ESCAPE, 0);
  g_assert_false (qp_stage_is_busy (fix.stage));
  g_assert_cmpuint (fix_length (&fix), ==, 2);
  g_assert_cmpuint (qp_document_n_undo (fix.document), ==, 2);
  fix_down (&fix);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dimension/draw", test_draw);
  g_test_add_func ("/dimension/typed", test_typed_and_keys);
  g_test_add_func ("/dimension/follows-drag", test_follows_drag);
  g_test_add_func ("/dimension/follows-others", test_follows_others);
  g_test_add_func ("/dimension/lets-go", test_lets_go);
  g_test_add_func ("/dimension/copies", test_copies);
  g_test_add_func ("/dimension/copies-together", test_copies_together);
  g_test_add_func ("/dimension/points-change", test_points_change);
  g_test_add_func ("/dimension/any", test_any);
  g_test_add_func ("/follow/directions", test_directions);
  g_test_add_func ("/note/place", test_note);
  return g_test_run ();
}
