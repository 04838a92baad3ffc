/* qp-quantity-text.h: results with unit and currency, in a size that can be read
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-estimate.h"

G_BEGIN_DECLS

char *qp_quantity_text (guint quantity, double value, const QpProject *project);

G_END_DECLS
