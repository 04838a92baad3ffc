/* qp-space-buffer.c: flat polygons in space filled into a band of a picture
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 1 / distance ahead is linear over the picture of a plane, so whatever crosses whatever, each sample keeps what is
 * nearest. Outlines may be hollow or cross themselves: a row is inside between its odd and its even crossings.
 */
#include "render/qp-space-buffer.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/**
 * qp_space_buffer_init:
 * @self: (out caller-allocates): a buffer
 * @camera: whose pixels are the samples
 * @most_rows: greatest number of rows of a band
 *
 * Makes room. End with qp_space_buffer_clear().
 */
void
qp_space_buffer_init (QpSpaceBuffer *self, const QpCamera *camera, guint most_rows)
{
  const gsize n = (gsize) camera->width * most_rows;

  *self = (QpSpaceBuffer){ .camera = *camera, .width = (guint) camera->width };
  self->colour = g_new (guint32, n);
  self->nearness = g_new (float, n);
  self->key = g_new (guint32, n);
  self->owner = g_new (guint16, n);
  self->passing = g_new (guint8, n);
  self->hidden = g_new (guint16, n);
}

/**
 * qp_space_buffer_begin:
 * @self: a buffer
 * @first: first row of the band
 * @rows: rows of the band
 *
 * Begins a band in which nothing is; colours are left to be painted.
 */
void
qp_space_buffer_begin (QpSpaceBuffer *self, guint first, guint rows)
{
  const gsize n = (gsize) self->width * rows;

  self->first = first;
  self->rows = rows;
  memset (self->nearness, 0, n * sizeof *self->nearness);
  memset (self->key, 0, n * sizeof *self->key);
  memset (self->owner, 0, n * sizeof *self->owner);
  memset (self->passing, 255, n);
  memset (self->hidden, 0, n * sizeof *self->hidden);
}

/**
 * qp_space_buffer_clear:
 * @self: a buffer
 */
void
qp_space_buffer_clear (QpSpaceBuffer *self)
{
  g_clear_pointer (&self->colour, g_free);
  g_clear_pointer (&self->nearness, g_free);
  g_clear_pointer (&self->key, g_free);
  g_clear_pointer (&self->owner, g_free);
  g_clear_pointer (&self->passing, g_free);
  g_clear_pointer (&self->hidden, g_free);
}

/* a place between two, on the plane that is nearest to the eye */
static QpVec3
cut_at (QpVec3 a, QpVec3 b, double ahead_a, double ahead_b)
{
  return qp_vec3_mix (a, b, (QP_CAMERA_NEAREST - ahead_a) / (ahead_b - ahead_a));
}

static void
add_corner (QpSpacePolygon *self, const QpCamera *camera, QpVec3 place)
{
  const QpVec3 from = qp_vec3_sub (place, camera->gaze.eye);
  const double ahead = fmax (qp_vec3_dot (camera->ahead, from), QP_CAMERA_NEAREST);
  const QpVec px = qp_vec (camera->width / 2 + qp_vec3_dot (camera->right, from) / ahead * camera->focal,
                           camera->height / 2 - qp_vec3_dot (camera->up, from) / ahead * camera->focal);

  self->top = fmin (self->top, px.y);
  self->bottom = fmax (self->bottom, px.y);
  g_array_append_val (self->corners, px);
}

static void
add_corners (QpSpacePolygon *self, const QpCamera *camera, const QpVec3 *corners, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      const QpVec3 a = corners[i], b = corners[(i + 1) % n];
      const double ahead_a = qp_vec3_dot (camera->ahead, qp_vec3_sub (a, camera->gaze.eye));
      const double ahead_b = qp_vec3_dot (camera->ahead, qp_vec3_sub (b, camera->gaze.eye));
      if (ahead_a >= QP_CAMERA_NEAREST)
        add_corner (self, camera, a);
      if ((ahead_a >= QP_CAMERA_NEAREST) != (ahead_b >= QP_CAMERA_NEAREST))
        add_corner (self, camera, cut_at (a, b, ahead_a, ahead_b));
    }
}

