/* qp-contour.h: a grid of values over a plan, and the lines along which it has a value
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-sight.h"

G_BEGIN_DECLS

/**
 * QpValueGrid:
 * @grid: where the cells are
 * @at: value of each cell, row by row from the bottom; NaN where there is none
 *
 * Values in the middles of cells: lux, metres, degrees, shares.
 */
typedef struct
{
  QpSightGrid grid;
  float *at;
} QpValueGrid;

QpValueGrid *qp_value_grid_new (const QpSightGrid *grid);
void qp_value_grid_free (QpValueGrid *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QpValueGrid, qp_value_grid_free)

/**
 * QpContour:
 * @level: the value along it
 * @closed: whether its end is its beginning
 * @at: (element-type QpVec): places, metres
 *
 * A line along which values pass a level.
 */
typedef struct
{
  double level;
  gboolean closed;
  GArray *at;
} QpContour;

void qp_contour_free (QpContour *self);
void qp_contours_add (GPtrArray *contours, const QpValueGrid *values, double level);
GPtrArray *qp_contours_new (const QpValueGrid *values, const double *levels, guint n_levels);

G_END_DECLS
