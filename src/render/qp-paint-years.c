/* qp-paint-years.c: cost and income over the years
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is paid goes down from the line of zero, what comes in goes up; a line adds all up.
 */
#include "base/qp-i18n.h"

#include "render/qp-paint-years.h"

#include "base/qp-money.h"
#include "base/qp-number.h"
#include "render/qp-chart.h"

#include <math.h>

#define HEIGHT_EM 27.0
#define SIDE_EM 4.2
#define HEAD_EM 7.6 /* title, note, two rows of legend, names of marks */
#define FOOT_EM 2.6
#define BAR 0.62 /* of the room of a year */

typedef enum
{
  FIRST,
  ENERGY,
  RUNNING,
  RENEWAL,
  INCOME,
  RESIDUAL,
  N_PARTS,
} Part;

static const char *const part_names[N_PARTS] = {
  N_ ("First cost"), N_ ("Energy"), N_ ("Other running cost"), N_ ("Renewal"), N_ ("Income"), N_ ("Residual value"),
};

typedef struct
{
  QpChart chart;
  const QpYears *years;
  QpAxis across; /* years after the first one */
  QpAxis up;     /* money, in units of the scale */
  double divisor;
} Pass;

/* units of the currency; cost is negative */
static double
part_of (const QpYear *year, Part part)
{
  switch (part)
    {
    case FIRST:
      return -(double) year->first / 100;
    case ENERGY:
      return -(double) year->energy / 100;
    case RUNNING:
      return -(double) year->running / 100;
    case RENEWAL:
      return -(double) year->renewal / 100;
    case INCOME:
      return (double) year->income / 100;
    case RESIDUAL:
      return (double) year->residual / 100;
    case N_PARTS:
    default:
      return 0;
    }
}

static double
sum_of (const QpYears *years, Part part)
{
  double sum = 0;

  for (guint t = 0; t < years->at->len; t++)
    sum += part_of (qp_year (years, t), part);
  return sum;
}

static gboolean
has_flows (const QpYears *years)
{
  double sum = 0;

  for (guint part = 0; part < N_PARTS; part++)
    sum += fabs (sum_of (years, part));
  return years->n > 0 && sum > 0;
}

/* least and greatest of what is shown, units of the currency */
static void
find_span (const QpYears *years, double *least, double *most)
{
  *least = *most = 0;
  for (guint t = 0; t <= years->n; t++)
    {
      double down = 0, up = 0;
      for (guint part = 0; part < N_PARTS; part++)
        {
          const double amount = part_of (qp_year (years, t), part);
          *(amount < 0 ? &down : &up) += amount;
        }
      const double whole = (double) qp_year (years, t)->cumulative / 100;
      *least = fmin (*least, fmin (down, whole));
      *most = fmax (*most, fmax (up, whole));
    }
}

static void
find_axes (Pass *pass, char **scale)
{
  double least, most;

  find_span (pass->years, &least, &most);
  pass->divisor = qp_money_scale (fmax (most, -least), scale);
  const double step = qp_axis_step ((most - least) / pass->divisor, 6);
  pass->up = (QpAxis){ floor (least / pass->divisor / step) * step, ceil (most / pass->divisor / step) * step, FALSE, pass->chart.plot.y1,
                       pass->chart.plot.y0 };
  pass->across = (QpAxis){ -0.5, pass->years->n + 0.5, FALSE, pass->chart.plot.x0, pass->chart.plot.x1 };
}

/**
 * qp_years_chart_height:
 * @style: sizes
 *
 * Returns: a height that suits qp_paint_years_chart()
 */
double
qp_years_chart_height (const QpPlanStyle *style)
{
  return HEIGHT_EM * style->text_px;
}

static void
paint_levels (const Pass *pass)
{
  const double step = qp_axis_step (pass->up.to - pass->up.from, 6);

  for (double n = ceil (pass->up.from / step - 1e-9); n * step <= pass->up.to + step * 1e-6; n++)
    {
      g_autofree char *name = qp_axis_number (n * step, step);
      qp_chart_level (&pass->chart, &pass->up, n == 0 ? 0 : n * step, name);
    }
}

static char *
year_name (const QpYears *years, guint t)
{
  return years->first_year > 0 ? g_strdup_printf ("%d", years->first_year + (int) t) : g_strdup_printf ("%u", t);
}

