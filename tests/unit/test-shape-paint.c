/* test-shape-paint.c: screens of every shape as they are painted on a plan
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "paint-help.h"

#include "render/qp-paint-shape-icon.h"

#include <math.h>
#include <stdlib.h>

/* cabinets of 1 m, looking down */
static QpNode *
shaped (const char *shape, const char *x, const char *y, const char *field, const char *text)
{
  QpNode *node = qp_paint_make (QP_KIND_SCREEN, "shape", shape, "x_m", x, "y_m", y, "columns", "16", "rows", "8",
                                "cabinet_width_mm", "1000", "cabinet_height_mm", "1000", NULL);

  if (field != NULL)
    qp_paint_set (node, field, text);
  return node;
}

/* what is at a place of the plan, so many pixels further down */
static guint32
at (QpFixture *fixture, cairo_surface_t *surface, double x, double y, double down)
{
  const QpVec px = qp_viewport_to_px (&fixture->viewport, qp_vec (x, y));

  return qp_pixel (surface, floor (px.x), floor (px.y + down));
}

static void
fixture_init (QpFixture *fixture, QpNode **nodes, guint n)
{
  qp_fixture_init (fixture, qp_paint_with_children (qp_paint_make (QP_KIND_PLAN, NULL), nodes, n), QP_THEME_LIGHT);
  fixture->viewport.center = qp_vec (0, 0);
  fixture->viewport.scale = 8;
}

/* an arc is bright before its joints and not on its chord; a double-sided screen is bright on both sides */
static void
test_faces (void)
{
  QpNode *nodes[] = { shaped ("arc", "0", "30", "arc_angle_deg", "120"), shaped ("flat", "0", "-20", "double_sided", "yes"),
                      shaped ("column", "-30", "0", NULL, NULL) };
  QpFixture fixture;

  fixture_init (&fixture, nodes, 3);
  cairo_surface_t *surface = qp_paint_parts (&fixture, &fixture.viewport, QP_PAINT_PAPER | QP_PAINT_SCREENS);
  const guint32 face = qp_rgb (fixture.style.face), paper = qp_rgb (fixture.style.paper);
  g_assert_cmphex (at (&fixture, surface, 0, 30, 2), ==, face);
  g_assert_cmphex (at (&fixture, surface, 0, 33, 0), ==, paper); /* within the bend */
  g_assert_cmphex (at (&fixture, surface, 0.2, -20, 2), ==, face);
  g_assert_cmphex (at (&fixture, surface, 0.2, -20, -7), ==, face);
  g_assert_cmphex (at (&fixture, surface, -30, 0, 0), ==, paper); /* the axis of a column */
  g_assert_cmphex (at (&fixture, surface, -30, -2.56, 2), ==, face);
  cairo_surface_destroy (surface);
  qp_fixture_clear (&fixture);
}

static QpNode *
zone (const char *column, const char *row, const char *columns, const char *rows)
{
  return qp_paint_make (QP_KIND_ZONE, "column", column, "row", row, "columns", columns, "rows", rows, NULL);
}

