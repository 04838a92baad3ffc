/* gui-help.c: a window in process, and hands to use it with
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "gui-help.h"

#include "app/qp-application.h"
#include "base/qp-i18n.h"

#include <math.h>

static QpCatalogue *catalogue;
static GtkApplication *application;

void
gui_settle (void)
{
  for (int quiet = 0; quiet < 3;)
    quiet = g_main_context_iteration (NULL, FALSE) ? 0 : quiet + 1;
}

/* Lets what is due later happen: idles, and timers of up to @ms. */
void
gui_wait_ms (guint ms)
{
  const gint64 end = g_get_monotonic_time () + ms * 1000;
  while (g_get_monotonic_time () < end)
    {
      gui_settle ();
      g_usleep (2000);
    }
}

QpWindow *
gui_window_new (void)
{
  QpWindow *window = qp_window_new (application, catalogue);
  gtk_window_present (GTK_WINDOW (window));
  gui_settle ();
  return window;
}

void
gui_window_gone (QpWindow *window)
{
  QpProjectSession *session = qp_window_get_session (window);
  qp_document_mark_saved (qp_project_session_document (session), qp_project_session_root (session));
  gtk_window_close (GTK_WINDOW (window));
  gui_wait_ms (20);
}

QpNode *
gui_add (QpWindow *window, QpId parent, QpKind kind)
{
  QpProjectSession *session = qp_window_get_session (window);
  g_autoptr (GPtrArray) edits = qp_edits_new ();
  g_autoptr (QpNode) node = qp_node_new (kind, qp_id_new ());
  g_ptr_array_add (edits, qp_edit_insert (parent, -1, node));
  g_autoptr (GError) error = NULL;
  qp_project_session_run (session, "add", NULL, edits, &error);
  g_assert_no_error (error);
  return qp_document_find (qp_project_session_document (session), node->id);
}

QpNode *
gui_first_plan (QpWindow *window)
{
  return qp_project_session_plan (qp_window_get_session (window));
}

QpNode *
gui_select_new_screen (QpWindow *window)
{
  QpProjectSession *session = qp_window_get_session (window);
  const QpId id = gui_add (window, gui_first_plan (window)->id, QP_KIND_SCREEN)->id;
  qp_selection_set_one (qp_project_session_selection (session), id);
  gui_settle ();
  return qp_document_find (qp_project_session_document (session), id);
}

QpScreen *
gui_screen_now (QpWindow *window)
{
  return (QpScreen *) qp_project_session_screen (qp_window_get_session (window));
}

void
gui_type_into (QpWindow *window, const char *field, const char *text)
{
  QpFieldRow *row = qp_inspector_row (qp_window_inspector (window), field);
  g_assert_nonnull (row);
  gtk_editable_set_text (GTK_EDITABLE (qp_field_row_editor (row)), text);
  gui_settle ();
}

const char *
gui_shown_in (QpWindow *window, const char *field)
{
  QpFieldRow *row = qp_inspector_row (qp_window_inspector (window), field);
  return gtk_editable_get_text (GTK_EDITABLE (qp_field_row_editor (row)));
}

/**
 * gui_picture:
 * @window: a window
 * @name: what is tried
 * @of: what of it is seen
 *
 * For who looks at them: leaves a picture of the window in the folder that QP_PICTURES names, if it names one.
 */
void
gui_picture (GtkWindow *window, const char *name, const char *of)
{
  if (g_getenv ("QP_PICTURES") == NULL)
    return;
  gui_wait_ms (300);
  g_autofree char *file = g_strdup_printf ("%s-%s.png", name, of);
  g_autofree char *path = g_build_filename (g_getenv ("QP_PICTURES"), file, NULL);
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (window));
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (GTK_WIDGET (window)), gtk_widget_get_height (GTK_WIDGET (window)));
  g_autoptr (GskRenderNode) node = gtk_snapshot_to_node (snapshot);
  g_autoptr (GdkTexture) texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node, NULL);
  g_assert_true (gdk_texture_save_to_png (texture, path));
}

/**
 * gui_main:
 * @argc: as main() has it
 * @argv: as main() has it
 * @add_tests: adds the tests
 *
 * Starts the program in process, with the built-in catalogue, and runs the tests.
 *
 * Returns: what main() returns
 */
int
gui_main (int argc, char **argv, void (*add_tests) (void))
{
  if (g_getenv ("QP_PICTURES") != NULL) /* in the language of whoever looks at them */
    {
      qp_set_up_language ();
      gtk_disable_setlocale ();
    }
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_autoptr (QpApplication) program = qp_application_new ();
  application = GTK_APPLICATION (program);
  g_application_set_flags (G_APPLICATION (program), G_APPLICATION_NON_UNIQUE);
  g_autoptr (GError) error = NULL;
  g_application_register (G_APPLICATION (program), NULL, &error);
  g_assert_no_error (error);
  g_autoptr (QpFindings) findings = qp_findings_new ();
  catalogue = qp_catalogue_load_builtin (findings, &error);
  g_assert_no_error (error);
  add_tests ();
  const int result = g_test_run ();
  qp_catalogue_unref (catalogue);
  return result;
}

/**
 * gui_application:
 *
 * Returns: (transfer none): the program in process
 */
GtkApplication *
gui_application (void)
{
  return application;
}

/* how many pixels of a widget have exactly that colour */
guint
gui_count_pixels (GtkWidget *widget, QpColour colour)
{
  const int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  const guint32 wanted
      = (guint32) lround (colour.red * 255) << 16 | (guint32) lround (colour.green * 255) << 8 | (guint32) lround (colour.blue * 255);
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  cairo_surface_t *picture = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (picture);
  guint n = 0;

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  g_autoptr (GskRenderNode) node = gtk_snapshot_to_node (snapshot);
  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  cairo_surface_flush (picture);
  for (int y = 0; y < height; y++)
    {
      const guint32 *row
          = (const guint32 *) (gpointer) (cairo_image_surface_get_data (picture) + y * cairo_image_surface_get_stride (picture));
      for (int x = 0; x < width; x++)
        n += (row[x] & 0xffffff) == wanted;
    }
  cairo_surface_destroy (picture);
  return n;
}
