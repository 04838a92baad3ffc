/* qp-paint-cost.c: first cost by group, and variants of a project side by side
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "render/qp-paint-cost.h"

#include "base/qp-money.h"
#include "base/qp-number.h"
#include "render/qp-paint-figures.h"

#include <math.h>

#define THIN "\u2009"
#define MOST_VARIANTS 12

/* --- by group --- */

/* a chart with the texts that it borrows */
typedef struct
{
  QpBarChart chart;
  QpBar bars[MAX (QP_N_COST_GROUPS, MOST_VARIANTS)];
  char *texts[MAX (QP_N_COST_GROUPS, MOST_VARIANTS)];
  char *details[MAX (QP_N_COST_GROUPS, MOST_VARIANTS)];
  char *note;
  guint n;
} Bars;

static void
bars_clear (Bars *self)
{
  for (guint i = 0; i < self->n; i++)
    {
      g_free (self->texts[i]);
      g_free (self->details[i]);
    }
  g_free (self->note);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Bars, bars_clear)

static double
units (gint64 amount)
{
  return amount == QP_NO_AMOUNT ? NAN : (double) amount / 100;
}

static char *
missing_text (guint missing)
{
  return missing == 0 ? NULL
                      : g_strdup_printf (ngettext ("%u line without an amount", "%u lines without an amount", missing), missing);
}

/* a group of which nothing is known takes no more room than its name */
static void
add_unknown (Bars *self, QpBar *bar, guint missing)
{
  g_autofree char *lines = missing_text (missing);

  bar->text = self->texts[self->n] = lines == NULL ? g_strdup (_ ("not known")) : g_strdup_printf ("%s · %s", _ ("not known"), lines);
  bar->low_row = TRUE;
  self->details[self->n++] = NULL;
}

static void
add_group (Bars *self, QpCostGroup group, const QpBudgetSum *sum, double divisor)
{
  const gboolean known = sum->n > sum->missing;
  QpBar *bar = &self->bars[self->n];

  qp_bar_init (bar, _ (qp_values_cost_group[group].label), known ? units (sum->amount.likely) / divisor : NAN);
  if (!known)
    {
      add_unknown (self, bar, sum->missing);
      return;
    }
  if (sum->amount.low < sum->amount.high)
    {
      bar->low = units (sum->amount.low) / divisor;
      bar->high = units (sum->amount.high) / divisor;
    }
  bar->text = self->texts[self->n] = qp_number_display_significant (bar->value, 3);
  bar->detail = self->details[self->n] = missing_text (sum->missing);
  self->n++;
}

static double
greatest_group (const QpBudget *budget)
{
  double most = 0;

  for (guint group = 0; group <= QP_COST_CONTINGENCY; group++)
    most = fmax (most, units (budget->groups[group].amount.high));
  return most;
}

static void
bars_of_groups (Bars *self, const QpBudget *budget, const char *currency)
{
  g_autofree char *scale = NULL;
  const double divisor = qp_money_scale (greatest_group (budget), &scale);
  g_autofree char *unit = qp_money_unit (scale, currency);

  *self = (Bars){ .n = 0 };
  for (guint group = 0; group <= QP_COST_CONTINGENCY; group++)
    if (budget->groups[group].n > 0)
      add_group (self, group, &budget->groups[group], divisor);
  self->note = g_strdup_printf (_ ("before tax, likely, with low and high; %s"), unit);
  self->chart = (QpBarChart){ .title = _ ("First cost by group"), .note = self->note, .unit = "", .bars = self->bars, .n_bars = self->n,
                              .empty_title = _ ("No cost known yet"),
                              .empty_advice = _ ("Choose cabinets for the screens, or import a price book that has prices for them.") };
}

/**
 * qp_cost_chart_height:
 * @budget: a budget
 * @style: sizes
 *
 * Returns: how high qp_paint_cost_chart() is
 */
double
qp_cost_chart_height (const QpBudget *budget, const QpPlanStyle *style)
{
  g_auto (Bars) bars;

  bars_of_groups (&bars, budget, NULL);
  return qp_bar_chart_height (&bars.chart, style);
}

