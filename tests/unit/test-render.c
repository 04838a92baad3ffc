/* test-render.c: the painters, by properties of what they paint; no display needed
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-error.h"
#include "exchange/qp-drawing.h"
#include "interact/qp-decoration.h"
#include "plans/qp-plan-layer.h"
#include "render/qp-figures.h"
#include "render/qp-paint-city.h"
#include "render/qp-paint-decorations.h"
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

/* -- documents by hand -- */

static void
set (QpNode *node, const char *name, const char *text)
{
  const QpField *field = qp_kind_field (node->kind, name);
  g_auto (QpValue) value = { 0 };

  g_assert_nonnull (field);
  g_assert_cmpint (qp_field_parse (field, text, &value), ==, QP_FIELD_FINE);
  qp_node_init_value (node, field, &value);
}

/* pairs of field and text up to NULL */
static QpNode *
make (QpKind kind, ...)
{
  QpNode *node = qp_node_new (kind, qp_id_new ());
  va_list args;

  va_start (args, kind);
  for (const char *name; (name = va_arg (args, const char *)) != NULL;)
    set (node, name, va_arg (args, const char *));
  va_end (args);
  return node;
}

static QpNode *
with_children (QpNode *node, QpNode *const *children, guint n)
{
  g_autoptr (QpNodeList) list = qp_node_list_new (children, n);

  qp_node_init_children (node, list);
  for (guint i = 0; i < n; i++)
    qp_node_unref (children[i]);
  return node;
}

static QpNode *
make_screen (const char *name, const char *x, const char *y, const char *facing, const char *columns)
{
  return make (QP_KIND_SCREEN, "name", name, "x_m", x, "y_m", y, "facing_deg", facing, "columns", columns, "rows", "6",
               "cabinet_width_mm", "1000", "cabinet_height_mm", "1000", "cabinet_px_w", "160", "cabinet_px_h", "160",
               "bottom_height_m", "5", NULL);
}

static QpNode *
make_plan (void)
{
  QpNode *children[] = {
    make (QP_KIND_OBSTACLE, "name", "Store", "top_height_m", "38", "outline", "10,60 40,60 40,90 10,90", NULL),
    make (QP_KIND_OBSTACLE, "name", "Hotel", "top_height_m", "62", "outline", "60,60 95,60 95,95 60,95", NULL),
    make (QP_KIND_AUDIENCE, "name", "Square", "people_day_per_h", "4200", "outline", "20,10 60,10 60,40 20,40", NULL),
    make (QP_KIND_RECEPTOR, "name", "Homes", "outline", "80,10 80,40", NULL),
    make (QP_KIND_DIMENSION, "outline", "10,5 60,5", NULL),
    make (QP_KIND_NOTE, "text", "Kiosk", "x_m", "70", "y_m", "50", NULL),
    make_screen ("South face", "25", "59", "180", "12"),
    make_screen ("East face", "41", "75", "90", "10"),
  };

  return with_children (make (QP_KIND_PLAN, "name", "Street", NULL), children, G_N_ELEMENTS (children));
}

typedef struct
{
  QpNode *plan;
  QpScene *scene;
  QpViewport viewport;
  QpPlanStyle style;
} Fixture;

/* metres 0…100 on 800 pixels */
static void
fixture_init (Fixture *self, QpNode *plan, QpTheme theme)
{
  self->plan = plan;
  self->scene = qp_scene_new ();
  qp_scene_update (self->scene, plan, NULL, NULL);
  qp_viewport_init (&self->viewport, 800, 800, 1);
  self->viewport.center = qp_vec (50, 50);
  self->viewport.scale = 8;
  qp_plan_style_init (&self->style, theme, QP_TEXT_PX);
}

static void
fixture_clear (Fixture *self)
{
  qp_scene_free (self->scene);
  qp_node_unref (self->plan);
}

static cairo_surface_t *
canvas_new (int width, int height)
{
  return cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
}

static guint32
pixel (cairo_surface_t *surface, double x, double y)
{
  cairo_surface_flush (surface);
  g_assert_true (x >= 0 && y >= 0 && x < cairo_image_surface_get_width (surface)
                 && y < cairo_image_surface_get_height (surface));
  return ((const guint32 *) (cairo_image_surface_get_data (surface)
                             + (int) y * cairo_image_surface_get_stride (surface)))[(int) x]
         & 0xffffff;
}

static guint32
rgb (QpColour colour)
{
  return (guint32) round (colour.red * 255) << 16 | (guint32) round (colour.green * 255) << 8
         | (guint32) round (colour.blue * 255);
}

