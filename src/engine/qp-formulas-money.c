/* qp-formulas-money.c: investment, energy, carbon and cost over the years
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/qp-formula-private.h"

#define YEAR_END N_("n is a whole number of years; money flows at the end of each year.")
#define FACTORS "Compound interest factors (vdocuments.us/discrete-cash-flow.html)"
#define GSA "GSA life-cycle costing (gsacriteria.tpub.com/p100)"

/* (1 − (1 + r)⁻ⁿ) ÷ r, kept exact for small r */
static double
present_worth (double r, double n)
{
  return r == 0 ? n : -expm1 (-n * log1p (r)) / r;
}

static gboolean
is_whole (double value)
{
  return value == floor (value);
}

/* sum of qᵗ for t = 1…n, where q is growth against discount */
static double
discounted_sum (double growth, double discount, double n)
{
  const double q = (1 + growth) / (1 + discount);
  double sum = 0 * q, term = 1; /* what is not known stays so in no years, too */

  if (!is_whole (n))
    return NAN;
  for (int year = 1; year <= n; year++)
    sum += term *= q;
  return sum;
}

/* clang-format off */
#define DAYS { "days", "d", 0, 366, "365", N_("Days a year") }
#define KWH { "kwh", "kWh", 0, 1e13, NULL, N_("Energy") }
#define D { "d", "", 0, 1, NULL, N_("Discount rate") }
#define N { "n", "a", 0, 200, NULL, N_("Years") }
#define PERIODS { "n", "", 0, 10000, NULL, N_("Periods") }
#define R { "r", "", 0, 1, NULL, N_("Rate") }
/* clang-format on */

static double
compute_capex (const QpArgument *in)
{
  const double area_m2 = in[0].number, price_per_m2 = in[1].number;

  return area_m2 * price_per_m2;
}

static const QpFormula formula_capex = {
  .name = "capex",
  .topic = "cost",
  .unit = "currency",
  .label = N_("Investment in the display"),
  .expression = "area_m2 × price_per_m2",
  .source = N_("definition"),
  .validity = N_("The display only, at a price that has its own source and date."),
  .inputs = { { "area_m2", "m2", 0, 1e8, NULL, N_("Area of the face") },
              { "price_per_m2", "currency/m2", 0, 1e9, NULL, N_("Price per m²") } },
  .evaluate = compute_capex,
};

static double
compute_annual_kwh (const QpArgument *in)
{
  const double avg_kw = in[0].number, hours = in[1].number, days = in[2].number;

  return avg_kw * hours * days;
}

static const QpFormula formula_annual_kwh = {
  .name = "annual_kwh",
  .topic = "cost",
  .unit = "kWh",
  .label = N_("Energy a year"),
  .expression = "avg_kw × hours × days",
  .source = N_("definition"),
  .inputs
  = { { "avg_kw", "kW", 0, 1e9, NULL, N_("Average power") }, { "hours", "h", 0, 24, NULL, N_("Hours a day") }, DAYS },
  .evaluate = compute_annual_kwh,
};

static double
compute_annual_kwh_from_power (const QpArgument *in)
{
  const double avg_power_w = in[0].number, hours_per_day = in[1].number, days = in[2].number;

  return avg_power_w * hours_per_day * days / 1000;
}

static const QpFormula formula_annual_kwh_from_power = {
  .name = "annual_kwh_from_power",
  .topic = "cost",
  .unit = "kWh",
  .label = N_("Energy a year"),
  .expression = "avg_power_w × hours_per_day × days ÷ 1000",
  .source = N_("definition"),
  .inputs = { { "avg_power_w", "W", 0, 1e12, NULL, N_("Average power") },
              { "hours_per_day", "h", 0, 24, NULL, N_("Hours a day") },
              DAYS },
  .evaluate = compute_annual_kwh_from_power,
};

static double
compute_energy_cost (const QpArgument *in)
{
  const double kwh = in[0].number, tariff = in[1].number;

  return kwh * tariff;
}

static const QpFormula formula_energy_cost = {
  .name = "energy_cost",
  .topic = "cost",
  .unit = "currency",
  .label = N_("Cost of energy"),
  .expression = "kwh × tariff",
  .source = N_("definition"),
  .inputs = { KWH, { "tariff", "currency/kWh", 0, 1e6, NULL, N_("Tariff") } },
  .evaluate = compute_energy_cost,
};

static double
compute_annual_co2_t (const QpArgument *in)
{
  const double kwh = in[0].number, factor = in[1].number;

  return kwh * factor / 1000;
}

static const QpFormula formula_annual_co2_t = {
  .name = "annual_co2_t",
  .topic = "carbon",
  .unit = "t",
  .label = N_("Carbon dioxide a year"),
  .expression = "kwh × factor ÷ 1000",
  .source = N_("definition"),
  .validity = N_("With a factor of the same series and year throughout."),
  .inputs = { KWH, { "factor", "kgCO2/kWh", 0, 10, NULL, N_("Carbon factor of the grid") } },
  .evaluate = compute_annual_co2_t,
};

