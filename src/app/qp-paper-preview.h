/* qp-paper-preview.h: a page of a drawing as it will come out of the printer
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/qp-paper-choice.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define QP_TYPE_PAPER_PREVIEW (qp_paper_preview_get_type ())
G_DECLARE_FINAL_TYPE (QpPaperPreview, qp_paper_preview, QP, PAPER_PREVIEW, GtkWidget)

void qp_paper_preview_show (QpPaperPreview *self, const QpPaperChoice *choice, guint page);
gboolean qp_paper_preview_is_drawn (QpPaperPreview *self);
guint qp_paper_preview_pages (QpPaperPreview *self);
double qp_paper_preview_ratio (QpPaperPreview *self);
const char *qp_paper_preview_error (QpPaperPreview *self);

G_END_DECLS