static guint
count_pixels (cairo_surface_t *surface, guint32 colour)
{
  guint n = 0;

  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    for (int x = 0; x < cairo_image_surface_get_width (surface); x++)
      n += pixel (surface, x, y) == colour;
  return n;
}

static cairo_surface_t *
paint_parts (Fixture *fixture, const QpViewport *viewport, QpPaintParts parts)
{
  cairo_surface_t *surface = canvas_new ((int) viewport->width, (int) viewport->height);
  cairo_t *cr = cairo_create (surface);

  qp_paint_plan (cr, viewport, fixture->scene, NULL, &fixture->style, parts);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  return surface;
}

/* -- screens -- */

static void
test_face_side (void)
{
  Fixture fixture;
  fixture_init (&fixture, make_plan (), QP_THEME_LIGHT);
  cairo_surface_t *surface = paint_parts (&fixture, &fixture.viewport, QP_PAINT_PAPER | QP_PAINT_SCREENS);
  const guint32 face = rgb (fixture.style.face), back = rgb (fixture.style.back);

  /* faces south at 25,59: bright below, dark above */
  const QpVec south = qp_viewport_to_px (&fixture.viewport, qp_vec (25, 59));
  g_assert_cmphex (pixel (surface, south.x, south.y + 2), ==, face);
  g_assert_cmphex (pixel (surface, south.x, south.y - 2), ==, back);
  /* faces east at 41,75: bright to the right, dark to the left */
  const QpVec east = qp_viewport_to_px (&fixture.viewport, qp_vec (41, 75));
  g_assert_cmphex (pixel (surface, east.x + 2, east.y), ==, face);
  g_assert_cmphex (pixel (surface, east.x - 3, east.y), ==, back);
  /* as long as its cabinets: 12 m, and no longer */
  g_assert_cmphex (pixel (surface, south.x - 47, south.y + 2), ==, face);
  g_assert_cmphex (pixel (surface, south.x + 47, south.y + 2), ==, face);
  g_assert_cmphex (pixel (surface, south.x + 49, south.y + 2), ==, rgb (fixture.style.paper));
  cairo_surface_destroy (surface);
  fixture_clear (&fixture);
}

static void
test_retired (void)
{
  QpNode *screen = make_screen ("Old", "50", "50", "180", "20");
  set (screen, "status", "retired");
  Fixture fixture;
  fixture_init (&fixture, with_children (make (QP_KIND_PLAN, NULL), &screen, 1), QP_THEME_LIGHT);
  cairo_surface_t *surface = paint_parts (&fixture, &fixture.viewport, QP_PAINT_TILES);

  g_assert_cmpuint (count_pixels (surface, rgb (fixture.style.face)), ==, 0);
  g_assert_cmpuint (count_pixels (surface, rgb (fixture.style.face_idle)), >, 100);
  cairo_surface_destroy (surface);
  fixture_clear (&fixture);
}

static void
test_detail_by_zoom (void)
{
  Fixture fixture;
  fixture_init (&fixture, make_plan (), QP_THEME_LIGHT);

  /* 12 m in 4 pixels: the face alone; in 1 pixel: a dot; both are still seen */
  for (guint i = 0; i < 2; i++)
    {
      fixture.viewport.scale = i == 0 ? 4 / 12.0 : 1 / 12.0;
      cairo_surface_t *surface = paint_parts (&fixture, &fixture.viewport, QP_PAINT_PAPER | QP_PAINT_SCREENS);
      g_assert_cmpuint (count_pixels (surface, rgb (fixture.style.back)), ==, 0);
      g_assert_cmpuint (count_pixels (surface, rgb (fixture.style.paper)), <, 800 * 800);
      cairo_surface_destroy (surface);
    }
  fixture_clear (&fixture);
}

static void
test_sizeless (void)
{
  QpNode *screen = make (QP_KIND_SCREEN, "name", "Somewhere", "x_m", "50", "y_m", "50", NULL);
  Fixture fixture;
  fixture_init (&fixture, with_children (make (QP_KIND_PLAN, NULL), &screen, 1), QP_THEME_LIGHT);
  cairo_surface_t *surface = paint_parts (&fixture, &fixture.viewport, QP_PAINT_PAPER | QP_PAINT_SCREENS);
  g_autoptr (QpLabels) labels = qp_plan_labels_new (&fixture.viewport, fixture.scene, &fixture.style, QP_ID_NONE, NULL);

  g_assert_cmpuint (count_pixels (surface, rgb (fixture.style.paper)), <, 800 * 800 - 20);
  g_assert_cmpuint (qp_labels_shown (labels), ==, 1);
  cairo_surface_destroy (surface);
  fixture_clear (&fixture);
}

