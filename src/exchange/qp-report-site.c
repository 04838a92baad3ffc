/* qp-report-site.c: of the report, the city and its sites
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "exchange/qp-report-figures.h"

#include "engine/qp-quantities.h"
#include "render/qp-paint-city.h"

#include <math.h>

#define MAP_PT 300.0
#define SMALL_MAP_PT 200.0
/* with more sites the sums are told city by city */
#define MOST_SITES 40
/* of so many cities there is a map of their own */
#define MOST_CITIES 8

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

/* --- sums --- */

typedef struct
{
  char *name;
  const QpSite *site; /* NULL for a city */
  QpTotals totals;
} Place;

static void
place_free (gpointer data)
{
  Place *self = data;

  g_free (self->name);
  g_free (self);
}

static char *
place_name (const QpSite *site, gboolean by_city)
{
  if (site == NULL)
    return g_strdup (_ ("on no site"));
  return by_city ? g_strdup (qp_report_text (site->city)) : qp_node_display_name (&site->node);
}

/* the sums of a site, or of the city that it is in; its place is made when first asked for */
static Place *
find_place (GPtrArray *places, GHashTable *known, const QpSite *site, gboolean by_city)
{
  g_autofree char *name = place_name (site, by_city);
  char address[QP_ID_TEXT_SIZE] = "";

  if (site != NULL && !by_city)
    qp_id_to_text (site->node.id, address);
  g_autofree char *key = by_city ? g_strdup (name) : g_strdup (address);
  Place *place = g_hash_table_lookup (known, key);
  if (place != NULL)
    return place;
  place = g_new (Place, 1);
  *place = (Place){ .name = g_steal_pointer (&name), .site = by_city ? NULL : site };
  qp_totals_init (&place->totals);
  g_ptr_array_add (places, place);
  g_hash_table_insert (known, g_steal_pointer (&key), place);
  return place;
}

static GPtrArray *
sum_places (const QpReportData *self, gboolean by_city)
{
  GPtrArray *places = g_ptr_array_new_with_free_func (place_free);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->sites->len; i++)
    find_place (places, known, self->sites->pdata[i], by_city);
  for (guint i = 0; i < self->screens->len; i++)
    {
      const QpReportScreen *one = qp_report_screen (self, i);
      qp_totals_add (&find_place (places, known, one->context.site, by_city)->totals, &one->estimate);
    }
  return places;
}

/* "≥" where some are not known, as in the summary */
static char *
sum_text (const QpTotals *totals, const char *key)
{
  const int index = qp_quantity_index (key);

  if (totals->screens == 0)
    return g_strdup ("");
  if (index < 0 || totals->known[index] == 0)
    return g_strdup (_ ("not known"));
  g_autofree char *sum = qp_quantity_format_with_unit ((guint) index, totals->sums[index]);
  return g_strconcat (totals->known[index] < totals->screens ? "≥ " : "", sum, NULL);
}

static char *
cost_text (const QpBudgetSum *sum)
{
  if (sum->n == 0)
    return g_strdup ("");
  if (sum->missing >= sum->n)
    return g_strdup (_ ("not known"));
  g_autofree char *amount = qp_amount_display (qp_budget_with_tax (sum).likely);
  return g_strconcat (sum->missing > 0 ? "≥ " : "", amount, NULL);
}

static const char *const summed[] = { "area_m2", "power_max_w", "energy_kwh_per_year" };

/* @cost: NULL where the table has none */
static void
add_sums (QpPageTable *table, const char *name, const QpTotals *totals, const QpBudgetSum *cost, gboolean is_sum)
{
  g_autofree char *screens = qp_report_count (totals->screens), *area = sum_text (totals, summed[0]);
  g_autofree char *power = sum_text (totals, summed[1]), *energy = sum_text (totals, summed[2]);
  g_autofree char *money = cost == NULL ? NULL : cost_text (cost);

  if (is_sum)
    qp_page_table_sum (table, name, screens, area, power, energy, money, NULL);
  else
    qp_page_table_add (table, name, screens, area, power, energy, money, NULL);
}

/* of which sums something is missing */
static void
tell_known (QpReportData *self, QpPages *pages)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (summed); i++)
    {
      const int index = qp_quantity_index (summed[i]);
      if (index < 0 || self->totals.known[index] == self->totals.screens)
        continue;
      g_autofree char *known = g_strdup_printf (_ ("known of %u of %u screens"), self->totals.known[index], self->totals.screens);
      g_autofree char *line = g_strdup_printf (_ ("%s: %s"), _ (qp_quantity_at ((guint) index)->label), known);
      qp_report_name_unknown (words, line);
    }
  if (words->len > 0)
    qp_pages_note (pages, words->str);
}

static QpPageTable *
sums_table (const QpReportData *self, gboolean by_city)
{
  g_autofree char *cost = g_strdup_printf ("%s, %s", _ ("First cost with tax, likely"),
                                           self->project->currency != NULL ? self->project->currency : _ ("Currency not known"));

  return qp_page_table_new (by_city ? "lrrrr" : "lrrrrr", by_city ? _ ("City") : _ ("Site"), _ ("Screens"), _ ("Area"), _ ("Peak power"),
                            _ ("Energy a year"), by_city ? NULL : cost, NULL);
}

