/* qp-space.h: places and directions in space, in metres
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-geometry.h"

G_BEGIN_DECLS

/**
 * QpVec3:
 *
 * A place or a direction in space: metres, x and y as on the plan, z up from the level of the plan.
 */
typedef struct
{
  double x;
  double y;
  double z;
} QpVec3;

static inline QpVec3
qp_vec3 (double x, double y, double z)
{
  return (QpVec3){ x, y, z };
}

static inline QpVec3
qp_vec3_of (QpVec place, double z)
{
  return (QpVec3){ place.x, place.y, z };
}

static inline QpVec
qp_vec3_plan (QpVec3 a)
{
  return qp_vec (a.x, a.y);
}

static inline QpVec3
qp_vec3_add (QpVec3 a, QpVec3 b)
{
  return qp_vec3 (a.x + b.x, a.y + b.y, a.z + b.z);
}

static inline QpVec3
qp_vec3_sub (QpVec3 a, QpVec3 b)
{
  return qp_vec3 (a.x - b.x, a.y - b.y, a.z - b.z);
}

static inline QpVec3
qp_vec3_scale (QpVec3 a, double factor)
{
  return qp_vec3 (a.x * factor, a.y * factor, a.z * factor);
}

/* a + (b − a)·t */
static inline QpVec3
qp_vec3_mix (QpVec3 a, QpVec3 b, double t)
{
  return qp_vec3_add (a, qp_vec3_scale (qp_vec3_sub (b, a), t));
}

static inline double
qp_vec3_dot (QpVec3 a, QpVec3 b)
{
  return a.x * b.x + a.y * b.y + a.z * b.z;
}

static inline QpVec3
qp_vec3_cross (QpVec3 a, QpVec3 b)
{
  return qp_vec3 (a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x);
}

static inline double
qp_vec3_length (QpVec3 a)
{
  return sqrt (qp_vec3_dot (a, a));
}

static inline double
qp_vec3_distance (QpVec3 a, QpVec3 b)
{
  return qp_vec3_length (qp_vec3_sub (a, b));
}

/* the unit vector of @a; @a itself when it has no length */
static inline QpVec3
qp_vec3_unit (QpVec3 a)
{
  const double length = qp_vec3_length (a);

  return length > 0 ? qp_vec3_scale (a, 1 / length) : a;
}

/**
 * QpPlane:
 * @origin: a place on it, metres
 * @right: unit vector along it
 * @up: unit vector along it, square to @right
 * @normal: unit vector square to both, towards whoever looks at it
 *
 * A plane that something is seen on: a face, or the picture of a camera.
 */
typedef struct
{
  QpVec3 origin;
  QpVec3 right;
  QpVec3 up;
  QpVec3 normal;
} QpPlane;

/* Where on the plane the eye sees a place: metres right of and above the origin (central projection). FALSE when the eye is
 * not at least @nearest before the plane, or the place not at least @nearest ahead of the eye, metres. */
static inline gboolean
qp_plane_project (const QpPlane *plane, QpVec3 eye, QpVec3 place, double nearest, double *across, double *up)
{
  const QpVec3 from = qp_vec3_sub (eye, plane->origin), ray = qp_vec3_sub (place, eye);
  const double distance = qp_vec3_dot (plane->normal, from), ahead = -qp_vec3_dot (plane->normal, ray);

  if (distance < nearest || ahead < nearest)
    return FALSE;
  const QpVec3 hit = qp_vec3_add (from, qp_vec3_scale (ray, distance / ahead));
  *across = qp_vec3_dot (plane->right, hit);
  *up = qp_vec3_dot (plane->up, hit);
  return TRUE;
}

G_END_DECLS
