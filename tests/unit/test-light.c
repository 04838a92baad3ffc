/* test-light.c: light of screens at windows: by hand, against a sum over small parts, and what must always hold
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "light-help.h"

#define NEAR(a, b, by) g_assert_cmpfloat_with_epsilon ((a), (b), (by))

/* 300 cd/m², 16 × 9 m, its middle 10 m up, looking down on the plan (−y); a window 40 m before it: row E11 of the oracles */
static LightPlan
usual (double facing)
{
  LightPlan plan = light_plan (0, FALSE);

  light_add_screen (&plan, 0, 0, 180, 5.5, 16, 9, 300);
  light_add_window (&plan, (double[]){ 0, -40 }, 1, 10, 10, facing);
  return plan;
}

static void
test_window_before_the_middle (void)
{
  g_auto (LightPlan) plan = usual (0);
  g_autoptr (QpLight) light = light_of (&plan, "E3", NULL);

  NEAR (light->receptors[0].before.lx, 26.0882874228, 1e-4);
  NEAR (light->receptors[0].before.factors[0], 26.0882874228 / 300, 1e-6);
  g_assert_cmpint (light->receptors[0].before.verdict, ==, QP_VERDICT_FAILS);
  g_assert_cmpfloat (light->receptors[0].before.limit, ==, 10);
  g_assert_cmpfloat (light->receptors[0].after.limit, ==, 2);
  /* its hours are not known, so that it shines after curfew too: 2 lx are what counts; alone they would be 10 (row E16) */
  NEAR (light->receptors[0].highest, 114.9941332437 / 5, 1e-3);
  NEAR (light->sources[0].alone, 114.9941332437 / 5, 1e-3);
  NEAR (light->highest, 114.9941332437 / 5, 1e-3);
}

static void
test_off_before_curfew (void)
{
  g_auto (LightPlan) plan = usual (0);
  light_set (plan.nodes->pdata[0], "on_time", "07:00");
  light_set (plan.nodes->pdata[0], "off_time", "23:00");
  g_autoptr (QpLight) light = light_of (&plan, "E3", NULL);

  g_assert_cmpfloat (light->receptors[0].after.lx, ==, 0);
  g_assert_cmpint (light->receptors[0].after.verdict, ==, QP_VERDICT_MEETS);
  NEAR (light->highest, 114.9941332437, 1e-2);
  NEAR (light->sources[0].beside, 114.9941332437, 1e-2);
}

static void
test_facing_away (void)
{
  g_auto (LightPlan) plan = usual (180);
  g_autoptr (QpLight) light = light_of (&plan, "E3", NULL);

  g_assert_cmpfloat (light->receptors[0].before.lx, ==, 0);
  g_assert_cmpint (light->receptors[0].before.verdict, ==, QP_VERDICT_MEETS);
  g_assert_true (isinf (light->receptors[0].highest));
  /* behind the face there is nothing either */
  g_auto (LightPlan) behind = light_plan (0, FALSE);
  light_add_screen (&behind, 0, 0, 180, 5.5, 16, 9, 300);
  light_add_window (&behind, (double[]){ 0, 40 }, 1, 10, 10, 180);
  g_autoptr (QpLight) dark = light_of (&behind, "E3", NULL);
  g_assert_cmpfloat (dark->receptors[0].before.lx, ==, 0);
}

static void
test_two_screens (void)
{
  g_auto (LightPlan) plan = usual (0);
  light_add_screen (&plan, 30, -40, 270, 5.5, 16, 9, 600);
  g_autoptr (QpLight) both = light_of (&plan, "E4", NULL);
  /* half of the second lies before the window, half behind it */
  NEAR (qp_light_lx (both, &both->receptors[0].before, 0), 26.0882874228, 1e-4);
  g_assert_cmpfloat (qp_light_lx (both, &both->receptors[0].before, 1), >, 1);
  NEAR (both->receptors[0].before.lx,
        qp_light_lx (both, &both->receptors[0].before, 0) + qp_light_lx (both, &both->receptors[0].before, 1), 1e-9);
  /* the same screen twice */
  g_auto (LightPlan) twice = usual (0);
  light_add_screen (&twice, 0, 0, 180, 5.5, 16, 9, 300);
  g_autoptr (QpLight) doubled = light_of (&twice, "E4", NULL);
  NEAR (doubled->receptors[0].before.lx, 2 * 26.0882874228, 2e-4);
  NEAR (doubled->highest, 5 / (2 * 26.0882874228 / 300), 1e-3);
}

