/* qp-probe.c: a place on a plan from which things are looked at, and its lines of sight
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "interact/qp-probe.h"

#include "engine/qp-sight.h"

#include <math.h>

#define MOST_SCREENS 24 /* with more, lines of sight say nothing */

/**
 * qp_probe_equal:
 * @a: a probe
 * @b: another
 *
 * Returns: whether both stand and look the same
 */
gboolean
qp_probe_equal (const QpProbe *a, const QpProbe *b)
{
  const QpGaze *p = &a->gaze, *q = &b->gaze;

  return a->stands == b->stands && a->by_hand == b->by_hand && p->eye.x == q->eye.x && p->eye.y == q->eye.y
         && p->eye.z == q->eye.z && p->heading == q->heading && p->pitch == q->pitch && p->across == q->across;
}

/* -- screens, the nearest first -- */

typedef struct
{
  const QpItem *item;
  double away;
} Near;

static int
compare_near (gconstpointer a, gconstpointer b)
{
  const double one = ((const Near *) a)->away, two = ((const Near *) b)->away;

  return (one > two) - (one < two);
}

static GArray *
nearest_screens (QpScene *scene, QpVec place)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (Near));
  const QpNode *plan = qp_scene_get_plan (scene);
  QpNodeIter iter;

  qp_node_iter_init (&iter, plan->children);
  for (const QpNode *node; (node = qp_node_iter_next_of (&iter, QP_KIND_SCREEN)) != NULL;)
    {
      const QpItem *item = qp_scene_find (scene, node->id);
      const Near near = { item, item != NULL ? qp_vec_distance (qp_item_middle (item), place) : 0 };
      if (item != NULL)
        g_array_append_val (all, near);
    }
  g_array_sort (all, compare_near);
  if (all->len > MOST_SCREENS)
    g_array_set_size (all, MOST_SCREENS);
  return all;
}

/* -- where to look -- */

static void
clear_shape (gpointer data)
{
  qp_shape_clear (data);
}

/**
 * qp_probe_aim:
 * @self: a probe that stands
 * @scene: the plan
 * @screen: the screen to look at; none for the one that takes most of the view
 *
 * Turns the head to a screen, with an angle across that shows it.
 */
void
qp_probe_aim (QpProbe *self, QpScene *scene, QpId screen)
{
  g_autoptr (GArray) near = nearest_screens (scene, qp_vec3_plan (self->gaze.eye));
  g_autoptr (GArray) shapes = g_array_sized_new (FALSE, TRUE, sizeof (QpShape), MOST_SCREENS);
  const QpShape *list[MOST_SCREENS];
  guint n = 0;

  g_array_set_clear_func (shapes, clear_shape);
  g_array_set_size (shapes, near->len);
  for (guint i = 0; i < near->len; i++)
    {
      const QpNode *node = g_array_index (near, Near, i).item->node;
      QpShape *shape = &g_array_index (shapes, QpShape, i);
      if (qp_shape_init (shape, (const QpScreen *) node, qp_scene_get_catalogue (scene))
          && (qp_id_is_none (screen) || qp_id_equal (screen, node->id)))
        list[n++] = shape;
    }
  qp_gaze_aim (&self->gaze, list, n, QP_PROBE_ASPECT);
  self->by_hand = FALSE;
}

/**
 * qp_probe_move:
 * @self: a probe; it stands from now on
 * @scene: the plan
 * @place: where, metres
 *
 * Goes there. The head turns to the screens unless it was turned by hand.
 */
void
qp_probe_move (QpProbe *self, QpScene *scene, QpVec place)
{
  self->gaze.eye = qp_vec3_of (place, self->gaze.eye.z);
  if (!self->stands || !self->by_hand)
    qp_probe_aim (self, scene, QP_ID_NONE);
  self->stands = TRUE;
}

/**
 * qp_probe_look_at:
 * @self: a probe that stands
 * @place: a place on the plan
 *
 * Turns the head there, as high as it looked before.
 */
