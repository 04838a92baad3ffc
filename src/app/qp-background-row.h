/* qp-background-row.h: one background of a plan in the list: shown, locked, how strong, and what can be done with it
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/qp-project-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define QP_TYPE_BACKGROUND_ROW (qp_background_row_get_type ())
G_DECLARE_FINAL_TYPE (QpBackgroundRow, qp_background_row, QP, BACKGROUND_ROW, GtkWidget)

GtkWidget *qp_background_row_new (QpProjectSession *session, QpId id);
QpId qp_background_row_id (QpBackgroundRow *self);
void qp_background_row_refresh (QpBackgroundRow *self, gboolean first, gboolean last);

G_END_DECLS
