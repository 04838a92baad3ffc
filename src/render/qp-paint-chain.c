/* qp-paint-chain.c: devices one after the other, as boxes with arrows between them
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "render/qp-paint-chain.h"

#include "base/qp-number.h"
#include "render/qp-text.h"

#include <math.h>

/* in heights of a text */
#define BOX_W_EM 10.5
#define BOX_H_EM 5.7
#define GAP_EM 2.6
#define ROW_GAP_EM 2.2
#define PAD_EM 0.6
#define STACK_EM 0.35 /* how far the second of several stands out */

typedef struct
{
  cairo_t *cr;
  const QpPlanStyle *style;
  QpText *text;
  guint across; /* boxes in a row */
  double box_w;
} Pass;

static double
em (const Pass *pass, double times)
{
  return times * pass->style->text_px;
}

/* rows of about the same length: five and four rather than eight and one */
static guint
boxes_across (guint n_boxes, double width, const QpPlanStyle *style)
{
  const guint fit = (guint) fmax (1, floor ((width / style->text_px + GAP_EM) / (BOX_W_EM + GAP_EM)));
  const guint rows = MAX (1, (n_boxes + fit - 1) / fit);

  return MAX (1, (n_boxes + rows - 1) / rows);
}

/**
 * qp_chain_height:
 * @n_boxes: how many boxes
 * @width: room for them
 * @style: sizes
 *
 * Returns: the height that qp_paint_chain() takes
 */
double
qp_chain_height (guint n_boxes, double width, const QpPlanStyle *style)
{
  const guint across = boxes_across (n_boxes, width, style), rows = (n_boxes + across - 1) / across;

  return rows == 0 ? 0 : (rows * BOX_H_EM + (rows - 1) * ROW_GAP_EM + STACK_EM) * style->text_px + 2 * style->unit;
}

static void
place_of (const Pass *pass, guint index, double *x, double *y)
{
  *x = (index % pass->across) * (pass->box_w + em (pass, GAP_EM)) + pass->style->unit;
  *y = (index / pass->across) * em (pass, BOX_H_EM + ROW_GAP_EM) + em (pass, STACK_EM) + pass->style->unit;
}

static void
paint_edge (const Pass *pass, double x, double y, gboolean open)
{
  const double dashes[] = { 3 * pass->style->unit, 2 * pass->style->unit };

  qp_path_rounded (pass->cr, x, y, pass->box_w, em (pass, BOX_H_EM), em (pass, 0.4));
  qp_set_colour (pass->cr, pass->style->paper);
  cairo_fill_preserve (pass->cr);
  qp_set_colour (pass->cr, open ? pass->style->warning : pass->style->ink_soft);
  cairo_set_line_width (pass->cr, 1.2 * pass->style->unit);
  cairo_set_dash (pass->cr, dashes, open ? G_N_ELEMENTS (dashes) : 0, 0);
  cairo_stroke (pass->cr);
  cairo_set_dash (pass->cr, NULL, 0, 0);
}

static void
put_words (const Pass *pass, double x, double *y, const char *words, QpTextFlags flags, int lines, QpColour colour)
{
  const double room = pass->box_w - 2 * em (pass, PAD_EM);
  double width, height;

  if (words == NULL)
    return;
  g_autoptr (PangoLayout) layout = qp_text_layout_narrow (pass->text, words, flags, room, lines);
  qp_layout_size (layout, &width, &height);
  qp_set_colour (pass->cr, colour);
  cairo_move_to (pass->cr, x + em (pass, PAD_EM), *y);
  pango_cairo_show_layout (pass->cr, layout);
  *y += height;
}

/* of several of one kind the second shows behind the first */
static void
paint_box (const Pass *pass, const QpChainBox *box, guint index)
{
  const QpPlanStyle *style = pass->style;
  g_autofree char *number = isnan (box->count) ? g_strdup (_ ("number not known")) : qp_number_display (box->count, 0);
  g_autofree char *count = isnan (box->count) ? g_strdup (number) : g_strdup_printf ("×\u202f%s", number);
  double x, y;

  place_of (pass, index, &x, &y);
  if (box->count > 1)
    paint_edge (pass, x + em (pass, STACK_EM), y - em (pass, STACK_EM), box->device == NULL);
  paint_edge (pass, x, y, box->device == NULL);
  y += em (pass, PAD_EM) * 0.7;
  put_words (pass, x, &y, box->title, QP_TEXT_SMALL | QP_TEXT_STRONG, 1, style->ink);
  put_words (pass, x, &y, box->device != NULL ? box->device : _ ("not known"), QP_TEXT_SMALL, 1, style->ink);
  put_words (pass, x, &y, count, QP_TEXT_SMALL, 1, style->ink);
  put_words (pass, x, &y, box->line, QP_TEXT_SMALL, 1, style->ink_soft);
}

static void
paint_head (const Pass *pass, double x, double y, double dx, double dy)
{
  const double size = em (pass, 0.5);

  cairo_move_to (pass->cr, x, y);
  cairo_line_to (pass->cr, x - size * dx - size * 0.6 * dy, y - size * dy - size * 0.6 * dx);
  cairo_line_to (pass->cr, x - size * dx + size * 0.6 * dy, y - size * dy + size * 0.6 * dx);
  cairo_close_path (pass->cr);
  cairo_fill (pass->cr);
}

/* to the right, or from the end of a row to the begin of the next one */
static void
paint_arrow (const Pass *pass, guint from)
{
  const double box_h = em (pass, BOX_H_EM), stack = em (pass, STACK_EM);
  double x0, y0, x1, y1;

  place_of (pass, from, &x0, &y0);
  place_of (pass, from + 1, &x1, &y1);
  qp_set_colour (pass->cr, pass->style->ink_soft);
  cairo_set_line_width (pass->cr, 1.2 * pass->style->unit);
  if (y0 == y1)
    {
      cairo_move_to (pass->cr, x0 + pass->box_w + stack, y0 + box_h / 2);
      cairo_line_to (pass->cr, x1, y0 + box_h / 2);
      cairo_stroke (pass->cr);
      paint_head (pass, x1, y0 + box_h / 2, 1, 0);
      return;
    }
  const double turn = y0 + box_h + em (pass, ROW_GAP_EM) / 2 - stack, middle = pass->box_w / 2;
  cairo_move_to (pass->cr, x0 + middle, y0 + box_h);
  cairo_line_to (pass->cr, x0 + middle, turn);
  cairo_line_to (pass->cr, x1 + middle, turn);
  cairo_line_to (pass->cr, x1 + middle, y1 - stack);
  cairo_stroke (pass->cr);
  paint_head (pass, x1 + middle, y1, 0, 1);
}

/**
 * qp_paint_chain:
 * @cr: a context in pixels or points
 * @width: room; boxes that do not fit go on in the next row
 * @boxes: the stages, in the order in which the signal passes them
 * @n_boxes: how many
 * @style: colours
 *
 * Paints a block diagram. What nobody chose has a broken edge and says so.
 */
void
qp_paint_chain (cairo_t *cr, double width, const QpChainBox *boxes, guint n_boxes, const QpPlanStyle *style)
{
  g_autoptr (QpText) text = qp_text_new (style);
  Pass pass = { cr, style, text, boxes_across (n_boxes, width, style), 0 };

  pass.box_w = (width - (pass.across - 1) * em (&pass, GAP_EM) - em (&pass, STACK_EM) - 2 * style->unit) / pass.across;
  for (guint i = 0; i < n_boxes; i++)
    paint_box (&pass, &boxes[i], i);
  for (guint i = 0; i + 1 < n_boxes; i++)
    paint_arrow (&pass, i);
}
