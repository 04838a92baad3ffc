/* qp-formulas-asce.c: wind on a screen by ASCE 7
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/qp-formula-private.h"
#include "engine/qp-structure.h"

#define ESTIMATE QP_STRUCTURE_SENTENCE
#define ASCE "ASCE 7-10"

#define MPS_PER_MPH 0.44704
#define KPA_PER_PSF 0.04788025898

static double
compute_asce7_kz (const QpArgument *in)
{
  const double z_ft = in[1].number, alpha = in[2].number, zg_ft = in[3].number;
  const char *exposure = in[0].word;

  const double height_ft = z_ft < 15 ? 15 : z_ft;

  if (*exposure < 'B' || *exposure > 'D' || exposure[1] != '\0')
    return NAN;
  return 2.01 * pow (height_ft / zg_ft, 2 / alpha);
}

static const QpFormula formula_asce7_kz = {
  .name = "asce7_kz",
  .topic = "wind",
  .unit = "1",
  .label = N_("Exposure coefficient"),
  .expression = "2.01 × (max(z_ft, 15) ÷ zg_ft)^(2 ÷ alpha), exposure B, C or D",
  .source = ASCE,
  .validity = N_("The exposure is B, C or D."),
  .inputs = { { "exposure", "word", QP_ANY, QP_ANY, NULL, N_("Exposure, B to D") },
              { "z_ft", "ft", 0, 3000, NULL, N_("Height above ground") },
              { "alpha", "", 1, 50, NULL, N_("Exponent of the exposure") },
              { "zg_ft", "ft", 100, 3000, NULL, N_("Gradient height") } },
  .evaluate = compute_asce7_kz,
};

/* exposure B…D: exponent and gradient height, ft */
static const struct
{
  double alpha;
  double zg_ft;
} exposures[] = { { 7, 1200 }, { 9.5, 900 }, { 11.5, 700 } };

static double
compute_asce7_kz_m (const QpArgument *in)
{
  const char *exposure = in[0].word;
  const double z_ft = in[1].number / QP_M_PER_FT, height_ft = z_ft < 15 ? 15 : z_ft;

  if (*exposure < 'B' || *exposure > 'D' || exposure[1] != '\0')
    return NAN;
  const guint i = (guint) (*exposure - 'B');
  return 2.01 * pow (height_ft / exposures[i].zg_ft, 2 / exposures[i].alpha);
}

static const QpFormula formula_asce7_kz_m = {
  .name = "asce7_kz",
  .topic = "wind",
  .unit = "1",
  .label = N_("Exposure coefficient"),
  .expression = "2.01 × (max(z_m ÷ 0.3048, 15) ÷ zg)^(2 ÷ α); α and zg by exposure: B 7, 1200 ft; C 9.5, 900 ft; D 11.5, 700 ft",
  .source = ASCE,
  .validity = N_("α and zg of D stand in a worked example; those of B and C are recalled, check them against the standard."),
  .inputs = { { "exposure", "word", QP_ANY, QP_ANY, NULL, N_("Exposure, B to D") },
              { "z_m", "m", 0, 1000, NULL, N_("Height above ground") } },
  .evaluate = compute_asce7_kz_m,
};

static double
compute_asce7_qz_psf (const QpArgument *in)
{
  const double kz = in[0].number, kzt = in[1].number, kd = in[2].number, v_mph = in[3].number;

  return 0.00256 * kz * kzt * kd * v_mph * v_mph;
}

static const QpFormula formula_asce7_qz_psf = {
  .name = "asce7_qz_psf",
  .topic = "wind",
  .unit = "psf",
  .label = N_("Velocity pressure"),
  .expression = "0.00256 × kz × kzt × kd × v_mph²",
  .source = ASCE,
  .validity = ESTIMATE,
  .inputs = { { "kz", "", 0, 5, NULL, N_("Exposure coefficient") },
              { "kzt", "", 0.5, 5, "1", N_("Topographic factor") },
              { "kd", "", 0.1, 1, "0.85", N_("Directionality factor") },
              { "v_mph", "mph", 0, 400, NULL, N_("Wind speed") } },
  .evaluate = compute_asce7_qz_psf,
};

static double
compute_asce7_sign_force_lb (const QpArgument *in)
{
  const double qz = in[0].number, g = in[1].number, cf = in[2].number, area_ft2 = in[3].number;

  return qz * g * cf * area_ft2;
}

