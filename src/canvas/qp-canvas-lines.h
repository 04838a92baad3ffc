/* qp-canvas-lines.h: the lines of backgrounds are got ready to be snapped to
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "interact/qp-stage.h"
#include "plans/qp-plan-layer.h"

G_BEGIN_DECLS

/**
 * QpCanvasLines:
 *
 * For each background of vectors the index of its lines, which a thread builds once the file is decoded.
 */
typedef struct _QpCanvasLines QpCanvasLines;

QpCanvasLines *qp_canvas_lines_new (void (*ready) (gpointer), gpointer data);
void qp_canvas_lines_free (QpCanvasLines *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QpCanvasLines, qp_canvas_lines_free)
void qp_canvas_lines_tell (QpCanvasLines *self, QpStage *stage, QpPlanLayer *layer, const QpBackground *background);

G_END_DECLS
