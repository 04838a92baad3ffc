/* qp-formulas-ambient.c: a face in the light of its surroundings: reflection, contrast and dimming
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/qp-formula-private.h"
#include "engine/qp-light-face.h"

#define GEOMETRY N_("geometry")
#define REFLECTION N_("light reflected evenly in all directions (Lambert)")
#define MATT N_("A matt face; sun that mirrors in the masks is not counted.")

/* what a matt face gives back of the light that falls on it */
static double
reflected (double ambient_lx, double reflectance)
{
  return reflectance * ambient_lx / G_PI;
}

/* clang-format off */
#define AMBIENT_LX { "ambient_lx", "lx", 0, 200000, NULL, N_("Ambient illuminance on the face") }
#define REFLECTANCE { "reflectance", "", 0, 1, "0.04", N_("Reflectance of the face") }
/* clang-format on */

static double
compute_reflected_luminance_cdm2 (const QpArgument *in)
{
  const double ambient_lx = in[0].number, reflectance = in[1].number;

  return reflected (ambient_lx, reflectance);
}

static const QpFormula formula_reflected_luminance_cdm2 = {
  .name = "reflected_luminance_cdm2",
  .topic = "luminance",
  .unit = "cd/m2",
  .label = N_("Luminance of the reflected ambient light"),
  .expression = "reflectance × ambient_lx ÷ π",
  .source = REFLECTION,
  .validity = MATT,
  .inputs = { AMBIENT_LX, REFLECTANCE },
  .evaluate = compute_reflected_luminance_cdm2,
};

static double
compute_contrast_in_ambient (const QpArgument *in)
{
  const double l_cdm2 = in[0].number, black_cdm2 = in[1].number, ambient_lx = in[2].number, reflectance = in[3].number;

  const double veil = reflected (ambient_lx, reflectance);

  return black_cdm2 + veil > 0 ? (l_cdm2 + veil) / (black_cdm2 + veil) : NAN;
}

static const QpFormula formula_contrast_in_ambient = {
  .name = "contrast_in_ambient",
  .topic = "luminance",
  .unit = "1",
  .label = N_("Contrast in ambient light"),
  .expression = "(l_cdm2 + Lr) ÷ (black_cdm2 + Lr); Lr = reflectance × ambient_lx ÷ π",
  .source = REFLECTION,
  .validity = MATT,
  .inputs = { { "l_cdm2", "cd/m2", 0, 100000, NULL, N_("Luminance") },
              { "black_cdm2", "cd/m2", 0, 1000, "0", N_("Luminance of black, in the dark") },
              AMBIENT_LX,
              REFLECTANCE },
  .evaluate = compute_contrast_in_ambient,
};

static double
compute_luminance_for_contrast_cdm2 (const QpArgument *in)
{
  const double contrast = in[0].number, ambient_lx = in[1].number, reflectance = in[2].number;

  return (contrast - 1) * reflected (ambient_lx, reflectance);
}

static const QpFormula formula_luminance_for_contrast_cdm2 = {
  .name = "luminance_for_contrast_cdm2",
  .topic = "luminance",
  .unit = "cd/m2",
  .label = N_("Luminance that gives a contrast in ambient light"),
  .expression = "(contrast − 1) × reflectance × ambient_lx ÷ π",
  .source = REFLECTION,
  .validity = N_("A black that shines by reflection alone."),
  .inputs = { { "contrast", "", 1, 1000000, NULL, N_("Contrast wanted") }, AMBIENT_LX, REFLECTANCE },
  .evaluate = compute_luminance_for_contrast_cdm2,
};

static double
compute_dimmed_luminance_cdm2 (const QpArgument *in)
{
  const double night_cdm2 = in[0].number, day_cdm2 = in[1].number, night_lx = in[2].number, day_lx = in[3].number;
  const double ambient_lx = in[4].number;

  if (isnan (night_cdm2 + day_cdm2 + night_lx + day_lx + ambient_lx) || night_lx >= day_lx)
    return NAN;
  if (ambient_lx <= night_lx)
    return night_cdm2;
  if (ambient_lx >= day_lx)
    return day_cdm2;
  const double share = log (ambient_lx / night_lx) / log (day_lx / night_lx);
  return night_cdm2 * pow (day_cdm2 / night_cdm2, share);
}

