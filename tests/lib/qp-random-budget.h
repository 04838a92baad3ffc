/* qp-random-budget.h: random projects of cost lines and sources of funds
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/qp-kinds.h"

G_BEGIN_DECLS

QpNode *qp_random_budget (GRand *rand);

G_END_DECLS
