/* qp-report-audience.c: of the report, who looks, from where, and what they see
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "exchange/qp-report-figures.h"

#include "engine/qp-audience.h"

#include <math.h>

#define MAP_PT 340.0

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

/* --- who is there --- */

static void
add_audience (QpPageTable *table, const QpAudience *audience)
{
  const gboolean path = audience->kind == QP_AUDIENCE_PATH;
  const double ground = qp_audience_ground (audience);
  g_autofree char *name = qp_node_display_name (&audience->node), *eye = qp_report_length (audience->eye_height_m);
  g_autofree char *size = path ? qp_report_number (ground / QP_AUDIENCE_PATH_M, 1, "m") : qp_report_number (ground, 0, "m²");
  g_autofree char *stay = qp_report_number (qp_audience_stay_s (audience), 0, "s");
  char *people[QP_DAY_PARTS];

  for (guint i = 0; i < QP_DAY_PARTS; i++)
    people[i] = qp_report_number (qp_audience_people_per_h (audience, i), 0, "");
  qp_page_table_add (table, name, _ (qp_values_audience_kind[audience->kind].label), size, people[0], people[1], people[2], people[3], eye, stay,
                     NULL);
  for (guint i = 0; i < QP_DAY_PARTS; i++)
    g_free (people[i]);
}

static void
audience_table (QpPages *pages, const QpNode *plan, const char *name)
{
  g_autofree char *caption = g_strdup_printf (_ ("Audience of “%s”, people per hour as counted"), name);
  g_autoptr (QpPageTable) table
      = qp_page_table_new ("llrrrrrrr", _ ("Audience"), _ ("Kind"), _ ("Area or length"), qp_day_part_name (0), qp_day_part_name (1),
                           qp_day_part_name (2), qp_day_part_name (3), _ ("Eye height"), _ ("Time there"), NULL);
  QpNodeIter iter;

  qp_node_iter_init (&iter, plan->children);
  for (const QpAudience *audience; (audience = qp_audience_next (&iter)) != NULL;)
    add_audience (table, audience);
  qp_pages_table (pages, caption, table);
}

/* --- how well it is seen --- */

static void
add_grades (QpPageTable *table, const char *name, const QpSightCount *count, gboolean is_sum)
{
  char *texts[QP_LOOK_GRADES];

  /* the best one first */
  for (guint i = 0; i < QP_LOOK_GRADES; i++)
    texts[i] = qp_report_number (count->cells == 0 ? NAN : 100.0 * count->grades[QP_LOOK_GRADES - 1 - i] / count->cells, 1, "%");
  G_STATIC_ASSERT (QP_LOOK_GRADES == 6);
  (is_sum ? qp_page_table_sum : qp_page_table_add) (table, name, texts[0], texts[1], texts[2], texts[3], texts[4], texts[5], NULL);
  for (guint i = 0; i < QP_LOOK_GRADES; i++)
    g_free (texts[i]);
}

static void
grades_table (QpPages *pages, const QpReportSight *sight, const char *name)
{
  g_autofree char *caption = g_strdup_printf (_ ("How well the audience of “%s” sees, share of its places"), name);
  g_autoptr (QpPageTable) table
      = qp_page_table_new ("lrrrrrr", _ ("Audience"), qp_look_grade_name (QP_LOOK_PIXEL_FREE), qp_look_grade_name (QP_LOOK_READABLE),
                           qp_look_grade_name (QP_LOOK_NOTICED), qp_look_grade_name (QP_LOOK_SEEN), qp_look_grade_name (QP_LOOK_BLOCKED),
                           qp_look_grade_name (QP_LOOK_BEHIND), NULL);
  QpSightCount all = { 0 };

  for (guint i = 0; i < sight->grades->len; i++)
    {
      const QpReportGrades *grades = &g_array_index (sight->grades, QpReportGrades, i);
      g_autofree char *audience = qp_node_display_name (&grades->audience->node);
      add_grades (table, audience, &grades->count, FALSE);
      all.cells += grades->count.cells;
      for (guint k = 0; k < QP_LOOK_GRADES; k++)
        all.grades[k] += grades->count.grades[k];
    }
  if (sight->grades->len > 1)
    add_grades (table, _ ("All together"), &all, TRUE);
  qp_pages_table (pages, caption, table);
  qp_pages_note (pages, _ ("Places are half a metre apart, further on large plans. Of each, the screen that is seen best counts."));
}