static const QpFormula formula_dimmed_luminance_cdm2 = {
  .name = "dimmed_luminance_cdm2",
  .topic = "luminance",
  .unit = "cd/m2",
  .label = N_("Luminance on the dimming curve"),
  .expression = "night_cdm2 × (day_cdm2 ÷ night_cdm2)^(ln(ambient_lx ÷ night_lx) ÷ ln(day_lx ÷ night_lx)); night_cdm2 "
                "below night_lx, day_cdm2 above day_lx",
  .source = N_("house rule: equal steps of ambient light change the luminance by equal factors, as the eye sees"),
  .validity = N_("A proposal for the light sensor; no standard fixes the curve between its ends."),
  .inputs = { { "night_cdm2", "cd/m2", 0.01, 100000, NULL, N_("Luminance by night") },
              { "day_cdm2", "cd/m2", 0.01, 100000, NULL, N_("Luminance by day") },
              { "night_lx", "lx", 0.001, 200000, NULL, N_("Ambient illuminance by night") },
              { "day_lx", "lx", 0.001, 200000, NULL, N_("Ambient illuminance by day") },
              { "ambient_lx", "lx", 0, 200000, NULL, N_("Ambient illuminance") } },
  .evaluate = compute_dimmed_luminance_cdm2,
};

static double
compute_relative_luminance_hv (const QpArgument *in)
{
  const double angle_h_deg = in[0].number, angle_v_deg = in[1].number, theta = qp_radians (in[2].number);
  const double turn = qp_radians (in[3].number);

  QpCabinet cabinet = { .viewing_angle_h_deg = angle_h_deg, .viewing_angle_v_deg = angle_v_deg };
  QpEmission emission;

  if (isnan (angle_h_deg + angle_v_deg + theta + turn))
    return NAN;
  qp_emission_init (&emission, &cabinet);
  return qp_emission_at (&emission, sin (theta) * cos (turn), sin (theta) * sin (turn), cos (theta));
}

static const QpFormula formula_relative_luminance_hv = {
  .name = "relative_luminance_hv",
  .topic = "perception",
  .unit = "1",
  .label = N_("Luminance in a direction relative to straight ahead"),
  .expression = "cos(theta_deg) ^ (k(full_angle_h_deg) × cos²(turn_deg) + k(full_angle_v_deg) × sin²(turn_deg)); k(a) = ln 0.5 ÷ ln "
                "cos(a ÷ 2); 0 from 90°",
  .source = N_("light falling off as cosᵏ θ, half at half of the rated full angle"),
  .validity = N_("Between across and up the exponent is a house rule; it gives the same all round when both angles are equal."),
  .inputs = { { "full_angle_h_deg", "deg", 1, 180, NULL, N_("Rated full viewing angle across") },
              { "full_angle_v_deg", "deg", 1, 180, NULL, N_("Rated full viewing angle up and down") },
              { "theta_deg", "deg", 0, 180, NULL, N_("Angle off the axis") },
              { "turn_deg", "deg", -360, 360, "0", N_("Turn about the axis, 0 across, 90 up") } },
  .evaluate = compute_relative_luminance_hv,
};

static double
compute_lux_of_factor (const QpArgument *in)
{
  const double l_cdm2 = in[0].number, lx_per_cdm2 = in[1].number;

  return l_cdm2 * lx_per_cdm2;
}

static const QpFormula formula_lux_of_factor = {
  .name = "illuminance_of_face_lx",
  .topic = "illuminance",
  .unit = "lx",
  .label = N_("Illuminance from a face"),
  .expression = "l_cdm2 × lx_per_cdm2",
  .source = GEOMETRY,
  .validity = N_("The geometry, lx_per_cdm2, is ½ |Σ Γᵢ (cᵢ · n)| over the edges of each plane piece that is seen, weighted by "
                 "the fall-off of the cabinet."),
  .inputs = { { "l_cdm2", "cd/m2", 0, 100000, NULL, N_("Luminance") },
              { "lx_per_cdm2", "lx", 0, 10, NULL, N_("Illuminance for 1 cd/m²") } },
  .evaluate = compute_lux_of_factor,
};

static double
compute_luminance_for_lux_cdm2 (const QpArgument *in)
{
  const double ev_lx = in[0].number, lx_per_cdm2 = in[1].number;

  return lx_per_cdm2 > 0 ? ev_lx / lx_per_cdm2 : NAN;
}

static const QpFormula formula_luminance_for_lux_cdm2 = {
  .name = "luminance_for_lux_cdm2",
  .topic = "illuminance",
  .unit = "cd/m2",
  .label = N_("Luminance that keeps a limit, by the geometry"),
  .expression = "ev_lx ÷ lx_per_cdm2",
  .source = GEOMETRY,
  .inputs = { { "ev_lx", "lx", 0, 100000, NULL, N_("Greatest illuminance") },
              { "lx_per_cdm2", "lx", 0, 10, NULL, N_("Illuminance for 1 cd/m²") } },
  .evaluate = compute_luminance_for_lux_cdm2,
};

const QpFormula *const qp_formulas_ambient[] = {
  &formula_reflected_luminance_cdm2, &formula_contrast_in_ambient,   &formula_luminance_for_contrast_cdm2,
  &formula_dimmed_luminance_cdm2,    &formula_relative_luminance_hv, &formula_lux_of_factor,
  &formula_luminance_for_lux_cdm2,   NULL,
};
