/* test-budget-content.c: the budget charges content as the content engine counts it: once for each profile, and its versions
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "budget-help.h"

#include "engine/qp-content-project.h"
#include "engine/qp-years.h"

#include <string.h>

#define ID(n) "f81d4fae-7dec-11d0-a765-00a0c91e0" n
#define CONTENT(n, more) "<content id='" ID (n) "' name='P" n "' " more "/>"
#define SCREEN(n, columns, rows, more) \
  "<screen id='" ID (n) "' name='S" n "' cabinet='test' columns='" columns "' rows='" rows "' " more ">"
#define PLAYS(n) "content='" ID (n) "'"
#define SITE(n, more, screens) \
  "<site id='" ID (n) "' name='Square' " more "><plan id='f81d4fae-7dec-11d0-a765-00a0c91ea" n "'>" screens "</plan></site>"
#define COST(n, more) "<cost id='" ID (n) "' " more "/>"
#define VERSION_PRICE \
  "<price id='" ID ("101") "' key='v' item='content version' per='other' currency='CNY' likely='1000' source='offer' date='2026-11'/>"

static guint
count_lines (const BudgetFixture *self, gint64 *sum)
{
  guint n = 0;

  *sum = 0;
  for (guint i = 0; i < self->budget->rows->len; i++)
    if (qp_budget_item_is_content (qp_budget_row (self->budget, i)->item))
      {
        const gint64 amount = qp_budget_row (self->budget, i)->amount.likely;
        *sum += amount == QP_NO_AMOUNT ? 0 : amount;
        n++;
      }
  return n;
}

/* what the page of content tells: exactly the year, twelve months but for the rounding of each profile's month */
static gint64
year_of_content (const BudgetFixture *self, gint64 *months)
{
  g_autoptr (QpContentProject) project = qp_content_project_new (self->root, &self->context);
  gint64 sum = 0;

  *months = 0;
  for (guint i = 0; i < project->profiles->len; i++)
    {
      const QpContentProfile *profile = qp_content_profile (project, i);
      if (!qp_amount_is_known (&profile->cost))
        continue;
      sum += profile->year.likely;
      *months += 12 * profile->cost.likely;
      g_assert_cmpint (ABS (profile->year.likely - 12 * profile->cost.likely), <=, 6);
    }
  return sum;
}

/* 6 minutes a month at 5000 are 360 000 a year, for two screens of one shape together; the long one takes a version of 72 minutes at 1000; what
 * nobody plays is not made */
static void
test_shared (void)
{
  g_auto (BudgetFixture) f = { 0 };
  gint64 sum, months;

  budget_fixture_read (&f, "currency='CNY'",
                       BUDGET_CABINET VERSION_PRICE CONTENT ("501", "tier='2d' cost_per_minute='5000' fresh_hours_per_month='0.1'")
                       CONTENT ("502", "tier='2d' cost_per_minute='7000' fresh_hours_per_month='2'")
                       SITE ("010", "", SCREEN ("011", "8", "4", PLAYS ("501")) "</screen>" SCREEN ("012", "8", "4", PLAYS ("501")) "</screen>"
                             SCREEN ("013", "16", "2", PLAYS ("501")) "</screen>"
                             SCREEN ("014", "8", "1", PLAYS ("502") " status='retired'") "</screen>"));
  const QpBudgetRow *masters = budget_fixture_row (&f, "content"), *versions = budget_fixture_row (&f, "versions");

  g_assert_cmpuint (count_lines (&f, &sum), ==, 2);
  g_assert_cmpint (masters->quantity, ==, 72000000);
  g_assert_cmpint (masters->amount.likely, ==, 36000000);
  g_assert_cmpint (masters->owner->kind, ==, QP_KIND_CONTENT);
  g_assert_cmpstr (((const QpContent *) masters->owner)->name, ==, "P501");
  g_assert_cmpstr (masters->site->name, ==, "Square");
  g_assert_nonnull (strstr (masters->specification, "12 months × 6"));
  g_assert_cmpint (versions->quantity, ==, 72000000);
  g_assert_cmpint (versions->amount.likely, ==, 7200000);
  g_assert_nonnull (strstr (versions->specification, "1 further"));
  g_autofree char *unit = qp_budget_row_unit (versions);
  g_assert_cmpstr (unit, ==, "minute");
  g_assert_cmpint (sum, ==, 43200000);
  g_assert_cmpint (year_of_content (&f, &months), ==, sum);
  g_assert_cmpint (months, ==, sum);
}

