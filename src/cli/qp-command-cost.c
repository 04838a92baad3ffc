/* qp-command-cost.c: what a project costs: budget, years, ranges
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "cli/qp-cli.h"
#include "cli/qp-cost.h"
#include "cli/qp-json.h"
#include "cli/qp-table.h"
#include "engine/qp-risk.h"
#include "engine/qp-viewers.h"

#include <math.h>
#include <string.h>

typedef struct
{
  const QpNode *project;
  const char *currency;
  const char *today;
  QpBudget *budget;
  QpYears years;
  QpRisk risk;
} Cost;

static double
units (gint64 amount)
{
  return amount == QP_NO_AMOUNT ? NAN : (double) amount / 100;
}

/* -- as JSON: money in units of the currency; what is not known is null -- */

static void
write_amount (QpJson *json, const char *key, const QpAmount *amount)
{
  qp_json_begin_object (json, key);
  qp_json_number (json, "low", units (amount->low));
  qp_json_number (json, "likely", units (amount->likely));
  qp_json_number (json, "high", units (amount->high));
  qp_json_end_object (json);
}

static void
write_row (QpJson *json, const QpBudgetRow *row)
{
  static const char *const gaps[] = { NULL, "quantity", "price", "currency", "base", "size" };
  const gboolean share = row->per == QP_PRICE_PER_PERCENT;
  g_autofree char *number = qp_budget_row_number (row);
  g_autofree char *unit = qp_budget_row_unit (row);

  qp_json_begin_object (json, NULL);
  qp_json_string (json, "number", number);
  qp_json_string (json, "group", qp_values_cost_group[row->group].key);
  qp_json_string (json, "item", row->item == NULL ? NULL : row->item->key);
  qp_json_string (json, "name", qp_budget_row_name (row));
  qp_json_id (json, "owner", row->owner->id);
  qp_json_string (json, "specification", row->specification);
  qp_json_string (json, "unit", unit);
  qp_json_number (json, "quantity", row->quantity == QP_NO_AMOUNT ? NAN : (double) row->quantity / (share ? 100 : QP_QUANTITY_UNIT));
  qp_json_string (json, "quantity_of", row->quantity_of);
  qp_json_boolean (json, "quantity_typed", row->quantity_typed);
  write_amount (json, "price", &row->price);
  qp_json_string (json, "price_source", row->source);
  qp_json_string (json, "price_date", row->date);
  qp_json_boolean (json, "price_old", row->old);
  write_amount (json, "amount", &row->amount);
  qp_json_number (json, "tax_percent", row->tax_percent);
  write_amount (json, "tax", &row->tax);
  qp_json_string (json, "missing", gaps[row->gap]);
  qp_json_boolean (json, "partial", row->partial);
  qp_json_string (json, "funding", row->funding == NULL ? NULL : row->funding->name);
  qp_json_end_object (json);
}

static void
write_sum (QpJson *json, const char *key, const QpBudgetSum *sum)
{
  const gboolean known = qp_budget_sum_is_known (sum);
  const QpAmount with_tax = qp_budget_with_tax (sum);

  qp_json_begin_object (json, key);
  qp_json_integer (json, "lines", sum->n);
  qp_json_integer (json, "missing", sum->missing);
  write_amount (json, "amount", known ? &sum->amount : &QP_AMOUNT_NONE);
  write_amount (json, "tax", known ? &sum->tax : &QP_AMOUNT_NONE);
  write_amount (json, "with_tax", known ? &with_tax : &QP_AMOUNT_NONE);
  qp_json_end_object (json);
}

