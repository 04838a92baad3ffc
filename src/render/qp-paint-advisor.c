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
#include "render/qp-text.h"

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
  cairo_t *cr;
  const QpAdvice *advice;
  const QpPlanStyle *style;
  QpText *text;
  int chosen;
  QpBox plot;
  double from_mm;
  double to_mm;
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
read_span (const QpAdvice *advice, double *from_mm, double *to_mm)
{
  const guint n = advice->candidates->len;
  double least = n > 0 ? qp_advice_candidate (advice, 0)->pitch_mm : 1;
  double most = n > 0 ? qp_advice_candidate (advice, n - 1)->pitch_mm : 10;

  if (advice->enough_mm > 0)
    {
      least = fmin (least, fmax (advice->enough_mm, least / 2));
      most = fmax (most, fmin (advice->enough_mm, most * 2));
    }
  *from_mm = least / 1.12;
  *to_mm = fmax (most * 1.12, *from_mm * 1.6);
}

static QpBox
plot_box (double x, double y, double width, double height, const QpPlanStyle *style)
{
  const double em = style->text_px;

  return (QpBox){ x + SIDE_EM * em, y + HEAD_EM * em, x + fmax (width - SIDE_EM * em, (SIDE_EM + 4) * em),
                  y + height - FOOT_EM * em };
}

static double
x_of (const Pass *pass, double pitch_mm)
{
  const double share = log (pitch_mm / pass->from_mm) / log (pass->to_mm / pass->from_mm);

  return pass->plot.x0 + share * (pass->plot.x1 - pass->plot.x0);
}

static double
y_of (const Pass *pass, double share)
{
  return pass->plot.y1 - share * (pass->plot.y1 - pass->plot.y0);
}

