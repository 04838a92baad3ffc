/* test-map.c: values over a plan: lines along a value, colours, hatching and legend
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "paint-help.h"

#include "render/qp-map-hatch.h"
#include "render/qp-sheet.h"

/* --- lines --- */

typedef double (*Function) (QpVec place);

static QpValueGrid *
make_grid (guint columns, guint rows, Function function)
{
  const QpSightGrid grid = { columns / -2.0, rows / -2.0, 1, columns, rows, 1.6 };
  QpValueGrid *values = qp_value_grid_new (&grid);

  for (guint row = 0; row < rows; row++)
    for (guint column = 0; column < columns; column++)
      values->at[qp_sight_grid_cell (&grid, column, row)] = (float) function (qp_sight_grid_middle (&grid, column, row));
  return values;
}

static double
east (QpVec place)
{
  return place.x;
}

static double
away (QpVec place)
{
  return qp_vec_length (place);
}

static double
saddle (QpVec place)
{
  return place.x * place.y;
}

static double
away_with_hole (QpVec place)
{
  return place.x > 3 && fabs (place.y) < 3 ? NAN : away (place);
}

static double
length_of (const QpContour *contour)
{
  double length = 0;

  for (guint i = 1; i < contour->at->len; i++)
    length += qp_vec_distance (g_array_index (contour->at, QpVec, i - 1), g_array_index (contour->at, QpVec, i));
  return length;
}

static GPtrArray *
lines_of (const QpValueGrid *values, double level)
{
  return qp_contours_new (values, &level, 1);
}

/* what grows to the right passes 3.3 on an upright line from the middle of the lowest cell to that of the highest */
static void
test_straight (void)
{
  g_autoptr (QpValueGrid) values = make_grid (20, 12, east);
  g_autoptr (GPtrArray) lines = lines_of (values, 3.3);

  g_assert_cmpuint (lines->len, ==, 1);
  const QpContour *line = g_ptr_array_index (lines, 0);
  g_assert_false (line->closed);
  g_assert_cmpuint (line->at->len, ==, 12);
  g_assert_cmpfloat_with_epsilon (length_of (line), 11, 1e-6);
  for (guint i = 0; i < line->at->len; i++)
    g_assert_cmpfloat_with_epsilon (g_array_index (line->at, QpVec, i).x, 3.3, 1e-6);
  g_autoptr (GPtrArray) none = lines_of (values, 40);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_circle (void)
{
  g_autoptr (QpValueGrid) values = make_grid (40, 40, away);
  g_autoptr (GPtrArray) lines = lines_of (values, 15);

  g_assert_cmpuint (lines->len, ==, 1);
  const QpContour *line = g_ptr_array_index (lines, 0);
  g_assert_true (line->closed);
  g_assert_cmpfloat_with_epsilon (length_of (line), 2 * G_PI * 15, 0.4);
  for (guint i = 0; i < line->at->len; i++)
    g_assert_cmpfloat_with_epsilon (away (g_array_index (line->at, QpVec, i)), 15, 0.02);
}

/* two branches that never meet; with the middle exactly on the level each corner still belongs to one */
static void
test_saddle (void)
{
  g_autoptr (QpValueGrid) values = make_grid (20, 20, saddle);
  const double levels[] = { 4.1, -4.1, 0.1 };

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      g_autoptr (GPtrArray) lines = lines_of (values, levels[i]);
      g_assert_cmpuint (lines->len, ==, 2);
      for (guint k = 0; k < lines->len; k++)
        {
          const QpContour *line = g_ptr_array_index (lines, k);
          const double side = g_array_index (line->at, QpVec, 0).x;
          g_assert_false (line->closed);
          for (guint p = 0; p < line->at->len; p++)
            g_assert_cmpfloat (g_array_index (line->at, QpVec, p).x * side, >, 0);
        }
    }
}

/* a line ends where there are no values */
static void
test_hole (void)
{
  g_autoptr (QpValueGrid) values = make_grid (40, 40, away_with_hole);
  g_autoptr (GPtrArray) lines = lines_of (values, 10);

  g_assert_cmpuint (lines->len, ==, 1);
  g_assert_false (((QpContour *) g_ptr_array_index (lines, 0))->closed);
}

