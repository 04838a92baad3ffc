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
#include "render/qp-text.h"

#include <math.h>

#define HEIGHT_EM 24.0
#define SIDE_EM 4.2
#define HEAD_EM 3.4
#define FOOT_EM 4.2

typedef struct
{
  cairo_t *cr;
  const QpDimming *dimming;
  const QpPlanStyle *style;
  QpText *text;
  QpBox plot;
  double from_lx;
  double to_lx;
  double from_cdm2;
  double to_cdm2;
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

static double
x_of (const Pass *pass, double lx)
{
  return pass->plot.x0 + log (lx / pass->from_lx) / log (pass->to_lx / pass->from_lx) * (pass->plot.x1 - pass->plot.x0);
}

static double
y_of (const Pass *pass, double cdm2)
{
  return pass->plot.y1 - log (cdm2 / pass->from_cdm2) / log (pass->to_cdm2 / pass->from_cdm2) * (pass->plot.y1 - pass->plot.y0);
}

static double
power_below (double value)
{
  return pow (10, floor (log10 (value) + 1e-9));
}

static double
power_above (double value)
{
  return pow (10, ceil (log10 (value) - 1e-9));
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
  pass->from_lx = power_below (it->night_lx / 2);
  pass->to_lx = power_above (it->day_lx * 2);
  pass->from_cdm2 = power_below (least / 1.5);
  pass->to_cdm2 = power_above (most * 1.2);
}

static void
line (const Pass *pass, double x0, double y0, double x1, double y1, double width, QpColour colour)
{
  cairo_move_to (pass->cr, x0, y0);
  cairo_line_to (pass->cr, x1, y1);
  cairo_set_line_width (pass->cr, width * pass->style->unit);
  qp_set_colour (pass->cr, colour);
  cairo_stroke (pass->cr);
}

static void
paint_axes (const Pass *pass)
{
  const QpPlanStyle *style = pass->style;
  const double gap = 6 * style->unit, em = style->text_px;

  for (double lx = pass->from_lx; lx <= pass->to_lx * 1.001; lx *= 10)
    {
      g_autofree char *name = qp_number_display (lx, lx < 1 ? 1 : 0);
      const double x = qp_crisp (x_of (pass, lx), 1);
      line (pass, x, pass->plot.y0, x, pass->plot.y1, 1, style->grid);
      qp_text_draw (pass->text, pass->cr, name, QP_TEXT_SMALL, x, pass->plot.y1 + gap, QP_ALIGN_MIDDLE, QP_ALIGN_START, style->ink_soft);
    }
  for (double cdm2 = pass->from_cdm2; cdm2 <= pass->to_cdm2 * 1.001; cdm2 *= 10)
    {
      g_autofree char *name = qp_number_display (cdm2, cdm2 < 1 ? 1 : 0);
      const double y = qp_crisp (y_of (pass, cdm2), 1);
      line (pass, pass->plot.x0, y, pass->plot.x1, y, 1, cdm2 == pass->from_cdm2 ? style->ink_soft : style->grid_strong);
      qp_text_draw (pass->text, pass->cr, name, QP_TEXT_SMALL, pass->plot.x0 - gap, y, QP_ALIGN_END, QP_ALIGN_MIDDLE, style->ink_soft);
    }
  qp_text_draw (pass->text, pass->cr, _ ("ambient illuminance on the face, lx"), QP_TEXT_SMALL, (pass->plot.x0 + pass->plot.x1) / 2,
                pass->plot.y1 + 2.4 * em, QP_ALIGN_MIDDLE, QP_ALIGN_START, style->ink_faint);
}

static void
paint_title (const Pass *pass, double x, double y)
{
  const QpBox box = qp_text_draw (pass->text, pass->cr, _ ("Dimming curve"), QP_TEXT_STRONG, x, y, QP_ALIGN_START, QP_ALIGN_START, pass->style->ink);

  qp_text_draw (pass->text, pass->cr, _ ("luminance, cd/m²"), QP_TEXT_SMALL, x, box.y1 + 2 * pass->style->unit, QP_ALIGN_START, QP_ALIGN_START,
                pass->style->ink_faint);
}

/* a limit holds by night: from the left edge to a little beyond the night end */
static void
paint_limit (const Pass *pass, double limit, const char *format, double dash, gboolean above)
{
  const QpPlanStyle *style = pass->style;
  const double u = style->unit, dashes[] = { dash * u, 3 * u }, y = qp_crisp (y_of (pass, fmax (limit, pass->from_cdm2)), 1);
  g_autofree char *number = qp_number_display (floor (limit), 0), *words = g_strdup_printf (format, number);
  const QpColour colour = pass->dimming->night_cdm2 > limit ? style->bad : style->ink_soft;

  cairo_set_dash (pass->cr, dashes, 2, 0);
  line (pass, pass->plot.x0, y, pass->plot.x1, y, 1.4, colour);
  cairo_set_dash (pass->cr, NULL, 0, 0);
  qp_text_draw (pass->text, pass->cr, words, QP_TEXT_SMALL, pass->plot.x1, y + (above ? -3 : 3) * u, QP_ALIGN_END, above ? QP_ALIGN_END : QP_ALIGN_START,
                colour);
}

static void
paint_curve (const Pass *pass)
{
  const QpDimming *it = pass->dimming;

  cairo_move_to (pass->cr, pass->plot.x0, y_of (pass, it->night_cdm2));
  cairo_line_to (pass->cr, x_of (pass, it->night_lx), y_of (pass, it->night_cdm2));
  cairo_line_to (pass->cr, x_of (pass, it->day_lx), y_of (pass, it->day_cdm2)); /* straight on both logarithmic axes */
  cairo_line_to (pass->cr, pass->plot.x1, y_of (pass, it->day_cdm2));
  cairo_set_line_join (pass->cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (pass->cr, 2.6 * pass->style->unit);
  qp_set_colour (pass->cr, pass->style->accent);
  cairo_stroke (pass->cr);
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
  const double u = pass->style->unit, x = x_of (pass, lx), y = y_of (pass, cdm2);
  g_autofree char *words = end_words (pass->dimming, lx, cdm2);

  cairo_new_sub_path (pass->cr);
  cairo_arc (pass->cr, x, y, 4 * u, 0, 2 * G_PI);
  qp_set_colour (pass->cr, pass->style->accent);
  cairo_fill_preserve (pass->cr);
  qp_set_colour (pass->cr, pass->style->paper);
  cairo_set_line_width (pass->cr, u);
  cairo_stroke (pass->cr);
  qp_text_draw (pass->text, pass->cr, words, QP_TEXT_SMALL | QP_TEXT_STRONG, across == QP_ALIGN_START ? pass->plot.x0 + 4 * u : fmin (x + 4 * u, pass->plot.x1),
                y - 8 * u, across, QP_ALIGN_END, pass->style->ink);
}

static void
paint_empty (const Pass *pass)
{
  const double x = (pass->plot.x0 + pass->plot.x1) / 2, y = (pass->plot.y0 + pass->plot.y1) / 2;

  qp_text_draw (pass->text, pass->cr, _ ("No curve yet"), QP_TEXT_STRONG, x, y, QP_ALIGN_MIDDLE, QP_ALIGN_END, pass->style->ink_soft);
  qp_text_draw_narrow (pass->text, pass->cr, _ ("Type the luminance by day and by night for the screen."), QP_TEXT_PLAIN, x, y + 4 * pass->style->unit,
                       pass->plot.x1 - pass->plot.x0, QP_ALIGN_MIDDLE, pass->style->ink_soft);
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
  if (is_bound (it->window_limit) && it->window_limit <= pass->to_cdm2)
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
  Pass pass = { .cr = cr, .dimming = dimming, .style = style, .text = text };

  pass.plot = (QpBox){ x + SIDE_EM * em, y + HEAD_EM * em, x + fmax (width - 2.6 * em, (SIDE_EM + 4) * em), y + height - FOOT_EM * em };
  cairo_save (cr);
  cairo_new_path (cr);
  paint_title (&pass, x, y);
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
    paint_empty (&pass);
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