/* where whole columns have no cabinet, between zones or taken out, neither face nor back is painted */
static void
test_gaps (void)
{
  QpNode *zones[] = { zone ("1", "1", "5", "8"), zone ("13", "3", "4", "2") };
  QpNode *nodes[] = { qp_paint_with_children (shaped ("zones", "0", "20", NULL, NULL), zones, 2),
                      shaped ("flat", "0", "-20", "missing_cells", "7-10,1-8"),
                      shaped ("arc", "-30", "0", "arc_angle_deg", "120"),
                      shaped ("mesh", "30", "0", "missing_cells", "7-10,1-7") };
  QpFixture fixture;

  qp_paint_set (nodes[2], "missing_cells", "8-9,1-8");
  fixture_init (&fixture, nodes, 4);
  cairo_surface_t *surface = qp_paint_parts (&fixture, &fixture.viewport, QP_PAINT_PAPER | QP_PAINT_SCREENS);
  const guint32 face = qp_rgb (fixture.style.face), paper = qp_rgb (fixture.style.paper);
  const struct
  {
    double x, y;
    gboolean there;
  } places[] = { { -5.5, 20, TRUE }, { 0.2, 20, FALSE }, { 6, 20, TRUE },  { -4, -20, TRUE },
                 { 0.2, -20, FALSE }, { 4, -20, TRUE },  { -30, 0, FALSE } };
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    for (int down = -2; down <= 2; down += 4)
      {
        const guint32 seen = at (&fixture, surface, places[i].x, places[i].y, down);
        if (!places[i].there)
          g_assert_cmphex (seen, ==, paper);
        else if (down > 0)
          g_assert_cmphex (seen, ==, face);
        else
          g_assert_cmphex (seen, !=, paper);
      }
  g_assert_cmphex (at (&fixture, surface, 30.2, 0, 2), !=, paper); /* one row is there */
  cairo_surface_destroy (surface);
  qp_fixture_clear (&fixture);
}

/* what is painted in tiles is what is painted as a whole: bands, hatches and dashes go on across their edges */
static void
test_tiles (void)
{
  QpNode *nodes[] = { shaped ("floor", "0", "3", NULL, NULL),       shaped ("ceiling", "3", "-9", NULL, NULL),
                      shaped ("corner", "-2", "30", NULL, NULL),    shaped ("mesh", "1", "20", NULL, NULL),
                      shaped ("cap", "-30", "0", "cap_diameter_m", "20"), shaped ("faces", "0", "-30", "corner_angles_deg", "270") };
  QpFixture fixture;
  guint off = 0, inked = 0;

  fixture_init (&fixture, nodes, 6);
  cairo_surface_t *whole = qp_paint_parts (&fixture, &fixture.viewport, QP_PAINT_TILES);
  for (int i = 0; i < 4; i++)
    {
      QpViewport tile;
      qp_viewport_init (&tile, 400, 400, 1);
      tile.scale = fixture.viewport.scale;
      tile.center = qp_viewport_to_plan (&fixture.viewport, qp_vec (i % 2 * 400 + 200, i / 2 * 400 + 200));
      cairo_surface_t *part = qp_paint_parts (&fixture, &tile, QP_PAINT_TILES);
      for (int y = 0; y < 400; y++)
        for (int x = 0; x < 400; x++)
          {
            const guint32 p = qp_pixel (part, x, y), q = qp_pixel (whole, i % 2 * 400 + x, i / 2 * 400 + y);
            inked += q != qp_rgb (fixture.style.paper);
            for (int shift = 0; shift < 24; shift += 8)
              off += abs ((int) (p >> shift & 255) - (int) (q >> shift & 255)) > 6;
          }
      cairo_surface_destroy (part);
    }
  g_assert_cmpuint (inked, >, 10000);
  g_assert_cmpuint (off, <, 40);
  cairo_surface_destroy (whole);
  qp_fixture_clear (&fixture);
}

/* every shape has a picture of its own */
static void
test_icons (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  QpPlanStyle style;

  qp_plan_style_init (&style, QP_THEME_LIGHT, 13);
  for (guint i = 0; qp_values_shape[i].key != NULL; i++)
    {
      cairo_surface_t *surface = qp_canvas_surface_new (104, 68);
      cairo_t *cr = cairo_create (surface);
      qp_paint_shape_icon (cr, 104, 68, i, &style);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_destroy (cr);
      cairo_surface_flush (surface);
      char *hash = g_compute_checksum_for_data (G_CHECKSUM_SHA256, cairo_image_surface_get_data (surface),
                                                (gsize) cairo_image_surface_get_stride (surface) * 68);
      g_assert_true (g_hash_table_add (seen, hash));
      cairo_surface_destroy (surface);
    }
}

