/* qp-figures-view.h: what is known of the screens in figures, a page for each question
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/qp-project-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define QP_TYPE_FIGURES_VIEW (qp_figures_view_get_type ())
G_DECLARE_FINAL_TYPE (QpFiguresView, qp_figures_view, QP, FIGURES_VIEW, GtkWidget)

void qp_figures_view_set_session (QpFiguresView *self, QpProjectSession *session);
void qp_figures_view_show_page (QpFiguresView *self, const char *name);
GtkWidget *qp_figures_view_page (QpFiguresView *self, const char *name);

G_END_DECLS
