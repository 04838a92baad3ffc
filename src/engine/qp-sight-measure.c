/* qp-sight-measure.c: what can be mapped of what is seen, one line each
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "engine/qp-sight-measure.h"

#include "engine/qp-light.h"

#include <math.h>
#include <string.h>

/* --- values --- */

static double
grade (const QpSightPlace *place, const QpLook *look)
{
  return look->grade;
}

static double
share (const QpSightPlace *place, const QpLook *look)
{
  return place->map->share[qp_sight_grid_cell (&place->map->grid, place->column, place->row)] * 100;
}

static double
seen (const QpSightPlace *place, const QpLook *look)
{
  return place->map->share[qp_sight_grid_cell (&place->map->grid, place->column, place->row)] > 0;
}

static double
nearest (const QpSightPlace *place, const QpLook *look)
{
  return look->nearest_m;
}

static double
middle (const QpSightPlace *place, const QpLook *look)
{
  return look->share > 0 ? look->middle_m : NAN;
}

static double
arcmin (const QpSightPlace *place, const QpLook *look)
{
  return look->arcmin_per_px;
}

static double
pixels_per_degree (const QpSightPlace *place, const QpLook *look)
{
  return look->px_per_deg;
}

static double
off_axis (const QpSightPlace *place, const QpLook *look)
{
  return look->off_axis_deg;
}

static double
off_axis_h (const QpSightPlace *place, const QpLook *look)
{
  return fabs (look->off_axis_h_deg);
}

static double
off_axis_v (const QpSightPlace *place, const QpLook *look)
{
  return fabs (look->off_axis_v_deg);
}

static double
cone (const QpSightPlace *place, const QpLook *look)
{
  return look->cone == QP_LOOK_CONE_NOT_KNOWN ? NAN : look->cone == QP_LOOK_CONE_INSIDE;
}

static double
width (const QpSightPlace *place, const QpLook *look)
{
  return look->width_deg;
}

static double
height (const QpSightPlace *place, const QpLook *look)
{
  return look->height_deg;
}

static double
squeeze (const QpSightPlace *place, const QpLook *look)
{
  return look->squeeze * 100;
}

static double
reading (const QpSightPlace *place, const QpLook *look)
{
  return look->reading;
}

static double
noticing (const QpSightPlace *place, const QpLook *look)
{
  return look->noticing;
}

/* NaN where it is not known how bright the screen is: a map has a gap there, not a dark place */
static double
lux (const QpSightPlace *place, const QpLook *look)
{
  const QpScreen *screen = place->result->look.screen;

  if (qp_light_is_retired (screen))
    return 0;
  if (place->result->light == NULL)
    return NAN;
  return screen->luminance_night_cdm2 * (double) place->result->light[place->area][qp_sight_grid_cell (&place->map->grid, place->column, place->row)];
}

static double
late_lux (const QpSightPlace *place, const QpLook *look)
{
  return qp_light_shines_after (place->result->look.screen, QP_LIGHT_USUAL_CURFEW) ? lux (place, look) : 0;
}

/* --- the table --- */

static const char *const grade_names[]
    = { N_ ("Behind"), N_ ("Blocked"), N_ ("Seen"), N_ ("Noticed"), N_ ("Readable"), N_ ("Pixel-free") };
static const char *const cone_names[] = { N_ ("Outside"), N_ ("Inside") };

/* 1′ is the eye’s limit, 1.5′ that for moving pictures, 2′ that of the nearest viewer; 60 px/° is about 1′ */
static const double share_bounds[] = { 0, 1e-6, 20, 40, 60, 80, 100, NAN };
static const double arcmin_bounds[] = { 0, 0.5, 1, 1.5, 2, 3, 5, INFINITY, NAN };
/* what zones allow at windows: 2, 5, 10, 25 lx before curfew and 1, 2, 5 lx after */
static const double lux_bounds[] = { 0, 1, 2, 5, 10, 25, 50, INFINITY, NAN };
static const double ppd_bounds[] = { 0, 15, 30, 40, 60, 120, INFINITY, NAN };

