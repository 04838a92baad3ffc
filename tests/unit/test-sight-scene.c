/* test-sight-scene.c: viewers of a plan, what they see of its screens, and measures of it
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "paint-help.h"

#include "render/qp-sight-scale.h"

#define ROOM { 1, FALSE, 100000 }

/* a square of 20 × 10 m, 10 m before a screen of 10 × 5 m that looks down on it, and a path of 30 m */
static QpNode *
make_room (const char *wall, const char *second_x)
{
  QpNode *children[6];
  guint n = 0;

  children[n++] = qp_paint_make (QP_KIND_AUDIENCE, "outline", "-10,-20 10,-20 10,-10 -10,-10", NULL);
  children[n++] = qp_paint_make (QP_KIND_AUDIENCE, "kind", "path", "outline", "-15,-30.5 15,-30.5", "eye_height_m", "1.2", NULL);
  children[n++] = qp_paint_make (QP_KIND_SCREEN, "cabinet_width_mm", "500", "cabinet_height_mm", "500", "cabinet_px_w", "128", "cabinet_px_h",
                                 "128", "columns", "20", "rows", "10", "bottom_height_m", "1", NULL);
  if (second_x != NULL)
    children[n++] = qp_paint_make (QP_KIND_SCREEN, "cabinet_width_mm", "500", "cabinet_height_mm", "500", "cabinet_px_w", "128",
                                   "cabinet_px_h", "128", "columns", "20", "rows", "10", "bottom_height_m", "1", "x_m", second_x, NULL);
  if (wall != NULL)
    children[n++] = qp_paint_make (QP_KIND_OBSTACLE, "kind", "wall", "closed", "no", "top_height_m", "20", "outline", wall, NULL);
  return qp_paint_with_children (qp_paint_make (QP_KIND_PLAN, NULL), children, n);
}

static QpNode *
screen_of (const QpNode *plan, guint index)
{
  QpNodeIter iter;
  QpNode *node;

  qp_node_iter_init (&iter, plan->children);
  do
    node = qp_node_iter_next_of (&iter, QP_KIND_SCREEN);
  while (index-- > 0);
  return node;
}

static void
test_cells (void)
{
  g_autoptr (QpNode) plan = make_room (NULL, NULL);
  const QpSightSpan span = ROOM;
  g_autoptr (QpSightScene) scene = qp_sight_scene_new (plan, &span);

  g_assert_cmpuint (scene->areas->len, ==, 2);
  const QpSightArea *square = &g_array_index (scene->areas, QpSightArea, 0), *path = &g_array_index (scene->areas, QpSightArea, 1);
  g_assert_cmpuint (square->n_covered, ==, 200);
  g_assert_cmpfloat (square->grid.eye, ==, 1.6);
  g_assert_cmpfloat (path->grid.eye, ==, 1.2);
  g_assert_cmpuint (path->n_covered, >=, 30);
  g_assert_cmpuint (path->n_covered, <=, 32);
  g_assert_cmpuint (qp_sight_scene_cells (scene), ==, square->n_covered + path->n_covered);
  const QpVec first = qp_sight_grid_middle (&square->grid, 0, 0);
  g_assert_cmpfloat_with_epsilon (first.x, scene->grid.x0 + (square->column + 0.5) * scene->grid.cell, 1e-9);
  g_assert_cmpfloat_with_epsilon (first.y, scene->grid.y0 + (square->row + 0.5) * scene->grid.cell, 1e-9);
}

