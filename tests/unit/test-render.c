/* test-render.c: the painter of plans, by properties of what it paints; no display needed
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "interact/qp-decoration.h"
#include "paint-help.h"
#include "render/qp-paint-decorations.h"
#include "render/qp-paint-plan.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* -- screens -- */

static void
test_face_side (void)
{
  QpFixture fixture;
  qp_fixture_init (&fixture, qp_paint_make_plan (), QP_THEME_LIGHT);
  cairo_surface_t *surface = qp_paint_parts (&fixture, &fixture.viewport, QP_PAINT_PAPER | QP_PAINT_SCREENS);
  const guint32 face = qp_rgb (fixture.style.face), back = qp_rgb (fixture.style.back);

  /* faces south at 25,59: bright below, dark above */
  const QpVec south = qp_viewport_to_px (&fixture.viewport, qp_vec (25, 59));
  g_assert_cmphex (qp_pixel (surface, south.x, south.y + 2), ==, face);
  g_assert_cmphex (qp_pixel (surface, south.x, south.y - 2), ==, back);
  /* faces east at 41,75: bright to the right, dark to the left */
  const QpVec east = qp_viewport_to_px (&fixture.viewport, qp_vec (41, 75));
  g_assert_cmphex (qp_pixel (surface, east.x + 2, east.y), ==, face);
  g_assert_cmphex (qp_pixel (surface, east.x - 3, east.y), ==, back);
  /* as long as its cabinets: 12 m, and no longer */
  g_assert_cmphex (qp_pixel (surface, south.x - 47, south.y + 2), ==, face);
  g_assert_cmphex (qp_pixel (surface, south.x + 47, south.y + 2), ==, face);
  g_assert_cmphex (qp_pixel (surface, south.x + 49, south.y + 2), ==, qp_rgb (fixture.style.paper));
  cairo_surface_destroy (surface);
  qp_fixture_clear (&fixture);
}

static void
test_retired (void)
{
  QpNode *screen = qp_paint_make_screen ("Old", "50", "50", "180", "20");
  qp_paint_set (screen, "status", "retired");
  QpFixture fixture;
  qp_fixture_init (&fixture, qp_paint_with_children (qp_paint_make (QP_KIND_PLAN, NULL), &screen, 1), QP_THEME_LIGHT);
  cairo_surface_t *surface = qp_paint_parts (&fixture, &fixture.viewport, QP_PAINT_TILES);

  g_assert_cmpuint (qp_count_pixels (surface, qp_rgb (fixture.style.face)), ==, 0);
  g_assert_cmpuint (qp_count_pixels (surface, qp_rgb (fixture.style.face_idle)), >, 100);
  cairo_surface_destroy (surface);
  qp_fixture_clear (&fixture);
}

static void
test_detail_by_zoom (void)
{
  QpFixture fixture;
  qp_fixture_init (&fixture, qp_paint_make_plan (), QP_THEME_LIGHT);

  /* 12 m in 4 pixels: the face alone; in 1 pixel: a dot; both are still seen */
  for (guint i = 0; i < 2; i++)
    {
      fixture.viewport.scale = i == 0 ? 4 / 12.0 : 1 / 12.0;
      cairo_surface_t *surface = qp_paint_parts (&fixture, &fixture.viewport, QP_PAINT_PAPER | QP_PAINT_SCREENS);
      g_assert_cmpuint (qp_count_pixels (surface, qp_rgb (fixture.style.back)), ==, 0);
      g_assert_cmpuint (qp_count_pixels (surface, qp_rgb (fixture.style.paper)), <, 800 * 800);
      cairo_surface_destroy (surface);
    }
  qp_fixture_clear (&fixture);
}

static void
test_sizeless (void)
{
  QpNode *screen = qp_paint_make (QP_KIND_SCREEN, "name", "Somewhere", "x_m", "50", "y_m", "50", NULL);
  QpFixture fixture;
  qp_fixture_init (&fixture, qp_paint_with_children (qp_paint_make (QP_KIND_PLAN, NULL), &screen, 1), QP_THEME_LIGHT);
  cairo_surface_t *surface = qp_paint_parts (&fixture, &fixture.viewport, QP_PAINT_PAPER | QP_PAINT_SCREENS);
  g_autoptr (QpLabels) labels = qp_plan_labels_new (&fixture.viewport, fixture.scene, &fixture.style, QP_ID_NONE, NULL, NULL);

  g_assert_cmpuint (qp_count_pixels (surface, qp_rgb (fixture.style.paper)), <, 800 * 800 - 20);
  g_assert_cmpuint (qp_labels_shown (labels), ==, 1);
  cairo_surface_destroy (surface);
  qp_fixture_clear (&fixture);
}

