/* qp-chart.c: what charts have in common: axes, lines of a grid, series with a colour and a hatching
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A series differs from the others by its hatching, too, so that charts are read without colours.
 */
#include "render/qp-chart.h"

#include "base/qp-number.h"
#include "render/qp-map-hatch.h"

#include <math.h>

/* --- axes --- */

/**
 * qp_axis_place:
 * @self: an axis
 * @value: a value, above 0 where the axis is logarithmic
 *
 * Returns: its place, pixels
 */
double
qp_axis_place (const QpAxis *self, double value)
{
  const double share = self->logarithmic ? log (value / self->from) / log (self->to / self->from)
                                         : (value - self->from) / (self->to - self->from);

  return self->begin + share * (self->end - self->begin);
}

/**
 * qp_axis_end:
 * @most: greatest value, above 0
 *
 * Returns: where an axis from 0 ends so that five steps of it are round: 1, 2, 4 or 5 × a power of ten
 */
double
qp_axis_end (double most)
{
  const double power = pow (10, floor (log10 (most))), lead = most / power;

  return power * (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 4 ? 4 : lead <= 5 ? 5 : 10);
}

/**
 * qp_axis_step:
 * @span: what an axis spans, above 0
 * @about: how many steps there should be, about
 *
 * Returns: a round step: 1, 2 or 5 × a power of ten
 */
double
qp_axis_step (double span, guint about)
{
  const double rough = span / about, power = pow (10, floor (log10 (rough))), lead = rough / power;

  return power * (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10);
}

/**
 * qp_axis_number:
 * @value: a value
 * @step: step of the axis, above 0
 *
 * Returns: (transfer full): the value with as many decimals as its step has
 */
char *
qp_axis_number (double value, double step)
{
  const double decimals = fmax (0, -floor (log10 (step) + 1e-9));

  return qp_number_display (fabs (value) < step / 1000 ? 0 : value, (guint) fmin (decimals, 9));
}

/**
 * qp_axis_power_below:
 * @value: a value above 0
 *
 * Returns: the power of ten at or below it
 */
double
qp_axis_power_below (double value)
{
  return pow (10, floor (log10 (value) + 1e-9));
}

/**
 * qp_axis_power_above:
 * @value: a value above 0
 *
 * Returns: the power of ten at or above it
 */
double
qp_axis_power_above (double value)
{
  return pow (10, ceil (log10 (value) - 1e-9));
}

/* --- lines and texts --- */

/**
 * qp_chart_line:
 * @self: a chart
 * @x0: where it begins
 * @y0: where it begins
 * @x1: where it ends
 * @y1: where it ends
 * @width: its width, in units of the style
 * @colour: its colour
 */
void
qp_chart_line (const QpChart *self, double x0, double y0, double x1, double y1, double width, QpColour colour)
{
  cairo_move_to (self->cr, x0, y0);
  cairo_line_to (self->cr, x1, y1);
  cairo_set_line_width (self->cr, width * self->style->unit);
  qp_set_colour (self->cr, colour);
  cairo_stroke (self->cr);
}

/**
 * qp_chart_dash:
 * @self: a chart
 * @dashes: (array length=n) (nullable): lengths of strokes and gaps, in units of the style
 * @n: how many, at most 4; 0 for whole lines
 */
void
qp_chart_dash (const QpChart *self, const double *dashes, guint n)
{
  double scaled[4];

  for (guint i = 0; i < MIN (n, 4); i++)
    scaled[i] = dashes[i] * self->style->unit;
  cairo_set_dash (self->cr, scaled, (int) MIN (n, 4), 0);
}

/**
 * qp_chart_dot:
 * @self: a chart
 * @x: where
 * @y: where
 * @radius: its radius, in units of the style
 * @colour: its colour
 *
 * Paints a dot with an edge of paper, so that it stands out from lines.
 */
void
qp_chart_dot (const QpChart *self, double x, double y, double radius, QpColour colour)
{
  const double u = self->style->unit;

  cairo_new_sub_path (self->cr);
  cairo_arc (self->cr, x, y, radius * u, 0, 2 * G_PI);
  qp_set_colour (self->cr, colour);
  cairo_fill_preserve (self->cr);
  qp_set_colour (self->cr, self->style->paper);
  cairo_set_line_width (self->cr, u);
  cairo_stroke (self->cr);
}

/**
 * qp_chart_head:
 * @self: a chart
 * @title: what it shows
 * @note: (nullable): a quiet line beneath
 * @x: left edge
 * @y: upper edge
 * @width: room for it
 *
 * Returns: where it ends
 */
double
qp_chart_head (const QpChart *self, const char *title, const char *note, double x, double y, double width)
{
  const QpBox box = qp_text_draw_narrow (self->text, self->cr, title, QP_TEXT_STRONG, x, y, width, QP_ALIGN_START, self->style->ink);

  if (note == NULL)
    return box.y1;
  return qp_text_draw_narrow (self->text, self->cr, note, QP_TEXT_SMALL, x, box.y1 + 2 * self->style->unit, width, QP_ALIGN_START,
                              self->style->ink_faint)
      .y1;
}

/**
 * qp_chart_nothing:
 * @self: a chart without values
 * @title: what is missing
 * @advice: what to do about it
 */
