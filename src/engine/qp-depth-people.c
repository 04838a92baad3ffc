/* qp-depth-people.c: how much of the audience stands where a picture with depth looks right, and where the eye may go
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/qp-audience.h"
#include "engine/qp-depth.h"

#include <math.h>

#define SAMPLES 400        /* places of each audience that are looked at */
#define CELLS (SAMPLES * 100)
#define AXIS_WIDTHS 1.5    /* distance of an eye on the axis, in widths of the screen */
#define AXIS_LEAST_M 5.0

typedef struct
{
  QpVec3 place;
  double weight;
} Stand;

/* --- places in it --- */

static void
add_audience (GArray *stands, const QpAudience *audience, const QpDay *day, gboolean by_people)
{
  const double ground = qp_audience_ground (audience);
  const double whole = by_people ? qp_audience_minutes (audience, day, NULL) : ground;
  const double step
      = audience->kind == QP_AUDIENCE_PATH ? ground / QP_AUDIENCE_PATH_M / SAMPLES : sqrt (ground / SAMPLES);
  g_autoptr (GArray) places = qp_audience_places (audience, step, SAMPLES, CELLS);

  for (guint i = 0; i < places->len; i++)
    {
      const Stand stand = { qp_audience_eye (audience, g_array_index (places, QpVec, i)), whole / places->len };
      g_array_append_val (stands, stand);
    }
}

static GArray *
find_stands (const QpNode *plan, guint *n_audiences, gboolean *by_people)
{
  GArray *stands = g_array_new (FALSE, FALSE, sizeof (Stand));
  const QpAudience *audience;
  QpNodeIter iter;
  double whole = 0;
  QpDay day;

  qp_day_init (&day, NULL);
  *n_audiences = 0;
  *by_people = TRUE;
  qp_node_iter_init (&iter, plan->children);
  while ((audience = qp_audience_next (&iter)) != NULL)
    {
      const double people = qp_audience_minutes (audience, &day, NULL);
      *by_people = *by_people && !isnan (people);
      whole += people;
      ++*n_audiences;
    }
  *by_people = *by_people && whole > 0;
  qp_node_iter_init (&iter, plan->children);
  while ((audience = qp_audience_next (&iter)) != NULL)
    add_audience (stands, audience, &day, *by_people);
  return stands;
}

/**
 * qp_depth_audience:
 * @self: a picture with depth
 * @plan: (nullable): the plan that the screen is on
 * @audience: (out caller-allocates): how much of its audience sees the picture right
 *
 * Looks from some hundred places of each area and path, at the eye height of its people. They count by their
 * visitor-minutes a day where these are known of all of them (see qp_audience_minutes()), else by the ground they cover, a path
 * 1 m wide.
 */
void
qp_depth_audience (const QpDepth *self, const QpNode *plan, QpDepthAudience *audience)
{
  double whole = 0, good = 0, limit = 0;

  *audience = (QpDepthAudience){ .good = NAN, .limit = NAN };
  if (plan == NULL || self->state != QP_DEPTH_FINE || !qp_depth_has_content (self))
    return;
  g_autoptr (GArray) stands = find_stands (plan, &audience->audiences, &audience->by_people);
  for (guint i = 0; i < stands->len; i++)
    {
      const Stand *stand = &g_array_index (stands, Stand, i);
      whole += stand->weight;
      if (!qp_depth_passes (self, stand->place, self->limit_deg))
        continue;
      limit += stand->weight;
      if (qp_depth_passes (self, stand->place, self->good_deg))
        good += stand->weight;
    }
  if (whole > 0)
    {
      audience->good = good / whole;
      audience->limit = limit / whole;
    }
}

/* --- where the eye may go --- */

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  const Stand *one = a, *other = b;

  return (one->place.x > other->place.x) - (one->place.x < other->place.x);
}

/* of places whose x is what counts */
static double
weighted_median (GArray *stands)
{
  double whole = 0, sum = 0;

  g_array_sort (stands, compare_numbers);
  for (guint i = 0; i < stands->len; i++)
    whole += g_array_index (stands, Stand, i).weight;
  for (guint i = 0; i < stands->len; i++)
    if ((sum += g_array_index (stands, Stand, i).weight) >= whole / 2)
      return g_array_index (stands, Stand, i).place.x;
  return NAN;
}

static gboolean
is_before_all (const QpDepth *self, QpVec3 place)
{
  for (guint i = 0; i < self->facets->len; i++)
    {
      const QpDepthFacet *facet = qp_depth_facet (self, i);
      if (qp_vec3_dot (facet->normal, qp_vec3_sub (place, facet->corners[3])) <= 0)
        return FALSE;
    }
  return TRUE;
}

static QpVec3
median_stand (const QpDepth *self, GArray *stands)
{
  g_autoptr (GArray) x = g_array_new (FALSE, FALSE, sizeof (Stand));
  g_autoptr (GArray) y = g_array_new (FALSE, FALSE, sizeof (Stand));
  g_autoptr (GArray) z = g_array_new (FALSE, FALSE, sizeof (Stand));

  for (guint i = 0; i < stands->len; i++)
    {
      const Stand *stand = &g_array_index (stands, Stand, i);
      if (!is_before_all (self, stand->place))
        continue;
      g_array_append_val (x, ((Stand){ { stand->place.x, 0, 0 }, stand->weight }));
      g_array_append_val (y, ((Stand){ { stand->place.y, 0, 0 }, stand->weight }));
      g_array_append_val (z, ((Stand){ { stand->place.z, 0, 0 }, stand->weight }));
    }
  return qp_vec3 (weighted_median (x), weighted_median (y), weighted_median (z));
}

/**
 * qp_depth_suggest_eye:
 * @screen: a screen
 * @catalogue: (nullable): where its cabinet is looked up
 * @plan: (nullable): the plan that it is on
 * @eye: (out): a place for the design eye point, metres
 *
 * The eye point goes where the median of the audience stands that is before all faces; without such people, one and a half
 * widths of the screen away on its axis.
 *
 * Returns: whether the median of the audience was taken
 */
gboolean
qp_depth_suggest_eye (const QpScreen *screen, const QpCatalogue *catalogue, const QpNode *plan, QpVec3 *eye)
{
  g_auto (QpDepth) depth = { 0 };
  const QpVec place = qp_vec (screen->x_m == QP_UNSET ? 0 : qp_m_from_um (screen->x_m),
                              screen->y_m == QP_UNSET ? 0 : qp_m_from_um (screen->y_m));
  const QpVec facing = qp_vec_from_heading (isnan (screen->facing_deg) ? 180 : screen->facing_deg);
  guint n;
  gboolean by_people;

  qp_depth_init (&depth, screen, catalogue);
  if (plan != NULL && depth.facets->len > 0)
    {
      g_autoptr (GArray) stands = find_stands (plan, &n, &by_people);
      *eye = median_stand (&depth, stands);
      if (!isnan (eye->x) && is_before_all (&depth, *eye))
        return TRUE;
    }
  const double wide = depth.facets->len == 0 ? 0
                      : depth.shape.closed   ? fabs (qp_shape_sagitta (&depth.shape))
                                             : qp_shape_chord (&depth.shape);
  const double away = fmax (AXIS_WIDTHS * fmax (isnan (wide) ? 0 : wide, qp_shape_height (&depth.shape)), AXIS_LEAST_M);
  *eye = qp_vec3_of (qp_vec_add (place, qp_vec_scale (facing, round (away * 10) / 10)), QP_AUDIENCE_EYE_M);
  return FALSE;
}
