/* test-probe.c: standing on the plan in process: picture, figures, turning the head, saving
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "gui-help.h"

#include "app/qp-window-private.h"

#include <glib/gstdio.h>
#include <string.h>

static QpStage *
stage_of (QpWindow *window)
{
  return qp_plan_view_stage (qp_window_plan_view (window));
}

static QpProbeCard *
card_of (QpWindow *window)
{
  return qp_plan_view_probe_card (qp_window_plan_view (window));
}

static QpViewArea *
area_of (QpWindow *window)
{
  return qp_probe_card_area (card_of (window));
}

static void
wait_drawn (QpWindow *window)
{
  for (guint i = 0; i < 2000 && !qp_view_area_is_drawn (area_of (window)); i++)
    gui_wait_ms (25);
  g_assert_true (qp_view_area_is_drawn (area_of (window)));
}

/* a screen of 9.6 × 4.8 m, its lower edge 3 m up, and the tool in hand */
static QpWindow *
window_with_screen (void)
{
  static const char *const texts[][2]
      = { { "cabinet_width_mm", "960" }, { "cabinet_height_mm", "960" }, { "cabinet_px_w", "160" }, { "cabinet_px_h", "160" },
          { "columns", "10" },           { "rows", "5" },                { "bottom_height_m", "3" } };
  QpWindow *window = gui_window_new ();

  gui_select_new_screen (window);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    gui_type_into (window, texts[i][0], texts[i][1]);
  qp_window_set_view (window, "plan");
  g_assert_null (card_of (window)); /* nobody waits for it */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.tool", "s", "probe");
  gui_settle ();
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (card_of (window))));
  return window;
}

/* before the middle of the screen, which looks down the plan */
static void
stand (QpWindow *window, double aside, double before)
{
  const QpScreen *screen = gui_screen_now (window);
  const QpViewport *viewport = qp_stage_get_viewport (stage_of (window));
  const QpVec at = { qp_m_from_um (screen->x_m) + aside, qp_m_from_um (screen->y_m) - before };
  const QpVec px = qp_viewport_to_px (viewport, at);

  qp_stage_move (stage_of (window), px, 0);
  qp_stage_press (stage_of (window), px, QP_BUTTON_PRIMARY, 1, 0);
  qp_stage_release (stage_of (window), px, QP_BUTTON_PRIMARY, 0);
  gui_settle ();
  wait_drawn (window);
}

static void
test_stand (void)
{
  QpWindow *window = window_with_screen ();
  QpDocument *document = qp_project_session_document (qp_window_get_session (window));
  const guint before = qp_document_n_undo (document);

  stand (window, 0, 20);
  const QpViewResult *result = qp_view_area_result (area_of (window));
  g_assert_cmpuint (qp_probe_card_n_rows (card_of (window)), ==, 1);
  const QpViewLook *look = &g_array_index (result->looks, QpViewLook, 0);
  g_assert_cmpfloat_with_epsilon (look->look.share, 1, 1e-6);
  g_assert_cmpfloat_with_epsilon (look->look.nearest_m, sqrt (20 * 20 + 1.4 * 1.4), 0.02);
  const QpViewTally *tally = &g_array_index (result->picture->tallies, QpViewTally, 0);
  g_assert_cmpfloat_with_epsilon (tally->share, 1, 0.02);

  /* a wall close before it hides all; the window follows the plan */
  QpNode *wall = gui_add (window, gui_first_plan (window)->id, QP_KIND_OBSTACLE);
  const QpScreen *screen = gui_screen_now (window);
  const QpPoint ends[] = { { screen->x_m - 20000000, screen->y_m - 2000000 }, { screen->x_m + 20000000, screen->y_m - 2000000 } };
  g_autoptr (QpPoints) points = qp_points_new (ends, 2);
  const QpValue outline = { .storage = QP_STORAGE_POINTS, .points = points }, open = qp_value_integer (FALSE),
                top = qp_value_integer (30000000);
  g_autoptr (GPtrArray) edits = qp_edits_new ();
  g_ptr_array_add (edits, qp_edit_set (wall->id, qp_kind_field (QP_KIND_OBSTACLE, "outline"), &outline));
  g_ptr_array_add (edits, qp_edit_set (wall->id, qp_kind_field (QP_KIND_OBSTACLE, "closed"), &open));
  g_ptr_array_add (edits, qp_edit_set (wall->id, qp_kind_field (QP_KIND_OBSTACLE, "top_height_m"), &top));
  g_assert_true (qp_project_session_run (qp_window_get_session (window), "Wall", NULL, edits, NULL));
  gui_settle ();
  wait_drawn (window);
  result = qp_view_area_result (area_of (window));
  look = &g_array_index (result->looks, QpViewLook, 0);
  g_assert_cmpint (look->look.grade, ==, QP_LOOK_BLOCKED);
  g_assert_true (qp_id_equal (look->look.blocker->id, wall->id));
  qp_document_undo (document);
  qp_document_undo (document);

  /* leaving changes nothing of the document */
  g_assert_cmpuint (qp_document_n_undo (document), ==, before);
  qp_stage_set_probe (stage_of (window), NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.tool", "s", "select");
  gui_settle ();
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (card_of (window))));
  gui_window_gone (window);
}

