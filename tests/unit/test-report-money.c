/* test-report-money.c: the tables of money in the report say what the engine calculated, and add up
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "budget-help.h"

#include "exchange/qp-report-money.h"
#include "lib/qp-random-budget.h"

#include <math.h>
#include <string.h>

#define ROUNDS 60
#define COST(n, more) "<cost id='f81d4fae-7dec-11d0-a765-00a0c91e02" n "' " more "/>"
#define PRICE(n, more) "<price id='f81d4fae-7dec-11d0-a765-00a0c91e03" n "' key='p" n "' " more "/>"
#define CITY "f81d4fae-7dec-11d0-a765-00a0c91e0501"
#define FUNDING(id, more) "<funding id='" id "' " more "/>"
#define SCREEN "f81d4fae-7dec-11d0-a765-00a0c91e0012"
#define ALTERNATIVE \
  "<alternative id='f81d4fae-7dec-11d0-a765-00a0c91e0401' name='Half' note='cheaper'>" \
  "<changed id='f81d4fae-7dec-11d0-a765-00a0c91e0402' of='" SCREEN "' field='rows' value='2'/></alternative>"
#define YEARS "currency='CNY' horizon_years='10' first_year='2027' discount_rate_percent='5' tariff_per_kwh='0.5' carbon_kg_per_kwh='0.5' "

/* --- texts of tables, read back --- */

static const char *
text_at (const QpPageTable *table, guint row, guint column)
{
  const char *text = qp_page_table_cell (table, row, column)->text;

  return text != NULL ? text : "";
}

/* minor units of "≥ 1 234.50" or of "1 235", which has no decimals; QP_NO_AMOUNT: it says that it is not known, or nothing */
static gint64
amount_of (const char *text)
{
  const gboolean negative = strstr (text, "−") != NULL;
  gint64 amount = 0;
  int decimals = -1;

  if (*text == '\0' || strcmp (text, "not known") == 0)
    return QP_NO_AMOUNT;
  for (const char *c = text; *c != '\0'; c++)
    {
      if (g_ascii_isdigit (*c))
        amount = amount * 10 + (*c - '0');
      decimals += decimals >= 0 && g_ascii_isdigit (*c);
      if (*c == '.')
        decimals = 0;
    }
  for (int i = MAX (decimals, 0); i < 2; i++)
    amount *= 10;
  return negative ? -amount : amount;
}

static gint64
amount_at (const QpPageTable *table, guint row, guint column)
{
  return amount_of (text_at (table, row, column));
}

static gboolean
is_at_least (const char *text)
{
  return g_str_has_prefix (text, "≥");
}

/* the row that begins with a text in a column; fails when there is none */
static guint
row_of (const QpPageTable *table, guint column, const char *name)
{
  for (guint row = 0; row < qp_page_table_length (table); row++)
    if (strcmp (text_at (table, row, column), name) == 0)
      return row;
  g_error ("no row “%s”", name);
}

static void
assert_text (const QpPageTable *table, guint row, guint column, const char *text)
{
  g_assert_cmpstr (text_at (table, row, column), ==, text);
}

/* --- what holds for any budget --- */

/* lines since the last heading, as the table has them */
typedef struct
{
  gint64 amount;
  gint64 with_tax;
  guint known;
  guint unknown;
} Group;

static void
count_line (Group *group, const QpPageTable *table, guint row)
{
  const gint64 amount = amount_at (table, row, QP_BUDGET_AMOUNT), with_tax = amount_at (table, row, QP_BUDGET_WITH_TAX);

  g_assert_cmpint (amount == QP_NO_AMOUNT, ==, with_tax == QP_NO_AMOUNT);
  if (amount == QP_NO_AMOUNT)
    {
      assert_text (table, row, QP_BUDGET_AMOUNT, "not known");
      g_assert_cmpint (qp_page_table_cell (table, row, QP_BUDGET_REMARK)->mark, ==, QP_PAGE_MARK_OPEN);
      group->unknown++;
      return;
    }
  group->known++;
  group->amount += amount;
  group->with_tax += with_tax;
}

