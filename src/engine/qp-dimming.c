/* qp-dimming.c: the luminance of a screen from day to night, with what bounds it
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/qp-dimming.h"

#include <math.h>

/**
 * qp_dimming_init:
 * @self: (out caller-allocates): place for the curve
 * @estimate: results of the screen
 * @source: (nullable): the screen as a source of light on its plan
 *
 * Takes the ends of the curve from the screen and its site. Ambient light that a site does not tell is assumed, and said so.
 */
void
qp_dimming_init (QpDimming *self, const QpEstimate *estimate, const QpLightSource *source)
{
  const double night_lx = qp_estimate_get (estimate, "ambient_night_lx"), day_lx = qp_estimate_get (estimate, "ambient_day_lx");

  *self = (QpDimming){ .night_cdm2 = qp_estimate_get (estimate, "luminance_night_cdm2"),
                       .day_cdm2 = qp_estimate_get (estimate, "luminance_day_cdm2"),
                       .reflectance = qp_estimate_get (estimate, "face_reflectance"),
                       .sign_limit = qp_estimate_get (estimate, "night_limit_cdm2"),
                       .window_limit = source == NULL || isinf (source->beside) ? NAN : source->beside };
  self->night_assumed = !(night_lx > 0);
  self->day_assumed = !(day_lx > 0);
  self->night_lx = self->night_assumed ? QP_DIMMING_NIGHT_LX : night_lx;
  self->day_lx = self->day_assumed ? QP_DIMMING_DAY_LX : day_lx;
}

/**
 * qp_dimming_luminance:
 * @self: a dimming curve
 * @ambient_lx: ambient illuminance
 *
 * Returns: luminance there, cd/m²; NaN when not known
 */
double
qp_dimming_luminance (const QpDimming *self, double ambient_lx)
{
  return qp_light_dimmed (self->night_cdm2, self->day_cdm2, self->night_lx, self->day_lx, ambient_lx);
}

/**
 * qp_dimming_contrast:
 * @self: a dimming curve
 * @ambient_lx: ambient illuminance
 *
 * Returns: contrast of the dimmed face in that light, by the formula `contrast_in_ambient`; NaN when not known
 */
double
qp_dimming_contrast (const QpDimming *self, double ambient_lx)
{
  const QpArgument in[]
      = { { qp_dimming_luminance (self, ambient_lx), NULL }, { 0, NULL }, { ambient_lx, NULL }, { self->reflectance, NULL } };

  return qp_formula_evaluate (qp_formula_find ("contrast_in_ambient"), in);
}
