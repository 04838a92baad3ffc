/* qp-paint-decorations.c: what moves over a plan: selection, handles, guides, ghosts and measures
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "render/qp-paint-decorations.h"

#include "render/qp-paint-private.h"
#include "render/qp-path.h"
#include "render/qp-text.h"

#include <math.h>

#define GAZE_PX 64.0 /* how far the angle of a look is drawn */
#define GAP_TICK_PX 6.0
#define SHADE_ALPHA 0.72
#define REASON_RIGHT_PX 14.0
#define REASON_DOWN_PX 24.0

typedef struct
{
  cairo_t *cr;
  const QpViewport *viewport;
  const QpPlanStyle *style;
  QpText *text;
  double unit;
} Pass;

static QpVec
to_px (const Pass *pass, QpVec place)
{
  return qp_viewport_to_px (pass->viewport, place);
}

static void
line_px (const Pass *pass, QpVec a, QpVec b)
{
  qp_path_segment (pass->cr, pass->viewport, to_px (pass, a), to_px (pass, b));
}

static void
set_dash (const Pass *pass, double on, double off)
{
  const double dashes[] = { on * pass->unit, off * pass->unit };
  cairo_set_dash (pass->cr, dashes, 2, 0);
}

static void
stroke (const Pass *pass, QpColour colour, double alpha, double width)
{
  qp_set_colour_alpha (pass->cr, colour, alpha);
  cairo_set_line_width (pass->cr, width * pass->unit);
  cairo_stroke (pass->cr);
}

static void
paint_guide (const Pass *pass, const QpDecoration *decoration)
{
  set_dash (pass, 4, 3);
  line_px (pass, decoration->a, decoration->b);
  stroke (pass, pass->style->bad, 0.85, 1);
}

static void
path_box (const Pass *pass, QpVec a, QpVec b)
{
  const QpBox view = { -100, -100, pass->viewport->width + 100, pass->viewport->height + 100 };
  const QpBox box = qp_box_around (to_px (pass, a), to_px (pass, b));
  const double x0 = qp_crisp (CLAMP (box.x0, view.x0, view.x1), 1), y0 = qp_crisp (CLAMP (box.y0, view.y0, view.y1), 1);
  const double x1 = qp_crisp (CLAMP (box.x1, view.x0, view.x1), 1), y1 = qp_crisp (CLAMP (box.y1, view.y0, view.y1), 1);

  cairo_rectangle (pass->cr, x0, y0, x1 - x0, y1 - y0);
}

static void
paint_band (const Pass *pass, const QpDecoration *decoration)
{
  path_box (pass, decoration->a, decoration->b);
  qp_set_colour_alpha (pass->cr, pass->style->accent, 0.14);
  cairo_fill_preserve (pass->cr);
  stroke (pass, pass->style->accent, 0.9, 1);
}

static void
paint_ghost_box (const Pass *pass, const QpDecoration *decoration)
{
  path_box (pass, decoration->a, decoration->b);
  qp_set_colour_alpha (pass->cr, pass->style->accent, 0.08);
  cairo_fill_preserve (pass->cr);
  set_dash (pass, 5, 4);
  stroke (pass, pass->style->accent, 0.9, 1.2);
}

static void
paint_ghost_screen (const Pass *pass, const QpDecoration *decoration)
{
  const double length = qp_vec_distance (decoration->a, decoration->b) * pass->viewport->scale;
  const double depth = isfinite (decoration->depth) ? decoration->depth * pass->viewport->scale : 0;
  const double back = MAX (depth, CLAMP (length * 0.10, 1.5 * pass->unit, 4 * pass->unit));

  if (length < 0.5)
    return;
  QpStrip strip = qp_screen_strip (pass->viewport, decoration->a, decoration->b, -back, 0);
  qp_path_strip (pass->cr, &strip);
  qp_set_colour_alpha (pass->cr, pass->style->back, 0.75);
  cairo_fill (pass->cr);
  strip = qp_screen_strip (pass->viewport, decoration->a, decoration->b, 0, qp_screen_face_px (length, pass->unit));
  qp_path_strip (pass->cr, &strip);
  qp_set_colour (pass->cr, pass->style->face);
  cairo_fill (pass->cr);
}

