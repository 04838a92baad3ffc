/* qp-paint-dimming.c: the luminance of a screen over the light around it, from night to day
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Both axes go by powers of ten, as the eye does. Limits differ from the curve in their dashes and are named, so that the
 * chart is read without colours, too.
 */
#include "base/qp-i18n.h"

#include "render/qp-paint-dimming.h"

#include "base/qp-number.h"
#include "render/qp-chart.h"

#include <math.h>

#define HEIGHT_EM 24.0
#define SIDE_EM 4.2
#define HEAD_EM 3.4
#define FOOT_EM 4.2

typedef struct
{
  QpChart chart;
  const QpDimming *dimming;
  QpAxis across; /* lx */
  QpAxis up;     /* cd/m² */
} Pass;

/**
 * qp_dimming_chart_height:
 * @style: sizes
 *
 * Returns: a height that suits qp_paint_dimming_chart()
 */
double
qp_dimming_chart_height (const QpPlanStyle *style)
{
  return HEIGHT_EM * style->text_px;
}

static gboolean
is_bound (double limit)
{
  return !isnan (limit) && limit > 0;
}

static void
find_spans (Pass *pass)
{
  const QpDimming *it = pass->dimming;
  double least = fmin (it->night_cdm2, it->day_cdm2), most = fmax (it->night_cdm2, it->day_cdm2);

  if (is_bound (it->sign_limit))
    least = fmin (least, it->sign_limit), most = fmax (most, it->sign_limit);
  if (is_bound (it->window_limit))
    least = fmin (least, fmax (it->window_limit, 1)), most = fmax (most, fmin (it->window_limit, 10000));
  pass->across = (QpAxis){ qp_axis_power_below (it->night_lx / 2), qp_axis_power_above (it->day_lx * 2), TRUE, pass->chart.plot.x0, pass->chart.plot.x1 };
  pass->up = (QpAxis){ qp_axis_power_below (least / 1.5), qp_axis_power_above (most * 1.2), TRUE, pass->chart.plot.y1, pass->chart.plot.y0 };
}

static void
paint_axes (const Pass *pass)
{
  const QpPlanStyle *style = pass->chart.style;
  const double gap = 6 * style->unit, em = style->text_px;

  for (double lx = pass->across.from; lx <= pass->across.to * 1.001; lx *= 10)
    {
      g_autofree char *name = qp_number_display (lx, lx < 1 ? 1 : 0);
      const double x = qp_crisp (qp_axis_place (&pass->across, lx), 1);
      qp_chart_line (&pass->chart, x, pass->chart.plot.y0, x, pass->chart.plot.y1, 1, style->grid);
      qp_text_draw (pass->chart.text, pass->chart.cr, name, QP_TEXT_SMALL, x, pass->chart.plot.y1 + gap, QP_ALIGN_MIDDLE, QP_ALIGN_START, style->ink_soft);
    }
  for (double cdm2 = pass->up.from; cdm2 <= pass->up.to * 1.001; cdm2 *= 10)
    {
      g_autofree char *name = qp_number_display (cdm2, cdm2 < 1 ? 1 : 0);
      const double y = qp_crisp (qp_axis_place (&pass->up, cdm2), 1);
      qp_chart_line (&pass->chart, pass->chart.plot.x0, y, pass->chart.plot.x1, y, 1, cdm2 == pass->up.from ? style->ink_soft : style->grid_strong);
      qp_text_draw (pass->chart.text, pass->chart.cr, name, QP_TEXT_SMALL, pass->chart.plot.x0 - gap, y, QP_ALIGN_END, QP_ALIGN_MIDDLE, style->ink_soft);
    }
  qp_text_draw (pass->chart.text, pass->chart.cr, _ ("ambient illuminance on the face, lx"), QP_TEXT_SMALL, (pass->chart.plot.x0 + pass->chart.plot.x1) / 2,
                pass->chart.plot.y1 + 2.4 * em, QP_ALIGN_MIDDLE, QP_ALIGN_START, style->ink_faint);
}

/* a limit holds by night: from the left edge to a little beyond the night end */
static void
paint_limit (const Pass *pass, double limit, const char *format, double dash, gboolean above)
{
  const QpPlanStyle *style = pass->chart.style;
  const double u = style->unit, dashes[] = { dash, 3 }, y = qp_crisp (qp_axis_place (&pass->up, fmax (limit, pass->up.from)), 1);
  g_autofree char *number = qp_number_display (floor (limit), 0), *words = g_strdup_printf (format, number);
  const QpColour colour = pass->dimming->night_cdm2 > limit ? style->bad : style->ink_soft;

  qp_chart_dash (&pass->chart, dashes, 2);
  qp_chart_line (&pass->chart, pass->chart.plot.x0, y, pass->chart.plot.x1, y, 1.4, colour);
  qp_chart_dash (&pass->chart, NULL, 0);
  qp_text_draw (pass->chart.text, pass->chart.cr, words, QP_TEXT_SMALL, pass->chart.plot.x1, y + (above ? -3 : 3) * u, QP_ALIGN_END, above ? QP_ALIGN_END : QP_ALIGN_START,
                colour);
}

