/* qp-report-money.c: of the report, cost, funding, years and ranges
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "exchange/qp-report-money.h"
#include "exchange/qp-report-private.h"

#include "base/qp-number.h"
#include "render/qp-paint-cost.h"
#include "render/qp-paint-load.h"
#include "render/qp-paint-risk.h"
#include "render/qp-paint-years.h"

#include <string.h>

#define PERMIT_CONFLICT "C12" /* of the list: term of the permit and years of payback */
#define MANY_LINES 3000 /* of a budget; from here on only its sums are told */

static const char *
currency_of (const QpReportData *self)
{
  return self->project->currency != NULL ? self->project->currency : _ ("Currency not known");
}

/* behind a number */
static const char *
unit_of (const QpReportData *self)
{
  return self->project->currency != NULL ? self->project->currency : "";
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
paint_load (cairo_t *cr, double width, double height, gpointer data)
{
  const QpReportData *self = data;

  qp_paint_load_chart (cr, 0, 0, width, height, &self->budget->load, currency_of (self), &self->style);
}

static void
paint_risk (cairo_t *cr, double width, double height, gpointer data)
{
  const QpReportData *self = data;

  qp_paint_risk_chart (cr, 0, 0, width, &self->risk, currency_of (self), &self->style);
}

/* --- tables and what is said of them --- */

static void
sums (QpPages *pages, QpReportData *self)
{
  g_autoptr (QpPageTable) table = qp_report_sums_table (self->budget, currency_of (self));

  qp_pages_table (pages, _ ("Sums by group"), table);
  if (self->budget->rows->len >= MANY_LINES)
    qp_pages_note (pages, _ ("The budget has so many lines that only its sums are told here; its spreadsheet has all of them."));
  if (qp_budget_is_partial (self->budget))
    qp_pages_note (pages, _ ("These sums are partial: what is missing is not in them. “≥” stands before a sum that says less than what is to be paid."));
}

static void
funding (QpPages *pages, const QpBudget *budget)
{
  g_autoptr (QpPageTable) table = qp_report_funding_table (budget);

  if (!qp_budget_is_funded (budget))
    {
      qp_pages_note (pages, _ ("The project names no source of funds: who pays the first cost is not known."));
      return;
    }
  qp_pages_table (pages, _ ("Sources of funds"), table);
  qp_pages_note (pages, _ ("A line of the budget that names a source is paid by it; of the rest each source pays its share, up to its limit."));
}

static void
tell_gaps (QpPages *pages, const QpBudget *budget)
{
  guint missing = 0;

  for (guint group = 0; group < QP_N_COST_GROUPS; group++)
    missing += budget->groups[group].missing;
  if (missing > 0)
    qp_pages_note (pages, _ ("Where there is no price: type one in a cost line, with its date and source, or import a price book."));
}

static void
tell_old (QpPages *pages, QpReportData *self)
{
  const guint n = self->budget->old;
  g_autofree char *months = g_strdup_printf ("%d", (int) self->project->price_age_months);
  g_autofree char *note = g_strdup_printf (ngettext ("%u price is older than the %s months that the project allows, and marked with a dot.",
                                                     "%u prices are older than the %s months that the project allows, and marked with a dot.", n),
                                           n, months);

  if (n > 0)
    qp_pages_note (pages, note);
}

static void
tell_sources (QpPages *pages, const GPtrArray *sources)
{
  if (sources->len > 0)
    qp_pages_note (pages, _ ("Sources of prices:"));
  for (guint i = 0; i < sources->len; i++)
    {
      g_autofree char *words = g_strdup_printf ("[%u] %s", i + 1, (const char *) sources->pdata[i]);
      qp_pages_note (pages, words);
    }
}

/* on wide pages: it has many columns */
static void
lines (QpPages *pages, QpReportData *self)
{
  if (self->budget->rows->len == 0 || self->budget->rows->len >= MANY_LINES)
    return;
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (QpPageTable) first = qp_report_first_cost_table (self->budget, sources), yearly = qp_report_yearly_table (self->budget, sources);
  g_autofree char *caption = g_strdup_printf (C_ ("figure", "%s, %s"), _ ("First cost, line by line"), currency_of (self));
  g_autofree char *yearly_caption = g_strdup_printf (C_ ("figure", "%s, %s"), _ ("Cost and income of each year, line by line"), currency_of (self));

  qp_pages_turn (pages, TRUE);
  qp_pages_heading (pages, 2, _ ("Budget, line by line"));
  qp_pages_table (pages, caption, first);
  tell_old (pages, self);
  qp_pages_table (pages, yearly_caption, yearly);
  tell_gaps (pages, self->budget);
  tell_sources (pages, sources);
  qp_pages_turn (pages, FALSE);
}

/* a conflict of the list that one of the screens is in */
static const QpConflict *
conflict_of (const QpReportData *self, const char *key)
{
  for (guint i = 0; i < self->screens->len; i++)
    {
      const GPtrArray *cases = qp_report_screen (self, i)->cases;
      for (guint k = 0; cases != NULL && k < cases->len; k++)
        if (strcmp (((const QpConflictCase *) cases->pdata[k])->conflict->key, key) == 0)
          return ((const QpConflictCase *) cases->pdata[k])->conflict;
    }
  return NULL;
}

/* what it is worth, in a few figures */
static void
figures (QpPages *pages, QpReportData *self)
{
  g_autoptr (QpPageTable) table = qp_report_figures_table (&self->years, &self->project->node, unit_of (self));
  const QpConflict *conflict = conflict_of (self, PERMIT_CONFLICT);
  g_autofree char *see = conflict == NULL ? NULL : g_strdup_printf (_ ("See also “%s” under risks and conflicts."), qp_conflict_name (conflict));

  qp_pages_table (pages, _ ("Cost of the years"), table);
  if (self->years.n > 0 && !qp_report_has_income (&self->years))
    qp_pages_note (pages, _ ("No income is planned, so there is no payback and no rate of return."));
  if (self->years.n > 0 && see != NULL)
    qp_pages_note (pages, see);
}

static void
years (QpPages *pages, QpReportData *self)
{
  g_autoptr (QpPageTable) table = qp_report_years_table (&self->years);
  g_autofree char *caption = g_strdup_printf (C_ ("figure", "%s, %s"), _ ("Over the years"), currency_of (self));

  if (self->years.n == 0)
    {
      qp_pages_note (pages, _ ("Nothing over the years: the project has no horizon."));
      return;
    }
  qp_pages_figure (pages, _ ("Cost and income over the years"), qp_years_chart_height (&self->style), paint_years, self);
  qp_pages_table (pages, caption, table);
  if (self->years.partial)
    qp_pages_note (pages, _ ("These figures are partial: what is missing above is not in them."));
}

/* what the screens draw by the hour, and what that costs by tariff */
static void
energy (QpPages *pages, QpReportData *self)
{
  const QpDayLoad *load = &self->budget->load;
  g_autoptr (QpPageTable) table = qp_report_tariffs_table (load, unit_of (self));

  qp_pages_heading (pages, 2, _ ("Energy over the day"));
  if (load->known == 0)
    {
      qp_pages_note (pages, _ ("Not known: no screen has a known power and hours, or a line of the budget stands for the energy."));
      return;
    }
  qp_pages_figure (pages, _ ("Power over a day, all screens"), qp_load_chart_height (&self->style), paint_load, self);
  qp_pages_table (pages, _ ("Energy by tariff"), table);
}

static void
ranges (QpPages *pages, QpReportData *self)
{
  const QpRisk *risk = &self->risk;
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
  g_autofree char *caption = g_strdup_printf (C_ ("figure", "%s, %s"), _ ("Ranges of prices"), currency_of (self));
  qp_pages_table (pages, caption, table);
  if (risk->ranged == 0)
    qp_pages_note (pages, _ ("No price has a range: low and high are the same as likely."));
}

/* budget, funding, years, ranges, alternatives */
void
qp_report_cost (QpReportData *self, QpPages *pages)
{
  g_autofree char *number = g_strdup_printf ("%" G_GUINT64_FORMAT, self->risk.seed);
  g_autofree char *seed = g_strdup_printf (_ ("Ranges are of %u draws of all prices with a range, from the seed %s."), QP_RISK_DRAWS, number);

  qp_pages_heading (pages, 1, _ ("Cost and funding"));
  sums (pages, self);
  funding (pages, self->budget);
  qp_pages_figure (pages, _ ("First cost by group"), qp_cost_chart_height (self->budget, &self->style), paint_groups, self);
  qp_pages_heading (pages, 2, _ ("Over the years"));
  figures (pages, self);
  years (pages, self);
  energy (pages, self);
  qp_pages_heading (pages, 2, _ ("Ranges"));
  ranges (pages, self);
  if (self->risk.ranged > 0)
    {
      qp_pages_figure (pages, _ ("What matters most"), qp_risk_chart_height (&self->risk, &self->style), paint_risk, self);
      qp_pages_note (pages, seed);
    }
  qp_report_alternatives (self, pages);
  lines (pages, self);
}
