/* qp-canvas-overlay.h: what moves over the plan: selection, handles, guides, and what is being dragged
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "interact/qp-stage.h"
#include "render/qp-style.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define QP_TYPE_CANVAS_OVERLAY (qp_canvas_overlay_get_type ())
G_DECLARE_FINAL_TYPE (QpCanvasOverlay, qp_canvas_overlay, QP, CANVAS_OVERLAY, GtkWidget)

GtkWidget *qp_canvas_overlay_new (QpStage *stage);
void qp_canvas_overlay_set_style (QpCanvasOverlay *self, const QpPlanStyle *style);

G_END_DECLS