/* its points are seen, as each can be taken back */
static void
paint_ghost_outline (const Pass *pass, const QpDecoration *decoration)
{
  const QpPoints *outline = decoration->outline;

  if (decoration->closed && decoration->strong)
    {
      qp_path_area (pass->cr, pass->viewport, outline);
      qp_set_colour_alpha (pass->cr, pass->style->accent, 0.12);
      cairo_fill (pass->cr);
    }
  cairo_set_line_join (pass->cr, CAIRO_LINE_JOIN_ROUND);
  qp_path_line (pass->cr, pass->viewport, outline, decoration->closed);
  stroke (pass, pass->style->accent, 1, 2);
  for (guint i = 0; i < outline->n; i++)
    {
      const QpVec px = to_px (pass, qp_vec_from_point (outline->at[i]));
      if (!qp_path_is_near (pass->viewport, px))
        continue;
      cairo_arc (pass->cr, px.x, px.y, 3 * pass->unit, 0, 2 * G_PI);
      qp_set_colour (pass->cr, pass->style->accent);
      cairo_fill (pass->cr);
    }
}

/* what lies outside of a crop is seen faintly, so that it can be taken in again */
static void
paint_frame (const Pass *pass, const QpDecoration *decoration)
{
  cairo_rectangle (pass->cr, -1, -1, pass->viewport->width + 2, pass->viewport->height + 2);
  qp_path_area (pass->cr, pass->viewport, decoration->outline);
  cairo_set_fill_rule (pass->cr, CAIRO_FILL_RULE_EVEN_ODD);
  qp_set_colour_alpha (pass->cr, pass->style->paper, SHADE_ALPHA);
  cairo_fill (pass->cr);
  qp_path_line (pass->cr, pass->viewport, decoration->outline, TRUE);
  stroke (pass, pass->style->accent, 1, 1.5);
}

/* an outline a little away from the object, so that the object itself stays as it is */
static void
path_around (const Pass *pass, const QpItem *item, double away)
{
  gboolean closed;
  const QpPoints *outline = qp_item_outline (item, &closed, NULL);
  const double length
      = item->node->kind == QP_KIND_SCREEN ? qp_item_length_px (item, pass->viewport) : 0;

  if (item->path != NULL && item->path->lying)
    qp_path_face (pass->cr, pass->viewport, item->path, -away);
  else if (item->path != NULL)
    qp_path_band (pass->cr, pass->viewport, item->path,
                  -qp_screen_back_px (item, pass->viewport, length, pass->unit) - away,
                  qp_screen_face_px (length, pass->unit) + away);
  else if (item->node->kind == QP_KIND_SCREEN && length > 0)
    {
      const double depth = isfinite (item->depth) ? item->depth * pass->viewport->scale : 0;
      const double back = MAX (depth, CLAMP (length * 0.10, 1.5 * pass->unit, 4 * pass->unit));
      const double m = away / pass->viewport->scale;
      const QpVec along = qp_vec_scale (qp_vec_sub (item->b, item->a), m / qp_vec_distance (item->a, item->b));
      const QpStrip strip = qp_screen_strip (pass->viewport, qp_vec_sub (item->a, along), qp_vec_add (item->b, along),
                                             -back - away, qp_screen_face_px (length, pass->unit) + away);
      qp_path_strip (pass->cr, &strip);
    }
  else if (outline != NULL && outline->n > 1)
    qp_path_line (pass->cr, pass->viewport, outline, closed);
  else if (item->bounds.x1 > item->bounds.x0)
    path_box (pass, qp_vec (item->bounds.x0, item->bounds.y0), qp_vec (item->bounds.x1, item->bounds.y1));
  else
    {
      const QpVec px = to_px (pass, qp_item_middle (item));
      cairo_new_sub_path (pass->cr);
      cairo_arc (pass->cr, px.x, px.y, 12 * pass->unit, 0, 2 * G_PI);
    }
}

