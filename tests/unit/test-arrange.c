/* test-arrange.c: lining up, spreading, copying, turning and ordering
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "interact-events.h"

#include <string.h>

static QpNode *
line (const char *name, QpKind kind, double x0, double y0, double x1, double y1)
{
  QpNode *node = qp_node_new (kind, qp_id_new ());
  const QpPoint ends[] = { { qp_um_from_m (x0), qp_um_from_m (y0) }, { qp_um_from_m (x1), qp_um_from_m (y1) } };
  g_autoptr (QpPoints) points = qp_points_new (ends, 2);

  if (kind == QP_KIND_OBSTACLE)
    fix_set (node, "closed", qp_value_integer (FALSE));
  qp_node_init_value (node, qp_kind_field (kind, "outline"),
                      &(QpValue){ .storage = QP_STORAGE_POINTS, .points = points });
  return fix_name (node, name);
}

static QpNode *
note (double x, double y)
{
  QpNode *node = qp_node_new (QP_KIND_NOTE, qp_id_new ());

  fix_set (node, "x_m", qp_value_integer (qp_um_from_m (x)));
  return fix_set (node, "y_m", qp_value_integer (qp_um_from_m (y)));
}

static QpNode *
picture (double x, double y)
{
  QpNode *node = qp_node_new (QP_KIND_BACKGROUND, qp_id_new ());

  fix_set (node, "locked", qp_value_integer (FALSE));
  fix_set (node, "x_m", qp_value_integer (qp_um_from_m (x)));
  return fix_set (node, "y_m", qp_value_integer (qp_um_from_m (y)));
}

/* the step is one, has its name, and undo brings all back */
static void
assert_one_step (Fix *fix, const char *label)
{
  g_assert_cmpuint (qp_document_n_undo (fix->document), ==, 1);
  g_assert_cmpstr (qp_document_undo_label (fix->document), ==, label);
  qp_document_undo (fix->document);
  g_assert_false (qp_document_is_modified (fix->document));
}

static void
squares (Fix *fix)
{
  QpNode *nodes[] = { fix_square ("A", 0, 0, 4), fix_square ("B", 10, 5, 2), fix_square ("C", 17, -3, 6) };

  fix_up (fix, nodes, 3);
}

/* -- lining up -- */

