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
#define HATCH_PX 9      /* between two slanted lines */
#define HATCH_ALPHA 0.28
#define HATCHED_PX 36.0 /* smaller buildings have none */
#define CHEVRON_PX 46.0 /* along a path, from one to the next */
#define SIDED_PX 30.0   /* shorter rows of windows don't tell their side */
#define PEOPLE_PX 96.0  /* smaller areas have no figures */

static double
extent_px (const QpItem *item, const QpViewport *viewport)
{
  return fmax (item->bounds.x1 - item->bounds.x0, item->bounds.y1 - item->bounds.y0) * viewport->scale;
}

/* how a kind of obstacle is drawn */
typedef struct
{
  QpColour fill;
  QpColour line;
  double line_px; /* width of a line that is all there is of it */
  double edge_px; /* width of the edge of a mass */
  gboolean dashed;
  gboolean hatched;
} Look;

static Look
look_of (const QpObstacle *obstacle, const QpPlanStyle *style)
{
  Look look = { style->mass, style->mass_edge, 3, 1.2, FALSE, FALSE };

  switch (obstacle->kind)
    {
    case QP_OBSTACLE_WALL:
      look.line = qp_colour_mix (style->mass_edge, style->mass_ink, 0.7);
      look.line_px = 4;
      break;
    case QP_OBSTACLE_GLASS:
      look.fill = style->glass;
      look.line = qp_colour_mix (style->glass, style->mass_ink, 0.45);
      look.line_px = 2.5;
      look.dashed = TRUE;
      break;
    case QP_OBSTACLE_TREE:
      look.fill = style->tree;
      look.line = qp_colour_mix (style->tree, style->mass_ink, 0.35);
      look.line_px = 6;
      break;
    case QP_OBSTACLE_BUILDING:
      look.hatched = TRUE;
      break;
    default:
      break;
    }
  /* what can be seen through is drawn so */
  if (obstacle->transparency_percent > 0)
    look.fill.alpha *= 1 - 0.7 * CLAMP (obstacle->transparency_percent / 100, 0, 1);
  look.line.alpha = CLAMP (0.4 + look.fill.alpha, 0, 1);
  return look;
}

static gboolean
same_colour (QpColour a, QpColour b)
{
  return a.red == b.red && a.green == b.green && a.blue == b.blue && a.alpha == b.alpha;
}

static gboolean
same_look (const Look *a, const Look *b)
{
  return same_colour (a->fill, b->fill) && same_colour (a->line, b->line) && a->line_px == b->line_px
         && a->dashed == b->dashed && a->hatched == b->hatched;
}

static void
set_dash (cairo_t *cr, double on, double off, double unit)
{
  const double dashes[] = { on * unit, off * unit };
  cairo_set_dash (cr, dashes, 2, 0);
}

/* slanted lines as vectors, over what is the current path */
static void
hatch_exactly (cairo_t *cr, const QpColour *colour, QpVec origin, double step)
{
  const double phase = fmod (origin.x + origin.y, step);
  double x0, y0, x1, y1;

  cairo_save (cr);
  cairo_clip (cr);
  cairo_clip_extents (cr, &x0, &y0, &x1, &y1);
  for (double sum = floor ((x0 + y0 - phase) / step) * step + phase; sum < x1 + y1; sum += step)
    {
      cairo_move_to (cr, sum - y0, y0);
      cairo_line_to (cr, sum - y1, y1);
    }
  cairo_set_line_width (cr, step / HATCH_PX);
  qp_set_colour_alpha (cr, *colour, HATCH_ALPHA);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* one stitch of the hatch, to be repeated */
static cairo_surface_t *
hatch_stitch (const QpColour *colour)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, HATCH_PX, HATCH_PX);
  cairo_t *cr = cairo_create (surface);

  for (int x = 0; x < HATCH_PX; x++)
    for (int off = -1; off <= 1; off++)
      {
        cairo_rectangle (cr, x, (2 * HATCH_PX - x + off) % HATCH_PX, 1, 1);
        qp_set_colour_alpha (cr, *colour, off == 0 ? HATCH_ALPHA : HATCH_ALPHA / 3);
        cairo_fill (cr);
      }
  cairo_destroy (cr);
  return surface;
}

