/* qp-shape-private.h: inside the engine: the two steps of finding a shape
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-shape.h"

G_BEGIN_DECLS

void qp_shape_lay_path (QpShape *self, const QpScreen *screen);
void qp_shape_cut (QpShape *self, const QpScreen *screen);

G_END_DECLS
