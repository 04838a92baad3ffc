/* test-pixel-map.c: random grids: each pixel of a map belongs to exactly one cabinet, whatever the parts
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/qp-pattern.h"
#include "exchange/qp-pixel-map.h"
#include "exchange/qp-raster-parts.h"

#include <math.h>
#include <string.h>

#define ROUNDS 150

static void
set (QpNode *node, const char *name, const char *text)
{
  g_auto (QpValue) value = { 0 };
  const QpField *field = qp_kind_field (node->kind, name);

  g_assert_nonnull (field);
  g_assert_cmpint (qp_field_parse (field, text, &value), ==, QP_FIELD_FINE);
  qp_node_init_value (node, field, &value);
}

static void
set_number (QpNode *node, const char *name, gint32 number)
{
  g_autofree char *text = g_strdup_printf ("%d", number);

  set (node, name, text);
}

static char *
random_holes (GRand *rand, gint32 columns, gint32 rows)
{
  GString *out = g_string_new (NULL);

  for (gint32 n = g_rand_int_range (rand, 0, 6); n > 0; n--)
    {
      const gint32 c = g_rand_int_range (rand, 1, columns + 1), r = g_rand_int_range (rand, 1, rows + 1);
      g_string_append_printf (out, "%d-%d,%d-%d ", c, g_rand_int_range (rand, c, columns + 1), r,
                              g_rand_int_range (rand, r, rows + 1));
    }
  return g_string_free (out, FALSE);
}

static QpNode *
random_zone (GRand *rand, gint32 columns, gint32 rows)
{
  QpNode *zone = qp_node_new (QP_KIND_ZONE, qp_id_new ());

  set_number (zone, "column", g_rand_int_range (rand, 1, columns + 1));
  set_number (zone, "row", g_rand_int_range (rand, 1, rows + 1));
  set_number (zone, "columns", g_rand_int_range (rand, 1, columns + 1));
  set_number (zone, "rows", g_rand_int_range (rand, 1, rows + 1));
  return zone;
}

/* a screen of any shape, with holes and zones */
static QpNode *
random_screen (GRand *rand)
{
  QpNode *screen = qp_node_new (QP_KIND_SCREEN, qp_id_new ());
  const gint32 columns = g_rand_int_range (rand, 1, 24), rows = g_rand_int_range (rand, 1, 16);
  g_autofree char *holes = random_holes (rand, columns, rows);
  QpNode *zones[] = { random_zone (rand, columns, rows), random_zone (rand, columns, rows) };

  set_number (screen, "columns", columns);
  set_number (screen, "rows", rows);
  set_number (screen, "cabinet_width_mm", g_rand_int_range (rand, 100, 1500));
  set_number (screen, "cabinet_height_mm", g_rand_int_range (rand, 100, 1500));
  set_number (screen, "cabinet_px_w", g_rand_int_range (rand, 1, 60));
  set_number (screen, "cabinet_px_h", g_rand_int_range (rand, 1, 60));
  set (screen, "shape", qp_values_shape[g_rand_int_range (rand, 0, QP_SCREEN_HALF_ELLIPSE + 1)].key);
  set (screen, "cap_diameter_m", "20");
  set (screen, "cap_height_m", "9");
  if (g_rand_boolean (rand))
    set (screen, "missing_cells", holes);
  g_autoptr (QpNodeList) list = qp_node_list_new (zones, g_rand_boolean (rand) ? 2 : 0);
  qp_node_init_children (screen, list);
  qp_node_unref (zones[0]);
  qp_node_unref (zones[1]);
  return screen;
}

static guint32 *
paint (const QpRaster *raster, QpPixelBox box, QpBandPainter painter, gpointer data)
{
  guint32 *pixels = g_new (guint32, (gsize) box.width * box.height);
  const QpBand band = { pixels, box };

  memset (pixels, 0x5a, (gsize) box.width * box.height * 4); /* a pixel that nobody paints stays so */
  painter (&band, data);
  return pixels;
}

/* -- each pixel once -- */

static void
check_cover (const QpRaster *raster)
{
  g_autofree guint8 *times = g_malloc0 ((gsize) raster->width * raster->height);
  const QpCells *cells = &raster->shape.cells;

  for (guint row = 0; row < cells->rows; row++)
    for (guint column = 0; column < cells->columns; column++)
      {
        const QpPixelBox box = qp_raster_cell (raster, column, row);
        g_assert_cmpuint (box.x + box.width, <=, raster->width);
        g_assert_cmpuint (box.y + box.height, <=, raster->height);
        for (guint y = box.y; y < box.y + box.height; y++)
          for (guint x = box.x; x < box.x + box.width; x++)
            times[(gsize) y * raster->width + x]++;
      }
  for (gsize i = 0; i < (gsize) raster->width * raster->height; i++)
    g_assert_cmpuint (times[i], ==, 1);
}

