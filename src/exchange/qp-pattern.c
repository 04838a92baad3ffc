/* qp-pattern.c: test patterns for a screen at native raster
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "exchange/qp-pattern.h"

#include "exchange/qp-pixel-map.h"

#include <math.h>
#include <string.h>

#define LEAST_TEXT 6
#define GREATEST_TEXT 128
#define GREY(level) QP_PIXEL (level, level, level)

struct _QpPattern
{
  const QpRaster *raster;
  QpPatternType type;
  gboolean transparent;
  QpDigits *digits;
};

/* -- what several need -- */

static void
fill (const QpBand *band, guint32 pixel)
{
  qp_band_fill (band, band->box.x, band->box.y, band->box.width, band->box.height, pixel);
}

/* a circle that is round on the wall, whose pixels need not be square; radius and thickness in millimetres */
static void
draw_circle (const QpBand *band, const QpRaster *raster, double cx, double cy, double radius, double thick,
             guint32 pixel)
{
  const double outer = radius + thick / 2, inner = MAX (radius - thick / 2, 0);

  for (guint row = band->box.y; row < band->box.y + band->box.height; row++)
    {
      const double dy = (row + 0.5 - cy) * raster->pitch_y_mm;
      if (fabs (dy) >= outer)
        continue;
      const double far = sqrt (outer * outer - dy * dy) / raster->pitch_x_mm;
      const double near = fabs (dy) < inner ? sqrt (inner * inner - dy * dy) / raster->pitch_x_mm : 0;
      const gint64 left = (gint64) ceil (cx - far - 0.5), left_end = (gint64) ceil (cx - near - 0.5);
      const gint64 right = (gint64) floor (cx + near - 0.5) + 1, right_end = (gint64) floor (cx + far - 0.5) + 1;
      qp_band_fill (band, left, row, left_end - left, 1, pixel);
      qp_band_fill (band, right, row, right_end - right, 1, pixel);
      if (near == 0)
        qp_band_fill (band, left_end, row, MAX (right - left_end, 0), 1, pixel);
    }
}

/* at least two pixels, or one that is thin vanishes */
static double
stroke_mm (const QpRaster *raster)
{
  return MAX (2 * MAX (raster->pitch_x_mm, raster->pitch_y_mm),
              MIN (raster->width * raster->pitch_x_mm, raster->height * raster->pitch_y_mm) / 500);
}

static void
draw_circle_in (const QpBand *band, const QpRaster *raster, QpPixelBox box, double share, guint32 pixel)
{
  const double radius = share * MIN (box.width * raster->pitch_x_mm, box.height * raster->pitch_y_mm) / 2;

  draw_circle (band, raster, box.x + box.width / 2.0, box.y + box.height / 2.0, radius, stroke_mm (raster), pixel);
}

static void
each_cell (const QpPattern *self, const QpBand *band,
           void (*draw) (const QpPattern *self, const QpBand *band, guint column, guint row))
{
  guint c0, c1, r0, r1;

  qp_band_cells (band, self->raster, &c0, &c1, &r0, &r1);
  for (guint row = r0; row <= r1; row++)
    for (guint column = c0; column <= c1; column++)
      draw (self, band, column, row);
}

/* -- cabinets -- */

static void
draw_grid_cell (const QpPattern *self, const QpBand *band, guint column, guint row)
{
  const QpPixelBox cell = qp_raster_cell (self->raster, column, row);

  qp_band_fill (band, cell.x + cell.width / 2, cell.y, 1, cell.height, GREY (0x40));
  qp_band_fill (band, cell.x, cell.y + cell.height / 2, cell.width, 1, GREY (0x40));
  qp_band_frame (band, cell, 1, QP_PIXEL_WHITE);
}

static void
paint_grid (const QpPattern *self, const QpBand *band)
{
  fill (band, QP_PIXEL_BLACK);
  each_cell (self, band, draw_grid_cell);
  qp_band_zones (band, self->raster, FALSE);
}

