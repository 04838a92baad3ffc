/* qp-xlsx.h: inside exchange: beginning and ending a spreadsheet, and its formats
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

struct lxw_workbook;
struct lxw_format;

/**
 * QpXlsx:
 * @path: the temporary file
 * @book: the workbook
 *
 * A spreadsheet that is made.
 */
typedef struct
{
  char *path;
  struct lxw_workbook *book;
} QpXlsx;

gboolean qp_xlsx_is_supported (void);
gboolean qp_xlsx_begin (QpXlsx *self, GError **error);
struct lxw_format *qp_xlsx_format (const QpXlsx *self, const char *number, gboolean bold, gboolean wrap);
struct lxw_format *qp_xlsx_gap_format (const QpXlsx *self);
GBytes *qp_xlsx_end (QpXlsx *self, GError **error);

G_END_DECLS
