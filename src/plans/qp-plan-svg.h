/* qp-plan-svg.h: SVG drawings: what is not let in, and the layers that programs draw on
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plans/qp-plan-content.h"

G_BEGIN_DECLS

GBytes *qp_svg_unpack (GBytes *bytes, GError **error);
gboolean qp_svg_check (const char *text, gsize size, GError **error);
gboolean qp_svg_may_be_huge (const char *text, gsize size);
char *qp_svg_layers (const char *text, gsize size, QpPlanContent *content, const char *hidden_layers);

G_END_DECLS
