/* qp-raster-png.c: PNG pictures written band by band, so that a large one never lies in memory as a whole
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "exchange/qp-raster-png.h"

#include "base/qp-error.h"
#include "plans/qp-plan-content.h"

#include <png.h>

#define BAND_PIXELS (2 * 1024 * 1024) /* 8 MiB */
#define MOST_ROWS 64
#define LEVEL 3 /* of zlib: flat colours pack well enough, and three times as fast as by default */

typedef struct
{
  const QpRasterPicture *picture;
  QpBytesOut write;
  gpointer target;
  const QpPlanWatch *watch;
  png_structp png;
  png_infop info;
  guint32 *pixels;
  GError *error;
} Writer;

static void
give_data (png_structp png, png_bytep data, png_size_t size)
{
  Writer *self = png_get_io_ptr (png);

  if (!self->write (data, size, self->target, &self->error))
    png_error (png, "not written");
}

static void
flush_data (png_structp png)
{
}

static void
on_error (png_structp png, png_const_charp message)
{
  Writer *self = png_get_error_ptr (png);

  if (self->error == NULL)
    g_set_error (&self->error, QP_ERROR, QP_ERROR_WRITE, _ ("The picture could not be made: %s"), message);
  png_longjmp (png, 1);
}

static void
on_warning (png_structp png, png_const_charp message)
{
}

static void
write_texts (Writer *self)
{
  const QpRasterPicture *picture = self->picture;
  png_text texts[3] = {
    { .compression = PNG_ITXT_COMPRESSION_NONE, .key = (char *) "Software", .text = (char *) "Qianping " QP_VERSION }
  };
  int n = 1;

  if (picture->title != NULL)
    texts[n++] = (png_text){ .compression = PNG_ITXT_COMPRESSION_NONE,
                             .key = (char *) "Title",
                             .text = (char *) picture->title };
  if (picture->description != NULL)
    texts[n++] = (png_text){ .compression = PNG_ITXT_COMPRESSION_NONE,
                             .key = (char *) "Description",
                             .text = (char *) picture->description };
  png_set_text (self->png, self->info, texts, n);
}

static void
write_head (Writer *self)
{
  const QpRasterPicture *picture = self->picture;
  png_structp png = self->png;

  png_set_write_fn (png, self, give_data, flush_data);
  png_set_compression_level (png, LEVEL);
  png_set_filter (png, PNG_FILTER_TYPE_BASE, PNG_FILTER_UP);
  png_set_IHDR (png, self->info, picture->box.width, picture->box.height, 8,
                picture->alpha ? PNG_COLOR_TYPE_RGB_ALPHA : PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
                PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  png_set_sRGB (png, self->info, PNG_sRGB_INTENT_ABSOLUTE);
  write_texts (self);
  png_write_info (png, self->info);
#if G_BYTE_ORDER == G_LITTLE_ENDIAN
  png_set_bgr (png);
  if (!picture->alpha)
    png_set_filler (png, 0, PNG_FILLER_AFTER);
#else
  if (picture->alpha)
    png_set_swap_alpha (png);
  else
    png_set_filler (png, 0, PNG_FILLER_BEFORE);
#endif
}

static void
write_bands (Writer *self)
{
  const QpPixelBox *box = &self->picture->box;
  const guint rows = CLAMP (BAND_PIXELS / box->width, 1, MOST_ROWS);

  self->pixels = g_new (guint32, (gsize) box->width * MIN (rows, box->height));
  for (guint y = 0; y < box->height; y += MIN (rows, box->height - y))
    {
      const QpBand band = { self->pixels, { box->x, box->y + y, box->width, MIN (rows, box->height - y) } };
      if (!qp_plan_watch_tell (self->watch, (double) y / box->height, &self->error))
        png_longjmp (self->png, 1);
      self->picture->paint (&band, self->picture->data);
      for (guint i = 0; i < band.box.height; i++)
        png_write_row (self->png, (png_const_bytep) (self->pixels + (gsize) i * box->width));
    }
}

static gboolean
write_all (Writer *self)
{
  if (setjmp (png_jmpbuf (self->png)) != 0)
    return FALSE;
  write_head (self);
  write_bands (self);
  png_write_end (self->png, NULL);
  return TRUE;
}

/**
 * qp_raster_picture_write:
 * @self: a picture
 * @write: takes the bytes of the file as they come
 * @target: given to @write
 * @watch: (nullable): told how far it is; may stop it
 * @error: return location
 *
 * Writes a PNG file. However large it is, no more than some megabytes are in memory at a time.
 *
 * Returns: %FALSE with %G_IO_ERROR_CANCELLED, an error of @write, or %QP_ERROR_WRITE
 */
gboolean
qp_raster_picture_write (const QpRasterPicture *self, QpBytesOut write, gpointer target, const QpPlanWatch *watch,
                         GError **error)
{
  Writer writer = { .picture = self, .write = write, .target = target, .watch = watch };

  writer.png = png_create_write_struct (PNG_LIBPNG_VER_STRING, &writer, on_error, on_warning);
  writer.info = png_create_info_struct (writer.png);
  const gboolean fine = write_all (&writer);
  png_destroy_write_struct (&writer.png, &writer.info);
  g_free (writer.pixels);
  if (!fine)
    g_propagate_error (error, writer.error);
  else
    qp_plan_watch_tell (watch, 1, NULL);
  return fine;
}

static gboolean
to_stream (const guint8 *data, gsize size, gpointer target, GError **error)
{
  return g_output_stream_write_all (target, data, size, NULL, NULL, error);
}

/* a stream that is closed by one who has cancelled does not replace the file */
static void
abandon (GOutputStream *stream)
{
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();

  g_cancellable_cancel (cancelled);
  g_output_stream_close (stream, cancelled, NULL);
}

/**
 * qp_raster_picture_save:
 * @self: a picture
 * @file: file to be written
 * @watch: (nullable): told how far it is; may stop it
 * @error: return location
 *
 * Writes a PNG file; one that was there is replaced only once the new one is whole.
 *
 * Returns: %FALSE with %G_IO_ERROR_CANCELLED or %QP_ERROR_WRITE
 */
gboolean
qp_raster_picture_save (const QpRasterPicture *self, GFile *file, const QpPlanWatch *watch, GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (GFileOutputStream) stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, NULL, &reason);

  if (stream != NULL && qp_raster_picture_write (self, to_stream, stream, watch, &reason)
      && g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, &reason))
    return TRUE;
  if (stream != NULL)
    abandon (G_OUTPUT_STREAM (stream));
  if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_CANCELLED) || reason->domain == QP_ERROR)
    g_propagate_error (error, g_steal_pointer (&reason));
  else
    g_set_error (error, QP_ERROR, QP_ERROR_WRITE, _ ("The picture can’t be written: %s"), reason->message);
  return FALSE;
}
