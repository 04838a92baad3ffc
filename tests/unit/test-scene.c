/* test-scene.c: the index against brute force, updates against rebuilding, hits and snaps
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "interact-fixture.h"

#include "interact/qp-snap.h"

static QpNode *
random_node (GRand *random, double extent)
{
  const double x = g_rand_double_range (random, -extent, extent);
  const double y = g_rand_double_range (random, -extent, extent);
  const guint kind = (guint) g_rand_int_range (random, 0, 4);

  if (kind == 0)
    return fix_square ("Block", x, y, g_rand_double_range (random, 0.1, extent / 4));
  return fix_screen ("Screen 1", x, y, g_rand_int_range (random, 0, 360), g_rand_int_range (random, 1, 30));
}

static QpNode *
random_plan (GRand *random, guint n, double extent)
{
  g_autofree QpNode **nodes = g_new (QpNode *, n);

  for (guint i = 0; i < n; i++)
    nodes[i] = random_node (random, extent);
  return fix_plan (nodes, n);
}

static QpBox
random_box (GRand *random, double extent)
{
  const QpVec a = { g_rand_double_range (random, -extent, extent), g_rand_double_range (random, -extent, extent) };
  const double size = g_rand_double (random) < 0.1 ? 3 * extent : g_rand_double_range (random, 0, extent / 3);

  return qp_box_around (a, qp_vec (a.x + size, a.y + size / 2));
}

/* what the index gives is what looking at every item gives, in the same order */
static void
assert_query (QpScene *scene, QpBox box)
{
  g_autoptr (GPtrArray) found = qp_scene_query (scene, box);
  GPtrArray *all = qp_scene_items (scene);
  guint n = 0;

  for (guint i = 0; i < all->len; i++)
    {
      const QpItem *item = g_ptr_array_index (all, i);
      if (item->hidden || !qp_box_touches (item->bounds, box))
        continue;
      g_assert_cmpuint (n, <, found->len);
      g_assert_true (g_ptr_array_index (found, n) == item);
      n++;
    }
  g_assert_cmpuint (found->len, ==, n);
  g_assert_cmpuint (qp_scene_count (scene, box, 100000), ==, n);
  g_assert_cmpuint (qp_scene_count (scene, box, 3), ==, MIN (n, 3));
}

/* the same items in the same order with the same shapes as a scene made from nothing */
static void
assert_like_new (QpScene *scene, QpNode *plan)
{
  g_autoptr (QpScene) fresh = qp_scene_new ();
  qp_scene_update (fresh, plan, NULL, NULL);
  GPtrArray *is = qp_scene_items (scene);
  GPtrArray *should = qp_scene_items (fresh);

  g_assert_cmpuint (is->len, ==, should->len);
  for (guint i = 0; i < is->len; i++)
    {
      const QpItem *a = g_ptr_array_index (is, i);
      const QpItem *b = g_ptr_array_index (should, i);
      g_assert_true (qp_id_equal (a->id, b->id));
      g_assert_true (a->node == b->node);
      g_assert_cmpmem (&a->bounds, sizeof a->bounds, &b->bounds, sizeof b->bounds);
      g_assert_true (qp_scene_find (scene, a->id) == a);
    }
  const QpBox bounds = qp_scene_bounds (scene);
  const QpBox fresh_bounds = qp_scene_bounds (fresh);
  g_assert_cmpmem (&bounds, sizeof bounds, &fresh_bounds, sizeof fresh_bounds);
}

static void
test_brute_force (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20261124);
  const guint sizes[] = { 0, 1, 7, 300, 5000 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (QpNode) plan = random_plan (random, sizes[i], 400);
      g_autoptr (QpScene) scene = qp_scene_new ();
      g_assert_true (qp_scene_update (scene, plan, NULL, NULL));
      g_assert_false (qp_scene_update (scene, plan, NULL, NULL));
      for (guint j = 0; j < 60; j++)
        assert_query (scene, random_box (random, 500));
      assert_query (scene, (QpBox){ -INFINITY, -INFINITY, INFINITY, INFINITY });
      assert_query (scene, QP_BOX_EMPTY);
    }
}

/* one random change of a plan's children */
static QpNode *
changed (GRand *random, const QpNode *plan)
{
  const guint n = qp_node_list_length (plan->children);
  const guint at = n == 0 ? 0 : (guint) g_rand_int_range (random, 0, (gint32) n);
  const guint what = n == 0 ? 0 : (guint) g_rand_int_range (random, 0, 5);
  g_autoptr (QpNodeList) list = NULL;

  if (what <= 1)
    {
      g_autoptr (QpNode) node = random_node (random, 600);
      list = qp_node_list_with_insert (plan->children, what == 0 ? n : at, node);
    }
  else if (what == 2)
    list = qp_node_list_without (plan->children, at);
  else if (what == 3)
    {
      const QpNode *old = qp_node_list_get (plan->children, at);
      g_autoptr (QpNode) node = qp_node_moved (old, g_rand_double_range (random, -50, 50), 3);
      list = qp_node_list_with (plan->children, at, node);
    }
  else
    {
      g_autoptr (QpNode) node = qp_node_ref (qp_node_list_get (plan->children, at));
      g_autoptr (QpNodeList) without = qp_node_list_without (plan->children, at);
      list = qp_node_list_with_insert (without, (guint) g_rand_int_range (random, 0, (gint32) n), node);
    }
  return qp_node_with_children (plan, list);
}

