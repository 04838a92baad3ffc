/* qp-viewport.h: which part of a plan a view shows: metres to pixels and back
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-geometry.h"

G_BEGIN_DECLS

#define QP_VIEWPORT_MIN_SCALE 1e-4 /* px per metre: a country in a window */
#define QP_VIEWPORT_MAX_SCALE 2e5  /* px per metre: half a pixel pitch fills a hand */
#define QP_VIEWPORT_PX_PER_M (96.0 / 0.0254) /* a true-size picture at 96 dpi */

/**
 * QpViewport:
 * @center: plan place in the middle of the view, metres
 * @scale: pixels per metre
 * @width: width of the view, pixels
 * @height: height of the view, pixels
 * @factor: device pixels per pixel (scale factor), 1 or more
 *
 * A value: copy it freely. Pixels have y down and begin at the view's top left; plan metres have y up.
 */
typedef struct
{
  QpVec center;
  double scale;
  double width;
  double height;
  double factor;
} QpViewport;

void qp_viewport_init (QpViewport *self, double width, double height, double factor);
void qp_viewport_resize (QpViewport *self, double width, double height, double factor);

QpVec qp_viewport_to_px (const QpViewport *self, QpVec plan);
QpVec qp_viewport_to_plan (const QpViewport *self, QpVec px);
double qp_viewport_px_in_m (const QpViewport *self, double px);
QpBox qp_viewport_visible (const QpViewport *self);
QpBox qp_viewport_box_to_px (const QpViewport *self, QpBox plan);

void qp_viewport_set_scale_at (QpViewport *self, double scale, QpVec px);
void qp_viewport_zoom_at (QpViewport *self, double factor, QpVec px);
void qp_viewport_step_zoom (QpViewport *self, int steps, QpVec px);
void qp_viewport_pan_px (QpViewport *self, double dx, double dy);
void qp_viewport_center_on (QpViewport *self, QpVec plan);
void qp_viewport_fit (QpViewport *self, QpBox plan, double margin_px);
gboolean qp_viewport_reveal (QpViewport *self, QpBox plan, double margin_px);
QpViewport qp_viewport_on_pixels (const QpViewport *self);
gboolean qp_viewport_equal (const QpViewport *a, const QpViewport *b);

double qp_viewport_percent (const QpViewport *self);
double qp_viewport_ratio (const QpViewport *self);
void qp_viewport_set_ratio (QpViewport *self, double ratio);

G_END_DECLS
