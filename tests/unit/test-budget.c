/* test-budget.c: quantities, prices, sums and funds of a budget, against sums made by hand
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "budget-help.h"

#include "engine/qp-energy.h"

#include <math.h>
#include <string.h>

#define PRICE(n, item, per, more) \
  "<price id='f81d4fae-7dec-11d0-a765-00a0c91e01" n "' key='p" n "' item='" item "' per='" per "' source='offer' " more "/>"
#define COST(n, more) "<cost id='f81d4fae-7dec-11d0-a765-00a0c91e02" n "' " more "/>"

static void
test_amounts (void)
{
  gint64 parts[3];
  const double thirds[] = { 1.0 / 3, 1.0 / 3, 1.0 / 3 }, open[] = { 0.5, NAN, 0.25 };

  g_assert_cmpint (qp_amount_times (qp_amount_quantity (0.5, 6), 1), ==, 1); /* half a minor unit rounds up */
  g_assert_cmpint (qp_amount_times (qp_amount_quantity (1194.39, 2), 1190000), ==, 1421324100);
  g_assert_cmpint (qp_amount_times (qp_amount_quantity (1e12, 0), 100), ==, QP_AMOUNT_MAX);
  g_assert_cmpint (qp_amount_times (qp_amount_quantity (1e12, 0), 101), ==, QP_NO_AMOUNT);
  g_assert_cmpint (qp_amount_times (QP_NO_AMOUNT, 1), ==, QP_NO_AMOUNT);
  g_assert_cmpint (qp_amount_quantity (NAN, 0), ==, QP_NO_AMOUNT);
  g_assert_cmpint (qp_amount_quantity (-1, 0), ==, QP_NO_AMOUNT);
  g_assert_cmpint (qp_amount_quantity (2.345, 2), ==, 2350000);
  g_assert_cmpint (qp_amount_share (-250, 5000), ==, -125);
  g_assert_cmpint (qp_amount_percent (10001, 12.5), ==, 1250);
  g_assert_cmpint (qp_amount_ratio (1000, qp_amount_quantity (3, 0)), ==, 333);
  g_assert_cmpint (qp_amount_ratio (1000, 0), ==, QP_NO_AMOUNT);
  g_assert_cmpint (qp_amount_plus (G_MAXINT64, 1), ==, G_MAXINT64);
  qp_amount_split (1000, thirds, 3, parts);
  g_assert_cmpint (parts[0] + parts[1] + parts[2], ==, 1000);
  qp_amount_split (1001, open, 3, parts);
  g_assert_cmpint (parts[0], ==, 501);
  g_assert_cmpint (parts[1], ==, 0);
  g_assert_cmpint (parts[2], ==, 250);
}

static void
test_ranges (void)
{
  const QpAmount middle = qp_amount_range (100, QP_NO_AMOUNT, 201), only = qp_amount_range (QP_NO_AMOUNT, 7, QP_NO_AMOUNT);
  const QpAmount odd = qp_amount_range (9, 5, 3), none = qp_amount_range (QP_NO_AMOUNT, QP_NO_AMOUNT, QP_NO_AMOUNT);

  g_assert_cmpint (middle.likely, ==, 151);
  g_assert_cmpint (only.low, ==, 7);
  g_assert_cmpint (only.high, ==, 7);
  g_assert_cmpint (odd.low, ==, 5);
  g_assert_cmpint (odd.high, ==, 5);
  g_assert_false (qp_amount_is_known (&none));
}

/* 16 m² at 10 000 are 160 000; 1 spare of 0.5 m² 5000; steel of 16 × 45 = 720 kg at 12 are 8640; 15 % of 173 640 are 26 046; 13 % tax of
 * each */
