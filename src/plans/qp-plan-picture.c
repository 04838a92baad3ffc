/* qp-plan-picture.c: pictures: PNG by libpng, JPEG, WebP and TIFF by gdk-pixbuf's loaders
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "plans/qp-plan-picture.h"

#include "base/qp-error.h"
#include "plans/qp-plan-rows.h"

#include <gdk-pixbuf/gdk-pixbuf.h>

#define BYTES_AT_A_TIME (64 * 1024)

typedef struct
{
  const QpPictureHead *head;
  guint reduce; /* the loader is asked for a picture so many times smaller */
  gboolean refused;
} Wanted;

/* the head was looked at before; a loader that sees another size in the file is not trusted with it */
static void
on_size (GdkPixbufLoader *loader, int width, int height, gpointer data)
{
  Wanted *wanted = data;

  wanted->refused = (guint32) width != wanted->head->width || (guint32) height != wanted->head->height;
  if (wanted->refused)
    gdk_pixbuf_loader_set_size (loader, 1, 1);
  else if (wanted->reduce > 1)
    gdk_pixbuf_loader_set_size (loader, (width + 1) / 2, (height + 1) / 2);
}

static gboolean
feed (GdkPixbufLoader *loader, GBytes *bytes, const Wanted *wanted, const QpPlanWatch *watch, GError **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  for (gsize at = 0; at < size && !wanted->refused; at += BYTES_AT_A_TIME)
    if (!qp_plan_watch_tell (watch, (double) at / (double) size, error)
        || !gdk_pixbuf_loader_write (loader, data + at, MIN (BYTES_AT_A_TIME, size - at), error))
      return FALSE;
  return !wanted->refused;
}

static GdkPixbufLoader *
loader_for (const QpPictureHead *head, GError **error)
{
  GdkPixbufLoader *loader = gdk_pixbuf_loader_new_with_type (head->name, NULL);

  if (loader == NULL)
    g_set_error (error, QP_ERROR, QP_ERROR_READ,
                 _ ("This computer has no loader for %s pictures. Save the picture as PNG or JPEG and add it again."),
                 head->format == QP_BACKGROUND_WEBP ? "WebP" : "TIFF");
  return loader;
}

static void
tell_damage (const QpPictureHead *head, const GError *reason, GError **error)
{
  g_set_error (error, QP_ERROR, QP_ERROR_READ, _ ("The %s picture is damaged or cut short: %s"),
               head->format == QP_BACKGROUND_JPEG   ? "JPEG"
               : head->format == QP_BACKGROUND_WEBP ? "WebP"
                                                    : "TIFF",
               reason != NULL ? reason->message : _ ("it is not as large as it says"));
}

static GdkPixbuf *
decode (GBytes *bytes, const QpPictureHead *head, guint reduce, const QpPlanWatch *watch, GError **error)
{
  Wanted wanted = { head, reduce, FALSE };
  g_autoptr (GdkPixbufLoader) loader = loader_for (head, error);
  g_autoptr (GError) reason = NULL;

  if (loader == NULL)
    return NULL;
  g_signal_connect (loader, "size-prepared", G_CALLBACK (on_size), &wanted);
  const gboolean fed = feed (loader, bytes, &wanted, watch, &reason);
  const gboolean closed = gdk_pixbuf_loader_close (loader, reason == NULL ? &reason : NULL);
  if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return NULL;
    }
  GdkPixbuf *pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);
  if (fed && closed && pixbuf != NULL)
    return gdk_pixbuf_apply_embedded_orientation (pixbuf);
  tell_damage (head, reason, error);
  return NULL;
}

static void
convert_row (const guint8 *from, int channels, int width, guint32 *to)
{
  for (int x = 0; x < width; x++, from += channels)
    {
      const guint32 alpha = channels == 4 ? from[3] : 255;
      const guint32 red = (from[0] * alpha + 127) / 255, green = (from[1] * alpha + 127) / 255,
                    blue = (from[2] * alpha + 127) / 255;
      to[x] = alpha << 24 | red << 16 | green << 8 | blue;
    }
}

static cairo_surface_t *
to_cairo (GdkPixbuf *pixbuf, gboolean halve, GError **error)
{
  const int width = gdk_pixbuf_get_width (pixbuf), height = gdk_pixbuf_get_height (pixbuf);
  const int channels = gdk_pixbuf_get_n_channels (pixbuf);
  const guint8 *pixels = gdk_pixbuf_read_pixels (pixbuf);
  QpPlanRows rows;

  if (!qp_plan_rows_init (&rows, width, height, gdk_pixbuf_get_has_alpha (pixbuf), halve, error))
    return NULL;
  for (int y = 0; y < height; y++)
    {
      convert_row (pixels + (gsize) y * (gsize) gdk_pixbuf_get_rowstride (pixbuf), channels, width,
                   qp_plan_rows_next (&rows));
      qp_plan_rows_push (&rows);
    }
  cairo_surface_t *picture = g_steal_pointer (&rows.picture);
  qp_plan_rows_clear (&rows);
  return picture;
}

static cairo_surface_t *
decode_to_cairo (GBytes *bytes, const QpPictureHead *head, const QpPlanWatch *watch, GError **error)
{
  const gboolean large = (gint64) head->width * head->height > QP_PLAN_KEPT_PIXELS;
  /* a JPEG is halved by its own arithmetic; the others are there as a whole before they can be */
  const gboolean is_jpeg = head->format == QP_BACKGROUND_JPEG;

  if (head->format == QP_BACKGROUND_PNG)
    return qp_png_decode (bytes, watch, error);
  g_autoptr (GdkPixbuf) pixbuf = decode (bytes, head, large && is_jpeg ? 2 : 1, watch, error);
  return pixbuf == NULL ? NULL : to_cairo (pixbuf, large && !is_jpeg, error);
}

/**
 * qp_plan_picture_read:
 * @bytes: a file
 * @watch: (nullable): who follows
 * @error: return location
 *
 * Reads a picture, whatever its name says it is. EXIF orientation is followed.
 *
 * Returns: (transfer full) (nullable): the content, or %NULL with %QP_ERROR_READ, %QP_ERROR_LIMIT or
 *   %G_IO_ERROR_CANCELLED
 */
QpPlanContent *
qp_plan_picture_read (GBytes *bytes, const QpPlanWatch *watch, GError **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  QpPictureHead head;

  if (!qp_picture_head (data, size, &head) || head.format == QP_UNSET)
    {
      g_set_error_literal (error, QP_ERROR, QP_ERROR_READ, _ ("This is not a PNG, JPEG, WebP or TIFF picture."));
      return NULL;
    }
  cairo_surface_t *picture = qp_picture_fits (&head, error) ? decode_to_cairo (bytes, &head, watch, error) : NULL;
  if (picture == NULL)
    return NULL;
  QpPlanContent *self = qp_plan_content_new (head.format);
  const int kept = cairo_image_surface_get_width (picture);
  const guint reduced = (guint64) head.width * head.height > QP_PLAN_KEPT_PIXELS ? 2 : 1;
  const gboolean turned = (guint32) kept != (head.width + reduced - 1) / reduced;
  self->width = turned ? head.height : head.width;
  self->height = turned ? head.width : head.height;
  self->raster = qp_plan_raster_new (picture, reduced, QP_PLAN_KEPT_PIXELS);
  self->why = g_strdup (_ ("A picture doesn’t say how large the place is that it shows."));
  cairo_surface_destroy (picture);
  return self;
}
