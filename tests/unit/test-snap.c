/* test-snap.c: what a place is drawn to, and why; each kind, their order, and drags
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "interact-events.h"

#include <string.h>

/* 10 px a metre: 0.8 m is near enough */

static QpNode *
wall (const char *name, double x0, double y0, double x1, double y1)
{
  QpNode *node = fix_name (qp_node_new (QP_KIND_OBSTACLE, qp_id_new ()), name);
  const QpPoint ends[] = { { qp_um_from_m (x0), qp_um_from_m (y0) }, { qp_um_from_m (x1), qp_um_from_m (y1) } };
  g_autoptr (QpPoints) points = qp_points_new (ends, 2);

  fix_set (node, "closed", qp_value_integer (FALSE));
  qp_node_init_value (node, qp_kind_field (QP_KIND_OBSTACLE, "outline"),
                      &(QpValue){ .storage = QP_STORAGE_POINTS, .points = points });
  return node;
}

static void
snap_query (Fix *fix, const QpSnapQuery *query, QpSnapType type, double x, double y, const char *reason)
{
  g_auto (QpSnap) snap = { 0 };

  qp_snap_place (&snap, qp_stage_get_scene (fix->stage), qp_stage_get_viewport (fix->stage), query);
  g_assert_cmpint (snap.type, ==, type);
  g_assert_cmpstr (snap.reason, ==, reason);
  g_assert_cmpfloat_with_epsilon (snap.place.x, x, 1e-9);
  g_assert_cmpfloat_with_epsilon (snap.place.y, y, 1e-9);
  g_assert_true (type == QP_SNAP_NONE || type == QP_SNAP_GRID || snap.n_guides > 0);
}

static void
snap_at (Fix *fix, double px, double py, QpSnapType type, double x, double y, const char *reason)
{
  snap_query (fix, &(QpSnapQuery){ .place = { px, py } }, type, x, y, reason);
}

static void
one_wall (Fix *fix)
{
  QpNode *nodes[] = { wall ("Wall 3", 0, 0, 12, 0) };

  fix_up (fix, nodes, 1);
}

static void
test_points (void)
{
  Fix fix;

  one_wall (&fix);
  snap_at (&fix, 0.3, 0.4, QP_SNAP_END, 0, 0, "end of Wall 3");
  snap_at (&fix, 6.3, 0.4, QP_SNAP_MIDDLE, 6, 0, "middle of Wall 3");
  snap_at (&fix, 3.37, 0.4, QP_SNAP_EDGE, 3.37, 0, "edge of Wall 3");
  snap_at (&fix, 20.4, 20.2, QP_SNAP_GRID, 20.5, 20, "0.5 m grid");
  snap_query (&fix, &(QpSnapQuery){ .place = { 0.3, 0.4 }, .suspended = TRUE }, QP_SNAP_NONE, 0.3, 0.4, NULL);
  fix_down (&fix);
}

static void
test_center (void)
{
  QpNode *nodes[] = { fix_square ("Hall", 0, 0, 20) };
  Fix fix;

  fix_up (&fix, nodes, 1);
  snap_at (&fix, 10.3, 9.8, QP_SNAP_CENTER, 10, 10, "centre of Hall");
  fix_down (&fix);
}

static void
test_crossing (void)
{
  QpNode *nodes[] = { wall ("Wall 1", -9, 2, 10, 2), wall ("Wall 2", 3, -5, 3, 20) };
  Fix fix;

  fix_up (&fix, nodes, 2);
  snap_at (&fix, 3.4, 2.5, QP_SNAP_CROSSING, 3, 2, "crossing of Wall 1 and Wall 2");
  fix_down (&fix);
}

static void
test_perpendicular (void)
{
  Fix fix;

  one_wall (&fix);
  const QpSnapQuery query = { .place = { 4.5, 0.3 }, .from = { 4.25, 9 }, .has_from = TRUE };
  snap_query (&fix, &query, QP_SNAP_PERPENDICULAR, 4.25, 0, "perpendicular to Wall 3");
  const QpSnapQuery away = { .place = { 4.5, 0.3 }, .from = { 2, 9 }, .has_from = TRUE };
  snap_query (&fix, &away, QP_SNAP_EDGE, 4.5, 0, "edge of Wall 3");
  fix_down (&fix);
}

static void
test_extension (void)
{
  QpNode *nodes[] = { wall ("Slope", 0, 0, 4, 3) };
  Fix fix;

  fix_up (&fix, nodes, 1);
  snap_at (&fix, 8.3, 5.6, QP_SNAP_EXTENSION, 8, 6, "extension of Slope"); /* 3-4-5: 0.5 m beside */
  snap_at (&fix, 38.3, 27.6, QP_SNAP_GRID, 38.5, 27.5, "0.5 m grid");      /* too far beyond */
  fix_down (&fix);
}

