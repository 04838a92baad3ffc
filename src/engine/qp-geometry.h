/* qp-geometry.h: places, vectors and boxes on a plan, in metres
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/qp-value.h"

#include <math.h>

G_BEGIN_DECLS

/**
 * QpVec:
 *
 * A place or a direction on a plan: metres, x to the right, y up. Also a place in a view: pixels, y down.
 */
typedef struct
{
  double x;
  double y;
} QpVec;

/**
 * QpBox:
 *
 * An upright rectangle, @x0 ≤ @x1 and @y0 ≤ @y1; empty when that does not hold.
 */
typedef struct
{
  double x0;
  double y0;
  double x1;
  double y1;
} QpBox;

#define QP_BOX_EMPTY ((QpBox){ INFINITY, INFINITY, -INFINITY, -INFINITY })

static inline QpVec
qp_vec (double x, double y)
{
  return (QpVec){ x, y };
}

static inline QpVec
qp_vec_add (QpVec a, QpVec b)
{
  return qp_vec (a.x + b.x, a.y + b.y);
}

static inline QpVec
qp_vec_sub (QpVec a, QpVec b)
{
  return qp_vec (a.x - b.x, a.y - b.y);
}

static inline QpVec
qp_vec_scale (QpVec a, double factor)
{
  return qp_vec (a.x * factor, a.y * factor);
}

static inline QpVec
qp_vec_middle (QpVec a, QpVec b)
{
  return qp_vec ((a.x + b.x) / 2, (a.y + b.y) / 2);
}

static inline double
qp_vec_dot (QpVec a, QpVec b)
{
  return a.x * b.x + a.y * b.y;
}

static inline double
qp_vec_cross (QpVec a, QpVec b)
{
  return a.x * b.y - a.y * b.x;
}

static inline double
qp_vec_length (QpVec a)
{
  return hypot (a.x, a.y);
}

static inline double
qp_vec_distance (QpVec a, QpVec b)
{
  return hypot (a.x - b.x, a.y - b.y);
}

static inline QpVec
qp_vec_from_point (QpPoint point)
{
  return qp_vec (point.x / 1e6, point.y / 1e6);
}

static inline gint64
qp_um_from_m (double metres)
{
  return (gint64) llround (metres * 1e6);
}

static inline double
qp_m_from_um (gint64 um)
{
  return um / 1e6;
}

static inline gboolean
qp_box_is_empty (QpBox box)
{
  return !(box.x0 <= box.x1 && box.y0 <= box.y1);
}

static inline QpBox
qp_box_around (QpVec a, QpVec b)
{
  return (QpBox){ fmin (a.x, b.x), fmin (a.y, b.y), fmax (a.x, b.x), fmax (a.y, b.y) };
}

static inline QpBox
qp_box_union (QpBox a, QpBox b)
{
  return (QpBox){ fmin (a.x0, b.x0), fmin (a.y0, b.y0), fmax (a.x1, b.x1), fmax (a.y1, b.y1) };
}

static inline QpBox
qp_box_with (QpBox box, QpVec place)
{
  return qp_box_union (box, qp_box_around (place, place));
}

static inline QpBox
qp_box_grown (QpBox box, double by)
{
  return (QpBox){ box.x0 - by, box.y0 - by, box.x1 + by, box.y1 + by };
}

static inline gboolean
qp_box_touches (QpBox a, QpBox b)
{
  return a.x0 <= b.x1 && b.x0 <= a.x1 && a.y0 <= b.y1 && b.y0 <= a.y1;
}

static inline gboolean
qp_box_contains (QpBox outer, QpBox inner)
{
  return outer.x0 <= inner.x0 && outer.y0 <= inner.y0 && outer.x1 >= inner.x1 && outer.y1 >= inner.y1;
}

static inline gboolean
qp_box_has (QpBox box, QpVec place)
{
  return place.x >= box.x0 && place.x <= box.x1 && place.y >= box.y0 && place.y <= box.y1;
}

static inline QpVec
qp_box_middle (QpBox box)
{
  return qp_vec ((box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2);
}

/**
 * QpMatrix:
 *
 * Takes places from one frame into another: x' = @xx·x + @xy·y + @x0, y' = @yx·x + @yy·y + @y0.
 */
typedef struct
{
  double xx;
  double yx;
  double xy;
  double yy;
  double x0;
  double y0;
} QpMatrix;

static inline QpVec
qp_matrix_apply (const QpMatrix *self, QpVec place)
{
  return qp_vec (self->xx * place.x + self->xy * place.y + self->x0,
                 self->yx * place.x + self->yy * place.y + self->y0);
}

gboolean qp_matrix_invert (const QpMatrix *self, QpMatrix *inverse);
QpBox qp_matrix_apply_box (const QpMatrix *self, QpBox box);

QpVec qp_vec_from_heading (double degrees);
double qp_heading_of (QpVec direction);
double qp_heading_wrap (double degrees);
QpVec qp_segment_nearest (QpVec a, QpVec b, QpVec place);
double qp_segment_distance (QpVec a, QpVec b, QpVec place);
gboolean qp_polygon_has (const QpPoints *outline, QpVec place);
double qp_corners_area (const QpVec *corners, guint n);
double qp_points_area (const QpPoints *outline);
double qp_points_length (const QpPoints *outline, gboolean closed);
double qp_outline_distance (const QpPoints *outline, gboolean closed, QpVec place);
gboolean qp_segment_touches_box (QpVec a, QpVec b, QpBox box);
gboolean qp_segments_cross (QpVec a, QpVec b, QpVec c, QpVec d, QpVec *crossing);

G_END_DECLS