/* a subtotal is the sum of its lines, and says when something is missing in it */
static void
check_subtotal (const Group *group, const QpPageTable *table, guint row)
{
  if (group->known == 0)
    {
      assert_text (table, row, QP_BUDGET_AMOUNT, "not known");
      return;
    }
  g_assert_cmpint (amount_at (table, row, QP_BUDGET_AMOUNT), ==, group->amount);
  g_assert_cmpint (amount_at (table, row, QP_BUDGET_WITH_TAX), ==, group->with_tax);
  if (group->unknown > 0)
    {
      g_assert_true (is_at_least (text_at (table, row, QP_BUDGET_AMOUNT)));
      g_assert_true (is_at_least (text_at (table, row, QP_BUDGET_WITH_TAX)));
      g_assert_nonnull (strstr (text_at (table, row, QP_BUDGET_REMARK), "missing"));
    }
}

static void
check_totals (const QpPageTable *table, const QpBudget *budget, gint64 amount, gint64 with_tax)
{
  const guint before = row_of (table, QP_BUDGET_ITEM, "First cost before tax"), tax = row_of (table, QP_BUDGET_ITEM, "Tax");
  const guint whole = row_of (table, QP_BUDGET_ITEM, "First cost with tax");
  const gboolean known = budget->first.n > budget->first.missing;

  if (!known)
    {
      assert_text (table, before, QP_BUDGET_AMOUNT, "not known");
      assert_text (table, whole, QP_BUDGET_WITH_TAX, "not known");
      return;
    }
  g_assert_cmpint (amount_at (table, before, QP_BUDGET_AMOUNT), ==, amount);
  g_assert_cmpint (amount_at (table, before, QP_BUDGET_AMOUNT), ==, budget->first.amount.likely);
  if (budget->first.n - budget->first.missing > budget->tax_missing)
    g_assert_cmpint (amount_at (table, tax, QP_BUDGET_AMOUNT), ==, budget->first.tax.likely);
  else
    assert_text (table, tax, QP_BUDGET_AMOUNT, "not known");
  g_assert_cmpint (amount_at (table, whole, QP_BUDGET_WITH_TAX), ==, with_tax);
  g_assert_cmpint (budget->first.amount.likely + budget->first.tax.likely, ==, with_tax);
  g_assert_cmpint (is_at_least (text_at (table, whole, QP_BUDGET_WITH_TAX)), ==, qp_budget_is_partial (budget));
}

static void
check_lines (const QpBudget *budget)
{
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (QpPageTable) table = qp_report_first_cost_table (budget, sources);
  Group group = { 0 };
  gint64 amount = 0, with_tax = 0;
  guint lines = 0;

  for (guint row = 0; row < qp_page_table_length (table); row++)
    if (qp_page_table_kind (table, row) == QP_PAGE_ROW_GROUP)
      group = (Group){ 0 };
    else if (qp_page_table_kind (table, row) == QP_PAGE_ROW_PLAIN)
      {
        count_line (&group, table, row);
        lines++;
      }
    else if (strcmp (text_at (table, row, QP_BUDGET_ITEM), "Subtotal") == 0)
      {
        check_subtotal (&group, table, row);
        amount += group.amount;
        with_tax += group.with_tax;
      }
  g_assert_cmpuint (lines, ==, budget->first.n);
  if (lines > 0)
    check_totals (table, budget, amount, with_tax);
}