/* Hangs on the plan and not on the view, so that tiles fit together; pixels, as where a line is cut would show. */
static void
hatch (cairo_t *cr, const QpViewport *viewport, const Look *look, const QpPlanStyle *style)
{
  const QpVec origin = qp_viewport_to_px (viewport, qp_vec (0, 0));
  cairo_matrix_t matrix;

  if (style->exact)
    {
      hatch_exactly (cr, &look->line, origin, HATCH_PX * style->unit);
      return;
    }
  cairo_surface_t *stitch = hatch_stitch (&look->line);
  cairo_pattern_t *pattern = cairo_pattern_create_for_surface (stitch);
  cairo_matrix_init_translate (&matrix, -fmod (round (origin.x), HATCH_PX), -fmod (round (origin.y), HATCH_PX));
  cairo_pattern_set_matrix (pattern, &matrix);
  cairo_pattern_set_extend (pattern, CAIRO_EXTEND_REPEAT);
  cairo_pattern_set_filter (pattern, CAIRO_FILTER_NEAREST);
  cairo_set_source (cr, pattern);
  cairo_fill (cr);
  cairo_pattern_destroy (pattern);
  cairo_surface_destroy (stitch);
}

static void
hatch_large (cairo_t *cr, const QpViewport *viewport, QpItem *const *items, guint n, const Look *look,
             const QpPlanStyle *style)
{
  gboolean filled, any = FALSE;

  for (guint i = 0; i < n; i++)
    {
      const QpPoints *outline = qp_item_outline (items[i], NULL, &filled);
      if (!filled || extent_px (items[i], viewport) < HATCHED_PX)
        continue;
      qp_path_area (cr, viewport, outline);
      any = TRUE;
    }
  if (any)
    hatch (cr, viewport, look, style);
  cairo_new_path (cr);
}

/* a run of obstacles of one look: one fill, then one stroke of those large enough for an outline */
static void
paint_masses (cairo_t *cr, const QpViewport *viewport, QpItem *const *items, guint n, const Look *look,
              const QpPlanStyle *style)
{
  gboolean closed, filled;

  for (guint i = 0; i < n; i++)
    {
      const QpPoints *outline = qp_item_outline (items[i], NULL, &filled);
      if (filled)
        qp_path_area (cr, viewport, outline);
    }
  qp_set_colour (cr, look->fill);
  cairo_fill (cr);
  if (look->hatched)
    hatch_large (cr, viewport, items, n, look, style);
  if (look->dashed)
    set_dash (cr, 7, 3, style->unit);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  for (int thin = 0; thin <= 1; thin++)
    {
      for (guint i = 0; i < n; i++)
        {
          const QpPoints *outline = qp_item_outline (items[i], &closed, &filled);
          if (outline != NULL && filled != thin && extent_px (items[i], viewport) >= OUTLINE_PX)
            qp_path_line (cr, viewport, outline, closed);
        }
      cairo_set_line_width (cr, (thin ? look->line_px : look->edge_px) * style->unit);
      qp_set_colour (cr, look->line);
      cairo_stroke (cr);
    }
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_MITER);
}

void
qp_paint_obstacles (cairo_t *cr, const QpViewport *viewport, const GPtrArray *items, const QpPlanStyle *style)
{
  QpItem *run[BATCH];
  guint n = 0;
  Look look = { 0 };

  for (guint i = 0; i < items->len; i++)
    {
      QpItem *item = g_ptr_array_index (items, i);
      if (item->node->kind != QP_KIND_OBSTACLE)
        continue;
      const Look own = look_of ((const QpObstacle *) item->node, style);
      if (n == BATCH || (n > 0 && !same_look (&own, &look)))
        {
          paint_masses (cr, viewport, run, n, &look, style);
          n = 0;
        }
      look = own;
      run[n++] = item;
    }
  if (n > 0)
    paint_masses (cr, viewport, run, n, &look, style);
}

/* two small figures, above the area's label */
static void
paint_people (cairo_t *cr, const QpViewport *viewport, const QpItem *item, const QpPlanStyle *style)
{
  const QpBox box = item->bounds;
  const QpVec place = { (box.x0 + box.x1) / 2, box.y0 + (box.y1 - box.y0) * 0.8 };

  if ((box.y1 - box.y0) * viewport->scale < PEOPLE_PX || (box.x1 - box.x0) * viewport->scale < PEOPLE_PX
      || !qp_polygon_has (qp_item_outline (item, NULL, NULL), place))
    return;
  const QpVec at = qp_viewport_to_px (viewport, place);
  cairo_save (cr);
  cairo_translate (cr, at.x, at.y);
  cairo_scale (cr, style->unit, style->unit);
  for (int side = -1; side <= 1; side += 2)
    {
      cairo_new_sub_path (cr);
      cairo_arc (cr, side * 4.5, -4, 2.2, 0, 2 * G_PI);
      cairo_new_sub_path (cr);
      cairo_arc (cr, side * 4.5, 3.5, 3.8, G_PI, 2 * G_PI);
      cairo_close_path (cr);
    }
  qp_set_colour_alpha (cr, style->audience_ink, 0.55);
  cairo_fill (cr);
  cairo_restore (cr);
}

