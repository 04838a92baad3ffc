/* qp-band.c: a few rows of pixels of a large picture, and what is painted into them
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "exchange/qp-band.h"

/**
 * qp_band_clip:
 * @self: a band
 * @x0: (inout): left edge
 * @y0: (inout): top edge
 * @x1: (inout): behind the right edge
 * @y1: (inout): behind the bottom edge
 *
 * Cuts a rectangle to what is in the band.
 *
 * Returns: whether anything is left
 */
gboolean
qp_band_clip (const QpBand *self, gint64 *x0, gint64 *y0, gint64 *x1, gint64 *y1)
{
  *x0 = MAX (*x0, (gint64) self->box.x);
  *y0 = MAX (*y0, (gint64) self->box.y);
  *x1 = MIN (*x1, (gint64) self->box.x + self->box.width);
  *y1 = MIN (*y1, (gint64) self->box.y + self->box.height);
  return *x0 < *x1 && *y0 < *y1;
}

/**
 * qp_band_fill:
 * @self: a band
 * @x: left edge
 * @y: top edge
 * @width: pixels across
 * @height: pixels down
 * @pixel: its colour
 *
 * Fills a rectangle, exactly.
 */
void
qp_band_fill (const QpBand *self, gint64 x, gint64 y, gint64 width, gint64 height, guint32 pixel)
{
  gint64 x0 = x, y0 = y, x1 = x + width, y1 = y + height;

  if (!qp_band_clip (self, &x0, &y0, &x1, &y1))
    return;
  for (gint64 row = y0; row < y1; row++)
    {
      guint32 *at = self->pixels + (row - self->box.y) * self->box.width + (x0 - self->box.x);
      for (gint64 i = x0; i < x1; i++)
        *at++ = pixel;
    }
}

/**
 * qp_band_frame:
 * @self: a band
 * @box: a rectangle
 * @thick: width of the line, pixels
 * @pixel: its colour
 *
 * Draws the outline of a rectangle, inside of it.
 */
void
qp_band_frame (const QpBand *self, QpPixelBox box, guint thick, guint32 pixel)
{
  const guint across = MIN (thick, box.width), down = MIN (thick, box.height);

  qp_band_fill (self, box.x, box.y, box.width, down, pixel);
  qp_band_fill (self, box.x, (gint64) box.y + box.height - down, box.width, down, pixel);
  qp_band_fill (self, box.x, box.y, across, box.height, pixel);
  qp_band_fill (self, (gint64) box.x + box.width - across, box.y, across, box.height, pixel);
}

/**
 * qp_band_cells:
 * @self: a band
 * @raster: the raster it is of
 * @first_column: (out): first column of cabinets that has pixels in the band
 * @last_column: (out): the last one
 * @first_row: (out): first row of cabinets
 * @last_row: (out): the last one
 */
void
qp_band_cells (const QpBand *self, const QpRaster *raster, guint *first_column, guint *last_column, guint *first_row,
               guint *last_row)
{
  const guint w = raster->shape.cell_px_w, h = raster->shape.cell_px_h;

  *first_column = self->box.x / w;
  *last_column = (self->box.x + self->box.width - 1) / w;
  *first_row = self->box.y / h;
  *last_row = (self->box.y + self->box.height - 1) / h;
}

/**
 * qp_band_absent:
 * @self: a band
 * @raster: the raster it is of
 * @pixel: what stands where no cabinet is
 *
 * Paints over all pixels that the screen does not have.
 */
void
qp_band_absent (const QpBand *self, const QpRaster *raster, guint32 pixel)
{
  guint c0, c1, r0, r1;

  if (qp_cells_is_full (&raster->shape.cells))
    return;
  qp_band_cells (self, raster, &c0, &c1, &r0, &r1);
  for (guint row = r0; row <= r1; row++)
    for (guint column = c0; column <= c1; column++)
      if (!qp_cells_has (&raster->shape.cells, column, row))
        {
          const QpPixelBox box = qp_raster_cell (raster, column, row);
          qp_band_fill (self, box.x, box.y, box.width, box.height, pixel);
        }
}