/* -- plan -- */

static void
test_tiles (void)
{
  QpFixture fixture;
  qp_fixture_init (&fixture, qp_paint_make_plan (), QP_THEME_LIGHT);
  cairo_surface_t *whole = qp_paint_parts (&fixture, &fixture.viewport, QP_PAINT_TILES);
  guint off = 0, inked = 0;

  for (int row = 0; row < 2; row++)
    for (int column = 0; column < 2; column++)
      {
        QpViewport tile;
        qp_viewport_init (&tile, 400, 400, 1);
        tile.scale = fixture.viewport.scale;
        tile.center = qp_viewport_to_plan (&fixture.viewport, qp_vec (column * 400 + 200, row * 400 + 200));
        cairo_surface_t *part = qp_paint_parts (&fixture, &tile, QP_PAINT_TILES);
        for (int y = 0; y < 400; y++)
          for (int x = 0; x < 400; x++)
            {
              const guint32 p = qp_pixel (part, x, y), q = qp_pixel (whole, column * 400 + x, row * 400 + y);
              inked += q != qp_rgb (fixture.style.paper);
              for (int shift = 0; shift < 24; shift += 8)
                off += abs ((int) (p >> shift & 255) - (int) (q >> shift & 255)) > 6;
            }
        cairo_surface_destroy (part);
      }
  g_assert_cmpuint (inked, >, 50000);
  g_assert_cmpuint (off, <, 40);
  cairo_surface_destroy (whole);
  qp_fixture_clear (&fixture);
}

static void
test_clip (void)
{
  QpFixture fixture;
  qp_fixture_init (&fixture, qp_paint_make_plan (), QP_THEME_LIGHT);
  cairo_surface_t *whole = qp_paint_parts (&fixture, &fixture.viewport, QP_PAINT_TILES);
  cairo_surface_t *partly = qp_paint_parts (&fixture, &fixture.viewport, QP_PAINT_TILES);
  cairo_t *cr = cairo_create (partly);

  /* painting a dirty rectangle again changes nothing */
  cairo_rectangle (cr, 150, 300, 200, 50);
  cairo_clip (cr);
  qp_paint_plan (cr, &fixture.viewport, fixture.scene, NULL, &fixture.style, QP_PAINT_TILES);
  cairo_destroy (cr);
  for (int y = 0; y < 800; y++)
    for (int x = 0; x < 800; x++)
      g_assert_cmphex (qp_pixel (partly, x, y), ==, qp_pixel (whole, x, y));
  cairo_surface_destroy (whole);
  cairo_surface_destroy (partly);
  qp_fixture_clear (&fixture);
}

static void
test_themes (void)
{
  QpFixture light, dark;
  qp_fixture_init (&light, qp_paint_make_plan (), QP_THEME_LIGHT);
  qp_fixture_init (&dark, qp_paint_make_plan (), QP_THEME_DARK);
  cairo_surface_t *day = qp_paint_parts (&light, &light.viewport, QP_PAINT_TILES);
  cairo_surface_t *night = qp_paint_parts (&dark, &dark.viewport, QP_PAINT_TILES);

  g_assert_cmpuint (qp_pixel (day, 790, 640) & 255, >, 200);
  g_assert_cmpuint (qp_pixel (night, 790, 640) & 255, <, 80);
  /* a mass is a mass in both */
  const QpVec store = qp_viewport_to_px (&light.viewport, qp_vec (20, 80));
  g_assert_cmphex (qp_pixel (day, store.x, store.y), ==, qp_rgb (light.style.mass));
  g_assert_cmphex (qp_pixel (night, store.x, store.y), ==, qp_rgb (dark.style.mass));
  cairo_surface_destroy (day);
  cairo_surface_destroy (night);
  qp_fixture_clear (&light);
  qp_fixture_clear (&dark);
}

