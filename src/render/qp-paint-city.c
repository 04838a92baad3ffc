/* qp-paint-city.c: the city: its sites on a plain coordinate view
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "render/qp-paint-city.h"

#include "engine/qp-estimate.h"
#include "render/qp-paint-furniture.h"
#include "render/qp-paint-private.h"

#include <math.h>
#include <string.h>

/* mean radius of the earth (IUGG); at the size of a province the sphere is off by less than 0.3 % */
#define EARTH_M 6371008.8
#define LEAST_SPAN_M 1500.0
#define HIT_PX 6.0
#define MOST_LABELS 300

static guint
count_screens (const QpNode *node)
{
  QpNodeIter iter;
  QpNode *child;
  guint n = 0;

  qp_node_iter_init (&iter, node->children);
  while ((child = qp_node_iter_next (&iter)) != NULL)
    n += child->kind == QP_KIND_SCREEN ? 1 : child->kind == QP_KIND_PLAN ? count_screens (child) : 0;
  return n;
}

static double
area_of (const QpNode *site, const QpEngineContext *context)
{
  const int area = qp_quantity_index ("area_m2");
  QpTotals totals;

  qp_totals_init (&totals);
  qp_totals_add_tree (&totals, site, context);
  return area >= 0 ? qp_totals_get (&totals, (guint) area) : NAN;
}

/**
 * qp_city_sites_of:
 * @project: a project
 * @catalogue: (nullable): where cabinets are looked up; without it areas stay unknown, for a caller who has them
 *
 * Returns: (transfer full) (element-type QpCitySite): its sites; borrows their names
 */
GArray *
qp_city_sites_of (const QpNode *project, const QpCatalogue *catalogue)
{
  GArray *sites = g_array_new (FALSE, TRUE, sizeof (QpCitySite));
  const QpEngineContext context = { (const QpProject *) project, NULL, catalogue };
  QpNodeIter iter;
  QpNode *node;

  qp_node_iter_init (&iter, project->children);
  while ((node = qp_node_iter_next_of (&iter, QP_KIND_SITE)) != NULL)
    {
      const QpSite *site = (const QpSite *) node;
      const QpCitySite entry = { .id = node->id,
                                 .name = site->name != NULL ? site->name : "",
                                 .city = site->city,
                                 .latitude_deg = site->latitude_deg,
                                 .longitude_deg = site->longitude_deg,
                                 .area_m2 = catalogue != NULL ? area_of (node, &context) : NAN,
                                 .n_screens = count_screens (node) };
      g_array_append_val (sites, entry);
    }
  return sites;
}

static gboolean
has_place (const QpCitySite *site)
{
  return isfinite (site->latitude_deg) && isfinite (site->longitude_deg);
}

/**
 * qp_city_project:
 * @sites: sites; their @place is set
 * @n: how many
 *
 * Projects the sites onto a plane that touches the earth in their middle: x east, y north, metres. Equirectangular
 * with the cosine of the middle latitude.
 *
 * Returns: how many have a position
 */
guint
qp_city_project (QpCitySite *sites, guint n)
{
  QpBox box = QP_BOX_EMPTY;
  guint placed = 0;

  for (guint i = 0; i < n; i++)
    if (has_place (&sites[i]))
      {
        box = qp_box_with (box, qp_vec (sites[i].longitude_deg, sites[i].latitude_deg));
        placed++;
      }
  const QpVec middle = placed > 0 ? qp_box_middle (box) : qp_vec (0, 0);
  for (guint i = 0; i < n; i++)
    {
      const double north = (sites[i].latitude_deg - middle.y) * G_PI / 180 * EARTH_M;
      const double east = (sites[i].longitude_deg - middle.x) * G_PI / 180 * EARTH_M * cos (middle.y * G_PI / 180);
      sites[i].place = has_place (&sites[i]) ? qp_vec (east, north) : qp_vec (NAN, NAN);
    }
  return placed;
}

/**
 * qp_city_fit:
 * @viewport: a view; its size is kept
 * @sites: sites, projected
 * @n: how many
 * @style: sizes
 *
 * Shows all sites with room for their names.
 */
void
qp_city_fit (QpViewport *viewport, const QpCitySite *sites, guint n, const QpPlanStyle *style)
{
  QpBox box = QP_BOX_EMPTY;

  for (guint i = 0; i < n; i++)
    if (has_place (&sites[i]))
      box = qp_box_with (box, sites[i].place);
  if (qp_box_is_empty (box))
    box = qp_box_around (qp_vec (0, 0), qp_vec (0, 0));
  const double span = MAX (box.x1 - box.x0, box.y1 - box.y0);
  if (span < LEAST_SPAN_M)
    box = qp_box_grown (box, (LEAST_SPAN_M - span) / 2);
  qp_viewport_fit (viewport, box, MIN (140 * style->unit, MIN (viewport->width, viewport->height) / 4));
}

