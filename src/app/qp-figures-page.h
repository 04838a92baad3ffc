/* qp-figures-page.h: a page of the Figures view: follows the project while somebody looks at it
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/qp-project-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define QP_TYPE_FIGURES_PAGE (qp_figures_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (QpFiguresPage, qp_figures_page, QP, FIGURES_PAGE, GtkWidget)

/**
 * QpFiguresPageClass:
 * @parent_class: the parent
 * @refresh: shows the project as it is now; called only while the page is mapped and has a session
 * @leave: (nullable): nobody looks any more, or another project comes: what is being computed can be dropped
 *
 * A page overrides @refresh, and has "QpFiguresPage" as parent in its template.
 */
struct _QpFiguresPageClass
{
  GtkWidgetClass parent_class;
  void (*refresh) (QpFiguresPage *self);
  void (*leave) (QpFiguresPage *self);
};

void qp_figures_page_set_session (QpFiguresPage *self, QpProjectSession *session);
QpProjectSession *qp_figures_page_session (QpFiguresPage *self);
QpNode *qp_figures_page_screen (QpFiguresPage *self);
void qp_figures_page_queue_refresh (QpFiguresPage *self);
gboolean qp_figures_page_is_waiting (QpFiguresPage *self);

G_END_DECLS