/* -- in line -- */

static void
test_alignment (void)
{
  QpNode *nodes[] = { fix_square ("A", 0.13, -20.27, 4), fix_square ("B", 20.29, 12.31, 4) };
  Fix fix;

  fix_up (&fix, nodes, 2);
  snap_at (&fix, 0.5, 9.4, QP_SNAP_ALIGNMENT, 0.13, 9.5, "in line with A"); /* the other way on the grid */
  snap_at (&fix, 2.4, 9.4, QP_SNAP_ALIGNMENT, 2.13, 9.5, "in line with A"); /* its middle */
  snap_at (&fix, -12.1, 16.0, QP_SNAP_ALIGNMENT, -12, 16.31, "in line with B");
  snap_at (&fix, 4.5, 16.0, QP_SNAP_ALIGNMENT, 4.13, 16.31, "in line with A · in line with B");
  const QpSnapQuery drawing = { .place = { 0.5, 9.4 }, .from = { -7, 7 }, .has_from = TRUE };
  snap_query (&fix, &drawing, QP_SNAP_ALIGNMENT, 0.13, 9.4, "in line with A");
  fix_down (&fix);
}

/* the edges and the middle of what is moved come into line, not the place itself */
static void
test_alignment_of_box (void)
{
  QpNode *nodes[] = { fix_square ("A", 0.13, 0.27, 4) };
  Fix fix;

  fix_up (&fix, nodes, 1);
  const QpSnapQuery left = { .place = { 3, 15 }, .box = { 0.5, 14, 5.5, 16 }, .has_box = TRUE };
  snap_query (&fix, &left, QP_SNAP_ALIGNMENT, 2.63, 15, "in line with A");
  fix_down (&fix);
}

static void
test_spacing (void)
{
  QpNode *nodes[] = { fix_square ("A", -20, 0, 4), fix_square ("B", -13.6, 0, 4), fix_square ("C", 20, 0, 4) };
  Fix fix;

  fix_up (&fix, nodes, 3);
  /* gap of 2.4 m between A and B: beside B the same */
  const QpSnapQuery after = { .place = { -5, 2.2 }, .box = { -7, 0.2, -3, 4.2 }, .has_box = TRUE };
  snap_query (&fix, &after, QP_SNAP_SPACING, -5.2, 2, "equal gaps of 2.40 m · in line with B");
  /* as far from B as from C */
  const QpSnapQuery between = { .place = { 5.0, 2.2 }, .box = { 3, 0.2, 7, 4.2 }, .has_box = TRUE };
  snap_query (&fix, &between, QP_SNAP_SPACING, 5.2, 2, "equal gaps of 12.80 m · in line with B");
  /* a drawn point too */
  snap_at (&fix, -7.0, 1.1, QP_SNAP_SPACING, -7.2, 1, "equal gaps of 2.40 m");
  fix_down (&fix);
}

/* -- order -- */

static void
test_order (void)
{
  QpNode *nodes[] = { wall ("Wall 1", 0, 0, 12, 0), wall ("Wall 2", 12.5, -8, 12.5, 8) };
  Fix fix;

  fix_up (&fix, nodes, 2);
  /* an end wins over an edge that is nearer */
  snap_at (&fix, 12.4, 0.1, QP_SNAP_END, 12, 0, "end of Wall 1");
  const QpSnapQuery edges = { .place = { 12.4, 0.1 }, .kinds = QP_SNAP_GRIDS };
  snap_query (&fix, &edges, QP_SNAP_GRID, 12.5, 0, "0.5 m grid");
  fix_down (&fix);
}

/* what is hidden is not snapped to, what is locked is */
static void
test_layers (void)
{
  Fix fix;

  one_wall (&fix);
  qp_stage_lock_layer (fix.stage, QP_KIND_OBSTACLE, TRUE);
  snap_at (&fix, 0.3, 0.4, QP_SNAP_END, 0, 0, "end of Wall 3");
  qp_stage_hide_layer (fix.stage, QP_KIND_OBSTACLE, TRUE);
  snap_at (&fix, 0.3, 0.4, QP_SNAP_GRID, 0.5, 0.5, "0.5 m grid");
  fix_down (&fix);
}

/* -- drawings -- */

static QpNode *
drawing (void)
{
  QpNode *node = qp_node_new (QP_KIND_BACKGROUND, qp_id_new ());

  return fix_name (node, "site.dxf");
}

