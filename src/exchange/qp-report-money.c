/* qp-report-money.c: of the report, cost, funding, years and permits
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "exchange/qp-report-private.h"

#include "base/qp-number.h"
#include "render/qp-paint-cost.h"
#include "render/qp-paint-load.h"
#include "render/qp-paint-risk.h"
#include "render/qp-paint-years.h"

#include <math.h>

#define MANY_LINES 3000 /* of a budget; from here on only its sums are told */

static const char *
currency_of (const QpReportData *self)
{
  return self->project->currency != NULL ? self->project->currency : _ ("Currency not known");
}

static void
add_line (QpPageTable *table, const QpBudgetRow *row)
{
  g_autofree char *number = qp_budget_row_number (row), *owner = qp_node_display_name (row->owner), *unit = qp_budget_row_unit (row);
  g_autofree char *quantity = qp_budget_row_quantity (row), *price = qp_budget_row_price (row, row->price.likely);
  g_autofree char *low = row->ranged ? qp_budget_row_price (row, row->price.low) : g_strdup ("");
  g_autofree char *high = row->ranged ? qp_budget_row_price (row, row->price.high) : g_strdup ("");
  g_autofree char *funding = row->funding == NULL ? g_strdup ("") : qp_node_display_name (&row->funding->node);
  g_autofree char *amount = qp_amount_display (row->amount.likely), *gap = qp_budget_row_gap (row), *origin = qp_budget_row_origin (row);
  g_autofree char *name = g_strdup_printf ("%s · %s", qp_budget_row_name (row), owner);

  qp_page_table_add (table, number, name, row->specification != NULL ? row->specification : "", quantity, unit, low, price, high, amount,
                     funding, gap != NULL ? gap : origin, NULL);
  qp_page_table_mark (table, 10, gap != NULL ? QP_PAGE_MARK_OPEN : QP_PAGE_MARK_NONE);
}

static void
lines (QpPages *pages, const QpBudget *budget)
{
  g_autoptr (QpPageTable) table = qp_page_table_new ("lllrlrrrrll", _ ("No."), _ ("Item"), _ ("Specification"), C_ ("budget", "Quantity"),
                                                     _ ("Unit"), _ ("low"), _ ("likely"), _ ("high"), C_ ("budget", "Amount"), _ ("Source of funds"),
                                                     _ ("Origin of the price"), NULL);

  if (budget->rows->len >= MANY_LINES)
    {
      qp_pages_note (pages, _ ("The budget has so many lines that only its sums are told here; its spreadsheet has all of them."));
      return;
    }
  for (guint group = 0; group < QP_N_COST_GROUPS; group++)
    {
      if (budget->groups[group].n > 0)
        qp_page_table_group (table, _ (qp_values_cost_group[group].label));
      for (guint i = 0; i < budget->rows->len; i++)
        if (qp_budget_row (budget, i)->group == group)
          add_line (table, qp_budget_row (budget, i));
    }
  qp_pages_table (pages, _ ("Budget"), table);
}

static void
add_sum (QpPageTable *table, const char *label, const QpBudgetSum *sum, const QpAmount *amount, gboolean total)
{
  const gboolean known = sum->n > sum->missing;
  g_autofree char *low = qp_amount_display (known ? amount->low : QP_NO_AMOUNT);
  g_autofree char *likely = qp_amount_display (known ? amount->likely : QP_NO_AMOUNT);
  g_autofree char *high = qp_amount_display (known ? amount->high : QP_NO_AMOUNT);
  g_autofree char *missing
      = sum->missing == 0 ? g_strdup ("")
                          : g_strdup_printf (ngettext ("%u line is missing", "%u lines are missing", sum->missing), sum->missing);

  if (sum->n == 0)
    return;
  if (total)
    qp_page_table_sum (table, label, low, likely, high, missing, NULL);
  else
    qp_page_table_add (table, label, low, likely, high, missing, NULL);
}

