/* test-wiring.c: data ports and power circuits in the Screen view, and a data route drawn by hand
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "gui-help.h"

#include "app/qp-window-private.h"

#include <string.h>

static void
activate (QpWindow *window, const char *action, const char *target)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), action, target != NULL ? "s" : NULL, target));
  gui_settle ();
}

/* 12 × 6 cabinets with 100 × 100 pixels: a port of 650 000 px takes ten whole columns, so there are two */
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

static const QpElevationView *
view_of (QpWindow *window)
{
  return qp_elevation_area_view (qp_screen_view_area (window->screen_view));
}

static QpWiringPanel *
panel_of (QpWindow *window)
{
  return qp_screen_view_wiring (window->screen_view);
}

/* one or the other is shown, or none */
static void
test_switches (void)
{
  QpWindow *window = window_with_screen ();

  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (panel_of (window))));
  activate (window, "win.screen-layer", "data");
  g_assert_cmpint (qp_wiring_panel_mode (panel_of (window)), ==, QP_WIRING_DATA);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (panel_of (window))));
  g_assert_true ((view_of (window)->layers & QP_SHOW_PATHS) != 0);
  g_assert_cmpuint (view_of (window)->n_paths, ==, 2);
  g_assert_cmpuint (view_of (window)->paths[0].n_cells, ==, 60);
  activate (window, "win.screen-layer", "power");
  g_assert_cmpint (qp_wiring_panel_mode (panel_of (window)), ==, QP_WIRING_POWER);
  g_assert_cmpuint (view_of (window)->n_paths, ==, 0); /* the power of its cabinets is not known */
  gboolean data;
  g_object_get (window->screen_view, "data", &data, NULL);
  g_assert_false (data);
  activate (window, "win.screen-layer", "power");
  g_assert_cmpint (qp_wiring_panel_mode (panel_of (window)), ==, QP_WIRING_HIDDEN);
  g_assert_true ((view_of (window)->layers & QP_SHOW_PATHS) == 0);
  gui_window_gone (window);
}

/* the ports follow what is typed */
static void
test_follows_the_document (void)
{
  QpWindow *window = window_with_screen ();

  activate (window, "win.screen-layer", "data");
  gui_type_into (window, "cabinets_per_port", "6");
  g_assert_cmpuint (view_of (window)->n_paths, ==, 12);
  activate (window, "win.undo", NULL);
  g_assert_cmpuint (view_of (window)->n_paths, ==, 2);
  gui_window_gone (window);
}

/* each port is one step to undo; Backspace opens the last one again */
static void
test_draws_a_route (void)
{
  QpWindow *window = window_with_screen ();
  QpWiringPanel *panel = panel_of (window);

  activate (window, "win.draw-route", NULL);
  g_assert_true (qp_wiring_panel_is_drawing (panel));
  qp_wiring_panel_take (panel, 0, 0);
  qp_wiring_panel_take (panel, 0, 5);
  qp_wiring_panel_take (panel, 1, 5);
  g_assert_cmpuint (view_of (window)->paths[view_of (window)->n_paths - 1].n_cells, ==, 7);
  qp_wiring_panel_step_back (panel);
  g_assert_null (gui_screen_now (window)->data_route);
  qp_wiring_panel_end_run (panel);
  gui_settle ();
  g_assert_cmpstr (gui_screen_now (window)->data_route, ==, "1,1-6");
  qp_wiring_panel_take (panel, 1, 0);
  qp_wiring_panel_end_run (panel);
  gui_settle ();
  g_assert_cmpstr (gui_screen_now (window)->data_route, ==, "1,1-6; 2,1");
  g_assert_cmpuint (view_of (window)->n_paths, ==, 2);
  activate (window, "win.undo", NULL);
  g_assert_cmpstr (gui_screen_now (window)->data_route, ==, "1,1-6");
  qp_wiring_panel_step_back (panel);
  gui_settle ();
  g_assert_null (gui_screen_now (window)->data_route);
  qp_wiring_panel_take (panel, 1, 5);
  qp_wiring_panel_end_run (panel);
  gui_settle ();
  g_assert_cmpstr (gui_screen_now (window)->data_route, ==, "1,1-6 2,6");
  gui_window_gone (window);
}

static void
test_leaves_drawing (void)
{
  QpWindow *window = window_with_screen ();
  QpWiringPanel *panel = panel_of (window);

  activate (window, "win.draw-route", NULL);
  qp_wiring_panel_take (panel, 0, 0);
  qp_wiring_panel_leave (panel);
  g_assert_true (qp_wiring_panel_is_drawing (panel));
  qp_wiring_panel_leave (panel);
  g_assert_false (qp_wiring_panel_is_drawing (panel));
  g_assert_null (gui_screen_now (window)->data_route);
  qp_wiring_panel_draw_route (panel, TRUE);
  activate (window, "win.screen-layer", "power"); /* circuits are not drawn by hand */
  g_assert_false (qp_wiring_panel_is_drawing (panel));
  gui_window_gone (window);
}

static void
test_routes_automatically_again (void)
{
  QpWindow *window = window_with_screen ();

  gui_type_into (window, "data_route", "1-3,1");
  activate (window, "win.screen-layer", "data");
  g_assert_cmpuint (view_of (window)->n_paths, ==, 1);
  activate (window, "win.clear-route", NULL);
  g_assert_null (gui_screen_now (window)->data_route);
  g_assert_cmpuint (view_of (window)->n_paths, ==, 2);
  activate (window, "win.undo", NULL);
  g_assert_cmpstr (gui_screen_now (window)->data_route, ==, "1-3,1");
  gui_window_gone (window);
}

static void
test_is_narrow (void)
{
  QpWindow *window = window_with_screen ();
  int least;

  gui_type_into (window, "data_route", "1-3,1");
  activate (window, "win.screen-layer", "data");
  activate (window, "win.draw-route", NULL);
  gtk_widget_measure (GTK_WIDGET (window->screen_view), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, 360);
  gui_window_gone (window);
}

static void
add_tests (void)
{
  g_test_add_func ("/wiring/switches", test_switches);
  g_test_add_func ("/wiring/follows-the-document", test_follows_the_document);
  g_test_add_func ("/wiring/draws-a-route", test_draws_a_route);
  g_test_add_func ("/wiring/leaves-drawing", test_leaves_drawing);
  g_test_add_func ("/wiring/routes-automatically-again", test_routes_automatically_again);
  g_test_add_func ("/wiring/is-narrow", test_is_narrow);
}

int
main (int argc, char **argv)
{
  return gui_main (argc, argv, add_tests);
}
