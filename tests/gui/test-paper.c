/* test-paper.c: drawings on paper in process: the dialog, its preview, files and the printer
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define _GNU_SOURCE
#include "gui-help.h"

#include "app/qp-documents-dialog.h"
#include "app/qp-drawing-dialog.h"
#include "app/qp-report-dialog.h"
#include "exchange/qp-handout.h"
#include "exchange/qp-report.h"

#include <glib/gstdio.h>
#include <string.h>

#define GET(dialog, TYPE, name) ((gpointer) gtk_widget_get_template_child (GTK_WIDGET (dialog), TYPE, name))

static QpWindow *
window_with_sample (void)
{
  QpWindow *window = gui_window_new ();

  qp_window_open_sample (window);
  for (guint i = 0; i < 2000 && qp_window_is_loading (window); i++)
    gui_wait_ms (5);
  return window;
}

static void
wait_for_preview (QpDrawingDialog *dialog)
{
  gui_settle ();
  for (guint i = 0; !qp_paper_preview_is_drawn (qp_drawing_dialog_preview (dialog)) && i < 400; i++)
    gui_wait_ms (25);
  g_assert_true (qp_paper_preview_is_drawn (qp_drawing_dialog_preview (dialog)));
  gui_settle ();
}

static void
choose (QpDrawingDialog *dialog, const char *row, guint item)
{
  adw_combo_row_set_selected (GET (dialog, QP_TYPE_DRAWING_DIALOG, row), item);
}

static void
choose_format (gpointer dialog, guint item)
{
  adw_combo_row_set_selected (GET (dialog, QP_TYPE_DOCUMENTS_DIALOG, "format"), item);
}

static void
wait_for_dialog_to_go (gpointer *dialog)
{
  for (guint i = 0; *dialog != NULL && i < 800; i++)
    gui_wait_ms (25);
  g_assert_null (*dialog);
}

static void
test_preview (void)
{
  QpWindow *window = window_with_sample ();
  QpDrawingDialog *dialog = qp_drawing_dialog_show (GTK_WINDOW (window), qp_window_get_session (window), QP_DRAWING_PLAN, NULL);
  QpPaperPreview *preview = qp_drawing_dialog_preview (dialog);
  const char *words;

  wait_for_preview (dialog);
  g_assert_cmpuint (qp_paper_preview_pages (preview), ==, 1);
  g_assert_cmpfloat (qp_paper_preview_ratio (preview), >=, 200);
  gui_picture (GTK_WINDOW (dialog), "drawing", "fit");

  choose (dialog, "scale", 3); /* 1 : 200 */
  wait_for_preview (dialog);
  g_assert_cmpfloat (qp_paper_preview_ratio (preview), ==, 200);
  const guint pages = qp_paper_preview_pages (preview);
  g_assert_cmpuint (pages, >, 4);
  g_assert_false (gtk_widget_get_sensitive (GET (dialog, QP_TYPE_DRAWING_DIALOG, "previous")));
  gui_picture (GTK_WINDOW (dialog), "drawing", "index");
  for (guint i = 0; i < 7; i++)
    {
      g_signal_emit_by_name (GET (dialog, QP_TYPE_DRAWING_DIALOG, "next"), "clicked");
      wait_for_preview (dialog);
    }
  words = gtk_label_get_label (GET (dialog, QP_TYPE_DRAWING_DIALOG, "page_label"));
  g_assert_nonnull (strchr (words, '8'));
  gui_picture (GTK_WINDOW (dialog), "drawing", "tile");

  /* one page has no room for it: said with what would help, and nothing can be written */
  gtk_switch_set_active (GET (dialog, QP_TYPE_DRAWING_DIALOG, "tiled"), FALSE);
  wait_for_preview (dialog);
  g_assert_nonnull (qp_paper_preview_error (preview));
  g_assert_true (gtk_widget_get_visible (GET (dialog, QP_TYPE_DRAWING_DIALOG, "problem")));
  g_assert_false (gtk_widget_get_sensitive (GET (dialog, QP_TYPE_DRAWING_DIALOG, "export")));
  g_assert_false (gtk_widget_get_sensitive (GET (dialog, QP_TYPE_DRAWING_DIALOG, "print")));
  gui_picture (GTK_WINDOW (dialog), "drawing", "problem");

  gtk_switch_set_active (GET (dialog, QP_TYPE_DRAWING_DIALOG, "tiled"), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (dialog), 700, 560);
  gui_wait_ms (100);
  wait_for_preview (dialog);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (dialog)), <=, 760); /* with the shadow */
  gui_picture (GTK_WINDOW (dialog), "drawing", "narrow");

  choose (dialog, "drawing", 1);
  choose (dialog, "paper", 0);
  choose (dialog, "scale", 0);
  wait_for_preview (dialog);
  g_assert_null (qp_paper_preview_error (preview));
  g_assert_true (gtk_widget_get_sensitive (GET (dialog, QP_TYPE_DRAWING_DIALOG, "export")));
  gui_picture (GTK_WINDOW (dialog), "drawing", "screen");
  gtk_window_destroy (GTK_WINDOW (dialog));
  gui_window_gone (window);
}

