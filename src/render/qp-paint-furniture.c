/* qp-paint-furniture.c: scale bar, north arrow, badges and legend of a drawing
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "render/qp-paint-furniture.h"

#include "interact/qp-calibrate.h"
#include "render/qp-text.h"

#include <math.h>
#include <string.h>

/* -- how far a plan's lengths can be trusted -- */

static QpScaleTrust
background_trust (const QpBackground *background)
{
  if (background->schematic == TRUE)
    return QP_TRUST_SCHEMATIC;
  if (!(background->metres_per_unit > 0))
    return QP_TRUST_NOT_TO_SCALE;
  switch (background->scale_basis)
    {
    case QP_SCALE_GUESSED:
      return QP_TRUST_GUESSED;
    case QP_SCALE_DRAWN:
      return QP_TRUST_DRAWN;
    case QP_SCALE_CALIBRATED:
      return QP_TRUST_CALIBRATED;
    default:
      return QP_TRUST_NOT_TO_SCALE;
    }
}

/* the worse of two, the worst first in this list */
static QpScaleTrust
worse_trust (QpScaleTrust a, QpScaleTrust b)
{
  static const QpScaleTrust order[] = { QP_TRUST_NOT_TO_SCALE, QP_TRUST_SCHEMATIC,  QP_TRUST_GUESSED,
                                        QP_TRUST_DRAWN,        QP_TRUST_CALIBRATED, QP_TRUST_NONE };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (a == order[i] || b == order[i])
      return order[i];
  return QP_TRUST_NONE;
}

/**
 * qp_plan_trust:
 * @plan: a plan
 *
 * Returns: how far its lengths can be trusted: the worst of its visible backgrounds
 */
QpScaleTrust
qp_plan_trust (const QpNode *plan)
{
  QpScaleTrust trust = QP_TRUST_NONE;
  QpNodeIter iter;
  QpNode *node;

  qp_node_iter_init (&iter, plan->children);
  while ((node = qp_node_iter_next_of (&iter, QP_KIND_BACKGROUND)) != NULL)
    if (((const QpBackground *) node)->visible != FALSE)
      trust = worse_trust (trust, background_trust ((const QpBackground *) node));
  return trust;
}

/**
 * qp_trust_word:
 * @trust: a trust
 *
 * Returns: (transfer none): its translated word for a badge; "" for %QP_TRUST_NONE
 */
const char *
qp_trust_word (QpScaleTrust trust)
{
  switch (trust)
    {
    case QP_TRUST_NOT_TO_SCALE:
      return _ ("Not to scale");
    case QP_TRUST_GUESSED:
      return _ ("Scale guessed");
    case QP_TRUST_DRAWN:
      return _ ("Scale as drawn");
    case QP_TRUST_CALIBRATED:
      return _ ("Scale checked");
    case QP_TRUST_SCHEMATIC:
      return _ ("Schematic, not surveyed");
    default:
      return "";
    }
}

/**
 * qp_trust_sentence:
 * @plan: a plan
 *
 * Returns: (transfer full): the word for a badge, with the length that the scale was checked on where there is one
 */
char *
qp_trust_sentence (const QpNode *plan)
{
  const QpScaleTrust trust = qp_plan_trust (plan);
  QpNodeIter iter;
  QpNode *node;

  qp_node_iter_init (&iter, plan->children);
  while (trust == QP_TRUST_CALIBRATED && (node = qp_node_iter_next_of (&iter, QP_KIND_BACKGROUND)) != NULL)
    {
      const QpBackground *background = (const QpBackground *) node;
      if (background->visible == FALSE || background->calibration_length_m == QP_UNSET)
        continue;
      g_autofree char *length = qp_number_display (background->calibration_length_m / 1e6, 2);
      double measured, stated;
      if (!qp_background_check (background, &measured, &stated))
        return g_strdup_printf (_ ("Scale checked: %s m"), length);
      g_autofree char *other = qp_number_display (stated, 2);
      g_autofree char *percent = qp_number_display (100 * (measured - stated) / stated, 1);
      /* Translators: two known lengths in metres; the second is off by so many percent, with its sign */
      return g_strdup_printf (_ ("Scale checked: %s m; %s m off by %s%s %%"), length, other,
                              measured > stated ? "+" : "", percent);
    }
  return g_strdup (qp_trust_word (trust));
}

/* -- scale bar -- */

