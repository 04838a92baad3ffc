/* test-formula.c: what holds for every registered formula, and what is said when one can't be calculated
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-error.h"
#include "base/qp-number.h"
#include "engine/qp-estimate.h"

#include <math.h>
#include <string.h>

static int
by_text (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* all inputs as one sorted text */
static char *
input_set (const QpFormula *formula)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (const QpInput *input = formula->inputs; input->name != NULL; input++)
    g_ptr_array_add (names, (gpointer) input->name);
  g_ptr_array_sort (names, by_text);
  g_ptr_array_add (names, NULL);
  return g_strjoinv (",", (char **) names->pdata);
}

static void
test_unique (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < qp_formula_count (); i++)
    {
      g_autofree char *inputs = input_set (qp_formula_at (i));
      char *key = g_strdup_printf ("%s(%s)", qp_formula_at (i)->name, inputs);

      g_test_message ("%s", key);
      g_assert_true (g_hash_table_add (seen, key));
    }
  g_assert_cmpuint (g_hash_table_size (seen), ==, qp_formula_count ());
}

static void
check_input (const QpInput *input)
{
  double initial;

  g_assert_true (input->label != NULL && *input->label != '\0');
  g_assert_nonnull (input->unit);
  for (const char *p = input->name; *p != '\0'; p++)
    g_assert_true (g_ascii_isalnum (*p) || *p == '_');
  if (qp_input_is_word (input))
    return;
  g_assert_false (input->min > input->max);
  if (input->initial == NULL)
    return;
  g_assert_cmpint (qp_real_parse (input->initial, &initial), ==, QP_PARSE_OK);
  g_assert_false (initial < input->min || initial > input->max);
}

static void
test_complete (void)
{
  for (guint i = 0; i < qp_formula_count (); i++)
    {
      const QpFormula *formula = qp_formula_at (i);
      const char *const texts[]
          = { formula->topic, formula->unit, formula->expression, formula->source, formula->label };

      g_test_message ("%s", formula->name);
      for (guint j = 0; j < G_N_ELEMENTS (texts); j++)
        g_assert_true (texts[j] != NULL && *texts[j] != '\0' && g_utf8_validate (texts[j], -1, NULL));
      g_assert_nonnull (formula->evaluate);
      g_assert_cmpuint (qp_formula_n_inputs (formula), >, 0);
      g_assert_cmpuint (qp_formula_n_inputs (formula), <=, QP_FORMULA_MAX_INPUTS);
      for (const QpInput *input = formula->inputs; input->name != NULL; input++)
        check_input (input);
    }
}

/* every input is named in the expression, so that a reader can follow the calculation */
static void
test_expression_names_inputs (void)
{
  for (guint i = 0; i < qp_formula_count (); i++)
    {
      const QpFormula *formula = qp_formula_at (i);

      for (const QpInput *input = formula->inputs; input->name != NULL; input++)
        {
          g_autofree char *pattern = g_strdup_printf ("(?<![A-Za-z0-9_])%s(?![A-Za-z0-9_])", input->name);

          if (!g_regex_match_simple (pattern, formula->expression, 0, 0))
            g_error ("%s does not name %s: %s", formula->name, input->name, formula->expression);
        }
    }
}

/* a value somewhere in the range of an input: 0 = least, 1 = greatest */
static double
within (const QpInput *input, double part)
{
  const double min = isnan (input->min) ? -1000 : input->min;
  const double max = isnan (input->max) ? 1000 : input->max;

  return min + part * (MIN (max, min + 1000) - min);
}

/* what is not known stays not known: never 0, never a number by accident */
static void
test_not_known (void)
{
  static const double parts[] = { 0, 0.0005, 0.25, 0.5, 1 };

  for (guint i = 0; i < qp_formula_count (); i++)
    {
      const QpFormula *formula = qp_formula_at (i);
      const guint n = qp_formula_n_inputs (formula);

      for (guint unknown = 0; unknown < n; unknown++)
        for (guint p = 0; p < G_N_ELEMENTS (parts); p++)
          {
            QpArgument arguments[QP_FORMULA_MAX_INPUTS];
            const gboolean word = qp_input_is_word (&formula->inputs[unknown]);

            for (guint j = 0; j < n; j++)
              arguments[j] = (QpArgument){ within (&formula->inputs[j], parts[p]), "E3" };
            arguments[unknown] = (QpArgument){ NAN, NULL };
            if (!isnan (qp_formula_evaluate (formula, arguments)) || (!word && !isnan (formula->evaluate (arguments))))
              g_error ("%s knows a value without %s", formula->name, formula->inputs[unknown].name);
          }
    }
}

