/* qp-wiring-parts.h: the list of what the cabling of a screen needs
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-data-runs.h"
#include "engine/qp-power-runs.h"

G_BEGIN_DECLS

/**
 * QpWiringPart:
 * @what: what it is, translated
 * @model: (nullable): which one, where somebody says so
 * @count: how many; NaN when not known
 * @each_m: length of each, metres; NaN where it has none or they differ
 * @is_cable: whether it has a length
 * @all_m: length of all of them together, metres; NaN when not known or where it has none
 * @is_power: whether it belongs to the power circuits; else to the data ports
 *
 * One line of the list.
 */
typedef struct
{
  char *what;
  char *model;
  double count;
  gboolean is_cable;
  double each_m;
  double all_m;
  gboolean is_power;
} QpWiringPart;

GPtrArray *qp_wiring_parts (const QpDataRuns *data, const QpPowerRuns *power, const QpScreen *screen,
                            const QpCatalogue *catalogue);
char *qp_wiring_part_model (const QpWiringPart *self);
char *qp_wiring_part_amount (const QpWiringPart *self);

G_END_DECLS
