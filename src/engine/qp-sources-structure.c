/* qp-sources-structure.c: reads what weight and wind are calculated from, and says where each comes from
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "engine/qp-quantities.h"
#include "engine/qp-shape.h"
#include "engine/qp-structure.h"

#include <math.h>
#include <string.h>

static double
integer_or_nan (gint64 value)
{
  return value == QP_UNSET ? NAN : (double) value;
}

static char *
screen_field (const char *field)
{
  return qp_origin_of_field (QP_KIND_SCREEN, field);
}

static char *
site_field (const QpSources *self, const char *field)
{
  const QpSite *site = self->context->site;
  g_autofree char *name = qp_origin_of_field (QP_KIND_SITE, field);

  if (site == NULL || site->wind_source == NULL)
    return g_steal_pointer (&name);
  return g_strdup_printf ("%s (%s)", name, site->wind_source);
}

/* --- weight --- */

static double
read_steel_low (const QpSources *self)
{
  return isnan (self->screen->steel_kg_per_m2) ? QP_STEEL_LOW_KG_PER_M2 : self->screen->steel_kg_per_m2;
}

static double
read_steel_high (const QpSources *self)
{
  return isnan (self->screen->steel_kg_per_m2) ? QP_STEEL_HIGH_KG_PER_M2 : self->screen->steel_kg_per_m2;
}

static char *
origin_steel (const QpSources *self)
{
  if (!isnan (self->screen->steel_kg_per_m2))
    return screen_field ("steel_kg_per_m2");
  return g_strdup (_ ("assumption: steel of 30 to 60 kg/m², recalled and without a source; type the screen’s own"));
}

static double
read_hang_points (const QpSources *self)
{
  return integer_or_nan (self->screen->hang_points);
}

static char *
origin_hang_points (const QpSources *self)
{
  return screen_field ("hang_points");
}

static guint
most_in_a_column (const QpCells *cells)
{
  guint most = 0;

  if (cells->bits == NULL)
    return cells->rows;
  for (guint column = 0; column < cells->columns; column++)
    {
      guint run = 0;
      for (guint row = 0; row < cells->rows; row++)
        {
          run = qp_cells_has (cells, column, row) ? run + 1 : 0;
          most = MAX (most, run);
        }
    }
  return most;
}

static gboolean
is_whole_rectangle (const QpScreen *screen)
{
  return screen->missing_cells == NULL
         && (screen->shape == QP_UNSET || screen->shape == QP_SCREEN_FLAT || screen->shape == QP_SCREEN_MESH);
}

static double
read_column_cabinets (const QpSources *self)
{
  g_auto (QpShape) shape = { 0 };

  if (is_whole_rectangle (self->screen))
    return integer_or_nan (self->screen->rows);
  qp_shape_init (&shape, self->screen, self->context->catalogue);
  return most_in_a_column (&shape.cells);
}

static char *
origin_column_cabinets (const QpSources *self)
{
  return screen_field ("rows");
}

static char *
origin_limit (const QpSources *self)
{
  g_autofree char *record = qp_origin_of_cabinet (self, NULL);

  return self->cabinet == NULL ? g_steal_pointer (&record) : g_strdup_printf (_ ("%s; the maker publishes none if it is not known"), record);
}

static double
read_max_hang (const QpSources *self)
{
  return self->cabinet == NULL ? NAN : integer_or_nan (self->cabinet->max_hang);
}

static double
read_max_stack (const QpSources *self)
{
  return self->cabinet == NULL ? NAN : integer_or_nan (self->cabinet->max_stack);
}

/* --- what the wind meets --- */

static double
read_bottom_height (const QpSources *self)
{
  return self->screen->bottom_height_m == QP_UNSET ? NAN : (double) self->screen->bottom_height_m / 1e6;
}

static char *
origin_bottom_height (const QpSources *self)
{
  return screen_field ("bottom_height_m");
}

/* the wind rules are for what stands upright */
static gboolean
has_wind_rule (const QpScreen *screen)
{
  return screen->shape != QP_SCREEN_FLOOR && screen->shape != QP_SCREEN_CEILING && screen->shape != QP_SCREEN_CAP;
}

/* how far a shape reaches along a direction */
static double
extent (const QpShape *shape, QpVec along)
{
  double least = INFINITY, most = -INFINITY;

  for (guint i = 0; i < shape->facets->len; i++)
    {
      const QpFacet *facet = qp_shape_facet (shape, i);
      const double a = qp_vec_dot (facet->a, along), b = qp_vec_dot (facet->b, along);
      least = fmin (least, fmin (a, b));
      most = fmax (most, fmax (a, b));
    }
  return most - least;
}

/* a closed shape has no chord: the widest view of it, in steps of 5° */
static double
widest (const QpShape *shape)
{
  double most = 0;

  for (guint step = 0; step < 36; step++)
    most = fmax (most, extent (shape, qp_vec_from_heading (step * 5.0)));
  return most;
}

static double
projected_width (const QpShape *shape)
{
  const QpVec a = qp_shape_facet (shape, 0)->a, b = qp_shape_facet (shape, shape->facets->len - 1)->b;
  const double chord = qp_vec_distance (a, b);

  if (shape->closed || !(chord > 1e-6))
    return widest (shape);
  return extent (shape, qp_vec_scale (qp_vec_sub (b, a), 1 / chord));
}

