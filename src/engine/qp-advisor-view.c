/* qp-advisor-view.c: how far the places of an audience are from the faces of a screen
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/qp-advisor.h"

#include <math.h>

#define PLACES_BETWEEN_STOPS 256

/* a facet as a rectangle in space, ready for many eyes */
typedef struct
{
  QpVec3 corner; /* lower left */
  QpVec3 right;  /* unit vectors along its edges */
  QpVec3 up;
  QpVec3 normal;
  QpVec3 middle;
  double width;
  double height;
  guint face;
} Plate;

typedef struct
{
  GArray *plates;  /* Plate */
  GArray *centres; /* QpVec3, by face */
  gboolean double_sided;
} Faces;

static void
faces_clear (Faces *self)
{
  g_clear_pointer (&self->plates, g_array_unref);
  g_clear_pointer (&self->centres, g_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Faces, faces_clear)

static Plate
plate_of (const QpShape *shape, const QpFacet *facet)
{
  QpVec3 c[4];

  qp_shape_facet_quad (shape, facet, c);
  const QpVec3 right = qp_vec3_sub (c[2], c[3]), up = qp_vec3_sub (c[0], c[3]);
  return (Plate){ .corner = c[3],
                  .right = qp_vec3_unit (right),
                  .up = qp_vec3_unit (up),
                  .normal = qp_shape_normal (shape, facet),
                  .middle = qp_vec3_mix (c[0], c[2], 0.5),
                  .width = qp_vec3_length (right),
                  .height = qp_vec3_length (up),
                  .face = facet->face };
}

/* the middle of the columns of a face that bends, of all of it when it is plane */
static QpVec3
centre_of (const QpShape *shape, guint face)
{
  guint first = G_MAXUINT, end = 0;

  for (guint i = 0; i < shape->facets->len; i++)
    {
      const QpFacet *facet = qp_shape_facet (shape, i);
      if (facet->face != face)
        continue;
      first = MIN (first, facet->first);
      end = MAX (end, facet->first + facet->columns);
    }
  const double middle = (first + end) / 2.0;
  const QpFacet *facet = qp_shape_facet (shape, qp_shape_facet_of_column (shape, (guint) middle));
  return qp_shape_point (shape, facet, middle, shape->cells.rows / 2.0);
}

static void
faces_init (Faces *self, const QpShape *shape)
{
  self->plates = g_array_new (FALSE, FALSE, sizeof (Plate));
  self->centres = g_array_new (FALSE, FALSE, sizeof (QpVec3));
  self->double_sided = shape->double_sided;
  for (guint i = 0; i < shape->facets->len; i++)
    {
      const Plate plate = plate_of (shape, qp_shape_facet (shape, i));
      g_array_append_val (self->plates, plate);
    }
  for (guint face = 0; shape->facets->len > 0 && face < qp_shape_n_faces (shape); face++)
    {
      const QpVec3 centre = centre_of (shape, face);
      g_array_append_val (self->centres, centre);
    }
}

static double
plate_distance (const Plate *plate, QpVec3 eye)
{
  const QpVec3 away = qp_vec3_sub (eye, plate->corner);
  const double across = CLAMP (qp_vec3_dot (away, plate->right), 0, plate->width);
  const double up = CLAMP (qp_vec3_dot (away, plate->up), 0, plate->height);
  const QpVec3 point = qp_vec3_add (plate->corner, qp_vec3_add (qp_vec3_scale (plate->right, across), qp_vec3_scale (plate->up, up)));

  return qp_vec3_distance (point, eye);
}

/* whether the eye is before any face; those behind it see nothing of it */
static gboolean
look (const Faces *self, QpAdvisorPlace *place)
{
  place->nearest = place->centre = INFINITY;
  for (guint i = 0; i < self->plates->len; i++)
    {
      const Plate *plate = &g_array_index (self->plates, Plate, i);
      const double before = qp_vec3_dot (qp_vec3_sub (place->eye, plate->corner), plate->normal);
      if (self->double_sided ? fabs (before) < 1e-9 : before < 1e-9)
        continue;
      const double distance = plate_distance (plate, place->eye);
      place->centre
          = fmin (place->centre, qp_vec3_distance (g_array_index (self->centres, QpVec3, plate->face), place->eye));
      if (distance >= place->nearest)
        continue;
      place->nearest = distance;
      const double cosine = qp_vec3_dot (qp_vec3_unit (qp_vec3_sub (place->eye, plate->middle)), plate->normal);
      place->off_axis_deg = acos (CLAMP (fabs (cosine), 0, 1)) * 180 / G_PI;
    }
  return isfinite (place->nearest);
}

static int
by_nearest (gconstpointer a, gconstpointer b)
{
  const QpAdvisorPlace *one = a, *other = b;

  return (one->nearest > other->nearest) - (one->nearest < other->nearest);
}

static int
by_centre (gconstpointer a, gconstpointer b)
{
  const QpAdvisorPlace *one = a, *other = b;

  return (one->centre > other->centre) - (one->centre < other->centre);
}

/* distances with the weights up to them; the places are sorted already */
static void
add_up (GArray *places, gboolean centre, GArray *distances, GArray *sums)
{
  double sum = 0;

  for (guint i = 0; i < places->len; i++)
    {
      const QpAdvisorPlace *place = &g_array_index (places, QpAdvisorPlace, i);
      const double distance = centre ? place->centre : place->nearest;
      sum += place->weight;
      g_array_append_val (distances, distance);
      g_array_append_val (sums, sum);
    }
}

static void
read_angle (QpAdvisorView *self, const QpScreen *screen, const QpCatalogue *catalogue, const GArray *places)
{
  const QpCabinet *cabinet
      = catalogue == NULL || screen->cabinet == NULL ? NULL : qp_catalogue_cabinet (catalogue, screen->cabinet);
  double beyond = 0;

  self->half_angle_deg = cabinet == NULL ? NAN : cabinet->viewing_angle_h_deg / 2;
  self->beyond_angle = NAN;
  if (isnan (self->half_angle_deg) || !(self->before > 0))
    return;
  for (guint i = 0; i < places->len; i++)
    {
      const QpAdvisorPlace *place = &g_array_index (places, QpAdvisorPlace, i);
      if (place->off_axis_deg > self->half_angle_deg)
        beyond += place->weight;
    }
  self->beyond_angle = beyond / self->before;
}

static GArray *
seeing_places (QpAdvisorView *self, const Faces *faces, const QpAdvisorPeople *people, const QpAdvisorOptions *options)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (QpAdvisorPlace));

  for (guint i = 0; i < people->places->len; i++)
    {
      QpAdvisorPlace place = g_array_index (people->places, QpAdvisorPlace, i);
      if (i % PLACES_BETWEEN_STOPS == 0 && qp_advisor_is_stopped (options))
        break;
      if (!look (faces, &place))
        continue;
      self->before += place.weight;
      g_array_append_val (places, place);
    }
  return places;
}

