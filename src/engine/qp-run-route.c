/* qp-run-route.c: cabinets in the order in which cables go through them, cut into runs
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/qp-run-route.h"

#include <math.h>

/* a part of the grid that a run does not leave: a face between two folds, or a zone of a group of zones */
typedef struct
{
  guint column;
  guint row;
  guint columns;
  guint rows;
  double left; /* metres along the face */
  double top;  /* metres below the top of the grid */
} QpRunPiece;

#define piece_at(self, i) (&g_array_index ((self)->pieces, QpRunPiece, (i)))

static void
add_piece (QpRunPlace *self, guint column, guint row, guint columns, guint rows)
{
  const QpRunPiece piece
      = { column, row, columns, rows, column * self->shape->cell_w, row * self->shape->cell_h };

  if (columns > 0 && rows > 0)
    g_array_append_val (self->pieces, piece);
}

/* a rounding belongs to the face at its left: only where a face turns at one joint is there a fold */
static void
add_faces (QpRunPlace *self)
{
  const GArray *facets = self->shape->facets;
  guint first = 0, end = 0;

  for (guint i = 0; i < facets->len; i++)
    {
      const QpFacet *facet = qp_shape_facet (self->shape, i);
      if (i > 0 && facet->face != qp_shape_facet (self->shape, i - 1)->face)
        {
          add_piece (self, first, 0, end - first, self->shape->cells.rows);
          first = end;
        }
      end = facet->first + facet->columns;
    }
  add_piece (self, first, 0, self->shape->cells.columns - first, self->shape->cells.rows);
}

static void
add_zone (QpRunPlace *self, const QpZone *zone)
{
  const guint column = (guint) zone->column - 1, row = (guint) zone->row - 1;

  if (column >= self->shape->cells.columns || row >= self->shape->cells.rows)
    return;
  const guint before = self->pieces->len;
  add_piece (self, column, row, MIN ((guint) zone->columns, self->shape->cells.columns - column),
             MIN ((guint) zone->rows, self->shape->cells.rows - row));
  if (self->pieces->len == before)
    return;
  QpRunPiece *piece = piece_at (self, before);
  if (zone->left_m != QP_UNSET)
    piece->left = qp_m_from_um (zone->left_m);
  if (zone->bottom_height_m != QP_UNSET && !isnan (self->shape->bottom))
    piece->top = self->shape->bottom + qp_shape_height (self->shape) - qp_m_from_um (zone->bottom_height_m)
                 - piece->rows * self->shape->cell_h;
}

/**
 * qp_run_place_init:
 * @self: (out caller-allocates): a place
 * @screen: a screen; has to outlive @self
 * @shape: its shape; has to outlive @self
 *
 * Divides the screen into pieces that a cable run does not leave: its faces between two folds, or the zones of a group
 * of zones. End with qp_run_place_clear().
 */
void
qp_run_place_init (QpRunPlace *self, const QpScreen *screen, const QpShape *shape)
{
  QpNodeIter iter;

  *self = (QpRunPlace){ screen, shape, g_array_new (FALSE, FALSE, sizeof (QpRunPiece)) };
  qp_node_iter_init (&iter, screen->node.children);
  for (const QpNode *node; shape->kind == QP_SCREEN_ZONES && (node = qp_node_iter_next_of (&iter, QP_KIND_ZONE)) != NULL;)
    if (qp_zone_has_cells ((const QpZone *) node))
      add_zone (self, (const QpZone *) node);
  if (self->pieces->len == 0)
    add_faces (self);
}

/**
 * qp_run_place_clear:
 * @self: a place
 */
void
qp_run_place_clear (QpRunPlace *self)
{
  g_clear_pointer (&self->pieces, g_array_unref);
}