void
qp_chart_nothing (const QpChart *self, const char *title, const char *advice)
{
  const double x = (self->plot.x0 + self->plot.x1) / 2, y = (self->plot.y0 + self->plot.y1) / 2;

  qp_text_draw (self->text, self->cr, title, QP_TEXT_STRONG, x, y, QP_ALIGN_MIDDLE, QP_ALIGN_END, self->style->ink_soft);
  qp_text_draw_narrow (self->text, self->cr, advice, QP_TEXT_PLAIN, x, y + 4 * self->style->unit, self->plot.x1 - self->plot.x0,
                       QP_ALIGN_MIDDLE, self->style->ink_soft);
}

/**
 * qp_chart_level:
 * @self: a chart
 * @axis: the axis that goes up
 * @value: a value on it
 * @name: (nullable): what stands at its left
 *
 * Paints a level line of the grid; the line of 0 is stronger.
 */
void
qp_chart_level (const QpChart *self, const QpAxis *axis, double value, const char *name)
{
  const QpPlanStyle *style = self->style;
  const double y = qp_crisp (qp_axis_place (axis, value), 1);
  const gboolean strong = axis->logarithmic ? value <= axis->from : value == 0;

  qp_chart_line (self, self->plot.x0, y, self->plot.x1, y, 1, strong ? style->ink_soft : style->grid_strong);
  if (name != NULL)
    qp_text_draw (self->text, self->cr, name, QP_TEXT_SMALL, self->plot.x0 - 6 * style->unit, y, QP_ALIGN_END, QP_ALIGN_MIDDLE,
                  style->ink_soft);
}

/**
 * qp_chart_tick:
 * @self: a chart
 * @x: where
 * @name: what stands beneath the plot there
 */
void
qp_chart_tick (const QpChart *self, double x, const char *name)
{
  const QpPlanStyle *style = self->style;

  qp_chart_line (self, x, self->plot.y1, x, self->plot.y1 + 4 * style->unit, 1, style->ink_soft);
  qp_text_draw (self->text, self->cr, name, QP_TEXT_SMALL, x, self->plot.y1 + 6 * style->unit, QP_ALIGN_MIDDLE, QP_ALIGN_START,
                style->ink_soft);
}

/* --- series --- */

/**
 * qp_chart_colour:
 * @style: colours
 * @series: number of a series
 *
 * Returns: its colour
 */
QpColour
qp_chart_colour (const QpPlanStyle *style, guint series)
{
  static const guint32 on_light[QP_CHART_SERIES] = { 0x3584e4, 0xf0b429, 0x2a9d8f, 0xa35bc0, 0x57a773, 0xe8743b, 0x8a8f98, 0xc06c84 };
  static const guint32 on_dark[QP_CHART_SERIES] = { 0x5b9bea, 0xe3b341, 0x3fb8a9, 0xb57edc, 0x6cc08b, 0xf08a55, 0x8f949e, 0xd98aa0 };

  return qp_colour ((style->theme == QP_THEME_DARK ? on_dark : on_light)[series % QP_CHART_SERIES], 1);
}

/**
 * qp_chart_fill:
 * @self: a chart
 * @box: what to fill
 * @series: number of a series
 */
void
qp_chart_fill (const QpChart *self, QpBox box, guint series)
{
  static const QpMapHatch hatches[QP_CHART_SERIES]
      = { { 0 }, { 3 }, { 3, FALSE, TRUE }, { 2, TRUE }, { 6 }, { 6, FALSE, TRUE }, { 4, TRUE }, { 2 } };
  const QpMapHatch hatch = hatches[series % QP_CHART_SERIES];

  if (!(box.x1 > box.x0) || !(box.y1 > box.y0))
    return;
  cairo_rectangle (self->cr, box.x0, box.y0, box.x1 - box.x0, box.y1 - box.y0);
  qp_set_colour (self->cr, qp_chart_colour (self->style, series));
  cairo_fill_preserve (self->cr);
  if (hatch.lines > 0)
    {
      cairo_pattern_t *pattern = qp_map_hatch_pattern (self->cr, hatch, self->style);
      cairo_set_source (self->cr, pattern);
      cairo_fill (self->cr);
      cairo_pattern_destroy (pattern);
    }
  cairo_new_path (self->cr);
}

/**
 * qp_chart_legend:
 * @self: a chart
 * @series: number of a series
 * @name: what it is
 * @at: left end of the row, at its middle
 * @from: where a row begins
 * @until: where it must end
 *
 * Paints a swatch with a name; begins a new row where it has no room.
 *
 * Returns: where the next one stands
 */
QpVec
qp_chart_legend (const QpChart *self, guint series, const char *name, QpVec at, double from, double until)
{
  const double u = self->style->unit, swatch = 12 * u, width = swatch + 5 * u + qp_text_width (self->text, name, QP_TEXT_SMALL);

  if (at.x > from && at.x + width > until)
    at = qp_vec (from, at.y + 1.7 * self->style->text_px);
  qp_chart_fill (self, (QpBox){ at.x, at.y - swatch / 2, at.x + swatch, at.y + swatch / 2 }, series);
  qp_text_draw (self->text, self->cr, name, QP_TEXT_SMALL, at.x + swatch + 5 * u, at.y, QP_ALIGN_START, QP_ALIGN_MIDDLE,
                self->style->ink_soft);
  return qp_vec (at.x + width + 14 * u, at.y);
}
