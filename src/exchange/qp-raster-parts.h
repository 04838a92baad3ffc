/* qp-raster-parts.h: a picture at native raster as several files: each face, or tiles for the inputs of a controller
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "exchange/qp-raster-png.h"

G_BEGIN_DECLS

/**
 * QpRasterSplit:
 * @faces: whether each face has a file of its own
 * @tile_width: greatest width of a file, pixels; 0 = any
 * @tile_height: greatest height of a file, pixels; 0 = any
 *
 * How a picture is split. All zero is one file.
 */
typedef struct
{
  gboolean faces;
  guint tile_width;
  guint tile_height;
} QpRasterSplit;

GArray *qp_raster_split (const QpRaster *self, const QpRasterSplit *split);
char *qp_raster_part_path (const char *path, const QpRasterSplit *split, const QpPixelBox *part, guint index);
gboolean qp_raster_parts_save (const QpRaster *raster, const QpRasterPicture *picture, const QpRasterSplit *split,
                               const char *path, const QpPlanWatch *watch, GError **error);

G_END_DECLS
