/* qp-crop.h: what is seen of a plan background, as a polygon that can be reshaped
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "interact/qp-calibrate.h"

G_BEGIN_DECLS

GArray *qp_crop_of (const QpBackground *background, QpVec size);
gboolean qp_crop_is_rectangle (const GArray *crop);
void qp_crop_move_point (GArray *crop, guint index, QpVec to, gboolean alone);
void qp_crop_move_edge (GArray *crop, guint index, QpVec to);
gboolean qp_crop_remove_point (GArray *crop, guint index);

void qp_edits_add_crop (GPtrArray *edits, const QpBackground *background, const QpVec *units, guint n_units);

G_END_DECLS
