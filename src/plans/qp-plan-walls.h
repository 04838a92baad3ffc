/* qp-plan-walls.h: lines of a drawing put together to outlines of walls
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plans/qp-plan-drawing.h"

G_BEGIN_DECLS

/**
 * QpPlanWall:
 * @points: (element-type QpPoint): its outline, micrometres on the plan
 * @closed: whether the last point is joined to the first
 * @shape: index of the shape of the drawing that it began with
 *
 * One outline.
 */
typedef struct
{
  GArray *points;
  gboolean closed;
  guint shape;
} QpPlanWall;

void qp_plan_wall_free (gpointer data);

GPtrArray *qp_plan_walls_new (const QpPlanDrawing *drawing, const char *layers, const gboolean *left_out, double scale,
                              QpVec offset);

G_END_DECLS
