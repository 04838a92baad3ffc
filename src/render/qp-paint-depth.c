/* qp-paint-depth.c: the design eye point of a screen on the plan: sight lines and the sweet spot
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "render/qp-paint-depth.h"

#include "base/qp-number.h"
#include "render/qp-paint-private.h"
#include "render/qp-path.h"
#include "render/qp-text.h"

#include <math.h>

#define EYE_WIDE_PX 10.0
#define EYE_TALL_PX 5.5
#define TAG_AWAY_PX 14.0
#define LEAST_ZONE_PX 6.0 /* a smaller zone is not named */
#define VIEW_MARGIN_PX 24.0
#define NEAR_EYE_PX 180.0
#define FIRST_RANK 1e6 /* places near the eye come before all others */

typedef struct
{
  cairo_t *cr;
  const QpViewport *viewport;
  const QpDepthView *view;
  const QpPlanStyle *style;
  QpText *text;
} Pass;

/**
 * qp_depth_view_init:
 * @self: (out caller-allocates): what is painted
 * @screen: a screen
 * @catalogue: (nullable): where its cabinet is looked up
 *
 * Works out the sweet spot of a screen. End with qp_depth_view_clear() in any case.
 *
 * Returns: whether the screen has an eye point, that is, whether there is anything to paint
 */
gboolean
qp_depth_view_init (QpDepthView *self, const QpScreen *screen, const QpCatalogue *catalogue)
{
  const QpDepthState state = qp_depth_init (&self->depth, screen, catalogue);

  self->has_zones = state == QP_DEPTH_FINE && qp_depth_zones (&self->depth, &self->good, &self->limit);
  return state != QP_DEPTH_NO_EYE;
}

/**
 * qp_depth_view_clear:
 * @self: what is painted
 */
void
qp_depth_view_clear (QpDepthView *self)
{
  qp_depth_clear (&self->depth);
}

/**
 * qp_depth_view_box:
 * @self: what is painted
 *
 * Returns: what eye point, sight lines and zones lie within, metres
 */
QpBox
qp_depth_view_box (const QpDepthView *self)
{
  const QpVec eye = qp_vec3_plan (self->depth.eye);
  QpBox box = qp_box_around (eye, eye);

  if (self->depth.facets->len > 0)
    box = qp_box_union (box, qp_shape_bounds (&self->depth.shape));
  for (guint i = 0; self->has_zones && i < QP_DEPTH_RAYS; i++)
    box = qp_box_with (box, self->limit.outline[i]);
  return box;
}

/* -- zones -- */

static QpPoints *
outline_of (const QpDepthZone *zone)
{
  QpPoint points[QP_DEPTH_RAYS];

  for (guint i = 0; i < QP_DEPTH_RAYS; i++)
    points[i] = (QpPoint){ qp_um_from_m (zone->outline[i].x), qp_um_from_m (zone->outline[i].y) };
  return qp_points_new (points, QP_DEPTH_RAYS);
}

static gboolean
is_edge (const Pass *pass, const QpDepthZone *zone, guint i)
{
  return qp_vec_distance (zone->outline[i], qp_vec3_plan (pass->view->depth.eye)) < zone->most * 0.999;
}

/* in one go where it can be, so that dashes run on */
static void
stroke_edge (const Pass *pass, const QpDepthZone *zone, QpColour colour, gboolean dashed)
{
  const double u = pass->style->unit, dashes[] = { 6 * u, 4 * u };
  gboolean runs = FALSE;

  for (guint i = 0; i <= QP_DEPTH_RAYS; i++)
    {
      const guint at = i % QP_DEPTH_RAYS;
      const QpVec px = qp_viewport_to_px (pass->viewport, zone->outline[at]);
      const gboolean shown = is_edge (pass, zone, at) && qp_path_is_near (pass->viewport, px);
      if (shown && runs)
        cairo_line_to (pass->cr, px.x, px.y);
      else if (shown)
        cairo_move_to (pass->cr, px.x, px.y);
      runs = shown;
    }
  cairo_set_dash (pass->cr, dashes, dashed ? 2 : 0, 0);
  cairo_set_line_width (pass->cr, (dashed ? 1.3 : 1.8) * u);
  qp_set_colour (pass->cr, colour);
  cairo_stroke (pass->cr);
  cairo_set_dash (pass->cr, NULL, 0, 0);
}

