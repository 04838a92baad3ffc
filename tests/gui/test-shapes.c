/* test-shapes.c: the shape of a screen in the window: chosen by pictures, typed in the inspector
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "gui-help.h"

#include "app/qp-cabinet-button.h"
#include "app/qp-shape-dialog.h"
#include "app/qp-window-private.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

static gboolean
is_shown (QpWindow *window, const char *field)
{
  return gtk_widget_get_visible (GTK_WIDGET (qp_inspector_row (qp_window_inspector (window), field)));
}

static GtkWidget *
editor (QpWindow *window, const char *field)
{
  return qp_field_row_editor (qp_inspector_row (qp_window_inspector (window), field));
}

/* a screen of 12 columns of 1 m, selected */
static QpWindow *
window_new (void)
{
  QpWindow *window = gui_window_new ();

  gui_select_new_screen (window);
  gui_type_into (window, "cabinet_width_mm", "1000");
  gui_type_into (window, "cabinet_height_mm", "1000");
  gui_type_into (window, "columns", "12");
  return window;
}

static QpShapeDialog *
open_dialog (QpWindow *window)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.screen-shape", NULL));
  gui_settle ();
  g_autoptr (GList) all = gtk_window_list_toplevels ();
  for (GList *at = all; at != NULL; at = at->next)
    if (QP_IS_SHAPE_DIALOG (at->data))
      return at->data;
  g_assert_not_reached ();
}

static void
choose (QpWindow *window, QpScreenShape shape)
{
  qp_shape_dialog_choose (open_dialog (window), shape);
  gui_settle ();
  g_assert_cmpint (gui_screen_now (window)->shape, ==, shape);
}

/* one step each, and it comes with what it needs */
static void
test_dialog (void)
{
  QpWindow *window = window_new ();
  QpDocument *document = qp_project_session_document (qp_window_get_session (window));
  const guint before = qp_document_n_undo (document);

  choose (window, QP_SCREEN_CORNER);
  g_assert_cmpstr (gui_screen_now (window)->face_columns, ==, "6 6");
  g_assert_cmpuint (qp_document_n_undo (document), ==, before + 1);
  qp_document_undo (document);
  g_assert_null (gui_screen_now (window)->face_columns);
  for (guint i = 0; qp_values_shape[i].key != NULL; i++)
    choose (window, (QpScreenShape) i);
  gui_window_gone (window);
}

static void
test_fields_of_a_shape (void)
{
  QpWindow *window = window_new ();

  g_assert_false (is_shown (window, "arc_radius_m") || is_shown (window, "face_columns") || is_shown (window, "cap_height_m"));
  choose (window, QP_SCREEN_ARC);
  g_assert_true (is_shown (window, "arc_radius_m") && is_shown (window, "arc_angle_deg"));
  choose (window, QP_SCREEN_ROUNDED_CORNER);
  g_assert_false (is_shown (window, "arc_radius_m"));
  g_assert_true (is_shown (window, "face_columns") && is_shown (window, "corner_columns"));
  choose (window, QP_SCREEN_CAP);
  g_assert_true (is_shown (window, "cap_diameter_m"));
  g_assert_false (is_shown (window, "tilt_deg"));
  gui_window_gone (window);
}

/* the one that is typed takes the place of the other, which is shown as it follows */
static void
test_radius_and_angle (void)
{
  QpWindow *window = window_new ();

  choose (window, QP_SCREEN_ARC);
  gui_type_into (window, "arc_angle_deg", "60");
  g_assert_cmpstr (gtk_entry_get_placeholder_text (GTK_ENTRY (editor (window, "arc_radius_m"))), ==, "= 11.46");
  gui_type_into (window, "arc_radius_m", "10");
  g_assert_true (isnan (gui_screen_now (window)->arc_angle_deg));
  g_assert_cmpint (gui_screen_now (window)->arc_radius_m, ==, 10000000);
  g_assert_cmpstr (gtk_entry_get_placeholder_text (GTK_ENTRY (editor (window, "arc_angle_deg"))), ==, "= 68.8");
  gui_type_into (window, "arc_angle_deg", "30");
  g_assert_cmpint (gui_screen_now (window)->arc_radius_m, ==, QP_UNSET);
  gui_window_gone (window);
}

