/* qp-paint-screens.c: screens on a plan: a thin dark back and a thick bright face on the side that is seen
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "render/qp-paint-private.h"

#include "render/qp-path.h"

#include <math.h>

/* quads per fill: cairo's time for a path grows faster than its length */
#define BATCH 400
#define RETIRED 5 /* index in qp_values_status */

typedef struct
{
  cairo_t *cr;
  QpColour colour;
  guint n;
} Fill;

static void
fill_flush (Fill *self)
{
  if (self->n > 0)
    {
      qp_set_colour (self->cr, self->colour);
      cairo_fill (self->cr);
    }
  self->n = 0;
}

static void
fill_add (Fill *self, const QpStrip *strip)
{
  qp_path_strip (self->cr, strip);
  if (++self->n >= BATCH)
    fill_flush (self);
}

/**
 * qp_screen_face_px:
 * @length_px: length of the face in pixels
 * @unit: unit of the style
 *
 * Returns: thickness of the bright face in pixels: it grows with the screen until it is plain to see
 */
double
qp_screen_face_px (double length_px, double unit)
{
  return CLAMP (length_px * 0.12, 2 * unit, 5 * unit);
}

/**
 * qp_screen_strip:
 * @viewport: a view
 * @a: left end of a face, as seen by a viewer in front of it; plan metres
 * @b: right end
 * @from_px: distance in front of the face where the strip begins, pixels; negative is behind
 * @to_px: where it ends
 *
 * Returns: the corners of a strip along the face, always the same way round; cut off where it is far out of view
 */
QpStrip
qp_screen_strip (const QpViewport *viewport, QpVec a, QpVec b, double from_px, double to_px)
{
  QpVec p = qp_viewport_to_px (viewport, a), q = qp_viewport_to_px (viewport, b);
  const double length = qp_vec_distance (p, q);
  /* whoever has a at the left hand and b at the right looks at the front; y is down here */
  const QpVec along = length > 0 ? qp_vec_scale (qp_vec_sub (q, p), 1 / length) : qp_vec (1, 0);
  const QpVec front = qp_vec (-along.y, along.x);

  if (length > QP_PATH_FAR)
    {
      const double middle = qp_vec_dot (qp_vec_sub (qp_vec (viewport->width / 2, viewport->height / 2), p), along);
      const double from = CLAMP (middle - QP_PATH_FAR / 4, 0, length), to = CLAMP (middle + QP_PATH_FAR / 4, 0, length);
      q = qp_vec_add (p, qp_vec_scale (along, to));
      p = qp_vec_add (p, qp_vec_scale (along, from));
    }
  return (QpStrip){ qp_vec_add (p, qp_vec_scale (front, from_px)), qp_vec_add (q, qp_vec_scale (front, from_px)),
                    qp_vec_add (q, qp_vec_scale (front, to_px)), qp_vec_add (p, qp_vec_scale (front, to_px)) };
}

/**
 * qp_path_strip:
 * @cr: a context
 * @strip: corners
 *
 * Adds a strip to the path.
 */
void
qp_path_strip (cairo_t *cr, const QpStrip *strip)
{
  cairo_move_to (cr, strip->a.x, strip->a.y);
  cairo_line_to (cr, strip->b.x, strip->b.y);
  cairo_line_to (cr, strip->c.x, strip->c.y);
  cairo_line_to (cr, strip->d.x, strip->d.y);
  cairo_close_path (cr);
}

/* inside: how thick a screen is on the plan, in pixels: never too thin to be seen */
double
qp_screen_back_px (const QpItem *item, const QpViewport *viewport, double length, double unit)
{
  const double least = CLAMP (length * 0.10, 1.5 * unit, 4 * unit);
  const double depth = isfinite (item->depth) ? item->depth * viewport->scale : 0;

  return CLAMP (depth, least, QP_PATH_FAR);
}

static gboolean
is_retired (const QpItem *item)
{
  return ((const QpScreen *) item->node)->status == RETIRED;
}