/* -- plan -- */

static void
test_tiles (void)
{
  Fixture fixture;
  fixture_init (&fixture, make_plan (), QP_THEME_LIGHT);
  cairo_surface_t *whole = paint_parts (&fixture, &fixture.viewport, QP_PAINT_TILES);
  guint off = 0, inked = 0;

  for (int row = 0; row < 2; row++)
    for (int column = 0; column < 2; column++)
      {
        QpViewport tile;
        qp_viewport_init (&tile, 400, 400, 1);
        tile.scale = fixture.viewport.scale;
        tile.center = qp_viewport_to_plan (&fixture.viewport, qp_vec (column * 400 + 200, row * 400 + 200));
        cairo_surface_t *part = paint_parts (&fixture, &tile, QP_PAINT_TILES);
        for (int y = 0; y < 400; y++)
          for (int x = 0; x < 400; x++)
            {
              const guint32 p = pixel (part, x, y), q = pixel (whole, column * 400 + x, row * 400 + y);
              inked += q != rgb (fixture.style.paper);
              for (int shift = 0; shift < 24; shift += 8)
                off += abs ((int) (p >> shift & 255) - (int) (q >> shift & 255)) > 6;
            }
        cairo_surface_destroy (part);
      }
  g_assert_cmpuint (inked, >, 50000);
  g_assert_cmpuint (off, <, 40);
  cairo_surface_destroy (whole);
  fixture_clear (&fixture);
}

static void
test_clip (void)
{
  Fixture fixture;
  fixture_init (&fixture, make_plan (), QP_THEME_LIGHT);
  cairo_surface_t *whole = paint_parts (&fixture, &fixture.viewport, QP_PAINT_TILES);
  cairo_surface_t *partly = paint_parts (&fixture, &fixture.viewport, QP_PAINT_TILES);
  cairo_t *cr = cairo_create (partly);

  /* painting a dirty rectangle again changes nothing */
  cairo_rectangle (cr, 150, 300, 200, 50);
  cairo_clip (cr);
  qp_paint_plan (cr, &fixture.viewport, fixture.scene, NULL, &fixture.style, QP_PAINT_TILES);
  cairo_destroy (cr);
  for (int y = 0; y < 800; y++)
    for (int x = 0; x < 800; x++)
      g_assert_cmphex (pixel (partly, x, y), ==, pixel (whole, x, y));
  cairo_surface_destroy (whole);
  cairo_surface_destroy (partly);
  fixture_clear (&fixture);
}

static void
test_themes (void)
{
  Fixture light, dark;
  fixture_init (&light, make_plan (), QP_THEME_LIGHT);
  fixture_init (&dark, make_plan (), QP_THEME_DARK);
  cairo_surface_t *day = paint_parts (&light, &light.viewport, QP_PAINT_TILES);
  cairo_surface_t *night = paint_parts (&dark, &dark.viewport, QP_PAINT_TILES);

  g_assert_cmpuint (pixel (day, 790, 640) & 255, >, 200);
  g_assert_cmpuint (pixel (night, 790, 640) & 255, <, 80);
  /* a mass is a mass in both */
  const QpVec store = qp_viewport_to_px (&light.viewport, qp_vec (20, 80));
  g_assert_cmphex (pixel (day, store.x, store.y), ==, rgb (light.style.mass));
  g_assert_cmphex (pixel (night, store.x, store.y), ==, rgb (dark.style.mass));
  cairo_surface_destroy (day);
  cairo_surface_destroy (night);
  fixture_clear (&light);
  fixture_clear (&dark);
}

/* cairo's numbers end at eight million pixels */
static void
test_extreme_zoom (void)
{
  Fixture fixture;
  fixture_init (&fixture, make_plan (), QP_THEME_LIGHT);

  fixture.viewport.scale = QP_VIEWPORT_MAX_SCALE;
  fixture.viewport.center = qp_vec (25, 75); /* within the store */
  cairo_surface_t *surface
      = paint_parts (&fixture, &fixture.viewport, QP_PAINT_PAPER | QP_PAINT_AREAS | QP_PAINT_SCREENS);
  g_assert_cmpuint (count_pixels (surface, rgb (fixture.style.mass)), ==, 800 * 800);
  cairo_surface_destroy (surface);

  fixture.viewport.center = qp_vec (25, 59); /* on the face: all bright below it, all dark above */
  surface = paint_parts (&fixture, &fixture.viewport, QP_PAINT_PAPER | QP_PAINT_SCREENS);
  for (int x = 0; x < 800; x += 50)
    {
      g_assert_cmphex (pixel (surface, x, 402), ==, rgb (fixture.style.face));
      g_assert_cmphex (pixel (surface, x, 397), ==, rgb (fixture.style.back));
    }
  cairo_surface_destroy (surface);
  fixture_clear (&fixture);
}

