/* qp-data-draft.c: a data port that is being drawn by hand
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/qp-data-draft.h"

/**
 * qp_data_draft_init:
 * @self: (out caller-allocates): a draft without cabinets
 */
void
qp_data_draft_init (QpDataDraft *self)
{
  self->cells = g_array_new (FALSE, FALSE, sizeof (QpRunCell));
}

/**
 * qp_data_draft_clear:
 * @self: a draft
 */
void
qp_data_draft_clear (QpDataDraft *self)
{
  g_clear_pointer (&self->cells, g_array_unref);
}

static gboolean
has (const GArray *cells, QpRunCell cell)
{
  for (guint i = 0; i < cells->len; i++)
    if (g_array_index (cells, QpRunCell, i).column == cell.column && g_array_index (cells, QpRunCell, i).row == cell.row)
      return TRUE;
  return FALSE;
}

static guint
add_one (QpDataDraft *self, const QpCells *there, QpRunCell cell)
{
  if (!qp_cells_has (there, cell.column, cell.row) || has (self->cells, cell))
    return 0;
  g_array_append_val (self->cells, cell);
  return 1;
}

/**
 * qp_data_draft_add:
 * @self: a draft
 * @there: which cabinets the screen has
 * @cell: the next one
 *
 * Goes on to a cabinet; straight along a row or column it takes those on the way. What is missing, and what the run has
 * already, is passed over.
 *
 * Returns: how many cabinets were added
 */
guint
qp_data_draft_add (QpDataDraft *self, const QpCells *there, QpRunCell cell)
{
  if (self->cells->len == 0)
    return add_one (self, there, cell);
  const QpRunCell last = g_array_index (self->cells, QpRunCell, self->cells->len - 1);
  const int dc = (cell.column > last.column) - (cell.column < last.column);
  const int dr = (cell.row > last.row) - (cell.row < last.row);
  guint n = 0;
  if (dc != 0 && dr != 0)
    return add_one (self, there, cell);
  for (QpRunCell at = last; at.column != cell.column || at.row != cell.row;)
    {
      at = (QpRunCell){ (guint) ((int) at.column + dc), (guint) ((int) at.row + dr) };
      n += add_one (self, there, at);
    }
  return n;
}

/**
 * qp_data_draft_step_back:
 * @self: a draft
 *
 * Takes the last cabinet away.
 *
 * Returns: whether there was one
 */
gboolean
qp_data_draft_step_back (QpDataDraft *self)
{
  if (self->cells->len == 0)
    return FALSE;
  g_array_set_size (self->cells, self->cells->len - 1);
  return TRUE;
}

/**
 * qp_data_draft_store:
 * @self: a draft with cabinets
 * @route: (nullable): the route so far
 *
 * Ends the run. Cabinets that other runs had are taken over.
 *
 * Returns: (transfer full): the route with this run as its last; the draft is empty then
 */
char *
qp_data_draft_store (QpDataDraft *self, const char *route)
{
  g_autoptr (GArray) old = g_array_new (FALSE, FALSE, sizeof (QpRunCell));
  g_autoptr (GArray) old_ends = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (QpRunCell));
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (guint));
  guint first = 0;

  qp_data_route_parse (route, old, old_ends);
  for (guint i = 0; i < old_ends->len; first = g_array_index (old_ends, guint, i), i++)
    {
      const guint before = cells->len;
      for (guint k = first; k < g_array_index (old_ends, guint, i); k++)
        if (!has (self->cells, g_array_index (old, QpRunCell, k)))
          g_array_append_val (cells, g_array_index (old, QpRunCell, k));
      if (cells->len > before)
        g_array_append_val (ends, cells->len);
    }
  g_array_append_vals (cells, self->cells->data, self->cells->len);
  g_array_append_val (ends, cells->len);
  g_array_set_size (self->cells, 0);
  return qp_data_route_format ((const QpRunCell *) cells->data, (const guint *) ends->data, ends->len);
}

/**
 * qp_data_draft_reopen:
 * @self: a draft without cabinets
 * @route: (nullable): the route so far
 * @rest: (out) (nullable) (transfer full): the route without its last run; %NULL when nothing is left
 *
 * Takes the last run of a route back to go on drawing it.
 *
 * Returns: whether the route had a run
 */
gboolean
qp_data_draft_reopen (QpDataDraft *self, const char *route, char **rest)
{
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (QpRunCell));
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (guint));

  *rest = NULL;
  qp_data_route_parse (route, cells, ends);
  if (ends->len == 0)
    return FALSE;
  const guint first = ends->len > 1 ? g_array_index (ends, guint, ends->len - 2) : 0;
  g_array_append_vals (self->cells, &g_array_index (cells, QpRunCell, first), cells->len - first);
  *rest = qp_data_route_format ((const QpRunCell *) cells->data, (const guint *) ends->data, ends->len - 1);
  return TRUE;
}
