/* qp-results.h: the results of a screen: cards, and all of them by group
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/qp-project-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define QP_TYPE_RESULTS (qp_results_get_type ())
G_DECLARE_FINAL_TYPE (QpResults, qp_results, QP, RESULTS, GtkWidget)

GtkWidget *qp_results_new (QpProjectSession *session);
void qp_results_show (QpResults *self, QpNode *screen);
guint qp_results_n_cards (QpResults *self);
char *qp_results_to_tsv (const QpEstimate *estimate);

G_END_DECLS
