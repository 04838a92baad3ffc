/* test-draw.c: lists of events for drawing screens, measuring and moving the view; and what must come of them
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "interact-events.h"

#include "interact/qp-typed.h"

#include <string.h>

/* -- draw -- */

static void
test_draw (void)
{
  Fix fix;

  fix_up (&fix, NULL, 0);
  qp_stage_set_tool (fix.stage, QP_TOOL_SCREEN);
  press (&fix, -10, 5, 0);
  move (&fix, 0, 5, 0);
  move (&fix, 9.0, 5.3, 0); /* 19 m, nearly level: 20 columns are nearest */
  g_autoptr (GPtrArray) decorations = qp_stage_decorations (fix.stage);
  const QpDecoration *ghost = decoration (decorations, QP_DECORATION_GHOST_SCREEN, 0);
  g_assert_nonnull (ghost);
  g_assert_cmpfloat_with_epsilon (ghost->a.x, -10, 1e-9);
  g_assert_cmpfloat_with_epsilon (ghost->b.x, -10 + 19.2, 1e-9);
  const QpDecoration *label = decoration (decorations, QP_DECORATION_LABEL, 0);
  g_assert_nonnull (strstr (label->text, "20 × 11 cabinets"));
  release (&fix, 9.0, 5.3, 0);
  g_assert_cmpuint (fix_length (&fix), ==, 1);
  assert_screen (fix_screen_at (&fix, 0), -10 + 9.6, 5, 20, 180);
  g_assert_cmpint (fix_screen_at (&fix, 0)->rows, ==, 11); /* 16:9 of 19.2 m is 10.8 m, 11.25 rows */
  g_assert_cmpint (fix_screen_at (&fix, 0)->cabinet_width_mm, ==, 960000);
  g_assert_cmpstr (fix_screen_at (&fix, 0)->name, ==, "Screen 1");
  assert_selected (&fix, 1, 0);
  g_assert_cmpint (qp_stage_get_tool (fix.stage), ==, QP_TOOL_SELECT);
  g_assert_cmpuint (qp_document_n_undo (fix.document), ==, 1);
  fix_down (&fix);
}

static void
test_draw_upwards (void)
{
  Fix fix;

  fix_up (&fix, NULL, 0);
  qp_stage_set_tool (fix.stage, QP_TOOL_SCREEN);
  drag (&fix, 0, 0, 0.2, 9.7, 0);
  /* it looks to the right of the stroke */
  assert_screen (fix_screen_at (&fix, 0), 0, 4.8, 10, 90);
  qp_stage_set_tool (fix.stage, QP_TOOL_SCREEN);
  press (&fix, 10, 0, 0);
  move (&fix, 10, 5, 0);
  type (&fix, "f");
  release (&fix, 10, 9.6, 0);
  assert_screen (fix_screen_at (&fix, 1), 10, 4.8, 10, 270);
  g_assert_cmpstr (fix_screen_at (&fix, 1)->name, ==, "Screen 2");
  fix_down (&fix);
}

static void
test_draw_typed (void)
{
  Fix fix;

  fix_up (&fix, NULL, 0);
  qp_stage_set_tool (fix.stage, QP_TOOL_SCREEN);
  press (&fix, -10, 0, 0);
  move (&fix, -5, 0, 0);
  type (&fix, "19.3\b2\t10.6");
  g_autoptr (GPtrArray) decorations = qp_stage_decorations (fix.stage);
  const QpDecoration *entry = decoration (decorations, QP_DECORATION_ENTRY, 0);
  g_assert_cmpstr (entry->text, ==, "19.2 × 10.6| m");
  release (&fix, -5, 0, 0); /* waits for Enter */
  g_assert_cmpuint (fix_length (&fix), ==, 0);
  type (&fix, "\n");
  assert_screen (fix_screen_at (&fix, 0), -10 + 9.6, 0, 20, 180);
  g_assert_cmpint (fix_screen_at (&fix, 0)->rows, ==, 11);

  qp_stage_set_tool (fix.stage, QP_TOOL_SCREEN);
  press (&fix, -10, 10, 0);
  move (&fix, -5, 10, 0);
  type (&fix, "30x17\n");
  assert_screen (fix_screen_at (&fix, 1), -10 + 15 * 0.96, 10, 30, 180);
  g_assert_cmpint (fix_screen_at (&fix, 1)->rows, ==, 17);
  fix_down (&fix);
}

