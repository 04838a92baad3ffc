/* qp-paint-figures.c: bars with names, values and ranges
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "render/qp-paint-figures.h"

#include "base/qp-number.h"
#include "render/qp-chart.h"

#include <math.h>

#define BAR_PX 14.0

typedef struct
{
  cairo_t *cr;
  const QpBarChart *chart;
  const QpPlanStyle *style;
  QpText *text;
  double x;     /* left edge of the names */
  double axis;  /* where bars begin */
  double width; /* of the axis */
  double right; /* right edge of all */
} Pass;

/**
 * qp_bar_init:
 * @self: (out caller-allocates): a bar
 * @label: (transfer none): what it is
 * @value: its value; NaN when not known
 *
 * Begins a bar without range.
 */
void
qp_bar_init (QpBar *self, const char *label, double value)
{
  *self = (QpBar){ .label = label, .value = value, .low = NAN, .high = NAN };
}

static void
span_with (const QpBarChart *chart, double value, double *least, double *most)
{
  if (!isfinite (value) || (chart->logarithmic && value <= 0))
    return;
  *least = fmin (*least, value);
  *most = fmax (*most, value);
}

/**
 * qp_bar_chart_span:
 * @chart: a chart
 * @from: (out): value where the axis begins
 * @to: (out): value where it ends
 *
 * Linear axes begin at 0 or below; logarithmic ones at the power of ten below the least value.
 *
 * Returns: whether there is any value to be shown
 */
gboolean
qp_bar_chart_span (const QpBarChart *chart, double *from, double *to)
{
  double least = INFINITY, most = -INFINITY;

  for (guint i = 0; i < chart->n_bars; i++)
    {
      span_with (chart, chart->bars[i].value, &least, &most);
      span_with (chart, chart->bars[i].low, &least, &most);
      span_with (chart, chart->bars[i].high, &least, &most);
    }
  if (least > most)
    return FALSE;
  if (chart->logarithmic)
    {
      *from = pow (10, floor (log10 (least) - 1e-9));
      *to = fmax (most, *from * 10);
    }
  else
    {
      *from = fmin (least, 0);
      *to = fmax (most, *from < 0 ? 0 : 1e-9);
    }
  return TRUE;
}

/**
 * qp_bar_chart_share:
 * @chart: a chart
 * @value: a value
 *
 * Returns: where the value lies on the axis, 0 at its beginning, 1 at its end; NaN when it can't be shown
 */
double
qp_bar_chart_share (const QpBarChart *chart, double value)
{
  double from, to;

  if (!isfinite (value) || !qp_bar_chart_span (chart, &from, &to) || (chart->logarithmic && value <= 0))
    return NAN;
  if (chart->logarithmic)
    return log (value / from) / log (to / from);
  return (value - from) / (to - from);
}

static gboolean
has_values (const QpBarChart *chart)
{
  double from, to;

  return qp_bar_chart_span (chart, &from, &to);
}

static gboolean
has_details (const QpBarChart *chart)
{
  for (guint i = 0; i < chart->n_bars; i++)
    if (chart->bars[i].detail != NULL)
      return TRUE;
  return FALSE;
}

static double
row_height (const QpBarChart *chart, const QpBar *bar, const QpPlanStyle *style)
{
  if (bar->low_row)
    return 1.5 * style->text_px + 2 * style->unit;
  return (has_details (chart) ? 2.75 : 1.9) * style->text_px + 6 * style->unit;
}

static double
rows_height (const QpBarChart *chart, const QpPlanStyle *style)
{
  double height = 0;

  for (guint i = 0; i < chart->n_bars; i++)
    height += row_height (chart, &chart->bars[i], style);
  return height;
}

static double
head_height (const QpBarChart *chart, const QpPlanStyle *style)
{
  return 2.3 * style->text_px + (chart->note != NULL ? 1.6 * style->text_px : 0) + 8 * style->unit;
}

/**
 * qp_bar_chart_height:
 * @chart: a chart
 * @style: sizes
 *
 * Returns: how much room qp_paint_bar_chart() needs in height
 */
double
qp_bar_chart_height (const QpBarChart *chart, const QpPlanStyle *style)
{
  if (!has_values (chart))
    return head_height (chart, style) + 5 * style->text_px;
  return head_height (chart, style) + rows_height (chart, style) + 2.4 * style->text_px;
}