static void
test_refusal (void)
{
  QpNode *background = make (QP_KIND_BACKGROUND, "name", "Site plan", "format", "pdf", "x_m", "10", "y_m", "10", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("%PDF-1.5", 8);
  const QpValue data = { .storage = QP_STORAGE_BYTES, .bytes = bytes };
  qp_node_init_value (background, qp_kind_field (QP_KIND_BACKGROUND, "data"), &data);
  Fixture fixture;
  fixture_init (&fixture, with_children (make (QP_KIND_PLAN, NULL), &background, 1), QP_THEME_LIGHT);
  g_autoptr (QpPlanLayers) layers = qp_plan_layers_new (1 << 20);
  cairo_surface_t *surface = canvas_new (800, 800);
  cairo_t *cr = cairo_create (surface);

  /* what can't be shown is told on the plan, not left out in silence */
  qp_paint_plan (cr, &fixture.viewport, fixture.scene, layers, &fixture.style, QP_PAINT_PAPER | QP_PAINT_BACKGROUNDS);
  cairo_destroy (cr);
  g_assert_cmpuint (count_pixels (surface, rgb (fixture.style.paper)), <, 800 * 800 - 300);
  cairo_surface_destroy (surface);
  fixture_clear (&fixture);
}

/* -- labels -- */

static gboolean
has_label (const QpLabels *labels, const char *text)
{
  for (guint i = 0; i < qp_labels_shown (labels); i++)
    if (strstr (qp_labels_text (labels, i), text) != NULL)
      return TRUE;
  return FALSE;
}

static void
assert_apart (const QpLabels *labels)
{
  for (guint i = 0; i < qp_labels_shown (labels); i++)
    for (guint k = i + 1; k < qp_labels_shown (labels); k++)
      if (qp_box_touches (qp_labels_box (labels, i), qp_labels_box (labels, k)))
        g_error ("“%s” and “%s” overlap", qp_labels_text (labels, i), qp_labels_text (labels, k));
}

static void
test_labels (void)
{
  Fixture fixture;
  fixture_init (&fixture, make_plan (), QP_THEME_LIGHT);
  static const char *const expected[]
      = { "Store", "Hotel", "Square", "Homes", "Kiosk", "South face", "East face", "50.0 m" };
  g_autoptr (QpLabels) labels = qp_plan_labels_new (&fixture.viewport, fixture.scene, &fixture.style, QP_ID_NONE, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    if (!has_label (labels, expected[i]))
      g_error ("no label “%s”", expected[i]);
  assert_apart (labels);

  /* far away they go; none is made smaller */
  fixture.viewport.scale = 0.3;
  g_autoptr (QpLabels) far = qp_plan_labels_new (&fixture.viewport, fixture.scene, &fixture.style, QP_ID_NONE, NULL);
  g_assert_false (has_label (far, "Store"));
  g_assert_false (has_label (far, "50.0 m"));
  fixture_clear (&fixture);
}

static QpNode *
make_crowd (guint n)
{
  g_autofree QpNode **children = g_new (QpNode *, n);
  const guint side = (guint) ceil (sqrt (n));

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("Screen %u", i);
      g_autofree char *x = g_strdup_printf ("%u", i % side * 5);
      g_autofree char *y = g_strdup_printf ("%u", i / side * 5);
      g_autofree char *facing = g_strdup_printf ("%u", i * 37 % 360);
      children[i] = make_screen (name, x, y, facing, "3");
    }
  return with_children (make (QP_KIND_PLAN, NULL), children, n);
}

static void
test_crowd (void)
{
  Fixture fixture;
  fixture_init (&fixture, make_crowd (2500), QP_THEME_LIGHT);
  fixture.viewport.center = qp_vec (125, 125);
  for (double scale = 1; scale < 100; scale *= 3)
    {
      fixture.viewport.scale = scale;
      g_autoptr (QpLabels) labels
          = qp_plan_labels_new (&fixture.viewport, fixture.scene, &fixture.style, QP_ID_NONE, NULL);
      assert_apart (labels);
      g_assert_cmpuint (qp_labels_shown (labels), <=, 300);
      if (scale < 5)
        g_assert_cmpuint (qp_labels_shown (labels), ==, 0);
      else if (scale > 20)
        g_assert_cmpuint (qp_labels_shown (labels), >, 3);
    }
  fixture_clear (&fixture);
}

static void
test_label_priority (void)
{
  QpPlanStyle style;
  qp_plan_style_init (&style, QP_THEME_LIGHT, QP_TEXT_PX);
  g_autoptr (QpLabels) labels = qp_labels_new (&style);
  QpLabel *label = qp_labels_add (labels, g_strdup ("quiet"), NULL, 1);
  qp_label_add_place (label, qp_vec (100, 100), QP_ALIGN_MIDDLE, QP_ALIGN_MIDDLE);
  label = qp_labels_add (labels, g_strdup ("loud"), g_strdup ("detail"), 9);
  qp_label_add_place (label, qp_vec (100, 100), QP_ALIGN_MIDDLE, QP_ALIGN_MIDDLE);
  label = qp_labels_add (labels, g_strdup ("outside"), NULL, 9);
  qp_label_add_place (label, qp_vec (199, 10), QP_ALIGN_START, QP_ALIGN_START);
  label = qp_labels_add (labels, g_strdup ("blocked"), NULL, 9);
  qp_label_add_place (label, qp_vec (20, 180), QP_ALIGN_START, QP_ALIGN_START);
  label = qp_labels_add (labels, g_strdup ("second place"), NULL, 9);
  qp_label_add_place (label, qp_vec (20, 180), QP_ALIGN_START, QP_ALIGN_START);
  qp_label_add_place (label, qp_vec (20, 30), QP_ALIGN_START, QP_ALIGN_START);
  qp_labels_block_line (labels, qp_vec (10, 190), qp_vec (60, 185), 3);
  qp_labels_place (labels, (QpBox){ 0, 0, 200, 200 }, 100);

  g_assert_true (has_label (labels, "loud"));
  g_assert_false (has_label (labels, "quiet"));
  g_assert_false (has_label (labels, "outside"));
  g_assert_false (has_label (labels, "blocked"));
  g_assert_true (has_label (labels, "second place"));
}

/* the largest text size, and Chinese: still apart, and larger */
static void
test_label_sizes (void)
{
  QpPlanStyle small, large;
  qp_plan_style_init (&small, QP_THEME_LIGHT, QP_TEXT_PX);
  qp_plan_style_init (&large, QP_THEME_LIGHT, 2 * QP_TEXT_PX);
  g_autoptr (QpText) one = qp_text_new (&small);
  g_autoptr (QpText) two = qp_text_new (&large);

  g_assert_cmpfloat (qp_text_width (two, "北京路 8K", QP_TEXT_PLAIN), >,
                     1.8 * qp_text_width (one, "北京路 8K", QP_TEXT_PLAIN));
  /* figures are tabular: a number does not jump about when it changes */
  g_assert_cmpfloat_with_epsilon (qp_text_width (one, "111.1", QP_TEXT_PLAIN),
                                  qp_text_width (one, "888.8", QP_TEXT_PLAIN), 0.01);
  /* what is no UTF-8 does no harm */
  g_assert_cmpfloat (qp_text_width (one, "\xff\xfe", QP_TEXT_PLAIN), >, 0);
}

/* -- viewing -- */

static void
test_viewing (void)
{
  Fixture fixture;
  fixture_init (&fixture, make_plan (), QP_THEME_LIGHT);
  GPtrArray *items = qp_scene_items (fixture.scene);
  const QpItem *south = NULL;
  for (guint i = 0; i < items->len; i++)
    if (g_strcmp0 (qp_node_name (((const QpItem *) g_ptr_array_index (items, i))->node), "South face") == 0)
      south = g_ptr_array_index (items, i);
  g_assert_nonnull (south);
  QpViewing viewing;
  qp_viewing_init (&viewing, south);
  viewing.angle_deg = 120;
  qp_viewing_add (&viewing, 20, "nearest (GB 50464)", FALSE);
  qp_viewing_add (&viewing, NAN, "not known", FALSE);
  g_assert_cmpuint (viewing.n_distances, ==, 1);

  cairo_surface_t *surface = canvas_new (800, 800);
  cairo_t *cr = cairo_create (surface);
  qp_set_colour (cr, fixture.style.paper);
  cairo_paint (cr);
  qp_paint_viewing (cr, &fixture.viewport, &viewing, &fixture.style);
  cairo_destroy (cr);
  /* before the face there is light, behind it none; 20 m before the middle runs the arc */
  const QpVec at = qp_viewport_to_px (&fixture.viewport, qp_vec (25, 59));
  g_assert_cmphex (pixel (surface, at.x, at.y + 60), !=, rgb (fixture.style.paper));
  g_assert_cmphex (pixel (surface, at.x, at.y - 20), ==, rgb (fixture.style.paper));
  const guint32 inside = pixel (surface, at.x, at.y + 150);
  gboolean arc = FALSE;
  for (int dy = 158; dy <= 162; dy++)
    arc |= pixel (surface, at.x, at.y + dy) != inside && (pixel (surface, at.x, at.y + dy) & 255) < 180;
  g_assert_true (arc);
  /* to the side of a cone of 120° it is dark: 10 m aside of the end and 1 m before the face */
  g_assert_cmphex (pixel (surface, at.x + (6 + 10) * 8, at.y + 8), ==, rgb (fixture.style.paper));
  g_autoptr (QpLabels) labels
      = qp_plan_labels_new (&fixture.viewport, fixture.scene, &fixture.style, south->node->id, &viewing);
  g_assert_true (has_label (labels, "20.0 m  nearest (GB 50464)"));
  assert_apart (labels);
  cairo_surface_destroy (surface);
  fixture_clear (&fixture);
}

/* -- decorations -- */

static void
test_decorations (void)
{
  Fixture fixture;
  fixture_init (&fixture, make_plan (), QP_THEME_LIGHT);
  guint widths[2];

  /* handles keep their size at every zoom */
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GPtrArray) list = qp_decorations_new ();
      QpDecoration *handle = qp_decorations_add (list, QP_DECORATION_HANDLE, qp_vec (50, 50), qp_vec (50, 50));
      handle->part = QP_PART_LEFT;
      fixture.viewport.scale = i == 0 ? 1 : 500;
      cairo_surface_t *surface = canvas_new (800, 800);
      cairo_t *cr = cairo_create (surface);
      qp_paint_decorations (cr, &fixture.viewport, list, &fixture.style);
      cairo_destroy (cr);
      widths[i] = 800 * 800 - count_pixels (surface, 0);
      cairo_surface_destroy (surface);
    }
  g_assert_cmpuint (widths[0], >, 50);
  g_assert_cmpuint (widths[0], <, 250);
  g_assert_cmpuint (widths[0], ==, widths[1]);
  fixture_clear (&fixture);
}

