/* test-view.c: the view from a place: where places are in the picture, what hides what, and how much is seen
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "paint-help.h"

#include "engine/qp-sight.h"
#include "render/qp-view-picture.h"

#include <math.h>

#define WIDE 640
#define TALL 400

/* -- places in the picture, worked out by hand -- */

/* 90° across: the picture is as far as it is half wide. Looking up the plan from (0, 0, 1.6): 10 m ahead and 10 m to
 * the right is at the right edge; 10 m ahead and 1.6 m down is 0.16 × 320 px below the middle. */
static void
test_places (void)
{
  const QpGaze gaze = { qp_vec3 (0, 0, 1.6), 0, 0, 90 };
  QpCamera camera;
  QpVec px;

  qp_camera_init (&camera, &gaze, WIDE, TALL);
  g_assert_cmpfloat_with_epsilon (camera.focal, 320, 1e-9);
  g_assert_true (qp_camera_project (&camera, qp_vec3 (0, 10, 1.6), &px));
  g_assert_cmpfloat_with_epsilon (px.x, 320, 1e-9);
  g_assert_cmpfloat_with_epsilon (px.y, 200, 1e-9);
  g_assert_true (qp_camera_project (&camera, qp_vec3 (10, 10, 0), &px));
  g_assert_cmpfloat_with_epsilon (px.x, 640, 1e-9);
  g_assert_cmpfloat_with_epsilon (px.y, 200 + 0.16 * 320, 1e-9);
  g_assert_true (qp_camera_project (&camera, qp_vec3 (-5, 20, 6.6), &px));
  g_assert_cmpfloat_with_epsilon (px.x, 320 - 80, 1e-9);
  g_assert_cmpfloat_with_epsilon (px.y, 200 - 80, 1e-9);
  g_assert_false (qp_camera_project (&camera, qp_vec3 (0, -1, 1.6), &px));
}

/* Looking to the right of the plan and 45° up: a place as far up as ahead is in the middle; the horizon is 45° lower,
 * which is as far below as the picture is away. */
static void
test_turned (void)
{
  const QpGaze gaze = { qp_vec3 (3, 4, 2), 90, 45, 90 };
  QpCamera camera;
  QpVec px;

  qp_camera_init (&camera, &gaze, WIDE, TALL);
  g_assert_true (qp_camera_project (&camera, qp_vec3 (13, 4, 12), &px));
  g_assert_cmpfloat_with_epsilon (px.x, 320, 1e-6);
  g_assert_cmpfloat_with_epsilon (px.y, 200, 1e-6);
  g_assert_cmpfloat_with_epsilon (qp_camera_px_down (&camera, 0), 200 + 320, 1e-6);
  g_assert_true (qp_camera_project (&camera, qp_vec3 (13, -6, 12), &px)); /* south is to the right of east */
  g_assert_cmpfloat_with_epsilon (px.x, 320 + 10 / (10 * sqrt (2)) * 320, 1e-6);
  const QpVec3 ray = qp_camera_ray (&camera, px);
  g_assert_cmpfloat_with_epsilon (ray.x / ray.y, -1, 1e-9);
  g_assert_cmpfloat_with_epsilon (ray.x / ray.z, 1, 1e-9);
}

/* -- scenes -- */

static QpNode *
make_obstacle (const char *kind, const char *closed, const char *base, const char *top, const char *through,
               const char *outline)
{
  QpNode *node
      = qp_paint_make (QP_KIND_OBSTACLE, "name", "Thing", "kind", kind, "closed", closed, "outline", outline, NULL);

  qp_paint_set (node, "base_height_m", base);
  if (top != NULL)
    qp_paint_set (node, "top_height_m", top);
  qp_paint_set (node, "transparency_percent", through);
  return node;
}

/* 16 × 9 m of cabinets of 1 m with 100 × 100 px, its lower edge 4 m high, looking down the plan */
static QpNode *
make_screen (const char *x, const char *y, const char *shape)
{
  QpNode *node = qp_paint_make (QP_KIND_SCREEN, "name", "Screen", "x_m", x, "y_m", y, "facing_deg", "180", "columns",
                                "16", "rows", "9", "bottom_height_m", "4", "cabinet_width_mm", "1000",
                                "cabinet_height_mm", "1000", "cabinet_px_w", "100", "cabinet_px_h", "100", NULL);

  qp_paint_set (node, "shape", shape);
  return node;
}

static QpNode *
make_plan (QpNode *screen, QpNode *obstacle)
{
  QpNode *children[2] = { screen, obstacle };

  return qp_paint_with_children (qp_node_new (QP_KIND_PLAN, qp_id_new ()), children, obstacle != NULL ? 2 : 1);
}

