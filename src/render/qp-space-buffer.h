/* qp-space-buffer.h: flat polygons in space filled into a band of a picture, each sample knowing how far it is
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-camera.h"

G_BEGIN_DECLS

/**
 * QpSpaceBuffer:
 * @camera: its pixels are the samples
 * @first: first row of the band, samples
 * @rows: rows of the band
 * @width: samples in a row
 * @colour: 0xRRGGBB of each sample
 * @nearness: 1 / metres ahead of the eye; 0 where nothing is
 * @key: which surface is there; where keys meet there is an edge; 0 is nothing
 * @owner: number of the object that is there, from 1; 0 for none
 * @passing: share of the light that gets to the eye past glass, 0 … 255
 * @hidden: number of the object that would be seen there if nothing stood before it; 0 for none
 *
 * A band of a picture.
 */
typedef struct
{
  QpCamera camera;
  guint first;
  guint rows;
  guint width;
  guint32 *colour;
  float *nearness;
  guint32 *key;
  guint16 *owner;
  guint8 *passing;
  guint16 *hidden;
} QpSpaceBuffer;

void qp_space_buffer_init (QpSpaceBuffer *self, const QpCamera *camera, guint most_rows);
void qp_space_buffer_begin (QpSpaceBuffer *self, guint first, guint rows);
void qp_space_buffer_clear (QpSpaceBuffer *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QpSpaceBuffer, qp_space_buffer_clear)

/**
 * QpSpacePolygon:
 * @corners: (element-type QpVec): in the picture, samples
 * @top: first row it may touch
 * @bottom: row behind the last one
 * @nearness: 1 / metres ahead of the eye is x · [0] + y · [1] + [2]
 *
 * A polygon as it is seen.
 */
typedef struct
{
  GArray *corners;
  double top;
  double bottom;
  double nearness[3];
} QpSpacePolygon;

gboolean qp_space_polygon_init (QpSpacePolygon *self, const QpCamera *camera, const QpVec3 *corners, guint n,
                                QpVec3 normal);
void qp_space_polygon_clear (QpSpacePolygon *self);

/* @row and @x are samples of the picture, @at is the place of the first of @n samples in the arrays of the buffer */
typedef void (*QpSpaceSpan) (QpSpaceBuffer *buffer, const QpSpacePolygon *polygon, guint row, guint x, guint n,
                             gsize at, gpointer data);

void qp_space_fill (QpSpaceBuffer *self, const QpSpacePolygon *polygon, QpSpaceSpan span, gpointer data);

static inline double
qp_space_nearness (const QpSpacePolygon *polygon, guint row, guint x)
{
  return polygon->nearness[0] * (x + 0.5) + polygon->nearness[1] * (row + 0.5) + polygon->nearness[2];
}

G_END_DECLS
