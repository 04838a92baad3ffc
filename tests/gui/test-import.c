/* test-import.c: plans that come into the window: looked at, dropped, pasted and refused; and what is done with them
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "gui-help.h"

#include "app/qp-arrange-dialog.h"
#include "app/qp-window-private.h"

#include <string.h>

/* A room of 8 m by 5 m on WALL, and a door on DOOR. Units: millimetres. */
static const char dxf[] = "0\nSECTION\n2\nHEADER\n9\n$ACADVER\n1\nAC1009\n9\n$INSUNITS\n70\n4\n0\nENDSEC\n"
                          "0\nSECTION\n2\nTABLES\n0\nTABLE\n2\nLAYER\n70\n2\n"
                          "0\nLAYER\n2\nWALL\n70\n0\n62\n1\n6\nCONTINUOUS\n"
                          "0\nLAYER\n2\nDOOR\n70\n0\n62\n3\n6\nCONTINUOUS\n0\nENDTAB\n0\nENDSEC\n"
                          "0\nSECTION\n2\nENTITIES\n"
                          "0\nLINE\n8\nWALL\n10\n0\n20\n0\n11\n8000\n21\n0\n"
                          "0\nLINE\n8\nWALL\n10\n8000\n20\n0\n11\n8000\n21\n5000\n"
                          "0\nLINE\n8\nWALL\n10\n8000\n20\n5000\n11\n0\n21\n5000\n"
                          "0\nLINE\n8\nDOOR\n10\n0\n20\n5000\n11\n0\n21\n0\n"
                          "0\nENDSEC\n0\nEOF\n";

static GFile *
new_file (const char *name, const char *content, gsize length)
{
  g_autofree char *folder = g_dir_make_tmp (NULL, NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_assert_true (g_file_set_contents (path, content, (gssize) length, NULL));
  return g_file_new_for_path (path);
}

static void
delete_file (GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_assert_true (g_file_delete (file, NULL, NULL));
  g_assert_true (g_file_delete (folder, NULL, NULL));
  g_object_unref (file);
}

static GBytes *
picture_new (void)
{
  const int side = 64;
  g_autofree guint8 *pixels = g_malloc0 ((gsize) side * side * 4);
  memset (pixels, 200, (gsize) side * side * 4);
  g_autoptr (GBytes) bytes = g_bytes_new (pixels, (gsize) side * side * 4);
  g_autoptr (GdkTexture) texture
      = gdk_memory_texture_new (side, side, GDK_MEMORY_R8G8B8A8_PREMULTIPLIED, bytes, (gsize) side * 4);
  return gdk_texture_save_to_png_bytes (texture);
}

static GFile *
new_picture (void)
{
  g_autoptr (GBytes) png = picture_new ();
  gsize length;
  const char *content = g_bytes_get_data (png, &length);
  return new_file ("sketch.png", content, length);
}

static guint
count (QpWindow *window, QpKind kind)
{
  QpNode *plan = gui_first_plan (window);
  guint n = 0;
  QpNodeIter iter;
  if (plan == NULL)
    return 0;
  qp_node_iter_init (&iter, plan->children);
  while (qp_node_iter_next_of (&iter, kind) != NULL)
    n++;
  return n;
}

static const QpBackground *
background (QpWindow *window)
{
  QpNodeIter iter;
  qp_node_iter_init (&iter, gui_first_plan (window)->children);
  return (const QpBackground *) qp_node_iter_next_of (&iter, QP_KIND_BACKGROUND);
}

static void
wait_ready (QpImportDialog *dialog)
{
  for (guint i = 0; i < 2000 && !qp_import_dialog_is_ready (dialog); i++)
    gui_wait_ms (5);
  g_assert_true (qp_import_dialog_is_ready (dialog));
}

static void
wait_backgrounds (QpWindow *window, guint n)
{
  for (guint i = 0; i < 2000 && count (window, QP_KIND_BACKGROUND) != n; i++)
    gui_wait_ms (5);
  g_assert_cmpuint (count (window, QP_KIND_BACKGROUND), ==, n);
}

static QpDocument *
document_of (QpWindow *window)
{
  return qp_project_session_document (qp_window_get_session (window));
}

static void
activate (QpWindow *window, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (window), action, NULL);
  gui_settle ();
}