/* the good zone is darker and has a whole line, so that the two are told apart without their colours */
static void
paint_zones (const Pass *pass)
{
  const QpPlanStyle *style = pass->style;
  const gboolean print = style->theme == QP_THEME_PRINT;
  g_autoptr (QpPoints) good = outline_of (&pass->view->good);
  g_autoptr (QpPoints) limit = outline_of (&pass->view->limit);

  cairo_set_fill_rule (pass->cr, CAIRO_FILL_RULE_EVEN_ODD);
  qp_path_area (pass->cr, pass->viewport, limit);
  qp_path_area (pass->cr, pass->viewport, good);
  qp_set_colour_alpha (pass->cr, style->warning, print ? 0.06 : 0.12);
  cairo_fill (pass->cr);
  qp_path_area (pass->cr, pass->viewport, good);
  qp_set_colour_alpha (pass->cr, style->good, print ? 0.16 : 0.30);
  cairo_fill (pass->cr);
  stroke_edge (pass, &pass->view->limit, style->warning, TRUE);
  stroke_edge (pass, &pass->view->good, style->good, FALSE);
}

/* -- sight lines -- */

static void
sight_line (const Pass *pass, QpVec3 to)
{
  qp_path_segment (pass->cr, pass->viewport,
                   qp_viewport_to_px (pass->viewport, qp_vec3_plan (pass->view->depth.eye)),
                   qp_viewport_to_px (pass->viewport, qp_vec3_plan (to)));
}

static gboolean
is_seen (const QpDepth *depth, int i)
{
  const int n = (int) depth->facets->len;

  if (!depth->shape.closed && (i < 0 || i >= n))
    return FALSE;
  return !qp_depth_facet (depth, (guint) ((i + n) % n))->away;
}

/* to both ends of what is seen, and to the edges between faces */
static void
paint_sight_lines (const Pass *pass)
{
  const QpDepth *depth = &pass->view->depth;
  const double u = pass->style->unit, dots[] = { 2 * u, 3 * u };

  for (guint i = 0; i < depth->faces->len; i++)
    {
      const QpDepthFace *face = qp_depth_face (depth, i);
      for (guint k = face->first; k < face->first + face->n_facets; k++)
        {
          if (!is_seen (depth, (int) k))
            continue;
          if (!is_seen (depth, (int) k - 1) || (k == face->first && i > 0))
            sight_line (pass, qp_depth_facet (depth, k)->corners[3]);
          if (!is_seen (depth, (int) k + 1))
            sight_line (pass, qp_depth_facet (depth, k)->corners[2]);
        }
    }
  cairo_set_dash (pass->cr, dots, 2, 0);
  cairo_set_line_width (pass->cr, 1.2 * u);
  qp_set_colour_alpha (pass->cr, pass->style->accent, 0.9);
  cairo_stroke (pass->cr);
  cairo_set_dash (pass->cr, NULL, 0, 0);
}

/* -- the eye -- */

static void
path_eye (cairo_t *cr, QpVec px, double wide, double tall)
{
  cairo_new_sub_path (cr);
  cairo_move_to (cr, px.x - wide, px.y);
  cairo_curve_to (cr, px.x - wide * 0.5, px.y - tall * 1.5, px.x + wide * 0.5, px.y - tall * 1.5, px.x + wide, px.y);
  cairo_curve_to (cr, px.x + wide * 0.5, px.y + tall * 1.5, px.x - wide * 0.5, px.y + tall * 1.5, px.x - wide, px.y);
  cairo_close_path (cr);
}

void
qp_paint_eye (cairo_t *cr, QpVec px, const QpPlanStyle *style)
{
  const double u = style->unit;

  path_eye (cr, px, EYE_WIDE_PX * u, EYE_TALL_PX * u);
  qp_set_colour (cr, style->paper);
  cairo_fill_preserve (cr);
  cairo_set_line_width (cr, 2 * u);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  qp_set_colour (cr, style->accent);
  cairo_stroke (cr);
  cairo_arc (cr, px.x, px.y, 3.2 * u, 0, 2 * G_PI);
  cairo_fill (cr);
}

/* -- words -- */

static void
paint_tag (const Pass *pass, QpVec at, QpAlign across, const char *words, QpColour edge)
{
  const double u = pass->style->unit, wide = qp_text_width (pass->text, words, QP_TEXT_STRONG);
  const double pad = 5 * u, tall = qp_text_line (pass->text, QP_TEXT_STRONG) + 4 * u;
  const double left = at.x - (across == QP_ALIGN_START ? 0 : across == QP_ALIGN_END ? wide + 2 * pad : wide / 2 + pad);
  const double x = round (CLAMP (left, 2, MAX (2, pass->viewport->width - wide - 2 * pad - 2)));
  const double y = round (CLAMP (at.y - tall / 2, 2, MAX (2, pass->viewport->height - tall - 2)));
  QpColour card = pass->style->paper;

  card.alpha = 0.92;
  qp_path_rounded (pass->cr, x, y, wide + 2 * pad, tall, 4 * u);
  qp_set_colour (pass->cr, card);
  cairo_fill_preserve (pass->cr);
  cairo_set_line_width (pass->cr, u);
  qp_set_colour (pass->cr, edge);
  cairo_stroke (pass->cr);
  qp_text_draw (pass->text, pass->cr, words, QP_TEXT_STRONG, x + pad, y + tall / 2, QP_ALIGN_START, QP_ALIGN_MIDDLE,
                pass->style->ink);
}

