/* bench-project.h: projects of any size, the same each time, for measuring
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/qp-kinds.h"

G_BEGIN_DECLS

QpNode *bench_project_new (guint n_screens, guint per_plan);
QpNode *bench_project_plan (QpNode *project);

G_END_DECLS
