/* qp-map-overlay.c: a map of values with its lines, and from where one screen is seen, ready to lie over a plan
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "render/qp-map-overlay.h"

#include "base/qp-number.h"
#include "engine/qp-light.h"
#include "render/qp-path.h"
#include "render/qp-sight-scale.h"

#include <math.h>

#define MOST_LABELS 60
#define LEAST_OUTLINE_PX 40.0 /* shorter pieces of a viewshed have no name */

static void
outline_free (gpointer data)
{
  QpMapOutline *outline = data;

  g_ptr_array_unref (outline->lines);
  g_free (outline->name);
  g_free (outline);
}

/**
 * qp_map_overlay_new:
 * @values: values
 * @scale: how they become colours
 * @theme: colours of what
 * @hatched: whether steps are hatched
 *
 * Returns: (transfer full): the map with the lines between its steps
 */
QpMapOverlay *
qp_map_overlay_new (const QpValueGrid *values, const QpMapScale *scale, QpTheme theme, gboolean hatched)
{
  QpMapOverlay *self = g_new0 (QpMapOverlay, 1);

  self->count = 1;
  self->scale = *scale;
  self->hatched = hatched;
  self->picture = qp_map_picture_new (values, scale, theme, hatched);
  self->contours = qp_map_contours_new (scale, values);
  self->outlines = g_ptr_array_new_with_free_func (outline_free);
  return self;
}

/**
 * qp_map_overlay_add_outline:
 * @self: an overlay that is not shown yet
 * @lines: (transfer full) (element-type QpContour): lines
 * @name: (transfer full): what is within them
 * @dashed: whether they are dashed
 */
void
qp_map_overlay_add_outline (QpMapOverlay *self, GPtrArray *lines, char *name, gboolean dashed)
{
  QpMapOutline *outline = g_new (QpMapOutline, 1);

  *outline = (QpMapOutline){ lines, name, dashed };
  g_ptr_array_add (self->outlines, outline);
}

/**
 * qp_map_overlay_add_viewshed:
 * @self: an overlay that is not shown yet
 * @readable: (transfer full) (element-type QpContour): within which a screen is readable
 * @noticed: (transfer full) (element-type QpContour): within which it is noticed
 */
void
qp_map_overlay_add_viewshed (QpMapOverlay *self, GPtrArray *readable, GPtrArray *noticed)
{
  qp_map_overlay_add_outline (self, noticed, g_strdup (_ ("noticed within")), TRUE);
  qp_map_overlay_add_outline (self, readable, g_strdup (_ ("readable within")), FALSE);
}

/**
 * qp_map_overlay_add_limit:
 * @self: an overlay that is not shown yet
 * @values: light by night, lx
 * @zone: (nullable): environmental zone, as "E3"
 * @after: whether after curfew
 *
 * Adds the line within which more light falls on windows than the zone allows; none when that is not known or no light at all.
 */
void
qp_map_overlay_add_limit (QpMapOverlay *self, const QpValueGrid *values, const char *zone, gboolean after)
{
  const double limit = qp_light_window_limit (zone, after);

  if (isnan (limit) || limit <= 0)
    return;
  g_autofree char *number = qp_number_display (limit, 0);
  char *name = g_strdup_printf (after ? _ ("%s after curfew: %s lx") : _ ("%s before curfew: %s lx"), zone, number);
  qp_map_overlay_add_outline (self, qp_contours_new (values, &limit, 1), name, after);
}

/**
 * qp_map_overlay_ref:
 * @self: an overlay
 *
 * Returns: (transfer full): @self
 */
QpMapOverlay *
qp_map_overlay_ref (QpMapOverlay *self)
{
  g_atomic_int_inc (&self->count);
  return self;
}

/**
 * qp_map_overlay_unref:
 * @self: (transfer full): an overlay
 */
void
qp_map_overlay_unref (QpMapOverlay *self)
{
  if (!g_atomic_int_dec_and_test (&self->count))
    return;
  qp_map_picture_unref (self->picture);
  g_ptr_array_unref (self->contours);
  g_ptr_array_unref (self->outlines);
  g_free (self);
}

/* --- lines that stand out --- */

static void
add_name (QpLabels *labels, const QpViewport *viewport, const GPtrArray *outline, const char *name, QpColour ink)
{
  const QpContour *longest = NULL;

  for (guint i = 0; i < outline->len; i++)
    {
      const QpContour *contour = g_ptr_array_index (outline, i);
      if (longest == NULL || contour->at->len > longest->at->len)
        longest = contour;
    }
  if (longest == NULL)
    return;
  QpLabel *label = qp_labels_add (labels, g_strdup (name), NULL, 60);
  label->ink = ink;
  label->strong = TRUE;
  label->halo = TRUE;
  for (guint i = 1; i < QP_LABEL_PLACES; i++)
    {
      const QpVec px = qp_viewport_to_px (viewport, g_array_index (longest->at, QpVec, longest->at->len * i / QP_LABEL_PLACES));
      if (px.x > 0 && px.y > 0 && px.x < viewport->width && px.y < viewport->height)
        qp_label_add_place (label, px, QP_ALIGN_MIDDLE, QP_ALIGN_MIDDLE);
    }
}

static void
paint_outline (cairo_t *cr, const QpViewport *viewport, const GPtrArray *outline, gboolean dashed, const QpPlanStyle *style)
{
  const double u = style->unit, dashes[] = { 7 * u, 4 * u };

  for (guint i = 0; i < outline->len; i++)
    qp_path_contour (cr, viewport, g_ptr_array_index (outline, i));
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, 4 * u);
  qp_set_colour_alpha (cr, style->paper, 0.6);
  cairo_stroke_preserve (cr);
  cairo_set_dash (cr, dashes, dashed ? 2 : 0, 0);
  cairo_set_line_width (cr, 2 * u);
  qp_set_colour (cr, style->accent);
  cairo_stroke (cr);
}

static void
paint_outlines (cairo_t *cr, const QpViewport *viewport, const QpMapOverlay *overlay, const QpPlanStyle *style, QpLabels *labels)
{
  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, viewport->width, viewport->height);
  cairo_clip (cr);
  for (guint i = 0; i < overlay->outlines->len; i++)
    {
      const QpMapOutline *outline = g_ptr_array_index (overlay->outlines, i);
      cairo_set_dash (cr, NULL, 0, 0);
      paint_outline (cr, viewport, outline->lines, outline->dashed, style);
      add_name (labels, viewport, outline->lines, outline->name, style->accent);
    }
  cairo_restore (cr);
}

/**
 * qp_paint_map_overlay:
 * @cr: context in pixels of the view
 * @viewport: the view
 * @overlay: what is painted
 * @style: colours
 *
 * Paints map, lines and outlines with their texts.
 */
void
qp_paint_map_overlay (cairo_t *cr, const QpViewport *viewport, const QpMapOverlay *overlay, const QpPlanStyle *style)
{
  g_autoptr (QpLabels) labels = qp_labels_new (style);

  qp_paint_map (cr, viewport, overlay->picture, style);
  qp_paint_contours (cr, viewport, overlay->contours, style);
  qp_contours_add_labels (overlay->contours, &overlay->scale, viewport, style, labels);
  paint_outlines (cr, viewport, overlay, style, labels);
  qp_labels_place (labels, (QpBox){ 0, 0, viewport->width, viewport->height }, MOST_LABELS);
  qp_labels_paint (labels, cr, 0, 0);
}
