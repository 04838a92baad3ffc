/* qp-paint-wiring.h: sheets of an installer: the cabling over the elevation, with its lists
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "render/qp-wiring-paths.h"

G_BEGIN_DECLS

/**
 * QpWiringSheet:
 * @elevation: the elevation of the screen
 * @screen: the screen
 * @catalogue: (nullable): where its equipment is looked up
 * @data: its data ports
 * @power: its power circuits
 * @back: whether it is seen from behind, as the installer does
 *
 * What is painted. Borrowed.
 */
typedef struct
{
  const QpElevation *elevation;
  const QpScreen *screen;
  const QpCatalogue *catalogue;
  const QpDataRuns *data;
  const QpPowerRuns *power;
  gboolean back;
} QpWiringSheet;

char *qp_data_runs_headline (const QpDataRuns *self);
char *qp_power_runs_headline (const QpPowerRuns *self);
char *qp_data_run_line (const QpDataRuns *self, guint run);
char *qp_circuit_line (const QpPowerRuns *self, guint circuit);

void qp_paint_wiring (cairo_t *cr, double width, double height, const QpWiringSheet *sheet, gboolean power,
                      const QpPlanStyle *style);

G_END_DECLS
