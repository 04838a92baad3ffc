/* qp-print.c: pages to a printer, at their true size
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-print.h"

#include "app/qp-compat.h"

#include <math.h>

#define NEARLY_PT 2

static void
pages_free (gpointer data)
{
  QpPrintPages *self = data;

  if (self->data_free != NULL)
    self->data_free (self->data);
  g_free ((char *) self->title);
  g_free (self);
}

/* the size of paper that has a name, so that printers know their tray */
static GtkPaperSize *
paper_for (double width, double height)
{
  static const char *const names[] = { "iso_a4", "iso_a3", "iso_a2", "iso_a1", "iso_a0" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GtkPaperSize *size = gtk_paper_size_new (names[i]);
      if (fabs (gtk_paper_size_get_width (size, GTK_UNIT_POINTS) - width) < NEARLY_PT
          && fabs (gtk_paper_size_get_height (size, GTK_UNIT_POINTS) - height) < NEARLY_PT)
        return size;
      gtk_paper_size_free (size);
    }
  return gtk_paper_size_new_custom ("qianping", _ ("Page of the drawing"), width, height, GTK_UNIT_POINTS);
}

static GtkPageSetup *
setup_for (const QpPrintPages *pages)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  const gboolean landscape = pages->width > pages->height;
  GtkPaperSize *size = landscape ? paper_for (pages->height, pages->width) : paper_for (pages->width, pages->height);

  gtk_page_setup_set_paper_size (setup, size);
  gtk_page_setup_set_orientation (setup, landscape ? GTK_PAGE_ORIENTATION_LANDSCAPE : GTK_PAGE_ORIENTATION_PORTRAIT);
  gtk_paper_size_free (size);
  return setup;
}

static void
on_draw_page (GtkPrintOperation *operation, GtkPrintContext *context, int page, gpointer data)
{
  const QpPrintPages *pages = data;

  pages->paint ((guint) page, gtk_print_context_get_cairo_context (context), pages->data);
}

static void
on_request_page_setup (GtkPrintOperation *operation, GtkPrintContext *context, int page, GtkPageSetup *setup, gpointer data)
{
  const QpPrintPages *pages = data;
  const gboolean landscape = pages->is_landscape ((guint) page, pages->data);

  gtk_page_setup_set_orientation (setup, landscape ? GTK_PAGE_ORIENTATION_LANDSCAPE : GTK_PAGE_ORIENTATION_PORTRAIT);
}

/**
 * qp_print_operation_new:
 * @pages: the pages; their data are taken over
 *
 * Returns: (transfer full): an operation that prints them unscaled, on paper of their size
 */
GtkPrintOperation *
qp_print_operation_new (const QpPrintPages *pages)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  QpPrintPages *copy = g_new (QpPrintPages, 1);
  g_autoptr (GtkPageSetup) setup = setup_for (pages);

  *copy = *pages;
  copy->title = g_strdup (pages->title);
  g_object_set_data_full (G_OBJECT (operation), "qp-pages", copy, pages_free);
  gtk_print_operation_set_job_name (operation, copy->title);
  gtk_print_operation_set_n_pages (operation, (int) copy->pages);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_embed_page_setup (operation, FALSE);
  gtk_print_operation_set_show_progress (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect (operation, "draw-page", G_CALLBACK (on_draw_page), copy);
  if (copy->is_landscape != NULL)
    g_signal_connect (operation, "request-page-setup", G_CALLBACK (on_request_page_setup), copy);
  return operation;
}

static void
on_done (GtkPrintOperation *operation, GtkPrintOperationResult result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  GtkWindow *parent = data;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  qp_tell (parent, _ ("The Pages Could Not Be Printed"), error->message);
}

/**
 * qp_print:
 * @parent: window that the dialog belongs to
 * @pages: the pages; their data are taken over
 *
 * Shows the dialog of the desktop, and prints. Something that goes wrong is told.
 */
void
qp_print (GtkWindow *parent, const QpPrintPages *pages)
{
  g_autoptr (GtkPrintOperation) operation = qp_print_operation_new (pages);
  g_autoptr (GError) error = NULL;

  g_signal_connect_object (operation, "done", G_CALLBACK (on_done), parent, 0);
  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, &error) == GTK_PRINT_OPERATION_RESULT_ERROR)
    g_debug ("printing: %s", error->message); /* it is told when it is done */
}
