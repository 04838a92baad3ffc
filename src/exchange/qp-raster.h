/* qp-raster.h: the pixels of a screen: which are there, and which belong to a cabinet, a face or a zone
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-shape.h"

G_BEGIN_DECLS

/** QP_RASTER_MAX_SIDE: greatest width or height of a picture at native raster, pixels */
#define QP_RASTER_MAX_SIDE 1000000

/**
 * QpPixelBox:
 * @x: first column of pixels, from 0 at the left
 * @y: first row of pixels, from 0 at the top
 * @width: pixels across
 * @height: pixels down
 *
 * A rectangle of pixels.
 */
typedef struct
{
  guint x;
  guint y;
  guint width;
  guint height;
} QpPixelBox;

/**
 * QpRaster:
 * @screen: (not owned): the screen
 * @shape: its shape; cells and their pixels
 * @width: pixels across the unrolled face
 * @height: pixels down
 * @pitch_x_mm: pixel pitch across, from cabinet and pixels
 * @pitch_y_mm: pixel pitch down
 *
 * The raster of a screen as a signal sees it: the unrolled face from the front, one pixel for each LED pixel.
 */
typedef struct
{
  const QpScreen *screen;
  QpShape shape;
  guint width;
  guint height;
  double pitch_x_mm;
  double pitch_y_mm;
} QpRaster;

gboolean qp_raster_init (QpRaster *self, const QpScreen *screen, const QpCatalogue *catalogue, GError **error);
void qp_raster_clear (QpRaster *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QpRaster, qp_raster_clear)

QpPixelBox qp_raster_whole (const QpRaster *self);
QpPixelBox qp_raster_cell (const QpRaster *self, guint column, guint row);
QpPixelBox qp_raster_face (const QpRaster *self, guint face);
gboolean qp_raster_zone (const QpRaster *self, const QpZone *zone, QpPixelBox *box);
GArray *qp_raster_faces (const QpRaster *self);
GArray *qp_raster_tiles (const QpRaster *self, guint width, guint height);

G_END_DECLS
