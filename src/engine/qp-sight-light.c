/* qp-sight-light.c: the light of a screen over a plan, beside what is seen of it
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/qp-sight-scene.h"

#include "engine/qp-light.h"

#include <math.h>

static void
light_free (float **light, guint n)
{
  for (guint i = 0; i < n; i++)
    g_free (light[i]);
  g_free (light);
}

/* inside the engine: forgets the light of a result */
void
qp_sight_result_clear_light (QpSightResult *self)
{
  if (self->light != NULL)
    light_free (self->light, self->scene->areas->len);
  self->light = NULL;
}

static float *
not_known (const QpSightGrid *grid)
{
  const gsize n = (gsize) grid->columns * grid->rows;
  float *values = g_new (float, n);

  for (gsize i = 0; i < n; i++)
    values[i] = NAN;
  return values;
}

/**
 * qp_sight_result_add_light:
 * @self: what is seen of a screen
 * @catalogue: (nullable): the catalogue that it was made with
 * @go_on: (nullable): asked between rows; %FALSE ends the calculation
 * @data: for @go_on
 *
 * Adds the light that the screen throws on each cell: illuminance for 1 cd/m² at the height of the eyes, on an upright surface
 * that faces the screen. Once for each result, whichever thread comes first.
 *
 * Returns: %FALSE when it was ended
 */
gboolean
qp_sight_result_add_light (QpSightResult *self, const QpCatalogue *catalogue, QpSightGoOn go_on, gpointer data)
{
  const guint n = self->scene->areas->len;
  QpLightFace face;

  if (g_atomic_pointer_get (&self->light) != NULL)
    return TRUE;
  const gboolean known = qp_light_face_init (&face, (const QpScreen *) self->node, catalogue);
  float **light = g_new0 (float *, MAX (n, 1));
  gboolean complete = TRUE;
  for (guint i = 0; i < n && complete; i++)
    {
      const QpSightArea *area = &g_array_index (self->scene->areas, QpSightArea, i);
      light[i] = known ? qp_light_face_map (&face, self->scene->walls, &area->grid, area->covered, go_on, data)
                       : not_known (&area->grid);
      complete = light[i] != NULL;
    }
  qp_light_face_clear (&face);
  if (!complete || !g_atomic_pointer_compare_and_exchange (&self->light, NULL, light))
    light_free (light, n);
  return complete;
}
