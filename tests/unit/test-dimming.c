/* test-dimming.c: the dimming curve, its numbers and its picture
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/qp-cards-light.h"
#include "paint-help.h"
#include "render/qp-paint-dimming.h"

#include <math.h>
#include <string.h>

#define WIDTH 640

static void
estimate_for (QpEstimate *estimate, const char *zone, const char *night, const char *ambient)
{
  g_autoptr (QpNode) screen = qp_node_new (QP_KIND_SCREEN, qp_id_new ()), site = qp_node_new (QP_KIND_SITE, qp_id_new ());

  qp_paint_set (screen, "luminance_day_cdm2", "4800");
  if (night != NULL)
    qp_paint_set (screen, "luminance_night_cdm2", night);
  qp_paint_set (screen, "columns", "16");
  qp_paint_set (screen, "rows", "9");
  qp_paint_set (screen, "cabinet_width_mm", "1000");
  qp_paint_set (screen, "cabinet_height_mm", "1000");
  if (zone != NULL)
    qp_paint_set (site, "zone", zone);
  qp_paint_set (site, "ambient_day_lx", "100000");
  if (ambient != NULL)
    qp_paint_set (site, "ambient_night_lx", ambient);
  const QpEngineContext context = { .site = (const QpSite *) site };
  qp_estimate_screen (estimate, (const QpScreen *) screen, &context);
}

/* 300 by night in 10 lx, 4800 by day in 100 000 lx: half way on both logarithmic axes are 1200 cd/m² in 1000 lx */
static void
test_curve (void)
{
  QpEstimate estimate;
  QpDimming dimming;

  estimate_for (&estimate, "E3", "300", "10");
  qp_dimming_init (&dimming, &estimate, NULL);
  g_assert_cmpfloat_with_epsilon (qp_dimming_luminance (&dimming, 1000), 1200, 1e-9);
  g_assert_cmpfloat (qp_dimming_luminance (&dimming, 0), ==, 300);
  g_assert_cmpfloat (qp_dimming_luminance (&dimming, 200000), ==, 4800);
  g_assert_cmpfloat (dimming.sign_limit, ==, 300);
  /* by day 4000/π cd/m² are thrown back */
  g_assert_cmpfloat_with_epsilon (qp_dimming_contrast (&dimming, 100000), 1 + 4800 * G_PI / 4000, 1e-9);
  g_assert_cmpfloat_with_epsilon (qp_estimate_get (&estimate, "contrast_day"), 1 + 4800 * G_PI / 4000, 1e-9);
  g_assert_cmpfloat_with_epsilon (qp_estimate_get (&estimate, "contrast_night"), 1 + 300 * G_PI / 0.4, 1e-9);
  g_assert_false (dimming.night_assumed || dimming.day_assumed);
}

static void
test_not_known (void)
{
  QpEstimate estimate;
  QpDimming dimming;

  estimate_for (&estimate, NULL, NULL, NULL);
  qp_dimming_init (&dimming, &estimate, NULL);
  g_assert_true (isnan (qp_dimming_luminance (&dimming, 1000)));
  g_assert_true (isnan (dimming.sign_limit) && isnan (dimming.window_limit));
  g_assert_true (dimming.night_assumed);
  g_assert_true (isnan (qp_estimate_get (&estimate, "contrast_night")));
}

static void
test_cards (void)
{
  static const struct
  {
    const char *zone;
    const char *night;
    QpVerdict verdict;
  } cases[] = { { "E3", "300", QP_VERDICT_MEETS }, { "E3", "301", QP_VERDICT_FAILS }, { "E1", "5", QP_VERDICT_FAILS },
                { NULL, "300", QP_VERDICT_UNKNOWN }, { "E3", NULL, QP_VERDICT_UNKNOWN } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      QpEstimate estimate;
      estimate_for (&estimate, cases[i].zone, cases[i].night, "10");
      g_autoptr (GPtrArray) cards = qp_cards_for_light (&estimate);
      g_assert_cmpint (((QpCard *) cards->pdata[2])->verdict, ==, cases[i].verdict);
    }
}

static guint
accents (const QpDimming *dimming, QpTheme theme, guint *bad)
{
  QpPlanStyle style;
  qp_plan_style_init (&style, theme, QP_TEXT_PX);
  cairo_surface_t *surface = qp_canvas_surface_new (WIDTH, (int) qp_dimming_chart_height (&style));
  cairo_t *cr = cairo_create (surface);

  qp_set_colour (cr, style.paper);
  cairo_paint (cr);
  qp_paint_dimming_chart (cr, 0, 0, WIDTH, qp_dimming_chart_height (&style), dimming, &style);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  const guint n = qp_count_pixels (surface, qp_rgb (style.accent));
  *bad = qp_count_pixels (surface, qp_rgb (style.bad));
  cairo_surface_destroy (surface);
  return n;
}

/* the curve is there; a limit that is exceeded stands out */
static void
test_chart (void)
{
  QpEstimate estimate;
  QpDimming dimming;
  guint bad;

  for (guint theme = QP_THEME_LIGHT; theme <= QP_THEME_PRINT; theme++)
    {
      estimate_for (&estimate, "E3", "300", "10");
      qp_dimming_init (&dimming, &estimate, NULL);
      g_assert_cmpuint (accents (&dimming, theme, &bad), >, 300);
      g_assert_cmpuint (bad, ==, 0);
      dimming.window_limit = 115;
      accents (&dimming, theme, &bad);
      g_assert_cmpuint (bad, >, 50);
      estimate_for (&estimate, "E3", NULL, "10");
      qp_dimming_init (&dimming, &estimate, NULL);
      g_assert_cmpuint (accents (&dimming, theme, &bad), ==, 0);
    }
  estimate_for (&estimate, "E3", "300", "10");
  qp_dimming_init (&dimming, &estimate, NULL);
  g_autofree char *words = qp_dimming_chart_words (&dimming);
  g_assert_nonnull (strstr (words, "300"));
  g_assert_nonnull (strstr (words, "4.8:1"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dimming/curve", test_curve);
  g_test_add_func ("/dimming/not-known", test_not_known);
  g_test_add_func ("/dimming/cards", test_cards);
  g_test_add_func ("/dimming/chart", test_chart);
  return g_test_run ();
}