static void
sums (QpPages *pages, QpReportData *self)
{
  const QpBudget *budget = self->budget;
  const QpAmount with_tax = qp_budget_with_tax (&budget->first);
  g_autoptr (QpPageTable) table
      = qp_page_table_new ("lrrrl", currency_of (self), _ ("low"), _ ("likely"), _ ("high"), _ ("Remark"), NULL);

  for (guint group = 0; group <= QP_COST_CONTINGENCY; group++)
    add_sum (table, _ (qp_values_cost_group[group].label), &budget->groups[group], &budget->groups[group].amount, FALSE);
  add_sum (table, _ ("First cost before tax"), &budget->first, &budget->first.amount, TRUE);
  add_sum (table, _ ("First cost with tax"), &budget->first, &with_tax, TRUE);
  add_sum (table, _ ("Cost of a year"), &budget->yearly, &budget->yearly.amount, TRUE);
  add_sum (table, _ ("Income of a year"), &budget->income, &budget->income.amount, TRUE);
  qp_pages_table (pages, _ ("Sums by group"), table);
  if (qp_budget_is_partial (budget))
    qp_pages_note (pages, _ ("These sums are partial: what is missing above is not in them."));
}

static void
funding (QpPages *pages, const QpBudget *budget)
{
  g_autoptr (QpPageTable) table = qp_page_table_new ("lr", _ ("Source of funds"), C_ ("budget", "Amount"), NULL);

  for (guint i = 0; qp_budget_is_funded (budget) && i < budget->shares->len; i++)
    {
      const QpBudgetShare *share = qp_budget_share (budget, i);
      g_autofree char *amount = qp_amount_display (share->amount);
      g_autofree char *name = share->funding == NULL ? g_strdup (_ ("not funded yet")) : qp_node_display_name (&share->funding->node);
      qp_page_table_add (table, name, amount, NULL);
    }
  qp_pages_table (pages, _ ("Sources of funds"), table);
}

static void
years (QpPages *pages, QpReportData *self)
{
  const QpYears *years = &self->years;
  g_autoptr (QpPageTable) table = qp_page_table_new ("lrrrrrr", _ ("Year"), _ ("First cost"), _ ("Energy"), _ ("Other"), _ ("Renewal"),
                                                     _ ("Income"), _ ("Net"), NULL);

  if (years->n == 0)
    {
      qp_pages_note (pages, _ ("Nothing over the years: the project has no horizon."));
      return;
    }
  for (guint t = 0; t <= years->n; t++)
    {
      const QpYear *year = qp_year (years, t);
      const gint64 values[] = { year->first, year->energy, year->running, year->renewal, year->income, year->net };
      char *cells[7] = { g_strdup_printf ("%d", years->first_year > 0 ? years->first_year + (int) t : (int) t) };
      for (guint i = 0; i < G_N_ELEMENTS (values); i++)
        cells[i + 1] = qp_report_number (values[i] == QP_NO_AMOUNT ? NAN : (double) values[i] / 100, 0, "");
      qp_page_table_add_texts (table, (const char *const *) cells, G_N_ELEMENTS (cells));
      for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
        g_free (cells[i]);
    }
  qp_pages_table (pages, _ ("Over the years"), table);
  if (years->partial)
    qp_pages_note (pages, _ ("These figures are partial: what is missing above is not in them."));
}

static void
ranges (QpPages *pages, const QpRisk *risk)
{
  g_autoptr (QpPageTable) table = qp_page_table_new ("lrrr", _ ("Range"), "P10", "P50", "P90", NULL);
  const struct
  {
    const char *label;
    const QpRiskBand *band;
  } rows[] = { { _ ("First cost with tax"), &risk->first }, { _ ("Present value of cost less income"), &risk->npv } };

  for (guint i = 0; risk->ranged > 0 && i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *p10 = qp_report_number (rows[i].band->p10, 0, ""), *p50 = qp_report_number (rows[i].band->p50, 0, ""), *p90 = qp_report_number (rows[i].band->p90, 0, "");
      qp_page_table_add (table, rows[i].label, p10, p50, p90, NULL);
    }
  qp_pages_table (pages, _ ("Ranges of prices"), table);
}

/* --- figures --- */

static void
paint_groups (cairo_t *cr, double width, double height, gpointer data)
{
  const QpReportData *self = data;

  qp_paint_cost_chart (cr, 0, 0, width, self->budget, currency_of (self), &self->style);
}

static void
paint_years (cairo_t *cr, double width, double height, gpointer data)
{
  const QpReportData *self = data;

  qp_paint_years_chart (cr, 0, 0, width, height, &self->years, currency_of (self), &self->style);
}

static void
paint_risk (cairo_t *cr, double width, double height, gpointer data)
{
  const QpReportData *self = data;

  qp_paint_risk_chart (cr, 0, 0, width, &self->risk, currency_of (self), &self->style);
}

