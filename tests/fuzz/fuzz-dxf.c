/* fuzz-dxf.c: any bytes are a drawing that can be painted, or refused with a sentence
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plans/dxf/qp-dxf.h"

#define SIDE 64

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

/* the whole drawing, or a spot of it seen from very near */
static void
paint (const QpPlanDrawing *drawing, const char *hidden, double closer)
{
  const QpBox box = qp_plan_drawing_bounds (drawing, NULL);
  const double side = MAX (box.x1 - box.x0, box.y1 - box.y0);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, SIDE, SIDE);
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, closer * SIDE / (side > 0 ? side : 1), -closer * SIDE / (side > 0 ? side : 1));
  cairo_translate (cr, -box.x0, -box.y1);
  qp_plan_drawing_paint (drawing, hidden, cr);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
use (const QpPlanDrawing *drawing, const QpDxfInfo *info)
{
  g_autofree char *hidden = qp_plan_drawing_default_hidden (drawing);
  guint n_texts;
  const QpDrawingText *texts = qp_plan_drawing_texts (drawing, &n_texts);

  g_assert_true (info->metres_per_unit > 0 && info->why != NULL);
  for (guint i = 0; i < n_texts; i++)
    g_assert_true (g_utf8_validate (texts[i].text, -1, NULL));
  for (guint i = 0; i < qp_plan_drawing_n_layers (drawing); i++)
    g_assert_true (g_utf8_validate (qp_plan_drawing_layer (drawing, i)->name, -1, NULL));
  paint (drawing, hidden, 1);
  paint (drawing, NULL, 1e7);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_auto (QpDxfInfo) info;

  qp_dxf_info_init (&info);
  g_autoptr (QpPlanDrawing) drawing = qp_dxf_read (bytes, NULL, &info, &error);
  g_assert_true ((drawing == NULL) == (error != NULL));
  for (guint i = 0; i < qp_findings_length (info.findings); i++)
    g_assert_true (g_utf8_validate (qp_findings_get (info.findings, i)->message, -1, NULL));
  if (drawing != NULL)
    use (drawing, &info);
  return 0;
}