/* all of the plan: what no audience covers is an area of its own, without the inside of buildings */
static void
test_whole (void)
{
  QpNode *block = qp_paint_make (QP_KIND_OBSTACLE, "outline", "20,-20 30,-20 30,-10 20,-10", NULL);
  QpNode *square = qp_paint_make (QP_KIND_AUDIENCE, "outline", "0,-20 10,-20 10,-10 0,-10", NULL);
  QpNode *children[] = { block, square };
  g_autoptr (QpNode) plan = qp_paint_with_children (qp_paint_make (QP_KIND_PLAN, NULL), children, 2);
  const QpSightSpan span = { 1, TRUE, 100000 };
  g_autoptr (QpSightScene) scene = qp_sight_scene_new (plan, &span);
  const QpSightArea *rest = &g_array_index (scene->areas, QpSightArea, 1);

  g_assert_cmpuint (scene->areas->len, ==, 2);
  g_assert_null (rest->audience);
  g_assert_cmpuint (qp_sight_scene_cells (scene), ==, scene->grid.columns * scene->grid.rows - 100);
}

static void
test_serves (void)
{
  g_autoptr (QpNode) plan = make_room ("0,-5 10,-5", NULL);
  const QpSightSpan span = ROOM, whole = { 1, TRUE, 100000 };
  g_autoptr (QpSightScene) scene = qp_sight_scene_new (plan, &span);
  g_autoptr (QpNode) moved = qp_paint_make (QP_KIND_SCREEN, "x_m", "3", NULL);
  g_autoptr (QpNodeList) children = qp_node_list_with (plan->children, 2, moved);
  g_autoptr (QpNode) after = qp_node_with_children (plan, children);
  g_autoptr (QpNode) wall = qp_paint_make (QP_KIND_OBSTACLE, "outline", "3,3 4,4", NULL);
  g_autoptr (QpNodeList) more = qp_node_list_with_insert (plan->children, 0, wall);
  g_autoptr (QpNode) other = qp_node_with_children (plan, more);

  g_assert_true (qp_sight_scene_serves (scene, plan, &span));
  g_assert_true (qp_sight_scene_serves (scene, after, &span)); /* a screen that moved is no reason */
  g_assert_false (qp_sight_scene_serves (scene, other, &span));
  g_assert_false (qp_sight_scene_serves (scene, plan, &whole));
}

static double
mean_of (const QpValueGrid *values, guint *n)
{
  double sum = 0;

  *n = 0;
  for (gsize i = 0; i < (gsize) values->grid.columns * values->grid.rows; i++)
    if (!isnan (values->at[i]))
      {
        sum += (double) values->at[i];
        ++*n;
      }
  return sum / *n;
}

/* with nothing between all of the square sees all; a long wall right before it hides all but from the path behind no more */
static void
test_values (void)
{
  g_autoptr (QpNode) plan = make_room (NULL, NULL);
  g_autoptr (QpNode) walled = make_room ("-200,-5 200,-5", NULL);
  const QpSightSpan span = ROOM;
  const QpSightMeasure *share = qp_sight_measure_find ("share"), *distance = qp_sight_measure_find ("distance");
  guint n;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (QpSightScene) scene = qp_sight_scene_new (i == 0 ? plan : walled, &span);
      g_autoptr (QpSightResult) result
          = qp_sight_result_new (scene, screen_of (i == 0 ? plan : walled, 0), NULL, NULL, QP_LOOK_PARTS, NULL, NULL);
      g_autoptr (QpValueGrid) shares = qp_sight_values_new (share, result);
      g_autoptr (QpValueGrid) distances = qp_sight_values_new (distance, result);
      g_assert_cmpfloat_with_epsilon (mean_of (shares, &n), i == 0 ? 100 : 0, 1e-4);
      g_assert_cmpuint (n, ==, qp_sight_scene_cells (scene));
      mean_of (distances, &n);
      g_assert_cmpuint (n, ==, i == 0 ? qp_sight_scene_cells (scene) : 0);
    }
}