/* every piece of a random field is in one line, and no line passes the same place twice */
static double
noise (QpVec place)
{
  return g_test_rand_double ();
}

static void
test_noise (void)
{
  for (guint round = 0; round < 50; round++)
    {
      g_autoptr (QpValueGrid) values = make_grid (15, 15, noise);
      g_autoptr (GPtrArray) lines = lines_of (values, 0.5);
      g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      for (guint i = 0; i < lines->len; i++)
        {
          const QpContour *line = g_ptr_array_index (lines, i);
          for (guint k = 0; k + (line->closed ? 1 : 0) < line->at->len; k++)
            {
              const QpVec at = g_array_index (line->at, QpVec, k);
              g_assert_true (g_hash_table_add (seen, g_strdup_printf ("%.9f %.9f", at.x, at.y)));
            }
        }
    }
}

/* --- colours --- */

static void
test_scale (void)
{
  QpMapScale scale = { .title = "Distance", .unit = " m" };

  qp_map_scale_even (&scale, 3, 97, 5);
  g_assert_cmpuint (scale.n, ==, 5);
  g_assert_cmpfloat (scale.bounds[0], ==, 0);
  g_assert_cmpfloat (scale.bounds[5], ==, 100);
  g_assert_cmpint (qp_map_scale_step (&scale, 20), ==, 1);
  g_assert_cmpint (qp_map_scale_step (&scale, 19.99), ==, 0);
  g_assert_cmpint (qp_map_scale_step (&scale, -4), ==, 0);
  g_assert_cmpint (qp_map_scale_step (&scale, 400), ==, 4);
  g_assert_cmpint (qp_map_scale_step (&scale, NAN), ==, -1);
  g_autofree char *text = qp_map_scale_text (&scale, 1);
  g_assert_cmpstr (text, ==, "20 – 40 m");
  qp_map_scale_even (&scale, 0, 1, 5);
  g_assert_cmpuint (scale.decimals, ==, 1);
  qp_map_scale_even (&scale, 5, 5, 5); /* nothing to cut */
  g_assert_cmpuint (scale.n, >, 0);
}

static double
linear (double part)
{
  return part <= 0.04045 ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4);
}

static double
lightness (QpColour colour)
{
  const double y = 0.2126 * linear (colour.red) + 0.7152 * linear (colour.green) + 0.0722 * linear (colour.blue);

  return 116 * cbrt (fmax (y, 0.009)) - 16;
}

/* steps differ in lightness alone, always the same way: told apart by those who see no colours, and in a copy */
static void
test_lightness (void)
{
  for (QpTheme theme = QP_THEME_LIGHT; theme <= QP_THEME_PRINT; theme++)
    for (guint n = 3; n <= 8; n++)
      {
        QpMapScale scale = { .title = "", .unit = "", .n = n };
        for (guint i = 1; i < n; i++)
          {
            const double before = lightness (qp_map_scale_colour (&scale, i - 1, theme));
            const double step = lightness (qp_map_scale_colour (&scale, i, theme)) - before;
            g_assert_cmpfloat (theme == QP_THEME_DARK ? step : -step, >, 4.5);
          }
      }
}

/* the quietest step that has a colour is still seen on dark paper, as it lies there */
static void
test_seen_in_the_dark (void)
{
  const QpMapScale scale = { .title = "", .unit = "", .n = 6, .quiet = 2 };
  QpPlanStyle style;

  qp_plan_style_init (&style, QP_THEME_DARK, 13);
  const QpColour lying = qp_colour_mix (style.paper, qp_map_scale_colour (&scale, 2, QP_THEME_DARK), QP_MAP_ALPHA);
  g_assert_cmpfloat (lightness (lying) - lightness (style.paper), >, 15);
}

static double
whole (QpVec place)
{
  return 3;
}

