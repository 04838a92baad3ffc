/* test-shape-tools.c: screens of every shape on the plan: hit test, handles, dragging them, and what stays where it is
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "shape-fixture.h"

#include "interact/qp-attach.h"
#include "interact/qp-reshape.h"
#include "store/qp-store.h"

#include <string.h>

/* a thousand flat ones carry nothing; a bent one carries its joints */
static void
test_paths (void)
{
  g_autoptr (QpNode) flat = shaped ("flat", 8, NULL, NULL);
  g_autoptr (QpNode) corner = shaped ("corner", 8, "face_columns", "5 3");
  g_autofree QpItemPath *path = qp_screen_path ((const QpScreen *) corner, NULL);

  g_assert_null (qp_screen_path ((const QpScreen *) flat, NULL));
  g_assert_cmpuint (path->n, ==, 3);
  g_assert_cmpuint (path->n_corners, ==, 1);
  assert_near (path->at[1], 0, 0);
}

/* the corner is where it stands; its faces run back up to 45° */
static void
test_hit (void)
{
  Fix fix;
  const double leg = 4 * W / sqrt (2);

  one (&fix, shaped ("corner", 8, NULL, NULL));
  const QpItem *item = item_of (&fix);
  g_assert_cmpfloat (qp_item_distance (item, qp_vec (-leg / 2, leg / 2)), <, 1e-6);
  g_assert_cmpfloat (qp_item_distance (item, qp_vec (0, leg)), >, leg * 0.7); /* between the ends is nothing */
  g_assert_true (qp_item_touches (item, (QpBox){ leg - 0.1, leg - 0.1, leg + 1, leg + 1 }));
  g_assert_false (qp_item_touches (item, (QpBox){ -0.2, leg - 0.2, 0.2, leg + 0.2 }));
  g_assert_cmpfloat_with_epsilon (item->bounds.y1, leg, 1e-6);
  fix_down (&fix);
}

/* what lies on the floor is under what stands on it */
static void
test_floor_is_an_area (void)
{
  Fix fix;
  QpHit hit;
  QpNode *nodes[] = { shaped ("floor", 20, NULL, NULL), fix_square ("Box", -1, -1, 2) };

  fix_up (&fix, nodes, 2);
  QpScene *scene = qp_stage_get_scene (fix.stage);
  g_assert_true (qp_scene_hit (scene, qp_vec (5, 1), 0.5, 0.9, 0.1, NULL, 0, QP_ID_NONE, &hit));
  g_assert_true (hit.item->node->kind == QP_KIND_SCREEN);
  g_assert_true (qp_scene_hit (scene, qp_vec (1, 0), 0.5, 0.9, 0.1, NULL, 0, QP_ID_NONE, &hit));
  g_assert_true (hit.item->node->kind == QP_KIND_OBSTACLE);
  fix_down (&fix);
}

/* other objects snap to a corner between faces */
static void
test_snaps_to_corner (void)
{
  Fix fix;
  QpNode *nodes[] = { shaped ("corner", 8, NULL, NULL), fix_screen ("B", 20, -15, 180, 4) };

  fix_up (&fix, nodes, 2);
  press (&fix, 20, -15, 0);
  move (&fix, 10, -8, 0);
  move (&fix, 2 * W + 0.2, 0.1, 0); /* its left end comes near the corner */
  g_assert_nonnull (strstr (qp_stage_status (fix.stage), "end of S"));
  release (&fix, 2 * W + 0.2, 0.1, 0);
  g_assert_cmpint (fix_screen_at (&fix, 1)->x_m, ==, qp_um_from_m (2 * W));
  fix_down (&fix);
}

/* 40 cabinets of 0.96 m; the ends keep their middle */
static void
test_bend (void)
{
  Fix fix;
  g_auto (QpShape) shape = { 0 };

  one (&fix, shaped ("arc", 40, NULL, NULL));
  const QpVec from = handle_of (&fix, QP_PART_BEND, 0);
  press (&fix, from.x, from.y, 0);
  move (&fix, 0, -3, 0);
  move (&fix, 0, -5, 0);
  g_assert_nonnull (strstr (qp_stage_status (fix.stage), "radius"));
  release (&fix, 0, -5, 0);
  shape_of (&fix, &shape);
  g_assert_cmpfloat_with_epsilon (qp_shape_sagitta (&shape), 5, 0.02); /* radius goes by 0.1 m */
  g_assert_cmpint (fix_screen_at (&fix, 0)->arc_radius_m % 100000, ==, 0);
  g_assert_cmpfloat_with_epsilon (qp_shape_facet (&shape, 0)->a.y, 0, 1e-5);
  g_assert_cmpfloat_with_epsilon (qp_shape_developed_width (&shape), 40 * W, 1e-9);
  assert_undone (&fix, "Bend");
  fix_down (&fix);
}

