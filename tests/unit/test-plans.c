/* test-plans.c: plan backgrounds: loading with caps, placing, painting, sharing between threads
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-error.h"
#include "plans/qp-plan-layers.h"
#include "plans/qp-plan-raster.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* a red left half and a blue right half, 100 × 50 units */
#define HALVES                                                                                                         \
  "<svg xmlns='http://www.w3.org/2000/svg' width='200mm' height='100mm' viewBox='0 0 100 50'>"                         \
  "<rect width='50' height='50' fill='#ff0000'/><rect x='50' width='50' height='50' fill='#0000ff'/></svg>"

static GBytes *
bytes_of (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

static QpBackground *
background_new (GBytes *bytes, QpBackgroundFormat format, double metres_per_unit)
{
  QpNode *node = qp_node_new (QP_KIND_BACKGROUND, qp_id_new ());
  const QpValue data = qp_value_bytes (bytes), kind = qp_value_integer (format),
                scale = qp_value_real (metres_per_unit);

  qp_node_init_value (node, qp_kind_field (QP_KIND_BACKGROUND, "data"), &data);
  qp_node_init_value (node, qp_kind_field (QP_KIND_BACKGROUND, "format"), &kind);
  qp_node_init_value (node, qp_kind_field (QP_KIND_BACKGROUND, "metres_per_unit"), &scale);
  return (QpBackground *) node;
}

static void
set_real (QpBackground *background, const char *field, double value)
{
  const QpValue real = qp_value_real (value);
  qp_node_init_value (&background->node, qp_kind_field (QP_KIND_BACKGROUND, field), &real);
}

static cairo_status_t
append (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static GBytes *
png_of (cairo_surface_t *surface)
{
  GByteArray *bytes = g_byte_array_new ();
  g_assert_cmpint (cairo_surface_write_to_png_stream (surface, append, bytes), ==, CAIRO_STATUS_SUCCESS);
  return g_byte_array_free_to_bytes (bytes);
}

/* black and white columns, one pixel each: halved it is grey everywhere */
static cairo_surface_t *
stripes (int width, int height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  guint8 *data = cairo_image_surface_get_data (surface);

  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      ((guint32 *) (data + y * cairo_image_surface_get_stride (surface)))[x] = x % 2 ? 0xffffff : 0;
  cairo_surface_mark_dirty (surface);
  return surface;
}

static guint32
pixel (cairo_surface_t *surface, int x, int y)
{
  cairo_surface_flush (surface);
  return ((const guint32 *) (cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface)))[x]
         & 0xffffff;
}

/* paints plan metres 0…100 across and 0…100 up onto 200 × 200 pixels of white */
static cairo_surface_t *
paint (QpPlanLayer *layer, const QpBackground *background, QpPlanLook look, guint32 paper)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 200, 200);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, (paper >> 16 & 255) / 255.0, (paper >> 8 & 255) / 255.0, (paper & 255) / 255.0);
  cairo_paint (cr);
  cairo_translate (cr, 0, 200);
  cairo_scale (cr, 2, -2);
  qp_plan_layer_paint (layer, background, cr, look);
  cairo_destroy (cr);
  return surface;
}