static void
paint_outline (const Pass *pass, const QpDecoration *decoration)
{
  const gboolean selected = decoration->type == QP_DECORATION_SELECTED;

  if (decoration->item == NULL)
    return;
  cairo_set_line_join (pass->cr, CAIRO_LINE_JOIN_ROUND);
  path_around (pass, decoration->item, 4 * pass->unit);
  if (selected && decoration->item->node->kind == QP_KIND_SCREEN)
    {
      /* a screen has edges enough: a soft ground instead of one more line */
      qp_set_colour_alpha (pass->cr, pass->style->accent, decoration->strong ? 0.28 : 0.18);
      cairo_fill_preserve (pass->cr);
      stroke (pass, pass->style->accent, decoration->strong ? 0.6 : 0.4, 1);
      return;
    }
  stroke (pass, pass->style->accent,
          !selected            ? 0.45
          : decoration->strong ? 1
                               : 0.75,
          selected && decoration->strong ? 2 : 1.5);
}

static void
path_diamond (cairo_t *cr, QpVec at, double radius)
{
  cairo_move_to (cr, at.x, at.y - radius);
  cairo_line_to (cr, at.x + radius, at.y);
  cairo_line_to (cr, at.x, at.y + radius);
  cairo_line_to (cr, at.x - radius, at.y);
  cairo_close_path (cr);
}

static void
paint_handle (const Pass *pass, const QpDecoration *decoration)
{
  const QpVec px = to_px (pass, decoration->a);
  const double radius = QP_HANDLE_PX / 2 * pass->unit * (decoration->strong ? 1.3 : 1);

  if (!qp_path_is_near (pass->viewport, px))
    return;
  /* the eye point is painted with its sight lines; here it is only told that it can be taken */
  if (decoration->part == QP_PART_EYE)
    {
      cairo_arc (pass->cr, px.x, px.y, radius * 2.4, 0, 2 * G_PI);
      stroke (pass, pass->style->accent, decoration->strong ? 0.8 : 0, 2);
      return;
    }
  /* ends of a screen add cabinets: round; points of an outline: square; what may become one: small */
  if ((decoration->part == QP_PART_EDGE || decoration->part == QP_PART_ANGLE) && !decoration->strong)
    {
      cairo_arc (pass->cr, px.x, px.y, radius * 0.6, 0, 2 * G_PI);
      qp_set_colour (pass->cr, pass->style->paper);
      cairo_fill_preserve (pass->cr);
      stroke (pass, pass->style->accent, 0.8, 1.3);
      return;
    }
  if (decoration->part == QP_PART_CORNER)
    path_diamond (pass->cr, px, radius * 1.15);
  else if (decoration->part == QP_PART_POINT)
    cairo_rectangle (pass->cr, px.x - radius * 0.85, px.y - radius * 0.85, radius * 1.7, radius * 1.7);
  else
    cairo_arc (pass->cr, px.x, px.y, radius, 0, 2 * G_PI);
  qp_set_colour (pass->cr, decoration->strong ? pass->style->accent : qp_colour (0xffffff, 1));
  cairo_fill_preserve (pass->cr);
  stroke (pass, pass->style->accent, 1, 2);
  if (decoration->part == QP_PART_TURN || decoration->part == QP_PART_BEND)
    {
      cairo_arc (pass->cr, px.x, px.y, 1.6 * pass->unit, 0, 2 * G_PI);
      qp_set_colour (pass->cr, decoration->strong ? qp_colour (0xffffff, 1) : pass->style->accent);
      cairo_fill (pass->cr);
    }
}

static void
paint_link (const Pass *pass, const QpDecoration *decoration)
{
  line_px (pass, decoration->a, decoration->b);
  stroke (pass, pass->style->accent, 0.8, 1.2);
}

