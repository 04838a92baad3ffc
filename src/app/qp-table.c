/* qp-table.c: the columns of a table: cells as text, which one it is sorted by, all of it as tab-separated lines
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Cells in sight are shown anew without making rows anew, which would be hundreds of labels with every edit.
 */
#include "base/qp-i18n.h"

#include "app/qp-table.h"

#include <string.h>

#define KEY "qp-table"
/* Rows that are copied at most: more no table program would take well. */
#define MOST_COPIED 100000

typedef struct
{
  const QpTableColumn *columns;
  guint n;
  QpTableFuncs funcs;
  gpointer data;
  GPtrArray *bound; /* GtkListItem of the cells that have a row */
} Table;

static void
table_free (gpointer data)
{
  Table *self = data;

  g_ptr_array_unref (self->bound);
  g_free (self);
}

static Table *
table_of (gpointer view)
{
  return g_object_get_data (view, KEY);
}

static guint
column_of (gpointer object)
{
  return GPOINTER_TO_UINT (g_object_get_data (object, "qp-column"));
}

static const char *
title_of (const QpTableColumn *column)
{
  return column->context == NULL ? _ (column->title) : g_dpgettext2 (GETTEXT_PACKAGE, column->context, column->title);
}

/* --- cells --- */

static void
show_cell (const Table *self, GtkListItem *list_item)
{
  GtkWidget *label = gtk_list_item_get_child (list_item);
  gpointer row = gtk_list_item_get_item (list_item);
  const guint column = column_of (label);

  if (row == NULL)
    return;
  if (!GTK_IS_LABEL (label))
    {
      self->funcs.show (label, row, column, self->data);
      return;
    }
  g_autofree char *text = self->funcs.text (row, column, self->data);
  const char *look = self->funcs.look == NULL ? NULL : self->funcs.look (row, column, self->data);
  const char *css[] = { "numeric", look, NULL };
  if (strcmp (text, gtk_label_get_label (GTK_LABEL (label))) != 0)
    gtk_label_set_label (GTK_LABEL (label), text);
  gtk_widget_set_css_classes (label, css);
}

/* made when somebody asks */
static gboolean
on_query_tooltip (GtkWidget *label, int x, int y, gboolean keyboard, GtkTooltip *tooltip, GtkListItem *list_item)
{
  const Table *self = g_object_get_data (G_OBJECT (label), KEY);
  gpointer row = gtk_list_item_get_item (list_item);
  const QpTableText ask = self->funcs.tip != NULL ? self->funcs.tip : self->funcs.text;

  if (row == NULL)
    return FALSE;
  g_autofree char *text = ask (row, column_of (label), self->data);
  gtk_tooltip_set_text (tooltip, text);
  return text != NULL && *text != '\0';
}

static GtkWidget *
label_new (gboolean number)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), number ? 1 : 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  return label;
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *list_item, Table *self)
{
  const guint column = column_of (factory);
  GtkWidget *made = self->funcs.make == NULL ? NULL : self->funcs.make (column, self->data);
  GtkWidget *child = made != NULL ? made : label_new (self->columns[column].number);

  gtk_widget_set_has_tooltip (child, TRUE);
  g_object_set_data (G_OBJECT (child), "qp-column", GUINT_TO_POINTER (column));
  g_object_set_data (G_OBJECT (child), KEY, self);
  g_signal_connect (child, "query-tooltip", G_CALLBACK (on_query_tooltip), list_item);
  gtk_list_item_set_child (list_item, child);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *list_item, Table *self)
{
  g_ptr_array_add (self->bound, list_item);
  show_cell (self, list_item);
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *list_item, Table *self)
{
  g_ptr_array_remove_fast (self->bound, list_item);
}

/* --- order --- */

/* GTK 4.8 does not tell which column is sorted by: it is asked to compare two rows that are the same, and the column that is
 * asked first remembers that. */
static gpointer asked;

static int
compare (gconstpointer a, gconstpointer b, gpointer column)
{
  if (asked == NULL)
    asked = column;
  return -1;
}

/**
 * qp_table_order:
 * @view: a table
 * @descending: (out): whether the other way round
 *
 * Returns: number of the column that it is sorted by; -1: none
 */
int
qp_table_order (GtkColumnView *view, gboolean *descending)
{
  g_autoptr (GObject) row = g_object_new (G_TYPE_OBJECT, NULL);

  asked = NULL;
  const GtkOrdering way = gtk_sorter_compare (gtk_column_view_get_sorter (view), row, row);
  *descending = way == GTK_ORDERING_LARGER;
  return asked == NULL ? -1 : GPOINTER_TO_INT (asked) - 1;
}

/* --- all --- */

static void
add_column (GtkColumnView *view, Table *self, guint column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_object_set_data (G_OBJECT (factory), "qp-column", GUINT_TO_POINTER (column));
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), self);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), self);
  g_autoptr (GtkColumnViewColumn) made = gtk_column_view_column_new (title_of (&self->columns[column]), factory);
  gtk_column_view_column_set_resizable (made, TRUE);
  gtk_column_view_column_set_expand (made, self->columns[column].expands);
  if (self->columns[column].width > 0)
    gtk_column_view_column_set_fixed_width (made, self->columns[column].width);
  if (self->columns[column].sorts)
    {
      g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare, GUINT_TO_POINTER (column + 1), NULL));
      gtk_column_view_column_set_sorter (made, sorter);
    }
  gtk_column_view_append_column (view, made);
}

/**
 * qp_table_set_up:
 * @view: an empty table
 * @columns: (array length=n): its columns; they outlive it
 * @n: how many
 * @funcs: what it asks
 * @data: for @funcs; outlives the table
 *
 * Makes the columns.
 */
void
qp_table_set_up (GtkColumnView *view, const QpTableColumn *columns, guint n, const QpTableFuncs *funcs, gpointer data)
{
  Table *self = g_new0 (Table, 1);

  *self = (Table){ columns, n, *funcs, data, g_ptr_array_new () };
  g_object_set_data_full (G_OBJECT (view), KEY, self, table_free);
  for (guint i = 0; i < n; i++)
    add_column (view, self, i);
}

/**
 * qp_table_refresh:
 * @view: a table
 *
 * Shows anew what stands in the rows in sight.
 */
void
qp_table_refresh (GtkColumnView *view)
{
  const Table *self = table_of (view);

  for (guint i = 0; i < self->bound->len; i++)
    show_cell (self, g_ptr_array_index (self->bound, i));
}

/**
 * qp_table_to_tsv:
 * @view: a table
 * @rows: its rows
 *
 * Returns: (transfer full): the rows with a head, columns parted by tabs, for a spreadsheet
 */
char *
qp_table_to_tsv (GtkColumnView *view, GListModel *rows)
{
  const Table *self = table_of (view);
  GString *out = g_string_new (NULL);
  const guint n = MIN (g_list_model_get_n_items (rows), MOST_COPIED);

  for (guint column = 0; column < self->n; column++)
    g_string_append_printf (out, "%s%s", column > 0 ? "\t" : "", title_of (&self->columns[column]));
  g_string_append_c (out, '\n');
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GObject) row = g_list_model_get_item (rows, i);
      for (guint column = 0; column < self->n; column++)
        {
          g_autofree char *text = self->funcs.text (row, column, self->data);
          g_string_append_printf (out, "%s%s", column > 0 ? "\t" : "", g_strdelimit (text, "\t\n", ' '));
        }
      g_string_append_c (out, '\n');
    }
  return g_string_free (out, FALSE);
}