/**
 * qp_city_radius:
 * @site: a site
 * @style: sizes
 *
 * Returns: radius of its dot in pixels: the area of the dot goes with the area of the site's screens, within limits
 */
double
qp_city_radius (const QpCitySite *site, const QpPlanStyle *style)
{
  if (!isfinite (site->area_m2))
    return 7 * style->unit;
  return CLAMP (sqrt (site->area_m2) * 0.42, 5, 26) * style->unit;
}

/**
 * qp_city_hit:
 * @viewport: a view
 * @sites: sites, projected
 * @n: how many
 * @px: a place in the view
 * @style: sizes
 *
 * Returns: index of the site whose dot is there, or -1; small dots win over the large ones beneath
 */
int
qp_city_hit (const QpViewport *viewport, const QpCitySite *sites, guint n, QpVec px, const QpPlanStyle *style)
{
  int found = -1;

  for (guint i = 0; i < n; i++)
    {
      const double radius = qp_city_radius (&sites[i], style);
      if (!has_place (&sites[i])
          || qp_vec_distance (px, qp_viewport_to_px (viewport, sites[i].place)) > radius + HIT_PX * style->unit)
        continue;
      if (found < 0 || radius <= qp_city_radius (&sites[found], style))
        found = (int) i;
    }
  return found;
}

static QpColour
mark_colour (QpCityMark mark, const QpPlanStyle *style)
{
  switch (mark)
    {
    case QP_CITY_GOOD:
      return style->good;
    case QP_CITY_WARNING:
      return style->warning;
    case QP_CITY_BAD:
      return style->bad;
    default:
      return style->face;
    }
}

static int
larger_first (gconstpointer a, gconstpointer b, gpointer data)
{
  const QpCitySite *sites = data;
  const double p = sites[*(const guint *) a].area_m2, q = sites[*(const guint *) b].area_m2;

  /* what is not known lies beneath */
  if (isnan (p) || isnan (q))
    return isnan (q) - isnan (p);
  return p > q ? -1 : p < q;
}

static void
paint_dot (cairo_t *cr, const QpViewport *viewport, const QpCitySite *site, gboolean selected, const QpPlanStyle *style)
{
  const QpVec px = qp_viewport_to_px (viewport, site->place);
  const double radius = qp_city_radius (site, style), u = style->unit;
  const QpColour colour = mark_colour (site->mark, style);

  if (selected)
    {
      cairo_arc (cr, px.x, px.y, radius + 5 * u, 0, 2 * G_PI);
      qp_set_colour_alpha (cr, style->accent, 0.25);
      cairo_fill (cr);
    }
  cairo_arc (cr, px.x, px.y, radius, 0, 2 * G_PI);
  qp_set_colour_alpha (cr, site->n_screens > 0 ? colour : style->paper, site->n_screens > 0 ? 0.82 : 1);
  cairo_fill_preserve (cr);
  cairo_set_line_width (cr, 1.5 * u);
  qp_set_colour (cr, site->n_screens > 0 ? style->paper : colour);
  cairo_stroke (cr);
  if (selected)
    {
      cairo_arc (cr, px.x, px.y, radius + 2 * u, 0, 2 * G_PI);
      cairo_set_line_width (cr, 2 * u);
      qp_set_colour (cr, style->accent);
      cairo_stroke (cr);
    }
}

static char *
site_detail (const QpCitySite *site)
{
  g_autofree char *number = qp_number_display (site->n_screens, 0);
  g_autofree char *screens
      = site->n_screens == 0
            ? g_strdup (_ ("no screens yet"))
            : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s screen", "%s screens", site->n_screens), number);

  if (!(site->area_m2 > 0))
    return g_steal_pointer (&screens);
  g_autofree char *area = qp_number_display (site->area_m2, site->area_m2 < 100 ? 1 : 0);
  return g_strdup_printf ("%s · %s m²", screens, area);
}

