/* qp-paint-advisor.c: how many see the pixels of which pitch, and what the pitches cost
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Curves differ in their dashes and are named where they end, prices are bars with ends and the present pitch is a hatched band:
 * the chart is read without colours, too.
 */
#include "base/qp-i18n.h"

#include "render/qp-paint-advisor.h"

#include "base/qp-money.h"
#include "base/qp-number.h"
#include "render/qp-chart.h"

#include <math.h>
#include <string.h>

#define STEPS 240
#define HEIGHT_EM 26.0
#define SIDE_EM 4.6   /* room for the numbers at either side */
#define HEAD_EM 5.4   /* title and legend */
#define FOOT_EM 4.2   /* pitches and the name of the axis */
#define BAND 0.035    /* half width of the band of the present pitch, as a factor of it */

typedef struct
{
  QpChart chart;
  const QpAdvice *advice;
  int chosen;
  QpAxis across;     /* pitch, mm */
  QpAxis up;         /* share */
  double most_price; /* end of the axis of prices; 0 when none is known */
} Pass;

/* rules whose curves are shown, and how they are drawn */
static const struct
{
  QpAdvisorRule rule;
  double width;
  double dashes[2];
  guint n_dashes;
} curves[] = { { QP_ADVISOR_ACUITY, 2.6, { 0, 0 }, 0 },
               { QP_ADVISOR_COMFORTABLE, 1.6, { 8, 4 }, 2 },
               { QP_ADVISOR_NEAREST_GB, 1.6, { 2, 3.5 }, 2 } };

/**
 * qp_advisor_chart_height:
 * @style: sizes
 *
 * Returns: a height that suits qp_paint_advisor_chart()
 */
double
qp_advisor_chart_height (const QpPlanStyle *style)
{
  return HEIGHT_EM * style->text_px;
}

static void
find_axes (Pass *pass, const QpAdvice *advice)
{
  const guint n = advice->candidates->len;
  double least = n > 0 ? qp_advice_candidate (advice, 0)->pitch_mm : 1;
  double most = n > 0 ? qp_advice_candidate (advice, n - 1)->pitch_mm : 10;

  if (advice->enough_mm > 0)
    {
      least = fmin (least, fmax (advice->enough_mm, least / 2));
      most = fmax (most, fmin (advice->enough_mm, most * 2));
    }
  least /= 1.12;
  pass->across = (QpAxis){ least, fmax (most * 1.12, least * 1.6), TRUE, pass->chart.plot.x0, pass->chart.plot.x1 };
  pass->up = (QpAxis){ 0, 1, FALSE, pass->chart.plot.y1, pass->chart.plot.y0 };
}

static QpBox
plot_box (double x, double y, double width, double height, const QpPlanStyle *style)
{
  const double em = style->text_px;

  return (QpBox){ x + SIDE_EM * em, y + HEAD_EM * em, x + fmax (width - SIDE_EM * em, (SIDE_EM + 4) * em),
                  y + height - FOOT_EM * em };
}

static double
greatest_price (const QpAdvice *advice)
{
  double most = 0;

  for (guint i = 0; i < advice->candidates->len; i++)
    if (!isnan (qp_advice_candidate (advice, i)->price_high))
      most = fmax (most, qp_advice_candidate (advice, i)->price_high);
  return most;
}

/* --- axes --- */

static void
paint_level (const Pass *pass, guint level)
{
  const QpPlanStyle *style = pass->chart.style;
  const double y = qp_crisp (qp_axis_place (&pass->up, level / 5.0), 1), gap = 6 * style->unit;
  g_autofree char *percent = qp_advice_share_text (level / 5.0);

  qp_chart_line (&pass->chart, pass->chart.plot.x0, y, pass->chart.plot.x1, y, 1, level == 0 ? style->ink_soft : style->grid_strong);
  qp_text_draw (pass->chart.text, pass->chart.cr, percent, QP_TEXT_SMALL, pass->chart.plot.x0 - gap, y, QP_ALIGN_END, QP_ALIGN_MIDDLE,
                style->ink_soft);
  if (!(pass->most_price > 0))
    return;
  g_autofree char *price = level == 0 ? g_strdup ("0") : qp_number_display_significant (pass->most_price * level / 5, 2);
  qp_text_draw (pass->chart.text, pass->chart.cr, price, QP_TEXT_SMALL, pass->chart.plot.x1 + gap, y, QP_ALIGN_START, QP_ALIGN_MIDDLE,
                style->ink_soft);
}

