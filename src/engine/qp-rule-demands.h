/* qp-rule-demands.h: inside the engine: a measured quantity against the demand of a rule
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-rule-measures.h"

G_BEGIN_DECLS

char *qp_demand_text (const QpRule *rule);
char *qp_demand_measured (const QpRule *rule, const QpMeasure *measure);
QpRuleOutcome qp_demand_judge (const QpRule *rule, const QpMeasure *measure, const QpRuleCase *screen, char **remark);
void qp_demand_check (const QpRule *rule, QpFindings *findings);

G_END_DECLS
