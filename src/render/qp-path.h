/* qp-path.h: plan outlines as cairo paths, safe at any zoom
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "interact/qp-viewport.h"

#include <cairo.h>

G_BEGIN_DECLS

/** QP_PATH_FAR: pixels beyond which cairo's fixed-point numbers are not trusted; what is further is cut off */
#define QP_PATH_FAR 30000.0

void qp_path_area (cairo_t *cr, const QpViewport *viewport, const QpPoints *outline);
void qp_path_line (cairo_t *cr, const QpViewport *viewport, const QpPoints *outline, gboolean closed);
void qp_path_segment (cairo_t *cr, const QpViewport *viewport, QpVec a_px, QpVec b_px);
gboolean qp_path_is_near (const QpViewport *viewport, QpVec px);

G_END_DECLS