static void
test_drawing_with_walls (void)
{
  QpWindow *window = gui_window_new ();
  GFile *file = new_file ("room.dxf", dxf, strlen (dxf));
  QpImportDialog *dialog = qp_window_import_file (window, file);
  wait_ready (dialog);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (dialog)));
  g_assert_cmpuint (qp_layer_list_length (qp_import_dialog_layers (dialog)), >=, 2);
  g_assert_cmpfloat_with_epsilon (qp_import_scale_metres_per_unit (qp_import_dialog_scale (dialog)), 0.001, 1e-12);
  qp_layer_list_set_wall (qp_import_dialog_layers (dialog), "WALL", TRUE);
  qp_layer_list_set_shown (qp_import_dialog_layers (dialog), "DOOR", FALSE);
  gui_settle ();
  qp_import_dialog_import (dialog);
  wait_backgrounds (window, 1);
  g_assert_cmpint (background (window)->format, ==, QP_BACKGROUND_DXF);
  g_assert_cmpstr (background (window)->hidden_layers, ==, "DOOR");
  g_assert_cmpstr (background (window)->name, ==, "room");
  g_assert_cmpint (background (window)->scale_basis, ==, QP_SCALE_DRAWN);
  g_assert_cmpuint (count (window, QP_KIND_OBSTACLE), >=, 1);
  activate (window, "win.undo"); /* one step */
  g_assert_cmpuint (qp_node_list_length (gui_first_plan (window)->children), ==, 0);
  delete_file (file);
  gui_window_gone (window);
}

/* a unit chosen by hand is no guess, and walls have its size */
static void
test_other_unit (void)
{
  QpWindow *window = gui_window_new ();
  GFile *file = new_file ("room.dxf", dxf, strlen (dxf));
  QpImportDialog *dialog = qp_window_import_file (window, file);
  wait_ready (dialog);
  qp_layer_list_set_wall (qp_import_dialog_layers (dialog), "WALL", TRUE);
  qp_import_scale_choose (qp_import_dialog_scale (dialog), 0.01);
  gui_settle ();
  qp_import_dialog_import (dialog);
  wait_backgrounds (window, 1);
  g_assert_cmpfloat_with_epsilon (background (window)->metres_per_unit, 0.01, 1e-12);
  QpNodeIter iter;
  qp_node_iter_init (&iter, gui_first_plan (window)->children);
  const QpObstacle *wall = (const QpObstacle *) qp_node_iter_next_of (&iter, QP_KIND_OBSTACLE);
  gint64 right = 0;
  for (guint i = 0; i < wall->outline->n; i++)
    right = MAX (right, wall->outline->at[i].x);
  g_assert_cmpint (right, ==, 80 * 1000000); /* 8000 units of a centimetre */
  delete_file (file);
  gui_window_gone (window);
}

/* what has no scale yet can have no walls in metres */
static void
test_calibrates_before_walls (void)
{
  QpWindow *window = gui_window_new ();
  GFile *file = new_file ("room.dxf", dxf, strlen (dxf));
  QpImportDialog *dialog = qp_window_import_file (window, file);
  wait_ready (dialog);
  qp_layer_list_set_wall (qp_import_dialog_layers (dialog), "WALL", TRUE);
  qp_import_scale_choose_calibration (qp_import_dialog_scale (dialog));
  gui_settle ();
  qp_import_dialog_import (dialog);
  wait_backgrounds (window, 1);
  g_assert_cmpuint (count (window, QP_KIND_OBSTACLE), ==, 0);
  g_autofree char *tool = NULL;
  g_object_get (window, "tool", &tool, NULL);
  g_assert_cmpstr (tool, ==, "calibrate");
  delete_file (file);
  gui_window_gone (window);
}

static QpImportDialog *
open_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();
  for (GList *l = windows; l != NULL; l = l->next)
    if (QP_IS_IMPORT_DIALOG (l->data))
      return l->data;
  return NULL;
}