/* what is highest passes exactly, and a little more does not */
static void
test_highest_passes (void)
{
  g_auto (LightPlan) plan = light_plan (0, FALSE);
  light_add_screen (&plan, 0, 0, 180, 5.5, 16, 9, 300);
  light_add_screen (&plan, 25, -5, 200, 12, 6, 4, 800);
  light_add_window (&plan, (double[]){ -20, -50, 30, -45 }, 2, 3, 30, 10);
  light_add_window (&plan, (double[]){ 40, -40, 40, -10 }, 2, 3, 12, 270);
  g_autoptr (QpLight) light = light_of (&plan, "E3", NULL);
  const double highest = light->highest;

  g_assert_true (highest > 0 && isfinite (highest));
  for (guint i = 0; i < 2; i++)
    light_set_number (plan.nodes->pdata[i], "luminance_night_cdm2", highest);
  g_autoptr (QpLight) just = light_of (&plan, "E3", NULL);
  const QpLightReceptor *worst = qp_light_worst (just, TRUE);
  NEAR (worst->after.lx, 2, 1e-5);
  for (guint i = 0; i < 2; i++)
    light_set_number (plan.nodes->pdata[i], "luminance_night_cdm2", highest * 1.001);
  g_autoptr (QpLight) more = light_of (&plan, "E3", NULL);
  g_assert_cmpint (qp_light_worst (more, TRUE)->after.verdict, ==, QP_VERDICT_FAILS);
}

/* A wall of 12 m halfway: from a window 10 m up the line over its top reaches the face at 14 m; of 5.5 … 14.5 m only the
 * upper half metre shines on. */
static void
test_wall_hides_by_similar_triangles (void)
{
  g_auto (LightPlan) plan = usual (0);
  light_add_wall (&plan, (double[]){ -100, -20, 100, -20 }, 2, FALSE, 0, 12, 0);
  g_autoptr (QpLight) light = light_of (&plan, "E3", NULL);
  const QpFormula *exact = qp_formula_find ("illuminance_rect_exact_lx");
  const QpArgument upper[] = { { 16, NULL }, { 0.5, NULL }, { 14.25, NULL }, { 0, NULL }, { 40, NULL },
                               { 10, NULL }, { 0, NULL },   { -1, NULL },    { 0, NULL }, { 300, NULL } };

  NEAR (light->receptors[0].before.lx, qp_formula_evaluate (exact, upper), 1e-4);
  /* glass lets its share pass */
  light_set_number (plan.nodes->pdata[2], "transparency_percent", 60);
  g_autoptr (QpLight) glass = light_of (&plan, "E3", NULL);
  const double seen = qp_formula_evaluate (exact, upper);
  NEAR (glass->receptors[0].before.lx, seen + 0.6 * (26.0882874228 - seen), 1e-4);
  /* a second wall behind the first hides nothing more; one that goes up to the sky hides all */
  light_set_number (plan.nodes->pdata[2], "transparency_percent", 0);
  light_add_wall (&plan, (double[]){ -100, -10, 100, -10 }, 2, FALSE, 0, 12.5, 0);
  g_autoptr (QpLight) second = light_of (&plan, "E3", NULL);
  NEAR (second->receptors[0].before.lx, seen, 1e-4);
  light_set_number (plan.nodes->pdata[3], "top_height_m", 100);
  g_autoptr (QpLight) dark = light_of (&plan, "E3", NULL);
  g_assert_cmpfloat (dark->receptors[0].before.lx, ==, 0);
}

