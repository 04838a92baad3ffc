/* test-drawing.c: a vector plan: building, layers, exact places, and painting what the clip lets through
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plans/qp-plan-drawing.h"

#include <string.h>

#define SIDE 100

static QpPlanDrawing *
with_lines (const QpVec *points, guint n)
{
  QpPlanDrawing *drawing = qp_plan_drawing_new ();
  const guint layer = qp_plan_drawing_add_layer (drawing, "walls", QP_DRAWING_INK, TRUE);

  g_assert_true (qp_plan_drawing_add_shape (drawing, QP_SHAPE_LINES, layer, QP_DRAWING_INK, points, n, FALSE));
  return drawing;
}

/* drawing units from @x, @y upwards, @scale pixels each, onto white paper */
static cairo_surface_t *
paint (const QpPlanDrawing *drawing, const char *hidden, double x, double y, double scale)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, SIDE, SIDE);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_translate (cr, 0, SIDE);
  cairo_scale (cr, scale, -scale);
  cairo_translate (cr, -x, -y);
  qp_plan_drawing_paint (drawing, hidden, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static guint32
pixel (cairo_surface_t *surface, int x, int y)
{
  const guint8 *row = cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface);
  return ((const guint32 *) row)[x] & 0xffffff;
}

static guint
count_ink (cairo_surface_t *surface)
{
  guint n = 0;

  for (int y = 0; y < SIDE; y++)
    for (int x = 0; x < SIDE; x++)
      n += pixel (surface, x, y) != 0xffffff;
  return n;
}

/* places of a national grid: a tenth of a millimetre is kept */
static void
test_origin (void)
{
  const QpVec points[] = { { 500123.4567, 3370000.0001 }, { 500123.4568, 3370001.0002 } };
  g_autoptr (QpPlanDrawing) drawing = with_lines (points, 2);
  guint n;

  qp_plan_drawing_finish (drawing);
  const QpVec origin = qp_plan_drawing_origin (drawing);
  g_assert_cmpfloat (origin.x, ==, 500123);
  g_assert_cmpfloat (origin.y, ==, 3370000);
  const QpDrawingShape *shapes = qp_plan_drawing_shapes (drawing, &n);
  g_assert_cmpuint (n, ==, 1);
  const QpVec *moved = qp_plan_drawing_points (drawing, shapes);
  /* the difference itself is exact: adding the origin again gives the number of the file */
  for (guint i = 0; i < 2; i++)
    {
      g_assert_cmpfloat (moved[i].x + origin.x, ==, points[i].x);
      g_assert_cmpfloat (moved[i].y + origin.y, ==, points[i].y);
    }
  g_assert_cmpfloat_with_epsilon (moved[1].x - moved[0].x, 0.0001, 1e-9);
}

static void
test_layers (void)
{
  g_autoptr (QpPlanDrawing) drawing = qp_plan_drawing_new ();
  const QpVec point = { 3, 4 };

  g_assert_null (qp_plan_drawing_default_hidden (drawing));
  g_assert_cmpuint (qp_plan_drawing_add_layer (drawing, "A", 0xff0000, TRUE), ==, 0);
  g_assert_cmpuint (qp_plan_drawing_add_layer (drawing, "B;C", 0x00ff00, FALSE), ==, 1);
  g_assert_cmpuint (qp_plan_drawing_add_layer (drawing, "D", 0x0000ff, FALSE), ==, 2);
  g_assert_cmpuint (qp_plan_drawing_add_layer (drawing, "A", 0x123456, FALSE), ==, 0);
  g_assert_true (qp_plan_drawing_add_shape (drawing, QP_SHAPE_DOT, 2, 0, &point, 1, FALSE));
  qp_plan_drawing_finish (drawing);
  g_assert_cmpuint (qp_plan_drawing_n_layers (drawing), ==, 3);
  g_assert_cmphex (qp_plan_drawing_layer (drawing, 0)->colour, ==, 0xff0000);
  g_assert_cmpuint (qp_plan_drawing_layer (drawing, 2)->n_shapes, ==, 1);
  g_autofree char *hidden = qp_plan_drawing_default_hidden (drawing);
  g_assert_cmpstr (hidden, ==, "B,C;D");
}