/* a drawing in millimetres, y down, turned by 90° and moved */
static void
test_drawing (void)
{
  QpNode *nodes[] = { drawing (), wall ("Wall", -9, -3, 9, -3) };
  const QpSegment lines[] = { { { 0, 0 }, { 10000, 0 } }, { { 5000, -9000 }, { 5000, 4000 } } };
  const QpMatrix to_plan = { 0, 0.001, 0.001, 0, 2, -8 }; /* x' = y/1000 + 2, y' = x/1000 − 8 */
  g_autoptr (QpSegments) segments = qp_segments_new (lines, 2);
  Fix fix;

  fix_up (&fix, nodes, 2);
  qp_stage_set_background_segments (fix.stage, fix_node (&fix, 0)->id, segments, &to_plan);
  snap_at (&fix, 2.2, -8.3, QP_SNAP_END, 2, -8, "end of a line in site.dxf");
  snap_at (&fix, -6.8, -3.1, QP_SNAP_END, -7, -3, "end of a line in site.dxf");
  snap_at (&fix, 2.3, -5.7, QP_SNAP_EDGE, 2, -5.7, "on a line in site.dxf");
  snap_at (&fix, 2.3, -3.2, QP_SNAP_CROSSING, 2, -3, "crossing of Wall and site.dxf");
  snap_at (&fix, 2.3, 4.1, QP_SNAP_EXTENSION, 2, 4.1, "extension of a line in site.dxf");
  qp_stage_hide_layer (fix.stage, QP_KIND_BACKGROUND, TRUE);
  snap_at (&fix, 2.2, -8.3, QP_SNAP_GRID, 2, -8.5, "0.5 m grid");
  qp_stage_hide_layer (fix.stage, QP_KIND_BACKGROUND, FALSE);
  qp_stage_set_background_segments (fix.stage, fix_node (&fix, 0)->id, NULL, &to_plan);
  snap_at (&fix, 2.2, -8.3, QP_SNAP_GRID, 2, -8.5, "0.5 m grid");
  fix_down (&fix);
}

/* where a drawing has a great many lines at one place, the nearest count */
static void
test_dense_drawing (void)
{
  QpNode *nodes[] = { drawing () };
  g_autofree QpSegment *lines = g_new (QpSegment, 40000);
  const QpMatrix to_plan = { 1, 0, 0, 1, 0, 0 };
  Fix fix;

  for (guint i = 0; i < 40000; i++)
    lines[i] = (QpSegment){ { (i % 200) * 0.05, (i / 200) * 0.05 }, { (i % 200) * 0.05 + 0.03, (i / 200) * 0.05 } };
  g_autoptr (QpSegments) segments = qp_segments_new (lines, 40000);
  fix_up (&fix, nodes, 1);
  qp_stage_set_background_segments (fix.stage, fix_node (&fix, 0)->id, segments, &to_plan);
  snap_at (&fix, 5.001, 5.002, QP_SNAP_END, 5, 5, "end of a line in site.dxf");
  fix_down (&fix);
}

/* -- drags -- */

static guint
n_decorations (Fix *fix, QpDecorationType type)
{
  g_autoptr (GPtrArray) decorations = qp_stage_decorations (fix->stage);
  guint n = 0;

  while (decoration (decorations, type, n) != NULL)
    n++;
  return n;
}

static void
test_drag (void)
{
  QpNode *nodes[] = { fix_screen ("A", 0.13, 0.21, 180, 10), fix_screen ("B", 20, -9, 180, 10) };
  Fix fix;

  fix_up (&fix, nodes, 2);
  press (&fix, 21, -9, 0);
  move (&fix, 18, -9, 0);
  move (&fix, 1.4, -9, 0); /* to 0.4: into line with A's middle */
  assert_screen (fix_screen_at (&fix, 1), 0.13, -9, 10, 180);
  g_assert_cmpuint (n_decorations (&fix, QP_DECORATION_REASON), ==, 1);
  g_assert_cmpuint (n_decorations (&fix, QP_DECORATION_GUIDE), ==, 1);
  g_assert_nonnull (strstr (qp_stage_status (fix.stage), "in line with A"));
  qp_stage_set_modifiers (fix.stage, QP_MOD_ALT); /* stops it all */
  assert_screen (fix_screen_at (&fix, 1), 0.4, -9, 10, 180);
  g_assert_cmpuint (n_decorations (&fix, QP_DECORATION_REASON), ==, 0);
  qp_stage_set_modifiers (fix.stage, 0);
  assert_screen (fix_screen_at (&fix, 1), 0.13, -9, 10, 180);
  release (&fix, 1.4, -9, 0);
  g_assert_cmpuint (n_decorations (&fix, QP_DECORATION_REASON), ==, 0);
  g_assert_cmpuint (n_decorations (&fix, QP_DECORATION_GUIDE), ==, 0);
  g_assert_cmpuint (qp_document_n_undo (fix.document), ==, 1);
  fix_down (&fix);
}

