/* qp-paint-shape-icon.h: a small picture of each shape that a screen can have
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/qp-kinds.h"
#include "render/qp-style.h"

G_BEGIN_DECLS

void qp_paint_shape_icon (cairo_t *cr, double width, double height, QpScreenShape shape, const QpPlanStyle *style);

G_END_DECLS
