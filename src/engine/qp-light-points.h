/* qp-light-points.h: inside the engine: the places of a receptor, and the brightest of them
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-light.h"

G_BEGIN_DECLS

/* a place of a window */
typedef struct
{
  QpVec3 at;
  QpVec3 normal;
  guint walls; /* which list of walls */
} QpLightPoint;

/* the places of a receptor with the light of every screen there, found when first asked for */
typedef struct
{
  const QpLight *light;
  GArray *points;   /* QpLightPoint */
  GPtrArray *walls; /* of GArray of QpSightWall, without those of the building that the window is in */
  double *bounds;   /* by point and source: never less than the exact factor */
  double *exact;    /* NaN: not found yet */
  double step;
  gboolean facing_assumed;
} QpLightPoints;

gboolean qp_light_points_init (QpLightPoints *self, const QpLight *light, const QpReceptor *receptor);
void qp_light_points_clear (QpLightPoints *self);
double qp_light_points_factor (QpLightPoints *self, guint point, guint source);
guint qp_light_points_brightest (QpLightPoints *self, const double *weights, double *most);

G_END_DECLS