/* inward, and back to straight */
static void
test_bend_back (void)
{
  Fix fix;

  one (&fix, shaped ("arc", 40, "arc_angle_deg", "60"));
  const double y = item_of (&fix)->a.y;
  drag_handle (&fix, QP_PART_BEND, 0, 0, y + 3, 0);
  g_assert_cmpfloat (fix_screen_at (&fix, 0)->arc_angle_deg, <, -20); /* the angle was given and stays given */
  g_assert_cmpint (fix_screen_at (&fix, 0)->arc_radius_m, ==, QP_UNSET);
  drag_handle (&fix, QP_PART_BEND, 0, 0, y, 0);
  g_assert_true (isnan (fix_screen_at (&fix, 0)->arc_angle_deg));
  assert_screen (fix_screen_at (&fix, 0), 0, qp_m_from_um (qp_um_from_m (y)), 40, 180);
  fix_down (&fix);
}

/* the arc goes on with the same radius; its other end does not move */
static void
test_arc_end (void)
{
  Fix fix;
  g_auto (QpShape) before = { 0 };
  g_auto (QpShape) after = { 0 };

  one (&fix, shaped ("arc", 20, "arc_radius_m", "20"));
  shape_of (&fix, &before);
  const QpFacet *last = qp_shape_facet (&before, 19);
  const QpVec on = qp_vec_add (last->b, qp_vec_scale (qp_vec_sub (last->b, last->a), 3));
  drag_handle (&fix, QP_PART_RIGHT, 0, on.x, on.y, 0);
  shape_of (&fix, &after);
  g_assert_cmpint (fix_screen_at (&fix, 0)->columns, >=, 22);
  g_assert_cmpfloat_with_epsilon (after.radius, before.radius, 1e-9);
  assert_near (qp_shape_facet (&after, 0)->a, qp_shape_facet (&before, 0)->a.x, qp_shape_facet (&before, 0)->a.y);
  assert_near (qp_shape_facet (&after, 19)->b, last->b.x, last->b.y);
  assert_undone (&fix, "Resize");
  fix_down (&fix);
}

/* the right face grows; the corner and the left face stay */
static void
test_face_end (void)
{
  Fix fix;
  g_auto (QpShape) after = { 0 };

  one (&fix, shaped ("corner", 16, NULL, NULL));
  const QpVec a = item_of (&fix)->a;
  drag_handle (&fix, QP_PART_RIGHT, 0, 12 * W / sqrt (2), 12 * W / sqrt (2), 0);
  shape_of (&fix, &after);
  g_assert_cmpstr (fix_screen_at (&fix, 0)->face_columns, ==, "8 12");
  assert_screen (fix_screen_at (&fix, 0), 0, 0, 20, 180);
  assert_near (qp_shape_facet (&after, 0)->a, a.x, a.y);
  assert_undone (&fix, "Resize");
  fix_down (&fix);
}

/* the corner runs along the left face; that face keeps its end and its direction */
static void
test_corner (void)
{
  Fix fix;
  g_auto (QpShape) after = { 0 };

  one (&fix, shaped ("corner", 16, NULL, NULL));
  const QpVec a = item_of (&fix)->a;
  drag_handle (&fix, QP_PART_CORNER, 0, a.x + 5 * W / sqrt (2), a.y - 5 * W / sqrt (2), 0);
  shape_of (&fix, &after);
  g_assert_cmpstr (fix_screen_at (&fix, 0)->face_columns, ==, "5 11");
  g_assert_cmpint (fix_screen_at (&fix, 0)->columns, ==, 16);
  assert_near (qp_shape_facet (&after, 0)->a, a.x, a.y);
  assert_near (qp_shape_facet (&after, 0)->b, a.x + 5 * W / sqrt (2), a.y - 5 * W / sqrt (2));
  assert_undone (&fix, "Move a Corner");
  fix_down (&fix);
}

