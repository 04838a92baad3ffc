/* qp-depth-sweet.c: from where a baked picture with depth still looks right
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/qp-depth.h"

#include <math.h>

#define MOST_FACETS 12      /* of many facets, so many are looked at */
#define STEPS 40            /* of the search along a ray */
#define HALVINGS 24         /* of the last step */
#define REACH 3.0           /* the search ends at so many times the distance of the eye */
#define LEAST_BEFORE 1e-3   /* nearer to a face's plane than this nothing of it is seen, metres */
#define TANGENT_LIMIT 1e12

/**
 * qp_depth_has_content:
 * @self: a picture with depth
 *
 * Returns: whether a depth of the content is given that is not nothing
 */
gboolean
qp_depth_has_content (const QpDepth *self)
{
  return self->front > 0 || self->behind > 0;
}

/* the tangent of the angle between two directions; very large from 90° on */
static double
tangent_between (QpVec3 a, QpVec3 b)
{
  const double along = qp_vec3_dot (a, b);

  return along > 0 ? qp_vec3_length (qp_vec3_cross (a, b)) / along : TANGENT_LIMIT;
}

/* The place at depth `z` behind the facet's plane that the eye sees at `at` on the facet; before it for z < 0. */
static QpVec3
place_behind (const QpDepth *self, const QpDepthFacet *facet, QpVec3 at, double z)
{
  return qp_vec3_mix (self->eye, at, (facet->distance + z) / facet->distance);
}

static double
error_at (const QpDepth *self, const QpDepthFacet *facet, QpVec3 at, double z, QpVec3 viewer)
{
  if (isnan (z) || z == 0)
    return 0;
  if (facet->distance + z <= LEAST_BEFORE)
    return TANGENT_LIMIT;
  const QpVec3 place = place_behind (self, facet, at, z);
  return tangent_between (qp_vec3_sub (at, viewer), qp_vec3_sub (place, viewer));
}

static double
facet_error (const QpDepth *self, const QpDepthFacet *facet, QpVec3 viewer)
{
  double worst = 0;

  for (guint i = 0; i < 5; i++)
    {
      const QpVec3 at = i < 4 ? facet->corners[i] : qp_vec3_mix (facet->corners[0], facet->corners[2], 0.5);
      worst = fmax (worst, error_at (self, facet, at, self->behind, viewer));
      worst = fmax (worst, error_at (self, facet, at, -self->front, viewer));
    }
  return worst;
}

static gboolean
is_before (const QpDepthFacet *facet, QpVec3 viewer)
{
  return qp_vec3_dot (facet->normal, qp_vec3_sub (viewer, facet->corners[3])) > LEAST_BEFORE;
}

/* tangent of the greatest error; infinite where a face that the eye sees turns away */
static double
tangent_of_error (const QpDepth *self, QpVec3 viewer)
{
  const guint n = self->facets->len, step = (n + MOST_FACETS - 1) / MOST_FACETS;
  double worst = 0;

  for (guint i = 0; i < n; i++)
    {
      const QpDepthFacet *facet = qp_depth_facet (self, i);
      if (facet->away)
        continue;
      if (!is_before (facet, viewer))
        return INFINITY;
      if (i % step == 0 || i + 1 == n)
        worst = fmax (worst, facet_error (self, facet, viewer));
    }
  return worst;
}

/**
 * qp_depth_error_deg:
 * @self: a picture with depth
 * @viewer: where somebody looks from, metres
 *
 * A picture is baked for the eye: a place at a depth is drawn where the eye sees it on the face. From elsewhere it should
 * be seen in another direction than it is. On the axis of a flat face, a viewer who moves Δ sideways sees a place at depth
 * z off by atan(Δ/D) − atan(Δ/(D+z)), which for small angles is Δ·z ÷ (D·(D+z)).
 *
 * Returns: the greatest angle, in degrees, between where content at the depths of the screen appears and where it should,
 *   over corners and middle of all facets that the eye sees; infinite where one of them turns its back; 90 at most
 */
double
qp_depth_error_deg (const QpDepth *self, QpVec3 viewer)
{
  const double tangent = self->state == QP_DEPTH_FINE ? tangent_of_error (self, viewer) : NAN;

  return isinf (tangent) ? INFINITY : atan (tangent) * 180 / G_PI;
}

static double
tangent_of (double deg)
{
  return tan (CLAMP (deg, 0, 89.999) * G_PI / 180);
}

/**
 * qp_depth_passes:
 * @self: a picture with depth
 * @viewer: where somebody looks from, metres
 * @deg: error of direction that passes, degrees
 *
 * Very far aside all errors become small again, as all is seen at a glance: that is no sweet spot. So nothing on the
 * straight way from the eye may be worse.
 *
 * Returns: whether the picture looks right from there
 */