static double
read_wind_width (const QpSources *self)
{
  g_auto (QpShape) shape = { 0 };
  QpCell cell;

  if (!has_wind_rule (self->screen) || !qp_screen_cell (self->screen, self->context->catalogue, &cell))
    return NAN;
  if (self->screen->shape == QP_UNSET || self->screen->shape == QP_SCREEN_FLAT || self->screen->shape == QP_SCREEN_MESH)
    return self->screen->columns == QP_UNSET ? NAN : (double) self->screen->columns * (double) cell.width_um / 1e6;
  if (!qp_shape_init (&shape, self->screen, self->context->catalogue) || shape.facets->len == 0)
    return NAN;
  return projected_width (&shape);
}

static char *
origin_wind_width (const QpSources *self)
{
  if (!has_wind_rule (self->screen))
    return g_strdup (_ ("these rules are for upright panels, not for floors, ceilings and domes"));
  switch (self->screen->shape)
    {
    case QP_UNSET:
    case QP_SCREEN_FLAT:
    case QP_SCREEN_MESH:
      return g_strdup (_ ("width of the flat face, wind at a right angle to it"));
    case QP_SCREEN_COLUMN:
      return g_strdup (_ ("widest projection of the closed shape, as if it were a flat panel"));
    default:
      return g_strdup (_ ("projected width, wind at a right angle to the chord; not the developed width"));
    }
}

static double
read_wind_height (const QpSources *self)
{
  const double tilt = isnan (self->screen->tilt_deg) ? 0 : self->screen->tilt_deg * G_PI / 180;
  QpCell cell;

  if (!has_wind_rule (self->screen) || !qp_screen_cell (self->screen, self->context->catalogue, &cell))
    return NAN;
  return (double) self->screen->rows * (double) cell.height_um / 1e6 * cos (tilt);
}

static char *
origin_wind_height (const QpSources *self)
{
  return g_strdup (has_wind_rule (self->screen) ? _ ("rows × cabinet height × cos of the tilt")
                                                : _ ("these rules are for upright panels, not for floors, ceilings and domes"));
}

static double
read_open_fraction (const QpSources *self)
{
  QpCell cell;

  if (!qp_screen_cell (self->screen, self->context->catalogue, &cell))
    return NAN;
  return self->cabinet == NULL || isnan (self->cabinet->transparency_percent) ? 0 : self->cabinet->transparency_percent / 100;
}

static char *
origin_open_fraction (const QpSources *self)
{
  if (self->cabinet != NULL && !isnan (self->cabinet->transparency_percent))
    return qp_origin_of_cabinet (self, NULL);
  return g_strdup (_ ("assumption: closed, as no open area is published; on the safe side"));
}

/* --- the place --- */

static double
read_terrain (const QpSources *self)
{
  return self->context->site == NULL ? NAN : integer_or_nan (self->context->site->terrain);
}

static char *
origin_terrain (const QpSources *self)
{
  return site_field (self, "terrain");
}

static double
read_exposure (const QpSources *self)
{
  return self->context->site == NULL ? NAN : integer_or_nan (self->context->site->exposure);
}

static char *
origin_exposure (const QpSources *self)
{
  return site_field (self, "exposure");
}

static double
read_wind_speed (const QpSources *self)
{
  return self->context->site == NULL ? NAN : self->context->site->wind_speed_m_per_s;
}

static char *
origin_wind_speed (const QpSources *self)
{
  return site_field (self, "wind_speed_m_per_s");
}

/* the site's own city, else that of the project */
static const char *
city_of (const QpSources *self)
{
  const QpEngineContext *context = self->context;

  if (context->site != NULL && context->site->city != NULL)
    return context->site->city;
  return context->project == NULL ? NULL : context->project->city;
}

static gboolean
has_own_wind (const QpSources *self)
{
  return self->context->site != NULL && !isnan (self->context->site->basic_wind_kpa);
}

static double
read_basic_wind (const QpSources *self)
{
  double w0;
  gboolean recalled;

  if (has_own_wind (self))
    return self->context->site->basic_wind_kpa;
  qp_wind_city (city_of (self), &w0, &recalled);
  return w0;
}

static char *
origin_basic_wind (const QpSources *self)
{
  const char *city = city_of (self);
  double w0;
  gboolean recalled;

  if (has_own_wind (self))
    return site_field (self, "basic_wind_kpa");
  if (!qp_wind_city (city, &w0, &recalled))
    {
      g_autofree char *typed = site_field (self, "basic_wind_kpa");
      return city == NULL ? g_steal_pointer (&typed)
                          : g_strdup_printf (_ ("%s; the table has no city “%s”"), typed, city);
    }
  return g_strdup_printf (recalled ? _ ("city table of GB 50009 for %s, recalled and not verified; type the site’s own")
                                   : _ ("city table of GB 50009 for %s, read in a second-hand source"),
                          city);
}

static const QpReader readers[] = {
  { "steel_low_kg_per_m2", read_steel_low, origin_steel },
  { "steel_high_kg_per_m2", read_steel_high, origin_steel },
  { "hang_points", read_hang_points, origin_hang_points },
  { "column_cabinets", read_column_cabinets, origin_column_cabinets },
  { "max_hang", read_max_hang, origin_limit },
  { "max_stack", read_max_stack, origin_limit },
  { "bottom_height_m", read_bottom_height, origin_bottom_height },
  { "wind_width_m", read_wind_width, origin_wind_width },
  { "wind_height_m", read_wind_height, origin_wind_height },
  { "open_fraction", read_open_fraction, origin_open_fraction },
  { "terrain", read_terrain, origin_terrain },
  { "basic_wind_kpa", read_basic_wind, origin_basic_wind },
  { "exposure", read_exposure, origin_exposure },
  { "wind_speed_m_per_s", read_wind_speed, origin_wind_speed },
};

const QpReader *
qp_structure_reader_find (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    if (strcmp (readers[i].key, key) == 0)
      return &readers[i];
  return NULL;
}