static void
check_sums (const QpBudget *budget)
{
  g_autoptr (QpPageTable) table = qp_report_sums_table (budget, "CNY");
  gint64 sum = 0;

  for (guint row = 0; row < qp_page_table_length (table); row++)
    for (guint group = 0; group <= QP_COST_CONTINGENCY; group++)
      if (strcmp (text_at (table, row, 0), qp_values_cost_group[group].label) == 0 && budget->groups[group].n > budget->groups[group].missing)
        {
          sum += amount_at (table, row, 3);
          g_assert_cmpint (amount_at (table, row, 3), ==, budget->groups[group].amount.likely);
          g_assert_cmpint (is_at_least (text_at (table, row, 3)), >=, budget->groups[group].missing > 0);
          g_assert_cmpint (amount_of (text_at (table, row, 1)), ==, (gint64) budget->groups[group].n * 100);
        }
  if (budget->first.n > budget->first.missing)
    g_assert_cmpint (sum, ==, amount_at (table, row_of (table, 0, "First cost before tax"), 3));
}

/* what the sources pay and the difference are the first cost with tax */
static void
check_funding (const QpBudget *budget)
{
  g_autoptr (QpPageTable) table = qp_report_funding_table (budget);
  gint64 sum = 0;

  if (!qp_budget_is_funded (budget))
    {
      g_assert_cmpuint (qp_page_table_length (table), ==, 0);
      return;
    }
  const guint total = row_of (table, 0, "Sum of the sources");
  for (guint row = 0; row < total; row++)
    sum += amount_at (table, row, 3);
  g_assert_cmpint (amount_at (table, total, 3), ==, sum);
  g_assert_cmpint (sum, ==, qp_budget_funded (budget));
  if (budget->first.n > budget->first.missing)
    g_assert_cmpint (sum + amount_at (table, total + 2, 3), ==, amount_at (table, total + 1, 3));
}

/* --- a budget that is known --- */

static const char *
inside (void)
{
  return BUDGET_CABINET PRICE ("01", "item='led display' per='m2' currency='CNY' low='9000' likely='12000' high='18000' date='2026-05' "
                                     "source='a survey of the trade that is much too long to be told in every line'")
    COST ("01", "name='Paint' group='F' quantity='3' unit='set' price='88000.37' price_date='2020-01' price_source='offer' tax_percent='6' "
                "funding='" CITY "'") COST ("02", "name='Network' group='I' quantity='1'")
      COST ("03", "item='contingency' unit='%' price='5' price_date='2026'")
        COST ("04", "name='New lamps' group='M' unit='set' quantity='1' price='5000' every_years='5'")
          COST ("05", "name='Adverts' group='N' unit='slot' quantity='4' price='9000'")
            FUNDING (CITY, "name='City' percent='60' cap='150000' conditions='after the meeting'") ALTERNATIVE BUDGET_SITE ("", "");
}

static void
test_sums (void)
{
  g_auto (BudgetFixture) f = { 0 };

  budget_fixture_read (&f, YEARS, inside ());
  check_lines (f.budget);
  check_sums (f.budget);
  check_funding (f.budget);
}

static void
test_line (void)
{
  g_auto (BudgetFixture) f = { 0 };
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func (g_free);

  budget_fixture_read (&f, YEARS, inside ());
  g_autoptr (QpPageTable) table = qp_report_first_cost_table (f.budget, sources);
  const guint paint = row_of (table, QP_BUDGET_ITEM, "Paint · Project"), network = row_of (table, QP_BUDGET_ITEM, "Network · Project");
  const guint display = row_of (table, QP_BUDGET_ITEM, "Display · Wall");
  g_assert_cmpint (amount_at (table, paint, QP_BUDGET_AMOUNT), ==, 26400111);
  assert_text (table, paint, QP_BUDGET_TAX, "6\u2009%");
  g_assert_cmpint (amount_at (table, paint, QP_BUDGET_WITH_TAX), ==, 27984118);
  assert_text (table, paint, QP_BUDGET_FUNDING, "City");
  assert_text (table, paint, QP_BUDGET_REMARK, "offer; 2020-01; old price");
  g_assert_cmpint (qp_page_table_cell (table, paint, QP_BUDGET_REMARK)->mark, ==, QP_PAGE_MARK_NOTE);
  assert_text (table, network, QP_BUDGET_REMARK, "no price");
  assert_text (table, network, QP_BUDGET_WITH_TAX, "not known");
  assert_text (table, display, QP_BUDGET_REMARK, "[1]; 2026-05");
  g_assert_cmpuint (sources->len, ==, 1);
}

