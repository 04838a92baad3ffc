/* qp-dxf-colours.c: the palette of 255 colours
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plans/dxf/qp-dxf-private.h"

/* 24 hues of 15°, each in five shades, full and half as strong */
static guint32
hue_colour (int index)
{
  static const double shades[] = { 1, 0.8, 0.6, 0.5, 0.3 };
  const double hue = (index - 10) / 10 * 15 / 60.0, shade = shades[index % 10 / 2];
  const double strength = index % 2 == 0 ? 1 : 0.5;
  guint32 rgb = 0;

  for (int i = 0; i < 3; i++)
    {
      /* distance on the circle of six from this channel's own hue: red 0, green 2, blue 4 */
      const double off = fabs (fmod (hue - 2 * i + 9, 6) - 3);
      const double part = CLAMP (2 - off, 0, 1);
      rgb = rgb << 8 | (guint32) (255 * shade * (1 - strength + strength * part));
    }
  return rgb;
}

/**
 * qp_dxf_palette:
 * @index: number of a colour (ACI), 1 to 255
 *
 * Returns: 0xRRGGBB; %QP_DRAWING_INK for 7, which is white on black and black on white, and for numbers that
 *   are none
 */
guint32
qp_dxf_palette (int index)
{
  static const guint32 first[] = { QP_DRAWING_INK, 0xff0000, 0xffff00,       0x00ff00, 0x00ffff,
                                   0x0000ff,       0xff00ff, QP_DRAWING_INK, 0x808080, 0xc0c0c0 };
  static const guint32 greys[] = { 0x333333, 0x505050, 0x696969, 0x828282, 0xbebebe, QP_DRAWING_INK };

  if (index < 0 || index > 255)
    return QP_DRAWING_INK;
  if (index < 10)
    return first[index];
  return index >= 250 ? greys[index - 250] : hue_colour (index);
}

/**
 * qp_dxf_true_colour:
 * @value: of a group 420
 *
 * Returns: 0xRRGGBB; white is ink, as drawings are made on black screens
 */
guint32
qp_dxf_true_colour (gint64 value)
{
  const guint32 rgb = (guint32) value & 0xffffff;
  return rgb == 0xffffff ? QP_DRAWING_INK : rgb;
}
