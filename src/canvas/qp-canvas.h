/* qp-canvas.h: the widget that shows a plan and is drawn on
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "interact/qp-stage.h"
#include "render/qp-map-overlay.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * QpCanvas:
 *
 * Shows a plan and lets it be edited. All that it knows is in its #QpStage (property `stage`), which also has the
 * commands, the selection, the tool, the viewport and the texts for a status line; see there for its signals.
 *
 * Signals:
 * - `activate`: Enter or a double click on the selection: show its properties
 * - `menu` (double x, double y): a context menu is asked for at this place of the widget
 * - `pointer-moved` (double x_m, double y_m): the pointer is over this place of the plan; NaN when it has left
 *
 * Actions on the widget: `canvas.copy`, `canvas.cut`, `canvas.paste`, `canvas.delete`, `canvas.duplicate`,
 * `canvas.select-all`, `canvas.zoom-in`, `canvas.zoom-out`, `canvas.zoom-fit`, `canvas.zoom-selection`,
 * `canvas.zoom-true` (1:1), `canvas.add-screen`, `canvas.properties`, `canvas.turn` (double degrees), `canvas.tool`
 * (string: select, screen, measure, pan).
 */
#define QP_TYPE_CANVAS (qp_canvas_get_type ())
G_DECLARE_FINAL_TYPE (QpCanvas, qp_canvas, QP, CANVAS, GtkWidget)

QpCanvas *qp_canvas_new (void);
QpStage *qp_canvas_get_stage (QpCanvas *self);
void qp_canvas_set_map (QpCanvas *self, QpMapOverlay *overlay);
void qp_canvas_set_dark (QpCanvas *self, gboolean dark);
gboolean qp_canvas_is_complete (QpCanvas *self);
void qp_canvas_copy (QpCanvas *self);
void qp_canvas_cut (QpCanvas *self);
void qp_canvas_paste (QpCanvas *self);

G_END_DECLS