static void
test_by_hand (void)
{
  g_auto (BudgetFixture) f = { 0 };

  budget_fixture_read (&f, "", BUDGET_CABINET BUDGET_SITE ("price='10000' price_source='offer' price_date='2026-10'", "")
                       PRICE ("01", "steel structure", "kg", "currency='CNY' low='10' high='14' date='2026-09'")
                       PRICE ("02", "installation", "percent", "likely='15' date='2026'"));
  const QpBudgetRow *display = budget_fixture_row (&f, "display"), *spares = budget_fixture_row (&f, "spares");
  const QpBudgetRow *steel = budget_fixture_row (&f, "steel"), *work = budget_fixture_row (&f, "installation");
  g_assert_cmpint (display->amount.likely, ==, 16000000);
  g_assert_cmpint (spares->quantity, ==, 500000);
  g_assert_cmpint (spares->amount.likely, ==, 500000);
  g_assert_cmpint (steel->quantity, ==, 720000000);
  g_assert_true (steel->middle && steel->ranged);
  g_assert_cmpint (steel->amount.low, ==, 720000);
  g_assert_cmpint (steel->amount.likely, ==, 864000);
  g_assert_cmpint (steel->amount.high, ==, 1008000);
  g_assert_cmpint (work->per, ==, QP_PRICE_PER_PERCENT);
  g_assert_cmpint (work->quantity, ==, 17364000);
  g_assert_cmpint (work->amount.likely, ==, 2604600);
  g_assert_true (work->partial); /* controllers and more have no price */
  g_assert_cmpint (display->tax.likely, ==, 2080000);
  g_assert_cmpint (f.budget->first.amount.likely, ==, 16000000 + 500000 + 864000 + 2604600);
  g_assert_cmpint (f.budget->groups[QP_COST_DISPLAY].amount.likely, ==, 16500000);
  g_assert_cmpint (f.budget->groups[QP_COST_DISPLAY].missing, ==, 0);
  g_assert_cmpint (qp_budget_per_m2 (f.budget), ==, 1248038); /* 19 968 600 ÷ 16 */
  g_assert_true (qp_budget_is_partial (f.budget));
}

static void
test_missing_is_no_zero (void)
{
  g_auto (BudgetFixture) f = { 0 };

  budget_fixture_read (&f, "", BUDGET_CABINET BUDGET_SITE ("", ""));
  const QpBudgetRow *display = budget_fixture_row (&f, "display"), *design = budget_fixture_row (&f, "design");
  const QpBudgetRow *energy = budget_fixture_row (&f, "energy");
  g_assert_cmpint (display->gap, ==, QP_GAP_PRICE);
  g_assert_cmpint (display->amount.likely, ==, QP_NO_AMOUNT);
  g_assert_cmpint (display->quantity, ==, 16000000);
  g_assert_cmpint (design->gap, ==, QP_GAP_PRICE);
  g_assert_cmpint (energy->gap, ==, QP_GAP_PRICE);
  g_assert_cmpuint (f.budget->first.missing, ==, f.budget->first.n);
  g_assert_cmpint (qp_budget_per_m2 (f.budget), ==, QP_NO_AMOUNT);
  g_autofree char *text = qp_amount_display (display->amount.likely);
  g_assert_cmpstr (text, ==, "not known");
}

/* the nearest cost line counts; a quantity of 0 takes the item out */
static void
test_lines (void)
{
  g_auto (BudgetFixture) f = { 0 };

  budget_fixture_read (&f, "",
                       BUDGET_CABINET BUDGET_SITE ("", COST ("01", "item='players' quantity='3' price='1000.50' price_date='2026' tax_percent='6'")
                                                       COST ("02", "item='rent' quantity='0'")
                                                       COST ("03", "name='Ladder' group='J' unit='m' quantity_of='height_m' price='99.99'"))
                       COST ("04", "item='players' price='7'") COST ("05", "item='decoders' price='8'")
                       COST ("06", "name='Office' group='M' quantity='1' price='50000' every_years='5'"));
  const QpBudgetRow *players = budget_fixture_row (&f, "players");
  g_assert_cmpint (players->amount.likely, ==, 300150);
  g_assert_cmpint (players->tax.likely, ==, 18009);
  g_assert_true (players->quantity_typed);
  g_assert_null (budget_fixture_row (&f, "rent"));
  g_assert_cmpint (budget_fixture_row (&f, "decoders")->gap, ==, QP_GAP_QUANTITY);
  gboolean ladder = FALSE, office = FALSE;
  for (guint i = 0; i < f.budget->rows->len; i++)
    {
      const QpBudgetRow *row = qp_budget_row (f.budget, i);
      if (g_strcmp0 (row->name, "Ladder") == 0)
        ladder = row->amount.likely == 19998 && row->group == QP_COST_INSTALLATION && row->owner->kind == QP_KIND_SCREEN;
      if (g_strcmp0 (row->name, "Office") == 0)
        office = row->every == 5 && isnan (row->tax_percent);
    }
  g_assert_true (ladder && office);
  g_assert_cmpint (f.budget->yearly.amount.likely, ==, 0); /* only known: what comes every five years */
}

