/* qp-grid.h: a uniform grid that finds items by place
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "interact/qp-scene.h"

G_BEGIN_DECLS

/**
 * QpGrid2d:
 *
 * Items in the cells that their bounds touch. Made for the extent and the number of items that there are; still
 * right, though slower, when they have become others.
 */
typedef struct _QpGrid2d QpGrid2d;

QpGrid2d *qp_grid2d_new (QpBox extent, guint n_expected);
void qp_grid2d_free (QpGrid2d *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QpGrid2d, qp_grid2d_free)

void qp_grid2d_add (QpGrid2d *self, QpItem *item);
void qp_grid2d_remove (QpGrid2d *self, QpItem *item);
gboolean qp_grid2d_fits (const QpGrid2d *self, guint n_items);
gboolean qp_grid2d_walk (QpGrid2d *self, QpBox box, guint32 stamp, gboolean (*visit) (QpItem *, gpointer), gpointer data);

G_END_DECLS
