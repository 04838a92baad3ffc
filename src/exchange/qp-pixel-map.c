/* qp-pixel-map.c: the pixel map of a screen: each cabinet with its number and the pixels it takes from the signal
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A map can be read back by a program, so that a camera or a player can be checked with it. With columns and rows
 * counted from 0 at the top left:
 *
 * - each pixel of a cabinet's tint carries in the low four bits of red its column modulo 16, of green its row modulo
 * 16, of blue its column ÷ 16 modulo 16;
 * - the first pixel of a cabinet, at its upper left, is its column + 1 as a number of 24 bits (red highest), and the
 * pixel at its right its row + 1; a cabinet that is one pixel wide has none.
 *
 * The high four bits are the colour: a chequer of two shades, a hue for each face, or the colour that was asked for.
 */
#include "base/qp-i18n.h"

#include "exchange/qp-pixel-map.h"

#include "render/qp-cell-tint.h"
#include "render/qp-text.h"

#include <math.h>

#define LEAST_TEXT 6 /* pixels; smaller figures can't be read */
#define GREATEST_TEXT 64
#define GLYPH_SHARE 0.62 /* width of a figure by its size */
#define LINE_SHARE 1.3   /* height of a line by the size of its text */
#define CAIRO_SIDE 16384 /* cairo's pictures have an end */

struct _QpPixelMap
{
  const QpRaster *raster;
  QpPixelMapOptions options;
  QpDigits *large; /* of the number; NULL when there is no room */
  QpDigits *small; /* of origin and size; NULL likewise */
};

static guint
digits_of (guint number)
{
  guint n = 1;

  for (; number >= 10; number /= 10)
    n++;
  return n;
}

/* the sizes at which the longest texts of the map fit into a cabinet; 0 = they do not */
static void
choose_sizes (const QpRaster *raster, guint *large, guint *small)
{
  const guint w = raster->shape.cell_px_w, h = raster->shape.cell_px_h;
  const guint place = digits_of (raster->width) + digits_of (raster->height) + 2;
  const guint size = digits_of (w) + digits_of (h) + 6;
  const guint number = digits_of (raster->shape.cells.columns) + digits_of (raster->shape.cells.rows) + 3;
  const double three = MIN (0.9 * w / (MAX (place, size) * GLYPH_SHARE), 0.75 * h / (3.5 * LINE_SHARE));
  const double one = MIN (0.9 * w / (number * GLYPH_SHARE), 0.8 * h / LINE_SHARE);

  *small = three >= LEAST_TEXT ? (guint) MIN (three, GREATEST_TEXT) : 0;
  *large = one >= LEAST_TEXT ? (guint) MIN (one, GREATEST_TEXT * 1.5) : 0;
  if (*small > 0)
    *large = (guint) MIN (one, *small * 1.5);
}

/**
 * qp_pixel_map_new:
 * @raster: a raster; must live as long as the map
 * @options: (nullable): how it looks; copied, but not its tints
 *
 * Returns: (transfer full): a map to be painted
 */
QpPixelMap *
qp_pixel_map_new (const QpRaster *raster, const QpPixelMapOptions *options)
{
  QpPixelMap *self = g_new0 (QpPixelMap, 1);
  guint large, small;

  self->raster = raster;
  if (options != NULL)
    self->options = *options;
  choose_sizes (raster, &large, &small);
  if (large > 0 && !self->options.plain)
    self->large = qp_digits_new (large);
  if (small > 0 && !self->options.plain)
    self->small = qp_digits_new (small);
  return self;
}

/**
 * qp_pixel_map_free:
 * @self: (transfer full) (nullable): a map
 */
void
qp_pixel_map_free (QpPixelMap *self)
{
  if (self == NULL)
    return;
  qp_digits_free (self->large);
  qp_digits_free (self->small);
  g_free (self);
}

/**
 * qp_pixel_map_tint:
 * @raster: a raster
 * @options: (nullable): how the map looks
 * @column: a column of cabinets, from 0
 * @row: a row, from 0
 *
 * Returns: the tint of a cabinet, which carries its place: see the head of this file
 */