/* cairo's numbers end at eight million pixels */
static void
test_extreme_zoom (void)
{
  QpFixture fixture;
  qp_fixture_init (&fixture, qp_paint_make_plan (), QP_THEME_LIGHT);

  fixture.viewport.scale = QP_VIEWPORT_MAX_SCALE;
  fixture.viewport.center = qp_vec (25, 75); /* within the store */
  cairo_surface_t *surface
      = qp_paint_parts (&fixture, &fixture.viewport, QP_PAINT_PAPER | QP_PAINT_AREAS | QP_PAINT_SCREENS);
  /* nothing but the store: two thirds plain, the rest its slanted lines, which come again every nine pixels */
  g_assert_cmpuint (qp_count_pixels (surface, qp_rgb (fixture.style.mass)) / 1000, ==, 800 * 800 * 6 / 9 / 1000);
  for (int y = 0; y < 800; y += 7)
    for (int x = 0; x < 791; x++)
      g_assert_cmphex (qp_pixel (surface, x, y), ==, qp_pixel (surface, x + 9, y));
  cairo_surface_destroy (surface);

  fixture.viewport.center = qp_vec (25, 59); /* on the face: all bright below it, all dark above */
  surface = qp_paint_parts (&fixture, &fixture.viewport, QP_PAINT_PAPER | QP_PAINT_SCREENS);
  for (int x = 0; x < 800; x += 50)
    {
      g_assert_cmphex (qp_pixel (surface, x, 402), ==, qp_rgb (fixture.style.face));
      g_assert_cmphex (qp_pixel (surface, x, 397), ==, qp_rgb (fixture.style.back));
    }
  cairo_surface_destroy (surface);
  qp_fixture_clear (&fixture);
}

