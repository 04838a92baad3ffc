/* test-outline.c: lists of events for drawing obstacles, audiences, paths and windows; and what must come of them
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "interact-events.h"

#include "interact/qp-entry.h"
#include "interact/qp-presets.h"

#include <string.h>

static void
double_click (Fix *fix, double x, double y)
{
  click (fix, x, y, 0);
  qp_stage_press (fix->stage, fix_px (x, y), QP_BUTTON_PRIMARY, 2, 0);
  release (fix, x, y, 0);
}

/* "x,y x,y …" in metres */
static void
assert_outline (const QpPoints *outline, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_nonnull (outline);
  for (guint i = 0; i < outline->n; i++)
    g_string_append_printf (text, "%s%g,%g", i == 0 ? "" : " ", outline->at[i].x / 1e6, outline->at[i].y / 1e6);
  g_assert_cmpstr (text->str, ==, expected);
}

static const QpObstacle *
obstacle_at (Fix *fix, guint index)
{
  QpNode *node = fix_node (fix, index);

  g_assert_cmpint (node->kind, ==, QP_KIND_OBSTACLE);
  return (const QpObstacle *) node;
}

static const QpAudience *
audience_at (Fix *fix, guint index)
{
  QpNode *node = fix_node (fix, index);

  g_assert_cmpint (node->kind, ==, QP_KIND_AUDIENCE);
  return (const QpAudience *) node;
}

/* -- with the pointer -- */

static void
test_wall (void)
{
  Fix fix;

  fix_up (&fix, NULL, 0);
  qp_stage_set_tool (fix.stage, QP_TOOL_OBSTACLE_WALL);
  click (&fix, -10, 0, 0);
  move (&fix, 2, 0, 0);
  g_autoptr (GPtrArray) decorations = qp_stage_decorations (fix.stage);
  const QpDecoration *ghost = decoration (decorations, QP_DECORATION_GHOST_OUTLINE, 0);
  assert_outline (ghost->outline, "-10,0 2,0");
  g_assert_false (ghost->closed);
  g_assert_cmpstr (decoration (decorations, QP_DECORATION_LABEL, 0)->text, ==, "12.00 m · 90°");
  click (&fix, 2, 0, 0);
  click (&fix, 2, 5, 0);
  g_assert_true (g_str_has_prefix (qp_stage_status (fix.stage), "17.00 m"));
  g_assert_cmpuint (fix_length (&fix), ==, 0);
  double_click (&fix, -3, 5);
  g_assert_cmpuint (fix_length (&fix), ==, 1);
  assert_outline (obstacle_at (&fix, 0)->outline, "-10,0 2,0 2,5 -3,5");
  g_assert_false (obstacle_at (&fix, 0)->closed);
  g_assert_cmpint (obstacle_at (&fix, 0)->kind, ==, QP_OBSTACLE_WALL);
  g_assert_cmpint (obstacle_at (&fix, 0)->top_height_m, ==, QP_UNSET); /* nobody has measured it */
  g_assert_cmpstr (obstacle_at (&fix, 0)->name, ==, "Wall 1");
  assert_selected (&fix, 1, 0);
  g_assert_cmpuint (qp_document_n_undo (fix.document), ==, 1);
  g_assert_cmpstr (qp_document_undo_label (fix.document), ==, "Draw Wall");
  /* the tool stays in hand for the next wall; Escape lays it down */
  g_assert_cmpint (qp_stage_get_tool (fix.stage), ==, QP_TOOL_OBSTACLE_WALL);
  key (&fix, QP_KEY_ESCAPE, 0);
  g_assert_cmpint (qp_stage_get_tool (fix.stage), ==, QP_TOOL_SELECT);
  qp_document_undo (fix.document);
  g_assert_cmpuint (fix_length (&fix), ==, 0);
  fix_down (&fix);
}

static void
test_wall_by_dragging (void)
{
  Fix fix;

  fix_up (&fix, NULL, 0);
  qp_stage_set_tool (fix.stage, QP_TOOL_OBSTACLE_WALL);
  drag (&fix, 0, 0, 7, 0, 0);
  drag (&fix, 7, 0, 7, 4, 0); /* the press on the last point adds none */
  key (&fix, QP_KEY_ENTER, 0);
  assert_outline (obstacle_at (&fix, 0)->outline, "0,0 7,0 7,4");
  fix_down (&fix);
}

