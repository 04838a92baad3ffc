/* qp-view-scene.c: what stands on a plan, as flat surfaces in space
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "render/qp-view-scene.h"

#include <math.h>

#define BEFORE_FACE_M 0.005 /* as in engine/qp-sight: a screen on a wall is before it */
#define USUAL_DEPTH_M 0.1   /* of cabinets whose depth is not known */
#define ENDLESS_M 10000.0   /* as high as a wall without a known top is drawn */
#define TRUNK_M 0.35

/* -- surfaces -- */

static QpViewSurface *
add_surface (QpViewScene *self, const QpViewSurface *like, const QpVec3 *corners, guint n)
{
  QpViewSurface surface = *like;

  surface.first = self->corners->len;
  surface.n = n;
  surface.key = surface.key != 0 ? surface.key : QP_KEY_OTHER + self->surfaces->len;
  g_array_append_vals (self->corners, corners, n);
  g_array_append_val (self->surfaces, surface);
  return qp_view_scene_surface (self, self->surfaces->len - 1);
}

static void
add_upright (QpViewScene *self, const QpViewSurface *like, QpVec a, QpVec b, double base, double top)
{
  const QpVec3 corners[4] = { qp_vec3_of (a, top), qp_vec3_of (b, top), qp_vec3_of (b, base), qp_vec3_of (a, base) };
  QpViewSurface surface = *like;

  if (qp_vec_distance (a, b) < 1e-6)
    return;
  surface.normal = qp_vec3_unit (qp_vec3 (b.y - a.y, a.x - b.x, 0));
  add_surface (self, &surface, corners, 4);
}

static void
add_level (QpViewScene *self, const QpViewSurface *like, const QpPoints *outline, double height, double normal_z)
{
  g_autoptr (GArray) corners = g_array_new (FALSE, FALSE, sizeof (QpVec3));
  QpViewSurface surface = *like;

  for (guint i = 0; i < outline->n; i++)
    {
      const QpVec3 corner = qp_vec3_of (qp_vec_from_point (outline->at[i]), height);
      g_array_append_val (corners, corner);
    }
  surface.normal = qp_vec3 (0, 0, normal_z);
  if (corners->len > 2)
    add_surface (self, &surface, (const QpVec3 *) (gpointer) corners->data, corners->len);
}

/* -- obstacles -- */

static QpMaterial
material_of (const QpObstacle *obstacle)
{
  return obstacle->kind == QP_OBSTACLE_TREE                                          ? QP_MATERIAL_TREE
         : obstacle->kind == QP_OBSTACLE_GLASS && obstacle->transparency_percent > 0 ? QP_MATERIAL_GLASS
                                                                                     : QP_MATERIAL_MASS;
}

/* a tree whose crown begins above the ground stands on something; it hides next to nothing */
static void
add_trunk (QpViewScene *self, const QpViewSurface *like, const QpPoints *outline, double base)
{
  QpVec middle = qp_vec (0, 0), ring[4];

  for (guint i = 0; i < outline->n; i++)
    middle = qp_vec_add (middle, qp_vec_scale (qp_vec_from_point (outline->at[i]), 1.0 / outline->n));
  for (guint i = 0; i < 4; i++)
    ring[i] = qp_vec_add (middle, qp_vec_scale (qp_vec_from_heading (45 + 90 * i), TRUNK_M / 2));
  QpViewSurface trunk = *like;
  trunk.owner = 0;
  trunk.material = QP_MATERIAL_PERSON;
  for (guint i = 0; i < 4; i++)
    add_upright (self, &trunk, ring[i], ring[(i + 1) % 4], self->ground, base);
}

static void
add_obstacle (QpViewScene *self, const QpObstacle *obstacle)
{
  const QpPoints *outline = obstacle->outline;
  const gboolean endless = obstacle->top_height_m == QP_UNSET, closed = obstacle->closed == TRUE;
  const double base = obstacle->base_height_m == QP_UNSET ? self->ground : qp_m_from_um (obstacle->base_height_m);
  const double top = endless ? ENDLESS_M : qp_m_from_um (obstacle->top_height_m);
  const QpViewSurface like
      = { .material = material_of (obstacle),
          .endless = endless,
          .owner = self->objects->len,
          .through = isnan (obstacle->transparency_percent) ? 0 : obstacle->transparency_percent / 100 };

  self->unknown_tops += endless;
  if (!(top > base))
    return;
  for (guint i = 0; i + (closed ? 0 : 1) < outline->n; i++)
    add_upright (self, &like, qp_vec_from_point (outline->at[i]), qp_vec_from_point (outline->at[(i + 1) % outline->n]),
                 base, top);
  if (closed && !endless)
    add_level (self, &like, outline, top, 1);
  if (closed && base > self->ground + 0.01)
    add_level (self, &like, outline, base, -1);
  if (closed && like.material == QP_MATERIAL_TREE && base > self->ground + 0.5)
    add_trunk (self, &like, outline, base);
}