static void
test_hidden_names (void)
{
  g_assert_true (qp_hidden_layers_has ("A;B", "A"));
  g_assert_true (qp_hidden_layers_has ("A;B", "B"));
  g_assert_true (qp_hidden_layers_has (";;B", "B"));
  g_assert_false (qp_hidden_layers_has ("AB;B2", "B"));
  g_assert_false (qp_hidden_layers_has ("AB;B2", "A"));
  g_assert_false (qp_hidden_layers_has (";", ""));
  g_assert_false (qp_hidden_layers_has (NULL, "A"));
}

static void
test_bounds (void)
{
  const QpVec first[] = { { 10, 20 }, { 30, 25 } }, second[] = { { 100, 200 }, { 101, 190 } };
  g_autoptr (QpPlanDrawing) drawing = with_lines (first, 2);
  const guint far = qp_plan_drawing_add_layer (drawing, "far", 0, TRUE);

  qp_plan_drawing_add_shape (drawing, QP_SHAPE_OUTLINE, far, 0, second, 2, FALSE);
  qp_plan_drawing_finish (drawing);
  QpBox box = qp_plan_drawing_bounds (drawing, NULL);
  g_assert_cmpfloat (box.x0, ==, 0);
  g_assert_cmpfloat (box.y1, ==, 180);
  box = qp_plan_drawing_bounds (drawing, "far");
  g_assert_cmpfloat (box.x1, ==, 20);
  g_assert_cmpfloat (box.y1, ==, 5);
  g_assert_true (qp_box_is_empty (qp_plan_drawing_bounds (drawing, "far;walls")));
}

/* what a damaged file may hold */
static void
test_unusable (void)
{
  g_autoptr (QpPlanDrawing) drawing = qp_plan_drawing_new ();
  const guint layer = qp_plan_drawing_add_layer (drawing, "0", 0, TRUE);
  const QpVec bad[] = { { 0, 0 }, { NAN, 1 } }, far[] = { { 0, 1e200 } };
  QpDrawingText text = { (char *) "x", .height = 1, .layer = (guint16) layer };

  g_assert_false (qp_plan_drawing_add_shape (drawing, QP_SHAPE_LINES, layer, 0, bad, 2, FALSE));
  g_assert_false (qp_plan_drawing_add_shape (drawing, QP_SHAPE_DOT, layer, 0, far, 1, FALSE));
  g_assert_false (qp_plan_drawing_add_shape (drawing, QP_SHAPE_LINES, layer, 0, bad, 0, FALSE));
  g_assert_true (qp_plan_drawing_add_text (drawing, &text));
  text.height = 0;
  g_assert_false (qp_plan_drawing_add_text (drawing, &text));
  text.height = 1;
  text.turn = INFINITY;
  g_assert_false (qp_plan_drawing_add_text (drawing, &text));
  g_assert_false (qp_plan_drawing_is_full (drawing));
  qp_plan_drawing_finish (drawing);
  cairo_surface_destroy (paint (drawing, NULL, 0, 0, 1));
}

static void
test_full (void)
{
  g_autoptr (QpPlanDrawing) drawing = qp_plan_drawing_new ();
  const guint layer = qp_plan_drawing_add_layer (drawing, "0", 0, TRUE);
  const QpVec point = { 1, 1 };

  for (guint i = 0; i < QP_DRAWING_MAX_SHAPES; i++)
    g_assert_true (qp_plan_drawing_add_shape (drawing, QP_SHAPE_DOT, layer, 0, &point, 1, FALSE));
  g_assert_false (qp_plan_drawing_is_full (drawing));
  g_assert_false (qp_plan_drawing_add_shape (drawing, QP_SHAPE_DOT, layer, 0, &point, 1, FALSE));
  g_assert_true (qp_plan_drawing_is_full (drawing));
}

/* a line is one pixel wide at any scale, and black where it is ink */
static void
test_lines (void)
{
  const QpVec points[] = { { 0, 0 }, { 0, 50.5 }, { 100, 50.5 } };
  g_autoptr (QpPlanDrawing) drawing = with_lines (points, 3);

  qp_plan_drawing_finish (drawing);
  cairo_surface_t *surface = paint (drawing, NULL, 0, 0, 1);
  g_assert_cmphex (pixel (surface, 60, 49), ==, 0x000000);
  g_assert_cmphex (pixel (surface, 60, 47), ==, 0xffffff);
  g_assert_cmphex (pixel (surface, 60, 51), ==, 0xffffff);
  g_assert_cmphex (pixel (surface, 60, 20), ==, 0xffffff);
  cairo_surface_destroy (surface);
  surface = paint (drawing, NULL, 40, 50.4, 1000);
  g_assert_cmphex (pixel (surface, 60, 0), ==, pixel (surface, 20, 0));
  g_assert_cmpuint (count_ink (surface), <=, 2 * SIDE);
  g_assert_cmpuint (count_ink (surface), >=, SIDE);
  cairo_surface_destroy (surface);
  surface = paint (drawing, "walls", 0, 0, 1);
  g_assert_cmpuint (count_ink (surface), ==, 0);
  cairo_surface_destroy (surface);
}

