/* qp-reshape.h: what a screen becomes when a handle of its shape is somewhere else
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "interact/qp-scene.h"

G_BEGIN_DECLS

QpNode *qp_screen_reshaped (QpNode *screen, const QpCatalogue *catalogue, QpPart part, guint index, QpVec at,
                            gboolean freely);
QpNode *qp_screen_converted (QpNode *screen, const QpCatalogue *catalogue, QpScreenShape shape);
void qp_edits_add_conversion (GPtrArray *edits, QpNode *screen, const QpCatalogue *catalogue, QpScreenShape shape);

G_END_DECLS
