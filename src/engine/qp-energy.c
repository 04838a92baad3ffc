/* qp-energy.c: what a screen draws over the hours of a day, and what that costs by tariff
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "engine/qp-energy.h"

#include <math.h>
#include <string.h>

#define DAY 1440
#define MAX_PERIODS 48

/* --- tariffs --- */

static gboolean
holds (const QpTariff *tariff, guint minute)
{
  return (tariff->minutes[minute / 8] >> minute % 8 & 1) != 0;
}

static void
set_minute (QpTariff *tariff, guint minute, gboolean on)
{
  const guint8 bit = (guint8) (1u << minute % 8);

  tariff->minutes[minute / 8] = on ? tariff->minutes[minute / 8] | bit : (guint8) (tariff->minutes[minute / 8] & ~bit);
}

/* -1 when there is no room for one more */
static int
find_tariff (QpTariffs *self, double per_kwh)
{
  for (guint i = 0; i < self->n; i++)
    if (self->at[i].per_kwh == per_kwh)
      return (int) i;
  if (self->n == QP_MAX_TARIFFS)
    return -1;
  self->at[self->n].per_kwh = per_kwh;
  return (int) self->n++;
}

/* "08:00" at the start of a text, as minutes; afterwards `text` is behind it */
static gboolean
take_time (const char **text, guint *minute)
{
  const char *c = *text;

  if (!g_ascii_isdigit (c[0]) || !g_ascii_isdigit (c[1]) || c[2] != ':' || !g_ascii_isdigit (c[3]) || !g_ascii_isdigit (c[4]) || c[3] > '5')
    return FALSE;
  *minute = (guint) ((c[0] - '0') * 10 + c[1] - '0') * 60 + (guint) ((c[3] - '0') * 10 + c[4] - '0');
  *text = c + 5;
  return *minute <= DAY;
}

/* "08:00-12:00 1.05" */
static gboolean
add_period (QpTariffs *self, const char *text)
{
  guint from, until;
  double price;

  if (!take_time (&text, &from) || *text++ != '-' || !take_time (&text, &until))
    return FALSE;
  g_autofree char *number = g_strstrip (g_strdup (text));
  if (qp_real_parse (number, &price) > QP_PARSE_ROUNDED || !(price >= 0 && price <= 100))
    return FALSE;
  const int index = find_tariff (self, price);
  for (guint i = 0; index >= 0 && i < (until + 2 * DAY - from - 1) % DAY + 1; i++)
    for (guint t = 0; t < self->n; t++)
      set_minute (&self->at[t], (from + i) % DAY, t == (guint) index);
  return index >= 0;
}

/**
 * qp_tariffs_init:
 * @self: (out caller-allocates): place for the tariffs
 * @project: (nullable): a project
 *
 * Reads the tariff of a project and its periods, "08:00-12:00 1.05; 17:00-21:00 1.20": a period that ends before it
 * begins goes over midnight; a later one counts where two meet.
 */
void
qp_tariffs_init (QpTariffs *self, const QpProject *project)
{
  memset (self, 0, sizeof *self);
  self->n = 1;
  self->at[0].per_kwh = project == NULL ? NAN : project->tariff_per_kwh;
  memset (self->at[0].minutes, 0xff, sizeof self->at[0].minutes);
  if (project == NULL || project->tariff_periods == NULL)
    return;
  g_auto (GStrv) periods = g_strsplit (project->tariff_periods, ";", MAX_PERIODS);
  for (guint i = 0; periods[i] != NULL; i++)
    {
      g_strstrip (periods[i]);
      if (*periods[i] != '\0' && !add_period (self, periods[i]))
        self->problem = TRUE;
    }
}

/**
 * qp_tariff_describe:
 * @self: tariffs
 * @index: one of them
 *
 * Returns: (transfer full): when it holds: "08:00–12:00, 17:00–21:00"
 */
char *
qp_tariff_describe (const QpTariffs *self, guint index)
{
  GString *out = g_string_new (NULL);
  const QpTariff *tariff = &self->at[index];

  for (guint from = 0; from < DAY; from++)
    {
      guint until = from;
      while (until < DAY && holds (tariff, until))
        until++;
      if (until > from)
        g_string_append_printf (out, "%s%02u:%02u–%02u:%02u", out->len > 0 ? ", " : "", from / 60, from % 60, until / 60, until % 60);
      from = until;
    }
  return g_string_free (out, FALSE);
}

/**
 * qp_tariffs_at:
 * @self: tariffs
 * @minute: minute of the day, 0 to 1439
 *
 * Returns: index of the tariff that holds then
 */
