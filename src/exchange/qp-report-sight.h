/* qp-report-sight.h: what is seen on a plan, found once for the tables and the map of the report
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-sight-measure.h"
#include "render/qp-map-overlay.h"

G_BEGIN_DECLS

/**
 * QpReportGrades:
 * @audience: whose ground it is
 * @count: its places by the grade of the screen that is seen best
 */
typedef struct
{
  const QpAudience *audience;
  QpSightCount count;
} QpReportGrades;

/**
 * QpReportSpread:
 * @least: the least
 * @middle: half of the places have no more
 * @most: the greatest
 *
 * How a value is spread over the places of all audiences that see a screen; NaN where none does.
 */
typedef struct
{
  double least;
  double middle;
  double most;
} QpReportSpread;

/**
 * QpReportLook:
 * @screen: a screen
 * @distance_m: how far the nearest part of it that is seen is
 * @across_deg: how far aside of its axis it is looked at, to either side
 * @up_deg: and how far above or below
 */
typedef struct
{
  const QpNode *screen;
  QpReportSpread distance_m;
  QpReportSpread across_deg;
  QpReportSpread up_deg;
} QpReportLook;

/**
 * QpReportSight:
 * @map: the grades over the plan
 * @note: of which screens the map is
 * @grades: (element-type QpReportGrades): each audience
 * @looks: (element-type QpReportLook): each screen
 *
 * What is seen on a plan.
 */
typedef struct
{
  QpMapOverlay *map;
  char *note;
  GArray *grades;
  GArray *looks;
} QpReportSight;

QpReportSight *qp_report_sight_new (const QpNode *plan, const QpCatalogue *catalogue);
void qp_report_sight_free (QpReportSight *self);

G_END_DECLS
