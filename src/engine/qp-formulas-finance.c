/* qp-formulas-finance.c: present value, rate of return and payback of a row of yearly flows
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/qp-finance.h"
#include "engine/qp-formula-private.h"

#include "base/qp-number.h"

#define MAX_FLOWS 256
#define LEAST_RATE (-0.99)
#define GREATEST_RATE 100.0

/* clang-format off */
#define FLOWS { "flows", "word", QP_ANY, QP_ANY, NULL, N_("Flows from year 0 on, with spaces between: costs negative") }
/* clang-format on */

/**
 * qp_finance_npv:
 * @flows: (array length=n): flows; the first is now, each later one a year after
 * @n: how many
 * @rate: discount rate, above −1
 *
 * Returns: their present value
 */
double
qp_finance_npv (const double *flows, guint n, double rate)
{
  double sum = 0, factor = 1;

  for (guint i = 0; i < n; i++, factor /= 1 + rate)
    sum += flows[i] * factor;
  return sum + 0 * rate; /* not known without a rate, whatever the flows */
}

/**
 * qp_finance_irr:
 * @flows: (array length=n): flows from year 0 on
 * @n: how many
 *
 * Returns: the rate at which their present value is zero; NaN when the flows do not change sign exactly once, so that there is
 *   none or no single one
 */
double
qp_finance_irr (const double *flows, guint n)
{
  double low = LEAST_RATE, high = GREATEST_RATE;
  guint changes = 0;

  for (guint i = 0, last = n; i < n; i++)
    if (flows[i] != 0)
      {
        changes += last < n && (flows[i] < 0) != (flows[last] < 0);
        last = i;
      }
  const double at_low = qp_finance_npv (flows, n, low);
  if (changes != 1 || (at_low < 0) == (qp_finance_npv (flows, n, high) < 0))
    return NAN;
  for (guint step = 0; step < 200 && high - low > 1e-14; step++)
    {
      const double middle = (low + high) / 2;
      if ((qp_finance_npv (flows, n, middle) < 0) == (at_low < 0))
        low = middle;
      else
        high = middle;
    }
  return (low + high) / 2;
}

/**
 * qp_finance_payback:
 * @flows: (array length=n): flows from year 0 on
 * @n: how many
 *
 * Returns: years until the sum of the flows is no longer negative, for the last time, straight within a year; NaN when it stays so
 */
double
qp_finance_payback (const double *flows, guint n)
{
  double sum = 0, years = 0;

  for (guint i = 0; i < n; i++)
    {
      const double before = sum;
      sum += flows[i];
      if (before < 0 && sum >= 0)
        years = i - 1 + -before / flows[i];
    }
  return n == 0 || !(sum >= 0) ? NAN : years;
}

/* 0 when the text is no row of numbers */
static guint
read_flows (const char *text, double *flows)
{
  g_auto (GStrv) words = g_strsplit_set (text == NULL ? "" : text, " ,|", -1);
  guint n = 0;

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0' && (n == MAX_FLOWS || qp_real_parse (words[i], &flows[n++]) > QP_PARSE_ROUNDED))
      return 0;
  return n;
}

static double
compute_npv (const QpArgument *in)
{
  double flows[MAX_FLOWS];
  const guint n = read_flows (in[1].word, flows);

  return n == 0 ? NAN : qp_finance_npv (flows, n, in[0].number);
}

static const QpFormula formula_npv = {
  .name = "npv",
  .topic = "cost",
  .unit = "currency",
  .label = N_("Net present value"),
  .expression = "Σ flows[t] ÷ (1 + r)^t for t = 0, 1, …",
  .source = "Microsoft, NPV function (support.microsoft.com)",
  .validity = N_("The first flow is now and not discounted; the others are at the ends of the years."),
  .inputs = { { "r", "", 0, 1, NULL, N_("Discount rate") }, FLOWS },
  .evaluate = compute_npv,
};

static double
compute_irr (const QpArgument *in)
{
  double flows[MAX_FLOWS];
  const guint n = read_flows (in[0].word, flows);

  return n == 0 ? NAN : qp_finance_irr (flows, n);
}

static const QpFormula formula_irr = {
  .name = "irr",
  .topic = "cost",
  .unit = "1",
  .label = N_("Internal rate of return"),
  .expression = "r at which Σ flows[t] ÷ (1 + r)^t is 0",
  .source = "Microsoft, IRR function (support.microsoft.com)",
  .validity = N_("Only for flows that change sign once; others have no single rate."),
  .inputs = { FLOWS },
  .evaluate = compute_irr,
};

static double
compute_payback (const QpArgument *in)
{
  double flows[MAX_FLOWS];
  const guint n = read_flows (in[0].word, flows);

  return n == 0 ? NAN : qp_finance_payback (flows, n);
}

static const QpFormula formula_payback = {
  .name = "payback_years",
  .topic = "cost",
  .unit = "a",
  .label = N_("Payback"),
  .expression = "years until Σ flows[t] is no longer negative",
  .source = N_("definition"),
  .validity = N_("Not discounted; straight within a year."),
  .inputs = { FLOWS },
  .evaluate = compute_payback,
};

const QpFormula *const qp_formulas_finance[] = {
  &formula_npv,
  &formula_irr,
  &formula_payback,
  NULL,
};
