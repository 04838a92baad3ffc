/* qp-canvas-input.h: pointer, wheel and keys of a canvas, handed on to its stage
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "canvas/qp-canvas.h"

G_BEGIN_DECLS

void qp_canvas_add_input (QpCanvas *self);

/* what the input does not know how to do itself */
void qp_canvas_emit_menu (QpCanvas *self, double x, double y);
void qp_canvas_emit_pointer (QpCanvas *self);

G_END_DECLS