static void
write_budget (QpJson *json, const Cost *self)
{
  const QpBudget *budget = self->budget;

  qp_json_begin_array (json, "lines");
  for (guint i = 0; i < budget->rows->len; i++)
    write_row (json, qp_budget_row (budget, i));
  qp_json_end_array (json);
  qp_json_begin_object (json, "groups");
  for (guint group = 0; group < QP_N_COST_GROUPS; group++)
    write_sum (json, qp_values_cost_group[group].key, &budget->groups[group]);
  qp_json_end_object (json);
  qp_json_begin_object (json, "review_groups");
  for (guint i = 0; i < qp_review_group_count (); i++)
    {
      const char letter[] = { qp_review_group_at (i)->letter, '\0' };
      QpBudgetSum sum;
      qp_budget_review_sum (budget, i, &sum);
      write_sum (json, letter, &sum);
    }
  qp_json_end_object (json);
  write_sum (json, "first_cost", &budget->first);
  write_sum (json, "yearly", &budget->yearly);
  write_sum (json, "income", &budget->income);
  qp_json_boolean (json, "partial", qp_budget_is_partial (budget));
  qp_json_number (json, "area_m2", (double) budget->area / QP_QUANTITY_UNIT);
  qp_json_number (json, "first_cost_per_m2", units (qp_budget_per_m2 (budget)));
  qp_json_integer (json, "old_prices", budget->old);
  qp_json_begin_array (json, "funding");
  for (guint i = 0; i < budget->shares->len; i++)
    {
      const QpBudgetShare *share = qp_budget_share (budget, i);
      qp_json_begin_object (json, NULL);
      qp_json_string (json, "name", share->funding == NULL ? NULL : share->funding->name);
      qp_json_number (json, "amount", units (share->amount));
      qp_json_boolean (json, "capped", share->capped);
      qp_json_end_object (json);
    }
  qp_json_end_array (json);
}

static void
write_year (QpJson *json, const QpYears *years, guint t)
{
  const QpYear *year = qp_year (years, t);

  qp_json_begin_object (json, NULL);
  qp_json_integer (json, "year", years->first_year > 0 ? years->first_year + (int) t : (int) t);
  qp_json_number (json, "first_cost", units (year->first));
  qp_json_number (json, "energy", units (year->energy));
  qp_json_number (json, "running", units (year->running));
  qp_json_number (json, "renewal", units (year->renewal));
  qp_json_number (json, "income", units (year->income));
  qp_json_number (json, "residual", units (year->residual));
  qp_json_number (json, "net", units (year->net));
  qp_json_number (json, "discounted", year->discounted);
  qp_json_number (json, "cumulative", units (year->cumulative));
  qp_json_number (json, "energy_kwh", year->kwh);
  qp_json_number (json, "co2_t", year->co2_t);
  qp_json_end_object (json);
}

static void
write_years (QpJson *json, const Cost *self)
{
  const QpYears *years = &self->years;
  g_autofree char *origin = qp_years_carbon_origin (self->project);

  qp_json_begin_array (json, "years");
  for (guint t = 0; t < years->at->len && years->n > 0; t++)
    write_year (json, years, t);
  qp_json_end_array (json);
  qp_json_begin_object (json, "over_the_years");
  qp_json_boolean (json, "partial", years->partial);
  qp_json_integer (json, "lines_after_horizon", years->beyond);
  qp_json_number (json, "discount_rate", years->rate);
  qp_json_number (json, "npv_cost", years->npv);
  qp_json_number (json, "annuity", years->annuity);
  qp_json_number (json, "annuity_per_m2", years->per_m2);
  qp_json_number (json, "opportunities_to_see_per_year", years->ots);
  qp_json_string (json, "opportunities_are", isnan (years->ots) ? NULL : years->seen ? "viewers" : "passers-by");
  qp_json_number (json, "cost_per_opportunity_to_see", years->per_ots);
  qp_json_number (json, "npv_income", years->npv_income);
  qp_json_number (json, "npv_net", years->npv_net);
  qp_json_number (json, "payback_years", years->payback);
  qp_json_number (json, "irr", years->irr);
  qp_json_number (json, "co2_kg_per_kwh", years->co2_factor);
  qp_json_string (json, "co2_origin", origin);
  qp_json_number (json, "co2_t", years->co2_t);
  qp_json_integer (json, "permit_years", years->permit_years > 0 ? years->permit_years : QP_UNSET);
  qp_json_end_object (json);
}

