/* qp-view-file.c: the view from a place as a picture with its ruler, names and figures
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "exchange/qp-view-file.h"

#include "base/qp-error.h"

/**
 * qp_view_drawing_new:
 * @scene: what stands there
 * @gaze: who looks where
 * @width: of the picture, pixels
 * @height: of the picture, pixels
 * @options: how it is painted
 * @style: colours and sizes of what is written on it
 * @go_on: (nullable): asked now and then; %FALSE ends the painting
 * @data: for @go_on
 *
 * Paints what somebody sees with all that is written on it, as it is given away. May be called by any thread.
 *
 * Returns: (transfer full) (nullable): the picture; %NULL when it was ended
 */
QpViewPicture *
qp_view_drawing_new (const QpViewScene *scene, const QpGaze *gaze, guint width, guint height,
                     const QpViewOptions *options, const QpPlanStyle *style, QpViewGoOn go_on, gpointer data)
{
  QpViewPicture *picture = qp_view_picture_new (scene, gaze, width, height, options, go_on, data);

  if (picture == NULL)
    return NULL;
  g_autofree char *caption = qp_view_caption (picture, scene);
  cairo_t *cr = cairo_create (picture->surface);
  qp_paint_view_marks (cr, picture, scene, style, caption);
  cairo_destroy (cr);
  return picture;
}

static cairo_status_t
collect (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/**
 * qp_view_to_png:
 * @picture: a picture
 * @error: return location
 *
 * Returns: (transfer full) (nullable): a PNG file; %NULL with %QP_ERROR_WRITE
 */
GBytes *
qp_view_to_png (const QpViewPicture *picture, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  const cairo_status_t status = cairo_surface_write_to_png_stream (picture->surface, collect, bytes);

  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  g_set_error (error, QP_ERROR, QP_ERROR_WRITE, _ ("The drawing could not be made: %s"),
               cairo_status_to_string (status));
  return NULL;
}
