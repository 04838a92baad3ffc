/* qp-totals-box.h: the sums over all screens, as a small table
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/qp-project-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define QP_TYPE_TOTALS_BOX (qp_totals_box_get_type ())
G_DECLARE_FINAL_TYPE (QpTotalsBox, qp_totals_box, QP, TOTALS_BOX, GtkWidget)

GtkWidget *qp_totals_box_new (void);
void qp_totals_box_set_session (QpTotalsBox *self, QpProjectSession *session);
void qp_totals_box_set_node (QpTotalsBox *self, QpId id, const char *heading);
void qp_totals_box_set_brief (QpTotalsBox *self, gboolean brief);

G_END_DECLS