static void
write_band (QpJson *json, const char *key, const QpRiskBand *band, double likely)
{
  qp_json_begin_object (json, key);
  qp_json_number (json, "likely", likely);
  qp_json_number (json, "p10", band->p10);
  qp_json_number (json, "p50", band->p50);
  qp_json_number (json, "p90", band->p90);
  qp_json_number (json, "mean", band->mean);
  qp_json_end_object (json);
}

static void
write_risk (QpJson *json, const Cost *self)
{
  const QpRisk *risk = &self->risk;

  qp_json_begin_object (json, "ranges");
  qp_json_integer (json, "seed", (gint64) risk->seed);
  qp_json_integer (json, "draws", QP_RISK_DRAWS);
  qp_json_integer (json, "prices_with_a_range", risk->ranged);
  write_band (json, "first_cost_with_tax", &risk->first, risk->likely_first);
  write_band (json, "npv", &risk->npv, risk->likely_npv);
  qp_json_begin_array (json, "tornado");
  for (guint i = 0; i < risk->bars->len; i++)
    {
      const QpRiskBar *bar = qp_risk_bar (risk, i);
      qp_json_begin_object (json, NULL);
      qp_json_string (json, "item", bar->item == NULL ? NULL : bar->item->key);
      qp_json_string (json, "name", qp_risk_bar_name (bar));
      qp_json_number (json, "low", bar->low);
      qp_json_number (json, "high", bar->high);
      qp_json_end_object (json);
    }
  qp_json_end_array (json);
  qp_json_end_object (json);
}

/* -- as tables -- */

static void
print_group (const QpBudget *budget, guint group)
{
  g_autoptr (QpTable) table = qp_table_new (7, "lllrlrr");

  if (budget->groups[group].n == 0)
    return;
  g_print ("%s\n", _ (qp_values_cost_group[group].label));
  for (guint i = 0; i < budget->rows->len; i++)
    {
      const QpBudgetRow *row = qp_budget_row (budget, i);
      if (row->group != group)
        continue;
      g_autofree char *number = qp_budget_row_number (row);
      g_autofree char *owner = qp_node_display_name (row->owner);
      g_autofree char *quantity = qp_budget_row_quantity (row);
      g_autofree char *unit = qp_budget_row_unit (row);
      g_autofree char *price = qp_budget_row_price (row, row->price.likely);
      g_autofree char *amount = qp_amount_display (row->amount.likely);
      qp_table_add (table, number, qp_budget_row_name (row), owner, quantity, unit, price, amount, NULL);
    }
  qp_table_print (table, 2);
}

static void
print_sum (QpTable *table, const char *label, const QpBudgetSum *sum, const QpAmount *amount)
{
  g_autofree char *low = qp_amount_display (amount->low);
  g_autofree char *likely = qp_amount_display (amount->likely);
  g_autofree char *high = qp_amount_display (amount->high);
  g_autofree char *missing = sum->missing == 0 ? g_strdup ("")
                                               : g_strdup_printf (ngettext ("%u line is missing", "%u lines are missing", sum->missing),
                                                                  sum->missing);
  if (sum->n > sum->missing)
    qp_table_add (table, label, low, likely, high, missing, NULL);
  else if (sum->n > 0)
    qp_table_add (table, label, "", _ ("not known"), "", missing, NULL);
}

static void
print_sums (const Cost *self)
{
  const QpBudget *budget = self->budget;
  const QpAmount with_tax = qp_budget_with_tax (&budget->first);
  g_autoptr (QpTable) table = qp_table_new (5, "lrrrl");

  g_print ("\n");
  qp_table_add (table, self->currency, _ ("low"), _ ("likely"), _ ("high"), "", NULL);
  for (guint group = 0; group <= QP_COST_CONTINGENCY; group++)
    print_sum (table, _ (qp_values_cost_group[group].label), &budget->groups[group], &budget->groups[group].amount);
  print_sum (table, _ ("First cost before tax"), &budget->first, &budget->first.amount);
  print_sum (table, _ ("First cost with tax"), &budget->first, &with_tax);
  print_sum (table, _ ("Cost of a year"), &budget->yearly, &budget->yearly.amount);
  print_sum (table, _ ("Income of a year"), &budget->income, &budget->income.amount);
  qp_table_print (table, 2);
}

