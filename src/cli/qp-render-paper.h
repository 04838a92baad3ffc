/* qp-render-paper.h: a drawing on pages of paper, for the render command
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "exchange/qp-drawing.h"
#include "render/qp-paper.h"

G_BEGIN_DECLS

gboolean qp_render_paper (const QpDrawing *drawing, const QpDrawingPaper *paper, QpDrawingFormat format, const char *output);

G_END_DECLS
