/* paint-help.c: documents by hand and pixels of pictures, for tests of painters
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "paint-help.h"

#include <math.h>

void
qp_paint_set (QpNode *node, const char *name, const char *text)
{
  const QpField *field = qp_kind_field (node->kind, name);
  g_auto (QpValue) value = { 0 };

  g_assert_nonnull (field);
  g_assert_cmpint (qp_field_parse (field, text, &value), ==, QP_FIELD_FINE);
  qp_node_init_value (node, field, &value);
}

/* pairs of field and text up to NULL */
QpNode *
qp_paint_make (QpKind kind, ...)
{
  QpNode *node = qp_node_new (kind, qp_id_new ());
  va_list args;

  va_start (args, kind);
  for (const char *name; (name = va_arg (args, const char *)) != NULL;)
    qp_paint_set (node, name, va_arg (args, const char *));
  va_end (args);
  return node;
}

QpNode *
qp_paint_with_children (QpNode *node, QpNode *const *children, guint n)
{
  g_autoptr (QpNodeList) list = qp_node_list_new (children, n);

  qp_node_init_children (node, list);
  for (guint i = 0; i < n; i++)
    qp_node_unref (children[i]);
  return node;
}

QpNode *
qp_paint_make_screen (const char *name, const char *x, const char *y, const char *facing, const char *columns)
{
  return qp_paint_make (QP_KIND_SCREEN, "name", name, "x_m", x, "y_m", y, "facing_deg", facing, "columns", columns,
                        "rows", "6", "cabinet_width_mm", "1000", "cabinet_height_mm", "1000", "cabinet_px_w", "160",
                        "cabinet_px_h", "160", "bottom_height_m", "5", NULL);
}

QpNode *
qp_paint_make_plan (void)
{
  QpNode *children[] = {
    qp_paint_make (QP_KIND_OBSTACLE, "name", "Store", "top_height_m", "38", "outline", "10,60 40,60 40,90 10,90", NULL),
    qp_paint_make (QP_KIND_OBSTACLE, "name", "Hotel", "top_height_m", "62", "outline", "60,60 95,60 95,95 60,95", NULL),
    qp_paint_make (QP_KIND_AUDIENCE, "name", "Square", "people_day_per_h", "4200", "outline", "20,10 60,10 60,40 20,40",
                   NULL),
    qp_paint_make (QP_KIND_RECEPTOR, "name", "Homes", "outline", "80,10 80,40", NULL),
    qp_paint_make (QP_KIND_DIMENSION, "outline", "10,5 60,5", NULL),
    qp_paint_make (QP_KIND_NOTE, "text", "Kiosk", "x_m", "70", "y_m", "50", NULL),
    qp_paint_make_screen ("South face", "25", "59", "180", "12"),
    qp_paint_make_screen ("East face", "41", "75", "90", "10"),
  };

  return qp_paint_with_children (qp_paint_make (QP_KIND_PLAN, "name", "Street", NULL), children,
                                 G_N_ELEMENTS (children));
}

/* metres 0…100 on 800 pixels */
void
qp_fixture_init (QpFixture *self, QpNode *plan, QpTheme theme)
{
  self->plan = plan;
  self->scene = qp_scene_new ();
  qp_scene_update (self->scene, plan, NULL, NULL);
  qp_viewport_init (&self->viewport, 800, 800, 1);
  self->viewport.center = qp_vec (50, 50);
  self->viewport.scale = 8;
  qp_plan_style_init (&self->style, theme, QP_TEXT_PX);
}

void
qp_fixture_clear (QpFixture *self)
{
  qp_scene_free (self->scene);
  qp_node_unref (self->plan);
}

cairo_surface_t *
qp_canvas_surface_new (int width, int height)
{
  return cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
}

guint32
qp_pixel (cairo_surface_t *surface, double x, double y)
{
  cairo_surface_flush (surface);
  g_assert_true (x >= 0 && y >= 0 && x < cairo_image_surface_get_width (surface)
                 && y < cairo_image_surface_get_height (surface));
  return ((const guint32 *) (cairo_image_surface_get_data (surface)
                             + (int) y * cairo_image_surface_get_stride (surface)))[(int) x]
         & 0xffffff;
}

guint32
qp_rgb (QpColour colour)
{
  return (guint32) round (colour.red * 255) << 16 | (guint32) round (colour.green * 255) << 8
         | (guint32) round (colour.blue * 255);
}

guint
qp_count_pixels (cairo_surface_t *surface, guint32 colour)
{
  guint n = 0;

  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    for (int x = 0; x < cairo_image_surface_get_width (surface); x++)
      n += qp_pixel (surface, x, y) == colour;
  return n;
}

cairo_surface_t *
qp_paint_parts (QpFixture *fixture, const QpViewport *viewport, QpPaintParts parts)
{
  cairo_surface_t *surface = qp_canvas_surface_new ((int) viewport->width, (int) viewport->height);
  cairo_t *cr = cairo_create (surface);

  qp_paint_plan (cr, viewport, fixture->scene, NULL, &fixture->style, parts);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  return surface;
}
