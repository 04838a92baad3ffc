/* qp-rule-conditions.h: inside the engine: what narrows a rule
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-rule-measures.h"

G_BEGIN_DECLS

typedef enum
{
  QP_WHEN_HOLDS,
  QP_WHEN_NOT,
  QP_WHEN_NOT_KNOWN,
} QpWhen;

gboolean qp_condition_is_fit (const char *text);
QpWhen qp_conditions_judge (const char *text, const QpRuleCase *screen, char **remark);

G_END_DECLS
