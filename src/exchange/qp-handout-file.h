/* qp-handout-file.h: documents made of tables as CSV, XLSX and PDF
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "exchange/qp-handout.h"

G_BEGIN_DECLS

/**
 * QpHandoutFormat:
 * @QP_HANDOUT_CSV: one table for programs
 * @QP_HANDOUT_XLSX: a spreadsheet, a sheet for each table
 * @QP_HANDOUT_PDF: pages
 *
 * How a document is written.
 */
typedef enum
{
  QP_HANDOUT_CSV,
  QP_HANDOUT_XLSX,
  QP_HANDOUT_PDF,
} QpHandoutFormat;

gboolean qp_handout_format_from_path (const char *path, QpHandoutFormat *format, GError **error);
GBytes *qp_handout_to_bytes (const QpHandout *self, QpHandoutFormat format, gboolean with_bom, const QpPlanWatch *watch, GError **error);

GBytes *qp_handout_to_csv (const QpHandout *self, gboolean with_bom);
GBytes *qp_handout_to_xlsx (const QpHandout *self, GError **error); /* qp-handout-xlsx.c */
GBytes *qp_handout_to_pdf (const QpHandout *self, const QpPlanWatch *watch, GError **error); /* qp-handout-pdf.c */

G_END_DECLS
