/* qp-paint-private.h: the parts that a plan is painted from
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "interact/qp-scene.h"
#include "interact/qp-viewport.h"
#include "render/qp-labels.h"
#include "render/qp-style.h"

G_BEGIN_DECLS

#define QP_SCREEN_DOT_PX 2.0   /* a shorter screen is a dot */
#define QP_SCREEN_PLAIN_PX 6.0 /* a shorter one is its face alone */

/* the four corners of a strip along a screen's face, in pixels */
typedef struct
{
  QpVec a;
  QpVec b;
  QpVec c;
  QpVec d;
} QpStrip;

void qp_paint_grid (cairo_t *cr, const QpViewport *viewport, const QpPlanStyle *style);
void qp_paint_areas (cairo_t *cr, const QpViewport *viewport, const GPtrArray *items, const QpPlanStyle *style);
void qp_paint_obstacles (cairo_t *cr, const QpViewport *viewport, const GPtrArray *items, const QpPlanStyle *style);
void qp_paint_screens (cairo_t *cr, const QpViewport *viewport, const GPtrArray *items, const QpPlanStyle *style);
void qp_paint_marks (cairo_t *cr, const QpViewport *viewport, const GPtrArray *items, const QpPlanStyle *style);

gboolean qp_is_special (const QpItem *item);
void qp_paint_special_screen (cairo_t *cr, const QpViewport *viewport, const QpItem *item, const QpPlanStyle *style);
double qp_screen_back_px (const QpItem *item, const QpViewport *viewport, double length, double unit);
double qp_screen_face_px (double length_px, double unit);
QpStrip qp_screen_strip (const QpViewport *viewport, QpVec a, QpVec b, double from_px, double to_px);
void qp_path_strip (cairo_t *cr, const QpStrip *strip);
void qp_path_band (cairo_t *cr, const QpViewport *viewport, const QpItemPath *path, double from_px, double to_px);
void qp_path_face (cairo_t *cr, const QpViewport *viewport, const QpItemPath *path, double away_px);
double qp_item_length_px (const QpItem *item, const QpViewport *viewport);
QpVec qp_outline_middle (const QpPoints *outline);
gboolean qp_dimension_ends (const QpItem *item, const QpViewport *viewport, QpVec ends[4]);

/* an eye at a place of the view (qp-paint-depth.c) */
void qp_paint_eye (cairo_t *cr, QpVec px, const QpPlanStyle *style);

G_END_DECLS