/* back at its first point a wall goes around a room; its inside stays free */
static void
test_wall_around (void)
{
  Fix fix;

  fix_up (&fix, NULL, 0);
  qp_stage_set_tool (fix.stage, QP_TOOL_OBSTACLE_WALL);
  click (&fix, 0, 0, 0);
  click (&fix, 8, 0, 0);
  click (&fix, 8, 6, 0);
  move (&fix, 0.5, 0.3, 0);
  g_assert_nonnull (strstr (qp_stage_status (fix.stage), "first point"));
  click (&fix, 0.5, 0.3, 0);
  assert_outline (obstacle_at (&fix, 0)->outline, "0,0 8,0 8,6 0,0");
  g_assert_false (obstacle_at (&fix, 0)->closed);
  fix_down (&fix);
}

static void
test_area (void)
{
  Fix fix;

  fix_up (&fix, NULL, 0);
  qp_stage_set_tool (fix.stage, QP_TOOL_OBSTACLE_AREA);
  click (&fix, 0, 0, 0);
  click (&fix, 8, 0, 0);
  key (&fix, QP_KEY_ENTER, 0); /* two points are no area: it goes on waiting */
  g_assert_true (qp_stage_is_busy (fix.stage));
  move (&fix, 8, 6, 0);
  g_assert_nonnull (strstr (qp_stage_status (fix.stage), "24.00 m around · 24.0 m²"));
  click (&fix, 8, 6, 0);
  click (&fix, 20, 20, 0);
  key (&fix, QP_KEY_BACKSPACE, 0);
  double_click (&fix, 0.1, 0.1); /* the first click ends it, the second begins nothing */
  g_assert_false (qp_stage_is_busy (fix.stage));
  assert_outline (obstacle_at (&fix, 0)->outline, "0,0 8,0 8,6");
  g_assert_true (obstacle_at (&fix, 0)->closed == TRUE);
  g_assert_cmpint (obstacle_at (&fix, 0)->kind, ==, QP_OBSTACLE_BUILDING);
  g_assert_cmpstr (obstacle_at (&fix, 0)->name, ==, "Building 1");
  fix_down (&fix);
}

static void
test_constraints (void)
{
  Fix fix;

  fix_up (&fix, NULL, 0);
  qp_stage_set_tool (fix.stage, QP_TOOL_OBSTACLE_WALL);
  click (&fix, 0, 0, 0);
  click (&fix, 10, 1.2, QP_MOD_SHIFT); /* 15° steps: level */
  click (&fix, 10.333, 7.077, QP_MOD_ALT); /* no grid */
  key (&fix, QP_KEY_ENTER, 0);
  assert_outline (obstacle_at (&fix, 0)->outline, "0,0 10,0 10.333,7.077");
  qp_stage_set_tool (fix.stage, QP_TOOL_OBSTACLE_BOX);
  drag (&fix, -20, -20, -15, -12, QP_MOD_SHIFT); /* a square */
  assert_outline (obstacle_at (&fix, 1)->outline, "-20,-20 -12,-20 -12,-12 -20,-12");
  fix_down (&fix);
}

static void
test_box (void)
{
  Fix fix;

  fix_up (&fix, NULL, 0);
  qp_stage_set_tool (fix.stage, QP_TOOL_OBSTACLE_BOX);
  press (&fix, 0, 0, 0);
  move (&fix, 12, 8, 0);
  g_autoptr (GPtrArray) decorations = qp_stage_decorations (fix.stage);
  g_assert_cmpstr (decoration (decorations, QP_DECORATION_LABEL, 0)->text, ==, "12.00 × 8.00 m");
  release (&fix, 12, 8, 0);
  assert_outline (obstacle_at (&fix, 0)->outline, "0,0 12,0 12,8 0,8");
  g_assert_true (obstacle_at (&fix, 0)->closed == TRUE);
  click (&fix, -20, 10, 0); /* or two clicks */
  move (&fix, -15, 5, 0);
  click (&fix, -15, 5, 0);
  assert_outline (obstacle_at (&fix, 1)->outline, "-20,10 -15,10 -15,5 -20,5");
  g_assert_cmpstr (obstacle_at (&fix, 1)->name, ==, "Building 2");
  press (&fix, 20, 0, 0); /* or typed, to the left and down as the pointer is */
  move (&fix, 18, -3, 0);
  type (&fix, "4.5\t250cm");
  g_autoptr (GPtrArray) typing = qp_stage_decorations (fix.stage);
  g_assert_cmpstr (decoration (typing, QP_DECORATION_ENTRY, 0)->text, ==, "4.5 m × 250cm|");
  type (&fix, "\n");
  assert_outline (obstacle_at (&fix, 2)->outline, "20,0 15.5,0 15.5,-2.5 20,-2.5");
  fix_down (&fix);
}

