/* qp-report-signal.c: of the report, the way of the picture: source, link, player, controller, ports, cards
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "exchange/qp-report-sheet.h"

void
qp_report_signal (QpReportData *self, QpPages *pages)
{
  static const QpResultGroup groups[] = { QP_RESULT_SIGNAL };

  qp_pages_heading (pages, 1, _ ("Signal chain"));
  qp_pages_paragraph (pages, _ ("Source → link → decoder → controller → receiving cards → screen."));
  if (!self->detailed)
    qp_pages_note (pages, _ ("There are so many screens that ports and cables are told by the program, one by one."));
  for (guint i = 0; self->detailed && i < self->screens->len && !qp_pages_is_cancelled (pages); i++)
    {
      qp_pages_heading (pages, 2, qp_report_screen (self, i)->name);
      qp_report_group_sheet (pages, qp_report_screen (self, i), groups, G_N_ELEMENTS (groups));
    }
}