static void
test_turn_and_night (void)
{
  QpWindow *window = window_with_screen ();

  stand (window, 0, 20);
  const double heading = qp_view_area_gaze (area_of (window))->heading;
  QpProbe probe = *qp_stage_get_probe (stage_of (window));
  probe.gaze.heading = 180;
  qp_stage_set_probe (stage_of (window), &probe);
  wait_drawn (window);
  g_assert_cmpfloat (heading, !=, 180);
  const QpViewTally *tally = &g_array_index (qp_view_area_result (area_of (window))->picture->tallies, QpViewTally, 0);
  g_assert_cmpfloat (tally->pixels, ==, 0);
  cairo_surface_t *day = qp_view_area_result (area_of (window))->picture->surface;
  const guint32 sky_by_day = ((const guint32 *) (gpointer) cairo_image_surface_get_data (day))[cairo_image_surface_get_stride (day) / 4 * 60 + 60];
  qp_probe_card_set_night (card_of (window), TRUE);
  gui_settle ();
  wait_drawn (window);
  cairo_surface_t *night = qp_view_area_result (area_of (window))->picture->surface;
  const guint32 sky = ((const guint32 *) (gpointer) cairo_image_surface_get_data (night))[cairo_image_surface_get_stride (night) / 4 * 60 + 60];
  g_assert_cmpuint (sky >> 8 & 255, <, sky_by_day >> 8 & 255);
  gui_window_gone (window);
}

static void
test_save (void)
{
  QpWindow *window = window_with_screen ();
  g_autofree char *folder = g_dir_make_tmp ("qp-view-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "view.png", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *data = NULL;
  gsize length = 0;

  qp_window_save_view (window, file); /* nobody stands there: told, and nothing written */
  gui_settle ();
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  stand (window, 3, 15);
  qp_window_save_view (window, file);
  for (guint i = 0; i < 2000 && !g_file_test (path, G_FILE_TEST_EXISTS); i++)
    gui_wait_ms (25);
  gui_settle ();
  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  g_assert_cmpuint (length, >, 10000);
  g_assert_cmpmem (data, 8, "\x89PNG\r\n\x1a\n", 8);
  g_remove (path);
  g_rmdir (folder);
  gui_window_gone (window);
}

static void
add_tests (void)
{
  g_test_add_func ("/probe/stand", test_stand);
  g_test_add_func ("/probe/turn-and-night", test_turn_and_night);
  g_test_add_func ("/probe/save", test_save);
}

int
main (int argc, char **argv)
{
  return gui_main (argc, argv, add_tests);
}
