/* qp-light-points.c: the places of a receptor, and the brightest of them
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/qp-light-points.h"

#include <math.h>

/* places lie no further apart than this, along a line and up, unless there would be too many */
#define STEP_M 1.0
#define MOST_WORK 400000
/* a window is before its wall by more than a document rounds, and by less than a digit of its light */
#define BEFORE_WALL_M 5e-6
/* and, where it was drawn a little inside of its building, is taken to be in it */
#define NEARLY_M 0.01
#define HEADINGS 72

/* --- buildings that a window is in --- */

static gboolean
is_in (const QpNode *node, QpVec place)
{
  const QpObstacle *obstacle = (const QpObstacle *) node;

  return obstacle->closed == TRUE && obstacle->outline->n >= 3 && qp_polygon_has (obstacle->outline, place);
}

/* inside, and not just on the outline; or still inside a step before it */
static gboolean
looks_out_of (const QpNode *node, QpVec place, QpVec way)
{
  return is_in (node, qp_vec_add (place, qp_vec_scale (way, NEARLY_M)))
         || (is_in (node, place) && qp_outline_distance (((const QpObstacle *) node)->outline, TRUE, place) > BEFORE_WALL_M);
}

/* the walls without those of a building that has the place inside: its windows look out of it */
static GArray *
walls_around (const GArray *walls, QpVec place, QpVec way)
{
  GArray *kept = g_array_sized_new (FALSE, FALSE, sizeof (QpSightWall), walls->len);
  const QpNode *last = NULL;
  gboolean inside = FALSE;

  for (guint i = 0; i < walls->len; i++)
    {
      const QpSightWall *wall = &g_array_index (walls, QpSightWall, i);
      if (wall->node != last)
        inside = wall->node != NULL && looks_out_of (wall->node, place, way);
      last = wall->node;
      if (!inside)
        g_array_append_val (kept, *wall);
    }
  return kept;
}

/* --- where a window looks --- */

static double
bound_sum (const QpLight *light, QpVec3 at, QpVec3 normal)
{
  double sum = 0;

  for (guint i = 0; i < light->n_sources; i++)
    {
      const QpLightSource *source = &light->sources[i];
      if (source->known)
        sum += (isnan (source->luminance) ? 1 : source->luminance)
               * qp_light_factor (&source->face, NULL, at, normal, QP_LIGHT_BOUND);
    }
  return sum;
}

/* the level direction of those given that gets most light */
static QpVec
brightest_way (const QpLight *light, QpVec3 at, const QpVec *ways, guint n)
{
  QpVec best = ways[0];
  double most = -1;

  for (guint i = 0; i < n; i++)
    {
      const double sum = bound_sum (light, at, qp_vec3_of (ways[i], 0));
      if (sum > most)
        best = ways[i];
      most = fmax (most, sum);
    }
  return best;
}

/* a receptor that does not say where it looks: a line to one of its sides, a point anywhere */
static QpVec
way_of (const QpLight *light, const QpReceptor *receptor, QpVec a, QpVec b, double middle)
{
  const QpVec along = qp_vec_sub (b, a);
  const QpVec3 at = qp_vec3_of (qp_vec_middle (a, b), middle);
  const double length = qp_vec_length (along);
  QpVec ways[HEADINGS];

  if (!isnan (receptor->facing_deg))
    return qp_vec_from_heading (receptor->facing_deg);
  if (length > 0)
    {
      ways[0] = qp_vec (along.y / length, -along.x / length);
      ways[1] = qp_vec_scale (ways[0], -1);
      return brightest_way (light, at, ways, 2);
    }
  for (guint i = 0; i < HEADINGS; i++)
    ways[i] = qp_vec_from_heading (i * 360.0 / HEADINGS);
  return brightest_way (light, at, ways, HEADINGS);
}

/* --- places --- */

static guint
steps_in (double length, double step)
{
  return length <= 0 ? 0 : (guint) ceil (length / step - 1e-9);
}

typedef struct
{
  double low;
  double high;
} Heights;

static Heights
heights_of (const QpReceptor *receptor)
{
  const double low = receptor->base_height_m == QP_UNSET ? 1.5 : qp_m_from_um (receptor->base_height_m);
  const double high = receptor->top_height_m == QP_UNSET ? low : qp_m_from_um (receptor->top_height_m);

  return (Heights){ fmin (low, high), fmax (low, high) };
}

static void
add_side (QpLightPoints *self, const QpReceptor *receptor, QpVec a, QpVec b)
{
  const Heights heights = heights_of (receptor);
  const QpVec way = way_of (self->light, receptor, a, b, (heights.low + heights.high) / 2);
  const guint across = steps_in (qp_vec_distance (a, b), self->step), up = steps_in (heights.high - heights.low, self->step);
  const QpVec before = qp_vec_scale (way, BEFORE_WALL_M);

  g_ptr_array_add (self->walls, walls_around (self->light->walls, qp_vec_middle (a, b), way));
  for (guint i = 0; i <= across; i++)
    for (guint j = 0; j <= up; j++)
      {
        const double t = across == 0 ? 0 : (double) i / across, s = up == 0 ? 0 : (double) j / up;
        const QpVec place = qp_vec_add (qp_vec_add (a, qp_vec_scale (qp_vec_sub (b, a), t)), before);
        const QpLightPoint point = { qp_vec3_of (place, heights.low + s * (heights.high - heights.low)), qp_vec3_of (way, 0),
                                     self->walls->len - 1 };
        g_array_append_val (self->points, point);
      }
}