static void
test_svg_size (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = bytes_of (HALVES);
  g_autoptr (QpPlanLayer) layer = qp_plan_layer_load (bytes, QP_BACKGROUND_SVG, 1, &error);

  /* units of the view box, not the millimetres of the page */
  g_assert_no_error (error);
  g_assert_cmpfloat (qp_plan_layer_width (layer), ==, 100);
  g_assert_cmpfloat (qp_plan_layer_height (layer), ==, 50);

  g_autoptr (GBytes) plain
      = bytes_of ("<svg xmlns='http://www.w3.org/2000/svg' width='96' height='1in'><path d='M0 0h9'/></svg>");
  g_autoptr (QpPlanLayer) second = qp_plan_layer_load (plain, QP_BACKGROUND_SVG, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (qp_plan_layer_width (second), ==, 96);
  g_assert_cmpfloat (qp_plan_layer_height (second), ==, 96);
}

static void
test_place (void)
{
  g_autoptr (GBytes) bytes = bytes_of (HALVES);
  g_autoptr (QpPlanLayer) layer = qp_plan_layer_load (bytes, QP_BACKGROUND_SVG, 1, NULL);
  QpBackground *background = background_new (bytes, QP_BACKGROUND_SVG, 1);

  /* lower left corner at the origin: the upper half of the view is paper */
  cairo_surface_t *surface = paint (layer, background, QP_PLAN_LOOK_PLAIN, 0xffffff);
  g_assert_cmphex (pixel (surface, 50, 150), ==, 0xff0000);
  g_assert_cmphex (pixel (surface, 150, 150), ==, 0x0000ff);
  g_assert_cmphex (pixel (surface, 50, 50), ==, 0xffffff);
  cairo_surface_destroy (surface);

  /* a quarter turn clockwise about that corner lays it below the view */
  set_real (background, "rotation_deg", 90);
  surface = paint (layer, background, QP_PLAN_LOOK_PLAIN, 0xffffff);
  g_assert_cmphex (pixel (surface, 50, 150), ==, 0xffffff);
  cairo_surface_destroy (surface);

  /* counter-clockwise it stands upright to the left of it */
  double corners[8];
  set_real (background, "rotation_deg", -90);
  qp_plan_layer_corners (layer, background, corners);
  g_assert_cmpfloat_with_epsilon (corners[2], -50, 1e-9); /* top right of the drawing */
  g_assert_cmpfloat_with_epsilon (corners[3], 100, 1e-9);
  qp_node_unref (&background->node);
}

static void
test_unknown_scale (void)
{
  g_autoptr (GBytes) bytes = bytes_of (HALVES);
  g_autoptr (QpPlanLayer) layer = qp_plan_layer_load (bytes, QP_BACKGROUND_SVG, 1, NULL);
  QpBackground *background = background_new (bytes, QP_BACKGROUND_SVG, NAN);
  cairo_matrix_t matrix;
  double corners[8];

  g_assert_false (qp_plan_layer_matrix (layer, background, &matrix));
  qp_plan_layer_corners (layer, background, corners);
  g_assert_cmpfloat_with_epsilon (corners[2] - corners[0], QP_PLAN_STAND_IN_M, 1e-9);
  set_real (background, "metres_per_unit", 2);
  g_assert_true (qp_plan_layer_matrix (layer, background, &matrix));
  qp_node_unref (&background->node);
}

static void
test_look (void)
{
  g_autoptr (GBytes) bytes = bytes_of (
      "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 100 100'><rect width='100' height='100' fill='#fff'/>"
      "<rect width='50' height='100' fill='#000'/></svg>");
  g_autoptr (QpPlanLayer) layer = qp_plan_layer_load (bytes, QP_BACKGROUND_SVG, 1, NULL);
  QpBackground *background = background_new (bytes, QP_BACKGROUND_SVG, 1);

  set_real (background, "opacity_percent", 50);
  cairo_surface_t *surface = paint (layer, background, QP_PLAN_LOOK_PLAIN, 0xffffff);
  g_assert_cmpint (abs ((int) (pixel (surface, 50, 100) & 255) - 128), <=, 2);
  cairo_surface_destroy (surface);

  /* on dark paper black turns light and white paper leaves the dark as it was, to its very edge */
  set_real (background, "opacity_percent", 100);
  set_real (background, "metres_per_unit", 0.7512);
  surface = paint (layer, background, QP_PLAN_LOOK_NIGHT, 0x222226);
  g_assert_cmpuint (pixel (surface, 20, 150) & 255, >, 200);
  for (int x = 100; x < 200; x++)
    g_assert_cmpint (abs ((int) (pixel (surface, x, 150) & 255) - 0x26), <, 12);
  cairo_surface_destroy (surface);
  qp_node_unref (&background->node);
}

static void
test_grey (void)
{
  g_autoptr (GBytes) bytes = bytes_of (HALVES);
  g_autoptr (QpPlanLayer) layer = qp_plan_layer_load (bytes, QP_BACKGROUND_SVG, 1, NULL);
  QpBackground *background = background_new (bytes, QP_BACKGROUND_SVG, 1);
  const QpValue yes = qp_value_integer (TRUE);

  qp_node_init_value (&background->node, qp_kind_field (QP_KIND_BACKGROUND, "grey"), &yes);
  cairo_surface_t *surface = paint (layer, background, QP_PLAN_LOOK_PLAIN, 0xffffff);
  const guint32 red = pixel (surface, 50, 150);
  g_assert_cmpuint (red >> 16, ==, red & 255);
  g_assert_cmpuint (red & 255, <, 200);
  cairo_surface_destroy (surface);
  qp_node_unref (&background->node);
}

static void
test_png (void)
{
  cairo_surface_t *picture = stripes (400, 200);
  g_autoptr (GBytes) bytes = png_of (picture);
  g_autoptr (GError) error = NULL;
  g_autoptr (QpPlanLayer) layer = qp_plan_layer_load (bytes, QP_BACKGROUND_PNG, 1, &error);
  QpBackground *background = background_new (bytes, QP_BACKGROUND_PNG, 0.25);

  g_assert_no_error (error);
  g_assert_cmpfloat (qp_plan_layer_width (layer), ==, 400);
  g_assert_false (qp_plan_layer_is_reduced (layer));
  /* at half its size the halved copy is used: no black or white column is left */
  cairo_surface_t *surface = paint (layer, background, QP_PLAN_LOOK_PLAIN, 0xff00ff);
  for (int x = 4; x < 196; x++)
    g_assert_cmpint (abs ((int) (pixel (surface, x, 150) & 255) - 128), <=, 2);
  cairo_surface_destroy (surface);
  cairo_surface_destroy (picture);
  qp_node_unref (&background->node);
}

static void
test_reduced (void)
{
  cairo_surface_t *picture = stripes (64, 32);
  g_autoptr (QpPlanRaster) raster = qp_plan_raster_new (picture, 1, 32 * 16);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 64, 32);
  cairo_t *cr = cairo_create (surface);

  g_assert_cmpfloat (qp_plan_raster_units_per_pixel (raster), ==, 2);
  /* it still covers the same ground */
  qp_plan_raster_paint (raster, cr);
  g_assert_cmpint (abs ((int) (pixel (surface, 60, 28) & 255) - 128), <=, 2);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  cairo_surface_destroy (picture);
}

