/* qp-viewport.c: which part of a plan a view shows: metres to pixels and back
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "interact/qp-viewport.h"

#define STEP_FACTOR 1.25

/**
 * qp_viewport_init:
 * @self: a viewport
 * @width: width of the view, pixels
 * @height: height of the view, pixels
 * @factor: device pixels per pixel
 *
 * Sets it to 1:200 around the plan's origin.
 */
void
qp_viewport_init (QpViewport *self, double width, double height, double factor)
{
  *self = (QpViewport){ .scale = QP_VIEWPORT_PX_PER_M / 200 };
  qp_viewport_resize (self, width, height, factor);
}

/**
 * qp_viewport_resize:
 * @self: a viewport
 * @width: new width, pixels
 * @height: new height, pixels
 * @factor: device pixels per pixel
 *
 * Changes the size of the view; the plan place in its middle stays there.
 */
void
qp_viewport_resize (QpViewport *self, double width, double height, double factor)
{
  self->width = fmax (width, 1);
  self->height = fmax (height, 1);
  self->factor = fmax (factor, 1);
}

/**
 * qp_viewport_to_px:
 * @self: a viewport
 * @plan: a plan place, metres
 *
 * Returns: where it is in the view, pixels from the top left
 */
QpVec
qp_viewport_to_px (const QpViewport *self, QpVec plan)
{
  return qp_vec (self->width / 2 + (plan.x - self->center.x) * self->scale,
                 self->height / 2 - (plan.y - self->center.y) * self->scale);
}

/**
 * qp_viewport_to_plan:
 * @self: a viewport
 * @px: a place in the view, pixels
 *
 * Returns: the plan place that is there, metres
 */
QpVec
qp_viewport_to_plan (const QpViewport *self, QpVec px)
{
  return qp_vec (self->center.x + (px.x - self->width / 2) / self->scale,
                 self->center.y - (px.y - self->height / 2) / self->scale);
}

/**
 * qp_viewport_px_in_m:
 * @self: a viewport
 * @px: a distance in the view
 *
 * Returns: the same on the plan, metres
 */
double
qp_viewport_px_in_m (const QpViewport *self, double px)
{
  return px / self->scale;
}

/**
 * qp_viewport_visible:
 * @self: a viewport
 *
 * Returns: the part of the plan in view, metres
 */
QpBox
qp_viewport_visible (const QpViewport *self)
{
  return qp_box_around (qp_viewport_to_plan (self, qp_vec (0, self->height)),
                        qp_viewport_to_plan (self, qp_vec (self->width, 0)));
}

/**
 * qp_viewport_box_to_px:
 * @self: a viewport
 * @plan: a part of the plan
 *
 * Returns: the same in the view, pixels
 */
QpBox
qp_viewport_box_to_px (const QpViewport *self, QpBox plan)
{
  return qp_box_around (qp_viewport_to_px (self, qp_vec (plan.x0, plan.y0)),
                        qp_viewport_to_px (self, qp_vec (plan.x1, plan.y1)));
}

/**
 * qp_viewport_set_scale_at:
 * @self: a viewport
 * @scale: pixels per metre; kept within %QP_VIEWPORT_MIN_SCALE … %QP_VIEWPORT_MAX_SCALE
 * @px: the plan place under this pixel stays under it
 */
void
qp_viewport_set_scale_at (QpViewport *self, double scale, QpVec px)
{
  const QpVec kept = qp_viewport_to_plan (self, px);

  if (!isfinite (scale))
    return;
  self->scale = CLAMP (scale, QP_VIEWPORT_MIN_SCALE, QP_VIEWPORT_MAX_SCALE);
  self->center = qp_vec_add (self->center, qp_vec_sub (kept, qp_viewport_to_plan (self, px)));
}

/**
 * qp_viewport_zoom_at:
 * @self: a viewport
 * @factor: above 1 to see less and larger
 * @px: the plan place under this pixel stays under it
 */
void
qp_viewport_zoom_at (QpViewport *self, double factor, QpVec px)
{
  qp_viewport_set_scale_at (self, self->scale * factor, px);
}

/**
 * qp_viewport_step_zoom:
 * @self: a viewport
 * @steps: notches of a wheel or presses of a key; positive to see less and larger
 * @px: the plan place under this pixel stays under it
 */
void
qp_viewport_step_zoom (QpViewport *self, int steps, QpVec px)
{
  qp_viewport_zoom_at (self, pow (STEP_FACTOR, steps), px);
}

/**
 * qp_viewport_pan_px:
 * @self: a viewport
 * @dx: how far the picture goes to the right, pixels
 * @dy: how far the picture goes down, pixels
 */