static void
check_tints (const QpRaster *raster)
{
  const QpPixelMapOptions options = { .transparent = TRUE, .plain = TRUE };
  g_autoptr (QpPixelMap) map = qp_pixel_map_new (raster, &options);
  g_autofree guint32 *pixels = paint (raster, qp_raster_whole (raster), qp_pixel_map_paint, map);
  const guint w = raster->shape.cell_px_w, h = raster->shape.cell_px_h;
  guint64 lit = 0;

  for (guint y = 0; y < raster->height; y++)
    for (guint x = 0; x < raster->width; x++)
      {
        const guint32 pixel = pixels[(gsize) y * raster->width + x];
        const guint column = x / w, row = y / h;
        g_assert_cmpint (pixel != 0, ==, qp_cells_has (&raster->shape.cells, column, row));
        if (pixel == 0)
          continue;
        lit++;
        g_assert_cmphex (pixel & 0x0f0f0f, ==, (column & 15) << 16 | (row & 15) << 8 | (column >> 4 & 15));
      }
  g_assert_cmpuint (lit, ==, raster->shape.cells.n * w * h);
}

static void
test_each_pixel_once (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());

  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autoptr (QpNode) screen = random_screen (rand);
      g_auto (QpRaster) raster = { NULL };
      g_assert_true (qp_raster_init (&raster, (const QpScreen *) screen, NULL, NULL));
      check_cover (&raster);
      check_tints (&raster);
    }
}

/* -- markers say which cabinet it is, under zones and frames too -- */

static void
test_markers (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());

  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autoptr (QpNode) screen = random_screen (rand);
      g_auto (QpRaster) raster = { NULL };
      g_assert_true (qp_raster_init (&raster, (const QpScreen *) screen, NULL, NULL));
      g_autoptr (QpPixelMap) map = qp_pixel_map_new (&raster, NULL);
      g_autofree guint32 *pixels = paint (&raster, qp_raster_whole (&raster), qp_pixel_map_paint, map);
      for (guint row = 0; row < raster.shape.cells.rows; row++)
        for (guint column = 0; column < raster.shape.cells.columns; column++)
          {
            const QpPixelBox box = qp_raster_cell (&raster, column, row);
            const guint32 *first = &pixels[(gsize) box.y * raster.width + box.x];
            if (!qp_cells_has (&raster.shape.cells, column, row))
              g_assert_cmphex (*first, ==, QP_PIXEL_BLACK);
            else if (box.width >= 2)
              {
                g_assert_cmphex (first[0], ==, 0xff000000u + column + 1);
                g_assert_cmphex (first[1], ==, 0xff000000u + row + 1);
              }
          }
    }
}

/* -- painting in bands and tiles gives the same picture -- */

static void
check_part (const QpRaster *raster, const guint32 *whole, guint8 *times, QpPixelBox box, QpBandPainter painter,
            gpointer data)
{
  g_autofree guint32 *pixels = paint (raster, box, painter, data);

  for (guint y = 0; y < box.height; y++)
    for (guint x = 0; x < box.width; x++)
      {
        const gsize at = (gsize) (box.y + y) * raster->width + box.x + x;
        g_assert_cmphex (pixels[(gsize) y * box.width + x], ==, whole[at]);
        times[at]++;
      }
}

static void
check_parts (GRand *rand, const QpRaster *raster, const QpRasterSplit *split, QpBandPainter painter, gpointer data)
{
  g_autofree guint32 *whole = paint (raster, qp_raster_whole (raster), painter, data);
  g_autofree guint8 *times = g_malloc0 ((gsize) raster->width * raster->height);
  g_autoptr (GArray) parts = qp_raster_split (raster, split);

  for (guint i = 0; i < parts->len; i++)
    check_part (raster, whole, times, g_array_index (parts, QpPixelBox, i), painter, data);
  for (gsize i = 0; i < (gsize) raster->width * raster->height; i++)
    g_assert_cmpuint (times[i], ==, 1);
}

static void
test_parts_are_the_whole (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());

  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autoptr (QpNode) screen = random_screen (rand);
      g_auto (QpRaster) raster = { NULL };
      g_assert_true (qp_raster_init (&raster, (const QpScreen *) screen, NULL, NULL));
      const QpRasterSplit tiles
          = { FALSE, (guint) g_rand_int_range (rand, 1, 400), (guint) g_rand_int_range (rand, 1, 400) };
      const QpRasterSplit faces = { TRUE, 0, 0 };
      g_autoptr (QpPixelMap) map = qp_pixel_map_new (&raster, NULL);
      check_parts (rand, &raster, i % 2 == 0 ? &tiles : &faces, qp_pixel_map_paint, map);
      g_autoptr (QpPattern) pattern = qp_pattern_new (&raster, i % QP_N_PATTERNS, TRUE);
      check_parts (rand, &raster, &tiles, qp_pattern_paint, pattern);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pixel-map/each-pixel-once", test_each_pixel_once);
  g_test_add_func ("/pixel-map/markers", test_markers);
  g_test_add_func ("/pixel-map/parts-are-the-whole", test_parts_are_the_whole);
  return g_test_run ();
}
