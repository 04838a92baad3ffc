/* qp-paint-areas.c: audiences, obstacles and windows of neighbours on a plan
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "render/qp-paint-private.h"

#include "render/qp-path.h"

#include <math.h>

#define OUTLINE_PX 3.0 /* smaller things have no outline */
#define BATCH 256

static double
extent_px (const QpItem *item, const QpViewport *viewport)
{
  return fmax (item->bounds.x1 - item->bounds.x0, item->bounds.y1 - item->bounds.y0) * viewport->scale;
}

static QpColour
mass_colour (const QpObstacle *obstacle, const QpPlanStyle *style)
{
  QpColour colour = style->mass;

  if (obstacle->kind == QP_OBSTACLE_GLASS)
    colour = style->glass;
  else if (obstacle->kind == QP_OBSTACLE_TREE)
    colour = style->tree;
  /* what can be seen through is drawn so */
  if (obstacle->transparency_percent > 0)
    colour.alpha *= 1 - 0.7 * CLAMP (obstacle->transparency_percent / 100, 0, 1);
  return colour;
}

static gboolean
same_colour (QpColour a, QpColour b)
{
  return a.red == b.red && a.green == b.green && a.blue == b.blue && a.alpha == b.alpha;
}

/* a run of obstacles of one colour: one fill, then one stroke of those large enough for an outline */
static void
paint_masses (cairo_t *cr, const QpViewport *viewport, QpItem *const *items, guint n, QpColour colour,
              const QpPlanStyle *style)
{
  gboolean closed;

  for (guint i = 0; i < n; i++)
    {
      const QpPoints *outline = qp_item_outline (items[i], &closed, NULL);
      if (outline != NULL && closed)
        qp_path_area (cr, viewport, outline);
    }
  qp_set_colour (cr, colour);
  cairo_fill (cr);
  for (int open = 0; open <= 1; open++)
    {
      for (guint i = 0; i < n; i++)
        {
          const QpPoints *outline = qp_item_outline (items[i], &closed, NULL);
          if (outline != NULL && closed != open && extent_px (items[i], viewport) >= OUTLINE_PX)
            qp_path_line (cr, viewport, outline, closed);
        }
      cairo_set_line_width (cr, (open ? 3 : 1.2) * style->unit);
      qp_set_colour_alpha (cr, style->mass_edge, CLAMP (0.4 + colour.alpha, 0, 1));
      cairo_stroke (cr);
    }
}

static void
paint_obstacles (cairo_t *cr, const QpViewport *viewport, const GPtrArray *items, const QpPlanStyle *style)
{
  QpItem *run[BATCH];
  guint n = 0;
  QpColour colour = style->mass;

  for (guint i = 0; i < items->len; i++)
    {
      QpItem *item = g_ptr_array_index (items, i);
      if (item->node->kind != QP_KIND_OBSTACLE)
        continue;
      const QpColour own = mass_colour ((const QpObstacle *) item->node, style);
      if (n == BATCH || (n > 0 && !same_colour (own, colour)))
        {
          paint_masses (cr, viewport, run, n, colour, style);
          n = 0;
        }
      colour = own;
      run[n++] = item;
    }
  if (n > 0)
    paint_masses (cr, viewport, run, n, colour, style);
}

static void
set_dash (cairo_t *cr, double on, double off, double unit)
{
  const double dashes[] = { on * unit, off * unit };
  cairo_set_dash (cr, dashes, 2, 0);
}

