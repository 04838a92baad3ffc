/* qp-snap-private.h: what the files of snapping share
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "interact/qp-snap.h"

G_BEGIN_DECLS

/**
 * QpSnapSearch:
 * @best: the best so far
 * @distance: how far that is from the asked place, metres
 * @other: (nullable): second object of the reason
 * @tolerance: how far anything may be, metres
 * @px: size of a pixel, metres
 *
 * A question on its way to an answer.
 */
typedef struct
{
  QpSnap *best;
  double distance;
  const QpItem *other;
  QpScene *scene;
  const QpSnapQuery *query;
  QpBox view;
  double tolerance;
  double px;
} QpSnapSearch;

/**
 * QpSnapAxis:
 * @found: whether there is anything
 * @shift: how far what is moved must go along the axis, metres
 * @item: what it comes into line with
 * @feature: a place of that
 * @probe: how far from the asked place the edge or middle that comes into line is, along the axis
 * @is_spacing: whether it is an equal gap
 * @gap: the gap, metres
 * @gaps: the equal gaps, along the axis, once it has gone there
 *
 * What was found along one axis.
 */
typedef struct
{
  gboolean found;
  double shift;
  const QpItem *item;
  QpVec feature;
  double probe;
  gboolean is_spacing;
  double gap;
  double gaps[2][2];
} QpSnapAxis;

gboolean qp_snap_offer (QpSnapSearch *search, const QpItem *item, QpSnapType type, QpVec candidate, QpVec from,
                        QpVec to);
void qp_snap_add_guide (QpSnap *self, QpVec a, QpVec b, gboolean gap);
gboolean qp_snap_ignores (const QpSnapQuery *query, const QpItem *item);
void qp_snap_offer_points (QpSnapSearch *search, QpScene *scene);
void qp_snap_offer_extensions (QpSnapSearch *search, QpScene *scene);
void qp_snap_align (QpSnapSearch *search);
void qp_snap_spacing (QpSnapSearch *search, QpScene *scene, guint axis, QpBox box, QpSnapAxis *found);
guint qp_snap_look (QpSnapSearch *search, QpScene *scene, QpBox strip, guint along, const QpItem **items, guint room);

/* x or y of a place, and the ends of a box along that axis */
static inline double
qp_vec_along (QpVec place, guint axis)
{
  return axis == 0 ? place.x : place.y;
}

static inline double
qp_box_low (QpBox box, guint axis)
{
  return axis == 0 ? box.x0 : box.y0;
}

static inline double
qp_box_high (QpBox box, guint axis)
{
  return axis == 0 ? box.x1 : box.y1;
}

G_END_DECLS
