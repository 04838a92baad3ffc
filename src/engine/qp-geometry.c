/* qp-geometry.c: headings, distances and containment on a plan
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/qp-geometry.h"

/**
 * qp_vec_from_heading:
 * @degrees: direction, clockwise from up on the plan
 *
 * Returns: the unit vector of that direction
 */
QpVec
qp_vec_from_heading (double degrees)
{
  const double wrapped = qp_heading_wrap (degrees);

  /* right angles exactly, so that upright screens have upright edges */
  if (fmod (wrapped, 90) == 0)
    return (QpVec[]){ { 0, 1 }, { 1, 0 }, { 0, -1 }, { -1, 0 } }[(int) (wrapped / 90) % 4];
  return qp_vec (sin (wrapped * G_PI / 180), cos (wrapped * G_PI / 180));
}

/**
 * qp_heading_of:
 * @direction: a direction, any length
 *
 * Returns: degrees clockwise from up, 0 ≤ … < 360; 0 for no direction
 */
double
qp_heading_of (QpVec direction)
{
  if (direction.x == 0 && direction.y == 0)
    return 0;
  return qp_heading_wrap (atan2 (direction.x, direction.y) * 180 / G_PI);
}

/**
 * qp_heading_wrap:
 * @degrees: any angle
 *
 * Returns: the same direction as 0 ≤ … < 360
 */
double
qp_heading_wrap (double degrees)
{
  const double wrapped = fmod (degrees, 360);
  const double positive = wrapped < 0 ? wrapped + 360 : wrapped;

  return positive >= 360 ? 0 : positive;
}

/**
 * qp_segment_nearest:
 * @a: one end
 * @b: other end
 * @place: a place
 *
 * Returns: the place on the segment that is nearest
 */
QpVec
qp_segment_nearest (QpVec a, QpVec b, QpVec place)
{
  const QpVec along = qp_vec_sub (b, a);
  const double square = qp_vec_dot (along, along);

  if (square == 0)
    return a;
  return qp_vec_add (a, qp_vec_scale (along, CLAMP (qp_vec_dot (qp_vec_sub (place, a), along) / square, 0, 1)));
}

/**
 * qp_segment_distance:
 * @a: one end
 * @b: other end
 * @place: a place
 *
 * Returns: metres from the place to the segment
 */
double
qp_segment_distance (QpVec a, QpVec b, QpVec place)
{
  return qp_vec_distance (qp_segment_nearest (a, b, place), place);
}

/**
 * qp_polygon_has:
 * @outline: (nullable): corners of a polygon
 * @place: a place, metres
 *
 * Returns: whether the place is inside by the even-odd rule
 */
gboolean
qp_polygon_has (const QpPoints *outline, QpVec place)
{
  gboolean inside = FALSE;

  for (guint i = 0; outline != NULL && i < outline->n; i++)
    {
      const QpVec a = qp_vec_from_point (outline->at[i]);
      const QpVec b = qp_vec_from_point (outline->at[(i + 1) % outline->n]);
      if ((a.y > place.y) != (b.y > place.y) && place.x < (b.x - a.x) * (place.y - a.y) / (b.y - a.y) + a.x)
        inside = !inside;
    }
  return inside;
}

/**
 * qp_corners_area:
 * @corners: (array length=n): corners of a polygon, metres
 * @n: how many
 *
 * Returns: the area inside, m²; positive when the corners run anticlockwise
 */
double
qp_corners_area (const QpVec *corners, guint n)
{
  double sum = 0;

  for (guint i = 2; i < n; i++)
    sum += qp_vec_cross (qp_vec_sub (corners[i - 1], corners[0]), qp_vec_sub (corners[i], corners[0]));
  return sum / 2;
}

/**
 * qp_points_area:
 * @outline: corners of a polygon
 *
 * Returns: the area inside, m²; positive when the corners run anticlockwise
 */
double
qp_points_area (const QpPoints *outline)
{
  g_autofree QpVec *corners = g_new (QpVec, outline->n);

  for (guint i = 0; i < outline->n; i++)
    corners[i] = qp_vec_from_point (outline->at[i]);
  return qp_corners_area (corners, outline->n);
}

/**
 * qp_points_length:
 * @outline: points of a line or a polygon
 * @closed: whether the last point is joined to the first
 *
 * Returns: its length, metres
 */
double
qp_points_length (const QpPoints *outline, gboolean closed)
{
  double length = 0;

  for (guint i = 0; i + (closed ? 0 : 1) < outline->n; i++)
    length += qp_vec_distance (qp_vec_from_point (outline->at[i]), qp_vec_from_point (outline->at[(i + 1) % outline->n]));
  return length;
}

