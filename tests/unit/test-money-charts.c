/* test-money-charts.c: the charts of money: cost by group, years, what matters most, power over a day, variants
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "budget-help.h"
#include "paint-help.h"

#include "render/qp-chart.h"
#include "render/qp-paint-cost.h"
#include "render/qp-paint-load.h"
#include "render/qp-paint-risk.h"
#include "render/qp-paint-years.h"

#include <math.h>
#include <string.h>

#define WIDTH 700
#define COST(n, more) "<cost id='f81d4fae-7dec-11d0-a765-00a0c91e02" n "' " more "/>"
#define PRICE(n, more) "<price id='f81d4fae-7dec-11d0-a765-00a0c91e03" n "' key='p" n "' date='2026-05' source='offer' " more "/>"
#define SCREEN "f81d4fae-7dec-11d0-a765-00a0c91e0012"

static const QpTheme themes[] = { QP_THEME_LIGHT, QP_THEME_DARK, QP_THEME_PRINT };

typedef struct
{
  BudgetFixture budget;
  QpYears years;
  QpRisk risk;
  GPtrArray *variants;
} Fixture;

static void
fixture_read (Fixture *self, gboolean full)
{
  if (full)
    budget_fixture_read (
      &self->budget,
      "currency='CNY' horizon_years='10' first_year='2027' discount_rate_percent='5' tariff_per_kwh='0.5' tariff_periods='08:00-11:30 1'",
      BUDGET_CABINET PRICE ("01", "item='led display' per='m2' currency='CNY' low='9000' likely='12000' high='18000'")
        PRICE ("02", "item='steel structure' per='m2' currency='CNY' low='800' likely='1000' high='1500'")
          COST ("01", "name='Adverts' group='N' quantity='1' price='90000'")
            BUDGET_SITE ("", "") "<alternative id='f81d4fae-7dec-11d0-a765-00a0c91e0401' name='Half'>"
                                 "<changed id='f81d4fae-7dec-11d0-a765-00a0c91e0402' of='" SCREEN "' field='rows' value='2'/></alternative>");
  else
    budget_fixture_read (&self->budget, "", "");
  qp_years_init (&self->years, self->budget.budget, self->budget.root, QP_CASE_LIKELY);
  qp_risk_init (&self->risk, self->budget.budget, &self->years, self->budget.root, 1);
  self->variants = qp_variants_new (self->budget.root, self->budget.empty, "2026-11-28");
}

static void
fixture_clear (Fixture *self)
{
  g_ptr_array_unref (self->variants);
  qp_risk_clear (&self->risk);
  qp_years_clear (&self->years);
  budget_fixture_clear (&self->budget);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, fixture_clear)

typedef enum
{
  GROUPS,
  YEARS,
  RISK,
  LOAD,
  VARIANTS,
  N_CHARTS,
} Chart;

static double
height_of (const Fixture *f, Chart chart, const QpPlanStyle *style)
{
  const double heights[N_CHARTS] = { qp_cost_chart_height (f->budget.budget, style), qp_years_chart_height (style), qp_risk_chart_height (&f->risk, style),
                                     qp_load_chart_height (style), qp_variants_chart_height (f->variants, style) };

  return heights[chart];
}

static cairo_surface_t *
paint (const Fixture *f, Chart chart, QpTheme theme, QpPlanStyle *style)
{
  qp_plan_style_init (style, theme, QP_TEXT_PX);
  const double height = height_of (f, chart, style);
  cairo_surface_t *surface = qp_canvas_surface_new (WIDTH, (int) height);
  cairo_t *cr = cairo_create (surface);

  qp_set_colour (cr, style->paper);
  cairo_paint (cr);
  if (chart == GROUPS)
    qp_paint_cost_chart (cr, 0, 0, WIDTH, f->budget.budget, "CNY", style);
  else if (chart == YEARS)
    qp_paint_years_chart (cr, 0, 0, WIDTH, height, &f->years, "CNY", style);
  else if (chart == RISK)
    qp_paint_risk_chart (cr, 0, 0, WIDTH, &f->risk, "CNY", style);
  else if (chart == LOAD)
    qp_paint_load_chart (cr, 0, 0, WIDTH, height, &f->budget.budget->load, "CNY", style);
  else
    qp_paint_variants_chart (cr, 0, 0, WIDTH, f->variants, "CNY", style);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* bars where there are values; none without */
static void
test_series (void)
{
  static const guint series[N_CHARTS] = { [YEARS] = 0, [RISK] = 0, [LOAD] = 0 };
  g_auto (Fixture) full = { 0 }, empty = { 0 };

  fixture_read (&full, TRUE);
  fixture_read (&empty, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (themes); i++)
    for (guint chart = YEARS; chart <= LOAD; chart++)
      {
        QpPlanStyle style;
        cairo_surface_t *with = paint (&full, chart, themes[i], &style), *without = paint (&empty, chart, themes[i], &style);
        const guint32 colour = qp_rgb (qp_chart_colour (&style, series[chart]));
        g_assert_cmpuint (qp_count_pixels (with, colour), >, 500);
        g_assert_cmpuint (qp_count_pixels (without, colour), ==, 0);
        cairo_surface_destroy (with);
        cairo_surface_destroy (without);
      }
}

