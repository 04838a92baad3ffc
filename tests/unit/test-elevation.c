/* test-elevation.c: what the elevation of each shape shows, where its cabinets are, and how they are painted
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "paint-help.h"

#include "render/qp-cell-tint.h"
#include "render/qp-paint-screen.h"

#include <math.h>
#include <string.h>

/* cabinets of 1 m with 100 × 50 pixels, 4 m above ground */
static QpNode *
make (const char *shape, const char *columns, const char *rows)
{
  return qp_paint_make (QP_KIND_SCREEN, "name", "Wall", "shape", shape, "columns", columns, "rows", rows,
                        "cabinet_width_mm", "1000", "cabinet_height_mm", "1000", "cabinet_px_w", "100", "cabinet_px_h",
                        "50", "bottom_height_m", "4", NULL);
}

static QpNode *
make_zone (const char *name, const char *column, const char *columns, const char *rows)
{
  return qp_paint_make (QP_KIND_ZONE, "name", name, "column", column, "row", "1", "columns", columns, "rows", rows,
                        NULL);
}

static const QpElevationSection *
section (const QpElevation *self, guint i)
{
  return &g_array_index (self->sections, QpElevationSection, i);
}

static void
test_folds (void)
{
  g_autoptr (QpNode) screen = make ("corner", "10", "4");
  g_auto (QpElevation) elevation = { 0 };

  qp_paint_set (screen, "face_columns", "6 4");
  qp_paint_set (screen, "corner_angles_deg", "120");
  qp_elevation_init (&elevation, (const QpScreen *) screen, NULL);
  g_assert_cmpuint (elevation.sections->len, ==, 2);
  g_assert_cmpuint (section (&elevation, 0)->columns, ==, 6);
  g_assert_cmpuint (section (&elevation, 1)->column, ==, 6);
  g_assert_cmpuint (section (&elevation, 1)->columns, ==, 4);
  g_assert_cmpfloat_with_epsilon (section (&elevation, 1)->corner_deg, 120, 1e-9);
  g_assert_true (isnan (section (&elevation, 0)->corner_deg));
}

static void
test_rounded_fold (void)
{
  g_autoptr (QpNode) screen = make ("rounded_corner", "12", "4");
  g_auto (QpElevation) elevation = { 0 };

  qp_paint_set (screen, "face_columns", "5 7");
  qp_paint_set (screen, "corner_columns", "3");
  qp_elevation_init (&elevation, (const QpScreen *) screen, NULL);
  g_assert_cmpuint (elevation.sections->len, ==, 3);
  g_assert_true (section (&elevation, 1)->round);
  g_assert_cmpuint (section (&elevation, 0)->columns, ==, 5);
  g_assert_cmpuint (section (&elevation, 1)->columns, ==, 3);
  g_assert_cmpuint (section (&elevation, 2)->columns, ==, 4);
  g_assert_cmpfloat_with_epsilon (section (&elevation, 1)->corner_deg, 90, 1e-9);
}

static void
test_smooth_shapes_have_no_folds (void)
{
  const char *const shapes[] = { "flat", "arc", "column", "ribbon", "floor", "ceiling", "mesh", "half_ellipse" };

  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      g_autoptr (QpNode) screen = make (shapes[i], "12", "4");
      g_auto (QpElevation) elevation = { 0 };
      qp_paint_set (screen, "arc_radius_m", "20");
      qp_elevation_init (&elevation, (const QpScreen *) screen, NULL);
      g_assert_cmpuint (elevation.sections->len, ==, 1);
      g_assert_cmpfloat_with_epsilon (elevation.frame.x1 - elevation.frame.x0, 12, 1e-9);
    }
}

