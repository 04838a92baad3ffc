/* qp-energy.h: what a screen draws over the hours of a day, and what that costs by tariff
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-estimate.h"

G_BEGIN_DECLS

/** Night, when the luminance by night counts: an equinox; nothing in a project says more. */
#define QP_NIGHT_FROM_MIN (18 * 60)
#define QP_NIGHT_UNTIL_MIN (6 * 60)

/** QP_MAX_TARIFFS: tariffs of a day that are told apart */
#define QP_MAX_TARIFFS 8

/**
 * QpTariff:
 * @per_kwh: price of a kWh; NaN when not known
 * @minutes: by the minute of the day, whether it holds: one bit each
 *
 * One price of energy and when it holds.
 */
typedef struct
{
  double per_kwh;
  guint8 minutes[1440 / 8];
} QpTariff;

/**
 * QpTariffs:
 * @n: how many
 * @at: the tariffs; the first is the one that holds when no period says otherwise
 * @problem: whether the text of the periods could not be read
 *
 * The tariffs of a day.
 */
typedef struct
{
  guint n;
  QpTariff at[QP_MAX_TARIFFS];
  gboolean problem;
} QpTariffs;

/**
 * QpEnergy:
 * @kw: mean power in each hour of a day of operation, kW
 * @dimmed: whether the luminance by night and by day counts
 * @kwh_per_year: energy of a year, standby included
 * @by_tariff: the same by tariff
 *
 * Energy of a screen; NaN when not known.
 */
typedef struct
{
  double kw[24];
  gboolean dimmed;
  double kwh_per_year;
  double by_tariff[QP_MAX_TARIFFS];
} QpEnergy;

void qp_tariffs_init (QpTariffs *self, const QpProject *project);
char *qp_tariff_describe (const QpTariffs *self, guint index);
void qp_energy_init (QpEnergy *self, const QpScreen *screen, const QpEstimate *estimate, const QpCabinet *cabinet,
                     const QpTariffs *tariffs);

G_END_DECLS
