/* qp-look-row.h: what is seen of one screen: grade, share, and figures that unfold
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/qp-view-job.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define QP_TYPE_LOOK_ROW (qp_look_row_get_type ())
G_DECLARE_FINAL_TYPE (QpLookRow, qp_look_row, QP, LOOK_ROW, AdwExpanderRow)

GtkWidget *qp_look_row_new (GtkWidget *popover_parent);
void qp_look_row_show (QpLookRow *self, const QpViewLook *look, QpVec3 eye);

G_END_DECLS
