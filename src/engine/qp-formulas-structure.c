/* qp-formulas-structure.c: wind on a screen
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/qp-formula-private.h"

#define ESTIMATE N_("An estimate; a licensed engineer signs the structure.")
#define GEOMETRY N_("geometry")
#define TERRAINS N_("The terrain is A, B, C or D. Coefficients as commonly quoted; check them against the standard.")
#define ASCE "ASCE 7-10"

/* terrain A…D of GB 50009: below the cut-off height the wind is taken as at that height */
typedef struct
{
  double cut_off_m;
  double mu;
  double mu_exponent;
  double turbulence;
  double turbulence_exponent;
} Terrain;

static const Terrain *
find_terrain (const char *terrain)
{
  static const Terrain terrains[] = {
    { 5, 1.284, 0.24, 0.12, 0.12 },
    { 10, 1.000, 0.30, 0.14, 0.15 },
    { 15, 0.544, 0.44, 0.23, 0.22 },
    { 30, 0.262, 0.60, 0.39, 0.30 },
  };

  return terrain[0] >= 'A' && terrain[0] <= 'D' && terrain[1] == '\0' ? &terrains[terrain[0] - 'A'] : NULL;
}

static double
height_ratio (const Terrain *terrain, double z_m)
{
  return (z_m < terrain->cut_off_m ? terrain->cut_off_m : z_m) / 10;
}

/* clang-format off */
#define TERRAIN { "terrain", "word", QP_ANY, QP_ANY, NULL, N_("Terrain, A to D") }
#define Z_M { "z_m", "m", 0, 1000, NULL, N_("Height above ground") }
/* clang-format on */

static double
compute_wind_pressure_kpa (const QpArgument *in)
{
  const double beta = in[0].number, mu_s = in[1].number, mu_z = in[2].number, w0 = in[3].number;

  return beta * mu_s * mu_z * w0;
}

static const QpFormula formula_wind_pressure_kpa = {
  .name = "wind_pressure_kpa",
  .topic = "wind",
  .unit = "kN/m2",
  .label = N_("Wind pressure"),
  .expression = "beta × mu_s × mu_z × w0",
  .source = "GB 50009-2012 cl. 8.1.1",
  .validity = ESTIMATE,
  .inputs = { { "beta", "", 0, 10, NULL, N_("Gust or wind vibration factor") },
              { "mu_s", "", 0, 5, NULL, N_("Shape factor; a flat panel has 1.3") },
              { "mu_z", "", 0, 10, NULL, N_("Height factor") },
              { "w0", "kN/m2", 0, 5, NULL, N_("Basic wind pressure") } },
  .evaluate = compute_wind_pressure_kpa,
};

static double
compute_wind_force_kn (const QpArgument *in)
{
  const double h = in[0].number, l = in[1].number, w = in[2].number;

  return h * l * w;
}

static const QpFormula formula_wind_force_kn = {
  .name = "wind_force_kn",
  .topic = "wind",
  .unit = "kN",
  .label = N_("Wind force on a panel"),
  .expression = "h × l × w",
  .source = N_("definition"),
  .validity = ESTIMATE,
  .inputs = { { "h", "m", 0, 10000, NULL, N_("Height of the panel") },
              { "l", "m", 0, 10000, NULL, N_("Length of the panel") },
              { "w", "kN/m2", 0, 100, NULL, N_("Wind pressure") } },
  .evaluate = compute_wind_force_kn,
};

static double
compute_wind_moment_knm (const QpArgument *in)
{
  const double f = in[0].number, top_m = in[1].number, panel_h = in[2].number;

  return panel_h <= top_m ? f * (top_m - panel_h / 2) : NAN;
}

static const QpFormula formula_wind_moment_knm = {
  .name = "wind_moment_knm",
  .topic = "wind",
  .unit = "kNm",
  .label = N_("Moment at the ground"),
  .expression = "f × (top_m − panel_h ÷ 2)",
  .source = GEOMETRY,
  .validity = N_("The panel is not higher than its top edge."),
  .inputs = { { "f", "kN", 0, 1000000, NULL, N_("Wind force") },
              { "top_m", "m", 0, 10000, NULL, N_("Top edge above ground") },
              { "panel_h", "m", 0, 10000, NULL, N_("Height of the panel") } },
  .evaluate = compute_wind_moment_knm,
};

static double
compute_beam_moment_knm (const QpArgument *in)
{
  const double m1 = in[0].number, m2 = in[1].number, m3 = in[2].number;

  return sqrt (m1 * m1 + m2 * m2 + 0.75 * m3 * m3);
}