void
qp_viewport_pan_px (QpViewport *self, double dx, double dy)
{
  self->center.x -= dx / self->scale;
  self->center.y += dy / self->scale;
}

/**
 * qp_viewport_center_on:
 * @self: a viewport
 * @plan: plan place that comes into the middle
 */
void
qp_viewport_center_on (QpViewport *self, QpVec plan)
{
  self->center = plan;
}

/**
 * qp_viewport_fit:
 * @self: a viewport
 * @plan: part of the plan to be seen whole; nothing happens when it is empty
 * @margin_px: room left around it
 *
 * A single place is shown in the middle without a change of scale.
 */
void
qp_viewport_fit (QpViewport *self, QpBox plan, double margin_px)
{
  if (qp_box_is_empty (plan) || !isfinite (plan.x0 + plan.x1 + plan.y0 + plan.y1))
    return;

  const double across = fmax (self->width - 2 * margin_px, self->width / 2) / (plan.x1 - plan.x0);
  const double down = fmax (self->height - 2 * margin_px, self->height / 2) / (plan.y1 - plan.y0);
  self->center = qp_box_middle (plan);
  if (isfinite (fmin (across, down)))
    self->scale = CLAMP (fmin (across, down), QP_VIEWPORT_MIN_SCALE, QP_VIEWPORT_MAX_SCALE);
}

/* how far a stretch has to go to lie within low … high; too long ones are centred */
static double
shift_into (double from, double to, double low, double high)
{
  if (to - from > high - low)
    return (low + high - from - to) / 2;
  return from < low ? low - from : to > high ? high - to : 0;
}

/**
 * qp_viewport_reveal:
 * @self: a viewport
 * @plan: part of the plan that must be in view
 * @margin_px: distance it keeps from the edge
 *
 * Pans no further than needed.
 *
 * Returns: whether the view has moved
 */
gboolean
qp_viewport_reveal (QpViewport *self, QpBox plan, double margin_px)
{
  if (qp_box_is_empty (plan))
    return FALSE;

  const QpBox px = qp_viewport_box_to_px (self, plan);
  const double dx = shift_into (px.x0, px.x1, margin_px, self->width - margin_px);
  const double dy = shift_into (px.y0, px.y1, margin_px, self->height - margin_px);
  qp_viewport_pan_px (self, dx, dy);
  return dx != 0 || dy != 0;
}

/**
 * qp_viewport_on_pixels:
 * @self: a viewport
 *
 * Returns: the viewport moved by less than a device pixel, so that the plan's origin lies on a corner of pixels:
 *   pictures of parts of the plan then fit together without being resampled
 */
QpViewport
qp_viewport_on_pixels (const QpViewport *self)
{
  QpViewport moved = *self;
  const QpVec origin = qp_viewport_to_px (self, qp_vec (0, 0));
  const double x = round (origin.x * self->factor) / self->factor;
  const double y = round (origin.y * self->factor) / self->factor;

  moved.center = qp_vec ((self->width / 2 - x) / self->scale, (y - self->height / 2) / self->scale);
  return moved;
}

/**
 * qp_viewport_equal:
 * @a: a viewport
 * @b: another
 *
 * Returns: whether both show the same in the same way
 */
gboolean
qp_viewport_equal (const QpViewport *a, const QpViewport *b)
{
  return a->center.x == b->center.x && a->center.y == b->center.y && a->scale == b->scale && a->width == b->width
         && a->height == b->height && a->factor == b->factor;
}

/**
 * qp_viewport_percent:
 * @self: a viewport
 *
 * Returns: zoom in percent of true size, at 96 dpi
 */
double
qp_viewport_percent (const QpViewport *self)
{
  return 100 * self->scale / QP_VIEWPORT_PX_PER_M;
}

/**
 * qp_viewport_ratio:
 * @self: a viewport
 *
 * Returns: N of the scale 1:N, at 96 dpi
 */
double
qp_viewport_ratio (const QpViewport *self)
{
  return QP_VIEWPORT_PX_PER_M / self->scale;
}

/**
 * qp_viewport_set_ratio:
 * @self: a viewport
 * @ratio: N of the scale 1:N, above 0
 *
 * The plan place in the middle stays there.
 */
void
qp_viewport_set_ratio (QpViewport *self, double ratio)
{
  g_return_if_fail (ratio > 0);

  qp_viewport_set_scale_at (self, QP_VIEWPORT_PX_PER_M / ratio, qp_vec (self->width / 2, self->height / 2));
}
