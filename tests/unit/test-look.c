/* test-look.c: each kind of object on a plan looks like what it is
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "paint-help.h"

#include "render/qp-paint-plan.h"

static QpNode *
make_kinds (void)
{
  QpNode *children[] = {
    qp_paint_make (QP_KIND_OBSTACLE, "kind", "wall", "closed", "no", "outline", "10,90 90,90", NULL),
    qp_paint_make (QP_KIND_OBSTACLE, "kind", "glass", "closed", "no", "outline", "10,80 90,80", NULL),
    qp_paint_make (QP_KIND_OBSTACLE, "kind", "tree", "closed", "no", "outline", "10,70 90,70", NULL),
    qp_paint_make (QP_KIND_AUDIENCE, "kind", "path", "outline", "10,50 90,50", NULL),
    qp_paint_make (QP_KIND_RECEPTOR, "facing_deg", "0", "outline", "10,30 90,30", NULL),
  };

  return qp_paint_with_children (qp_paint_make (QP_KIND_PLAN, NULL), children, G_N_ELEMENTS (children));
}

/* pixels of a column that are not paper */
static guint
thickness (cairo_surface_t *surface, const QpPlanStyle *style, int x, int y0, int y1)
{
  guint n = 0;

  for (int y = y0; y < y1; y++)
    n += qp_pixel (surface, x, y) != qp_rgb (style->paper);
  return n;
}

/* each kind of line looks like what it is */
static void
test_kinds (void)
{
  QpFixture fixture;
  qp_fixture_init (&fixture, make_kinds (), QP_THEME_LIGHT);
  cairo_surface_t *surface = qp_paint_parts (&fixture, &fixture.viewport, QP_PAINT_PAPER | QP_PAINT_AREAS);
  guint bare = 0, windows_above = 0, windows_below = 0;

  g_assert_cmpuint (thickness (surface, &fixture.style, 400, 60, 100), ==, 4); /* wall */
  g_assert_cmpuint (thickness (surface, &fixture.style, 400, 220, 260), ==, 6); /* hedge */
  for (int x = 100; x < 700; x++)
    bare += thickness (surface, &fixture.style, x, 140, 180) == 0;
  g_assert_cmpuint (bare, >, 100); /* glass is dashed */
  g_assert_cmpuint (bare, <, 300);
  /* chevrons stand out from the path's dots, again after 46 pixels */
  for (int x = 300; x < 346; x++)
    g_assert_cmpuint (thickness (surface, &fixture.style, x, 390, 396), ==,
                      thickness (surface, &fixture.style, x + 46, 390, 396));
  /* windows look up: something lies above their line and nothing below it */
  for (int x = 380; x < 420; x++)
    {
      windows_above += thickness (surface, &fixture.style, x, 545, 556);
      windows_below += thickness (surface, &fixture.style, x, 564, 575);
    }
  g_assert_cmpuint (windows_above, >, 15);
  g_assert_cmpuint (windows_below, ==, 0);
  cairo_surface_destroy (surface);
  qp_fixture_clear (&fixture);
}

/* a wall around a room leaves the room free, to be seen and to be clicked into; a building is a mass */
static void
test_rooms (void)
{
  static const char *const kinds[] = { "wall", "glass", "building" };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      QpNode *child = qp_paint_make (QP_KIND_OBSTACLE, "kind", kinds[i], "outline", "20,20 80,20 80,80 20,80", NULL);
      QpFixture fixture;
      QpHit hit;
      qp_fixture_init (&fixture, qp_paint_with_children (qp_paint_make (QP_KIND_PLAN, NULL), &child, 1), QP_THEME_LIGHT);
      cairo_surface_t *surface = qp_paint_parts (&fixture, &fixture.viewport, QP_PAINT_PAPER | QP_PAINT_AREAS);
      const QpVec middle = qp_viewport_to_px (&fixture.viewport, qp_vec (50, 50));
      const gboolean free = i < 2;

      g_assert_cmpint (thickness (surface, &fixture.style, (int) middle.x, (int) middle.y - 20, (int) middle.y + 20) == 0, ==,
                       free);
      g_assert_cmpint (!qp_scene_hit (fixture.scene, qp_vec (50, 50), 0.5, 1, 0.1, NULL, 0, QP_ID_NONE, &hit), ==, free);
      g_assert_true (qp_scene_hit (fixture.scene, qp_vec (20, 50), 0.5, 1, 0.1, NULL, 0, QP_ID_NONE, &hit));
      cairo_surface_destroy (surface);
      qp_fixture_clear (&fixture);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/look/kinds", test_kinds);
  g_test_add_func ("/look/rooms", test_rooms);
  return g_test_run ();
}