static cairo_surface_t *
paint (const QpValueGrid *values, const QpMapScale *scale, QpTheme theme, gboolean hatched)
{
  g_autoptr (QpMapPicture) picture = qp_map_picture_new (values, scale, theme, hatched);
  cairo_surface_t *surface = qp_canvas_surface_new (200, 200);
  cairo_t *cr = cairo_create (surface);
  QpViewport viewport;
  QpPlanStyle style;

  qp_plan_style_init (&style, theme, QP_TEXT_PX);
  qp_viewport_init (&viewport, 200, 200, 1);
  viewport.scale = 10;
  qp_set_colour (cr, style.paper);
  cairo_paint (cr);
  qp_paint_map (cr, &viewport, picture, &style);
  cairo_destroy (cr);
  return surface;
}

static guint
red_of (cairo_surface_t *surface, double x, double y)
{
  return qp_pixel (surface, x, y) >> 16 & 255;
}

/* cells lie where they are, the first row at the bottom; what has no value is left as it was */
static void
test_place (void)
{
  g_autoptr (QpValueGrid) values = make_grid (10, 10, whole);
  QpMapScale scale = { .title = "", .unit = "" };

  qp_map_scale_even (&scale, 0, 10, 5);
  values->at[0] = NAN;     /* lower left */
  values->at[9] = 9;       /* lower right */
  cairo_surface_t *surface = paint (values, &scale, QP_THEME_PRINT, FALSE);
  g_assert_cmpuint (red_of (surface, 55, 145), ==, 255);
  g_assert_cmpuint (red_of (surface, 45, 145), ==, 255);
  g_assert_cmpuint (red_of (surface, 145, 145), <, red_of (surface, 100, 100));
  g_assert_cmpuint (red_of (surface, 55, 55), ==, red_of (surface, 100, 100));
  g_assert_cmpuint (red_of (surface, 100, 100), <, 255);
  cairo_surface_destroy (surface);
}

static double
mean_of (cairo_surface_t *surface)
{
  double sum = 0;

  for (int y = 52; y < 148; y++)
    for (int x = 52; x < 148; x++)
      sum += red_of (surface, x, y);
  return sum / (96 * 96);
}

/* hatching grows denser from step to step */
static void
test_hatching (void)
{
  QpMapScale scale = { .title = "", .unit = "" };
  double before = 0;

  qp_map_scale_even (&scale, 0, 12, 6);
  for (guint i = 0; i < scale.n; i++)
    {
      g_autoptr (QpValueGrid) values = make_grid (10, 10, whole);
      for (guint k = 0; k < 100; k++)
        values->at[k] = (float) scale.bounds[i];
      cairo_surface_t *plain = paint (values, &scale, QP_THEME_PRINT, FALSE);
      cairo_surface_t *hatched = paint (values, &scale, QP_THEME_PRINT, TRUE);
      const double ink = mean_of (plain) - mean_of (hatched);
      g_test_message ("step %u: %.2f", i, ink);
      g_assert_cmpfloat (ink, >=, before + (i == 0 ? 0 : 1));
      before = ink;
      cairo_surface_destroy (plain);
      cairo_surface_destroy (hatched);
    }
}