/* -- screens -- */

/* how far an end of a facet goes to be moved by 1 m along its normal, so that it still meets its neighbour */
static QpVec3
joint_step (const QpShape *shape, guint i, int towards)
{
  const int n = (int) shape->facets->len, other = (int) i + towards;
  const QpVec3 normal = qp_shape_normal (shape, qp_shape_facet (shape, i));

  if (!shape->closed && (other < 0 || other >= n))
    return normal;
  const QpVec3 beside = qp_shape_normal (shape, qp_shape_facet (shape, (guint) ((other + n) % n)));
  const QpVec3 between = qp_vec3_unit (qp_vec3_add (normal, beside));
  return qp_vec3_scale (between, 1 / fmax (qp_vec3_dot (between, normal), 0.2));
}

/* moves a facet along its normal, metres */
static void
move_out (const QpShape *shape, guint i, double by, QpVec3 corners[4])
{
  const QpVec3 left = qp_vec3_scale (joint_step (shape, i, -1), by),
               right = qp_vec3_scale (joint_step (shape, i, 1), by);

  corners[0] = qp_vec3_add (corners[0], left);
  corners[3] = qp_vec3_add (corners[3], left);
  corners[1] = qp_vec3_add (corners[1], right);
  corners[2] = qp_vec3_add (corners[2], right);
}

/* as seen from the other side: left and right change places */
static void
turn_round (QpVec3 corners[4])
{
  const QpVec3 upper = corners[0], lower = corners[3];

  corners[0] = corners[1];
  corners[1] = upper;
  corners[3] = corners[2];
  corners[2] = lower;
}

static void
add_side (QpViewScene *self, const QpViewSurface *like, QpVec3 a, QpVec3 b, QpVec3 back_b, QpVec3 back_a)
{
  const QpVec3 corners[4] = { a, b, back_b, back_a };
  QpViewSurface side = *like;

  side.material = QP_MATERIAL_CASE;
  side.key = 0;
  side.facet = NULL;
  side.normal = qp_vec3_unit (qp_vec3_cross (qp_vec3_sub (b, a), qp_vec3_sub (back_a, a)));
  add_surface (self, &side, corners, 4);
}

/* a box as thick as the cabinets, if no cabinet is missing */
static void
add_sides (QpViewScene *self, const QpViewSurface *like, const QpShape *shape, guint i, const QpVec3 q[4],
           const QpVec3 back[4])
{
  add_side (self, like, q[1], q[0], back[0], back[1]);
  add_side (self, like, q[3], q[2], back[2], back[3]);
  if (i == 0 && !shape->closed)
    add_side (self, like, q[0], q[3], back[3], back[0]);
  if (i + 1 == shape->facets->len && !shape->closed)
    add_side (self, like, q[2], q[1], back[1], back[2]);
}

static void
add_facet (QpViewScene *self, const QpShape *shape, guint i)
{
  const QpFacet *facet = qp_shape_facet (shape, i);
  const QpVec3 normal = qp_shape_normal (shape, facet);
  const double depth = isnan (shape->depth) ? USUAL_DEPTH_M : shape->depth;
  const double depth_back = depth + BEFORE_FACE_M; /* the second face is before its back */
  QpViewSurface like = { .material = QP_MATERIAL_FACE,
                         .normal = normal,
                         .owner = self->objects->len,
                         .key = self->objects->len,
                         .facet = facet };
  QpVec3 corners[4], back[4];

  qp_shape_facet_quad (shape, facet, corners);
  qp_shape_facet_quad (shape, facet, back);
  move_out (shape, i, BEFORE_FACE_M, corners);
  move_out (shape, i, -depth_back, back);
  if (qp_cells_is_full (&shape->cells) && !(shape->lying && shape->kind == QP_SCREEN_FLOOR))
    add_sides (self, &like, shape, i, corners, back);
  add_surface (self, &like, corners, 4);
  turn_round (back);
  like.normal = qp_vec3_scale (normal, -1);
  like.mirrored = TRUE;
  like.material = shape->double_sided ? QP_MATERIAL_FACE : QP_MATERIAL_CASE;
  like.key += shape->double_sided ? QP_KEY_FACE_BACK : QP_KEY_CASE;
  add_surface (self, &like, back, 4);
}