/* random profiles, shapes and prices: the budget is what the content says, to the minor unit */
static void
test_same_everywhere (void)
{
  for (guint32 seed = 1; seed <= 60; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      GString *contents = g_string_new (BUDGET_CABINET VERSION_PRICE), *screens = g_string_new (NULL);
      const gint32 n = g_rand_int_range (rand, 1, 5);
      for (gint32 i = 0; i < n; i++)
        g_string_append_printf (contents, "<content id='" ID ("5%02d") "' tier='%s' %s fresh_hours_per_month='%.3f'/>", i,
                                g_rand_boolean (rand) ? "2d" : "naked_eye_3d", g_rand_boolean (rand) ? "cost_per_minute='33.33'" : "",
                                g_rand_double_range (rand, 0, 3));
      for (gint32 i = g_rand_int_range (rand, 0, 12); i > 0; i--)
        g_string_append_printf (screens, "<screen id='" ID ("6%02d") "' cabinet='test' columns='%d' rows='%d' content='" ID ("5%02d") "'/>", i,
                                g_rand_int_range (rand, 1, 5) * 2, g_rand_int_range (rand, 1, 3) * 2, g_rand_int_range (rand, 0, n));
      g_autofree char *text
          = g_strdup_printf ("%s<site id='" ID ("010") "'><plan id='" ID ("011") "'>%s</plan></site>", contents->str, screens->str);
      g_auto (BudgetFixture) f = { 0 };
      gint64 sum, months;
      budget_fixture_read (&f, "currency='CNY'", text);
      count_lines (&f, &sum);
      g_assert_cmpint (year_of_content (&f, &months), ==, sum);
      g_string_free (contents, TRUE);
      g_string_free (screens, TRUE);
    }
}

/* a screen with a line of its own stands apart, and the others share what is left; the line of a profile holds for all of it */
static void
test_typed (void)
{
  static const char profile[] = BUDGET_CABINET VERSION_PRICE "<content id='" ID ("501") "' cost_per_minute='5000' fresh_hours_per_month='0.1'>%s</content>";
  static const char apart[] = SITE ("010", "", SCREEN ("011", "8", "4", PLAYS ("501")) "</screen>"
                                    SCREEN ("012", "16", "2", PLAYS ("501")) COST ("701", "item='content' quantity='10' price='900'") "</screen>");
  static const char alone[] = SITE ("010", "", SCREEN ("011", "8", "4", PLAYS ("501")) COST ("701", "item='content' quantity='0'") "</screen>");
  g_autofree char *plain = g_strdup_printf (profile, ""), *lined = g_strdup_printf (profile, COST ("702", "item='content' price='10'"));
  g_autofree char *one = g_strconcat (plain, apart, NULL), *none = g_strconcat (plain, alone, NULL), *own = g_strconcat (lined, apart, NULL);
  g_auto (BudgetFixture) f = { 0 }, g = { 0 }, h = { 0 };
  gint64 sum;

  budget_fixture_read (&f, "currency='CNY'", one);
  g_assert_cmpuint (count_lines (&f, &sum), ==, 2); /* no version: the other shape is paid for by its own line */
  g_assert_cmpint (sum, ==, 36000000 + 900000);
  g_assert_cmpint (budget_fixture_row (&f, "content")->owner->kind, ==, QP_KIND_SCREEN);
  budget_fixture_read (&g, "currency='CNY'", none);
  g_assert_cmpuint (count_lines (&g, &sum), ==, 0);
  budget_fixture_read (&h, "currency='CNY'", own);
  count_lines (&h, &sum);
  g_assert_cmpint (sum, ==, 72 * 1000 + 900000);
}

