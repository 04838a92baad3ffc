/* qp-report-words.h: values as the sections of the report write them
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "render/qp-pages.h"

G_BEGIN_DECLS

const char *qp_report_text (const char *text);
char *qp_report_number (double value, guint decimals, const char *unit);
char *qp_report_count (guint count);
char *qp_report_integer (gint64 value);
char *qp_report_length (gint64 um);
char *qp_report_clock (gint64 minutes);
void qp_report_name_unknown (GString *unknown, const char *label);
void qp_report_tell_unknown (QpPages *pages, const GString *unknown);

G_END_DECLS
