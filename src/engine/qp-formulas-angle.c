/* qp-formulas-angle.c: viewing distances from angles and picture heights
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/qp-formula-private.h"

#define GEOMETRY N_("geometry")
#define ON_AXIS N_("A flat screen, seen from its axis.")

/* clang-format off */
#define LINES { "lines", "px", 1, 1000000, NULL, N_("Lines of the picture") }
#define ASPECT { "aspect", "", 0.01, 100, NULL, N_("Width ÷ height") }
#define WIDTH_M { "width_m", "m", 0.001, 100000, NULL, N_("Width") }
#define ANGLE_DEG { "angle_deg", "deg", 0.01, 179.99, NULL, N_("Horizontal angle of the picture") }
/* clang-format on */

static double
compute_retina_heights (const QpArgument *in)
{
  const double lines = in[0].number, arcmin = in[1].number;

  return 1 / (lines * tan (qp_arcmin_radians (arcmin)));
}

static const QpFormula formula_retina_heights = {
  .name = "retina_heights",
  .topic = "viewing",
  .unit = "H",
  .label = N_("Design viewing distance in picture heights"),
  .expression = "1 ÷ (lines × tan(arcmin))",
  .source = "ITU-R design viewing distance (BT.1845, BT.2022): one line per minute of arc",
  .validity = N_("Printed as 3.2 H for 1080, 1.6 H for 2160 and 0.8 H for 4320 lines."),
  .inputs = { LINES, { "arcmin", "arcmin", 0.05, 600, "1", N_("Angle that the eye resolves") } },
  .evaluate = compute_retina_heights,
};

static double
compute_poynton_heights (const QpArgument *in)
{
  const double lines = in[0].number, k = in[1].number;

  return k / lines;
}

static const QpFormula formula_poynton_heights = {
  .name = "poynton_heights",
  .topic = "viewing",
  .unit = "H",
  .label = N_("Viewing distance by Poynton’s rule"),
  .expression = "k ÷ lines",
  .source = "C. Poynton’s rule, as quoted in ques10.com/p/48363",
  .inputs = { LINES, { "k", "", 1, 100000, "3400", N_("Coefficient") } },
  .evaluate = compute_poynton_heights,
};

static double
compute_hangle_deg_of_width (const QpArgument *in)
{
  const double width_m = in[0].number, distance_m = in[1].number;

  return qp_degrees (2 * atan (width_m / (2 * distance_m)));
}

static const QpFormula formula_hangle_deg_of_width = {
  .name = "hangle_deg",
  .topic = "viewing",
  .unit = "deg",
  .label = N_("Horizontal angle of the picture"),
  .expression = "2 × atan(width_m ÷ (2 × distance_m))",
  .source = GEOMETRY,
  .validity = ON_AXIS,
  .inputs = { WIDTH_M, { "distance_m", "m", 0.01, 100000, NULL, N_("Distance") } },
  .evaluate = compute_hangle_deg_of_width,
};

static double
compute_hangle_deg_of_diagonal (const QpArgument *in)
{
  const double diag_in = in[0].number, aspect = in[1].number, distance_in = in[2].number;

  const double width_in = diag_in * aspect / hypot (1, aspect);

  return qp_degrees (2 * atan (width_in / (2 * distance_in)));
}

static const QpFormula formula_hangle_deg_of_diagonal = {
  .name = "hangle_deg",
  .topic = "viewing",
  .unit = "deg",
  .label = N_("Horizontal angle of the picture"),
  .expression = "2 × atan(diag_in × aspect ÷ √(1 + aspect²) ÷ (2 × distance_in))",
  .source = GEOMETRY,
  .validity = ON_AXIS,
  .inputs = { { "diag_in", "in", 0.1, 100000, NULL, N_("Diagonal") },
              ASPECT,
              { "distance_in", "in", 0.1, 10000000, NULL, N_("Distance") } },
  .evaluate = compute_hangle_deg_of_diagonal,
};

static double
compute_hangle_from_heights_deg (const QpArgument *in)
{
  const double aspect = in[0].number, heights = in[1].number;

  return qp_degrees (2 * atan (aspect / (2 * heights)));
}

static const QpFormula formula_hangle_from_heights_deg = {
  .name = "hangle_from_heights_deg",
  .topic = "viewing",
  .unit = "deg",
  .label = N_("Horizontal angle at a distance in picture heights"),
  .expression = "2 × atan(aspect ÷ (2 × heights))",
  .source = GEOMETRY,
  .validity = ON_AXIS,
  .inputs = { ASPECT, { "heights", "H", 0.01, 1000, NULL, N_("Distance in picture heights") } },
  .evaluate = compute_hangle_from_heights_deg,
};

static double
compute_width_factor_for_hangle (const QpArgument *in)
{
  const double angle_deg = in[0].number;

  return 1 / (2 * tan (qp_radians (angle_deg) / 2));
}

static const QpFormula formula_width_factor_for_hangle = {
  .name = "width_factor_for_hangle",
  .topic = "viewing",
  .unit = "1",
  .label = N_("Distance in picture widths for an angle"),
  .expression = "1 ÷ (2 × tan(angle_deg ÷ 2))",
  .source = GEOMETRY,
  .validity = ON_AXIS,
  .inputs = { ANGLE_DEG },
  .evaluate = compute_width_factor_for_hangle,
};

static double
compute_distance_for_hangle (const QpArgument *in)
{
  const double width_in = in[0].number, angle_deg = in[1].number;

  return width_in / (2 * tan (qp_radians (angle_deg) / 2));
}

static const QpFormula formula_distance_for_hangle = {
  .name = "distance_for_hangle",
  .topic = "viewing",
  .unit = "in",
  .label = N_("Distance for an angle, in inches"),
  .expression = "width_in ÷ (2 × tan(angle_deg ÷ 2))",
  .source = GEOMETRY,
  .validity = ON_AXIS,
  .inputs = { { "width_in", "in", 0.1, 1000000, NULL, N_("Width") }, ANGLE_DEG },
  .evaluate = compute_distance_for_hangle,
};

static double
compute_distance_for_hangle_m (const QpArgument *in)
{
  const double width_m = in[0].number, angle_deg = in[1].number;

  return width_m / (2 * tan (qp_radians (angle_deg) / 2));
}

static const QpFormula formula_distance_for_hangle_m = {
  .name = "distance_for_hangle_m",
  .topic = "viewing",
  .unit = "m",
  .label = N_("Distance for an angle"),
  .expression = "width_m ÷ (2 × tan(angle_deg ÷ 2))",
  .source = GEOMETRY,
  .validity = ON_AXIS,
  .inputs = { WIDTH_M, ANGLE_DEG },
  .evaluate = compute_distance_for_hangle_m,
};

const QpFormula *const qp_formulas_angle[] = {
  &formula_retina_heights,         &formula_poynton_heights,         &formula_hangle_deg_of_width,
  &formula_hangle_deg_of_diagonal, &formula_hangle_from_heights_deg, &formula_width_factor_for_hangle,
  &formula_distance_for_hangle,    &formula_distance_for_hangle_m,   NULL,
};
