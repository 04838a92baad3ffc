/* qp-data-runs-hand.c: routes drawn by hand: "1,1-4 2,4-1; 3,1-4"
 *
 * A cabinet is "column,row", counted from 1 at the top left. A span stands for the cabinets from its first to its last, in
 * this direction: "2,4-1" goes up. Runs are parted by semicolons.
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "engine/qp-data-runs-private.h"

#include <string.h>

#define MOST_ROUTE_CELLS (4 * QP_RUN_MOST_CABINETS)

/* "3" or "3-7" or "7-3" */
static gboolean
read_span (const char **cursor, gint64 *from, gint64 *to)
{
  char *end;

  if (!g_ascii_isdigit (**cursor))
    return FALSE;
  *from = *to = (gint64) g_ascii_strtoull (*cursor, &end, 10);
  if (*end == '-' && g_ascii_isdigit (end[1]))
    *to = (gint64) g_ascii_strtoull (end + 1, &end, 10);
  *cursor = end;
  return *from >= 1 && *to >= 1 && *from <= 20000 && *to <= 20000;
}

static gboolean
read_entry (const char *text, GArray *cells)
{
  gint64 c0, c1, r0, r1;

  if (!read_span (&text, &c0, &c1) || *text++ != ',' || !read_span (&text, &r0, &r1) || *text != '\0'
      || (c0 != c1 && r0 != r1) || cells->len > MOST_ROUTE_CELLS)
    return FALSE;
  const gint64 n = MAX (ABS (c1 - c0), ABS (r1 - r0)), dc = (c1 > c0) - (c1 < c0), dr = (r1 > r0) - (r1 < r0);
  for (gint64 i = 0; i <= n; i++)
    {
      const QpRunCell cell = { (guint) (c0 + i * dc - 1), (guint) (r0 + i * dr - 1) };
      g_array_append_val (cells, cell);
    }
  return TRUE;
}

/**
 * qp_data_route_parse:
 * @text: (nullable): a route
 * @cells: (element-type QpRunCell): gets the cabinets in the order of the cables, whether or not the screen has them
 * @ends: (element-type guint): gets the index behind the last cabinet of each run; a run without cabinets is none
 *
 * Returns: how many entries can't be read; they are left out
 */
guint
qp_data_route_parse (const char *text, GArray *cells, GArray *ends)
{
  g_auto (GStrv) runs = g_strsplit (text != NULL ? text : "", ";", -1);
  guint strange = 0;

  for (guint i = 0; runs[i] != NULL; i++)
    {
      g_auto (GStrv) entries = g_strsplit_set (runs[i], " \t\n", -1);
      const guint before = cells->len;
      for (guint k = 0; entries[k] != NULL; k++)
        if (*entries[k] != '\0' && !read_entry (entries[k], cells))
          strange++;
      if (cells->len > before)
        g_array_append_val (ends, cells->len);
    }
  return strange;
}

/* how many cabinets from `first` on lie one beside the other in one direction */
static guint
straight (const QpRunCell *cells, guint first, guint end)
{
  if (first + 1 >= end)
    return 1;
  const int dc = (int) cells[first + 1].column - (int) cells[first].column;
  const int dr = (int) cells[first + 1].row - (int) cells[first].row;
  guint n = 1;

  if (ABS (dc) + ABS (dr) != 1)
    return 1;
  while (first + n < end && (int) cells[first + n].column - (int) cells[first + n - 1].column == dc
         && (int) cells[first + n].row - (int) cells[first + n - 1].row == dr)
    n++;
  return n;
}

static void
write_entry (GString *out, QpRunCell from, QpRunCell to)
{
  g_string_append_printf (out, "%u", from.column + 1);
  if (to.column != from.column)
    g_string_append_printf (out, "-%u", to.column + 1);
  g_string_append_printf (out, ",%u", from.row + 1);
  if (to.row != from.row)
    g_string_append_printf (out, "-%u", to.row + 1);
}

/**
 * qp_data_route_format:
 * @cells: cabinets in the order of the cables
 * @ends: (array length=n_runs): index behind the last cabinet of each run
 * @n_runs: how many runs
 *
 * Returns: (transfer full) (nullable): the route as qp_data_route_parse() reads it; %NULL when there is no cabinet
 */
char *
qp_data_route_format (const QpRunCell *cells, const guint *ends, guint n_runs)
{
  GString *out = g_string_new (NULL);
  guint at = 0;

  for (guint i = 0; i < n_runs; i++)
    {
      const char *gap = out->len > 0 ? "; " : "";
      while (at < ends[i])
        {
          const guint n = straight (cells, at, ends[i]);
          g_string_append (out, gap);
          write_entry (out, cells[at], cells[at + n - 1]);
          at += n;
          gap = " ";
        }
    }
  return g_string_free (out, out->len == 0);
}

/* --- against the screen --- */

static gboolean
neighbours (const QpRunPlace *place, QpRunCell a, QpRunCell b)
{
  const guint across = (guint) ABS ((int) a.column - (int) b.column), down = (guint) ABS ((int) a.row - (int) b.row);

  return across + down == 1 || (place->shape->closed && down == 0 && across == place->shape->cells.columns - 1);
}

static void
check_hop (QpDataRuns *self, const QpRunPlace *place, QpRunCell a, QpRunCell b)
{
  self->far += !neighbours (place, a, b);
  self->folds += qp_run_place_piece_of (place, a) != qp_run_place_piece_of (place, b);
}

/* the cabinets of one run that the screen has and no run before */
static void
take_run (QpDataRuns *self, const QpRunPlace *place, const QpRunCell *drawn, guint n, GHashTable *seen, GArray *spans)
{
  const QpCells *cells = &place->shape->cells;
  const guint first = self->cells->len;

  for (guint i = 0; i < n; i++)
    {
      if (!qp_cells_has (cells, drawn[i].column, drawn[i].row))
        {
          self->strange++;
          continue;
        }
      if (!g_hash_table_add (seen, GUINT_TO_POINTER (drawn[i].row * cells->columns + drawn[i].column + 1)))
        {
          self->repeated++;
          continue;
        }
      if (self->cells->len > first)
        check_hop (self, place, g_array_index (self->cells, QpRunCell, self->cells->len - 1), drawn[i]);
      g_array_append_val (self->cells, drawn[i]);
    }
  if (self->cells->len == first)
    return;
  const QpRunSpan span = { first, self->cells->len - first,
                           qp_run_place_piece_of (place, g_array_index (self->cells, QpRunCell, first)) };
  g_array_append_val (spans, span);
}

/* inside the engine: the runs that were drawn, with all that is wrong with them counted */
void
qp_data_runs_read_route (QpDataRuns *self, const QpRunPlace *place, GArray *spans)
{
  g_autoptr (GArray) drawn = g_array_new (FALSE, FALSE, sizeof (QpRunCell));
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  guint first = 0;

  self->strange = qp_data_route_parse (place->screen->data_route, drawn, ends);
  for (guint i = 0; i < ends->len; i++)
    {
      const guint end = g_array_index (ends, guint, i);
      take_run (self, place, &g_array_index (drawn, QpRunCell, first), end - first, seen, spans);
      first = end;
    }
  self->unrouted = (guint) (place->shape->cells.n - self->cells->len);
}