static GBytes *
png_head (guint32 width, guint32 height)
{
  guint8 head[64] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R' };
  const guint32 w = GUINT32_TO_BE (width), h = GUINT32_TO_BE (height);

  memcpy (head + 16, &w, 4);
  memcpy (head + 20, &h, 4);
  return g_bytes_new (head, sizeof head);
}

static void
refuse (GBytes *bytes, gint64 format, int code, const char *word)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QpPlanLayer) layer = qp_plan_layer_load (bytes, format, 1, &error);

  g_assert_null (layer);
  g_assert_error (error, QP_ERROR, code);
  if (strstr (error->message, word) == NULL)
    g_error ("“%s” says nothing of %s", error->message, word);
}

static void
test_refused (void)
{
  g_autoptr (GBytes) bomb = png_head (30000, 30000);
  g_autoptr (GBytes) wide = png_head (100000, 10);
  g_autoptr (GBytes) cut = png_head (100, 100);
  g_autoptr (GBytes) words = bytes_of ("no picture at all");
  g_autoptr (GBytes) empty = bytes_of ("<svg xmlns='http://www.w3.org/2000/svg'/>");
  g_autoptr (GBytes) zipped = g_bytes_new ("\x1f\x8b\x08\0\0\0\0\0", 8);
  g_autoptr (GBytes) nothing = g_bytes_new ("", 0);

  refuse (bomb, QP_BACKGROUND_PNG, QP_ERROR_LIMIT, "30000");
  refuse (wide, QP_BACKGROUND_PNG, QP_ERROR_LIMIT, "100000");
  refuse (cut, QP_BACKGROUND_PNG, QP_ERROR_READ, "damaged");
  refuse (words, QP_BACKGROUND_PNG, QP_ERROR_READ, "PNG");
  refuse (words, QP_BACKGROUND_JPEG, QP_ERROR_READ, "JPEG");
  refuse (words, QP_BACKGROUND_SVG, QP_ERROR_READ, "SVG");
  refuse (empty, QP_BACKGROUND_SVG, QP_ERROR_READ, "size");
  refuse (zipped, QP_BACKGROUND_SVG, QP_ERROR_READ, "damaged");
  refuse (nothing, QP_BACKGROUND_SVG, QP_ERROR_NOT_FOUND, "embedded");
  refuse (NULL, QP_BACKGROUND_SVG, QP_ERROR_NOT_FOUND, "embedded");
  refuse (words, QP_BACKGROUND_PDF, QP_ERROR_READ, "PDF");
  refuse (words, QP_BACKGROUND_GEOJSON, QP_ERROR_READ, "GeoJSON");
  refuse (words, QP_UNSET, QP_ERROR_READ, "not known");
}

