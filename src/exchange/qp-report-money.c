/* qp-report-money.c: of the report, cost, funding, years and permits
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "exchange/qp-report-private.h"

void
qp_report_cost (QpReportData *self, QpPages *pages)
{
  qp_pages_heading (pages, 1, _ ("Cost and funding"));
}

void
qp_report_schedule (QpReportData *self, QpPages *pages)
{
  qp_pages_heading (pages, 1, _ ("Schedule and permits"));
}