static void
add_site_label (QpLabels *labels, const QpViewport *viewport, const QpCitySite *site, gboolean selected,
                const QpPlanStyle *style)
{
  const QpVec px = qp_viewport_to_px (viewport, site->place);
  const double away = qp_city_radius (site, style) + 6 * style->unit;
  QpLabel *label = qp_labels_add (labels, g_strdup (site->name), site_detail (site), selected ? 90 : 50);

  label->strong = TRUE;
  label->halo = TRUE;
  label->order = isfinite (site->area_m2) ? -site->area_m2 : 0;
  qp_label_add_place (label, qp_vec (px.x + away, px.y), QP_ALIGN_START, QP_ALIGN_MIDDLE);
  qp_label_add_place (label, qp_vec (px.x - away, px.y), QP_ALIGN_END, QP_ALIGN_MIDDLE);
  qp_label_add_place (label, qp_vec (px.x, px.y - away), QP_ALIGN_MIDDLE, QP_ALIGN_END);
  qp_label_add_place (label, qp_vec (px.x, px.y + away), QP_ALIGN_MIDDLE, QP_ALIGN_START);
  qp_label_add_place (label, qp_vec (px.x + away * 0.8, px.y - away * 0.8), QP_ALIGN_START, QP_ALIGN_END);
  qp_label_add_place (label, qp_vec (px.x + away * 0.8, px.y + away * 0.8), QP_ALIGN_START, QP_ALIGN_START);
  /* past a larger dot that it lies on */
  qp_label_add_place (label, qp_vec (px.x - away - 22 * style->unit, px.y), QP_ALIGN_END, QP_ALIGN_MIDDLE);
  qp_label_add_place (label, qp_vec (px.x, px.y + away + 22 * style->unit), QP_ALIGN_MIDDLE, QP_ALIGN_START);
}

/* -- cities: a soft ground under the sites of each -- */

static QpBox
city_box (const QpViewport *viewport, const QpCitySite *sites, guint n, const char *city, const QpPlanStyle *style,
          guint *members)
{
  QpBox box = QP_BOX_EMPTY;

  *members = 0;
  for (guint i = 0; i < n; i++)
    if (has_place (&sites[i]) && g_strcmp0 (sites[i].city, city) == 0)
      {
        const QpVec px = qp_viewport_to_px (viewport, sites[i].place);
        const double radius = qp_city_radius (&sites[i], style) + 18 * style->unit;
        box = qp_box_union (box, qp_box_grown (qp_box_around (px, px), radius));
        ++*members;
      }
  return box;
}

static void
paint_city_ground (cairo_t *cr, const QpViewport *viewport, const QpCitySite *sites, guint n, const char *city,
                   QpLabels *labels, const QpPlanStyle *style)
{
  guint members;
  const QpBox box = city_box (viewport, sites, n, city, style, &members);
  const double u = style->unit;

  if (qp_box_is_empty (box) || !qp_box_touches (box, (QpBox){ 0, 0, viewport->width, viewport->height }))
    return;
  qp_path_rounded (cr, box.x0, box.y0, box.x1 - box.x0, box.y1 - box.y0, 60 * u);
  qp_set_colour_alpha (cr, style->mass, 0.5);
  cairo_fill (cr);
  g_autofree char *words
      = members > 1
            ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s · %u site", "%s · %u sites", members), city, members)
            : g_strdup (city);
  QpLabel *label = qp_labels_add (labels, g_steal_pointer (&words), NULL, 70);
  label->ink = style->mass_ink;
  label->halo = TRUE;
  qp_label_add_place (label, qp_vec ((box.x0 + box.x1) / 2, box.y0 - 3 * u), QP_ALIGN_MIDDLE, QP_ALIGN_END);
  qp_label_add_place (label, qp_vec ((box.x0 + box.x1) / 2, box.y1 + 3 * u), QP_ALIGN_MIDDLE, QP_ALIGN_START);
}

static void
paint_grounds (cairo_t *cr, const QpViewport *viewport, const QpCitySite *sites, guint n, QpLabels *labels,
               const QpPlanStyle *style)
{
  g_autoptr (GHashTable) done = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < n; i++)
    if (sites[i].city != NULL && sites[i].city[0] != '\0' && g_hash_table_add (done, (gpointer) sites[i].city))
      paint_city_ground (cr, viewport, sites, n, sites[i].city, labels, style);
}