/**
 * qp_paint_cost_chart:
 * @cr: where to paint
 * @x: left edge
 * @y: upper edge
 * @width: width
 * @budget: a budget
 * @currency: (nullable): its currency
 * @style: colours and sizes
 *
 * Paints the first cost of the groups A to L with its range, and how many lines of each have no amount.
 */
void
qp_paint_cost_chart (cairo_t *cr, double x, double y, double width, const QpBudget *budget, const char *currency, const QpPlanStyle *style)
{
  g_auto (Bars) bars;

  bars_of_groups (&bars, budget, currency);
  qp_paint_bar_chart (cr, x, y, width, &bars.chart, style);
}

static void
add_bar_words (GString *out, const QpBar *bar)
{
  g_string_append_printf (out, " %s: %s", bar->label, bar->text);
  if (bar->detail != NULL)
    g_string_append_printf (out, " (%s)", bar->detail);
  g_string_append_c (out, '.');
}

/**
 * qp_cost_chart_words:
 * @budget: a budget
 * @currency: (nullable): its currency
 *
 * Returns: (transfer full): what the chart shows, for those who can't see it
 */
char *
qp_cost_chart_words (const QpBudget *budget, const char *currency)
{
  g_auto (Bars) bars;

  bars_of_groups (&bars, budget, currency);
  GString *out = g_string_new (bars.chart.title);
  g_string_append_printf (out, ", %s.", bars.note);
  for (guint i = 0; i < bars.n; i++)
    add_bar_words (out, &bars.bars[i]);
  return g_string_free (out, FALSE);
}

/* --- variants --- */

static const QpVariantFigure compared[] = { QP_VARIANT_FIRST,  QP_VARIANT_YEARLY, QP_VARIANT_NPV, QP_VARIANT_AREA,
                                            QP_VARIANT_PIXELS, QP_VARIANT_ENERGY, QP_VARIANT_CARBON };

static gboolean
is_money (QpVariantFigure figure)
{
  return figure >= QP_VARIANT_FIRST && figure <= QP_VARIANT_ANNUITY;
}

static char *
difference_text (double value, double base)
{
  const double percent = (value - base) / fabs (base) * 100;

  if (!isfinite (percent))
    return NULL;
  if (fabs (percent) < 0.05)
    return g_strdup (_ ("no difference"));
  g_autofree char *number = qp_number_display_significant (fabs (percent), 2);
  return g_strdup_printf ("%s%s" THIN "%%", percent < 0 ? "−" : "+", number);
}

static char *
figure_text (QpVariantFigure figure, double value, double base, gboolean first, const char *currency)
{
  g_autofree char *number = isnan (value)      ? g_strdup (_ ("not known"))
                            : is_money (figure) ? qp_money_text (value, value, currency)
                                                : qp_number_display (value, fabs (value) < 100 ? 1 : 0);
  g_autofree char *difference = first ? NULL : difference_text (value, base);

  return difference == NULL ? g_steal_pointer (&number) : g_strdup_printf ("%s, %s", number, difference);
}

static void
bars_of_figure (Bars *self, const GPtrArray *variants, QpVariantFigure figure, const char *currency)
{
  double base = NAN;

  *self = (Bars){ .n = 0 };
  for (guint i = 0; i < MIN (variants->len, MOST_VARIANTS); i++)
    {
      const QpVariant *variant = g_ptr_array_index (variants, i);
      const double value = qp_variant_get (variant, figure);
      base = i == 0 ? value : base;
      self->details[i] = NULL;
      self->texts[i] = figure_text (figure, value, base, i == 0, currency);
      qp_bar_init (&self->bars[i], NULL, value);
      self->bars[i].text = self->texts[i];
      self->bars[i].strong = i == 0;
      self->n++;
    }
  self->chart = (QpBarChart){ .title = qp_variant_figure_label (figure), .unit = "", .bars = self->bars, .n_bars = self->n };
}

/* names belong to the caller */
static char **
names_of (const GPtrArray *variants)
{
  char **names = g_new0 (char *, variants->len + 1);

  for (guint i = 0; i < variants->len; i++)
    names[i] = qp_variant_name (g_ptr_array_index (variants, i));
  return names;
}

static double
gap_of (const QpPlanStyle *style)
{
  return style->text_px;
}

