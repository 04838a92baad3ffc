/* test-sight.c: the map of what is seen over the plan: shown, refined, followed
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "gui-help.h"

#include "app/qp-window-private.h"
#include "canvas/qp-canvas.h"

#include <string.h>

static QpSightControl *
control_of (QpWindow *window)
{
  return qp_plan_view_sight (qp_window_plan_view (window));
}

static void
wait_for_map (QpWindow *window)
{
  for (guint i = 0; i < 1000 && qp_sight_control_is_busy (control_of (window)); i++)
    gui_wait_ms (10);
  g_assert_false (qp_sight_control_is_busy (control_of (window)));
}

static void
set_outline (QpWindow *window, QpNode *node, const char *text)
{
  const QpField *field = qp_kind_field (node->kind, "outline");
  g_auto (QpValue) value = { 0 };
  g_autoptr (GPtrArray) edits = qp_edits_new ();

  g_assert_cmpint (qp_field_parse (field, text, &value), ==, QP_FIELD_FINE);
  g_ptr_array_add (edits, qp_edit_set (node->id, field, &value));
  g_assert_true (qp_project_session_run (qp_window_get_session (window), "Outline", NULL, edits, NULL));
}

/* a screen of 10 × 5 m, and people 10 to 20 m before it */
static QpWindow *
new_scene (gboolean with_people)
{
  static const char *const texts[][2]
      = { { "cabinet_width_mm", "500" }, { "cabinet_height_mm", "500" }, { "cabinet_px_w", "128" }, { "cabinet_px_h", "128" },
          { "columns", "20" },           { "rows", "10" },               { "bottom_height_m", "1" } };
  QpWindow *window = gui_window_new ();

  gui_select_new_screen (window);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    gui_type_into (window, texts[i][0], texts[i][1]);
  const QpScreen *screen = gui_screen_now (window);
  const double x = screen->x_m == QP_UNSET ? 0 : screen->x_m / 1e6, y = screen->y_m == QP_UNSET ? 0 : screen->y_m / 1e6;
  g_autofree char *outline
      = g_strdup_printf ("%.3f,%.3f %.3f,%.3f %.3f,%.3f %.3f,%.3f", x - 10, y - 20, x + 10, y - 20, x + 10, y - 10, x - 10, y - 10);
  if (with_people)
    set_outline (window, gui_add (window, gui_first_plan (window)->id, QP_KIND_AUDIENCE), outline);
  gui_settle ();
  return window;
}

static void
act (QpWindow *window, const char *action, const char *value)
{
  g_action_group_activate_action (G_ACTION_GROUP (window), action, value == NULL ? NULL : g_variant_new_string (value));
  gui_settle ();
}

static GtkWidget *
legend_of (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      const char *id = GTK_IS_BUILDABLE (child) ? gtk_buildable_get_buildable_id (GTK_BUILDABLE (child)) : NULL;
      GtkWidget *found = g_strcmp0 (id, "legend") == 0 ? child : legend_of (child);
      if (found != NULL)
        return found;
    }
  return NULL;
}

/* shown on request, with a legend; gone again at the next */
static void
test_shown (void)
{
  QpWindow *window = new_scene (TRUE);
  GtkWidget *legend = legend_of (GTK_WIDGET (window));

  g_assert_null (qp_sight_control_overlay (control_of (window)));
  g_assert_false (gtk_widget_get_visible (legend));
  act (window, "sight", NULL);
  wait_for_map (window);
  const QpMapOverlay *overlay = qp_sight_control_overlay (control_of (window));
  g_assert_nonnull (overlay);
  g_assert_true (overlay->scale.named);
  g_assert_true (gtk_widget_get_visible (legend));
  g_assert_cmpuint (qp_sight_store_memory (qp_sight_control_store (control_of (window))), >, 0);
  act (window, "sight", NULL);
  wait_for_map (window);
  g_assert_null (qp_sight_control_overlay (control_of (window)));
  g_assert_false (gtk_widget_get_visible (legend));
  gui_window_gone (window);
}

/* who chooses a measure sees it at once; numbers have lines */
static void
test_measures (void)
{
  QpWindow *window = new_scene (TRUE);

  for (guint i = 0; i < qp_sight_measure_count (); i++)
    {
      act (window, "sight-measure", qp_sight_measure_at (i)->key);
      wait_for_map (window);
      const QpMapOverlay *overlay = qp_sight_control_overlay (control_of (window));
      g_assert_nonnull (overlay);
      g_assert_cmpstr (overlay->scale.title, ==, qp_sight_measure_at (i)->label);
    }
  act (window, "sight-measure", "distance");
  act (window, "sight-hatched", NULL);
  wait_for_map (window);
  g_assert_cmpuint (qp_sight_control_overlay (control_of (window))->contours->len, >, 0);
  g_assert_true (qp_sight_control_overlay (control_of (window))->hatched);
  gui_window_gone (window);
}

/* a selected screen has its ground outlined; with nobody on the plan the note says what to do */
static void
test_viewshed (void)
{
  QpWindow *window = new_scene (FALSE);

  act (window, "sight", NULL);
  wait_for_map (window);
  g_autofree char *note = qp_sight_control_note (control_of (window));
  g_assert_nonnull (strstr (note, "No audience"));
  act (window, "sight-ground", "plan");
  wait_for_map (window);
  const QpMapOverlay *overlay = qp_sight_control_overlay (control_of (window));
  g_assert_cmpuint (overlay->outlines->len, ==, 2);
  g_assert_cmpuint (((const QpMapOutline *) g_ptr_array_index (overlay->outlines, 1))->lines->len, >, 0);
  g_autofree char *whole = qp_sight_control_note (control_of (window));
  g_assert_null (strstr (whole, "No audience"));
  gui_window_gone (window);
}