static void
test_refusal (void)
{
  QpNode *background
      = qp_paint_make (QP_KIND_BACKGROUND, "name", "Site plan", "format", "pdf", "x_m", "10", "y_m", "10", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("%PDF-1.5", 8);
  const QpValue data = { .storage = QP_STORAGE_BYTES, .bytes = bytes };
  qp_node_init_value (background, qp_kind_field (QP_KIND_BACKGROUND, "data"), &data);
  QpFixture fixture;
  qp_fixture_init (&fixture, qp_paint_with_children (qp_paint_make (QP_KIND_PLAN, NULL), &background, 1),
                   QP_THEME_LIGHT);
  g_autoptr (QpPlanLayers) layers = qp_plan_layers_new (1 << 20);
  cairo_surface_t *surface = qp_canvas_surface_new (800, 800);
  cairo_t *cr = cairo_create (surface);

  /* what can't be shown is told on the plan, not left out in silence */
  qp_paint_plan (cr, &fixture.viewport, fixture.scene, layers, &fixture.style, QP_PAINT_PAPER | QP_PAINT_BACKGROUNDS);
  cairo_destroy (cr);
  g_assert_cmpuint (qp_count_pixels (surface, qp_rgb (fixture.style.paper)), <, 800 * 800 - 300);
  cairo_surface_destroy (surface);
  qp_fixture_clear (&fixture);
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
  QpFixture fixture;
  qp_fixture_init (&fixture, qp_paint_make_plan (), QP_THEME_LIGHT);
  static const char *const expected[]
      = { "Store", "Hotel", "Square", "Homes", "Kiosk", "South face", "East face", "50.0 m" };
  g_autoptr (QpLabels) labels = qp_plan_labels_new (&fixture.viewport, fixture.scene, &fixture.style, QP_ID_NONE, NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    if (!has_label (labels, expected[i]))
      g_error ("no label “%s”", expected[i]);
  assert_apart (labels);

  /* far away they go; none is made smaller */
  fixture.viewport.scale = 0.3;
  g_autoptr (QpLabels) far = qp_plan_labels_new (&fixture.viewport, fixture.scene, &fixture.style, QP_ID_NONE, NULL, NULL);
  g_assert_false (has_label (far, "Store"));
  g_assert_false (has_label (far, "50.0 m"));
  qp_fixture_clear (&fixture);
}

/* of an imported plan with many walls only buildings have names, and the wall that is selected */
static void
test_labels_of_many_walls (void)
{
  QpNode *children[20];
  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    {
      g_autofree char *name = g_strdup_printf ("Wall %u", i + 1);
      g_autofree char *outline = g_strdup_printf ("%u,5 %u,45", 5 + 5 * i, 5 + 5 * i);
      children[i] = qp_paint_make (QP_KIND_OBSTACLE, "name", name, "kind", i == 0 ? "building" : "wall", "closed", "no",
                                   "outline", outline, NULL);
    }
  const QpId third = children[2]->id;
  QpFixture fixture;
  qp_fixture_init (&fixture, qp_paint_with_children (qp_paint_make (QP_KIND_PLAN, NULL), children, 20), QP_THEME_LIGHT);
  g_autoptr (QpLabels) labels = qp_plan_labels_new (&fixture.viewport, fixture.scene, &fixture.style, third, NULL, NULL);

  g_assert_true (has_label (labels, "Wall 1"));
  g_assert_true (has_label (labels, "Wall 3"));
  g_assert_cmpuint (qp_labels_shown (labels), ==, 2);
  qp_fixture_clear (&fixture);
}

/* what lies over the picture hides no label: each finds another place, or goes */
static void
test_labels_covered (void)
{
  QpFixture fixture;
  qp_fixture_init (&fixture, qp_paint_make_plan (), QP_THEME_LIGHT);
  g_autoptr (QpLabels) before = qp_plan_labels_new (&fixture.viewport, fixture.scene, &fixture.style, QP_ID_NONE, NULL, NULL);
  g_autoptr (GArray) covered = g_array_new (FALSE, FALSE, sizeof (QpBox));
  for (guint i = 0; i < qp_labels_shown (before); i++)
    {
      const QpBox box = qp_labels_box (before, i);
      g_array_append_val (covered, box);
    }
  g_autoptr (QpLabels) after = qp_plan_labels_new (&fixture.viewport, fixture.scene, &fixture.style, QP_ID_NONE, NULL, covered);

  g_assert_cmpuint (qp_labels_shown (after), >, 0);
  for (guint i = 0; i < qp_labels_shown (after); i++)
    for (guint k = 0; k < covered->len; k++)
      if (qp_box_touches (qp_labels_box (after, i), g_array_index (covered, QpBox, k)))
        g_error ("“%s” is hidden", qp_labels_text (after, i));
  qp_fixture_clear (&fixture);
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
      children[i] = qp_paint_make_screen (name, x, y, facing, "3");
    }
  return qp_paint_with_children (qp_paint_make (QP_KIND_PLAN, NULL), children, n);
}

static void
test_crowd (void)
{
  QpFixture fixture;
  qp_fixture_init (&fixture, make_crowd (2500), QP_THEME_LIGHT);
  fixture.viewport.center = qp_vec (125, 125);
  for (double scale = 1; scale < 100; scale *= 3)
    {
      fixture.viewport.scale = scale;
      g_autoptr (QpLabels) labels
          = qp_plan_labels_new (&fixture.viewport, fixture.scene, &fixture.style, QP_ID_NONE, NULL, NULL);
      assert_apart (labels);
      g_assert_cmpuint (qp_labels_shown (labels), <=, 300);
      if (scale < 5)
        g_assert_cmpuint (qp_labels_shown (labels), ==, 0);
      else if (scale > 20)
        g_assert_cmpuint (qp_labels_shown (labels), >, 3);
    }
  qp_fixture_clear (&fixture);
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
  QpFixture fixture;
  qp_fixture_init (&fixture, qp_paint_make_plan (), QP_THEME_LIGHT);
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

  cairo_surface_t *surface = qp_canvas_surface_new (800, 800);
  cairo_t *cr = cairo_create (surface);
  qp_set_colour (cr, fixture.style.paper);
  cairo_paint (cr);
  qp_paint_viewing (cr, &fixture.viewport, &viewing, &fixture.style);
  cairo_destroy (cr);
  /* before the face there is light, behind it none; 20 m before the middle runs the arc */
  const QpVec at = qp_viewport_to_px (&fixture.viewport, qp_vec (25, 59));
  g_assert_cmphex (qp_pixel (surface, at.x, at.y + 60), !=, qp_rgb (fixture.style.paper));
  g_assert_cmphex (qp_pixel (surface, at.x, at.y - 20), ==, qp_rgb (fixture.style.paper));
  const guint32 inside = qp_pixel (surface, at.x, at.y + 150);
  gboolean arc = FALSE;
  for (int dy = 158; dy <= 162; dy++)
    arc |= qp_pixel (surface, at.x, at.y + dy) != inside && (qp_pixel (surface, at.x, at.y + dy) & 255) < 180;
  g_assert_true (arc);
  /* to the side of a cone of 120° it is dark: 10 m aside of the end and 1 m before the face */
  g_assert_cmphex (qp_pixel (surface, at.x + (6 + 10) * 8, at.y + 8), ==, qp_rgb (fixture.style.paper));
  g_autoptr (QpLabels) labels
      = qp_plan_labels_new (&fixture.viewport, fixture.scene, &fixture.style, south->node->id, &viewing, NULL);
  g_assert_true (has_label (labels, "20.0 m  nearest (GB 50464)"));
  assert_apart (labels);
  cairo_surface_destroy (surface);
  qp_fixture_clear (&fixture);
}

/* -- decorations -- */

static void
test_decorations (void)
{
  QpFixture fixture;
  qp_fixture_init (&fixture, qp_paint_make_plan (), QP_THEME_LIGHT);
  guint widths[2];

  /* handles keep their size at every zoom */
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GPtrArray) list = qp_decorations_new ();
      QpDecoration *handle = qp_decorations_add (list, QP_DECORATION_HANDLE, qp_vec (50, 50), qp_vec (50, 50));
      handle->part = QP_PART_LEFT;
      fixture.viewport.scale = i == 0 ? 1 : 500;
      cairo_surface_t *surface = qp_canvas_surface_new (800, 800);
      cairo_t *cr = cairo_create (surface);
      qp_paint_decorations (cr, &fixture.viewport, list, &fixture.style);
      cairo_destroy (cr);
      widths[i] = 800 * 800 - qp_count_pixels (surface, 0);
      cairo_surface_destroy (surface);
    }
  g_assert_cmpuint (widths[0], >, 50);
  g_assert_cmpuint (widths[0], <, 250);
  g_assert_cmpuint (widths[0], ==, widths[1]);
  qp_fixture_clear (&fixture);
}

