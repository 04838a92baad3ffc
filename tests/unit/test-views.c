/* test-views.c: elevation, city, charts, sheets and drawings in files; no display needed
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-error.h"
#include "exchange/qp-drawing.h"
#include "paint-help.h"
#include "render/qp-figures.h"
#include "render/qp-paint-city.h"
#include "render/qp-paint-furniture.h"
#include "render/qp-paint-plan.h"
#include "render/qp-paint-screen.h"
#include "render/qp-sheet.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <librsvg/rsvg.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* -- furniture -- */

static void
test_lengths (void)
{
  g_assert_cmpfloat_with_epsilon (qp_nice_length (9.99), 5, 1e-9);
  g_assert_cmpfloat_with_epsilon (qp_nice_length (10), 10, 1e-9);
  g_assert_cmpfloat_with_epsilon (qp_nice_length (49), 20, 1e-9);
  g_assert_cmpfloat_with_epsilon (qp_nice_length (0.07), 0.05, 1e-12);
  g_assert_cmpfloat_with_epsilon (qp_nice_length (73000), 50000, 1e-6);
  g_assert_cmpfloat (qp_nice_length (0), ==, 0);
  g_assert_cmpfloat (qp_nice_length (NAN), ==, 0);
  g_assert_cmpfloat_with_epsilon (qp_standard_ratio (101), 125, 1e-9);
  g_assert_cmpfloat_with_epsilon (qp_standard_ratio (200), 200, 1e-9);
  g_assert_cmpfloat_with_epsilon (qp_standard_ratio (0.2), 1, 1e-9);
  g_assert_cmpfloat_with_epsilon (qp_grid_step (8, 9), 10, 1e-9);
  g_assert_cmpfloat_with_epsilon (qp_grid_step (9, 9), 1, 1e-9);
  g_assert_cmpfloat_with_epsilon (qp_grid_step (0.1, 9), 100, 1e-9);

  g_autofree char *near = qp_length_text (27.42);
  g_autofree char *tiny = qp_length_text (0.0025);
  g_assert_cmpstr (near, ==, "27.4 m");
  g_assert_cmpstr (tiny, ==, "2.5 mm");
}

static void
test_scale_bar (void)
{
  QpPlanStyle style;
  qp_plan_style_init (&style, QP_THEME_PRINT, QP_TEXT_PX);
  cairo_surface_t *surface = qp_canvas_surface_new (400, 60);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  /* at 8 px a metre 150 px hold 10 m: a bar of 80 px */
  qp_paint_scale_bar (cr, 20.5, 40.5, 150, 8, 0, &style);
  cairo_destroy (cr);
  int last = 0;
  for (int x = 0; x < 150; x++)
    if ((qp_pixel (surface, x, 40) & 255) < 128)
      last = x;
  g_assert_cmpint (abs (last - 100), <=, 1);
  cairo_surface_destroy (surface);
}

static void
test_trust (void)
{
  QpNode *children[3] = {
    qp_paint_make (QP_KIND_BACKGROUND, "metres_per_unit", "0.1", "scale_basis", "calibrated", "calibration_length_m",
                   "60", NULL),
    qp_paint_make (QP_KIND_BACKGROUND, "metres_per_unit", "0.1", "scale_basis", "calibrated", "schematic", "yes",
                   "visible", "no", NULL),
  };
  QpNode *plan = qp_paint_with_children (qp_paint_make (QP_KIND_PLAN, NULL), children, 2);
  g_autofree char *words = qp_trust_sentence (plan);

  g_assert_cmpint (qp_plan_trust (plan), ==, QP_TRUST_CALIBRATED);
  g_assert_nonnull (strstr (words, "60.00 m"));
  qp_node_unref (plan);

  /* 300 units of 0.1 m were stated as 29.9 m */
  children[0] = qp_paint_make (QP_KIND_BACKGROUND, "metres_per_unit", "0.1", "scale_basis", "calibrated",
                               "calibration_length_m", "60", "check_points", "0,0 300,0", "check_length_m", "29.9", NULL);
  plan = qp_paint_with_children (qp_paint_make (QP_KIND_PLAN, NULL), children, 1);
  g_autofree char *checked = qp_trust_sentence (plan);
  g_assert_cmpstr (checked, ==, "Scale checked: 60.00 m; 29.90 m off by +0.3 %");
  qp_node_unref (plan);

  children[0] = qp_paint_make (QP_KIND_BACKGROUND, "metres_per_unit", "0.1", "scale_basis", "calibrated", NULL);
  children[1] = qp_paint_make (QP_KIND_BACKGROUND, "metres_per_unit", "0.1", "scale_basis", "guessed", NULL);
  children[2] = qp_paint_make (QP_KIND_BACKGROUND, "scale_basis", "calibrated", NULL);
  plan = qp_paint_with_children (qp_paint_make (QP_KIND_PLAN, NULL), children, 3);
  g_assert_cmpint (qp_plan_trust (plan), ==, QP_TRUST_NOT_TO_SCALE);
  qp_node_unref (plan);
}