static void
test_every_decoration (void)
{
  Fixture fixture;
  fixture_init (&fixture, make_plan (), QP_THEME_LIGHT);
  GPtrArray *items = qp_scene_items (fixture.scene);

  for (guint type = QP_DECORATION_GUIDE; type <= QP_DECORATION_CROSS; type++)
    {
      g_autoptr (GPtrArray) list = qp_decorations_new ();
      QpDecoration *one = qp_decorations_add_text (list, type, qp_vec (30, 30), qp_vec (60, 45), g_strdup ("27.4 m"));
      one->depth = NAN;
      one->item = g_ptr_array_index (items, 0);
      cairo_surface_t *surface = canvas_new (800, 800);
      cairo_t *cr = cairo_create (surface);
      qp_paint_decorations (cr, &fixture.viewport, list, &fixture.style);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_destroy (cr);
      if (count_pixels (surface, 0) == 800 * 800)
        g_error ("decoration %u leaves nothing", type);
      cairo_surface_destroy (surface);
    }
  fixture_clear (&fixture);
}

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
  cairo_surface_t *surface = canvas_new (400, 60);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  /* at 8 px a metre 150 px hold 10 m: a bar of 80 px */
  qp_paint_scale_bar (cr, 20.5, 40.5, 150, 8, 0, &style);
  cairo_destroy (cr);
  int last = 0;
  for (int x = 0; x < 150; x++)
    if ((pixel (surface, x, 40) & 255) < 128)
      last = x;
  g_assert_cmpint (abs (last - 100), <=, 1);
  cairo_surface_destroy (surface);
}