static void
split_piece (const QpRunPlace *self, QpRunPiece piece, guint most_columns, guint most_rows, GArray *out)
{
  const guint across = (piece.columns + most_columns - 1) / most_columns, down = (piece.rows + most_rows - 1) / most_rows;

  for (guint y = 0; y < down; y++)
    for (guint x = 0; x < across; x++)
      {
        const guint c0 = piece.columns * x / across, c1 = piece.columns * (x + 1) / across;
        const guint r0 = piece.rows * y / down, r1 = piece.rows * (y + 1) / down;
        const QpRunPiece part = { piece.column + c0, piece.row + r0, c1 - c0, r1 - r0, piece.left + c0 * self->shape->cell_w,
                                  piece.top + r0 * self->shape->cell_h };
        g_array_append_val (out, part);
      }
}

/**
 * qp_run_place_split:
 * @self: a place
 * @most_columns: most columns that a device can show, at least 1
 * @most_rows: most rows
 *
 * Divides pieces that are too wide or too high for one device into equal blocks, so that a run does not lie across two
 * of them.
 */
void
qp_run_place_split (QpRunPlace *self, guint most_columns, guint most_rows)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (QpRunPiece));

  for (guint i = 0; i < self->pieces->len; i++)
    split_piece (self, *piece_at (self, i), MAX (most_columns, 1), MAX (most_rows, 1), parts);
  g_array_unref (self->pieces);
  self->pieces = parts;
}

/**
 * qp_run_place_is_routable:
 * @self: a place
 *
 * Returns: whether it has cabinets, and not more than %QP_RUN_MOST_CABINETS
 */
gboolean
qp_run_place_is_routable (const QpRunPlace *self)
{
  const QpCells *cells = &self->shape->cells;

  return cells->n > 0 && (guint64) cells->columns * cells->rows <= 8ull * QP_RUN_MOST_CABINETS
         && cells->n <= QP_RUN_MOST_CABINETS;
}

static gboolean
piece_has (const QpRunPiece *piece, guint column, guint row)
{
  return column >= piece->column && column - piece->column < piece->columns && row >= piece->row
         && row - piece->row < piece->rows;
}

/**
 * qp_run_place_piece_of:
 * @self: a place
 * @cell: a cabinet
 *
 * Returns: which face or zone it is in, from 0; where zones overlap, the first of them
 */
guint
qp_run_place_piece_of (const QpRunPlace *self, QpRunCell cell)
{
  for (guint i = 0; i < self->pieces->len; i++)
    if (piece_has (piece_at (self, i), cell.column, cell.row))
      return i;
  return 0;
}

/* the middle of a cabinet, metres along the face and below the top */
static QpVec
middle_of (const QpRunPlace *self, QpRunCell cell)
{
  const QpRunPiece *piece = piece_at (self, qp_run_place_piece_of (self, cell));

  return qp_vec (piece->left + ((double) cell.column - piece->column + 0.5) * self->shape->cell_w,
                 piece->top + ((double) cell.row - piece->row + 0.5) * self->shape->cell_h);
}

/**
 * qp_run_place_distance:
 * @self: a place
 * @a: a cabinet
 * @b: another
 *
 * Returns: length of a cable between their middles, along the face and square to its edges, metres; without spare
 */
double
qp_run_place_distance (const QpRunPlace *self, QpRunCell a, QpRunCell b)
{
  const QpVec d = qp_vec_sub (middle_of (self, a), middle_of (self, b));
  const double around = self->shape->closed ? self->shape->cells.columns * self->shape->cell_w - fabs (d.x) : INFINITY;

  return fmin (fabs (d.x), around) + fabs (d.y);
}

/**
 * qp_run_place_from_corner:
 * @self: a place
 * @corner: a corner of the screen, at which cables from outside arrive
 * @cell: a cabinet
 *
 * Returns: length of a cable from the corner to the middle of the cabinet, along the face, metres; without spare
 */
double
qp_run_place_from_corner (const QpRunPlace *self, QpRunStart corner, QpRunCell cell)
{
  const gboolean right = corner == QP_RUN_TOP_RIGHT || corner == QP_RUN_BOTTOM_RIGHT;
  const gboolean bottom = corner == QP_RUN_BOTTOM_LEFT || corner == QP_RUN_BOTTOM_RIGHT;
  const QpVec at = middle_of (self, cell);
  QpBox box = { INFINITY, INFINITY, -INFINITY, -INFINITY };

  for (guint i = 0; i < self->pieces->len; i++)
    {
      const QpRunPiece *piece = piece_at (self, i);
      box = (QpBox){ fmin (box.x0, piece->left), fmin (box.y0, piece->top),
                     fmax (box.x1, piece->left + piece->columns * self->shape->cell_w),
                     fmax (box.y1, piece->top + piece->rows * self->shape->cell_h) };
    }
  return (right ? box.x1 - at.x : at.x - box.x0) + (bottom ? box.y1 - at.y : at.y - box.y0);
}