static void
test_audience (void)
{
  Fix fix;

  fix_up (&fix, NULL, 0);
  qp_stage_set_tool (fix.stage, QP_TOOL_AUDIENCE);
  drag (&fix, 0, 0, 10, 6, 0);
  assert_outline (audience_at (&fix, 0)->outline, "0,0 10,0 10,6 0,6");
  g_assert_cmpint (audience_at (&fix, 0)->kind, ==, QP_AUDIENCE_AREA);
  g_assert_cmpstr (audience_at (&fix, 0)->name, ==, "Audience 1");
  click (&fix, -10, 0, 0);
  click (&fix, -20, 0, 0);
  click (&fix, -20, -9, 0);
  key (&fix, QP_KEY_ENTER, 0);
  assert_outline (audience_at (&fix, 1)->outline, "-10,0 -20,0 -20,-9");
  g_assert_cmpstr (audience_at (&fix, 1)->name, ==, "Audience 2");
  fix_down (&fix);
}

static void
test_path (void)
{
  Fix fix;

  fix_up (&fix, NULL, 0);
  qp_stage_set_tool (fix.stage, QP_TOOL_PATH);
  click (&fix, 0, 0, 0);
  click (&fix, 0, 10, 0);
  click (&fix, -10, 10, 0);
  key (&fix, QP_KEY_ENTER, 0);
  g_assert_cmpint (audience_at (&fix, 0)->kind, ==, QP_AUDIENCE_PATH);
  g_assert_cmpfloat_with_epsilon (audience_at (&fix, 0)->heading_deg, 315, 1e-9); /* from end to end */
  g_assert_cmpstr (audience_at (&fix, 0)->name, ==, "Path 1");
  fix_down (&fix);
}

static const QpReceptor *
receptor_at (Fix *fix, guint index)
{
  g_assert_cmpint (fix_node (fix, index)->kind, ==, QP_KIND_RECEPTOR);
  return (const QpReceptor *) fix_node (fix, index);
}

static void
test_receptor (void)
{
  Fix fix;

  fix_up (&fix, NULL, 0);
  qp_stage_set_tool (fix.stage, QP_TOOL_RECEPTOR);
  click (&fix, 0, 0, 0);
  click (&fix, 10, 0, 0);
  key (&fix, QP_KEY_ENTER, 0);
  g_assert_cmpfloat_with_epsilon (receptor_at (&fix, 0)->facing_deg, 180, 1e-9); /* to the right of the line */
  g_assert_cmpstr (receptor_at (&fix, 0)->name, ==, "Windows 1");
  click (&fix, 0, 5, 0);
  click (&fix, 10, 5, 0);
  type (&fix, "f\n");
  g_assert_cmpfloat_with_epsilon (receptor_at (&fix, 1)->facing_deg, 0, 1e-9);
  click (&fix, 20, 5, 0); /* a single window: nobody knows where it looks */
  key (&fix, QP_KEY_ENTER, 0);
  assert_outline (receptor_at (&fix, 2)->outline, "20,5");
  g_assert_true (isnan (receptor_at (&fix, 2)->facing_deg));
  fix_down (&fix);
}