/* of two screens the best counts, or both */
static void
test_union (void)
{
  g_autoptr (QpNode) plan = make_room (NULL, "40");
  const QpSightSpan span = ROOM;
  g_autoptr (QpSightScene) scene = qp_sight_scene_new (plan, &span);
  g_autoptr (QpSightResult) one = qp_sight_result_new (scene, screen_of (plan, 0), NULL, NULL, 12, NULL, NULL);
  g_autoptr (QpSightResult) other = qp_sight_result_new (scene, screen_of (plan, 1), NULL, NULL, 12, NULL, NULL);
  const QpSightMeasure *distance = qp_sight_measure_find ("distance"), *screens = qp_sight_measure_find ("screens");
  g_autoptr (QpValueGrid) best = qp_sight_values_new (distance, one);
  g_autoptr (QpValueGrid) far = qp_sight_values_new (distance, other);
  g_autoptr (QpValueGrid) both = qp_sight_values_new (screens, one);
  g_autoptr (QpValueGrid) second = qp_sight_values_new (screens, other);
  guint n;

  qp_sight_values_add (distance, best, far);
  for (gsize i = 0; i < (gsize) best->grid.columns * best->grid.rows; i++)
    if (!isnan (far->at[i]))
      g_assert_cmpfloat (best->at[i], <=, far->at[i]);
  qp_sight_values_add (screens, both, second);
  g_assert_cmpfloat_with_epsilon (mean_of (both, &n), 2, 1e-6);
  const QpSightResult *results[] = { one, other };
  QpSightCount count;
  qp_sight_count (&count, results, 2, 0);
  g_assert_cmpuint (count.cells, ==, 200);
  g_assert_cmpfloat_with_epsilon (count.share, 1, 1e-9);
  g_assert_cmpuint (count.grades[QP_LOOK_BEHIND] + count.grades[QP_LOOK_BLOCKED], ==, 0);
  g_assert_cmpuint (count.grades[QP_LOOK_PIXEL_FREE] + count.grades[QP_LOOK_READABLE] + count.grades[QP_LOOK_NOTICED], ==, 200);
}

/* every measure has a scale, a picture and, as far as it has numbers, lines */
static void
test_measures (void)
{
  g_autoptr (QpNode) plan = make_room (NULL, NULL);
  const QpSightSpan span = ROOM;
  g_autoptr (QpSightScene) scene = qp_sight_scene_new (plan, &span);
  g_autoptr (QpSightResult) result = qp_sight_result_new (scene, screen_of (plan, 0), NULL, NULL, 12, NULL, NULL);

  for (guint i = 0; i < qp_sight_measure_count (); i++)
    {
      const QpSightMeasure *measure = qp_sight_measure_at (i);
      g_autoptr (QpValueGrid) values = qp_sight_values_new (measure, result);
      QpMapScale scale;
      qp_sight_scale (&scale, measure, values);
      g_test_message ("%s: %u steps to %g", measure->key, scale.n, scale.bounds[scale.n]);
      g_assert_cmpuint (scale.n, >=, 2);
      g_assert_cmpuint (scale.n, <=, QP_MAP_STEPS);
      g_assert_true (qp_sight_measure_find (measure->key) == measure);
      g_autoptr (QpMapPicture) picture = qp_map_picture_new (values, &scale, QP_THEME_LIGHT, TRUE);
      g_autoptr (GPtrArray) lines = qp_map_contours_new (&scale, values);
      if (scale.named)
        g_assert_cmpuint (lines->len, ==, 0);
      g_assert_nonnull (picture);
    }
}

static gboolean
stop (double done, gpointer data)
{
  return FALSE;
}

static void
test_stopped (void)
{
  g_autoptr (QpNode) plan = make_room (NULL, NULL);
  const QpSightSpan span = ROOM;
  g_autoptr (QpSightScene) scene = qp_sight_scene_new (plan, &span);

  g_assert_null (qp_sight_result_new (scene, screen_of (plan, 0), NULL, NULL, 12, stop, NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sight-scene/cells", test_cells);
  g_test_add_func ("/sight-scene/whole", test_whole);
  g_test_add_func ("/sight-scene/serves", test_serves);
  g_test_add_func ("/sight-scene/values", test_values);
  g_test_add_func ("/sight-scene/union", test_union);
  g_test_add_func ("/sight-scene/measures", test_measures);
  g_test_add_func ("/sight-scene/stopped", test_stopped);
  return g_test_run ();
}