static void
test_align (void)
{
  static const struct
  {
    QpAlignment align;
    const char *label;
    double x, y; /* where A's lower left corner goes, with B as the primary one */
  } cases[] = { { QP_ALIGNMENT_LEFT, "Align Left", 10, 0 },     { QP_ALIGNMENT_CENTER, "Align Centres", 9, 0 },
                { QP_ALIGNMENT_RIGHT, "Align Right", 8, 0 },    { QP_ALIGNMENT_TOP, "Align Top", 0, 3 },
                { QP_ALIGNMENT_MIDDLE, "Align Middles", 0, 4 }, { QP_ALIGNMENT_BOTTOM, "Align Bottom", 0, 5 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Fix fix;
      squares (&fix);
      select_nodes (&fix, 3, 1u, 0u, 2u);
      g_assert_true (qp_stage_align (fix.stage, cases[i].align));
      assert_box (&fix, 0, cases[i].x, cases[i].y, cases[i].x + 4, cases[i].y + 4);
      assert_box (&fix, 1, 10, 5, 12, 7);
      g_assert_false (qp_stage_align (fix.stage, cases[i].align));
      assert_one_step (&fix, cases[i].label);
      fix_down (&fix);
    }
}

/* every kind that can be moved is lined up by its place */
static void
test_align_kinds (void)
{
  QpNode *nodes[] = { fix_screen ("S", 3, 2, 180, 10),
                      line ("P", QP_KIND_AUDIENCE, 5, 5, 6, 9),
                      line ("R", QP_KIND_RECEPTOR, 7, 1, 9, 1),
                      line ("D", QP_KIND_DIMENSION, 11, 2, 15, 2),
                      note (20, 3),
                      picture (30, 4),
                      fix_square ("A", -10, -10, 4) };
  Fix fix;

  fix_up (&fix, nodes, G_N_ELEMENTS (nodes));
  select_nodes (&fix, 7, 6u, 0u, 1u, 2u, 3u, 4u, 5u);
  g_assert_true (qp_stage_align (fix.stage, QP_ALIGNMENT_LEFT));
  for (guint i = 0; i < 7; i++)
    g_assert_cmpfloat_with_epsilon (box_of (&fix, i).x0, -10, 1e-6);
  g_assert_cmpint (fix_screen_at (&fix, 0)->x_m, ==, -5200000);
  assert_one_step (&fix, "Align Left");
  fix_down (&fix);
}

static void
test_distribute (void)
{
  Fix fix;

  squares (&fix);
  select_nodes (&fix, 3, 2u, 1u, 0u);
  g_assert_true (qp_stage_distribute (fix.stage, QP_AXIS_X, QP_DISTRIBUTE_GAPS));
  assert_box (&fix, 0, 0, 0, 4, 4);
  assert_box (&fix, 1, 9.5, 5, 11.5, 7); /* 23 m less 12 m of squares is 11 m: gaps of 5.5 m */
  assert_box (&fix, 2, 17, -3, 23, 3);
  assert_one_step (&fix, "Distribute Across");
  g_assert_false (qp_stage_distribute (fix.stage, QP_AXIS_X, QP_DISTRIBUTE_CENTERS)); /* 2, 11, 20 */
  g_assert_true (qp_stage_distribute (fix.stage, QP_AXIS_Y, QP_DISTRIBUTE_CENTERS));
  assert_box (&fix, 0, 0, 1, 4, 5); /* 0, 2, 6 become 0, 3, 6 */
  qp_document_undo (fix.document);
  g_assert_true (qp_stage_distribute (fix.stage, QP_AXIS_Y, QP_DISTRIBUTE_GAPS));
  assert_one_step (&fix, "Distribute Upwards");
  select_nodes (&fix, 2, 0u, 1u);
  g_assert_false (qp_stage_distribute (fix.stage, QP_AXIS_X, QP_DISTRIBUTE_GAPS));
  fix_down (&fix);
}

static void
test_pack (void)
{
  Fix fix;

  squares (&fix);
  select_nodes (&fix, 3, 0u, 1u, 2u);
  g_assert_true (qp_stage_pack (fix.stage, QP_AXIS_X, 0.25));
  assert_box (&fix, 0, 0, 0, 4, 4);
  assert_box (&fix, 1, 4.25, 5, 6.25, 7);
  assert_box (&fix, 2, 6.5, -3, 12.5, 3);
  assert_one_step (&fix, "Put Side by Side");
  fix_down (&fix);
}

/* -- turning -- */

static void
test_mirror (void)
{
  QpNode *nodes[] = { fix_screen ("S", 10, 0, 90, 10), fix_square ("A", -12, 2, 4), note (0, 20),
                      fix_set (line ("D", QP_KIND_DIMENSION, -4, 1, -2, 1), "offset_m", qp_value_integer (500000)) };
  Fix fix;

  fix_up (&fix, nodes, 4);
  select_nodes (&fix, 4, 0u, 1u, 2u, 3u);
  g_assert_true (qp_stage_mirror (fix.stage, QP_AXIS_X)); /* −12 … 10: about −1 */
  assert_screen (fix_screen_at (&fix, 0), -12, 0, 10, 270);
  assert_box (&fix, 1, 6, 2, 10, 6);
  g_assert_cmpint (((const QpNote *) fix_node (&fix, 2))->x_m, ==, -2000000);
  g_assert_cmpint (((const QpDimension *) fix_node (&fix, 3))->offset_m, ==, -500000);
  assert_one_step (&fix, "Mirror Left and Right");
  select_nodes (&fix, 1, 0u);
  g_assert_true (qp_stage_mirror (fix.stage, QP_AXIS_Y));
  assert_screen (fix_screen_at (&fix, 0), 10, 0, 10, 90);
  fix_down (&fix);
}

static void
test_rotate (void)
{
  QpNode *nodes[] = { fix_screen ("S", 0, 0, 180, 10), fix_square ("A", 9, 9, 1), picture (4, 2) };
  Fix fix;

  fix_up (&fix, nodes, 3);
  select_nodes (&fix, 2, 0u, 1u); /* −4.8 … 10, 0 … 10: about 2.6, 5 */
  g_assert_true (qp_stage_rotate (fix.stage, 90));
  assert_screen (fix_screen_at (&fix, 0), -2.4, 7.6, 10, 270);
  assert_box (&fix, 1, 6.6, -2.4, 7.6, -1.4);
  assert_one_step (&fix, "Turn");
  for (guint i = 0; i < 12; i++)
    g_assert_true (qp_stage_rotate (fix.stage, 30));
  g_assert_cmpfloat_with_epsilon (fix_screen_at (&fix, 0)->facing_deg, 180, 1e-9);
  select_nodes (&fix, 1, 2u);
  g_assert_true (qp_stage_rotate (fix.stage, 90));
  g_assert_cmpfloat (((const QpBackground *) fix_node (&fix, 2))->rotation_deg, ==, 90);
  fix_down (&fix);
}

/* right angles about a middle that is a whole micrometre lose nothing */
static void
test_rotate_exactly (void)
{
  Fix fix;
  QpNode *nodes[] = { fix_square ("A", 0.000001, 1.000003, 4.000002), fix_screen ("S", 2, 3, 45, 4) };

  fix_up (&fix, nodes, 2);
  select_nodes (&fix, 1, 0u);
  for (guint i = 0; i < 4; i++)
    g_assert_true (qp_stage_rotate (fix.stage, 90));
  const QpPoints *outline = ((const QpObstacle *) fix_node (&fix, 0))->outline;
  g_assert_cmpint (outline->at[0].x, ==, 1);
  g_assert_cmpint (outline->at[0].y, ==, 1000003);
  g_assert_cmpint (outline->at[2].x, ==, 4000003);
  fix_down (&fix);
}

/* -- copies -- */

static void
test_array_line (void)
{
  Fix fix;

  three (&fix);
  select_nodes (&fix, 1, 0u);
  g_assert_true (qp_stage_array_line (fix.stage, 3, 0, -2.5));
  g_assert_cmpuint (fix_length (&fix), ==, 6);
  for (guint i = 1; i <= 3; i++)
    assert_screen (fix_screen_at (&fix, 2 + i), 0, -2.5 * i, 10, 180);
  assert_selected (&fix, 3, 3u, 4u, 5u);
  assert_one_step (&fix, "Array in a Line");
  select_nodes (&fix, 1, 0u);
  g_assert_false (qp_stage_array_line (fix.stage, QP_ARRAY_MAX + 1, 1, 0));
  g_assert_false (qp_stage_array_line (fix.stage, 0, 1, 0));
  fix_down (&fix);
}

static void
test_array_grid (void)
{
  Fix fix;

  three (&fix);
  select_nodes (&fix, 1, 1u);
  g_assert_true (qp_stage_array_grid (fix.stage, 3, 2, 1, 10));
  g_assert_cmpuint (fix_length (&fix), ==, 3 + 5);
  assert_screen (fix_screen_at (&fix, 3), 21, 0, 10, 180);
  assert_screen (fix_screen_at (&fix, 7), 22, 10, 10, 180);
  assert_one_step (&fix, "Array in a Grid");
  g_assert_false (qp_stage_array_grid (fix.stage, G_MAXUINT, G_MAXUINT, 1, 1));
  g_assert_false (qp_stage_array_grid (fix.stage, 1, 1, 1, 1));
  fix_down (&fix);
}

static void
test_array_path (void)
{
  QpNode *nodes[] = { fix_screen ("S", -20, -20, 180, 2), line ("P", QP_KIND_AUDIENCE, 0, 0, 0, 10) };
  Fix fix;

  fix_set (nodes[1], "kind", qp_value_integer (QP_AUDIENCE_PATH));
  fix_up (&fix, nodes, 2);
  select_nodes (&fix, 2, 0u, 1u);
  g_assert_true (qp_stage_array_path (fix.stage, 5));
  g_assert_cmpuint (fix_length (&fix), ==, 7);
  for (guint i = 0; i < 5; i++)
    assert_screen (fix_screen_at (&fix, 2 + i), 0, 2.5 * i, 2, 90); /* up the path, looking to its right */
  assert_one_step (&fix, "Array along a Path");
  select_nodes (&fix, 1, 1u);
  g_assert_false (qp_stage_array_path (fix.stage, 5));
  fix_down (&fix);
}

static void
test_array_around (void)
{
  QpNode *nodes[] = { fix_screen ("S", -20, -20, 180, 2), fix_square ("A", 0, 0, 8) };
  Fix fix;

  fix_up (&fix, nodes, 2);
  select_nodes (&fix, 2, 1u, 0u);
  g_assert_true (qp_stage_array_path (fix.stage, 8));
  assert_screen (fix_screen_at (&fix, 3), 4, 0, 2, 180); /* along the lower edge to the right */
  assert_screen (fix_screen_at (&fix, 5), 8, 4, 2, 90);  /* up the right one */
  assert_screen (fix_screen_at (&fix, 7), 4, 8, 2, 0);
  fix_down (&fix);
}

/* -- order -- */

static char *
names (Fix *fix)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < fix_length (fix); i++)
    g_string_append (text, qp_node_name (fix_node (fix, i)));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_order (const char *chosen, QpOrder order, const char *expected)
{
  QpNode *nodes[] = { fix_square ("A", 0, 0, 1), fix_square ("B", 1, 0, 1), fix_screen ("s", 5, 5, 180, 1),
                      fix_square ("C", 2, 0, 1), fix_square ("D", 3, 0, 1) };
  Fix fix;

  fix_up (&fix, nodes, G_N_ELEMENTS (nodes));
  for (guint i = 0; i < G_N_ELEMENTS (nodes); i++)
    if (strstr (chosen, qp_node_name (fix_node (&fix, i))) != NULL)
      {
        const QpId id = fix_node (&fix, i)->id;
        qp_selection_add (fix.selection, &id, 1);
      }
  const gboolean done = qp_stage_order (fix.stage, order);
  g_autofree char *after = names (&fix);
  g_assert_cmpstr (after, ==, expected);
  g_assert_true (done == (strcmp (expected, "ABsCD") != 0));
  if (done)
    {
      g_assert_cmpuint (qp_document_n_undo (fix.document), ==, 1);
      qp_document_undo (fix.document);
      g_autofree char *before = names (&fix);
      g_assert_cmpstr (before, ==, "ABsCD");
    }
  fix_down (&fix);
}

