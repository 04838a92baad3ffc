/* qp-paint-figures.h: bars with names, values and ranges
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-geometry.h"
#include "render/qp-style.h"

G_BEGIN_DECLS

/**
 * QpBar:
 * @label: what it is; borrowed
 * @detail: (nullable): the rule or the source behind it; borrowed
 * @value: NaN when not known
 * @low: lower end of the range; NaN for none
 * @high: upper end of the range; NaN for none
 * @text: (nullable): the value as written, with unit; made from @value when %NULL; borrowed
 * @strong: whether this bar is the one that is looked at
 * @low_row: whether its row is as low as its name: for what has no value and need not take the room of a bar
 *
 * One row of a chart.
 */
typedef struct
{
  const char *label;
  const char *detail;
  double value;
  double low;
  double high;
  const char *text;
  gboolean strong;
  gboolean low_row;
} QpBar;

/**
 * QpBarChart:
 * @title: what is compared; borrowed
 * @note: (nullable): a quiet line under the title: what the scale is, where numbers come from; borrowed
 * @unit: unit behind the numbers; borrowed
 * @decimals: decimals of numbers made from values
 * @logarithmic: whether each step of the axis is ten times the one before
 * @bars: rows
 * @n_bars: how many
 * @empty_title: (nullable): what is missing when there are no rows, or none has a value; borrowed
 * @empty_advice: (nullable): what to do about it; borrowed
 *
 * A chart of level bars. Plain data.
 */
typedef struct
{
  const char *title;
  const char *note;
  const char *unit;
  guint decimals;
  gboolean logarithmic;
  const QpBar *bars;
  guint n_bars;
  const char *empty_title;
  const char *empty_advice;
} QpBarChart;

void qp_bar_init (QpBar *self, const char *label, double value);
double qp_bar_chart_height (const QpBarChart *chart, const QpPlanStyle *style);
void qp_paint_bar_chart (cairo_t *cr, double x, double y, double width, const QpBarChart *chart,
                         const QpPlanStyle *style);
gboolean qp_bar_chart_span (const QpBarChart *chart, double *from, double *to);
double qp_bar_chart_share (const QpBarChart *chart, double value);

G_END_DECLS
