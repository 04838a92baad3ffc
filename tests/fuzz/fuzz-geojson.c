/* fuzz-geojson.c: any bytes are read as footprints or refused; what is read can be painted and taken over
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plans/qp-plan-content.h"
#include "plans/qp-plan-walls.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static void
paint (const QpPlanContent *content)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 32, 32);
  cairo_t *cr = cairo_create (surface);
  const double longer = MAX (MAX (content->width, content->height), 1);

  cairo_scale (cr, 32 / longer, 32 / longer);
  qp_plan_drawing_paint (content->drawing, NULL, cr);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
try_read (GBytes *bytes, gboolean gcj02)
{
  const QpPlanRequest request = { QP_BACKGROUND_GEOJSON, 1, gcj02, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (QpPlanContent) content = qp_plan_geojson_read (bytes, &request, NULL, &error);
  guint n_shapes;

  g_assert_true ((content == NULL) == (error != NULL));
  if (content == NULL)
    return;
  qp_plan_drawing_shapes (content->drawing, &n_shapes);
  g_assert_cmpuint (content->facts->len, ==, n_shapes);
  g_assert_true (content->width >= 0 && content->height >= 0);
  paint (content);
  g_autoptr (GPtrArray) walls = qp_plan_walls_new (content->drawing, "Polygon;LineString", NULL, 1, qp_vec (0, 0));
  g_assert_cmpuint (walls->len, <=, n_shapes);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);

  try_read (bytes, FALSE);
  try_read (bytes, TRUE);
  return 0;
}