static void
add_chevron (cairo_t *cr, QpVec at, QpVec along, double unit)
{
  const QpVec back = qp_vec_scale (along, -5 * unit), side = qp_vec_scale (qp_vec (-along.y, along.x), 4 * unit);

  cairo_move_to (cr, at.x + back.x + side.x, at.y + back.y + side.y);
  cairo_line_to (cr, at.x, at.y);
  cairo_line_to (cr, at.x + back.x - side.x, at.y + back.y - side.y);
}

/* which way a path is walked: chevrons at even distances along it */
static void
paint_chevrons (cairo_t *cr, const QpViewport *viewport, const QpPoints *outline, const QpPlanStyle *style)
{
  const double step = CHEVRON_PX * style->unit, reach = viewport->width + viewport->height;
  const QpVec middle = qp_vec (viewport->width / 2, viewport->height / 2);
  double ahead = step / 2;

  for (guint i = 0; i + 1 < outline->n; i++)
    {
      const QpVec a = qp_viewport_to_px (viewport, qp_vec_from_point (outline->at[i]));
      const QpVec b = qp_viewport_to_px (viewport, qp_vec_from_point (outline->at[i + 1]));
      const double length = qp_vec_distance (a, b);
      const QpVec along = length > 0 ? qp_vec_scale (qp_vec_sub (b, a), 1 / length) : qp_vec (0, 0);
      /* of a path that goes far beyond the view only what is near it */
      const double nearest = qp_vec_dot (qp_vec_sub (middle, a), along);
      const double n_before = fmax (ceil ((nearest - reach - ahead) / step), 0);
      for (double at = ahead + n_before * step; at < fmin (length, nearest + reach); at += step)
        add_chevron (cr, qp_vec_add (a, qp_vec_scale (along, at)), along, style->unit);
      ahead += fmax (ceil ((length - ahead) / step), 0) * step - length;
    }
  cairo_set_line_width (cr, 2 * style->unit);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  qp_set_colour_alpha (cr, style->audience_ink, 0.85);
  cairo_stroke (cr);
}

/* where the people of an area walk to: a small arrow below its label */
static void
paint_walking (cairo_t *cr, const QpViewport *viewport, const QpItem *item, const QpPlanStyle *style)
{
  const QpAudience *audience = (const QpAudience *) item->node;

  if (isnan (audience->heading_deg) || extent_px (item, viewport) < 60)
    return;
  const QpVec low = qp_vec (item->bounds.x0 + (item->bounds.x1 - item->bounds.x0) * 0.5,
                            item->bounds.y0 + (item->bounds.y1 - item->bounds.y0) * 0.22);
  const QpVec at = qp_viewport_to_px (viewport, low);
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
  cairo_set_dash (cr, NULL, 0, 0);
  if (!closed)
    paint_chevrons (cr, viewport, outline, style);
  cairo_restore (cr);
  if (!closed)
    return;
  paint_people (cr, viewport, item, style);
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

/* a small beak on the side that windows look to */
static void
paint_side (cairo_t *cr, const QpViewport *viewport, const QpReceptor *receptor, double away, const QpPlanStyle *style)
{
  const QpVec px = qp_viewport_to_px (viewport, qp_outline_middle (receptor->outline));
  const double u = style->unit;

  if (!isfinite (receptor->facing_deg) || !qp_path_is_near (viewport, px))
    return;
  cairo_save (cr);
  cairo_translate (cr, px.x, px.y);
  cairo_rotate (cr, receptor->facing_deg * G_PI / 180);
  cairo_move_to (cr, -4.5 * u, -away - 1.5 * u);
  cairo_line_to (cr, 4.5 * u, -away - 1.5 * u);
  cairo_line_to (cr, 0, -away - 7 * u);
  cairo_close_path (cr);
  qp_set_colour (cr, style->receptor);
  cairo_fill (cr);
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
  const double thick = CLAMP (0.4 * viewport->scale, 2.5 * u, 5 * u);
  cairo_set_line_width (cr, thick);
  qp_path_line (cr, viewport, outline, FALSE);
  cairo_stroke (cr);
  cairo_restore (cr);
  if (extent_px (item, viewport) >= SIDED_PX)
    paint_side (cr, viewport, receptor, thick / 2, style);
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
  qp_paint_obstacles (cr, viewport, items, style);
  for (guint i = 0; i < items->len; i++)
    {
      const QpItem *item = g_ptr_array_index (items, i);
      if (item->node->kind == QP_KIND_RECEPTOR)
        paint_receptor (cr, viewport, item, style);
    }
}