static void
paint_axis_names (const Pass *pass)
{
  const QpPlanStyle *style = pass->chart.style;
  const double em = style->text_px;

  qp_text_draw (pass->chart.text, pass->chart.cr, _ ("pixel pitch, mm"), QP_TEXT_SMALL, (pass->chart.plot.x0 + pass->chart.plot.x1) / 2,
                pass->chart.plot.y1 + 2.4 * em, QP_ALIGN_MIDDLE, QP_ALIGN_START, style->ink_faint);
  if (!(pass->most_price > 0))
    return;
  g_autofree char *unit = g_strdup_printf (_ ("price, %s/m²"), pass->advice->currency == NULL ? "" : pass->advice->currency);
  qp_text_draw (pass->chart.text, pass->chart.cr, unit, QP_TEXT_SMALL, pass->chart.plot.x1 + SIDE_EM * em, pass->chart.plot.y1 + 2.4 * em, QP_ALIGN_END,
                QP_ALIGN_START, style->ink_faint);
}

/* names of the pitches as far as they have room; the present and the chosen one go first */
static void
paint_pitch (const Pass *pass, guint i, GArray *taken)
{
  const QpAdvisorCandidate *it = qp_advice_candidate (pass->advice, i);
  const gboolean strong = it->present || (int) i == pass->chosen;
  const QpTextFlags flags = strong ? QP_TEXT_SMALL | QP_TEXT_STRONG : QP_TEXT_SMALL;
  g_autofree char *name = qp_number_display_shortest (round (it->pitch_mm * 100) / 100);
  const double x = qp_axis_place (&pass->across, it->pitch_mm), half = qp_text_width (pass->chart.text, name, flags) / 2 + 3 * pass->chart.style->unit;

  for (guint k = 0; k + 1 < taken->len; k += 2)
    if (x + half > g_array_index (taken, double, k) && x - half < g_array_index (taken, double, k + 1))
      return;
  const double span[] = { x - half, x + half };
  g_array_append_vals (taken, span, 2);
  qp_chart_line (&pass->chart, x, pass->chart.plot.y1, x, pass->chart.plot.y1 + 4 * pass->chart.style->unit, 1, pass->chart.style->ink_soft);
  qp_text_draw (pass->chart.text, pass->chart.cr, name, flags, x, pass->chart.plot.y1 + 6 * pass->chart.style->unit, QP_ALIGN_MIDDLE, QP_ALIGN_START,
                strong ? pass->chart.style->ink : pass->chart.style->ink_soft);
}

static void
paint_pitches (const Pass *pass)
{
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint turn = 0; turn < 2; turn++)
    for (guint i = 0; i < pass->advice->candidates->len; i++)
      {
        const gboolean first = (int) i == pass->chosen || qp_advice_candidate (pass->advice, i)->present;
        if (first == (turn == 0))
          paint_pitch (pass, i, taken);
      }
}

/* --- what is shown --- */

