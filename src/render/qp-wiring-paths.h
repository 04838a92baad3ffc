/* qp-wiring-paths.h: data ports and power circuits as coloured paths over the cabinets of an elevation
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-data-runs.h"
#include "engine/qp-power-runs.h"
#include "render/qp-paint-screen.h"

G_BEGIN_DECLS

/**
 * QpWiringPaths:
 *
 * Paths with what they are made of. Of a double-sided screen the face is shown.
 */
typedef struct _QpWiringPaths QpWiringPaths;

QpWiringPaths *qp_wiring_paths_new_data (const QpDataRuns *runs);
QpWiringPaths *qp_wiring_paths_new_power (const QpPowerRuns *runs);
void qp_wiring_paths_free (QpWiringPaths *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QpWiringPaths, qp_wiring_paths_free)

const QpElevationPath *qp_wiring_paths_get (const QpWiringPaths *self, guint *n_paths);

QpColour qp_data_run_colour (guint run);
QpColour qp_circuit_colour (const QpPowerRuns *runs, guint circuit);

G_END_DECLS
