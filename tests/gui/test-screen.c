/* test-screen.c: the Screen view in process: switches, choosing cabinets, taking them out, exporting
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "gui-help.h"

#include "app/qp-export-dialog.h"
#include "app/qp-window-private.h"

#include <glib/gstdio.h>
#include <string.h>

static void
activate (QpWindow *window, const char *action, const char *target)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), action, target != NULL ? "s" : NULL, target));
  gui_settle ();
}

/* 12 × 6 cabinets of 1 m with 100 × 100 pixels, in the Screen view */
static QpWindow *
window_with_screen (void)
{
  QpWindow *window = gui_window_new ();
  const char *const typed[][2] = { { "cabinet_width_mm", "1000" },
                                   { "cabinet_height_mm", "1000" },
                                   { "cabinet_px_w", "100" },
                                   { "cabinet_px_h", "100" },
                                   { "columns", "12" },
                                   { "rows", "6" } };

  gui_select_new_screen (window);
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    gui_type_into (window, typed[i][0], typed[i][1]);
  activate (window, "win.view", "screen");
  gui_wait_ms (50);
  return window;
}

static QpElevationArea *
area_of (QpWindow *window)
{
  return qp_screen_view_area (window->screen_view);
}

static void
test_takes_cabinets_out (void)
{
  QpWindow *window = window_with_screen ();
  const QpCellRange range = { 2, 0, 3, 2 };

  qp_elevation_area_choose (area_of (window), &range);
  activate (window, "win.toggle-cabinets", NULL);
  g_assert_cmpstr (gui_screen_now (window)->missing_cells, ==, "3-5,1 3-5,2");
  QpCellRange still;
  g_assert_true (qp_elevation_area_chosen (area_of (window), &still));
  activate (window, "win.toggle-cabinets", NULL);
  g_assert_null (gui_screen_now (window)->missing_cells);
  activate (window, "win.undo", NULL); /* one step each */
  g_assert_cmpstr (gui_screen_now (window)->missing_cells, ==, "3-5,1 3-5,2");
  activate (window, "win.undo", NULL);
  g_assert_null (gui_screen_now (window)->missing_cells);
  g_assert_cmpint (gui_screen_now (window)->columns, ==, 12);
  gui_window_gone (window);
}

/* without a choice nothing changes, and never do all cabinets go */
static void
test_keeps_a_cabinet (void)
{
  QpWindow *window = window_with_screen ();
  const QpCellRange all = { 0, 0, 12, 6 };

  activate (window, "win.toggle-cabinets", NULL);
  g_assert_null (gui_screen_now (window)->missing_cells);
  qp_elevation_area_choose (area_of (window), &all);
  activate (window, "win.toggle-cabinets", NULL);
  g_assert_null (gui_screen_now (window)->missing_cells);
  gui_window_gone (window);
}

static void
test_arrow_keys (void)
{
  QpWindow *window = window_with_screen ();
  QpElevationArea *area = area_of (window);
  QpCellRange range;

  qp_elevation_area_move_choice (area, 1, 0, FALSE); /* the first key chooses the first cabinet */
  qp_elevation_area_move_choice (area, 1, 0, FALSE);
  qp_elevation_area_move_choice (area, 1, 0, TRUE);
  qp_elevation_area_move_choice (area, 0, 1, TRUE);
  g_assert_true (qp_elevation_area_chosen (area, &range));
  g_assert_cmpuint (range.column, ==, 1);
  g_assert_cmpuint (range.columns, ==, 2);
  g_assert_cmpuint (range.rows, ==, 2);
  /* from behind, right is towards the first column */
  activate (window, "win.screen-layer", "back");
  qp_elevation_area_move_choice (area, 1, 0, FALSE);
  g_assert_true (qp_elevation_area_chosen (area, &range));
  g_assert_cmpuint (range.column, ==, 1);
  g_assert_cmpuint (range.columns, ==, 1);
  gui_window_gone (window);
}

static void
test_switches (void)
{
  QpWindow *window = window_with_screen ();
  const char *const names[] = { "back", "cabinets", "zones", "dimensions", "pixels" };
  const QpElevationView *view = qp_elevation_area_view (area_of (window));

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      gboolean before, after;
      const QpElevationView was = *view;
      g_object_get (window->screen_view, names[i], &before, NULL);
      activate (window, "win.screen-layer", names[i]);
      g_object_get (window->screen_view, names[i], &after, NULL);
      g_assert_cmpint (before, !=, after);
      g_assert_true (view->layers != was.layers || view->back != was.back);
    }
  gui_window_gone (window);
}

/* the keys of zoom are about what is seen */
static void
test_zoom (void)
{
  QpWindow *window = window_with_screen ();
  const QpViewport *viewport = qp_elevation_area_viewport (area_of (window));
  const double whole = viewport->scale;
  const double plan = qp_stage_get_viewport (qp_plan_view_stage (window->plan_view))->scale;
  const QpCellRange one = { 3, 3, 1, 1 };

  g_assert_cmpfloat (12 * whole, <=, viewport->width);
  activate (window, "win.zoom-in", NULL);
  g_assert_cmpfloat_with_epsilon (viewport->scale, 1.25 * whole, 1e-9);
  qp_elevation_area_choose (area_of (window), &one);
  activate (window, "win.zoom-selection", NULL);
  g_assert_cmpfloat (viewport->scale, >, 2 * whole);
  g_assert_cmpfloat_with_epsilon (viewport->center.x, 3.5, 1e-9);
  activate (window, "win.zoom-fit", NULL);
  g_assert_cmpfloat_with_epsilon (viewport->scale, whole, 1e-9);
  g_assert_cmpfloat (qp_stage_get_viewport (qp_plan_view_stage (window->plan_view))->scale, ==, plan);
  gui_window_gone (window);
}