/* what comes every few years is told and not added to what a year costs */
static void
test_yearly (void)
{
  g_auto (BudgetFixture) f = { 0 };
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func (g_free);

  budget_fixture_read (&f, YEARS, inside ());
  g_autoptr (QpPageTable) table = qp_report_yearly_table (f.budget, sources);
  const guint lamps = row_of (table, QP_BUDGET_ITEM, "New lamps · Project"), first = row_of (table, QP_BUDGET_ITEM, "Subtotal");
  g_assert_true (g_str_has_prefix (text_at (table, lamps, QP_BUDGET_REMARK), "every 5 years, not in the sum"));
  g_assert_cmpint (amount_at (table, first, QP_BUDGET_AMOUNT), ==, f.budget->yearly.amount.likely);
  g_assert_cmpint (amount_at (table, qp_page_table_length (table) - 1, QP_BUDGET_AMOUNT), ==, 3600000);
  g_assert_cmpuint (qp_page_table_length (table), ==, f.budget->groups[QP_COST_YEARLY].n + f.budget->groups[QP_COST_INCOME].n + 4);
}

/* --- who pays --- */

static void
test_open_funding (void)
{
  g_auto (BudgetFixture) f = { 0 };

  budget_fixture_read (&f, YEARS, inside ());
  g_autoptr (QpPageTable) table = qp_report_funding_table (f.budget);
  const guint city = row_of (table, 0, "City"), rest = row_of (table, 0, "Difference");
  assert_text (table, city, 1, "60\u2009%");
  g_assert_cmpint (amount_at (table, city, 3), ==, 15000000);
  assert_text (table, city, 5, "its upper limit is reached; after the meeting");
  assert_text (table, rest, 5, "Nobody pays this yet");
  g_assert_true (is_at_least (text_at (table, rest, 3))); /* the network has no price */
}

static void
test_single_source (void)
{
  g_auto (BudgetFixture) f = { 0 };

  budget_fixture_read (&f, "currency='CNY'", COST ("01", "name='Review' group='K' quantity='1' price='100' price_date='2026'")
                                               COST ("02", "item='contingency' unit='%' price='0' price_date='2026'") FUNDING (CITY, "name='City' percent='100'"));
  g_autoptr (QpPageTable) table = qp_report_funding_table (f.budget);
  const guint rest = row_of (table, 0, "Difference");
  check_funding (f.budget);
  g_assert_cmpint (amount_at (table, row_of (table, 0, "City"), 3), ==, 11300);
  g_assert_cmpint (amount_at (table, rest, 3), ==, 0);
  assert_text (table, rest, 5, "All is paid for");
  g_assert_cmpint (qp_page_table_cell (table, rest, 5)->mark, ==, QP_PAGE_MARK_GOOD);
}

/* a tax that no line knows is not nothing */
static void
test_untaxed (void)
{
  g_auto (BudgetFixture) f = { 0 };
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func (g_free);

  budget_fixture_read (&f, "", COST ("01", "name='Review' group='K' quantity='1' price='100' price_date='2026'"));
  const QpValue unset = qp_value_unset (QP_STORAGE_REAL);
  g_autoptr (QpNode) untaxed = qp_node_with (f.root, qp_kind_field (QP_KIND_PROJECT, "tax_percent"), &unset);
  const QpEngineContext context = { (const QpProject *) untaxed, NULL, f.catalogue };
  g_autoptr (QpBudget) budget = qp_budget_new (untaxed, &context, "2026-11-28");
  g_autoptr (QpPageTable) table = qp_report_first_cost_table (budget, sources);
  check_lines (budget);
  assert_text (table, row_of (table, QP_BUDGET_ITEM, "Tax"), QP_BUDGET_AMOUNT, "not known");
  assert_text (table, row_of (table, QP_BUDGET_ITEM, "First cost with tax"), QP_BUDGET_WITH_TAX, "≥\u2009100.00");
}