/* as many names as there is room for */
static void
paint_year_names (const Pass *pass)
{
  g_autofree char *widest = year_name (pass->years, pass->years->n);
  const double room = (pass->across.end - pass->across.begin) / (pass->years->n + 1);
  const double width = qp_text_width (pass->chart.text, widest, QP_TEXT_SMALL) + 10 * pass->chart.style->unit;
  const guint step = (guint) fmax (ceil (width / room), 1);

  for (guint t = 0; t <= pass->years->n; t += step)
    {
      g_autofree char *name = year_name (pass->years, t);
      qp_chart_tick (&pass->chart, qp_axis_place (&pass->across, t), name);
    }
}

static void
paint_year (const Pass *pass, guint t)
{
  const QpYear *year = qp_year (pass->years, t);
  const double x0 = qp_axis_place (&pass->across, t - BAR / 2), x1 = qp_axis_place (&pass->across, t + BAR / 2);
  double down = 0, up = 0;

  for (guint part = 0; part < N_PARTS; part++)
    {
      const double amount = part_of (year, part) / pass->divisor;
      double *edge = amount < 0 ? &down : &up;
      const double a = qp_axis_place (&pass->up, *edge), b = qp_axis_place (&pass->up, *edge + amount);
      qp_chart_fill (&pass->chart, (QpBox){ x0, fmin (a, b), x1, fmax (a, b) }, part);
      *edge += amount;
    }
}

static void
path_of_sum (const Pass *pass)
{
  cairo_new_path (pass->chart.cr);
  for (guint t = 0; t <= pass->years->n; t++)
    cairo_line_to (pass->chart.cr, qp_axis_place (&pass->across, t),
                   qp_axis_place (&pass->up, (double) qp_year (pass->years, t)->cumulative / 100 / pass->divisor));
}

/* with an edge of paper, so that it is seen over the bars */
static void
paint_sum (const Pass *pass)
{
  const QpChart *chart = &pass->chart;

  cairo_set_line_join (chart->cr, CAIRO_LINE_JOIN_ROUND);
  path_of_sum (pass);
  cairo_set_line_width (chart->cr, 4.6 * chart->style->unit);
  qp_set_colour (chart->cr, chart->style->paper);
  cairo_stroke (chart->cr);
  path_of_sum (pass);
  cairo_set_line_width (chart->cr, 2 * chart->style->unit);
  qp_set_colour (chart->cr, chart->style->ink);
  cairo_stroke (chart->cr);
  for (guint t = 0; t <= pass->years->n && pass->years->n <= 30; t++)
    qp_chart_dot (chart, qp_axis_place (&pass->across, t),
                  qp_axis_place (&pass->up, (double) qp_year (pass->years, t)->cumulative / 100 / pass->divisor), 3, chart->style->ink);
}

/* a line through the plot with a name above it */
static QpBox
paint_mark (const Pass *pass, double years, const char *name, const double *dashes, QpBox other)
{
  const QpChart *chart = &pass->chart;
  const QpPlanStyle *style = chart->style;
  const double x = qp_crisp (qp_axis_place (&pass->across, years), 1), half = qp_text_width (chart->text, name, QP_TEXT_SMALL) / 2;
  const double middle = CLAMP (x, chart->plot.x0 + half, fmax (chart->plot.x1 - half, chart->plot.x0 + half));
  const gboolean meets = middle - half < other.x1 + 6 * style->unit && middle + half > other.x0 - 6 * style->unit;
  const double y = chart->plot.y0 - (meets ? 1.6 : 0.3) * style->text_px;

  qp_chart_dash (chart, dashes, 2);
  qp_chart_line (chart, x, y, x, chart->plot.y1, 1.3, style->ink_soft);
  qp_chart_dash (chart, NULL, 0);
  return qp_text_draw (chart->text, chart->cr, name, QP_TEXT_SMALL, middle, y, QP_ALIGN_MIDDLE, QP_ALIGN_END, style->ink);
}

static char *
payback_text (const QpYears *years)
{
  g_autofree char *number = qp_number_display (years->payback, 1);

  return g_strdup_printf (_ ("paid back after %s years"), number);
}

static void
paint_marks (const Pass *pass)
{
  static const double permit_dashes[] = { 6, 3 }, payback_dashes[] = { 2, 3 };
  const QpYears *years = pass->years;
  QpBox box = { INFINITY, 0, -INFINITY, 0 };

  if (years->permit_years > 0 && years->permit_years <= years->n)
    {
      const guint term = years->permit_years;
      g_autofree char *name = g_strdup_printf (ngettext ("permit ends after %u year", "permit ends after %u years", term), term);
      box = paint_mark (pass, term, name, permit_dashes, box);
    }
  if (!isnan (years->payback))
    {
      g_autofree char *name = payback_text (years);
      paint_mark (pass, years->payback, name, payback_dashes, box);
    }
}

