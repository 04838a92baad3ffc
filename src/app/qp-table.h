/* qp-table.h: the columns of a table: cells as text, which one it is sorted by, all of it as tab-separated lines
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * QpTableColumn:
 * @title: translatable title
 * @width: at first, pixels; 0: the natural one
 * @number: whether it stands at the right
 * @sorts: whether the table can be sorted by it
 * @expands: whether it takes the room that is left
 * @context: (nullable): context of the title for translators
 *
 * One column.
 */
typedef struct
{
  const char *title;
  int width;
  gboolean number;
  gboolean sorts;
  gboolean expands;
  const char *context;
} QpTableColumn;

/**
 * QpTableText:
 * @row: a row of the model
 * @column: number of a column
 * @data: what was given to qp_table_set_up()
 *
 * Returns: (transfer full): what stands there
 */
typedef char *(*QpTableText) (gpointer row, guint column, gpointer data);

/**
 * QpTableLook:
 * @row: a row of the model
 * @column: number of a column
 * @data: what was given to qp_table_set_up()
 *
 * Returns: (transfer none) (nullable): CSS class of the cell, such as "heading"
 */
typedef const char *(*QpTableLook) (gpointer row, guint column, gpointer data);

/**
 * QpTableMake:
 * @column: number of a column
 * @data: what was given to qp_table_set_up()
 *
 * Returns: (transfer floating) (nullable): a widget for its cells; %NULL for a label
 */
typedef GtkWidget *(*QpTableMake) (guint column, gpointer data);

/**
 * QpTableShow:
 * @widget: what @make made
 * @row: a row of the model
 * @column: number of a column
 * @data: what was given to qp_table_set_up()
 *
 * Shows a row in a widget that is no label.
 */
typedef void (*QpTableShow) (GtkWidget *widget, gpointer row, guint column, gpointer data);

/**
 * QpTableFuncs:
 * @text: text of a cell
 * @tip: (nullable): its tooltip; %NULL: the text
 * @look: (nullable): its look
 * @make: (nullable): makes the widgets of columns that are no labels
 * @show: (nullable): shows a row in them
 *
 * What a table asks.
 */
typedef struct
{
  QpTableText text;
  QpTableText tip;
  QpTableLook look;
  QpTableMake make;
  QpTableShow show;
} QpTableFuncs;

void qp_table_set_up (GtkColumnView *view, const QpTableColumn *columns, guint n, const QpTableFuncs *funcs, gpointer data);
void qp_table_refresh (GtkColumnView *view);
int qp_table_order (GtkColumnView *view, gboolean *descending);
char *qp_table_to_tsv (GtkColumnView *view, GListModel *rows);

G_END_DECLS