static void
test_notes (void)
{
  g_autoptr (QpNode) arc = make ("arc", "12", "4");
  g_autoptr (QpNode) floor = make ("floor", "12", "4");
  g_auto (QpElevation) bent = { 0 };
  g_auto (QpElevation) lying = { 0 };

  qp_paint_set (arc, "arc_radius_m", "20");
  qp_elevation_init (&bent, (const QpScreen *) arc, NULL);
  g_autofree char *note = qp_elevation_notes (&bent, FALSE);
  g_autofree char *behind = qp_elevation_notes (&bent, TRUE);
  g_assert_nonnull (strstr (note, "radius 20.00 m"));
  g_assert_null (strstr (note, "behind"));
  g_assert_nonnull (strstr (behind, "Seen from behind"));
  qp_elevation_init (&lying, (const QpScreen *) floor, NULL);
  g_assert_nonnull (strstr (lying.note, "from above"));
  g_assert_false (qp_elevation_has_ground (&lying));
  g_assert_cmpfloat_with_epsilon (lying.frame.y0, 0, 1e-9);
}

/* -- zones with places of their own -- */

static void
test_zones_hang_where_they_say (void)
{
  QpNode *children[] = { make_zone ("Main", "1", "6", "4"), make_zone ("Canopy", "7", "4", "2") };
  qp_paint_set (children[1], "left_m", "8");
  qp_paint_set (children[1], "bottom_height_m", "20");
  g_autoptr (QpNode) screen = qp_paint_with_children (make ("zones", "10", "4"), children, 2);
  g_auto (QpElevation) elevation = { 0 };
  guint column, row;

  qp_elevation_init (&elevation, (const QpScreen *) screen, NULL);
  g_assert_cmpuint (elevation.zones->len, ==, 2);
  g_assert_cmpuint (elevation.shape.cells.n, ==, 6 * 4 + 4 * 2);
  const QpBox canopy = qp_elevation_cell (&elevation, 6, 1);
  g_assert_cmpfloat_with_epsilon (canopy.x0, 8, 1e-9);
  g_assert_cmpfloat_with_epsilon (canopy.y0, 20, 1e-9);
  g_assert_cmpfloat_with_epsilon (elevation.frame.x1, 12, 1e-9);
  g_assert_cmpfloat_with_epsilon (elevation.frame.y1, 22, 1e-9);
  g_assert_true (qp_elevation_cell_at (&elevation, qp_vec (8.5, 20.5), FALSE, &column, &row));
  g_assert_cmpuint (column, ==, 6);
  g_assert_cmpuint (row, ==, 1);
  /* where it would be in the grid is nothing of it */
  g_assert_false (qp_elevation_cell_at (&elevation, qp_vec (6.5, 7.5), FALSE, &column, &row));
  g_assert_cmpfloat_with_epsilon (g_array_index (elevation.zones, QpElevationZone, 1).area_m2, 8, 1e-9);
}

/* -- cabinets -- */

static void
test_each_cell_is_found_where_it_is (void)
{
  g_autoptr (QpNode) screen = make ("flat", "7", "3");
  g_auto (QpElevation) elevation = { 0 };

  qp_elevation_init (&elevation, (const QpScreen *) screen, NULL);
  for (guint row = 0; row < 3; row++)
    for (guint column = 0; column < 7; column++)
      {
        const QpVec middle = qp_box_middle (qp_elevation_cell (&elevation, column, row));
        guint c, r;
        g_assert_true (qp_elevation_cell_at (&elevation, middle, FALSE, &c, &r));
        g_assert_cmpuint (c, ==, column);
        g_assert_cmpuint (r, ==, row);
      }
  guint c, r;
  g_assert_false (qp_elevation_cell_at (&elevation, qp_vec (-1, 5), FALSE, &c, &r));
  g_assert_true (qp_elevation_cell_at (&elevation, qp_vec (-1, 100), TRUE, &c, &r));
  g_assert_cmpuint (c + r, ==, 0);
}

static void
test_describe (void)
{
  g_autoptr (QpNode) screen = make ("flat", "7", "3");
  g_auto (QpElevation) elevation = { 0 };

  qp_elevation_init (&elevation, (const QpScreen *) screen, NULL);
  g_autofree char *one = qp_elevation_describe (&elevation, (QpCellRange){ 2, 1, 1, 1 });
  g_autofree char *many = qp_elevation_describe (&elevation, (QpCellRange){ 0, 0, 3, 2 });
  g_assert_cmpstr (
      one, ==,
      "C3 R2  ·  pixels 200–299 across, 50–99 down  ·  2.00–3.00 m from the left  ·  5.00–6.00 m above ground");
  g_assert_true (g_str_has_prefix (many, "C1–C3 R1–R2  ·  6 cabinets"));
}

