/* qp-snap.h: drawing a place or an angle to what is near it, with the reason
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "interact/qp-scene.h"
#include "interact/qp-viewport.h"

G_BEGIN_DECLS

#define QP_SNAP_PX 8.0          /* how near a place must be */
#define QP_SNAP_ANGLE_STEP 15.0 /* degrees */

#define QP_SNAP_MAX_GUIDES 6

/**
 * QpSnapType:
 * @QP_SNAP_NONE: nothing
 * @QP_SNAP_END: an end or a corner
 * @QP_SNAP_CROSSING: where two lines cross
 * @QP_SNAP_MIDDLE: the middle of a line
 * @QP_SNAP_CENTER: the centre of an area
 * @QP_SNAP_PERPENDICULAR: where the line that is being drawn meets another at a right angle
 * @QP_SNAP_EDGE: anywhere on a line
 * @QP_SNAP_EXTENSION: on a line, beyond its end
 * @QP_SNAP_SPACING: as far from a neighbour as that is from the next one
 * @QP_SNAP_ALIGNMENT: straight above, below or beside something else
 * @QP_SNAP_GRID: the grid
 *
 * What a place was drawn to; earlier ones win over later ones within the tolerance: points over lines, these over what
 * is in line, and that over the grid.
 */
typedef enum
{
  QP_SNAP_NONE,
  QP_SNAP_END,
  QP_SNAP_CROSSING,
  QP_SNAP_MIDDLE,
  QP_SNAP_CENTER,
  QP_SNAP_PERPENDICULAR,
  QP_SNAP_EDGE,
  QP_SNAP_EXTENSION,
  QP_SNAP_SPACING,
  QP_SNAP_ALIGNMENT,
  QP_SNAP_GRID,
} QpSnapType;

/**
 * QpSnapKinds:
 * @QP_SNAP_POINTS_AND_LINES: ends, crossings, middles, centres, feet of perpendiculars, edges
 * @QP_SNAP_EXTENSIONS: lines beyond their ends
 * @QP_SNAP_ALIGNMENTS: equal gaps, and what is in line
 * @QP_SNAP_GRIDS: the grid
 * @QP_SNAP_ALL: all of them
 *
 * What may be snapped to.
 */
typedef enum
{
  QP_SNAP_POINTS_AND_LINES = 1 << 0,
  QP_SNAP_EXTENSIONS = 1 << 1,
  QP_SNAP_ALIGNMENTS = 1 << 2,
  QP_SNAP_GRIDS = 1 << 3,
  QP_SNAP_ALL = (1 << 4) - 1,
} QpSnapKinds;

/**
 * QpSnapGuide:
 * @a: one end
 * @b: other end
 * @gap: whether it is one of several equal gaps, and not a line
 *
 * Shows why something snapped.
 */
typedef struct
{
  QpVec a;
  QpVec b;
  gboolean gap;
} QpSnapGuide;

/**
 * QpSnap:
 * @type: what it was drawn to
 * @place: the place to use, whether snapped or not
 * @item: (nullable): object that gave the reason
 * @reason: (nullable): sentence such as "end of LED-2", translated; free with qp_snap_clear()
 * @guides: lines and gaps that show the reason
 * @n_guides: how many
 */
typedef struct
{
  QpSnapType type;
  QpVec place;
  const QpItem *item;
  char *reason;
  QpSnapGuide guides[QP_SNAP_MAX_GUIDES];
  guint n_guides;
} QpSnap;

/**
 * QpSnapQuery:
 * @place: a place, metres
 * @from: where the line that ends at @place comes from; only with @has_from
 * @has_from: whether there is such a line
 * @ignored: (array length=n_ignored): objects that don't count, such as the ones being dragged
 * @n_ignored: how many
 * @suspended: whether snapping is off
 * @kinds: what may be snapped to; 0 is %QP_SNAP_ALL
 * @box: around what is being moved when @place is; only with @has_box
 * @has_box: whether its edges and middles, and not the place, come into line with others
 *
 * What is asked of qp_snap_place(). All zero but @place is a fine question.
 */
typedef struct
{
  QpVec place;
  QpVec from;
  gboolean has_from;
  const QpId *ignored;
  guint n_ignored;
  gboolean suspended;
  QpSnapKinds kinds;
  QpBox box;
  gboolean has_box;
} QpSnapQuery;

void qp_snap_clear (QpSnap *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QpSnap, qp_snap_clear)

double qp_snap_grid_step (const QpViewport *viewport);
double qp_snap_grid_step_for (double px);
void qp_snap_place (QpSnap *self, QpScene *scene, const QpViewport *viewport, const QpSnapQuery *query);
double qp_snap_angle (double heading_deg, gboolean suspended);

G_END_DECLS
