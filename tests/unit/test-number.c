/* test-number.c: numbers in and out of text
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-money.h"
#include "base/qp-number.h"

#include <math.h>

static void
assert_decimal (const char *text, guint decimals, QpParse expected, gint64 number)
{
  gint64 value = -1;

  g_assert_cmpint (qp_decimal_parse (text, decimals, &value), ==, expected);
  if (expected <= QP_PARSE_ROUNDED)
    g_assert_cmpint (value, ==, number);
}

static void
test_decimal_parse (void)
{
  assert_decimal ("19.2", 6, QP_PARSE_OK, 19200000);
  assert_decimal ("-0.000001", 6, QP_PARSE_OK, -1);
  assert_decimal ("+7", 2, QP_PARSE_OK, 700);
  assert_decimal ("3.90625", 3, QP_PARSE_ROUNDED, 3906);
  assert_decimal ("0.0000005", 6, QP_PARSE_ROUNDED, 1);
  assert_decimal ("0.00000049", 6, QP_PARSE_ROUNDED, 0);
  assert_decimal ("-1.5", 0, QP_PARSE_ROUNDED, -2);
  assert_decimal ("2.500", 1, QP_PARSE_OK, 25);
  assert_decimal ("9223372036854775807", 0, QP_PARSE_RANGE, 0);
  assert_decimal ("99999999999999", 6, QP_PARSE_RANGE, 0);
}

static void
test_decimal_bad (void)
{
  static const char *const bad[] = { "", "-", ".", ".5", "5.", "1,5", "1e3", " 1", "1 ", "0x10", "1.2.3", "--1", "NaN" };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    assert_decimal (bad[i], 6, QP_PARSE_BAD, 0);
}

static void
test_decimal_round_trip (void)
{
  static const gint64 fixed[] = { 0, 1, -1, 10, 1000000, -1000000, 123456789, G_MAXINT64 / 20, -G_MAXINT64 / 20 };

  for (guint i = 0; i < 2000; i++)
    {
      const gint64 number = i < G_N_ELEMENTS (fixed) ? fixed[i] : g_test_rand_int () * (gint64) g_test_rand_int_range (1, 9999);
      const guint decimals = i % 7;
      g_autoptr (GString) text = g_string_new (NULL);
      qp_decimal_append (text, number, decimals);
      assert_decimal (text->str, decimals, QP_PARSE_OK, number);
    }
}

static void
test_decimal_shortest (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  qp_decimal_append (text, 19200000, 6);
  g_string_append_c (text, ' ');
  qp_decimal_append (text, -500000, 6);
  g_string_append_c (text, ' ');
  qp_decimal_append (text, 0, 6);
  g_string_append_c (text, ' ');
  qp_decimal_append (text, 100, 0);
  g_assert_cmpstr (text->str, ==, "19.2 -0.5 0 100");
}

static void
test_real_round_trip (void)
{
  for (guint i = 0; i < 2000; i++)
    {
      const double number = (g_test_rand_double () - 0.5) * pow (10, (double) (i % 40) - 20);
      g_autoptr (GString) text = g_string_new (NULL);
      double back = 0;
      qp_real_append (text, number);
      g_assert_cmpint (qp_real_parse (text->str, &back), ==, QP_PARSE_OK);
      g_assert_true (back == number);
    }
}

static void
test_real_bad (void)
{
  static const char *const bad[] = { "", "nan", "inf", "-inf", "0x1p3", "1,5", "abc", "1 ", " 1", "1e", "--1" };
  double value;

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_cmpint (qp_real_parse (bad[i], &value), ==, QP_PARSE_BAD);
  g_assert_cmpint (qp_real_parse ("1e999", &value), ==, QP_PARSE_RANGE);
}

static void
assert_display (double value, guint decimals, const char *expected)
{
  g_autofree char *text = qp_number_display (value, decimals);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_display (void)
{
  assert_display (1234567.891, 2, "1\u2009234\u2009567.89");
  assert_display (4352, 0, "4352");
  assert_display (10000, 0, "10\u2009000");
  assert_display (-0.5, 1, "\u22120.5");
  assert_display (-0.01, 1, "0.0");
  assert_display (208.896, 1, "208.9");
}

static void
test_display_significant (void)
{
  g_autofree char *small = qp_number_display_significant (0.012345, 3);
  g_autofree char *large = qp_number_display_significant (123456.7, 3);
  g_autofree char *zero = qp_number_display_significant (0, 3);

  g_assert_cmpstr (small, ==, "0.0123");
  g_assert_cmpstr (large, ==, "123\u2009457");
  g_assert_cmpstr (zero, ==, "0.00");
}

static void
test_display_pair (void)
{
  g_autofree char *usual = qp_number_display_pair (7680, 4320), *wide = qp_number_display_pair (17664, 9792);

  g_assert_cmpstr (usual, ==, "7680 × 4320");
  g_assert_cmpstr (wide, ==, "17\u2009664 × 9792");
}

static void
test_money_scale (void)
{
  static const struct
  {
    double value, divisor;
    const char *word;
  } cases[] = { { 999, 1, "" }, { 9999, 1, "" }, { 10000, 1000, "k" }, { 999999, 1000, "k" }, { 1e6, 1e6, "M" },
                { -2e7, 1e6, "M" }, { NAN, 1, "" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *word = NULL;
      g_assert_cmpfloat (qp_money_scale (cases[i].value, &word), ==, cases[i].divisor);
      g_assert_cmpstr (word, ==, cases[i].word);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/number/decimal/parse", test_decimal_parse);
  g_test_add_func ("/number/decimal/bad", test_decimal_bad);
  g_test_add_func ("/number/decimal/round-trip", test_decimal_round_trip);
  g_test_add_func ("/number/decimal/shortest", test_decimal_shortest);
  g_test_add_func ("/number/real/round-trip", test_real_round_trip);
  g_test_add_func ("/number/real/bad", test_real_bad);
  g_test_add_func ("/number/display/decimals", test_display);
  g_test_add_func ("/number/display/significant", test_display_significant);
  g_test_add_func ("/number/display/pair", test_display_pair);
  g_test_add_func ("/number/money-scale", test_money_scale);
  return g_test_run ();
}