static void
test_toggle (void)
{
  g_autoptr (QpNode) screen = make ("half_ellipse", "9", "4");
  g_auto (QpElevation) elevation = { 0 };
  gboolean out;

  qp_elevation_init (&elevation, (const QpScreen *) screen, NULL);
  /* the upper left corner is no part of the shape: it is not taken out either */
  g_assert_false (qp_elevation_may_have (&elevation, 0, 0));
  g_autofree char *missing = qp_elevation_toggle (&elevation, (QpCellRange){ 0, 0, 9, 1 }, &out);
  g_assert_true (out);
  g_assert_true (g_str_has_suffix (missing, ",1") && missing[0] != '1');
  qp_paint_set (screen, "missing_cells", missing);
  qp_elevation_clear (&elevation);
  qp_elevation_init (&elevation, (const QpScreen *) screen, NULL);
  g_assert_cmpuint (qp_elevation_count (&elevation, (QpCellRange){ 0, 0, 9, 1 }), ==, 0);
  g_assert_null (qp_elevation_toggle (&elevation, (QpCellRange){ 0, 0, 9, 1 }, &out));
  g_assert_false (out);
}

static void
test_layers_parse (void)
{
  guint layers;
  g_autoptr (GError) error = NULL;

  g_assert_true (qp_elevation_layers_parse ("zones, pixels", &layers, NULL));
  g_assert_cmpuint (layers, ==, QP_SHOW_ZONES | QP_SHOW_PIXELS);
  g_assert_true (qp_elevation_layers_parse ("none", &layers, NULL));
  g_assert_cmpuint (layers, ==, 0);
  g_assert_false (qp_elevation_layers_parse ("zone", &layers, &error));
  g_assert_nonnull (strstr (error->message, "zone"));
}

/* -- painting -- */

static cairo_surface_t *
paint (QpNode *screen, const QpViewport *viewport, const QpElevationView *view, QpPlanStyle *style)
{
  cairo_surface_t *surface = qp_canvas_surface_new ((int) viewport->width, (int) viewport->height);
  cairo_t *cr = cairo_create (surface);
  g_auto (QpElevation) elevation = { 0 };

  qp_plan_style_init (style, QP_THEME_LIGHT, QP_TEXT_PX);
  qp_elevation_init (&elevation, (const QpScreen *) screen, NULL);
  qp_set_colour (cr, style->paper);
  cairo_paint (cr);
  qp_paint_elevation_in (cr, viewport, &elevation, view, style);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  return surface;
}

/* the hole is at the left in front, and at the right from behind */
static void
test_back_is_mirrored (void)
{
  g_autoptr (QpNode) screen = make ("flat", "8", "4");
  const QpViewport viewport = { qp_vec (4, 6), 40, 400, 300, 1 };
  QpElevationView view = { .layers = 0 };
  QpPlanStyle style;

  qp_paint_set (screen, "missing_cells", "1-2,1-4");
  for (guint i = 0; i < 2; i++)
    {
      view.back = i == 1;
      cairo_surface_t *surface = paint (screen, &viewport, &view, &style);
      const guint32 left = qp_pixel (surface, 200 - 3.2 * 40, 156), right = qp_pixel (surface, 200 + 3.2 * 40, 156);
      g_assert_cmphex (view.back ? right : left, ==, qp_rgb (style.paper));
      g_assert_cmphex (view.back ? left : right, !=, qp_rgb (style.paper));
      cairo_surface_destroy (surface);
    }
}