/* a text on a box of its own, kept inside the view */
static void
paint_box_text (const Pass *pass, QpVec middle, const char *words, QpColour ink, QpColour card, gboolean framed)
{
  double width, height;
  g_autoptr (PangoLayout) layout = qp_text_layout (pass->text, words, QP_TEXT_STRONG);
  const double pad_x = 7 * pass->unit, pad_y = 3 * pass->unit;

  qp_layout_size (layout, &width, &height);
  const double w = width + 2 * pad_x, h = height + 2 * pad_y;
  const double x = CLAMP (middle.x - w / 2, 2, MAX (2, pass->viewport->width - w - 2));
  const double y = CLAMP (middle.y - h / 2, 2, MAX (2, pass->viewport->height - h - 2));
  qp_path_rounded (pass->cr, x, y, w, h, 5 * pass->unit);
  qp_set_colour (pass->cr, card);
  cairo_fill_preserve (pass->cr);
  cairo_set_dash (pass->cr, NULL, 0, 0);
  if (framed)
    stroke (pass, pass->style->accent, 1, 1.5);
  cairo_new_path (pass->cr);
  qp_set_colour (pass->cr, ink);
  cairo_move_to (pass->cr, x + pad_x, y + pad_y);
  pango_cairo_show_layout (pass->cr, layout);
  cairo_new_path (pass->cr);
}

static void
paint_measure (const Pass *pass, const QpDecoration *decoration)
{
  const QpVec a = to_px (pass, decoration->a), b = to_px (pass, decoration->b);
  const double length = qp_vec_distance (a, b);
  QpColour card = pass->style->paper;

  card.alpha = 0.96;
  if (length > 0)
    {
      const QpVec along = qp_vec_scale (qp_vec_sub (b, a), 1 / length);
      const QpVec tick = qp_vec_scale (qp_vec (-along.y, along.x), 5 * pass->unit);
      line_px (pass, decoration->a, decoration->b);
      qp_path_segment (pass->cr, pass->viewport, qp_vec_sub (a, tick), qp_vec_add (a, tick));
      qp_path_segment (pass->cr, pass->viewport, qp_vec_sub (b, tick), qp_vec_add (b, tick));
      stroke (pass, pass->style->ink, 0.9, 1.3);
    }
  if (decoration->text == NULL)
    return;
  /* a short line keeps its text beside it */
  const double width = qp_text_width (pass->text, decoration->text, QP_TEXT_STRONG) + 14 * pass->unit;
  QpVec middle = qp_vec_middle (a, b);
  if (length < width * 1.2)
    middle.y -= 20 * pass->unit;
  paint_box_text (pass, middle, decoration->text, pass->style->ink, card, FALSE);
}

static void
paint_words (const Pass *pass, const QpDecoration *decoration)
{
  const gboolean entry = decoration->type == QP_DECORATION_ENTRY;
  const QpVec at = to_px (pass, decoration->a);

  if (decoration->text == NULL || decoration->text[0] == '\0')
    return;
  if (entry)
    paint_box_text (pass, at, decoration->text, pass->style->ink, pass->style->card, TRUE);
  else
    paint_box_text (pass, at, decoration->text, qp_colour (0xffffff, 1), qp_colour (0x241f31, 0.88), FALSE);
}

static void
paint_cross (const Pass *pass, const QpDecoration *decoration)
{
  const QpVec px = to_px (pass, decoration->a);
  const double arm = 5 * pass->unit;

  qp_path_segment (pass->cr, pass->viewport, qp_vec (px.x - arm, px.y - arm), qp_vec (px.x + arm, px.y + arm));
  qp_path_segment (pass->cr, pass->viewport, qp_vec (px.x - arm, px.y + arm), qp_vec (px.x + arm, px.y - arm));
  stroke (pass, pass->style->bad, 1, 1.6);
}

/* one of several equal gaps: an arrow to both sides between two short lines */
static void
paint_gap (const Pass *pass, const QpDecoration *decoration)
{
  const QpVec a = to_px (pass, decoration->a), b = to_px (pass, decoration->b);
  const double length = qp_vec_distance (a, b);

  if (length < 1)
    return;
  const QpVec along = qp_vec_scale (qp_vec_sub (b, a), 1 / length);
  const QpVec tick = qp_vec_scale (qp_vec (-along.y, along.x), GAP_TICK_PX * pass->unit);
  line_px (pass, decoration->a, decoration->b);
  qp_path_segment (pass->cr, pass->viewport, qp_vec_sub (a, tick), qp_vec_add (a, tick));
  qp_path_segment (pass->cr, pass->viewport, qp_vec_sub (b, tick), qp_vec_add (b, tick));
  stroke (pass, pass->style->bad, 0.9, 1.4);
}

