/* qp-geodesy.h: places on earth, and the flat plan around one of them
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-geometry.h"

G_BEGIN_DECLS

/**
 * QpTangent:
 *
 * The plane that touches the earth's ellipsoid at a place: x to the east, y to the north, metres.
 */
typedef struct
{
  double sin_latitude;
  double cos_latitude;
  double longitude;
  double origin[3]; /* geocentric, metres */
} QpTangent;

void qp_tangent_init (QpTangent *self, QpVec degrees);
QpVec qp_tangent_place (const QpTangent *self, QpVec degrees);

QpVec qp_gcj02_from_wgs84 (QpVec degrees);
QpVec qp_wgs84_from_gcj02 (QpVec degrees);
QpVec qp_degrees_from_web_mercator (QpVec metres);

G_END_DECLS
