/* test-shapes.c: the shape of a screen in the window: chosen by pictures, typed in the inspector
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "gui-help.h"

#include "app/qp-shape-dialog.h"

#include <math.h>

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

static void
add_tests (void)
{
  g_test_add_func ("/shapes/dialog", test_dialog);
  g_test_add_func ("/shapes/fields-of-a-shape", test_fields_of_a_shape);
  g_test_add_func ("/shapes/radius-and-angle", test_radius_and_angle);
  g_test_add_func ("/shapes/lists", test_lists);
}

int
main (int argc, char **argv)
{
  return gui_main (argc, argv, add_tests);
}
