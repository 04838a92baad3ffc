/* test-years.c: cost over the years, rates of return and drawn ranges, against sums made by hand and by a spreadsheet
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "budget-help.h"

#include "base/qp-random-bits.h"
#include "engine/qp-finance.h"
#include "engine/qp-risk.h"

#include <math.h>
#include <string.h>

#define COST(n, more) "<cost id='f81d4fae-7dec-11d0-a765-00a0c91e02" n "' " more "/>"
#define NEAR(a, b, tolerance) g_assert_cmpfloat (fabs ((a) - (b)), <=, tolerance)
#define ONCE COST ("01", "name='Screen' group='A' quantity='1' price='1000000' tax_percent='0'")
#define YEARLY COST ("02", "name='Run' group='M' quantity='1' price='100000'")

typedef struct
{
  BudgetFixture budget;
  QpYears years;
} Fixture;

static void
fixture_read (Fixture *self, const char *attributes, const char *inside)
{
  budget_fixture_read (&self->budget, attributes, inside);
  qp_years_init (&self->years, self->budget.budget, self->budget.root, QP_CASE_LIKELY);
}

static void
fixture_clear (Fixture *self)
{
  qp_years_clear (&self->years);
  budget_fixture_clear (&self->budget);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, fixture_clear)

/* a million, then 100 000 at the end of ten years at 8 %: in a spreadsheet 1000000-PV(8%;10;100000) = 1 671 008.14, and
 * -PMT(8%;10;1671008.14) = 249 029.49 */
static void
test_present_value (void)
{
  g_auto (Fixture) f = { 0 };

  fixture_read (&f, "horizon_years='10' discount_rate_percent='8'", ONCE YEARLY COST ("03", "item='contingency' quantity='0'"));
  NEAR (f.years.npv, 1671008.1398941441, 1e-4);
  NEAR (f.years.annuity, 249029.4886970753, 1e-4);
  g_assert_cmpint (qp_year (&f.years, 0)->first, ==, 100000000);
  g_assert_cmpint (qp_year (&f.years, 0)->running, ==, 0);
  g_assert_cmpint (qp_year (&f.years, 10)->running, ==, 10000000);
  g_assert_cmpint (qp_year (&f.years, 10)->cumulative, ==, -200000000);
  g_assert_true (isnan (f.years.payback) && isnan (f.years.irr)); /* nothing comes in */
}

/* income and no known first cost: that is no pay-back at once */
static void
test_nothing_paid (void)
{
  g_auto (Fixture) f = { 0 };

  fixture_read (&f, "horizon_years='10' discount_rate_percent='8'", COST ("01", "name='Screen' group='A' quantity='1'")
                COST ("02", "name='Adverts' group='N' quantity='1' price='1000'"));
  g_assert_true (f.years.partial);
  g_assert_true (isnan (f.years.payback) && isnan (f.years.irr));
}

/* the same with a rise of 3 % and a tenth of the display left: 1000000 + 100000 × 7.7766377019 − 100000 ÷ 1.08^10 */
static void
test_rise_and_residual (void)
{
  g_auto (Fixture) f = { 0 };

  fixture_read (&f, "horizon_years='10' discount_rate_percent='8' rise_percent='3' residual_percent='10'", ONCE YEARLY);
  NEAR (f.years.npv, 1000000 + 100000 * 7.7766377019 - 100000 / pow (1.08, 10), 0.05); /* yearly sums are whole cents */
  g_assert_cmpint (qp_year (&f.years, 1)->running, ==, 10300000);
  g_assert_cmpint (qp_year (&f.years, 10)->residual, ==, 10000000);
}

/* built in two phases; each runs from the year after; the second site's display comes in year 2 */
static void
test_phases (void)
{
  g_auto (Fixture) f = { 0 };

  fixture_read (&f, "horizon_years='5' discount_rate_percent='5' tariff_per_kwh='1'",
                BUDGET_CABINET "<site id='f81d4fae-7dec-11d0-a765-00a0c91e0020' name='a' build_year='2027' permit_years='6'>" COST (
                  "01", "name='x' group='E' quantity='1' price='100' tax_percent='0'") COST ("02", "name='y' group='M' quantity='1' price='7'") "</site>"
                "<site id='f81d4fae-7dec-11d0-a765-00a0c91e0021' name='b' build_year='2029' permit_years='3'>" COST (
                  "03", "name='x' group='E' quantity='1' price='200' tax_percent='0'") COST ("04", "name='y' group='M' quantity='1' price='9'") "</site>"
                COST ("05", "name='Film' group='M' quantity='1' price='50' every_years='2'")
                COST ("06", "name='Opening' group='M' quantity='1' price='11' year='2028' last_year='2028'"));
  static const gint64 first[] = { 10000, 0, 20000, 0, 0, 0 }, running[] = { 0, 1800, 700, 1600, 1600, 1600 };
  static const gint64 renewal[] = { 0, 0, 5000, 0, 5000, 0 };
  g_assert_cmpint (f.years.first_year, ==, 2027);
  for (guint t = 0; t <= 5; t++)
    {
      g_assert_cmpint (qp_year (&f.years, t)->first, ==, first[t]);
      g_assert_cmpint (qp_year (&f.years, t)->running, ==, running[t]);
      g_assert_cmpint (qp_year (&f.years, t)->renewal, ==, renewal[t]);
    }
  g_assert_cmpuint (f.years.permit_years, ==, 3);
}

