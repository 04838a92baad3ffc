/* qp-tool-palette.h: the tools that a plan is drawn with, as buttons over it
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "interact/qp-stage.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * QpToolPalette:
 *
 * The buttons follow `win.tool`; that for obstacles stands for the shape drawn last.
 */
#define QP_TYPE_TOOL_PALETTE (qp_tool_palette_get_type ())
G_DECLARE_FINAL_TYPE (QpToolPalette, qp_tool_palette, QP, TOOL_PALETTE, GtkWidget)

void qp_tool_palette_follow (QpToolPalette *self, QpToolType tool);

G_END_DECLS