static void
test_lists (void)
{
  QpWindow *window = window_new ();

  choose (window, QP_SCREEN_FACES);
  gui_type_into (window, "face_columns", "4 4 4");
  QpFieldRow *row = qp_inspector_row (qp_window_inspector (window), "face_columns");
  g_assert_false (qp_field_row_has_problem (row));
  gui_type_into (window, "face_columns", "4 x 4");
  g_assert_true (qp_field_row_has_problem (row));
  g_assert_cmpstr (gui_screen_now (window)->face_columns, !=, "4 x 4");
  row = qp_inspector_row (qp_window_inspector (window), "corner_angles_deg");
  gui_type_into (window, "corner_angles_deg", "90 400");
  g_assert_true (qp_field_row_has_problem (row));
  gui_window_gone (window);
}

/* --- the whole way: drawn, typed, dragged, saved, opened again, looked at from above and from the front --- */

#define SCALE 22.0 /* pixels per metre */

/* @part of the screen is dragged by (@dx, @dy) metres, which changes @changed */
typedef struct
{
  const char *name;
  QpScreenShape shape;
  const char *typed[4][2];
  QpPart part;
  guint index;
  double dx;
  double dy;
  const char *changed;
} Trip;

static const Trip trips[] = {
  { "flat", QP_SCREEN_FLAT, { { "rows", "6" } }, QP_PART_RIGHT, 0, 3, 0, "columns" },
  { "arc-convex", QP_SCREEN_ARC, { { "arc_angle_deg", "60" } }, QP_PART_BEND, 0, 0, -1, "arc_angle_deg" },
  { "arc-concave", QP_SCREEN_ARC, { { "arc_radius_m", "-15" } }, QP_PART_RIGHT, 0, 2, -2, "columns" },
  { "corner", QP_SCREEN_CORNER, { { "face_columns", "8 4" } }, QP_PART_CORNER, 0, -2, 0, "face_columns" },
  { "obtuse-corner", QP_SCREEN_CORNER, { { "corner_angles_deg", "135" } },
    QP_PART_ANGLE, 0, 0, -1, "corner_angles_deg" },
  { "rounded-corner", QP_SCREEN_ROUNDED_CORNER, { { "corner_columns", "4" } }, QP_PART_RIGHT, 0, 0, 3, "face_columns" },
  { "l-shape", QP_SCREEN_FACES, { { "face_columns", "9 3" }, { "corner_angles_deg", "270" } },
    QP_PART_LEFT, 0, -2, 0, "columns" },
  { "u-shape", QP_SCREEN_FACES, { { "face_columns", "3 6 3" }, { "corner_angles_deg", "90 90" } },
    QP_PART_CORNER, 0, 0, 2, "face_columns" },
  { "box", QP_SCREEN_FACES, { { "columns", "20" }, { "face_columns", "6 4 6 4" }, { "corner_angles_deg", "90 90 90" } },
    QP_PART_CORNER, 1, 0, 1, "face_columns" },
  { "cube-interior", QP_SCREEN_FACES, { { "columns", "15" }, { "face_columns", "5 5 5" }, { "corner_angles_deg", "270 270" } },
    QP_PART_LEFT, 0, 0, -2, "columns" },
  { "column", QP_SCREEN_COLUMN, { { "columns", "16" } }, QP_PART_RADIUS, 0, 1, 0, "columns" },
  { "ribbon", QP_SCREEN_RIBBON, { { "columns", "24" }, { "rows", "1" }, { "arc_angle_deg", "120" } },
    QP_PART_BEND, 0, 0, 1, "arc_angle_deg" },
  { "floor", QP_SCREEN_FLOOR, { { "rows", "5" } }, QP_PART_ROWS, 1, 0, -2, "rows" },
  { "ceiling", QP_SCREEN_CEILING, { { "rows", "4" } }, QP_PART_ROWS, 0, 0, 2, "rows" },
  { "mesh", QP_SCREEN_MESH, { { "rows", "8" } }, QP_PART_LEFT, 0, -3, 0, "columns" },
  { "double-sided", QP_SCREEN_FLAT, { { "rows", "4" } }, QP_PART_LEFT, 0, 2, 0, "columns" },
  { "irregular", QP_SCREEN_FLAT, { { "rows", "6" }, { "missing_cells", "1-3,1 1-2,2 12,5-6" } },
    QP_PART_RIGHT, 0, 2, 0, "columns" },
  { "zones", QP_SCREEN_ZONES, { { "rows", "6" } }, QP_PART_RIGHT, 0, 2, 0, "columns" },
  { "cap", QP_SCREEN_CAP, { { "cap_diameter_m", "8" } }, QP_PART_RADIUS, 0, 1, 0, "cap_diameter_m" },
  { "half-ellipse", QP_SCREEN_HALF_ELLIPSE, { { "rows", "5" } }, QP_PART_RIGHT, 0, 2, 0, "columns" },
};