/* the building that a window is in does not hide from it, whether it was drawn on its outline, a little inside or outside */
static void
test_own_building (void)
{
  for (guint i = 0; i < 3; i++)
    {
      g_auto (LightPlan) plan = usual (0);
      const double edge = -40 + (i - 1.0) * 0.005;
      light_add_wall (&plan, (double[]){ -10, edge, 10, edge, 10, -60, -10, -60 }, 4, TRUE, 0, 30, 0);
      g_autoptr (QpLight) light = light_of (&plan, "E3", NULL);
      NEAR (light->receptors[0].before.lx, 26.0882874228, 1e-4);
    }
}

/* --- a line with a range of heights --- */

static void
test_brightest_of_a_facade (void)
{
  g_auto (LightPlan) plan = light_plan (0, FALSE);
  light_add_screen (&plan, 0, 0, 180, 5.5, 16, 9, 300);
  light_add_window (&plan, (double[]){ -30, -40, 30, -40 }, 2, 0, 40, NAN);
  g_autoptr (QpLight) light = light_of (&plan, "E3", NULL);
  const QpLightReceptor *receptor = &light->receptors[0];

  NEAR (receptor->before.lx, 26.0882874228, 1e-4);
  NEAR (receptor->before.at.x, 0, 1e-9);
  NEAR (receptor->before.at.z, 10, 1e-9);
  g_assert_true (receptor->facing_assumed);
  NEAR (receptor->before.normal.y, 1, 1e-9);
  g_assert_cmpuint (receptor->points, ==, 61 * 41);
  /* a wall before the lower floors moves the brightest place up */
  light_add_wall (&plan, (double[]){ -100, -39, 100, -39 }, 2, FALSE, 0, 20, 0);
  g_autoptr (QpLight) walled = light_of (&plan, "E3", NULL);
  g_assert_cmpfloat (walled->receptors[0].before.at.z, >=, 20);
  g_assert_cmpfloat (walled->receptors[0].before.lx, <, 26);
  g_assert_cmpfloat (walled->receptors[0].before.lx, >, 15);
}

/* a point that does not say where it looks turns to the light */
static void
test_turned_to_the_light (void)
{
  g_auto (LightPlan) plan = usual (NAN);
  g_autoptr (QpLight) light = light_of (&plan, "E3", NULL);

  NEAR (light->receptors[0].before.lx, 26.0882874228, 1e-3);
}

/* --- what is not known --- */

static void
test_not_known (void)
{
  g_auto (LightPlan) plan = usual (0);
  light_add_screen (&plan, 0, 0, 180, 5.5, 4, 2, NAN);
  g_autoptr (QpLight) light = light_of (&plan, NULL, NULL);
  const QpLightReceptor *receptor = &light->receptors[0];

  g_assert_true (isnan (receptor->before.lx));
  NEAR (receptor->before.known_lx, 26.0882874228, 1e-4);
  g_assert_cmpint (receptor->before.verdict, ==, QP_VERDICT_UNKNOWN);
  g_assert_true (isnan (receptor->before.limit) && isnan (light->highest));
  /* what is known is already too much */
  g_autoptr (QpLight) zoned = light_of (&plan, "E3", NULL);
  g_assert_cmpint (zoned->receptors[0].before.verdict, ==, QP_VERDICT_FAILS);
  /* a screen whose place in height is not known may shine anywhere */
  g_auto (LightPlan) other = light_plan (0, FALSE);
  QpNode *screen = light_add_screen (&other, 0, 0, 180, 5.5, 4, 2, 10);
  g_auto (QpValue) unset = qp_value_unset (QP_STORAGE_INTEGER);
  qp_node_init_value (screen, QP_SCREEN_FIELD (bottom_height_m), &unset);
  light_add_window (&other, (double[]){ 0, -40 }, 1, 10, 10, 0);
  g_autoptr (QpLight) unknown = light_of (&other, "E3", NULL);
  g_assert_true (isnan (unknown->receptors[0].before.lx));
  g_assert_cmpint (unknown->receptors[0].before.verdict, ==, QP_VERDICT_UNKNOWN);
  /* no limit is made for drivers */
  g_auto (LightPlan) road = usual (0);
  light_set (road.nodes->pdata[1], "kind", "road_user");
  g_autoptr (QpLight) driver = light_of (&road, "E3", NULL);
  g_assert_cmpint (driver->receptors[0].before.verdict, ==, QP_VERDICT_NONE);
  NEAR (driver->receptors[0].before.lx, 26.0882874228, 1e-4);
}