/* -- elevation -- */

static cairo_surface_t *
paint_elevation (QpNode *screen, double width, double height, QpPlanStyle *style)
{
  cairo_surface_t *surface = qp_canvas_surface_new ((int) width, (int) height);
  cairo_t *cr = cairo_create (surface);
  g_auto (QpElevation) elevation = { 0 };

  qp_plan_style_init (style, QP_THEME_LIGHT, QP_TEXT_PX);
  qp_elevation_init (&elevation, (const QpScreen *) screen, NULL);
  qp_paint_elevation (cr, width, height, 0, &elevation, &QP_ELEVATION_VIEW_USUAL, style);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  return surface;
}

static void
test_elevation (void)
{
  g_autoptr (QpNode) screen = qp_paint_make_screen ("South face", "0", "0", "180", "12");
  g_auto (QpElevation) elevation = { 0 };
  QpPlanStyle style;
  cairo_surface_t *surface = paint_elevation (screen, 900, 700, &style);

  qp_elevation_init (&elevation, (const QpScreen *) screen, NULL);
  g_assert_true (qp_elevation_has_size (&elevation));
  const QpBox bounds = qp_elevation_bounds (&elevation, FALSE);
  g_assert_cmpfloat_with_epsilon (bounds.y1, 11, 1e-9);
  g_assert_cmpfloat (bounds.y0, ==, 0);
  /* the middle of the sheet is on the face: blue */
  const guint32 middle = qp_pixel (surface, 430, 230);
  g_assert_cmpuint (middle & 255, >, (middle >> 16 & 255) + 60);
  cairo_surface_destroy (surface);

  /* a cabinet that is not there shows the paper */
  qp_paint_set (screen, "missing_cells", "1,1 12,6");
  cairo_surface_t *holed = qp_canvas_surface_new (400, 300);
  cairo_t *cr = cairo_create (holed);
  qp_elevation_clear (&elevation);
  qp_elevation_init (&elevation, (const QpScreen *) screen, NULL);
  qp_set_colour (cr, style.paper);
  cairo_paint (cr);
  /* the left end of the ground at 60, 270 */
  const QpViewport viewport = { qp_vec (7, 6), 20, 400, 300, 1 };
  qp_paint_elevation_in (cr, &viewport, &elevation, &QP_ELEVATION_VIEW_USUAL, &style);
  cairo_destroy (cr);
  g_assert_cmphex (qp_pixel (holed, 70, 60), ==, qp_rgb (style.paper));
  g_assert_cmphex (qp_pixel (holed, 90, 60), !=, qp_rgb (style.paper));
  g_assert_cmphex (qp_pixel (holed, 60 + 230, 50 + 110), ==, qp_rgb (style.paper));
  cairo_surface_destroy (holed);
}

