/* qp-contour.c: a grid of values over a plan, and the lines along which it has a value
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Marching squares: between the middles of four cells a line goes from one side to another where the values at its ends are
 * on either side of the level. What has no value has no line.
 */
#include "engine/qp-contour.h"

#include <math.h>

/**
 * qp_value_grid_new:
 * @grid: where the cells are
 *
 * Returns: (transfer full): a grid without values
 */
QpValueGrid *
qp_value_grid_new (const QpSightGrid *grid)
{
  const gsize n = (gsize) grid->columns * grid->rows;
  QpValueGrid *self = g_new (QpValueGrid, 1);

  *self = (QpValueGrid){ *grid, g_new (float, n) };
  for (gsize i = 0; i < n; i++)
    self->at[i] = NAN;
  return self;
}

/**
 * qp_value_grid_free:
 * @self: a grid
 */
void
qp_value_grid_free (QpValueGrid *self)
{
  g_free (self->at);
  g_free (self);
}

/**
 * qp_contour_free:
 * @self: a contour
 */
void
qp_contour_free (QpContour *self)
{
  g_array_unref (self->at);
  g_free (self);
}

/* Sides of squares have numbers: 2·cell for the one to the right of a cell, 2·cell + 1 for the one above it. A square has the
 * sides below, right, above and left. */
typedef struct
{
  const QpValueGrid *values;
  double level;
  GArray *pieces;   /* gsize pairs: sides that a piece of line connects */
  GHashTable *ends; /* side → 1 + index of a piece that ends there, and in the upper half of another */
} March;

static double
value_at (const QpValueGrid *values, guint column, guint row)
{
  return (double) values->at[qp_sight_grid_cell (&values->grid, column, row)];
}

static QpVec
place_on (const March *march, gsize side)
{
  const QpSightGrid *grid = &march->values->grid;
  const guint column = (guint) (side / 2 % grid->columns), row = (guint) (side / 2 / grid->columns);
  const gboolean up = side % 2 == 1;
  const QpVec a = qp_sight_grid_middle (grid, column, row), b = qp_sight_grid_middle (grid, column + !up, row + up);
  const double from = value_at (march->values, column, row), to = value_at (march->values, column + !up, row + up);
  const double t = (march->level - from) / (to - from);

  return qp_vec_add (a, qp_vec_scale (qp_vec_sub (b, a), t));
}

static void
note_end (March *march, gsize side, gsize piece)
{
  const gsize other = (gsize) g_hash_table_lookup (march->ends, (gpointer) side);

  g_hash_table_insert (march->ends, (gpointer) side, (gpointer) (other == 0 ? piece + 1 : other | (piece + 1) << 32));
}

static void
add_piece (March *march, gsize from, gsize to)
{
  const gsize piece[] = { from, to }, index = march->pieces->len / 2;

  g_array_append_vals (march->pieces, piece, 2);
  note_end (march, from, index);
  note_end (march, to, index);
}

/* bits of the corners that are at or above the level, from the lower left one anticlockwise; −1 when one has no value */
static int
corners_above (const March *march, guint column, guint row)
{
  const double at[] = { value_at (march->values, column, row), value_at (march->values, column + 1, row),
                        value_at (march->values, column + 1, row + 1), value_at (march->values, column, row + 1) };
  int above = 0;

  for (guint i = 0; i < 4; i++)
    {
      if (!isfinite (at[i]))
        return -1;
      above |= (at[i] >= march->level) << i;
    }
  if (above != 5 && above != 10)
    return above;
  /* at a saddle the middle tells which corners are joined; the other way is told by a fifth bit */
  return (at[0] + at[1] + at[2] + at[3]) / 4 >= march->level ? above | 16 : above;
}

