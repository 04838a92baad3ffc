/* qp-formulas-light.c: limits of luminance at night, and the light that a screen throws
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/qp-formula-private.h"
#include "engine/qp-light-polygon.h"

#define GEOMETRY N_("geometry")
#define SIGN_TABLE "Chinese outdoor sign luminance table (fhbfw.com/news/a3/99.html)"
#define LAMBERT N_("Lambert’s polygon formula for a face of even luminance")
#define EVEN_FACE N_("A face of even luminance in every direction; light of real screens falls off to the side.")
#define KNOWN_ZONES N_("The zone is E1, E2, E3 or E4.")

/* environmental zone E1…E4 as 0…3, −1 when it is none of them */
static int
zone_index (const char *zone)
{
  return zone[0] == 'E' && zone[1] >= '1' && zone[1] <= '4' && zone[2] == '\0' ? zone[1] - '1' : -1;
}

/* illuminance for 1 cd/m² before the middle of a rectangle: four corners of Howell’s factor C-11, π ΣF */
static double
on_axis_lx (double w_m, double h_m, double distance_m)
{
  const double x = w_m / (2 * distance_m), y = h_m / (2 * distance_m);
  const double sx = sqrt (1 + x * x), sy = sqrt (1 + y * y);

  return 2 * (x / sx * atan (y / sx) + y / sy * atan (x / sy));
}

/* clang-format off */
#define ZONE { "zone", "word", QP_ANY, QP_ANY, NULL, N_("Environmental zone, E1 to E4") }
#define AREA_M2 { "area_m2", "m2", 0, 100000, NULL, N_("Lit area") }
#define L_CDM2 { "l_cdm2", "cd/m2", 0, 100000, NULL, N_("Luminance") }
#define DISTANCE_M { "distance_m", "m", 0.01, 100000, NULL, N_("Distance") }
#define W_M { "w_m", "m", 0.001, 100000, NULL, N_("Width") }
#define H_M { "h_m", "m", 0.001, 100000, NULL, N_("Height") }
/* clang-format on */

static double
compute_cn_sign_luminance_limit (const QpArgument *in)
{
  const double area_m2 = in[1].number;
  const char *zone = in[0].word;

  static const double areas[] = { 0.5, 2, 10 };
  static const double limits[][4]
      = { { 50, 400, 800, 1000 }, { 40, 300, 600, 800 }, { 30, 250, 450, 600 }, { 0, 150, 300, 400 } };
  const int column = zone_index (zone);
  guint row = 0;

  if (column < 0 || isnan (area_m2))
    return NAN;
  while (row < G_N_ELEMENTS (areas) && area_m2 > areas[row])
    row++;
  return limits[row][column];
}

static const QpFormula formula_cn_sign_luminance_limit = {
  .name = "cn_sign_luminance_limit",
  .topic = "luminance",
  .unit = "cd/m2",
  .label = N_("Luminance limit of a sign at night"),
  .expression = "table by zone and area_m2: up to 0.5, 2, 10 m² and above",
  .source = SIGN_TABLE,
  .validity
  = N_("The zone is E1, E2, E3 or E4. 0 means that such a sign is not allowed. The page does not name its standard."),
  .inputs = { ZONE, AREA_M2 },
  .evaluate = compute_cn_sign_luminance_limit,
};

static double
compute_uk2007_sign_luminance_limit (const QpArgument *in)
{
  const double area_m2 = in[0].number;

  return isnan (area_m2) ? NAN : area_m2 <= 10 ? 600 : 300;
}

static const QpFormula formula_uk2007_sign_luminance_limit = {
  .name = "uk2007_sign_luminance_limit",
  .topic = "luminance",
  .unit = "cd/m2",
  .label = N_("Luminance limit of a sign in England"),
  .expression = "600 if area_m2 ≤ 10, else 300",
  .source = "SI 2007/783 Sch. 3 Pt 2 para. 2(1)",
  .validity = N_("Deemed consent; lit area only, each side by itself."),
  .inputs = { AREA_M2 },
  .evaluate = compute_uk2007_sign_luminance_limit,
};

static double
compute_shenzhen_night_limit (const QpArgument *in)
{
  const char *class = in[0].word;

  return g_str_equal (class, "control") ? 300 : g_str_equal (class, "moderate") ? 500 : NAN;
}