static double
x_of (const Pass *pass, double value)
{
  return pass->axis + qp_bar_chart_share (pass->chart, value) * pass->width;
}

static void
paint_tick (const Pass *pass, double value, double top, double bottom)
{
  const double x = qp_crisp (x_of (pass, value), 1);
  g_autofree char *number = qp_number_display_significant (value, 1);

  cairo_move_to (pass->cr, x, top);
  cairo_line_to (pass->cr, x, bottom);
  cairo_set_line_width (pass->cr, pass->style->unit);
  qp_set_colour (pass->cr, pass->style->grid_strong);
  cairo_stroke (pass->cr);
  qp_text_draw (pass->text, pass->cr, number, QP_TEXT_SMALL, x, bottom + 3 * pass->style->unit, QP_ALIGN_MIDDLE,
                QP_ALIGN_START, pass->style->ink_faint);
}

static void
paint_axis (const Pass *pass, double top, double bottom)
{
  double from, to;

  qp_bar_chart_span (pass->chart, &from, &to);
  if (pass->chart->logarithmic)
    for (double value = from; value <= to * 1.0001; value *= 10)
      paint_tick (pass, value, top, bottom);
  else
    {
      const double step = qp_axis_step (to - from, 5);
      for (double n = ceil (from / step); n * step <= to * 1.0001; n++)
        paint_tick (pass, n * step, top, bottom);
    }
}

static char *
value_text (const QpBarChart *chart, const QpBar *bar)
{
  if (bar->text != NULL)
    return g_strdup (bar->text);
  if (!isfinite (bar->value))
    return g_strdup (_ ("not known"));
  g_autofree char *number = qp_number_display (bar->value, chart->decimals);
  return chart->unit[0] == '\0' ? g_steal_pointer (&number) : g_strdup_printf ("%s %s", number, chart->unit);
}

static void
paint_range (const Pass *pass, const QpBar *bar, double y)
{
  const double u = pass->style->unit;
  const double low = x_of (pass, bar->low), high = x_of (pass, bar->high);

  if (!isfinite (low) || !isfinite (high))
    return;
  cairo_move_to (pass->cr, low, y);
  cairo_line_to (pass->cr, high, y);
  cairo_move_to (pass->cr, low, y - 4 * u);
  cairo_line_to (pass->cr, low, y + 4 * u);
  cairo_move_to (pass->cr, high, y - 4 * u);
  cairo_line_to (pass->cr, high, y + 4 * u);
  cairo_set_line_width (pass->cr, 1.5 * u);
  qp_set_colour (pass->cr, pass->style->ink);
  cairo_stroke (pass->cr);
}

static void
paint_names (const Pass *pass, const QpBar *bar, double middle)
{
  const double room = pass->axis - pass->x - 12 * pass->style->unit;
  g_autoptr (PangoLayout) label
      = qp_text_layout_narrow (pass->text, bar->label, bar->strong ? QP_TEXT_STRONG : QP_TEXT_PLAIN, room, 1);
  double w, h, detail_h = 0;

  qp_layout_size (label, &w, &h);
  g_autoptr (PangoLayout) detail
      = bar->detail != NULL ? qp_text_layout_narrow (pass->text, bar->detail, QP_TEXT_SMALL, room, 1) : NULL;
  if (detail != NULL)
    qp_layout_size (detail, &w, &detail_h);
  qp_set_colour (pass->cr, pass->style->ink);
  cairo_move_to (pass->cr, pass->x, middle - (h + detail_h) / 2);
  pango_cairo_show_layout (pass->cr, label);
  if (detail != NULL)
    {
      qp_set_colour (pass->cr, pass->style->ink_faint);
      cairo_move_to (pass->cr, pass->x, middle - (h + detail_h) / 2 + h);
      pango_cairo_show_layout (pass->cr, detail);
    }
  cairo_new_path (pass->cr);
}