/* --- years --- */

static guint
column_of (const QpPageTable *table, const char *title)
{
  for (guint i = 0; i < table->n_columns; i++)
    if (strcmp (table->titles[i], title) == 0)
      return i;
  return G_MAXUINT;
}

static void
assert_units (const QpPageTable *table, guint row, const char *title, double value)
{
  g_assert_cmpfloat_with_epsilon ((double) amount_at (table, row, column_of (table, title)) / 100, value, 0.5 + 1e-9);
}

static void
check_years (const QpPageTable *table, const QpYears *years)
{
  double discounted = 0, net = 0;

  for (guint t = 0; t <= years->n; t++)
    {
      const QpYear *year = qp_year (years, t);
      assert_units (table, t, "First cost", (double) year->first / 100);
      assert_units (table, t, "Cost of energy", (double) year->energy / 100);
      assert_units (table, t, "Net", (double) year->net / 100);
      assert_units (table, t, "Discounted", year->discounted);
      assert_units (table, t, "All added up", (double) year->cumulative / 100);
      g_assert_cmpfloat_with_epsilon ((double) amount_at (table, t, column_of (table, "CO₂, t")) / 100, year->co2_t, 0.05 + 1e-9);
      net += (double) year->net / 100;
      discounted += year->discounted;
    }
  assert_text (table, years->n + 1, 0, "Sum");
  assert_units (table, years->n + 1, "Net", net);
  assert_units (table, years->n + 1, "Discounted", discounted);
  g_assert_cmpfloat_with_epsilon (discounted, years->npv_net, 1e-3);
}

static void
test_years (void)
{
  g_auto (BudgetFixture) f = { 0 };
  g_auto (QpYears) years = { 0 };

  budget_fixture_read (&f, YEARS, inside ());
  qp_years_init (&years, f.budget, f.root, QP_CASE_LIKELY);
  g_autoptr (QpPageTable) table = qp_report_years_table (&years);
  check_years (table, &years);
  assert_text (table, 0, 0, "2027");
  assert_units (table, 3, "Income", 36000);
  g_assert_cmpuint (column_of (table, "Renewal"), !=, G_MAXUINT);
  g_assert_cmpuint (column_of (table, "Residual value"), ==, G_MAXUINT); /* there is none */
}

/* a permit of six years, ten years reckoned with, and an income of so much a year for what costs 1130 */
static char *
permit_words (const char *income, QpPageMark *mark)
{
  g_auto (BudgetFixture) f = { 0 };
  g_auto (QpYears) years = { 0 };
  g_autofree char *lines = g_strdup_printf (COST ("01", "name='Review' group='K' quantity='1' price='1000' price_date='2026'") "%s"
                                            "<site id='f81d4fae-7dec-11d0-a765-00a0c91e0010' name='Square' permit_years='6'/>", income);

  budget_fixture_read (&f, YEARS, lines);
  qp_years_init (&years, f.budget, f.root, QP_CASE_LIKELY);
  g_autoptr (QpPageTable) table = qp_report_figures_table (&years, f.root, "CNY");
  const guint row = row_of (table, 0, "Shortest term of a permit");
  assert_text (table, row, 1, "6 years");
  *mark = qp_page_table_cell (table, row, 2)->mark;
  return g_strdup (text_at (table, row, 2));
}

static void
assert_permit (const char *income, const char *words, QpPageMark mark)
{
  QpPageMark found;
  g_autofree char *text = permit_words (income, &found);

  g_assert_cmpstr (text, ==, words);
  g_assert_cmpint (found, ==, mark);
}

