/* qp-plan-trace.h: the lines on a recorded page, to be snapped to
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-segments.h"

#include <cairo.h>

G_BEGIN_DECLS

/** QP_PLAN_MAX_TRACED: most lines that are taken off a page */
#define QP_PLAN_MAX_TRACED 500000

GArray *qp_plan_trace (cairo_surface_t *recording, double units_per_mark);

G_END_DECLS