/**
 * qp_nice_length:
 * @max_metres: the longest allowed
 *
 * Returns: the greatest 1, 2 or 5 times a power of ten that is not longer
 */
double
qp_nice_length (double max_metres)
{
  if (!(max_metres > 0) || !isfinite (max_metres))
    return 0;
  const double power = pow (10, floor (log10 (max_metres) + 1e-9));
  const double lead = max_metres / power * (1 + 1e-9);

  return power * (lead >= 5 ? 5 : lead >= 2 ? 2 : 1);
}

/**
 * qp_length_text:
 * @metres: a length
 *
 * Returns: (transfer full): the length in mm, m or km as its size calls for
 */
char *
qp_length_text (double metres)
{
  const double size = fabs (metres);
  g_autofree char *number = NULL;

  if (size > 0 && size < 0.1)
    {
      number = qp_number_display (metres * 1000, size < 0.01 ? 1 : 0);
      return g_strdup_printf (_ ("%s mm"), number);
    }
  if (size >= 10000)
    {
      number = qp_number_display_significant (metres / 1000, 3);
      return g_strdup_printf (_ ("%s km"), number);
    }
  number = qp_number_display (metres, size < 10 ? 2 : size < 1000 ? 1 : 0);
  return g_strdup_printf (_ ("%s m"), number);
}

/* a nice length needs no decimals that are zero */
static char *
round_length_text (double metres)
{
  g_autofree char *number = NULL;

  if (metres >= 1000)
    {
      number = qp_number_display (metres / 1000, 0);
      return g_strdup_printf (_ ("%s km"), number);
    }
  if (metres >= 1)
    {
      number = qp_number_display (metres, 0);
      return g_strdup_printf (_ ("%s m"), number);
    }
  number = qp_number_display (metres * 1000, 0);
  return g_strdup_printf (_ ("%s mm"), number);
}

/**
 * qp_paint_scale_bar:
 * @cr: a context in pixels
 * @x: left end
 * @y: line that the bar stands on
 * @max_width: greatest length of the bar in pixels
 * @px_per_m: pixels per metre
 * @ratio: N of a scale of 1 : N to be written beside it; 0 for none
 * @style: colours
 *
 * Paints a bar of a round length with that length beside it.
 *
 * Returns: the box that all of it fills
 */
QpBox
qp_paint_scale_bar (cairo_t *cr, double x, double y, double max_width, double px_per_m, double ratio,
                    const QpPlanStyle *style)
{
  const double metres = qp_nice_length (max_width / px_per_m), width = metres * px_per_m, u = style->unit;
  g_autoptr (QpText) text = qp_text_new (style);
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *length = round_length_text (metres);

  if (!(metres > 0))
    return (QpBox){ x, y, x, y };
  g_string_append (words, length);
  if (ratio > 0)
    {
      g_autofree char *number = qp_number_display (ratio, 0);
      g_string_append_printf (words, "  ·  1 : %s", number);
    }
  cairo_save (cr);
  qp_set_colour (cr, style->ink);
  cairo_set_line_width (cr, 1.5 * u);
  cairo_move_to (cr, x, y - 6 * u);
  cairo_line_to (cr, x, y);
  cairo_line_to (cr, x + width, y);
  cairo_line_to (cr, x + width, y - 6 * u);
  cairo_stroke (cr);
  cairo_move_to (cr, x + width / 2, y);
  cairo_line_to (cr, x + width / 2, y - 3.5 * u);
  cairo_set_line_width (cr, 1 * u);
  cairo_stroke (cr);
  const QpBox box = qp_text_draw (text, cr, words->str, QP_TEXT_PLAIN, x + width + 9 * u, y + 2 * u, QP_ALIGN_START,
                                  QP_ALIGN_END, style->ink);
  cairo_restore (cr);
  return (QpBox){ x, fmin (y - 6 * u, box.y0), box.x1, fmax (y, box.y1) };
}

/**
 * qp_paint_north:
 * @cr: a context in pixels
 * @x: middle
 * @y: middle
 * @radius: half the height of the arrow
 * @north_deg: where north is, clockwise from up
 * @style: colours
 *
 * Paints an arrow to the north with its letter.
 */