/* clang-format off */
static const QpSightMeasure measures[] = {
  { "grade", N_("How well it is seen"), "word", QP_SIGHT_MOST, 1, 0, 5, G_N_ELEMENTS (grade_names), 2, grade_names, NULL, grade },
  { "share", N_("Share of the face seen"), "%", QP_SIGHT_MOST, 0, 0, 100, 0, 1, NULL, share_bounds, share },
  { "distance", N_("Distance to the nearest part seen"), "m", QP_SIGHT_LEAST, 1, 0, NAN, 0, 0, NULL, NULL, nearest },
  { "arcmin", N_("Angle of a pixel"), "arcmin", QP_SIGHT_LEAST, 1, 0, NAN, 0, 0, NULL, arcmin_bounds, arcmin },
  { "off-axis", N_("Angle off the axis"), "deg", QP_SIGHT_LEAST, 1, 0, 90, 0, 0, NULL, NULL, off_axis },
  { "screens", N_("Screens seen"), "", QP_SIGHT_SUM, 0, 0, NAN, 0, 0, NULL, NULL, seen },
  { "middle", N_("Distance to the middle"), "m", QP_SIGHT_LEAST, 1, 0, NAN, 0, 0, NULL, NULL, middle },
  { "ppd", N_("Pixels per degree"), "px/deg", QP_SIGHT_MOST, 1, 0, NAN, 0, 0, NULL, ppd_bounds, pixels_per_degree },
  { "off-axis-h", N_("Angle off the axis, across"), "deg", QP_SIGHT_LEAST, 1, 0, 90, 0, 0, NULL, NULL, off_axis_h },
  { "off-axis-v", N_("Angle off the axis, up or down"), "deg", QP_SIGHT_LEAST, 1, 0, 90, 0, 0, NULL, NULL, off_axis_v },
  { "cone", N_("Within half luminance"), "word", QP_SIGHT_MOST, 1, 0, 1, G_N_ELEMENTS (cone_names), 1, cone_names, NULL, cone },
  { "width", N_("Angular width"), "deg", QP_SIGHT_MOST, 2, 0, NAN, 0, 0, NULL, NULL, width },
  { "height", N_("Angular height"), "deg", QP_SIGHT_MOST, 2, 0, NAN, 0, 0, NULL, NULL, height },
  { "foreshortening", N_("Width left by foreshortening"), "%", QP_SIGHT_MOST, 1, 0, 100, 0, 0, NULL, NULL, squeeze },
  { "lux", N_("Light by night"), "lx", QP_SIGHT_SUM, QP_SIGHT_LIGHT, 0, NAN, 0, 0, NULL, lux_bounds, lux },
};

const QpSightMeasure qp_sight_reading = { "reading", N_("Readable within"), "", QP_SIGHT_MOST, 1, 0, 2, 0, 0, NULL, NULL, reading };
const QpSightMeasure qp_sight_noticing = { "noticing", N_("Noticed within"), "", QP_SIGHT_MOST, 1, 0, 2, 0, 0, NULL, NULL, noticing };
const QpSightMeasure qp_sight_late = { "late", N_("Light by night"), "lx", QP_SIGHT_SUM, QP_SIGHT_LIGHT, 0, NAN, 0, 0, NULL, lux_bounds, late_lux };
/* clang-format on */

/**
 * qp_sight_measure_count:
 *
 * Returns: how many measures there are
 */
guint
qp_sight_measure_count (void)
{
  return G_N_ELEMENTS (measures);
}

/**
 * qp_sight_measure_at:
 * @index: below qp_sight_measure_count()
 *
 * Returns: a measure
 */
const QpSightMeasure *
qp_sight_measure_at (guint index)
{
  return &measures[index];
}

/**
 * qp_sight_measure_find:
 * @key: its name for programs
 *
 * Returns: (nullable): the measure
 */
const QpSightMeasure *
qp_sight_measure_find (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (measures); i++)
    if (strcmp (measures[i].key, key) == 0)
      return &measures[i];
  return NULL;
}

/* --- grids of values --- */

