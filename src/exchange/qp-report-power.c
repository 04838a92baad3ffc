/* qp-report-power.c: of the report, structure, power and earthing
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "exchange/qp-report-sheet.h"

#include "engine/qp-structure.h"

static void
sheets (QpReportData *self, QpPages *pages, QpResultGroup group)
{
  for (guint i = 0; self->detailed && i < self->screens->len && !qp_pages_is_cancelled (pages); i++)
    {
      qp_pages_heading (pages, 2, qp_report_screen (self, i)->name);
      qp_report_group_sheet (pages, qp_report_screen (self, i), &group, 1);
    }
}

void
qp_report_structure (QpReportData *self, QpPages *pages)
{
  static const char *const keys[] = { "area_m2", "weight_kg", "steel_weight_kg" };

  qp_pages_heading (pages, 1, _ ("Structure"));
  qp_pages_paragraph (pages, _ (QP_STRUCTURE_SENTENCE));
  if (self->detailed)
    qp_report_overview (pages, self, _ ("Area and mass"), keys, G_N_ELEMENTS (keys));
  else
    qp_pages_note (pages, _ ("There are so many screens that these figures stand in the table of screens."));
  sheets (self, pages, QP_RESULT_STRUCTURE);
}

void
qp_report_power (QpReportData *self, QpPages *pages)
{
  static const char *const keys[] = { "power_max_w", "power_average_w", "energy_kwh_per_year" };

  qp_pages_heading (pages, 1, _ ("Power and earthing"));
  if (self->detailed)
    qp_report_overview (pages, self, _ ("Power and energy"), keys, G_N_ELEMENTS (keys));
  else
    qp_pages_note (pages, _ ("There are so many screens that these figures stand in the table of screens."));
  sheets (self, pages, QP_RESULT_POWER);
  qp_pages_note (pages, _ ("Earthing and lightning protection are not calculated: what is asked of them stands in the table of conformity, what they cost in the budget."));
}
