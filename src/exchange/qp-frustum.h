/* qp-frustum.h: what a content studio needs for a picture with depth, as JSON
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-depth.h"

G_BEGIN_DECLS

/** QP_FRUSTUM_VERSION: of the JSON; it rises when a field changes its meaning or goes, not when one is added */
#define QP_FRUSTUM_VERSION 1

QpVec3 qp_frustum_to_screen (const QpScreen *screen, const QpDepth *depth, QpVec3 place);
char *qp_frustum_to_json (const QpScreen *screen, const QpDepth *depth, const QpNode *plan);
gboolean qp_depth_require (const QpDepth *depth, const QpScreen *screen, GError **error);

G_END_DECLS