static const QpFormula formula_beam_moment_knm = {
  .name = "beam_moment_knm",
  .topic = "wind",
  .unit = "kNm",
  .label = N_("Combined moment of a beam"),
  .expression = "√(m1² + m2² + 0.75 × m3²)",
  .source = N_("fourth strength hypothesis"),
  .validity = ESTIMATE,
  .inputs = { { "m1", "kNm", -1000000, 1000000, NULL, N_("First bending moment") },
              { "m2", "kNm", -1000000, 1000000, NULL, N_("Second bending moment") },
              { "m3", "kNm", -1000000, 1000000, NULL, N_("Torsion") } },
  .evaluate = compute_beam_moment_knm,
};

static double
compute_gb50009_gust_factor (const QpArgument *in)
{
  const double z_m = in[1].number;
  const char *terrain = in[0].word;

  const Terrain *ground = find_terrain (terrain);

  return ground == NULL
             ? NAN
             : 1 + 2 * 2.5 * ground->turbulence * pow (height_ratio (ground, z_m), -ground->turbulence_exponent);
}

static const QpFormula formula_gb50009_gust_factor = {
  .name = "gb50009_gust_factor",
  .topic = "wind",
  .unit = "1",
  .label = N_("Gust factor"),
  .expression = "1 + 2 × 2.5 × I10 × (z_m ÷ 10)^−α, I10 and α by terrain",
  .source = "GB 50009-2012 cl. 8.6.1",
  .validity = TERRAINS,
  .inputs = { TERRAIN, Z_M },
  .evaluate = compute_gb50009_gust_factor,
};

static double
compute_gb50009_mu_z (const QpArgument *in)
{
  const double z_m = in[1].number;
  const char *terrain = in[0].word;

  const Terrain *ground = find_terrain (terrain);

  return ground == NULL ? NAN : ground->mu * pow (height_ratio (ground, z_m), ground->mu_exponent);
}

static const QpFormula formula_gb50009_mu_z = {
  .name = "gb50009_mu_z",
  .topic = "wind",
  .unit = "1",
  .label = N_("Height factor of wind pressure"),
  .expression = "c × (z_m ÷ 10)^α, c and α by terrain",
  .source = "GB 50009-2012 cl. 8.2.1",
  .validity = TERRAINS,
  .inputs = { TERRAIN, Z_M },
  .evaluate = compute_gb50009_mu_z,
};

static double
compute_gb50009_w0_50yr (const QpArgument *in)
{
  const char *city = in[0].word;

  static const struct
  {
    const char *city;
    double w0;
  } cities[] = { { "Beijing", 0.45 },   { "Shanghai", 0.55 }, { "Tianjin", 0.50 },
                 { "Chongqing", 0.40 }, { "Taiyuan", 0.40 },  { "Shijiazhuang", 0.35 } };

  for (guint i = 0; i < G_N_ELEMENTS (cities); i++)
    if (g_ascii_strcasecmp (cities[i].city, city) == 0)
      return cities[i].w0;
  return NAN;
}

static const QpFormula formula_gb50009_w0_50yr = {
  .name = "gb50009_w0_50yr",
  .topic = "wind",
  .unit = "kN/m2",
  .label = N_("Basic wind pressure, 50 years"),
  .expression = "table by city",
  .source = "GB 50009, city table (xiaomilidoc.com/p-10607423.html)",
  .validity = N_("Known are Beijing, Shanghai, Tianjin, Chongqing, Taiyuan and Shijiazhuang. Not less than 0.30."),
  .inputs = { { "city", "word", QP_ANY, QP_ANY, NULL, N_("City") } },
  .evaluate = compute_gb50009_w0_50yr,
};

static double
compute_w0_from_speed (const QpArgument *in)
{
  const double v_mps = in[0].number;

  return v_mps * v_mps / 1600;
}

static const QpFormula formula_w0_from_speed = {
  .name = "w0_from_speed",
  .topic = "wind",
  .unit = "kN/m2",
  .label = N_("Basic wind pressure from a speed"),
  .expression = "v_mps² ÷ 1600",
  .source = "sh1c.cn/Html/news_view.asp?id=559",
  .inputs = { { "v_mps", "m/s", 0, 150, NULL, N_("Wind speed") } },
  .evaluate = compute_w0_from_speed,
};

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

const QpFormula *const qp_formulas_structure[] = {
  &formula_wind_pressure_kpa, &formula_wind_force_kn,       &formula_wind_moment_knm,
  &formula_beam_moment_knm,   &formula_gb50009_gust_factor, &formula_gb50009_mu_z,
  &formula_gb50009_w0_50yr,   &formula_w0_from_speed,       &formula_asce7_kz,
  &formula_asce7_qz_psf,      &formula_asce7_sign_force_lb, NULL,
};
