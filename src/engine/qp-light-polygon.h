/* qp-light-polygon.h: inside the engine: convex polygons as seen from the origin, and the light that they give there
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-space.h"

G_BEGIN_DECLS

#define QP_POLYGON_MOST 24

/* a convex polygon; places are relative to the receiver */
typedef struct
{
  guint n;
  QpVec3 at[QP_POLYGON_MOST];
} QpPolygon3;

void qp_polygon3_cut (const QpPolygon3 *self, QpVec3 normal, double least, QpPolygon3 *kept);
double qp_polygon3_lx (const QpPolygon3 *self, QpVec3 normal);
void qp_polygons_subtract (GArray *polygons, const QpPolygon3 *screen, double through);

/* a part of a face, with the share of its light that passes */
typedef struct
{
  QpPolygon3 polygon;
  double passing;
} QpLitPart;

G_END_DECLS
