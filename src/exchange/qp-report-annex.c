/* qp-report-annex.c: of the report, assumptions, drawings, words and sources
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "exchange/qp-report-private.h"

void
qp_report_assumptions (QpReportData *self, QpPages *pages)
{
  qp_pages_heading (pages, 1, _ ("Assumptions"));
}

void
qp_report_glossary (QpReportData *self, QpPages *pages)
{
  qp_pages_heading (pages, 1, _ ("Glossary"));
}

void
qp_report_sources (QpReportData *self, QpPages *pages)
{
  qp_pages_heading (pages, 1, _ ("Sources"));
}
