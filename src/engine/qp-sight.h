/* qp-sight.h: how much of a screen is seen from where, past obstacles with heights
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-shape.h"

G_BEGIN_DECLS

/**
 * QpSightWall:
 * @a: one end on the plan, metres
 * @b: other end
 * @base: lower edge above the level, metres
 * @top: upper edge; infinite when not known
 * @through: share of the light that passes, 0 … 1
 * @node: (transfer none): the obstacle it belongs to
 */
typedef struct
{
  QpVec a;
  QpVec b;
  double base;
  double top;
  double through;
  const QpNode *node;
} QpSightWall;

GArray *qp_sight_walls (const QpNode *plan, guint *unknown_tops);

/**
 * QpSightSample:
 * @at: a place on the face, 5 mm before it
 * @normal: where the face looks there
 * @weight: its share of the area of all cabinets that are there
 * @facet: index of the facet it is on
 * @right: unit vector to the right as somebody before it sees it; up is @normal × @right
 * @half_w: half of its width, metres
 * @half_h: half of its height
 *
 * A part of a face: a rectangle around its middle.
 */
typedef struct
{
  QpVec3 at;
  QpVec3 normal;
  double weight;
  guint facet;
  QpVec3 right;
  double half_w;
  double half_h;
} QpSightSample;

GArray *qp_sight_samples (const QpShape *shape, guint across, guint down);

double qp_sight_passing (const GArray *walls, QpVec3 from, QpVec3 to, const QpNode **blocker);
double qp_sight_reach (const GArray *walls, QpVec3 from, QpVec3 to, const QpNode **blocker);
double qp_sight_share (const GArray *walls, const GArray *samples, QpVec3 eye);

/**
 * QpSightGrid:
 * @x0: left edge, metres
 * @y0: bottom edge
 * @cell: width and height of a cell, metres
 * @columns: cells across
 * @rows: cells up
 * @eye: height of the eyes above the level, metres
 *
 * A grid of viewers, one in the middle of each cell.
 */
typedef struct
{
  double x0;
  double y0;
  double cell;
  guint columns;
  guint rows;
  double eye;
} QpSightGrid;

static inline QpVec
qp_sight_grid_middle (const QpSightGrid *self, guint column, guint row)
{
  return qp_vec (self->x0 + (column + 0.5) * self->cell, self->y0 + (row + 0.5) * self->cell);
}

QpSightGrid qp_sight_grid (QpBox box, double cell, double eye, guint most);

/**
 * QpSightMap:
 * @grid: the viewers
 * @share: share of the face that is seen from each cell, 0 … 1, row by row from the bottom
 * @words: words of @seen that a cell has
 * @seen: a bit for each part of the face that is seen from a cell, the lowest of the first word for the first part
 *
 * What a grid of viewers sees of one screen.
 */
typedef struct
{
  QpSightGrid grid;
  double *share;
  guint words;
  guint64 *seen;
} QpSightMap;

static inline gsize
qp_sight_grid_cell (const QpSightGrid *self, guint column, guint row)
{
  return (gsize) row * self->columns + column;
}

typedef gboolean (*QpSightGoOn) (double done, gpointer data);

QpSightMap *qp_sight_map_new (const GArray *walls, const GArray *samples, const QpSightGrid *grid, QpSightGoOn go_on,
                              gpointer data);
void qp_sight_map_free (QpSightMap *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QpSightMap, qp_sight_map_free)

G_END_DECLS