/* what it is worth, in a few figures */
static void
figures (QpPages *pages, QpReportData *self)
{
  const QpYears *it = &self->years;
  g_autoptr (QpPageTable) table = qp_page_table_new ("lr", _ ("What"), currency_of (self), NULL);
  const struct
  {
    const char *label;
    double value;
  } rows[] = { { _ ("Present value of all cost"), it->npv },
               { _ ("Equal cost of each year"), it->annuity },
               { _ ("Equal cost of each year per m² of screen"), it->per_m2 } };

  if (it->n == 0)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *value = qp_report_number (rows[i].value, 0, "");
      qp_page_table_add (table, rows[i].label, value, NULL);
    }
  g_autofree char *carbon_t = qp_report_number (it->co2_t, 1, "t");
  qp_page_table_add (table, _ ("Carbon of all years"), carbon_t, NULL);
  qp_pages_table (pages, _ ("Cost of the years"), table);
}

/* budget, funding, years, ranges */
void
qp_report_cost (QpReportData *self, QpPages *pages)
{
  g_autofree char *number = g_strdup_printf ("%" G_GUINT64_FORMAT, self->risk.seed);
  g_autofree char *seed = g_strdup_printf (_ ("Ranges are of %u draws of all prices with a range, from the seed %s."), QP_RISK_DRAWS, number);

  qp_pages_heading (pages, 1, _ ("Cost and funding"));
  sums (pages, self);
  qp_pages_figure (pages, _ ("First cost by group"), qp_cost_chart_height (self->budget, &self->style), paint_groups, self);
  funding (pages, self->budget);
  qp_pages_heading (pages, 2, _ ("Over the years"));
  figures (pages, self);
  if (self->years.n > 0)
    qp_pages_figure (pages, _ ("Cost and income over the years"), qp_years_chart_height (&self->style), paint_years, self);
  years (pages, self);
  qp_pages_heading (pages, 2, _ ("Ranges"));
  ranges (pages, &self->risk);
  if (self->risk.ranged > 0)
    {
      qp_pages_figure (pages, _ ("What matters most"), qp_risk_chart_height (&self->risk, &self->style), paint_risk, self);
      qp_pages_note (pages, seed);
    }
  qp_pages_turn (pages, TRUE);
  qp_pages_heading (pages, 2, _ ("Budget, line by line"));
  lines (pages, self->budget);
  qp_pages_turn (pages, FALSE);
}

/* --- permits --- */

/* when what is built, how long its permit lasts, and the steps to it */
void
qp_report_schedule (QpReportData *self, QpPages *pages)
{
  static const char *const steps[][2] = {
    { N_ ("Check the plan: zone, quota, spacing"), N_ ("city management; natural resources and planning") },
    { N_ ("Apply: form, licence, right to the place, rendering by day and night, location, reviewed structure drawings, safety scheme"),
      N_ ("city management") },
    { N_ ("Completeness check and joint meeting"), N_ ("planning, city management, market regulation, transport, traffic police") },
    { N_ ("Public notice of a large LED screen"), N_ ("city management") },
    { N_ ("Decision and permit"), N_ ("city management") },
    { N_ ("Build within the time of the approval; permit number on the structure"), N_ ("operator; housing and construction") },
    { N_ ("Completion acceptance; yearly safety inspection"), N_ ("operator; city management") },
    { N_ ("Operation: facility, network and playout safety"), N_ ("operator; publicity, cyberspace and public security offices") },
  };
  g_autoptr (QpPageTable) table = qp_page_table_new ("llrr", _ ("Site"), _ ("Phase"), _ ("Year of building"), _ ("Permit, years"), NULL);
  g_autoptr (QpPageTable) permits = qp_page_table_new ("rll", _ ("Step"), _ ("What"), _ ("Who signs or is asked"), NULL);

  qp_pages_heading (pages, 1, _ ("Schedule and permits"));
  for (guint i = 0; i < self->sites->len; i++)
    {
      const QpSite *site = self->sites->pdata[i];
      g_autofree char *name = qp_node_display_name (&site->node), *year = qp_report_integer (site->build_year);
      g_autofree char *permit = qp_report_integer (site->permit_years);
      qp_page_table_add (table, name, qp_report_text (site->phase), year, permit, NULL);
    }
  qp_pages_table (pages, _ ("Sites by phase and year"), table);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      qp_page_table_add (permits, number, _ (steps[i][0]), _ (steps[i][1]), NULL);
    }
  qp_pages_table (pages, _ ("Steps to a permit"), permits);
  qp_pages_note (pages, _ ("The steps are put together from the rules of Guangzhou, Chancheng, Wuhan and Yongxing; each city has its own order and times."));
}
