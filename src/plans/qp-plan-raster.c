/* qp-plan-raster.c: a picture with halved copies of itself, drawn quickly at any scale
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "plans/qp-plan-raster.h"

#include "base/qp-error.h"
#include "plans/qp-plan-layer.h"

#include <math.h>
#include <string.h>

#define LEAST_SIDE 128
#define MAX_LEVELS 12

struct _QpPlanRaster
{
  guint n_levels;
  cairo_surface_t *levels[MAX_LEVELS];
  double units_per_pixel; /* of level 0 as kept */
  gboolean reduced;
};

/**
 * qp_png_size:
 * @bytes: a file
 * @width: (out): its width in pixels
 * @height: (out): its height in pixels
 *
 * Reads only the head of the file, so that a picture can be refused before anything is decoded.
 *
 * Returns: %FALSE if the file is no PNG picture
 */
gboolean
qp_png_size (GBytes *bytes, guint32 *width, guint32 *height)
{
  static const guint8 head[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R' };
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  if (size < 24 || memcmp (data, head, sizeof head) != 0)
    return FALSE;
  memcpy (width, data + 16, 4);
  memcpy (height, data + 20, 4);
  *width = GUINT32_FROM_BE (*width);
  *height = GUINT32_FROM_BE (*height);
  return *width > 0 && *height > 0;
}

typedef struct
{
  const guint8 *data;
  gsize left;
} Feed;

static cairo_status_t
feed (void *closure, unsigned char *data, unsigned int length)
{
  Feed *self = closure;

  if (self->left < length)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (data, self->data, length);
  self->data += length;
  self->left -= length;
  return CAIRO_STATUS_SUCCESS;
}

/**
 * qp_png_decode:
 * @bytes: a PNG file
 * @error: return location
 *
 * Decodes a picture of at most %QP_PLAN_MAX_SIDE pixels a side and %QP_PLAN_MAX_PIXELS pixels.
 *
 * Returns: (transfer full) (nullable): the picture, or %NULL with %QP_ERROR_READ or %QP_ERROR_LIMIT
 */
cairo_surface_t *
qp_png_decode (GBytes *bytes, GError **error)
{
  guint32 width, height;

  if (!qp_png_size (bytes, &width, &height))
    {
      g_set_error_literal (error, QP_ERROR, QP_ERROR_READ, _ ("This is not a PNG picture."));
      return NULL;
    }
  if (width > QP_PLAN_MAX_SIDE || height > QP_PLAN_MAX_SIDE || (guint64) width * height > QP_PLAN_MAX_PIXELS)
    {
      g_set_error (error, QP_ERROR, QP_ERROR_LIMIT,
                   _ ("The picture has %u × %u pixels; at most %d million pixels and %d pixels a side can be read. "
                      "Save it smaller and add it again."),
                   width, height, QP_PLAN_MAX_PIXELS / 1000000, QP_PLAN_MAX_SIDE);
      return NULL;
    }
  Feed source = { g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes) };
  cairo_surface_t *picture = cairo_image_surface_create_from_png_stream (feed, &source);
  if (cairo_surface_status (picture) == CAIRO_STATUS_SUCCESS)
    return picture;
  cairo_surface_destroy (picture);
  /* cairo calls damaged files a lack of memory, so the two can't be told apart */
  g_set_error_literal (error, QP_ERROR, QP_ERROR_READ,
                       _ ("The PNG picture is damaged or cut short, or there is not enough memory for it."));
  return NULL;
}

static inline guint32
mean_of_four (guint32 a, guint32 b, guint32 c, guint32 d)
{
  /* two channels at a time; premultiplied colours may be averaged as they are */
  const guint32 even = ((a & 0xff00ff) + (b & 0xff00ff) + (c & 0xff00ff) + (d & 0xff00ff) + 0x20002) >> 2;
  const guint32 odd
      = ((a >> 8 & 0xff00ff) + (b >> 8 & 0xff00ff) + (c >> 8 & 0xff00ff) + (d >> 8 & 0xff00ff) + 0x20002) >> 2;
  return (even & 0xff00ff) | (odd & 0xff00ff) << 8;
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
      for (int x = 0; x < w; x++)
        {
          const int right = MIN (2 * x + 1, from_w - 1);
          out[x] = mean_of_four (upper[2 * x], upper[right], lower[2 * x], lower[right]);
        }
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
      self->reduced = TRUE;
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
 * qp_plan_raster_is_reduced:
 * @self: a raster
 *
 * Returns: whether it is kept at less than the resolution of its file
 */
gboolean
qp_plan_raster_is_reduced (const QpPlanRaster *self)
{
  return self->reduced;
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