/**
 * qp_space_polygon_init:
 * @self: (out caller-allocates): a polygon
 * @camera: whose pixels are samples
 * @corners: (array length=n): on one plane, metres
 * @n: how many
 * @normal: unit vector square to the plane
 *
 * Looks at a polygon. What is behind the eye is cut away. End with qp_space_polygon_clear() in any case.
 *
 * Returns: whether any of it may be in the picture
 */
gboolean
qp_space_polygon_init (QpSpacePolygon *self, const QpCamera *camera, const QpVec3 *corners, guint n, QpVec3 normal)
{
  const double away = qp_vec3_dot (normal, qp_vec3_sub (corners[0], camera->gaze.eye));

  *self
      = (QpSpacePolygon){ .corners = g_array_new (FALSE, FALSE, sizeof (QpVec)), .top = INFINITY, .bottom = -INFINITY };
  if (fabs (away) < 1e-9)
    return FALSE;
  self->nearness[0] = qp_vec3_dot (normal, camera->right) / camera->focal / away;
  self->nearness[1] = -qp_vec3_dot (normal, camera->up) / camera->focal / away;
  self->nearness[2] = qp_vec3_dot (normal, qp_camera_ray (camera, qp_vec (0, 0))) / away;
  add_corners (self, camera, corners, n);
  return self->corners->len > 2 && self->bottom > 0 && self->top < camera->height;
}

/**
 * qp_space_polygon_clear:
 * @self: a polygon
 */
void
qp_space_polygon_clear (QpSpacePolygon *self)
{
  g_clear_pointer (&self->corners, g_array_unref);
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  const double one = *(const double *) a, two = *(const double *) b;

  return (one > two) - (one < two);
}

static guint
sample_at (double x, guint width)
{
  const double i = ceil (x - 0.5);

  return i < 0 ? 0 : i > width ? width : (guint) i;
}

static void
find_crossings (const QpSpacePolygon *polygon, double y, GArray *crossings)
{
  const GArray *corners = polygon->corners;

  g_array_set_size (crossings, 0);
  for (guint i = 0; i < corners->len; i++)
    {
      const QpVec a = g_array_index (corners, QpVec, i), b = g_array_index (corners, QpVec, (i + 1) % corners->len);
      if ((a.y <= y) == (b.y <= y))
        continue;
      const double x = a.x + (y - a.y) * (b.x - a.x) / (b.y - a.y);
      g_array_append_val (crossings, x);
    }
  if (crossings->len > 2)
    qsort (crossings->data, crossings->len, sizeof (double), compare_doubles);
  else if (crossings->len == 2 && g_array_index (crossings, double, 0) > g_array_index (crossings, double, 1))
    {
      const double first = g_array_index (crossings, double, 0);
      g_array_index (crossings, double, 0) = g_array_index (crossings, double, 1);
      g_array_index (crossings, double, 1) = first;
    }
}

/**
 * qp_space_fill:
 * @self: a band
 * @polygon: a polygon
 * @span: called for each run of samples inside the polygon
 * @data: for @span
 *
 * Finds the samples of a polygon, by their middles.
 */
void
qp_space_fill (QpSpaceBuffer *self, const QpSpacePolygon *polygon, QpSpaceSpan span, gpointer data)
{
  const guint end = self->first + self->rows;
  const guint from = MAX (self->first, sample_at (polygon->top, end)), to = MIN (end, sample_at (polygon->bottom, end));

  if (from >= to)
    return;
  g_autoptr (GArray) crossings = g_array_new (FALSE, FALSE, sizeof (double));
  for (guint row = from; row < to; row++)
    {
      find_crossings (polygon, row + 0.5, crossings);
      for (guint i = 0; i + 1 < crossings->len; i += 2)
        {
          const guint left = sample_at (g_array_index (crossings, double, i), self->width);
          const guint right = sample_at (g_array_index (crossings, double, i + 1), self->width);
          if (left < right)
            span (self, polygon, row, left, right - left, (gsize) (row - self->first) * self->width + left, data);
        }
    }
}