/* lines and fills reach beyond what cairo can count when looked at closely */
static void
test_close (void)
{
  const QpVec ring[] = { { -1e6, -1e6 }, { 1e6, -1e6 }, { 1e6, 1e6 }, { -1e6, 1e6 } };
  const QpVec hole[] = { { 0, 0 }, { 0.5, 0 }, { 0.5, 2 }, { 0, 2 } };
  const QpVec cross[] = { { -1e6, -1e6 }, { 1e6, 1e6 } };
  g_autoptr (QpPlanDrawing) drawing = with_lines (cross, 2);

  qp_plan_drawing_add_shape (drawing, QP_SHAPE_FILL, 0, 0x0000ff, ring, 4, FALSE);
  qp_plan_drawing_add_shape (drawing, QP_SHAPE_FILL, 0, 0x0000ff, hole, 4, TRUE);
  qp_plan_drawing_finish (drawing);
  const QpVec at = qp_vec_sub (qp_vec (0, 0), qp_plan_drawing_origin (drawing));
  cairo_surface_t *surface = paint (drawing, NULL, at.x, at.y, SIDE);
  g_assert_cmphex (pixel (surface, 30, 20), ==, 0xffffff);
  g_assert_cmphex (pixel (surface, 80, 50) & 0xff, ==, 0xff);
  g_assert_cmphex (pixel (surface, 80, 50), !=, 0xffffff);
  /* the diagonal runs from the lower left to the upper right */
  g_assert_cmphex (pixel (surface, 70, 29) >> 16, <, 0x80);
  cairo_surface_destroy (surface);
}

/* yellow is for black screens: on paper it is darker, and still yellow */
static void
test_light_colours (void)
{
  const QpVec points[] = { { 0, 50.5 }, { 100, 50.5 } };
  g_autoptr (QpPlanDrawing) drawing = qp_plan_drawing_new ();
  const guint layer = qp_plan_drawing_add_layer (drawing, "0", 0, TRUE);

  qp_plan_drawing_add_shape (drawing, QP_SHAPE_LINES, layer, 0xffff00, points, 2, FALSE);
  qp_plan_drawing_finish (drawing);
  cairo_surface_t *surface = paint (drawing, NULL, 0, -50, 1);
  const guint32 seen = pixel (surface, 50, 49);
  g_assert_cmpuint (seen >> 16, <, 0xc0);
  g_assert_cmpuint (seen >> 16, ==, seen >> 8 & 0xff);
  g_assert_cmpuint (seen & 0xff, ==, 0);
  cairo_surface_destroy (surface);
}

static QpBox
ink_box (cairo_surface_t *surface)
{
  QpBox box = QP_BOX_EMPTY;

  for (int y = 0; y < SIDE; y++)
    for (int x = 0; x < SIDE; x++)
      if ((pixel (surface, x, y) & 0xff) < 0x80)
        box = qp_box_with (box, qp_vec (x, y));
  return box;
}

static QpBox
text_ink (double turn, double align_x, double align_y, double stretch)
{
  g_autoptr (QpPlanDrawing) drawing = qp_plan_drawing_new ();
  const guint layer = qp_plan_drawing_add_layer (drawing, "0", 0, TRUE);
  const QpDrawingText text
      = { (char *) "H", { 50, 50 }, 20, turn, align_x, align_y, stretch, .layer = (guint16) layer };

  g_assert_true (qp_plan_drawing_add_text (drawing, &text));
  qp_plan_drawing_finish (drawing);
  const QpVec origin = qp_plan_drawing_origin (drawing);
  cairo_surface_t *surface = paint (drawing, NULL, -origin.x, -origin.y, 1);
  const QpBox box = ink_box (surface);
  cairo_surface_destroy (surface);
  return box;
}

