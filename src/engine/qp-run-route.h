/* qp-run-route.h: cabinets in the order in which cables go through them, cut into runs
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-shape.h"

G_BEGIN_DECLS

/** QP_RUN_MOST_CABINETS: grids with more cabinets than this are not routed */
#define QP_RUN_MOST_CABINETS 400000

/**
 * QpRunCell:
 * @column: from 0 at the left as a viewer in front sees it
 * @row: from 0 at the top
 *
 * One cabinet of a run.
 */
typedef struct
{
  guint column;
  guint row;
} QpRunCell;

/**
 * QpRunPattern:
 * @start: the corner in which it begins
 * @order: whether it goes along rows or columns
 * @snake: whether each line goes back where the one before came from; else all begin on the same side
 *
 * The order in which an automatic route goes through a piece of a screen.
 */
typedef struct
{
  QpRunStart start;
  QpRunOrder order;
  gboolean snake;
} QpRunPattern;

/**
 * QpRunRule:
 * @most: most cabinets of a run; 0 when not even one fits
 * @most_boxed: most cells of the rectangle around a run, gaps counted; 0 when only cabinets count
 * @even: whether runs of a piece share its cabinets evenly instead of filling one after the other
 *
 * How long a run may be.
 */
typedef struct
{
  guint most;
  guint most_boxed;
  gboolean even;
} QpRunRule;

/**
 * QpRunSpan:
 * @first: its first cabinet, an index of the cells
 * @n: how many
 * @piece: which face or zone it is in
 *
 * One run: cabinets chained one after the other.
 */
typedef struct
{
  guint first;
  guint n;
  guint piece;
} QpRunSpan;

/**
 * QpRunPlace:
 * @screen: the screen
 * @shape: its shape
 * @pieces: (element-type QpRunPiece): faces, or the zones of a group of zones
 *
 * A screen as cables see it. Borrows @screen and @shape.
 */
typedef struct
{
  const QpScreen *screen;
  const QpShape *shape;
  GArray *pieces;
} QpRunPlace;

void qp_run_place_init (QpRunPlace *self, const QpScreen *screen, const QpShape *shape);
void qp_run_place_clear (QpRunPlace *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QpRunPlace, qp_run_place_clear)

void qp_run_place_split (QpRunPlace *self, guint most_columns, guint most_rows);
gboolean qp_run_place_is_routable (const QpRunPlace *self);
guint qp_run_place_piece_of (const QpRunPlace *self, QpRunCell cell);
double qp_run_place_distance (const QpRunPlace *self, QpRunCell a, QpRunCell b);
double qp_run_place_from_corner (const QpRunPlace *self, QpRunStart corner, QpRunCell cell);
double qp_run_place_chain_length (const QpRunPlace *self, const QpRunCell *cells, guint n);
void qp_run_place_route (const QpRunPlace *self, QpRunPattern pattern, QpRunRule rule, GArray *cells, GArray *spans);
guint64 qp_run_cells_boxed (const QpRunCell *cells, guint n, guint *columns);

G_END_DECLS