/* layers of a drawing that is there already; its walls are turned with it */
static void
test_walls_later (void)
{
  QpWindow *window = gui_window_new ();
  GFile *file = new_file ("room.dxf", dxf, strlen (dxf));
  QpImportDialog *dialog = qp_window_import_file (window, file);
  wait_ready (dialog);
  qp_import_dialog_import (dialog);
  wait_backgrounds (window, 1);
  g_autoptr (GPtrArray) edits = qp_edits_new ();
  const QpValue turn = qp_value_real (90);
  g_ptr_array_add (edits, qp_edit_set (background (window)->node.id,
                                       QP_FIELD (QP_KIND_BACKGROUND, QpBackground, rotation_deg), &turn));
  g_assert_true (qp_project_session_run (qp_window_get_session (window), "turn", NULL, edits, NULL));
  activate (window, "win.background-layers");
  dialog = open_dialog ();
  g_assert_nonnull (dialog);
  wait_ready (dialog);
  qp_layer_list_set_wall (qp_import_dialog_layers (dialog), "WALL", TRUE);
  qp_layer_list_set_shown (qp_import_dialog_layers (dialog), "WALL", FALSE);
  qp_import_dialog_import (dialog);
  for (guint i = 0; i < 1000 && count (window, QP_KIND_OBSTACLE) == 0; i++)
    gui_wait_ms (5);
  g_assert_cmpuint (count (window, QP_KIND_BACKGROUND), ==, 1);
  g_assert_cmpstr (background (window)->hidden_layers, ==, "WALL");
  QpNodeIter iter;
  qp_node_iter_init (&iter, gui_first_plan (window)->children);
  const QpObstacle *wall = (const QpObstacle *) qp_node_iter_next_of (&iter, QP_KIND_OBSTACLE);
  for (guint i = 0; i < wall->outline->n; i++)
    {
      g_assert_cmpint (wall->outline->at[i].x, >=, -1); /* 5 m to the right and 8 m down, clockwise about the corner */
      g_assert_cmpint (wall->outline->at[i].x, <=, 5 * 1000000 + 1);
      g_assert_cmpint (wall->outline->at[i].y, >=, -8 * 1000000 - 1);
      g_assert_cmpint (wall->outline->at[i].y, <=, 1);
    }
  delete_file (file);
  gui_window_gone (window);
}

/* nothing is asked about a picture, and its scale is asked for */
static void
test_picture (void)
{
  QpWindow *window = gui_window_new ();
  GFile *file = new_picture ();
  qp_window_import_file (window, file);
  wait_backgrounds (window, 1);
  g_assert_null (open_dialog ());
  g_assert_true (isnan (background (window)->metres_per_unit));
  g_autofree char *tool = NULL;
  g_object_get (window, "tool", &tool, NULL);
  g_assert_cmpstr (tool, ==, "calibrate");
  delete_file (file);
  gui_window_gone (window);
}

static void
test_makes_site_and_plan (void)
{
  QpWindow *window = gui_window_new ();
  QpProjectSession *session = qp_window_get_session (window);
  QpNode *site = qp_document_parent (document_of (window), gui_first_plan (window)->id);
  g_autoptr (GPtrArray) edits = qp_edits_new ();
  g_ptr_array_add (edits, qp_edit_remove (site->id));
  g_assert_true (qp_project_session_run (session, "remove", NULL, edits, NULL));
  g_assert_null (gui_first_plan (window));
  GFile *file = new_picture ();
  qp_window_import_file (window, file);
  for (guint i = 0; i < 2000 && gui_first_plan (window) == NULL; i++)
    gui_wait_ms (5);
  g_assert_cmpuint (count (window, QP_KIND_BACKGROUND), ==, 1);
  activate (window, "win.undo");
  g_assert_null (gui_first_plan (window));
  g_assert_cmpuint (qp_node_list_length (qp_project_session_root (session)->children), ==, 0);
  delete_file (file);
  gui_window_gone (window);
}

static guint
n_windows (void)
{
  return g_list_model_get_n_items (gtk_window_get_toplevels ());
}

static void
test_refused (void)
{
  QpWindow *window = gui_window_new ();
  GFile *file = new_file ("letter.txt", "Dear planner", 12);
  const guint before = n_windows ();
  qp_window_import_file (window, file);
  for (guint i = 0; i < 1000 && (open_dialog () != NULL || n_windows () == before); i++)
    gui_wait_ms (5);
  g_assert_null (open_dialog ());
  g_assert_cmpuint (n_windows (), ==, before + 1); /* the sentence that says why */
  g_assert_cmpuint (count (window, QP_KIND_BACKGROUND), ==, 0);
  delete_file (file);
  gui_window_gone (window);
}

/* given up while it is read or looked at */
static void
test_cancelled (void)
{
  QpWindow *window = gui_window_new ();
  GFile *file = new_file ("room.dxf", dxf, strlen (dxf));
  gtk_window_destroy (GTK_WINDOW (qp_window_import_file (window, file)));
  gui_wait_ms (100);
  QpImportDialog *dialog = qp_window_import_file (window, file);
  wait_ready (dialog);
  gtk_window_close (GTK_WINDOW (dialog));
  gui_wait_ms (100);
  g_assert_null (open_dialog ());
  g_assert_cmpuint (count (window, QP_KIND_BACKGROUND), ==, 0);
  delete_file (file);
  gui_window_gone (window);
}