static char *
angles (const QpReportSpread *spread)
{
  return g_strdup_printf ("%.0f°, %.0f°", spread->middle, spread->most);
}

static void
looks_table (QpPages *pages, const QpReportSight *sight, const char *name)
{
  g_autofree char *caption = g_strdup_printf (_ ("From how far and how far aside the audience of “%s” looks"), name);
  g_autoptr (QpPageTable) table
      = qp_page_table_new ("lrrrrr", _ ("Screen"), _ ("Nearest place"), _ ("Middle place"), _ ("Farthest place"), _ ("Aside: middle, worst"),
                           _ ("Up or down: middle, worst"), NULL);

  for (guint i = 0; i < sight->looks->len; i++)
    {
      const QpReportLook *look = &g_array_index (sight->looks, QpReportLook, i);
      g_autofree char *screen = qp_node_display_name (look->screen), *near = qp_report_number (look->distance_m.least, 1, "m");
      g_autofree char *middle = qp_report_number (look->distance_m.middle, 1, "m"), *far = qp_report_number (look->distance_m.most, 1, "m");
      g_autofree char *across = angles (&look->across_deg), *up = angles (&look->up_deg);
      if (isnan (look->distance_m.least))
        qp_page_table_add (table, screen, _ ("not seen"), "", "", "", "", NULL);
      else
        qp_page_table_add (table, screen, near, middle, far, across, up, NULL);
    }
  qp_pages_table (pages, caption, table);
  qp_pages_note (pages, _ ("Of all places that see the screen, past obstacles: distances to the part of it that is nearest, angles off its axis. "
                           "Half of the places have no more than the middle one."));
}

static void
plan_part (QpReportData *self, QpPages *pages, guint index)
{
  const QpReportSight *sight = self->sights->pdata[index];
  QpReportPlan plan = { self, self->plans->pdata[index], FALSE, sight };
  g_autofree char *name = qp_node_display_name (plan.plan);
  g_autofree char *caption = g_strdup_printf (_ ("Who sees the screens of “%s”"), name);
  g_autofree char *map = g_strdup_printf (_ ("What is seen on “%s” past obstacles, by grade of the best screen"), name);

  qp_pages_heading (pages, 2, name);
  audience_table (pages, plan.plan, name);
  people_part (pages, self->people->pdata[index], caption);
  grades_table (pages, sight, name);
  looks_table (pages, sight, name);
  qp_pages_figure (pages, map, MAP_PT, qp_report_paint_plan, &plan);
}

/* distances, who sees it past what stands there, and from where */
void
qp_report_audience (QpReportData *self, QpPages *pages)
{
  g_autoptr (GString) empty = g_string_new (NULL);

  qp_pages_heading (pages, 1, _ ("Audience and viewing"));
  if (self->detailed)
    distance_table (self, pages);
  else
    qp_pages_note (pages, _ ("There are so many screens that these figures stand in the table of screens."));
  for (guint i = 0; i < self->people->len && !qp_pages_is_cancelled (pages); i++)
    if (self->people->pdata[i] != NULL)
      plan_part (self, pages, i);
    else if (self->detailed)
      {
        g_autofree char *name = qp_node_display_name (self->plans->pdata[i]);
        qp_report_name_unknown (empty, name);
      }
  g_autofree char *note = g_strdup_printf (_ ("No audience is drawn on: %s."), empty->str);
  if (empty->len > 0)
    qp_pages_note (pages, note);
}
