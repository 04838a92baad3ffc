/* qp-formulas-viewing.c: viewing distances from the pixel pitch, each rule by its own name
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/qp-formula-private.h"

#define ACUITY N_("visual acuity: a pixel seen under the angle; 1′ is 20/20 vision")
#define GB50464 "GB 50464-2008 cl. 4.2.1(3)"
#define GBT29458 "GB/T 29458-2012 cl. 5.3"
#define STILL_PICTURE                                                                                                  \
  N_("20/20 vision, high contrast, still picture. 1.5′ suits moving pictures and most places outdoors.")

/* clang-format off */
#define PITCH_MM { "pitch_mm", "mm", 0.05, 1000, NULL, N_("Pixel pitch") }
#define ARCMIN { "arcmin", "arcmin", 0.05, 600, "1", N_("Angle that the eye resolves") }
#define DISTANCE_M { "distance_m", "m", 0.01, 100000, NULL, N_("Viewing distance") }
#define K_CHAR { "k", "", 1, 10000, "345", N_("Distance per character height") }
/* clang-format on */

static double
compute_retina_distance_m (const QpArgument *in)
{
  const double pitch_mm = in[0].number, arcmin = in[1].number;

  return pitch_mm / QP_MM_PER_M / tan (qp_arcmin_radians (arcmin));
}

static const QpFormula formula_retina_distance_m = {
  .name = "retina_distance_m",
  .topic = "viewing",
  .unit = "m",
  .label = N_("Distance from which pixels vanish"),
  .expression = "pitch_mm ÷ 1000 ÷ tan(arcmin)",
  .source = ACUITY,
  .validity = STILL_PICTURE,
  .inputs = { PITCH_MM, ARCMIN },
  .evaluate = compute_retina_distance_m,
};

static double
compute_retina_distance_ft (const QpArgument *in)
{
  const double pitch_mm = in[0].number, arcmin = in[1].number;

  return pitch_mm / QP_MM_PER_FT / tan (qp_arcmin_radians (arcmin));
}

static const QpFormula formula_retina_distance_ft = {
  .name = "retina_distance_ft",
  .topic = "viewing",
  .unit = "ft",
  .label = N_("Distance from which pixels vanish, in feet"),
  .expression = "pitch_mm ÷ 304.8 ÷ tan(arcmin)",
  .source = "Commercial Integrator, June 2022, p. 11",
  .validity = STILL_PICTURE,
  .inputs = { PITCH_MM, ARCMIN },
  .evaluate = compute_retina_distance_ft,
};

static double
compute_acuity_factor (const QpArgument *in)
{
  const double arcmin = in[0].number;

  return 1 / tan (qp_arcmin_radians (arcmin));
}

static const QpFormula formula_acuity_factor = {
  .name = "acuity_factor",
  .topic = "viewing",
  .unit = "1",
  .label = N_("Acuity factor"),
  .expression = "1 ÷ tan(arcmin)",
  .source = ACUITY,
  .validity = STILL_PICTURE,
  .inputs = { ARCMIN },
  .evaluate = compute_acuity_factor,
};

static double
compute_smallest_resolvable_mm (const QpArgument *in)
{
  const double distance_m = in[0].number, arcmin = in[1].number;

  return distance_m * QP_MM_PER_M * tan (qp_arcmin_radians (arcmin));
}

static const QpFormula formula_smallest_resolvable_mm = {
  .name = "smallest_resolvable_mm",
  .topic = "viewing",
  .unit = "mm",
  .label = N_("Smallest dot that is resolved"),
  .expression = "distance_m × 1000 × tan(arcmin)",
  .source = ACUITY,
  .validity = STILL_PICTURE,
  .inputs = { DISTANCE_M, ARCMIN },
  .evaluate = compute_smallest_resolvable_mm,
};

static double
compute_ten_x_rule_ft (const QpArgument *in)
{
  const double pitch_mm = in[0].number;

  return 10 * pitch_mm;
}

static const QpFormula formula_ten_x_rule_ft = {
  .name = "ten_x_rule_ft",
  .topic = "viewing",
  .unit = "ft",
  .label = N_("Distance by the 10× rule, in feet"),
  .expression = "10 × pitch_mm",
  .source = "Commercial Integrator, June 2022, p. 11",
  /* xgettext:no-c-format */
  .validity = N_("A rule of thumb: 11 % nearer than the distance from which pixels vanish."),
  .inputs = { PITCH_MM },
  .evaluate = compute_ten_x_rule_ft,
};

static double
compute_ten_x_rule_m (const QpArgument *in)
{
  const double pitch_mm = in[0].number;

  return 10 * pitch_mm * QP_M_PER_FT;
}

static const QpFormula formula_ten_x_rule_m = {
  .name = "ten_x_rule_m",
  .topic = "viewing",
  .unit = "m",
  .label = N_("Distance by the 10× rule"),
  .expression = "10 × pitch_mm × 0.3048",
  .source = "Commercial Integrator, June 2022, p. 11",
  /* xgettext:no-c-format */
  .validity = N_("A rule of thumb: 11 % nearer than the distance from which pixels vanish."),
  .inputs = { PITCH_MM },
  .evaluate = compute_ten_x_rule_m,
};