/* energy follows the tariff's own rise; carbon from the grid that is chosen */
static void
test_energy_and_carbon (void)
{
  g_auto (Fixture) f = { 0 };

  fixture_read (&f, "horizon_years='2' discount_rate_percent='0' rise_percent='50' tariff_rise_percent='10' tariff_per_kwh='1' grid='south'",
                BUDGET_CABINET BUDGET_SITE ("", ""));
  g_assert_cmpint (qp_year (&f.years, 1)->energy, ==, 1541760); /* 14 016 kWh × 1.1 */
  g_assert_cmpint (qp_year (&f.years, 2)->energy, ==, 1695936);
  NEAR (qp_year (&f.years, 2)->kwh, 14016, 1e-9);
  NEAR (f.years.co2_t, 2 * 14016 * 0.4042 / 1000, 1e-9);
  g_assert_true (f.years.partial);
  g_auto (Fixture) unknown = { 0 };
  fixture_read (&unknown, "horizon_years='2' tariff_per_kwh='1'", BUDGET_CABINET BUDGET_SITE ("", ""));
  g_assert_true (isnan (unknown.years.co2_t) && isnan (unknown.years.npv) && isnan (unknown.years.annuity));
}

/* spreadsheet: IRR(-1000;300;300;300;300;300) = 15.24 %; paid back after 3 1/3 years */
static void
test_income (void)
{
  g_auto (Fixture) f = { 0 };

  fixture_read (&f, "horizon_years='5' discount_rate_percent='10'",
                COST ("01", "name='x' group='K' quantity='1' price='1000' tax_percent='0'") COST ("02", "item='contingency' quantity='0'")
                COST ("03", "name='Rent of slots' group='N' quantity='12' price='25'"));
  NEAR (f.years.irr, 0.15238237116630671, 1e-9);
  NEAR (f.years.payback, 10.0 / 3, 1e-9);
  NEAR (f.years.npv_net, 137.23603082323, 1e-6); /* -1000+PV(10%;5;-300) */
  NEAR (f.years.npv, 1000, 1e-9);
}

/* who passes: 100 an hour from 6 to 18 in the parts of the day that are known: morning 4 h, day 7 h, evening 1 h */
static void
test_opportunities (void)
{
  g_auto (Fixture) f = { 0 };

  fixture_read (&f, "horizon_years='1' discount_rate_percent='0'",
                BUDGET_CABINET "<site id='f81d4fae-7dec-11d0-a765-00a0c91e0010'><plan id='f81d4fae-7dec-11d0-a765-00a0c91e0011'>"
                               "<screen id='f81d4fae-7dec-11d0-a765-00a0c91e0012' " BUDGET_SCREEN_ATTRIBUTES "/>"
                               "<audience id='f81d4fae-7dec-11d0-a765-00a0c91e0013' outline='0,0 9,0 9,9' people_morning_per_h='100' "
                               "people_day_per_h='100' people_evening_per_h='100'/></plan></site>"
                COST ("01", "name='x' group='M' quantity='1' price='4380' tax_percent='0'"));
  NEAR (f.years.ots, 1200 * 365.0, 1e-6);
  NEAR (f.years.per_ots, 0.01, 1e-9);
}

static void
test_no_single_rate (void)
{
  const double twice[] = { -100, 300, -210 }, never[] = { -100, 10 }, none[] = { 0, 0 };

  g_assert_true (isnan (qp_finance_irr (twice, 3)));
  g_assert_true (isnan (qp_finance_payback (never, 2)));
  NEAR (qp_finance_irr (never, 2), -0.9, 1e-9);
  g_assert_true (isnan (qp_finance_irr (none, 2)));
  NEAR (qp_finance_payback (none, 2), 0, 0);
}

