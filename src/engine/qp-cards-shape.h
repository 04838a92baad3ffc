/* qp-cards-shape.h: what a shape that is not flat adds to the results, and what may be wrong with it
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-estimate.h"

G_BEGIN_DECLS

QpCard *qp_card_for_shape (const QpScreen *screen, const QpEstimate *estimate, const QpEngineContext *context);
char *qp_zone_shares (const QpScreen *screen, const QpCatalogue *catalogue, guint *n_zones);
char *qp_shape_problem (const QpScreen *screen);
char *qp_missing_cells_problem (const QpScreen *screen);
void qp_shape_check (const QpScreen *screen, const QpEstimate *estimate, const QpEngineContext *context, const char *name,
                     QpFindings *findings);

G_END_DECLS