static void
march_square (March *march, guint column, guint row)
{
  const int above = corners_above (march, column, row);
  const QpSightGrid *grid = &march->values->grid;
  const gsize cell = qp_sight_grid_cell (grid, column, row);
  const gsize side[] = { 2 * cell, 2 * (cell + 1) + 1, 2 * (cell + grid->columns), 2 * cell + 1 };
  guint crossed[4], n = 0;

  if (above <= 0 || above == 15)
    return;
  for (guint i = 0; i < 4; i++)
    if ((above >> i & 1) != (above >> (i + 1) % 4 & 1))
      crossed[n++] = i;
  if (n == 2)
    {
      add_piece (march, side[crossed[0]], side[crossed[1]]);
      return;
    }
  /* a line round each of the corners 0 and 2, or round each of 1 and 3 */
  const gboolean round_even = (above & 16) != 0 ? (above & 15) == 10 : (above & 15) == 5;
  add_piece (march, side[0], side[round_even ? 3 : 1]);
  add_piece (march, side[2], side[round_even ? 1 : 3]);
}

/* the piece beyond a side, other than the one that comes from; −1 at an end */
static gssize
piece_beyond (const March *march, gsize side, gsize from)
{
  const gsize both = (gsize) g_hash_table_lookup (march->ends, (gpointer) side);
  const gsize one = both & 0xffffffff, other = both >> 32;
  const gsize found = one == from + 1 ? other : one;

  return (gssize) found - 1;
}

static gsize
far_side (const March *march, gsize piece, gsize side)
{
  const gsize *sides = &g_array_index (march->pieces, gsize, 2 * piece);

  return sides[0] == side ? sides[1] : sides[0];
}

/* from a side along a piece and on, until the line ends or is where it began */
static QpContour *
follow (const March *march, gsize side, gsize piece, guint8 *done)
{
  QpContour *contour = g_new0 (QpContour, 1);
  QpVec place = place_on (march, side);
  gssize next = (gssize) piece;

  contour->level = march->level;
  contour->at = g_array_new (FALSE, FALSE, sizeof (QpVec));
  g_array_append_val (contour->at, place);
  while (next >= 0 && !done[next])
    {
      done[next] = TRUE;
      side = far_side (march, (gsize) next, side);
      place = place_on (march, side);
      g_array_append_val (contour->at, place);
      next = piece_beyond (march, side, (gsize) next);
    }
  contour->closed = next >= 0;
  return contour;
}

static void
follow_all (const March *march, GPtrArray *contours)
{
  const gsize n = march->pieces->len / 2;
  g_autofree guint8 *done = g_new0 (guint8, n);

  /* lines with ends from one of them, then what is left goes round */
  for (guint turn = 0; turn < 2; turn++)
    for (gsize i = 0; i < n; i++)
      for (guint end = 0; end < 2 && !done[i]; end++)
        {
          const gsize side = g_array_index (march->pieces, gsize, 2 * i + end);
          if (turn == 1 || piece_beyond (march, side, i) < 0)
            g_ptr_array_add (contours, follow (march, side, i, done));
        }
}

/**
 * qp_contours_add:
 * @contours: (element-type QpContour): where they are added
 * @values: values
 * @level: a value
 *
 * Finds the lines along which the values pass the level.
 */
void
qp_contours_add (GPtrArray *contours, const QpValueGrid *values, double level)
{
  March march = { values, level, NULL, NULL };

  march.pieces = g_array_new (FALSE, FALSE, sizeof (gsize));
  march.ends = g_hash_table_new (NULL, NULL);
  for (guint row = 0; row + 1 < values->grid.rows; row++)
    for (guint column = 0; column + 1 < values->grid.columns; column++)
      march_square (&march, column, row);
  follow_all (&march, contours);
  g_array_unref (march.pieces);
  g_hash_table_unref (march.ends);
}

/**
 * qp_contours_new:
 * @values: values
 * @levels: (array length=n_levels): values along which lines are wanted
 * @n_levels: how many
 *
 * Returns: (transfer full) (element-type QpContour): the lines
 */
GPtrArray *
qp_contours_new (const QpValueGrid *values, const double *levels, guint n_levels)
{
  GPtrArray *contours = g_ptr_array_new_with_free_func ((GDestroyNotify) qp_contour_free);

  for (guint i = 0; i < n_levels; i++)
    qp_contours_add (contours, values, levels[i]);
  return contours;
}