/* the published sequence of the generator */
static void
test_generator (void)
{
  QpRandomBits random = { 1234567 };

  g_assert_cmpuint (qp_random_bits_next (&random), ==, G_GUINT64_CONSTANT (6457827717110365317));
  g_assert_cmpuint (qp_random_bits_next (&random), ==, G_GUINT64_CONSTANT (3203168211198807973));
}

#define RANGED(n, group, low, likely, high) \
  COST (n, "name='" n "' group='" group "' quantity='1' price_low='" low "' price='" likely "' price_high='" high "' tax_percent='0'")

/* one triangle from 0 to 100 with its top in the middle: a tenth is below 100 × √(0.1 ÷ 2) = 22.36 */
static void
test_triangle (void)
{
  g_auto (Fixture) f = { 0 };
  g_auto (QpRisk) risk = { 0 }, again = { 0 }, other = { 0 };

  fixture_read (&f, "horizon_years='3' discount_rate_percent='5'", RANGED ("01", "E", "0", "50", "100") COST ("09", "item='contingency' quantity='0'"));
  qp_risk_init (&risk, f.budget.budget, &f.years, f.budget.root, 1);
  NEAR (risk.first.p10, 22.36, 0.5);
  NEAR (risk.first.p50, 50, 0.5);
  NEAR (risk.first.p90, 77.64, 0.5);
  NEAR (risk.first.mean, 50, 0.3);
  NEAR (risk.npv.p50, risk.first.p50, 1e-9); /* all of it is now */
  qp_risk_init (&again, f.budget.budget, &f.years, f.budget.root, 1);
  qp_risk_init (&other, f.budget.budget, &f.years, f.budget.root, 2);
  g_assert_cmpfloat (risk.first.p10, ==, again.first.p10);
  g_assert_cmpfloat (risk.first.p10, !=, other.first.p10);
  g_assert_cmpfloat (risk.first.p90, ==, again.first.p90);
}

/* what is widest stands first; a share follows what it is of */
static void
test_tornado (void)
{
  g_auto (Fixture) f = { 0 };
  g_auto (QpRisk) risk = { 0 };

  fixture_read (&f, "horizon_years='10' discount_rate_percent='8'",
                RANGED ("01", "A", "900", "1000", "1300") RANGED ("02", "M", "10", "20", "90")
                COST ("03", "name='03' group='K' unit='%' quantity_of='A-J' price_low='5' price='10' price_high='20' tax_percent='0'")
                COST ("09", "item='contingency' quantity='0'"));
  qp_risk_init (&risk, f.budget.budget, &f.years, f.budget.root, 7);
  g_assert_cmpuint (risk.bars->len, ==, 3);
  g_assert_cmpstr (qp_risk_bar (&risk, 0)->line->name, ==, "02"); /* 80 a year for ten years */
  g_assert_cmpstr (qp_risk_bar (&risk, 1)->line->name, ==, "01"); /* 400, and 10 % of it */
  g_assert_cmpstr (qp_risk_bar (&risk, 2)->line->name, ==, "03");
  NEAR (risk.likely_first, 1100, 1e-6);
  NEAR (risk.likely_npv, f.years.npv, 1e-3);
  NEAR (qp_risk_bar (&risk, 1)->high - risk.likely_npv, 330, 1e-6);
  NEAR (qp_risk_bar (&risk, 2)->high - risk.likely_npv, 100, 1e-6);
}

static void
test_nothing_known (void)
{
  g_auto (Fixture) f = { 0 };
  g_auto (QpRisk) risk = { 0 };

  fixture_read (&f, "", "");
  qp_risk_init (&risk, f.budget.budget, &f.years, f.budget.root, 1);
  g_assert_true (isnan (risk.first.p50) && isnan (risk.npv.p50) && isnan (risk.likely_first));
  g_assert_cmpuint (risk.bars->len, ==, 0);
  g_assert_cmpuint (f.years.n, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/years/present-value", test_present_value);
  g_test_add_func ("/years/rise-and-residual", test_rise_and_residual);
  g_test_add_func ("/years/phases", test_phases);
  g_test_add_func ("/years/energy-and-carbon", test_energy_and_carbon);
  g_test_add_func ("/years/income", test_income);
  g_test_add_func ("/years/opportunities", test_opportunities);
  g_test_add_func ("/years/no-single-rate", test_no_single_rate);
  g_test_add_func ("/risk/generator", test_generator);
  g_test_add_func ("/risk/triangle", test_triangle);
  g_test_add_func ("/risk/tornado", test_tornado);
  g_test_add_func ("/risk/nothing-known", test_nothing_known);
  g_test_add_func ("/years/nothing-paid", test_nothing_paid);
  return g_test_run ();
}
