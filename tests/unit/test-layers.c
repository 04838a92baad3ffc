/* test-layers.c: hidden layers leave nothing, other levels little; lines of drawings are where they are painted
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "paint-help.h"
#include "plans/qp-plan-content.h"
#include "plans/qp-plan-segments.h"
#include "render/qp-paint-plan.h"

#include <stdlib.h>
#include <string.h>

static cairo_surface_t *
paint (QpFixture *fixture, QpPaintParts parts)
{
  cairo_surface_t *surface = qp_canvas_surface_new (800, 800);
  cairo_t *cr = cairo_create (surface);

  qp_paint_plan (cr, &fixture->viewport, fixture->scene, NULL, &fixture->style, parts);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  return surface;
}

static QpNode *
square (const char *name)
{
  return qp_paint_make (QP_KIND_OBSTACLE, "name", name, "outline", "20,20 60,20 60,60 20,60", NULL);
}

static QpNode *
plan_with (QpNode *child)
{
  return qp_paint_with_children (qp_paint_make (QP_KIND_PLAN, NULL), &child, 1);
}

static void
test_hidden (void)
{
  QpFixture fixture;
  QpNode *plan = plan_with (square ("A"));

  qp_paint_set (plan, "hidden_layers", "obstacle");
  qp_fixture_init (&fixture, plan, QP_THEME_LIGHT);
  cairo_surface_t *surface = paint (&fixture, QP_PAINT_TILES & ~(QpPaintParts) QP_PAINT_GRID);
  g_assert_cmpuint (qp_count_pixels (surface, qp_rgb (fixture.style.paper)), ==, 800 * 800);
  cairo_surface_destroy (surface);
  qp_fixture_clear (&fixture);
}

static guint
contrast (guint32 colour, guint32 paper)
{
  guint sum = 0;

  for (int shift = 0; shift < 24; shift += 8)
    sum += (guint) abs ((int) (colour >> shift & 255) - (int) (paper >> shift & 255));
  return sum;
}

/* the other level is seen where it lies, with a third of the contrast at most, and below what is on this one */
static void
test_ghost (void)
{
  QpFixture fixture;
  g_autoptr (QpNode) other = plan_with (square ("Below"));
  const QpPaintParts parts = QP_PAINT_TILES & ~(QpPaintParts) QP_PAINT_GRID;

  qp_fixture_init (&fixture, plan_with (qp_paint_make_screen ("S", "40", "40", "180", "12")), QP_THEME_LIGHT);
  const guint32 paper = qp_rgb (fixture.style.paper);
  const QpVec inside = qp_viewport_to_px (&fixture.viewport, qp_vec (30, 50));
  const QpVec face = qp_vec_add (qp_viewport_to_px (&fixture.viewport, qp_vec (40, 40)), qp_vec (0, 2));
  cairo_surface_t *before = paint (&fixture, parts);
  g_assert_cmphex (qp_pixel (before, inside.x, inside.y), ==, paper);
  g_assert_true (qp_scene_set_ghosts (fixture.scene, &other, 1));
  g_assert_false (qp_scene_set_ghosts (fixture.scene, &other, 1));
  cairo_surface_t *ghosted = paint (&fixture, parts);
  cairo_surface_t *without = paint (&fixture, parts & ~(QpPaintParts) QP_PAINT_GHOSTS);
  QpFixture alone;
  qp_fixture_init (&alone, plan_with (square ("Alone")), QP_THEME_LIGHT);
  cairo_surface_t *full = paint (&alone, parts);

  const guint seen = contrast (qp_pixel (ghosted, inside.x, inside.y), paper);
  g_assert_cmpuint (seen, >, 2);
  g_assert_cmpuint (seen * 3, <=, contrast (qp_pixel (full, inside.x, inside.y), paper) + 6);
  g_assert_cmphex (qp_pixel (without, inside.x, inside.y), ==, paper);
  g_assert_cmphex (qp_pixel (ghosted, face.x, face.y), ==, qp_rgb (fixture.style.face));
  cairo_surface_destroy (before);
  cairo_surface_destroy (ghosted);
  cairo_surface_destroy (without);
  cairo_surface_destroy (full);
  qp_fixture_clear (&alone);
  qp_fixture_clear (&fixture);
}

