/* qp-report-content.c: of the report, what is played, and that it is safe
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "exchange/qp-report-private.h"

void
qp_report_content (QpReportData *self, QpPages *pages)
{
  qp_pages_heading (pages, 1, _ ("Content and playout safety"));
}
