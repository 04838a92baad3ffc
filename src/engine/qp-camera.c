/* qp-camera.c: what somebody sees as a flat picture
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/qp-camera.h"

#include <math.h>

#define MOST_PITCH 85.0
#define ROOM 1.35 /* around what is aimed at */
#define GROUND_DEG 6.0
#define WIDEST_DEG 95.0 /* for the sake of the ground */

static double
radians (double degrees)
{
  return degrees * G_PI / 180;
}

/**
 * qp_camera_init:
 * @self: (out caller-allocates): a camera
 * @gaze: who looks where; the angle across is kept between %QP_CAMERA_LEAST_DEG and %QP_CAMERA_MOST_DEG
 * @width: of the picture, pixels, above 0
 * @height: of the picture, pixels, above 0
 *
 * Turns a head.
 */
void
qp_camera_init (QpCamera *self, const QpGaze *gaze, double width, double height)
{
  const double pitch = radians (CLAMP (gaze->pitch, -MOST_PITCH, MOST_PITCH));
  const QpVec level = qp_vec_from_heading (gaze->heading), side = qp_vec_from_heading (gaze->heading + 90);

  *self = (QpCamera){ .gaze = *gaze, .width = width, .height = height };
  self->gaze.heading = qp_heading_wrap (gaze->heading);
  self->gaze.pitch = pitch * 180 / G_PI;
  self->gaze.across = CLAMP (gaze->across, QP_CAMERA_LEAST_DEG, QP_CAMERA_MOST_DEG);
  self->focal = width / 2 / tan (radians (self->gaze.across) / 2);
  self->ahead = qp_vec3_of (qp_vec_scale (level, cos (pitch)), sin (pitch));
  self->up = qp_vec3_of (qp_vec_scale (level, -sin (pitch)), cos (pitch));
  self->right = qp_vec3_of (side, 0);
}

/**
 * qp_camera_project:
 * @self: a camera
 * @place: a place, metres
 * @px: (out): where it is in the picture, pixels from its upper left corner, y down; may be outside
 *
 * Returns: whether the place is ahead of the eye, by %QP_CAMERA_NEAREST at least
 */
gboolean
qp_camera_project (const QpCamera *self, QpVec3 place, QpVec *px)
{
  const QpPlane picture
      = { qp_vec3_add (self->gaze.eye, self->ahead), self->right, self->up, qp_vec3_scale (self->ahead, -1) };
  double across, up;

  if (!qp_plane_project (&picture, self->gaze.eye, place, QP_CAMERA_NEAREST, &across, &up))
    return FALSE;
  *px = qp_vec (self->width / 2 + across * self->focal, self->height / 2 - up * self->focal);
  return TRUE;
}

/**
 * qp_camera_ray:
 * @self: a camera
 * @px: a place in the picture, pixels
 *
 * Returns: the direction that is seen there; it goes 1 m ahead
 */
QpVec3
qp_camera_ray (const QpCamera *self, QpVec px)
{
  const double across = (px.x - self->width / 2) / self->focal, up = (self->height / 2 - px.y) / self->focal;

  return qp_vec3_add (self->ahead, qp_vec3_add (qp_vec3_scale (self->right, across), qp_vec3_scale (self->up, up)));
}

/**
 * qp_camera_px_across:
 * @self: a camera
 * @deg: how far to the right of where they look, degrees, between −90 and 90
 *
 * Returns: where that is in the middle row of the picture, pixels from its left edge
 */
double
qp_camera_px_across (const QpCamera *self, double deg)
{
  return self->width / 2 + tan (radians (deg)) * self->focal;
}

/**
 * qp_camera_px_down:
 * @self: a camera
 * @deg: height above the horizon, degrees
 *
 * Returns: where that is in the middle column of the picture, pixels from its upper edge; NaN when it is behind
 */
double
qp_camera_px_down (const QpCamera *self, double deg)
{
  const double above = deg - self->gaze.pitch;

  return fabs (above) < 89 ? self->height / 2 - tan (radians (above)) * self->focal : NAN;
}

/**
 * qp_camera_down_deg:
 * @self: a camera
 *
 * Returns: angle between the upper and the lower edge of the picture, degrees
 */
double
qp_camera_down_deg (const QpCamera *self)
{
  return 2 * atan (self->height / 2 / self->focal) * 180 / G_PI;
}

/* -- where to look -- */

