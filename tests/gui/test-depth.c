/* test-depth.c: naked-eye 3D in process: placing the eye point, its results, and what a studio gets
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "gui-help.h"

#include "app/qp-window-private.h"

#include <glib/gstdio.h>
#include <string.h>

static QpDepthGroup *
group_of (QpWindow *window)
{
  return qp_inspector_depth (qp_window_inspector (window));
}

/* the result whose title begins like this: title, value and explanation */
static const char *
result (QpWindow *window, const char *title)
{
  for (guint i = 0; i < qp_depth_group_n_rows (group_of (window)); i++)
    if (g_str_has_prefix (qp_depth_group_text (group_of (window), i), title))
      return qp_depth_group_text (group_of (window), i);
  g_error ("no result “%s”", title);
}

static void
type_corner (QpWindow *window)
{
  static const char *const texts[][2]
      = { { "cabinet_width_mm", "960" }, { "cabinet_height_mm", "960" }, { "cabinet_px_w", "40" }, { "cabinet_px_h", "40" },
          { "columns", "20" },           { "rows", "10" },               { "bottom_height_m", "6" } };

  gui_select_new_screen (window);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    gui_type_into (window, texts[i][0], texts[i][1]);
}

static void
test_place (void)
{
  QpWindow *window = gui_window_new ();
  QpDocument *document = qp_project_session_document (qp_window_get_session (window));

  type_corner (window);
  g_assert_cmpuint (qp_depth_group_n_rows (group_of (window)), ==, 0);
  const guint before = qp_document_n_undo (document);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.place-eye", NULL));
  gui_settle ();
  /* one and a half widths before the face, which looks down the plan */
  const QpScreen *screen = gui_screen_now (window);
  g_assert_cmpint (screen->eye_x_m, ==, screen->x_m == QP_UNSET ? 0 : screen->x_m);
  g_assert_cmpint (screen->eye_y_m, ==, (screen->y_m == QP_UNSET ? 0 : screen->y_m) - 28800000);
  g_assert_cmpint (screen->eye_height_m, ==, 1600000);
  g_assert_cmpuint (qp_document_n_undo (document), ==, before + 1);
  g_assert_nonnull (strstr (result (window, "Sweet spot"), "not known"));

  /* √(28.8² + 9.2²) m to the middle, which is 10.8 m up */
  g_assert_nonnull (strstr (result (window, "Eye point to the screen"), "30.2"));
  gui_type_into (window, "depth_behind_m", "5");
  gui_type_into (window, "depth_front_m", "3");
  g_assert_nonnull (strstr (result (window, "Sweet spot, good"), "error of 1°"));
  g_assert_nonnull (strstr (result (window, "Half width by the rule"), "z = 5.0"));
  g_assert_nonnull (strstr (result (window, "Audience in it"), "No audience is drawn"));
  g_assert_nonnull (strstr (result (window, "Room before face 1"), "stays inside"));
  gui_type_into (window, "depth_front_m", "20");
  g_assert_nonnull (strstr (result (window, "Room before face 1"), "is cut by the edge"));

  /* typed values and undo are followed */
  g_autofree char *good = g_strdup (result (window, "Sweet spot, good"));
  gui_type_into (window, "sweet_good_deg", "2");
  g_assert_cmpstr (result (window, "Sweet spot, good"), !=, good);
  while (qp_document_n_undo (document) > before)
    qp_document_undo (document);
  gui_settle ();
  g_assert_cmpuint (qp_depth_group_n_rows (group_of (window)), ==, 0);
  gui_window_gone (window);
}

static char *
child (const char *folder, const char *name)
{
  return g_build_filename (folder, name, NULL);
}

static void
test_studio (void)
{
  static const char *const names[] = { "frustum.json", "template.png", "template-face1.png" };
  QpWindow *window = gui_window_new ();
  g_autofree char *base = g_dir_make_tmp ("studio-XXXXXX", NULL);
  g_autofree char *path = child (base, "for the studio");
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autofree char *last = child (path, names[2]);

  type_corner (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.place-eye", NULL);
  gui_type_into (window, "depth_behind_m", "5");
  qp_window_export_studio (window, folder);
  for (guint i = 0; i < 200 && !g_file_test (last, G_FILE_TEST_EXISTS); i++)
    gui_wait_ms (50);
  gui_settle ();
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *file = child (path, names[i]);
      g_assert_true (g_file_test (file, G_FILE_TEST_IS_REGULAR));
      g_assert_cmpint (g_unlink (file), ==, 0);
    }
  g_rmdir (path);
  g_rmdir (base);
  gui_window_gone (window);
}

static void
add_tests (void)
{
  g_test_add_func ("/depth/place", test_place);
  g_test_add_func ("/depth/studio", test_studio);
}

int
main (int argc, char **argv)
{
  return gui_main (argc, argv, add_tests);
}