/* small words below the pointer, where they hide neither it nor the place */
static void
paint_reason (const Pass *pass, const QpDecoration *decoration)
{
  const QpVec at = to_px (pass, decoration->a);
  QpColour card = pass->style->paper;

  card.alpha = 0.9;
  if (decoration->text == NULL || !qp_path_is_near (pass->viewport, at))
    return;
  const double half = qp_text_width (pass->text, decoration->text, QP_TEXT_STRONG) / 2;
  const QpVec middle = qp_vec (at.x + REASON_RIGHT_PX * pass->unit + half, at.y + REASON_DOWN_PX * pass->unit);
  paint_box_text (pass, middle, decoration->text, pass->style->bad, card, FALSE);
}

static void
paint_sight (const Pass *pass, const QpDecoration *decoration)
{
  if (!decoration->strong)
    set_dash (pass, 3, 4);
  line_px (pass, decoration->a, decoration->b);
  stroke (pass, decoration->strong ? pass->style->accent : pass->style->bad, decoration->strong ? 0.8 : 0.55, 1.3);
}

/* the eye, and a sector for how far it looks to both sides */
static void
paint_eye (const Pass *pass, const QpDecoration *decoration)
{
  const QpVec px = to_px (pass, decoration->a);
  const QpVec to = qp_vec_sub (decoration->b, decoration->a);
  const double ahead = atan2 (-to.y, to.x), half = decoration->depth / 2 * G_PI / 180;

  if (!qp_path_is_near (pass->viewport, px))
    return;
  cairo_move_to (pass->cr, px.x, px.y);
  cairo_arc (pass->cr, px.x, px.y, GAZE_PX * pass->unit, ahead - half, ahead + half);
  cairo_close_path (pass->cr);
  qp_set_colour_alpha (pass->cr, pass->style->accent, 0.16);
  cairo_fill_preserve (pass->cr);
  stroke (pass, pass->style->accent, 0.5, 1);
  qp_paint_eye (pass->cr, px, pass->style);
}

static void
paint_one (const Pass *pass, const QpDecoration *decoration)
{
  static void (*const painters[]) (const Pass *, const QpDecoration *) = {
    [QP_DECORATION_GUIDE] = paint_guide,
    [QP_DECORATION_BAND] = paint_band,
    [QP_DECORATION_GHOST_SCREEN] = paint_ghost_screen,
    [QP_DECORATION_GHOST_BOX] = paint_ghost_box,
    [QP_DECORATION_GHOST_OUTLINE] = paint_ghost_outline,
    [QP_DECORATION_FRAME] = paint_frame,
    [QP_DECORATION_SELECTED] = paint_outline,
    [QP_DECORATION_HOVER] = paint_outline,
    [QP_DECORATION_HANDLE] = paint_handle,
    [QP_DECORATION_LINK] = paint_link,
    [QP_DECORATION_MEASURE] = paint_measure,
    [QP_DECORATION_LABEL] = paint_words,
    [QP_DECORATION_ENTRY] = paint_words,
    [QP_DECORATION_CROSS] = paint_cross,
    [QP_DECORATION_GAP] = paint_gap,
    [QP_DECORATION_REASON] = paint_reason,
    [QP_DECORATION_SIGHT] = paint_sight,
    [QP_DECORATION_EYE] = paint_eye,
  };

  if (decoration->type < G_N_ELEMENTS (painters))
    painters[decoration->type](pass, decoration);
}

/**
 * qp_paint_decorations:
 * @cr: context in pixels of the view
 * @viewport: the view
 * @decorations: (element-type QpDecoration): what tools want to be seen, in painting order
 * @style: colours
 *
 * Paints what moves over a plan. Lines, handles and texts keep their size at every zoom.
 */
void
qp_paint_decorations (cairo_t *cr, const QpViewport *viewport, const GPtrArray *decorations, const QpPlanStyle *style)
{
  g_autoptr (QpText) text = qp_text_new (style);
  const Pass pass = { cr, viewport, style, text, style->unit };

  for (guint i = 0; i < decorations->len; i++)
    {
      cairo_save (cr);
      cairo_new_path (cr);
      paint_one (&pass, g_ptr_array_index (decorations, i));
      cairo_restore (cr);
    }
}