static void
paint_curve (const Pass *pass)
{
  const QpDimming *it = pass->dimming;

  cairo_move_to (pass->chart.cr, pass->chart.plot.x0, qp_axis_place (&pass->up, it->night_cdm2));
  cairo_line_to (pass->chart.cr, qp_axis_place (&pass->across, it->night_lx), qp_axis_place (&pass->up, it->night_cdm2));
  cairo_line_to (pass->chart.cr, qp_axis_place (&pass->across, it->day_lx), qp_axis_place (&pass->up, it->day_cdm2)); /* straight on both logarithmic axes */
  cairo_line_to (pass->chart.cr, pass->chart.plot.x1, qp_axis_place (&pass->up, it->day_cdm2));
  cairo_set_line_join (pass->chart.cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (pass->chart.cr, 2.6 * pass->chart.style->unit);
  qp_set_colour (pass->chart.cr, pass->chart.style->accent);
  cairo_stroke (pass->chart.cr);
}

static char *
end_words (const QpDimming *it, double lx, double cdm2)
{
  g_autofree char *luminance = qp_number_display (cdm2, 0), *contrast = qp_number_display_significant (qp_dimming_contrast (it, lx), 2);

  return g_strdup_printf (_ ("%s\u2009cd/m², contrast %s:1"), luminance, contrast);
}

static void
paint_end (const Pass *pass, double lx, double cdm2, QpAlign across)
{
  const double u = pass->chart.style->unit, x = qp_axis_place (&pass->across, lx), y = qp_axis_place (&pass->up, cdm2);
  g_autofree char *words = end_words (pass->dimming, lx, cdm2);

  qp_chart_dot (&pass->chart, x, y, 4, pass->chart.style->accent);
  qp_text_draw (pass->chart.text, pass->chart.cr, words, QP_TEXT_SMALL | QP_TEXT_STRONG, across == QP_ALIGN_START ? pass->chart.plot.x0 + 4 * u : fmin (x + 4 * u, pass->chart.plot.x1),
                y - 8 * u, across, QP_ALIGN_END, pass->chart.style->ink);
}

static gboolean
has_curve (const QpDimming *it)
{
  return it->night_cdm2 > 0 && it->day_cdm2 > 0 && it->night_lx < it->day_lx;
}

static void
paint_limits (const Pass *pass)
{
  const QpDimming *it = pass->dimming;
  const gboolean both = is_bound (it->sign_limit) && is_bound (it->window_limit);

  /* TRANSLATORS: name of a line in a chart; %s is a luminance in cd/m² */
  if (is_bound (it->sign_limit))
    paint_limit (pass, it->sign_limit, _ ("by night at most %s for zone and area"), 8, !both || it->sign_limit >= it->window_limit);
  if (is_bound (it->window_limit) && it->window_limit <= pass->up.to)
    paint_limit (pass, it->window_limit, _ ("by night at most %s for the windows"), 2.5, both && it->window_limit > it->sign_limit);
}

/**
 * qp_paint_dimming_chart:
 * @cr: where to paint
 * @x: left edge
 * @y: upper edge
 * @width: width
 * @height: height
 * @dimming: the curve
 * @style: colours and sizes
 *
 * Paints the curve with what bounds it by night and the contrast at both ends; or what is missing for it.
 */
void
qp_paint_dimming_chart (cairo_t *cr, double x, double y, double width, double height, const QpDimming *dimming,
                        const QpPlanStyle *style)
{
  g_autoptr (QpText) text = qp_text_new (style);
  const double em = style->text_px;
  Pass pass = { .chart = { .cr = cr, .style = style, .text = text }, .dimming = dimming };

  pass.chart.plot = (QpBox){ x + SIDE_EM * em, y + HEAD_EM * em, x + fmax (width - 2.6 * em, (SIDE_EM + 4) * em), y + height - FOOT_EM * em };
  cairo_save (cr);
  cairo_new_path (cr);
  qp_chart_head (&pass.chart, _ ("Dimming curve"), _ ("luminance, cd/m²"), x, y, width);
  if (has_curve (dimming))
    {
      find_spans (&pass);
      paint_axes (&pass);
      paint_limits (&pass);
      paint_curve (&pass);
      paint_end (&pass, dimming->night_lx, dimming->night_cdm2, QP_ALIGN_START);
      paint_end (&pass, dimming->day_lx, dimming->day_cdm2, QP_ALIGN_END);
    }
  else
    qp_chart_nothing (&pass.chart, _ ("No curve yet"), _ ("Type the luminance by day and by night for the screen."));
  cairo_restore (cr);
}

/**
 * qp_dimming_chart_words:
 * @dimming: the curve
 *
 * Returns: (transfer full): what the chart shows, for those who can't see it
 */
char *
qp_dimming_chart_words (const QpDimming *dimming)
{
  if (!has_curve (dimming))
    return g_strdup (_ ("No curve yet"));
  g_autofree char *night = end_words (dimming, dimming->night_lx, dimming->night_cdm2);
  g_autofree char *day = end_words (dimming, dimming->day_lx, dimming->day_cdm2);
  return g_strdup_printf (_ ("Dimming curve. By night: %s. By day: %s."), night, day);
}