static void
test_order (void)
{
  assert_order ("A", QP_ORDER_RAISE, "BAsCD");
  assert_order ("B", QP_ORDER_RAISE, "AsCBD"); /* over the next square, past the screen */
  assert_order ("AB", QP_ORDER_RAISE, "sCABD");
  assert_order ("D", QP_ORDER_RAISE, "ABsCD");
  assert_order ("CD", QP_ORDER_RAISE, "ABsCD");
  assert_order ("C", QP_ORDER_LOWER, "ACBsD");
  assert_order ("A", QP_ORDER_LOWER, "ABsCD");
  assert_order ("AB", QP_ORDER_FRONT, "sCDAB");
  assert_order ("BD", QP_ORDER_FRONT, "AsCBD");
  assert_order ("CD", QP_ORDER_BACK, "CDABs");
  assert_order ("ABC", QP_ORDER_FRONT, "DABsC"); /* the one that stays goes the other way */
  assert_order ("BCD", QP_ORDER_BACK, "BsCDA");
  assert_order ("s", QP_ORDER_FRONT, "ABsCD"); /* the only one of its kind */
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/arrange/align", test_align);
  g_test_add_func ("/arrange/align-kinds", test_align_kinds);
  g_test_add_func ("/arrange/distribute", test_distribute);
  g_test_add_func ("/arrange/pack", test_pack);
  g_test_add_func ("/arrange/mirror", test_mirror);
  g_test_add_func ("/arrange/rotate", test_rotate);
  g_test_add_func ("/arrange/rotate-exactly", test_rotate_exactly);
  g_test_add_func ("/arrange/array-line", test_array_line);
  g_test_add_func ("/arrange/array-grid", test_array_grid);
  g_test_add_func ("/arrange/array-path", test_array_path);
  g_test_add_func ("/arrange/array-around", test_array_around);
  g_test_add_func ("/arrange/order", test_order);
  return g_test_run ();
}