static void
test_tints_and_paths (void)
{
  g_autoptr (QpNode) screen = make ("flat", "8", "4");
  const QpViewport viewport = { qp_vec (4, 6), 40, 400, 300, 1 };
  const QpCellRef cells[] = { { 4, 0 }, { 4, 1 }, { 4, 2 } };
  const QpElevationPath path = { cells, 3, qp_colour (0xff0000, 1), NULL, FALSE };
  QpElevationView view = { .layers = QP_SHOW_PIXELS, .paths = &path, .n_paths = 1 };
  g_auto (QpElevation) elevation = { 0 };
  QpPlanStyle style;

  qp_elevation_init (&elevation, (const QpScreen *) screen, NULL);
  cairo_surface_t *surface = paint (screen, &viewport, &view, &style);
  for (guint column = 0; column < 8; column++)
    g_assert_cmphex (qp_pixel (surface, 40 + 40 * column + 6, 70 + 40 + 6), ==,
                     qp_cell_tint (&elevation.shape, column, 1));
  g_assert_cmphex (qp_pixel (surface, 40 + 40 * 4 + 6, 76) >> 16 & 255, <, 0x60);
  cairo_surface_destroy (surface);
  view.layers |= QP_SHOW_PATHS;
  surface = paint (screen, &viewport, &view, &style);
  g_assert_cmphex (qp_pixel (surface, 40 + 40 * 4 + 6, 76) >> 16 & 255, >, 0x80);
  g_assert_cmphex (qp_pixel (surface, 40 + 40 * 4 + 6, 76 + 120), ==, qp_cell_tint (&elevation.shape, 4, 3));
  cairo_surface_destroy (surface);
}

/* a floor has no ground, a wall does: below it, at the left */
static void
test_ground (void)
{
  const QpViewport viewport = { qp_vec (4, 3), 30, 400, 300, 1 };
  const QpElevationView view = { .layers = 0 };
  const char *const shapes[] = { "flat", "floor" };
  QpPlanStyle style;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (QpNode) screen = make (shapes[i], "4", "4");
      cairo_surface_t *surface = paint (screen, &viewport, &view, &style);
      gboolean any = FALSE;
      for (int y = 236; y < 246; y++)
        any = any || qp_pixel (surface, 225, y) != qp_rgb (style.paper);
      g_assert_cmpint (any, ==, i == 0);
      cairo_surface_destroy (surface);
    }
}

/* 20 000 cabinets, whole and near: a frame must not be felt; the bound is generous for slow machines */
static void
test_many_cabinets (void)
{
  g_autoptr (QpNode) screen = make ("half_ellipse", "200", "100");
  const double scales[] = { 7, 30, 60, 400 };
  const QpElevationView view = { .layers = QP_SHOW_CABINETS | QP_SHOW_ZONES | QP_SHOW_DIMENSIONS | QP_SHOW_PIXELS };
  QpPlanStyle style;

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      const QpViewport viewport = { qp_vec (100, 40), scales[i], 1600, 900, 1 };
      gint64 least = G_MAXINT64;
      for (guint k = 0; k < 3; k++) /* the first one loads the fonts */
        {
          const gint64 start = g_get_monotonic_time ();
          cairo_surface_t *surface = paint (screen, &viewport, &view, &style);
          least = MIN (least, g_get_monotonic_time () - start);
          cairo_surface_destroy (surface);
        }
      g_test_message ("%g px/m: %.1f ms", scales[i], (double) least / 1000);
      g_assert_cmpint (least, <, G_USEC_PER_SEC / 2);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/elevation/folds", test_folds);
  g_test_add_func ("/elevation/rounded-fold", test_rounded_fold);
  g_test_add_func ("/elevation/smooth-shapes-have-no-folds", test_smooth_shapes_have_no_folds);
  g_test_add_func ("/elevation/notes", test_notes);
  g_test_add_func ("/elevation/zones-hang-where-they-say", test_zones_hang_where_they_say);
  g_test_add_func ("/elevation/each-cell-is-found-where-it-is", test_each_cell_is_found_where_it_is);
  g_test_add_func ("/elevation/describe", test_describe);
  g_test_add_func ("/elevation/toggle", test_toggle);
  g_test_add_func ("/elevation/layers-parse", test_layers_parse);
  g_test_add_func ("/elevation/back-is-mirrored", test_back_is_mirrored);
  g_test_add_func ("/elevation/tints-and-paths", test_tints_and_paths);
  g_test_add_func ("/elevation/ground", test_ground);
  g_test_add_func ("/elevation/many-cabinets", test_many_cabinets);
  return g_test_run ();
}
