/* qp-camera.h: what somebody sees as a flat picture: places in space to pixels and back
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-shape.h"

G_BEGIN_DECLS

/** QP_CAMERA_LEAST_DEG: narrowest picture, degrees across */
#define QP_CAMERA_LEAST_DEG 2.0
/** QP_CAMERA_MOST_DEG: widest picture; wider ones are drawn out at their sides */
#define QP_CAMERA_MOST_DEG 110.0
/** QP_CAMERA_USUAL_DEG: what somebody takes in without turning the eyes much */
#define QP_CAMERA_USUAL_DEG 60.0
/** QP_CAMERA_NEAREST: what is nearer to the eye is not drawn, metres */
#define QP_CAMERA_NEAREST 0.05

/**
 * QpGaze:
 * @eye: where somebody stands, with the height of the eyes, metres
 * @heading: where they look, degrees clockwise from up on the plan
 * @pitch: how far up they look, degrees
 * @across: angle between the left and the right edge of the picture, degrees
 *
 * Who looks where.
 */
typedef struct
{
  QpVec3 eye;
  double heading;
  double pitch;
  double across;
} QpGaze;

/**
 * QpCamera:
 * @gaze: who looks where
 * @width: of the picture, pixels
 * @height: of the picture, pixels
 * @focal: distance of the eye from the picture, pixels
 * @ahead: unit vector of where they look
 * @right: unit vector to their right, level
 * @up: unit vector square to both
 *
 * A picture in central projection. A value.
 */
typedef struct
{
  QpGaze gaze;
  double width;
  double height;
  double focal;
  QpVec3 ahead;
  QpVec3 right;
  QpVec3 up;
} QpCamera;

void qp_camera_init (QpCamera *self, const QpGaze *gaze, double width, double height);
gboolean qp_camera_project (const QpCamera *self, QpVec3 place, QpVec *px);
QpVec3 qp_camera_ray (const QpCamera *self, QpVec px);
double qp_camera_px_across (const QpCamera *self, double deg);
double qp_camera_px_down (const QpCamera *self, double deg);
double qp_camera_down_deg (const QpCamera *self);

gboolean qp_gaze_aim (QpGaze *self, const QpShape *const *shapes, guint n_shapes, double aspect);

G_END_DECLS
