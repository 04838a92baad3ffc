/* qp-snap.h: drawing a place or an angle to what is near it, with the reason
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "interact/qp-scene.h"
#include "interact/qp-viewport.h"

G_BEGIN_DECLS

#define QP_SNAP_PX 8.0         /* how near a place must be */
#define QP_SNAP_ANGLE_STEP 15.0 /* degrees */

/**
 * QpSnapType:
 *
 * What a place was drawn to; earlier ones win over later ones within the tolerance.
 */
typedef enum
{
  QP_SNAP_NONE,
  QP_SNAP_END,
  QP_SNAP_MIDDLE,
  QP_SNAP_CENTER,
  QP_SNAP_EDGE,
  QP_SNAP_GRID,
} QpSnapType;

/**
 * QpSnap:
 * @type: what it was drawn to
 * @place: the place to use, whether snapped or not
 * @from: one end of the guide line that shows the reason
 * @to: other end of the guide line
 * @item: (nullable): object that gave the reason
 * @reason: (nullable): sentence such as "end of LED-2", translated; free with qp_snap_clear()
 */
typedef struct
{
  QpSnapType type;
  QpVec place;
  QpVec from;
  QpVec to;
  const QpItem *item;
  char *reason;
} QpSnap;

/**
 * QpSnapQuery:
 * @place: a place, metres
 * @from: where the line that ends at @place comes from; only with @has_from
 * @has_from: whether there is such a line
 * @ignored: (array length=n_ignored): objects that don't count, such as the ones being dragged
 * @n_ignored: how many
 * @suspended: whether snapping is off
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
} QpSnapQuery;

void qp_snap_clear (QpSnap *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QpSnap, qp_snap_clear)

double qp_snap_grid_step (const QpViewport *viewport);
void qp_snap_place (QpSnap *self, QpScene *scene, const QpViewport *viewport, const QpSnapQuery *query);
double qp_snap_angle (double heading_deg, gboolean suspended);

G_END_DECLS
