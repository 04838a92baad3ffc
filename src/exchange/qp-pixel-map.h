/* qp-pixel-map.h: the pixel map of a screen: each cabinet with its number and the pixels it takes from the signal
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "exchange/qp-raster-png.h"

G_BEGIN_DECLS

/**
 * QpPixelMapOptions:
 * @transparent: whether missing cabinets are transparent; otherwise they are black
 * @plain: whether the map is tints alone, without frames, markers, numbers and zones
 * @tints: (nullable): a colour 0xRRGGBB for each cabinet, row by row, such as that of its port; 0 = none of its own
 *
 * How a pixel map looks. All zero is the usual one.
 */
typedef struct
{
  gboolean transparent;
  gboolean plain;
  const guint32 *tints;
} QpPixelMapOptions;

/**
 * QpPixelMap:
 *
 * Paints the pixel map of a raster.
 */
typedef struct _QpPixelMap QpPixelMap;

QpPixelMap *qp_pixel_map_new (const QpRaster *raster, const QpPixelMapOptions *options);
void qp_pixel_map_free (QpPixelMap *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QpPixelMap, qp_pixel_map_free)
void qp_pixel_map_paint (const QpBand *band, gpointer map);
guint32 qp_pixel_map_tint (const QpRaster *raster, const QpPixelMapOptions *options, guint column, guint row);
QpRasterPicture qp_pixel_map_picture (QpPixelMap *self, QpPixelBox box);

/* zones, as maps and patterns outline them */
void qp_band_zones (const QpBand *self, const QpRaster *raster, gboolean with_names);

G_END_DECLS