static double
from_box (QpBox box, QpVec at)
{
  return hypot (fmax (fmax (box.x0 - at.x, at.x - box.x1), 0), fmax (fmax (box.y0 - at.y, at.y - box.y1), 0));
}

static double
from_path (QpFixture *fixture, QpBox box, const QpItemPath *path)
{
  double nearest = INFINITY;

  for (guint i = 0; i + 1 < path->n; i++)
    for (guint k = 0; k <= 20; k++)
      {
        const QpVec way = qp_vec_sub (path->at[i + 1], path->at[i]), place = qp_vec_add (path->at[i], qp_vec_scale (way, k / 20.0));
        nearest = fmin (nearest, from_box (box, qp_viewport_to_px (&fixture->viewport, place)));
      }
  return nearest;
}

/* the name of a selected screen stands near it, clear of the knob that turns it */
static void
test_label (void)
{
  const char *const shapes[][3] = { { "corner", "face_columns", "9 7" }, { "column", NULL, NULL },
                                    { "floor", NULL, NULL },             { "ceiling", "facing_deg", "300" },
                                    { "faces", "face_columns", "4 8 4" }, { "arc", "arc_angle_deg", "90" } };

  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      QpNode *node = shaped (shapes[i][0], "0", "0", shapes[i][1], shapes[i][2]);
      const QpId id = node->id;
      QpFixture fixture;
      fixture_init (&fixture, &node, 1);
      fixture.viewport.scale = 25;
      g_autoptr (QpLabels) labels = qp_plan_labels_new (&fixture.viewport, fixture.scene, &fixture.style, id, NULL, NULL);
      const QpItem *item = qp_scene_find (fixture.scene, id);
      g_autoptr (GArray) handles = qp_item_handles (item, 1 / fixture.viewport.scale);
      g_assert_cmpuint (qp_labels_shown (labels), ==, 1);
      const double away = from_path (&fixture, qp_labels_box (labels, 0), item->path);
      g_test_message ("%s: %.1f px", shapes[i][0], away);
      g_assert_cmpfloat (away, <, 60);
      for (guint k = 0; k < handles->len; k++)
        {
          const QpHandle *one = &g_array_index (handles, QpHandle, k);
          const double far = from_box (qp_labels_box (labels, 0), qp_viewport_to_px (&fixture.viewport, one->place));
          g_assert_cmpfloat (far, >, one->part == QP_PART_TURN ? 5 : 0);
        }
      qp_fixture_clear (&fixture);
    }
}

static double
label_height (QpNode *node)
{
  QpFixture fixture;

  fixture_init (&fixture, &node, 1);
  fixture.viewport.scale = 25;
  g_autoptr (QpLabels) labels = qp_plan_labels_new (&fixture.viewport, fixture.scene, &fixture.style, QP_ID_NONE, NULL, NULL);
  g_assert_cmpuint (qp_labels_shown (labels), ==, 1);
  const QpBox box = qp_labels_box (labels, 0);
  qp_fixture_clear (&fixture);
  return box.y1 - box.y0;
}

/* a raster that is not known is not shown as 0 × 0 */
static void
test_no_raster (void)
{
  QpNode *known = shaped ("flat", "0", "0", "cabinet_px_w", "100");

  qp_paint_set (known, "cabinet_px_h", "100");
  g_assert_cmpfloat (label_height (known), >, 1.4 * label_height (shaped ("flat", "0", "0", NULL, NULL)));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/shape-paint/faces", test_faces);
  g_test_add_func ("/shape-paint/gaps", test_gaps);
  g_test_add_func ("/shape-paint/tiles", test_tiles);
  g_test_add_func ("/shape-paint/icons", test_icons);
  g_test_add_func ("/shape-paint/label", test_label);
  g_test_add_func ("/shape-paint/no-raster", test_no_raster);
  return g_test_run ();
}