static void
test_dropped (void)
{
  QpWindow *window = gui_window_new ();
  GFile *file = new_picture ();
  g_auto (GValue) one = G_VALUE_INIT;
  g_value_init (&one, G_TYPE_FILE);
  g_value_set_object (&one, file);
  g_assert_true (qp_window_take (window, &one));
  wait_backgrounds (window, 1);
  g_auto (GValue) list = G_VALUE_INIT;
  g_autoptr (GSList) files = g_slist_append (NULL, file);
  g_value_init (&list, GDK_TYPE_FILE_LIST);
  g_value_set_boxed (&list, files);
  g_assert_true (qp_window_take (window, &list));
  wait_backgrounds (window, 2);
  g_auto (GValue) text = G_VALUE_INIT;
  g_value_init (&text, G_TYPE_STRING);
  g_assert_false (qp_window_take (window, &text));
  delete_file (file);
  gui_window_gone (window);
}

/* asked about one after the other; giving one up does not stop the rest */
static void
test_dropped_several (void)
{
  QpWindow *window = gui_window_new ();
  GFile *files[] = { new_picture (), new_file ("room.dxf", dxf, strlen (dxf)), new_picture () };
  g_auto (GValue) list = G_VALUE_INIT;
  g_autoptr (GSList) dropped = NULL;
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    dropped = g_slist_append (dropped, files[i]);
  g_value_init (&list, GDK_TYPE_FILE_LIST);
  g_value_set_boxed (&list, dropped);
  g_assert_true (qp_window_take (window, &list));
  wait_backgrounds (window, 1);
  for (guint i = 0; i < 2000 && (open_dialog () == NULL || !qp_import_dialog_is_ready (open_dialog ())); i++)
    gui_wait_ms (5);
  g_assert_cmpuint (count (window, QP_KIND_BACKGROUND), ==, 1); /* the last waits until this one was answered */
  gtk_window_close (GTK_WINDOW (open_dialog ()));
  wait_backgrounds (window, 2);
  g_assert_null (open_dialog ());
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    delete_file (files[i]);
  gui_window_gone (window);
}

static void
test_dropped_project (void)
{
  static const char project[] = "<?xml version=\"1.0\"?><project xmlns=\"urn:qianping:project\" format=\"1.0\""
                                " id=\"3e7a2c10-5b6f-4d8e-9a01-2b3c4d5e6f70\" title=\"Dropped\"/>";
  QpWindow *window = gui_window_new ();
  GFile *file = new_file ("dropped.qianping", project, strlen (project));
  g_auto (GValue) value = G_VALUE_INIT;
  g_value_init (&value, G_TYPE_FILE);
  g_value_set_object (&value, file);
  g_assert_true (qp_window_take (window, &value));
  for (guint i = 0; i < 2000 && qp_window_is_loading (window); i++)
    gui_wait_ms (5);
  g_autofree char *title = qp_project_session_title (qp_window_get_session (window));
  g_assert_cmpstr (title, ==, "Dropped");
  delete_file (file);
  gui_window_gone (window);
}

static void
test_pasted (void)
{
  QpWindow *window = gui_window_new ();
  g_autoptr (GBytes) png = picture_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = gdk_texture_new_from_bytes (png, &error);
  g_assert_no_error (error);
  gdk_clipboard_set_texture (gtk_widget_get_clipboard (GTK_WIDGET (window)), texture);
  gui_settle ();
  activate (window, "win.paste");
  wait_backgrounds (window, 1);
  g_assert_cmpint (background (window)->format, ==, QP_BACKGROUND_PNG);
  gui_window_gone (window);
}

/* Layers, levels and north */

static void
test_layers_panel (void)
{
  QpWindow *window = gui_window_new ();
  GFile *file = new_picture ();
  qp_window_import_file (window, file);
  wait_backgrounds (window, 1);
  activate (window, "win.show-layers");
  gui_wait_ms (50);
  QpStage *stage = qp_plan_view_stage (qp_window_plan_view (window));
  g_assert_true (qp_stage_hide_layer (stage, QP_KIND_NOTE, TRUE));
  gui_settle ();
  g_assert_true (qp_stage_layer_is_hidden (stage, QP_KIND_NOTE));
  qp_stage_fit (stage);
  for (guint i = 0; i < 1000 && background (window)->crop == NULL; i++)
    {
      gui_wait_ms (5); /* until the canvas has read the picture */
      activate (window, "win.background-crop");
    }
  g_assert_cmpuint (background (window)->crop->n, ==, 4);
  activate (window, "win.background-uncrop");
  g_assert_null (background (window)->crop);
  delete_file (file);
  gui_window_gone (window);
}

