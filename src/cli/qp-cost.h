/* qp-cost.h: the parts of the cost command
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cli/qp-json.h"
#include "engine/qp-alternative.h"

G_BEGIN_DECLS

/* qp-cost-compare.c */
void qp_cost_print_comparison (GPtrArray *variants, const char *currency);
void qp_cost_write_comparison (QpJson *json, GPtrArray *variants, const char *currency);

G_END_DECLS
