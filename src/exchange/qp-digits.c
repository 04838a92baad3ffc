/* qp-digits.c: letters and figures as masks: a map has tens of thousands of numbers
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "exchange/qp-band.h"

#include "render/qp-text.h"

#define FIRST ' '
#define TIMES 0xd7u /* × stands behind the last letter of ASCII */
#define N_GLYPHS (127 - ' ' + 1)

typedef struct
{
  guint width;
  guint stride;
  guint8 *mask;
} Glyph;

struct _QpDigits
{
  guint height;
  Glyph glyphs[N_GLYPHS];
};

static guint
glyph_of (gunichar letter)
{
  if (letter == TIMES)
    return N_GLYPHS - 1;
  return letter > FIRST && letter < 127 ? letter - FIRST : 0;
}

static void
draw_glyph (Glyph *self, QpText *text, const char *letter, guint height)
{
  g_autoptr (PangoLayout) layout = qp_text_layout (text, letter, QP_TEXT_STRONG);
  double w, h;

  qp_layout_size (layout, &w, &h);
  self->width = (guint) MAX (1, w + 0.5);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, (int) self->width, (int) height);
  cairo_t *cr = cairo_create (surface);
  pango_cairo_show_layout (cr, layout);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  self->stride = (guint) cairo_image_surface_get_stride (surface);
  self->mask = g_memdup2 (cairo_image_surface_get_data (surface), (gsize) self->stride * height);
  cairo_surface_destroy (surface);
}

/**
 * qp_digits_new:
 * @size_px: size of the text, pixels
 *
 * Returns: (transfer full): masks of this size
 */
QpDigits *
qp_digits_new (guint size_px)
{
  QpDigits *self = g_new0 (QpDigits, 1);
  QpPlanStyle style;

  qp_plan_style_init (&style, QP_THEME_LIGHT, size_px);
  g_autoptr (QpText) text = qp_text_new (&style);
  self->height = (guint) (qp_text_line (text, QP_TEXT_STRONG) + 0.999);
  for (guint i = 0; i < N_GLYPHS; i++)
    {
      char letter[7] = { 0 };
      g_unichar_to_utf8 (i == N_GLYPHS - 1 ? TIMES : FIRST + i, letter);
      draw_glyph (&self->glyphs[i], text, letter, self->height);
    }
  return self;
}

/**
 * qp_digits_free:
 * @self: (transfer full) (nullable): masks
 */
void
qp_digits_free (QpDigits *self)
{
  for (guint i = 0; self != NULL && i < N_GLYPHS; i++)
    g_free (self->glyphs[i].mask);
  g_free (self);
}

/**
 * qp_digits_width:
 * @self: masks
 * @text: letters of ASCII, and ×
 *
 * Returns: width of the text, pixels
 */
guint
qp_digits_width (const QpDigits *self, const char *text)
{
  guint width = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    width += self->glyphs[glyph_of (g_utf8_get_char (text))].width;
  return width;
}

/**
 * qp_digits_height:
 * @self: masks
 *
 * Returns: height of a line, pixels
 */
guint
qp_digits_height (const QpDigits *self)
{
  return self->height;
}

static guint32
mix (guint32 under, guint32 over, guint share)
{
  guint32 out = 0xff000000u;

  for (guint shift = 0; shift < 24; shift += 8)
    {
      const guint a = under >> shift & 0xff, b = over >> shift & 0xff;
      out |= ((a * (255 - share) + b * share + 127) / 255) << shift;
    }
  return out;
}

static void
draw_letter (const QpDigits *self, const Glyph *glyph, const QpBand *band, gint64 x, gint64 y, guint32 pixel)
{
  gint64 x0 = x, y0 = y, x1 = x + glyph->width, y1 = y + self->height;

  if (!qp_band_clip (band, &x0, &y0, &x1, &y1))
    return;
  for (gint64 row = y0; row < y1; row++)
    {
      guint32 *at = band->pixels + (row - band->box.y) * band->box.width + (x0 - band->box.x);
      const guint8 *mask = glyph->mask + (row - y) * glyph->stride + (x0 - x);
      for (gint64 i = x0; i < x1; i++, at++, mask++)
        if (*mask != 0)
          *at = mix (*at, pixel, *mask);
    }
}

/**
 * qp_digits_draw:
 * @self: masks
 * @band: where to draw
 * @text: letters of ASCII, and ×
 * @x: left edge
 * @y: top edge
 * @pixel: colour
 */
void
qp_digits_draw (const QpDigits *self, const QpBand *band, const char *text, gint64 x, gint64 y, guint32 pixel)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      const Glyph *glyph = &self->glyphs[glyph_of (g_utf8_get_char (text))];
      draw_letter (self, glyph, band, x, y, pixel);
      x += glyph->width;
    }
}
