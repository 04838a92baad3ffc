/* qp-sight-mask.h: inside the engine: a bit for each cell of a grid of viewers
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-sight.h"

G_BEGIN_DECLS

typedef struct
{
  const QpSightGrid *grid;
  guint words; /* of a row */
  guint64 *bits;
} QpSightMask;

void qp_sight_mask_init (QpSightMask *self, const QpSightGrid *grid);
void qp_sight_mask_clear (QpSightMask *self);
void qp_sight_mask_set_outline (QpSightMask *self, const GArray *outline);
void qp_sight_mask_fill_quad (QpSightMask *self, const QpVec corners[4], gboolean on);

G_END_DECLS
