/* qp-history.h: the steps that can be undone and redone, within a limit of memory
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/qp-node.h"

G_BEGIN_DECLS

typedef struct _QpHistory QpHistory;

/**
 * QpDirection:
 *
 * Which way to travel through the steps.
 */
typedef enum
{
  QP_HISTORY_UNDO,
  QP_HISTORY_REDO,
  QP_N_DIRECTIONS,
} QpDirection;

QpHistory *qp_history_new (void);
void qp_history_free (QpHistory *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QpHistory, qp_history_free)

void qp_history_push (QpHistory *self, QpNode *before, QpNode *after, const char *label);
void qp_history_forget_redo (QpHistory *self);
QpNode *qp_history_travel (QpHistory *self, QpDirection direction, QpNode *present);
guint qp_history_length (const QpHistory *self, QpDirection direction);
const char *qp_history_label (const QpHistory *self, QpDirection direction);
void qp_history_set_memory_limit (QpHistory *self, gsize bytes);

G_END_DECLS
