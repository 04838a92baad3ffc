/* test-plans-walls.c: lines of a drawing become outlines of walls
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plans/qp-plan-walls.h"

typedef struct
{
  QpShapeType type;
  guint layer;
  guint n;
  QpVec points[5];
} Line;

static QpPlanDrawing *
drawing_of (const Line *lines, guint n)
{
  QpPlanDrawing *drawing = qp_plan_drawing_new ();

  qp_plan_drawing_add_layer (drawing, "Walls", QP_DRAWING_INK, TRUE);
  qp_plan_drawing_add_layer (drawing, "Doors", QP_DRAWING_INK, TRUE);
  for (guint i = 0; i < n; i++)
    g_assert_true (qp_plan_drawing_add_shape (drawing, lines[i].type, lines[i].layer, QP_DRAWING_INK, lines[i].points,
                                              lines[i].n, FALSE));
  qp_plan_drawing_finish (drawing);
  return drawing;
}

static GPtrArray *
walls_of (const Line *lines, guint n, const char *layers)
{
  g_autoptr (QpPlanDrawing) drawing = drawing_of (lines, n);

  return qp_plan_walls_new (drawing, layers, NULL, 0.001, qp_vec (0, 0)); /* drawn in millimetres */
}

static const QpPlanWall *
wall (const GPtrArray *walls, guint index)
{
  return g_ptr_array_index (walls, index);
}

static QpPoint
point (const GPtrArray *walls, guint index, guint at)
{
  return g_array_index (wall (walls, index)->points, QpPoint, at);
}

/* four lines, drawn in any direction and order, are a room */
static void
test_room (void)
{
  static const Line lines[] = { { QP_SHAPE_LINES, 0, 2, { { 0, 0 }, { 5000, 0 } } },
                                { QP_SHAPE_LINES, 0, 2, { { 0, 4000 }, { 0, 0 } } },
                                { QP_SHAPE_LINES, 0, 2, { { 5000, 4000 }, { 5000, 0 } } },
                                { QP_SHAPE_LINES, 0, 2, { { 5000, 4000 }, { 0, 4000.0001 } } } };
  g_autoptr (GPtrArray) walls = walls_of (lines, G_N_ELEMENTS (lines), "Walls");

  g_assert_cmpuint (walls->len, ==, 1);
  g_assert_true (wall (walls, 0)->closed);
  g_assert_cmpuint (wall (walls, 0)->points->len, ==, 4);
}

/* a chain that begins in its middle; what meets three lines belongs to none of them */
static void
test_chain_and_junction (void)
{
  static const Line lines[] = { { QP_SHAPE_LINES, 0, 2, { { 1000, 0 }, { 2000, 0 } } },
                                { QP_SHAPE_LINES, 0, 2, { { 0, 0 }, { 1000, 0 } } },
                                { QP_SHAPE_LINES, 0, 3, { { 3000, 0 }, { 2500, 10 }, { 2000, 0 } } },
                                { QP_SHAPE_LINES, 0, 2, { { 3000, 0 }, { 4000, 500 } } },
                                { QP_SHAPE_LINES, 0, 2, { { 3000, 0 }, { 4000, -500 } } } };
  g_autoptr (GPtrArray) walls = walls_of (lines, G_N_ELEMENTS (lines), "Doors;Walls");

  g_assert_cmpuint (walls->len, ==, 3);
  g_assert_false (wall (walls, 0)->closed);
  g_assert_cmpuint (wall (walls, 0)->points->len, ==, 5);
  g_assert_cmpint (point (walls, 0, 0).x, ==, 0);
  g_assert_cmpint (point (walls, 0, 4).x, ==, 3000000);
}

/* other layers, dots, lines without length and lines drawn twice make no walls */
static void
test_left_out (void)
{
  static const Line lines[] = { { QP_SHAPE_LINES, 1, 2, { { 0, 0 }, { 1000, 0 } } },
                                { QP_SHAPE_DOT, 0, 1, { { 0, 0 } } },
                                { QP_SHAPE_LINES, 0, 2, { { 7, 7 }, { 7.0001, 7 } } },
                                { QP_SHAPE_LINES, 0, 2, { { 0, 0 }, { 9000, 0 } } },
                                { QP_SHAPE_LINES, 0, 2, { { 9000, 0 }, { 0, 0 } } },
                                { QP_SHAPE_OUTLINE, 0, 3, { { 0, 500 }, { 100, 500 }, { 50, 600 } } } };
  g_autoptr (GPtrArray) walls = walls_of (lines, G_N_ELEMENTS (lines), "Walls");
  g_autoptr (GPtrArray) none = walls_of (lines, G_N_ELEMENTS (lines), NULL);

  g_assert_cmpuint (walls->len, ==, 2);
  g_assert_false (wall (walls, 0)->closed);
  g_assert_true (wall (walls, 1)->closed);
  g_assert_cmpuint (none->len, ==, 0);
}

/* lines of two layers that touch stay apart, and a path that comes back to its beginning is closed */
static void
test_layers_apart (void)
{
  static const Line lines[] = { { QP_SHAPE_LINES, 0, 2, { { 0, 0 }, { 1000, 0 } } },
                                { QP_SHAPE_LINES, 1, 2, { { 1000, 0 }, { 2000, 0 } } },
                                { QP_SHAPE_LINES, 1, 4, { { 0, 9 }, { 90, 9 }, { 90, 99 }, { 0, 9 } } } };
  g_autoptr (GPtrArray) walls = walls_of (lines, G_N_ELEMENTS (lines), "Walls;Doors");

  g_assert_cmpuint (walls->len, ==, 3);
  g_assert_true (wall (walls, 2)->closed);
  g_assert_cmpuint (wall (walls, 2)->points->len, ==, 3);
}

/* a hundred thousand lines in one chain */
static void
test_many (void)
{
  g_autoptr (QpPlanDrawing) drawing = qp_plan_drawing_new ();

  qp_plan_drawing_add_layer (drawing, "Walls", QP_DRAWING_INK, TRUE);
  for (guint i = 0; i < 100000; i++)
    {
      const QpVec points[] = { { 10.0 * i, 0 }, { 10.0 * (i + 1), 0 } };
      qp_plan_drawing_add_shape (drawing, QP_SHAPE_LINES, 0, QP_DRAWING_INK, points, 2, FALSE);
    }
  qp_plan_drawing_finish (drawing);
  g_autoptr (GPtrArray) walls = qp_plan_walls_new (drawing, "Walls", NULL, 0.001, qp_vec (0, 0));
  g_assert_cmpuint (walls->len, ==, 1);
  g_assert_cmpuint (wall (walls, 0)->points->len, ==, 100001);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plans-walls/room", test_room);
  g_test_add_func ("/plans-walls/chain-and-junction", test_chain_and_junction);
  g_test_add_func ("/plans-walls/left-out", test_left_out);
  g_test_add_func ("/plans-walls/layers-apart", test_layers_apart);
  g_test_add_func ("/plans-walls/many", test_many);
  return g_test_run ();
}
