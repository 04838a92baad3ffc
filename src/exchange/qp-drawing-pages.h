/* qp-drawing-pages.h: a drawing on pages of paper, to scale: for preview, printer and file
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "exchange/qp-drawing.h"
#include "plans/qp-plan-source.h"
#include "render/qp-paper.h"

G_BEGIN_DECLS

/**
 * QpDrawingPages:
 *
 * The pages of a drawing. Belongs to one thread.
 */
typedef struct _QpDrawingPages QpDrawingPages;

QpDrawingPages *qp_drawing_pages_new (const QpDrawing *drawing, const QpDrawingPaper *paper, const char *today, GError **error);
void qp_drawing_pages_free (QpDrawingPages *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QpDrawingPages, qp_drawing_pages_free)

guint qp_drawing_pages_count (const QpDrawingPages *self);
double qp_drawing_pages_ratio (const QpDrawingPages *self);
const QpPaperLayout *qp_drawing_pages_layout (const QpDrawingPages *self);
void qp_drawing_pages_paint (const QpDrawingPages *self, guint page, cairo_t *cr);

GBytes *qp_drawing_pages_to_pdf (const QpDrawingPages *self, const QpPlanWatch *watch, GError **error);
char *qp_drawing_pages_path (const QpDrawingPages *self, guint page, const char *path);
GBytes *qp_drawing_pages_to_bytes (const QpDrawingPages *self, QpDrawingFormat format, GError **error);
gboolean qp_drawing_pages_write (const QpDrawingPages *self, QpDrawingFormat format, const char *path, const QpPlanWatch *watch,
                                 GError **error);

G_END_DECLS
