/* qp-audience.h: the ground that people stand or walk on, places on it, and how many are there when
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

/** QP_DAY_PARTS: morning, day, evening and night */
#define QP_DAY_PARTS 4

/**
 * QpDay:
 * @from: when each part of the day begins, minutes after midnight; it lasts until the next one does, the night until morning
 *
 * The parts of the day for which people are counted.
 */
typedef struct
{
  int from[QP_DAY_PARTS];
} QpDay;

void qp_day_init (QpDay *self, const QpProject *project);
const char *qp_day_part_key (guint part);
const char *qp_day_part_name (guint part);
double qp_day_hours (const QpDay *self, guint part, const QpScreen *screen);

const QpAudience *qp_audience_next (QpNodeIter *iter);
double qp_audience_ground (const QpAudience *self);
double qp_audience_walk_s (const QpAudience *self);
double qp_audience_stay_s (const QpAudience *self);
double qp_audience_people_per_h (const QpAudience *self, guint part);
double qp_audience_minutes (const QpAudience *self, const QpDay *day, const QpScreen *screen);
QpVec3 qp_audience_eye (const QpAudience *self, QpVec place);
GArray *qp_audience_places (const QpAudience *self, double step_m, guint most, guint cells_most);

G_END_DECLS