static void
add_screen (QpViewScene *self, const QpCatalogue *catalogue)
{
  QpViewObject *object = qp_view_scene_object (self, self->objects->len);

  if (!qp_shape_init (&object->shape, (const QpScreen *) object->node, catalogue))
    {
      self->sizeless++;
      return;
    }
  for (guint i = 0; i < object->shape.facets->len; i++)
    add_facet (self, &object->shape, i);
}

/* -- the scene -- */

/* the level of the plan, or lower if a screen hangs lower: it should not be beneath the ground */
static double
find_ground (const QpNode *plan)
{
  double ground = 0;
  QpNodeIter iter;

  qp_node_iter_init (&iter, plan->children);
  for (const QpNode *node; (node = qp_node_iter_next_of (&iter, QP_KIND_SCREEN)) != NULL;)
    {
      const gint64 bottom = ((const QpScreen *) node)->bottom_height_m;
      if (bottom != QP_UNSET)
        ground = fmin (ground, qp_m_from_um (bottom));
    }
  return ground;
}

static void
add_object (QpViewScene *self, const QpNode *node, const QpCatalogue *catalogue)
{
  const QpViewObject object = { .node = node };

  if (self->objects->len >= G_MAXUINT16)
    return;
  if (node->kind == QP_KIND_SCREEN)
    {
      g_array_append_val (self->objects, object);
      add_screen (self, catalogue);
    }
  else if (node->kind == QP_KIND_OBSTACLE && ((const QpObstacle *) node)->outline != NULL)
    {
      g_array_append_val (self->objects, object);
      add_obstacle (self, (const QpObstacle *) node);
    }
  else if (node->kind == QP_KIND_AUDIENCE && ((const QpAudience *) node)->outline != NULL
           && ((const QpAudience *) node)->kind != QP_AUDIENCE_PATH)
    {
      const QpViewSurface like = { .material = QP_MATERIAL_AUDIENCE, .through = 1 };
      add_level (self, &like, ((const QpAudience *) node)->outline, self->ground, 1);
    }
}

static void
object_clear (gpointer data)
{
  qp_shape_clear (&((QpViewObject *) data)->shape);
}

/**
 * qp_view_scene_new:
 * @plan: a plan
 * @catalogue: (nullable): where cabinets are looked up
 *
 * Returns: (transfer full): what stands on it: obstacles up to their tops, screens by their facets, audience areas
 */
QpViewScene *
qp_view_scene_new (QpNode *plan, const QpCatalogue *catalogue)
{
  QpViewScene *self = g_atomic_rc_box_new0 (QpViewScene);
  QpNodeIter iter;

  self->plan = qp_node_ref (plan);
  self->objects = g_array_new (FALSE, TRUE, sizeof (QpViewObject));
  g_array_set_clear_func (self->objects, object_clear);
  self->surfaces = g_array_new (FALSE, FALSE, sizeof (QpViewSurface));
  self->corners = g_array_new (FALSE, FALSE, sizeof (QpVec3));
  self->ground = find_ground (plan);
  qp_node_iter_init (&iter, plan->children);
  for (const QpNode *node; (node = qp_node_iter_next (&iter)) != NULL;)
    add_object (self, node, catalogue);
  return self;
}

/**
 * qp_view_scene_ref:
 * @self: a scene
 *
 * Returns: (transfer full): the same
 */
QpViewScene *
qp_view_scene_ref (QpViewScene *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
scene_free (gpointer data)
{
  QpViewScene *self = data;

  g_array_unref (self->objects);
  g_array_unref (self->surfaces);
  g_array_unref (self->corners);
  qp_node_unref (self->plan);
}

/**
 * qp_view_scene_unref:
 * @self: a scene
 */
void
qp_view_scene_unref (QpViewScene *self)
{
  g_atomic_rc_box_release_full (self, scene_free);
}

/**
 * qp_view_scene_aim:
 * @self: a scene
 * @gaze: whose eye is known; it is turned
 * @screen: the screen to look at; none for the one that takes most of the view
 * @aspect: width of the picture, in heights
 *
 * Returns: whether there was a screen to look at
 */
gboolean
qp_view_scene_aim (const QpViewScene *self, QpGaze *gaze, QpId screen, double aspect)
{
  g_autoptr (GPtrArray) shapes = g_ptr_array_new ();

  for (guint i = 1; i <= self->objects->len; i++)
    {
      const QpViewObject *object = qp_view_scene_object (self, i);
      if (object->shape.facets != NULL && object->shape.facets->len > 0
          && (qp_id_is_none (screen) || qp_id_equal (object->node->id, screen)))
        g_ptr_array_add (shapes, (gpointer) &object->shape);
    }
  return qp_gaze_aim (gaze, (const QpShape *const *) shapes->pdata, shapes->len, aspect);
}
