/* qp-paint-viewing.c: the cone from which a screen is seen, and its named distances as arcs
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "render/qp-paint-viewing.h"

#include "render/qp-path.h"

#include <math.h>

#define LEAST_ARC_PX 14.0
#define UNKNOWN_HALF_DEG 60.0

/**
 * qp_viewing_init:
 * @self: (out caller-allocates): a viewing
 * @item: a screen
 *
 * Begins with no angle and no distances.
 */
void
qp_viewing_init (QpViewing *self, const QpItem *item)
{
  *self = (QpViewing){ .item = item, .angle_deg = NAN, .reach_m = NAN };
}

/**
 * qp_viewing_add:
 * @self: a viewing
 * @metres: a distance; what is not known is not added
 * @label: (transfer none): its name with the rule; must live as long as @self
 * @dashed: whether its arc is dashed
 */
void
qp_viewing_add (QpViewing *self, double metres, const char *label, gboolean dashed)
{
  if (metres > 0 && isfinite (metres) && self->n_distances < QP_VIEWING_MAX_DISTANCES)
    self->distances[self->n_distances++] = (QpViewingDistance){ metres, label, dashed };
}

static double
half_angle (const QpViewing *self)
{
  const double half = self->angle_deg > 0 ? CLAMP (self->angle_deg / 2, 1, 89) : UNKNOWN_HALF_DEG;

  return half * G_PI / 180;
}

static double
reach (const QpViewing *self)
{
  double furthest = 0;

  for (guint i = 0; i < self->n_distances; i++)
    furthest = fmax (furthest, self->distances[i].metres);
  if (isfinite (self->reach_m))
    return self->reach_m;
  return furthest > 0 ? furthest * 1.15 : 2 * qp_item_width (self->item);
}

/**
 * qp_viewing_box:
 * @self: a viewing
 *
 * Returns: what the cone and the arcs lie within, whichever way the screen faces, metres
 */
QpBox
qp_viewing_box (const QpViewing *self)
{
  return qp_box_grown (qp_box_around (self->item->a, self->item->b), fmax (reach (self), 0));
}

/* The places at a distance from a face are a line before the face with an arc round each end; within the cone
 * the arcs end at its edges. y is down. */
static void
path_distance (cairo_t *cr, const QpViewport *viewport, const QpViewing *self, double metres)
{
  const QpVec a = qp_viewport_to_px (viewport, self->item->a), b = qp_viewport_to_px (viewport, self->item->b);
  const double radius = metres * viewport->scale;
  const double front = (qp_heading_of (qp_item_facing (self->item)) - 90) * G_PI / 180;
  const double half = half_angle (self);

  /* the viewer's left end is counter-clockwise of the facing on a view with y down, turned to the outside */
  cairo_new_sub_path (cr);
  cairo_arc (cr, b.x, b.y, radius, front - half, front);
  cairo_arc (cr, a.x, a.y, radius, front, front + half);
}

static void
path_cone (cairo_t *cr, const QpViewport *viewport, const QpViewing *self, double metres)
{
  const QpVec a = qp_viewport_to_px (viewport, self->item->a), b = qp_viewport_to_px (viewport, self->item->b);

  path_distance (cr, viewport, self, metres);
  cairo_line_to (cr, a.x, a.y);
  cairo_line_to (cr, b.x, b.y);
  cairo_close_path (cr);
}

/**
 * qp_paint_viewing:
 * @cr: context in pixels of the view
 * @viewport: the view
 * @viewing: the screen and its distances
 * @style: colours
 *
 * Paints the cone and the arcs; qp_viewing_add_labels() names them.
 */
void
qp_paint_viewing (cairo_t *cr, const QpViewport *viewport, const QpViewing *viewing, const QpPlanStyle *style)
{
  const double metres = reach (viewing), pixels = metres * viewport->scale, u = style->unit;
  const QpVec middle = qp_viewport_to_px (viewport, qp_item_middle (viewing->item));

  if (!(metres > 0) || pixels > QP_PATH_FAR || pixels < LEAST_ARC_PX || !qp_path_is_near (viewport, middle))
    return;
  cairo_save (cr);
  path_cone (cr, viewport, viewing, metres);
  qp_set_colour_alpha (cr, style->cone, viewing->angle_deg > 0 ? 1 : 0.6);
  cairo_fill (cr);
  for (guint i = 0; i < viewing->n_distances; i++)
    {
      const QpViewingDistance *distance = &viewing->distances[i];
      const double dashes[] = { 6 * u, 4 * u };
      if (distance->metres * viewport->scale < LEAST_ARC_PX)
        continue;
      path_distance (cr, viewport, viewing, distance->metres);
      cairo_set_dash (cr, dashes, distance->dashed ? 2 : 0, 0);
      cairo_set_line_width (cr, 1.3 * u);
      qp_set_colour (cr, style->distance);
      cairo_stroke (cr);
    }
  cairo_restore (cr);
}

static void
add_places (QpLabel *label, const QpViewing *self, const QpViewport *viewport, double metres, double unit)
{
  const double front = (qp_heading_of (qp_item_facing (self->item)) - 90) * G_PI / 180, half = half_angle (self);
  const double radius = metres * viewport->scale;
  const QpVec a = qp_viewport_to_px (viewport, self->item->a), b = qp_viewport_to_px (viewport, self->item->b);
  const struct
  {
    QpVec center;
    double angle;
  } tries[] = { { b, front - half * 0.9 },
                { a, front + half * 0.9 },
                { qp_vec_middle (a, b), front },
                { b, front - half * 0.4 },
                { a, front + half * 0.4 } };

  for (guint i = 0; i < G_N_ELEMENTS (tries); i++)
    {
      const QpVec out = qp_vec (cos (tries[i].angle), sin (tries[i].angle));
      const QpVec at = qp_vec_add (tries[i].center, qp_vec_scale (out, radius + 6 * unit));
      qp_label_add_place (label, at,
                          out.x > 0.3    ? QP_ALIGN_START
                          : out.x < -0.3 ? QP_ALIGN_END
                                         : QP_ALIGN_MIDDLE,
                          out.y > 0.3    ? QP_ALIGN_START
                          : out.y < -0.3 ? QP_ALIGN_END
                                         : QP_ALIGN_MIDDLE);
    }
}

/**
 * qp_viewing_add_labels:
 * @self: a viewing
 * @viewport: the view
 * @style: colours
 * @labels: where the names of the distances are added
 */
void
qp_viewing_add_labels (const QpViewing *self, const QpViewport *viewport, const QpPlanStyle *style, QpLabels *labels)
{
  for (guint i = 0; i < self->n_distances; i++)
    {
      const QpViewingDistance *distance = &self->distances[i];
      if (distance->metres * viewport->scale < 2 * LEAST_ARC_PX)
        continue;
      g_autofree char *number = qp_number_display (distance->metres, distance->metres < 100 ? 1 : 0);
      QpLabel *label = qp_labels_add (labels, g_strdup_printf ("%s m  %s", number, distance->label), NULL, 90);
      label->ink = style->distance_ink;
      label->halo = TRUE;
      add_places (label, self, viewport, distance->metres, style->unit);
    }
}
