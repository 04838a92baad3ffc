/* qp-paint-marks.c: dimension lines and places of notes on a plan
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "render/qp-paint-private.h"

#include "render/qp-path.h"

#include <math.h>

#define LEAST_DIMENSION_PX 12.0
#define EXTENSION_GAP_PX 4.0

/**
 * qp_dimension_ends:
 * @item: an item that is a dimension line
 * @viewport: a view
 * @ends: (out): the two ends of the line, then the two measured places; pixels
 *
 * Returns: whether there is a line to be drawn
 */
gboolean
qp_dimension_ends (const QpItem *item, const QpViewport *viewport, QpVec ends[4])
{
  const QpDimension *dimension = (const QpDimension *) item->node;
  const QpPoints *outline = dimension->outline;

  if (outline == NULL || outline->n < 2)
    return FALSE;
  const QpVec a = qp_vec_from_point (outline->at[0]), b = qp_vec_from_point (outline->at[1]);
  const double length = qp_vec_distance (a, b);
  if (length <= 0)
    return FALSE;
  const double offset = dimension->offset_m == QP_UNSET ? 0 : qp_m_from_um (dimension->offset_m);
  const QpVec across = qp_vec_scale (qp_vec (-(b.y - a.y), b.x - a.x), offset / length);
  ends[0] = qp_viewport_to_px (viewport, qp_vec_add (a, across));
  ends[1] = qp_viewport_to_px (viewport, qp_vec_add (b, across));
  ends[2] = qp_viewport_to_px (viewport, a);
  ends[3] = qp_viewport_to_px (viewport, b);
  return TRUE;
}

/**
 * qp_outline_middle:
 * @outline: points of a line, at least one
 *
 * Returns: the place half way along it
 */
QpVec
qp_outline_middle (const QpPoints *outline)
{
  double left = 0;

  for (guint i = 0; i + 1 < outline->n; i++)
    left += qp_vec_distance (qp_vec_from_point (outline->at[i]), qp_vec_from_point (outline->at[i + 1])) / 2;
  for (guint i = 0; i + 1 < outline->n; i++)
    {
      const QpVec a = qp_vec_from_point (outline->at[i]), b = qp_vec_from_point (outline->at[i + 1]);
      const double length = qp_vec_distance (a, b);
      if (left <= length && length > 0)
        return qp_vec_add (a, qp_vec_scale (qp_vec_sub (b, a), left / length));
      left -= length;
    }
  return qp_vec_from_point (outline->at[0]);
}

/* from just beside the measured place to just beyond the line */
static void
extension_line (cairo_t *cr, const QpViewport *viewport, QpVec place, QpVec end, double unit)
{
  const double length = qp_vec_distance (place, end);

  if (length <= 2 * EXTENSION_GAP_PX * unit)
    return;
  const QpVec out = qp_vec_scale (qp_vec_sub (end, place), EXTENSION_GAP_PX * unit / length);
  qp_path_segment (cr, viewport, qp_vec_add (place, out), qp_vec_add (end, out));
}

static void
paint_dimension (cairo_t *cr, const QpViewport *viewport, const QpItem *item, const QpPlanStyle *style)
{
  QpVec ends[4];
  const double u = style->unit;

  if (!qp_dimension_ends (item, viewport, ends) || qp_vec_distance (ends[0], ends[1]) < LEAST_DIMENSION_PX * u)
    return;
  const QpVec along = qp_vec_scale (qp_vec_sub (ends[1], ends[0]), 1 / qp_vec_distance (ends[0], ends[1]));
  /* slanted, as draughtsmen do */
  const QpVec tick = qp_vec_scale (qp_vec (along.x + along.y, along.y - along.x), 3.2 * u);

  qp_path_segment (cr, viewport, ends[0], ends[1]);
  qp_set_colour (cr, style->ink_soft);
  cairo_set_line_width (cr, 1 * u);
  cairo_stroke (cr);
  for (guint i = 0; i < 2; i++)
    qp_path_segment (cr, viewport, qp_vec_sub (ends[i], tick), qp_vec_add (ends[i], tick));
  cairo_set_line_width (cr, 1.8 * u);
  cairo_stroke (cr);
  for (guint i = 0; i < 2; i++)
    extension_line (cr, viewport, ends[i + 2], ends[i], u);
  cairo_set_line_width (cr, 1 * u);
  qp_set_colour_alpha (cr, style->ink_soft, 0.5);
  cairo_stroke (cr);
}

static void
paint_note (cairo_t *cr, const QpViewport *viewport, const QpItem *item, const QpPlanStyle *style)
{
  const QpVec px = qp_viewport_to_px (viewport, qp_box_middle (item->bounds));

  if (!qp_path_is_near (viewport, px))
    return;
  cairo_arc (cr, px.x, px.y, 3.5 * style->unit, 0, 2 * G_PI);
  qp_set_colour (cr, style->paper);
  cairo_fill_preserve (cr);
  qp_set_colour (cr, style->ink_soft);
  cairo_set_line_width (cr, 1.5 * style->unit);
  cairo_stroke (cr);
}

/**
 * qp_paint_marks:
 * @cr: context in pixels of the view
 * @viewport: the view
 * @items: (element-type QpItem): what is in view
 * @style: colours
 *
 * Paints dimension lines and the places of notes; their texts are labels.
 */
void
qp_paint_marks (cairo_t *cr, const QpViewport *viewport, const GPtrArray *items, const QpPlanStyle *style)
{
  cairo_save (cr);
  for (guint i = 0; i < items->len; i++)
    {
      const QpItem *item = g_ptr_array_index (items, i);
      if (item->node->kind == QP_KIND_DIMENSION)
        paint_dimension (cr, viewport, item, style);
      else if (item->node->kind == QP_KIND_NOTE)
        paint_note (cr, viewport, item, style);
    }
  cairo_restore (cr);
}
