/* qp-report-figures.h: pictures that sections of the report have in common
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "exchange/qp-report-private.h"

G_BEGIN_DECLS

/**
 * QpReportPlan:
 * @data: the report
 * @plan: a plan
 * @to_scale: whether it is drawn at a usual scale, with scale bar and north; else as large as there is room
 * @seen: (nullable): the grades of what is seen, mapped over it
 *
 * A plan as a figure.
 */
typedef struct
{
  QpReportData *data;
  QpNode *plan;
  gboolean to_scale;
  const QpReportSight *seen;
} QpReportPlan;

void qp_report_paint_plan (cairo_t *cr, double width, double height, gpointer plan);

/**
 * QpReportElevation:
 * @data: the report
 * @screen: a screen
 * @to_scale: whether it is drawn at a usual scale, which is written beside its scale bar; else as large as there is room
 *
 * The elevation of a screen as a figure.
 */
typedef struct
{
  QpReportData *data;
  const QpReportScreen *screen;
  gboolean to_scale;
} QpReportElevation;

void qp_report_paint_elevation (cairo_t *cr, double width, double height, gpointer elevation);

/**
 * QpReportView:
 * @data: the report
 * @screen: what is looked at
 * @night: whether it is night
 *
 * What somebody sees who stands among the audience of a screen, or before it.
 */
typedef struct
{
  QpReportData *data;
  const QpReportScreen *screen;
  gboolean night;
} QpReportView;

void qp_report_paint_view (cairo_t *cr, double width, double height, gpointer view);

G_END_DECLS
