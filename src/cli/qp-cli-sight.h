/* qp-cli-sight.h: what `sight` and `render --sight` have in common
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cli/qp-cli.h"
#include "exchange/qp-sight-survey.h"

G_BEGIN_DECLS

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