/* hatched, so that it is a band without colour, too */
static void
paint_present (const Pass *pass)
{
  if (pass->advice->present < 0)
    return;
  const double pitch = qp_advice_candidate (pass->advice, (guint) pass->advice->present)->pitch_mm;
  const double x0 = qp_axis_place (&pass->across, pitch * (1 - BAND)), x1 = qp_axis_place (&pass->across, pitch * (1 + BAND)), step = 7 * pass->chart.style->unit;

  cairo_save (pass->chart.cr);
  cairo_rectangle (pass->chart.cr, x0, pass->chart.plot.y0, x1 - x0, pass->chart.plot.y1 - pass->chart.plot.y0);
  qp_set_colour_alpha (pass->chart.cr, pass->chart.style->accent, 0.14);
  cairo_fill_preserve (pass->chart.cr);
  cairo_clip (pass->chart.cr);
  for (double y = pass->chart.plot.y0; y < pass->chart.plot.y1 + (x1 - x0); y += step)
    {
      cairo_move_to (pass->chart.cr, x0, y);
      cairo_line_to (pass->chart.cr, x1, y - (x1 - x0));
    }
  cairo_set_line_width (pass->chart.cr, pass->chart.style->unit);
  qp_set_colour_alpha (pass->chart.cr, pass->chart.style->accent, 0.5);
  cairo_stroke (pass->chart.cr);
  cairo_restore (pass->chart.cr);
}

static void
paint_curve (const Pass *pass, guint curve)
{
  const double ratio = pass->across.to / pass->across.from;

  for (guint i = 0; i <= STEPS; i++)
    {
      const double pitch = pass->across.from * pow (ratio, i / (double) STEPS);
      const double distance = qp_advisor_rule_distance (curves[curve].rule, pitch, pass->advice->options.alpha_arcmin);
      cairo_line_to (pass->chart.cr, qp_axis_place (&pass->across, pitch), qp_axis_place (&pass->up, qp_advisor_view_nearer (&pass->advice->view, distance)));
    }
  qp_chart_dash (&pass->chart, curves[curve].dashes, curves[curve].n_dashes);
  cairo_set_line_width (pass->chart.cr, curves[curve].width * pass->chart.style->unit);
  qp_set_colour (pass->chart.cr, curve == 0 ? pass->chart.style->accent : pass->chart.style->ink_soft);
  cairo_stroke (pass->chart.cr);
  qp_chart_dash (&pass->chart, NULL, 0);
}

static void
paint_price (const Pass *pass, const QpAdvisorCandidate *it)
{
  const double u = pass->chart.style->unit, x = qp_axis_place (&pass->across, it->pitch_mm), half = 4 * u;

  if (isnan (it->price_low) || isnan (it->price_high))
    return;
  const double low = qp_axis_place (&pass->up, it->price_low / pass->most_price), high = qp_axis_place (&pass->up, it->price_high / pass->most_price);
  qp_chart_line (&pass->chart, x, low, x, high, 1.5, pass->chart.style->ink);
  qp_chart_line (&pass->chart, x - half, low, x + half, low, 1.5, pass->chart.style->ink);
  qp_chart_line (&pass->chart, x - half, high, x + half, high, 1.5, pass->chart.style->ink);
}

/* a dot where the curve of the acuity is at this pitch; a ring around the chosen one */
static void
paint_dot (const Pass *pass, guint i)
{
  const QpAdvisorCandidate *it = qp_advice_candidate (pass->advice, i);
  const double u = pass->chart.style->unit, x = qp_axis_place (&pass->across, it->pitch_mm), y = qp_axis_place (&pass->up, 1 - it->unseen);

  if (isnan (it->unseen))
    return;
  qp_chart_dot (&pass->chart, x, y, 3.2, pass->chart.style->accent);
  if ((int) i != pass->chosen)
    return;
  cairo_new_sub_path (pass->chart.cr);
  cairo_arc (pass->chart.cr, x, y, 7 * u, 0, 2 * G_PI);
  qp_set_colour (pass->chart.cr, pass->chart.style->ink);
  cairo_set_line_width (pass->chart.cr, 1.8 * u);
  cairo_stroke (pass->chart.cr);
}