static void
draw_number_cell (const QpPattern *self, const QpBand *band, guint column, guint row)
{
  const QpPixelBox cell = qp_raster_cell (self->raster, column, row);
  char number[32];

  qp_band_fill (band, cell.x, cell.y, cell.width, cell.height, (column + row) % 2 == 0 ? GREY (0x30) : GREY (0x18));
  qp_band_frame (band, cell, 1, GREY (0x70));
  if (self->digits == NULL)
    return;
  g_snprintf (number, sizeof number, "C%u R%u", column + 1, row + 1);
  qp_digits_draw (self->digits, band, number,
                  cell.x + ((gint64) cell.width - qp_digits_width (self->digits, number)) / 2,
                  cell.y + ((gint64) cell.height - qp_digits_height (self->digits)) / 2, QP_PIXEL_WHITE);
}

static void
paint_numbers (const QpPattern *self, const QpBand *band)
{
  each_cell (self, band, draw_number_cell);
  qp_band_zones (band, self->raster, FALSE);
}

static QpDigits *
digits_for_numbers (const QpRaster *raster)
{
  char longest[32];
  const int n = g_snprintf (longest, sizeof longest, "C%u R%u", raster->shape.cells.columns, raster->shape.cells.rows);
  const double size = MIN (0.85 * raster->shape.cell_px_w / (n * 0.62), 0.6 * raster->shape.cell_px_h);

  return size < LEAST_TEXT ? NULL : qp_digits_new ((guint) MIN (size, GREATEST_TEXT));
}

/* -- geometry -- */

/* lines from the middle outwards, as far apart across as down on the wall: about 12 squares on the shorter side */
static void
draw_squares (const QpRaster *raster, const QpBand *band)
{
  const double mm = MIN (raster->width * raster->pitch_x_mm, raster->height * raster->pitch_y_mm) / 12;
  const double across = MAX (mm / raster->pitch_x_mm, 4), down = MAX (mm / raster->pitch_y_mm, 4);
  const double cx = raster->width / 2.0, cy = raster->height / 2.0;

  for (double i = -floor (cx / across); i * across < cx; i++)
    qp_band_fill (band, (gint64) floor (cx + i * across), 0, 1, raster->height, GREY (0xa0));
  for (double i = -floor (cy / down); i * down < cy; i++)
    qp_band_fill (band, 0, (gint64) floor (cy + i * down), raster->width, 1, GREY (0xa0));
}

/* from corner to corner: on each row the pixels that the line crosses */
static void
draw_diagonals (const QpRaster *raster, const QpBand *band)
{
  const double slope = (double) raster->width / raster->height;

  for (guint row = band->box.y; row < band->box.y + band->box.height; row++)
    {
      const gint64 from = (gint64) floor (row * slope), to = (gint64) ceil ((row + 1) * slope);
      qp_band_fill (band, from, row, to - from, 1, GREY (0x80));
      qp_band_fill (band, (gint64) raster->width - to, row, to - from, 1, GREY (0x80));
    }
}

static void
paint_crosshatch (const QpPattern *self, const QpBand *band)
{
  const QpRaster *raster = self->raster;

  fill (band, QP_PIXEL_BLACK);
  draw_squares (raster, band);
  draw_diagonals (raster, band);
  qp_band_fill (band, raster->width / 2 - MIN (1, raster->width / 2), 0, 2, raster->height, QP_PIXEL_WHITE);
  qp_band_fill (band, 0, raster->height / 2 - MIN (1, raster->height / 2), raster->width, 2, QP_PIXEL_WHITE);
  draw_circle_in (band, raster, qp_raster_whole (raster), 0.9, QP_PIXEL (0xff, 0xff, 0x40));
  qp_band_frame (band, qp_raster_whole (raster), 1, QP_PIXEL (0xff, 0x40, 0x40));
  qp_band_zones (band, raster, FALSE);
}

static void
draw_corner_circles (const QpRaster *raster, const QpBand *band, QpPixelBox face)
{
  const double mm = MIN (face.width * raster->pitch_x_mm, face.height * raster->pitch_y_mm) / 8;
  const double rx = mm / raster->pitch_x_mm, ry = mm / raster->pitch_y_mm;

  for (guint i = 0; i < 4; i++)
    draw_circle (band, raster, i % 2 == 0 ? face.x + rx : face.x + face.width - rx,
                 i < 2 ? face.y + ry : face.y + face.height - ry, mm - stroke_mm (raster) / 2, stroke_mm (raster),
                 QP_PIXEL (0x60, 0xc0, 0xff));
}