static void
test_escape (void)
{
  Fix fix;

  fix_up (&fix, NULL, 0);
  qp_stage_set_tool (fix.stage, QP_TOOL_OBSTACLE_AREA);
  click (&fix, 0, 0, 0);
  click (&fix, 8, 0, 0);
  type (&fix, "12");
  key (&fix, QP_KEY_ESCAPE, 0); /* what is typed goes first */
  g_assert_true (qp_stage_is_busy (fix.stage));
  g_autoptr (GPtrArray) decorations = qp_stage_decorations (fix.stage);
  g_assert_null (decoration (decorations, QP_DECORATION_ENTRY, 0));
  key (&fix, QP_KEY_ESCAPE, 0); /* then the outline */
  g_assert_false (qp_stage_is_busy (fix.stage));
  g_assert_cmpint (qp_stage_get_tool (fix.stage), ==, QP_TOOL_OBSTACLE_AREA);
  key (&fix, QP_KEY_ESCAPE, 0); /* then the tool */
  g_assert_cmpint (qp_stage_get_tool (fix.stage), ==, QP_TOOL_SELECT);
  g_assert_cmpuint (qp_document_n_undo (fix.document), ==, 0);
  fix_down (&fix);
}

static void
test_backspace (void)
{
  Fix fix;

  fix_up (&fix, NULL, 0);
  qp_stage_set_tool (fix.stage, QP_TOOL_OBSTACLE_WALL);
  click (&fix, 0, 0, 0);
  click (&fix, 8, 0, 0);
  key (&fix, QP_KEY_BACKSPACE, 0);
  g_assert_true (qp_stage_is_busy (fix.stage));
  key (&fix, QP_KEY_BACKSPACE, 0);
  g_assert_false (qp_stage_is_busy (fix.stage));
  fix_down (&fix);
}

static void
test_model (void)
{
  Fix fix;
  g_autoptr (QpNode) glass = qp_preset_model (qp_preset_of_kind (QP_OBSTACLE_GLASS));

  fix_up (&fix, NULL, 0);
  qp_stage_set_model (fix.stage, QP_TOOL_OBSTACLE_WALL, glass);
  qp_stage_set_tool (fix.stage, QP_TOOL_OBSTACLE_WALL);
  click (&fix, 0, 0, 0);
  double_click (&fix, 8, 0);
  g_assert_cmpint (obstacle_at (&fix, 0)->kind, ==, QP_OBSTACLE_GLASS);
  g_assert_cmpfloat (obstacle_at (&fix, 0)->transparency_percent, ==, 80);
  g_assert_nonnull (strstr (obstacle_at (&fix, 0)->note, "Assumed")); /* a number that nobody gave is told as such */
  g_assert_cmpstr (obstacle_at (&fix, 0)->name, ==, "Glass 1");
  g_assert_false (qp_id_equal (fix_node (&fix, 0)->id, glass->id));
  fix_down (&fix);
}

static void
test_pan_between_points (void)
{
  Fix fix;

  fix_up (&fix, NULL, 0);
  qp_stage_set_tool (fix.stage, QP_TOOL_OBSTACLE_WALL);
  click (&fix, 0, 0, 0);
  qp_stage_pan (fix.stage, 100, 0); /* 10 m: the plan goes to the right */
  qp_stage_press (fix.stage, fix_px (5, 0), QP_BUTTON_PRIMARY, 1, 0);
  qp_stage_release (fix.stage, fix_px (5, 0), QP_BUTTON_PRIMARY, 0);
  key (&fix, QP_KEY_ENTER, 0);
  assert_outline (obstacle_at (&fix, 0)->outline, "0,0 -5,0");
  fix_down (&fix);
}

/* -- typed -- */

static void
test_typed (void)
{
  Fix fix;

  fix_up (&fix, NULL, 0);
  qp_stage_set_tool (fix.stage, QP_TOOL_OBSTACLE_WALL);
  click (&fix, 0, 0, 0);
  move (&fix, 3, 0, 0);
  type (&fix, "12.5\n");      /* along the pointer */
  type (&fix, "4\t0\n");      /* length, Tab, angle: up */
  type (&fix, "1000mm<270\n"); /* with a unit, to the left */
  type (&fix, "20,7.25\n");   /* a place of the plan */
  type (&fix, "@-2,3\n");     /* from the last point */
  key (&fix, QP_KEY_ENTER, 0);
  assert_outline (obstacle_at (&fix, 0)->outline, "0,0 12.5,0 12.5,4 11.5,4 20,7.25 18,10.25");
  g_assert_cmpuint (qp_document_n_undo (fix.document), ==, 1);
  fix_down (&fix);
}

