/* qp-canvas-map.c: the map that lies over a plan, kept as a picture while the view moves
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "canvas/qp-canvas-map.h"

#include <math.h>

#define AHEAD_PX 160.0 /* painted beyond the view, for panning */

struct _QpCanvasMap
{
  QpMapOverlay *overlay;    /* NULL when there is none */
  QpPlanStyle style;
  cairo_surface_t *picture; /* NULL when it has to be painted again */
  QpViewport viewport;      /* of the picture */
};

/**
 * qp_canvas_map_new:
 *
 * Returns: (transfer full): no map yet
 */
QpCanvasMap *
qp_canvas_map_new (void)
{
  QpCanvasMap *self = g_new0 (QpCanvasMap, 1);

  qp_plan_style_init (&self->style, QP_THEME_LIGHT, QP_TEXT_PX);
  return self;
}

/**
 * qp_canvas_map_free:
 * @self: (transfer full): a map
 */
void
qp_canvas_map_free (QpCanvasMap *self)
{
  g_clear_pointer (&self->picture, cairo_surface_destroy);
  g_clear_pointer (&self->overlay, qp_map_overlay_unref);
  g_free (self);
}

/**
 * qp_canvas_map_set_overlay:
 * @self: a map
 * @overlay: (nullable): what is shown from now on
 */
void
qp_canvas_map_set_overlay (QpCanvasMap *self, QpMapOverlay *overlay)
{
  QpMapOverlay *before = self->overlay;

  self->overlay = overlay == NULL ? NULL : qp_map_overlay_ref (overlay);
  g_clear_pointer (&before, qp_map_overlay_unref);
  g_clear_pointer (&self->picture, cairo_surface_destroy);
}

/**
 * qp_canvas_map_set_style:
 * @self: a map
 * @style: colours and text size
 */
void
qp_canvas_map_set_style (QpCanvasMap *self, const QpPlanStyle *style)
{
  self->style = *style;
  g_clear_pointer (&self->picture, cairo_surface_destroy);
}

static QpVec
offset_to (const QpCanvasMap *self, const QpViewport *viewport)
{
  const QpVec origin = qp_vec (0, 0);

  return qp_vec_sub (qp_viewport_to_px (viewport, origin), qp_viewport_to_px (&self->viewport, origin));
}

static gboolean
serves (const QpCanvasMap *self, const QpViewport *viewport)
{
  if (self->picture == NULL || self->viewport.scale != viewport->scale || self->viewport.factor != viewport->factor)
    return FALSE;
  const QpVec offset = offset_to (self, viewport);
  return offset.x <= 0 && offset.y <= 0 && offset.x + self->viewport.width >= viewport->width
         && offset.y + self->viewport.height >= viewport->height;
}

static void
make_picture (QpCanvasMap *self, const QpViewport *viewport)
{
  g_clear_pointer (&self->picture, cairo_surface_destroy);
  self->viewport = *viewport;
  qp_viewport_resize (&self->viewport, viewport->width + 2 * AHEAD_PX, viewport->height + 2 * AHEAD_PX, viewport->factor);
  self->picture = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) ceil (self->viewport.width * viewport->factor),
                                              (int) ceil (self->viewport.height * viewport->factor));
  cairo_surface_set_device_scale (self->picture, viewport->factor, viewport->factor);
  cairo_t *cr = cairo_create (self->picture);
  qp_paint_map_overlay (cr, &self->viewport, self->overlay, &self->style);
  cairo_destroy (cr);
}

/**
 * qp_canvas_map_paint:
 * @self: a map
 * @cr: context in pixels of the view
 * @viewport: the view
 * @zooming: whether the zoom changes at present: lines and numbers wait until it rests
 *
 * Returns: whether there is a map
 */
gboolean
qp_canvas_map_paint (QpCanvasMap *self, cairo_t *cr, const QpViewport *viewport, gboolean zooming)
{
  if (self->overlay == NULL)
    return FALSE;
  if (!serves (self, viewport))
    {
      if (zooming)
        {
          qp_paint_map (cr, viewport, self->overlay->picture, &self->style);
          return TRUE;
        }
      make_picture (self, viewport);
    }
  const QpVec offset = offset_to (self, viewport);
  cairo_set_source_surface (cr, self->picture, offset.x, offset.y);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
  cairo_paint (cr);
  return TRUE;
}
