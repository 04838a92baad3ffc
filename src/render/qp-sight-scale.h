/* qp-sight-scale.h: the scale and the picture of a measure of what is seen
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-sight-measure.h"
#include "render/qp-paint-map.h"

G_BEGIN_DECLS

void qp_sight_scale (QpMapScale *scale, const QpSightMeasure *measure, const QpValueGrid *values);
GPtrArray *qp_map_contours_new (const QpMapScale *scale, const QpValueGrid *values);

G_END_DECLS
