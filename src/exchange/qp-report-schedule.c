/* qp-report-schedule.c: of the report, when what is built and the steps to a permit
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "exchange/qp-report-private.h"

/* the year that a permit ends in, reckoned from the year of building; QP_UNSET when not known */
static gint64
permit_until (const QpReportData *self, const QpSite *site)
{
  const gint64 from = site->build_year != QP_UNSET ? site->build_year : self->years.first_year > 0 ? self->years.first_year : QP_UNSET;

  return from == QP_UNSET || site->permit_years == QP_UNSET ? QP_UNSET : from + site->permit_years;
}

/* the years reckoned with that come after it */
static void
add_site (QpPageTable *table, const QpReportData *self, const QpSite *site)
{
  const gint64 until = permit_until (self, site), last = self->years.first_year + (gint64) self->years.n;
  const gboolean known = until != QP_UNSET && self->years.first_year > 0 && self->years.n > 0;
  g_autofree char *name = qp_node_display_name (&site->node), *year = qp_report_integer (site->build_year);
  g_autofree char *permit = qp_report_integer (site->permit_years), *end = qp_report_integer (until);
  g_autofree char *after = qp_report_integer (known ? MAX (last - until, 0) : QP_UNSET);

  qp_page_table_add (table, name, qp_report_text (site->phase), year, permit, end, after, NULL);
  if (known && last > until)
    qp_page_table_mark (table, 5, QP_PAGE_MARK_NOTE);
}

/* when what is built, how long its permit lasts, and the steps to it */
void
qp_report_schedule (QpReportData *self, QpPages *pages)
{
  static const char *const steps[][2] = {
    { N_ ("Check the plan: zone, quota, spacing"), N_ ("city management; natural resources and planning") },
    { N_ ("Apply: form, licence, right to the place, rendering by day and night, location, reviewed structure drawings, safety scheme"),
      N_ ("city management") },
    { N_ ("Completeness check and joint meeting"), N_ ("planning, city management, market regulation, transport, traffic police") },
    { N_ ("Public notice of a large LED screen"), N_ ("city management") },
    { N_ ("Decision and permit"), N_ ("city management") },
    { N_ ("Build within the time of the approval; permit number on the structure"), N_ ("operator; housing and construction") },
    { N_ ("Completion acceptance; yearly safety inspection"), N_ ("operator; city management") },
    { N_ ("Operation: facility, network and playout safety"), N_ ("operator; publicity, cyberspace and public security offices") },
  };
  g_autoptr (QpPageTable) table = qp_page_table_new ("llrrrr", _ ("Site"), _ ("Phase"), _ ("Year of building"), _ ("Permit, years"),
                                                     _ ("Permit until"), _ ("Years planned after it"), NULL);
  g_autoptr (QpPageTable) permits = qp_page_table_new ("rll", _ ("Step"), _ ("What"), _ ("Who signs or is asked"), NULL);

  qp_pages_heading (pages, 1, _ ("Schedule and permits"));
  for (guint i = 0; i < self->sites->len; i++)
    add_site (table, self, self->sites->pdata[i]);
  qp_pages_table (pages, _ ("Sites by phase and year"), table);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      qp_page_table_add (permits, number, _ (steps[i][0]), _ (steps[i][1]), NULL);
    }
  qp_pages_table (pages, _ ("Steps to a permit"), permits);
  qp_pages_note (pages, _ ("The steps are put together from the rules of Guangzhou, Chancheng, Wuhan and Yongxing; each city has its own order and times."));
}
