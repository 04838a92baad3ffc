/* qp-cli-sight.h: what `sight` and `render --sight` have in common
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cli/qp-cli.h"
#include "exchange/qp-drawing.h"
#include "exchange/qp-sight-survey.h"

G_BEGIN_DECLS

/**
 * QpCliMap:
 * @project: the project
 * @catalogue: the catalogue
 * @plan: the plan
 * @path: the file
 * @format: PNG, SVG or PDF
 * @theme: colours
 * @hatched: whether the steps are hatched
 *
 * A map that is written. Borrowed.
 */
typedef struct
{
  QpNode *project;
  QpCatalogue *catalogue;
  QpId plan;
  const char *path;
  QpDrawingFormat format;
  QpTheme theme;
  gboolean hatched;
} QpCliMap;

gboolean qp_cli_write_map (const QpSightSurvey *survey, const QpCliMap *map);

/**
 * QpSightAt:
 * @command: the command, to tell wrong use
 * @place: X,Y or X,Y,H in metres
 * @plan: the plan
 * @only: (nullable): the screen that is looked at; all of the plan without it
 * @catalogue: the catalogue
 * @how: what is asked of a look
 * @json: whether one JSON object is printed
 *
 * What is to be told of a place. Borrowed.
 */
typedef struct
{
  const QpCommand *command;
  const char *place;
  const QpNode *plan;
  const QpNode *only;
  const QpCatalogue *catalogue;
  const QpLookOptions *how;
  gboolean json;
} QpSightAt;

QpExit qp_cli_sight_at (const QpSightAt *self);
const QpSightMeasure *qp_cli_sight_measure (const QpCommand *command, const char *key);
const char *qp_cli_zone_of (const QpNode *project, QpId plan);

G_END_DECLS