/* the right face turns to the right, in line with the left one it would be 180°; the left face stays */
static void
test_angle (void)
{
  Fix fix;
  g_auto (QpShape) before = { 0 };
  g_auto (QpShape) after = { 0 };

  one (&fix, shaped ("corner", 16, NULL, NULL));
  shape_of (&fix, &before);
  drag_handle (&fix, QP_PART_ANGLE, 0, 6, 0, 0); /* 45° further down */
  shape_of (&fix, &after);
  g_assert_cmpstr (fix_screen_at (&fix, 0)->corner_angles_deg, ==, "135");
  assert_near (qp_shape_facet (&after, 0)->a, qp_shape_facet (&before, 0)->a.x, qp_shape_facet (&before, 0)->a.y);
  assert_near (qp_shape_facet (&after, 0)->b, 0, 0);
  g_assert_cmpfloat_with_epsilon (qp_shape_facet (&after, 1)->b.y, 0, 1e-5);
  assert_undone (&fix, "Turn a Face");
  fix_down (&fix);
}

/* a U of three faces that look at each other: its second corner turns its last face alone */
static void
test_inner_corner (void)
{
  Fix fix;
  g_auto (QpShape) before = { 0 };
  g_auto (QpShape) after = { 0 };
  QpNode *node = shaped ("faces", 18, "corner_angles_deg", "270 270");

  one (&fix, node);
  shape_of (&fix, &before);
  const QpVec corner = qp_shape_facet (&before, 1)->b;
  drag_handle (&fix, QP_PART_ANGLE, 1, corner.x + 4, corner.y - 4, 0);
  shape_of (&fix, &after);
  g_assert_cmpstr (fix_screen_at (&fix, 0)->corner_angles_deg, ==, "270 225");
  for (guint i = 0; i < 2; i++)
    assert_near (qp_shape_facet (&after, i)->b, qp_shape_facet (&before, i)->b.x, qp_shape_facet (&before, i)->b.y);
  fix_down (&fix);
}

static void
test_radius (void)
{
  Fix fix;

  one (&fix, shaped ("column", 12, NULL, NULL));
  drag_handle (&fix, QP_PART_RADIUS, 0, 5, 0, 0);
  /* 2π·5 m ÷ 0.96 m = 32.7 */
  assert_screen (fix_screen_at (&fix, 0), 0, 0, 33, 180);
  assert_undone (&fix, "Resize");
  fix_down (&fix);
}

static void
test_cap (void)
{
  Fix fix;
  QpNode *node = shaped ("cap", 12, "cap_diameter_m", "20");

  one (&fix, node);
  drag_handle (&fix, QP_PART_RADIUS, 0, 12.52, 0, 0);
  g_assert_cmpint (fix_screen_at (&fix, 0)->cap_diameter_m, ==, 25000000);
  fix_down (&fix);
}

/* rows of a floor; the other edge stays */
static void
test_rows (void)
{
  Fix fix;

  one (&fix, shaped ("floor", 20, NULL, NULL));
  const QpBox before = item_of (&fix)->bounds;
  drag_handle (&fix, QP_PART_ROWS, 0, 0, before.y0 + 9 * W, 0);
  g_assert_cmpint (fix_screen_at (&fix, 0)->rows, ==, 9);
  g_assert_cmpfloat_with_epsilon (item_of (&fix)->bounds.y0, before.y0, 1e-5);
  g_assert_cmpfloat_with_epsilon (item_of (&fix)->bounds.y1, before.y0 + 9 * W, 1e-5);
  assert_undone (&fix, "Resize");
  fix_down (&fix);
}

/* a corner screen of 90° goes round the corner of a building, a sharper one does not */
static void
test_goes_round_a_corner (void)
{
  Fix fix;
  QpNode *nodes[] = { shaped ("corner", 8, NULL, NULL), fix_square ("House", 10, -20, 15) };

  fix_up (&fix, nodes, 2);
  drag (&fix, 0.68, 0.68, 10.6, -19.4, 0); /* by its right face: the corner comes near (10, −20) */
  assert_screen (fix_screen_at (&fix, 0), 10, -20, 8, 225);
  qp_document_undo (fix.document);
  g_autoptr (GPtrArray) edits = qp_edits_new ();
  g_auto (QpValue) sharp = qp_value_text ("60");
  g_ptr_array_add (edits, qp_edit_set (fix_node (&fix, 0)->id, QP_SCREEN_FIELD (corner_angles_deg), &sharp));
  g_assert_true (qp_document_run (fix.document, "Angle", NULL, edits, NULL));
  qp_selection_clear (fix.selection);
  drag (&fix, 0.48, 0.83, 10.3, -19.3, 0);
  g_assert_cmpfloat (fix_screen_at (&fix, 0)->facing_deg, ==, 180);
  fix_down (&fix);
}

