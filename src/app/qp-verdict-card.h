/* qp-verdict-card.h: how the selected screen stands to the rules, in four numbers
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/qp-project-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define QP_TYPE_VERDICT_CARD (qp_verdict_card_get_type ())
G_DECLARE_FINAL_TYPE (QpVerdictCard, qp_verdict_card, QP, VERDICT_CARD, GtkWidget)

GtkWidget *qp_verdict_card_new (void);
void qp_verdict_card_show (QpVerdictCard *self, QpProjectSession *session, QpNode *screen);

G_END_DECLS
