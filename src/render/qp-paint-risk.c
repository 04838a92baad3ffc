/* qp-paint-risk.c: which prices matter most, as a tornado
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "render/qp-paint-risk.h"

#include "base/qp-money.h"
#include "base/qp-number.h"
#include "render/qp-chart.h"

#include <math.h>

#define MOST_BARS 12
#define ROW_EM 2.0
#define HEAD_EM 6.8
#define FOOT_EM 2.6
#define EMPTY_EM 12.0
#define LOW_SERIES 0
#define HIGH_SERIES 5

typedef struct
{
  QpChart chart;
  const QpRisk *risk;
  guint n;
  QpAxis across; /* money, in units of the scale */
  double middle; /* likely, units of the currency */
  double divisor;
} Pass;

static guint
shown (const QpRisk *risk)
{
  return MIN (risk->bars->len, MOST_BARS);
}

/**
 * qp_risk_chart_height:
 * @risk: ranges of a budget
 * @style: sizes
 *
 * Returns: how high qp_paint_risk_chart() is
 */
double
qp_risk_chart_height (const QpRisk *risk, const QpPlanStyle *style)
{
  return (HEAD_EM + FOOT_EM + (shown (risk) == 0 ? EMPTY_EM : shown (risk) * ROW_EM)) * style->text_px;
}

static gboolean
is_over_years (const QpRisk *risk)
{
  return !isnan (risk->likely_npv);
}

/* room for the names */
static double
names_width (const Pass *pass, double width)
{
  double most = 0;

  for (guint i = 0; i < pass->n; i++)
    most = fmax (most, qp_text_width (pass->chart.text, qp_risk_bar_name (qp_risk_bar (pass->risk, i)), QP_TEXT_PLAIN));
  return fmin (most + 12 * pass->chart.style->unit, width * 0.36);
}

/* numbers stand beside the bars */
static void
find_axis (Pass *pass, char **scale)
{
  double least = pass->middle, most = pass->middle;

  for (guint i = 0; i < pass->n; i++)
    {
      const QpRiskBar *bar = qp_risk_bar (pass->risk, i);
      least = fmin (least, fmin (bar->low, bar->high));
      most = fmax (most, fmax (bar->low, bar->high));
    }
  pass->divisor = qp_money_scale (fmax (fabs (least), fabs (most)), scale);
  const double room = 4 * pass->chart.style->text_px;
  pass->across = (QpAxis){ least / pass->divisor, most / pass->divisor, FALSE, pass->chart.plot.x0 + room, pass->chart.plot.x1 - room };
}

static void
paint_levels (const Pass *pass)
{
  const double step = qp_axis_step (pass->across.to - pass->across.from, 5);

  for (double n = ceil (pass->across.from / step); n * step <= pass->across.to; n++)
    {
      const double x = qp_crisp (qp_axis_place (&pass->across, n * step), 1);
      g_autofree char *name = qp_axis_number (n * step, step);
      qp_chart_line (&pass->chart, x, pass->chart.plot.y0, x, pass->chart.plot.y1, 1, pass->chart.style->grid_strong);
      qp_chart_tick (&pass->chart, x, name);
    }
}

/* from the middle to what one of its prices makes of it */
static void
paint_side (const Pass *pass, double value, double y, guint series)
{
  const QpChart *chart = &pass->chart;
  const double half = 0.62 * chart->style->text_px, gap = 5 * chart->style->unit;
  const double zero = qp_axis_place (&pass->across, pass->middle / pass->divisor), end = qp_axis_place (&pass->across, value / pass->divisor);
  g_autofree char *number = qp_number_display_significant (value / pass->divisor, 3);

  if (fabs (end - zero) < 0.5 * chart->style->unit)
    return; /* the likely price is the low or the high one */
  qp_chart_fill (chart, (QpBox){ fmin (zero, end), y - half, fmax (zero, end), y + half }, series);
  qp_text_draw (chart->text, chart->cr, number, QP_TEXT_SMALL, end + (end < zero ? -gap : gap), y, end < zero ? QP_ALIGN_END : QP_ALIGN_START,
                QP_ALIGN_MIDDLE, chart->style->ink_soft);
}