void
qp_paint_north (cairo_t *cr, double x, double y, double radius, double north_deg, const QpPlanStyle *style)
{
  g_autoptr (QpText) text = qp_text_new (style);
  const double angle = (isfinite (north_deg) ? north_deg : 0) * G_PI / 180;

  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_save (cr);
  cairo_rotate (cr, angle);
  cairo_move_to (cr, 0, -radius);
  cairo_line_to (cr, radius * 0.5, radius * 0.7);
  cairo_line_to (cr, 0, radius * 0.35);
  cairo_close_path (cr);
  qp_set_colour (cr, style->ink);
  cairo_fill (cr);
  cairo_move_to (cr, 0, -radius);
  cairo_line_to (cr, -radius * 0.5, radius * 0.7);
  cairo_line_to (cr, 0, radius * 0.35);
  cairo_close_path (cr);
  qp_set_colour (cr, style->ink);
  cairo_set_line_width (cr, 1.2 * style->unit);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cr);
  cairo_restore (cr);
  const double away = radius + 0.75 * style->text_px;
  qp_text_draw (text, cr, C_ ("north", "N"), QP_TEXT_STRONG, sin (angle) * away, -cos (angle) * away, QP_ALIGN_MIDDLE,
                QP_ALIGN_MIDDLE, style->ink);
  cairo_restore (cr);
}

/**
 * qp_paint_badge:
 * @cr: a context in pixels
 * @x: left edge
 * @y: upper edge
 * @words: what it says
 * @dot: colour of the dot before it
 * @style: colours
 *
 * Paints a quiet card with a dot and a few words.
 *
 * Returns: the box that it fills
 */
QpBox
qp_paint_badge (cairo_t *cr, double x, double y, const char *words, QpColour dot, const QpPlanStyle *style)
{
  g_autoptr (QpText) text = qp_text_new (style);
  const double u = style->unit, pad = 9 * u, gap = 8 * u, dot_size = 9 * u;
  double width, height;
  g_autoptr (PangoLayout) layout = qp_text_layout (text, words, QP_TEXT_PLAIN);

  qp_layout_size (layout, &width, &height);
  const QpBox box = { x, y, x + 2 * pad + dot_size + gap + width, y + height + 2 * (pad - 3 * u) };
  cairo_save (cr);
  qp_path_rounded (cr, box.x0, box.y0, box.x1 - box.x0, box.y1 - box.y0, 8 * u);
  qp_set_colour (cr, style->card);
  cairo_fill_preserve (cr);
  qp_set_colour (cr, style->card_edge);
  cairo_set_line_width (cr, u);
  cairo_stroke (cr);
  cairo_arc (cr, x + pad + dot_size / 2, (box.y0 + box.y1) / 2, dot_size / 2, 0, 2 * G_PI);
  qp_set_colour (cr, dot);
  cairo_fill (cr);
  qp_set_colour (cr, style->ink);
  cairo_move_to (cr, x + pad + dot_size + gap, (box.y0 + box.y1 - height) / 2);
  pango_cairo_show_layout (cr, layout);
  cairo_new_path (cr);
  cairo_restore (cr);
  return box;
}

static QpColour
trust_colour (QpScaleTrust trust, const QpPlanStyle *style)
{
  switch (trust)
    {
    case QP_TRUST_CALIBRATED:
      return style->good;
    case QP_TRUST_DRAWN:
      return style->accent;
    case QP_TRUST_NOT_TO_SCALE:
      return style->bad;
    default:
      return style->warning;
    }
}

/**
 * qp_paint_trust_badge:
 * @cr: a context in pixels
 * @x: left edge
 * @y: upper edge
 * @plan: a plan
 * @style: colours
 *
 * Paints how far the plan's lengths can be trusted; nothing for a plan without background.
 *
 * Returns: the box that it fills
 */
QpBox
qp_paint_trust_badge (cairo_t *cr, double x, double y, const QpNode *plan, const QpPlanStyle *style)
{
  const QpScaleTrust trust = qp_plan_trust (plan);
  g_autofree char *words = qp_trust_sentence (plan);

  if (trust == QP_TRUST_NONE)
    return (QpBox){ x, y, x, y };
  return qp_paint_badge (cr, x, y, words, trust_colour (trust, style), style);
}

/* -- legend -- */

typedef struct
{
  QpKind kind;
  const char *word;
} LegendRow;

static const LegendRow legend_rows[] = {
  { QP_KIND_SCREEN, N_ ("Screen: bright on the side that is seen") },
  { QP_KIND_AUDIENCE, N_ ("Audience") },
  { QP_KIND_OBSTACLE, N_ ("Obstacle, with its height") },
  { QP_KIND_RECEPTOR, N_ ("Windows of neighbours") },
};