/* a page of 40 × 40 m with a black square in its lower left quarter; the rest is white paper */
static QpNode *
picture (const char *name)
{
  static const char svg[] = "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='40'>"
                            "<rect width='40' height='40' fill='#fff'/><rect y='20' width='20' height='20'/></svg>";
  QpNode *node = qp_paint_make (QP_KIND_BACKGROUND, "name", name, "format", "svg", "metres_per_unit", "1", "x_m", "20",
                                "y_m", "20", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_static (svg, strlen (svg));

  qp_node_init_value (node, qp_kind_field (QP_KIND_BACKGROUND, "data"),
                      &(QpValue){ .storage = QP_STORAGE_BYTES, .bytes = bytes });
  return node;
}

static guint32
background_pixel (QpFixture *fixture, double x, double y)
{
  g_autoptr (QpPlanLayers) layers = qp_plan_layers_new (1 << 20);
  cairo_surface_t *surface = qp_canvas_surface_new (800, 800);
  cairo_t *cr = cairo_create (surface);
  const QpVec px = qp_viewport_to_px (&fixture->viewport, qp_vec (x, y));

  qp_paint_plan (cr, &fixture->viewport, fixture->scene, layers, &fixture->style,
                 QP_PAINT_PAPER | QP_PAINT_BACKGROUNDS | QP_PAINT_GHOSTS);
  cairo_destroy (cr);
  const guint32 pixel = qp_pixel (surface, px.x, px.y);
  cairo_surface_destroy (surface);
  return pixel;
}

/* the drawing of another level is seen, faintly, and its paper veils nothing */
static void
test_ghost_background (void)
{
  QpFixture fixture;
  g_autoptr (QpNode) other = plan_with (picture ("Below"));

  qp_fixture_init (&fixture, plan_with (square ("A")), QP_THEME_LIGHT);
  const guint32 paper = qp_rgb (fixture.style.paper);
  g_assert_cmphex (background_pixel (&fixture, 30, 30), ==, paper);
  g_assert_true (qp_scene_set_ghosts (fixture.scene, &other, 1));
  const guint seen = contrast (background_pixel (&fixture, 30, 30), paper);
  g_assert_cmpuint (seen, >, 60);
  g_assert_cmpuint (seen * 3, <=, contrast (0, paper) + 6);
  /* white paper leaves this one as it is, to the last shade */
  g_assert_cmpuint (contrast (background_pixel (&fixture, 50, 50), paper), <=, 3);
  qp_fixture_clear (&fixture);
}

/* what is being cropped is painted as a whole */
static void
test_uncropped (void)
{
  QpFixture fixture;
  QpNode *background = picture ("Cropped");

  qp_paint_set (background, "crop", "30,0 40,0 40,40 30,40");
  qp_fixture_init (&fixture, plan_with (background), QP_THEME_LIGHT);
  const guint32 paper = qp_rgb (fixture.style.paper);
  g_assert_cmphex (background_pixel (&fixture, 30, 30), ==, paper);
  qp_scene_set_uncropped (fixture.scene, background->id);
  g_assert_cmpuint (contrast (background_pixel (&fixture, 30, 30), paper), >, 500);
  qp_scene_set_uncropped (fixture.scene, QP_ID_NONE);
  g_assert_cmphex (background_pixel (&fixture, 30, 30), ==, paper);
  qp_fixture_clear (&fixture);
}

/* -- lines of drawings -- */

static const char dxf[] = "0\nSECTION\n2\nENTITIES\n"
                          "0\nLINE\n8\nwalls\n10\n1000\n20\n2000\n11\n5000\n21\n2000\n"
                          "0\nLINE\n8\nnotes\n10\n1000\n20\n2000\n11\n1000\n21\n4000\n"
                          "0\nENDSEC\n0\nEOF\n";

static guint
n_lines (const QpSegments *segments, QpBox box)
{
  QpSegment found[16];

  return qp_segments_collect (segments, box, found, G_N_ELEMENTS (found));
}

static void
test_lines (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (dxf, strlen (dxf));
  g_autoptr (GError) error = NULL;
  g_autoptr (QpPlanLayer) layer = qp_plan_layer_load (bytes, QP_BACKGROUND_DXF, 1, &error);

  g_assert_no_error (error);
  g_assert_true (qp_plan_layer_has_segments (layer));
  g_autoptr (QpSegments) all = qp_plan_layer_segments (layer, NULL);
  g_autoptr (QpSegments) walls = qp_plan_layer_segments (layer, "notes");
  g_assert_cmpuint (qp_segments_length (all), ==, 2);
  g_assert_cmpuint (qp_segments_length (walls), ==, 1);
  /* y down from the upper left corner: the wall is the lower edge, 2000 below */
  g_assert_cmpuint (n_lines (walls, (QpBox){ 3999, 1999, 4001, 2001 }), ==, 1);
  g_assert_cmpuint (n_lines (walls, (QpBox){ 3999, -1, 4001, 1 }), ==, 0);
  g_assert_cmpuint (n_lines (all, (QpBox){ -1, -1, 1, 1 }), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layers/hidden-unpainted", test_hidden);
  g_test_add_func ("/layers/ghost", test_ghost);
  g_test_add_func ("/layers/ghost-background", test_ghost_background);
  g_test_add_func ("/layers/uncropped", test_uncropped);
  g_test_add_func ("/layers/lines", test_lines);
  return g_test_run ();
}