/* a capital letter has the height of the text, and lies as it is aligned */
static void
test_text (void)
{
  QpBox box = text_ink (0, 0, 0, 1);
  g_assert_cmpfloat_with_epsilon (box.y1 - box.y0 + 1, 20, 2.5);
  g_assert_cmpfloat_with_epsilon (box.y1, 49, 1.5);
  g_assert_cmpfloat_with_epsilon (box.x0, 52, 3);
  const double wide = box.x1 - box.x0;
  box = text_ink (0, 1, 1, 0.5);
  g_assert_cmpfloat_with_epsilon (box.y0, 50, 1.5);
  g_assert_cmpfloat (box.x1, <, 50);
  g_assert_cmpfloat_with_epsilon (box.x1 - box.x0, wide / 2, 2);
  /* a quarter turn counter-clockwise: the letter lies left of the base line */
  box = text_ink (G_PI / 2, 0, 0, 1);
  g_assert_cmpfloat_with_epsilon (box.x1 - box.x0 + 1, 20, 2.5);
  g_assert_cmpfloat (box.x1, <=, 50.5);
  g_assert_cmpfloat (box.y1, <=, 49.5);
}

/* a letter that cairo can't draw does not keep it from drawing what comes after it */
static void
test_absurd_text (void)
{
  static const struct
  {
    double height;
    double stretch;
    double span;
  } cases[] = { { 1e9, 1, 0 },   { 20, 1e-9, 0 }, { 20, 100, 0 }, { 20, 1, 1e9 },
                { 20, 1, 1e-9 }, { 1e-9, 1, 0 },  { 7900, 1, 0 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const QpVec points[] = { { 0, 50.5 }, { 100, 50.5 } };
      g_autoptr (QpPlanDrawing) drawing = with_lines (points, 2);
      const QpDrawingText text = { (char *) "Hg", .place = { 10, 10 }, .height = cases[i].height,
                                   .stretch = cases[i].stretch, .span = cases[i].span };
      g_assert_true (qp_plan_drawing_add_text (drawing, &text));
      qp_plan_drawing_finish (drawing);
      for (double scale = 1; scale < 1e8; scale *= 100)
        cairo_surface_destroy (paint (drawing, NULL, 0, 0, scale));
    }
}

/* a tile of a large drawing takes a fraction of the time of the whole */
static void
test_tile (void)
{
  g_autoptr (QpPlanDrawing) drawing = qp_plan_drawing_new ();
  const guint layer = qp_plan_drawing_add_layer (drawing, "0", 0, TRUE);
  g_autoptr (GTimer) timer = g_timer_new ();
  double all = 0, tile = 0;

  for (guint i = 0; i < 200000; i++)
    {
      const QpVec a = qp_vec (i % 500 * 10, i / 500 * 10), b = qp_vec_add (a, qp_vec (8, 8));
      qp_plan_drawing_add_shape (drawing, QP_SHAPE_LINES, layer, QP_DRAWING_INK, (QpVec[]){ a, b }, 2, FALSE);
    }
  qp_plan_drawing_finish (drawing);
  cairo_surface_destroy (paint (drawing, NULL, 0, 0, SIDE / 5000.0));
  all = g_timer_elapsed (timer, NULL);
  g_timer_start (timer);
  cairo_surface_t *surface = paint (drawing, NULL, 2000, 2000, 1);
  tile = g_timer_elapsed (timer, NULL);
  g_test_message ("whole %.1f ms, tile %.2f ms", all * 1e3, tile * 1e3);
  g_assert_cmpuint (count_ink (surface), >, 100);
  cairo_surface_destroy (surface);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/drawing/origin", test_origin);
  g_test_add_func ("/drawing/layers", test_layers);
  g_test_add_func ("/drawing/hidden-names", test_hidden_names);
  g_test_add_func ("/drawing/bounds", test_bounds);
  g_test_add_func ("/drawing/unusable", test_unusable);
  g_test_add_func ("/drawing/full", test_full);
  g_test_add_func ("/drawing/lines", test_lines);
  g_test_add_func ("/drawing/close", test_close);
  g_test_add_func ("/drawing/light-colours", test_light_colours);
  g_test_add_func ("/drawing/text", test_text);
  g_test_add_func ("/drawing/absurd-text", test_absurd_text);
  g_test_add_func ("/drawing/tile", test_tile);
  return g_test_run ();
}
