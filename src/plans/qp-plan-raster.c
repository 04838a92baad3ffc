/* qp-plan-raster.c: a picture with halved copies of itself, drawn quickly at any scale
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plans/qp-plan-raster.h"

#include <math.h>

#define LEAST_SIDE 128
#define MAX_LEVELS 12

struct _QpPlanRaster
{
  guint n_levels;
  cairo_surface_t *levels[MAX_LEVELS];
  double units_per_pixel; /* of level 0 as kept */
};

static inline guint32
mean_of_four (guint32 a, guint32 b, guint32 c, guint32 d)
{
  /* two channels at a time; premultiplied colours may be averaged as they are */
  const guint32 even = ((a & 0xff00ff) + (b & 0xff00ff) + (c & 0xff00ff) + (d & 0xff00ff) + 0x20002) >> 2;
  const guint32 odd
      = ((a >> 8 & 0xff00ff) + (b >> 8 & 0xff00ff) + (c >> 8 & 0xff00ff) + (d >> 8 & 0xff00ff) + 0x20002) >> 2;
  return (even & 0xff00ff) | (odd & 0xff00ff) << 8;
}

/**
 * qp_halve_rows:
 * @upper: pixels of a row
 * @lower: those of the next one, or again @upper
 * @width: pixels of both
 * @out: (out): half as many, rounded up
 *
 * Makes one row of two, each pixel the mean of four.
 */
void
qp_halve_rows (const guint32 *upper, const guint32 *lower, int width, guint32 *out)
{
  for (int x = 0; x < width / 2; x++)
    out[x] = mean_of_four (upper[2 * x], upper[2 * x + 1], lower[2 * x], lower[2 * x + 1]);
  if (width % 2 != 0)
    out[width / 2] = mean_of_four (upper[width - 1], upper[width - 1], lower[width - 1], lower[width - 1]);
}

static cairo_surface_t *
halved (cairo_surface_t *from)
{
  const int from_w = cairo_image_surface_get_width (from), from_h = cairo_image_surface_get_height (from);
  const int w = (from_w + 1) / 2, h = (from_h + 1) / 2;
  const int from_stride = cairo_image_surface_get_stride (from);
  const guint8 *source = cairo_image_surface_get_data (from);
  cairo_surface_t *to = cairo_image_surface_create (cairo_image_surface_get_format (from), w, h);

  if (cairo_surface_status (to) != CAIRO_STATUS_SUCCESS)
    return to;
  for (int y = 0; y < h; y++)
    {
      const guint32 *upper = (const guint32 *) (source + (gsize) (2 * y) * from_stride);
      const guint32 *lower = (const guint32 *) (source + (gsize) MIN (2 * y + 1, from_h - 1) * from_stride);
      guint32 *out = (guint32 *) (cairo_image_surface_get_data (to) + (gsize) y * cairo_image_surface_get_stride (to));
      qp_halve_rows (upper, lower, from_w, out);
    }
  cairo_surface_mark_dirty (to);
  return to;
}

/* pictures of another depth (grey, 16 bit) become 32 bit ones, which halved() and cairo are quick with */
static cairo_surface_t *
as_32_bit (cairo_surface_t *picture)
{
  const cairo_format_t format = cairo_image_surface_get_format (picture);

  if (format == CAIRO_FORMAT_ARGB32 || format == CAIRO_FORMAT_RGB24)
    return cairo_surface_reference (picture);
  cairo_surface_t *copy = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, cairo_image_surface_get_width (picture),
                                                      cairo_image_surface_get_height (picture));
  cairo_t *cr = cairo_create (copy);
  cairo_set_source_surface (cr, picture, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_flush (copy);
  return copy;
}

static gint64
pixels_of (cairo_surface_t *surface)
{
  return (gint64) cairo_image_surface_get_width (surface) * cairo_image_surface_get_height (surface);
}

/**
 * qp_plan_raster_new:
 * @picture: an image surface; a reference is taken
 * @units_per_pixel: drawing units a pixel of @picture stands for
 * @kept_pixels: a picture with more pixels is kept halved, as often as needed
 *
 * Returns: (transfer full): the picture with its halved copies
 */
QpPlanRaster *
qp_plan_raster_new (cairo_surface_t *picture, double units_per_pixel, gint64 kept_pixels)
{
  QpPlanRaster *self = g_new0 (QpPlanRaster, 1);
  cairo_surface_t *level = as_32_bit (picture);

  self->units_per_pixel = units_per_pixel;
  while (pixels_of (level) > kept_pixels)
    {
      cairo_surface_t *smaller = halved (level);
      cairo_surface_destroy (level);
      level = smaller;
      self->units_per_pixel *= 2;
    }
  self->levels[self->n_levels++] = level;
  while (self->n_levels < MAX_LEVELS
         && MAX (cairo_image_surface_get_width (level), cairo_image_surface_get_height (level)) > LEAST_SIDE)
    self->levels[self->n_levels++] = level = halved (level);
  return self;
}

/**
 * qp_plan_raster_free:
 * @self: (transfer full) (nullable): a raster
 */
void
qp_plan_raster_free (QpPlanRaster *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->n_levels; i++)
    cairo_surface_destroy (self->levels[i]);
  g_free (self);
}

/**
 * qp_plan_raster_units_per_pixel:
 * @self: a raster
 *
 * Returns: drawing units that a pixel of the finest level stands for
 */
double
qp_plan_raster_units_per_pixel (const QpPlanRaster *self)
{
  return self->units_per_pixel;
}

/**
 * qp_plan_raster_memory:
 * @self: a raster
 *
 * Returns: bytes of all levels
 */
gsize
qp_plan_raster_memory (const QpPlanRaster *self)
{
  gsize bytes = 0;

  for (guint i = 0; i < self->n_levels; i++)
    bytes += (gsize) cairo_image_surface_get_stride (self->levels[i])
             * (gsize) cairo_image_surface_get_height (self->levels[i]);
  return bytes;
}

/**
 * qp_plan_raster_paint:
 * @self: a raster
 * @cr: context in drawing units, y down, the upper left corner at 0,0
 *
 * Paints from the coarsest level that is still at least as fine as the device. With BILINEAR, as cairo's
 * better filters take a hundred times as long when shrinking.
 */
void
qp_plan_raster_paint (QpPlanRaster *self, cairo_t *cr)
{
  cairo_matrix_t matrix;

  cairo_get_matrix (cr, &matrix);
  double device_per_pixel = sqrt (fabs (matrix.xx * matrix.yy - matrix.xy * matrix.yx)) * self->units_per_pixel;
  guint level = 0;
  while (device_per_pixel <= 0.5 && level + 1 < self->n_levels)
    {
      device_per_pixel *= 2;
      level++;
    }
  const double scale = self->units_per_pixel * (double) (1u << level);
  cairo_save (cr);
  cairo_scale (cr, scale, scale);
  cairo_set_source_surface (cr, self->levels[level], 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), device_per_pixel > 4 ? CAIRO_FILTER_NEAREST : CAIRO_FILTER_BILINEAR);
  cairo_paint (cr);
  cairo_restore (cr);
}