/* a drawing sees only its own bytes */
static void
test_no_files (void)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "qp-test-plans.png", NULL);
  cairo_surface_t *picture = stripes (8, 8);
  g_assert_cmpint (cairo_surface_write_to_png (picture, path), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (picture);
  g_autofree char *text = g_strdup_printf ("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 100 100'>"
                                           "<image href='file://%s' width='100' height='100'/></svg>",
                                           path);
  g_autoptr (GBytes) bytes = bytes_of (text);
  g_autoptr (QpPlanLayer) layer = qp_plan_layer_load (bytes, QP_BACKGROUND_SVG, 1, NULL);
  QpBackground *background = background_new (bytes, QP_BACKGROUND_SVG, 1);
  cairo_surface_t *surface = paint (layer, background, QP_PLAN_LOOK_PLAIN, 0x00ff00);

  for (int x = 0; x < 200; x += 7)
    g_assert_cmphex (pixel (surface, x, 100), ==, 0x00ff00);
  cairo_surface_destroy (surface);
  qp_node_unref (&background->node);
  g_unlink (path);
}

static void
test_cache (void)
{
  g_autoptr (QpPlanLayers) layers = qp_plan_layers_new (1 << 20);
  g_autoptr (GBytes) bytes = bytes_of (HALVES);
  QpBackground *background = background_new (bytes, QP_BACKGROUND_SVG, 1), *moved;
  const QpValue x = qp_value_integer (5000000);

  g_assert_null (qp_plan_layers_peek (layers, background));
  g_autoptr (QpPlanLayer) first = qp_plan_layers_get (layers, background, NULL);
  g_assert_nonnull (first);
  /* moved: another node, the same bytes */
  moved = (QpBackground *) qp_node_with (&background->node, qp_kind_field (QP_KIND_BACKGROUND, "x_m"), &x);
  g_autoptr (QpPlanLayer) second = qp_plan_layers_get (layers, moved, NULL);
  g_autoptr (QpPlanLayer) third = qp_plan_layers_peek (layers, moved);
  g_assert_true (first == second && second == third);

  g_autoptr (GBytes) bad = bytes_of ("bad");
  QpBackground *broken = background_new (bad, QP_BACKGROUND_PNG, 1);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;
      g_assert_null (qp_plan_layers_get (layers, broken, &error));
      g_assert_error (error, QP_ERROR, QP_ERROR_READ);
    }
  qp_node_unref (&background->node);
  qp_node_unref (&moved->node);
  qp_node_unref (&broken->node);
}

static void
test_cache_limit (void)
{
  g_autoptr (QpPlanLayers) layers = qp_plan_layers_new (500 * 1024);
  QpBackground *backgrounds[3];

  for (guint i = 0; i < 3; i++)
    {
      cairo_surface_t *picture = stripes (256, 256); /* 256 KiB and a third more */
      g_autoptr (GBytes) bytes = png_of (picture);
      cairo_surface_destroy (picture);
      backgrounds[i] = background_new (bytes, QP_BACKGROUND_PNG, 1);
      g_autoptr (QpPlanLayer) layer = qp_plan_layers_get (layers, backgrounds[i], NULL);
      g_assert_nonnull (layer);
    }
  g_assert_null (qp_plan_layers_peek (layers, backgrounds[0]));
  g_autoptr (QpPlanLayer) last = qp_plan_layers_peek (layers, backgrounds[2]);
  g_assert_nonnull (last);
  for (guint i = 0; i < 3; i++)
    qp_node_unref (&backgrounds[i]->node);
}

typedef struct
{
  QpPlanLayers *layers;
  QpBackground *background;
  guint32 seen;
} Share;

static gpointer
paint_in_thread (gpointer data)
{
  Share *share = data;

  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (QpPlanLayer) layer = qp_plan_layers_get (share->layers, share->background, NULL);
      cairo_surface_t *surface
          = paint (layer, share->background, i % 2 ? QP_PLAN_LOOK_NIGHT : QP_PLAN_LOOK_PLAIN, 0xffffff);
      share->seen = i % 2 ? share->seen : pixel (surface, 50, 150);
      cairo_surface_destroy (surface);
    }
  return NULL;
}

static void
test_threads (void)
{
  g_autoptr (QpPlanLayers) layers = qp_plan_layers_new (1 << 20);
  g_autoptr (GBytes) bytes = bytes_of (HALVES);
  QpBackground *background = background_new (bytes, QP_BACKGROUND_SVG, 1);
  Share shares[3];
  GThread *threads[3];

  for (guint i = 0; i < 3; i++)
    {
      shares[i] = (Share){ layers, background, 0 };
      threads[i] = g_thread_new ("paint", paint_in_thread, &shares[i]);
    }
  for (guint i = 0; i < 3; i++)
    {
      g_thread_join (threads[i]);
      g_assert_cmphex (shares[i].seen, ==, 0xff0000);
    }
  qp_node_unref (&background->node);
}

