/* qp-raster.c: the pixels of a screen: which are there, and which belong to a cabinet, a face or a zone
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "exchange/qp-raster.h"


#include "base/qp-error.h"
#include "base/qp-number.h"

/**
 * qp_raster_init:
 * @self: (out caller-allocates): a raster
 * @screen: a screen; must live as long as @self
 * @catalogue: (nullable): where its cabinet is looked up
 * @error: return location
 *
 * Finds the pixels of a screen. End with qp_raster_clear() in any case.
 *
 * Returns: %FALSE with %QP_ERROR_INVALID when size or pixels of its cabinet are not known, or %QP_ERROR_LIMIT when a
 * side has more than %QP_RASTER_MAX_SIDE pixels
 */
gboolean
qp_raster_init (QpRaster *self, const QpScreen *screen, const QpCatalogue *catalogue, GError **error)
{
  *self = (QpRaster){ .screen = screen };
  if (!qp_shape_init (&self->shape, screen, catalogue) || self->shape.cell_px_w == 0 || self->shape.cell_px_h == 0)
    {
      g_autofree char *name = qp_node_display_name (&screen->node);
      g_set_error (error, QP_ERROR, QP_ERROR_INVALID,
                   _ ("The pixels of “%s” are not known. Choose a cabinet, or type its size and pixels."), name);
      return FALSE;
    }
  const guint64 width = (guint64) self->shape.cells.columns * self->shape.cell_px_w;
  const guint64 height = (guint64) self->shape.cells.rows * self->shape.cell_px_h;
  if (width > QP_RASTER_MAX_SIDE || height > QP_RASTER_MAX_SIDE)
    {
      g_autofree char *pixels = qp_number_display_pair ((double) width, (double) height);
      g_set_error (error, QP_ERROR, QP_ERROR_LIMIT, _ ("The raster has %s pixels, more than %d a side."), pixels,
                   QP_RASTER_MAX_SIDE);
      return FALSE;
    }
  self->width = (guint) width;
  self->height = (guint) height;
  self->pitch_x_mm = self->shape.cell_w * 1000 / self->shape.cell_px_w;
  self->pitch_y_mm = self->shape.cell_h * 1000 / self->shape.cell_px_h;
  return TRUE;
}

/**
 * qp_raster_clear:
 * @self: a raster
 */
void
qp_raster_clear (QpRaster *self)
{
  qp_shape_clear (&self->shape);
}

/**
 * qp_raster_whole:
 * @self: a raster
 *
 * Returns: all of it
 */
QpPixelBox
qp_raster_whole (const QpRaster *self)
{
  return (QpPixelBox){ 0, 0, self->width, self->height };
}

/**
 * qp_raster_cell:
 * @self: a raster
 * @column: a column of cabinets, from 0 at the left
 * @row: a row, from 0 at the top
 *
 * Returns: the pixels of a cabinet, also of one that is missing
 */
QpPixelBox
qp_raster_cell (const QpRaster *self, guint column, guint row)
{
  const guint w = self->shape.cell_px_w, h = self->shape.cell_px_h;

  return (QpPixelBox){ column * w, row * h, w, h };
}

/**
 * qp_raster_face:
 * @self: a raster
 * @face: a face, from 0; less than qp_shape_n_faces()
 *
 * Returns: the pixels of a face; a rounding belongs to the face at its left
 */
QpPixelBox
qp_raster_face (const QpRaster *self, guint face)
{
  guint first = G_MAXUINT, columns = 0;

  for (guint i = 0; i < self->shape.facets->len; i++)
    {
      const QpFacet *facet = qp_shape_facet (&self->shape, i);
      if (facet->face != face)
        continue;
      first = MIN (first, facet->first);
      columns += facet->columns;
    }
  if (columns == 0)
    return (QpPixelBox){ 0, 0, 0, 0 };
  return (QpPixelBox){ first * self->shape.cell_px_w, 0, columns * self->shape.cell_px_w, self->height };
}

/**
 * qp_raster_zone:
 * @self: a raster
 * @zone: a zone of the screen
 * @box: (out): its pixels within the grid
 *
 * Returns: whether the zone says which cabinets it has, and any of them is in the grid
 */
gboolean
qp_raster_zone (const QpRaster *self, const QpZone *zone, QpPixelBox *box)
{
  const QpCells *cells = &self->shape.cells;

  if (zone->column == QP_UNSET || zone->row == QP_UNSET || zone->columns == QP_UNSET || zone->rows == QP_UNSET
      || zone->column < 1 || zone->row < 1 || zone->column > cells->columns || zone->row > cells->rows)
    return FALSE;
  const guint column = (guint) zone->column - 1, row = (guint) zone->row - 1;
  const guint columns = (guint) MIN (zone->columns, (gint64) cells->columns - column);
  const guint rows = (guint) MIN (zone->rows, (gint64) cells->rows - row);
  *box = (QpPixelBox){ column * self->shape.cell_px_w, row * self->shape.cell_px_h, columns * self->shape.cell_px_w,
                       rows * self->shape.cell_px_h };
  return columns > 0 && rows > 0;
}

/**
 * qp_raster_faces:
 * @self: a raster
 *
 * Returns: (transfer full) (element-type QpPixelBox): each face, from the left
 */
GArray *
qp_raster_faces (const QpRaster *self)
{
  GArray *out = g_array_new (FALSE, FALSE, sizeof (QpPixelBox));

  for (guint i = 0; i < qp_shape_n_faces (&self->shape); i++)
    {
      const QpPixelBox box = qp_raster_face (self, i);
      g_array_append_val (out, box);
    }
  return out;
}

/**
 * qp_raster_tiles:
 * @self: a raster
 * @width: greatest width of a tile, pixels; at least 1
 * @height: greatest height of a tile, pixels; at least 1
 *
 * Returns: (transfer full) (element-type QpPixelBox): tiles such as a controller's inputs take them, row by row from
 * the top left; together they are the whole raster, each pixel once
 */
GArray *
qp_raster_tiles (const QpRaster *self, guint width, guint height)
{
  GArray *out = g_array_new (FALSE, FALSE, sizeof (QpPixelBox));

  for (guint y = 0; y < self->height; y += MIN (height, self->height - y))
    for (guint x = 0; x < self->width; x += MIN (width, self->width - x))
      {
        const QpPixelBox box = { x, y, MIN (width, self->width - x), MIN (height, self->height - y) };
        g_array_append_val (out, box);
      }
  return out;
}
