/* qp-formulas-legibility.c: reading distances and how far a screen is noticed
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/qp-formula-private.h"

#define GEOPATH "Geopath Link to Site handbook (geopath.atlassian.net, page 2359296006)"
#define OUTDOORS N_("How far a screen can be noticed at all; nobody can read it from there.")

/* clang-format off */
#define ARCMIN { "arcmin", "arcmin", 0.1, 600, NULL, N_("Angle of the character") }
#define ALPHA_DEG { "alpha_deg", "deg", 0.01, 90, "1.5", N_("Angle filled by the diagonal") }
/* clang-format on */

static double
compute_legibility_distance_ft (const QpArgument *in)
{
  const double letter_in = in[0].number, li_ft_per_in = in[1].number;

  return letter_in * li_ft_per_in;
}

static const QpFormula formula_legibility_distance_ft = {
  .name = "legibility_distance_ft",
  .topic = "legibility",
  .unit = "ft",
  .label = N_("Reading distance by the legibility index"),
  .expression = "letter_in × li_ft_per_in",
  .source = "USSC letter visibility chart (Penn State 1998): 29 ft/in upper and lower case, 25 ft/in capitals",
  .validity = N_("Helvetica, black on white, ideal light. 29 ft/in equals 348 : 1."),
  .inputs = { { "letter_in", "in", 0.01, 10000, NULL, N_("Letter height") },
              { "li_ft_per_in", "ft/in", 1, 200, NULL, N_("Legibility index") } },
  .evaluate = compute_legibility_distance_ft,
};

static double
compute_char_height_m (const QpArgument *in)
{
  const double distance_m = in[0].number, arcmin = in[1].number;

  return 2 * distance_m * tan (qp_arcmin_radians (arcmin) / 2);
}

static const QpFormula formula_char_height_m = {
  .name = "char_height_m",
  .topic = "legibility",
  .unit = "m",
  .label = N_("Character height for a distance"),
  .expression = "2 × distance_m × tan(arcmin ÷ 2)",
  .source = "ISO 9241-303 (20′ to 22′ preferred, 16′ least), NUREG-0700 rev. 2",
  .inputs = { { "distance_m", "m", 0.01, 100000, NULL, N_("Reading distance") }, ARCMIN },
  .evaluate = compute_char_height_m,
};

static double
compute_char_distance_m (const QpArgument *in)
{
  const double char_height_m = in[0].number, arcmin = in[1].number;

  return char_height_m / (2 * tan (qp_arcmin_radians (arcmin) / 2));
}

static const QpFormula formula_char_distance_m = {
  .name = "char_distance_m",
  .topic = "legibility",
  .unit = "m",
  .label = N_("Reading distance of a character"),
  .expression = "char_height_m ÷ (2 × tan(arcmin ÷ 2))",
  .source = "ISO 9241-303 (20′ to 22′ preferred, 16′ least), NUREG-0700 rev. 2",
  .inputs = { { "char_height_m", "m", 0.0001, 1000, NULL, N_("Character height") }, ARCMIN },
  .evaluate = compute_char_distance_m,
};

static double
compute_max_noticing_distance_m (const QpArgument *in)
{
  const double width_m = in[0].number, height_m = in[1].number, alpha_deg = in[2].number;

  return hypot (width_m, height_m) / tan (qp_radians (alpha_deg));
}

static const QpFormula formula_max_noticing_distance_m = {
  .name = "max_noticing_distance_m",
  .topic = "visibility",
  .unit = "m",
  .label = N_("Farthest distance of first notice"),
  .expression = "√(width_m² + height_m²) ÷ tan(alpha_deg)",
  .source = GEOPATH,
  .validity = OUTDOORS,
  .inputs = { { "width_m", "m", 0.01, 100000, NULL, N_("Width") },
              { "height_m", "m", 0.01, 100000, NULL, N_("Height") },
              ALPHA_DEG },
  .evaluate = compute_max_noticing_distance_m,
};

static double
compute_max_noticing_distance_ft (const QpArgument *in)
{
  const double width_ft = in[0].number, height_ft = in[1].number, alpha_deg = in[2].number;

  return hypot (width_ft, height_ft) / tan (qp_radians (alpha_deg));
}

static const QpFormula formula_max_noticing_distance_ft = {
  .name = "max_noticing_distance_ft",
  .topic = "visibility",
  .unit = "ft",
  .label = N_("Farthest distance of first notice, in feet"),
  .expression = "√(width_ft² + height_ft²) ÷ tan(alpha_deg)",
  .source = GEOPATH,
  .validity = OUTDOORS,
  .inputs = { { "width_ft", "ft", 0.01, 100000, NULL, N_("Width") },
              { "height_ft", "ft", 0.01, 100000, NULL, N_("Height") },
              ALPHA_DEG },
  .evaluate = compute_max_noticing_distance_ft,
};

const QpFormula *const qp_formulas_legibility[] = {
  &formula_legibility_distance_ft,   &formula_char_height_m,
  &formula_char_distance_m,          &formula_max_noticing_distance_m,
  &formula_max_noticing_distance_ft, NULL,
};