static void
test_update (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  g_autoptr (QpNode) plan = random_plan (random, 200, 300);
  g_autoptr (QpScene) scene = qp_scene_new ();

  qp_scene_update (scene, plan, NULL, NULL);
  for (guint round = 0; round < 400; round++)
    {
      const guint n_changes = round % 10 == 9 ? 40 : (guint) g_rand_int_range (random, 1, 4);
      for (guint i = 0; i < n_changes; i++)
        {
          g_autoptr (QpNode) before = plan;
          plan = changed (random, before);
        }
      g_assert_true (qp_scene_update (scene, plan, NULL, NULL));
      assert_like_new (scene, plan);
      assert_query (scene, random_box (random, 500));
    }
}

/* whatever looks different lies in a dirty box, and a single move makes only its own places dirty */
static void
test_dirty (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  g_autoptr (QpNode) plan = random_plan (random, 500, 300);
  g_autoptr (QpScene) scene = qp_scene_new ();
  g_autoptr (GArray) dirty = g_array_new (FALSE, FALSE, sizeof (QpBox));

  qp_scene_update (scene, plan, NULL, dirty);
  g_assert_cmpuint (dirty->len, ==, 1);
  g_assert_true (isinf (g_array_index (dirty, QpBox, 0).x0));
  const QpNode *node = qp_node_list_get (plan->children, 77);
  const QpBox from = qp_scene_find (scene, node->id)->bounds;
  g_autoptr (QpNode) moved = qp_node_moved (node, 5, -4);
  g_autoptr (QpNodeList) list = qp_node_list_with (plan->children, 77, moved);
  g_autoptr (QpNode) after = qp_node_with_children (plan, list);

  g_array_set_size (dirty, 0);
  qp_scene_update (scene, after, NULL, dirty);
  const QpBox to = qp_scene_find (scene, node->id)->bounds;
  g_assert_cmpuint (dirty->len, ==, 2);
  g_assert_cmpmem (&from, sizeof from, &g_array_index (dirty, QpBox, 0), sizeof (QpBox));
  g_assert_cmpmem (&to, sizeof to, &g_array_index (dirty, QpBox, 1), sizeof (QpBox));

  g_array_set_size (dirty, 0);
  qp_scene_set_hidden (scene, &node->id, 1, dirty);
  g_assert_cmpuint (dirty->len, ==, 1);
  g_array_set_size (dirty, 0);
  qp_scene_update (scene, plan, NULL, dirty); /* moves while hidden: nothing at rest looks different */
  g_assert_cmpuint (dirty->len, ==, 0);
  assert_query (scene, (QpBox){ -1000, -1000, 1000, 1000 });
  g_autoptr (GPtrArray) hidden = qp_scene_hidden_items (scene);
  g_assert_cmpuint (hidden->len, ==, 1);
  qp_scene_set_hidden (scene, NULL, 0, dirty);
  g_assert_cmpuint (dirty->len, ==, 1);
}

static void
test_screen_shape (void)
{
  g_autoptr (QpNode) node = fix_screen ("S", 10, 20, 180, 10);
  QpVec a, b;
  double depth;

  qp_screen_ends ((const QpScreen *) node, NULL, &a, &b, &depth);
  /* it looks down: a viewer below it has its left end on the left */
  g_assert_cmpfloat_with_epsilon (a.x, 10 - 4.8, 1e-9);
  g_assert_cmpfloat_with_epsilon (b.x, 10 + 4.8, 1e-9);
  g_assert_cmpfloat_with_epsilon (a.y, 20, 1e-9);
  g_assert_true (isnan (depth)); /* a cabinet typed by hand has no depth */
  g_autoptr (QpNode) east = fix_screen ("S", 0, 0, 90, 10);
  qp_screen_ends ((const QpScreen *) east, NULL, &a, &b, &depth);
  /* it looks right: a viewer there looks left and has up on the plan at the right hand */
  g_assert_cmpfloat_with_epsilon (a.y, -4.8, 1e-9);
  g_assert_cmpfloat_with_epsilon (b.y, 4.8, 1e-9);
  g_autoptr (QpNode) unknown = qp_node_new (QP_KIND_SCREEN, qp_id_new ());
  qp_screen_ends ((const QpScreen *) unknown, NULL, &a, &b, &depth);
  g_assert_cmpfloat (qp_vec_distance (a, b), ==, 0);
}

typedef struct
{
  QpScene *scene;
  QpNode *plan;
  QpId ids[3];
} Trio;