/* directions, as turns from a first one, so that nothing breaks at north */
typedef struct
{
  double first;
  double left;
  double right;
  double low;
  double high;
} Span;

static void
take_in (Span *span, QpVec3 eye, QpVec3 place)
{
  const QpVec3 to = qp_vec3_sub (place, eye);
  const double level = hypot (to.x, to.y), up = atan2 (to.z, level) * 180 / G_PI;

  span->low = fmin (span->low, up);
  span->high = fmax (span->high, up);
  if (level < 1e-6)
    return;
  const double heading = qp_heading_of (qp_vec (to.x, to.y));
  if (isnan (span->first))
    span->first = heading;
  const double turn = remainder (heading - span->first, 360);
  span->left = fmin (span->left, turn);
  span->right = fmax (span->right, turn);
}

/* how much of the view a shape takes, roughly: its area over the square of its distance, from the side where it is seen
 */
static double
rank_of (const QpShape *shape, QpVec3 eye)
{
  double best = 0;
  QpVec3 corners[4];

  for (guint i = 0; i < shape->facets->len; i++)
    {
      const QpFacet *facet = qp_shape_facet (shape, i);
      qp_shape_facet_quad (shape, facet, corners);
      const QpVec3 middle = qp_vec3_mix (corners[0], corners[2], 0.5), to = qp_vec3_sub (eye, middle);
      const double away = qp_vec3_length (to),
                   before = qp_vec3_dot (qp_shape_normal (shape, facet), to) / fmax (away, 1e-9);
      const double facing = shape->double_sided ? fabs (before) : before;
      best += fmax (facing, 0.001) * qp_vec3_distance (corners[0], corners[1]) * qp_shape_height (shape)
              / fmax (away * away, 1e-6);
    }
  return best;
}

static double
down_of (double across, double aspect)
{
  return 2 * atan (tan (radians (across) / 2) / aspect) * 180 / G_PI;
}

/* From a little ground to a little sky, if that is not more than one can draw; level if it can be. */
static void
aim_up (QpGaze *self, const Span *span, double aspect)
{
  const double low = fmin (span->low, -GROUND_DEG) - 1, high = fmax (span->high, GROUND_DEG) * 1.08 + 2;
  const double down = down_of (self->across, aspect);

  if (fmax (-low, high) < down / 2)
    {
      self->pitch = 0;
      return;
    }
  self->pitch = CLAMP ((low + high) / 2, -MOST_PITCH, MOST_PITCH);
  if (high - low > down)
    self->across = fmax (
        self->across, fmin (2 * atan (tan (radians (fmin (high - low, 140)) / 2) * aspect) * 180 / G_PI, WIDEST_DEG));
  if (high - low > down_of (self->across, aspect))
    self->pitch = CLAMP ((span->low + span->high) / 2, -MOST_PITCH, MOST_PITCH);
}

/**
 * qp_gaze_aim:
 * @self: a look whose eye is known
 * @shapes: (array length=n_shapes): what there is to look at, with facets
 * @n_shapes: how many
 * @aspect: width of the picture, in heights
 *
 * Turns the head to the screen that takes most of the view, level if that shows the whole of it, with
 * %QP_CAMERA_USUAL_DEG across or more if it needs more.
 *
 * Returns: whether there was anything to look at; if not, only the angle across is set
 */
gboolean
qp_gaze_aim (QpGaze *self, const QpShape *const *shapes, guint n_shapes, double aspect)
{
  const QpShape *chosen = NULL;
  double best = -1;
  Span span = { NAN, 0, 0, 90, -90 };
  QpVec3 corners[4];

  self->across = QP_CAMERA_USUAL_DEG;
  for (guint i = 0; i < n_shapes; i++)
    {
      const double rank = rank_of (shapes[i], self->eye);
      if (rank > best)
        chosen = shapes[i];
      best = fmax (best, rank);
    }
  if (chosen == NULL)
    return FALSE;
  for (guint i = 0; i < chosen->facets->len; i++)
    {
      qp_shape_facet_quad (chosen, qp_shape_facet (chosen, i), corners);
      for (guint k = 0; k < 4; k++)
        take_in (&span, self->eye, corners[k]);
    }
  self->heading = qp_heading_wrap ((isnan (span.first) ? 0 : span.first) + (span.left + span.right) / 2);
  self->across = CLAMP ((span.right - span.left) * ROOM, self->across, QP_CAMERA_MOST_DEG);
  aim_up (self, &span, aspect);
  return TRUE;
}
