/* qp-verdicts.h: how the screens of a document stand to the rules, judged in a thread and kept
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/qp-estimate-cache.h"
#include "app/qp-rule-book.h"
#include "engine/qp-conflicts.h"

G_BEGIN_DECLS

/**
 * QpVerdictSummary:
 * @n: how many rules have each outcome
 * @n_binding: how many of those that fail have to be met
 * @n_open: how many conflicts are open
 * @outcomes: the outcome of each rule of the book
 *
 * All that is kept of one screen.
 */
typedef struct
{
  guint n[QP_N_RULE_OUTCOMES];
  guint n_binding;
  guint n_open;
  const guint8 *outcomes;
} QpVerdictSummary;

#define QP_TYPE_VERDICTS (qp_verdicts_get_type ())
G_DECLARE_FINAL_TYPE (QpVerdicts, qp_verdicts, QP, VERDICTS, GObject)

QpVerdicts *qp_verdicts_new (QpDocument *document, QpEstimateCache *estimates);
QpRuleBook *qp_verdicts_book (QpVerdicts *self);
void qp_verdicts_set_book (QpVerdicts *self, QpRuleBook *book);
gboolean qp_verdicts_summary (QpVerdicts *self, QpId screen, QpVerdictSummary *summary);
GPtrArray *qp_verdicts_judge (QpVerdicts *self, QpNode *screen);
GPtrArray *qp_verdicts_conflicts (QpVerdicts *self, QpNode *screen);
QpMark qp_verdicts_mark (QpVerdicts *self, QpNode *node);
char *qp_verdicts_failed_names (QpVerdicts *self, QpNode *screen, guint most);
gboolean qp_verdicts_is_busy (QpVerdicts *self);

G_END_DECLS