/**
 * qp_advisor_view_init:
 * @self: (out caller-allocates): place for the view
 * @screen: a screen
 * @plan: (nullable): the plan that it is on
 * @catalogue: (nullable): where its cabinet is looked up
 * @options: what is asked
 *
 * Finds how far each place of the audience is from the screen, in space: from the eye to the nearest point of the faces that
 * it is in front of (less than 90° off their axis), and to the middle of the nearest of these faces. Obstacles are not
 * looked at.
 */
void
qp_advisor_view_init (QpAdvisorView *self, const QpScreen *screen, const QpNode *plan, const QpCatalogue *catalogue,
                      const QpAdvisorOptions *options)
{
  g_auto (QpAdvisorPeople) people = { 0 };
  g_auto (QpShape) shape = { 0 };
  g_auto (Faces) faces = { 0 };

  qp_advisor_people_init (&people, plan, screen, options);
  qp_shape_init (&shape, screen, catalogue);
  faces_init (&faces, &shape);
  *self = (QpAdvisorView){ .basis = people.basis, .audiences = people.audiences, .unknown = people.unknown,
                           .whole = people.whole, .bottom_known = !isnan (shape.bottom) };
  GArray **arrays[] = { &self->nearest, &self->nearest_sums, &self->centre, &self->centre_sums };
  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    *arrays[i] = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) places = seeing_places (self, &faces, &people, options);
  read_angle (self, screen, catalogue, places);
  g_array_sort (places, by_nearest);
  add_up (places, FALSE, self->nearest, self->nearest_sums);
  g_array_sort (places, by_centre);
  add_up (places, TRUE, self->centre, self->centre_sums);
}

/**
 * qp_advisor_view_clear:
 * @self: a view
 */
void
qp_advisor_view_clear (QpAdvisorView *self)
{
  g_clear_pointer (&self->nearest, g_array_unref);
  g_clear_pointer (&self->nearest_sums, g_array_unref);
  g_clear_pointer (&self->centre, g_array_unref);
  g_clear_pointer (&self->centre_sums, g_array_unref);
}

/* how many numbers of a sorted array are less */
static guint
count_less (const GArray *sorted, double number)
{
  guint low = 0, high = sorted->len;

  while (low < high)
    {
      const guint middle = (low + high) / 2;
      if (g_array_index (sorted, double, middle) < number)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * qp_advisor_view_nearer:
 * @self: a view
 * @distance: metres
 *
 * Returns: share of those in front of the screen whose nearest point of it is nearer, 0…1; NaN when there is nobody
 */
double
qp_advisor_view_nearer (const QpAdvisorView *self, double distance)
{
  if (!(self->before > 0))
    return NAN;
  const guint n = count_less (self->nearest, distance);
  return n == 0 ? 0 : g_array_index (self->nearest_sums, double, n - 1) / self->before;
}

static double
quantile (const GArray *distances, const GArray *sums, double weight)
{
  if (distances->len == 0)
    return NAN;
  /* a last digit of adding up does not move it to the next place */
  const guint n = count_less (sums, weight * (1 - 1e-12));
  return g_array_index (distances, double, MIN (n, distances->len - 1));
}

/**
 * qp_advisor_view_quantile:
 * @self: a view
 * @share: 0…1
 *
 * Returns: distance to the nearest point up to which this share of those in front of the screen stands, metres; NaN when there
 *   is nobody
 */
double
qp_advisor_view_quantile (const QpAdvisorView *self, double share)
{
  return quantile (self->nearest, self->nearest_sums, share * self->before);
}

/**
 * qp_advisor_view_centre_quantile:
 * @self: a view
 * @share: 0…1
 *
 * Returns: the same of the distance to the middle of the face
 */
double
qp_advisor_view_centre_quantile (const QpAdvisorView *self, double share)
{
  return quantile (self->centre, self->centre_sums, share * self->before);
}
