/* qp-light-polygon.c: convex polygons as seen from the origin: cutting, hiding one behind another, and Lambert’s formula
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/qp-light-polygon.h"

#include <math.h>

static void
append (QpPolygon3 *self, QpVec3 at)
{
  if (self->n < QP_POLYGON_MOST)
    self->at[self->n++] = at;
}

/* inside the engine: the part of a polygon where at · normal ≥ least; @kept must not be @self */
void
qp_polygon3_cut (const QpPolygon3 *self, QpVec3 normal, double least, QpPolygon3 *kept)
{
  kept->n = 0;
  for (guint i = 0; i < self->n; i++)
    {
      const QpVec3 a = self->at[i], b = self->at[(i + 1) % self->n];
      const double da = qp_vec3_dot (a, normal) - least, db = qp_vec3_dot (b, normal) - least;
      if (da >= 0)
        append (kept, a);
      if ((da >= 0) != (db >= 0))
        append (kept, qp_vec3_mix (a, b, da / (da - db)));
    }
  if (kept->n < 3)
    kept->n = 0;
}

/* inside the engine: illuminance at the origin on a surface that looks along the unit vector @normal, from a polygon of
 * 1 cd/m² that lies before it: half the sum, over the edges, of the angle that an edge spans times the cosine between the
 * normal and that of the edge’s plane (Lambert 1760); the winding only turns the sign, so it is dropped after the sum */
double
qp_polygon3_lx (const QpPolygon3 *self, QpVec3 normal)
{
  double sum = 0;

  for (guint i = 0; i < self->n; i++)
    {
      const QpVec3 a = self->at[i], b = self->at[(i + 1) % self->n], c = qp_vec3_cross (a, b);
      const double length = qp_vec3_length (c);
      if (length > 0)
        sum += atan2 (length, qp_vec3_dot (a, b)) * qp_vec3_dot (c, normal) / length;
    }
  return fabs (sum) / 2;
}

/* --- what is hidden --- */

/* the sides of the cone from the origin through a polygon, looking inward; 0 when it is seen edge on */
static guint
cone_sides (const QpPolygon3 *self, QpVec3 sides[QP_POLYGON_MOST])
{
  QpVec3 middle = { 0 };
  guint n = 0;

  for (guint i = 0; i < self->n; i++)
    middle = qp_vec3_add (middle, qp_vec3_unit (self->at[i]));
  middle = qp_vec3_unit (middle);
  for (guint i = 0; i < self->n; i++)
    {
      const QpVec3 side
          = qp_vec3_cross (qp_vec3_unit (self->at[i]), qp_vec3_unit (self->at[(i + 1) % self->n]));
      const double length = qp_vec3_length (side), inward = qp_vec3_dot (side, middle);
      if (length < 1e-12)
        continue;
      if (fabs (inward) < 1e-12 * length)
        return 0;
      sides[n++] = qp_vec3_scale (side, copysign (1 / length, inward));
    }
  return n >= 3 ? n : 0;
}

/* a polygon that has no room for another corner, in two halves: the second replaces it, the first goes to the end */
static void
halve (GArray *parts, guint index)
{
  QpLitPart *part = &g_array_index (parts, QpLitPart, index);
  QpLitPart first = *part;
  const guint half = part->polygon.n / 2;

  first.polygon.n = half + 1;
  for (guint i = half; i < part->polygon.n; i++)
    part->polygon.at[i - half + 1] = part->polygon.at[i];
  part->polygon.n -= half - 1;
  g_array_append_val (parts, first);
}

/* one part against the cone: what is outside of a side is put to @out, what is left inside gets less light */
static void
subtract_part (const QpLitPart *part, const QpVec3 *sides, guint n, double through, GArray *out)
{
  QpLitPart rest = *part, cut = { .passing = part->passing };

  for (guint i = 0; i < n && rest.polygon.n > 0; i++)
    {
      const QpPolygon3 before = rest.polygon;
      qp_polygon3_cut (&before, qp_vec3_scale (sides[i], -1), 0, &cut.polygon);
      if (cut.polygon.n > 0)
        g_array_append_val (out, cut);
      qp_polygon3_cut (&before, sides[i], 0, &rest.polygon);
    }
  rest.passing *= through;
  if (rest.polygon.n > 0 && rest.passing > 0)
    g_array_append_val (out, rest);
}

static gboolean
is_outside (const QpPolygon3 *polygon, const QpVec3 *sides, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      gboolean out = TRUE;
      for (guint k = 0; k < polygon->n && out; k++)
        out = qp_vec3_dot (polygon->at[k], sides[i]) <= 0;
      if (out)
        return TRUE;
    }
  return FALSE;
}

/* inside the engine: takes away, from parts of a face (element-type QpLitPart), what a polygon nearer to the origin hides;
 * @through is the share of the light that it lets pass. Exact: parts are cut along the edges as seen. */
void
qp_polygons_subtract (GArray *parts, const QpPolygon3 *screen, double through)
{
  QpVec3 sides[QP_POLYGON_MOST];
  const guint n = cone_sides (screen, sides), before = parts->len;
  g_autoptr (GArray) out = NULL;

  if (n == 0 || before == 0)
    return;
  for (guint i = 0; i < parts->len; i++)
    if (g_array_index (parts, QpLitPart, i).polygon.n + 1 >= QP_POLYGON_MOST)
      halve (parts, i);
  out = g_array_sized_new (FALSE, FALSE, sizeof (QpLitPart), parts->len + 4);
  for (guint i = 0; i < parts->len; i++)
    {
      const QpLitPart *part = &g_array_index (parts, QpLitPart, i);
      if (is_outside (&part->polygon, sides, n))
        g_array_append_val (out, *part);
      else
        subtract_part (part, sides, n, through, out);
    }
  g_array_set_size (parts, 0);
  g_array_append_vals (parts, out->data, out->len);
}