/* where nothing finer is seen by those asked for */
static void
paint_enough (const Pass *pass)
{
  const double em = pass->chart.style->text_px, pitch = pass->advice->enough_mm;

  if (!(pitch > pass->across.from) || !(pitch < pass->across.to))
    return;
  const double x = qp_crisp (qp_axis_place (&pass->across, pitch), 1), dashes[] = { 4, 3 };
  g_autofree char *number = qp_number_display_significant (pitch, 2);
  g_autofree char *share = qp_advice_share_text (pass->advice->enough_share);
  g_autofree char *words = g_strdup_printf (_ ("finer than %s mm: not seen by %s"), number, share);
  qp_chart_dash (&pass->chart, dashes, 2);
  qp_chart_line (&pass->chart, x, pass->chart.plot.y0 - 0.3 * em, x, pass->chart.plot.y1, 1.2, pass->chart.style->ink);
  qp_chart_dash (&pass->chart, NULL, 0);
  const double half = qp_text_width (pass->chart.text, words, QP_TEXT_SMALL) / 2;
  const double middle = CLAMP (x, pass->chart.plot.x0 - 4 * em + half, pass->chart.plot.x1 + 4 * em - half);
  qp_text_draw (pass->chart.text, pass->chart.cr, words, QP_TEXT_SMALL, middle, pass->chart.plot.y0 - 0.4 * em, QP_ALIGN_MIDDLE, QP_ALIGN_END,
                pass->chart.style->ink);
}

/* --- the head --- */

static double
paint_sample (const Pass *pass, guint curve, double x, double y)
{
  const double u = pass->chart.style->unit;

  qp_chart_dash (&pass->chart, curves[curve].dashes, curves[curve].n_dashes);
  qp_chart_line (&pass->chart, x, y, x + 24 * u, y, curves[curve].width, curve == 0 ? pass->chart.style->accent : pass->chart.style->ink_soft);
  qp_chart_dash (&pass->chart, NULL, 0);
  const QpBox box = qp_text_draw (pass->chart.text, pass->chart.cr, qp_advisor_rule_label (curves[curve].rule), QP_TEXT_SMALL, x + 29 * u, y,
                                  QP_ALIGN_START, QP_ALIGN_MIDDLE, pass->chart.style->ink_soft);
  return box.x1 + 14 * u;
}

static void
paint_legend (const Pass *pass, double x, double y)
{
  const double u = pass->chart.style->unit;

  for (guint i = 0; i < G_N_ELEMENTS (curves); i++)
    x = paint_sample (pass, i, x, y);
  if (pass->advice->present >= 0)
    {
      qp_path_rounded (pass->chart.cr, x, y - 5 * u, 14 * u, 10 * u, 2 * u);
      qp_set_colour_alpha (pass->chart.cr, pass->chart.style->accent, 0.3);
      cairo_fill_preserve (pass->chart.cr);
      qp_set_colour (pass->chart.cr, pass->chart.style->accent);
      cairo_set_line_width (pass->chart.cr, u);
      cairo_stroke (pass->chart.cr);
      x = qp_text_draw (pass->chart.text, pass->chart.cr, _ ("now"), QP_TEXT_SMALL, x + 19 * u, y, QP_ALIGN_START, QP_ALIGN_MIDDLE,
                        pass->chart.style->ink_soft)
              .x1
          + 14 * u;
    }
  if (!(pass->most_price > 0))
    return;
  qp_chart_line (&pass->chart, x + 4 * u, y - 6 * u, x + 4 * u, y + 6 * u, 1.5, pass->chart.style->ink);
  qp_chart_line (&pass->chart, x, y - 6 * u, x + 8 * u, y - 6 * u, 1.5, pass->chart.style->ink);
  qp_chart_line (&pass->chart, x, y + 6 * u, x + 8 * u, y + 6 * u, 1.5, pass->chart.style->ink);
  qp_text_draw (pass->chart.text, pass->chart.cr, _ ("price, right axis"), QP_TEXT_SMALL, x + 13 * u, y, QP_ALIGN_START, QP_ALIGN_MIDDLE,
                pass->chart.style->ink_soft);
}