static void
test_writes (void)
{
  QpWindow *window = window_with_sample ();
  g_autofree char *folder = g_dir_make_tmp ("qianping-paper-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "plan.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *data = NULL;
  gpointer dialog = qp_drawing_dialog_show (GTK_WINDOW (window), qp_window_get_session (window), QP_DRAWING_PLAN, NULL);

  g_object_add_weak_pointer (dialog, &dialog);
  wait_for_preview (dialog);
  choose (dialog, "scale", 5); /* 1 : 500 */
  qp_drawing_dialog_write (dialog, file);
  wait_for_dialog_to_go (&dialog);
  g_assert_true (g_file_get_contents (path, &data, NULL, NULL));
  g_assert_true (g_str_has_prefix (data, "%PDF-"));
  g_unlink (path);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  gui_window_gone (window);
}

/* stopped at once, nothing is left of it and the dialog is there again */
static void
test_is_stopped (void)
{
  QpWindow *window = window_with_sample ();
  g_autofree char *folder = g_dir_make_tmp ("qianping-paper-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "plan.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  QpDrawingDialog *dialog = qp_drawing_dialog_show (GTK_WINDOW (window), qp_window_get_session (window), QP_DRAWING_PLAN, NULL);
  GtkStack *stack = GET (dialog, QP_TYPE_DRAWING_DIALOG, "stack");

  wait_for_preview (dialog);
  choose (dialog, "paper", 0);
  choose (dialog, "scale", 1); /* 1 : 50: hundreds of pages */
  wait_for_preview (dialog);
  choose (dialog, "scale", 2);
  wait_for_preview (dialog);
  g_assert_null (qp_paper_preview_error (qp_drawing_dialog_preview (dialog)));
  qp_drawing_dialog_write (dialog, file);
  gui_settle ();
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "progress");
  gui_picture (GTK_WINDOW (dialog), "drawing", "progress");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "work.cancel", NULL);
  for (guint i = 0; g_strcmp0 (gtk_stack_get_visible_child_name (stack), "options") != 0 && i < 400; i++)
    gui_wait_ms (25);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "options");
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  gtk_window_destroy (GTK_WINDOW (dialog));
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  gui_window_gone (window);
}

static void
on_done (GtkPrintOperation *operation, GtkPrintOperationResult result, gpointer data)
{
  *(int *) data = (int) result;
}