static void
test_elevation_unknown (void)
{
  g_autoptr (QpNode) screen = qp_paint_make (QP_KIND_SCREEN, "name", "Unknown", "columns", "4", "rows", "3", NULL);
  g_auto (QpElevation) elevation = { 0 };
  QpPlanStyle style;
  cairo_surface_t *surface = paint_elevation (screen, 600, 400, &style);

  qp_elevation_init (&elevation, (const QpScreen *) screen, NULL);
  g_assert_false (qp_elevation_has_size (&elevation));
  /* words, and no face of any size */
  g_assert_cmpuint (qp_count_pixels (surface, qp_rgb (style.paper)), <, 600 * 400 - 200);
  g_assert_cmpuint (qp_count_pixels (surface, qp_rgb (style.face)), ==, 0);
  cairo_surface_destroy (surface);
}

static void
test_elevation_many (void)
{
  g_autoptr (QpNode) screen = qp_paint_make_screen ("Huge", "0", "0", "180", "20000");
  QpPlanStyle style;

  qp_paint_set (screen, "rows", "20000");
  const gint64 start = g_get_monotonic_time ();
  cairo_surface_t *surface = paint_elevation (screen, 600, 500, &style);
  /* 400 million cabinets: a picture all the same; the bound is generous */
  g_assert_cmpint (g_get_monotonic_time () - start, <, 5 * G_USEC_PER_SEC);
  cairo_surface_destroy (surface);
}

/* -- city -- */

static void
test_city (void)
{
  QpNode *sites[3] = {
    qp_paint_make (QP_KIND_SITE, "name", "Beijing Road", "city", "Guangzhou", "latitude_deg", "23.12", "longitude_deg",
                   "113.27", NULL),
    qp_paint_make (QP_KIND_SITE, "name", "Galaxy", "city", "Shenzhen", "latitude_deg", "22.54", "longitude_deg",
                   "114.06", NULL),
    qp_paint_make (QP_KIND_SITE, "name", "Nowhere", NULL),
  };
  g_autoptr (QpNode) project
      = qp_paint_with_children (qp_paint_make (QP_KIND_PROJECT, "title", "City", NULL), sites, 3);
  g_autoptr (GArray) list = qp_city_sites_of (project, NULL);
  QpCitySite *entries = (QpCitySite *) list->data;
  QpPlanStyle style;
  QpViewport viewport;

  g_assert_cmpuint (list->len, ==, 3);
  g_assert_cmpuint (qp_city_project (entries, 3), ==, 2);
  /* great circle between the two by the haversine formula: 103.7 km; the plane is off by less than 0.2 % */
  const double distance = qp_vec_distance (entries[0].place, entries[1].place);
  g_assert_cmpfloat_with_epsilon (distance, 103700, 250);
  g_assert_cmpfloat (entries[0].place.y, >, entries[1].place.y);
  g_assert_cmpfloat (entries[0].place.x, <, entries[1].place.x);

  qp_plan_style_init (&style, QP_THEME_LIGHT, QP_TEXT_PX);
  qp_viewport_init (&viewport, 800, 600, 1);
  qp_city_fit (&viewport, entries, 3, &style);
  for (guint i = 0; i < 2; i++)
    {
      const QpVec px = qp_viewport_to_px (&viewport, entries[i].place);
      g_assert_true (px.x > 50 && px.x < 750 && px.y > 50 && px.y < 550);
      g_assert_cmpint (qp_city_hit (&viewport, entries, 3, px, &style), ==, (int) i);
    }
  g_assert_cmpint (qp_city_hit (&viewport, entries, 3, qp_vec (400, 20), &style), ==, -1);
  cairo_surface_t *surface = qp_canvas_surface_new (800, 600);
  cairo_t *cr = cairo_create (surface);
  qp_paint_city (cr, &viewport, entries, 3, entries[0].id, &style);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  /* the selected one is ringed */
  g_assert_cmpuint (qp_count_pixels (surface, qp_rgb (style.accent)), >, 20);
  cairo_surface_destroy (surface);
}

/* -- figures -- */