static double
compute_grid_factor_cn (const QpArgument *in)
{
  const double year = in[0].number;
  const char *area = in[1].word;

  static const struct
  {
    int year;
    const char *area;
    double kg_per_kwh;
  } factors[] = {
    { 2022, "national", 0.5366 },  { 2023, "national", 0.5306 }, { 2023, "north", 0.6361 },
    { 2023, "northeast", 0.5122 }, { 2023, "east", 0.5500 },     { 2023, "central", 0.5271 },
    { 2023, "northwest", 0.5543 }, { 2023, "south", 0.4042 },    { 2023, "southwest", 0.2472 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (factors); i++)
    if (factors[i].year == year && g_str_equal (factors[i].area, area))
      return factors[i].kg_per_kwh;
  return NAN;
}

static const QpFormula formula_grid_factor_cn = {
  .name = "grid_factor_cn",
  .topic = "carbon",
  .unit = "kgCO2/kWh",
  .label = N_("Carbon factor of China’s grid"),
  .expression = "table by year and area",
  .source = "MEE and NBS, CO₂ factors of electricity 2022 and 2023",
  .validity = N_("Known are national for 2022 and 2023 and, for 2023, north, northeast, east, central, northwest, "
                  "south and southwest."),
  .inputs = { { "year", "", 1990, 2100, NULL, N_("Year of the factor") },
              { "area", "word", QP_ANY, QP_ANY, NULL,
                N_("National, north, northeast, east, central, northwest, south or southwest") } },
  .evaluate = compute_grid_factor_cn,
};

static double
compute_pa_factor (const QpArgument *in)
{
  const double r = in[0].number, n = in[1].number;

  return present_worth (r, n);
}

static const QpFormula formula_pa_factor = {
  .name = "pa_factor",
  .topic = "cost",
  .unit = "1",
  .label = N_("Present worth of 1 a period"),
  .expression = "(1 − (1 + r)^−n) ÷ r",
  .source = FACTORS,
  .inputs = { R, PERIODS },
  .evaluate = compute_pa_factor,
};

static double
compute_ap_factor (const QpArgument *in)
{
  const double r = in[0].number, n = in[1].number;

  return 1 / present_worth (r, n);
}

static const QpFormula formula_ap_factor = {
  .name = "ap_factor",
  .topic = "cost",
  .unit = "1",
  .label = N_("Capital recovery of 1"),
  .expression = "r ÷ (1 − (1 + r)^−n)",
  .source = FACTORS,
  .validity = N_("There is at least a part of a period."),
  .inputs = { R, PERIODS },
  .evaluate = compute_ap_factor,
};

static double
compute_annuity (const QpArgument *in)
{
  const double pv = in[0].number, r = in[1].number, n = in[2].number;

  return pv / present_worth (r, n);
}

static const QpFormula formula_annuity = {
  .name = "annuity",
  .topic = "cost",
  .unit = "currency",
  .label = N_("Equal yearly cost"),
  .expression = "pv × r ÷ (1 − (1 + r)^−n)",
  .source = FACTORS,
  .validity = N_("There is at least a part of a period."),
  .inputs = { { "pv", "currency", 0, 1e15, NULL, N_("Present value") }, R, PERIODS },
  .evaluate = compute_annuity,
};

static double
compute_upw_star (const QpArgument *in)
{
  const double d = in[0].number, e = in[1].number, n = in[2].number;

  return discounted_sum (e, d, n);
}

static const QpFormula formula_upw_star = {
  .name = "upw_star",
  .topic = "cost",
  .unit = "1",
  .label = N_("Present worth of a rising yearly 1"),
  .expression = "Σ ((1 + e) ÷ (1 + d))^t for t = 1…n",
  .source = GSA,
  .validity = YEAR_END,
  .inputs = { D, { "e", "", -0.5, 1, NULL, N_("Yearly rise") }, N },
  .evaluate = compute_upw_star,
};

static double
compute_real_escalation (const QpArgument *in)
{
  const double E = in[0].number, I = in[1].number;

  return (E - I) / (1 + I);
}

static const QpFormula formula_real_escalation = {
  .name = "real_escalation",
  .topic = "cost",
  .unit = "1",
  .label = N_("Real rise"),
  .expression = "(E − I) ÷ (1 + I)",
  .source = GSA,
  .inputs = { { "E", "", -0.5, 1, NULL, N_("Nominal rise") }, { "I", "", -0.5, 1, NULL, N_("Inflation") } },
  .evaluate = compute_real_escalation,
};

static double
compute_tco_npv (const QpArgument *in)
{
  const double capex = in[0].number, opex = in[1].number, d = in[2].number, esc = in[3].number, n = in[4].number;
  const double resid = in[5].number;

  return capex + opex * discounted_sum (esc, d, n) - resid / pow (1 + d, n);
}

static const QpFormula formula_tco_npv = {
  .name = "tco_npv",
  .topic = "cost",
  .unit = "currency",
  .label = N_("Cost over the years, present value"),
  .expression = "capex + Σ opex × ((1 + esc) ÷ (1 + d))^t − resid ÷ (1 + d)^n, t = 1…n",
  .source = GSA,
  .validity = YEAR_END,
  .inputs = { { "capex", "currency", 0, 1e15, NULL, N_("Investment") },
              { "opex", "currency", 0, 1e15, NULL, N_("Cost of a year") },
              D,
              { "esc", "", -0.5, 1, "0", N_("Yearly rise of the cost") },
              N,
              { "resid", "currency", 0, 1e15, "0", N_("Residual value") } },
  .evaluate = compute_tco_npv,
};

const QpFormula *const qp_formulas_money[] = {
  &formula_capex,
  &formula_annual_kwh,
  &formula_annual_kwh_from_power,
  &formula_energy_cost,
  &formula_annual_co2_t,
  &formula_grid_factor_cn,
  &formula_pa_factor,
  &formula_ap_factor,
  &formula_annuity,
  &formula_upw_star,
  &formula_real_escalation,
  &formula_tco_npv,
  NULL,
};