static void
test_never_infinite (void)
{
  const QpFormula *pitch = qp_formula_find ("pixel_pitch_mm");
  const QpArgument arguments[] = { { 640, NULL }, { 0, NULL } };

  g_assert_true (isnan (qp_formula_evaluate (pitch, arguments)));
}

static const QpFormula *
match (const char *name, const char *inputs, GError **error)
{
  g_auto (GStrv) names = g_strsplit (inputs, " ", -1);
  return qp_formula_match (name, (const char *const *) names, error);
}

static void
test_match (void)
{
  g_autoptr (GError) error = NULL;
  const QpFormula *by_bits = match ("raw_rate_gbps", "w h fps bits chroma", &error);
  const QpFormula *by_bpp = match ("raw_rate_gbps", "bpp fps h w", &error);

  g_assert_no_error (error);
  g_assert_true (by_bits != NULL && by_bpp != NULL && by_bits != by_bpp);
  g_assert_true (match ("retina_distance_m", "pitch_mm", &error)
                 == match ("retina_distance_m", "arcmin pitch_mm", &error));
  g_assert_true (match ("hangle_deg", "x1 y1 x2 y2 px py", &error)
                 != match ("hangle_deg", "width_m distance_m", &error));
  g_assert_no_error (error);
  g_assert_true (qp_formula_find ("raw_rate_gbps") == by_bits);
  g_assert_null (qp_formula_find ("raw_rate"));
}

static void
assert_no_match (const char *name, const char *inputs, QpError code, const char *sentence)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (match (name, inputs, &error));
  g_assert_error (error, QP_ERROR, (int) code);
  g_assert_cmpstr (error->message, ==, sentence);
}

static void
test_match_errors (void)
{
  assert_no_match ("retina_distance_mm", "pitch_mm", QP_ERROR_NOT_FOUND,
                   "There is no quantity “retina_distance_mm”. Did you mean “retina_distance_m”?");
  assert_no_match ("zzz", "pitch_mm", QP_ERROR_NOT_FOUND, "There is no quantity “zzz”.");
  assert_no_match ("", "pitch_mm", QP_ERROR_NOT_FOUND, "There is no quantity “”.");
  assert_no_match (
      "retina_distance_m", "pich_mm", QP_ERROR_INVALID,
      "“retina_distance_m” does not take “pich_mm” here. It expects pitch_mm (mm), arcmin (′, 1 unless given).");
  assert_no_match ("gb50464_distance_m", "pitch_mm", QP_ERROR_INVALID,
                   "“gb50464_distance_m” also needs “k”. It expects pitch_mm (mm), k.");
  assert_no_match ("raw_rate_gbps", "w h fps", QP_ERROR_INVALID,
                   "“raw_rate_gbps” also needs “bpp”. It expects w (px), h (px), fps (Hz), bits (bit), chroma; "
                   "or w (px), h (px), fps (Hz), bpp (bit).");
  assert_no_match (
      "raw_rate_gbps", "w h fps bpp chroma", QP_ERROR_INVALID,
      "“raw_rate_gbps” does not take “chroma” here. It expects w (px), h (px), fps (Hz), bits (bit), chroma; "
      "or w (px), h (px), fps (Hz), bpp (bit).");
}

static double
calculate (const char *name, const char *inputs, GError **error)
{
  g_auto (GStrv) pairs = g_strsplit (inputs, " ", -1);
  const char *names[QP_FORMULA_MAX_INPUTS + 1] = { NULL };
  const char *values[QP_FORMULA_MAX_INPUTS + 1] = { NULL };
  double result = NAN;

  for (guint i = 0; pairs[i] != NULL; i++)
    {
      char *equals = strchr (pairs[i], '=');

      *equals = '\0';
      names[i] = pairs[i];
      values[i] = equals + 1;
    }
  const gboolean ok = qp_formula_calculate (qp_formula_find (name), names, values, &result, error);
  g_assert_true (ok == isfinite (result));
  return result;
}