/* the end of the axis: five steps of 1, 2, 4 or 5 × a power of ten, so that both axes share their lines */
static double
nice_end (double most)
{
  const double power = pow (10, floor (log10 (most))), lead = most / power;

  return power * (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 4 ? 4 : lead <= 5 ? 5 : 10);
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

static void
line (const Pass *pass, double x0, double y0, double x1, double y1, double width, QpColour colour)
{
  cairo_move_to (pass->cr, x0, y0);
  cairo_line_to (pass->cr, x1, y1);
  cairo_set_line_width (pass->cr, width * pass->style->unit);
  qp_set_colour (pass->cr, colour);
  cairo_stroke (pass->cr);
}

/* --- axes --- */

static void
paint_level (const Pass *pass, guint level)
{
  const QpPlanStyle *style = pass->style;
  const double y = qp_crisp (y_of (pass, level / 5.0), 1), gap = 6 * style->unit;
  g_autofree char *percent = qp_advice_share_text (level / 5.0);

  line (pass, pass->plot.x0, y, pass->plot.x1, y, 1, level == 0 ? style->ink_soft : style->grid_strong);
  qp_text_draw (pass->text, pass->cr, percent, QP_TEXT_SMALL, pass->plot.x0 - gap, y, QP_ALIGN_END, QP_ALIGN_MIDDLE,
                style->ink_soft);
  if (!(pass->most_price > 0))
    return;
  g_autofree char *price = level == 0 ? g_strdup ("0") : qp_number_display_significant (pass->most_price * level / 5, 2);
  qp_text_draw (pass->text, pass->cr, price, QP_TEXT_SMALL, pass->plot.x1 + gap, y, QP_ALIGN_START, QP_ALIGN_MIDDLE,
                style->ink_soft);
}

static void
paint_axis_names (const Pass *pass)
{
  const QpPlanStyle *style = pass->style;
  const double em = style->text_px;

  qp_text_draw (pass->text, pass->cr, _ ("pixel pitch, mm"), QP_TEXT_SMALL, (pass->plot.x0 + pass->plot.x1) / 2,
                pass->plot.y1 + 2.4 * em, QP_ALIGN_MIDDLE, QP_ALIGN_START, style->ink_faint);
  if (!(pass->most_price > 0))
    return;
  g_autofree char *unit = g_strdup_printf (_ ("price, %s/m²"), pass->advice->currency == NULL ? "" : pass->advice->currency);
  qp_text_draw (pass->text, pass->cr, unit, QP_TEXT_SMALL, pass->plot.x1 + SIDE_EM * em, pass->plot.y1 + 2.4 * em, QP_ALIGN_END,
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
  const double x = x_of (pass, it->pitch_mm), half = qp_text_width (pass->text, name, flags) / 2 + 3 * pass->style->unit;

  for (guint k = 0; k + 1 < taken->len; k += 2)
    if (x + half > g_array_index (taken, double, k) && x - half < g_array_index (taken, double, k + 1))
      return;
  const double span[] = { x - half, x + half };
  g_array_append_vals (taken, span, 2);
  line (pass, x, pass->plot.y1, x, pass->plot.y1 + 4 * pass->style->unit, 1, pass->style->ink_soft);
  qp_text_draw (pass->text, pass->cr, name, flags, x, pass->plot.y1 + 6 * pass->style->unit, QP_ALIGN_MIDDLE, QP_ALIGN_START,
                strong ? pass->style->ink : pass->style->ink_soft);
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
  const double x0 = x_of (pass, pitch * (1 - BAND)), x1 = x_of (pass, pitch * (1 + BAND)), step = 7 * pass->style->unit;

  cairo_save (pass->cr);
  cairo_rectangle (pass->cr, x0, pass->plot.y0, x1 - x0, pass->plot.y1 - pass->plot.y0);
  qp_set_colour_alpha (pass->cr, pass->style->accent, 0.14);
  cairo_fill_preserve (pass->cr);
  cairo_clip (pass->cr);
  for (double y = pass->plot.y0; y < pass->plot.y1 + (x1 - x0); y += step)
    {
      cairo_move_to (pass->cr, x0, y);
      cairo_line_to (pass->cr, x1, y - (x1 - x0));
    }
  cairo_set_line_width (pass->cr, pass->style->unit);
  qp_set_colour_alpha (pass->cr, pass->style->accent, 0.5);
  cairo_stroke (pass->cr);
  cairo_restore (pass->cr);
}

static void
paint_curve (const Pass *pass, guint curve)
{
  const double ratio = pass->to_mm / pass->from_mm;
  double dashes[2];

  for (guint i = 0; i <= STEPS; i++)
    {
      const double pitch = pass->from_mm * pow (ratio, i / (double) STEPS);
      const double distance = qp_advisor_rule_distance (curves[curve].rule, pitch, pass->advice->options.alpha_arcmin);
      cairo_line_to (pass->cr, x_of (pass, pitch), y_of (pass, qp_advisor_view_nearer (&pass->advice->view, distance)));
    }
  for (guint i = 0; i < curves[curve].n_dashes; i++)
    dashes[i] = curves[curve].dashes[i] * pass->style->unit;
  cairo_set_dash (pass->cr, dashes, (int) curves[curve].n_dashes, 0);
  cairo_set_line_width (pass->cr, curves[curve].width * pass->style->unit);
  qp_set_colour (pass->cr, curve == 0 ? pass->style->accent : pass->style->ink_soft);
  cairo_stroke (pass->cr);
  cairo_set_dash (pass->cr, NULL, 0, 0);
}

static void
paint_price (const Pass *pass, const QpAdvisorCandidate *it)
{
  const double u = pass->style->unit, x = x_of (pass, it->pitch_mm), half = 4 * u;

  if (isnan (it->price_low) || isnan (it->price_high))
    return;
  const double low = y_of (pass, it->price_low / pass->most_price), high = y_of (pass, it->price_high / pass->most_price);
  line (pass, x, low, x, high, 1.5, pass->style->ink);
  line (pass, x - half, low, x + half, low, 1.5, pass->style->ink);
  line (pass, x - half, high, x + half, high, 1.5, pass->style->ink);
}

/* a dot where the curve of the acuity is at this pitch; a ring around the chosen one */
static void
paint_dot (const Pass *pass, guint i)
{
  const QpAdvisorCandidate *it = qp_advice_candidate (pass->advice, i);
  const double u = pass->style->unit, x = x_of (pass, it->pitch_mm), y = y_of (pass, 1 - it->unseen);

  if (isnan (it->unseen))
    return;
  cairo_new_sub_path (pass->cr);
  cairo_arc (pass->cr, x, y, 3.2 * u, 0, 2 * G_PI);
  qp_set_colour (pass->cr, pass->style->accent);
  cairo_fill_preserve (pass->cr);
  qp_set_colour (pass->cr, pass->style->paper);
  cairo_set_line_width (pass->cr, u);
  cairo_stroke (pass->cr);
  if ((int) i != pass->chosen)
    return;
  cairo_new_sub_path (pass->cr);
  cairo_arc (pass->cr, x, y, 7 * u, 0, 2 * G_PI);
  qp_set_colour (pass->cr, pass->style->ink);
  cairo_set_line_width (pass->cr, 1.8 * u);
  cairo_stroke (pass->cr);
}

/* where nothing finer is seen by those asked for */
static void
paint_enough (const Pass *pass)
{
  const double em = pass->style->text_px, pitch = pass->advice->enough_mm;

  if (!(pitch > pass->from_mm) || !(pitch < pass->to_mm))
    return;
  const double x = qp_crisp (x_of (pass, pitch), 1), dashes[] = { 4 * pass->style->unit, 3 * pass->style->unit };
  g_autofree char *number = qp_number_display_significant (pitch, 2);
  g_autofree char *share = qp_advice_share_text (pass->advice->enough_share);
  g_autofree char *words = g_strdup_printf (_ ("finer than %s mm: not seen by %s"), number, share);
  cairo_set_dash (pass->cr, dashes, 2, 0);
  line (pass, x, pass->plot.y0 - 0.3 * em, x, pass->plot.y1, 1.2, pass->style->ink);
  cairo_set_dash (pass->cr, NULL, 0, 0);
  const double half = qp_text_width (pass->text, words, QP_TEXT_SMALL) / 2;
  const double middle = CLAMP (x, pass->plot.x0 - 4 * em + half, pass->plot.x1 + 4 * em - half);
  qp_text_draw (pass->text, pass->cr, words, QP_TEXT_SMALL, middle, pass->plot.y0 - 0.4 * em, QP_ALIGN_MIDDLE, QP_ALIGN_END,
                pass->style->ink);
}

/* --- the head --- */

static double
paint_sample (const Pass *pass, guint curve, double x, double y)
{
  const double u = pass->style->unit;
  double dashes[2];

  for (guint i = 0; i < curves[curve].n_dashes; i++)
    dashes[i] = curves[curve].dashes[i] * u;
  cairo_set_dash (pass->cr, dashes, (int) curves[curve].n_dashes, 0);
  line (pass, x, y, x + 24 * u, y, curves[curve].width, curve == 0 ? pass->style->accent : pass->style->ink_soft);
  cairo_set_dash (pass->cr, NULL, 0, 0);
  const QpBox box = qp_text_draw (pass->text, pass->cr, qp_advisor_rule_label (curves[curve].rule), QP_TEXT_SMALL, x + 29 * u, y,
                                  QP_ALIGN_START, QP_ALIGN_MIDDLE, pass->style->ink_soft);
  return box.x1 + 14 * u;
}

static void
paint_legend (const Pass *pass, double x, double y)
{
  const double u = pass->style->unit;

  for (guint i = 0; i < G_N_ELEMENTS (curves); i++)
    x = paint_sample (pass, i, x, y);
  if (pass->advice->present >= 0)
    {
      qp_path_rounded (pass->cr, x, y - 5 * u, 14 * u, 10 * u, 2 * u);
      qp_set_colour_alpha (pass->cr, pass->style->accent, 0.3);
      cairo_fill_preserve (pass->cr);
      qp_set_colour (pass->cr, pass->style->accent);
      cairo_set_line_width (pass->cr, u);
      cairo_stroke (pass->cr);
      x = qp_text_draw (pass->text, pass->cr, _ ("now"), QP_TEXT_SMALL, x + 19 * u, y, QP_ALIGN_START, QP_ALIGN_MIDDLE,
                        pass->style->ink_soft)
              .x1
          + 14 * u;
    }
  if (!(pass->most_price > 0))
    return;
  line (pass, x + 4 * u, y - 6 * u, x + 4 * u, y + 6 * u, 1.5, pass->style->ink);
  line (pass, x, y - 6 * u, x + 8 * u, y - 6 * u, 1.5, pass->style->ink);
  line (pass, x, y + 6 * u, x + 8 * u, y + 6 * u, 1.5, pass->style->ink);
  qp_text_draw (pass->text, pass->cr, _ ("price, right axis"), QP_TEXT_SMALL, x + 13 * u, y, QP_ALIGN_START, QP_ALIGN_MIDDLE,
                pass->style->ink_soft);
}

static void
paint_head (const Pass *pass, double x, double y, double width)
{
  const double em = pass->style->text_px;
  g_autofree char *title = g_strdup_printf (_ ("Who is nearer than the rules ask for (%s)"),
                                            qp_advice_basis_text (pass->advice->view.basis));

  qp_text_draw_narrow (pass->text, pass->cr, title, QP_TEXT_STRONG, x, y, width, QP_ALIGN_START, pass->style->ink);
  paint_legend (pass, x, y + 2.4 * em);
}

static void
paint_nothing (const Pass *pass, double x, double y, double width)
{
  g_autofree char *sentence = qp_advice_sentence (pass->advice);

  qp_text_draw_narrow (pass->text, pass->cr, sentence, QP_TEXT_PLAIN, x, y, width, QP_ALIGN_START, pass->style->ink_soft);
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
  Pass pass = { .cr = cr, .advice = advice, .style = style, .text = text, .chosen = chosen };
  const double most = greatest_price (advice);

  pass.plot = plot_box (x, y, width, height, style);
  pass.most_price = most > 0 ? nice_end (most) : 0;
  read_span (advice, &pass.from_mm, &pass.to_mm);
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
    paint_nothing (&pass, pass.plot.x0 + style->text_px, pass.plot.y0 + style->text_px, pass.plot.x1 - pass.plot.x0 - 2 * style->text_px);
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
  Pass pass = { .plot = plot_box (0, 0, width, qp_advisor_chart_height (style), style) };
  int best = -1;

  read_span (advice, &pass.from_mm, &pass.to_mm);
  for (guint i = 0; i < advice->candidates->len; i++)
    {
      const double away = fabs (x_of (&pass, qp_advice_candidate (advice, i)->pitch_mm) - place);
      if (best < 0 || away < fabs (x_of (&pass, qp_advice_candidate (advice, (guint) best)->pitch_mm) - place))
        best = (int) i;
    }
  return best;
}