/* what was there stays while the next map is made, and a window may close meanwhile */
static void
test_follows (void)
{
  QpWindow *window = new_scene (TRUE);

  act (window, "sight-measure", "distance");
  wait_for_map (window);
  g_autoptr (QpMapOverlay) before = qp_map_overlay_ref (qp_sight_control_overlay (control_of (window)));
  gui_type_into (window, "y_m", "40");
  g_assert_nonnull (qp_sight_control_overlay (control_of (window)));
  wait_for_map (window);
  const QpMapOverlay *after = qp_sight_control_overlay (control_of (window));
  g_assert_true (after != before);
  g_assert_cmpfloat (after->scale.bounds[after->scale.n], >, before->scale.bounds[before->scale.n]);
  gui_type_into (window, "y_m", "41");
  gui_window_gone (window);
}

static void
set_text (QpNode *node, const char *name, const char *text)
{
  const QpField *field = qp_kind_field (node->kind, name);
  g_auto (QpValue) value = { 0 };

  g_assert_cmpint (qp_field_parse (field, text, &value), ==, QP_FIELD_FINE);
  qp_node_init_value (node, field, &value);
}

static QpNode *
parent_of (QpKind kind, QpNode **children, guint n)
{
  QpNode *parent = qp_node_new (kind, qp_id_new ());

  g_autoptr (QpNodeList) list = qp_node_list_new (children, n);
  qp_node_init_children (parent, list);
  for (guint i = 0; i < n; i++)
    qp_node_unref (children[i]);
  return parent;
}

#define N_BLOCKS 1000 /* so many that the canvas paints tiles */

static QpNode *
new_crowded_plan (void)
{
  static const char *const texts[][2] = { { "cabinet_width_mm", "500" }, { "cabinet_height_mm", "500" }, { "columns", "80" },
                                          { "rows", "10" }, { "x_m", "0" }, { "y_m", "0" }, { "bottom_height_m", "1" } };
  QpNode *nodes[N_BLOCKS + 1];

  for (guint i = 0; i < N_BLOCKS; i++)
    {
      const double x = -25 + 0.5 * (i % 100), y = 5 + 0.5 * (i / 100);
      g_autofree char *outline = g_strdup_printf ("%g,%g %g,%g %g,%g", x, y, x + 0.2, y, x, y + 0.2);
      nodes[i] = qp_node_new (QP_KIND_OBSTACLE, qp_id_new ());
      set_text (nodes[i], "outline", outline);
    }
  nodes[N_BLOCKS] = qp_node_new (QP_KIND_SCREEN, qp_id_new ());
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    set_text (nodes[N_BLOCKS], texts[i][0], texts[i][1]);
  return parent_of (QP_KIND_PLAN, nodes, N_BLOCKS + 1);
}

/* a map of one value all over the plan */
static QpMapOverlay *
new_even_map (void)
{
  const QpSightGrid grid = qp_sight_grid ((QpBox){ -30, -30, 30, 30 }, 1, 1.6, 10000);
  g_autoptr (QpValueGrid) values = qp_value_grid_new (&grid);
  QpMapScale scale = { .title = "Distance", .unit = " m" };

  for (guint row = 0; row < grid.rows; row++)
    for (guint column = 0; column < grid.columns; column++)
      values->at[qp_sight_grid_cell (&grid, column, row)] = 5;
  qp_map_scale_even (&scale, 0, 100, 6);
  return qp_map_overlay_new (values, &scale, QP_THEME_LIGHT, FALSE);
}

static guint
count_face_pixels (GtkWidget *canvas)
{
  QpPlanStyle style;

  qp_plan_style_init (&style, QP_THEME_LIGHT, QP_TEXT_PX);
  return gui_count_pixels (canvas, style.face);
}

/* screens lie on the map, also where so much stands on the plan that it is kept in tiles */
static void
test_screens_on_top (void)
{
  QpNode *plan = new_crowded_plan ();
  const QpId id = plan->id;
  QpNode *site = parent_of (QP_KIND_SITE, &plan, 1);
  g_autoptr (QpNode) project = parent_of (QP_KIND_PROJECT, &site, 1);
  g_autoptr (QpDocument) document = qp_document_new (project);
  g_autoptr (QpMapOverlay) map = new_even_map ();
  GtkWidget *window = gtk_window_new ();
  QpCanvas *canvas = qp_canvas_new ();
  QpStage *stage = qp_canvas_get_stage (canvas);

  qp_stage_set_document (stage, document);
  qp_stage_set_plan (stage, id);
  gtk_window_set_default_size (GTK_WINDOW (window), 600, 600);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (canvas));
  gtk_window_present (GTK_WINDOW (window));
  gui_settle ();
  qp_stage_fit (stage);
  gui_wait_ms (500);
  const guint without = count_face_pixels (GTK_WIDGET (canvas));
  g_assert_cmpuint (without, >, 100);
  qp_canvas_set_map (canvas, map);
  gui_wait_ms (500);
  g_assert_cmpuint (count_face_pixels (GTK_WIDGET (canvas)), >=, without * 9 / 10);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
add_tests (void)
{
  g_test_add_func ("/sight/shown", test_shown);
  g_test_add_func ("/sight/measures", test_measures);
  g_test_add_func ("/sight/viewshed", test_viewshed);
  g_test_add_func ("/sight/follows", test_follows);
  g_test_add_func ("/sight/screens-on-top", test_screens_on_top);
}

int
main (int argc, char *argv[])
{
  return gui_main (argc, argv, add_tests);
}