static double
value_at (const QpSightMeasure *measure, const QpSightPlace *place)
{
  const QpLookScreen *screen = &place->result->look;
  QpLook look;

  if (measure->detail == 1)
    qp_look_at_cell_roughly (screen, place->map, place->column, place->row, &look);
  else if (measure->detail == 2)
    qp_look_at_cell (screen, place->map, place->column, place->row, &look);
  return measure->value (place, &look);
}

static void
fill_area (QpValueGrid *values, const QpSightMeasure *measure, const QpSightResult *result, guint index)
{
  const QpSightArea *area = &g_array_index (result->scene->areas, QpSightArea, index);
  QpSightPlace place = { .result = result, .map = result->maps[index], .area = index };

  for (guint row = 0; row < area->grid.rows; row++)
    for (guint column = 0; column < area->grid.columns; column++)
      {
        if (!area->covered[qp_sight_grid_cell (&area->grid, column, row)])
          continue;
        place.column = column;
        place.row = row;
        place.eye = qp_vec3_of (qp_sight_grid_middle (&area->grid, column, row), area->grid.eye);
        values->at[qp_sight_grid_cell (&values->grid, area->column + column, area->row + row)] = (float) value_at (measure, &place);
      }
}

/**
 * qp_sight_values_new:
 * @measure: a measure
 * @result: what is seen of a screen
 *
 * Where audiences overlap, the later one counts.
 *
 * Returns: (transfer full): the measure of each cell of the scene that belongs to an area
 */
QpValueGrid *
qp_sight_values_new (const QpSightMeasure *measure, const QpSightResult *result)
{
  QpValueGrid *values = qp_value_grid_new (&result->scene->grid);

  for (guint i = 0; i < result->scene->areas->len; i++)
    fill_area (values, measure, result, i);
  return values;
}

static float
together (QpSightUnion how, float one, float other)
{
  if (isnan (one) || isnan (other))
    return isnan (one) ? other : one;
  return how == QP_SIGHT_SUM ? one + other : how == QP_SIGHT_MOST ? fmaxf (one, other) : fminf (one, other);
}

/**
 * qp_sight_values_add:
 * @measure: a measure
 * @sum: values of some screens
 * @other: values of another one, on the same grid
 *
 * Makes @sum the values of all of them.
 */
void
qp_sight_values_add (const QpSightMeasure *measure, QpValueGrid *sum, const QpValueGrid *other)
{
  const gsize n = (gsize) sum->grid.columns * sum->grid.rows;

  for (gsize i = 0; i < n; i++)
    sum->at[i] = together (measure->together, sum->at[i], other->at[i]);
}

static QpLookGrade
best_at (const QpSightResult *const *results, guint n_results, guint area, guint column, guint row, double *most)
{
  QpLookGrade best = QP_LOOK_BEHIND;
  QpLook look;

  *most = 0;
  for (guint i = 0; i < n_results; i++)
    {
      qp_look_at_cell_roughly (&results[i]->look, results[i]->maps[area], column, row, &look);
      best = MAX (best, look.grade);
      *most = fmax (*most, look.share);
    }
  return best;
}

/**
 * qp_sight_count:
 * @self: (out caller-allocates): the counts
 * @results: (array length=n_results): results of one scene
 * @n_results: how many; at least 1
 * @area: index of an area of the scene
 *
 * Counts the cells of an area by the best grade of any of the screens.
 */
void
qp_sight_count (QpSightCount *self, const QpSightResult *const *results, guint n_results, guint area)
{
  const QpSightArea *its = &g_array_index (results[0]->scene->areas, QpSightArea, area);
  double sum = 0, most;

  *self = (QpSightCount){ 0 };
  for (guint row = 0; row < its->grid.rows; row++)
    for (guint column = 0; column < its->grid.columns; column++)
      {
        if (!its->covered[qp_sight_grid_cell (&its->grid, column, row)])
          continue;
        self->cells++;
        self->grades[best_at (results, n_results, area, column, row, &most)]++;
        sum += most;
      }
  self->share = self->cells > 0 ? sum / self->cells : NAN;
}
