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

#include <math.h>

#define MANY_LINES 3000 /* of a budget; from here on only its sums are told */

static const char *
currency_of (const QpReportData *self)
{
  return self->project->currency != NULL ? self->project->currency : _ ("Currency not known");
}

static void
sums (QpPages *pages, QpReportData *self)
{
  g_autoptr (QpPageTable) table = qp_report_sums_table (self->budget, currency_of (self));

  qp_pages_table (pages, _ ("Sums by group"), table);
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

/* on wide pages: it has many columns */
static void
lines (QpPages *pages, QpReportData *self)
{
  if (self->budget->rows->len >= MANY_LINES)
    {
      qp_pages_note (pages, _ ("The budget has so many lines that only its sums are told here; its spreadsheet has all of them."));
      return;
    }
  g_autoptr (QpPageTable) first = qp_report_first_cost_table (self->budget), yearly = qp_report_yearly_table (self->budget);
  g_autofree char *caption = g_strdup_printf (C_ ("figure", "%s, %s"), _ ("First cost, line by line"), currency_of (self));
  g_autofree char *yearly_caption = g_strdup_printf (C_ ("figure", "%s, %s"), _ ("Cost and income of each year, line by line"), currency_of (self));

  qp_pages_turn (pages, TRUE);
  qp_pages_heading (pages, 2, _ ("Budget, line by line"));
  qp_pages_table (pages, caption, first);
  tell_old (pages, self);
  qp_pages_table (pages, yearly_caption, yearly);
  qp_pages_turn (pages, FALSE);
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
  lines (pages, self);
}