/**
 * qp_variants_charts_height:
 * @variants: (element-type QpVariant): variants of a project, the first is what the others differ from
 * @from: the first chart, less than qp_variants_chart_count()
 * @n: how many
 * @style: sizes
 *
 * Returns: how high qp_paint_variants_charts() is
 */
double
qp_variants_charts_height (const GPtrArray *variants, guint from, guint n, const QpPlanStyle *style)
{
  double height = 0;

  for (guint k = from; k < from + n && k < G_N_ELEMENTS (compared); k++)
    {
      g_auto (Bars) bars;
      bars_of_figure (&bars, variants, compared[k], NULL);
      height += qp_bar_chart_height (&bars.chart, style) + gap_of (style);
    }
  return height;
}

/**
 * qp_variants_chart_height:
 * @variants: (element-type QpVariant): variants of a project, the first is what the others differ from
 * @style: sizes
 *
 * Returns: how high qp_paint_variants_chart() is
 */
double
qp_variants_chart_height (const GPtrArray *variants, const QpPlanStyle *style)
{
  return qp_variants_charts_height (variants, 0, G_N_ELEMENTS (compared), style);
}

/**
 * qp_variants_chart_count:
 *
 * Returns: how many charts qp_paint_variants_chart() paints one below the other
 */
guint
qp_variants_chart_count (void)
{
  return G_N_ELEMENTS (compared);
}

/**
 * qp_paint_variants_charts:
 * @cr: where to paint
 * @x: left edge
 * @y: upper edge
 * @width: width
 * @variants: (element-type QpVariant): variants of a project, the first is what the others differ from
 * @from: the first chart, less than qp_variants_chart_count()
 * @n: how many
 * @currency: (nullable): currency of the project
 * @style: colours and sizes
 *
 * Paints some of the charts of qp_paint_variants_chart(), for pages that have no room for all.
 */
void
qp_paint_variants_charts (cairo_t *cr, double x, double y, double width, const GPtrArray *variants, guint from, guint n,
                          const char *currency, const QpPlanStyle *style)
{
  g_auto (GStrv) names = names_of (variants);

  for (guint k = from; k < from + n && k < G_N_ELEMENTS (compared); k++)
    {
      g_auto (Bars) bars;
      bars_of_figure (&bars, variants, compared[k], currency);
      for (guint i = 0; i < bars.n; i++)
        bars.bars[i].label = names[i];
      qp_paint_bar_chart (cr, x, y, width, &bars.chart, style);
      y += qp_bar_chart_height (&bars.chart, style) + gap_of (style);
    }
}

/**
 * qp_paint_variants_chart:
 * @cr: where to paint
 * @x: left edge
 * @y: upper edge
 * @width: width
 * @variants: (element-type QpVariant): variants of a project, the first is what the others differ from
 * @currency: (nullable): currency of the project
 * @style: colours and sizes
 *
 * Paints cost, area, pixels, energy and carbon of the variants as bars, each with its difference from the first.
 */
void
qp_paint_variants_chart (cairo_t *cr, double x, double y, double width, const GPtrArray *variants, const char *currency,
                         const QpPlanStyle *style)
{
  qp_paint_variants_charts (cr, x, y, width, variants, 0, G_N_ELEMENTS (compared), currency, style);
}

/**
 * qp_variants_chart_words:
 * @variants: (element-type QpVariant): variants of a project
 * @currency: (nullable): currency of the project
 *
 * Returns: (transfer full): what the chart shows, for those who can't see it
 */
char *
qp_variants_chart_words (const GPtrArray *variants, const char *currency)
{
  g_auto (GStrv) names = names_of (variants);
  GString *out = g_string_new (NULL);

  for (guint k = 0; k < G_N_ELEMENTS (compared); k++)
    {
      g_auto (Bars) bars;
      bars_of_figure (&bars, variants, compared[k], currency);
      g_string_append_printf (out, "%s%s.", k > 0 ? " " : "", bars.chart.title);
      for (guint i = 0; i < bars.n; i++)
        g_string_append_printf (out, " %s: %s.", names[i], bars.texts[i]);
    }
  return g_string_free (out, FALSE);
}
