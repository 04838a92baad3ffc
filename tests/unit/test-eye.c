/* test-eye.c: the design eye point on the plan: taken by hand, and painted with its sweet spot
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "interact-events.h"
#include "render/qp-paint-depth.h"

#include <string.h>

/* ten columns across, looking down the plan, with an eye 20 m before its middle, a little aside */
static QpNode *
screen_with_eye (void)
{
  QpNode *node = fix_screen ("Corner", 0, 10, 180, 10);

  fix_set (node, "bottom_height_m", qp_value_integer (4000000));
  fix_set (node, "eye_x_m", qp_value_integer (5000000));
  fix_set (node, "eye_y_m", qp_value_integer (-10000000));
  fix_set (node, "eye_height_m", qp_value_integer (1600000));
  return fix_set (node, "depth_behind_m", qp_value_integer (5000000));
}

static QpVec
eye_of (Fix *fix)
{
  const QpScreen *screen = fix_screen_at (fix, 0);

  return (QpVec){ qp_m_from_um (screen->eye_x_m), qp_m_from_um (screen->eye_y_m) };
}

static gboolean
has_eye_handle (Fix *fix)
{
  g_autoptr (GPtrArray) decorations = qp_stage_decorations (fix->stage);

  for (guint i = 0; i < decorations->len; i++)
    {
      const QpDecoration *decoration = g_ptr_array_index (decorations, i);
      if (decoration->type == QP_DECORATION_HANDLE && decoration->part == QP_PART_EYE)
        return TRUE;
    }
  return FALSE;
}

static void
test_drag (void)
{
  Fix fix;
  QpNode *nodes[] = { screen_with_eye () };

  fix_up (&fix, nodes, 1);
  g_assert_false (has_eye_handle (&fix));
  /* an eye that is not shown is not in the way */
  drag (&fix, 5, -10, 15, -20, QP_MOD_ALT);
  g_assert_cmpfloat_with_epsilon (eye_of (&fix).x, 5, 1e-9);

  qp_selection_set_one (fix.selection, fix_node (&fix, 0)->id);
  g_assert_true (has_eye_handle (&fix));
  const guint before = qp_document_n_undo (fix.document);
  drag (&fix, 5, -10, 15.3, -20.4, QP_MOD_ALT);
  g_assert_cmpfloat_with_epsilon (eye_of (&fix).x, 15.3, 1e-6);
  g_assert_cmpfloat_with_epsilon (eye_of (&fix).y, -20.4, 1e-6);
  g_assert_cmpint (fix_screen_at (&fix, 0)->x_m, ==, 0);
  g_assert_cmpuint (qp_document_n_undo (fix.document), ==, before + 1);
  qp_document_undo (fix.document);
  g_assert_cmpfloat_with_epsilon (eye_of (&fix).x, 5, 1e-9);
  fix_down (&fix);
}

/* near the axis of its screen it goes onto it, with the reason; the end of a square wins over that */
static void
test_snap (void)
{
  Fix fix;
  QpNode *nodes[] = { screen_with_eye (), fix_square ("Kiosk", 0.4, -16, 4) };

  fix_up (&fix, nodes, 2);
  qp_selection_set_one (fix.selection, fix_node (&fix, 0)->id);
  press (&fix, 5, -10, QP_MOD_NONE);
  move (&fix, 1, -5, QP_MOD_NONE);
  move (&fix, 0.3, -4.7, QP_MOD_NONE);
  g_assert_cmpfloat_with_epsilon (eye_of (&fix).x, 0, 1e-6);
  g_assert_cmpfloat_with_epsilon (eye_of (&fix).y, -4.7, 1e-6);
  g_assert_nonnull (strstr (qp_stage_status (fix.stage), "before the middle of the screen"));
  move (&fix, 0.3, -12.1, QP_MOD_NONE);
  g_assert_cmpfloat_with_epsilon (eye_of (&fix).x, 0.4, 1e-6);
  g_assert_cmpfloat_with_epsilon (eye_of (&fix).y, -12, 1e-6);
  release (&fix, 0.3, -12.1, QP_MOD_NONE);
  fix_down (&fix);
}

/* --- painting --- */

static double
difference (const guint8 *a, const guint8 *b)
{
  return fabs ((double) a[0] - b[0]) + fabs ((double) a[1] - b[1]) + fabs ((double) a[2] - b[2]);
}

static const guint8 *
pixel (cairo_surface_t *surface, QpVec px)
{
  return cairo_image_surface_get_data (surface) + (gsize) px.y * (gsize) cairo_image_surface_get_stride (surface)
         + (gsize) px.x * 4;
}

static void
test_paint (gconstpointer data)
{
  const QpTheme theme = (QpTheme) GPOINTER_TO_UINT (data);
  const QpViewport viewport = { { 0, 0 }, 10, 800, 600, 1 };
  g_autoptr (QpNode) screen = screen_with_eye ();
  g_autoptr (QpNode) plain = fix_screen ("Plain", 0, 10, 180, 10);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 800, 600);
  cairo_t *cr = cairo_create (surface);
  g_auto (QpDepthView) none = { 0 }, view = { 0 };
  QpPlanStyle style;

  qp_plan_style_init (&style, theme, QP_TEXT_PX);
  qp_set_colour (cr, style.paper);
  cairo_paint (cr);
  g_assert_false (qp_depth_view_init (&none, (const QpScreen *) plain, NULL));
  g_assert_true (qp_depth_view_init (&view, (const QpScreen *) screen, NULL));
  g_assert_true (view.has_zones);
  qp_paint_depth (cr, &viewport, &view, &style);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  /* half way from the eye to the edge of the good zone, half way from there to that of the other, and outside, away from
   * words and sight lines: three grades, also without colour */
  const guint aside = QP_DEPTH_RAYS - 6; /* to the right and a little down */
  const QpVec eye = qp_vec (5, -10);
  const QpVec good = qp_vec_middle (eye, view.good.outline[aside]);
  const QpVec limit = qp_vec_middle (view.good.outline[aside], view.limit.outline[aside]);
  const guint8 *paper = pixel (surface, qp_vec (5, 5));
  g_assert_cmpfloat (difference (pixel (surface, qp_viewport_to_px (&viewport, good)), paper), >,
                     1.5 * difference (pixel (surface, qp_viewport_to_px (&viewport, limit)), paper));
  g_assert_cmpfloat (difference (pixel (surface, qp_viewport_to_px (&viewport, limit)), paper), >, 4);
  /* the eye itself */
  const guint8 *pupil = pixel (surface, qp_viewport_to_px (&viewport, eye));
  g_assert_cmpfloat (difference (pupil, paper), >, 60);
  g_assert_true (qp_box_has (qp_depth_view_box (&view), view.limit.outline[aside]));
  cairo_surface_destroy (surface);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/eye/drag", test_drag);
  g_test_add_func ("/eye/snap", test_snap);
  g_test_add_data_func ("/eye/paint-light", GUINT_TO_POINTER (QP_THEME_LIGHT), test_paint);
  g_test_add_data_func ("/eye/paint-dark", GUINT_TO_POINTER (QP_THEME_DARK), test_paint);
  g_test_add_data_func ("/eye/paint-print", GUINT_TO_POINTER (QP_THEME_PRINT), test_paint);
  return g_test_run ();
}
