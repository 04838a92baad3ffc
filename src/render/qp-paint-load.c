/* qp-paint-load.c: what screens draw over the hours of a day, by tariff
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "render/qp-paint-load.h"

#include "base/qp-number.h"
#include "render/qp-chart.h"

#include <math.h>

#define HEIGHT_EM 24.0
#define SIDE_EM 4.2
#define HEAD_EM 7.0
#define LEGEND_EM 1.7
#define FOOT_EM 2.6
#define HOURS 24

typedef struct
{
  QpChart chart;
  const QpDayLoad *load;
  QpAxis across; /* minutes of the day */
  QpAxis up;     /* kW */
} Pass;

static double
most_of (const QpDayLoad *load)
{
  double most = 0;

  for (guint hour = 0; hour < HOURS; hour++)
    most = fmax (most, load->kw[hour]);
  return most;
}

/**
 * qp_load_chart_height:
 * @style: sizes
 *
 * Returns: a height that suits qp_paint_load_chart()
 */
double
qp_load_chart_height (const QpPlanStyle *style)
{
  return HEIGHT_EM * style->text_px;
}

/* TRANSLATORS: when a tariff holds, its price and how much energy of a year falls into it */
static char *
tariff_text (const QpDayLoad *load, guint i, const char *currency)
{
  const QpTariff *tariff = &load->tariffs.at[i];
  g_autofree char *when = load->tariffs.n == 1 ? g_strdup (_ ("all day")) : qp_tariff_describe (&load->tariffs, i);
  g_autofree char *mwh = qp_number_display_significant (load->kwh[i] / 1000, 3);

  if (isnan (tariff->per_kwh))
    return g_strdup_printf (_ ("%s, price not known: %s MWh a year"), when, mwh);
  g_autofree char *price = qp_number_display_shortest (tariff->per_kwh);
  return g_strdup_printf (_ ("%s at %s %s/kWh: %s MWh a year"), when, price, currency == NULL ? "" : currency, mwh);
}

/* minutes of an hour that have one tariff are one bar */
static void
paint_hour (const Pass *pass, guint hour)
{
  const double y = qp_axis_place (&pass->up, pass->load->kw[hour]), gap = 1.2 * pass->chart.style->unit;

  for (guint from = hour * 60, until; from < (hour + 1) * 60; from = until)
    {
      const guint tariff = qp_tariffs_at (&pass->load->tariffs, from);
      for (until = from; until < (hour + 1) * 60 && qp_tariffs_at (&pass->load->tariffs, until) == tariff; until++)
        ;
      const double x0 = qp_axis_place (&pass->across, from) + (from == hour * 60 ? gap : 0);
      const double x1 = qp_axis_place (&pass->across, until) - (until == (hour + 1) * 60 ? gap : 0);
      qp_chart_fill (&pass->chart, (QpBox){ x0, y, x1, pass->up.begin }, tariff);
    }
}

static void
paint_axes (const Pass *pass)
{
  for (guint level = 0; level <= 5; level++)
    {
      const double kw = pass->up.to * level / 5;
      g_autofree char *name = qp_axis_number (kw, pass->up.to / 5);
      qp_chart_level (&pass->chart, &pass->up, kw, name);
    }
  for (guint hour = 0; hour <= HOURS; hour += 3)
    {
      g_autofree char *name = g_strdup_printf ("%02u:00", hour);
      qp_chart_tick (&pass->chart, qp_axis_place (&pass->across, hour * 60), name);
    }
}

static char *
note_text (const QpDayLoad *load)
{
  GString *out = g_string_new (_ ("kW, mean of each hour of a day of operation"));

  if (load->dimmed > 0)
    g_string_append_printf (out, ngettext ("; %u screen dims by night", "; %u screens dim by night", load->dimmed), load->dimmed);
  if (load->missing > 0)
    g_string_append_printf (out, ngettext ("; %u screen is not known", "; %u screens are not known", load->missing), load->missing);
  return g_string_free (out, FALSE);
}

static void
paint_legend (const Pass *pass, const char *currency, double x, double y, double until)
{
  QpVec at = qp_vec (x, y);

  for (guint i = 0; i < pass->load->tariffs.n; i++)
    {
      g_autofree char *name = tariff_text (pass->load, i, currency);
      at = qp_chart_legend (&pass->chart, i, name, at, x, until);
      at = qp_vec (i + 1 < pass->load->tariffs.n ? until : at.x, at.y); /* one a row */
    }
}

/**
 * qp_paint_load_chart:
 * @cr: where to paint
 * @x: left edge
 * @y: upper edge
 * @width: width
 * @height: height
 * @load: what the screens of a project draw
 * @currency: (nullable): currency of the tariffs
 * @style: colours and sizes
 *
 * Paints the mean power of each hour in the colours of the tariffs that hold, and the energy of a year by tariff.
 */
void
qp_paint_load_chart (cairo_t *cr, double x, double y, double width, double height, const QpDayLoad *load, const char *currency,
                     const QpPlanStyle *style)
{
  g_autoptr (QpText) text = qp_text_new (style);
  g_autofree char *note = note_text (load);
  const double em = style->text_px, most = most_of (load);
  Pass pass = { .chart = { .cr = cr, .style = style, .text = text }, .load = load };

  pass.chart.plot = (QpBox){ x + SIDE_EM * em, y + (HEAD_EM + LEGEND_EM * (load->tariffs.n - 1)) * em, x + fmax (width - 2 * em, (SIDE_EM + 8) * em),
                             y + height - FOOT_EM * em };
  cairo_save (cr);
  cairo_new_path (cr);
  const double foot = qp_chart_head (&pass.chart, _ ("Power over a day"), most > 0 ? note : NULL, x, y, width);
  if (most > 0)
    {
      pass.up = (QpAxis){ 0, qp_axis_end (most), FALSE, pass.chart.plot.y1, pass.chart.plot.y0 };
      pass.across = (QpAxis){ 0, HOURS * 60, FALSE, pass.chart.plot.x0, pass.chart.plot.x1 };
      paint_legend (&pass, currency, x, foot + 1.1 * em, x + width);
      paint_axes (&pass);
      for (guint hour = 0; hour < HOURS; hour++)
        paint_hour (&pass, hour);
      qp_chart_level (&pass.chart, &pass.up, 0, NULL);
    }
  else
    qp_chart_nothing (&pass.chart, _ ("No power known yet"), _ ("Choose cabinets whose power is known, and type when the screens are on."));
  cairo_restore (cr);
}

/**
 * qp_load_chart_words:
 * @load: what the screens of a project draw
 * @currency: (nullable): currency of the tariffs
 *
 * Returns: (transfer full): what the chart shows, for those who can't see it
 */
char *
qp_load_chart_words (const QpDayLoad *load, const char *currency)
{
  if (!(most_of (load) > 0))
    return g_strdup (_ ("No power known yet"));
  GString *out = g_string_new (_ ("Power over a day"));
  g_autofree char *most = qp_number_display_significant (most_of (load), 3);
  g_string_append_printf (out, _ (", at most %s kW."), most);
  for (guint i = 0; i < load->tariffs.n; i++)
    {
      g_autofree char *tariff = tariff_text (load, i, currency);
      g_string_append_printf (out, " %s.", tariff);
    }
  return g_string_free (out, FALSE);
}