gboolean
qp_depth_passes (const QpDepth *self, QpVec3 viewer, double deg)
{
  const double limit = tangent_of (deg);

  if (self->state != QP_DEPTH_FINE || !qp_depth_has_content (self))
    return FALSE;
  for (guint i = 1; i <= 8; i++)
    if (!(tangent_of_error (self, qp_vec3_mix (self->eye, viewer, i / 8.0)) <= limit))
      return FALSE;
  return TRUE;
}

/* --- outlines --- */

typedef struct
{
  const QpDepth *depth;
  QpVec direction;
  double most;
} Ray;

static double
ray_error (const Ray *ray, double metres)
{
  const QpVec3 eye = ray->depth->eye;

  return tangent_of_error (ray->depth,
                           qp_vec3 (eye.x + ray->direction.x * metres, eye.y + ray->direction.y * metres, eye.z));
}

/* where the error first exceeds the limit between two places, the first of which passes */
static double
ray_halve (const Ray *ray, double passes, double fails, double limit)
{
  for (guint i = 0; i < HALVINGS; i++)
    {
      const double middle = (passes + fails) / 2;
      if (ray_error (ray, middle) <= limit)
        passes = middle;
      else
        fails = middle;
    }
  return passes;
}

/* steps are short near the eye, where a zone may be small */
static double
ray_reach (const Ray *ray, double from, double limit)
{
  double passes = from;

  for (guint i = 1; i <= STEPS; i++)
    {
      const double metres = ray->most * pow ((double) i / STEPS, 2);
      if (metres <= from)
        continue;
      if (!(ray_error (ray, metres) <= limit))
        return ray_halve (ray, passes, metres, limit);
      passes = metres;
    }
  return ray->most;
}

static double
search_end (const QpDepth *self)
{
  return REACH * qp_depth_eye_distance (self);
}

/**
 * qp_depth_reach:
 * @self: a picture with depth
 * @deg: error of direction that passes, degrees
 * @reach: (out caller-allocates): how far one may go from the eye
 *
 * Finds the extent of a sweet spot alone, which is quicker than its outline: see qp_depth_zones().
 *
 * Returns: whether all that it needs is known
 */
gboolean
qp_depth_reach (const QpDepth *self, double deg, QpDepthReach *reach)
{
  if (self->state != QP_DEPTH_FINE || !qp_depth_has_content (self))
    return FALSE;
  const QpVec eye = qp_vec3_plan (self->eye);
  const QpVec to = qp_vec_sub (qp_vec3_plan (qp_depth_middle (self)), eye);
  const double length = qp_vec_length (to), limit = tangent_of (deg), most = search_end (self);
  const QpVec ahead = length > 0 ? qp_vec_scale (to, 1 / length) : qp_vec (0, 1);
  const Ray rays[] = { { self, ahead, most },
                       { self, qp_vec_scale (ahead, -1), most },
                       { self, qp_vec (-ahead.y, ahead.x), most },
                       { self, qp_vec (ahead.y, -ahead.x), most } };

  *reach = (QpDepthReach){ ray_reach (&rays[0], 0, limit), ray_reach (&rays[1], 0, limit),
                           ray_reach (&rays[2], 0, limit), ray_reach (&rays[3], 0, limit), FALSE };
  reach->open = reach->further >= most || reach->left >= most || reach->right >= most;
  return TRUE;
}

static void
complete_zone (const QpDepth *self, QpDepthZone *zone)
{
  qp_depth_reach (self, zone->deg, &zone->reach);
  zone->area = fabs (qp_corners_area (zone->outline, QP_DEPTH_RAYS));
  zone->most = search_end (self);
}

/**
 * qp_depth_zones:
 * @self: a picture with depth
 * @good: (out caller-allocates): where the picture is good
 * @limit: (out caller-allocates): where it is acceptable
 *
 * Finds the sweet spot on the plan, at the height of the eye: all that can be reached on a straight way from the eye
 * without a greater error, before all faces that the eye sees, as far as three times the distance of the eye.
 *
 * Returns: whether all that it needs is known: an eye point, and a depth of the content
 */
gboolean
qp_depth_zones (const QpDepth *self, QpDepthZone *good, QpDepthZone *limit)
{
  if (self->state != QP_DEPTH_FINE || !qp_depth_has_content (self))
    return FALSE;
  const QpVec eye = qp_vec3_plan (self->eye);
  const double most = search_end (self);

  good->deg = self->good_deg;
  limit->deg = self->limit_deg;
  for (guint i = 0; i < QP_DEPTH_RAYS; i++)
    {
      const double angle = 2 * G_PI * i / QP_DEPTH_RAYS;
      const Ray ray = { self, qp_vec (cos (angle), sin (angle)), most };
      const double near_ = ray_reach (&ray, 0, tangent_of (good->deg));
      const double far_ = ray_reach (&ray, near_, tangent_of (limit->deg));
      good->outline[i] = qp_vec_add (eye, qp_vec_scale (ray.direction, near_));
      limit->outline[i] = qp_vec_add (eye, qp_vec_scale (ray.direction, far_));
    }
  complete_zone (self, good);
  complete_zone (self, limit);
  return TRUE;
}
