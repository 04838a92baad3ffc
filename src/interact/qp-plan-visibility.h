/* qp-plan-visibility.h: which layers of a plan are shown, and which can be taken hold of
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "interact/qp-tool.h"

G_BEGIN_DECLS

/**
 * QpKindMask:
 *
 * A set of kinds of objects: bit N is #QpKind N. Each kind of object is one layer of a plan.
 */
typedef guint32 QpKindMask;

#define QP_KIND_BIT(kind) ((QpKindMask) 1 << (kind))

const QpKind *qp_plan_layer_kinds (guint *n_kinds);
QpKindMask qp_plan_hidden_layers (const QpPlan *plan);
QpKindMask qp_plan_locked_layers (const QpPlan *plan);

QpReply *qp_command_hide_layer (const QpToolContext *context, QpKind kind, gboolean hidden);
QpReply *qp_command_lock_layer (const QpToolContext *context, QpKind kind, gboolean locked);

G_END_DECLS