static void
test_draw_click_and_escape (void)
{
  Fix fix;

  fix_up (&fix, NULL, 0);
  qp_stage_set_tool (fix.stage, QP_TOOL_SCREEN);
  press (&fix, 0, 0, 0);
  move (&fix, 9, 0, 0);
  g_assert_true (key (&fix, QP_KEY_ESCAPE, 0));
  release (&fix, 9, 0, 0);
  g_assert_cmpuint (fix_length (&fix), ==, 0);
  g_assert_cmpint (qp_stage_get_tool (fix.stage), ==, QP_TOOL_SCREEN);
  click (&fix, 2.1, 3.1, 0); /* a click is the middle of a screen of the usual size */
  assert_screen (fix_screen_at (&fix, 0), 2, 3, 10, 180);
  qp_stage_set_tool (fix.stage, QP_TOOL_SCREEN);
  g_assert_true (key (&fix, QP_KEY_ESCAPE, 0)); /* nothing to give up: back to selecting */
  g_assert_cmpint (qp_stage_get_tool (fix.stage), ==, QP_TOOL_SELECT);
  fix_down (&fix);
}

static void
test_typed (void)
{
  const QpCell cell = { 500000, 1000000, 0, 0 };
  const struct
  {
    const char *text;
    gint64 columns, rows;
  } rows[] = { { "8", 16, 5 }, { "8\t3", 16, 3 }, { "8.2\t2.6", 16, 3 },     { "12x4", 12, 4 },
               { "12x", 12, 3 }, { "6.1x4", 12, 4 }, { "0.1\t0.1", 1, 1 }, { "1,5\t2", 3, 2 } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      QpTyped typed = { 0 };
      gint64 columns, n_rows;
      for (const char *at = rows[i].text; *at != '\0'; at++)
        g_assert_true (qp_typed_key (
            &typed, &(QpKeyEvent){ *at == '\t' ? QP_KEY_TAB : QP_KEY_TEXT, (gunichar) *at, QP_MOD_NONE }));
      g_assert_true (qp_typed_resolve (&typed, &cell, &columns, &n_rows));
      g_assert_cmpint (columns, ==, rows[i].columns);
      g_assert_cmpint (n_rows, ==, rows[i].rows);
    }
  QpTyped nothing = { 0 };
  gint64 unused;
  g_assert_false (qp_typed_resolve (&nothing, &cell, &unused, &unused));
  g_assert_false (qp_typed_key (&nothing, &(QpKeyEvent){ QP_KEY_TAB, 0, QP_MOD_NONE }));
  g_assert_false (qp_typed_key (&nothing, &(QpKeyEvent){ QP_KEY_TEXT, 'q', QP_MOD_NONE }));
}

/* -- measure, pan -- */

static void
test_measure (void)
{
  Fix fix;

  fix_up (&fix, NULL, 0);
  qp_stage_set_tool (fix.stage, QP_TOOL_MEASURE);
  click (&fix, 0, 0, 0);
  move (&fix, 3, 4, 0);
  g_assert_true (qp_stage_is_busy (fix.stage));
  click (&fix, 3, 4, 0);
  g_assert_false (qp_stage_is_busy (fix.stage));
  move (&fix, 20, 20, 0); /* stays */
  g_autoptr (GPtrArray) decorations = qp_stage_decorations (fix.stage);
  const QpDecoration *line = decoration (decorations, QP_DECORATION_MEASURE, 0);
  g_assert_cmpstr (line->text, ==, "5.00 m · 37°");
  drag (&fix, 0, 0, -6, 0, 0);
  g_autoptr (GPtrArray) after = qp_stage_decorations (fix.stage);
  g_assert_cmpstr (decoration (after, QP_DECORATION_MEASURE, 0)->text, ==, "6.00 m · 270°");
  g_assert_null (decoration (after, QP_DECORATION_MEASURE, 1));
  g_assert_cmpuint (qp_document_n_undo (fix.document), ==, 0);
  fix_down (&fix);
}

