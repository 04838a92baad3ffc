/* paint-help.h: documents by hand and pixels of pictures, for tests of painters
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "interact/qp-scene.h"
#include "interact/qp-viewport.h"
#include "render/qp-paint-plan.h"

typedef struct
{
  QpNode *plan;
  QpScene *scene;
  QpViewport viewport;
  QpPlanStyle style;
} QpFixture;

void qp_paint_set (QpNode *node, const char *name, const char *text);
QpNode *qp_paint_make (QpKind kind, ...) G_GNUC_NULL_TERMINATED;
QpNode *qp_paint_with_children (QpNode *node, QpNode *const *children, guint n);
QpNode *qp_paint_make_screen (const char *name, const char *x, const char *y, const char *facing, const char *columns);
QpNode *qp_paint_make_plan (void);
void qp_fixture_init (QpFixture *self, QpNode *plan, QpTheme theme);
void qp_fixture_clear (QpFixture *self);
cairo_surface_t *qp_canvas_surface_new (int width, int height);
cairo_surface_t *qp_paint_parts (QpFixture *fixture, const QpViewport *viewport, QpPaintParts parts);
guint32 qp_pixel (cairo_surface_t *surface, double x, double y);
guint32 qp_rgb (QpColour colour);
guint qp_count_pixels (cairo_surface_t *surface, guint32 colour);
