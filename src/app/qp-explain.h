/* qp-explain.h: the answer to "how was this computed?", in a popover
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/qp-project-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define QP_TYPE_EXPLAIN (qp_explain_get_type ())
G_DECLARE_FINAL_TYPE (QpExplain, qp_explain, QP, EXPLAIN, GtkWidget)

GtkWidget *qp_explain_new (QpProjectSession *session, QpId screen);
void qp_explain_show (QpExplain *self, guint quantity);
void qp_explain_popup (GtkWidget *parent, GtkWidget *button, QpProjectSession *session, QpId screen, guint quantity);
void qp_explain_popup_told (GtkWidget *parent, GtkWidget *button, const QpExplanation *told);

G_END_DECLS
