/* qp-cli-sight.h: what `sight` and `render --sight` have in common
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cli/qp-cli.h"
#include "exchange/qp-sight-survey.h"

G_BEGIN_DECLS

const QpSightMeasure *qp_cli_sight_measure (const QpCommand *command, const char *key);

G_END_DECLS