static double
compute_distance_by_factor_m (const QpArgument *in)
{
  const double pitch_mm = in[0].number, factor = in[1].number;

  return factor * pitch_mm;
}

static const QpFormula formula_distance_by_factor_m = {
  .name = "distance_by_factor_m",
  .topic = "viewing",
  .unit = "m",
  .label = N_("Distance by a rule of the trade"),
  .expression = "factor × pitch_mm",
  .source = "Trade rules: 1 smooth picture, 1.7 nearest viewer (sansitech.com/news/48), 3 comfortable and 8 farthest "
            "(brightluxx.com/viewing-distance)",
  .validity = N_("Rules of the trade differ by up to ten times: always name the one that is used."),
  .inputs = { PITCH_MM, { "factor", "m/mm", 0.1, 100, NULL, N_("Metres per millimetre of pitch") } },
  .evaluate = compute_distance_by_factor_m,
};

static double
compute_distance_div_m (const QpArgument *in)
{
  const double pitch_mm = in[0].number, divisor = in[1].number;

  return pitch_mm / divisor;
}

static const QpFormula formula_distance_div_m = {
  .name = "distance_div_m",
  .topic = "viewing",
  .unit = "m",
  .label = N_("Distance by the older Chinese rule"),
  .expression = "pitch_mm ÷ divisor",
  .source = "Trade rule: 0.8 near, 0.3 far (youruiqikan.com/news/032505tmp.htm)",
  .inputs = { PITCH_MM, { "divisor", "mm/m", 0.01, 100, NULL, N_("Millimetres of pitch per metre") } },
  .evaluate = compute_distance_div_m,
};

static double
compute_gb50464_distance_m (const QpArgument *in)
{
  const double pitch_mm = in[0].number, k = in[1].number;

  return k * pitch_mm / QP_MM_PER_M;
}

static const QpFormula formula_gb50464_distance_m = {
  .name = "gb50464_distance_m",
  .topic = "viewing",
  .unit = "m",
  .label = N_("Viewing distance by GB 50464"),
  .expression = "k × pitch_mm ÷ 1000",
  .source = GB50464,
  .validity
  = N_("k is 5520 for the farthest and 1380 for the nearest viewer. The standard takes the pitch in metres."),
  .inputs = { PITCH_MM, { "k", "", 1, 100000, NULL, N_("Coefficient: 5520 farthest, 1380 nearest") } },
  .evaluate = compute_gb50464_distance_m,
};

static double
compute_farthest_by_height_m (const QpArgument *in)
{
  const double height_m = in[0].number, factor = in[1].number;

  return factor * height_m;
}

static const QpFormula formula_farthest_by_height_m = {
  .name = "farthest_by_height_m",
  .topic = "viewing",
  .unit = "m",
  .label = N_("Farthest viewer by screen height"),
  .expression = "factor × height_m",
  .source = "Trade rule of 30 screen heights (duty-free.cn)",
  .inputs = { { "height_m", "m", 0.01, 10000, NULL, N_("Height of the screen") },
              { "factor", "", 1, 1000, "30", N_("Heights of the screen") } },
  .evaluate = compute_farthest_by_height_m,
};

static double
compute_gbt29458_max_distance_m (const QpArgument *in)
{
  const double char_height_m = in[0].number, k = in[1].number;

  return k * char_height_m;
}

static const QpFormula formula_gbt29458_max_distance_m = {
  .name = "gbt29458_max_distance_m",
  .topic = "viewing",
  .unit = "m",
  .label = N_("Farthest reader by GB/T 29458"),
  .expression = "k × char_height_m",
  .source = GBT29458,
  /* xgettext:no-c-format */
  .validity = N_("Stadium screens with text; at least 95 % of the fixed seats lie within this distance."),
  .inputs = { { "char_height_m", "m", 0.001, 1000, NULL, N_("Character height") }, K_CHAR },
  .evaluate = compute_gbt29458_max_distance_m,
};

static double
compute_gbt29458_char_height_m (const QpArgument *in)
{
  const double distance_m = in[0].number, k = in[1].number;

  return distance_m / k;
}

static const QpFormula formula_gbt29458_char_height_m = {
  .name = "gbt29458_char_height_m",
  .topic = "viewing",
  .unit = "m",
  .label = N_("Character height needed by GB/T 29458"),
  .expression = "distance_m ÷ k",
  .source = GBT29458,
  /* xgettext:no-c-format */
  .validity = N_("Stadium screens with text; at least 95 % of the fixed seats lie within this distance."),
  .inputs = { DISTANCE_M, K_CHAR },
  .evaluate = compute_gbt29458_char_height_m,
};

const QpFormula *const qp_formulas_viewing[] = {
  &formula_retina_distance_m,
  &formula_retina_distance_ft,
  &formula_acuity_factor,
  &formula_smallest_resolvable_mm,
  &formula_ten_x_rule_ft,
  &formula_ten_x_rule_m,
  &formula_distance_by_factor_m,
  &formula_distance_div_m,
  &formula_gb50464_distance_m,
  &formula_farthest_by_height_m,
  &formula_gbt29458_max_distance_m,
  &formula_gbt29458_char_height_m,
  NULL,
};
