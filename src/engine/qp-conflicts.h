/* qp-conflicts.h: which colliding demands meet on a screen, and the way out
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "catalogue/qp-conflict-list.h"
#include "engine/qp-rules.h"

G_BEGIN_DECLS

/**
 * QpConflictState:
 * @QP_CONFLICT_OPEN: both demands hold for the screen, and it does not meet both
 * @QP_CONFLICT_NOT_KNOWN: both demands hold for it, and too little is known to say whether it meets both
 * @QP_CONFLICT_SOLVED: both demands hold for it, and the way out was taken
 */
typedef enum
{
  QP_CONFLICT_OPEN,
  QP_CONFLICT_NOT_KNOWN,
  QP_CONFLICT_SOLVED,
  QP_N_CONFLICT_STATES,
} QpConflictState;

/**
 * QpConflictCase:
 * @conflict: (transfer none): the conflict
 * @state: how the screen stands in it
 * @first: what the first side says, with its number
 * @second: what the second side says, with its number
 * @way_out: what to do
 *
 * A conflict that a screen is in.
 */
typedef struct
{
  const QpConflict *conflict;
  QpConflictState state;
  char *first;
  char *second;
  char *way_out;
} QpConflictCase;

const char *qp_conflict_state_label (QpConflictState state);
const char *qp_conflict_name (const QpConflict *conflict);
void qp_conflict_case_free (QpConflictCase *self);
GPtrArray *qp_conflicts_find (GPtrArray *conflicts, GPtrArray *verdicts, const QpScreen *screen, const QpEngineContext *context);

G_END_DECLS
