/* qp-sight-scale.c: the scale and the picture of a measure of what is seen
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "render/qp-sight-scale.h"

#include <math.h>
#include <string.h>

#define ABOUT_STEPS 6
#define OUTLIERS 0.02 /* so much of the values may lie beyond the scale */

static int
compare (gconstpointer a, gconstpointer b)
{
  const float one = *(const float *) a, other = *(const float *) b;

  return (one > other) - (one < other);
}

/* the value that nearly all are below; a few right under a screen would stretch the scale of all others */
static double
greatest (const QpValueGrid *values)
{
  const gsize n = (gsize) values->grid.columns * values->grid.rows;
  g_autoptr (GArray) known = g_array_new (FALSE, FALSE, sizeof (float));

  for (gsize i = 0; i < n; i++)
    if (isfinite (values->at[i]))
      g_array_append_val (known, values->at[i]);
  if (known->len == 0)
    return 1;
  g_array_sort (known, compare);
  return (double) g_array_index (known, float, (guint) ((known->len - 1) * (1 - OUTLIERS)));
}

static void
take_names (QpMapScale *scale, const QpSightMeasure *measure)
{
  scale->named = TRUE;
  scale->n = MIN (measure->n_names, QP_MAP_STEPS);
  scale->quiet = measure->quiet;
  for (guint i = 0; i < scale->n; i++)
    scale->names[i] = _ (measure->names[i]);
}

static void
take_numbers (QpMapScale *scale, const QpValueGrid *values)
{
  static const char *const numbers[QP_MAP_STEPS] = { "0", "1", "2", "3", "4", "5", "6", "7", "8", "≥ 9" };

  scale->named = TRUE;
  scale->n = (guint) CLAMP (greatest (values) + 1, 2, QP_MAP_STEPS);
  scale->quiet = 1;
  memcpy (scale->names, numbers, sizeof numbers);
}

static void
take_bounds (QpMapScale *scale, const QpSightMeasure *measure)
{
  const double *bounds = measure->bounds;

  scale->quiet = measure->quiet;
  for (scale->n = 0; !isnan (bounds[scale->n]) && scale->n <= QP_MAP_STEPS; scale->n++)
    {
      scale->bounds[scale->n] = bounds[scale->n];
      if (scale->n > measure->quiet && isfinite (bounds[scale->n]) && bounds[scale->n] != floor (bounds[scale->n]))
        scale->decimals = 1;
    }
  scale->n--;
}

/* the symbol with its space: degrees and minutes of angle have none */
static const char *
spaced_unit (const char *unit)
{
  static const struct
  {
    const char *unit;
    const char *symbol;
  } units[] = { { "m", " m" },      { "deg", "°" },           { "arcmin", "′" }, { "%", " %" },
                { "px/deg", " px/°" }, { "cd/m2", " cd/m²" }, { "lx", " lx" },   { "s", " s" } };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (strcmp (units[i].unit, unit) == 0)
      return units[i].symbol;
  return "";
}

/**
 * qp_sight_scale:
 * @scale: (out caller-allocates): the scale
 * @measure: a measure
 * @values: its values
 *
 * Makes the scale that the measure states; where it ends is taken of the values when the measure does not say.
 */
void
qp_sight_scale (QpMapScale *scale, const QpSightMeasure *measure, const QpValueGrid *values)
{
  *scale = (QpMapScale){ .title = _ (measure->label), .unit = spaced_unit (measure->unit), .reversed = measure->together == QP_SIGHT_LEAST };
  if (measure->names != NULL)
    take_names (scale, measure);
  else if (*measure->unit == '\0')
    take_numbers (scale, values);
  else if (measure->bounds != NULL)
    take_bounds (scale, measure);
  else
    qp_map_scale_even (scale, measure->least, isnan (measure->most) ? greatest (values) : measure->most, ABOUT_STEPS);
}

/**
 * qp_map_contours_new:
 * @scale: a scale
 * @values: values
 *
 * Returns: (transfer full) (element-type QpContour): lines along the bounds between the steps of the scale; none of names
 */
GPtrArray *
qp_map_contours_new (const QpMapScale *scale, const QpValueGrid *values)
{
  const guint first = 1 + scale->quiet;

  return qp_contours_new (values, scale->bounds + first, scale->named || scale->n < first ? 0 : scale->n - first);
}