static void
assert_refused (const char *name, const char *inputs, const char *sentence)
{
  g_autoptr (GError) error = NULL;

  calculate (name, inputs, &error);
  g_assert_error (error, QP_ERROR, QP_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, sentence);
}

static void
test_refused (void)
{
  assert_refused ("retina_distance_m", "pitch_mm=wide", "pitch_mm is “wide”; a number in mm is expected.");
  assert_refused ("retina_distance_m", "pitch_mm=", "pitch_mm is “”; a number in mm is expected.");
  assert_refused ("retina_distance_m", "pitch_mm=nan", "pitch_mm is “nan”; a number in mm is expected.");
  assert_refused ("retina_distance_m", "pitch_mm=1e999", "pitch_mm is “1e999”; a number in mm is expected.");
  assert_refused ("retina_distance_m", "pitch_mm=2,5", "pitch_mm is “2,5”; a number in mm is expected.");
  assert_refused ("gb50464_distance_m", "pitch_mm=10 k=big", "k is “big”; a number is expected.");
  assert_refused ("retina_distance_m", "pitch_mm=0",
                  "pitch_mm is 0\u2009mm; it must be between 0.05\u2009mm and 1000\u2009mm.");
  assert_refused ("retina_distance_m", "pitch_mm=-2.5",
                  "pitch_mm is −2.5\u2009mm; it must be between 0.05\u2009mm and 1000\u2009mm.");
  assert_refused ("retina_distance_m", "pitch_mm=2 arcmin=5000",
                  "arcmin is 5000\u2009′; it must be between 0.05\u2009′ and 600\u2009′.");
  assert_refused ("retina_distance_m", "pitch_mm=2 pitch_mm=3", "“pitch_mm” is given twice.");
  assert_refused ("retina_distance_m", "arcmin=1",
                  "“retina_distance_m” also needs “pitch_mm”. It expects pitch_mm (mm), arcmin (′, 1 unless given).");
  assert_refused ("grid_cells", "columns=3 rows=2 missing=7",
                  "“grid_cells” has no value for these inputs: No more cabinets are missing than the grid has.");
  assert_refused ("raw_rate_gbps", "w=16 h=9 fps=50 bits=8 chroma=430",
                  "“raw_rate_gbps” has no value for these inputs: The chroma sampling is 444, 422 or 420.");
  assert_refused ("hdmi_payload_gbps", "raw_gbps=18 code=", "code is empty; a word is expected.");
  assert_refused ("hdmi_payload_gbps", "raw_gbps=18 code=10b8b",
                  "“hdmi_payload_gbps” has no value for these inputs: The code is written like 8b10b or 16b18b.");
}

static double
value_of (const char *name, const char *inputs)
{
  g_autoptr (GError) error = NULL;
  const double value = calculate (name, inputs, &error);

  g_assert_no_error (error);
  return value;
}

static void
test_grid (void)
{
  g_assert_cmpfloat (value_of ("grid_width_m", "columns=30 cabinet_width_mm=640"), ==, 19.2);
  g_assert_cmpfloat_with_epsilon (value_of ("grid_height_m", "rows=17 cabinet_height_mm=640"), 10.88, 1e-12);
  g_assert_cmpfloat (value_of ("grid_pixels", "count=30 cabinet_px=256"), ==, 7680);
  g_assert_cmpfloat (value_of ("grid_cells", "columns=30 rows=17"), ==, 510);
  g_assert_cmpfloat (value_of ("grid_cells", "columns=30 rows=17 missing=10"), ==, 500);
  g_assert_cmpfloat_with_epsilon (value_of ("area_m2", "cells=510 cabinet_width_mm=640 cabinet_height_mm=640"), 208.896,
                                  1e-9);
  g_assert_cmpfloat (value_of ("pixel_total", "cells=510 cabinet_px_w=256 cabinet_px_h=256"), ==, 33423360);
  g_assert_cmpfloat (value_of ("pixel_pitch_mm", "cabinet_mm=640 cabinet_px=256"), ==, 2.5);
  g_assert_cmpfloat (value_of ("diagonal_m", "width_m=3 height_m=4"), ==, 5);
}

