/* qp-cells.h: which cells of a grid of cabinets are there
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* grids with more cells than this are taken as full */
#define QP_CELLS_MAX (64 * 1024 * 1024)

/**
 * QpCells:
 * @columns: cabinets across
 * @rows: cabinets down
 * @n: cells that are there
 * @bits: (nullable): a bit for each cell that is there, row by row from the top left; %NULL when all are
 *
 * A grid of cabinets, some of which may be missing.
 */
typedef struct
{
  guint columns;
  guint rows;
  guint64 n;
  guint8 *bits;
} QpCells;

void qp_cells_init (QpCells *self, guint columns, guint rows);
void qp_cells_clear (QpCells *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QpCells, qp_cells_clear)

gboolean qp_cells_has (const QpCells *self, guint column, guint row);
void qp_cells_set (QpCells *self, guint column, guint row, gboolean there);
guint qp_cells_remove (QpCells *self, const char *missing);
gboolean qp_cells_is_full (const QpCells *self);
char *qp_cells_missing (const QpCells *self);
void qp_cells_edges (const QpCells *self, gboolean closed, guint64 *beside, guint64 *above);

G_END_DECLS
