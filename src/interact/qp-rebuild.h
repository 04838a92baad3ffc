/* qp-rebuild.h: a screen made of other cabinets, or of another number of them
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/qp-document.h"

G_BEGIN_DECLS

QpNode *qp_screen_rebuilt (QpNode *screen, const char *cabinet, gint64 columns, gint64 rows);
void qp_edits_add_rebuilding (GPtrArray *edits, const QpNode *screen, const QpNode *rebuilt);

G_END_DECLS
