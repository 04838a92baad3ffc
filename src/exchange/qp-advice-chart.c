/* qp-advice-chart.c: the chart of an advice on a pitch as a file
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "exchange/qp-advice-chart.h"

#include "base/qp-error.h"
#include "render/qp-text.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>

#define WIDTH_PX 960.0
#define WIDTH_PT 595.0 /* A4 upright */
#define MARGIN_EM 2.0
#define SENTENCE_EM 3.6

static cairo_status_t
collect (void *bytes, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (bytes, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
surface_for (QpDrawingFormat format, GByteArray *bytes, double width, double height)
{
  cairo_surface_t *surface;

  if (format == QP_DRAWING_PNG)
    return cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) width, (int) height);
  if (format == QP_DRAWING_PDF)
    return cairo_pdf_surface_create_for_stream (collect, bytes, width, height);
  surface = cairo_svg_surface_create_for_stream (collect, bytes, width, height);
  cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PT);
  return surface;
}

static void
paint (cairo_t *cr, const QpAdvice *advice, const QpPlanStyle *style, double width, double height)
{
  const double em = style->text_px, margin = MARGIN_EM * em;
  g_autoptr (QpText) text = qp_text_new (style);
  g_autofree char *sentence = qp_advice_sentence (advice);

  qp_set_colour (cr, style->paper);
  cairo_paint (cr);
  qp_text_draw_narrow (text, cr, sentence, QP_TEXT_STRONG, margin, margin, width - 2 * margin, QP_ALIGN_START, style->ink);
  qp_paint_advisor_chart (cr, margin, margin + SENTENCE_EM * em, width - 2 * margin, height - 2 * margin - SENTENCE_EM * em, advice, -1,
                          style);
}

/**
 * qp_advice_chart_to_bytes:
 * @advice: an advice
 * @format: format of the file
 * @theme: colours
 * @error: return location for an error
 *
 * Draws the sentence and the chart.
 *
 * Returns: (transfer full): the file, or %NULL with %QP_ERROR_INVALID when cairo can't write it
 */
GBytes *
qp_advice_chart_to_bytes (const QpAdvice *advice, QpDrawingFormat format, QpTheme theme, GError **error)
{
  const gboolean pixels = format == QP_DRAWING_PNG;
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  QpPlanStyle style;

  qp_plan_style_init (&style, theme, pixels ? QP_TEXT_PX : 8);
  style.unit = pixels ? 1 : 0.75;
  style.exact = !pixels;
  const double width = pixels ? WIDTH_PX : WIDTH_PT;
  const double height = ceil (qp_advisor_chart_height (&style) + (2 * MARGIN_EM + SENTENCE_EM) * style.text_px);
  cairo_surface_t *surface = surface_for (format, bytes, width, height);
  cairo_t *cr = cairo_create (surface);
  paint (cr, advice, &style, width, height);
  cairo_destroy (cr);
  if (pixels)
    cairo_surface_write_to_png_stream (surface, collect, bytes);
  cairo_surface_finish (surface);
  const cairo_status_t status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  g_set_error (error, QP_ERROR, QP_ERROR_INVALID, _ ("The chart can’t be drawn: %s."), cairo_status_to_string (status));
  return NULL;
}