/* the right end of one comes to the left end of another, equal gaps are shown with their marks */
static void
test_drag_ends_and_gaps (void)
{
  QpNode *nodes[]
      = { fix_screen ("A", -20, 0, 180, 10), fix_screen ("B", -8, 0, 180, 10), fix_screen ("C", 20, -9, 180, 10) };
  Fix fix;

  fix_up (&fix, nodes, 3);
  press (&fix, 21, -9, 0);
  move (&fix, 19, -7, 0);
  move (&fix, 2.9, 0.3, 0); /* to 1.9: 9.6 m from B at −8 would be 1.6 */
  assert_screen (fix_screen_at (&fix, 2), 1.6, 0, 10, 180);
  move (&fix, 4.8, 0.3, 0); /* gaps of 2.40 m */
  assert_screen (fix_screen_at (&fix, 2), 4, 0, 10, 180);
  g_assert_cmpuint (n_decorations (&fix, QP_DECORATION_GAP), ==, 2);
  g_assert_nonnull (strstr (qp_stage_status (fix.stage), "equal gaps of 2.40 m"));
  release (&fix, 4.8, 0.3, 0);
  assert_screen (fix_screen_at (&fix, 2), 4, 0, 10, 180);
  fix_down (&fix);
}

/* a corner of a dragged building comes to a corner of another */
static void
test_drag_corner (void)
{
  QpNode *nodes[] = { fix_square ("A", 0, 0, 4), fix_square ("B", 15.33, 10.27, 6) };
  Fix fix;

  fix_up (&fix, nodes, 2);
  qp_selection_set_one (fix.selection, fix_node (&fix, 1)->id);
  drag (&fix, 18, 13, 7, 7.2, 0); /* to 4.33, 4.47 */
  const QpPoints *outline = ((const QpObstacle *) fix_node (&fix, 1))->outline;
  g_assert_cmpint (outline->at[0].x, ==, 4000000);
  g_assert_cmpint (outline->at[0].y, ==, 4000000);
  fix_down (&fix);
}

/* ten thousand objects: a look at the pointer costs as little as among few */
static void
test_many (void)
{
  g_autofree QpNode **nodes = g_new (QpNode *, 10000);
  QpViewport viewport = { { 0, 0 }, 2, 800, 600, 1 };
  Fix fix;

  for (guint i = 0; i < 10000; i++)
    nodes[i] = fix_screen ("S", -200 + (i % 100) * 4, -150 + i / 100 * 3, i % 360, 2);
  fix_up (&fix, nodes, 10000);
  qp_stage_set_viewport (fix.stage, &viewport);
  const gint64 begun = g_get_monotonic_time ();
  for (guint i = 0; i < 500; i++)
    {
      const QpVec place = { -150 + i * 0.61, -100 + i * 0.37 };
      const QpSnapQuery query
          = { .place = place, .box = { place.x - 5, place.y - 1, place.x + 5, place.y + 1 }, .has_box = TRUE };
      g_auto (QpSnap) snap = { 0 };
      qp_snap_place (&snap, qp_stage_get_scene (fix.stage), &viewport, &query);
    }
  const double each_ms = (double) (g_get_monotonic_time () - begun) / 500 / 1000;
  g_test_message ("%.3f ms for each place", each_ms);
  g_assert_cmpfloat (each_ms, <, 4);
  fix_down (&fix);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/snap/points", test_points);
  g_test_add_func ("/snap/center", test_center);
  g_test_add_func ("/snap/crossing", test_crossing);
  g_test_add_func ("/snap/perpendicular", test_perpendicular);
  g_test_add_func ("/snap/extension", test_extension);
  g_test_add_func ("/snap/alignment", test_alignment);
  g_test_add_func ("/snap/alignment-of-box", test_alignment_of_box);
  g_test_add_func ("/snap/spacing", test_spacing);
  g_test_add_func ("/snap/order", test_order);
  g_test_add_func ("/snap/layers", test_layers);
  g_test_add_func ("/snap/drawing", test_drawing);
  g_test_add_func ("/snap/dense-drawing", test_dense_drawing);
  g_test_add_func ("/snap/drag", test_drag);
  g_test_add_func ("/snap/drag-ends-and-gaps", test_drag_ends_and_gaps);
  g_test_add_func ("/snap/drag-corner", test_drag_corner);
  g_test_add_func ("/snap/many", test_many);
  return g_test_run ();
}
