/* qp-audience.h: the ground that people stand or walk on, and places on it
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-geometry.h"
#include "engine/qp-space.h"
#include "model/qp-kinds.h"

G_BEGIN_DECLS

/** QP_AUDIENCE_EYE_M: eye height of somebody who stands, where none is given, metres */
#define QP_AUDIENCE_EYE_M 1.6
/** QP_AUDIENCE_PATH_M: width of a path, where audiences count by their ground, metres */
#define QP_AUDIENCE_PATH_M 1.0

const QpAudience *qp_audience_next (QpNodeIter *iter);
double qp_audience_ground (const QpAudience *self);
double qp_audience_walk_s (const QpAudience *self);
QpVec3 qp_audience_eye (const QpAudience *self, QpVec place);
GArray *qp_audience_places (const QpAudience *self, double step_m, guint most, guint cells_most);

G_END_DECLS