/* screens, area, power and money of each site, or of each city where there are many sites */
static void
sums_part (QpReportData *self, QpPages *pages)
{
  const gboolean by_city = self->sites->len > MOST_SITES;
  g_autoptr (GPtrArray) places = sum_places (self, by_city);
  g_autoptr (QpPageTable) table = sums_table (self, by_city);

  for (guint i = 0; i < places->len; i++)
    {
      const Place *place = places->pdata[i];
      QpBudgetSum cost = { 0 };
      if (place->site != NULL)
        qp_budget_sum_of (self->budget, &place->site->node, &cost);
      add_sums (table, place->name, &place->totals, by_city ? NULL : &cost, FALSE);
    }
  add_sums (table, _ ("All together"), &self->totals, by_city ? NULL : &self->budget->first, TRUE);
  qp_pages_table (pages, by_city ? _ ("Sums of each city") : _ ("Sums of each site"), table);
  tell_known (self, pages);
}

/* --- map --- */

typedef struct
{
  QpReportData *data;
  GArray *sites; /* of QpCitySite */
} CityMap;

static void
paint_map (cairo_t *cr, double width, double height, gpointer data)
{
  const CityMap *self = data;
  const QpPlanStyle *style = &self->data->style;
  QpViewport viewport;

  qp_viewport_init (&viewport, width, height, 1);
  qp_city_project ((QpCitySite *) self->sites->data, self->sites->len);
  qp_city_fit (&viewport, (const QpCitySite *) self->sites->data, self->sites->len, style);
  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip (cr);
  qp_paint_city (cr, &viewport, (const QpCitySite *) self->sites->data, self->sites->len, QP_ID_NONE, style);
  cairo_restore (cr);
  qp_set_colour (cr, style->ink_faint);
  cairo_set_line_width (cr, 0.5);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_stroke (cr);
}

/* dots are as large as the area of their screens */
static void
find_areas (const QpReportData *self, GArray *sites)
{
  g_autoptr (GPtrArray) places = sum_places (self, FALSE);
  g_autoptr (GHashTable) by_id = g_hash_table_new (qp_id_hash, qp_id_equal_p);
  const int area = qp_quantity_index ("area_m2");

  for (guint i = 0; i < places->len; i++)
    {
      const Place *place = places->pdata[i];
      if (place->site != NULL)
        g_hash_table_insert (by_id, (gpointer) &place->site->node.id, (gpointer) place);
    }
  for (guint i = 0; i < sites->len; i++)
    {
      QpCitySite *site = &g_array_index (sites, QpCitySite, i);
      const Place *place = g_hash_table_lookup (by_id, &site->id);
      if (place != NULL && area >= 0)
        site->area_m2 = qp_totals_get (&place->totals, (guint) area);
    }
}

/* all sites that have a place, or those of a city */
static GArray *
placed_sites (const GArray *all, const char *city)
{
  GArray *sites = g_array_new (FALSE, FALSE, sizeof (QpCitySite));

  for (guint i = 0; i < all->len; i++)
    {
      const QpCitySite *site = &g_array_index (all, QpCitySite, i);
      const gboolean placed = !isnan (site->latitude_deg) && !isnan (site->longitude_deg);
      if (placed && (city == NULL || g_strcmp0 (site->city, city) == 0))
        g_array_append_val (sites, *site);
    }
  return sites;
}

static void
city_map_free (gpointer data)
{
  CityMap *self = data;

  g_array_unref (self->sites);
  g_free (self);
}

/* a map for each city with several sites, unless there is but one city */
static GPtrArray *
city_maps (QpReportData *self, const GArray *all)
{
  GPtrArray *maps = g_ptr_array_new_with_free_func (city_map_free);
  g_autoptr (GHashTable) cities = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < all->len && maps->len < MOST_CITIES; i++)
    {
      const char *city = g_array_index (all, QpCitySite, i).city;
      if (city == NULL || !g_hash_table_add (cities, (gpointer) city))
        continue;
      GArray *sites = placed_sites (all, city);
      CityMap *map = g_new (CityMap, 1);
      *map = (CityMap){ self, sites };
      if (sites->len >= 2 && sites->len < all->len)
        g_ptr_array_add (maps, map);
      else
        city_map_free (map);
    }
  return maps;
}

static char *
city_caption (const CityMap *map)
{
  return g_strdup_printf (_ ("Sites in %s"), g_array_index (map->sites, QpCitySite, 0).city);
}

static void
map_part (QpReportData *self, QpPages *pages)
{
  g_autoptr (GArray) known = qp_city_sites_of (self->report->root, NULL);
  g_autoptr (GArray) sites = placed_sites (known, NULL);

  if (sites->len < 2)
    return;
  find_areas (self, sites);
  CityMap map = { self, sites };
  g_autoptr (GPtrArray) maps = city_maps (self, sites);
  qp_pages_figure (pages, _ ("Where the sites are; the dots grow with the area of the screens"), MAP_PT, paint_map, &map);
  for (guint i = 0; i < maps->len; i += 2)
    {
      g_autofree char *a = city_caption (maps->pdata[i]), *b = i + 1 < maps->len ? city_caption (maps->pdata[i + 1]) : NULL;
      if (b != NULL)
        qp_pages_figure_pair (pages, SMALL_MAP_PT, a, paint_map, maps->pdata[i], b, paint_map, maps->pdata[i + 1]);
      else
        qp_pages_figure (pages, a, SMALL_MAP_PT, paint_map, maps->pdata[i]);
    }
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
  map_part (self, pages);
  sums_part (self, pages);
  qp_report_spacing (self, pages);
  qp_report_windows (self, pages);
}