guint32
qp_pixel_map_tint (const QpRaster *raster, const QpPixelMapOptions *options, guint column, guint row)
{
  const gsize at = (gsize) row * raster->shape.cells.columns + column;
  const guint32 own = options != NULL && options->tints != NULL ? options->tints[at] : 0;
  const guint32 base = own != 0 ? own : qp_cell_tint (&raster->shape, column, row);

  return 0xff000000u | (base & 0xf0f0f0) | (column & 15) << 16 | (row & 15) << 8 | (column >> 4 & 15);
}

static void
draw_line (const QpDigits *digits, const QpBand *band, QpPixelBox cell, const char *text, gint64 *y, guint32 colour)
{
  const gint64 x = cell.x + ((gint64) cell.width - qp_digits_width (digits, text)) / 2;

  qp_digits_draw (digits, band, text, x, *y, colour);
  *y += qp_digits_height (digits);
}

static void
draw_numbers (const QpPixelMap *self, const QpBand *band, QpPixelBox cell, guint column, guint row)
{
  char number[32], place[32], size[48];
  gint64 tall = qp_digits_height (self->large);

  g_snprintf (number, sizeof number, "C%u R%u", column + 1, row + 1);
  if (self->small != NULL)
    tall += 2 * qp_digits_height (self->small);
  gint64 y = cell.y + (cell.height - tall) / 2;
  draw_line (self->large, band, cell, number, &y, QP_PIXEL_WHITE);
  if (self->small == NULL)
    return;
  g_snprintf (place, sizeof place, "%u, %u", cell.x, cell.y);
  g_snprintf (size, sizeof size, "%u × %u px", cell.width, cell.height);
  draw_line (self->small, band, cell, place, &y, QP_PIXEL (0xd8, 0xe0, 0xf0));
  draw_line (self->small, band, cell, size, &y, QP_PIXEL (0xa0, 0xb0, 0xc8));
}

static void
draw_cell (const QpPixelMap *self, const QpBand *band, guint column, guint row)
{
  const QpPixelBox cell = qp_raster_cell (self->raster, column, row);

  qp_band_fill (band, cell.x, cell.y, cell.width, cell.height,
                qp_pixel_map_tint (self->raster, &self->options, column, row));
  if (self->options.plain)
    return;
  if (cell.width >= 8 && cell.height >= 8)
    qp_band_frame (band, cell, 1, QP_PIXEL (0xc8, 0xd0, 0xe0));
  if (self->large != NULL)
    draw_numbers (self, band, cell, column, row);
}

/* over everything else, or a zone's outline would hide them */
static void
draw_markers (const QpPixelMap *self, const QpBand *band, guint column, guint row)
{
  const QpPixelBox cell = qp_raster_cell (self->raster, column, row);

  if (cell.width < 2)
    return;
  qp_band_fill (band, cell.x, cell.y, 1, 1, 0xff000000u | (column + 1));
  qp_band_fill (band, cell.x + 1, cell.y, 1, 1, 0xff000000u | (row + 1));
}

static void
each_cell (const QpPixelMap *self, const QpBand *band,
           void (*draw) (const QpPixelMap *self, const QpBand *band, guint column, guint row))
{
  guint c0, c1, r0, r1;

  qp_band_cells (band, self->raster, &c0, &c1, &r0, &r1);
  for (guint row = r0; row <= r1; row++)
    for (guint column = c0; column <= c1; column++)
      if (qp_cells_has (&self->raster->shape.cells, column, row))
        draw (self, band, column, row);
}

/**
 * qp_pixel_map_paint:
 * @band: where to paint
 * @map: (type QpPixelMap): a map
 *
 * Paints a band of the map.
 */
void
qp_pixel_map_paint (const QpBand *band, gpointer map)
{
  const QpPixelMap *self = map;

  each_cell (self, band, draw_cell);
  if (!self->options.plain)
    {
      qp_band_zones (band, self->raster, TRUE);
      each_cell (self, band, draw_markers);
    }
  qp_band_absent (band, self->raster, self->options.transparent ? QP_PIXEL_CLEAR : QP_PIXEL_BLACK);
}

/**
 * qp_pixel_map_picture:
 * @self: a map
 * @box: which part of the raster
 *
 * Returns: the picture of this part, to be written; borrows @self
 */