static void
test_currencies (void)
{
  g_auto (BudgetFixture) without = { 0 }, with = { 0 }, undated = { 0 };
  static const char price[] = PRICE ("01", "led display", "m2", "currency='USD' likely='1000' environment='outdoor' date='2026-11'");
  g_autofree char *plain = g_strconcat (BUDGET_CABINET BUDGET_SITE ("", ""), price, NULL);
  g_autofree char *rated = g_strconcat (plain, "<fact id='f81d4fae-7dec-11d0-a765-00a0c91e0301' quantity='exchange_rate' value='7.1' "
                                               "unit='CNY/USD' date='2026-11-01'/>", NULL);
  g_autofree char *dateless = g_strconcat (plain, "<fact id='f81d4fae-7dec-11d0-a765-00a0c91e0301' quantity='exchange_rate' value='7.1' "
                                                  "unit='CNY/USD'/>", NULL);

  budget_fixture_read (&without, "", plain);
  budget_fixture_read (&with, "", rated);
  budget_fixture_read (&undated, "", dateless);
  g_assert_cmpint (budget_fixture_row (&without, "display")->gap, ==, QP_GAP_CURRENCY);
  g_assert_cmpint (budget_fixture_row (&undated, "display")->gap, ==, QP_GAP_CURRENCY);
  g_assert_cmpint (budget_fixture_row (&with, "display")->price.likely, ==, 710000);
  g_assert_nonnull (budget_fixture_row (&with, "display")->rate);
  g_autofree char *gap = qp_budget_row_gap (budget_fixture_row (&without, "display"));
  g_assert_nonnull (strstr (gap, "USD"));
}

/* own currency, then the project's own, then the equipment, then the newest; what does not fit does not count */
static void
test_which_price (void)
{
  g_auto (BudgetFixture) f = { 0 };

  budget_fixture_read (&f, "price_age_months='12'",
                       BUDGET_CABINET BUDGET_SITE ("", "")
                       PRICE ("01", "led display", "m2", "currency='CNY' likely='1' environment='indoor' date='2026-11'")
                       PRICE ("02", "led display", "m2", "currency='CNY' likely='2' pitch_max_mm='2.5' date='2026-11'")
                       PRICE ("03", "led display", "m2", "currency='USD' likely='3' date='2026-11'")
                       PRICE ("04", "led display", "kg", "currency='CNY' likely='4' date='2026-11'")
                       PRICE ("05", "led display", "m2", "currency='CNY' likely='5' date='2025-10'")
                       PRICE ("06", "led display", "m2", "currency='CNY' likely='6' date='2025-09'")
                       PRICE ("07", "steel structure", "m2", "currency='CNY' likely='7' date='2025-11'")
                       PRICE ("08", "player", "unit", "currency='CNY' likely='8' equipment='other' date='2026'"));
  const QpBudgetRow *display = budget_fixture_row (&f, "display");
  g_assert_cmpint (display->price.likely, ==, 500);
  g_assert_true (display->old);
  g_assert_false (budget_fixture_row (&f, "steel")->old);
  g_assert_cmpint (budget_fixture_row (&f, "steel")->quantity, ==, 16000000); /* priced per m², so counted in m² */
  g_assert_cmpint (budget_fixture_row (&f, "players")->gap, ==, QP_GAP_PRICE);
}

static void
test_cabinet_price (void)
{
  g_auto (BudgetFixture) f = { 0 };

  budget_fixture_read (&f, "",
                       BUDGET_CABINET BUDGET_SITE ("", "")
                       PRICE ("01", "led display", "m2", "currency='CNY' likely='5000' date='2026-11'")
                       PRICE ("02", "led display", "cabinet", "currency='CNY' likely='3000' equipment='test' date='2024'"));
  const QpBudgetRow *display = budget_fixture_row (&f, "display");
  g_assert_cmpint (display->quantity, ==, 32000000);
  g_assert_cmpint (display->amount.likely, ==, 9600000);
  g_assert_cmpint (budget_fixture_row (&f, "spares")->amount.likely, ==, 300000);
}

