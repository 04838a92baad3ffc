/* qp-plan-segments.h: the lines of a drawing, to be snapped to
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-segments.h"
#include "plans/qp-plan-layer.h"

G_BEGIN_DECLS

gboolean qp_plan_layer_has_segments (const QpPlanLayer *self);
QpSegments *qp_plan_layer_segments (QpPlanLayer *self, const char *hidden_layers);

G_END_DECLS
