/* qp-paint-screen-shapes.c: screens on a plan that are more than one straight bright line
 *
 * Bent faces and corners, floors and ceilings as hatched areas, meshes paler with a dashed back, and both bright faces of
 * what is seen from two sides.
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "render/qp-paint-private.h"

#include "render/qp-path.h"

#include <math.h>

#define RETIRED 5 /* index in qp_values_status */
#define HATCH_PX 7.0
#define MOST_HATCHES 4000

static const QpScreen *
screen_of (const QpItem *item)
{
  return (const QpScreen *) item->node;
}

static gboolean
is_mesh (const QpItem *item)
{
  return screen_of (item)->shape == QP_SCREEN_MESH;
}

static gboolean
is_double (const QpItem *item)
{
  return screen_of (item)->double_sided == TRUE;
}

/* inside: whether a screen is painted here and not with the thousands */
gboolean
qp_is_special (const QpItem *item)
{
  return item->path != NULL || (is_double (item) && qp_item_width (item) > 0) || (is_mesh (item) && qp_item_width (item) > 0);
}

static QpColour
face_colour (const QpItem *item, const QpPlanStyle *style)
{
  return screen_of (item)->status == RETIRED ? style->face_idle : style->face;
}

/* a strip of a straight face, or a band along one that is not */
static void
path_strip (cairo_t *cr, const QpViewport *viewport, const QpItem *item, double from, double to)
{
  if (item->path != NULL)
    {
      qp_path_band (cr, viewport, item->path, from, to);
      return;
    }
  const QpStrip strip = qp_screen_strip (viewport, item->a, item->b, from, to);
  qp_path_strip (cr, &strip);
}

static void
fill_strip (cairo_t *cr, const QpViewport *viewport, const QpItem *item, double from, double to, QpColour colour,
            double alpha)
{
  path_strip (cr, viewport, item, from, to);
  qp_set_colour_alpha (cr, colour, alpha);
  cairo_fill (cr);
}

static void
stroke_dashed (cairo_t *cr, QpColour colour, double width, double on, double off)
{
  const double dashes[] = { on, off };

  cairo_set_dash (cr, dashes, off > 0 ? 2 : 0, 0);
  cairo_set_line_width (cr, width);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  qp_set_colour (cr, colour);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

/* one looks through it: no solid back, only where that ends */
static void
paint_mesh (cairo_t *cr, const QpViewport *viewport, const QpItem *item, const QpPlanStyle *style, double back, double face)
{
  const double u = style->unit;

  fill_strip (cr, viewport, item, 0, face, face_colour (item, style), 0.55);
  path_strip (cr, viewport, item, -back, 0);
  stroke_dashed (cr, style->back, 1 * u, 3 * u, 3 * u);
}

static void
paint_upright (cairo_t *cr, const QpViewport *viewport, const QpItem *item, const QpPlanStyle *style)
{
  const double u = style->unit, length = qp_item_length_px (item, viewport);
  const double back = qp_screen_back_px (item, viewport, length, u), face = qp_screen_face_px (length, u);

  if (length < QP_SCREEN_DOT_PX * u)
    return;
  if (is_mesh (item))
    paint_mesh (cr, viewport, item, style, back, face);
  else
    {
      if (length >= QP_SCREEN_PLAIN_PX * u)
        fill_strip (cr, viewport, item, -back, 0, style->back, 1);
      fill_strip (cr, viewport, item, 0, face, face_colour (item, style), 1);
    }
  if (is_double (item))
    fill_strip (cr, viewport, item, -back - face, -back, face_colour (item, style), is_mesh (item) ? 0.55 : 1);
}

/* slanting lines over what is clipped; counted from the place, so that neighbouring tiles agree */
static void
path_hatch (cairo_t *cr, QpVec place, double step)
{
  double x0, y0, x1, y1;

  cairo_clip_extents (cr, &x0, &y0, &x1, &y1);
  const double height = y1 - y0, origin = place.x + place.y - y1;
  if ((x1 - x0 + height) / step > MOST_HATCHES)
    return;
  for (double x = origin + floor ((x0 - height - origin) / step) * step; x < x1; x += step)
    {
      cairo_move_to (cr, x, y1);
      cairo_line_to (cr, x + height, y0);
    }
}

/* a face in the floor is lit from below, one in the ceiling hangs over what is there: its edge is dashed */
static void
paint_lying (cairo_t *cr, const QpViewport *viewport, const QpItem *item, const QpPlanStyle *style)
{
  const double u = style->unit;
  const gboolean above = screen_of (item)->shape == QP_SCREEN_CEILING;
  const QpColour colour = face_colour (item, style);

  cairo_save (cr);
  qp_path_face (cr, viewport, item->path, 0);
  qp_set_colour_alpha (cr, colour, above ? 0.08 : 0.20);
  cairo_fill_preserve (cr);
  cairo_clip (cr);
  path_hatch (cr, qp_viewport_to_px (viewport, item->path->at[0]), (above ? 1.6 : 1) * HATCH_PX * u);
  qp_set_colour_alpha (cr, colour, 0.45);
  cairo_set_line_width (cr, u);
  cairo_stroke (cr);
  cairo_restore (cr);
  qp_path_face (cr, viewport, item->path, 0);
  stroke_dashed (cr, colour, 2 * u, 7 * u, above ? 4 * u : 0);
}

/* of a sphere one sees where it is widest, and that it is round */
static void
paint_cap (cairo_t *cr, const QpViewport *viewport, const QpItem *item, const QpPlanStyle *style)
{
  qp_path_face (cr, viewport, item->path, 0);
  qp_set_colour_alpha (cr, face_colour (item, style), 0.12);
  cairo_fill (cr);
  paint_upright (cr, viewport, item, style);
}

/* inside: paints one screen that is more than a straight bright line */
void
qp_paint_special_screen (cairo_t *cr, const QpViewport *viewport, const QpItem *item, const QpPlanStyle *style)
{
  if (item->path != NULL && item->path->lying)
    paint_lying (cr, viewport, item, style);
  else if (screen_of (item)->shape == QP_SCREEN_CAP && item->path != NULL)
    paint_cap (cr, viewport, item, style);
  else
    paint_upright (cr, viewport, item, style);
}
