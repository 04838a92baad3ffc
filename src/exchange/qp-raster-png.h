/* qp-raster-png.h: PNG pictures written band by band, so that a large one never lies in memory as a whole
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "exchange/qp-band.h"
#include "plans/qp-plan-source.h"

G_BEGIN_DECLS

/**
 * QpBandPainter:
 * @band: where to paint; all pixels have to be given a colour
 * @data: what to paint
 */
typedef void (*QpBandPainter) (const QpBand *band, gpointer data);

/**
 * QpRasterPicture:
 * @box: which part of the raster is written
 * @alpha: whether pixels may be transparent: all or nothing, no shades
 * @title: (nullable): kept in the file
 * @description: (nullable): kept in the file
 * @paint: paints a band
 * @data: given to @paint
 *
 * A picture at native raster: one pixel of the file is one LED pixel.
 */
typedef struct
{
  QpPixelBox box;
  gboolean alpha;
  const char *title;
  const char *description;
  QpBandPainter paint;
  gpointer data;
} QpRasterPicture;

/**
 * QpBytesOut:
 * @data: bytes to be written
 * @size: how many
 * @target: where to
 * @error: return location
 *
 * Returns: whether they could be written
 */
typedef gboolean (*QpBytesOut) (const guint8 *data, gsize size, gpointer target, GError **error);

gboolean qp_raster_picture_write (const QpRasterPicture *self, QpBytesOut write, gpointer target,
                                  const QpPlanWatch *watch, GError **error);
gboolean qp_raster_picture_save (const QpRasterPicture *self, GFile *file, const QpPlanWatch *watch, GError **error);

G_END_DECLS
