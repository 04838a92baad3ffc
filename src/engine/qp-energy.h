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

/**
 * QpDayLoad:
 * @tariffs: tariffs of the day
 * @kw: mean power in each hour of a day of operation of all screens, kW
 * @kwh: energy of a year by tariff
 * @known: screens that are in it
 * @missing: screens whose power or hours are not known
 * @dimmed: screens whose luminance by day and by night counts
 *
 * What all screens draw over the hours of a day.
 */
typedef struct
{
  QpTariffs tariffs;
  double kw[24];
  double kwh[QP_MAX_TARIFFS];
  guint known;
  guint missing;
  guint dimmed;
} QpDayLoad;

void qp_tariffs_init (QpTariffs *self, const QpProject *project);
char *qp_tariff_describe (const QpTariffs *self, guint index);
guint qp_tariffs_at (const QpTariffs *self, guint minute);
void qp_day_load_init (QpDayLoad *self, const QpProject *project);
void qp_day_load_add (QpDayLoad *self, const QpEnergy *energy);
void qp_energy_init (QpEnergy *self, const QpScreen *screen, const QpEstimate *estimate, const QpCabinet *cabinet,
                     const QpTariffs *tariffs);

G_END_DECLS
