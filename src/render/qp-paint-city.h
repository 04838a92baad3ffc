/* qp-paint-city.h: the city: its sites on a plain coordinate view
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "catalogue/qp-catalogue.h"
#include "interact/qp-viewport.h"
#include "model/qp-kinds.h"
#include "render/qp-labels.h"

G_BEGIN_DECLS

/**
 * QpCityMark:
 *
 * How a site stands; decides the colour of its dot.
 */
typedef enum
{
  QP_CITY_PLAIN,
  QP_CITY_GOOD,
  QP_CITY_WARNING,
  QP_CITY_BAD,
} QpCityMark;

/**
 * QpCitySite:
 * @id: id of the site
 * @name: its name; borrowed
 * @city: (nullable): the city it belongs to; borrowed
 * @latitude_deg: WGS 84; NaN when not known
 * @longitude_deg: WGS 84; NaN when not known
 * @area_m2: area of its screens; 0 for none, NaN when not known
 * @n_screens: how many screens it has
 * @mark: colour of the dot
 * @place: metres east and north of the middle of all sites; set by qp_city_project()
 *
 * One site as the city view shows it. Plain data.
 */
typedef struct
{
  QpId id;
  const char *name;
  const char *city;
  double latitude_deg;
  double longitude_deg;
  double area_m2;
  guint n_screens;
  QpCityMark mark;
  QpVec place;
} QpCitySite;

GArray *qp_city_sites_of (const QpNode *project, const QpCatalogue *catalogue);
guint qp_city_project (QpCitySite *sites, guint n);
void qp_city_fit (QpViewport *viewport, const QpCitySite *sites, guint n, const QpPlanStyle *style);
double qp_city_radius (const QpCitySite *site, const QpPlanStyle *style);
int qp_city_hit (const QpViewport *viewport, const QpCitySite *sites, guint n, QpVec px, const QpPlanStyle *style);
void qp_paint_city (cairo_t *cr, const QpViewport *viewport, const QpCitySite *sites, guint n, QpId selected,
                    const QpPlanStyle *style);

G_END_DECLS