/* both sides count: 7680 columns with 4096 rows are not 8K */
static void
test_uhd_class (void)
{
  g_assert_cmpfloat (value_of ("uhd_class", "px_w=7680 px_h=4352"), ==, 3);
  g_assert_cmpfloat (value_of ("uhd_class", "px_w=7680 px_h=4320"), ==, 3);
  g_assert_cmpfloat (value_of ("uhd_class", "px_w=7680 px_h=4096"), ==, 2);
  g_assert_cmpfloat (value_of ("uhd_class", "px_w=7679 px_h=4320"), ==, 2);
  g_assert_cmpfloat (value_of ("uhd_class", "px_w=20000 px_h=2159"), ==, 1);
  g_assert_cmpfloat (value_of ("uhd_class", "px_w=1920 px_h=1080"), ==, 1);
  g_assert_cmpfloat (value_of ("uhd_class", "px_w=20000 px_h=1079"), ==, 0);
}

static void
test_hours (void)
{
  g_assert_cmpfloat (value_of ("hours_per_day", "on_min=480 off_min=1320"), ==, 14);
  g_assert_cmpfloat (value_of ("hours_per_day", "on_min=1080 off_min=60"), ==, 7);
  g_assert_cmpfloat (value_of ("hours_per_day", "on_min=1080 off_min=1500"), ==, 7);
  g_assert_cmpfloat (value_of ("hours_per_day", "on_min=0 off_min=1440"), ==, 24);
  g_assert_cmpfloat (value_of ("hours_per_day", "on_min=420 off_min=420"), ==, 24);
  g_assert_cmpfloat (value_of ("hours_per_day", "on_min=0 off_min=0"), ==, 24);
  assert_refused (
      "hours_per_day", "on_min=60 off_min=2000",
      "“hours_per_day” has no value for these inputs: On and off at the same minute means all day; a day has "
      "at most 24 hours.");
}

/* limits where a formula would divide by nothing, or lose its digits */
static void
test_limits (void)
{
  g_assert_cmpfloat (value_of ("pa_factor", "r=0 n=10"), ==, 10);
  g_assert_cmpfloat_with_epsilon (value_of ("pa_factor", "r=1e-12 n=10"), 10, 1e-9);
  g_assert_cmpfloat (value_of ("annuity", "pv=1000 r=0 n=10"), ==, 100);
  g_assert_cmpfloat_with_epsilon (value_of ("upw_star", "d=0.03 e=0.03 n=10"), 10, 1e-12);
  g_assert_cmpfloat (value_of ("tco_npv", "capex=100 opex=10 d=0 n=5 resid=20"), ==, 130);
  g_assert_cmpfloat (value_of ("ports_needed_px", "px_total=1300000 capacity=650000"), ==, 2);
  g_assert_cmpfloat (value_of ("ports_needed_px", "px_total=1300001 capacity=650000"), ==, 3);
  g_assert_cmpfloat (value_of ("ports_needed_px", "px_total=0 capacity=650000"), ==, 0);
  g_assert_cmpfloat (value_of ("controllers_needed", "px_total=100 device_px=60 ports=30 device_ports=10"), ==, 3);
  g_assert_cmpfloat (value_of ("controllers_needed", "px_total=100 device_px=20 ports=30 device_ports=10"), ==, 5);
  g_assert_cmpfloat (value_of ("slots_per_loop", "loop_s=60 spot_s=7"), ==, 8);
  g_assert_cmpfloat (value_of ("slots_per_loop", "loop_s=1.2 spot_s=0.1"), ==, 12);
}

/* beside the middle, before an edge: half of a screen of twice the width */
static void
test_solid_angle_offset (void)
{
  const double half = value_of ("solid_angle_sr", "w_m=16 h_m=9 distance_m=30 offset=8");
  const double whole = value_of ("solid_angle_sr", "w_m=32 h_m=9 distance_m=30");

  g_assert_cmpfloat_with_epsilon (half, whole / 2, 1e-12);
}

/* "input:quantity", "input=constant" or "input" of a row of the estimate */
static const char *
named_input (const QpFormula *formula, const char *text)
{
  g_autofree char *name = g_strndup (text, strcspn (text, ":="));

  for (const QpInput *input = formula->inputs; input->name != NULL; input++)
    if (strcmp (input->name, name) == 0)
      return input->name;
  g_error ("%s has no input %s", formula->name, name);
}

