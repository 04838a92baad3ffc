/* qp-depth-people.c: how much of the audience stands where a picture with depth looks right, and where the eye may go
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/qp-depth.h"

#include "model/qp-kinds.h"

#include <math.h>

#define SAMPLES 400        /* places of each audience that are looked at */
#define PATH_WIDTH_M 1.0   /* of a path, where audiences count by their ground */
#define AXIS_WIDTHS 1.5    /* distance of an eye on the axis, in widths of the screen */
#define AXIS_LEAST_M 5.0

typedef struct
{
  QpVec3 place;
  double weight;
} Stand;

/* --- who an audience is --- */

static double
people_per_hour (const QpAudience *audience)
{
  const double known[] = { audience->people_morning_per_h, audience->people_day_per_h, audience->people_evening_per_h,
                           audience->people_night_per_h };
  double sum = 0;
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (!isnan (known[i]))
      {
        sum += known[i];
        n++;
      }
  return n > 0 ? sum / n : NAN;
}

static double
outline_length (const QpPoints *outline)
{
  double length = 0;

  for (guint i = 0; i + 1 < outline->n; i++)
    length += qp_vec_distance (qp_vec_from_point (outline->at[i]), qp_vec_from_point (outline->at[i + 1]));
  return length;
}

static double
dwell (const QpAudience *audience)
{
  if (!isnan (audience->dwell_s))
    return audience->dwell_s;
  return audience->kind == QP_AUDIENCE_PATH && audience->speed_m_per_s > 0
             ? outline_length (audience->outline) / audience->speed_m_per_s
             : NAN;
}

static double
ground (const QpAudience *audience)
{
  const QpPoints *outline = audience->outline;
  double sum = 0;

  if (audience->kind == QP_AUDIENCE_PATH)
    return outline_length (outline) * PATH_WIDTH_M;
  for (guint i = 0; i < outline->n; i++)
    {
      const QpVec a = qp_vec_from_point (outline->at[i]), b = qp_vec_from_point (outline->at[(i + 1) % outline->n]);
      sum += a.x * b.y - b.x * a.y;
    }
  return fabs (sum) / 2;
}

static gboolean
is_audience (const QpNode *node)
{
  const QpAudience *audience = (const QpAudience *) node;

  if (node->kind != QP_KIND_AUDIENCE || audience->outline == NULL)
    return FALSE;
  return audience->outline->n >= (audience->kind == QP_AUDIENCE_PATH ? 2u : 3u) && ground (audience) > 0;
}

/* --- places in it --- */

static void
add_stand (GArray *stands, const QpAudience *audience, QpVec place)
{
  const double height = audience->eye_height_m == QP_UNSET ? QP_DEPTH_EYE_M : qp_m_from_um (audience->eye_height_m);

  g_array_append_val (stands, ((Stand){ qp_vec3_of (place, height), 0 }));
}

static void
add_along (GArray *stands, const QpAudience *audience)
{
  const QpPoints *outline = audience->outline;
  const double step = outline_length (outline) / SAMPLES;
  double next = step / 2, gone = 0;

  for (guint i = 0; i + 1 < outline->n; i++)
    {
      const QpVec a = qp_vec_from_point (outline->at[i]), b = qp_vec_from_point (outline->at[i + 1]);
      const double length = qp_vec_distance (a, b);
      for (; next < gone + length; next += step)
        add_stand (stands, audience,
                   qp_vec_add (a, qp_vec_scale (qp_vec_sub (b, a), (next - gone) / length)));
      gone += length;
    }
}

static void
add_within (GArray *stands, const QpAudience *audience)
{
  const QpPoints *outline = audience->outline;
  const double step = sqrt (ground (audience) / SAMPLES);
  QpBox box = QP_BOX_EMPTY;

  for (guint i = 0; i < outline->n; i++)
    box = qp_box_with (box, qp_vec_from_point (outline->at[i]));
  /* a long thin strip askew has a large box: its grid is coarser, never its time longer */
  const double coarse = fmax (step, sqrt ((box.x1 - box.x0) * (box.y1 - box.y0) / (SAMPLES * 100.0)));
  const guint across = (guint) MAX (1, round ((box.x1 - box.x0) / coarse));
  const guint up = (guint) MAX (1, round ((box.y1 - box.y0) / coarse));
  for (guint row = 0; row < up; row++)
    for (guint column = 0; column < across; column++)
      {
        const QpVec place = qp_vec (box.x0 + (box.x1 - box.x0) * (column + 0.5) / across,
                                    box.y0 + (box.y1 - box.y0) * (row + 0.5) / up);
        if (qp_polygon_has (outline, place))
          add_stand (stands, audience, place);
      }
}

static void
add_audience (GArray *stands, const QpAudience *audience, gboolean by_people)
{
  const guint first = stands->len;
  const double whole = by_people ? people_per_hour (audience) * dwell (audience) : ground (audience);

  if (audience->kind == QP_AUDIENCE_PATH)
    add_along (stands, audience);
  else
    add_within (stands, audience);
  for (guint i = first; i < stands->len; i++)
    g_array_index (stands, Stand, i).weight = whole / (stands->len - first);
}

static GArray *
find_stands (const QpNode *plan, guint *n_audiences, gboolean *by_people)
{
  GArray *stands = g_array_new (FALSE, FALSE, sizeof (Stand));
  QpNodeIter iter;
  double whole = 0;

  *n_audiences = 0;
  *by_people = TRUE;
  qp_node_iter_init (&iter, plan->children);
  for (const QpNode *node; (node = qp_node_iter_next_of (&iter, QP_KIND_AUDIENCE)) != NULL;)
    if (is_audience (node))
      {
        const double people = people_per_hour ((const QpAudience *) node) * dwell ((const QpAudience *) node);
        *by_people = *by_people && !isnan (people);
        whole += people;
        ++*n_audiences;
      }
  *by_people = *by_people && whole > 0;
  qp_node_iter_init (&iter, plan->children);
  for (const QpNode *node; (node = qp_node_iter_next_of (&iter, QP_KIND_AUDIENCE)) != NULL;)
    if (is_audience (node))
      add_audience (stands, (const QpAudience *) node, *by_people);
  return stands;
}

/**
 * qp_depth_audience:
 * @self: a picture with depth
 * @plan: (nullable): the plan that the screen is on
 * @audience: (out caller-allocates): how much of its audience sees the picture right
 *
 * Looks from some hundred places of each area and path, at the eye height of its people. They count by people × dwell time
 * where both are known of all of them (the mean of the times of day that are known; on a path without dwell time, its
 * length ÷ walking speed), else by the ground they cover, a path 1 m wide.
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
  *eye = qp_vec3_of (qp_vec_add (place, qp_vec_scale (facing, round (away * 10) / 10)), QP_DEPTH_EYE_M);
  return FALSE;
}