static void
test_legend (void)
{
  const QpMapScale scale = { .title = "How well it is seen", .unit = "", .n = 4, .named = TRUE, .quiet = 2,
                             .names = { "Behind", "Blocked", "Seen", "Readable" } };
  cairo_surface_t *surface = qp_canvas_surface_new (400, 400);
  cairo_t *cr = cairo_create (surface);
  double width, height;
  QpPlanStyle style;

  qp_plan_style_init (&style, QP_THEME_LIGHT, QP_TEXT_PX);
  qp_map_legend_size (&scale, &style, "A few words", &width, &height);
  const QpBox box = qp_paint_map_legend (cr, 10, 20, &scale, FALSE, "A few words", &style);
  g_assert_cmpfloat_with_epsilon (box.x1 - box.x0, width, 1e-9);
  g_assert_cmpfloat_with_epsilon (box.y1 - box.y0, height, 1e-9);
  g_assert_cmpfloat (height, >, 5 * QP_TEXT_PX);
  g_assert_cmpint (qp_map_scale_step (&scale, QP_MAP_STEPS), ==, 3);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* pixels of an obstacle as large as its plan, on a sheet that is as large as it needs */
static guint
count_of_block (const QpMapOverlay *map, double width, double height)
{
  g_autofree char *outline = g_strdup_printf ("0,0 %g,0 %g,%g 0,%g", width, width, height, height);
  QpNode *block = qp_paint_make (QP_KIND_OBSTACLE, "kind", "other", "outline", outline, NULL);
  QpNode *plan = qp_paint_with_children (qp_paint_make (QP_KIND_PLAN, NULL), &block, 1);
  QpFixture fixture;

  qp_fixture_init (&fixture, plan, QP_THEME_LIGHT);
  const QpSheet sheet = { .scene = fixture.scene, .ratio = 500, .units_per_m = 96 / 0.0254, .map = map, .map_note = "A few words" };
  qp_sheet_size (&sheet, &fixture.style, &width, &height);
  cairo_surface_t *surface = qp_canvas_surface_new ((int) ceil (width), (int) ceil (height));
  cairo_t *cr = cairo_create (surface);
  qp_paint_sheet (cr, ceil (width), ceil (height), &sheet, &fixture.style);
  const guint pixels = qp_count_pixels (surface, qp_rgb (fixture.style.mass));
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  qp_fixture_clear (&fixture);
  return pixels;
}

/* a sheet within a page ends where it says: the badge of its lengths was cut there when the legend has few rows */
static void
test_sheet_within (void)
{
  QpNode *nodes[] = { qp_paint_make (QP_KIND_OBSTACLE, "kind", "other", "outline", "0,0 40,0 40,30 0,30", NULL),
                      qp_paint_make (QP_KIND_BACKGROUND, "format", "svg", "scale_basis", "guessed", NULL) };
  QpNode *plan = qp_paint_with_children (qp_paint_make (QP_KIND_PLAN, NULL), nodes, 2);
  cairo_surface_t *surface = qp_canvas_surface_new (600, 400);
  cairo_t *cr = cairo_create (surface);
  QpFixture fixture;

  qp_fixture_init (&fixture, plan, QP_THEME_LIGHT);
  const QpSheet sheet = { .scene = fixture.scene, .ratio = 500, .units_per_m = 96 / 0.0254, .within = TRUE };
  qp_paint_sheet (cr, 600, 400, &sheet, &fixture.style);
  cairo_surface_flush (surface);
  const guint8 *last = cairo_image_surface_get_data (surface) + 399 * cairo_image_surface_get_stride (surface);
  for (guint x = 1; x < 600; x++)
    g_assert_cmpuint (((const guint32 *) last)[x], ==, ((const guint32 *) last)[0]);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  qp_fixture_clear (&fixture);
}

static void
test_legend_beside (void)
{
  const QpMapScale scale = { .title = "How well it is seen", .unit = "", .n = 4, .named = TRUE, .quiet = 2,
                             .names = { "Behind", "Blocked", "Seen", "Readable" } };
  static const double sizes[][2] = { { 40, 40 }, { 120, 20 }, { 20, 120 }, { 100, 70 } };
  g_autoptr (QpValueGrid) values = make_grid (8, 8, east);
  g_autoptr (QpMapOverlay) map = qp_map_overlay_new (values, &scale, QP_THEME_LIGHT, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      const guint all = count_of_block (NULL, sizes[i][0], sizes[i][1]);
      g_assert_cmpuint (all, >, 1000);
      /* its edges may fall otherwise between the pixels */
      g_assert_cmpuint (count_of_block (map, sizes[i][0], sizes[i][1]), >, all - all / 50);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map/straight", test_straight);
  g_test_add_func ("/map/circle", test_circle);
  g_test_add_func ("/map/saddle", test_saddle);
  g_test_add_func ("/map/hole", test_hole);
  g_test_add_func ("/map/noise", test_noise);
  g_test_add_func ("/map/scale", test_scale);
  g_test_add_func ("/map/lightness", test_lightness);
  g_test_add_func ("/map/seen-in-the-dark", test_seen_in_the_dark);
  g_test_add_func ("/map/place", test_place);
  g_test_add_func ("/map/hatching", test_hatching);
  g_test_add_func ("/map/legend", test_legend);
  g_test_add_func ("/map/legend-beside", test_legend_beside);
  g_test_add_func ("/map/sheet-within", test_sheet_within);
  return g_test_run ();
}
