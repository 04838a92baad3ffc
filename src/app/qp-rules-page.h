/* qp-rules-page.h: the verdicts of all screens, or of one, as a table
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/qp-figures-page.h"
#include "app/qp-verdict-model.h"

G_BEGIN_DECLS

#define QP_TYPE_RULES_PAGE (qp_rules_page_get_type ())
G_DECLARE_FINAL_TYPE (QpRulesPage, qp_rules_page, QP, RULES_PAGE, QpFiguresPage)

QpVerdictModel *qp_rules_page_model (QpRulesPage *self);
void qp_rules_page_show_screen (QpRulesPage *self, gboolean only, int outcome);
void qp_rules_page_search (QpRulesPage *self, const char *text);
void qp_rules_page_activate (QpRulesPage *self, guint position);
char *qp_rules_page_to_tsv (QpRulesPage *self);

G_END_DECLS
