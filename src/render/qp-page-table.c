/* qp-page-table.c: the texts of a table before it is laid out on pages
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "render/qp-page-table.h"

#include <string.h>

static void
cell_clear (gpointer cell)
{
  g_free (((QpPageCell *) cell)->text);
}

/**
 * qp_page_table_new:
 * @aligns: how the texts of each column stand: l left, c in the middle, r right; a capital letter makes them strong
 * @...: (nullable): the titles of the columns, ended by %NULL; none at all for a table without a head
 *
 * Returns: (transfer full): a table without rows
 */
QpPageTable *
qp_page_table_new (const char *aligns, ...)
{
  QpPageTable *self = g_new0 (QpPageTable, 1);
  va_list titles;
  const char *title;

  g_return_val_if_fail (strlen (aligns) <= QP_PAGE_MAX_COLUMNS, NULL);
  self->n_columns = (guint) strlen (aligns);
  g_strlcpy (self->aligns, aligns, sizeof self->aligns);
  self->rows = g_array_new (FALSE, FALSE, sizeof (QpPageRowKind));
  self->cells = g_array_new (FALSE, TRUE, sizeof (QpPageCell));
  g_array_set_clear_func (self->cells, cell_clear);
  va_start (titles, aligns);
  for (guint i = 0; i < self->n_columns && (title = va_arg (titles, const char *)) != NULL; i++)
    {
      self->titles[i] = g_strdup (title);
      self->headed = TRUE;
    }
  va_end (titles);
  return self;
}

/**
 * qp_page_table_free:
 * @self: (transfer full) (nullable): a table
 */
void
qp_page_table_free (QpPageTable *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->n_columns; i++)
    g_free (self->titles[i]);
  g_array_unref (self->rows);
  g_array_unref (self->cells);
  g_free (self);
}

/**
 * qp_page_table_add_texts:
 * @self: a table
 * @texts: (array length=n): texts of the first columns; copied
 * @n: how many; the other cells stay empty
 *
 * Adds a row.
 */
void
qp_page_table_add_texts (QpPageTable *self, const char *const *texts, guint n)
{
  const QpPageRowKind kind = QP_PAGE_ROW_PLAIN;

  g_array_append_val (self->rows, kind);
  for (guint i = 0; i < self->n_columns; i++)
    {
      const QpPageCell cell = { i < n ? g_strdup (texts[i]) : NULL, QP_PAGE_MARK_NONE };
      g_array_append_val (self->cells, cell);
    }
}

static void
add_row (QpPageTable *self, QpPageRowKind kind, va_list texts)
{
  const char *all[QP_PAGE_MAX_COLUMNS];
  guint n = 0;
  const char *text;

  while (n < self->n_columns && (text = va_arg (texts, const char *)) != NULL)
    all[n++] = text;
  qp_page_table_add_texts (self, all, n);
  g_array_index (self->rows, QpPageRowKind, self->rows->len - 1) = kind;
}

/**
 * qp_page_table_add:
 * @self: a table
 * @...: texts of its columns, ended by %NULL; copied
 *
 * Adds a row.
 */
void
qp_page_table_add (QpPageTable *self, ...)
{
  va_list texts;

  va_start (texts, self);
  add_row (self, QP_PAGE_ROW_PLAIN, texts);
  va_end (texts);
}

/**
 * qp_page_table_sum:
 * @self: a table
 * @...: texts of its columns, ended by %NULL; copied
 *
 * Adds a row that is the sum of those before it.
 */
void
qp_page_table_sum (QpPageTable *self, ...)
{
  va_list texts;

  va_start (texts, self);
  add_row (self, QP_PAGE_ROW_SUM, texts);
  va_end (texts);
}

/**
 * qp_page_table_make_sum:
 * @self: a table with a row
 *
 * Makes the row that was added last a sum of those before it.
 */
void
qp_page_table_make_sum (QpPageTable *self)
{
  g_return_if_fail (self->rows->len > 0);
  g_array_index (self->rows, QpPageRowKind, self->rows->len - 1) = QP_PAGE_ROW_SUM;
}

/**
 * qp_page_table_group:
 * @self: a table
 * @text: what the rows after it are; copied
 *
 * Adds a heading across all columns.
 */
void
qp_page_table_group (QpPageTable *self, const char *text)
{
  qp_page_table_add_texts (self, &text, 1);
  g_array_index (self->rows, QpPageRowKind, self->rows->len - 1) = QP_PAGE_ROW_GROUP;
}

/**
 * qp_page_table_mark:
 * @self: a table with a row
 * @column: a column
 * @mark: verdict of that cell in the row that was added last
 */
void
qp_page_table_mark (QpPageTable *self, guint column, QpPageMark mark)
{
  g_return_if_fail (self->rows->len > 0 && column < self->n_columns);
  g_array_index (self->cells, QpPageCell, (self->rows->len - 1) * self->n_columns + column).mark = mark;
}

/**
 * qp_page_table_length:
 * @self: a table
 *
 * Returns: number of rows
 */
guint
qp_page_table_length (const QpPageTable *self)
{
  return self->rows->len;
}

/**
 * qp_page_table_kind:
 * @self: a table
 * @row: a row
 *
 * Returns: what the row is
 */
QpPageRowKind
qp_page_table_kind (const QpPageTable *self, guint row)
{
  return g_array_index (self->rows, QpPageRowKind, row);
}

/**
 * qp_page_table_cell:
 * @self: a table
 * @row: a row
 * @column: a column
 *
 * Returns: (transfer none): the cell
 */
const QpPageCell *
qp_page_table_cell (const QpPageTable *self, guint row, guint column)
{
  return &g_array_index (self->cells, QpPageCell, row * self->n_columns + column);
}
