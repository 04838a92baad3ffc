/* qp-cell-tint.h: the tint of a cabinet in pixel maps, on the screen and in files
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-shape.h"

G_BEGIN_DECLS

guint32 qp_cell_tint (const QpShape *shape, guint column, guint row);

G_END_DECLS
