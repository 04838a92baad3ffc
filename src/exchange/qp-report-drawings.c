/* qp-report-drawings.c: of the report, plans and screens to scale
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "exchange/qp-report-figures.h"

#include <math.h>

/* left below a drawing for its caption */
#define CAPTION_PT 30.0

static void
plan_page (QpReportData *self, QpPages *pages, QpNode *plan)
{
  QpReportPlan figure = { self, plan, TRUE, FALSE };
  g_autofree char *name = qp_node_display_name (plan);

  qp_pages_figure (pages, name, qp_pages_left (pages) - CAPTION_PT, qp_report_paint_plan, &figure);
}

static void
screen_page (QpReportData *self, QpPages *pages, const QpReportScreen *one)
{
  const QpReportElevation figure = { self, one, TRUE };

  qp_pages_figure (pages, one->name, qp_pages_left (pages) - CAPTION_PT, qp_report_paint_elevation, (gpointer) &figure);
}

/* each plan and each screen on a page of its own, at a usual scale */
void
qp_report_drawings (QpReportData *self, QpPages *pages)
{
  qp_pages_turn (pages, TRUE);
  qp_pages_heading (pages, 1, _ ("Drawings"));
  if (!self->detailed)
    qp_pages_paragraph (pages, _ ("There are so many screens that they are not drawn here. Single drawings at any scale are made by the program."));
  for (guint i = 0; self->detailed && i < self->plans->len; i++)
    {
      if (i > 0)
        qp_pages_break (pages);
      plan_page (self, pages, self->plans->pdata[i]);
    }
  for (guint i = 0; self->detailed && i < self->screens->len; i++)
    if (!isnan (qp_estimate_get (&qp_report_screen (self, i)->estimate, "width_m")))
      {
        qp_pages_break (pages);
        screen_page (self, pages, qp_report_screen (self, i));
      }
  qp_pages_turn (pages, FALSE);
}
