/* qp-cells.c: which cells of a grid of cabinets are there
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/qp-cells.h"

#include <string.h>

/**
 * qp_cells_init:
 * @self: (out caller-allocates): a grid
 * @columns: cabinets across
 * @rows: cabinets down
 *
 * Begins with all cells. End with qp_cells_clear().
 */
void
qp_cells_init (QpCells *self, guint columns, guint rows)
{
  *self = (QpCells){ columns, rows, (guint64) columns * rows, NULL };
}

/**
 * qp_cells_clear:
 * @self: a grid
 */
void
qp_cells_clear (QpCells *self)
{
  g_clear_pointer (&self->bits, g_free);
}

/**
 * qp_cells_is_full:
 * @self: a grid
 *
 * Returns: whether no cell is missing
 */
gboolean
qp_cells_is_full (const QpCells *self)
{
  return self->n == (guint64) self->columns * self->rows;
}

/**
 * qp_cells_has:
 * @self: a grid
 * @column: from 0 at the left
 * @row: from 0 at the top
 *
 * Returns: whether this cell is in the grid and there
 */
gboolean
qp_cells_has (const QpCells *self, guint column, guint row)
{
  if (column >= self->columns || row >= self->rows)
    return FALSE;
  const gsize at = (gsize) row * self->columns + column;
  return self->bits == NULL || (self->bits[at / 8] >> at % 8 & 1) != 0;
}

static gboolean
make_bits (QpCells *self)
{
  const guint64 all = (guint64) self->columns * self->rows;

  if (self->bits != NULL)
    return TRUE;
  if (all > QP_CELLS_MAX)
    return FALSE;
  self->bits = g_malloc (all / 8 + 1);
  memset (self->bits, 0xff, all / 8 + 1);
  return TRUE;
}

/**
 * qp_cells_set:
 * @self: a grid
 * @column: from 0 at the left
 * @row: from 0 at the top
 * @there: whether there is a cabinet
 *
 * Adds or takes out one cell. Outside of the grid, and in grids of more than %QP_CELLS_MAX cells, nothing happens.
 */
void
qp_cells_set (QpCells *self, guint column, guint row, gboolean there)
{
  if (column >= self->columns || row >= self->rows || qp_cells_has (self, column, row) == !!there || !make_bits (self))
    return;
  const gsize at = (gsize) row * self->columns + column;
  self->bits[at / 8] ^= (guint8) (1 << at % 8);
  self->n = there ? self->n + 1 : self->n - 1;
}

/* "3" or "3-7", counted from 1; moves the cursor behind it */
static gboolean
read_span (const char **cursor, guint64 *from, guint64 *to)
{
  char *end;

  *from = *to = g_ascii_strtoull (*cursor, &end, 10);
  if (end == *cursor || *from == 0)
    return FALSE;
  *cursor = end;
  if (*end != '-')
    return TRUE;
  *to = g_ascii_strtoull (end + 1, &end, 10);
  const gboolean fine = end != *cursor + 1 && *to >= *from;
  *cursor = end;
  return fine;
}

static gboolean
remove_span (QpCells *self, const char *text)
{
  guint64 column, last_column, row, last_row;

  if (!read_span (&text, &column, &last_column) || *text++ != ',' || !read_span (&text, &row, &last_row)
      || *text != '\0' || last_column > self->columns || last_row > self->rows)
    return FALSE;
  for (guint64 r = row; r <= last_row; r++)
    for (guint64 c = column; c <= last_column; c++)
      qp_cells_set (self, (guint) c - 1, (guint) r - 1, FALSE);
  return TRUE;
}

/**
 * qp_cells_remove:
 * @self: a grid
 * @missing: (nullable): "column,row column,row …" counted from 1 at the top left; a span stands for all of its cells,
 *   as "3-7,1" or "1-4,2-3"; entries are parted by blanks or semicolons
 *
 * Takes cells out of the grid.
 *
 * Returns: how many entries were no cells of this grid; they change nothing
 */
guint
qp_cells_remove (QpCells *self, const char *missing)
{
  guint strange = 0;

  if (missing == NULL)
    return 0;
  g_auto (GStrv) entries = g_strsplit_set (missing, " ;\t\n", -1);
  for (guint i = 0; entries[i] != NULL; i++)
    if (*entries[i] != '\0' && !remove_span (self, entries[i]))
      strange++;
  return strange;
}

static guint
span_end (const QpCells *self, guint column, guint row)
{
  guint end = column;

  while (end + 1 < self->columns && !qp_cells_has (self, end + 1, row))
    end++;
  return end;
}

/**
 * qp_cells_missing:
 * @self: a grid
 *
 * Returns: (transfer full) (nullable): the missing cells as qp_cells_remove() reads them, runs of a row as spans; %NULL
 *   when none is missing
 */
char *
qp_cells_missing (const QpCells *self)
{
  GString *out = g_string_new (NULL);

  for (guint row = 0; self->bits != NULL && row < self->rows; row++)
    for (guint column = 0; column < self->columns; column++)
      {
        if (qp_cells_has (self, column, row))
          continue;
        const guint end = span_end (self, column, row);
        g_string_append_printf (out, "%s%u", out->len > 0 ? " " : "", column + 1);
        if (end > column)
          g_string_append_printf (out, "-%u", end + 1);
        g_string_append_printf (out, ",%u", row + 1);
        column = end;
      }
  return g_string_free (out, out->len == 0);
}

static guint
open_ends (gboolean before, gboolean here, gboolean after)
{
  return here ? !before + !after : 0;
}

/**
 * qp_cells_edges:
 * @self: a grid
 * @closed: whether the last column is joined to the first
 * @beside: (out): left and right sides of cells without a neighbour
 * @above: (out): upper and lower sides of cells without one
 *
 * Counts the edge of what is there: outline and openings.
 */
void
qp_cells_edges (const QpCells *self, gboolean closed, guint64 *beside, guint64 *above)
{
  const guint last = self->columns - 1;

  *beside = closed ? 0 : 2ull * self->rows;
  *above = 2ull * self->columns;
  if (self->bits == NULL)
    return;
  *beside = *above = 0;
  for (guint row = 0; row < self->rows; row++)
    for (guint column = 0; column < self->columns; column++)
      {
        const gboolean here = qp_cells_has (self, column, row);
        *beside += open_ends (column > 0 ? qp_cells_has (self, column - 1, row) : closed && qp_cells_has (self, last, row), here,
                              column < last ? qp_cells_has (self, column + 1, row) : closed && qp_cells_has (self, 0, row));
        *above += open_ends (row > 0 && qp_cells_has (self, column, row - 1), here, qp_cells_has (self, column, row + 1));
      }
}