/* thousands of screens smaller than a pixel or two: each place of the view is marked once */
static void
paint_dots (cairo_t *cr, const QpViewport *viewport, const GPtrArray *items, const QpPlanStyle *style)
{
  const double dot = QP_SCREEN_DOT_PX * style->unit;
  const int columns = (int) CLAMP (viewport->width / dot, 1, 8192) + 2,
            rows = (int) CLAMP (viewport->height / dot, 1, 8192) + 2;
  g_autofree guint8 *seen = NULL;
  guint n = 0;

  for (guint i = 0; i < items->len; i++)
    {
      const QpItem *item = g_ptr_array_index (items, i);
      if (item->node->kind != QP_KIND_SCREEN || (item->a.x == item->b.x && item->a.y == item->b.y)
          || qp_item_length_px (item, viewport) >= QP_SCREEN_DOT_PX * style->unit)
        continue;
      const QpVec px = qp_viewport_to_px (viewport, qp_vec_middle (item->a, item->b));
      /* cells of the plan and not of the view, so that neighbouring tiles agree */
      const double origin_x = viewport->width / 2 - viewport->center.x * viewport->scale;
      const double origin_y = viewport->height / 2 + viewport->center.y * viewport->scale;
      const double cell_x = floor ((px.x - origin_x) / dot) - floor (-origin_x / dot) + 1;
      const double cell_y = floor ((px.y - origin_y) / dot) - floor (-origin_y / dot) + 1;
      if (cell_x < 0 || cell_y < 0 || cell_x >= columns || cell_y >= rows)
        continue;
      if (seen == NULL)
        seen = g_malloc0 ((gsize) columns * (gsize) rows);
      guint8 *cell = &seen[(gsize) cell_y * (gsize) columns + (gsize) cell_x];
      if (*cell)
        continue;
      *cell = 1;
      cairo_rectangle (cr, floor ((px.x - origin_x) / dot) * dot + origin_x,
                       floor ((px.y - origin_y) / dot) * dot + origin_y, dot, dot);
      if (++n % BATCH == 0)
        {
          qp_set_colour (cr, style->face);
          cairo_fill (cr);
        }
    }
  qp_set_colour (cr, style->face);
  cairo_fill (cr);
}

static void
paint_backs (cairo_t *cr, const QpViewport *viewport, const GPtrArray *items, const QpPlanStyle *style)
{
  Fill fill = { cr, style->back, 0 };

  for (guint i = 0; i < items->len; i++)
    {
      const QpItem *item = g_ptr_array_index (items, i);
      if (item->node->kind != QP_KIND_SCREEN || qp_is_special (item))
        continue;
      const double length = qp_item_length_px (item, viewport);
      if (length < QP_SCREEN_PLAIN_PX * style->unit)
        continue;
      const QpStrip strip
          = qp_screen_strip (viewport, item->a, item->b, -qp_screen_back_px (item, viewport, length, style->unit), 0);
      fill_add (&fill, &strip);
    }
  fill_flush (&fill);
}

static void
paint_faces (cairo_t *cr, const QpViewport *viewport, const GPtrArray *items, const QpPlanStyle *style,
             gboolean retired)
{
  Fill fill = { cr, retired ? style->face_idle : style->face, 0 };

  for (guint i = 0; i < items->len; i++)
    {
      const QpItem *item = g_ptr_array_index (items, i);
      if (item->node->kind != QP_KIND_SCREEN || qp_is_special (item) || is_retired (item) != retired)
        continue;
      const double length = qp_item_length_px (item, viewport);
      if (length < QP_SCREEN_DOT_PX * style->unit)
        continue;
      const QpStrip strip = qp_screen_strip (viewport, item->a, item->b, 0, qp_screen_face_px (length, style->unit));
      fill_add (&fill, &strip);
    }
  fill_flush (&fill);
}

/* a screen whose cabinet is not known has a place and a facing, but no size: a hollow mark that promises none */
static void
paint_sizeless (cairo_t *cr, const QpViewport *viewport, const QpItem *item, const QpPlanStyle *style)
{
  const QpVec px = qp_viewport_to_px (viewport, item->a);
  const double u = style->unit;

  cairo_save (cr);
  cairo_translate (cr, px.x, px.y);
  cairo_rotate (cr, qp_heading_of (qp_item_facing (item)) * G_PI / 180);
  cairo_scale (cr, u, u);
  cairo_move_to (cr, -7, 0);
  cairo_line_to (cr, 7, 0);
  cairo_line_to (cr, 0, -9);
  cairo_close_path (cr);
  qp_set_colour (cr, style->paper);
  cairo_fill_preserve (cr);
  cairo_set_line_width (cr, 1.8);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  qp_set_colour (cr, is_retired (item) ? style->face_idle : style->face);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/**
 * qp_paint_screens:
 * @cr: context in pixels of the view
 * @viewport: the view
 * @items: (element-type QpItem): what is in view
 * @style: colours
 *
 * Paints screens by colour: all backs, then all faces.
 */
void
qp_paint_screens (cairo_t *cr, const QpViewport *viewport, const GPtrArray *items, const QpPlanStyle *style)
{
  paint_dots (cr, viewport, items, style);
  paint_backs (cr, viewport, items, style);
  paint_faces (cr, viewport, items, style, TRUE);
  paint_faces (cr, viewport, items, style, FALSE);
  for (guint i = 0; i < items->len; i++)
    {
      const QpItem *item = g_ptr_array_index (items, i);
      if (item->node->kind == QP_KIND_SCREEN && qp_is_special (item))
        qp_paint_special_screen (cr, viewport, item, style);
    }
  for (guint i = 0; i < items->len; i++)
    {
      const QpItem *item = g_ptr_array_index (items, i);
      if (item->node->kind == QP_KIND_SCREEN && item->a.x == item->b.x && item->a.y == item->b.y
          && qp_path_is_near (viewport, qp_viewport_to_px (viewport, item->a)))
        paint_sizeless (cr, viewport, item, style);
    }
}
