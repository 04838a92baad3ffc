/* qp-paint-decorations.h: what moves over a plan: selection, handles, guides, ghosts and measures
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "interact/qp-decoration.h"
#include "interact/qp-viewport.h"
#include "render/qp-style.h"

G_BEGIN_DECLS

#define QP_HANDLE_PX 9.0 /* diameter of a handle */

void qp_paint_decorations (cairo_t *cr, const QpViewport *viewport, const GPtrArray *decorations,
                           const QpPlanStyle *style);

G_END_DECLS
