/* qp-canvas-base.h: the plan at rest: pictures from tiles, or painted directly when there is little
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "interact/qp-stage.h"
#include "render/qp-map-overlay.h"
#include "render/qp-style.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define QP_TYPE_CANVAS_BASE (qp_canvas_base_get_type ())
G_DECLARE_FINAL_TYPE (QpCanvasBase, qp_canvas_base, QP, CANVAS_BASE, GtkWidget)

GtkWidget *qp_canvas_base_new (QpStage *stage);
void qp_canvas_base_set_style (QpCanvasBase *self, const QpPlanStyle *style);
void qp_canvas_base_set_map (QpCanvasBase *self, QpMapOverlay *overlay);
gboolean qp_canvas_base_is_complete (QpCanvasBase *self);

G_END_DECLS