static const QpFormula formula_shenzhen_night_limit = {
  .name = "shenzhen_night_limit",
  .topic = "luminance",
  .unit = "cd/m2",
  .label = N_("Luminance limit at night in Shenzhen"),
  .expression = "300 if class is control, 500 if moderate",
  .source = "Shenzhen outdoor LED screen plan, draft of 2015 (m.gycai.cn/article/2015/11/a235715.html)",
  .validity = N_("The class is control or moderate. A draft; the later text is not known."),
  .inputs = { { "class", "word", QP_ANY, QP_ANY, NULL, N_("Class of the area: control or moderate") } },
  .evaluate = compute_shenzhen_night_limit,
};

static double
compute_plg05_2015_cited_limit (const QpArgument *in)
{
  const char *time = in[0].word;

  return g_str_equal (time, "day") ? 5000 : g_str_equal (time, "night") ? 600 : NAN;
}

static const QpFormula formula_plg05_2015_cited_limit = {
  .name = "plg05_2015_cited_limit",
  .topic = "luminance",
  .unit = "cd/m2",
  .label = N_("Luminance limit after PLG05:2015"),
  .expression = "5000 if time is day, 600 if night",
  .source = "ILP PLG05:2015 as cited in Great Yarmouth 06/25/0145/A condition 3",
  .validity = N_("The time is day or night."),
  .inputs = { { "time", "word", QP_ANY, QP_ANY, NULL, N_("Time: day or night") } },
  .evaluate = compute_plg05_2015_cited_limit,
};

static double
compute_window_ev_limit_pre_curfew (const QpArgument *in)
{
  const char *zone = in[0].word;

  static const double limits[] = { 2, 5, 10, 25 };
  const int column = zone_index (zone);

  return column < 0 ? NAN : limits[column];
}

static const QpFormula formula_window_ev_limit_pre_curfew = {
  .name = "window_ev_limit_pre_curfew",
  .topic = "luminance",
  .unit = "lx",
  .label = N_("Light allowed at a window before curfew"),
  .expression = "by zone: E1 2, E2 5, E3 10, E4 25",
  .source = "EN 12193:2008 table 5",
  .validity = KNOWN_ZONES,
  .inputs = { ZONE },
  .evaluate = compute_window_ev_limit_pre_curfew,
};

static double
compute_window_ev_limit_post_curfew (const QpArgument *in)
{
  const char *zone = in[0].word;

  static const double limits[] = { 0, 1, 2, 5 };
  const int column = zone_index (zone);

  return column < 0 ? NAN : limits[column];
}

static const QpFormula formula_window_ev_limit_post_curfew = {
  .name = "window_ev_limit_post_curfew",
  .topic = "luminance",
  .unit = "lx",
  .label = N_("Light allowed at a window after curfew"),
  .expression = "by zone: E1 0, E2 1, E3 2, E4 5",
  .source = "CIE 150, JGJ/T 163; recalled, the text was not seen",
  .validity = KNOWN_ZONES,
  .inputs = { ZONE },
  .evaluate = compute_window_ev_limit_post_curfew,
};

static double
compute_fc_to_lux (const QpArgument *in)
{
  const double fc = in[0].number;

  return fc / (QP_M_PER_FT * QP_M_PER_FT);
}

static const QpFormula formula_fc_to_lux = {
  .name = "fc_to_lux",
  .topic = "luminance",
  .unit = "lx",
  .label = N_("Foot-candles in lux"),
  .expression = "fc ÷ 0.3048²",
  .source = N_("definition"),
  .inputs = { { "fc", "fc", 0, 100000, NULL, N_("Foot-candles") } },
  .evaluate = compute_fc_to_lux,
};

static double
compute_emc_measure_distance_ft (const QpArgument *in)
{
  const double area_ft2 = in[0].number;

  return sqrt (100 * area_ft2);
}

static const QpFormula formula_emc_measure_distance_ft = {
  .name = "emc_measure_distance_ft",
  .topic = "luminance",
  .unit = "ft",
  .label = N_("Measuring distance for added light"),
  .expression = "√(100 × area_ft2)",
  .source = "ISA (Lewin) rule, Jefferson Parish 40-681",
  .validity = N_("The OAAA list of 2008 rounds this by 1 % to 4 %."),
  .inputs = { { "area_ft2", "ft2", 0, 1000000, NULL, N_("Area") } },
  .evaluate = compute_emc_measure_distance_ft,
};