/* 1130 with tax: a line of 100 that one source pays, the rest to 40 % and 60 % with a cap of 500 */
static void
test_funding (void)
{
  g_auto (BudgetFixture) f = { 0 };

  budget_fixture_read (&f, "",
                       "<funding id='f81d4fae-7dec-11d0-a765-00a0c91e0401' name='State' percent='40'/>"
                       "<funding id='f81d4fae-7dec-11d0-a765-00a0c91e0402' name='City' percent='60' cap='500'/>"
                       "<funding id='f81d4fae-7dec-11d0-a765-00a0c91e0403' name='Owner'/>"
                       COST ("01", "name='x' group='K' quantity='1' price='900'")
                       COST ("02", "name='y' group='K' quantity='1' price='100' funding='f81d4fae-7dec-11d0-a765-00a0c91e0403'")
                       COST ("03", "item='contingency' quantity='0'"));
  gint64 sum = 0;
  g_assert_cmpuint (f.budget->shares->len, ==, 4);
  for (guint i = 0; i < 4; i++)
    sum += qp_budget_share (f.budget, i)->amount;
  g_assert_cmpint (sum, ==, 113000);
  g_assert_cmpint (qp_budget_share (f.budget, 0)->amount, ==, 40680); /* 40 % of 1017 */
  g_assert_cmpint (qp_budget_share (f.budget, 1)->amount, ==, 50000);
  g_assert_true (qp_budget_share (f.budget, 1)->capped);
  g_assert_cmpint (qp_budget_share (f.budget, 2)->amount, ==, 11300);
  g_assert_null (qp_budget_share (f.budget, 3)->funding);
  g_assert_cmpint (qp_budget_share (f.budget, 3)->amount, ==, 11020);
  g_autoptr (QpFindings) findings = qp_findings_new ();
  qp_budget_check (f.budget, f.root, findings);
  guint open = 0, capped = 0;
  for (guint i = 0; i < qp_findings_length (findings); i++)
    {
      open += strcmp (qp_findings_get (findings, i)->code, "funding-open") == 0;
      capped += strcmp (qp_findings_get (findings, i)->code, "funding-cap") == 0;
    }
  g_assert_cmpuint (open, ==, 1);
  g_assert_cmpuint (capped, ==, 1);
}

/* 32 cabinets of 400 W, a quarter on average: 3.2 kW for 12 h on 365 days are 14.016 MWh at 0.68345 */
static void
test_energy (void)
{
  g_auto (BudgetFixture) f = { 0 };

  budget_fixture_read (&f, "tariff_per_kwh='0.68345'", BUDGET_CABINET BUDGET_SITE ("", ""));
  const QpBudgetRow *row = budget_fixture_row (&f, "energy");
  g_assert_cmpint (row->quantity, ==, 14016000);
  g_assert_cmpint (row->price.likely, ==, 68345);
  g_assert_cmpint (row->amount.likely, ==, 957924); /* 14.016 × 683.45 = 9579.2352 */
  g_assert_false (qp_amount_is_known (&row->tax));
}

/* 8 to 12 at 1.00, 22 to 7 at 0.30, else 0.60: of 6 to 18 four hours, one hour, seven hours */
static void
test_tariffs (void)
{
  g_auto (BudgetFixture) f = { 0 };
  gint64 mwh[3] = { 0 };
  guint n = 0;

  budget_fixture_read (&f, "tariff_per_kwh='0.6' tariff_periods='08:00-12:00 1.00; 22:00-07:00 0.30'", BUDGET_CABINET BUDGET_SITE ("", ""));
  for (guint i = 0; i < f.budget->rows->len; i++)
    if (qp_budget_row (f.budget, i)->item == qp_budget_item_find ("energy") && n < 3)
      mwh[n++] = qp_budget_row (f.budget, i)->quantity;
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpint (mwh[0], ==, 8176000); /* 3.2 × 7 × 365 */
  g_assert_cmpint (mwh[1], ==, 4672000);
  g_assert_cmpint (mwh[2], ==, 1168000);
  QpTariffs tariffs;
  qp_tariffs_init (&tariffs, (const QpProject *) f.root);
  g_autofree char *night = qp_tariff_describe (&tariffs, 2);
  g_assert_cmpstr (night, ==, "00:00–07:00, 22:00–24:00");
}

