/* qp-map-overlay.h: a map of values with its lines, and from where one screen is seen, ready to lie over a plan
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "render/qp-paint-map.h"

G_BEGIN_DECLS

/**
 * QpMapOutline:
 * @lines: (element-type QpContour): the lines
 * @name: what is within
 * @dashed: whether they are dashed
 *
 * Lines that stand out.
 */
typedef struct
{
  GPtrArray *lines;
  char *name;
  gboolean dashed;
} QpMapOutline;

/**
 * QpMapOverlay:
 * @scale: how values become colours
 * @hatched: whether steps are hatched
 * @picture: the colours
 * @contours: (element-type QpContour): lines between the steps
 * @outlines: (element-type QpMapOutline): named lines over it
 *
 * What lies over a plan. Immutable once shown, reference-counted.
 */
typedef struct
{
  int count; /* atomic */
  QpMapScale scale;
  gboolean hatched;
  QpMapPicture *picture;
  GPtrArray *contours;
  GPtrArray *outlines;
} QpMapOverlay;

QpMapOverlay *qp_map_overlay_new (const QpValueGrid *values, const QpMapScale *scale, QpTheme theme, gboolean hatched);
void qp_map_overlay_add_outline (QpMapOverlay *self, GPtrArray *lines, char *name, gboolean dashed);
void qp_map_overlay_add_viewshed (QpMapOverlay *self, GPtrArray *readable, GPtrArray *noticed);
void qp_map_overlay_add_limit (QpMapOverlay *self, const QpValueGrid *values, const char *zone, gboolean after);
QpMapOverlay *qp_map_overlay_ref (QpMapOverlay *self);
void qp_map_overlay_unref (QpMapOverlay *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QpMapOverlay, qp_map_overlay_unref)

void qp_paint_map_overlay (cairo_t *cr, const QpViewport *viewport, const QpMapOverlay *overlay, const QpPlanStyle *style);

G_END_DECLS