static void
test_retired_and_double_sided (void)
{
  g_auto (LightPlan) plan = usual (0);
  light_add_window (&plan, (double[]){ 0, 40 }, 1, 10, 10, 180);
  light_set (plan.nodes->pdata[0], "double_sided", "yes");
  g_autoptr (QpLight) both = light_of (&plan, "E3", NULL);
  NEAR (both->receptors[0].before.lx, both->receptors[1].before.lx, 1e-3);
  light_set (plan.nodes->pdata[0], "status", "retired");
  g_autoptr (QpLight) retired = light_of (&plan, "E3", NULL);
  g_assert_cmpuint (retired->n_sources, ==, 0);
  g_assert_cmpfloat (retired->receptors[0].before.lx, ==, 0);
}

/* missing cabinets are dark: a frame and what is in it make the whole */
static void
test_missing_cells (void)
{
  double lx[3];

  for (guint i = 0; i < 3; i++)
    {
      g_auto (LightPlan) plan = light_plan (0, FALSE);
      QpNode *screen = light_add_screen (&plan, 0, 0, 180, 5, 3, 3, 100);
      if (i > 0)
        light_set (screen, "missing_cells", i == 1 ? "2,2" : "1,1 1,2 1,3 2,1 2,3 3,1 3,2 3,3");
      light_add_window (&plan, (double[]){ 3, -6 }, 1, 2, 2, 350);
      g_autoptr (QpLight) light = light_of (&plan, "E3", NULL);
      lx[i] = light->receptors[0].before.lx;
    }
  g_assert_cmpfloat (lx[1], <, lx[0]);
  NEAR (lx[0], lx[1] + lx[2], 1e-9);
}

/* --- against a sum over small parts --- */

/* brute force: the face in n × n parts of each cabinet, each a small source seen or not */
static double
summed (const QpScreen *screen, const QpCatalogue *catalogue, const GArray *walls, QpVec3 at, QpVec3 normal, guint n)
{
  g_auto (QpShape) shape = { 0 };
  const QpCabinet *cabinet = screen->cabinet == NULL ? NULL : qp_catalogue_cabinet (catalogue, screen->cabinet);
  const double kh = cabinet == NULL ? 0 : log (0.5) / log (cos (cabinet->viewing_angle_h_deg * G_PI / 360));
  const double kv = cabinet == NULL ? 0 : log (0.5) / log (cos (cabinet->viewing_angle_v_deg * G_PI / 360));
  double sum = 0;

  g_assert_true (qp_shape_init (&shape, screen, catalogue));
  for (guint column = 0; column < shape.cells.columns; column++)
    for (guint row = 0; row < shape.cells.rows; row++)
      for (guint i = 0; i < n * n; i++)
        {
          const QpFacet *facet = qp_shape_facet (&shape, qp_shape_facet_of_column (&shape, column));
          const QpVec3 out = qp_shape_normal (&shape, facet);
          const double c = column + (i % n + 0.5) / n, r = row + (i / n + 0.5) / n;
          const QpVec3 part = qp_shape_point (&shape, facet, c, r);
          const QpVec3 right = qp_vec3_unit (qp_vec3_sub (qp_shape_point (&shape, facet, c + 0.1, r), part));
          const QpVec3 up = qp_vec3_unit (qp_vec3_sub (qp_shape_point (&shape, facet, c, r - 0.1), part));
          const QpVec3 way = qp_vec3_sub (at, part);
          const double d = qp_vec3_length (way), e = qp_vec3_dot (way, out) / d, s = -qp_vec3_dot (way, normal) / d;
          const double x = qp_vec3_dot (way, right), y = qp_vec3_dot (way, up);
          const double k = x * x + y * y > 0 ? (kh * x * x + kv * y * y) / (x * x + y * y) : 0;
          if (e <= 0 || s <= 0 || !qp_cells_has (&shape.cells, column, row))
            continue;
          sum += pow (e, k) * e * s * shape.cell_w * shape.cell_h / (n * n) / (d * d)
                 * qp_sight_passing (walls, part, at, NULL);
        }
  return sum;
}

