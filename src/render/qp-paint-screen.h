/* qp-paint-screen.h: the elevation of a screen: cabinets, sizes, height above ground, a person for scale
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "interact/qp-viewport.h"
#include "render/qp-elevation.h"
#include "render/qp-style.h"

G_BEGIN_DECLS

/**
 * QpElevationLayers:
 * @QP_SHOW_CABINETS: seams and numbers of the cabinets
 * @QP_SHOW_ZONES: zones with names and areas
 * @QP_SHOW_DIMENSIONS: sizes and the height above ground
 * @QP_SHOW_PIXELS: tints, pixel origins and sizes, as in the pixel map
 * @QP_SHOW_PATHS: the paths of the view: data ports, power circuits
 *
 * What an elevation shows besides the face itself.
 */
typedef enum
{
  QP_SHOW_CABINETS = 1 << 0,
  QP_SHOW_ZONES = 1 << 1,
  QP_SHOW_DIMENSIONS = 1 << 2,
  QP_SHOW_PIXELS = 1 << 3,
  QP_SHOW_PATHS = 1 << 4,
} QpElevationLayers;

/**
 * QpCellRef:
 * @column: from 0 at the left
 * @row: from 0 at the top
 *
 * One cabinet.
 */
typedef struct
{
  guint column;
  guint row;
} QpCellRef;

/**
 * QpElevationPath:
 * @cells: the cabinets it runs over, from the first to the last
 * @n_cells: how many
 * @colour: its colour; the cabinets are tinted with it
 * @label: (nullable): what stands at its first cabinet, as "P1"
 * @dashed: whether its line is broken, as of a spare way back
 *
 * A path over cabinets: a data port, a power circuit. Borrowed.
 */
typedef struct
{
  const QpCellRef *cells;
  guint n_cells;
  QpColour colour;
  const char *label;
  gboolean dashed;
} QpElevationPath;

/**
 * QpElevationView:
 * @layers: what is shown, of #QpElevationLayers
 * @back: whether it is seen from behind, mirrored
 * @bare: whether title and scale bar are left out, where the sheet has them
 * @ratio: N of the scale 1 : N that is written beside the scale bar; 0 for none
 * @paths: paths over the cabinets; borrowed
 * @n_paths: how many
 * @has_chosen: whether cabinets are chosen
 * @chosen: which
 *
 * How an elevation is looked at. A value.
 */
typedef struct
{
  guint layers;
  gboolean back;
  gboolean bare;
  double ratio;
  const QpElevationPath *paths;
  guint n_paths;
  gboolean has_chosen;
  QpCellRange chosen;
} QpElevationView;

#define QP_ELEVATION_VIEW_USUAL ((QpElevationView){ .layers = QP_SHOW_CABINETS | QP_SHOW_ZONES | QP_SHOW_DIMENSIONS })

gboolean qp_elevation_layers_parse (const char *text, guint *layers, GError **error);

void qp_elevation_size (const QpElevation *self, const QpElevationView *view, double px_per_m, const QpPlanStyle *style,
                        double *width, double *height);
void qp_elevation_fit (QpViewport *viewport, const QpElevation *self, const QpElevationView *view, double top,
                       const QpPlanStyle *style);
void qp_paint_elevation (cairo_t *cr, double width, double height, double px_per_m, const QpElevation *elevation,
                         const QpElevationView *view, const QpPlanStyle *style);
void qp_paint_elevation_in (cairo_t *cr, const QpViewport *viewport, const QpElevation *elevation,
                            const QpElevationView *view, const QpPlanStyle *style);

G_END_DECLS
