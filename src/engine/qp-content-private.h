/* qp-content-private.h: inside the engine: what the material of a project costs, for the content of a project and for its budget
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-budget-private.h"
#include "engine/qp-content-project.h"

G_BEGIN_DECLS

void qp_content_profile_init (QpContentProfile *self, const QpContent *content, const QpPriceBook *book);
void qp_content_profile_finish (QpContentProfile *self);
gint64 qp_content_minutes_per_year (double minutes_per_month);
QpContentProject *qp_content_production_new (const QpNode *root, const QpEngineContext *context, const QpPriceBook *book);

G_END_DECLS