static void
test_pan_in_a_drag (void)
{
  Fix fix;

  fix_up (&fix, NULL, 0);
  qp_stage_set_tool (fix.stage, QP_TOOL_SCREEN);
  press (&fix, -10, 0, 0);
  move (&fix, 0, 0, 0);
  /* the middle button moves the view by 100 px; the plan goes along with the pointer */
  qp_stage_press (fix.stage, fix_px (0, 0), QP_BUTTON_MIDDLE, 1, 0);
  g_assert_cmpstr (qp_stage_cursor (fix.stage), ==, "grabbing");
  qp_stage_move (fix.stage, qp_vec (500, 300), 0);
  qp_stage_release (fix.stage, qp_vec (500, 300), QP_BUTTON_MIDDLE, 0);
  g_assert_cmpfloat_with_epsilon (qp_stage_get_viewport (fix.stage)->center.x, -10, 1e-9);
  g_assert_true (qp_stage_is_busy (fix.stage));
  /* and the wheel zooms: the same pixel is another place now, and the stroke follows */
  qp_stage_zoom_at (fix.stage, 2, qp_vec (500, 300));
  qp_stage_move (fix.stage, qp_vec (692, 300), 0);
  qp_stage_release (fix.stage, qp_vec (692, 300), QP_BUTTON_PRIMARY, 0);
  assert_screen (fix_screen_at (&fix, 0), -10 + 9.6, 0, 20, 180); /* 10 m and 9.6 m */
  fix_down (&fix);
}

static void
test_space (void)
{
  Fix fix;

  three (&fix);
  qp_stage_set_space (fix.stage, TRUE);
  drag (&fix, 1, 0, 3, 0, 0);
  qp_stage_set_space (fix.stage, FALSE);
  g_assert_cmpfloat_with_epsilon (qp_stage_get_viewport (fix.stage)->center.x, -2, 1e-9);
  g_assert_false (qp_document_is_modified (fix.document));
  assert_selected (&fix, 0);
  fix_down (&fix);
}

/* Space held in the middle of a stroke, with the button still down, takes the plan along */
static void
test_space_in_a_drag (void)
{
  Fix fix;

  fix_up (&fix, NULL, 0);
  qp_stage_set_tool (fix.stage, QP_TOOL_SCREEN);
  press (&fix, -10, 0, 0);
  move (&fix, 0, 0, 0);
  qp_stage_set_space (fix.stage, TRUE);
  qp_stage_move (fix.stage, qp_vec (500, 300), 0); /* 100 px = 10 m */
  qp_stage_set_space (fix.stage, FALSE);
  g_assert_cmpfloat_with_epsilon (qp_stage_get_viewport (fix.stage)->center.x, -10, 1e-9);
  g_assert_true (qp_stage_is_busy (fix.stage));
  qp_stage_release (fix.stage, qp_vec (500, 300), QP_BUTTON_PRIMARY, 0);
  assert_screen (fix_screen_at (&fix, 0), -10 + 4.8, 0, 10, 180); /* the stroke ends where it was: 10 m, 9.6 m in whole cabinets */
  fix_down (&fix);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/screen/draw", test_draw);
  g_test_add_func ("/screen/draw-upwards", test_draw_upwards);
  g_test_add_func ("/screen/draw-typed", test_draw_typed);
  g_test_add_func ("/screen/click-and-escape", test_draw_click_and_escape);
  g_test_add_func ("/screen/typed", test_typed);
  g_test_add_func ("/measure/clicks-and-drag", test_measure);
  g_test_add_func ("/view/pan-in-a-drag", test_pan_in_a_drag);
  g_test_add_func ("/view/space", test_space);
  g_test_add_func ("/view/space-in-a-drag", test_space_in_a_drag);
  return g_test_run ();
}
