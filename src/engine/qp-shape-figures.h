/* qp-shape-figures.h: inside the engine: what the calculation reads of a screen's shape
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-shape.h"

G_BEGIN_DECLS

/* NaN where the shape has no such figure or the size of its cabinet is not known */
typedef struct
{
  double missing;      /* cells that are left out, of one side; NaN when no zone says which cells it has */
  double sides;        /* 1 or 2 */
  double zoned_m2;     /* area of the zones, when one of them has an area and no cells; else NaN */
  double chord_m;      /* straight between the ends */
  double sagitta_m;    /* greatest distance from the chord, negative away from the viewer */
  double radius_m;     /* through the joints, negative away from the viewer */
  double bend_deg;     /* from the first facet to the last */
  double joint_deg;    /* at a joint of cabinets that bends smoothly */
  double cap_diameter_m;
  double cap_height_m;
  double ellipse_width_m;
  double ellipse_height_m;
  double edge_m;       /* around a face and its openings */
} QpShapeFigures;

void qp_shape_figures_init (QpShapeFigures *self, const QpScreen *screen, const QpCatalogue *catalogue);
double qp_cabinet_joint_limit (const QpCabinet *cabinet, double *greatest);

G_END_DECLS