/* left and right change: the longer face, the corners, the missing cell; mirrored twice it is as before */
static void
test_mirror (void)
{
  Fix fix;
  QpNode *node = shaped ("faces", 18, "corner_angles_deg", "270 225");
  g_auto (QpValue) faces = qp_value_text ("4 6 8");
  g_auto (QpValue) missing = qp_value_text ("1-2,1");
  g_auto (QpShape) before = { 0 };
  g_auto (QpShape) after = { 0 };

  fix_set (fix_set (node, "face_columns", faces), "missing_cells", missing);
  one (&fix, node);
  shape_of (&fix, &before);
  g_assert_true (qp_stage_mirror (fix.stage, QP_AXIS_X));
  shape_of (&fix, &after);
  g_assert_cmpstr (fix_screen_at (&fix, 0)->face_columns, ==, "8 6 4");
  g_assert_cmpstr (fix_screen_at (&fix, 0)->corner_angles_deg, ==, "225 270");
  g_assert_cmpstr (fix_screen_at (&fix, 0)->missing_cells, ==, "17-18,1");
  const double axis = (qp_shape_facet (&before, 0)->a.x + qp_shape_facet (&after, 2)->b.x) / 2;
  for (guint i = 0; i < 3; i++)
    assert_near (qp_shape_facet (&after, i)->a, 2 * axis - qp_shape_facet (&before, 2 - i)->b.x,
                 qp_shape_facet (&before, 2 - i)->b.y);
  g_assert_true (qp_stage_mirror (fix.stage, QP_AXIS_X));
  g_assert_cmpstr (fix_screen_at (&fix, 0)->missing_cells, ==, "1-2,1");
  fix_down (&fix);
}

static void
test_escape (void)
{
  Fix fix;

  one (&fix, shaped ("corner", 16, NULL, NULL));
  const QpVec from = handle_of (&fix, QP_PART_ANGLE, 0);
  press (&fix, from.x, from.y, 0);
  move (&fix, 6, 2, 0);
  move (&fix, 6, 0, 0);
  g_assert_nonnull (fix_screen_at (&fix, 0)->corner_angles_deg);
  g_assert_true (key (&fix, QP_KEY_ESCAPE, 0));
  g_assert_null (fix_screen_at (&fix, 0)->corner_angles_deg);
  g_assert_false (qp_document_is_modified (fix.document));
  fix_down (&fix);
}

static const char *const shapes[] = { "flat",   "arc",   "corner",  "rounded_corner", "faces", "column", "ribbon",
                                      "floor", "ceiling", "mesh", "zones",          "cap",   "half_ellipse" };

/* from each shape to each other: it can be drawn and has something to hold, and its cabinets make up its area */
static void
test_convert (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    for (guint k = 0; k < G_N_ELEMENTS (shapes); k++)
      {
        g_autoptr (QpNode) from = shaped (shapes[i], 8, NULL, NULL);
        g_autoptr (QpNode) to = qp_screen_converted (from, NULL, (QpScreenShape) k);
        g_auto (QpShape) shape = { 0 };
        g_assert_true (qp_shape_init (&shape, (const QpScreen *) to, NULL));
        g_assert_cmpint (shape.kind, ==, k);
        g_assert_cmpfloat_with_epsilon (qp_shape_area (&shape), (double) shape.cells.n * W * W, 1e-6);
        if (k == QP_SCREEN_ARC || k == QP_SCREEN_COLUMN)
          g_assert_cmpuint (shape.facets->len, ==, 8);
        if (k == QP_SCREEN_FACES)
          g_assert_cmpuint (qp_shape_n_faces (&shape), ==, 3);
      }
}

