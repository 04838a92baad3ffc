/* qp-text.c: short texts measured and drawn by Pango, with tabular figures
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "render/qp-text.h"

#define N_SIZES 16

struct _QpText
{
  double text_px;
  char *font;
  PangoContext *context;
  PangoFontDescription *fonts[N_SIZES]; /* by flags, made when needed */
  PangoAttrList *attributes;
};

/**
 * qp_text_new:
 * @style: size and font families
 *
 * Returns: (transfer full): a maker of texts for this thread
 */
QpText *
qp_text_new (const QpPlanStyle *style)
{
  QpText *self = g_new0 (QpText, 1);

  self->text_px = style->text_px;
  self->font = g_strdup (style->font);
  self->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  pango_cairo_context_set_resolution (self->context, 96);
  pango_context_set_round_glyph_positions (self->context, !style->exact);
  cairo_font_options_t *options = cairo_font_options_create ();
  cairo_font_options_set_hint_style (options, style->exact ? CAIRO_HINT_STYLE_NONE : CAIRO_HINT_STYLE_SLIGHT);
  cairo_font_options_set_hint_metrics (options, style->exact ? CAIRO_HINT_METRICS_OFF : CAIRO_HINT_METRICS_ON);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (self->context, options);
  cairo_font_options_destroy (options);
  self->attributes = pango_attr_list_new ();
  pango_attr_list_insert (self->attributes, pango_attr_font_features_new ("tnum=1"));
  return self;
}

/**
 * qp_text_free:
 * @self: (transfer full) (nullable): a maker of texts
 */
void
qp_text_free (QpText *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < N_SIZES; i++)
    g_clear_pointer (&self->fonts[i], pango_font_description_free);
  pango_attr_list_unref (self->attributes);
  g_object_unref (self->context);
  g_free (self->font);
  g_free (self);
}

static double
size_of (const QpText *self, QpTextFlags flags)
{
  if (flags & QP_TEXT_TITLE)
    return self->text_px * 2.2;
  if (flags & QP_TEXT_LARGE)
    return self->text_px * 1.5;
  return flags & QP_TEXT_SMALL ? self->text_px * 0.9 : self->text_px;
}

static const PangoFontDescription *
font_of (QpText *self, QpTextFlags flags)
{
  PangoFontDescription **font = &self->fonts[flags % N_SIZES];

  if (*font == NULL)
    {
      *font = pango_font_description_new ();
      pango_font_description_set_family (*font, self->font);
      pango_font_description_set_absolute_size (*font, size_of (self, flags) * PANGO_SCALE);
      if (flags & QP_TEXT_STRONG)
        pango_font_description_set_weight (*font, PANGO_WEIGHT_SEMIBOLD);
    }
  return *font;
}

/**
 * qp_text_layout:
 * @self: a maker of texts
 * @text: a text; what is no UTF-8 is made so
 * @flags: size and weight
 *
 * Returns: (transfer full): the text laid out in one line
 */
PangoLayout *
qp_text_layout (QpText *self, const char *text, QpTextFlags flags)
{
  PangoLayout *layout = pango_layout_new (self->context);
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  pango_layout_set_font_description (layout, font_of (self, flags));
  pango_layout_set_attributes (layout, self->attributes);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_text (layout, valid, -1);
  return layout;
}

/**
 * qp_text_layout_narrow:
 * @self: a maker of texts
 * @text: a text
 * @flags: size and weight
 * @max_width: width at which lines break
 * @max_lines: lines after which the text ends in "…"
 *
 * Returns: (transfer full): the text laid out in several lines
 */
PangoLayout *
qp_text_layout_narrow (QpText *self, const char *text, QpTextFlags flags, double max_width, int max_lines)
{
  PangoLayout *layout = qp_text_layout (self, text, flags);

  pango_layout_set_width (layout, MAX (1, (int) (max_width * PANGO_SCALE)));
  pango_layout_set_height (layout, -max_lines);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  return layout;
}

/**
 * qp_layout_size:
 * @layout: a layout
 * @width: (out): its width in pixels
 * @height: (out): its height in pixels
 */
void
qp_layout_size (PangoLayout *layout, double *width, double *height)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  *width = logical.width / (double) PANGO_SCALE;
  *height = logical.height / (double) PANGO_SCALE;
}

/**
 * qp_text_width:
 * @self: a maker of texts
 * @text: a text
 * @flags: size and weight
 *
 * Returns: its width in pixels
 */
double
qp_text_width (QpText *self, const char *text, QpTextFlags flags)
{
  double width, height;
  g_autoptr (PangoLayout) layout = qp_text_layout (self, text, flags);

  qp_layout_size (layout, &width, &height);
  return width;
}

/**
 * qp_text_line:
 * @self: a maker of texts
 * @flags: size and weight
 *
 * Returns: height of a line in pixels, about
 */
double
qp_text_line (QpText *self, QpTextFlags flags)
{
  return size_of (self, flags) * 1.4;
}

static double
aligned (double at, double size, QpAlign align)
{
  return align == QP_ALIGN_START ? at : align == QP_ALIGN_MIDDLE ? at - size / 2 : at - size;
}

static QpBox
draw (cairo_t *cr, PangoLayout *layout, double x, double y, QpAlign across, QpAlign down, QpColour colour)
{
  double width, height;

  qp_layout_size (layout, &width, &height);
  /* a layout broken into lines keeps its lines at its left edge */
  const double left = aligned (x, width, across), top = aligned (y, height, down);
  qp_set_colour (cr, colour);
  cairo_move_to (cr, left, top);
  pango_cairo_show_layout (cr, layout);
  cairo_new_path (cr);
  return (QpBox){ left, top, left + width, top + height };
}

/**
 * qp_text_draw:
 * @self: a maker of texts
 * @cr: a context
 * @text: a text of one line
 * @flags: size and weight
 * @x: where
 * @y: where
 * @across: which part of the text lies at @x
 * @down: which part of the text lies at @y
 * @colour: colour
 *
 * Returns: the box that the text fills
 */
QpBox
qp_text_draw (QpText *self, cairo_t *cr, const char *text, QpTextFlags flags, double x, double y, QpAlign across,
              QpAlign down, QpColour colour)
{
  g_autoptr (PangoLayout) layout = qp_text_layout (self, text, flags);
  return draw (cr, layout, x, y, across, down, colour);
}

/**
 * qp_text_draw_narrow:
 * @self: a maker of texts
 * @cr: a context
 * @text: a text; lines break at @max_width, at most six of them
 * @flags: size and weight
 * @x: where
 * @y: upper edge
 * @max_width: greatest width
 * @across: which part of the text lies at @x
 * @colour: colour
 *
 * Returns: the box that the text fills
 */
QpBox
qp_text_draw_narrow (QpText *self, cairo_t *cr, const char *text, QpTextFlags flags, double x, double y,
                     double max_width, QpAlign across, QpColour colour)
{
  double width, height;
  g_autoptr (PangoLayout) layout = qp_text_layout_narrow (self, text, flags, max_width, 6);

  pango_layout_set_alignment (layout, across == QP_ALIGN_START    ? PANGO_ALIGN_LEFT
                                      : across == QP_ALIGN_MIDDLE ? PANGO_ALIGN_CENTER
                                                                  : PANGO_ALIGN_RIGHT);
  qp_layout_size (layout, &width, &height);
  qp_set_colour (cr, colour);
  cairo_move_to (cr, aligned (x, max_width, across), y);
  pango_cairo_show_layout (cr, layout);
  cairo_new_path (cr);
  const double left = aligned (x, width, across);
  return (QpBox){ left, y, left + width, y + height };
}