/**
 * qp_run_place_chain_length:
 * @self: a place
 * @cells: (array length=n): cabinets in the order of the run
 * @n: how many
 *
 * Returns: length of all cables from cabinet to cabinet, metres; without spare
 */
double
qp_run_place_chain_length (const QpRunPlace *self, const QpRunCell *cells, guint n)
{
  double sum = 0;

  for (guint i = 1; i < n; i++)
    sum += qp_run_place_distance (self, cells[i - 1], cells[i]);
  return sum;
}

/**
 * qp_run_cells_boxed:
 * @cells: (array length=n): cabinets
 * @n: how many
 * @columns: (out) (optional): how many columns the rectangle has
 *
 * Returns: how many cells the rectangle around them has
 */
guint64
qp_run_cells_boxed (const QpRunCell *cells, guint n, guint *columns)
{
  guint c0 = G_MAXUINT, c1 = 0, r0 = G_MAXUINT, r1 = 0;

  for (guint i = 0; i < n; i++)
    {
      c0 = MIN (c0, cells[i].column);
      c1 = MAX (c1, cells[i].column);
      r0 = MIN (r0, cells[i].row);
      r1 = MAX (r1, cells[i].row);
    }
  if (columns != NULL)
    *columns = n == 0 ? 0 : c1 - c0 + 1;
  return n == 0 ? 0 : (guint64) (c1 - c0 + 1) * (r1 - r0 + 1);
}

/* --- the order --- */

/* cabinets of one piece: where they begin in the cells, and where each line of them ends */
typedef struct
{
  GArray *cells;
  GArray *line_ends;
  guint first;
} Walk;

static void
walk_line (const QpRunPlace *self, guint index, QpRunPattern pattern, guint line, gboolean backwards, Walk *walk)
{
  const QpRunPiece *piece = piece_at (self, index);
  const gboolean rows = pattern.order == QP_RUN_ROWS;
  const guint n = rows ? piece->columns : piece->rows;

  for (guint i = 0; i < n; i++)
    {
      const guint along = backwards ? n - 1 - i : i;
      const QpRunCell cell = { piece->column + (rows ? along : line), piece->row + (rows ? line : along) };
      if (qp_cells_has (&self->shape->cells, cell.column, cell.row) && qp_run_place_piece_of (self, cell) == index)
        g_array_append_val (walk->cells, cell);
    }
}

static void
walk_piece (const QpRunPlace *self, guint index, QpRunPattern pattern, Walk *walk)
{
  const QpRunPiece *piece = piece_at (self, index);
  const gboolean right = pattern.start == QP_RUN_TOP_RIGHT || pattern.start == QP_RUN_BOTTOM_RIGHT;
  const gboolean bottom = pattern.start == QP_RUN_BOTTOM_LEFT || pattern.start == QP_RUN_BOTTOM_RIGHT;
  const gboolean rows = pattern.order == QP_RUN_ROWS;
  const guint n = rows ? piece->rows : piece->columns;
  gboolean backwards = rows ? right : bottom;

  walk->first = walk->cells->len;
  g_array_set_size (walk->line_ends, 0);
  for (guint i = 0; i < n; i++)
    {
      const guint before = walk->cells->len;
      walk_line (self, index, pattern, (rows ? bottom : right) ? n - 1 - i : i, backwards, walk);
      if (walk->cells->len == before)
        continue;
      g_array_append_val (walk->line_ends, walk->cells->len);
      backwards ^= pattern.snake;
    }
}

/* --- cutting it into runs --- */

