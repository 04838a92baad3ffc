/* qp-paint-grid.c: the grid of metres beneath a plan
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "render/qp-paint-plan.h"

#include "render/qp-paint-private.h"

#include <math.h>

#define LEAST_PX 9.0
#define FULL_PX 32.0 /* from here on the finer lines have their full colour */
#define LEAST_STEP_M 0.01

/**
 * qp_grid_step:
 * @scale: pixels per metre
 * @least_px: least distance of two lines in pixels
 *
 * Returns: step of the finer lines in metres: a power of ten
 */
double
qp_grid_step (double scale, double least_px)
{
  double step = LEAST_STEP_M;

  while (step * scale < least_px && step < 1e7)
    step *= 10;
  /* a product of tens is not exact below 1 */
  return step < 1 ? 1 / round (1 / step) : round (step);
}

static void
upright_lines (cairo_t *cr, const QpViewport *viewport, QpBox seen, double step, gboolean tenths)
{
  for (double n = floor (seen.x0 / step); n <= ceil (seen.x1 / step); n++)
    if ((fmod (n, 10) == 0) == tenths)
      {
        const double x = qp_crisp (qp_viewport_to_px (viewport, qp_vec (n * step, 0)).x, 1);
        cairo_move_to (cr, x, 0);
        cairo_line_to (cr, x, viewport->height);
      }
}

static void
level_lines (cairo_t *cr, const QpViewport *viewport, QpBox seen, double step, gboolean tenths)
{
  for (double n = floor (seen.y0 / step); n <= ceil (seen.y1 / step); n++)
    if ((fmod (n, 10) == 0) == tenths)
      {
        const double y = qp_crisp (qp_viewport_to_px (viewport, qp_vec (0, n * step)).y, 1);
        cairo_move_to (cr, 0, y);
        cairo_line_to (cr, viewport->width, y);
      }
}

/**
 * qp_paint_grid:
 * @cr: context in pixels of the view
 * @viewport: the view
 * @style: colours
 *
 * Paints lines every power of ten of metres; each tenth is stronger.
 */
void
qp_paint_grid (cairo_t *cr, const QpViewport *viewport, const QpPlanStyle *style)
{
  const double step = qp_grid_step (viewport->scale, LEAST_PX * style->unit);
  const double fine = CLAMP ((step * viewport->scale - LEAST_PX) / (FULL_PX - LEAST_PX), 0.25, 1);
  const QpBox seen = qp_viewport_visible (viewport);

  cairo_save (cr);
  cairo_set_line_width (cr, style->theme == QP_THEME_PRINT ? 0.5 * style->unit : 1);
  for (int tenths = 0; tenths <= 1; tenths++)
    {
      upright_lines (cr, viewport, seen, step, tenths);
      level_lines (cr, viewport, seen, step, tenths);
      qp_set_colour_alpha (cr, tenths ? style->grid_strong : style->grid, tenths ? 1 : fine);
      cairo_stroke (cr);
    }
  cairo_restore (cr);
}
