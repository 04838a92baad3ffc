/* qp-report-audience.c: of the report, who looks, from where, and what they see
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "exchange/qp-report-figures.h"

#include <math.h>

static void
distance_table (QpReportData *self, QpPages *pages)
{
  static const char *const keys[] = { "nearest_gb50464_m", "pixels_vanish_m", "farthest_gb50464_m" };
  g_autoptr (QpPageTable) table = qp_page_table_new ("lrrr", _ ("Screen"), _ ("Nearest, GB 50464"), _ ("Pixels vanish"), _ ("Farthest, GB 50464"), NULL);

  for (guint i = 0; i < self->screens->len; i++)
    {
      const QpReportScreen *one = qp_report_screen (self, i);
      g_autofree char *near = qp_report_number (qp_estimate_get (&one->estimate, keys[0]), 1, "m");
      g_autofree char *vanish = qp_report_number (qp_estimate_get (&one->estimate, keys[1]), 1, "m");
      g_autofree char *far = qp_report_number (qp_estimate_get (&one->estimate, keys[2]), 1, "m");
      qp_page_table_add (table, one->name, near, vanish, far, NULL);
    }
  qp_pages_table (pages, _ ("Viewing distances"), table);
}

static void
add_people (QpPageTable *table, const QpPeopleScreen *screen)
{
  g_autofree char *name = screen->node == NULL ? g_strdup (_ ("All together")) : qp_node_display_name (screen->node);
  g_autofree char *share = qp_report_number (screen->in_view * 100, 1, "%"), *minutes = qp_report_number (screen->in_view_minutes, 0, "");
  g_autofree char *visitors = qp_report_number (screen->visitors, 0, ""), *view = qp_report_number (screen->view_s, 0, "s");
  g_autofree char *loops = qp_report_number (screen->node == NULL ? NAN : screen->loops, 1, "");

  qp_page_table_add (table, name, share, minutes, visitors, view, screen->node == NULL ? "" : loops, NULL);
}

static void
people_part (QpPages *pages, const QpPeople *people, const char *caption)
{
  g_autoptr (QpPageTable) table = qp_page_table_new ("lrrrrr", _ ("Screen"), _ ("Share that has it in view"), _ ("Visitor-minutes a day"),
                                                     _ ("Opportunities to see a day"), _ ("Time in view"), _ ("Loops seen"), NULL);
  g_autoptr (GPtrArray) notes = qp_people_notes (people);

  for (guint i = 0; i < people->screens->len; i++)
    add_people (table, qp_people_screen (people, i));
  if (people->screens->len > 1)
    add_people (table, &people->together);
  qp_pages_table (pages, caption, table);
  for (guint i = 0; i < notes->len; i++)
    qp_pages_note (pages, notes->pdata[i]);
}

/* distances, who sees it past what stands there, and from where */
void
qp_report_audience (QpReportData *self, QpPages *pages)
{
  qp_pages_heading (pages, 1, _ ("Audience and viewing"));
  if (self->detailed)
    distance_table (self, pages);
  else
    qp_pages_note (pages, _ ("There are so many screens that these figures stand in the table of screens."));
  for (guint i = 0; i < self->people->len; i++)
    {
      const QpPeople *people = self->people->pdata[i];
      QpReportPlan plan = { self, self->plans->pdata[i], FALSE, TRUE };
      g_autofree char *name = qp_node_display_name (plan.plan);
      g_autofree char *caption = g_strdup_printf (_ ("Who sees the screens of “%s”"), name);
      g_autofree char *map = g_strdup_printf (_ ("What is seen on “%s” past obstacles, by grade of the best screen"), name);
      if (people == NULL)
        continue;
      qp_pages_heading (pages, 2, name);
      people_part (pages, people, caption);
      qp_pages_figure (pages, map, 430, qp_report_paint_plan, &plan);
    }
}