static void
test_tariff_slips (void)
{
  static const char *const bad[] = { "8-12 1", "08:00-12:00", "08:00-25:00 1", "08:00-12:00 x", "08:00-12:00 -1", "noon" };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      QpProject *project = (QpProject *) qp_node_new (QP_KIND_PROJECT, qp_id_new ());
      g_auto (QpValue) value = qp_value_text (bad[i]);
      QpTariffs tariffs;

      qp_node_init_value (&project->node, qp_kind_field (QP_KIND_PROJECT, "tariff_periods"), &value);
      qp_tariffs_init (&tariffs, project);
      g_assert_true (tariffs.problem);
      qp_node_unref (&project->node);
    }
}

/* idle 20 % and picture 25 % of the maximum at full light; by day full, by night a tenth of it; on from 12 to 24: 6 h each */
static void
test_dimming (void)
{
  g_auto (BudgetFixture) f = { 0 };

  budget_fixture_read (&f, "tariff_per_kwh='1'",
                       BUDGET_CABINET "<site id='f81d4fae-7dec-11d0-a765-00a0c91e0010'><plan id='f81d4fae-7dec-11d0-a765-00a0c91e0011'>"
                                      "<screen id='f81d4fae-7dec-11d0-a765-00a0c91e0012' cabinet='test' columns='8' rows='4' on_time='12:00' "
                                      "off_time='24:00' days_per_year='300' idle_percent='20' average_power_percent='60' "
                                      "luminance_day_cdm2='1000' luminance_night_cdm2='100' standby_percent='1'/></plan></site>");
  /* 12.8 kW at most: 60 % by day are 7.68 kW, 20 + 4 % by night 3.072 kW, 0.128 kW off; a day of operation 6 × 7.68 + 6 × 3.072 + 12 × 0.128 =
   * 66.048 kWh, 65 other days 3.072 kWh each */
  const double expected = 300 * 66.048 + 65 * 3.072;
  g_assert_cmpint (budget_fixture_row (&f, "energy")->quantity, ==, llround (expected) * 1000);
}

/* a loop of 120 s has eight slots of 15 s, a quarter of them for the public, half of the others sold: 8 × 0.75 × 0.5 × 12 = 36 slot months at 20 000 */
static void
test_income (void)
{
  g_auto (BudgetFixture) f = { 0 }, unsold = { 0 };
  static const char content[] = "<content id='f81d4fae-7dec-11d0-a765-00a0c91e0501' name='Loop' loop_s='120' spot_s='15' public_service_percent='25' %s/>";
  static const char refers[] = "content='f81d4fae-7dec-11d0-a765-00a0c91e0501'";
  g_autofree char *sold = g_strdup_printf (content, "occupancy_percent='50'"), *none = g_strdup_printf (content, "");
  g_autofree char *site = g_strdup_printf ("<site id='f81d4fae-7dec-11d0-a765-00a0c91e0010'><plan id='f81d4fae-7dec-11d0-a765-00a0c91e0011'>"
                                           "<screen id='f81d4fae-7dec-11d0-a765-00a0c91e0012' %s " BUDGET_SCREEN_ATTRIBUTES "/></plan></site>",
                                           refers);
  g_autofree char *with = g_strconcat (BUDGET_CABINET PRICE ("01", "advertising slot", "unit", "currency='CNY' likely='20000' date='2026-11'"),
                                       sold, site, NULL);
  g_autofree char *without = g_strconcat (BUDGET_CABINET, none, site, NULL);

  budget_fixture_read (&f, "currency='CNY'", with);
  budget_fixture_read (&unsold, "currency='CNY'", without);
  g_assert_cmpint (budget_fixture_row (&f, "advertising")->quantity, ==, 36000000);
  g_assert_cmpint (f.budget->income.amount.likely, ==, 72000000);
  g_assert_null (budget_fixture_row (&unsold, "advertising")); /* nobody wants to sell */
}

/* playout stands with control, earthing with power, and taxes are a group of their own */
static void
test_review_groups (void)
{
  g_auto (BudgetFixture) f = { 0 };
  QpBudgetSum sum;

  budget_fixture_read (&f, "",
                       COST ("01", "name='x' group='B' quantity='1' price='100'") COST ("02", "name='y' group='C' quantity='1' price='20'")
                       COST ("03", "name='z' group='L' quantity='1' price='3'"));
  qp_budget_review_sum (f.budget, 1, &sum);
  g_autofree char *holds = qp_review_group_holds (qp_review_group_at (1));
  g_assert_cmpint (sum.amount.likely, ==, 12000);
  g_assert_cmpstr (holds, ==, "B + C");
  qp_budget_review_sum (f.budget, 10, &sum);
  g_assert_cmpint (qp_review_group_at (10)->letter, ==, 'K');
  g_assert_cmpint (sum.amount.likely, ==, 1599); /* 13 % of 123 */
}

