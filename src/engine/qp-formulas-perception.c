/* qp-formulas-perception.c: pixels per degree, angles seen and light off axis
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/qp-formula-private.h"

#define GEOMETRY N_("geometry")
#define SQUEEZED N_("Off axis the picture is squeezed by cos θ: finer pixels, not a better picture.")
#define FALL_OFF N_("light falling off as cosᵏ θ, half at half of the rated full angle")

/* L(θ) = L₀ cosᵏ θ with L = ½ L₀ at half of the rated angle */
static double
fall_off_exponent (double full_angle_deg)
{
  return log (0.5) / log (cos (qp_radians (full_angle_deg) / 2));
}

/* clang-format off */
#define PITCH_MM { "pitch_mm", "mm", 0.05, 1000, NULL, N_("Pixel pitch") }
#define DISTANCE_M { "distance_m", "m", 0.01, 100000, NULL, N_("Viewing distance") }
#define THETA_DEG { "theta_deg", "deg", 0, 89.9, NULL, N_("Angle off the axis") }
#define FULL_ANGLE_DEG { "full_angle_deg", "deg", 1, 179.9, NULL, N_("Rated full viewing angle") }
/* clang-format on */

static double
compute_ppd_centre (const QpArgument *in)
{
  const double pitch_mm = in[0].number, distance_m = in[1].number;

  return 2 * distance_m * QP_MM_PER_M * tan (qp_radians (0.5)) / pitch_mm;
}

static const QpFormula formula_ppd_centre = {
  .name = "ppd_centre",
  .topic = "perception",
  .unit = "px/deg",
  .label = N_("Pixels per degree, on axis"),
  .expression = "2 × distance_m × 1000 × tan(0.5°) ÷ pitch_mm",
  .source = GEOMETRY,
  .validity = N_("60 or more: single pixels are not seen."),
  .inputs = { PITCH_MM, DISTANCE_M },
  .evaluate = compute_ppd_centre,
};

static double
compute_arcmin_per_px (const QpArgument *in)
{
  const double pitch_mm = in[0].number, distance_m = in[1].number;

  return 60 * qp_degrees (atan (pitch_mm / (distance_m * QP_MM_PER_M)));
}

static const QpFormula formula_arcmin_per_px = {
  .name = "arcmin_per_px",
  .topic = "perception",
  .unit = "arcmin",
  .label = N_("Angle of a pixel, on axis"),
  .expression = "60 × atan(pitch_mm ÷ (1000 × distance_m))",
  .source = GEOMETRY,
  .validity = N_("1′ or less: 20/20 vision does not see single pixels."),
  .inputs = { PITCH_MM, DISTANCE_M },
  .evaluate = compute_arcmin_per_px,
};

static double
compute_ppd_offaxis_h (const QpArgument *in)
{
  const double pitch_mm = in[0].number, distance_m = in[1].number, theta_deg = in[2].number;

  return qp_radians (1) * distance_m * QP_MM_PER_M / (pitch_mm * cos (qp_radians (theta_deg)));
}

static const QpFormula formula_ppd_offaxis_h = {
  .name = "ppd_offaxis_h",
  .topic = "perception",
  .unit = "px/deg",
  .label = N_("Pixels per degree across, off axis"),
  .expression = "(π ÷ 180) × distance_m × 1000 ÷ (pitch_mm × cos(theta_deg))",
  .source = GEOMETRY,
  .validity = SQUEEZED,
  .inputs = { PITCH_MM, DISTANCE_M, THETA_DEG },
  .evaluate = compute_ppd_offaxis_h,
};

static double
compute_apparent_pitch_h_mm (const QpArgument *in)
{
  const double pitch_mm = in[0].number, theta_deg = in[1].number;

  return pitch_mm * cos (qp_radians (theta_deg));
}

static const QpFormula formula_apparent_pitch_h_mm = {
  .name = "apparent_pitch_h_mm",
  .topic = "perception",
  .unit = "mm",
  .label = N_("Pixel pitch across as seen off axis"),
  .expression = "pitch_mm × cos(theta_deg)",
  .source = GEOMETRY,
  .validity = SQUEEZED,
  .inputs = { PITCH_MM, THETA_DEG },
  .evaluate = compute_apparent_pitch_h_mm,
};

static double
compute_hangle_deg (const QpArgument *in)
{
  const double x1 = in[0].number, y1 = in[1].number, x2 = in[2].number, y2 = in[3].number, px = in[4].number;
  const double py = in[5].number;

  const double ax = x1 - px, ay = y1 - py, bx = x2 - px, by = y2 - py;

  if ((ax == 0 && ay == 0) || (bx == 0 && by == 0))
    return NAN;
  return qp_degrees (atan2 (fabs (ax * by - ay * bx), ax * bx + ay * by));
}

