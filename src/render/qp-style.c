/* qp-style.c: colours and sizes that all painters share: light, dark and print
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "render/qp-style.h"

#include <math.h>

static void
light_colours (QpPlanStyle *self)
{
  self->paper = qp_colour (0xfdfdfb, 1);
  self->grid = qp_colour (0xf2f1ed, 1);
  self->grid_strong = qp_colour (0xe6e4de, 1);
  self->ink = qp_colour (0x2b2832, 1);
  self->ink_soft = qp_colour (0x5e5c64, 1);
  self->ink_faint = qp_colour (0x8b8a8f, 1);
  self->mass = qp_colour (0xdad7d0, 1);
  self->mass_edge = qp_colour (0xb5b1a8, 1);
  self->mass_ink = qp_colour (0x625f57, 1);
  self->glass = qp_colour (0xc8dbe2, 0.55);
  self->tree = qp_colour (0xcfdcc6, 0.8);
  self->audience = qp_colour (0x3584e4, 0.14);
  self->audience_ink = qp_colour (0x1a5fb4, 1);
  self->receptor = qp_colour (0x9141ac, 1);
  self->receptor_ink = qp_colour (0x813d9c, 1);
  self->face = qp_colour (0x1c71d8, 1);
  self->face_idle = qp_colour (0xa3a1a8, 1);
  self->back = qp_colour (0x241f31, 1);
  self->cone = qp_colour (0xf6d32d, 0.17);
  self->distance = qp_colour (0xe5a50a, 1);
  self->distance_ink = qp_colour (0x8a5a00, 1);
  self->accent = qp_colour (0x1c71d8, 1);
  self->good = qp_colour (0x26a269, 1);
  self->warning = qp_colour (0xe5a50a, 1);
  self->bad = qp_colour (0xc01c28, 1);
  self->card = qp_colour (0xffffff, 0.94);
  self->card_edge = qp_colour (0xd5d0cc, 1);
}

static void
dark_colours (QpPlanStyle *self)
{
  self->paper = qp_colour (0x222226, 1);
  self->grid = qp_colour (0x29292e, 1);
  self->grid_strong = qp_colour (0x34343a, 1);
  self->ink = qp_colour (0xf2f2f3, 1);
  self->ink_soft = qp_colour (0xb8b8bd, 1);
  self->ink_faint = qp_colour (0x8d8d94, 1);
  self->mass = qp_colour (0x3b3a40, 1);
  self->mass_edge = qp_colour (0x5a585f, 1);
  self->mass_ink = qp_colour (0xbab7b0, 1);
  self->glass = qp_colour (0x3d545e, 0.6);
  self->tree = qp_colour (0x3d4f3a, 0.8);
  self->audience = qp_colour (0x62a0ea, 0.16);
  self->audience_ink = qp_colour (0x99c1f1, 1);
  self->receptor = qp_colour (0xc061cb, 1);
  self->receptor_ink = qp_colour (0xdc8add, 1);
  self->face = qp_colour (0x4fa3ff, 1);
  self->face_idle = qp_colour (0x77767b, 1);
  self->back = qp_colour (0xd8d6de, 1);
  self->cone = qp_colour (0xf8e45c, 0.12);
  self->distance = qp_colour (0xf5c211, 1);
  self->distance_ink = qp_colour (0xf8e45c, 1);
  self->accent = qp_colour (0x62a0ea, 1);
  self->good = qp_colour (0x57e389, 1);
  self->warning = qp_colour (0xf8e45c, 1);
  self->bad = qp_colour (0xff7b63, 1);
  self->card = qp_colour (0x36363a, 0.95);
  self->card_edge = qp_colour (0x4d4d52, 1);
}

static void
print_colours (QpPlanStyle *self)
{
  light_colours (self);
  self->paper = qp_colour (0xffffff, 1);
  self->grid = qp_colour (0xf0f0ee, 1);
  self->grid_strong = qp_colour (0xdfdedb, 1);
  self->mass = qp_colour (0xe6e4df, 1);
  self->mass_edge = qp_colour (0x9a968d, 1);
  self->mass_ink = qp_colour (0x4a473f, 1);
  self->ink = qp_colour (0x000000, 1);
  self->ink_soft = qp_colour (0x4a484f, 1);
  self->ink_faint = qp_colour (0x77767b, 1);
  self->card = qp_colour (0xffffff, 1);
}

/**
 * qp_plan_style_init:
 * @self: (out caller-allocates): a style
 * @theme: which colours
 * @text_px: size of an ordinary label in pixels, %QP_TEXT_PX × the text size factor
 *
 * Makes the style of a window.
 */
