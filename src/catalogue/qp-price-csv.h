/* qp-price-csv.h: price books as tables
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "base/qp-finding.h"
#include "model/qp-node.h"

G_BEGIN_DECLS

gboolean qp_price_csv_looks_like (GBytes *bytes);
QpNode *qp_price_csv_read (GBytes *bytes, QpFindings *findings, GError **error);
GHashTable *qp_price_csv_lines (GBytes *bytes);

G_END_DECLS
