/* qp-wiring-file.c: the cabling of a screen as lists and drawings for installers
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "exchange/qp-wiring-file.h"

#include "base/qp-error.h"
#include "render/qp-paint-wiring.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <string.h>

/* A3 across, points */
#define SHEET_WIDTH 1190.55
#define SHEET_HEIGHT 841.89
#define TEXT_PT 8

/**
 * qp_wiring_init:
 * @self: (out caller-allocates): place for the cabling
 * @screen: a screen; has to outlive @self
 * @context: its surroundings; has to outlive @self
 *
 * Routes data and power. End with qp_wiring_clear().
 */
void
qp_wiring_init (QpWiring *self, const QpScreen *screen, const QpEngineContext *context)
{
  self->screen = screen;
  self->context = context;
  qp_data_runs_init (&self->data, screen, context);
  qp_power_runs_init (&self->power, screen, context);
}

/**
 * qp_wiring_clear:
 * @self: a cabling
 */
void
qp_wiring_clear (QpWiring *self)
{
  qp_data_runs_clear (&self->data);
  qp_power_runs_clear (&self->power);
}

/**
 * qp_wiring_format_from_path:
 * @path: name of a file
 * @format: (out): the format its ending asks for
 * @error: return location
 *
 * Returns: %FALSE with %QP_ERROR_INVALID when the ending is none of .csv, .json, .svg and .pdf
 */
gboolean
qp_wiring_format_from_path (const char *path, QpWiringFormat *format, GError **error)
{
  static const char *const endings[] = { [QP_WIRING_CSV] = ".csv", [QP_WIRING_JSON] = ".json", [QP_WIRING_SVG] = ".svg",
                                         [QP_WIRING_PDF] = ".pdf" };
  const char *ending = strrchr (path, '.');

  for (guint i = 0; ending != NULL && i < G_N_ELEMENTS (endings); i++)
    if (g_ascii_strcasecmp (ending, endings[i]) == 0)
      {
        *format = i;
        return TRUE;
      }
  g_set_error (error, QP_ERROR, QP_ERROR_INVALID, _ ("Wiring is written as .csv, .json, .svg or .pdf, not as “%s”."), path);
  return FALSE;
}

/* -- drawings -- */

static cairo_status_t
collect (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
surface_for (const QpWiring *self, QpWiringFormat format, GByteArray *bytes)
{
  if (format == QP_WIRING_PDF)
    {
      cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (collect, bytes, SHEET_WIDTH, SHEET_HEIGHT);
      g_autofree char *name = qp_node_display_name (&self->screen->node);
      cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, name);
      cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Qianping " QP_VERSION);
      return surface;
    }
  cairo_surface_t *surface = cairo_svg_surface_create_for_stream (collect, bytes, SHEET_WIDTH, 2 * SHEET_HEIGHT);
  cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PT);
  return surface;
}

static void
paint_sheet (cairo_t *cr, const QpWiringSheet *sheet, gboolean power, const QpPlanStyle *style)
{
  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, SHEET_WIDTH, SHEET_HEIGHT);
  cairo_clip (cr);
  qp_paint_wiring (cr, SHEET_WIDTH, SHEET_HEIGHT, sheet, power, style);
  cairo_restore (cr);
}

static GBytes *
draw (const QpWiring *self, QpWiringFormat format, gboolean back, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_auto (QpElevation) elevation = { 0 };
  QpPlanStyle style;

  qp_plan_style_init_paper (&style, TEXT_PT);
  qp_elevation_init (&elevation, self->screen, self->context->catalogue);
  const QpWiringSheet sheet = { &elevation, self->screen, self->context->catalogue, &self->data, &self->power, back };
  cairo_surface_t *surface = surface_for (self, format, bytes);
  cairo_t *cr = cairo_create (surface);
  paint_sheet (cr, &sheet, FALSE, &style);
  if (format == QP_WIRING_PDF)
    cairo_show_page (cr);
  else
    cairo_translate (cr, 0, SHEET_HEIGHT);
  paint_sheet (cr, &sheet, TRUE, &style);
  cairo_status_t status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  g_set_error (error, QP_ERROR, QP_ERROR_WRITE, _ ("The drawing could not be made: %s"), cairo_status_to_string (status));
  return NULL;
}

/**
 * qp_wiring_to_bytes:
 * @self: a cabling
 * @format: what is written
 * @back: whether drawings show it from behind, as the installer sees it
 * @error: return location
 *
 * Returns: (transfer full): the file; %NULL with %QP_ERROR_WRITE when a drawing could not be made
 */
GBytes *
qp_wiring_to_bytes (const QpWiring *self, QpWiringFormat format, gboolean back, GError **error)
{
  if (format == QP_WIRING_SVG || format == QP_WIRING_PDF)
    return draw (self, format, back, error);
  char *text = format == QP_WIRING_CSV ? qp_wiring_to_csv (self) : qp_wiring_to_json (self);
  return g_bytes_new_take (text, strlen (text));
}