/* each row of the estimate gives its formula every input once, so nothing in it is unknown by a slip of the pen */
static void
test_estimate_rows (void)
{
  guint computed = 0;

  for (guint i = 0; i < qp_quantity_count (); i++)
    {
      const QpQuantity *quantity = qp_quantity_at (i);
      g_autoptr (GHashTable) given = g_hash_table_new (g_str_hash, g_str_equal);

      if (quantity->formula == NULL)
        continue;
      const QpFormula *formula = qp_quantity_formula (i); /* of several with one name, the one with these inputs */
      if (formula == NULL)
        g_error ("%s needs the formula %s", quantity->key, quantity->formula);
      for (guint j = 0; quantity->inputs[j] != NULL; j++)
        g_assert_true (g_hash_table_add (given, (gpointer) named_input (formula, quantity->inputs[j])));
      g_assert_cmpuint (g_hash_table_size (given), ==, qp_formula_n_inputs (formula));
      computed++;
    }
  g_assert_cmpuint (computed, >, 20);
}

/* light of the cells of a 16 × 9 m screen that lie before a receiver at (0, distance, 0) facing (nx, ny), cell by cell
 */
static double
summed_lx (double distance_m, double nx, double ny)
{
  const int n = 400;
  double sum = 0;

  for (int i = 0; i < n; i++)
    for (int j = 0; j < n; j++)
      {
        const double x = 16 * ((i + 0.5) / n - 0.5), z = 9 * ((j + 0.5) / n - 0.5);
        const double square = x * x + distance_m * distance_m + z * z;
        const double towards = x * nx - distance_m * ny;

        if (towards > 0)
          sum += distance_m * towards / (square * square) * 16 * 9 / n / n;
      }
  return 300 * sum;
}

/* a receiver that faces sideways sees a part of the screen; one behind it, or facing away, nothing */
static void
test_light_clipped (void)
{
  const double aside
      = value_of ("illuminance_rect_exact_lx", "w_m=16 h_m=9 zc_m=0 px=0 py=10 pz=0 nx=1 ny=0 nz=0 l_cdm2=300");
  const double askew
      = value_of ("illuminance_rect_exact_lx", "w_m=16 h_m=9 zc_m=0 px=0 py=10 pz=0 nx=0.8 ny=-0.6 nz=0 l_cdm2=300");

  g_assert_cmpfloat_with_epsilon (aside, summed_lx (10, 1, 0), 1e-3 * aside);
  g_assert_cmpfloat_with_epsilon (askew, summed_lx (10, 0.8, -0.6), 1e-3 * askew);
  g_assert_cmpfloat (
      value_of ("illuminance_rect_exact_lx", "w_m=16 h_m=9 zc_m=0 px=0 py=10 pz=0 nx=0 ny=1 nz=0 l_cdm2=300"), ==, 0);
  g_assert_cmpfloat (
      value_of ("illuminance_rect_exact_lx", "w_m=16 h_m=9 zc_m=0 px=0 py=-10 pz=0 nx=0 ny=1 nz=0 l_cdm2=300"), ==, 0);
}

static void
test_symbols (void)
{
  g_assert_cmpstr (qp_formula_unit_symbol ("deg"), ==, "°");
  g_assert_cmpstr (qp_formula_unit_symbol ("cd/m2"), ==, "cd/m²");
  g_assert_cmpstr (qp_formula_unit_symbol ("1"), ==, "");
  g_assert_cmpstr (qp_formula_unit_symbol ("mm"), ==, "mm");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/formula/unique", test_unique);
  g_test_add_func ("/formula/complete", test_complete);
  g_test_add_func ("/formula/expression-names-inputs", test_expression_names_inputs);
  g_test_add_func ("/formula/not-known", test_not_known);
  g_test_add_func ("/formula/never-infinite", test_never_infinite);
  g_test_add_func ("/formula/match", test_match);
  g_test_add_func ("/formula/match-errors", test_match_errors);
  g_test_add_func ("/formula/refused", test_refused);
  g_test_add_func ("/formula/grid", test_grid);
  g_test_add_func ("/formula/uhd-class", test_uhd_class);
  g_test_add_func ("/formula/hours", test_hours);
  g_test_add_func ("/formula/limits", test_limits);
  g_test_add_func ("/formula/solid-angle-offset", test_solid_angle_offset);
  g_test_add_func ("/formula/light-clipped", test_light_clipped);
  g_test_add_func ("/formula/estimate-rows", test_estimate_rows);
  g_test_add_func ("/formula/symbols", test_symbols);
  return g_test_run ();
}