static gboolean
is_in_view (const Pass *pass, QpVec px)
{
  const double margin = VIEW_MARGIN_PX * pass->style->unit;

  return px.x > margin && px.y > margin && px.x < pass->viewport->width - margin
         && px.y < pass->viewport->height - margin;
}

/* The place of a zone's edge in view that is furthest towards (x, y) on the view, not far from the eye if there is one;
 * FALSE when none is in view. */
static gboolean
edge_towards (const Pass *pass, const QpDepthZone *zone, double x, double y, QpVec *found)
{
  const QpVec eye = qp_viewport_to_px (pass->viewport, qp_vec3_plan (pass->view->depth.eye));
  double best = -INFINITY;

  for (guint i = 0; i < QP_DEPTH_RAYS; i++)
    {
      const QpVec px = qp_viewport_to_px (pass->viewport, zone->outline[i]);
      const double away = qp_vec_distance (px, eye);
      const double rank = away > NEAR_EYE_PX * pass->style->unit ? -away : px.x * x + px.y * y + FIRST_RANK;
      if (!is_in_view (pass, px) || !is_edge (pass, zone, i) || rank <= best)
        continue;
      best = rank;
      *found = px;
    }
  return isfinite (best);
}

static void
name_zones (const Pass *pass)
{
  const QpDepthView *view = pass->view;
  const double away = TAG_AWAY_PX * pass->style->unit, scale = pass->viewport->scale;
  g_autofree char *good_deg = qp_number_display_shortest (view->good.deg);
  g_autofree char *limit_deg = qp_number_display_shortest (view->limit.deg);
  /* Translators: of a zone on the plan: up to this error of direction the picture looks right */
  g_autofree char *good = g_strdup_printf (_ ("good, up to %s°"), good_deg);
  g_autofree char *limit = g_strdup_printf (_ ("acceptable, up to %s°"), limit_deg);
  QpVec at;

  if (sqrt (view->good.area) * scale > LEAST_ZONE_PX && edge_towards (pass, &view->good, 0, 1, &at))
    paint_tag (pass, qp_vec (at.x, at.y + away), QP_ALIGN_MIDDLE, good, pass->style->good);
  if (sqrt (view->limit.area) * scale > 3 * LEAST_ZONE_PX && edge_towards (pass, &view->limit, 1, 0.2, &at))
    paint_tag (pass, qp_vec (at.x + away / 2, at.y), QP_ALIGN_START, limit, pass->style->warning);
}

static void
name_eye (const Pass *pass, QpVec px)
{
  const QpDepth *depth = &pass->view->depth;
  const double u = pass->style->unit;
  g_autofree char *height = qp_number_display (depth->eye.z, 1);
  g_autofree char *distance = qp_number_display (qp_depth_eye_distance (depth), 1);
  /* Translators: height of the eye above the level, distance from the screen */
  g_autofree char *words = depth->state == QP_DEPTH_FINE
                               ? g_strdup_printf (_ ("Eye point · %s m high · %s m away"), height, distance)
                               : g_strdup_printf (_ ("Eye point · %s m high"), height);

  paint_tag (pass, qp_vec (px.x - (EYE_WIDE_PX + 6) * u, px.y), QP_ALIGN_END, words, pass->style->accent);
}

/**
 * qp_paint_depth:
 * @cr: context in pixels of the view
 * @viewport: the view
 * @view: the picture with depth of a screen that has an eye point
 * @style: colours
 *
 * Paints both grades of the sweet spot with their names, the sight lines to the ends and edges of the screen, and the eye.
 */
void
qp_paint_depth (cairo_t *cr, const QpViewport *viewport, const QpDepthView *view, const QpPlanStyle *style)
{
  g_autoptr (QpText) text = qp_text_new (style);
  const Pass pass = { cr, viewport, view, style, text };
  const QpVec eye = qp_viewport_to_px (viewport, qp_vec3_plan (view->depth.eye));

  cairo_save (cr);
  cairo_new_path (cr);
  if (view->has_zones)
    paint_zones (&pass);
  if (view->depth.state == QP_DEPTH_FINE)
    paint_sight_lines (&pass);
  if (view->has_zones)
    name_zones (&pass);
  if (qp_path_is_near (viewport, eye))
    {
      name_eye (&pass, eye);
      qp_paint_eye (cr, eye, style);
    }
  cairo_restore (cr);
}