static void
test_chart (void)
{
  QpBar bars[3];
  qp_bar_init (&bars[0], "one", 10);
  qp_bar_init (&bars[1], "two", 1000);
  qp_bar_init (&bars[2], "three", NAN);
  QpBarChart chart = { .title = "Chart", .unit = "m", .logarithmic = TRUE, .bars = bars, .n_bars = 3 };
  double from, to;

  g_assert_true (qp_bar_chart_span (&chart, &from, &to));
  g_assert_cmpfloat_with_epsilon (from, 1, 1e-9);
  g_assert_cmpfloat_with_epsilon (to, 1000, 1e-9);
  g_assert_cmpfloat_with_epsilon (qp_bar_chart_share (&chart, 10), 1 / 3.0, 1e-9);
  g_assert_true (isnan (qp_bar_chart_share (&chart, 0)));
  chart.logarithmic = FALSE;
  bars[1].high = 2000;
  g_assert_cmpfloat_with_epsilon (qp_bar_chart_share (&chart, 1000), 0.5, 1e-9);
  chart.n_bars = 0;
  g_assert_false (qp_bar_chart_span (&chart, &from, &to));
}

static guint
longest_run (cairo_surface_t *surface, guint32 colour, int y0, int y1)
{
  guint longest = 0;

  for (int y = y0; y < y1; y++)
    for (guint x = 0, run = 0; x < 600; x++)
      {
        run = qp_pixel (surface, x, y) == colour ? run + 1 : 0;
        longest = MAX (longest, run);
      }
  return longest;
}

static void
test_chart_bars (void)
{
  QpBar bars[2];
  QpPlanStyle style;
  qp_bar_init (&bars[0], "half", 50);
  qp_bar_init (&bars[1], "whole", 100);
  bars[0].strong = bars[1].strong = TRUE;
  const QpBarChart chart = { .title = "Chart", .unit = "kW", .bars = bars, .n_bars = 2 };
  qp_plan_style_init (&style, QP_THEME_LIGHT, QP_TEXT_PX);
  const int height = (int) qp_bar_chart_height (&chart, &style);
  cairo_surface_t *surface = qp_canvas_surface_new (600, height);
  cairo_t *cr = cairo_create (surface);

  qp_set_colour (cr, style.paper);
  cairo_paint (cr);
  qp_paint_bar_chart (cr, 0, 0, 600, &chart, &style);
  cairo_destroy (cr);
  const int split = height - (int) (2.4 * style.text_px) - (int) (1.9 * style.text_px + 6);
  const guint half = longest_run (surface, qp_rgb (style.face), 0, split),
              whole = longest_run (surface, qp_rgb (style.face), split, height);
  g_assert_cmpuint (half, >, 100);
  g_assert_cmpfloat_with_epsilon (whole / (double) half, 2, 0.05);
  cairo_surface_destroy (surface);
}

static void
test_figure_of_distances (void)
{
  g_autoptr (QpNode) screen = qp_paint_make_screen ("P6.25", "0", "0", "180", "12");
  const QpEngineContext context = { 0 };
  QpEstimate estimate;

  qp_estimate_screen (&estimate, (const QpScreen *) screen, &context);
  g_autoptr (QpFigure) figure = qp_figure_of_distances (&estimate, NULL);

  /* from where a screen is looked at; the room of its content is another matter */
  g_assert_cmpuint (figure->bars->len, ==, 10);
  gboolean found = FALSE;
  for (guint i = 0; i < figure->chart.n_bars; i++)
    {
      /* 1380 × 6.25 mm */
      found |= fabs (figure->chart.bars[i].value - 8.625) < 1e-6;
      g_assert_nonnull (figure->chart.bars[i].detail);
    }
  g_assert_true (found);
}

/* people above the rules, on the same axis: three places, the middle one seen by half of the people */
static void
test_figure_of_audience (void)
{
  static const double distances[] = { 8, 20, 60 }, sums[] = { 1, 3, 4 };
  static const double expected[] = { 8, 20, 60 };
  g_autoptr (QpNode) screen = qp_paint_make_screen ("P6.25", "0", "0", "180", "12");
  const QpEngineContext context = { 0 };
  QpAdvisorView view = { .before = 4 };
  QpEstimate estimate;

  qp_estimate_screen (&estimate, (const QpScreen *) screen, &context);
  g_autoptr (GArray) nearest = g_array_append_vals (g_array_new (FALSE, FALSE, sizeof (double)), distances, 3);
  g_autoptr (GArray) weights = g_array_append_vals (g_array_new (FALSE, FALSE, sizeof (double)), sums, 3);
  view.nearest = nearest;
  view.nearest_sums = weights;
  g_autoptr (QpFigure) figure = qp_figure_of_distances (&estimate, &view);
  g_assert_cmpuint (figure->chart.n_bars, ==, 13);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_assert_cmpfloat (figure->chart.bars[i].value, ==, expected[i]);
      g_assert_true (figure->chart.bars[i].strong);
    }
  view.before = 0; /* nobody in front of it: no rows that say nothing */
  g_autoptr (QpFigure) alone = qp_figure_of_distances (&estimate, &view);
  g_assert_cmpuint (alone->chart.n_bars, ==, 10);
}