static double
compute_emc_measure_distance_ft_of_size (const QpArgument *in)
{
  const double width_ft = in[0].number, height_ft = in[1].number;

  return sqrt (100 * width_ft * height_ft);
}

static const QpFormula formula_emc_measure_distance_ft_of_size = {
  .name = "emc_measure_distance_ft",
  .topic = "luminance",
  .unit = "ft",
  .label = N_("Measuring distance for added light"),
  .expression = "√(100 × width_ft × height_ft)",
  .source = "ISA (Lewin) rule, Jefferson Parish 40-681",
  .validity = N_("The OAAA list of 2008 rounds this by 1 % to 4 %."),
  .inputs = { { "width_ft", "ft", 0.01, 100000, NULL, N_("Width") },
              { "height_ft", "ft", 0.01, 100000, NULL, N_("Height") } },
  .evaluate = compute_emc_measure_distance_ft_of_size,
};

static double
compute_illuminance_small_source_lx (const QpArgument *in)
{
  const double l_cdm2 = in[0].number, area_m2 = in[1].number, distance_m = in[2].number, cos_e = in[3].number;
  const double cos_r = in[4].number;

  return l_cdm2 * area_m2 * cos_e * cos_r / (distance_m * distance_m);
}

static const QpFormula formula_illuminance_small_source_lx = {
  .name = "illuminance_small_source_lx",
  .topic = "illuminance",
  .unit = "lx",
  .label = N_("Illuminance from a small source"),
  .expression = "l_cdm2 × area_m2 × cos_e × cos_r ÷ distance_m²",
  .source = GEOMETRY,
  .validity = N_("From 5 diagonals the error is below 1 %."),
  .inputs = { L_CDM2,
              AREA_M2,
              DISTANCE_M,
              { "cos_e", "", 0, 1, "1", N_("Cosine at the screen") },
              { "cos_r", "", 0, 1, "1", N_("Cosine at the receiver") } },
  .evaluate = compute_illuminance_small_source_lx,
};

static double
compute_illuminance_rect_on_axis_lx (const QpArgument *in)
{
  const double w_m = in[0].number, h_m = in[1].number, distance_m = in[2].number, l_cdm2 = in[3].number;

  return l_cdm2 * on_axis_lx (w_m, h_m, distance_m);
}

static const QpFormula formula_illuminance_rect_on_axis_lx = {
  .name = "illuminance_rect_on_axis_lx",
  .topic = "illuminance",
  .unit = "lx",
  .label = N_("Illuminance before the middle of a screen"),
  .expression = "l_cdm2 × 2 × (X ÷ √(1 + X²) × atan(Y ÷ √(1 + X²)) + Y ÷ √(1 + Y²) × atan(X ÷ √(1 + Y²))); X = w_m ÷ "
                "(2 × distance_m), Y = h_m ÷ (2 × distance_m)",
  .source = "Howell, view factor C-11, four quarters",
  .validity = EVEN_FACE,
  .inputs = { W_M, H_M, DISTANCE_M, L_CDM2 },
  .evaluate = compute_illuminance_rect_on_axis_lx,
};

static double
compute_small_source_error_rel (const QpArgument *in)
{
  const double w_m = in[0].number, h_m = in[1].number, distance_m = in[2].number;

  return w_m * h_m / (distance_m * distance_m) / on_axis_lx (w_m, h_m, distance_m) - 1;
}

static const QpFormula formula_small_source_error_rel = {
  .name = "small_source_error_rel",
  .topic = "illuminance",
  .unit = "1",
  .label = N_("Error of the small source, on axis"),
  .expression = "w_m × h_m ÷ distance_m² ÷ illuminance_rect_on_axis_lx(w_m, h_m, distance_m, 1) − 1",
  .source = GEOMETRY,
  .validity = EVEN_FACE,
  .inputs = { W_M, H_M, DISTANCE_M },
  .evaluate = compute_small_source_error_rel,
};