static QpViewPicture *
look (QpNode *plan, QpGaze gaze, guint samples, gboolean night, guint width)
{
  const QpViewOptions options = { night, QP_THEME_LIGHT, samples, FALSE };
  g_autoptr (QpViewScene) scene = qp_view_scene_new (plan, NULL);

  return qp_view_picture_new (scene, &gaze, width, width * 5 / 8, &options, NULL, NULL);
}

static double
sight_share (QpNode *plan, QpVec3 eye)
{
  g_auto (QpShape) shape = { 0 };
  QpNodeIter iter;

  qp_node_iter_init (&iter, plan->children);
  g_assert_true (qp_shape_init (&shape, (const QpScreen *) qp_node_iter_next_of (&iter, QP_KIND_SCREEN), NULL));
  g_autoptr (GArray) walls = qp_sight_walls (plan, NULL);
  g_autoptr (GArray) parts = qp_sight_samples (&shape, 16, 9);
  g_autoptr (GArray) fine = g_array_new (FALSE, FALSE, sizeof (QpSightSample));
  const guint n = 12;

  /* parts of a cabinet, so that the edge of a shadow falls between them as it should */
  for (guint i = 0; i < parts->len; i++)
    for (guint k = 0; k < n * n; k++)
      {
        QpSightSample part = g_array_index (parts, QpSightSample, i);
        const QpFacet *facet = qp_shape_facet (&shape, part.facet);
        const QpVec along = qp_vec_scale (qp_vec_sub (facet->b, facet->a), 1.0 / facet->columns);
        const double aside = (k % n + 0.5) / n - 0.5, up = (k / n + 0.5) / n - 0.5;
        part.at = qp_vec3_add (part.at, qp_vec3_of (qp_vec_scale (along, aside), up));
        part.weight /= n * n;
        g_array_append_val (fine, part);
      }
  return qp_sight_share (walls, fine, eye);
}

