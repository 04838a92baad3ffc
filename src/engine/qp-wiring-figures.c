/* qp-wiring-figures.c: what the calculation reads of a screen's cabling
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/qp-wiring-figures.h"

#include "engine/qp-data-runs.h"
#include "engine/qp-power-runs.h"

#include <math.h>

void
qp_wiring_figures_init (QpWiringFigures *self, const QpScreen *screen, const QpEngineContext *context)
{
  g_auto (QpDataRuns) data = { 0 };
  g_auto (QpPowerRuns) power = { 0 };

  qp_data_runs_init (&data, screen, context);
  qp_power_runs_init (&power, screen, context);
  self->routed = TRUE;
  self->ports = data.state == QP_DATA_ROUTED ? data.ports : NAN;
  self->controllers = data.devices->len > 0 && !isnan (self->ports) ? data.devices->len : NAN;
  self->cards = data.state == QP_DATA_ROUTED ? qp_data_runs_cards (&data, context->catalogue) : NAN;
  self->data_m = qp_data_runs_cable_m (&data);
  self->circuits = power.state == QP_POWER_ROUTED ? power.circuits->len : NAN;
  self->power_m = qp_power_runs_cable_m (&power);
  for (guint i = 0; i < 3; i++)
    self->phase_a[i] = power.phase_a[i];
}