static QpCatalogue *
catalogue_of_one (void)
{
  g_autoptr (QpNode) root = qp_node_new (QP_KIND_PROJECT, qp_id_new ());
  QpNode *cabinet = qp_node_new (QP_KIND_CABINET, qp_id_new ());

  light_set (cabinet, "key", "own");
  light_set (cabinet, "width_mm", "1000");
  light_set (cabinet, "height_mm", "1000");
  light_set (cabinet, "viewing_angle_h_deg", "140");
  light_set (cabinet, "viewing_angle_v_deg", "100");
  g_autoptr (QpNodeList) list = qp_node_list_new (&cabinet, 1);
  qp_node_init_children (root, list);
  qp_node_unref (cabinet);
  g_autoptr (QpCatalogue) none = qp_catalogue_new (NULL, 0);
  return qp_catalogue_with_project (none, root);
}

static void
check_against_sum (const char *shape, gboolean fall_off, double tilt)
{
  g_autoptr (QpCatalogue) catalogue = catalogue_of_one ();
  g_auto (LightPlan) plan = light_plan (0, FALSE);
  QpNode *screen = light_add_screen (&plan, 0, 0, 180, 4, 12, 5, 1);
  light_set (screen, "shape", shape);
  light_set_number (screen, "tilt_deg", tilt);
  if (g_str_equal (shape, "arc"))
    light_set (screen, "arc_angle_deg", "-90");
  if (g_str_equal (shape, "corner"))
    light_set (screen, "face_columns", "7 5");
  if (fall_off)
    light_set (screen, "cabinet", "own");
  light_add_wall (&plan, (double[]){ -2, -8, 3, -9.5 }, 2, FALSE, 0, 5, 0);
  light_add_wall (&plan, (double[]){ -9, -4, -5, -4, -5, -6, -9, -6 }, 4, TRUE, 0, 6.8, 0);
  light_add_window (&plan, (double[]){ 4, -15 }, 1, 3, 3, 340);
  light_add_window (&plan, (double[]){ -14, -9 }, 1, 6, 6, 40);
  g_autoptr (QpLight) light = light_of (&plan, "E3", catalogue);
  for (guint i = 0; i < light->n_receptors; i++)
    {
      const QpLightSum *sum = &light->receptors[i].before;
      const double parts = summed ((const QpScreen *) screen, catalogue, light->walls, sum->at, sum->normal, 100);
      g_assert_cmpfloat (parts, >, 0.001);
      NEAR (sum->factors[0] / parts, 1, 2e-3);
    }
}

static void
test_against_sums (void)
{
  static const char *const shapes[] = { "flat", "arc", "corner" };

  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      check_against_sum (shapes[i], FALSE, 0);
      check_against_sum (shapes[i], TRUE, 0);
    }
  check_against_sum ("flat", TRUE, 20);
}

/* 140° by 140°, far off at 70°: half of what an even face gives */
static void
test_fall_off (void)
{
  g_autoptr (QpCatalogue) catalogue = catalogue_of_one ();
  g_auto (LightPlan) plan = light_plan (0, FALSE);
  QpNode *screen = light_add_screen (&plan, 0, 0, 180, 10, 1, 1, 1000);
  light_add_window (&plan, (double[]){ 1000 * sin (70 * G_PI / 180), -1000 * cos (70 * G_PI / 180) }, 1, 10.5, 10.5, 290);
  g_autoptr (QpLight) even = light_of (&plan, "E3", catalogue);
  light_set (screen, "cabinet", "own");
  g_autoptr (QpLight) real = light_of (&plan, "E3", catalogue);

  g_assert_true (real->sources[0].face.emission.across_known);
  NEAR (real->receptors[0].before.lx / even->receptors[0].before.lx, 0.5, 1e-3);
}