static void
test_permit (void)
{
  assert_permit ("", "4 years come after it: plan its renewal", QP_PAGE_MARK_NOTE);
  assert_permit (COST ("02", "name='Adverts' group='N' quantity='1' price='500'"),
                 "4 years come after it: plan its renewal; paid back before it ends", QP_PAGE_MARK_NOTE);
  assert_permit (COST ("02", "name='Adverts' group='N' quantity='1' price='120'"),
                 "4 years come after it: plan its renewal; paid back only after it ends", QP_PAGE_MARK_BAD);
  assert_permit (COST ("02", "name='Adverts' group='N' quantity='1' price='20'"),
                 "4 years come after it: plan its renewal; not paid back within the years", QP_PAGE_MARK_BAD);
}

/* what the tariffs cost is what the years say */
static void
test_tariffs (void)
{
  g_auto (BudgetFixture) f = { 0 };
  g_auto (QpYears) years = { 0 };

  budget_fixture_read (&f, YEARS "tariff_periods='08:00-11:30 1'", inside ());
  qp_years_init (&years, f.budget, f.root, QP_CASE_LIKELY);
  g_autoptr (QpPageTable) table = qp_report_tariffs_table (&f.budget->load, "");
  const guint sum = row_of (table, 0, "Sum");
  g_assert_cmpuint (sum, ==, f.budget->load.tariffs.n);
  g_assert_cmpfloat_with_epsilon ((double) amount_at (table, sum, 3) / 100, (double) qp_year (&years, 1)->energy / 100, 1);
}

/* --- alternatives --- */

static void
test_alternatives (void)
{
  g_auto (BudgetFixture) f = { 0 };

  budget_fixture_read (&f, YEARS, inside ());
  g_autoptr (GPtrArray) variants = qp_variants_new (f.root, f.empty, "2026-11-28");
  g_autoptr (QpPageTable) changes = qp_report_changes_table (variants), table = qp_report_variants_table (variants, 1, "CNY");
  const guint first = row_of (table, 0, "First cost with tax, CNY");
  assert_text (changes, 0, 0, "Half");
  assert_text (changes, 0, 1, "Wall: Rows 2");
  assert_text (changes, 0, 2, "cheaper");
  assert_text (table, row_of (table, 0, "Area, m²"), 3, "−8 (−50.0\u2009%)");
  for (guint i = 0; i < 2; i++)
    g_assert_cmpfloat_with_epsilon ((double) amount_at (table, first, i + 1) / 100, qp_variant_get (variants->pdata[i], QP_VARIANT_FIRST), 0.5);
}

/* --- any budget --- */

static void
test_random (void)
{
  guint lines = 0;

  for (guint32 seed = 1; seed <= ROUNDS; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (QpNode) root = qp_random_budget (rand);
      g_autoptr (QpCatalogue) empty = qp_catalogue_new (NULL, 0), catalogue = qp_catalogue_with_project (empty, root);
      const QpEngineContext context = { .project = (const QpProject *) root, .catalogue = catalogue };
      g_autoptr (QpBudget) budget = qp_budget_new (root, &context, "2026-11-28");
      check_lines (budget);
      check_sums (budget);
      check_funding (budget);
      lines += budget->first.n - budget->first.missing;
    }
  g_assert_cmpuint (lines, >, 4 * ROUNDS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report-money/sums", test_sums);
  g_test_add_func ("/report-money/line", test_line);
  g_test_add_func ("/report-money/yearly", test_yearly);
  g_test_add_func ("/report-money/open-funding", test_open_funding);
  g_test_add_func ("/report-money/single-source", test_single_source);
  g_test_add_func ("/report-money/untaxed", test_untaxed);
  g_test_add_func ("/report-money/years", test_years);
  g_test_add_func ("/report-money/permit", test_permit);
  g_test_add_func ("/report-money/tariffs", test_tariffs);
  g_test_add_func ("/report-money/alternatives", test_alternatives);
  g_test_add_func ("/report-money/random", test_random);
  return g_test_run ();
}
