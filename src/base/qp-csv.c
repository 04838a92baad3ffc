/* qp-csv.c: tables as text, RFC 4180
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-csv.h"

#include <string.h>

/**
 * qp_csv_append:
 * @out: a table that is written
 * @cell: (nullable): the next cell of the row; %NULL leaves it empty
 *
 * A cell with a comma, a quote or a line end is quoted.
 */
void
qp_csv_append (GString *out, const char *cell)
{
  if (out->len > 0 && out->str[out->len - 1] != '\n' && !(out->len == 3 && g_str_has_prefix (out->str, QP_CSV_BOM)))
    g_string_append_c (out, ',');
  if (cell == NULL)
    cell = "";
  if (strpbrk (cell, ",;\"\r\n") == NULL)
    {
      g_string_append (out, *cell == '\0' && (out->len == 0 || out->str[out->len - 1] == '\n') ? "\"\"" : cell);
      return;
    }
  g_string_append_c (out, '"');
  for (; *cell != '\0'; cell++)
    {
      if (*cell == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *cell);
    }
  g_string_append_c (out, '"');
}

/**
 * qp_csv_end_row:
 * @out: a table that is written
 */
void
qp_csv_end_row (GString *out)
{
  g_string_append (out, "\r\n");
}

/**
 * qp_csv_reader_init:
 * @self: (out caller-allocates): a reader
 * @text: the table, UTF-8, with a byte order mark or without; it must outlive the reader
 * @length: its length in bytes
 *
 * Cells are parted by commas, or by semicolons where the first line has these and no comma, as spreadsheets write it where the
 * comma is for decimals.
 */
void
qp_csv_reader_init (QpCsvReader *self, const char *text, gsize length)
{
  const gsize skip = length >= 3 && memcmp (text, QP_CSV_BOM, 3) == 0 ? 3 : 0;
  const char *start = text + skip;
  const char *newline = memchr (start, '\n', length - skip);
  const gsize first = newline == NULL ? length - skip : (gsize) (newline - start);

  *self = (QpCsvReader){ start, text + length, ',', 1 };
  if (memchr (start, ',', first) == NULL && memchr (start, ';', first) != NULL)
    self->separator = ';';
}

/* a cell; afterwards the reader stands behind what ended it: the separator, a line end or the end */
static char *
read_cell (QpCsvReader *self, gboolean *row_ended)
{
  GString *cell = g_string_new (NULL);
  gboolean quoted = FALSE;

  *row_ended = TRUE;
  while (self->at < self->end)
    {
      const char c = *self->at++;
      self->line += c == '\n';
      if (quoted && c == '"' && self->at < self->end && *self->at == '"')
        g_string_append_c (cell, *self->at++);
      else if (c == '"' && (quoted || cell->len == 0))
        quoted = !quoted;
      else if (quoted)
        g_string_append_c (cell, c);
      else if (c == self->separator)
        {
          *row_ended = FALSE;
          break;
        }
      else if (c == '\n')
        break;
      else if (c != '\r' || self->at >= self->end || *self->at != '\n')
        g_string_append_c (cell, c);
    }
  return g_string_free (cell, FALSE);
}

/**
 * qp_csv_reader_next:
 * @self: a reader
 * @line: (out): line in which the row begins
 *
 * Returns: (transfer full) (nullable) (element-type utf8): the cells of the next row that is not empty, or %NULL at the end
 */
GPtrArray *
qp_csv_reader_next (QpCsvReader *self, int *line)
{
  while (self->at < self->end)
    {
      GPtrArray *row = g_ptr_array_new_with_free_func (g_free);
      gboolean ended = FALSE;

      *line = self->line;
      while (!ended)
        g_ptr_array_add (row, read_cell (self, &ended));
      for (guint i = 0; i < row->len; i++)
        if (*(const char *) g_ptr_array_index (row, i) != '\0')
          return row;
      g_ptr_array_unref (row);
    }
  return NULL;
}