/* --- what must always hold --- */

typedef struct
{
  double window[4];
  double walls[6][4];
  double tops[6];
  double screen[3];
} Scene;

static Scene
draw (GRand *rand)
{
  Scene scene = { .window = { g_rand_double_range (rand, -40, 0), g_rand_double_range (rand, -60, -30),
                              g_rand_double_range (rand, 1, 40), g_rand_double_range (rand, -60, -30) } };

  for (guint i = 0; i < G_N_ELEMENTS (scene.walls); i++)
    {
      scene.walls[i][0] = g_rand_double_range (rand, -30, 30);
      scene.walls[i][1] = g_rand_double_range (rand, -28, -3);
      scene.walls[i][2] = scene.walls[i][0] + g_rand_double_range (rand, -12, 12);
      scene.walls[i][3] = scene.walls[i][1] + g_rand_double_range (rand, -5, 5);
      scene.tops[i] = g_rand_double_range (rand, 3, 16);
    }
  scene.screen[0] = g_rand_double_range (rand, -10, 10);
  scene.screen[1] = g_rand_double_range (rand, 150, 210);
  scene.screen[2] = g_rand_double_range (rand, 2, 15);
  return scene;
}

static double
lx_of (const Scene *scene, double turn, gboolean mirrored, guint n_walls, guint screens)
{
  g_auto (LightPlan) plan = light_plan (turn, mirrored);

  if (screens & 1)
    light_add_screen (&plan, scene->screen[0], 0, scene->screen[1], scene->screen[2], 12, 7, 500);
  if (screens & 2)
    light_add_screen (&plan, scene->screen[0] + 20, 2, 170, 6, 5, 4, 900);
  for (guint i = 0; i < n_walls; i++)
    light_add_wall (&plan, scene->walls[i], 2, FALSE, 0, scene->tops[i], i == 0 ? 40 : 0);
  light_add_window (&plan, (double[]){ scene->window[0], scene->window[1] }, 1, 8, 8, 5);
  g_autoptr (QpLight) light = light_of (&plan, "E4", NULL);
  return light->receptors[0].before.lx;
}

static void
test_always (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260505);

  for (guint i = 0; i < 60; i++)
    {
      const Scene scene = draw (rand);
      const double both = lx_of (&scene, 0, FALSE, 6, 3);
      double before = lx_of (&scene, 0, FALSE, 0, 3);
      NEAR (lx_of (&scene, g_rand_double_range (rand, 0, 360), FALSE, 6, 3), both, 1e-4);
      NEAR (lx_of (&scene, 90, TRUE, 6, 3), both, 1e-4);
      NEAR (lx_of (&scene, 0, FALSE, 6, 1) + lx_of (&scene, 0, FALSE, 6, 2), both, 1e-9);
      for (guint n = 1; n <= 6; n++)
        {
          const double now = lx_of (&scene, 0, FALSE, n, 3);
          g_assert_cmpfloat (now, <=, before + 1e-9);
          before = now;
        }
    }
}