static void
test_trust (void)
{
  QpNode *children[3] = {
    make (QP_KIND_BACKGROUND, "metres_per_unit", "0.1", "scale_basis", "calibrated", "calibration_length_m", "60",
          NULL),
    make (QP_KIND_BACKGROUND, "metres_per_unit", "0.1", "scale_basis", "calibrated", "schematic", "yes", "visible",
          "no", NULL),
  };
  QpNode *plan = with_children (make (QP_KIND_PLAN, NULL), children, 2);
  g_autofree char *words = qp_trust_sentence (plan);

  g_assert_cmpint (qp_plan_trust (plan), ==, QP_TRUST_CALIBRATED);
  g_assert_nonnull (strstr (words, "60.00 m"));
  qp_node_unref (plan);

  children[0] = make (QP_KIND_BACKGROUND, "metres_per_unit", "0.1", "scale_basis", "calibrated", NULL);
  children[1] = make (QP_KIND_BACKGROUND, "metres_per_unit", "0.1", "scale_basis", "guessed", NULL);
  children[2] = make (QP_KIND_BACKGROUND, "scale_basis", "calibrated", NULL);
  plan = with_children (make (QP_KIND_PLAN, NULL), children, 3);
  g_assert_cmpint (qp_plan_trust (plan), ==, QP_TRUST_NOT_TO_SCALE);
  qp_node_unref (plan);
}