/* a block from (−20, −20) to (20, 20), a screen in its middle, another one at its right edge */
static Trio
trio (void)
{
  QpNode *nodes[] = { fix_square ("Block", -20, -20, 40), fix_screen ("A", 0, 0, 180, 10), fix_screen ("B", 20, 0, 90, 5) };
  Trio self = { qp_scene_new (), fix_plan (nodes, 3), { QP_ID_NONE } };

  qp_scene_update (self.scene, self.plan, NULL, NULL);
  for (guint i = 0; i < 3; i++)
    self.ids[i] = qp_node_list_get (self.plan->children, i)->id;
  return self;
}

static void
trio_free (Trio *self)
{
  qp_scene_free (self->scene);
  qp_node_unref (self->plan);
}

static QpHit
hit (Trio *self, double x, double y, const QpId *selected)
{
  QpHit result;

  qp_scene_hit (self->scene, qp_vec (x, y), 0.5, 1, 0.1, selected, selected != NULL, QP_ID_NONE, &result);
  return result;
}

static void
test_hit (void)
{
  Trio self = trio ();

  g_assert_null (hit (&self, 40, 40, NULL).item);
  g_assert_true (qp_id_equal (hit (&self, 10, 10, NULL).item->id, self.ids[0]));  /* inside the block */
  g_assert_true (qp_id_equal (hit (&self, 2, 0.3, NULL).item->id, self.ids[1]));  /* a screen before the area */
  g_assert_true (qp_id_equal (hit (&self, 20, 1, NULL).item->id, self.ids[2]));   /* before the area's edge */
  g_assert_cmpint (hit (&self, 4.8, 0.2, NULL).part, ==, QP_PART_BODY);           /* no handles unless selected */
  g_assert_cmpint (hit (&self, 4.8, 0.2, &self.ids[1]).part, ==, QP_PART_RIGHT);
  g_assert_cmpint (hit (&self, -4.8, 0.2, &self.ids[1]).part, ==, QP_PART_LEFT);
  g_assert_cmpint (hit (&self, 0, -3.6, &self.ids[1]).part, ==, QP_PART_TURN); /* 36 px before the face */
  const QpHit corner = hit (&self, 20, 20, &self.ids[0]);
  g_assert_cmpint (corner.part, ==, QP_PART_POINT);
  g_assert_cmpuint (corner.index, ==, 2);
  trio_free (&self);
}

static void
assert_snap (Trio *self, double x, double y, QpSnapType type, double to_x, double to_y, const char *reason)
{
  const QpViewport viewport = { { 0, 0 }, 10, 800, 600, 1 };
  g_auto (QpSnap) snap = { 0 };

  qp_snap_place (&snap, self->scene, &viewport, &(QpSnapQuery){ .place = qp_vec (x, y) });
  g_assert_cmpint (snap.type, ==, type);
  g_assert_cmpfloat_with_epsilon (snap.place.x, to_x, 1e-9);
  g_assert_cmpfloat_with_epsilon (snap.place.y, to_y, 1e-9);
  g_assert_cmpstr (snap.reason, ==, reason);
}

static void
test_snap (void)
{
  Trio self = trio ();
  const QpViewport viewport = { { 0, 0 }, 10, 800, 600, 1 };
  g_auto (QpSnap) off = { 0 };

  g_assert_cmpfloat (qp_snap_grid_step (&viewport), ==, 0.5);
  assert_snap (&self, 5.1, 0.3, QP_SNAP_END, 4.8, 0, "end of A");
  assert_snap (&self, 0.3, -0.2, QP_SNAP_MIDDLE, 0, 0, "middle of A"); /* before the centre of the block */
  assert_snap (&self, 3.2, 0.4, QP_SNAP_EDGE, 3.2, 0, "edge of A");
  assert_snap (&self, 7.3, 33.4, QP_SNAP_GRID, 7.5, 33.5, "0.5 m grid");
  assert_snap (&self, -19.9, 20.2, QP_SNAP_END, -20, 20, "end of Block");
  qp_snap_place (&off, self.scene, &viewport, &(QpSnapQuery){ .place = qp_vec (5.1, 0.3), .suspended = TRUE });
  g_assert_cmpint (off.type, ==, QP_SNAP_NONE);
  g_assert_cmpfloat (off.place.x, ==, 5.1);
  trio_free (&self);
}

static void
test_snap_angle (void)
{
  g_assert_cmpfloat (qp_snap_angle (92.9, FALSE), ==, 90);
  g_assert_cmpfloat (qp_snap_angle (93.1, FALSE), ==, 93.1);
  g_assert_cmpfloat (qp_snap_angle (92.9, TRUE), ==, 92.9);
  g_assert_cmpfloat (qp_snap_angle (358, FALSE), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/brute-force", test_brute_force);
  g_test_add_func ("/scene/update", test_update);
  g_test_add_func ("/scene/dirty", test_dirty);
  g_test_add_func ("/scene/screen-shape", test_screen_shape);
  g_test_add_func ("/scene/hit", test_hit);
  g_test_add_func ("/snap/place", test_snap);
  g_test_add_func ("/snap/angle", test_snap_angle);
  return g_test_run ();
}