/* the places that were not looked at are not brighter */
static void
test_none_is_brighter (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint i = 0; i < 5; i++)
    {
      const Scene scene = draw (rand);
      g_auto (LightPlan) plan = light_plan (0, FALSE);
      light_add_screen (&plan, scene.screen[0], 0, scene.screen[1], scene.screen[2], 12, 7, 500);
      for (guint k = 0; k < 6; k++)
        light_add_wall (&plan, scene.walls[k], 2, FALSE, 0, scene.tops[k], 0);
      light_add_window (&plan, scene.window, 2, 2, 20, 0);
      g_autoptr (QpLight) light = light_of (&plan, "E4", NULL);
      const QpLightReceptor *receptor = &light->receptors[0];
      for (guint k = 0; k < 400; k++)
        {
          const double t = g_rand_double (rand), z = 2 + 18 * g_rand_double (rand);
          const QpVec3 at = qp_vec3 (scene.window[0] + t * (scene.window[2] - scene.window[0]),
                                     scene.window[1] + t * (scene.window[3] - scene.window[1]), z);
          const double lx = 500 * qp_light_factor (&light->sources[0].face, light->walls, at, qp_vec3 (0, 1, 0), QP_LIGHT_EXACT);
          g_assert_cmpfloat (lx, <=, receptor->before.lx * 1.05 + 1e-6);
        }
    }
}

static void
test_map (void)
{
  g_auto (LightPlan) plan = usual (0);
  g_autoptr (QpLight) light = light_of (&plan, "E3", NULL);
  const QpSightGrid grid = { -0.5, -40.5, 1, 1, 1, 10 }, level = { -0.5, -40.5, 1, 1, 1, 1.5 };
  g_autofree float *facing = qp_light_map (light, &grid, QP_LIGHT_FACING, NULL, FALSE, NULL, NULL);
  g_autofree float *up = qp_light_map (light, &level, QP_LIGHT_LEVEL, NULL, FALSE, NULL, NULL);
  const QpFormula *exact = qp_formula_find ("illuminance_rect_exact_lx");
  const QpArgument in[] = { { 16, NULL }, { 9, NULL }, { 10, NULL }, { 0, NULL }, { 40, NULL },
                            { 1.5, NULL }, { 0, NULL }, { 0, NULL }, { 1, NULL }, { 300, NULL } };

  NEAR (facing[0], 26.08829, 1e-3);
  NEAR (up[0], qp_formula_evaluate (exact, in), 1e-3);
}

static void
test_explained (void)
{
  g_auto (LightPlan) plan = usual (0);
  light_set (plan.nodes->pdata[0], "name", "Big one");
  g_autoptr (QpLight) light = light_of (&plan, "E3", NULL);
  g_autoptr (QpExplanation) lx = qp_light_explain_lx (light, &light->receptors[0], FALSE);
  g_autoptr (QpExplanation) highest = qp_light_explain_highest (light, &light->receptors[0]);

  g_assert_cmpstr (lx->value, ==, "26.088\u2009lx");
  g_assert_cmpuint (lx->inputs->len, ==, 2);
  g_assert_cmpstr (((QpExplainedInput *) lx->inputs->pdata[1])->label, ==, "Big one");
  g_assert_nonnull (strstr (((QpExplainedInput *) lx->inputs->pdata[1])->origin, "Lambert"));
  g_assert_null (lx->missing);
  g_assert_cmpstr (highest->value, ==, "23.0\u2009cd/m²");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/light/window-before-the-middle", test_window_before_the_middle);
  g_test_add_func ("/light/off-before-curfew", test_off_before_curfew);
  g_test_add_func ("/light/facing-away", test_facing_away);
  g_test_add_func ("/light/two-screens", test_two_screens);
  g_test_add_func ("/light/highest-passes", test_highest_passes);
  g_test_add_func ("/light/wall", test_wall_hides_by_similar_triangles);
  g_test_add_func ("/light/own-building", test_own_building);
  g_test_add_func ("/light/facade", test_brightest_of_a_facade);
  g_test_add_func ("/light/turned", test_turned_to_the_light);
  g_test_add_func ("/light/not-known", test_not_known);
  g_test_add_func ("/light/retired", test_retired_and_double_sided);
  g_test_add_func ("/light/missing-cells", test_missing_cells);
  g_test_add_func ("/light/sums", test_against_sums);
  g_test_add_func ("/light/fall-off", test_fall_off);
  g_test_add_func ("/light/always", test_always);
  g_test_add_func ("/light/none-brighter", test_none_is_brighter);
  g_test_add_func ("/light/map", test_map);
  g_test_add_func ("/light/explained", test_explained);
  return g_test_run ();
}