/* -- elevation -- */

static cairo_surface_t *
paint_elevation (QpNode *screen, double width, double height, QpPlanStyle *style)
{
  cairo_surface_t *surface = canvas_new ((int) width, (int) height);
  cairo_t *cr = cairo_create (surface);
  g_auto (QpElevation) elevation = { 0 };

  qp_plan_style_init (style, QP_THEME_LIGHT, QP_TEXT_PX);
  qp_elevation_init (&elevation, (const QpScreen *) screen, NULL);
  qp_paint_elevation (cr, width, height, 0, &elevation, style);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  return surface;
}

static void
test_elevation (void)
{
  g_autoptr (QpNode) screen = make_screen ("South face", "0", "0", "180", "12");
  g_auto (QpElevation) elevation = { 0 };
  QpPlanStyle style;
  cairo_surface_t *surface = paint_elevation (screen, 900, 700, &style);

  qp_elevation_init (&elevation, (const QpScreen *) screen, NULL);
  g_assert_true (qp_elevation_has_size (&elevation));
  const QpBox bounds = qp_elevation_bounds (&elevation);
  g_assert_cmpfloat_with_epsilon (bounds.y1, 11, 1e-9);
  g_assert_cmpfloat (bounds.y0, ==, 0);
  /* the middle of the sheet is on the face: blue */
  const guint32 middle = pixel (surface, 430, 230);
  g_assert_cmpuint (middle & 255, >, (middle >> 16 & 255) + 60);
  cairo_surface_destroy (surface);

  /* a cabinet that is not there shows the paper */
  set (screen, "missing_cells", "1,1 12,6");
  cairo_surface_t *holed = canvas_new (400, 300);
  cairo_t *cr = cairo_create (holed);
  qp_elevation_clear (&elevation);
  qp_elevation_init (&elevation, (const QpScreen *) screen, NULL);
  qp_set_colour (cr, style.paper);
  cairo_paint (cr);
  qp_paint_elevation_at (cr, 60, 270, 20, &elevation, &style);
  cairo_destroy (cr);
  g_assert_cmphex (pixel (holed, 70, 60), ==, rgb (style.paper));
  g_assert_cmphex (pixel (holed, 90, 60), !=, rgb (style.paper));
  g_assert_cmphex (pixel (holed, 60 + 230, 50 + 110), ==, rgb (style.paper));
  cairo_surface_destroy (holed);
}

static void
test_elevation_unknown (void)
{
  g_autoptr (QpNode) screen = make (QP_KIND_SCREEN, "name", "Unknown", "columns", "4", "rows", "3", NULL);
  g_auto (QpElevation) elevation = { 0 };
  QpPlanStyle style;
  cairo_surface_t *surface = paint_elevation (screen, 600, 400, &style);

  qp_elevation_init (&elevation, (const QpScreen *) screen, NULL);
  g_assert_false (qp_elevation_has_size (&elevation));
  /* words, and no face of any size */
  g_assert_cmpuint (count_pixels (surface, rgb (style.paper)), <, 600 * 400 - 200);
  g_assert_cmpuint (count_pixels (surface, rgb (style.face)), ==, 0);
  cairo_surface_destroy (surface);
}

