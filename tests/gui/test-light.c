/* test-light.c: light at windows in the window: the cards of the inspector, its button, and the page of the Figures view
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "gui-help.h"

#include "app/qp-figures-view.h"
#include "app/qp-light-page.h"

#include <string.h>

static void
change (QpWindow *window, QpId id, QpKind kind, const char *name, const char *text)
{
  const QpField *field = qp_kind_field (kind, name);
  g_auto (QpValue) value = { 0 };
  g_autoptr (GPtrArray) edits = qp_edits_new ();

  g_assert_cmpint (qp_field_parse (field, text, &value), ==, QP_FIELD_FINE);
  g_ptr_array_add (edits, qp_edit_set (id, field, &value));
  g_assert_true (qp_project_session_run (qp_window_get_session (window), "Change", NULL, edits, NULL));
}

/* 16 × 9 m at 300 cd/m², its middle 10 m up, looking down on the plan */
static QpId
add_screen (QpWindow *window)
{
  static const char *const fields[][2]
      = { { "cabinet_width_mm", "1000" }, { "cabinet_height_mm", "1000" }, { "columns", "16" }, { "rows", "9" },
          { "x_m", "0" }, { "y_m", "0" }, { "facing_deg", "180" }, { "bottom_height_m", "5.5" },
          { "luminance_night_cdm2", "300" }, { "luminance_day_cdm2", "5000" }, { "on_time", "08:00" }, { "off_time", "22:00" } };
  const QpId id = gui_select_new_screen (window)->id;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    change (window, id, QP_KIND_SCREEN, fields[i][0], fields[i][1]);
  return id;
}

static QpId
add_windows (QpWindow *window)
{
  const QpId id = gui_add (window, gui_first_plan (window)->id, QP_KIND_RECEPTOR)->id;

  change (window, id, QP_KIND_RECEPTOR, "outline", "0,-40");
  change (window, id, QP_KIND_RECEPTOR, "base_height_m", "10");
  change (window, id, QP_KIND_RECEPTOR, "top_height_m", "10");
  change (window, id, QP_KIND_RECEPTOR, "facing_deg", "0");
  return id;
}

static void
set_zone (QpWindow *window, const char *zone)
{
  QpNode *site = qp_document_ancestor (qp_project_session_document (qp_window_get_session (window)), gui_first_plan (window)->id, QP_KIND_SITE);

  change (window, site->id, QP_KIND_SITE, "zone", zone);
}

static void
choose (QpWindow *window, QpId id)
{
  qp_selection_set_one (qp_project_session_selection (qp_window_get_session (window)), id);
  gui_settle ();
}

static QpLightGroup *
group_now (QpWindow *window)
{
  QpLightGroup *group = qp_inspector_light (qp_window_inspector (window));

  for (guint i = 0; i < 100 && (i == 0 || qp_light_group_is_busy (group)); i++)
    gui_wait_ms (50);
  g_assert_false (qp_light_group_is_busy (group));
  return group;
}

static void
expect (QpLightGroup *group, const char *part)
{
  g_autofree char *text = qp_light_group_text (group);

  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in: %s", part, text);
}

static double
night_of (QpWindow *window, QpId id)
{
  return ((QpScreen *) qp_document_find (qp_project_session_document (qp_window_get_session (window)), id))->luminance_night_cdm2;
}

static void
test_window_card (void)
{
  QpWindow *window = gui_window_new ();
  const QpId screen = add_screen (window), windows = add_windows (window);
  set_zone (window, "E3");
  choose (window, windows);
  QpLightGroup *group = group_now (window);

  expect (group, "26.088\u2009lx");
  expect (group, "allowed: 10\u2009lx");
  expect (group, "300\u2009cd/m² by night, off after curfew");
  expect (group, "114\u2009cd/m²");
  /* the button: one step, and back */
  g_assert_true (qp_light_group_use (group));
  g_assert_cmpfloat (night_of (window, screen), ==, 114);
  group = group_now (window);
  expect (group, "9.914\u2009lx");
  qp_project_session_travel (qp_window_get_session (window), QP_HISTORY_UNDO);
  g_assert_cmpfloat (night_of (window, screen), ==, 300);
  expect (group_now (window), "26.088\u2009lx");
  /* a window that looks away */
  change (window, windows, QP_KIND_RECEPTOR, "facing_deg", "180");
  expect (group_now (window), "0.000\u2009lx");
  gui_window_gone (window);
}

static void
test_screen_card (void)
{
  QpWindow *window = gui_window_new ();
  const QpId screen = add_screen (window);
  add_windows (window);
  set_zone (window, "E3");
  choose (window, screen);
  QpLightGroup *group = group_now (window);

  expect (group, "26.088\u2009lx");
  expect (group, "114\u2009cd/m²");
  g_assert_true (qp_light_group_use (group));
  g_assert_cmpfloat (night_of (window, screen), ==, 114);
  /* what the rules say is what the card says */
  gui_window_gone (window);
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

static void
test_page (void)
{
  QpWindow *window = gui_window_new ();
  const QpId screen = add_screen (window);
  add_windows (window);
  set_zone (window, "E3");
  choose (window, screen);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.light", NULL));
  gui_settle ();
  GtkWidget *page = find_widget (GTK_WIDGET (window), QP_TYPE_LIGHT_PAGE);
  g_assert_nonnull (page);
  g_assert_true (gtk_widget_get_mapped (page));
  for (guint i = 0; i < 100 && (i == 0 || qp_light_page_is_busy (QP_LIGHT_PAGE (page))); i++)
    gui_wait_ms (50);
  g_assert_cmpuint (qp_light_page_n_windows (QP_LIGHT_PAGE (page)), ==, 1);
  gui_window_gone (window);
}

static void
add_tests (void)
{
  g_test_add_func ("/light/window-card", test_window_card);
  g_test_add_func ("/light/screen-card", test_screen_card);
  g_test_add_func ("/light/page", test_page);
}

int
main (int argc, char **argv)
{
  return gui_main (argc, argv, add_tests);
}
