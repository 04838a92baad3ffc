/* qp-random.h: random documents over the tables, for property tests
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/qp-kinds.h"

G_BEGIN_DECLS

QpId qp_random_id (GRand *rand);
QpValue qp_random_value (GRand *rand, const QpField *field);
QpNode *qp_random_node (GRand *rand, QpKind kind);
QpNode *qp_random_document (GRand *rand, QpKind root_kind, guint n_nodes);

G_END_DECLS