static void
test_levels (void)
{
  QpWindow *window = gui_window_new ();
  QpProjectSession *session = qp_window_get_session (window);
  const QpId first = gui_first_plan (window)->id;
  activate (window, "win.add-plan");
  const QpId upper = qp_project_session_selected_node (session)->id;
  g_autoptr (GPtrArray) edits = qp_edits_new ();
  const QpValue height = qp_value_integer (4 * 1000000);
  g_ptr_array_add (edits, qp_edit_set (upper, QP_FIELD (QP_KIND_PLAN, QpPlan, level_height_m), &height));
  g_assert_true (qp_project_session_run (session, "height", NULL, edits, NULL));
  activate (window, "win.level-down");
  g_assert_true (qp_id_equal (qp_project_session_plan (session)->id, first));
  activate (window, "win.level-down"); /* there is none */
  g_assert_true (qp_id_equal (qp_project_session_plan (session)->id, first));
  activate (window, "win.level-up");
  g_assert_true (qp_id_equal (qp_project_session_plan (session)->id, upper));
  gui_window_gone (window);
}

static void
test_arranging (void)
{
  QpWindow *window = gui_window_new ();
  QpProjectSession *session = qp_window_get_session (window);
  QpId ids[2];
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      ids[i] = gui_add (window, gui_first_plan (window)->id, QP_KIND_SCREEN)->id;
      g_autoptr (GPtrArray) edits = qp_edits_new ();
      const QpValue x = qp_value_integer (i * 7 * 1000000), y = qp_value_integer (i * 9 * 1000000);
      g_ptr_array_add (edits, qp_edit_set (ids[i], QP_SCREEN_FIELD (x_m), &x));
      g_ptr_array_add (edits, qp_edit_set (ids[i], QP_SCREEN_FIELD (y_m), &y));
      g_assert_true (qp_project_session_run (session, "place", NULL, edits, NULL));
    }
  qp_selection_set (qp_project_session_selection (session), ids, G_N_ELEMENTS (ids));
  gui_settle ();
  gtk_widget_activate_action (GTK_WIDGET (window), "win.align", "s", "center");
  const QpScreen *a = (const QpScreen *) qp_document_find (document_of (window), ids[0]);
  const QpScreen *b = (const QpScreen *) qp_document_find (document_of (window), ids[1]);
  g_assert_cmpint (a->x_m, ==, b->x_m);
  activate (window, "win.group");
  a = (const QpScreen *) qp_document_find (document_of (window), ids[0]);
  g_assert_nonnull (a->group);
  qp_selection_set_one (qp_project_session_selection (session), ids[0]);
  g_autoptr (QpArrangeDialog) dialog = g_object_ref (qp_arrange_dialog_new (
      GTK_WINDOW (window), qp_plan_view_stage (qp_window_plan_view (window)), QP_ARRANGE_ARRAY));
  gtk_window_present (GTK_WINDOW (dialog));
  gui_settle ();
  gtk_widget_activate_default (GTK_WIDGET (dialog));
  gui_wait_ms (400);
  g_assert_cmpuint (count (window, QP_KIND_SCREEN), >=, 5);
  gui_window_gone (window);
}

static void
add_tests (void)
{
  g_test_add_func ("/import/drawing-with-walls", test_drawing_with_walls);
  g_test_add_func ("/import/other-unit", test_other_unit);
  g_test_add_func ("/import/calibrates-before-walls", test_calibrates_before_walls);
  g_test_add_func ("/import/walls-later", test_walls_later);
  g_test_add_func ("/import/picture", test_picture);
  g_test_add_func ("/import/makes-site-and-plan", test_makes_site_and_plan);
  g_test_add_func ("/import/refused", test_refused);
  g_test_add_func ("/import/cancelled", test_cancelled);
  g_test_add_func ("/import/dropped", test_dropped);
  g_test_add_func ("/import/dropped-several", test_dropped_several);
  g_test_add_func ("/import/dropped-project", test_dropped_project);
  g_test_add_func ("/import/pasted", test_pasted);
  g_test_add_func ("/plan/layers-panel", test_layers_panel);
  g_test_add_func ("/plan/levels", test_levels);
  g_test_add_func ("/plan/arranging", test_arranging);
}

int
main (int argc, char **argv)
{
  return gui_main (argc, argv, add_tests);
}