static void
paint_circles (const QpPattern *self, const QpBand *band)
{
  const QpRaster *raster = self->raster;

  fill (band, QP_PIXEL_BLACK);
  for (guint i = 0; i < qp_shape_n_faces (&raster->shape); i++)
    {
      const QpPixelBox face = qp_raster_face (raster, i);
      qp_band_frame (band, face, 1, GREY (0x60));
      for (guint k = 1; k <= 3; k++)
        draw_circle_in (band, raster, face, k / 3.0 * 0.97, QP_PIXEL_WHITE);
      draw_corner_circles (raster, band, face);
    }
  qp_band_zones (band, raster, FALSE);
}

/* -- levels -- */

static guint8
level_at (guint place, guint length)
{
  return length < 2 ? 255 : (guint8) ((guint64) place * 255 / (length - 1));
}

static guint8
step_at (guint place, guint length)
{
  return (guint8) ((guint64) place * 16 / length * 17);
}

static void
paint_columns (const QpBand *band, guint row, guint32 (*pixel_at) (guint x, guint width), guint width)
{
  guint32 *at = band->pixels + (gsize) (row - band->box.y) * band->box.width;

  for (guint i = 0; i < band->box.width; i++)
    at[i] = pixel_at (band->box.x + i, width);
}

static guint32
smooth_grey (guint x, guint width)
{
  const guint8 level = level_at (x, width);
  return GREY (level);
}

static guint32
stepped_grey (guint x, guint width)
{
  const guint8 level = step_at (width - 1 - x, width);
  return GREY (level);
}

static guint32
smooth_red (guint x, guint width)
{
  return QP_PIXEL (level_at (x, width), 0, 0);
}

static guint32
smooth_green (guint x, guint width)
{
  return QP_PIXEL (0, level_at (x, width), 0);
}

static guint32
smooth_blue (guint x, guint width)
{
  return QP_PIXEL (0, 0, level_at (x, width));
}

static void
paint_grey_ramp (const QpPattern *self, const QpBand *band)
{
  for (guint row = band->box.y; row < band->box.y + band->box.height; row++)
    paint_columns (band, row, row < self->raster->height / 2 ? smooth_grey : stepped_grey, self->raster->width);
}

static void
paint_colour_ramps (const QpPattern *self, const QpBand *band)
{
  static guint32 (*const ramps[]) (guint x, guint width) = { smooth_red, smooth_green, smooth_blue, smooth_grey };

  for (guint row = band->box.y; row < band->box.y + band->box.height; row++)
    paint_columns (band, row, ramps[(guint64) row * 4 / self->raster->height], self->raster->width);
}

/* -- single colours and pixels -- */

static void
paint_colour (const QpPattern *self, const QpBand *band)
{
  switch (self->type)
    {
    case QP_PATTERN_RED:
      fill (band, QP_PIXEL (255, 0, 0));
      break;
    case QP_PATTERN_GREEN:
      fill (band, QP_PIXEL (0, 255, 0));
      break;
    case QP_PATTERN_BLUE:
      fill (band, QP_PIXEL (0, 0, 255));
      break;
    default:
      fill (band, self->type == QP_PATTERN_WHITE ? QP_PIXEL_WHITE : QP_PIXEL_BLACK);
      break;
    }
}

static void
paint_pixels (const QpPattern *self, const QpBand *band)
{
  const guint half = self->raster->height / 2;

  for (guint row = 0; row < band->box.height; row++)
    {
      guint32 *at = band->pixels + (gsize) row * band->box.width;
      const guint y = band->box.y + row;
      for (guint i = 0; i < band->box.width; i++)
        {
          const guint x = band->box.x + i;
          const guint odd = self->type == QP_PATTERN_CHECKER ? x + y : y < half ? x : y - half;
          at[i] = odd % 2 == 0 ? QP_PIXEL_WHITE : QP_PIXEL_BLACK;
        }
    }
}