static double
compute_max_luminance_for_window_limit_cdm2 (const QpArgument *in)
{
  const double w_m = in[0].number, h_m = in[1].number, distance_m = in[2].number, ev_lx = in[3].number;

  return ev_lx / on_axis_lx (w_m, h_m, distance_m);
}

static const QpFormula formula_max_luminance_for_window_limit_cdm2 = {
  .name = "max_luminance_for_window_limit_cdm2",
  .topic = "illuminance",
  .unit = "cd/m2",
  .label = N_("Luminance that keeps a limit at a window"),
  .expression = "ev_lx ÷ illuminance_rect_on_axis_lx(w_m, h_m, distance_m, 1)",
  .source = "Howell, view factor C-11, four quarters",
  .validity = EVEN_FACE,
  .inputs = { W_M, H_M, DISTANCE_M, { "ev_lx", "lx", 0, 100000, NULL, N_("Greatest illuminance") } },
  .evaluate = compute_max_luminance_for_window_limit_cdm2,
};

static double
compute_illuminance_rect_exact_lx (const QpArgument *in)
{
  const double w_m = in[0].number, h_m = in[1].number, zc_m = in[2].number, px = in[3].number, py = in[4].number;
  const double pz = in[5].number, nx = in[6].number, ny = in[7].number, nz = in[8].number, l_cdm2 = in[9].number;

  const double left = -w_m / 2 - px, right = w_m / 2 - px, low = zc_m - h_m / 2 - pz, high = zc_m + h_m / 2 - pz;
  const QpPolygon3 face
      = { 4, { qp_vec3 (left, -py, low), qp_vec3 (right, -py, low), qp_vec3 (right, -py, high), qp_vec3 (left, -py, high) } };
  const QpVec3 normal = qp_vec3_unit (qp_vec3 (nx, ny, nz));
  QpPolygon3 seen;

  if (isnan (left + low + high + py + normal.x + normal.y + normal.z + l_cdm2) || (nx == 0 && ny == 0 && nz == 0))
    return NAN;
  if (py <= 0)
    return 0;
  qp_polygon3_cut (&face, normal, 0, &seen);
  return l_cdm2 * qp_polygon3_lx (&seen, normal);
}

static const QpFormula formula_illuminance_rect_exact_lx = {
  .name = "illuminance_rect_exact_lx",
  .topic = "illuminance",
  .unit = "lx",
  .label = N_("Illuminance from a screen at any place"),
  .expression = "l_cdm2 ÷ 2 × |Σ Γᵢ (cᵢ · n)| over the edges of the face, w_m × h_m round (0, 0, zc_m), seen from (px, "
                "py, pz); n = (nx, ny, nz)",
  .source = LAMBERT,
  .validity
  = N_("The screen stands in the plane y = 0 and faces +y, its middle at (0, 0, zc). A face of even luminance."),
  .inputs = { W_M,
              H_M,
              { "zc_m", "m", -100000, 100000, NULL, N_("Height of the middle of the screen") },
              { "px", "m", -100000, 100000, NULL, N_("Receiver, beside the middle") },
              { "py", "m", -100000, 100000, NULL, N_("Receiver, before the face") },
              { "pz", "m", -100000, 100000, NULL, N_("Receiver, height") },
              { "nx", "", -1, 1, NULL, N_("Facing of the receiver, x") },
              { "ny", "", -1, 1, NULL, N_("Facing of the receiver, y") },
              { "nz", "", -1, 1, NULL, N_("Facing of the receiver, z") },
              L_CDM2 },
  .evaluate = compute_illuminance_rect_exact_lx,
};

const QpFormula *const qp_formulas_light[] = {
  &formula_cn_sign_luminance_limit,     &formula_uk2007_sign_luminance_limit,
  &formula_shenzhen_night_limit,        &formula_plg05_2015_cited_limit,
  &formula_window_ev_limit_pre_curfew,  &formula_window_ev_limit_post_curfew,
  &formula_fc_to_lux,
  &formula_emc_measure_distance_ft,     &formula_emc_measure_distance_ft_of_size,
  &formula_illuminance_small_source_lx, &formula_illuminance_rect_on_axis_lx,
  &formula_small_source_error_rel,      &formula_max_luminance_for_window_limit_cdm2,
  &formula_illuminance_rect_exact_lx,   NULL,
};