/* those without a position are named in a line at the foot, never dropped */
static QpBox
paint_unplaced (cairo_t *cr, const QpViewport *viewport, const QpCitySite *sites, guint n, const QpPlanStyle *style)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (QpText) text = qp_text_new (style);
  const double u = style->unit;
  guint missing = 0;

  for (guint i = 0; i < n; i++)
    if (!has_place (&sites[i]))
      {
        g_string_append_printf (names, "%s%s", missing > 0 ? ", " : "", sites[i].name);
        missing++;
      }
  if (missing == 0)
    return QP_BOX_EMPTY;
  g_autofree char *words = g_strdup_printf (_ ("Position not known: %s"), names->str);
  g_autoptr (PangoLayout) layout = qp_text_layout_narrow (text, words, QP_TEXT_SMALL, viewport->width * 0.6, 2);
  double w, h;
  qp_layout_size (layout, &w, &h);
  qp_set_colour (cr, style->ink_faint);
  cairo_move_to (cr, 16 * u, 14 * u);
  pango_cairo_show_layout (cr, layout);
  cairo_new_path (cr);
  return (QpBox){ 16 * u, 14 * u, 16 * u + w, 14 * u + h };
}

static void
paint_sites (cairo_t *cr, const QpViewport *viewport, const QpCitySite *sites, guint n, QpId selected, QpLabels *labels,
             const QpPlanStyle *style)
{
  g_autofree guint *order = g_new (guint, n + 1);
  guint placed = 0;

  for (guint i = 0; i < n; i++)
    if (has_place (&sites[i]))
      order[placed++] = i;
  g_qsort_with_data (order, (int) placed, sizeof (guint), larger_first, (gpointer) sites);
  paint_grounds (cr, viewport, sites, n, labels, style);
  for (guint i = 0; i < placed; i++)
    {
      const QpCitySite *site = &sites[order[i]];
      const QpVec px = qp_viewport_to_px (viewport, site->place);
      const gboolean is_selected = qp_id_equal (site->id, selected);
      paint_dot (cr, viewport, site, is_selected, style);
      qp_labels_block (labels, qp_box_grown (qp_box_around (px, px), qp_city_radius (site, style) * 0.8));
      add_site_label (labels, viewport, site, is_selected, style);
    }
}

/* what stands at the edges; names of sites keep off it */
static void
paint_furniture (cairo_t *cr, const QpViewport *viewport, const QpCitySite *sites, guint n, QpLabels *labels, const QpPlanStyle *style)
{
  const double u = style->unit, north = 13 * u, x = viewport->width - 28 * u, y = 44 * u;
  const QpBox unplaced = paint_unplaced (cr, viewport, sites, n, style);
  const QpBox bar = qp_paint_scale_bar (cr, 16 * u, viewport->height - 16 * u, MIN (160 * u, viewport->width / 3), viewport->scale, 0, style);

  qp_paint_north (cr, x, y, north, 0, style);
  if (!qp_box_is_empty (unplaced))
    qp_labels_block (labels, qp_box_grown (unplaced, 4 * u));
  qp_labels_block (labels, qp_box_grown (bar, 4 * u));
  qp_labels_block (labels, (QpBox){ x - 1.5 * north, y - north - 2 * style->text_px, x + 1.5 * north, y + 1.5 * north });
}

/**
 * qp_paint_city:
 * @cr: context in pixels of the view
 * @viewport: the view; metres are those of qp_city_project()
 * @sites: sites, projected
 * @n: how many
 * @selected: the selected site, or %QP_ID_NONE
 * @style: colours
 *
 * Paints sites as dots by the area of their screens, cities as a soft ground beneath, a scale bar and north; or what
 * to do when there are no sites.
 */
void
qp_paint_city (cairo_t *cr, const QpViewport *viewport, const QpCitySite *sites, guint n, QpId selected,
               const QpPlanStyle *style)
{
  const QpBox view = { 4, 4, viewport->width - 4, viewport->height - 4 };
  g_autoptr (QpLabels) labels = qp_labels_new (style);
  guint placed = 0;

  for (guint i = 0; i < n; i++)
    placed += has_place (&sites[i]);
  if (placed == 0)
    {
      qp_paint_empty (cr, viewport->width, viewport->height,
                      n == 0 ? _ ("No sites yet") : _ ("No site has a position yet"),
                      n == 0 ? _ ("Add a site for each venue of the plan; its screens are drawn on the site’s plans.")
                             : _ ("Type latitude and longitude (WGS 84) of the sites to see them here."),
                      style);
      return;
    }
  cairo_save (cr);
  qp_set_colour (cr, style->paper);
  cairo_paint (cr);
  qp_paint_grid (cr, viewport, style);
  paint_sites (cr, viewport, sites, n, selected, labels, style);
  paint_furniture (cr, viewport, sites, n, labels, style);
  qp_labels_place (labels, view, MOST_LABELS);
  qp_labels_paint (labels, cr, 0, 0);
  cairo_restore (cr);
}