/* what goes to the printer has the size of the paper, unscaled */
static void
test_prints (void)
{
  QpWindow *window = window_with_sample ();
  g_autofree char *folder = g_dir_make_tmp ("qianping-paper-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "print.pdf", NULL);
  g_autofree char *data = NULL;
  g_autoptr (GError) error = NULL;
  const char *box = "/MediaBox [ 0 0 1190.55";
  gsize length;
  int result = -1;
  QpDrawingDialog *dialog = qp_drawing_dialog_show (GTK_WINDOW (window), qp_window_get_session (window), QP_DRAWING_PLAN, NULL);

  wait_for_preview (dialog);
  g_autoptr (GtkPrintOperation) operation = qp_drawing_dialog_print_operation (dialog, &error);
  g_assert_no_error (error);
  gtk_print_operation_set_export_filename (operation, path);
  g_signal_connect (operation, "done", G_CALLBACK (on_done), &result);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, GTK_WINDOW (dialog), &error);
  g_assert_no_error (error);
  for (guint i = 0; result < 0 && i < 400; i++)
    gui_wait_ms (25);
  g_assert_cmpint (result, ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  /* A3 across: 420 × 297 mm */
  g_assert_nonnull (memmem (data, length, box, strlen (box)));
  g_unlink (path);
  g_rmdir (folder);
  gtk_window_destroy (GTK_WINDOW (dialog));
  gui_window_gone (window);
}

static void
test_documents (void)
{
  QpWindow *window = window_with_sample ();
  g_autofree char *folder = g_dir_make_tmp ("qianping-paper-XXXXXX", NULL);

  for (guint i = 0; i < qp_handout_count (); i++)
    {
      g_autofree char *path = g_build_filename (folder, "document.csv", NULL), *data = NULL;
      g_autoptr (GFile) file = g_file_new_for_path (path);
      gpointer dialog = qp_documents_dialog_show (GTK_WINDOW (window), qp_window_get_session (window));
      g_object_add_weak_pointer (dialog, &dialog);
      gui_settle ();
      if (i == 0)
        {
          choose_format (dialog, 0);
          gui_picture (GTK_WINDOW (dialog), "documents", "list");
        }
      /* each other one in Chinese, while the window is English */
      adw_combo_row_set_selected (GET (dialog, QP_TYPE_DOCUMENTS_DIALOG, "language"), i % 2);
      qp_documents_dialog_write (dialog, i, file);
      if (i == 0)
        gui_picture (GTK_WINDOW (window), "documents", "going");
      wait_for_dialog_to_go (&dialog);
      if (i == 0)
        gui_picture (GTK_WINDOW (window), "documents", "written");
      g_assert_true (g_file_get_contents (path, &data, NULL, NULL));
      g_assert_true (g_str_has_prefix (data, "\xef\xbb\xbf"));
      g_assert_nonnull (strstr (data, "site,"));
      if (i == 1)
        g_assert_nonnull (strstr (data, "大屏"));
      if (i == 2)
        g_assert_null (strstr (data, "大屏"));
      g_unlink (path);
    }
  g_rmdir (folder);
  gui_window_gone (window);
}

/* stopped at once, the dialog is there again */
static void
test_document_is_stopped (void)
{
  QpWindow *window = window_with_sample ();
  g_autofree char *folder = g_dir_make_tmp ("qianping-paper-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "document.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  QpDocumentsDialog *dialog = qp_documents_dialog_show (GTK_WINDOW (window), qp_window_get_session (window));
  GtkRevealer *going = GET (dialog, QP_TYPE_DOCUMENTS_DIALOG, "going");

  gui_settle ();
  g_assert_false (gtk_revealer_get_reveal_child (going));
  qp_documents_dialog_write (dialog, 0, file);
  g_assert_true (gtk_revealer_get_reveal_child (going));
  gtk_widget_activate_action (GTK_WIDGET (dialog), "work.cancel", NULL);
  for (guint i = 0; gtk_revealer_get_reveal_child (going) && i < 400; i++)
    gui_wait_ms (25);
  g_assert_false (gtk_revealer_get_reveal_child (going));
  g_unlink (path); /* there where the document was quicker than the stop */
  gtk_window_destroy (GTK_WINDOW (dialog));
  g_rmdir (folder);
  gui_window_gone (window);
}

/* sections that are switched off are not in it; with none there is nothing to write */
static void
test_report (void)
{
  QpWindow *window = window_with_sample ();
  g_autofree char *folder = g_dir_make_tmp ("qianping-paper-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "report.pdf", NULL), *data = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  gpointer dialog = qp_report_dialog_show (GTK_WINDOW (window), qp_window_get_session (window));
  GtkWidget *button = GET (dialog, QP_TYPE_REPORT_DIALOG, "export");

  g_object_add_weak_pointer (dialog, &dialog);
  gui_settle ();
  gui_picture (GTK_WINDOW (dialog), "report", "options");
  for (guint i = 0; i < qp_report_section_count (); i++)
    qp_report_dialog_leave_out (dialog, i, TRUE);
  g_assert_false (gtk_widget_get_sensitive (button));
  qp_report_dialog_leave_out (dialog, 0, FALSE);
  qp_report_dialog_leave_out (dialog, 1, FALSE);
  g_assert_true (gtk_widget_get_sensitive (button));
  qp_report_dialog_write (dialog, file);
  wait_for_dialog_to_go (&dialog);
  g_assert_true (g_file_get_contents (path, &data, NULL, NULL));
  g_assert_true (g_str_has_prefix (data, "%PDF-"));
  g_unlink (path);
  g_rmdir (folder);
  gui_window_gone (window);
}

/* pages of a PDF that cairo wrote */
static guint
pages_of (const char *path)
{
  const char *const page = "/Type /Page";
  g_autofree char *data = NULL;
  gsize length;
  guint n = 0;

  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  for (const char *at = data; (at = memmem (at, length - (gsize) (at - data), page, strlen (page))) != NULL; at += strlen (page))
    n += at[strlen (page)] != 's';
  return n;
}

static struct
{
  const char *path;
  int result;
} printed;

static void
print_to_file (GtkWindow *parent, const QpPrintPages *pages)
{
  g_autoptr (GtkPrintOperation) operation = qp_print_operation_new (pages);
  g_autoptr (GError) error = NULL;

  gtk_print_operation_set_export_filename (operation, printed.path);
  g_signal_connect (operation, "done", G_CALLBACK (on_done), &printed.result);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, parent, &error);
  g_assert_no_error (error);
}

static gboolean
has_text (const char *path, const char *text)
{
  g_autofree char *data = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  return memmem (data, length, text, strlen (text)) != NULL;
}

/* a printer gets the pages of the file, those that lie across among them, and the dialog stays */
static void
test_report_prints (void)
{
  QpWindow *window = window_with_sample ();
  g_autofree char *folder = g_dir_make_tmp ("qianping-paper-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "report.pdf", NULL), *print = g_build_filename (folder, "print.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  gpointer dialog = qp_report_dialog_show (GTK_WINDOW (window), qp_window_get_session (window));
  const char *const kept[] = { "cover", "summary", "drawings" };

  g_object_add_weak_pointer (dialog, &dialog);
  for (guint i = 0; i < qp_report_section_count (); i++)
    qp_report_dialog_leave_out (dialog, i, TRUE);
  g_assert_false (gtk_widget_get_sensitive (GET (dialog, QP_TYPE_REPORT_DIALOG, "print")));
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    qp_report_dialog_leave_out (dialog, (guint) qp_report_section_find (kept[i]), FALSE);
  printed.path = print;
  printed.result = -1;
  qp_report_dialog_print (dialog, print_to_file);
  for (guint i = 0; printed.result < 0 && i < 2000; i++)
    gui_wait_ms (25);
  g_assert_cmpint (printed.result, ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GET (dialog, QP_TYPE_REPORT_DIALOG, "stack")), ==, "options");
  qp_report_dialog_write (dialog, file);
  wait_for_dialog_to_go (&dialog);
  g_assert_cmpuint (pages_of (print), >, 3);
  g_assert_cmpuint (pages_of (print), ==, pages_of (path));
  g_assert_true (has_text (print, "/MediaBox [ 0 0 595.27"));
  g_assert_true (has_text (print, "/MediaBox [ 0 0 841.88"));
  g_unlink (print);
  g_unlink (path);
  g_rmdir (folder);
  gui_window_gone (window);
}

static void
add_tests (void)
{
  g_test_add_func ("/paper/report-prints", test_report_prints);
  g_test_add_func ("/paper/report", test_report);
  g_test_add_func ("/paper/documents", test_documents);
  g_test_add_func ("/paper/document-is-stopped", test_document_is_stopped);
  g_test_add_func ("/paper/preview", test_preview);
  g_test_add_func ("/paper/writes", test_writes);
  g_test_add_func ("/paper/is-stopped", test_is_stopped);
  g_test_add_func ("/paper/prints", test_prints);
}

int
main (int argc, char **argv)
{
  return gui_main (argc, argv, add_tests);
}
