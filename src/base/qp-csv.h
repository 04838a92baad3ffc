/* qp-csv.h: tables as text, RFC 4180
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** QP_CSV_BOM: what a spreadsheet needs at the start of a file to take it for UTF-8 */
#define QP_CSV_BOM "\xef\xbb\xbf"

void qp_csv_append (GString *out, const char *cell);
void qp_csv_end_row (GString *out);

/**
 * QpCsvReader:
 * @at: what is read next
 * @end: end of the text
 * @separator: comma or semicolon
 * @line: line of the next row, from 1
 *
 * Reads a text row by row.
 */
typedef struct
{
  const char *at;
  const char *end;
  char separator;
  int line;
} QpCsvReader;

void qp_csv_reader_init (QpCsvReader *self, const char *text, gsize length);
GPtrArray *qp_csv_reader_next (QpCsvReader *self, int *line);

G_END_DECLS