void
qp_plan_style_init (QpPlanStyle *self, QpTheme theme, double text_px)
{
  *self = (QpPlanStyle){ .theme = theme, .text_px = text_px, .unit = 1, .font = QP_FONT_FAMILY };
  if (theme == QP_THEME_DARK)
    dark_colours (self);
  else if (theme == QP_THEME_PRINT)
    print_colours (self);
  else
    light_colours (self);
}

/**
 * qp_plan_style_init_paper:
 * @self: (out caller-allocates): a style
 * @text_pt: size of an ordinary label in points
 *
 * Makes the style of a drawing on paper, whose context is measured in points.
 */
void
qp_plan_style_init_paper (QpPlanStyle *self, double text_pt)
{
  qp_plan_style_init (self, QP_THEME_PRINT, text_pt);
  self->unit = 0.75;
  self->exact = TRUE;
}

/**
 * qp_plan_style_init_map:
 * @self: (out caller-allocates): a style
 * @text_pt: size of an ordinary label in points
 *
 * Makes the style of a drawing on paper with a map of values over it, whose colours are made for a light ground.
 */
void
qp_plan_style_init_map (QpPlanStyle *self, double text_pt)
{
  qp_plan_style_init (self, QP_THEME_LIGHT, text_pt);
  self->paper = qp_colour (0xffffff, 1);
  self->unit = 0.75;
  self->exact = TRUE;
}

/**
 * qp_colour:
 * @rgb: red, green and blue as in `0x1c71d8`
 * @alpha: 0 transparent … 1 opaque
 *
 * Returns: the colour
 */
QpColour
qp_colour (guint32 rgb, double alpha)
{
  return (QpColour){ (rgb >> 16 & 255) / 255.0, (rgb >> 8 & 255) / 255.0, (rgb & 255) / 255.0, alpha };
}

/**
 * qp_colour_mix:
 * @a: a colour
 * @b: another
 * @share_of_b: 0…1
 *
 * Returns: the colour between them
 */
QpColour
qp_colour_mix (QpColour a, QpColour b, double share_of_b)
{
  const double t = share_of_b;

  return (QpColour){ a.red + (b.red - a.red) * t, a.green + (b.green - a.green) * t, a.blue + (b.blue - a.blue) * t,
                     a.alpha + (b.alpha - a.alpha) * t };
}

/**
 * qp_set_colour:
 * @cr: a context
 * @colour: a colour
 *
 * Makes @colour the source.
 */
void
qp_set_colour (cairo_t *cr, QpColour colour)
{
  cairo_set_source_rgba (cr, colour.red, colour.green, colour.blue, colour.alpha);
}

/**
 * qp_set_colour_alpha:
 * @cr: a context
 * @colour: a colour
 * @alpha: what its alpha is multiplied by
 *
 * Makes a more transparent @colour the source.
 */
void
qp_set_colour_alpha (cairo_t *cr, QpColour colour, double alpha)
{
  cairo_set_source_rgba (cr, colour.red, colour.green, colour.blue, colour.alpha * alpha);
}

/**
 * qp_path_rounded:
 * @cr: a context
 * @x: left edge
 * @y: upper edge
 * @width: width
 * @height: height
 * @radius: radius of the corners; reduced where the rectangle is too small for it
 *
 * Adds a rounded rectangle to the path.
 */
void
qp_path_rounded (cairo_t *cr, double x, double y, double width, double height, double radius)
{
  const double r = MAX (0, MIN (radius, MIN (width, height) / 2));

  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - r, y + r, r, -G_PI_2, 0);
  cairo_arc (cr, x + width - r, y + height - r, r, 0, G_PI_2);
  cairo_arc (cr, x + r, y + height - r, r, G_PI_2, G_PI);
  cairo_arc (cr, x + r, y + r, r, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

/**
 * qp_crisp:
 * @position: an x or y in pixels
 * @line_width: width of an upright or level line
 *
 * Returns: @position moved by less than a pixel, so that the line covers whole pixels
 */
double
qp_crisp (double position, double line_width)
{
  const double half = fmod (line_width, 2) >= 1 ? 0.5 : 0;
  return floor (position) + half;
}
