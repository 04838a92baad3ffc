/* qp-test-picture.c: what screens show in a view
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A sunset over hills, for dark and bright parts and smooth gradients, with what a test card has: a frame that shows
 * where the face ends, a circle that shows whether it is round, and bars of the colours that a display can show.
 */
#include "render/qp-test-picture.h"

#include <math.h>

#define FRAME 0.012 /* thickness of lines, of the height */
#define BARS_TOP -0.39

static QpRgb
mix (QpRgb a, QpRgb b, double share)
{
  const float t = (float) CLAMP (share, 0, 1);

  return (QpRgb){ a.red + (b.red - a.red) * t, a.green + (b.green - a.green) * t, a.blue + (b.blue - a.blue) * t };
}

static QpRgb
bar (double across)
{
  static const QpRgb bars[] = { { 1, 1, 1 }, { 1, 1, 0 }, { 0, 1, 1 }, { 0, 1, 0 },
                                { 1, 0, 1 }, { 1, 0, 0 }, { 0, 0, 1 }, { 0.06f, 0.06f, 0.06f } };
  const guint i = (guint) CLAMP (across * G_N_ELEMENTS (bars), 0, G_N_ELEMENTS (bars) - 1);

  return mix ((QpRgb){ 0, 0, 0 }, bars[i], 0.9);
}

static QpRgb
sky (double x, double y)
{
  static const QpRgb high = { 0.06f, 0.13f, 0.38f }, middle = { 0.72f, 0.24f, 0.47f }, low = { 1, 0.63f, 0.26f },
                     sun = { 1, 0.95f, 0.74f };
  const double away = hypot (x, y + 0.02);
  QpRgb colour = y > 0.12 ? mix (middle, high, (y - 0.12) / 0.34) : mix (low, middle, (y + 0.2) / 0.32);

  colour = mix (colour, sun, 0.45 * exp (-away * away / 0.09));
  return mix (colour, sun, (0.19 - away) / 0.008);
}

static QpRgb
hills (QpRgb behind, double x, double y)
{
  static const QpRgb far = { 0.36f, 0.19f, 0.45f }, near = { 0.15f, 0.10f, 0.28f }, water = { 0.05f, 0.06f, 0.17f };
  const double far_top = -0.13 + 0.055 * sin (2.3 * x + 1.2) + 0.03 * sin (5.9 * x + 0.4) + 0.012 * sin (13.1 * x);
  const double near_top = -0.235 + 0.045 * sin (3.7 * x + 2.6) + 0.018 * sin (9.7 * x + 1);
  QpRgb colour = mix (behind, far, (far_top - y) / 0.006);

  colour = mix (colour, near, (near_top - y) / 0.006);
  return mix (colour, water, (-0.32 - y) / 0.006);
}

/**
 * qp_test_picture_at:
 * @across: 0 at the left edge of the picture … 1 at its right edge
 * @down: 0 at its upper edge … 1 at its lower edge
 * @aspect: its width, in heights
 *
 * Returns: the colour of the test picture there
 */
QpRgb
qp_test_picture_at (double across, double down, double aspect)
{
  static const QpRgb white = { 1, 1, 1 };
  const double x = (across - 0.5) * aspect, y = 0.5 - down;
  const double edge = fmin (fmin (across, 1 - across) * aspect, fmin (down, 1 - down));
  const double ring = fabs (hypot (x, y) - 0.36);

  if (edge < FRAME)
    return white;
  if (y < BARS_TOP)
    return bar (across);
  return mix (hills (sky (x, y), x, y), white, ring < FRAME / 3 ? 0.5 : 0);
}
