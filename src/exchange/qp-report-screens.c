/* qp-report-screens.c: of the report, the screens, their signals, structure and power
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "exchange/qp-report-private.h"

void
qp_report_screens (QpReportData *self, QpPages *pages)
{
  qp_pages_heading (pages, 1, _ ("Screens"));
}

void
qp_report_signal (QpReportData *self, QpPages *pages)
{
  qp_pages_heading (pages, 1, _ ("Signal chain"));
}

void
qp_report_structure (QpReportData *self, QpPages *pages)
{
  qp_pages_heading (pages, 1, _ ("Structure"));
}

void
qp_report_power (QpReportData *self, QpPages *pages)
{
  qp_pages_heading (pages, 1, _ ("Power and earthing"));
}
