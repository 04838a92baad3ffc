/* qp-data-runs-private.h: inside the engine: the parts of data routing
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-data-runs.h"

G_BEGIN_DECLS

/* qp-data-runs-hand.c: the route drawn by hand, and what is wrong with it */
void qp_data_runs_read_route (QpDataRuns *self, const QpRunPlace *place, GArray *spans);

G_END_DECLS
