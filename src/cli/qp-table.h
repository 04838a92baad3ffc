/* qp-table.h: text in columns that line up, also with wide characters
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QpTable:
 *
 * Rows of cells that are printed once all widths are known.
 */
typedef struct _QpTable QpTable;

QpTable *qp_table_new (guint n_columns, const char *right_aligned);
void qp_table_free (QpTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QpTable, qp_table_free)
void qp_table_add (QpTable *self, const char *cell, ...) G_GNUC_NULL_TERMINATED;
void qp_table_print (QpTable *self, guint indent);

G_END_DECLS
