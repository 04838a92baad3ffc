/* qp-table.c: text in columns that line up, also with wide characters
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cli/qp-table.h"

#include <string.h>

#define GAP 2

struct _QpTable
{
  guint n_columns;
  char *right_aligned;
  GPtrArray *rows; /* char ** */
};

/**
 * qp_table_new:
 * @n_columns: how many cells a row has
 * @right_aligned: one letter a column: `r` for numbers, anything else for text
 *
 * Returns: (transfer full): an empty table
 */
QpTable *
qp_table_new (guint n_columns, const char *right_aligned)
{
  QpTable *self = g_new0 (QpTable, 1);

  g_return_val_if_fail (strlen (right_aligned) == n_columns, NULL);
  self->n_columns = n_columns;
  self->right_aligned = g_strdup (right_aligned);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  return self;
}

/**
 * qp_table_free:
 * @self: (transfer full): a table
 */
void
qp_table_free (QpTable *self)
{
  g_ptr_array_unref (self->rows);
  g_free (self->right_aligned);
  g_free (self);
}

/**
 * qp_table_add:
 * @self: the table
 * @cell: first cell
 * @...: the other cells, then %NULL; missing ones are empty
 */
void
qp_table_add (QpTable *self, const char *cell, ...)
{
  char **row = g_new0 (char *, self->n_columns + 1);
  va_list cells;

  va_start (cells, cell);
  for (guint i = 0; i < self->n_columns; i++)
    {
      row[i] = g_strdup (cell != NULL ? cell : "");
      cell = cell != NULL ? va_arg (cells, const char *) : NULL;
    }
  va_end (cells);
  g_ptr_array_add (self->rows, row);
}

/* columns of a terminal: Chinese characters take two, combining ones none */
static guint
width_of (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = (guchar) *p < 0x80 ? (guchar) *p : g_utf8_get_char (p);
      width += c < 0x80 ? 1 : g_unichar_iswide (c) ? 2 : g_unichar_iszerowidth (c) ? 0 : 1;
    }
  return width;
}

static guint
column_width (QpTable *self, guint column)
{
  guint widest = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      char **row = g_ptr_array_index (self->rows, i);
      widest = MAX (widest, width_of (row[column]));
    }
  return widest;
}

/**
 * qp_table_print:
 * @self: the table
 * @indent: blanks before each row
 *
 * Prints the rows to standard output, without blanks at the ends of lines.
 */
void
qp_table_print (QpTable *self, guint indent)
{
  g_autofree guint *widths = g_new (guint, self->n_columns);

  for (guint c = 0; c < self->n_columns; c++)
    widths[c] = column_width (self, c);

  for (guint i = 0; i < self->rows->len; i++)
    {
      char **row = g_ptr_array_index (self->rows, i);
      g_autoptr (GString) line = g_string_new (NULL);

      g_string_append_printf (line, "%*s", (int) indent, "");
      for (guint c = 0; c < self->n_columns; c++)
        {
          const int pad = (int) (widths[c] - width_of (row[c]));
          const gboolean right = self->right_aligned[c] == 'r';
          g_string_append_printf (line, "%*s%s%*s", right ? pad : 0, "", row[c], (right ? 0 : pad) + GAP, "");
        }
      g_print ("%s\n", g_strchomp (line->str));
    }
}
