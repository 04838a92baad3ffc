/* qp-plan-preview.h: a plan that may be imported, as it would look
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plans/qp-plan-source.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * QpPlanPreview:
 *
 * Draws a plan with the layers and walls that are chosen, in a thread. Emits `drawn` when the picture and the figures
 * belong to what was chosen last.
 */
#define QP_TYPE_PLAN_PREVIEW (qp_plan_preview_get_type ())
G_DECLARE_FINAL_TYPE (QpPlanPreview, qp_plan_preview, QP, PLAN_PREVIEW, GtkWidget)

void qp_plan_preview_show (QpPlanPreview *self, QpPlanSource *source, const QpPlanImport *import);
gboolean qp_plan_preview_is_drawn (QpPlanPreview *self);
void qp_plan_preview_size (QpPlanPreview *self, double *width_m, double *height_m);
guint qp_plan_preview_n_obstacles (QpPlanPreview *self);

G_END_DECLS
