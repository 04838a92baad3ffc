/* qp-report-site.c: of the report, the city and its sites
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "exchange/qp-report-figures.h"

#include "base/qp-number.h"

#include <math.h>

static char *
place_text (const QpSite *site)
{
  if (isnan (site->latitude_deg) || isnan (site->longitude_deg))
    return g_strdup (_ ("not known"));
  return g_strdup_printf ("%.4f°, %.4f°", site->latitude_deg, site->longitude_deg);
}

/* screens of each site; of %NULL, those that stand on none */
static GHashTable *
count_screens (const QpReportData *self)
{
  GHashTable *counts = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->screens->len; i++)
    {
      gconstpointer site = qp_report_screen (self, i)->context.site;
      const guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, site));
      g_hash_table_insert (counts, (gpointer) site, GUINT_TO_POINTER (n + 1));
    }
  return counts;
}

static void
add_site (QpReportData *self, QpPageTable *table, const QpSite *site, guint n_screens)
{
  g_autofree char *name = qp_node_display_name (&site->node), *road = qp_report_length (site->road_width_m), *place = place_text (site);
  g_autofree char *screens = qp_report_count (n_screens);

  qp_page_table_add (table, name, site->kind == QP_UNSET ? _ ("not known") : _ (qp_values_site_kind[site->kind].label),
                     qp_report_text (site->city), qp_report_text (site->address), place,
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
          g_autofree char *name = qp_node_display_name (&receptor->node), *from = qp_report_length (receptor->base_height_m);
          g_autofree char *to = qp_report_length (receptor->top_height_m), *height = g_strdup_printf ("%s – %s", from, to);
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

  g_autoptr (GHashTable) counts = count_screens (self);

  qp_pages_heading (pages, 1, _ ("City and sites"));
  for (guint i = 0; i < self->sites->len; i++)
    add_site (self, table, self->sites->pdata[i], GPOINTER_TO_UINT (g_hash_table_lookup (counts, self->sites->pdata[i])));
  qp_pages_table (pages, _ ("Sites"), table);
  windows_table (self, pages);
}