QpRasterPicture
qp_pixel_map_picture (QpPixelMap *self, QpPixelBox box)
{
  return (QpRasterPicture){
    .box = box,
    .alpha = self->options.transparent,
    .title = qp_node_name (&self->raster->screen->node),
    .description
    = "Pixel map, 1 pixel = 1 LED pixel. Tint: low 4 bits of red = column % 16, of green = row % 16, of blue = "
      "column / 16 % 16, from 0 at the top left. First pixel of a cabinet = column + 1, second = row + 1.",
    .paint = qp_pixel_map_paint,
    .data = self,
  };
}

/* -- zones -- */

/* paints the part of a tag that is in the band */
static void
draw_tag (const QpBand *band, QpPixelBox tag, QpText *text, const char *name, double size, guint32 pixel)
{
  gint64 x0 = tag.x, y0 = tag.y, x1 = (gint64) tag.x + tag.width, y1 = (gint64) tag.y + tag.height;

  if (!qp_band_clip (band, &x0, &y0, &x1, &y1))
    return;
  guint32 *first = band->pixels + (y0 - band->box.y) * band->box.width + (x0 - band->box.x);
  cairo_surface_t *surface = cairo_image_surface_create_for_data ((guint8 *) first, CAIRO_FORMAT_ARGB32, (int) (x1 - x0),
                                                                  (int) (y1 - y0), (int) band->box.width * 4);
  cairo_t *cr = cairo_create (surface);
  cairo_translate (cr, (double) (tag.x - x0), (double) (tag.y - y0));
  qp_set_colour (cr, qp_colour (pixel & 0xffffff, 1));
  cairo_paint (cr);
  qp_text_draw_narrow (text, cr, name, QP_TEXT_STRONG, floor (size / 2), floor (size * 0.2), tag.width - size,
                       QP_ALIGN_START, qp_colour (0, 1));
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* a name in any script, which the masks do not have, in the upper left corner of its zone where there is room */
static void
draw_name (const QpBand *band, const QpRaster *raster, QpPixelBox box, const char *name, guint32 pixel)
{
  const double size = floor (CLAMP (raster->shape.cell_px_h * 0.11, 7, 40));
  const guint tall = (guint) (size * 1.8);
  const double room = MIN ((double) box.width, CAIRO_SIDE) - 2 * size;
  QpPlanStyle style;

  if (box.height < 2 * tall || room < 2 * size || band->box.y >= box.y + tall
      || band->box.y + band->box.height <= box.y)
    return;
  qp_plan_style_init (&style, QP_THEME_DARK, size);
  g_autoptr (QpText) text = qp_text_new (&style);
  const double width = MIN (ceil (qp_text_width (text, name, QP_TEXT_STRONG)), room);
  draw_tag (band, (QpPixelBox){ box.x, box.y, (guint) (width + size), tall }, text, name, size, pixel);
}

/**
 * qp_band_zones:
 * @self: a band
 * @raster: the raster it is of
 * @with_names: whether zones have their names
 *
 * Outlines the zones that say which cabinets they have.
 */
void
qp_band_zones (const QpBand *self, const QpRaster *raster, gboolean with_names)
{
  static const guint32 colours[] = { 0xfff6d32d, 0xff33d17a, 0xff62a0ea, 0xffff7800, 0xffdc8add, 0xff2ec7c4 };
  const guint thick = CLAMP (MIN (raster->shape.cell_px_w, raster->shape.cell_px_h) / 48, 1, 8);
  QpNodeIter iter;
  guint i = 0;

  qp_node_iter_init (&iter, raster->screen->node.children);
  for (const QpNode *node; (node = qp_node_iter_next_of (&iter, QP_KIND_ZONE)) != NULL; i++)
    {
      QpPixelBox box;
      const guint32 colour = colours[i % G_N_ELEMENTS (colours)];
      if (!qp_raster_zone (raster, (const QpZone *) node, &box))
        continue;
      qp_band_frame (self, box, thick, colour);
      g_autofree char *name = with_names ? qp_node_display_name (node) : NULL;
      if (name != NULL)
        draw_name (self, raster, box, name, colour);
    }
}