static void
print_funding (const Cost *self)
{
  g_autoptr (QpTable) table = qp_table_new (2, "lr");

  if (!qp_budget_is_funded (self->budget))
    return;
  for (guint i = 0; i < self->budget->shares->len; i++)
    {
      const QpBudgetShare *share = qp_budget_share (self->budget, i);
      g_autofree char *amount = qp_amount_display (share->amount);
      g_autofree char *name = share->funding == NULL ? g_strdup (_ ("not funded yet")) : qp_node_display_name (&share->funding->node);
      qp_table_add (table, name, amount, NULL);
    }
  g_print ("\n%s\n", _ ("Sources of funds"));
  qp_table_print (table, 2);
}

static void
print_budget (const Cost *self)
{
  const QpBudget *budget = self->budget;
  g_autofree char *per_m2 = qp_amount_display (qp_budget_per_m2 (budget));

  for (guint group = 0; group < QP_N_COST_GROUPS; group++)
    print_group (budget, group);
  print_sums (self);
  print_funding (self);
  g_print ("\n");
  if (qp_budget_per_m2 (budget) != QP_NO_AMOUNT)
    g_print (_ ("Per m² of screen, before tax: %s %s\n"), per_m2, self->currency);
  if (qp_budget_is_partial (budget))
    g_print ("%s\n", _ ("These sums are partial: what is missing above is not in them."));
  if (budget->old > 0)
    g_print (ngettext ("%u price is old.\n", "%u prices are old.\n", budget->old), budget->old);
}

static char *
money_text (double value)
{
  return isnan (value) ? g_strdup (_ ("not known")) : qp_number_display (value, 0);
}

static void
print_year (QpTable *table, const QpYears *years, guint t)
{
  const QpYear *year = qp_year (years, t);
  g_autofree char *label = g_strdup_printf ("%d", years->first_year > 0 ? years->first_year + (int) t : (int) t);
  const double values[] = { units (year->first), units (year->energy), units (year->running), units (year->renewal),
                            units (year->income), units (year->net), year->discounted, year->co2_t };
  char *cells[G_N_ELEMENTS (values)];

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    cells[i] = money_text (values[i]);
  qp_table_add (table, label, cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6], cells[7], NULL);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    g_free (cells[i]);
}

static void
print_figure (QpTable *table, const char *label, double value, guint decimals, const char *unit)
{
  g_autofree char *number = isnan (value) ? g_strdup (_ ("not known")) : qp_number_display (value, decimals);

  qp_table_add (table, label, number, isnan (value) ? "" : unit, NULL);
}

static void
print_years (const Cost *self)
{
  const QpYears *years = &self->years;
  g_autoptr (QpTable) table = qp_table_new (9, "rrrrrrrrr"), figures = qp_table_new (3, "lrl");

  if (years->n == 0)
    {
      g_print ("\n%s\n", _ ("Nothing over the years: the project has no horizon."));
      return;
    }
  g_print ("\n%s\n", _ ("Over the years"));
  qp_table_add (table, _ ("Year"), _ ("First cost"), _ ("Energy"), _ ("Other"), _ ("Renewal"), _ ("Income"), _ ("Net"), _ ("Discounted"),
                _ ("t CO₂"), NULL);
  for (guint t = 0; t <= years->n; t++)
    print_year (table, years, t);
  qp_table_print (table, 2);
  g_print ("\n");
  print_figure (figures, _ ("Present value of all cost"), years->npv, 0, self->currency);
  print_figure (figures, _ ("Equal cost of each year"), years->annuity, 0, self->currency);
  print_figure (figures, _ ("The same per m² of screen"), years->per_m2, 2, self->currency);
  print_figure (figures, years->seen ? _ ("Opportunities to see in a year, viewers") : _ ("Opportunities to see in a year, passers-by"), years->ots, 0, "");
  print_figure (figures, _ ("Cost of one of them"), years->per_ots, 4, self->currency);
  print_figure (figures, _ ("Carbon dioxide of all years"), years->co2_t, 1, "t");
  if (years->npv_income > 0)
    {
      print_figure (figures, _ ("Present value of income less cost"), years->npv_net, 0, self->currency);
      print_figure (figures, _ ("Payback"), years->payback, 1, _ ("years"));
      print_figure (figures, _ ("Internal rate of return"), years->irr * 100, 2, "%");
    }
  qp_table_print (figures, 2);
  if (years->partial)
    g_print ("%s\n", _ ("These figures are partial: what is missing above is not in them."));
}

