/* qp-plan-picture.h: pictures made of pixels: told by their heads, refused when too large, decoded
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plans/qp-plan-content.h"

G_BEGIN_DECLS

/**
 * QpPictureHead:
 * @name: its format as the loaders name it: "png", "jpeg", "webp", "tiff", "gif"
 * @format: the same as a #QpBackgroundFormat, or %QP_UNSET for one that is not shown
 * @width: pixels
 * @height: pixels
 * @whole_bytes: memory that decoding takes besides the picture, as that of a progressive JPEG
 *
 * What the first bytes of a picture say.
 */
typedef struct
{
  const char *name;
  gint64 format;
  guint32 width;
  guint32 height;
  guint64 whole_bytes;
} QpPictureHead;

gboolean qp_picture_head (const guint8 *data, gsize size, QpPictureHead *head);
gboolean qp_picture_fits (const QpPictureHead *head, GError **error);

cairo_surface_t *qp_png_decode (GBytes *bytes, const QpPlanWatch *watch, GError **error);

G_END_DECLS
