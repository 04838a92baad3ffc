/* qp-report-site.c: of the report, the city, its sites, and who looks
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "exchange/qp-report-private.h"

void
qp_report_sites (QpReportData *self, QpPages *pages)
{
  qp_pages_heading (pages, 1, _ ("City and sites"));
}

void
qp_report_audience (QpReportData *self, QpPages *pages)
{
  qp_pages_heading (pages, 1, _ ("Audience and viewing"));
}
