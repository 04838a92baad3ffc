/* qp-chart.h: what charts have in common: axes, lines of a grid, series with a colour and a hatching
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "render/qp-text.h"

G_BEGIN_DECLS

/**
 * QpAxis:
 * @from: value at @begin
 * @to: value at @end
 * @logarithmic: whether equal ways are equal factors
 * @begin: place of @from, pixels
 * @end: place of @to, pixels; less than @begin for an axis that goes up
 *
 * Where values lie.
 */
typedef struct
{
  double from;
  double to;
  gboolean logarithmic;
  double begin;
  double end;
} QpAxis;

double qp_axis_place (const QpAxis *self, double value);
double qp_axis_end (double most);
double qp_axis_step (double span, guint about);
char *qp_axis_number (double value, double step);
double qp_axis_power_below (double value);
double qp_axis_power_above (double value);

/** QP_CHART_SERIES: series that are told apart */
#define QP_CHART_SERIES 8

/**
 * QpChart:
 * @cr: where to paint
 * @style: colours and sizes
 * @text: maker of texts
 * @plot: the field of the values
 *
 * A chart while it is painted.
 */
typedef struct
{
  cairo_t *cr;
  const QpPlanStyle *style;
  QpText *text;
  QpBox plot;
} QpChart;

void qp_chart_line (const QpChart *self, double x0, double y0, double x1, double y1, double width, QpColour colour);
void qp_chart_dash (const QpChart *self, const double *dashes, guint n);
void qp_chart_dot (const QpChart *self, double x, double y, double radius, QpColour colour);
double qp_chart_head (const QpChart *self, const char *title, const char *note, double x, double y, double width);
void qp_chart_nothing (const QpChart *self, const char *title, const char *advice);
void qp_chart_level (const QpChart *self, const QpAxis *axis, double value, const char *name);
void qp_chart_tick (const QpChart *self, double x, const char *name);

QpColour qp_chart_colour (const QpPlanStyle *style, guint series);
void qp_chart_fill (const QpChart *self, QpBox box, guint series);
QpVec qp_chart_legend (const QpChart *self, guint series, const char *name, QpVec at, double from, double until);

G_END_DECLS
