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

G_END_DECLS
