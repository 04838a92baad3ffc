/* qp-band.h: a few rows of pixels of a large picture, and what is painted into them
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "exchange/qp-raster.h"

G_BEGIN_DECLS

/** QP_PIXEL: an opaque pixel of a band */
#define QP_PIXEL(red, green, blue) (0xff000000u | (guint32) (red) << 16 | (guint32) (green) << 8 | (guint32) (blue))
#define QP_PIXEL_BLACK 0xff000000u
#define QP_PIXEL_WHITE 0xffffffffu
#define QP_PIXEL_CLEAR 0u

/**
 * QpBand:
 * @pixels: the pixels, row by row, each 0xAARRGGBB
 * @box: where they are in the raster; @box.width pixels make a row
 *
 * A band of a picture. Places are those of the raster; what is outside of the band is not painted.
 */
typedef struct
{
  guint32 *pixels;
  QpPixelBox box;
} QpBand;

gboolean qp_band_clip (const QpBand *self, gint64 *x0, gint64 *y0, gint64 *x1, gint64 *y1);
void qp_band_fill (const QpBand *self, gint64 x, gint64 y, gint64 width, gint64 height, guint32 pixel);
void qp_band_frame (const QpBand *self, QpPixelBox box, guint thick, guint32 pixel);
void qp_band_cells (const QpBand *self, const QpRaster *raster, guint *first_column, guint *last_column,
                    guint *first_row, guint *last_row);
void qp_band_absent (const QpBand *self, const QpRaster *raster, guint32 pixel);

/**
 * QpDigits:
 *
 * Letters and figures of one size as masks, for many short texts.
 */
typedef struct _QpDigits QpDigits;

QpDigits *qp_digits_new (guint size_px);
void qp_digits_free (QpDigits *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QpDigits, qp_digits_free)
guint qp_digits_width (const QpDigits *self, const char *text);
guint qp_digits_height (const QpDigits *self);
void qp_digits_draw (const QpDigits *self, const QpBand *band, const char *text, gint64 x, gint64 y, guint32 pixel);

G_END_DECLS
