/* qp-view-people.c: people for scale: before the screens and where the audience stands
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/qp-audience.h"
#include "render/qp-view-scene.h"

#include <math.h>

#define TALL_M 1.7
#define BEFORE_SCREEN_M 2.0
#define NEAREST_M 9.0 /* nobody stands in front of somebody's nose */
#define FURTHEST_M 150.0
#define MOST_PEOPLE 28
#define APART_M 2.5

static gboolean
stands_in_something (const QpViewScene *scene, QpVec place)
{
  for (guint i = 1; i <= scene->objects->len; i++)
    {
      const QpNode *node = qp_view_scene_object (scene, i)->node;
      const QpObstacle *obstacle = (const QpObstacle *) node;
      if (node->kind == QP_KIND_OBSTACLE && obstacle->closed == TRUE && obstacle->kind != QP_OBSTACLE_TREE
          && qp_polygon_has (obstacle->outline, place))
        return TRUE;
    }
  return FALSE;
}

static void
add_place (const QpViewScene *scene, const QpGaze *gaze, GArray *places, QpVec place)
{
  const QpVec to = qp_vec_sub (place, qp_vec3_plan (gaze->eye));
  const double away = qp_vec_length (to);

  if (places->len >= MOST_PEOPLE || away < NEAREST_M || away > FURTHEST_M
      || qp_vec_dot (to, qp_vec_from_heading (gaze->heading)) <= 0 || stands_in_something (scene, place))
    return;
  for (guint i = 0; i < places->len; i++)
    if (qp_vec_distance (g_array_index (places, QpVec, i), place) < APART_M)
      return;
  g_array_append_val (places, place);
}

/* a few steps before both ends of a screen that stands upright */
static void
add_before_screen (const QpViewScene *scene, const QpGaze *gaze, GArray *places, const QpShape *shape)
{
  const guint n = shape->facets != NULL ? shape->facets->len : 0;

  for (guint i = 0; i < n && !shape->lying; i += MAX (n - 1, 1))
    {
      const QpFacet *facet = qp_shape_facet (shape, i);
      const QpVec before = qp_vec_scale (qp_facet_facing (facet), BEFORE_SCREEN_M),
                  along = qp_vec_sub (facet->b, facet->a);
      if (i == 0)
        add_place (scene, gaze, places,
                   qp_vec_add (qp_vec_add (facet->a, qp_vec_scale (along, n == 1 ? 0.12 : 0.5)), before));
      if (i + 1 == n)
        add_place (scene, gaze, places,
                   qp_vec_add (qp_vec_add (facet->b, qp_vec_scale (along, n == 1 ? -0.2 : -0.5)), before));
    }
}

/* not in rank and file: each goes aside by a step that its number gives */
static QpVec
astray (QpVec place, guint i, double step)
{
  const double turn = fmod (i * 137.508, 360);

  return qp_vec_add (place, qp_vec_scale (qp_vec_from_heading (turn), step * fmod (i * 0.618, 1) * 0.45));
}

static void
add_audience (const QpViewScene *scene, const QpGaze *gaze, GArray *places, const QpAudience *audience)
{
  const double step = CLAMP (sqrt (qp_audience_ground (audience) / 12), 3, 40);
  g_autoptr (GArray) spots = qp_audience_places (audience, step, 24, 4096);

  for (guint i = 0; i < spots->len; i++)
    add_place (scene, gaze, places, astray (g_array_index (spots, QpVec, i), i, step));
}

/* -- a figure: flat, always turned to the viewer -- */

static void
add_part (GArray *parts, const QpViewScene *scene, QpVec at, QpVec right, const QpVec *outline, guint n)
{
  QpViewPart part = { .n = n };

  g_assert (n <= G_N_ELEMENTS (part.corners));
  for (guint i = 0; i < n; i++)
    part.corners[i] = qp_vec3_of (qp_vec_add (at, qp_vec_scale (right, outline[i].x * TALL_M)),
                                  scene->ground + outline[i].y * TALL_M);
  g_array_append_val (parts, part);
}

static void
add_person (GArray *parts, const QpViewScene *scene, QpVec at, QpVec right)
{
  static const QpVec body[]
      = { { -0.03, 0.86 },  { 0.03, 0.86 },   { 0.04, 0.835 },  { 0.115, 0.80 },  { 0.138, 0.74 },
          { 0.142, 0.60 },  { 0.125, 0.46 },  { 0.098, 0.47 },  { 0.092, 0.40 },  { 0.075, 0.02 },
          { 0.028, 0.0 },   { 0.004, 0.40 },  { -0.042, 0.0 },  { -0.088, 0.02 }, { -0.092, 0.40 },
          { -0.098, 0.47 }, { -0.125, 0.46 }, { -0.142, 0.60 }, { -0.138, 0.74 }, { -0.07, 0.82 } };
  QpVec head[16];

  for (guint i = 0; i < G_N_ELEMENTS (head); i++)
    head[i] = qp_vec (0.05 * cos (i * G_PI / 8), 0.93 + 0.07 * sin (i * G_PI / 8));
  add_part (parts, scene, at, right, body, G_N_ELEMENTS (body));
  add_part (parts, scene, at, right, head, G_N_ELEMENTS (head));
}

static int
further_first (gconstpointer a, gconstpointer b, gpointer gaze)
{
  const QpVec eye = qp_vec3_plan (((const QpGaze *) gaze)->eye);
  const double one = qp_vec_distance (*(const QpVec *) a, eye), two = qp_vec_distance (*(const QpVec *) b, eye);

  return (one < two) - (one > two);
}

/**
 * qp_view_scene_people:
 * @self: a scene
 * @gaze: who looks where
 *
 * Returns: (transfer full) (element-type QpViewPart): outlines of people who stand there for scale, turned to the eye
 */
GArray *
qp_view_scene_people (const QpViewScene *self, const QpGaze *gaze)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (QpVec));
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (QpViewPart));
  QpNodeIter iter;

  for (guint i = 1; i <= self->objects->len; i++)
    add_before_screen (self, gaze, places, &qp_view_scene_object (self, i)->shape);
  qp_node_iter_init (&iter, self->plan->children);
  for (const QpAudience *audience; (audience = qp_audience_next (&iter)) != NULL;)
    add_audience (self, gaze, places, audience);
  g_array_sort_with_data (places, further_first, (gpointer) gaze);
  for (guint i = 0; i < places->len; i++)
    {
      const QpVec place = g_array_index (places, QpVec, i);
      const double heading = qp_heading_of (qp_vec_sub (place, qp_vec3_plan (gaze->eye)));
      add_person (parts, self, place, qp_vec_from_heading (heading + 90));
    }
  return parts;
}