static gboolean
fits (const Walk *walk, QpRunRule rule, guint first, guint end)
{
  return end - first <= rule.most
         && (rule.most_boxed == 0
             || qp_run_cells_boxed (&g_array_index (walk->cells, QpRunCell, first), end - first, NULL) <= rule.most_boxed);
}

/* fills one run after the other up to the rule; never less than one cabinet, even where that is too much */
static guint
cut_full (const Walk *walk, QpRunRule rule, guint first, guint piece, GArray *spans)
{
  guint n = 0;

  while (first < walk->cells->len)
    {
      guint end = first + 1;
      while (end < walk->cells->len && fits (walk, rule, first, end + 1))
        end++;
      const QpRunSpan span = { first, end - first, piece };
      g_array_append_val (spans, span);
      first = end;
      n++;
    }
  return n;
}

/* whole lines only; more than `most` runs or a line that does not fit: FALSE, and nothing is added */
static gboolean
cut_lines (const Walk *walk, QpRunRule rule, guint most, guint piece, GArray *spans)
{
  const guint before = spans->len;
  guint first = walk->first, line = 0;

  while (line < walk->line_ends->len)
    {
      guint end = first;
      while (line < walk->line_ends->len && fits (walk, rule, first, g_array_index (walk->line_ends, guint, line)))
        end = g_array_index (walk->line_ends, guint, line++);
      const QpRunSpan span = { first, end - first, piece };
      g_array_append_val (spans, span);
      if (end == first || spans->len - before > most)
        {
          g_array_set_size (spans, before);
          return FALSE;
        }
      first = end;
    }
  return TRUE;
}

/* shares that differ by one cabinet at most; FALSE when one of them breaks the rule */
static gboolean
cut_even (const Walk *walk, QpRunRule rule, guint n, guint piece, GArray *spans)
{
  const guint before = spans->len, all = walk->cells->len - walk->first;
  guint first = walk->first;

  for (guint i = 0; i < n; i++)
    {
      const guint end = walk->first + (guint) ((guint64) all * (i + 1) / n);
      const QpRunSpan span = { first, end - first, piece };
      if (!fits (walk, rule, first, end))
        {
          g_array_set_size (spans, before);
          return FALSE;
        }
      g_array_append_val (spans, span);
      first = end;
    }
  return TRUE;
}

static void
cut (const Walk *walk, QpRunRule rule, guint piece, GArray *spans)
{
  const guint before = spans->len, n = cut_full (walk, rule, walk->first, piece, spans);

  if (n == 0 || rule.most == 0)
    return;
  g_autoptr (GArray) full = g_array_new (FALSE, FALSE, sizeof (QpRunSpan));
  g_array_append_vals (full, &g_array_index (spans, QpRunSpan, before), n);
  g_array_set_size (spans, before);
  if (!cut_lines (walk, rule, n, piece, spans) && !(rule.even && cut_even (walk, rule, n, piece, spans)))
    g_array_append_vals (spans, full->data, n);
}

/**
 * qp_run_place_route:
 * @self: a place that can be routed
 * @pattern: the order
 * @rule: how long a run may be
 * @cells: (element-type QpRunCell): gets the cabinets in the order of the cables
 * @spans: (element-type QpRunSpan): gets the runs
 *
 * Goes through all cabinets, piece by piece, beginning on the side where the pattern starts, over gaps and along the
 * outline. A run never leaves its piece. It takes as few runs as this order allows, and whole rows or columns where these
 * cost no more. A cabinet that is too much for any run has one of its own.
 */
void
qp_run_place_route (const QpRunPlace *self, QpRunPattern pattern, QpRunRule rule, GArray *cells, GArray *spans)
{
  const gboolean right = pattern.start == QP_RUN_TOP_RIGHT || pattern.start == QP_RUN_BOTTOM_RIGHT;
  g_autoptr (GArray) line_ends = g_array_new (FALSE, FALSE, sizeof (guint));
  Walk walk = { cells, line_ends, 0 };

  for (guint i = 0; i < self->pieces->len; i++)
    {
      const guint piece = right ? self->pieces->len - 1 - i : i;
      walk_piece (self, piece, pattern, &walk);
      cut (&walk, rule, piece, spans);
    }
}