static gboolean
plan_has (const QpNode *plan, QpKind kind)
{
  QpNodeIter iter;

  qp_node_iter_init (&iter, plan->children);
  return qp_node_iter_next_of (&iter, kind) != NULL;
}

static void
paint_sample (cairo_t *cr, QpKind kind, double x, double y, double width, const QpPlanStyle *style)
{
  const double u = style->unit, dashes[] = { 4 * u, 3 * u }, windows[] = { 5 * u, 4 * u };

  cairo_save (cr);
  switch (kind)
    {
    case QP_KIND_SCREEN:
      cairo_rectangle (cr, x, y - 3 * u, width, 2.5 * u);
      qp_set_colour (cr, style->back);
      cairo_fill (cr);
      cairo_rectangle (cr, x, y - 0.5 * u, width, 4.5 * u);
      qp_set_colour (cr, style->face);
      cairo_fill (cr);
      break;
    case QP_KIND_RECEPTOR:
      cairo_move_to (cr, x, y);
      cairo_line_to (cr, x + width, y);
      cairo_set_dash (cr, windows, 2, 0);
      cairo_set_line_width (cr, 4 * u);
      qp_set_colour (cr, style->receptor);
      cairo_stroke (cr);
      break;
    default:
      cairo_rectangle (cr, x, y - 5 * u, width, 10 * u);
      qp_set_colour (cr, kind == QP_KIND_AUDIENCE ? style->audience : style->mass);
      cairo_fill_preserve (cr);
      if (kind == QP_KIND_AUDIENCE)
        cairo_set_dash (cr, dashes, 2, 0);
      cairo_set_line_width (cr, 1 * u);
      qp_set_colour (cr, kind == QP_KIND_AUDIENCE ? style->audience_ink : style->mass_edge);
      cairo_stroke (cr);
    }
  cairo_restore (cr);
}

/**
 * qp_paint_legend:
 * @cr: a context in pixels
 * @x: left edge
 * @y: upper edge
 * @plan: a plan
 * @style: colours
 *
 * Paints what the marks on the plan mean; only those that it has.
 *
 * Returns: the box that it fills
 */
QpBox
qp_paint_legend (cairo_t *cr, double x, double y, const QpNode *plan, const QpPlanStyle *style)
{
  g_autoptr (QpText) text = qp_text_new (style);
  const double u = style->unit, sample = 24 * u, line = qp_text_line (text, QP_TEXT_PLAIN) * 1.25;
  QpBox box = { x, y, x, y };

  for (guint i = 0; i < G_N_ELEMENTS (legend_rows); i++)
    {
      if (!plan_has (plan, legend_rows[i].kind))
        continue;
      const double middle = box.y1 + line / 2;
      paint_sample (cr, legend_rows[i].kind, x, middle, sample, style);
      const QpBox words = qp_text_draw (text, cr, _ (legend_rows[i].word), QP_TEXT_PLAIN, x + sample + 8 * u, middle,
                                        QP_ALIGN_START, QP_ALIGN_MIDDLE, style->ink_soft);
      box = qp_box_union (box, words);
      box.y1 = middle + line / 2;
    }
  return box;
}

/**
 * qp_paint_empty:
 * @cr: a context in pixels
 * @width: width of the view
 * @height: height of the view
 * @title: what is missing
 * @advice: what to do next
 * @style: colours
 *
 * Paints an empty state: a drawing that would be here, in a few quiet words.
 */
void
qp_paint_empty (cairo_t *cr, double width, double height, const char *title, const char *advice,
                const QpPlanStyle *style)
{
  g_autoptr (QpText) text = qp_text_new (style);
  const double narrow = MIN (width * 0.8, 380 * style->unit);

  qp_set_colour (cr, style->paper);
  cairo_paint (cr);
  const QpBox head = qp_text_draw (text, cr, title, QP_TEXT_LARGE | QP_TEXT_STRONG, width / 2,
                                   height / 2 - 0.6 * style->text_px, QP_ALIGN_MIDDLE, QP_ALIGN_END, style->ink_soft);
  qp_text_draw_narrow (text, cr, advice, QP_TEXT_PLAIN, width / 2, head.y1 + 0.6 * style->text_px, narrow,
                       QP_ALIGN_MIDDLE, style->ink_faint);
}
