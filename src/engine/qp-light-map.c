/* qp-light-map.c: the light of screens over a plan
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/qp-light.h"

#include <math.h>

/* a level surface looks up; an upright one faces the middle of the screen */
static double
factor_at (const QpLightFace *face, const GArray *walls, QpVec3 at, QpLightSurface surface)
{
  const QpVec way = qp_vec_sub (qp_vec3_plan (face->middle), qp_vec3_plan (at));
  const double length = qp_vec_length (way);
  QpVec3 normal = { 0, 0, 1 };

  if (surface == QP_LIGHT_FACING && length > 0)
    normal = qp_vec3_of (qp_vec_scale (way, 1 / length), 0);
  return qp_light_factor (face, walls, at, normal, QP_LIGHT_MAP);
}

static gboolean
is_counted (const QpLightSource *source, const QpScreen *only, gboolean after)
{
  return source->known && !isnan (source->luminance) && (only == NULL || only == source->screen) && (!after || source->after_curfew);
}

/**
 * qp_light_face_map:
 * @face: a face
 * @walls: (element-type QpSightWall): what hides
 * @grid: places, one in the middle of each cell, at the height of its eyes
 * @covered: (nullable): which cells are asked for; the others are 0
 * @go_on: (nullable): asked after every row
 * @data: for @go_on
 *
 * Illuminance of upright surfaces that face the screen, lx for each cd/m², row by row from the bottom.
 *
 * Returns: (transfer full) (nullable) (array): the numbers; %NULL when @go_on said no
 */
float *
qp_light_face_map (const QpLightFace *face, const GArray *walls, const QpSightGrid *grid, const guint8 *covered, QpSightGoOn go_on,
                   gpointer data)
{
  g_autofree float *lux = g_new0 (float, MAX (1, (gsize) grid->columns * grid->rows));

  for (guint row = 0; row < grid->rows; row++)
    {
      for (guint column = 0; column < grid->columns; column++)
        {
          const gsize cell = qp_sight_grid_cell (grid, column, row);
          const QpVec3 at = qp_vec3_of (qp_sight_grid_middle (grid, column, row), grid->eye);
          if (covered == NULL || covered[cell])
            lux[cell] = (float) factor_at (face, walls, at, QP_LIGHT_FACING);
        }
      if (go_on != NULL && !go_on ((row + 1.0) / grid->rows, data))
        return NULL;
    }
  return g_steal_pointer (&lux);
}

/**
 * qp_light_map:
 * @self: light
 * @grid: places, one in the middle of each cell, at the height of its eyes
 * @surface: how the surface there stands
 * @only: (nullable): a screen, or %NULL for all together
 * @after: whether only screens count that shine after the curfew
 * @go_on: (nullable): asked after every row
 * @data: for @go_on
 *
 * Illuminance by night at every cell, lx, row by row from the bottom. With several screens a surface that faces them stands
 * towards each of them in turn, so that the sum is an upper bound. Screens whose luminance is not known are left out.
 *
 * Returns: (transfer full) (nullable) (array): the numbers; %NULL when @go_on said no
 */
float *
qp_light_map (const QpLight *self, const QpSightGrid *grid, QpLightSurface surface, const QpScreen *only, gboolean after,
              QpSightGoOn go_on, gpointer data)
{
  g_autofree float *lux = g_new0 (float, MAX (1, (gsize) grid->columns * grid->rows));

  for (guint row = 0; row < grid->rows; row++)
    {
      for (guint column = 0; column < grid->columns; column++)
        {
          const QpVec3 at = qp_vec3_of (qp_sight_grid_middle (grid, column, row), grid->eye);
          double sum = 0;
          for (guint i = 0; i < self->n_sources; i++)
            if (is_counted (&self->sources[i], only, after))
              sum += self->sources[i].luminance * factor_at (&self->sources[i].face, self->walls, at, surface);
          lux[(gsize) row * grid->columns + column] = (float) sum;
        }
      if (go_on != NULL && !go_on ((row + 1.0) / grid->rows, data))
        return NULL;
    }
  return g_steal_pointer (&lux);
}
