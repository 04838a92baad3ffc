/* qp-report-site.c: of the report, the city, its sites, and who looks
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "exchange/qp-report-figures.h"

#include "base/qp-number.h"

#include <math.h>

static char *
length_text (gint64 um)
{
  if (um == QP_UNSET)
    return g_strdup (_ ("not known"));
  g_autofree char *number = qp_number_display_shortest ((double) um / 1e6);
  return g_strdup_printf ("%s\u2009m", number);
}

static char *
place_text (const QpSite *site)
{
  if (isnan (site->latitude_deg) || isnan (site->longitude_deg))
    return g_strdup (_ ("not known"));
  return g_strdup_printf ("%.4f°, %.4f°", site->latitude_deg, site->longitude_deg);
}

/* screens of each site; both stand in the order of the file */
static guint *
count_screens (const QpReportData *self)
{
  guint *counts = g_new0 (guint, self->sites->len + 1);
  guint site = 0;

  for (guint i = 0; i < self->screens->len; i++)
    {
      const QpSite *of = qp_report_screen (self, i)->context.site;
      while (of != NULL && site < self->sites->len && self->sites->pdata[site] != of)
        site++;
      counts[of == NULL ? self->sites->len : site]++;
    }
  return counts;
}

static void
add_site (QpReportData *self, QpPageTable *table, const QpSite *site, guint n_screens)
{
  g_autofree char *name = qp_node_display_name (&site->node), *road = length_text (site->road_width_m), *place = place_text (site);
  g_autofree char *screens = qp_number_display (n_screens, 0);

  qp_page_table_add (table, name, site->kind == QP_UNSET ? _ ("not known") : _ (qp_values_site_kind[site->kind].label),
                     site->city != NULL ? site->city : _ ("not known"), site->address != NULL ? site->address : _ ("not known"), place,
                     site->zone == QP_UNSET ? _ ("not known") : _ (qp_values_zone[site->zone].label), road, screens, NULL);
}

static void
windows_table (QpReportData *self, QpPages *pages)
{
  g_autoptr (QpPageTable) table = qp_page_table_new ("llll", _ ("Windows"), _ ("Kind"), _ ("Site"), _ ("Height"), NULL);

  for (guint i = 0; i < self->lights->len; i++)
    {
      const QpLight *light = self->lights->pdata[i];
      for (guint k = 0; light != NULL && k < light->n_receptors; k++)
        {
          const QpReceptor *receptor = light->receptors[k].receptor;
          g_autofree char *name = qp_node_display_name (&receptor->node), *from = length_text (receptor->base_height_m);
          g_autofree char *to = length_text (receptor->top_height_m), *height = g_strdup_printf ("%s – %s", from, to);
          g_autofree char *site = light->site == NULL ? g_strdup ("") : qp_node_display_name (&light->site->node);
          qp_page_table_add (table, name, _ (qp_values_receptor_kind[receptor->kind].label), site, height, NULL);
        }
    }
  if (qp_page_table_length (table) > 0)
    qp_pages_table (pages, _ ("Windows of neighbours"), table);
}

/* where it is, what faces it */
void
qp_report_sites (QpReportData *self, QpPages *pages)
{
  g_autoptr (QpPageTable) table = qp_page_table_new ("llllllrr", _ ("Site"), _ ("Kind"), _ ("City"), _ ("Address"), _ ("Place, WGS 84"), _ ("Zone"),
                                                     _ ("Road width"), _ ("Screens"), NULL);

  g_autofree guint *counts = count_screens (self);

  qp_pages_heading (pages, 1, _ ("City and sites"));
  for (guint i = 0; i < self->sites->len; i++)
    add_site (self, table, self->sites->pdata[i], counts[i]);
  qp_pages_table (pages, _ ("Sites"), table);
  windows_table (self, pages);
}

/* --- audience --- */

static char *
metres_text (double value)
{
  g_autofree char *number = qp_number_display (value, 1);

  return isnan (value) ? g_strdup (_ ("not known")) : g_strdup_printf ("%s\u2009m", number);
}

static void
distance_table (QpReportData *self, QpPages *pages)
{
  static const char *const keys[] = { "nearest_gb50464_m", "pixels_vanish_m", "farthest_gb50464_m" };
  g_autoptr (QpPageTable) table = qp_page_table_new ("lrrr", _ ("Screen"), _ ("Nearest, GB 50464"), _ ("Pixels vanish"), _ ("Farthest, GB 50464"), NULL);

  for (guint i = 0; i < self->screens->len; i++)
    {
      const QpReportScreen *one = qp_report_screen (self, i);
      g_autofree char *near = metres_text (qp_estimate_get (&one->estimate, keys[0]));
      g_autofree char *vanish = metres_text (qp_estimate_get (&one->estimate, keys[1]));
      g_autofree char *far = metres_text (qp_estimate_get (&one->estimate, keys[2]));
      qp_page_table_add (table, one->name, near, vanish, far, NULL);
    }
  qp_pages_table (pages, _ ("Viewing distances"), table);
}

static char *
number_text (double value, guint decimals, const char *unit)
{
  g_autofree char *number = qp_number_display (value, decimals);

  return isnan (value) ? g_strdup (_ ("not known")) : g_strconcat (number, unit, NULL);
}

static void
add_people (QpPageTable *table, const QpPeopleScreen *screen)
{
  g_autofree char *name = screen->node == NULL ? g_strdup (_ ("All together")) : qp_node_display_name (screen->node);
  g_autofree char *share = number_text (screen->in_view * 100, 1, "\u202f%"), *minutes = number_text (screen->in_view_minutes, 0, "");
  g_autofree char *visitors = number_text (screen->visitors, 0, ""), *view = number_text (screen->view_s, 0, "\u2009s");
  g_autofree char *loops = number_text (screen->node == NULL ? NAN : screen->loops, 1, "");

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
