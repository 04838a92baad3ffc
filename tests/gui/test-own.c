/* test-own.c: cabinets and catalogues of one's own, in a window
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "gui-help.h"

#include "app/qp-own-catalogues.h"

#include <glib/gstdio.h>
#include <string.h>

static const QpCabinet *
selected_cabinet (QpWindow *window)
{
  QpNode *node = qp_project_session_selected_node (qp_window_get_session (window));

  g_assert_cmpint (node->kind, ==, QP_KIND_CABINET);
  return (const QpCabinet *) node;
}

/* what is missing or can't be true is told above the fields, and no longer once it is right */
static void
test_new_cabinet (void)
{
  static const char *const typed[][2] = { { "manufacturer", "Works" }, { "width_mm", "960" }, { "height_mm", "960" },
                                          { "px_w", "144" },           { "px_h", "144" } };
  QpWindow *window = gui_window_new ();
  QpProjectSession *session = qp_window_get_session (window);
  const guint steps = qp_document_n_undo (qp_project_session_document (session));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.new-cabinet", NULL);
  gui_settle ();
  g_assert_cmpuint (qp_document_n_undo (qp_project_session_document (session)), ==, steps + 1);
  g_assert_nonnull (selected_cabinet (window)->source_date);
  g_assert_cmpuint (qp_inspector_n_findings (qp_window_inspector (window)), ==, 5);
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    gui_type_into (window, typed[i][0], typed[i][1]);
  gui_settle ();
  g_assert_cmpuint (qp_inspector_n_findings (qp_window_inspector (window)), ==, 0);
  gui_type_into (window, "pitch_h_mm", "10");
  gui_settle ();
  g_assert_cmpuint (qp_inspector_n_findings (qp_window_inspector (window)), ==, 1);

  g_autofree char *key = g_strdup (selected_cabinet (window)->key);
  QpCatalogue *catalogue = qp_estimate_cache_catalogue (qp_project_session_estimates (session));
  g_assert_cmpint (qp_catalogue_cabinet (catalogue, key)->px_w, ==, 144);
  gui_window_gone (window);
}

static const char text[]
    = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<catalogue xmlns=\"urn:qianping:catalogue\" format=\"1.0\" id=\"00000000-0000-4000-8000-000000000000\">\n"
      "<cabinet id=\"00000000-0000-4000-8000-000000000001\" key=\"own-p6\" manufacturer=\"Test\" model=\"P6\""
      " environment=\"outdoor\" width_mm=\"960\" height_mm=\"960\" px_w=\"144\" px_h=\"144\" grade=\"own\""
      " source=\"a data sheet\" source_date=\"2026\"/>\n"
      "<cabinet id=\"00000000-0000-4000-8000-000000000002\" key=\"no-size\" manufacturer=\"Test\" model=\"P7\""
      " environment=\"outdoor\" grade=\"own\" source=\"a data sheet\" source_date=\"2026\"/>\n"
      "</catalogue>\n";

static guint
n_own_cabinets (QpProjectSession *session)
{
  QpNodeIter iter;
  guint n = 0;

  qp_node_iter_init (&iter, qp_project_session_root (session)->children);
  while (qp_node_iter_next_of (&iter, QP_KIND_CABINET) != NULL)
    n++;
  return n;
}

/* a file that is added is offered at once and the next time; what is used of it goes with the project */
static void
test_add_catalogue (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("qianping-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "works.xml", NULL);
  g_assert_true (g_file_set_contents (path, text, -1, &error));
  g_autoptr (GFile) file = g_file_new_for_path (path);
  QpWindow *window = gui_window_new ();
  QpProjectSession *session = qp_window_get_session (window);

  g_assert_true (qp_own_catalogues_add (window, file));
  gui_settle ();
  QpCatalogue *catalogue = qp_estimate_cache_catalogue (qp_project_session_estimates (session));
  g_assert_nonnull (qp_catalogue_cabinet (catalogue, "own-p6"));
  g_assert_null (qp_catalogue_cabinet (catalogue, "no-size"));

  gui_select_new_screen (window);
  QpNode *screen = (QpNode *) gui_screen_now (window);
  g_auto (QpValue) value = qp_value_text ("own-p6");
  g_autoptr (GPtrArray) edits = qp_edits_new ();
  g_ptr_array_add (edits, qp_edit_set (screen->id, QP_SCREEN_FIELD (cabinet), &value));
  g_assert_true (qp_project_session_run (session, "Use", NULL, edits, &error));
  g_assert_cmpuint (n_own_cabinets (session), ==, 1);
  gui_window_gone (window);

  g_autofree char *kept_in = qp_catalogue_user_folder ();
  g_autofree char *kept = g_build_filename (kept_in, "works.xml", NULL);
  g_autoptr (QpFindings) findings = qp_findings_new ();
  g_autoptr (QpCatalogue) next_time = qp_own_catalogues_load (findings, &error);
  g_assert_no_error (error);
  g_assert_nonnull (qp_catalogue_cabinet (next_time, "own-p6"));
  g_assert_cmpint (qp_findings_get (findings, 0)->line, ==, 4);
  g_assert_cmpint (g_remove (kept), ==, 0);
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
add_tests (void)
{
  g_test_add_func ("/own/new-cabinet", test_new_cabinet);
  g_test_add_func ("/own/add-catalogue", test_add_catalogue);
}

int
main (int argc, char **argv)
{
  return gui_main (argc, argv, add_tests);
}
