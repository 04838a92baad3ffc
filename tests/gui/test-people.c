/* test-people.c: who sees which screen, in the window
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "gui-help.h"

#include "app/qp-figures-view.h"
#include "app/qp-people-page.h"

static void
set (QpWindow *window, QpId id, QpKind kind, const char *name, const char *text)
{
  const QpField *field = qp_kind_field (kind, name);
  g_auto (QpValue) value = { 0 };
  g_autoptr (GPtrArray) edits = qp_edits_new ();

  g_assert_cmpint (qp_field_parse (field, text, &value), ==, QP_FIELD_FINE);
  g_ptr_array_add (edits, qp_edit_set (id, field, &value));
  g_assert_true (qp_project_session_run (qp_window_get_session (window), "Change", NULL, edits, NULL));
}

static GtkWidget *
find_widget (GtkWidget *from, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (from, type))
    return from;
  for (GtkWidget *child = gtk_widget_get_first_child (from); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static const QpPeople *
people_now (QpPeoplePage *page)
{
  for (guint i = 0; i < 200 && (i == 0 || qp_people_page_is_busy (page)); i++)
    gui_wait_ms (50);
  g_assert_false (qp_people_page_is_busy (page));
  g_assert_nonnull (qp_people_page_people (page));
  return qp_people_page_people (page);
}

/* nobody, then 600 people/h × 5 h × 1 min before the screen, then twice as many, then as before */
static void
test_live (void)
{
  static const char *const fields[][2] = { { "cabinet_width_mm", "1000" }, { "cabinet_height_mm", "1000" }, { "cabinet_px_w", "100" },
                                           { "cabinet_px_h", "100" },      { "columns", "12" },             { "rows", "6" },
                                           { "bottom_height_m", "4" },     { "x_m", "0" },                  { "y_m", "0" } };
  QpWindow *window = gui_window_new ();
  const QpId screen = gui_select_new_screen (window)->id;
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    set (window, screen, QP_KIND_SCREEN, fields[i][0], fields[i][1]);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.pitch-advisor", NULL));
  gui_settle ();
  GtkWidget *view = find_widget (GTK_WIDGET (window), QP_TYPE_FIGURES_VIEW);
  qp_figures_view_show_page (QP_FIGURES_VIEW (view), "people");
  gui_settle ();
  QpPeoplePage *page = QP_PEOPLE_PAGE (qp_figures_view_page (QP_FIGURES_VIEW (view), "people"));
  g_assert_cmpuint (people_now (page)->audiences, ==, 0);

  const QpId crowd = gui_add (window, gui_first_plan (window)->id, QP_KIND_AUDIENCE)->id;
  set (window, crowd, QP_KIND_AUDIENCE, "outline", "-10,-20 10,-20 10,-10 -10,-10");
  g_assert_false (people_now (page)->by_people);
  set (window, crowd, QP_KIND_AUDIENCE, "people_evening_per_h", "600");
  set (window, crowd, QP_KIND_AUDIENCE, "dwell_s", "60");
  g_assert_cmpfloat_with_epsilon (people_now (page)->together.in_view_minutes, 3000, 1e-6);
  set (window, crowd, QP_KIND_AUDIENCE, "people_evening_per_h", "1200");
  g_assert_cmpfloat_with_epsilon (people_now (page)->together.in_view_minutes, 6000, 1e-6);
  qp_document_undo (qp_project_session_document (qp_window_get_session (window)));
  g_assert_cmpfloat_with_epsilon (people_now (page)->together.in_view_minutes, 3000, 1e-6);
  gui_window_gone (window);
}

/* beside the inspector of a window of 700 pixels there are so many for it */
static void
test_narrow (void)
{
  static const char *const pages[] = { "overview", "people", "rules" };
  QpWindow *window = gui_window_new ();
  gui_select_new_screen (window);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.pitch-advisor", NULL));
  gui_settle ();
  GtkWidget *view = find_widget (GTK_WIDGET (window), QP_TYPE_FIGURES_VIEW);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      int least;
      qp_figures_view_show_page (QP_FIGURES_VIEW (view), pages[i]);
      gui_settle ();
      gtk_widget_measure (view, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      g_test_message ("%s: %d", pages[i], least);
      g_assert_cmpint (least, <=, 420);
    }
  gui_window_gone (window);
}

static void
add_tests (void)
{
  g_test_add_func ("/people/narrow", test_narrow);
  g_test_add_func ("/people/live", test_live);
}

int
main (int argc, char *argv[])
{
  return gui_main (argc, argv, add_tests);
}