/* each shape is the same after it was written and read */
static void
test_saved (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      g_autoptr (QpNode) flat = shaped ("flat", 11, "missing_cells", "2-3,1");
      QpNode *screen = qp_screen_converted (flat, NULL, (QpScreenShape) i);
      g_autoptr (QpNode) project = fix_project (fix_plan (&screen, 1));
      g_autoptr (GBytes) bytes = qp_store_write (project);
      g_autoptr (QpFindings) findings = qp_findings_new ();
      g_autoptr (QpNode) again = qp_store_read (bytes, QP_KIND_PROJECT, findings, NULL);
      g_auto (QpShape) before = { 0 };
      g_auto (QpShape) after = { 0 };
      const QpNode *site = qp_node_list_get (again->children, 0), *plan = qp_node_list_get (site->children, 0);
      g_assert_cmpuint (qp_findings_length (findings), ==, 0);
      g_assert_true (qp_shape_init (&after, (const QpScreen *) qp_node_list_get (plan->children, 0), NULL));
      site = qp_node_list_get (project->children, 0);
      plan = qp_node_list_get (site->children, 0);
      g_assert_true (qp_shape_init (&before, (const QpScreen *) qp_node_list_get (plan->children, 0), NULL));
      g_assert_cmpint (after.kind, ==, i);
      g_assert_cmpuint (after.cells.n, ==, before.cells.n);
      g_assert_cmpmem (after.facets->data, after.facets->len * sizeof (QpFacet), before.facets->data,
                       before.facets->len * sizeof (QpFacet));
    }
}

/* any handle, dragged anywhere: whole cabinets, joined face to face, and the area is theirs */
static void
test_random (void)
{
  static const QpPart parts[] = { QP_PART_LEFT,  QP_PART_RIGHT,  QP_PART_BEND, QP_PART_CORNER,
                                  QP_PART_ANGLE, QP_PART_RADIUS, QP_PART_ROWS };

  for (guint i = 0; i < 3000; i++)
    {
      g_autoptr (QpNode) plain = shaped ("flat", g_test_rand_int_range (3, 60), NULL, NULL);
      g_autoptr (QpNode) node
          = qp_screen_converted (plain, NULL, (QpScreenShape) g_test_rand_int_range (1, G_N_ELEMENTS (shapes)));
      const QpVec at = qp_vec (g_test_rand_double_range (-60, 60), g_test_rand_double_range (-60, 60));
      g_autoptr (QpNode) after = qp_screen_reshaped (node, NULL, parts[i % G_N_ELEMENTS (parts)],
                                                     (guint) g_test_rand_int_range (0, 2), at, i % 2);
      g_auto (QpShape) shape = { 0 };
      guint columns = 0;
      g_assert_true (qp_shape_init (&shape, (const QpScreen *) after, NULL));
      for (guint k = 0; k < shape.facets->len; k++)
        {
          const QpFacet *facet = qp_shape_facet (&shape, k);
          g_assert_cmpuint (facet->first, ==, columns);
          g_assert_cmpfloat_with_epsilon (qp_vec_distance (facet->a, facet->b), facet->columns * W, 1e-6);
          columns += facet->columns;
        }
      g_assert_cmpuint (columns, ==, ((const QpScreen *) after)->columns);
      g_assert_cmpfloat_with_epsilon (qp_shape_area (&shape), (double) shape.cells.n * W * W, 1e-6);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/shape-tools/paths", test_paths);
  g_test_add_func ("/shape-tools/hit", test_hit);
  g_test_add_func ("/shape-tools/floor-is-an-area", test_floor_is_an_area);
  g_test_add_func ("/shape-tools/snaps-to-corner", test_snaps_to_corner);
  g_test_add_func ("/shape-tools/bend", test_bend);
  g_test_add_func ("/shape-tools/bend-back", test_bend_back);
  g_test_add_func ("/shape-tools/arc-end", test_arc_end);
  g_test_add_func ("/shape-tools/face-end", test_face_end);
  g_test_add_func ("/shape-tools/corner", test_corner);
  g_test_add_func ("/shape-tools/angle", test_angle);
  g_test_add_func ("/shape-tools/inner-corner", test_inner_corner);
  g_test_add_func ("/shape-tools/radius", test_radius);
  g_test_add_func ("/shape-tools/cap", test_cap);
  g_test_add_func ("/shape-tools/rows", test_rows);
  g_test_add_func ("/shape-tools/goes-round-a-corner", test_goes_round_a_corner);
  g_test_add_func ("/shape-tools/mirror", test_mirror);
  g_test_add_func ("/shape-tools/escape", test_escape);
  g_test_add_func ("/shape-tools/convert", test_convert);
  g_test_add_func ("/shape-tools/saved", test_saved);
  g_test_add_func ("/shape-tools/random", test_random);
  return g_test_run ();
}