static void
paint_bar (const Pass *pass, guint i, double left)
{
  const QpRiskBar *bar = qp_risk_bar (pass->risk, i);
  const QpChart *chart = &pass->chart;
  const double y = chart->plot.y0 + (i + 0.5) * ROW_EM * chart->style->text_px;
  double width, height;
  g_autoptr (PangoLayout) name
      = qp_text_layout_narrow (chart->text, qp_risk_bar_name (bar), QP_TEXT_PLAIN, chart->plot.x0 - left - 6 * chart->style->unit, 1);

  qp_layout_size (name, &width, &height);
  qp_set_colour (chart->cr, chart->style->ink);
  cairo_move_to (chart->cr, left, y - height / 2);
  pango_cairo_show_layout (chart->cr, name);
  cairo_new_path (chart->cr);
  paint_side (pass, bar->low, y, LOW_SERIES);
  paint_side (pass, bar->high, y, HIGH_SERIES);
}

static void
paint_legend (const Pass *pass, double x, double y, double until)
{
  const QpVec at = qp_chart_legend (&pass->chart, LOW_SERIES, _ ("with its low price"), qp_vec (x, y), x, until);

  qp_chart_legend (&pass->chart, HIGH_SERIES, _ ("with its high price"), at, x, until);
}

static char *
note_text (const QpRisk *risk, const char *unit, double middle, const char *currency)
{
  g_autofree char *likely = qp_money_text (middle, middle, currency);

  return g_strdup_printf (is_over_years (risk) ? _ ("present value of cost less income, %s with all prices likely; %s")
                                               : _ ("first cost with tax, %s with all prices likely; %s"),
                          likely, unit);
}

/**
 * qp_paint_risk_chart:
 * @cr: where to paint
 * @x: left edge
 * @y: upper edge
 * @width: width
 * @risk: ranges of a budget
 * @currency: (nullable): its currency
 * @style: colours and sizes
 *
 * Paints what the cost is with each price low or high and all others likely, the one that moves it most first.
 */
void
qp_paint_risk_chart (cairo_t *cr, double x, double y, double width, const QpRisk *risk, const char *currency, const QpPlanStyle *style)
{
  g_autoptr (QpText) text = qp_text_new (style);
  g_autofree char *scale = NULL;
  const double em = style->text_px;
  Pass pass = { .chart = { .cr = cr, .style = style, .text = text }, .risk = risk, .n = shown (risk) };

  pass.middle = is_over_years (risk) ? risk->likely_npv : risk->likely_first;
  pass.chart.plot = (QpBox){ x, y + HEAD_EM * em, x + width, y + qp_risk_chart_height (risk, style) - FOOT_EM * em };
  cairo_save (cr);
  cairo_new_path (cr);
  if (pass.n == 0)
    {
      qp_chart_head (&pass.chart, _ ("What matters most"), NULL, x, y, width);
      qp_chart_nothing (&pass.chart, _ ("No ranges yet"), _ ("No price has a low and a high value: type them in the lines of the budget."));
      cairo_restore (cr);
      return;
    }
  pass.chart.plot.x0 = x + names_width (&pass, width);
  find_axis (&pass, &scale);
  g_autofree char *unit = qp_money_unit (scale, currency), *note = note_text (risk, unit, pass.middle, currency);
  const double foot = qp_chart_head (&pass.chart, _ ("What matters most"), note, x, y, width);
  paint_legend (&pass, x, foot + 1.1 * em, x + width);
  paint_levels (&pass);
  for (guint i = 0; i < pass.n; i++)
    paint_bar (&pass, i, x);
  const double middle = qp_crisp (qp_axis_place (&pass.across, pass.middle / pass.divisor), 1);
  qp_chart_line (&pass.chart, middle, pass.chart.plot.y0, middle, pass.chart.plot.y1, 1.5, style->ink);
  cairo_restore (cr);
}

/**
 * qp_risk_chart_words:
 * @risk: ranges of a budget
 * @currency: (nullable): its currency
 *
 * Returns: (transfer full): what the chart shows, for those who can't see it
 */
char *
qp_risk_chart_words (const QpRisk *risk, const char *currency)
{
  if (shown (risk) == 0)
    return g_strdup (_ ("No ranges yet"));
  GString *out = g_string_new (_ ("What matters most"));
  for (guint i = 0; i < shown (risk); i++)
    {
      const QpRiskBar *bar = qp_risk_bar (risk, i);
      g_autofree char *range = qp_money_text (fmin (bar->low, bar->high), fmax (bar->low, bar->high), currency);
      g_string_append_printf (out, "%s %s: %s", i == 0 ? "." : ";", qp_risk_bar_name (bar), range);
    }
  g_string_append_c (out, '.');
  return g_string_free (out, FALSE);
}