static void
print_band (QpTable *table, const char *label, const QpRiskBand *band)
{
  g_autofree char *p10 = money_text (band->p10), *p50 = money_text (band->p50), *p90 = money_text (band->p90);

  if (!isnan (band->p50))
    qp_table_add (table, label, p10, p50, p90, NULL);
}

static void
print_risk (const Cost *self)
{
  const QpRisk *risk = &self->risk;
  g_autoptr (QpTable) table = qp_table_new (4, "lrrr"), tornado = qp_table_new (3, "lrr");
  g_autofree char *draws = qp_number_display (QP_RISK_DRAWS, 0), *seed = g_strdup_printf ("%" G_GUINT64_FORMAT, risk->seed);

  if (risk->ranged == 0)
    return;
  g_print ("\n");
  g_print (_ ("Ranges, %s draws, seed %s\n"), draws, seed);
  qp_table_add (table, self->currency, "P10", "P50", "P90", NULL);
  print_band (table, _ ("First cost with tax"), &risk->first);
  print_band (table, _ ("Present value of cost less income"), &risk->npv);
  qp_table_print (table, 2);
  qp_table_add (tornado, _ ("What matters most"), _ ("low"), _ ("high"), NULL);
  for (guint i = 0; i < MIN (risk->bars->len, 10); i++)
    {
      const QpRiskBar *bar = qp_risk_bar (risk, i);
      g_autofree char *low = money_text (bar->low), *high = money_text (bar->high);
      qp_table_add (tornado, qp_risk_bar_name (bar), low, high, NULL);
    }
  g_print ("\n");
  qp_table_print (tornado, 2);
}

/* -- the command -- */

static gboolean
check_date (const QpCommand *self, const char *date)
{
  int year, month, day, end = 0;

  if (date == NULL || (sscanf (date, "%4d-%2d-%2d%n", &year, &month, &day, &end) == 3 && date[end] == '\0'
                       && g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year)))
    return TRUE;
  qp_cli_wrong (self, _ ("“%s” is no date; expected such as 2026-11-28."), date);
  return FALSE;
}

static void
report (const Cost *self, gboolean as_json)
{
  if (!as_json)
    {
      print_budget (self);
      print_years (self);
      print_risk (self);
      return;
    }
  g_autoptr (QpJson) json = qp_json_new ();
  qp_json_begin_object (json, NULL);
  qp_json_string (json, "currency", self->currency);
  qp_json_string (json, "date", self->today);
  write_budget (json, self);
  write_years (json, self);
  write_risk (json, self);
  qp_json_end_object (json);
  qp_json_print (json);
}

static void
calculate (const QpNode *project, QpCatalogue *catalogue, const char *today, guint64 seed, gboolean viewers, gboolean as_json)
{
  const QpEngineContext context = { .project = (const QpProject *) project, .catalogue = catalogue };
  g_autoptr (QpBudget) budget = qp_budget_new (project, &context, today);
  Cost cost = { .project = project, .currency = context.project->currency, .today = today, .budget = budget };

  cost.currency = cost.currency != NULL ? cost.currency : "";
  qp_years_init (&cost.years, budget, project, QP_CASE_LIKELY);
  if (viewers)
    qp_years_use_viewers (&cost.years, qp_viewers_per_year (project, &context, NULL, NULL));
  qp_risk_init (&cost.risk, budget, &cost.years, project, seed);
  report (&cost, as_json);
  qp_years_clear (&cost.years);
  qp_risk_clear (&cost.risk);
}

