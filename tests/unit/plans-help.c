/* plans-help.c: plan files made on the spot, and what tests of them need
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plans-help.h"

#include "base/qp-error.h"

#include <cairo-pdf.h>
#include <string.h>

GBytes *
bytes_of (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

QpPlanSource *
open_text (const char *text, const char *file_name)
{
  g_autoptr (GBytes) bytes = bytes_of (text);
  g_autoptr (GError) error = NULL;
  QpPlanSource *source = qp_plan_source_open (bytes, file_name, 1, NULL, &error);

  g_assert_no_error (error);
  return source;
}

void
refuse_bytes (GBytes *bytes, const char *file_name, int code, const char *word)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QpPlanSource) source = qp_plan_source_open (bytes, file_name, 1, NULL, &error);

  g_assert_null (source);
  g_assert_error (error, QP_ERROR, code);
  if (strstr (error->message, word) == NULL)
    g_error ("“%s” says nothing of %s", error->message, word);
}

void
refuse_text (const char *text, const char *file_name, int code, const char *word)
{
  g_autoptr (GBytes) bytes = bytes_of (text);

  refuse_bytes (bytes, file_name, code, word);
}

guint32
pixel_of (cairo_surface_t *surface, int x, int y)
{
  cairo_surface_flush (surface);
  return ((const guint32 *) (gpointer) (cairo_image_surface_get_data (surface)
                                        + y * cairo_image_surface_get_stride (surface)))[x]
         & 0xffffff;
}

/* the longer side of the source on so many pixels of white, or of black for the night */
cairo_surface_t *
paint_source (const QpPlanSource *source, const char *hidden_layers, int side, QpPlanLook look)
{
  QpPlanLayer *layer = qp_plan_source_layer (source);
  const double scale = side / MAX (qp_plan_layer_width (layer), qp_plan_layer_height (layer));
  const int width = MAX (1, (int) (qp_plan_layer_width (layer) * scale)),
            height = MAX (1, (int) (qp_plan_layer_height (layer) * scale));
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);
  QpPlanImport import;

  qp_plan_import_init (&import, source);
  import.hidden_layers = hidden_layers;
  import.metres_per_unit = 1;
  g_autoptr (GPtrArray) nodes = qp_plan_source_nodes (source, &import);
  cairo_set_source_rgb (cr, 1, 1, 1);
  if (look == QP_PLAN_LOOK_NIGHT)
    cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_paint (cr);
  cairo_translate (cr, 0, height);
  cairo_scale (cr, scale, -scale);
  qp_plan_layer_paint (layer, g_ptr_array_index (nodes, 0), cr, look);
  cairo_destroy (cr);
  return surface;
}

static cairo_status_t
append (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* page n is black from the left up to n tenths of its 200 × 100 points */
GBytes *
pdf_with_pages (guint n_pages)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append, bytes, 200, 100);
  cairo_t *cr = cairo_create (surface);

  for (guint i = 1; i <= n_pages; i++)
    {
      cairo_rectangle (cr, 0, 0, 20.0 * i, 100);
      cairo_fill (cr);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}
