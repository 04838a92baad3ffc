/* qp-paint-viewing.h: the cone from which a screen is seen, and its named distances as arcs
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "interact/qp-scene.h"
#include "interact/qp-viewport.h"
#include "render/qp-labels.h"

G_BEGIN_DECLS

#define QP_VIEWING_MAX_DISTANCES 8

/**
 * QpViewingDistance:
 * @metres: distance from the face
 * @label: what it is, with the rule's name: "nearest, GB 50464"; borrowed
 * @dashed: whether the arc is dashed: a distance that is wished for and not required
 */
typedef struct
{
  double metres;
  const char *label;
  gboolean dashed;
} QpViewingDistance;

/**
 * QpViewing:
 * @item: the screen
 * @angle_deg: whole horizontal viewing angle; NaN when not known: 120° is drawn then, paler
 * @reach_m: how far the cone reaches; NaN: as far as the furthest distance
 * @n_distances: how many of @distances there are
 *
 * From where one screen is looked at. Plain data, so that painters need no calculation.
 */
typedef struct
{
  const QpItem *item;
  double angle_deg;
  double reach_m;
  guint n_distances;
  QpViewingDistance distances[QP_VIEWING_MAX_DISTANCES];
} QpViewing;

void qp_viewing_init (QpViewing *self, const QpItem *item);
void qp_viewing_add (QpViewing *self, double metres, const char *label, gboolean dashed);
QpBox qp_viewing_box (const QpViewing *self);
void qp_paint_viewing (cairo_t *cr, const QpViewport *viewport, const QpViewing *viewing, const QpPlanStyle *style);
void qp_viewing_add_labels (const QpViewing *self, const QpViewport *viewport, const QpPlanStyle *style,
                            QpLabels *labels);

G_END_DECLS
