/* qp-rule-places.c: the distances on a plan that rules speak of
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/qp-rule-measures.h"

#include <math.h>

#define STEP_M 1.0
#define MOST_STEPS 2000
#define SAME_WAY_DEG 45
#define EARTH_M 6371008.8 /* mean radius, IUGG */

typedef struct
{
  const QpShape *shape;
  double eye;     /* height of who looks; NaN: distances on the plan alone */
  double nearest; /* of the places before a face */
  double farthest;
} Reach;

/* distance from a place to a facet, over the ground and, where heights are known, up to its edge */
static double
facet_distance (const Reach *self, const QpFacet *facet, QpVec place)
{
  const double flat = qp_segment_distance (facet->a, facet->b, place), low = self->shape->bottom;
  const double high = low + qp_shape_height (self->shape) * cos (self->shape->tilt);

  if (isnan (low) || isnan (self->eye))
    return flat;
  return hypot (flat, self->eye - CLAMP (self->eye, low, high));
}

static void
reach_place (Reach *self, QpVec place)
{
  double nearest = INFINITY;

  for (guint i = 0; i < self->shape->facets->len; i++)
    {
      const QpFacet *facet = qp_shape_facet (self->shape, i);
      const QpVec out = qp_vec_sub (place, qp_vec_middle (facet->a, facet->b));
      if (qp_vec_dot (out, qp_facet_facing (facet)) > 0 || self->shape->double_sided || self->shape->lying)
        nearest = fmin (nearest, facet_distance (self, facet, place));
    }
  if (isinf (nearest))
    return;
  self->nearest = fmin (self->nearest, nearest);
  self->farthest = fmax (self->farthest, nearest);
}

/* places along an outline, no further apart than STEP_M where that is not too many */
static void
reach_outline (Reach *self, const QpPoints *outline, gboolean closed)
{
  for (guint i = 0; outline != NULL && i < outline->n; i++)
    {
      const QpVec a = qp_vec_from_point (outline->at[i]), b = qp_vec_from_point (outline->at[(i + 1) % outline->n]);
      const gboolean last = i + 1 == outline->n && !closed;
      const double length = last ? 0 : qp_vec_distance (a, b);
      const guint steps = (guint) CLAMP (ceil (length / STEP_M), 1, MOST_STEPS);
      for (guint k = 0; k < steps; k++)
        reach_place (self, qp_vec_add (a, qp_vec_scale (qp_vec_sub (b, a), (double) k / steps)));
    }
}

static void
reach_audience (Reach *self, const QpAudience *audience)
{
  const gboolean area = audience->kind != QP_AUDIENCE_PATH;

  self->eye = audience->eye_height_m == QP_UNSET ? NAN : qp_m_from_um (audience->eye_height_m);
  reach_outline (self, audience->outline, area);
  /* who stands right before the face, in the middle of an area */
  for (guint i = 0; area && audience->outline != NULL && i < self->shape->facets->len; i++)
    {
      const QpFacet *facet = qp_shape_facet (self->shape, i);
      const QpVec before = qp_vec_add (qp_vec_middle (facet->a, facet->b), qp_vec_scale (qp_facet_facing (facet), 0.01));
      if (qp_polygon_has (audience->outline, before))
        reach_place (self, before);
    }
}

/* inside the engine: distance from the face to the nearest or farthest place of the audience that is before it, metres */
double
qp_rule_viewer_distance (const QpRuleCase *self, gboolean nearest)
{
  Reach reach = { &self->shape, NAN, INFINITY, -INFINITY };
  QpNodeIter iter;

  if (!self->has_shape || self->context->plan == NULL)
    return NAN;
  qp_node_iter_init (&iter, self->context->plan->node.children);
  for (const QpNode *node; (node = qp_node_iter_next_of (&iter, QP_KIND_AUDIENCE)) != NULL;)
    reach_audience (&reach, (const QpAudience *) node);
  if (isinf (reach.nearest))
    return NAN;
  return nearest ? reach.nearest : reach.farthest;
}

/* inside the engine: distance on the plan to the nearest window of a home that is before the face, metres */
double
qp_rule_home_distance (const QpRuleCase *self)
{
  Reach reach = { &self->shape, NAN, INFINITY, -INFINITY };
  QpNodeIter iter;

  if (!self->has_shape || self->context->plan == NULL)
    return NAN;
  qp_node_iter_init (&iter, self->context->plan->node.children);
  for (const QpNode *node; (node = qp_node_iter_next_of (&iter, QP_KIND_RECEPTOR)) != NULL;)
    if (((const QpReceptor *) node)->kind == QP_RECEPTOR_HOME)
      reach_outline (&reach, ((const QpReceptor *) node)->outline, FALSE);
  return isinf (reach.nearest) ? NAN : reach.nearest;
}

/* --- other screens --- */

static gboolean
is_about_the_same (double a_deg, double b_deg)
{
  const double d = qp_heading_wrap (a_deg - b_deg);

  return d <= SAME_WAY_DEG || d >= 360 - SAME_WAY_DEG;
}

/* a screen around a corner is perpendicular to both roads: each of its faces counts */
static gboolean
looks_the_same_way (const QpRuleCase *self, const QpScreen *other)
{
  if (isnan (self->screen->facing_deg) || isnan (other->facing_deg)
      || is_about_the_same (self->screen->facing_deg, other->facing_deg))
    return TRUE;
  const gboolean corner = self->screen->shape == QP_SCREEN_CORNER || self->screen->shape == QP_SCREEN_ROUNDED_CORNER;
  for (guint i = 0; corner && self->has_shape && i < self->shape.facets->len; i++)
    {
      const QpVec out = qp_facet_facing (qp_shape_facet (&self->shape, i));
      if (is_about_the_same (qp_heading_of (out), other->facing_deg))
        return TRUE;
    }
  return FALSE;
}