static const QpFormula formula_hangle_deg = {
  .name = "hangle_deg",
  .topic = "perception",
  .unit = "deg",
  .label = N_("Angle between the edges from a place"),
  .expression = "angle between the directions from (px, py) to (x1, y1) and to (x2, y2)",
  .source = GEOMETRY,
  .validity = N_("The eye is not on an edge of the screen."),
  .inputs = { { "x1", "m", -1000000, 1000000, NULL, N_("First edge, x") },
              { "y1", "m", -1000000, 1000000, NULL, N_("First edge, y") },
              { "x2", "m", -1000000, 1000000, NULL, N_("Second edge, x") },
              { "y2", "m", -1000000, 1000000, NULL, N_("Second edge, y") },
              { "px", "m", -1000000, 1000000, NULL, N_("Eye, x") },
              { "py", "m", -1000000, 1000000, NULL, N_("Eye, y") } },
  .evaluate = compute_hangle_deg,
};

/* solid angle of a rectangle a × b, seen from distance d before one of its corners; negative with a */
static double
corner_sr (double a, double b, double d)
{
  return atan (a * b / (d * sqrt (a * a + b * b + d * d)));
}

static double
compute_solid_angle_sr (const QpArgument *in)
{
  const double w_m = in[0].number, h_m = in[1].number, distance_m = in[2].number, offset = in[3].number;

  return 2 * (corner_sr (w_m / 2 + offset, h_m / 2, distance_m) + corner_sr (w_m / 2 - offset, h_m / 2, distance_m));
}

static const QpFormula formula_solid_angle_sr = {
  .name = "solid_angle_sr",
  .topic = "perception",
  .unit = "sr",
  .label = N_("Solid angle of the screen"),
  .expression = "Ω(w_m ÷ 2 + offset) + Ω(w_m ÷ 2 − offset); Ω(a) = 2 × atan(a × h_m ÷ 2 ÷ (distance_m × √(a² + h_m² ÷ "
                "4 + distance_m²)))",
  .source = GEOMETRY,
  .validity = N_("The eye is as high as the middle of the screen."),
  .inputs = { { "w_m", "m", 0.001, 100000, NULL, N_("Width") },
              { "h_m", "m", 0.001, 100000, NULL, N_("Height") },
              DISTANCE_M,
              { "offset", "m", -100000, 100000, "0", N_("Eye beside the middle of the screen") } },
  .evaluate = compute_solid_angle_sr,
};

static double
compute_half_luminance_exponent (const QpArgument *in)
{
  const double full_angle_deg = in[0].number;

  return fall_off_exponent (full_angle_deg);
}

static const QpFormula formula_half_luminance_exponent = {
  .name = "half_luminance_exponent",
  .topic = "perception",
  .unit = "1",
  .label = N_("Exponent of the fall-off of light"),
  .expression = "ln 0.5 ÷ ln cos(full_angle_deg ÷ 2)",
  .source = FALL_OFF,
  .inputs = { FULL_ANGLE_DEG },
  .evaluate = compute_half_luminance_exponent,
};

static double
compute_relative_luminance (const QpArgument *in)
{
  const double full_angle_deg = in[0].number, theta_deg = in[1].number;

  const double exponent = fall_off_exponent (full_angle_deg);

  return theta_deg >= 90 ? 0 * exponent : exp (exponent * log (cos (qp_radians (theta_deg))));
}

static const QpFormula formula_relative_luminance = {
  .name = "relative_luminance",
  .topic = "perception",
  .unit = "1",
  .label = N_("Luminance off axis relative to on axis"),
  .expression = "cos(theta_deg) ^ (ln 0.5 ÷ ln cos(full_angle_deg ÷ 2)), 0 from 90°",
  .source = FALL_OFF,
  .validity = N_("Separate angles hold across and down."),
  .inputs = { FULL_ANGLE_DEG, { "theta_deg", "deg", 0, 180, NULL, N_("Angle off the axis") } },
  .evaluate = compute_relative_luminance,
};

const QpFormula *const qp_formulas_perception[] = {
  &formula_arcmin_per_px,  &formula_ppd_centre,     &formula_ppd_offaxis_h,           &formula_apparent_pitch_h_mm, &formula_hangle_deg,
  &formula_solid_angle_sr, &formula_half_luminance_exponent, &formula_relative_luminance,  NULL,
};
