/* qp-wiring-figures.h: inside the engine: what the calculation reads of a screen's cabling
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-estimate.h"

G_BEGIN_DECLS

/* NaN where there is no route */
typedef struct
{
  gboolean routed;
  double ports;       /* data ports that are taken, with the way back */
  double controllers; /* controllers that are taken */
  double cards;       /* receiving cards */
  double data_m;      /* length of all data cables */
  double circuits;
  double phase_a[3];
  double power_m; /* length of all power cables */
} QpWiringFigures;

void qp_wiring_figures_init (QpWiringFigures *self, const QpScreen *screen, const QpEngineContext *context);

G_END_DECLS
