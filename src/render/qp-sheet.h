/* qp-sheet.h: a plan on a sheet: title, drawing, legend, scale bar, north and how far its lengths can be trusted
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "render/qp-map-overlay.h"
#include "render/qp-paint-plan.h"

G_BEGIN_DECLS

/**
 * QpSheet:
 * @scene: the plan's objects
 * @layers: (nullable): cache of backgrounds
 * @project: (nullable): the project, for the title
 * @site: (nullable): the site, for the title
 * @ratio: N of the scale 1 : N; 0 = as large as the sheet allows, without a stated scale
 * @units_per_m: units of the context in a metre of paper: 72 ÷ 0.0254 for points, 96 ÷ 0.0254 for pixels
 * @with_grid: whether the grid is painted
 * @within: whether it is a figure within a text, which has a caption and margins of its own: without title and margins
 * @map: (nullable): a map of values that lies over the plan, with its legend
 * @map_note: (nullable): a few words in that legend
 *
 * What is on a sheet. Borrowed.
 */
typedef struct
{
  QpScene *scene;
  QpPlanLayers *layers;
  const QpProject *project;
  const QpSite *site;
  double ratio;
  double units_per_m;
  gboolean with_grid;
  gboolean within;
  const QpMapOverlay *map;
  const char *map_note;
} QpSheet;

QpBox qp_plan_extent (QpScene *scene, QpPlanLayers *layers);
double qp_standard_ratio (double least);
double qp_sheet_fitting_ratio (const QpSheet *self, double width, double height, const QpPlanStyle *style);
void qp_sheet_size (const QpSheet *self, const QpPlanStyle *style, double *width, double *height);
void qp_paint_sheet (cairo_t *cr, double width, double height, const QpSheet *sheet, const QpPlanStyle *style);

G_END_DECLS