static double
count_points (const QpReceptor *receptor, double step)
{
  const Heights heights = heights_of (receptor);
  double n = 0;

  for (guint i = 0; i + 1 < receptor->outline->n; i++)
    n += steps_in (qp_vec_distance (qp_vec_from_point (receptor->outline->at[i]), qp_vec_from_point (receptor->outline->at[i + 1])), step)
         + 1;
  return fmax (n, 1) * (steps_in (heights.high - heights.low, step) + 1);
}

static void
fill_bounds (QpLightPoints *self)
{
  const guint n = self->light->n_sources;

  self->bounds = g_new (double, MAX (1, (gsize) self->points->len * n));
  self->exact = g_new (double, MAX (1, (gsize) self->points->len * n));
  for (guint i = 0; i < self->points->len; i++)
    for (guint k = 0; k < n; k++)
      {
        const QpLightPoint *point = &g_array_index (self->points, QpLightPoint, i);
        const QpLightSource *source = &self->light->sources[k];
        const double bound
            = source->known ? qp_light_factor (&source->face, NULL, point->at, point->normal, QP_LIGHT_BOUND) : 0;
        self->bounds[(gsize) i * n + k] = bound;
        self->exact[(gsize) i * n + k] = bound > 0 ? NAN : 0;
      }
}

/* inside the engine: takes places along a receptor and up it, a metre apart or less; returns whether it has any */
gboolean
qp_light_points_init (QpLightPoints *self, const QpLight *light, const QpReceptor *receptor)
{
  double pieces = 0;

  *self = (QpLightPoints){ .light = light, .step = STEP_M, .facing_assumed = isnan (receptor->facing_deg) };
  if (receptor->outline == NULL || receptor->outline->n == 0)
    return FALSE;
  for (guint i = 0; i < light->n_sources; i++)
    pieces += light->sources[i].known ? light->sources[i].face.pieces->len : 0;
  while (count_points (receptor, self->step) * pieces > MOST_WORK && self->step < 1000)
    self->step *= 2;
  self->points = g_array_new (FALSE, FALSE, sizeof (QpLightPoint));
  self->walls = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  for (guint i = 0; i + 1 < MAX (receptor->outline->n, 2); i++)
    add_side (self, receptor, qp_vec_from_point (receptor->outline->at[i]),
              qp_vec_from_point (receptor->outline->at[MIN (i + 1, receptor->outline->n - 1)]));
  fill_bounds (self);
  return TRUE;
}

void
qp_light_points_clear (QpLightPoints *self)
{
  g_clear_pointer (&self->points, g_array_unref);
  g_clear_pointer (&self->walls, g_ptr_array_unref);
  g_clear_pointer (&self->bounds, g_free);
  g_clear_pointer (&self->exact, g_free);
}

/* inside the engine: illuminance at a place for 1 cd/m² of a screen, lx */
double
qp_light_points_factor (QpLightPoints *self, guint point, guint source)
{
  double *exact = &self->exact[(gsize) point * self->light->n_sources + source];

  if (isnan (*exact))
    {
      const QpLightPoint *place = &g_array_index (self->points, QpLightPoint, point);
      *exact = qp_light_factor (&self->light->sources[source].face, self->walls->pdata[place->walls], place->at,
                                place->normal, QP_LIGHT_EXACT);
    }
  return *exact;
}

/* --- the brightest place --- */

typedef struct
{
  guint point;
  double bound;
} Candidate;

static int
brighter_first (gconstpointer a, gconstpointer b)
{
  const Candidate *left = a, *right = b;

  if (left->bound != right->bound)
    return left->bound > right->bound ? -1 : 1;
  return left->point < right->point ? -1 : left->point > right->point;
}

/* inside the engine: the place where the sum of weight × factor over the screens is greatest; places that can't be brighter
 * than the best so far, with nothing in between, are not looked at */
guint
qp_light_points_brightest (QpLightPoints *self, const double *weights, double *most)
{
  const guint n = self->light->n_sources;
  g_autoptr (GArray) candidates = g_array_sized_new (FALSE, FALSE, sizeof (Candidate), self->points->len);
  guint best = 0;

  *most = 0;
  for (guint i = 0; i < self->points->len; i++)
    {
      Candidate candidate = { i, 0 };
      for (guint k = 0; k < n; k++)
        candidate.bound += weights[k] * self->bounds[(gsize) i * n + k];
      g_array_append_val (candidates, candidate);
    }
  g_array_sort (candidates, brighter_first);
  for (guint i = 0; i < candidates->len; i++)
    {
      const Candidate *candidate = &g_array_index (candidates, Candidate, i);
      double sum = 0;
      if (candidate->bound <= *most)
        break;
      for (guint k = 0; k < n; k++)
        if (weights[k] > 0)
          sum += weights[k] * qp_light_points_factor (self, candidate->point, k);
      if (sum > *most)
        best = candidate->point;
      *most = fmax (*most, sum);
    }
  return best;
}