static void
come_nearer (QpRuleNeighbour *self, const QpNode *node, double distance)
{
  if (distance < self->distance_m)
    *self = (QpRuleNeighbour){ node, distance };
}

static void
find_on_plan (const QpRuleCase *self, QpRuleNeighbour *nearest)
{
  const QpScreen *screen = self->screen;
  QpNodeIter iter;

  *nearest = (QpRuleNeighbour){ NULL, INFINITY };
  if (self->context->plan == NULL || screen->x_m == QP_UNSET || screen->y_m == QP_UNSET)
    return;
  qp_node_iter_init (&iter, self->context->plan->node.children);
  for (const QpNode *node; (node = qp_node_iter_next_of (&iter, QP_KIND_SCREEN)) != NULL;)
    {
      const QpScreen *other = (const QpScreen *) node;
      if (other != screen && other->x_m != QP_UNSET && other->y_m != QP_UNSET && looks_the_same_way (self, other))
        come_nearer (nearest, node, hypot (qp_m_from_um (other->x_m - screen->x_m), qp_m_from_um (other->y_m - screen->y_m)));
    }
}

/**
 * qp_rules_find_neighbour:
 * @self: (out caller-allocates): the nearest other screen on the same plan that looks about the same way
 * @screen: a screen
 * @context: where it stands, with its plan
 *
 * Screens look the same way within 45°, or where one of them says no direction; of a screen around a corner each face counts.
 */
void
qp_rules_find_neighbour (QpRuleNeighbour *self, const QpScreen *screen, const QpEngineContext *context)
{
  QpRuleCase one = { .screen = screen, .context = context };

  one.has_shape = qp_shape_init (&one.shape, screen, context->catalogue);
  find_on_plan (&one, self);
  qp_shape_clear (&one.shape);
}

/**
 * qp_rules_find_facing:
 * @self: (out caller-allocates): the screen of the plan that comes nearest to the windows, of those before whose face they are
 * @receptor: windows
 * @plan: the plan that they are on
 * @catalogue: (nullable): where cabinets are looked up
 */
void
qp_rules_find_facing (QpRuleNeighbour *self, const QpReceptor *receptor, const QpPlan *plan, const QpCatalogue *catalogue)
{
  QpNodeIter iter;

  *self = (QpRuleNeighbour){ NULL, INFINITY };
  qp_node_iter_init (&iter, plan->node.children);
  for (const QpNode *node; (node = qp_node_iter_next_of (&iter, QP_KIND_SCREEN)) != NULL;)
    {
      QpShape shape;
      Reach reach = { &shape, NAN, INFINITY, -INFINITY };
      if (qp_shape_init (&shape, (const QpScreen *) node, catalogue))
        reach_outline (&reach, receptor->outline, FALSE);
      come_nearer (self, node, reach.nearest);
      qp_shape_clear (&shape);
    }
}

static gboolean
has_place (const QpSite *site)
{
  return site != NULL && !isnan (site->latitude_deg) && !isnan (site->longitude_deg);
}

/* great circle by the haversine formula */
static double
site_distance (const QpSite *a, const QpSite *b)
{
  const double rad = G_PI / 180, lat_a = a->latitude_deg * rad, lat_b = b->latitude_deg * rad;
  const double s = sin ((lat_b - lat_a) / 2), t = sin ((b->longitude_deg - a->longitude_deg) * rad / 2);

  return 2 * EARTH_M * asin (fmin (1, sqrt (s * s + cos (lat_a) * cos (lat_b) * t * t)));
}

static gboolean
has_screens (const QpNode *node)
{
  QpNodeIter iter;

  if (node->kind == QP_KIND_SCREEN)
    return TRUE;
  qp_node_iter_init (&iter, node->children);
  for (const QpNode *child; (child = qp_node_iter_next (&iter)) != NULL;)
    if (has_screens (child))
      return TRUE;
  return FALSE;
}

/**
 * qp_rules_site_counts:
 * @site: a site
 *
 * Returns: whether rules ask how far it is from other sites: it has a place on earth, and screens
 */
gboolean
qp_rules_site_counts (const QpSite *site)
{
  return has_place (site) && has_screens (&site->node);
}

/**
 * qp_rules_find_site:
 * @self: (out caller-allocates): the nearest other site that has screens
 * @context: a site, and its project
 */
void
qp_rules_find_site (QpRuleNeighbour *self, const QpEngineContext *context)
{
  const QpSite *site = context->site;
  QpNodeIter iter;

  *self = (QpRuleNeighbour){ NULL, INFINITY };
  if (!has_place (site) || context->project == NULL)
    return;
  qp_node_iter_init (&iter, context->project->node.children);
  for (const QpNode *node; (node = qp_node_iter_next_of (&iter, QP_KIND_SITE)) != NULL;)
    if (node != &site->node && qp_rules_site_counts ((const QpSite *) node))
      come_nearer (self, node, site_distance (site, (const QpSite *) node));
}

/* inside the engine: distance to the nearest other screen that looks the same way on the plan, or to the nearest site with
 * screens, metres; the project can't tell of screens that are not in it */
double
qp_rule_spacing (const QpRuleCase *self)
{
  QpRuleNeighbour screen, site;

  find_on_plan (self, &screen);
  qp_rules_find_site (&site, self->context);
  const double nearest = fmin (screen.distance_m, site.distance_m);
  return isinf (nearest) ? NAN : nearest;
}