static void
compare (const QpNode *project, QpCatalogue *catalogue, const char *today, gboolean as_json)
{
  g_autoptr (GPtrArray) variants = qp_variants_new (project, catalogue, today);
  const char *currency = ((const QpProject *) project)->currency;

  if (!as_json)
    {
      qp_cost_print_comparison (variants, currency != NULL ? currency : "");
      return;
    }
  g_autoptr (QpJson) json = qp_json_new ();
  qp_cost_write_comparison (json, variants, currency);
  qp_json_print (json);
}

/* the project, or what an alternative makes of it; NULL when there is none, which has been told */
static QpNode *
open_variant (const char *path, const char *alternative)
{
  g_autoptr (QpNode) project = qp_cli_open (path);
  g_autoptr (QpFindings) findings = qp_findings_new ();

  if (project == NULL || alternative == NULL)
    return g_steal_pointer (&project);
  const QpNode *found = qp_cli_find_node (project, QP_KIND_ALTERNATIVE, alternative);
  QpNode *variant = found == NULL ? NULL : qp_alternative_apply (project, found, findings);
  for (guint i = 0; i < qp_findings_length (findings); i++)
    qp_cli_print_finding (stderr, path, qp_findings_get (findings, i));
  return variant;
}

static QpExit
run_cost (const QpCommand *self, char **argv)
{
  gboolean as_json = FALSE, comparing = FALSE, viewers = FALSE;
  gint64 seed = 1;
  g_autofree char *date = NULL, *alternative = NULL;
  const GOptionEntry entries[] = {
    { "seed", 0, 0, G_OPTION_ARG_INT64, &seed, N_ ("What the draws of prices begin with; 1 unless given"), "N" },
    { "date", 0, 0, G_OPTION_ARG_STRING, &date, N_ ("Day by which old prices are told; today unless given"), N_ ("YYYY-MM-DD") },
    { "alternative", 0, 0, G_OPTION_ARG_STRING, &alternative, N_ ("Of this alternative, by id or name"), N_ ("ID") },
    { "compare", 0, 0, G_OPTION_ARG_NONE, &comparing, N_ ("Put the alternatives of the project side by side"), NULL },
    { "viewers", 0, 0, G_OPTION_ARG_NONE, &viewers, N_ ("Count who sees the screens past obstacles, and not who passes; takes longer"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_ ("Print one JSON object"), NULL },
    { NULL },
  };

  if (!qp_cli_parse (self, entries, &argv) || !qp_cli_count (self, argv, 1, 1) || !check_date (self, date))
    return QP_EXIT_FAILED;
  if (comparing && alternative != NULL)
    return qp_cli_wrong (self, _ ("Choose one: --alternative or --compare."));
  g_autoptr (QpNode) project = open_variant (argv[1], alternative);
  g_autoptr (QpCatalogue) catalogue = project != NULL ? qp_cli_catalogue (project) : NULL;
  if (catalogue == NULL)
    return QP_EXIT_FAILED;
  g_autofree char *today = date != NULL ? g_strdup (date) : qp_cli_today ();
  if (comparing)
    compare (project, catalogue, today, as_json);
  else
    calculate (project, catalogue, today, (guint64) seed, viewers, as_json);
  return QP_EXIT_FINE;
}

const QpCommand qp_command_cost = {
  .name = "cost",
  .arguments = N_ ("FILE"),
  .summary = N_ ("Calculate what a project costs, line by line and over the years"),
  .details = N_ ("Quantities come from the drawing, prices from the project and the price books, each with its date and source. "
                 "What has no price is shown as missing, and the sums say that they are partial. The same seed gives the same ranges."),
  .run = run_cost,
};
