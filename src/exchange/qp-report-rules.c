/* qp-report-rules.c: of the report, how screens stand to rules, and which demands collide
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "exchange/qp-report-private.h"

void
qp_report_conformity (QpReportData *self, QpPages *pages)
{
  qp_pages_heading (pages, 1, _ ("Conformity"));
}

void
qp_report_conflicts (QpReportData *self, QpPages *pages)
{
  qp_pages_heading (pages, 1, _ ("Risks and conflicts"));
}
