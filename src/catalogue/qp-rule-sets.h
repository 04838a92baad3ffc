/* qp-rule-sets.h: the rules that screens are held against, built in and of one's own
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "base/qp-finding.h"
#include "model/qp-kinds.h"

G_BEGIN_DECLS

GPtrArray *qp_rule_sets_load_builtin (QpFindings *findings, GError **error);
char *qp_rule_sets_user_folder (void);
void qp_rule_sets_add_folder (GPtrArray *sets, const char *folder, QpFindings *findings);
QpNode *qp_rule_set_read (GBytes *bytes, QpFindings *findings, GError **error);

G_END_DECLS
