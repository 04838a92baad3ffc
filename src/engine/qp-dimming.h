/* qp-dimming.h: the luminance of a screen from day to night, with what bounds it
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-light.h"

G_BEGIN_DECLS

/** ends of the curve where a site does not tell its ambient light: a lit street, a bright day without sun on the face */
#define QP_DIMMING_NIGHT_LX 10
#define QP_DIMMING_DAY_LX 20000

/**
 * QpDimming:
 * @night_cdm2: luminance by night; NaN when not known
 * @day_cdm2: luminance by day; NaN when not known
 * @night_lx: ambient illuminance by night
 * @day_lx: ambient illuminance by day
 * @night_assumed: whether the site does not tell it
 * @day_assumed: whether the site does not tell it
 * @reflectance: of the face
 * @sign_limit: greatest luminance by night for zone and area, cd/m²; NaN when not known
 * @window_limit: greatest luminance by night that windows leave, beside the other screens, cd/m²; NaN when not known or none
 *
 * A dimming curve. Plain data.
 */
typedef struct
{
  double night_cdm2;
  double day_cdm2;
  double night_lx;
  double day_lx;
  gboolean night_assumed;
  gboolean day_assumed;
  double reflectance;
  double sign_limit;
  double window_limit;
} QpDimming;

void qp_dimming_init (QpDimming *self, const QpEstimate *estimate, const QpLightSource *source);
double qp_dimming_luminance (const QpDimming *self, double ambient_lx);
double qp_dimming_contrast (const QpDimming *self, double ambient_lx);

G_END_DECLS