void
qp_probe_look_at (QpProbe *self, QpVec place)
{
  const QpVec to = qp_vec_sub (place, qp_vec3_plan (self->gaze.eye));

  if (qp_vec_length (to) < 1e-6)
    return;
  self->gaze.heading = qp_heading_wrap (qp_heading_of (to));
  self->by_hand = TRUE;
}

/* -- lines of sight -- */

/* as far as it is clear, then dashed, with a cross where something stands in the way */
static void
add_line (const QpProbe *self, const GArray *walls, QpVec3 to, GPtrArray *decorations)
{
  const QpVec3 eye = self->gaze.eye;
  const QpNode *blocker = NULL;
  const double clear = qp_sight_reach (walls, eye, to, &blocker);
  const QpVec end = qp_vec3_plan (to), stop = qp_vec3_plan (qp_vec3_mix (eye, to, clear));

  qp_decorations_add (decorations, QP_DECORATION_SIGHT, qp_vec3_plan (eye), stop)->strong = TRUE;
  if (blocker == NULL)
    return;
  qp_decorations_add (decorations, QP_DECORATION_SIGHT, stop, end);
  qp_decorations_add (decorations, QP_DECORATION_CROSS, stop, stop);
}

static gboolean
faces (const QpProbe *self, const QpShape *shape, guint facet)
{
  QpVec3 corners[4];

  qp_shape_facet_quad (shape, qp_shape_facet (shape, facet), corners);
  return shape->double_sided
         || qp_vec3_dot (qp_shape_normal (shape, qp_shape_facet (shape, facet)),
                         qp_vec3_sub (self->gaze.eye, corners[3]))
                > 0;
}

/* to both ends of what looks to the eye, at half of its height, and 5 mm before it as engine/qp-sight does */
static void
add_lines (const QpProbe *self, const GArray *walls, const QpShape *shape, GPtrArray *decorations)
{
  const guint n = shape->facets->len;

  for (guint i = 0; i < n; i++)
    {
      const QpFacet *facet = qp_shape_facet (shape, i);
      const QpVec3 out = qp_vec3_scale (qp_shape_normal (shape, facet), 0.005);
      const double half = shape->cells.rows / 2.0;
      if (!faces (self, shape, i))
        continue;
      if (i == 0 || !faces (self, shape, i - 1))
        add_line (self, walls, qp_vec3_add (qp_shape_point (shape, facet, facet->first + 0.02, half), out),
                  decorations);
      if (i + 1 == n || !faces (self, shape, i + 1))
        add_line (self, walls,
                  qp_vec3_add (qp_shape_point (shape, facet, facet->first + facet->columns - 0.02, half), out),
                  decorations);
    }
}

/**
 * qp_probe_decorate:
 * @self: a probe
 * @scene: the plan
 * @decorations: (element-type QpDecoration): takes what is to be seen
 *
 * Adds the eye with where it looks, and lines of sight to both ends of each screen that looks to it: whole as far as
 * they are clear, dashed behind what blocks them, with a cross between.
 */
void
qp_probe_decorate (const QpProbe *self, QpScene *scene, GPtrArray *decorations)
{
  const QpVec eye = qp_vec3_plan (self->gaze.eye);

  if (!self->stands)
    return;
  g_autoptr (GArray) walls = qp_sight_walls (qp_scene_get_plan (scene), NULL);
  g_autoptr (GArray) near = nearest_screens (scene, eye);
  for (guint i = 0; i < near->len; i++)
    {
      g_auto (QpShape) shape;
      if (qp_shape_init (&shape, (const QpScreen *) g_array_index (near, Near, i).item->node,
                         qp_scene_get_catalogue (scene)))
        add_lines (self, walls, &shape, decorations);
    }
  qp_decorations_add (decorations, QP_DECORATION_EYE, eye, qp_vec_add (eye, qp_vec_from_heading (self->gaze.heading)))
      ->depth
      = self->gaze.across;
}
