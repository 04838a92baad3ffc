/* qp-facts.h: what was published about a screen, against itself and against the calculation
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-estimate.h"

G_BEGIN_DECLS

/** Up to 3 % two figures agree, up to 10 % they nearly do; more is a contradiction (our verdict rule). */
#define QP_FACTS_AGREE 0.03
#define QP_FACTS_NEARLY 0.10

char *qp_fact_label (const QpFact *fact, QpKind kind);
void qp_facts_check (const QpNode *node, QpFindings *findings);

G_END_DECLS
