/* qp-verdict-model.h: verdicts as the rows of a table: which are shown, and in which order
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/qp-project-session.h"

G_BEGIN_DECLS

/**
 * QpVerdictRow:
 *
 * One screen and one rule.
 */
#define QP_TYPE_VERDICT_ROW (qp_verdict_row_get_type ())
G_DECLARE_FINAL_TYPE (QpVerdictRow, qp_verdict_row, QP, VERDICT_ROW, GObject)

QpId qp_verdict_row_screen (QpVerdictRow *self);
guint qp_verdict_row_rule (QpVerdictRow *self);

/**
 * QpVerdictOrder:
 * @QP_ORDER_OUTCOME: what fails first
 * @QP_ORDER_SCREEN: by the names of the screens
 * @QP_ORDER_RULE: as the sets have them
 *
 * What the rows are sorted by; what is equal stays by outcome, screen and rule.
 */
typedef enum
{
  QP_ORDER_OUTCOME,
  QP_ORDER_SCREEN,
  QP_ORDER_RULE,
} QpVerdictOrder;

/**
 * QpVerdictFilter:
 * @outcomes: a bit for each outcome that is shown
 * @set: number of the set that is shown; -1: all
 * @only: the screen that is shown, or none for all
 * @text: (nullable): what the name of the screen, of the rule, its key or its set has to hold
 * @order: what the rows are sorted by
 * @descending: whether the other way round
 *
 * What is shown.
 */
typedef struct
{
  guint outcomes;
  int set;
  QpId only;
  const char *text;
  QpVerdictOrder order;
  gboolean descending;
} QpVerdictFilter;

#define QP_TYPE_VERDICT_MODEL (qp_verdict_model_get_type ())
G_DECLARE_FINAL_TYPE (QpVerdictModel, qp_verdict_model, QP, VERDICT_MODEL, GObject)

QpVerdictModel *qp_verdict_model_new (void);
void qp_verdict_model_fill (QpVerdictModel *self, QpProjectSession *session, const QpVerdictFilter *filter);
const guint *qp_verdict_model_counts (QpVerdictModel *self);
guint qp_verdict_model_n_waiting (QpVerdictModel *self);
guint qp_verdict_model_find (QpVerdictModel *self, QpId screen, guint rule);

G_END_DECLS