guint
qp_tariffs_at (const QpTariffs *self, guint minute)
{
  for (guint i = 0; i < self->n; i++)
    if (holds (&self->at[i], minute % DAY))
      return i;
  return 0;
}

/* --- energy --- */

static double
fraction_or_nan (double percent)
{
  return percent / 100;
}

/* luminance ÷ full luminance; 1 when one of them is not known */
static double
dimming (double luminance, double full)
{
  return isnan (luminance) || isnan (full) || full <= 0 ? 1 : fmin (luminance / full, 1);
}

static double
power_kw (const QpEstimate *estimate, double idle, double level)
{
  const QpFormula *formula = qp_formula_find ("power_at_level_w");
  const QpArgument arguments[] = { { qp_estimate_get (estimate, "power_max_w"), NULL },
                                   { qp_estimate_get (estimate, "average_power_fraction"), NULL },
                                   { idle, NULL },
                                   { level, NULL } };

  return qp_formula_evaluate (formula, arguments) / 1000;
}

static gboolean
is_night (guint minute)
{
  return minute >= QP_NIGHT_FROM_MIN || minute < QP_NIGHT_UNTIL_MIN;
}

/**
 * qp_energy_init:
 * @self: (out caller-allocates): place for the energy
 * @screen: a screen
 * @estimate: its results
 * @cabinet: (nullable): its cabinet
 * @tariffs: tariffs of a day
 *
 * The screen draws its average power while it is on; where somebody says what a black picture draws, the power follows
 * the luminance by day and, from 18:00 to 6:00, by night. What it draws when it is off counts where somebody says it, also on
 * days without operation.
 */
void
qp_energy_init (QpEnergy *self, const QpScreen *screen, const QpEstimate *estimate, const QpCabinet *cabinet,
                const QpTariffs *tariffs)
{
  const double idle = fraction_or_nan (screen->idle_percent), full = cabinet == NULL ? NAN : cabinet->luminance_cdm2;
  const double standby = isnan (screen->standby_percent) ? 0 : fraction_or_nan (screen->standby_percent);
  const double days = qp_estimate_get (estimate, "days_per_year");
  const double off_kw = qp_estimate_get (estimate, "power_max_w") * standby / 1000;

  memset (self, 0, sizeof *self);
  self->dimmed = !isnan (idle);
  const double by_day = power_kw (estimate, self->dimmed ? idle : 0, self->dimmed ? dimming (screen->luminance_day_cdm2, full) : 1);
  const double by_night = power_kw (estimate, self->dimmed ? idle : 0, self->dimmed ? dimming (screen->luminance_night_cdm2, full) : 1);
  const double on = qp_estimate_get (estimate, "on_min"), on_minutes = qp_estimate_get (estimate, "hours_per_day") * 60;
  const gboolean known = !isnan (by_day + by_night + days + on + on_minutes);
  self->kwh_per_year = known ? 0 : NAN;
  for (guint hour = 0; hour < 24; hour++)
    self->kw[hour] = known ? 0 : NAN;
  for (guint minute = 0; minute < DAY && known; minute++)
    {
      const gboolean is_on = (minute + 2 * DAY - (guint) on) % DAY < on_minutes;
      const double kw = !is_on ? off_kw : is_night (minute) ? by_night : by_day;
      const double kwh = (kw * days + off_kw * fmax (365 - days, 0)) / 60;
      self->kw[minute / 60] += kw / 60;
      self->kwh_per_year += kwh;
      for (guint i = 0; i < tariffs->n; i++)
        if (holds (&tariffs->at[i], minute))
          self->by_tariff[i] += kwh;
    }
}

/**
 * qp_day_load_init:
 * @self: (out caller-allocates): place for the load
 * @project: (nullable): a project, for its tariffs
 */
void
qp_day_load_init (QpDayLoad *self, const QpProject *project)
{
  memset (self, 0, sizeof *self);
  qp_tariffs_init (&self->tariffs, project);
}

/**
 * qp_day_load_add:
 * @self: a load
 * @energy: energy of one more screen
 */
void
qp_day_load_add (QpDayLoad *self, const QpEnergy *energy)
{
  if (isnan (energy->kwh_per_year))
    {
      self->missing++;
      return;
    }
  self->known++;
  self->dimmed += energy->dimmed;
  for (guint hour = 0; hour < 24; hour++)
    self->kw[hour] += energy->kw[hour];
  for (guint i = 0; i < self->tariffs.n; i++)
    self->kwh[i] += energy->by_tariff[i];
}
