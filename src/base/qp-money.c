/* qp-money.c: sums of money in the units that people count large sums in
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "base/qp-money.h"

#include "base/qp-number.h"

#include <math.h>
#include <string.h>

#define THIN "\u2009"
#define DASH "\u2013"

/* "M|1000000" */
static double
split_scale (const char *scale, char **word)
{
  const char *bar = strchr (scale, '|');

  *word = g_strndup (scale, bar == NULL ? 0 : (gsize) (bar - scale));
  return bar == NULL ? 1 : g_ascii_strtod (bar + 1, NULL);
}

/**
 * qp_money_scale:
 * @value: a sum in units of a currency
 * @word: (out) (transfer full): what stands between number and currency, "" for plain units
 *
 * Chooses the unit that a sum of this size is counted in: millions and thousands in English, 亿 and 万 in Chinese.
 *
 * Returns: what the sum is to be divided by
 */
double
qp_money_scale (double value, char **word)
{
  /* Translators: what large sums of money are counted in, a bar, and how many that is; Chinese takes 亿|100000000 */
  const char *const scales[] = { C_ ("large sums", "M|1000000"),
                                 /* Translators: the same for smaller sums; Chinese takes 万|10000 */
                                 C_ ("smaller sums", "k|1000") };
  static const double from[] = { 1, 10 };

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      const double divisor = split_scale (scales[i], word);
      if (divisor > 1 && fabs (value) >= from[i] * divisor)
        return divisor;
      g_clear_pointer (word, g_free);
    }
  *word = g_strdup ("");
  return 1;
}

/**
 * qp_money_unit:
 * @scale: what large sums are counted in, as qp_money_scale() tells
 * @currency: (nullable): their currency
 *
 * Returns: (transfer full): both in the order in which they stand behind a number, "" when there is neither
 */
char *
qp_money_unit (const char *scale, const char *currency)
{
  return g_strstrip (g_strdup_printf ("%s %s", scale, currency == NULL ? "" : currency));
}

/**
 * qp_money_text:
 * @low: least amount, units of the currency
 * @high: greatest amount; the same for a single one
 * @currency: (nullable): their currency
 *
 * Returns: (transfer full): "1.2–1.5 M CNY"; "not known" when one of them is
 */
char *
qp_money_text (double low, double high, const char *currency)
{
  g_autofree char *scale = NULL;

  if (isnan (low) || isnan (high))
    return g_strdup (_ ("not known"));
  const double divisor = qp_money_scale (fmax (fabs (low), fabs (high)), &scale);
  g_autofree char *from = qp_number_display_significant (low / divisor, 3);
  g_autofree char *to = qp_number_display_significant (high / divisor, 3);
  g_autofree char *amount = strcmp (from, to) == 0 ? g_strdup (to)
                            : low < 0              ? g_strdup_printf (_ ("%s to %s"), from, to)
                                                   : g_strdup_printf ("%s" DASH "%s", from, to);
  g_autofree char *unit = qp_money_unit (scale, currency);

  return *unit == '\0' ? g_steal_pointer (&amount) : g_strdup_printf ("%s" THIN "%s", amount, unit);
}
