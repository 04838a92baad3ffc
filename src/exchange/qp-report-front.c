/* qp-report-front.c: of the report, its cover, its summary and what it is based on
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "exchange/qp-report-private.h"

void
qp_report_cover (QpReportData *self, QpPages *pages)
{
  qp_pages_heading (pages, 1, _ ("Cover"));
}

void
qp_report_summary (QpReportData *self, QpPages *pages)
{
  qp_pages_heading (pages, 1, _ ("Summary"));
}

void
qp_report_basis (QpReportData *self, QpPages *pages)
{
  qp_pages_heading (pages, 1, _ ("Basis: policies and standards"));
}
