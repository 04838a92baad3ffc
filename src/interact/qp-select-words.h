/* qp-select-words.h: what is said, and how the pointer looks, while things are selected
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "interact/qp-tool.h"

G_BEGIN_DECLS

char *qp_select_outline_status (const QpToolContext *context, const QpItem *item);
const char *qp_select_shape_hint (QpPart part);
const char *qp_select_resize_cursor (const QpToolContext *context, QpId id);

G_END_DECLS
