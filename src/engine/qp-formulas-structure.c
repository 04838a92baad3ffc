/* qp-formulas-structure.c: wind on a screen by GB 50009
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/qp-formula-private.h"
#include "engine/qp-structure.h"

#include <string.h>

#define ESTIMATE QP_STRUCTURE_SENTENCE
#define GEOMETRY N_("geometry")
#define TERRAINS N_("The terrain is A, B, C or D. Coefficients as commonly quoted; check them against the standard.")

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
compute_wind_force_area_kn (const QpArgument *in)
{
  const double area_m2 = in[0].number, w = in[1].number;

  return area_m2 * w;
}

static const QpFormula formula_wind_force_area_kn = {
  .name = "wind_force_kn",
  .topic = "wind",
  .unit = "kN",
  .label = N_("Wind force on a panel"),
  .expression = "area_m2 × w",
  .source = N_("definition"),
  .validity = ESTIMATE,
  .inputs = { { "area_m2", "m2", 0, 1000000, NULL, N_("Area against the wind") },
              { "w", "kN/m2", 0, 100, NULL, N_("Wind pressure") } },
  .evaluate = compute_wind_force_area_kn,
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

/* 50-year pressures; those without a page that was read are recalled, and say so where they are used */
static const struct
{
  const char *city;
  const char *local;
  double w0;
  gboolean recalled;
} wind_cities[] = {
  { "Beijing", "北京", 0.45, FALSE },   { "Shanghai", "上海", 0.55, FALSE },     { "Tianjin", "天津", 0.50, FALSE },
  { "Chongqing", "重庆", 0.40, FALSE }, { "Taiyuan", "太原", 0.40, FALSE },      { "Shijiazhuang", "石家庄", 0.35, FALSE },
  { "Guangzhou", "广州", 0.50, TRUE },  { "Shenzhen", "深圳", 0.75, TRUE },
};

static gboolean
is_city (const char *name, const char *city, const char *local)
{
  return g_ascii_strcasecmp (name, city) == 0 || strcmp (name, local) == 0
         || (g_str_has_prefix (name, local) && strcmp (name + strlen (local), "市") == 0);
}

/**
 * qp_wind_city:
 * @city: (nullable): name of a city, English or Chinese, with or without 市
 * @w0_kpa: (out): its basic wind pressure of 50 years by GB 50009, kN/m²; NaN when it is not in the table
 * @recalled: (out): whether the figure is recalled, not read in a source
 *
 * Returns: whether the table has the city
 */
gboolean
qp_wind_city (const char *city, double *w0_kpa, gboolean *recalled)
{
  *w0_kpa = NAN;
  *recalled = FALSE;
  for (guint i = 0; city != NULL && i < G_N_ELEMENTS (wind_cities); i++)
    if (is_city (city, wind_cities[i].city, wind_cities[i].local))
      {
        *w0_kpa = wind_cities[i].w0;
        *recalled = wind_cities[i].recalled;
        return TRUE;
      }
  return FALSE;
}

static double
compute_gb50009_w0_50yr (const QpArgument *in)
{
  double w0;
  gboolean recalled;

  qp_wind_city (in[0].word, &w0, &recalled);
  return w0;
}

static const QpFormula formula_gb50009_w0_50yr = {
  .name = "gb50009_w0_50yr",
  .topic = "wind",
  .unit = "kN/m2",
  .label = N_("Basic wind pressure, 50 years"),
  .expression = "table by city",
  .source = "GB 50009, city table (xiaomilidoc.com/p-10607423.html)",
  .validity = N_("Known are Beijing, Shanghai, Tianjin, Chongqing, Taiyuan and Shijiazhuang, and, recalled and not verified, "
                 "Guangzhou and Shenzhen."),
  .inputs = { { "city", "word", QP_ANY, QP_ANY, NULL, N_("City") } },
  .evaluate = compute_gb50009_w0_50yr,
};

static double
compute_gb50009_w0_least (const QpArgument *in)
{
  return in[0].number < 0.30 ? 0.30 : in[0].number; /* what is not known stays so */
}

static const QpFormula formula_gb50009_w0_least = {
  .name = "gb50009_w0_least",
  .topic = "wind",
  .unit = "kN/m2",
  .label = N_("Basic wind pressure that is applied"),
  .expression = "max(w0, 0.30)",
  .source = "GB 50009-2012 cl. 8.1.2",
  .validity = ESTIMATE,
  .inputs = { { "w0", "kN/m2", 0, 5, NULL, N_("Basic wind pressure") } },
  .evaluate = compute_gb50009_w0_least,
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

const QpFormula *const qp_formulas_structure[] = {
  &formula_wind_pressure_kpa,    &formula_wind_force_kn,        &formula_wind_force_area_kn,
  &formula_wind_moment_knm,      &formula_beam_moment_knm,      &formula_gb50009_gust_factor,
  &formula_gb50009_mu_z,         &formula_gb50009_w0_50yr,      &formula_gb50009_w0_least,
  &formula_w0_from_speed,        NULL,
};