static QpVec
px_of (QpStage *stage, double x, double y)
{
  return qp_viewport_to_px (qp_stage_get_viewport (stage), qp_vec (x, y));
}

static void
drag (QpStage *stage, QpVec from, QpVec to)
{
  qp_stage_move (stage, from, QP_MOD_NONE);
  qp_stage_press (stage, from, QP_BUTTON_PRIMARY, 1, QP_MOD_NONE);
  for (guint i = 1; i <= 8; i++)
    qp_stage_move (stage, qp_vec (from.x + (to.x - from.x) * i / 8, from.y + (to.y - from.y) * i / 8), QP_MOD_NONE);
  qp_stage_release (stage, to, QP_BUTTON_PRIMARY, QP_MOD_NONE);
  gui_settle ();
}

/* 12 m from left to right, so that it looks down */
static void
draw (QpWindow *window, QpStage *stage)
{
  QpViewport viewport = *qp_stage_get_viewport (stage);

  viewport.center = qp_vec (0, 0);
  viewport.scale = SCALE;
  qp_stage_set_viewport (stage, &viewport);
  qp_stage_set_tool (stage, QP_TOOL_SCREEN);
  drag (stage, px_of (stage, -6, 0), px_of (stage, 6, 0));
  qp_stage_set_tool (stage, QP_TOOL_SELECT);
  g_assert_nonnull (gui_screen_now (window));
  g_assert_cmpint (gui_screen_now (window)->columns, >, 8);
}

static void
edit (QpWindow *window, const Trip *trip)
{
  const char *const size[][2] = { { "cabinet_width_mm", "1000" }, { "cabinet_height_mm", "1000" }, { "cabinet_px_w", "100" },
                                  { "cabinet_px_h", "100" }, { "columns", "12" }, { "rows", "3" } };

  qp_cabinet_button_choose (QP_CABINET_BUTTON (editor (window, "cabinet")), "");
  gui_settle ();
  for (guint i = 0; i < G_N_ELEMENTS (size); i++)
    gui_type_into (window, size[i][0], size[i][1]);
  if (gui_screen_now (window)->shape != (gint64) trip->shape)
    choose (window, trip->shape);
  for (guint i = 0; i < G_N_ELEMENTS (trip->typed) && trip->typed[i][0] != NULL; i++)
    gui_type_into (window, trip->typed[i][0], trip->typed[i][1]);
}

static void
view (QpWindow *window, const char *name)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.view", "s", name));
  gui_wait_ms (30);
}

static void
make_zone (QpWindow *window, guint column, guint row, guint columns, guint rows)
{
  const QpCellRange cells = { column, row, columns, rows };
  const QpId screen = gui_screen_now (window)->node.id;

  qp_elevation_area_choose (qp_screen_view_area (window->screen_view), &cells);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.make-zone", NULL));
  gui_settle ();
  qp_selection_set_one (qp_project_session_selection (qp_window_get_session (window)), screen);
  gui_settle ();
}

/* what has no row of text */
static void
edit_by_hand (QpWindow *window, const Trip *trip)
{
  if (strcmp (trip->name, "double-sided") == 0)
    gtk_switch_set_active (GTK_SWITCH (editor (window, "double_sided")), TRUE);
  gui_settle ();
  g_assert_cmpint (gui_screen_now (window)->double_sided == TRUE, ==, strcmp (trip->name, "double-sided") == 0);
  if (trip->shape != QP_SCREEN_ZONES)
    return;
  view (window, "screen");
  make_zone (window, 0, 0, 4, 6);
  make_zone (window, 6, 2, 6, 3);
  view (window, "plan");
}

static QpVec
handle (QpStage *stage, QpId screen, QpPart part, guint index)
{
  g_autoptr (GArray) handles = qp_item_handles (qp_scene_find (qp_stage_get_scene (stage), screen), 1 / SCALE);

  for (guint i = 0; i < handles->len; i++)
    {
      const QpHandle *one = &g_array_index (handles, QpHandle, i);
      if (one->part == part && one->index == index)
        return qp_viewport_to_px (qp_stage_get_viewport (stage), one->place);
    }
  g_assert_not_reached ();
}

