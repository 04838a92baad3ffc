/* qp-view-area.h: the view from a place as a picture in the window: drag to turn the head, scroll to look closer
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/qp-view-job.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define QP_TYPE_VIEW_AREA (qp_view_area_get_type ())
G_DECLARE_FINAL_TYPE (QpViewArea, qp_view_area, QP, VIEW_AREA, GtkWidget)

void qp_view_area_show (QpViewArea *self, QpNode *plan, QpCatalogue *catalogue, const QpGaze *gaze, gboolean night);
void qp_view_area_clear (QpViewArea *self);
const QpGaze *qp_view_area_gaze (QpViewArea *self);
const QpViewResult *qp_view_area_result (QpViewArea *self);
gboolean qp_view_area_is_drawn (QpViewArea *self);
gboolean qp_view_area_wanted (QpViewArea *self, guint width, QpViewWanted *wanted);

G_END_DECLS
