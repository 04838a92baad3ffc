/* qp-sight-legend.h: the legend of the map that lies over the plan
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/qp-sight-control.h"
#include "canvas/qp-canvas.h"

G_BEGIN_DECLS

void qp_sight_legend_follow (GtkDrawingArea *area, QpSightControl *control, QpCanvas *canvas);

G_END_DECLS