static const QpFormula formula_asce7_sign_force_lb = {
  .name = "asce7_sign_force_lb",
  .topic = "wind",
  .unit = "lbf",
  .label = N_("Wind force on a sign"),
  .expression = "qz × g × cf × area_ft2",
  .source = ASCE,
  .validity = ESTIMATE,
  .inputs = { { "qz", "psf", 0, 1000, NULL, N_("Velocity pressure") },
              { "g", "", 0.1, 5, "0.85", N_("Gust factor") },
              { "cf", "", 0, 5, NULL, N_("Force coefficient") },
              { "area_ft2", "ft2", 0, 1000000, NULL, N_("Area") } },
  .evaluate = compute_asce7_sign_force_lb,
};

static double
compute_asce7_qz_kpa (const QpArgument *in)
{
  const double kz = in[0].number, kzt = in[1].number, kd = in[2].number, v_mph = in[3].number / MPS_PER_MPH;

  return 0.00256 * kz * kzt * kd * v_mph * v_mph * KPA_PER_PSF;
}

static const QpFormula formula_asce7_qz_kpa = {
  .name = "asce7_qz_kpa",
  .topic = "wind",
  .unit = "kN/m2",
  .label = N_("Velocity pressure"),
  .expression = "0.00256 × kz × kzt × kd × (v_mps ÷ 0.44704)² × 0.0478803",
  .source = ASCE,
  .validity = ESTIMATE,
  .inputs = { { "kz", "", 0, 5, NULL, N_("Exposure coefficient") },
              { "kzt", "", 0.5, 5, "1", N_("Topographic factor") },
              { "kd", "", 0.1, 1, "0.85", N_("Directionality factor") },
              { "v_mps", "m/s", 0, 150, NULL, N_("Wind speed") } },
  .evaluate = compute_asce7_qz_kpa,
};

/* the solid part of the gross area is what the wind meets; with few openings all of it */
static double
compute_asce7_opening_factor (const QpArgument *in)
{
  const double open = in[0].number;

  return open < 0.3 ? 1 : 1 - pow (open, 1.5);
}

static const QpFormula formula_asce7_opening_factor = {
  .name = "asce7_opening_factor",
  .topic = "wind",
  .unit = "1",
  .label = N_("Factor for openings"),
  .expression = "1 − (1 − ε)^1.5 with ε = 1 − open; 1 where open is below 0.3",
  .source = "ASCE 7-10 (mecaenterprises.com)",
  .validity = ESTIMATE,
  .inputs = { { "open", "", 0, 1, NULL, N_("Open part of the area, 0 to 1") } },
  .evaluate = compute_asce7_opening_factor,
};

static double
compute_asce7_sign_force_kn (const QpArgument *in)
{
  const double qz_kpa = in[0].number, g = in[1].number, cf = in[2].number, area_m2 = in[3].number;

  return qz_kpa * g * cf * area_m2 * in[4].number;
}

static const QpFormula formula_asce7_sign_force_kn = {
  .name = "asce7_sign_force_kn",
  .topic = "wind",
  .unit = "kN",
  .label = N_("Wind force on a sign"),
  .expression = "qz_kpa × g × cf × area_m2 × openings",
  .source = ASCE,
  .validity = N_("Ultimate force of a 3 s gust. The force coefficient 1.8 is that of a worked example; the figure of the "
                 "standard is to be read for the proportions of the sign, and its cases B and C for long ones."),
  .inputs = { { "qz_kpa", "kN/m2", 0, 50, NULL, N_("Velocity pressure") },
              { "g", "", 0.1, 5, "0.85", N_("Gust factor") },
              { "cf", "", 0, 5, "1.8", N_("Force coefficient") },
              { "area_m2", "m2", 0, 1000000, NULL, N_("Area against the wind") },
              { "openings", "", 0, 1, "1", N_("Factor for openings") } },
  .evaluate = compute_asce7_sign_force_kn,
};

const QpFormula *const qp_formulas_asce[] = {
  &formula_asce7_kz,             &formula_asce7_kz_m,          &formula_asce7_qz_psf,         &formula_asce7_qz_kpa,
  &formula_asce7_opening_factor, &formula_asce7_sign_force_lb, &formula_asce7_sign_force_kn, NULL,
};