/* one step */
static void
drag_handle (QpWindow *window, QpStage *stage, const Trip *trip)
{
  QpDocument *document = qp_project_session_document (qp_window_get_session (window));
  g_autoptr (QpNode) before = qp_node_ref ((QpNode *) gui_screen_now (window));
  const guint steps = qp_document_n_undo (document);
  const QpField *field = qp_kind_field (QP_KIND_SCREEN, trip->changed);
  const QpVec from = handle (stage, before->id, trip->part, trip->index);

  drag (stage, from, qp_vec (from.x + trip->dx * SCALE, from.y - trip->dy * SCALE));
  const QpValue was = qp_node_get (before, field), now = qp_node_get ((QpNode *) gui_screen_now (window), field);
  g_assert_cmpuint (qp_document_n_undo (document), ==, steps + 1);
  g_assert_false (qp_value_equal (&was, &now));
}

static void
wait_for (gboolean (*is_so) (QpWindow *), QpWindow *window)
{
  for (guint i = 0; i < 1000 && !is_so (window); i++)
    gui_wait_ms (10);
  g_assert_true (is_so (window));
}

static gboolean
is_saved (QpWindow *window)
{
  return !qp_document_is_modified (qp_project_session_document (qp_window_get_session (window)));
}

static gboolean
is_opened (QpWindow *window)
{
  return qp_project_session_file (qp_window_get_session (window)) != NULL;
}

static void
save_and_open (QpWindow *window, const Trip *trip)
{
  g_autofree char *folder = g_dir_make_tmp ("qp-trip-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "trip.qianping", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  const QpId id = gui_screen_now (window)->node.id;

  qp_project_session_set_file (qp_window_get_session (window), file);
  qp_window_save (window, FALSE);
  wait_for (is_saved, window);
  QpWindow *other = gui_window_new ();
  qp_window_open_file (other, file);
  wait_for (is_opened, other);
  qp_selection_set_one (qp_project_session_selection (qp_window_get_session (other)), id);
  gui_settle ();
  g_assert_true (qp_node_equal ((QpNode *) gui_screen_now (other), (QpNode *) gui_screen_now (window)));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (other), "win.zoom-fit", NULL));
  gui_picture (GTK_WINDOW (other), trip->name, "plan");
  view (other, "screen");
  const QpElevation *elevation = qp_elevation_area_elevation (qp_screen_view_area (other->screen_view));
  const QpEstimate *estimate = qp_estimate_cache_get (qp_project_session_estimates (qp_window_get_session (other)),
                                                      (QpNode *) gui_screen_now (other));
  g_assert_cmpuint (elevation->shape.cells.n, >, 0);
  g_assert_cmpfloat_with_epsilon (qp_estimate_get (estimate, "area_m2"), qp_shape_area (&elevation->shape), 1e-6);
  gui_picture (GTK_WINDOW (other), trip->name, "front");
  gui_window_gone (other);
  g_assert_true (g_file_delete (file, NULL, NULL));
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_trip (gconstpointer data)
{
  const Trip *trip = data;
  QpWindow *window = gui_window_new ();
  QpStage *stage = qp_plan_view_stage (window->plan_view);

  draw (window, stage);
  edit (window, trip);
  edit_by_hand (window, trip);
  drag_handle (window, stage, trip);
  save_and_open (window, trip);
  gui_window_gone (window);
}

/* the trips take long together: QP_PART says which third of them is made, and the first does the rest too */
static gboolean
is_part (guint i)
{
  const char *part = g_getenv ("QP_PART");

  return part == NULL || g_ascii_strtoull (part, NULL, 10) == i % 3;
}

static void
add_tests (void)
{
  if (is_part (0))
    {
      g_test_add_func ("/shapes/dialog", test_dialog);
      g_test_add_func ("/shapes/fields-of-a-shape", test_fields_of_a_shape);
      g_test_add_func ("/shapes/radius-and-angle", test_radius_and_angle);
      g_test_add_func ("/shapes/lists", test_lists);
    }
  for (guint i = 0; i < G_N_ELEMENTS (trips); i++)
    {
      if (!is_part (i))
        continue;
      g_autofree char *path = g_strconcat ("/shapes/trip/", trips[i].name, NULL);
      g_test_add_data_func (path, &trips[i], test_trip);
    }
}

int
main (int argc, char **argv)
{
  return gui_main (argc, argv, add_tests);
}