static void
test_elevation_many (void)
{
  g_autoptr (QpNode) screen = make_screen ("Huge", "0", "0", "180", "20000");
  QpPlanStyle style;

  set (screen, "rows", "20000");
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
    make (QP_KIND_SITE, "name", "Beijing Road", "city", "Guangzhou", "latitude_deg", "23.12", "longitude_deg", "113.27",
          NULL),
    make (QP_KIND_SITE, "name", "Galaxy", "city", "Shenzhen", "latitude_deg", "22.54", "longitude_deg", "114.06", NULL),
    make (QP_KIND_SITE, "name", "Nowhere", NULL),
  };
  g_autoptr (QpNode) project = with_children (make (QP_KIND_PROJECT, "title", "City", NULL), sites, 3);
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
  cairo_surface_t *surface = canvas_new (800, 600);
  cairo_t *cr = cairo_create (surface);
  qp_paint_city (cr, &viewport, entries, 3, entries[0].id, &style);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  /* the selected one is ringed */
  g_assert_cmpuint (count_pixels (surface, rgb (style.accent)), >, 20);
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
        run = pixel (surface, x, y) == colour ? run + 1 : 0;
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
  cairo_surface_t *surface = canvas_new (600, height);
  cairo_t *cr = cairo_create (surface);

  qp_set_colour (cr, style.paper);
  cairo_paint (cr);
  qp_paint_bar_chart (cr, 0, 0, 600, &chart, &style);
  cairo_destroy (cr);
  const int split = height - (int) (2.4 * style.text_px) - (int) (1.9 * style.text_px + 6);
  const guint half = longest_run (surface, rgb (style.face), 0, split),
              whole = longest_run (surface, rgb (style.face), split, height);
  g_assert_cmpuint (half, >, 100);
  g_assert_cmpfloat_with_epsilon (whole / (double) half, 2, 0.05);
  cairo_surface_destroy (surface);
}

static void
test_figure_of_distances (void)
{
  g_autoptr (QpNode) screen = make_screen ("P6.25", "0", "0", "180", "12");
  const QpEngineContext context = { 0 };
  QpEstimate estimate;

  qp_estimate_screen (&estimate, (const QpScreen *) screen, &context);
  g_autoptr (QpFigure) figure = qp_figure_of_distances (&estimate);
  gboolean found = FALSE;
  for (guint i = 0; i < figure->chart.n_bars; i++)
    {
      /* 1380 × 6.25 mm */
      found |= fabs (figure->chart.bars[i].value - 8.625) < 1e-6;
      g_assert_nonnull (figure->chart.bars[i].detail);
    }
  g_assert_true (found);
}

/* -- drawings -- */

static QpNode *
make_project (QpId *plan_id, QpId *screen_id)
{
  QpNode *plan = make_plan ();
  QpNodeIter iter;

  *plan_id = plan->id;
  qp_node_iter_init (&iter, plan->children);
  *screen_id = qp_node_iter_next_of (&iter, QP_KIND_SCREEN)->id;
  QpNode *site = with_children (
      make (QP_KIND_SITE, "name", "Beijing Road", "latitude_deg", "23.1", "longitude_deg", "113.3", NULL), &plan, 1);
  return with_children (make (QP_KIND_PROJECT, "title", "Guangdong", NULL), &site, 1);
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
  g_test_add_func ("/render/face-side", test_face_side);
  g_test_add_func ("/render/retired", test_retired);
  g_test_add_func ("/render/detail-by-zoom", test_detail_by_zoom);
  g_test_add_func ("/render/sizeless", test_sizeless);
  g_test_add_func ("/render/tiles", test_tiles);
  g_test_add_func ("/render/clip", test_clip);
  g_test_add_func ("/render/themes", test_themes);
  g_test_add_func ("/render/extreme-zoom", test_extreme_zoom);
  g_test_add_func ("/render/refusal", test_refusal);
  g_test_add_func ("/render/labels", test_labels);
  g_test_add_func ("/render/crowd", test_crowd);
  g_test_add_func ("/render/label-priority", test_label_priority);
  g_test_add_func ("/render/label-sizes", test_label_sizes);
  g_test_add_func ("/render/viewing", test_viewing);
  g_test_add_func ("/render/decorations", test_decorations);
  g_test_add_func ("/render/every-decoration", test_every_decoration);
  g_test_add_func ("/render/lengths", test_lengths);
  g_test_add_func ("/render/scale-bar", test_scale_bar);
  g_test_add_func ("/render/trust", test_trust);
  g_test_add_func ("/render/elevation", test_elevation);
  g_test_add_func ("/render/elevation-unknown", test_elevation_unknown);
  g_test_add_func ("/render/elevation-many", test_elevation_many);
  g_test_add_func ("/render/city", test_city);
  g_test_add_func ("/render/chart", test_chart);
  g_test_add_func ("/render/chart-bars", test_chart_bars);
  g_test_add_func ("/render/figure-of-distances", test_figure_of_distances);
  g_test_add_func ("/render/drawings", test_drawings);
  g_test_add_func ("/render/drawing-scale", test_drawing_scale);
  g_test_add_func ("/render/drawing-errors", test_drawing_errors);
  return g_test_run ();
}
