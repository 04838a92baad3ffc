/* test-tools.c: lists of events and what must come of them
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "interact-fixture.h"

#include "interact/qp-typed.h"

#include <string.h>

/* -- events -- */

static void
press (Fix *fix, double x, double y, QpModifiers modifiers)
{
  qp_stage_move (fix->stage, fix_px (x, y), modifiers);
  qp_stage_press (fix->stage, fix_px (x, y), QP_BUTTON_PRIMARY, 1, modifiers);
}

static void
move (Fix *fix, double x, double y, QpModifiers modifiers)
{
  qp_stage_move (fix->stage, fix_px (x, y), modifiers);
}

static void
release (Fix *fix, double x, double y, QpModifiers modifiers)
{
  qp_stage_release (fix->stage, fix_px (x, y), QP_BUTTON_PRIMARY, modifiers);
}

static void
click (Fix *fix, double x, double y, QpModifiers modifiers)
{
  press (fix, x, y, modifiers);
  release (fix, x, y, modifiers);
}

static void
drag (Fix *fix, double x0, double y0, double x1, double y1, QpModifiers modifiers)
{
  press (fix, x0, y0, modifiers);
  for (guint i = 1; i <= 8; i++)
    move (fix, x0 + (x1 - x0) * i / 8, y0 + (y1 - y0) * i / 8, modifiers);
  release (fix, x1, y1, modifiers);
}

static gboolean
key (Fix *fix, QpKey which, QpModifiers modifiers)
{
  return qp_stage_key (fix->stage, &(QpKeyEvent){ which, 0, modifiers });
}

static void
type (Fix *fix, const char *text)
{
  for (const char *at = text; *at != '\0'; at++)
    {
      const QpKeyEvent event = { *at == '\t'   ? QP_KEY_TAB
                                 : *at == '\n' ? QP_KEY_ENTER
                                 : *at == '\b' ? QP_KEY_BACKSPACE
                                               : QP_KEY_TEXT,
                                 (gunichar) *at, QP_MOD_NONE };
      qp_stage_key (fix->stage, &event);
    }
}

/* -- what is checked -- */

static void
assert_screen (const QpScreen *screen, double x, double y, gint64 columns, double facing)
{
  g_assert_cmpint (screen->x_m, ==, qp_um_from_m (x));
  g_assert_cmpint (screen->y_m, ==, qp_um_from_m (y));
  g_assert_cmpint (screen->columns, ==, columns);
  g_assert_cmpfloat_with_epsilon (screen->facing_deg, facing, 1e-9);
}

static void
assert_selected (Fix *fix, guint n, ...)
{
  va_list args;

  g_assert_cmpuint (qp_selection_length (fix->selection), ==, n);
  va_start (args, n);
  for (guint i = 0; i < n; i++)
    g_assert_true (qp_selection_has (fix->selection, fix_node (fix, va_arg (args, guint))->id));
  va_end (args);
}

static const QpDecoration *
decoration (GPtrArray *decorations, QpDecorationType of, guint skip)
{
  for (guint i = 0; i < decorations->len; i++)
    {
      const QpDecoration *one = g_ptr_array_index (decorations, i);
      if (one->type == of && skip-- == 0)
        return one;
    }
  return NULL;
}

/* two screens of 9.6 m facing down at (0, 0) and (20, 0), and a square of 60 m around all */
static void
three (Fix *fix)
{
  QpNode *nodes[] = { fix_screen ("A", 0, 0, 180, 10), fix_screen ("B", 20, 0, 180, 10), fix_square ("Square", -30, -29, 60) };

  fix_up (fix, nodes, 3);
}

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
  g_test_add_func ("/screen/draw", test_draw);
  g_test_add_func ("/screen/draw-upwards", test_draw_upwards);
  g_test_add_func ("/screen/draw-typed", test_draw_typed);
  g_test_add_func ("/screen/click-and-escape", test_draw_click_and_escape);
  g_test_add_func ("/screen/typed", test_typed);
  g_test_add_func ("/measure/clicks-and-drag", test_measure);
  g_test_add_func ("/view/pan-in-a-drag", test_pan_in_a_drag);
  g_test_add_func ("/view/space", test_space);
  g_test_add_func ("/keys/nudge", test_nudge);
  g_test_add_func ("/keys/alone", test_keyboard_alone);
  g_test_add_func ("/keys/clipboard", test_clipboard);
  g_test_add_func ("/keys/activate", test_activate);
  return g_test_run ();
}