static void
test_bars (void)
{
  g_auto (Fixture) full = { 0 }, empty = { 0 };

  fixture_read (&full, TRUE);
  fixture_read (&empty, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (themes); i++)
    {
      QpPlanStyle style;
      cairo_surface_t *groups = paint (&full, GROUPS, themes[i], &style), *variants = paint (&full, VARIANTS, themes[i], &style);
      cairo_surface_t *nothing = paint (&empty, GROUPS, themes[i], &style);
      g_assert_cmpuint (qp_count_pixels (variants, qp_rgb (style.face)), >, 2000); /* the project as it stands is strong */
      g_assert_cmpuint (qp_count_pixels (groups, qp_rgb (style.ink)), >, qp_count_pixels (nothing, qp_rgb (style.ink)) + 100);
      cairo_surface_destroy (groups);
      cairo_surface_destroy (variants);
      cairo_surface_destroy (nothing);
    }
}

static void
assert_says (char *words, const char *part)
{
  g_test_message ("%s", words);
  g_assert_nonnull (strstr (words, part));
  g_free (words);
}

/* 16 m² at 12 000, and steel at 1000; half as high is half of it */
static void
test_words (void)
{
  g_auto (Fixture) f = { 0 }, empty = { 0 };

  fixture_read (&f, TRUE);
  fixture_read (&empty, FALSE);
  assert_says (qp_cost_chart_words (f.budget.budget, "CNY"), "A, display: 198."); /* 0.5 m² of spares */
  assert_says (qp_cost_chart_words (f.budget.budget, "CNY"), "E, steel structure and cladding: 16.0 (1 line without an amount).");
  assert_says (qp_years_chart_words (&f.years, "CNY"), "First cost: 242\u2009k CNY.");
  assert_says (qp_risk_chart_words (&f.risk, "CNY"), "What matters most. Display: ");
  assert_says (qp_load_chart_words (&f.budget.budget->load, "CNY"), "08:00–11:30 at 1 CNY/kWh: 4.09 MWh a year.");
  assert_says (qp_variants_chart_words (f.variants, "CNY"), "Half: 8.0, −50\u2009%");
  assert_says (qp_years_chart_words (&empty.years, NULL), "No years yet");
  assert_says (qp_risk_chart_words (&empty.risk, NULL), "No ranges yet");
  assert_says (qp_load_chart_words (&empty.budget.budget->load, NULL), "No power known yet");
}

/* a group of which nothing is known has a row as low as its name: five of them take less room than two that have amounts */
static void
test_unknown_groups_are_low (void)
{
  static const char price[] = COST ("01", "name='Paint' group='F' quantity='1' price='90000'");
  static const char unknown[] = COST ("02", "name='Network' group='I' quantity='1'") COST ("03", "name='Sound' group='D' quantity='1'")
      COST ("04", "name='Lightning' group='H' quantity='1'") COST ("05", "name='Review' group='K' quantity='1'");
  g_autofree char *both = g_strconcat (price, unknown, NULL);
  g_auto (BudgetFixture) one = { 0 }, many = { 0 };
  QpPlanStyle style;

  qp_plan_style_init (&style, QP_THEME_LIGHT, QP_TEXT_PX);
  budget_fixture_read (&one, "currency='CNY'", price);
  budget_fixture_read (&many, "currency='CNY'", both);
  const double bar = qp_cost_chart_height (one.budget, &style), all = qp_cost_chart_height (many.budget, &style);
  g_assert_cmpfloat (all - bar, <, 4 * 2 * style.text_px);
  g_assert_cmpfloat (all - bar, >, 4 * style.text_px);
  assert_says (qp_cost_chart_words (many.budget, "CNY"), "I, network and security: not known · 1 line without an amount.");
}

static void
test_axes (void)
{
  const QpAxis even = { 0, 10, FALSE, 100, 200 }, powers = { 1, 1000, TRUE, 300, 0 };
  g_autofree char *tenths = qp_axis_number (0.6000000001, 0.2), *whole = qp_axis_number (-800, 200), *zero = qp_axis_number (-1e-12, 5);

  g_assert_cmpfloat_with_epsilon (qp_axis_place (&even, 2.5), 125, 1e-9);
  g_assert_cmpfloat_with_epsilon (qp_axis_place (&powers, 10), 200, 1e-9);
  g_assert_cmpfloat_with_epsilon (qp_axis_step (17, 5), 5, 1e-9);
  g_assert_cmpfloat_with_epsilon (qp_axis_end (3.14), 4, 1e-9);
  g_assert_cmpstr (tenths, ==, "0.6");
  g_assert_cmpstr (whole, ==, "−800");
  g_assert_cmpstr (zero, ==, "0");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/money-charts/series", test_series);
  g_test_add_func ("/money-charts/bars", test_bars);
  g_test_add_func ("/money-charts/words", test_words);
  g_test_add_func ("/money-charts/unknown-groups", test_unknown_groups_are_low);
  g_test_add_func ("/money-charts/axes", test_axes);
  return g_test_run ();
}
