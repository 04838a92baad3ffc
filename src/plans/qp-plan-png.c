/* qp-plan-png.c: PNG pictures, row by row, so that a large one never lies in memory as a whole
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "plans/qp-plan-picture.h"

#include "base/qp-error.h"
#include "plans/qp-plan-rows.h"

#include <png.h>
#include <string.h>

#define ROWS_AT_A_TIME 64

typedef struct
{
  const guint8 *data;
  gsize left;
  png_structp png;
  png_infop info;
  gboolean alpha;
  gboolean interlaced;
  QpPlanRows rows;
  const QpPlanWatch *watch;
  GError *error;
} Reader;

static void
give_data (png_structp png, png_bytep out, png_size_t length)
{
  Reader *self = png_get_io_ptr (png);

  if (self->left < length)
    png_error (png, "cut short");
  memcpy (out, self->data, length);
  self->data += length;
  self->left -= length;
}

static void
on_error (png_structp png, png_const_charp message)
{
  png_longjmp (png, 1);
}

static void
on_warning (png_structp png, png_const_charp message)
{
}

/* whatever is in the file comes out as 8-bit pixels in cairo's order */
static void
set_up_pixels (Reader *self)
{
  png_structp png = self->png;

  png_set_expand (png);
  png_set_scale_16 (png);
  png_set_gray_to_rgb (png);
  self->interlaced = png_set_interlace_handling (png) > 1;
  self->alpha
      = png_get_color_type (png, self->info) & PNG_COLOR_MASK_ALPHA || png_get_valid (png, self->info, PNG_INFO_tRNS);
#if G_BYTE_ORDER == G_LITTLE_ENDIAN
  png_set_bgr (png);
  png_set_add_alpha (png, 0xff, PNG_FILLER_AFTER);
#else
  png_set_swap_alpha (png);
  png_set_add_alpha (png, 0xff, PNG_FILLER_BEFORE);
#endif
  png_read_update_info (png, self->info);
}

static void
multiply_alpha (guint32 *pixels, int n)
{
  for (int i = 0; i < n; i++)
    {
      const guint32 alpha = pixels[i] >> 24;
      if (alpha == 255)
        continue;
      /* x / 255, rounded, for two channels at a time */
      guint32 even = (pixels[i] & 0xff00ff) * alpha + 0x800080;
      guint32 green = (pixels[i] >> 8 & 0xff) * alpha + 0x80;
      even = (even + (even >> 8 & 0xff00ff)) >> 8 & 0xff00ff;
      green = (green + (green >> 8)) >> 8 & 0xff;
      pixels[i] = alpha << 24 | even | green << 8;
    }
}

static gboolean
tell (Reader *self, int y)
{
  return y % ROWS_AT_A_TIME != 0 || qp_plan_watch_tell (self->watch, (double) y / self->rows.height, &self->error);
}

static void
read_rows (Reader *self)
{
  for (int y = 0; y < self->rows.height; y++)
    {
      guint32 *row = qp_plan_rows_next (&self->rows);
      if (!tell (self, y))
        png_longjmp (self->png, 1);
      png_read_row (self->png, (png_bytep) row, NULL);
      if (self->alpha)
        multiply_alpha (row, self->rows.width);
      qp_plan_rows_push (&self->rows);
    }
}

/* all passes work on the whole picture, which is halved afterwards if need be */
static void
read_interlaced (Reader *self)
{
  const int height = self->rows.height, width = self->rows.width;

  for (int pass = 0; pass < 7; pass++)
    for (int y = 0; y < height; y++)
      {
        self->rows.y = y;
        if (!tell (self, y))
          png_longjmp (self->png, 1);
        png_read_row (self->png, (png_bytep) qp_plan_rows_next (&self->rows), NULL);
      }
  for (self->rows.y = 0; self->rows.y < height;)
    {
      if (self->alpha)
        multiply_alpha (qp_plan_rows_next (&self->rows), width);
      qp_plan_rows_push (&self->rows);
    }
}

static gboolean
fits (Reader *self, int width, int height)
{
  if (!self->interlaced || (gint64) width * height <= QP_PLAN_WHOLE_PIXELS)
    return TRUE;
  g_set_error (&self->error, QP_ERROR, QP_ERROR_LIMIT,
               _ ("The picture has %u × %u pixels and is interlaced; at most %d million pixels can be read then. Save "
                  "it without interlacing, or smaller, and add it again."),
               width, height, QP_PLAN_WHOLE_PIXELS / 1000000);
  return FALSE;
}

/* the only function that libpng jumps back into: no variable of it changes after setjmp() */
static gboolean
decode (Reader *self)
{
  if (setjmp (png_jmpbuf (self->png)) != 0)
    return FALSE;
  png_set_user_limits (self->png, QP_PLAN_MAX_SIDE, QP_PLAN_MAX_SIDE);
  png_set_chunk_malloc_max (self->png, 16 << 20);
  png_set_read_fn (self->png, self, give_data);
  png_read_info (self->png, self->info);
  set_up_pixels (self);
  const int width = (int) png_get_image_width (self->png, self->info);
  const int height = (int) png_get_image_height (self->png, self->info);
  const gboolean halve = !self->interlaced && (gint64) width * height > QP_PLAN_KEPT_PIXELS;
  if (!fits (self, width, height) || !qp_plan_rows_init (&self->rows, width, height, self->alpha, halve, &self->error))
    return FALSE;
  if (self->interlaced)
    read_interlaced (self);
  else
    read_rows (self);
  return TRUE;
}

/**
 * qp_png_decode:
 * @bytes: a PNG file whose size qp_picture_fits()
 * @watch: (nullable): who follows
 * @error: return location
 *
 * Decodes a picture. One of more than %QP_PLAN_KEPT_PIXELS is halved while it is read.
 *
 * Returns: (transfer full) (nullable): the picture, or %NULL with %QP_ERROR_READ, %QP_ERROR_LIMIT or
 *   %G_IO_ERROR_CANCELLED
 */
cairo_surface_t *
qp_png_decode (GBytes *bytes, const QpPlanWatch *watch, GError **error)
{
  Reader self = { .watch = watch };

  self.data = g_bytes_get_data (bytes, &self.left);
  self.png = png_create_read_struct (PNG_LIBPNG_VER_STRING, NULL, on_error, on_warning);
  self.info = png_create_info_struct (self.png);
  const gboolean fine = decode (&self);
  png_destroy_read_struct (&self.png, &self.info, NULL);
  cairo_surface_t *picture = fine ? g_steal_pointer (&self.rows.picture) : NULL;
  qp_plan_rows_clear (&self.rows);
  if (fine)
    return picture;
  if (self.error != NULL)
    g_propagate_error (error, self.error);
  else
    g_set_error_literal (error, QP_ERROR, QP_ERROR_READ, _ ("The PNG picture is damaged or cut short."));
  return NULL;
}