/* the crop is in drawing units from the lower left corner: it moves and grows with the background */
static void
test_crop (void)
{
  static const QpPoint corners[] = { { 0, 0 }, { 75000000, 0 }, { 75000000, 25000000 }, { 0, 25000000 } };
  g_autoptr (GBytes) bytes = bytes_of (HALVES);
  g_autoptr (QpPlanLayer) layer = qp_plan_layer_load (bytes, QP_BACKGROUND_SVG, 1, NULL);
  QpBackground *background = background_new (bytes, QP_BACKGROUND_SVG, 1);
  g_autoptr (QpPoints) crop = qp_points_new (corners, G_N_ELEMENTS (corners));
  const QpValue value = qp_value_points (crop), x = qp_value_integer (10000000);
  double at[8];

  qp_node_init_value (&background->node, qp_kind_field (QP_KIND_BACKGROUND, "crop"), &value);
  qp_node_init_value (&background->node, qp_kind_field (QP_KIND_BACKGROUND, "x_m"), &x);
  cairo_surface_t *surface = paint (layer, background, QP_PLAN_LOOK_PLAIN, 0xffffff);
  g_assert_cmphex (pixel (surface, 40, 180), ==, 0xff0000);
  g_assert_cmphex (pixel (surface, 165, 180), ==, 0x0000ff);
  g_assert_cmphex (pixel (surface, 175, 180), ==, 0xffffff); /* right of it: (10 + 75) × 2 px */
  g_assert_cmphex (pixel (surface, 40, 140), ==, 0xffffff);  /* above it */
  cairo_surface_destroy (surface);
  qp_plan_layer_corners (layer, background, at);
  g_assert_cmpfloat_with_epsilon (at[4], 85, 1e-9);
  g_assert_cmpfloat_with_epsilon (at[3], 25, 1e-9);
  qp_node_unref (&background->node);
}

static void
on_arrived (gpointer data)
{
  ++*(guint *) data;
}

/* who can't wait is told to come back, and told when to */
static void
test_aside (void)
{
  g_autoptr (QpPlanLayers) layers = qp_plan_layers_new (1);
  guint n_arrived = 0;

  qp_plan_layers_set_arrived (layers, on_arrived, &n_arrived);
  cairo_surface_t *picture = stripes (3000, 2000);
  g_autoptr (GBytes) large = png_of (picture), small = bytes_of (HALVES);
  cairo_surface_destroy (picture);
  QpBackground *slow = background_new (large, QP_BACKGROUND_PNG, 1),
               *quick = background_new (small, QP_BACKGROUND_SVG, 1);
  g_autoptr (GError) error = NULL;
  g_assert_null (qp_plan_layers_get (layers, slow, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PENDING);
  g_assert_false (qp_plan_layers_is_idle (layers));
  g_assert_null (qp_plan_layers_get (layers, quick, NULL)); /* both at once */
  while (n_arrived < 2)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (qp_plan_layers_is_idle (layers));
  /* neither was dropped for the other, however little memory they should take: both are in view */
  g_autoptr (QpPlanLayer) first = qp_plan_layers_peek (layers, slow), second = qp_plan_layers_peek (layers, quick);
  g_assert_true (first != NULL && second != NULL);
  qp_plan_layers_set_arrived (layers, NULL, NULL);
  qp_node_unref (&slow->node);
  qp_node_unref (&quick->node);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plans/svg-size", test_svg_size);
  g_test_add_func ("/plans/place", test_place);
  g_test_add_func ("/plans/unknown-scale", test_unknown_scale);
  g_test_add_func ("/plans/look", test_look);
  g_test_add_func ("/plans/grey", test_grey);
  g_test_add_func ("/plans/png", test_png);
  g_test_add_func ("/plans/reduced", test_reduced);
  g_test_add_func ("/plans/refused", test_refused);
  g_test_add_func ("/plans/no-files", test_no_files);
  g_test_add_func ("/plans/cache", test_cache);
  g_test_add_func ("/plans/cache-limit", test_cache_limit);
  g_test_add_func ("/plans/threads", test_threads);
  g_test_add_func ("/plans/crop", test_crop);
  g_test_add_func ("/plans/aside", test_aside);
  return g_test_run ();
}