/* where the people walk to: a small arrow in the middle of their area */
static void
paint_walking (cairo_t *cr, const QpViewport *viewport, const QpItem *item, const QpPlanStyle *style)
{
  const QpAudience *audience = (const QpAudience *) item->node;

  if (isnan (audience->heading_deg) || extent_px (item, viewport) < 60)
    return;
  /* on a path at its middle; in an area below its label */
  const QpVec low = qp_vec (item->bounds.x0 + (item->bounds.x1 - item->bounds.x0) * 0.5,
                            item->bounds.y0 + (item->bounds.y1 - item->bounds.y0) * 0.22);
  const gboolean path = audience->kind == QP_AUDIENCE_PATH;
  const QpVec at = qp_viewport_to_px (viewport, path ? qp_outline_middle (audience->outline) : low);
  cairo_save (cr);
  cairo_translate (cr, at.x, at.y);
  cairo_rotate (cr, audience->heading_deg * G_PI / 180);
  cairo_scale (cr, style->unit, style->unit);
  cairo_move_to (cr, 0, 9);
  cairo_line_to (cr, 0, -8);
  cairo_move_to (cr, -5, -3);
  cairo_line_to (cr, 0, -9);
  cairo_line_to (cr, 5, -3);
  cairo_set_line_width (cr, 1.6);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  qp_set_colour_alpha (cr, style->audience_ink, 0.75);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
paint_audience (cairo_t *cr, const QpViewport *viewport, const QpItem *item, const QpPlanStyle *style)
{
  gboolean closed, filled;
  const QpPoints *outline = qp_item_outline (item, &closed, &filled);

  if (outline == NULL)
    return;
  if (filled)
    {
      qp_path_area (cr, viewport, outline);
      qp_set_colour (cr, style->audience);
      cairo_fill (cr);
    }
  if (extent_px (item, viewport) < OUTLINE_PX)
    return;
  cairo_save (cr);
  qp_path_line (cr, viewport, outline, closed);
  if (closed)
    set_dash (cr, 5, 4, style->unit);
  else
    {
      /* a path: round dots */
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
      set_dash (cr, 0.01, 6, style->unit);
    }
  cairo_set_line_width (cr, (closed ? 1.3 : 2.6) * style->unit);
  qp_set_colour_alpha (cr, style->audience_ink, closed ? 0.7 : 0.6);
  cairo_stroke (cr);
  cairo_restore (cr);
  paint_walking (cr, viewport, item, style);
}

static void
paint_lone_window (cairo_t *cr, const QpViewport *viewport, const QpReceptor *receptor, QpVec place,
                   const QpPlanStyle *style)
{
  const QpVec px = qp_viewport_to_px (viewport, place);
  const double u = style->unit;

  cairo_save (cr);
  cairo_translate (cr, px.x, px.y);
  if (isfinite (receptor->facing_deg))
    cairo_rotate (cr, receptor->facing_deg * G_PI / 180);
  qp_path_rounded (cr, -7 * u, -2.5 * u, 14 * u, 5 * u, 2 * u);
  qp_set_colour (cr, style->receptor);
  cairo_fill (cr);
  if (isfinite (receptor->facing_deg))
    {
      cairo_move_to (cr, 0, -2.5 * u);
      cairo_line_to (cr, 0, -9 * u);
      cairo_set_line_width (cr, 1.2 * u);
      cairo_stroke (cr);
    }
  cairo_restore (cr);
}

/* windows in a wall: thick ticks along a thin line; about two metres of window every four */
static void
paint_receptor (cairo_t *cr, const QpViewport *viewport, const QpItem *item, const QpPlanStyle *style)
{
  const QpReceptor *receptor = (const QpReceptor *) item->node;
  const QpPoints *outline = receptor->outline;
  const double u = style->unit, window = CLAMP (2 * viewport->scale, 4 * u, 20 * u);

  if (outline == NULL || outline->n == 0)
    return;
  if (outline->n == 1)
    {
      paint_lone_window (cr, viewport, receptor, qp_vec_from_point (outline->at[0]), style);
      return;
    }
  cairo_save (cr);
  qp_set_colour_alpha (cr, style->receptor, 0.45);
  cairo_set_line_width (cr, 1 * u);
  qp_path_line (cr, viewport, outline, FALSE);
  cairo_stroke (cr);
  if (extent_px (item, viewport) >= 8)
    {
      const double dashes[] = { window, window };
      cairo_set_dash (cr, dashes, 2, -window / 2);
    }
  qp_set_colour (cr, style->receptor);
  cairo_set_line_width (cr, CLAMP (0.4 * viewport->scale, 2.5 * u, 5 * u));
  qp_path_line (cr, viewport, outline, FALSE);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/**
 * qp_paint_areas:
 * @cr: context in pixels of the view
 * @viewport: the view
 * @items: (element-type QpItem): what is in view, in painting order
 * @style: colours
 *
 * Paints audiences, then obstacles over them, then windows.
 */
void
qp_paint_areas (cairo_t *cr, const QpViewport *viewport, const GPtrArray *items, const QpPlanStyle *style)
{
  for (guint i = 0; i < items->len; i++)
    {
      const QpItem *item = g_ptr_array_index (items, i);
      if (item->node->kind == QP_KIND_AUDIENCE)
        paint_audience (cr, viewport, item, style);
    }
  paint_obstacles (cr, viewport, items, style);
  for (guint i = 0; i < items->len; i++)
    {
      const QpItem *item = g_ptr_array_index (items, i);
      if (item->node->kind == QP_KIND_RECEPTOR)
        paint_receptor (cr, viewport, item, style);
    }
}
