/* qp-sight-mask.c: shapes into bits, by the middles of cells
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/qp-sight-mask.h"

#include <math.h>
#include <string.h>

void
qp_sight_mask_init (QpSightMask *self, const QpSightGrid *grid)
{
  self->grid = grid;
  self->words = (grid->columns + 63) / 64 + 1; /* one more, so that a span may end behind the last column */
  self->bits = g_new0 (guint64, (gsize) self->words * grid->rows);
}

void
qp_sight_mask_clear (QpSightMask *self)
{
  g_clear_pointer (&self->bits, g_free);
}

/* the first cell whose middle is at or beyond this coordinate */
static gint64
first_cell (double at, double origin, double cell, guint n)
{
  const double i = ceil ((at - origin) / cell - 0.5);

  return i < 0 ? 0 : i > n ? n : (gint64) i;
}

/* an edge marks in every row that it passes the cell from which on inside and outside change places */
static void
mark_edge (QpSightMask *self, QpVec a, QpVec b)
{
  const QpSightGrid *grid = self->grid;

  if (a.y > b.y)
    {
      const QpVec swap = a;
      a = b;
      b = swap;
    }
  const gint64 from = first_cell (a.y, grid->y0, grid->cell, grid->rows), to = first_cell (b.y, grid->y0, grid->cell, grid->rows);
  const double slope = b.y > a.y ? (b.x - a.x) / (b.y - a.y) : 0;
  for (gint64 row = from; row < to; row++)
    {
      const double y = grid->y0 + ((double) row + 0.5) * grid->cell;
      const gint64 column = first_cell (a.x + (y - a.y) * slope, grid->x0, grid->cell, grid->columns);
      self->bits[(gsize) row * self->words + (gsize) column / 64] ^= (guint64) 1 << column % 64;
    }
}

/* each bit becomes the parity of all marks up to it */
static void
spread (guint64 *row, guint words)
{
  guint64 carry = 0;

  for (guint i = 0; i < words; i++)
    {
      guint64 bits = row[i];
      for (guint shift = 1; shift < 64; shift *= 2)
        bits ^= bits << shift;
      bits ^= carry;
      row[i] = bits;
      carry = (bits >> 63) != 0 ? ~(guint64) 0 : 0;
    }
}

/* sets the bits inside an outline and clears all others */
void
qp_sight_mask_set_outline (QpSightMask *self, const GArray *outline)
{
  memset (self->bits, 0, sizeof (guint64) * self->words * self->grid->rows);
  for (guint i = 0; i < outline->len; i++)
    mark_edge (self, g_array_index (outline, QpVec, i), g_array_index (outline, QpVec, (i + 1) % outline->len));
  for (guint row = 0; row < self->grid->rows; row++)
    spread (self->bits + (gsize) row * self->words, self->words);
}

static void
fill_span (guint64 *row, gint64 from, gint64 to, gboolean on)
{
  for (gint64 word = from / 64; word <= (to - 1) / 64; word++)
    {
      guint64 bits = ~(guint64) 0;
      if (word == from / 64)
        bits &= ~(guint64) 0 << from % 64;
      if (word == (to - 1) / 64)
        bits &= ~(guint64) 0 >> (63 - (to - 1) % 64);
      row[word] = on ? row[word] | bits : row[word] & ~bits;
    }
}

/* where a row cuts a convex outline */
static void
cut_row (const QpVec corners[4], double y, double *left, double *right)
{
  *left = INFINITY;
  *right = -INFINITY;
  for (guint i = 0; i < 4; i++)
    {
      const QpVec a = corners[i], b = corners[(i + 1) % 4];
      if ((a.y <= y) == (b.y <= y))
        continue;
      const double x = a.x + (y - a.y) * (b.x - a.x) / (b.y - a.y);
      *left = fmin (*left, x);
      *right = fmax (*right, x);
    }
}

/* sets or clears the bits inside a convex quadrilateral */
void
qp_sight_mask_fill_quad (QpSightMask *self, const QpVec corners[4], gboolean on)
{
  const QpSightGrid *grid = self->grid;
  double low = INFINITY, high = -INFINITY, left, right;

  for (guint i = 0; i < 4; i++)
    {
      low = fmin (low, corners[i].y);
      high = fmax (high, corners[i].y);
    }
  const gint64 to = first_cell (high, grid->y0, grid->cell, grid->rows);
  for (gint64 row = first_cell (low, grid->y0, grid->cell, grid->rows); row < to; row++)
    {
      cut_row (corners, grid->y0 + ((double) row + 0.5) * grid->cell, &left, &right);
      if (!(left < right))
        continue;
      const gint64 first = first_cell (left, grid->x0, grid->cell, grid->columns),
                   end = first_cell (right, grid->x0, grid->cell, grid->columns);
      if (first < end)
        fill_span (self->bits + (gsize) row * self->words, first, end, on);
    }
}