static void
test_entry (void)
{
  const struct
  {
    const char *text, *display;
    double x, y;
  } rows[] = {
    { "5", "5| m", 11, 5 },        { "5.50", "5.50| m", 11.5, 5 },   { "50cm", "50cm|", 6.5, 5 },
    { "5<180", "5 m < 180|°", 6, 0 }, { "5\t180", "5 m < 180|°", 6, 0 }, { "<0", " < 0|°", 6, 14 },
    { "1,2", "1 m, 2| m", 1, 2 },  { "1,", "1 m, |", 1, 5 },        { "-1.5,-2", "-1.5 m, -2| m", -1.5, -2 },
    { "@1,2", "@ 1 m, 2| m", 7, 7 }, { "@1", "@ 1| m", 7, 5 },      { "3\b4", "4| m", 10, 5 },
    { "1,\b", "1| m", 7, 5 },      { "2\xe7\xb1\xb3", "2\xe7\xb1\xb3|", 8, 5 },
    { "300\xe6\xaf\xab\xe7\xb1\xb3", "300\xe6\xaf\xab\xe7\xb1\xb3|", 6.3, 5 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      QpEntry entry = { 0 };
      QpVec place;
      for (const char *at = rows[i].text; *at != '\0'; at = g_utf8_next_char (at))
        g_assert_true (qp_entry_key (&entry, QP_ENTRY_FOR_LINE,
                                     &(QpKeyEvent){ *at == '\t'   ? QP_KEY_TAB
                                                    : *at == '\b' ? QP_KEY_BACKSPACE
                                                                  : QP_KEY_TEXT,
                                                    g_utf8_get_char (at), QP_MOD_NONE }));
      g_autofree char *display = qp_entry_display (&entry);
      g_assert_cmpstr (display, ==, rows[i].display);
      g_assert_true (qp_entry_place (&entry, &(QpVec){ 6, 5 }, qp_vec (15, 5), &place));
      g_assert_cmpfloat_with_epsilon (place.x, rows[i].x, 1e-9);
      g_assert_cmpfloat_with_epsilon (place.y, rows[i].y, 1e-9);
    }
}

static void
test_entry_refuses (void)
{
  const char *const nonsense[] = { "5mmm", "0", "2000000", "5km5", "1e3" };
  QpEntry entry = { 0 };
  QpVec place;
  double metres;

  g_assert_true (qp_entry_is_empty (&entry));
  for (const char *at = "mck<x,q"; *at != '\0'; at++)
    if (*at != '<')
      g_assert_false (qp_entry_key (&entry, QP_ENTRY_FOR_LINE, &(QpKeyEvent){ QP_KEY_TEXT, (gunichar) *at, 0 }));
  g_assert_false (qp_entry_key (&entry, QP_ENTRY_FOR_LINE, &(QpKeyEvent){ QP_KEY_TAB, 0, 0 }));
  g_assert_false (qp_entry_key (&entry, QP_ENTRY_FOR_LINE, &(QpKeyEvent){ QP_KEY_BACKSPACE, 0, 0 }));
  g_assert_true (qp_entry_is_empty (&entry));
  for (guint i = 0; i < G_N_ELEMENTS (nonsense); i++)
    {
      QpEntry typed = { 0 };
      for (const char *at = nonsense[i]; *at != '\0'; at++)
        qp_entry_key (&typed, QP_ENTRY_FOR_LENGTH, &(QpKeyEvent){ QP_KEY_TEXT, (gunichar) *at, 0 });
      g_assert_cmpint (qp_entry_length (&typed, &metres), ==, g_str_equal (nonsense[i], "1e3")); /* "13": no e */
    }
  g_assert_false (qp_entry_place (&entry, NULL, qp_vec (0, 0), &place));
}

/* -- the keyboard alone -- */

static void
test_keyboard_wall (void)
{
  Fix fix;

  fix_up (&fix, NULL, 0);
  qp_stage_set_tool (fix.stage, QP_TOOL_OBSTACLE_WALL);
  key (&fix, QP_KEY_ENTER, 0); /* begins in the middle of the view */
  g_autoptr (GPtrArray) decorations = qp_stage_decorations (fix.stage);
  g_assert_nonnull (decoration (decorations, QP_DECORATION_CROSS, 0));
  key (&fix, QP_KEY_LEFT, QP_MOD_SHIFT);
  key (&fix, QP_KEY_DOWN, 0);
  key (&fix, QP_KEY_ENTER, 0);
  key (&fix, QP_KEY_RIGHT, QP_MOD_SHIFT);
  key (&fix, QP_KEY_RIGHT, QP_MOD_SHIFT);
  key (&fix, QP_KEY_ENTER, 0);
  type (&fix, "6.4\t0\n");
  g_assert_cmpuint (fix_length (&fix), ==, 0);
  key (&fix, QP_KEY_ENTER, 0); /* where it was just set: that ends it */
  assert_outline (obstacle_at (&fix, 0)->outline, "-5,-0.5 5,-0.5 5,5.9");
  fix_down (&fix);
}

static void
test_keyboard_audience (void)
{
  Fix fix;

  fix_up (&fix, NULL, 0);
  qp_stage_set_tool (fix.stage, QP_TOOL_AUDIENCE);
  type (&fix, "2,3\n");
  type (&fix, "10\t90\n");
  type (&fix, "@0,-6\n");
  type (&fix, "2,-3\n\n");
  assert_outline (audience_at (&fix, 0)->outline, "2,3 12,3 12,-3 2,-3");
  g_assert_cmpuint (qp_document_n_undo (fix.document), ==, 1);
  qp_stage_set_tool (fix.stage, QP_TOOL_OBSTACLE_BOX);
  type (&fix, "-20,-10\n7x3\n");
  assert_outline (obstacle_at (&fix, 1)->outline, "-20,-10 -13,-10 -13,-7 -20,-7");
  type (&fix, "5\t2\n"); /* a size alone: from the middle of the view */
  assert_outline (obstacle_at (&fix, 2)->outline, "0,0 5,0 5,2 0,2");
  fix_down (&fix);
}

/* a resting pointer does not take over from the keys, and the view goes along with them */
static void
test_keys_lead (void)
{
  Fix fix;

  fix_up (&fix, NULL, 0);
  qp_stage_set_tool (fix.stage, QP_TOOL_OBSTACLE_WALL);
  click (&fix, 30, 0, 0);
  key (&fix, QP_KEY_RIGHT, QP_MOD_SHIFT);
  qp_stage_set_modifiers (fix.stage, QP_MOD_SHIFT);
  key (&fix, QP_KEY_RIGHT, QP_MOD_SHIFT);
  qp_stage_set_modifiers (fix.stage, 0);
  key (&fix, QP_KEY_ENTER, 0);
  g_assert_cmpfloat (qp_stage_get_viewport (fix.stage)->center.x, >, 4);
  key (&fix, QP_KEY_ENTER, 0);
  assert_outline (obstacle_at (&fix, 0)->outline, "30,0 40,0");
  fix_down (&fix);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/outline/wall", test_wall);
  g_test_add_func ("/outline/wall-by-dragging", test_wall_by_dragging);
  g_test_add_func ("/outline/wall-around", test_wall_around);
  g_test_add_func ("/outline/area", test_area);
  g_test_add_func ("/outline/constraints", test_constraints);
  g_test_add_func ("/outline/box", test_box);
  g_test_add_func ("/outline/audience", test_audience);
  g_test_add_func ("/outline/path", test_path);
  g_test_add_func ("/outline/receptor", test_receptor);
  g_test_add_func ("/outline/escape", test_escape);
  g_test_add_func ("/outline/backspace", test_backspace);
  g_test_add_func ("/outline/model", test_model);
  g_test_add_func ("/outline/pan-between-points", test_pan_between_points);
  g_test_add_func ("/entry/typed", test_typed);
  g_test_add_func ("/entry/meaning", test_entry);
  g_test_add_func ("/entry/refuses", test_entry_refuses);
  g_test_add_func ("/keyboard/wall", test_keyboard_wall);
  g_test_add_func ("/keyboard/audience-and-block", test_keyboard_audience);
  g_test_add_func ("/keyboard/leads", test_keys_lead);
  return g_test_run ();
}