static void
test_every_decoration (void)
{
  QpFixture fixture;
  qp_fixture_init (&fixture, qp_paint_make_plan (), QP_THEME_LIGHT);
  GPtrArray *items = qp_scene_items (fixture.scene);
  const QpPoint corners[] = { { 30000000, 30000000 }, { 60000000, 30000000 }, { 60000000, 45000000 } };

  for (guint type = QP_DECORATION_GUIDE; type <= QP_DECORATION_REASON; type++)
    {
      g_autoptr (GPtrArray) list = qp_decorations_new ();
      QpDecoration *one = qp_decorations_add_text (list, type, qp_vec (30, 30), qp_vec (60, 45), g_strdup ("27.4 m"));
      one->depth = NAN;
      one->item = g_ptr_array_index (items, 0);
      one->outline = qp_points_new (corners, G_N_ELEMENTS (corners));
      cairo_surface_t *surface = qp_canvas_surface_new (800, 800);
      cairo_t *cr = cairo_create (surface);
      qp_paint_decorations (cr, &fixture.viewport, list, &fixture.style);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_destroy (cr);
      if (qp_count_pixels (surface, 0) == 800 * 800)
        g_error ("decoration %u leaves nothing", type);
      cairo_surface_destroy (surface);
    }
  qp_fixture_clear (&fixture);
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
  g_test_add_func ("/render/labels-covered", test_labels_covered);
  g_test_add_func ("/render/labels-of-many-walls", test_labels_of_many_walls);
  g_test_add_func ("/render/crowd", test_crowd);
  g_test_add_func ("/render/label-priority", test_label_priority);
  g_test_add_func ("/render/label-sizes", test_label_sizes);
  g_test_add_func ("/render/viewing", test_viewing);
  g_test_add_func ("/render/decorations", test_decorations);
  g_test_add_func ("/render/every-decoration", test_every_decoration);
  return g_test_run ();
}
