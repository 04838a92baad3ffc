/* qp-stamp.c: thousands of short texts of one size, drawn at once
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "render/qp-stamp.h"

#include <pango/pangocairo.h>

struct _QpStamp
{
  PangoContext *context;
  PangoFont *font;
  cairo_scaled_font_t *scaled;
  double ascent;
  double line;
  GArray *glyphs; /* cairo_glyph_t */
};

/**
 * qp_stamp_new:
 * @style: font families
 * @size_px: size of the text, pixels
 * @strong: whether it is semibold
 *
 * Returns: (transfer full): a stamp for this thread
 */
QpStamp *
qp_stamp_new (const QpPlanStyle *style, double size_px, gboolean strong)
{
  QpStamp *self = g_new0 (QpStamp, 1);
  PangoFontDescription *wanted = pango_font_description_from_string (style->font);
  cairo_font_extents_t extents = { 0 };

  pango_font_description_set_absolute_size (wanted, size_px * PANGO_SCALE);
  if (strong)
    pango_font_description_set_weight (wanted, PANGO_WEIGHT_SEMIBOLD);
  self->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  self->font = pango_context_load_font (self->context, wanted);
  pango_font_description_free (wanted);
  self->scaled = self->font != NULL ? pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (self->font)) : NULL;
  self->glyphs = g_array_new (FALSE, FALSE, sizeof (cairo_glyph_t));
  if (self->scaled != NULL)
    cairo_scaled_font_extents (self->scaled, &extents);
  self->ascent = extents.ascent;
  self->line = extents.ascent + extents.descent;
  return self;
}

/**
 * qp_stamp_free:
 * @self: (transfer full) (nullable): a stamp
 */
void
qp_stamp_free (QpStamp *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->glyphs);
  g_clear_object (&self->font);
  g_object_unref (self->context);
  g_free (self);
}

/**
 * qp_stamp_width:
 * @self: a stamp
 * @text: a text
 *
 * Returns: its width, pixels
 */
double
qp_stamp_width (QpStamp *self, const char *text)
{
  cairo_text_extents_t extents = { 0 };

  if (self->scaled != NULL)
    cairo_scaled_font_text_extents (self->scaled, text, &extents);
  return extents.x_advance;
}

/**
 * qp_stamp_line:
 * @self: a stamp
 *
 * Returns: height of a line, pixels
 */
double
qp_stamp_line (const QpStamp *self)
{
  return self->line;
}

/**
 * qp_stamp_add:
 * @self: a stamp
 * @text: a text
 * @middle: its middle, pixels from the left
 * @y: its upper edge
 *
 * Adds a text to those that will be drawn.
 */
void
qp_stamp_add (QpStamp *self, const char *text, double middle, double y)
{
  cairo_glyph_t *glyphs = NULL;
  int n = 0;

  if (self->scaled == NULL)
    return;
  const double x = middle - qp_stamp_width (self, text) / 2;
  if (cairo_scaled_font_text_to_glyphs (self->scaled, x, y + self->ascent, text, -1, &glyphs, &n, NULL, NULL, NULL)
      != CAIRO_STATUS_SUCCESS)
    return;
  g_array_append_vals (self->glyphs, glyphs, (guint) n);
  cairo_glyph_free (glyphs);
}

/**
 * qp_stamp_draw:
 * @self: a stamp
 * @cr: a context
 * @colour: their colour
 *
 * Draws all texts that were added, and forgets them.
 */
void
qp_stamp_draw (QpStamp *self, cairo_t *cr, QpColour colour)
{
  if (self->glyphs->len > 0)
    {
      cairo_set_scaled_font (cr, self->scaled);
      qp_set_colour (cr, colour);
      cairo_show_glyphs (cr, (const cairo_glyph_t *) self->glyphs->data, (int) self->glyphs->len);
    }
  g_array_set_size (self->glyphs, 0);
}
