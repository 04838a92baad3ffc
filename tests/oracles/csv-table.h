/* csv-table.h: a table of facts in the memory of a test
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _CsvTable CsvTable;

CsvTable *csv_table_read (const char *path);
void csv_table_free (CsvTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsvTable, csv_table_free)

guint csv_table_n_rows (const CsvTable *self);
const char *csv_table_get (const CsvTable *self, guint row, const char *column);
double csv_table_get_number (const CsvTable *self, guint row, const char *column);

G_END_DECLS