/* without a profile nobody knows what is made; a line of the project may say it for all */
static void
test_untold (void)
{
  static const char screens[] = BUDGET_CABINET CONTENT ("501", "") SITE ("010", "", SCREEN ("011", "8", "4", "") "</screen>"
                                                                         SCREEN ("012", "8", "4", PLAYS ("501")) "</screen>");
  g_autofree char *typed = g_strconcat (screens, COST ("701", "item='content' quantity='30' price='100'"), NULL);
  g_auto (BudgetFixture) f = { 0 }, g = { 0 };
  gint64 sum;

  budget_fixture_read (&f, "", screens);
  g_assert_cmpuint (count_lines (&f, &sum), ==, 2);
  for (guint i = 0; i < f.budget->rows->len; i++)
    if (qp_budget_item_is_content (qp_budget_row (f.budget, i)->item))
      g_assert_cmpint (qp_budget_row (f.budget, i)->amount.likely, ==, QP_NO_AMOUNT);
  budget_fixture_read (&g, "", typed);
  g_assert_cmpuint (count_lines (&g, &sum), ==, 2);
  g_assert_cmpint (sum, ==, 2 * 300000);
}

/* both count a price in another currency at the dated rate of the project, and neither without one */
static void
test_currency (void)
{
  static const char price[] = BUDGET_CABINET CONTENT ("501", "tier='2d' fresh_hours_per_month='0.1'")
      "<price id='" ID ("101") "' key='k' item='content' equipment='2d' per='other' currency='USD' likely='100' source='offer' date='2026-11'/>"
      SITE ("010", "", SCREEN ("011", "8", "4", PLAYS ("501")) "</screen>");
  g_autofree char *rated = g_strconcat (price, "<fact id='" ID ("301") "' quantity='exchange_rate' value='7' unit='CNY/USD' date='2026-11-01'/>", NULL);
  g_auto (BudgetFixture) without = { 0 }, with = { 0 };
  gint64 sum, months;

  budget_fixture_read (&without, "currency='CNY'", price);
  g_assert_cmpint (budget_fixture_row (&without, "content")->gap, ==, QP_GAP_CURRENCY);
  g_assert_cmpint (year_of_content (&without, &months), ==, 0);
  budget_fixture_read (&with, "currency='CNY'", rated);
  count_lines (&with, &sum);
  g_assert_cmpint (sum, ==, 72 * 70000);
  g_assert_nonnull (budget_fixture_row (&with, "content")->rate);
  g_assert_cmpint (year_of_content (&with, &months), ==, sum);
}

/* material is paid for from the year after the first of its screens is built, wherever that stands */
static void
test_years (void)
{
  g_auto (BudgetFixture) f = { 0 };
  QpYears years;

  budget_fixture_read (&f, "currency='CNY' first_year='2027' horizon_years='6'",
                       BUDGET_CABINET CONTENT ("501", "cost_per_minute='5000' fresh_hours_per_month='0.1'")
                       SITE ("010", "build_year='2030'", SCREEN ("011", "8", "4", PLAYS ("501")) "</screen>")
                       SITE ("020", "build_year='2029'", SCREEN ("012", "8", "4", PLAYS ("501")) "</screen>"));
  g_assert_null (budget_fixture_row (&f, "content")->site);
  qp_years_init (&years, f.budget, f.root, QP_CASE_LIKELY);
  g_assert_cmpint (qp_year (&years, 2)->running, ==, 0);
  g_assert_cmpint (qp_year (&years, 3)->running, ==, 36000000);
  g_assert_cmpint (qp_year (&years, 6)->running, ==, 36000000);
  qp_years_clear (&years);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/budget-content/shared", test_shared);
  g_test_add_func ("/budget-content/same-everywhere", test_same_everywhere);
  g_test_add_func ("/budget-content/typed", test_typed);
  g_test_add_func ("/budget-content/untold", test_untold);
  g_test_add_func ("/budget-content/currency", test_currency);
  g_test_add_func ("/budget-content/years", test_years);
  return g_test_run ();
}