/**
 * qp_outline_distance:
 * @outline: (nullable): points of a line or a polygon
 * @closed: whether the last point is joined to the first
 * @place: a place, metres
 *
 * Returns: metres from the place to the line; infinite without points
 */
double
qp_outline_distance (const QpPoints *outline, gboolean closed, QpVec place)
{
  double nearest = INFINITY;

  if (outline == NULL || outline->n == 0)
    return INFINITY;
  for (guint i = 0; i + (closed ? 0 : 1) < outline->n; i++)
    nearest = fmin (nearest, qp_segment_distance (qp_vec_from_point (outline->at[i]),
                                                  qp_vec_from_point (outline->at[(i + 1) % outline->n]), place));
  return outline->n == 1 ? qp_vec_distance (qp_vec_from_point (outline->at[0]), place) : nearest;
}

/* narrows the stretch [*from, *to] of a segment to where start + t·step lies between low and high */
static gboolean
clip_axis (double start, double step, double low, double high, double *from, double *to)
{
  if (step == 0)
    return start >= low && start <= high;

  const double t0 = (low - start) / step;
  const double t1 = (high - start) / step;
  *from = fmax (*from, fmin (t0, t1));
  *to = fmin (*to, fmax (t0, t1));
  return *from <= *to;
}

/**
 * qp_segment_touches_box:
 * @a: one end
 * @b: other end
 * @box: a box
 *
 * Returns: whether any place of the segment is in the box (Liang and Barsky's clipping)
 */
gboolean
qp_segment_touches_box (QpVec a, QpVec b, QpBox box)
{
  double from = 0;
  double to = 1;

  return clip_axis (a.x, b.x - a.x, box.x0, box.x1, &from, &to)
         && clip_axis (a.y, b.y - a.y, box.y0, box.y1, &from, &to);
}

/**
 * qp_segments_cross:
 * @a: one end of the first segment
 * @b: its other end
 * @c: one end of the second segment
 * @d: its other end
 * @crossing: (out): where both are
 *
 * Returns: whether they have exactly one place in common; those that lie along each other do not count
 */
gboolean
qp_segments_cross (QpVec a, QpVec b, QpVec c, QpVec d, QpVec *crossing)
{
  const QpVec first = qp_vec_sub (b, a);
  const QpVec second = qp_vec_sub (d, c);
  const QpVec between = qp_vec_sub (c, a);
  const double cross = first.x * second.y - first.y * second.x;

  /* less than a hundred-thousandth of a degree apart: parallel */
  if (fabs (cross) <= 2e-7 * qp_vec_length (first) * qp_vec_length (second))
    return FALSE;
  const double t = (between.x * second.y - between.y * second.x) / cross;
  const double u = (between.x * first.y - between.y * first.x) / cross;
  *crossing = qp_vec_add (a, qp_vec_scale (first, t));
  return t >= 0 && t <= 1 && u >= 0 && u <= 1;
}

/**
 * qp_matrix_invert:
 * @self: a matrix
 * @inverse: (out): takes places back
 *
 * Returns: whether there is an inverse
 */
gboolean
qp_matrix_invert (const QpMatrix *self, QpMatrix *inverse)
{
  const double area = self->xx * self->yy - self->xy * self->yx;

  if (area == 0 || !isfinite (area))
    return FALSE;
  *inverse = (QpMatrix){ self->yy / area,
                         -self->yx / area,
                         -self->xy / area,
                         self->xx / area,
                         (self->xy * self->y0 - self->yy * self->x0) / area,
                         (self->yx * self->x0 - self->xx * self->y0) / area };
  return TRUE;
}

/**
 * qp_matrix_apply_box:
 * @self: a matrix
 * @box: a box
 *
 * Returns: the upright box around it in the other frame; empty for an empty one
 */
QpBox
qp_matrix_apply_box (const QpMatrix *self, QpBox box)
{
  QpBox around = QP_BOX_EMPTY;

  if (qp_box_is_empty (box))
    return around;
  around = qp_box_with (around, qp_matrix_apply (self, qp_vec (box.x0, box.y0)));
  around = qp_box_with (around, qp_matrix_apply (self, qp_vec (box.x1, box.y0)));
  around = qp_box_with (around, qp_matrix_apply (self, qp_vec (box.x0, box.y1)));
  return qp_box_with (around, qp_matrix_apply (self, qp_vec (box.x1, box.y1)));
}
