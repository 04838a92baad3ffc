/* qp-report-light.c: of the report, light at night and noise
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "exchange/qp-report-private.h"

void
qp_report_light (QpReportData *self, QpPages *pages)
{
  qp_pages_heading (pages, 1, _ ("Light and noise"));
}
