/* test-advisor-chart.c: the chart of an advice on a pitch: what it shows, and what is under the pointer
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/qp-advice-chart.h"
#include "paint-help.h"

#include <string.h>

#define WIDTH 700

/* two pitches of the catalogue, and somebody who looks */
static QpAdvice *
new_advice (gboolean audience)
{
  static const char *const cabinets[][2] = { { "p5", "100" }, { "p10", "50" } };
  g_autoptr (QpNode) root = qp_node_new (QP_KIND_CATALOGUE, qp_id_new ());
  g_autoptr (QpNode) plan = qp_node_new (QP_KIND_PLAN, qp_id_new ());
  g_autoptr (QpNode) square = qp_node_new (QP_KIND_AUDIENCE, qp_id_new ());
  g_autoptr (QpNode) screen = qp_node_new (QP_KIND_SCREEN, qp_id_new ());
  QpAdvisorOptions options;

  for (guint i = 0; i < G_N_ELEMENTS (cabinets); i++)
    {
      g_autoptr (QpNode) cabinet = qp_node_new (QP_KIND_CABINET, qp_id_new ());
      qp_paint_set (cabinet, "key", cabinets[i][0]);
      qp_paint_set (cabinet, "width_mm", "500");
      qp_paint_set (cabinet, "height_mm", "500");
      qp_paint_set (cabinet, "px_w", cabinets[i][1]);
      qp_paint_set (cabinet, "px_h", cabinets[i][1]);
      g_autoptr (QpNodeList) list = qp_node_list_with_insert (root->children, 0, cabinet);
      qp_node_init_children (root, list);
    }
  qp_paint_set (square, "outline", "-10,-60 10,-60 10,-10 -10,-10");
  g_autoptr (QpNodeList) places = qp_node_list_with_insert (plan->children, 0, square);
  if (audience)
    qp_node_init_children (plan, places);
  qp_paint_set (screen, "cabinet", "p10");
  qp_paint_set (screen, "columns", "10");
  qp_paint_set (screen, "rows", "6");
  g_autoptr (QpCatalogue) catalogue = qp_catalogue_new ((QpNode *const *) &root, 1);
  const QpEngineContext context = { .catalogue = catalogue };
  qp_advisor_options_init (&options);
  return qp_advice_new ((const QpScreen *) screen, plan, &context, &options);
}

static cairo_surface_t *
paint (const QpAdvice *advice, int chosen, QpTheme theme, QpPlanStyle *style)
{
  qp_plan_style_init (style, theme, QP_TEXT_PX);
  cairo_surface_t *surface = qp_canvas_surface_new (WIDTH, (int) qp_advisor_chart_height (style));
  cairo_t *cr = cairo_create (surface);

  qp_set_colour (cr, style->paper);
  cairo_paint (cr);
  qp_paint_advisor_chart (cr, 0, 0, WIDTH, qp_advisor_chart_height (style), advice, chosen, style);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static void
test_curves (void)
{
  static const QpTheme themes[] = { QP_THEME_LIGHT, QP_THEME_DARK, QP_THEME_PRINT };
  g_autoptr (QpAdvice) seen = new_advice (TRUE);
  g_autoptr (QpAdvice) unseen = new_advice (FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (themes); i++)
    {
      QpPlanStyle style;
      cairo_surface_t *with = paint (seen, -1, themes[i], &style);
      cairo_surface_t *without = paint (unseen, -1, themes[i], &style);
      /* the curve of the acuity runs through the whole width; without an audience there is the legend only */
      g_assert_cmpuint (qp_count_pixels (with, qp_rgb (style.accent)), >, 400);
      g_assert_cmpuint (qp_count_pixels (without, qp_rgb (style.accent)), <, 150);
      cairo_surface_destroy (with);
      cairo_surface_destroy (without);
    }
}

/* what was clicked has a ring */
static void
test_chosen (void)
{
  g_autoptr (QpAdvice) advice = new_advice (TRUE);
  QpPlanStyle style;
  cairo_surface_t *plain = paint (advice, -1, QP_THEME_LIGHT, &style);
  cairo_surface_t *ringed = paint (advice, 0, QP_THEME_LIGHT, &style);

  g_assert_cmpuint (qp_count_pixels (ringed, qp_rgb (style.ink)), >, qp_count_pixels (plain, qp_rgb (style.ink)));
  cairo_surface_destroy (plain);
  cairo_surface_destroy (ringed);
}

static void
test_under_pointer (void)
{
  g_autoptr (QpAdvice) advice = new_advice (TRUE);
  QpPlanStyle style;

  qp_plan_style_init (&style, QP_THEME_LIGHT, QP_TEXT_PX);
  g_assert_cmpuint (advice->candidates->len, ==, 2);
  g_assert_cmpint (qp_advisor_chart_candidate_at (advice, WIDTH, 60, &style), ==, 0);
  g_assert_cmpint (qp_advisor_chart_candidate_at (advice, WIDTH, WIDTH - 60, &style), ==, 1);
}

static void
test_files (void)
{
  static const char *const magic[] = { "\x89PNG", "<?xml", "%PDF" };
  g_autoptr (QpAdvice) advice = new_advice (TRUE);

  for (guint format = QP_DRAWING_PNG; format <= QP_DRAWING_PDF; format++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = qp_advice_chart_to_bytes (advice, format, QP_THEME_PRINT, &error);
      g_assert_no_error (error);
      g_assert_cmpint (memcmp (g_bytes_get_data (bytes, NULL), magic[format], strlen (magic[format])), ==, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/advisor-chart/curves", test_curves);
  g_test_add_func ("/advisor-chart/chosen", test_chosen);
  g_test_add_func ("/advisor-chart/under-pointer", test_under_pointer);
  g_test_add_func ("/advisor-chart/files", test_files);
  return g_test_run ();
}