/* -- drawings -- */

static QpNode *
make_project (QpId *plan_id, QpId *screen_id)
{
  QpNode *plan = qp_paint_make_plan ();
  QpNodeIter iter;

  *plan_id = plan->id;
  qp_node_iter_init (&iter, plan->children);
  *screen_id = qp_node_iter_next_of (&iter, QP_KIND_SCREEN)->id;
  QpNode *site = qp_paint_with_children (
      qp_paint_make (QP_KIND_SITE, "name", "Beijing Road", "latitude_deg", "23.1", "longitude_deg", "113.3", NULL),
      &plan, 1);
  return qp_paint_with_children (qp_paint_make (QP_KIND_PROJECT, "title", "Guangdong", NULL), &site, 1);
}

static void
assert_runs (const char *program, const char *path, const char *expected)
{
  g_autofree char *found = g_find_program_in_path (program);
  g_autofree char *out = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  if (found == NULL)
    {
      g_test_message ("%s is not installed", program);
      return;
    }
  char *argv[] = { found, (char *) path, NULL };
  g_spawn_sync (NULL, argv, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &out, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  if (strstr (out, expected) == NULL)
    g_error ("%s says nothing of “%s”: %s", program, expected, out);
}

static void
test_drawings (void)
{
  QpId plan, screen;
  g_autoptr (QpNode) project = make_project (&plan, &screen);
  g_autofree char *folder = g_dir_make_tmp ("qp-render-XXXXXX", NULL);
  const QpId ids[] = { [QP_DRAWING_PLAN] = plan, [QP_DRAWING_SCREEN] = screen, [QP_DRAWING_CITY] = QP_ID_NONE };

  for (guint type = QP_DRAWING_PLAN; type <= QP_DRAWING_CITY; type++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *png = g_strdup_printf ("%s/%u.png", folder, type);
      g_autofree char *svg = g_strdup_printf ("%s/%u.svg", folder, type);
      g_autofree char *pdf = g_strdup_printf ("%s/%u.PDF", folder, type);
      QpDrawing drawing;
      qp_drawing_init (&drawing, project, NULL, type, ids[type]);
      g_assert_true (qp_drawing_write (&drawing, svg, &error));
      g_assert_true (qp_drawing_write (&drawing, pdf, &error));
      drawing.width = 640;
      drawing.height = 480;
      g_assert_true (qp_drawing_write (&drawing, png, &error));
      g_assert_no_error (error);

      cairo_surface_t *picture = cairo_image_surface_create_from_png (png);
      g_assert_cmpint (cairo_surface_status (picture), ==, CAIRO_STATUS_SUCCESS);
      g_assert_cmpint (cairo_image_surface_get_width (picture), ==, 640);
      cairo_surface_destroy (picture);
      RsvgHandle *handle = rsvg_handle_new_from_file (svg, &error);
      g_assert_no_error (error);
      double width, height;
      g_assert_true (rsvg_handle_get_intrinsic_size_in_pixels (handle, &width, &height));
      g_assert_cmpfloat (width, >, 1000);
      g_object_unref (handle);
      assert_runs ("pdfinfo", pdf, "Pages:           1");
      assert_runs ("pdfinfo", pdf, "A3");
      g_unlink (png);
      g_unlink (svg);
      g_unlink (pdf);
    }
  g_rmdir (folder);
}

static void
test_drawing_scale (void)
{
  QpId plan, screen;
  g_autoptr (QpNode) project = make_project (&plan, &screen);
  double widths[2];

  /* 1:100 is twice as wide as 1:200, margins aside: the difference is 45 m of plan and its edge at 72 dpi */
  for (guint i = 0; i < 2; i++)
    {
      QpDrawing drawing;
      qp_drawing_init (&drawing, project, NULL, QP_DRAWING_PLAN, plan);
      drawing.ratio = i == 0 ? 200 : 100;
      g_autoptr (GBytes) bytes = qp_drawing_to_bytes (&drawing, QP_DRAWING_SVG, NULL);
      g_assert_nonnull (bytes);
      RsvgHandle *handle = rsvg_handle_new_from_data (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL);
      double height;
      rsvg_handle_set_dpi (handle, 96);
      g_assert_true (rsvg_handle_get_intrinsic_size_in_pixels (handle, &widths[i], &height));
      g_object_unref (handle);
    }
  /* the plan is 85 m wide (10…95) and has 3 % of it at each side; 1 pt = 4/3 px */
  const double metre_at_200 = 72 / 0.0254 / 200 * 4 / 3;
  g_assert_cmpfloat_with_epsilon (widths[1] - widths[0], 85 * 1.06 * metre_at_200, 1);
}

static void
test_drawing_errors (void)
{
  QpId plan, screen;
  g_autoptr (QpNode) project = make_project (&plan, &screen);
  g_autoptr (GError) error = NULL;
  QpDrawing drawing;
  double ratio;

  qp_drawing_init (&drawing, project, NULL, QP_DRAWING_PLAN, screen);
  g_assert_null (qp_drawing_to_bytes (&drawing, QP_DRAWING_PNG, &error));
  g_assert_error (error, QP_ERROR, QP_ERROR_NOT_FOUND);
  g_clear_error (&error);
  drawing.id = plan;
  drawing.ratio = 1;
  g_assert_null (qp_drawing_to_bytes (&drawing, QP_DRAWING_PNG, &error));
  g_assert_error (error, QP_ERROR, QP_ERROR_LIMIT);
  g_clear_error (&error);
  drawing.ratio = 0;
  g_assert_false (qp_drawing_write (&drawing, "plan.gif", &error));
  g_assert_error (error, QP_ERROR, QP_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (qp_drawing_write (&drawing, "/nonexistent/folder/plan.png", &error));
  g_assert_error (error, QP_ERROR, QP_ERROR_WRITE);
  g_clear_error (&error);

  g_assert_true (qp_drawing_parse_ratio ("1:200", &ratio, NULL) && ratio == 200);
  g_assert_true (qp_drawing_parse_ratio (" 1 : 50 ", &ratio, NULL) && ratio == 50);
  g_assert_true (qp_drawing_parse_ratio ("500", &ratio, NULL) && ratio == 500);
  static const char *const bad[] = { "2:100", "1:0", "1:", "", "1:-5", "1:abc", "1:1:2", "0.5" };
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_assert_false (qp_drawing_parse_ratio (bad[i], &ratio, &error));
      g_assert_error (error, QP_ERROR, QP_ERROR_INVALID);
      g_clear_error (&error);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/views/lengths", test_lengths);
  g_test_add_func ("/views/scale-bar", test_scale_bar);
  g_test_add_func ("/views/trust", test_trust);
  g_test_add_func ("/views/elevation", test_elevation);
  g_test_add_func ("/views/elevation-unknown", test_elevation_unknown);
  g_test_add_func ("/views/elevation-many", test_elevation_many);
  g_test_add_func ("/views/city", test_city);
  g_test_add_func ("/views/chart", test_chart);
  g_test_add_func ("/views/chart-bars", test_chart_bars);
  g_test_add_func ("/views/figure-of-distances", test_figure_of_distances);
  g_test_add_func ("/views/figure-of-audience", test_figure_of_audience);
  g_test_add_func ("/views/drawings", test_drawings);
  g_test_add_func ("/views/drawing-scale", test_drawing_scale);
  g_test_add_func ("/views/drawing-errors", test_drawing_errors);
  return g_test_run ();
}