static void
paint_head (const Pass *pass, double x, double y, double width)
{
  const double em = pass->chart.style->text_px;
  g_autofree char *title = g_strdup_printf (_ ("Who is nearer than the rules ask for (%s)"),
                                            qp_advice_basis_text (pass->advice->view.basis));

  qp_text_draw_narrow (pass->chart.text, pass->chart.cr, title, QP_TEXT_STRONG, x, y, width, QP_ALIGN_START, pass->chart.style->ink);
  paint_legend (pass, x, y + 2.4 * em);
}

static void
paint_nothing (const Pass *pass, double x, double y, double width)
{
  g_autofree char *sentence = qp_advice_sentence (pass->advice);

  qp_text_draw_narrow (pass->chart.text, pass->chart.cr, sentence, QP_TEXT_PLAIN, x, y, width, QP_ALIGN_START, pass->chart.style->ink_soft);
}

/**
 * qp_paint_advisor_chart:
 * @cr: a context in pixels
 * @x: left edge
 * @y: upper edge
 * @width: width of all
 * @height: height of all
 * @advice: an advice
 * @chosen: index of the candidate that is looked at, or -1
 * @style: colours
 *
 * Paints the share of the audience that is nearer than the rules ask for against the pitch: pixels vanish, comfortable, nearest by
 * GB 50464; the present pitch as a band, the pitch that is just not seen as a line, and the prices per m² on an axis of their own.
 */
void
qp_paint_advisor_chart (cairo_t *cr, double x, double y, double width, double height, const QpAdvice *advice, int chosen,
                        const QpPlanStyle *style)
{
  g_autoptr (QpText) text = qp_text_new (style);
  Pass pass = { .chart = { .cr = cr, .style = style, .text = text }, .advice = advice, .chosen = chosen };
  const double most = greatest_price (advice);

  pass.chart.plot = plot_box (x, y, width, height, style);
  pass.most_price = most > 0 ? qp_axis_end (most) : 0;
  find_axes (&pass, advice);
  cairo_save (cr);
  paint_head (&pass, x, y, width);
  for (guint level = 0; level <= 5; level++)
    paint_level (&pass, level);
  paint_present (&pass);
  for (guint i = 0; pass.most_price > 0 && i < advice->candidates->len; i++)
    paint_price (&pass, qp_advice_candidate (advice, i));
  if (advice->view.before > 0)
    for (guint i = G_N_ELEMENTS (curves); i > 0; i--)
      paint_curve (&pass, i - 1);
  else
    paint_nothing (&pass, pass.chart.plot.x0 + style->text_px, pass.chart.plot.y0 + style->text_px, pass.chart.plot.x1 - pass.chart.plot.x0 - 2 * style->text_px);
  paint_enough (&pass);
  for (guint i = 0; i < advice->candidates->len; i++)
    paint_dot (&pass, i);
  paint_pitches (&pass);
  paint_axis_names (&pass);
  cairo_restore (cr);
}

/**
 * qp_advisor_chart_candidate_at:
 * @advice: an advice
 * @width: width that the chart was painted with
 * @place: distance from its left edge
 * @style: sizes
 *
 * Returns: index of the candidate that is nearest to the place, or -1 when there is none
 */
int
qp_advisor_chart_candidate_at (const QpAdvice *advice, double width, double place, const QpPlanStyle *style)
{
  Pass pass = { .chart.plot = plot_box (0, 0, width, qp_advisor_chart_height (style), style) };
  int best = -1;

  find_axes (&pass, advice);
  for (guint i = 0; i < advice->candidates->len; i++)
    {
      const double away = fabs (qp_axis_place (&pass.across, qp_advice_candidate (advice, i)->pitch_mm) - place);
      if (best < 0 || away < fabs (qp_axis_place (&pass.across, qp_advice_candidate (advice, (guint) best)->pitch_mm) - place))
        best = (int) i;
    }
  return best;
}
