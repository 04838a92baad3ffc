/* qp-paint-plan.h: a plan: paper, grid, backgrounds, obstacles, audiences, windows, screens and labels
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "interact/qp-scene.h"
#include "interact/qp-viewport.h"
#include "plans/qp-plan-layers.h"
#include "render/qp-labels.h"
#include "render/qp-map-overlay.h"
#include "render/qp-paint-viewing.h"

G_BEGIN_DECLS

/**
 * QpPaintParts:
 * @QP_PAINT_PAPER: the paper
 * @QP_PAINT_GRID: the grid
 * @QP_PAINT_BACKGROUNDS: drawings and pictures beneath
 * @QP_PAINT_AREAS: audiences, obstacles, windows of neighbours
 * @QP_PAINT_SCREENS: screens
 * @QP_PAINT_MARKS: dimension lines and places of notes, without their texts
 * @QP_PAINT_GHOSTS: other levels beneath the plan, in low contrast
 * @QP_PAINT_TILES: all of the above: what does not depend on the rest of the view, and may be kept in tiles
 * @QP_PAINT_MASSES: obstacles once more, over a map that lies on the areas; not among the rest
 *
 * What of a plan is painted. Texts are not among them: see qp_plan_labels_new().
 */
typedef enum
{
  QP_PAINT_PAPER = 1 << 0,
  QP_PAINT_GRID = 1 << 1,
  QP_PAINT_BACKGROUNDS = 1 << 2,
  QP_PAINT_AREAS = 1 << 3,
  QP_PAINT_SCREENS = 1 << 4,
  QP_PAINT_MARKS = 1 << 5,
  QP_PAINT_GHOSTS = 1 << 6,
  QP_PAINT_TILES = (1 << 7) - 1,
  QP_PAINT_MASSES = 1 << 7,
} QpPaintParts;

void qp_paint_plan (cairo_t *cr, const QpViewport *viewport, QpScene *scene, QpPlanLayers *layers,
                    const QpPlanStyle *style, QpPaintParts parts);

QpLabels *qp_plan_labels_new (const QpViewport *viewport, QpScene *scene, const QpPlanStyle *style, QpId primary,
                              const QpViewing *viewing, const GArray *covered);

void qp_paint_plan_whole (cairo_t *cr, const QpViewport *viewport, QpScene *scene, QpPlanLayers *layers,
                          const QpPlanStyle *style, QpId primary, const QpViewing *viewing, const QpMapOverlay *map,
                          gboolean with_grid);

double qp_grid_step (double scale, double least_px);

G_END_DECLS
