/* qp-print.h: pages to a printer, at their true size
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * QpPrintPages:
 * @title: what the print job is called
 * @pages: how many
 * @width: width of a page, points
 * @height: height of a page, points
 * @paint: paints a page, from 0, into a context in points; called in the main thread
 * @is_landscape: (nullable): whether a page lies across; when %NULL, all are as @width and @height say
 * @data: for @paint and @is_landscape; owned
 * @data_free: (nullable): frees @data
 *
 * Pages that can be printed.
 */
typedef struct
{
  const char *title;
  guint pages;
  double width;
  double height;
  void (*paint) (guint page, cairo_t *cr, gpointer data);
  gboolean (*is_landscape) (guint page, gpointer data);
  gpointer data;
  GDestroyNotify data_free;
} QpPrintPages;

/**
 * QpPrintFunc:
 * @parent: window that dialogs belong to
 * @pages: the pages; their data are taken over
 *
 * Prints pages, as qp_print() does.
 */
typedef void (*QpPrintFunc) (GtkWindow *parent, const QpPrintPages *pages);

GtkPrintOperation *qp_print_operation_new (const QpPrintPages *pages);
void qp_print (GtkWindow *parent, const QpPrintPages *pages);

G_END_DECLS