/* 21 900 h at 12 h a day are 5 years */
static void
test_renewal (void)
{
  g_auto (BudgetFixture) within = { 0 }, beyond = { 0 };
  static const char inside[] = BUDGET_CABINET BUDGET_SITE ("price='1000' price_date='2026'", "")
    PRICE ("01", "renewal", "percent", "likely='70' date='2026'");

  budget_fixture_read (&within, "horizon_years='10'", inside);
  budget_fixture_read (&beyond, "horizon_years='5'", inside);
  g_assert_cmpuint (budget_fixture_row (&within, "renewal")->every, ==, 5);
  g_assert_cmpint (budget_fixture_row (&within, "renewal")->amount.likely, ==, 1155000); /* 70 % of 16 500 */
  g_assert_null (budget_fixture_row (&beyond, "renewal"));
}

/* lines that mean nothing are told, and a retired screen costs nothing */
static void
test_findings (void)
{
  g_auto (BudgetFixture) f = { 0 };
  static const char *const codes[] = { "cost-item", "cost-quantity", "price-order", "tariff-periods", "price-undated", "cost-missing" };

  budget_fixture_read (&f, "tariff_periods='noon'",
                       COST ("01", "item='playrs' name='a' quantity='1' price='1'") COST ("02", "name='b' quantity_of='wdth_m' price='1'")
                       COST ("03", "name='c' quantity='1' price_low='3' price_high='2'")
                       BUDGET_CABINET BUDGET_SITE ("status='retired' price='1'", ""));
  g_autoptr (QpFindings) findings = qp_findings_new ();
  qp_budget_check (f.budget, f.root, findings);
  for (guint c = 0; c < G_N_ELEMENTS (codes); c++)
    {
      guint n = 0;
      for (guint i = 0; i < qp_findings_length (findings); i++)
        n += strcmp (qp_findings_get (findings, i)->code, codes[c]) == 0;
      g_test_message ("%s", codes[c]);
      g_assert_cmpuint (n, >, 0);
    }
  g_assert_cmpuint (f.budget->screens, ==, 0);
  g_assert_null (budget_fixture_row (&f, "display"));
}

/* every item reads quantities that exist and are shares of groups before it */
static void
test_table (void)
{
  for (guint i = 0; i < qp_budget_item_count (); i++)
    {
      const QpBudgetItem *item = qp_budget_item_at (i);
      g_test_message ("%s", item->key);
      g_assert_true (qp_budget_item_find (item->key) == item);
      for (guint per = 0; per < QP_N_PRICE_PER; per++)
        g_assert_true (item->quantity[per] == NULL || qp_quantity_index (item->quantity[per]) >= 0);
      g_assert_true (item->per == QP_PRICE_PER_PERCENT ? item->base != NULL : item->quantity[item->per] != NULL);
      if (item->base != NULL)
        g_assert_cmpint (item->base[strlen (item->base) - 1] - 'A', <, (int) item->group);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/budget/amounts", test_amounts);
  g_test_add_func ("/budget/ranges", test_ranges);
  g_test_add_func ("/budget/table", test_table);
  g_test_add_func ("/budget/by-hand", test_by_hand);
  g_test_add_func ("/budget/missing", test_missing_is_no_zero);
  g_test_add_func ("/budget/lines", test_lines);
  g_test_add_func ("/budget/currencies", test_currencies);
  g_test_add_func ("/budget/which-price", test_which_price);
  g_test_add_func ("/budget/cabinet-price", test_cabinet_price);
  g_test_add_func ("/budget/funding", test_funding);
  g_test_add_func ("/budget/energy", test_energy);
  g_test_add_func ("/budget/tariffs", test_tariffs);
  g_test_add_func ("/budget/tariff-slips", test_tariff_slips);
  g_test_add_func ("/budget/dimming", test_dimming);
  g_test_add_func ("/budget/renewal", test_renewal);
  g_test_add_func ("/budget/findings", test_findings);
  g_test_add_func ("/budget/income", test_income);
  g_test_add_func ("/budget/review-groups", test_review_groups);
  return g_test_run ();
}