/* what is under the pointer, from the front and from behind */
static void
test_cell_under_pointer (void)
{
  QpWindow *window = window_with_screen ();
  QpElevationArea *area = area_of (window);

  for (guint i = 0; i < 2; i++)
    {
      const QpElevation *elevation = qp_elevation_area_elevation (area);
      const QpBox box = qp_elevation_mirror_box (elevation, i == 1, qp_elevation_cell (elevation, 2, 4));
      const QpVec px = qp_viewport_to_px (qp_elevation_area_viewport (area), qp_box_middle (box));
      guint column = 0, row = 0;
      g_assert_true (qp_elevation_area_cell_at (area, px, FALSE, &column, &row));
      g_assert_cmpuint (column, ==, 2);
      g_assert_cmpuint (row, ==, 4);
      activate (window, "win.screen-layer", "back");
    }
  gui_window_gone (window);
}

/* -- exporting -- */

static char *
temporary (void)
{
  return g_dir_make_tmp ("qianping-export-XXXXXX", NULL);
}

static void
wait_for_dialog_to_go (QpExportDialog **dialog)
{
  for (guint i = 0; *dialog != NULL && i < 400; i++)
    gui_wait_ms (25);
  g_assert_null (*dialog);
}

static void
test_exports (void)
{
  QpWindow *window = window_with_screen ();
  g_autofree char *folder = temporary ();
  const gboolean patterns[] = { FALSE, TRUE };

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *path = g_build_filename (folder, i == 0 ? "map.png" : "pattern.png", NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      QpExportDialog *dialog = qp_export_dialog_show (GTK_WINDOW (window), qp_window_get_session (window), patterns[i]);
      g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
      gui_settle ();
      qp_export_dialog_write (dialog, file);
      wait_for_dialog_to_go (&dialog);
      cairo_surface_t *surface = cairo_image_surface_create_from_png (path);
      g_assert_cmpint (cairo_image_surface_get_width (surface), ==, 1200);
      g_assert_cmpint (cairo_image_surface_get_height (surface), ==, 600);
      cairo_surface_destroy (surface);
      g_unlink (path);
    }
  g_rmdir (folder);
  gui_window_gone (window);
}

/* a file that was there stays as it was: 72 million pixels are not written before the stop is heard */
static void
test_export_is_stopped (void)
{
  QpWindow *window = window_with_screen ();
  g_autofree char *folder = temporary ();
  g_autofree char *path = g_build_filename (folder, "map.png", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *now = NULL;

  gui_type_into (window, "columns", "120");
  gui_type_into (window, "rows", "60");
  g_assert_true (g_file_set_contents (path, "before", -1, NULL));
  QpExportDialog *dialog = qp_export_dialog_show (GTK_WINDOW (window), qp_window_get_session (window), FALSE);
  GtkStack *stack = GTK_STACK (gtk_widget_get_template_child (GTK_WIDGET (dialog), QP_TYPE_EXPORT_DIALOG, "stack"));
  gui_settle ();
  qp_export_dialog_write (dialog, file);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "progress");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "work.cancel", NULL);
  for (guint i = 0; g_strcmp0 (gtk_stack_get_visible_child_name (stack), "options") != 0 && i < 400; i++)
    gui_wait_ms (25);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "options");
  g_assert_true (g_file_get_contents (path, &now, NULL, NULL));
  g_assert_cmpstr (now, ==, "before");
  gtk_window_destroy (GTK_WINDOW (dialog));
  g_unlink (path);
  g_assert_cmpint (g_rmdir (folder), ==, 0); /* and nothing half written beside it */
  gui_window_gone (window);
}

/* long words and many switches wrap, they do not make the window wide */
static void
test_is_narrow (void)
{
  QpWindow *window = window_with_screen ();
  const QpCellRange range = { 2, 0, 3, 2 };
  int least;

  gui_type_into (window, "arc_radius_m", "20");
  qp_elevation_area_choose (area_of (window), &range);
  gui_settle ();
  gtk_widget_measure (GTK_WIDGET (window->screen_view), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, 360);
  gui_window_gone (window);
}

static void
add_tests (void)
{
  g_test_add_func ("/screen/takes-cabinets-out", test_takes_cabinets_out);
  g_test_add_func ("/screen/keeps-a-cabinet", test_keeps_a_cabinet);
  g_test_add_func ("/screen/arrow-keys", test_arrow_keys);
  g_test_add_func ("/screen/switches", test_switches);
  g_test_add_func ("/screen/zoom", test_zoom);
  g_test_add_func ("/screen/cell-under-pointer", test_cell_under_pointer);
  g_test_add_func ("/screen/is-narrow", test_is_narrow);
  g_test_add_func ("/screen/exports", test_exports);
  g_test_add_func ("/screen/export-is-stopped", test_export_is_stopped);
}

int
main (int argc, char **argv)
{
  return gui_main (argc, argv, add_tests);
}
