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
  return qp_box_grown (self->item->bounds, fmax (reach (self), 0));
}

/* one side of a screen in pixels: places from left to right as its viewers see them; y is down */
typedef struct
{
  guint n;
  gboolean closed;
  gboolean concave;
  QpVec *at;
} Face;

static gboolean
is_concave (const QpItemPath *path, gboolean back)
{
  gboolean turns_in = FALSE, turns_out = FALSE;

  for (guint i = 0; path != NULL && i + 2 < path->n; i++)
    {
      const QpVec first = qp_vec_sub (path->at[i + 1], path->at[i]), second = qp_vec_sub (path->at[i + 2], path->at[i + 1]);
      const double cross = first.x * second.y - first.y * second.x;
      turns_out = turns_out || cross > 1e-9;
      turns_in = turns_in || cross < -1e-9;
    }
  return back ? turns_out : turns_in;
}

/* of one that bends smoothly towards its viewers the chord stands for it */
static void
face_init (Face *self, const QpViewport *viewport, const QpItem *item, gboolean back)
{
  const QpItemPath *path = item->path;
  const gboolean concave = is_concave (path, back);
  const gboolean whole = path != NULL && !(concave && path->smooth && !path->closed);
  const guint n = whole ? path->n : 2;

  *self = (Face){ n, whole && path->closed, concave && whole, g_new (QpVec, n) };
  for (guint i = 0; i < n; i++)
    {
      const guint k = back ? n - 1 - i : i;
      self->at[i] = qp_viewport_to_px (viewport, whole ? path->at[k] : k == 0 ? item->a : item->b);
    }
}

static void
face_clear (Face *self)
{
  g_free (self->at);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Face, face_clear)

/* angle to the front of a piece of a face; whoever has a at the left hand looks at it */
static double
front_angle (QpVec a, QpVec b)
{
  return atan2 (b.x - a.x, -(b.y - a.y));
}

/* a fan round a joint; going left the angle grows where a face bends outward */
static void
path_fan (cairo_t *cr, QpVec joint, double radius, double from, double to)
{
  const double turn = remainder (to - from, 2 * G_PI);

  if (turn >= 0)
    cairo_arc (cr, joint.x, joint.y, radius, from, from + turn);
  else
    cairo_arc_negative (cr, joint.x, joint.y, radius, from, from + turn);
}

/* The places at a distance from a face are a line before each of its pieces with a fan round each joint and an arc round
 * each end; within the cone the arcs end at its edges. */
static void
path_pieces (cairo_t *cr, const Face *face, guint first, guint last, double radius, double half)
{
  double front = front_angle (face->at[last], face->at[last + 1]);

  cairo_new_sub_path (cr);
  if (!face->closed)
    cairo_arc (cr, face->at[last + 1].x, face->at[last + 1].y, radius, front - half, front);
  for (guint i = last; i > first; i--)
    {
      const double next = front_angle (face->at[i - 1], face->at[i]);
      path_fan (cr, face->at[i], radius, front, next);
      front = next;
    }
  if (!face->closed)
    {
      cairo_arc (cr, face->at[first].x, face->at[first].y, radius, front, front + half);
      return;
    }
  path_fan (cr, face->at[first], radius, front, front_angle (face->at[last], face->at[last + 1]));
  cairo_close_path (cr);
}

static void
close_cone (cairo_t *cr, const Face *face, guint first, guint last)
{
  if (face->closed)
    return;
  for (guint i = first; i <= last + 1; i++)
    cairo_line_to (cr, face->at[i].x, face->at[i].y);
  cairo_close_path (cr);
}

/* faces that look at each other have a cone each */
static void
path_face (cairo_t *cr, const Face *face, double radius, double half, gboolean cone)
{
  const guint pieces = face->n - 1;

  for (guint i = 0; i < (face->concave ? pieces : 1); i++)
    {
      const guint first = i, last = face->concave ? i : pieces - 1;
      path_pieces (cr, face, first, last, radius, half);
      if (cone)
        close_cone (cr, face, first, last);
    }
}

static void
path_distance (cairo_t *cr, const QpViewport *viewport, const QpViewing *self, double metres, gboolean cone)
{
  const guint sides = ((const QpScreen *) self->item->node)->double_sided == TRUE ? 2 : 1;

  for (guint side = 0; side < sides; side++)
    {
      g_auto (Face) face = { 0 };
      face_init (&face, viewport, self->item, side == 1);
      path_face (cr, &face, metres * viewport->scale, half_angle (self), cone);
    }
}

static gboolean
is_lying (const QpItem *item)
{
  return item->path != NULL && item->path->lying;
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

  if (!(metres > 0) || pixels > QP_PATH_FAR || pixels < LEAST_ARC_PX || !qp_path_is_near (viewport, middle)
      || is_lying (viewing->item))
    return;
  cairo_save (cr);
  path_distance (cr, viewport, viewing, metres, TRUE);
  qp_set_colour_alpha (cr, style->cone, viewing->angle_deg > 0 ? 1 : 0.6);
  cairo_fill (cr);
  for (guint i = 0; i < viewing->n_distances; i++)
    {
      const QpViewingDistance *distance = &viewing->distances[i];
      const double dashes[] = { 6 * u, 4 * u };
      if (distance->metres * viewport->scale < LEAST_ARC_PX)
        continue;
      path_distance (cr, viewport, viewing, distance->metres, FALSE);
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
  const QpBox box = self->item->bounds;
  const gboolean closed = self->item->path != NULL && self->item->path->closed;
  const QpVec middle = qp_viewport_to_px (viewport, qp_item_middle (self->item));
  const double radius = (metres + (closed ? (box.x1 - box.x0) / 2 : 0)) * viewport->scale;
  const QpVec a = closed ? middle : qp_viewport_to_px (viewport, self->item->a);
  const QpVec b = closed ? middle : qp_viewport_to_px (viewport, self->item->b);
  const struct
  {
    QpVec center;
    double angle;
  } tries[] = { { b, front - half * 0.9 },
                { a, front + half * 0.9 },
                { middle, front },
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
  for (guint i = 0; i < self->n_distances && !is_lying (self->item); i++)
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