/* the two count in quite different ways */
static void
test_agrees_with_sight (void)
{
  static const struct
  {
    const char *shape;
    const char *obstacle[6];
    double x, y, z;
  } scenes[] = {
    { "flat", { NULL }, 0, -40, 1.6 },
    { "flat", { "wall", "no", "0", "8", "0", "-30,-20 30,-20" }, 0, -40, 1.6 },
    { "flat", { "wall", "no", "0", "8", "0", "-3,-20 30,-18" }, 4, -45, 1.6 },
    { "flat", { "building", "yes", "0", "12", "0", "-6,-22 2,-25 1,-15 -5,-14" }, -7, -50, 3 },
    { "flat", { "tree", "yes", "5", "9", "0", "1,-20 5,-20 5,-16 1,-16" }, 0, -42, 1.7 },
    { "flat", { "glass", "no", "0", "9", "60", "-30,-20 4,-20" }, 0, -40, 1.6 },
    { "flat", { "building", "yes", "0", NULL, "0", "2,-22 9,-22 9,-19 2,-19" }, 0, -44, 1.6 },
    { "column", { "wall", "no", "0", "7", "0", "-1,-20 30,-20" }, 1, -40, 1.6 },
    { "arc", { "wall", "no", "0", "7", "0", "-30,-21 1,-18" }, 6, -44, 1.6 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (scenes); i++)
    {
      const char *const *o = scenes[i].obstacle;
      QpNode *screen = make_screen ("0", "0", scenes[i].shape);
      if (strcmp (scenes[i].shape, "arc") == 0)
        qp_paint_set (screen, "arc_radius_m", "-12");
      g_autoptr (QpNode) plan
          = make_plan (screen, o[0] == NULL ? NULL : make_obstacle (o[0], o[1], o[2], o[3], o[4], o[5]));
      const QpGaze gaze = { qp_vec3 (scenes[i].x, scenes[i].y, scenes[i].z), 0, 8, 60 };
      g_autoptr (QpViewPicture) picture = look (plan, gaze, 2, FALSE, 640);
      g_assert_cmpuint (picture->tallies->len, ==, 1);
      const QpViewTally *tally = &g_array_index (picture->tallies, QpViewTally, 0);
      const double share = sight_share (plan, gaze.eye);
      g_test_message ("scene %u: %.4f of the face in the picture, %.4f by lines of sight", i, tally->share, share);
      /* the underside of the crown of the tree hides a little as well */
      g_assert_cmpfloat_with_epsilon (tally->share, share, i == 4 ? 0.015 : 0.01);
      g_assert_cmpint (tally->hidden_pixels > 0, ==, o[0] != NULL && strcmp (o[0], "glass") != 0);
      if (tally->hidden_pixels > 0)
        g_assert_cmpuint (g_array_index (tally->blockers, QpViewBlocker, 0).object, ==, 2);
    }
}

/* A flat screen straight ahead takes as many pixels as its corners say. */
static void
test_size_in_picture (void)
{
  g_autoptr (QpNode) plan = make_plan (make_screen ("0", "0", "flat"), NULL);
  const QpGaze gaze = { qp_vec3 (0, -40, 8.5), 0, 0, 60 };
  g_autoptr (QpViewPicture) picture = look (plan, gaze, 2, FALSE, 640);
  const QpViewTally *tally = &g_array_index (picture->tallies, QpViewTally, 0);
  const double px_per_m = picture->camera.focal / 39.995;

  g_assert_cmpfloat_with_epsilon (tally->pixels, 16 * 9 * px_per_m * px_per_m, 150);
  g_assert_cmpfloat_with_epsilon (tally->box.x1 - tally->box.x0, 16 * px_per_m, 1);
  g_assert_cmpfloat_with_epsilon (tally->box.y1 - tally->box.y0, 9 * px_per_m, 1);
  g_assert_cmpfloat_with_epsilon ((tally->box.x1 + tally->box.x0) / 2, 320, 0.6);
}

/* what the same places on the other side give, is the same picture from right to left */
static void
test_mirrored (void)
{
  g_autoptr (QpNode) plan
      = make_plan (make_screen ("5", "0", "flat"), make_obstacle ("wall", "no", "0", "7", "0", "-3,-20 9,-14"));
  g_autoptr (QpNode) other
      = make_plan (make_screen ("-5", "0", "flat"), make_obstacle ("wall", "no", "0", "7", "0", "3,-20 -9,-14"));
  const QpGaze gaze = { qp_vec3 (2, -40, 1.6), 0, 5, 60 }, mirrored = { qp_vec3 (-2, -40, 1.6), 0, 5, 60 };
  g_autoptr (QpViewPicture) a = look (plan, gaze, 2, FALSE, 640);
  g_autoptr (QpViewPicture) b = look (other, mirrored, 2, FALSE, 640);
  const QpViewTally *one = &g_array_index (a->tallies, QpViewTally, 0),
                    *two = &g_array_index (b->tallies, QpViewTally, 0);

  g_assert_cmpfloat_with_epsilon (one->pixels, two->pixels, 12);
  g_assert_cmpfloat_with_epsilon (one->box.x0, 640 - two->box.x1, 1);
  g_assert_cmpfloat_with_epsilon (one->box.y0, two->box.y0, 1);
  g_assert_cmpfloat_with_epsilon (g_array_index (one->blockers, QpViewBlocker, 0).middle.x,
                                  640 - g_array_index (two->blockers, QpViewBlocker, 0).middle.x, 0.5);
  guint different = 0; /* the light comes from one side, so walls may be lighter; sky and ground are the same */
  for (guint x = 0; x < 640; x += 5)
    for (guint y = 0; y < 100; y += 5)
      different += qp_pixel (a->surface, x, y) != qp_pixel (b->surface, 639 - x, y);
  g_assert_cmpuint (different, <, 60);
}

/* two walls that cross hide each other in turn: each is nearer on one side */
static void
test_crossing (void)
{
  QpNode *children[3] = { make_screen ("0", "60", "flat"), make_obstacle ("wall", "no", "0", "3", "0", "-10,-5 10,5"),
                          make_obstacle ("wall", "no", "0", "3", "0", "-10,5 10,-5") };
  g_autoptr (QpNode) plan = qp_paint_with_children (qp_node_new (QP_KIND_PLAN, qp_id_new ()), children, 3);
  g_autoptr (QpViewScene) scene = qp_view_scene_new (plan, NULL);
  const QpGaze gaze = { qp_vec3 (0, -30, 1.6), 0, 0, 50 };
  const QpViewOptions options = { FALSE, QP_THEME_LIGHT, 1, FALSE };
  g_autoptr (QpViewPicture) picture = qp_view_picture_new (scene, &gaze, 640, 400, &options, NULL, NULL);
  const guint32 left = qp_pixel (picture->surface, 200, 200), right = qp_pixel (picture->surface, 440, 200);

  /* the near half of each is the one that looks to the other side: they get different light */
  g_assert_cmphex (left, !=, right);
}

/* At 3 m, a pixel of 10 mm is as large as three pixels of the picture and more: its dark rim is seen. From afar none
 * is. */
static void
test_pixels_at_true_size (void)
{
  g_autoptr (QpNode) plan = make_plan (make_screen ("0", "0", "flat"), NULL);
  const QpGaze near = { qp_vec3 (0, -1.5, 9), 0, 0, 60 }, far = { qp_vec3 (0, -60, 9), 0, 0, 20 };
  g_autoptr (QpViewPicture) a = look (plan, near, 2, FALSE, 640);
  g_autoptr (QpViewPicture) b = look (plan, far, 2, FALSE, 640);
  guint dark_near = 0, dark_far = 0;

  for (guint x = 300; x < 340; x++)
    {
      dark_near += (qp_pixel (a->surface, x, 150) >> 16 & 255) < 100;
      dark_far += (qp_pixel (b->surface, x, 190) >> 16 & 255) < 100;
    }
  g_assert_cmpuint (dark_near, >=, 5);
  g_assert_cmpuint (dark_far, ==, 0);
}

static void
test_aim (void)
{
  g_autoptr (QpNode) plan = make_plan (make_screen ("30", "0", "flat"), NULL);
  g_autoptr (QpViewScene) scene = qp_view_scene_new (plan, NULL);
  QpGaze gaze = { qp_vec3 (0, -30, 1.6), 0, 0, 0 };

  g_assert_true (qp_view_scene_aim (scene, &gaze, QP_ID_NONE, 1.6));
  g_assert_cmpfloat_with_epsilon (gaze.heading, 45, 2);
  g_assert_cmpfloat_with_epsilon (gaze.across, QP_CAMERA_USUAL_DEG, 1e-9);
  /* close to it, it takes a wider picture */
  gaze.eye = qp_vec3 (30, -6, 1.6);
  g_assert_true (qp_view_scene_aim (scene, &gaze, QP_ID_NONE, 1.6));
  g_assert_cmpfloat (gaze.across, >, 80);
  g_assert_false (qp_view_scene_aim (scene, &gaze, qp_id_new (), 1.6));
}

/* who stands within an outline has the sky over them, and sees over its walls what lines of sight say */
static void
test_within_an_outline (void)
{
  g_autoptr (QpNode) plan
      = make_plan (make_screen ("0", "0", "flat"), make_obstacle ("wall", "yes", "0", "3", "0", "-30,-50 30,-50 30,-20 -30,-20"));
  const QpGaze gaze = { qp_vec3 (0, -40, 1.6), 0, 8, 60 };
  g_autoptr (QpViewPicture) picture = look (plan, gaze, 2, FALSE, 640);
  const QpViewTally *tally = &g_array_index (picture->tallies, QpViewTally, 0);

  g_assert_cmpfloat (sight_share (plan, gaze.eye), >, 0.9);
  g_assert_cmpfloat_with_epsilon (tally->share, sight_share (plan, gaze.eye), 0.01);
}

/* odd things are drawn without harm */
static void
test_odd (void)
{
  static const struct
  {
    double x, y, z, heading, pitch, across;
  } odd[] = { { 0, 0, 4, 0, 0, 60 },       { 0, -0.001, 8, 0, 0, 110 }, { 5, -20, 0, 180, 0, 60 },
              { 5, -20, -3, 0, 0, 60 },    { 0, -20, 1.6, 0, 85, 60 },  { 0, -20, 1.6, 0, -85, 60 },
              { 1e6, 1e6, 1.6, 225, 0, 2 } };
  QpNode *plan = make_plan (make_screen ("0", "0", "ceiling"),
                            make_obstacle ("building", "yes", "0", NULL, "0", "0,0 1,1 0,0 5,-20"));

  for (guint i = 0; i < G_N_ELEMENTS (odd); i++)
    {
      const QpGaze gaze = { qp_vec3 (odd[i].x, odd[i].y, odd[i].z), odd[i].heading, odd[i].pitch, odd[i].across };
      g_autoptr (QpViewPicture) picture = look (plan, gaze, 1, i % 2 == 1, 160);
      g_assert_nonnull (picture);
    }
  qp_node_unref (plan);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/view/places", test_places);
  g_test_add_func ("/view/turned", test_turned);
  g_test_add_func ("/view/agrees-with-sight", test_agrees_with_sight);
  g_test_add_func ("/view/size-in-picture", test_size_in_picture);
  g_test_add_func ("/view/mirrored", test_mirrored);
  g_test_add_func ("/view/crossing", test_crossing);
  g_test_add_func ("/view/pixels-at-true-size", test_pixels_at_true_size);
  g_test_add_func ("/view/aim", test_aim);
  g_test_add_func ("/view/within-an-outline", test_within_an_outline);
  g_test_add_func ("/view/odd", test_odd);
  return g_test_run ();
}
