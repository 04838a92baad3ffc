/* qp-map-hatch.h: inside the painters: hatching of the steps of a map
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "render/qp-paint-map.h"

G_BEGIN_DECLS

/** QP_MAP_ALPHA: how much of a plan beneath a map is covered */
#define QP_MAP_ALPHA 0.66

QpMapHatch qp_map_hatch (const QpMapScale *scale, guint step);
cairo_pattern_t *qp_map_hatch_pattern (cairo_t *cr, QpMapHatch hatch, const QpPlanStyle *style);

G_END_DECLS
