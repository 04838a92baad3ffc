/* qp-canvas-viewing.h: from where the selected screen is looked at
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "interact/qp-stage.h"
#include "render/qp-paint-viewing.h"

G_BEGIN_DECLS

gboolean qp_canvas_viewing (QpStage *stage, QpViewing *viewing);

G_END_DECLS