static void
paint_legend (const Pass *pass, double x, double y, double until)
{
  const QpChart *chart = &pass->chart;
  const double u = chart->style->unit;
  QpVec at = qp_vec (x, y);

  for (guint part = 0; part < N_PARTS; part++)
    if (sum_of (pass->years, part) != 0)
      at = qp_chart_legend (chart, part, _ (part_names[part]), at, x, until);
  const char *name = _ ("all added up");
  if (at.x + 26 * u + qp_text_width (chart->text, name, QP_TEXT_SMALL) > until)
    at = qp_vec (x, at.y + 1.7 * chart->style->text_px);
  qp_chart_line (chart, at.x, at.y, at.x + 20 * u, at.y, 2, chart->style->ink);
  qp_chart_dot (chart, at.x + 10 * u, at.y, 3, chart->style->ink);
  qp_text_draw (chart->text, chart->cr, name, QP_TEXT_SMALL, at.x + 26 * u, at.y, QP_ALIGN_START, QP_ALIGN_MIDDLE, chart->style->ink_soft);
}

static char *
note_text (const QpYears *years, const char *unit)
{
  g_autofree char *text = g_strdup_printf (_ ("likely prices with their rise, not discounted; %s"), unit);

  return years->partial ? g_strdup_printf (_ ("%s. Partial: something has no amount."), text) : g_steal_pointer (&text);
}

/**
 * qp_paint_years_chart:
 * @cr: where to paint
 * @x: left edge
 * @y: upper edge
 * @width: width
 * @height: height
 * @years: cost over the years
 * @currency: (nullable): its currency
 * @style: colours and sizes
 *
 * Paints what is paid and what comes in year by year, their sum up to each year, where the permit ends and where the income has
 * paid for all.
 */
void
qp_paint_years_chart (cairo_t *cr, double x, double y, double width, double height, const QpYears *years, const char *currency,
                      const QpPlanStyle *style)
{
  g_autoptr (QpText) text = qp_text_new (style);
  g_autofree char *scale = NULL;
  const double em = style->text_px;
  Pass pass = { .chart = { .cr = cr, .style = style, .text = text }, .years = years };

  pass.chart.plot = (QpBox){ x + SIDE_EM * em, y + HEAD_EM * em, x + fmax (width, (SIDE_EM + 8) * em), y + height - FOOT_EM * em };
  cairo_save (cr);
  cairo_new_path (cr);
  if (!has_flows (years))
    {
      qp_chart_head (&pass.chart, _ ("Cost and income over the years"), NULL, x, y, width);
      qp_chart_nothing (&pass.chart, _ ("No years yet"),
                        years->n == 0 ? _ ("Type the horizon of the project in years.") : _ ("No line of the budget has an amount."));
      cairo_restore (cr);
      return;
    }
  find_axes (&pass, &scale);
  g_autofree char *unit = qp_money_unit (scale, currency), *note = note_text (years, unit);
  const double foot = qp_chart_head (&pass.chart, _ ("Cost and income over the years"), note, x, y, width);
  paint_legend (&pass, x, foot + 1.1 * em, x + width);
  paint_levels (&pass);
  for (guint t = 0; t <= years->n; t++)
    paint_year (&pass, t);
  qp_chart_level (&pass.chart, &pass.up, 0, NULL);
  paint_marks (&pass);
  paint_sum (&pass);
  paint_year_names (&pass);
  cairo_restore (cr);
}

/**
 * qp_years_chart_words:
 * @years: cost over the years
 * @currency: (nullable): its currency
 *
 * Returns: (transfer full): what the chart shows, for those who can't see it
 */
char *
qp_years_chart_words (const QpYears *years, const char *currency)
{
  if (!has_flows (years))
    return g_strdup (_ ("No years yet"));
  GString *out = g_string_new (_ ("Cost and income over the years"));
  g_string_append_c (out, '.');
  for (guint part = 0; part < N_PARTS; part++)
    if (sum_of (years, part) != 0)
      {
        const double sum = fabs (sum_of (years, part));
        g_autofree char *money = qp_money_text (sum, sum, currency);
        g_string_append_printf (out, " %s: %s.", _ (part_names[part]), money);
      }
  if (!isnan (years->payback))
    {
      g_autofree char *payback = payback_text (years);
      g_string_append_printf (out, " %s.", payback);
    }
  return g_string_free (out, FALSE);
}
