/* qp-cards-light.h: luminance and contrast as people look at them
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-estimate.h"

G_BEGIN_DECLS

GPtrArray *qp_cards_for_light (const QpEstimate *estimate);

G_END_DECLS