static const struct
{
  const char *key;
  const char *label;
  void (*paint) (const QpPattern *self, const QpBand *band);
} patterns[QP_N_PATTERNS] = {
  [QP_PATTERN_GRID] = { "grid", N_ ("Grid of cabinets"), paint_grid },
  [QP_PATTERN_NUMBERS] = { "numbers", N_ ("Numbers of cabinets"), paint_numbers },
  [QP_PATTERN_CROSSHATCH] = { "crosshatch", N_ ("Cross-hatch with circle"), paint_crosshatch },
  [QP_PATTERN_GREY_RAMP] = { "grey-ramp", N_ ("Grey ramp and steps"), paint_grey_ramp },
  [QP_PATTERN_COLOUR_RAMPS] = { "colour-ramps", N_ ("Colour ramps"), paint_colour_ramps },
  [QP_PATTERN_CIRCLES] = { "circles", N_ ("Circles"), paint_circles },
  [QP_PATTERN_WHITE] = { "white", N_ ("Full white"), paint_colour },
  [QP_PATTERN_RED] = { "red", N_ ("Full red"), paint_colour },
  [QP_PATTERN_GREEN] = { "green", N_ ("Full green"), paint_colour },
  [QP_PATTERN_BLUE] = { "blue", N_ ("Full blue"), paint_colour },
  [QP_PATTERN_BLACK] = { "black", N_ ("Full black"), paint_colour },
  [QP_PATTERN_CHECKER] = { "checker", N_ ("Chequer of single pixels"), paint_pixels },
  [QP_PATTERN_LINES] = { "lines", N_ ("Lines of single pixels"), paint_pixels },
};

/**
 * qp_pattern_key:
 * @type: a pattern
 *
 * Returns: (transfer none): its name on the command line
 */
const char *
qp_pattern_key (QpPatternType type)
{
  g_return_val_if_fail (type < QP_N_PATTERNS, NULL);
  return patterns[type].key;
}

/**
 * qp_pattern_label:
 * @type: a pattern
 *
 * Returns: (transfer none): its name for people, translated
 */
const char *
qp_pattern_label (QpPatternType type)
{
  g_return_val_if_fail (type < QP_N_PATTERNS, NULL);
  return _ (patterns[type].label);
}

/**
 * qp_pattern_find:
 * @key: a name as on the command line
 * @type: (out): the pattern
 *
 * Returns: whether there is such a pattern
 */
gboolean
qp_pattern_find (const char *key, QpPatternType *type)
{
  for (guint i = 0; i < QP_N_PATTERNS; i++)
    if (strcmp (patterns[i].key, key) == 0)
      {
        *type = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * qp_pattern_new:
 * @raster: a raster; must live as long as the pattern
 * @type: what it shows
 * @transparent: whether missing cabinets are transparent; otherwise they are black
 *
 * Returns: (transfer full): a pattern to be painted
 */
QpPattern *
qp_pattern_new (const QpRaster *raster, QpPatternType type, gboolean transparent)
{
  QpPattern *self = g_new0 (QpPattern, 1);

  self->raster = raster;
  self->type = type;
  self->transparent = transparent;
  self->digits = type == QP_PATTERN_NUMBERS ? digits_for_numbers (raster) : NULL;
  return self;
}

/**
 * qp_pattern_free:
 * @self: (transfer full) (nullable): a pattern
 */
void
qp_pattern_free (QpPattern *self)
{
  if (self == NULL)
    return;
  qp_digits_free (self->digits);
  g_free (self);
}

/**
 * qp_pattern_paint:
 * @band: where to paint
 * @pattern: (type QpPattern): a pattern
 *
 * Paints a band of the pattern.
 */
void
qp_pattern_paint (const QpBand *band, gpointer pattern)
{
  const QpPattern *self = pattern;

  patterns[self->type].paint (self, band);
  qp_band_absent (band, self->raster, self->transparent ? QP_PIXEL_CLEAR : QP_PIXEL_BLACK);
}

/**
 * qp_pattern_picture:
 * @self: a pattern
 * @box: which part of the raster
 *
 * Returns: the picture of this part, to be written; borrows @self
 */
QpRasterPicture
qp_pattern_picture (QpPattern *self, QpPixelBox box)
{
  return (QpRasterPicture){
    .box = box,
    .alpha = self->transparent,
    .title = qp_node_name (&self->raster->screen->node),
    .description = patterns[self->type].key,
    .paint = qp_pattern_paint,
    .data = self,
  };
}
