/* test-chain.c: the block diagram of a signal chain: rows, open boxes, nothing beyond its room
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "paint-help.h"

#include "render/qp-paint-chain.h"

#include <math.h>

#define WIDTH 480
#define MARGIN 20 /* around the diagram, to be left alone */

static const QpTheme themes[] = { QP_THEME_LIGHT, QP_THEME_DARK, QP_THEME_PRINT };

static const QpChainBox chosen[] = {
  { "Source", "8K public programme", 1, "24.88 Gbit/s" },
  { "Player", "Maker Model with a name that is longer than any box is wide", 2, NULL },
  { "Controller", "NovaStar MX40 Pro", 3, "10 bit, 50 Hz" },
  { "数据口", "光口", 86, "390 000 px" },
  { "Screen", "Samsung XA060F", 1, "7680 px × 4320 px" },
};

static cairo_surface_t *
paint (const QpChainBox *boxes, guint n, const QpPlanStyle *style)
{
  const double height = qp_chain_height (n, WIDTH, style);
  cairo_surface_t *surface = qp_canvas_surface_new (WIDTH + 2 * MARGIN, (int) ceil (height) + 2 * MARGIN);
  cairo_t *cr = cairo_create (surface);

  qp_set_colour (cr, style->paper);
  cairo_paint (cr);
  cairo_translate (cr, MARGIN, MARGIN);
  qp_paint_chain (cr, WIDTH, boxes, n, style);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  return surface;
}

/* whatever its texts and colours, it keeps to its room */
static void
test_room (void)
{
  for (guint t = 0; t < G_N_ELEMENTS (themes); t++)
    for (guint n = 0; n <= G_N_ELEMENTS (chosen); n++)
      {
        QpPlanStyle style;
        qp_plan_style_init (&style, themes[t], 11.5);
        cairo_surface_t *surface = paint (chosen, n, &style);
        const int w = cairo_image_surface_get_width (surface), h = cairo_image_surface_get_height (surface);
        guint inked = 0;
        for (int y = 0; y < h; y++)
          for (int x = 0; x < w; x++)
            if (qp_pixel (surface, x, y) != qp_rgb (style.paper))
              {
                inked++;
                g_assert_true (x >= MARGIN && x < w - MARGIN && y >= MARGIN && y < h - MARGIN);
              }
        g_assert_true ((inked > 0) == (n > 0));
        cairo_surface_destroy (surface);
      }
}

/* what does not fit goes on in the next row, and rows are about as long as each other */
static void
test_rows (void)
{
  QpPlanStyle style;

  qp_plan_style_init (&style, QP_THEME_PRINT, 7.5);
  const double one = qp_chain_height (1, WIDTH, &style), four = qp_chain_height (4, WIDTH, &style);
  const double six = qp_chain_height (6, WIDTH, &style), eight = qp_chain_height (8, WIDTH, &style);
  g_assert_cmpfloat (qp_chain_height (0, WIDTH, &style), ==, 0);
  g_assert_cmpfloat (one, >, 0);
  g_assert_cmpfloat (one, ==, four);
  g_assert_cmpfloat (six, >, four * 1.8);
  g_assert_cmpfloat (six, ==, eight);
  g_assert_cmpfloat (qp_chain_height (3, 10, &style), >, six); /* too narrow for two: one a row */
}

/* a device that nobody chose is told by its edge */
static void
test_open (void)
{
  static const QpChainBox open[] = { { "Source", "A", 1, NULL }, { "Player", NULL, NAN, NULL } };
  QpPlanStyle style;

  qp_plan_style_init (&style, QP_THEME_PRINT, 11.5);
  cairo_surface_t *all = paint (chosen, 2, &style), *some = paint (open, 2, &style);
  g_assert_cmpuint (qp_count_pixels (all, qp_rgb (style.warning)), ==, 0);
  g_assert_cmpuint (qp_count_pixels (some, qp_rgb (style.warning)), >, 50);
  cairo_surface_destroy (all);
  cairo_surface_destroy (some);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chain/room", test_room);
  g_test_add_func ("/chain/rows", test_rows);
  g_test_add_func ("/chain/open", test_open);
  return g_test_run ();
}
