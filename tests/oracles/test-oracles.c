/* test-oracles.c: the registry against numbers published or computed elsewhere, one test case a row
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * oracles.csv has the numbers to reach. disagree.csv has published numbers that do not follow from their own
 * formula; the engine must give the formula's number.
 */
#include "engine/qp-formula.h"

#include "csv-table.h"

#include <float.h>
#include <math.h>
#include <string.h>

static CsvTable *oracles;
static CsvTable *disagree;

/* "a=1;b=word" calculated through the same door as the command line */
static double
calculate (const CsvTable *table, guint row, const QpFormula **formula)
{
  g_auto (GStrv) pairs = g_strsplit (csv_table_get (table, row, "inputs"), ";", -1);
  const char *names[QP_FORMULA_MAX_INPUTS + 1] = { NULL };
  const char *values[QP_FORMULA_MAX_INPUTS + 1] = { NULL };
  g_autoptr (GError) error = NULL;
  double result = NAN;

  for (guint i = 0; pairs[i] != NULL; i++)
    {
      char *equals = strchr (pairs[i], '=');

      g_assert_nonnull (equals);
      g_assert_cmpuint (i, <, QP_FORMULA_MAX_INPUTS);
      *equals = '\0';
      names[i] = pairs[i];
      values[i] = equals + 1;
    }
  *formula = qp_formula_match (csv_table_get (table, row, "quantity"), names, &error);
  g_assert_no_error (error);
  qp_formula_calculate (*formula, names, values, &result, &error);
  g_assert_no_error (error);
  return result;
}

static void
test_oracle (gconstpointer data)
{
  const guint row = GPOINTER_TO_UINT (data);
  const double expected = csv_table_get_number (oracles, row, "expected");
  const double tolerance = csv_table_get_number (oracles, row, "tolerance");
  const char *unit = csv_table_get (oracles, row, "unit");
  const QpFormula *formula;
  const double value = calculate (oracles, row, &formula);

  g_test_message ("%s: %.12g, expected %.12g ± %g", csv_table_get (oracles, row, "quantity"), value, expected,
                  tolerance);
  g_assert_cmpfloat (fabs (value - expected), <=, tolerance + 4 * DBL_EPSILON * fabs (expected));
  if (strcmp (formula->unit, "currency") != 0)
    g_assert_cmpstr (formula->unit, ==, unit);
  else
    g_assert_true (g_str_equal (unit, "CNY") || g_str_equal (unit, "USD"));
}

static void
test_disagree (gconstpointer data)
{
  const guint row = GPOINTER_TO_UINT (data);
  const double published = csv_table_get_number (disagree, row, "published");
  const double computed = csv_table_get_number (disagree, row, "computed");
  const QpFormula *formula;
  const double value = calculate (disagree, row, &formula);

  g_test_message ("%s: %.9g, not %.9g: %s", formula->name, value, published, csv_table_get (disagree, row, "why"));
  g_assert_cmpfloat (fabs (value - computed), <=, 1e-4 * fabs (computed));
  g_assert_cmpfloat (fabs (value - published), >, 0.9 * fabs (computed - published));
}

/* an empty or shortened table would pass every other test */
static void
test_topics (void)
{
  static const char *const topics[] = { "viewing", "legibility", "visibility", "video", "led", "dooh", "perception" };

  for (guint i = 0; i < G_N_ELEMENTS (topics); i++)
    {
      guint rows = 0;

      for (guint row = 0; row < csv_table_n_rows (oracles); row++)
        rows += g_str_equal (csv_table_get (oracles, row, "topic"), topics[i]);
      g_assert_cmpuint (rows, >, 0);
    }
  g_assert_cmpuint (csv_table_n_rows (oracles), >=, 160);
  g_assert_cmpuint (csv_table_n_rows (disagree), >=, 12);
}

static CsvTable *
read_table (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, name, NULL);
  return csv_table_read (path);
}

static void
add_rows (const CsvTable *table, const char *prefix, GTestDataFunc test)
{
  for (guint row = 0; row < csv_table_n_rows (table); row++)
    {
      g_autofree char *path
          = g_strdup_printf ("/%s/%s/%s/%s", prefix, csv_table_get (table, row, "topic"),
                             csv_table_get (table, row, "quantity"), csv_table_get (table, row, "id"));
      g_test_add_data_func (path, GUINT_TO_POINTER (row), test);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  oracles = read_table ("oracles.csv");
  disagree = read_table ("disagree.csv");

  g_test_add_func ("/oracles/topics", test_topics);
  add_rows (oracles, "oracles", test_oracle);
  add_rows (disagree, "disagree", test_disagree);

  const int result = g_test_run ();
  csv_table_free (oracles);
  csv_table_free (disagree);
  return result;
}