static void
paint_bar (const Pass *pass, const QpBar *bar, double middle)
{
  const double u = pass->style->unit, thick = BAR_PX * u;
  const double zero = pass->chart->logarithmic ? pass->axis : x_of (pass, 0), end = x_of (pass, bar->value);
  g_autofree char *words = value_text (pass->chart, bar);
  double after = pass->axis;

  paint_names (pass, bar, middle);
  if (isfinite (end))
    {
      qp_path_rounded (pass->cr, fmin (zero, end), middle - thick / 2, fmax (fabs (end - zero), 2 * u), thick, 3 * u);
      qp_set_colour_alpha (pass->cr, pass->style->face, bar->strong ? 1 : 0.62);
      cairo_fill (pass->cr);
      after = fmax (fmax (zero, end), isfinite (bar->high) ? x_of (pass, bar->high) : 0);
    }
  paint_range (pass, bar, middle);
  qp_text_draw (pass->text, pass->cr, words, isfinite (bar->value) ? QP_TEXT_STRONG : QP_TEXT_PLAIN, after + 8 * u,
                middle, QP_ALIGN_START, QP_ALIGN_MIDDLE,
                isfinite (bar->value) ? pass->style->ink : pass->style->ink_faint);
}

static void
measure (Pass *pass)
{
  double names = 0, values = 0;

  for (guint i = 0; i < pass->chart->n_bars; i++)
    {
      const QpBar *bar = &pass->chart->bars[i];
      g_autofree char *words = value_text (pass->chart, bar);
      names = fmax (names, qp_text_width (pass->text, bar->label, bar->strong ? QP_TEXT_STRONG : QP_TEXT_PLAIN));
      if (bar->detail != NULL)
        names = fmax (names, qp_text_width (pass->text, bar->detail, QP_TEXT_SMALL));
      if (isfinite (bar->value)) /* else it stands where the bar would */
        values = fmax (values, qp_text_width (pass->text, words, QP_TEXT_STRONG));
    }
  const double total = pass->right - pass->x, gap = 14 * pass->style->unit;
  pass->axis = pass->x + fmin (names + gap, total * 0.42);
  pass->width = fmax (total - (pass->axis - pass->x) - values - gap, 30 * pass->style->unit);
}

static double
paint_head (const Pass *pass, double y)
{
  QpBox box = qp_text_draw_narrow (pass->text, pass->cr, pass->chart->title, QP_TEXT_STRONG, pass->x, y,
                                   pass->right - pass->x, QP_ALIGN_START, pass->style->ink);
  if (pass->chart->note != NULL)
    qp_text_draw_narrow (pass->text, pass->cr, pass->chart->note, QP_TEXT_SMALL, pass->x, box.y1, pass->right - pass->x,
                         QP_ALIGN_START, pass->style->ink_faint);
  return y + head_height (pass->chart, pass->style);
}

static void
paint_nothing (const Pass *pass, double y)
{
  const QpBarChart *chart = pass->chart;
  const QpBox box
      = qp_text_draw (pass->text, pass->cr, chart->empty_title != NULL ? chart->empty_title : _ ("Nothing known yet"),
                      QP_TEXT_PLAIN, pass->x, y, QP_ALIGN_START, QP_ALIGN_START, pass->style->ink_soft);

  if (chart->empty_advice != NULL)
    qp_text_draw_narrow (pass->text, pass->cr, chart->empty_advice, QP_TEXT_SMALL, pass->x,
                         box.y1 + 3 * pass->style->unit, pass->right - pass->x, QP_ALIGN_START, pass->style->ink_faint);
}

/**
 * qp_paint_bar_chart:
 * @cr: a context in pixels
 * @x: left edge
 * @y: upper edge
 * @width: width of all; the height is qp_bar_chart_height()
 * @chart: a chart
 * @style: colours
 *
 * Paints names, bars, ranges and values. What is not known says so in its row; a chart without any value says what
 * to do.
 */
void
qp_paint_bar_chart (cairo_t *cr, double x, double y, double width, const QpBarChart *chart, const QpPlanStyle *style)
{
  g_autoptr (QpText) text = qp_text_new (style);
  Pass pass = { .cr = cr, .chart = chart, .style = style, .text = text, .x = x, .right = x + width };

  cairo_save (cr);
  const double top = paint_head (&pass, y);
  if (!has_values (chart))
    paint_nothing (&pass, top);
  else
    {
      double at = top;
      measure (&pass);
      paint_axis (&pass, top, top + rows_height (chart, style));
      for (guint i = 0; i < chart->n_bars; i++)
        {
          const double row = row_height (chart, &chart->bars[i], style);
          paint_bar (&pass, &chart->bars[i], at + row / 2);
          at += row;
        }
    }
  cairo_restore (cr);
}
