/* qp-template-lines.c: the room behind a screen and the boxes before it, as lines in space
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The room has the screen as its open front: its back wall runs along the faces at the depth of the content, mitred where
 * they meet; its floor and ceiling are between the edges of both, its end walls at the ends.
 */
#include "exchange/qp-template.h"

#include <math.h>

#define LEAST_BACK 0.4   /* of a facet's width is left of the back wall behind it */
#define SHARPEST 0.1     /* 1 + cos of the angle between two normals; sharper joints have no mitre */
#define BOX_SHARE 0.8    /* of the box that the frame leaves free: nobody builds a scene to the last centimetre */
#define MOST_LEVELS 400

typedef struct
{
  const QpDepth *depth;
  double step;
  double room;
  GArray *lines;
} Builder;

/* --- the mitre at both ends of a facet: where a place one metre before the face goes --- */

static QpVec3
mitre (const QpDepthFacet *own, const QpDepthFacet *other)
{
  const double sum = 1 + qp_vec3_dot (own->normal, other->normal);

  return sum < SHARPEST ? own->normal : qp_vec3_scale (qp_vec3_add (own->normal, other->normal), 1 / sum);
}

static const QpDepthFacet *
neighbour (const QpDepth *depth, guint i, int by)
{
  const guint n = depth->facets->len;

  if (!depth->shape.closed && ((by < 0 && i == 0) || (by > 0 && i + 1 == n)))
    return qp_depth_facet (depth, i);
  return qp_depth_facet (depth, (i + n + (guint) (n + by)) % n);
}

/* a place `t` of the way across a facet, `up` metres above its lower edge, `out` metres before the face along the mitre */
static QpVec3
place (const QpDepth *depth, guint i, double t, double up, double out)
{
  const QpDepthFacet *facet = qp_depth_facet (depth, i);
  const QpVec3 left = mitre (facet, neighbour (depth, i, -1)), right = mitre (facet, neighbour (depth, i, 1));

  return qp_vec3_add (qp_depth_facet_point (facet, t * facet->width, up),
                      qp_vec3_scale (qp_vec3_mix (left, right, t), out));
}

/**
 * qp_template_room:
 * @depth: a picture with depth
 *
 * Returns: depth of the room, metres: that of the content behind the face, or less where the back wall would turn inside
 *   out, as behind a column; NaN when the content has no depth behind the face
 */
double
qp_template_room (const QpDepth *depth)
{
  double room = depth->behind > 0 ? depth->behind : NAN;

  for (guint i = 0; i < depth->facets->len; i++)
    {
      const QpDepthFacet *facet = qp_depth_facet (depth, i);
      const QpVec3 left = mitre (facet, neighbour (depth, i, -1)), right = mitre (facet, neighbour (depth, i, 1));
      const double shrinks = qp_vec3_dot (qp_vec3_sub (right, left), facet->right);
      if (!facet->away && shrinks > 0 && room * shrinks > facet->width * (1 - LEAST_BACK))
        room = facet->width * (1 - LEAST_BACK) / shrinks;
    }
  return room;
}

static void
add (Builder *self, QpVec3 a, QpVec3 b, QpTemplateClass class_)
{
  g_array_append_val (self->lines, ((QpTemplateLine){ a, b, class_ }));
}

/* --- the room --- */

static guint
n_levels (const Builder *self, double length)
{
  return (guint) MIN (ceil (length / self->step - 1e-6), MOST_LEVELS);
}

/* back wall, floor and ceiling behind one facet; `start` is where it begins along its face */
static void
add_behind (Builder *self, guint i, double start)
{
  const QpDepth *depth = self->depth;
  const QpDepthFacet *facet = qp_depth_facet (depth, i);
  const double tall = facet->height, back = -self->room;

  for (guint k = 1; k < n_levels (self, tall); k++)
    add (self, place (depth, i, 0, k * self->step, back), place (depth, i, 1, k * self->step, back), QP_TEMPLATE_BACK);
  for (double at = ceil (start / self->step) * self->step; at < start + facet->width; at += self->step)
    {
      const double t = (at - start) / facet->width;
      add (self, place (depth, i, t, 0, back), place (depth, i, t, tall, back), QP_TEMPLATE_BACK);
      add (self, place (depth, i, t, 0, 0), place (depth, i, t, 0, back), QP_TEMPLATE_SIDE);
      add (self, place (depth, i, t, tall, 0), place (depth, i, t, tall, back), QP_TEMPLATE_SIDE);
    }
  for (guint k = 1; k < n_levels (self, self->room); k++)
    for (guint end = 0; end < 2; end++)
      add (self, place (depth, i, 0, end * tall, -(k * self->step)), place (depth, i, 1, end * tall, -(k * self->step)),
           QP_TEMPLATE_SIDE);
  add (self, place (depth, i, 0, 0, back), place (depth, i, 1, 0, back), QP_TEMPLATE_ROOM);
  add (self, place (depth, i, 0, tall, back), place (depth, i, 1, tall, back), QP_TEMPLATE_ROOM);
}

/* a wall across the room at one end of a facet: as a grid at the ends of the screen, as an edge where two faces meet */
static void
add_across (Builder *self, guint i, double t, gboolean wall)
{
  const QpDepth *depth = self->depth;
  const double tall = qp_depth_facet (depth, i)->height, back = -self->room;

  add (self, place (depth, i, t, 0, back), place (depth, i, t, tall, back), QP_TEMPLATE_ROOM);
  add (self, place (depth, i, t, 0, 0), place (depth, i, t, 0, back), QP_TEMPLATE_ROOM);
  add (self, place (depth, i, t, tall, 0), place (depth, i, t, tall, back), QP_TEMPLATE_ROOM);
  if (!wall)
    return;
  for (guint k = 1; k < n_levels (self, tall); k++)
    add (self, place (depth, i, t, k * self->step, 0), place (depth, i, t, k * self->step, back), QP_TEMPLATE_SIDE);
  for (guint k = 1; k < n_levels (self, self->room); k++)
    add (self, place (depth, i, t, 0, -(k * self->step)), place (depth, i, t, tall, -(k * self->step)), QP_TEMPLATE_SIDE);
}

static void
add_room (Builder *self, const QpDepthFace *face)
{
  const QpDepth *depth = self->depth;
  const guint last = face->first + face->n_facets - 1;
  double start = 0;

  for (guint i = face->first; i <= last; i++)
    {
      if (!qp_depth_facet (depth, i)->away)
        add_behind (self, i, start);
      start += qp_depth_facet (depth, i)->width;
    }
  if (depth->shape.closed && depth->faces->len == 1)
    return;
  if (!qp_depth_facet (depth, face->first)->away)
    add_across (self, face->first, 0, !depth->shape.closed && face->first == 0);
  if (!qp_depth_facet (depth, last)->away && last + 1 == depth->facets->len)
    add_across (self, last, 1, !depth->shape.closed);
}

/* --- boxes before the faces --- */

static QpVec3
box_place (const QpDepth *depth, guint index, double across, double up, double out)
{
  const QpDepthFace *face = qp_depth_face (depth, index);
  guint i = face->first;

  if (!face->bent)
    return qp_depth_face_point (depth, index, across, up, out);
  for (; i + 1 < face->first + face->n_facets && across > qp_depth_facet (depth, i)->width; i++)
    across -= qp_depth_facet (depth, i)->width;
  return place (depth, i, across / qp_depth_facet (depth, i)->width, up, out);
}

/* along a face from joint to joint, as each piece is straight */
static void
add_along (Builder *self, guint index, double from, double to, double up, double out)
{
  const QpDepthFace *face = qp_depth_face (self->depth, index);
  double at = from, joint = 0;

  for (guint i = 0; i < face->n_facets && at < to; i++)
    {
      joint += qp_depth_facet (self->depth, face->first + i)->width;
      const double next = i + 1 == face->n_facets ? to : fmin (joint, to);
      if (next <= at)
        continue;
      add (self, box_place (self->depth, index, at, up, out), box_place (self->depth, index, next, up, out),
           QP_TEMPLATE_BOX);
      at = next;
    }
}

static void
add_box (Builder *self, guint index)
{
  const QpDepth *depth = self->depth;
  QpDepthFrame frame;

  if (qp_depth_face (depth, index)->rounding || !(depth->front > 0) || !qp_depth_frame (depth, index, &frame)
      || !(frame.width > 0 && frame.height > 0))
    return;
  const double x0 = frame.left + frame.width * (1 - BOX_SHARE) / 2, x1 = x0 + frame.width * BOX_SHARE;
  const double y0 = frame.bottom + frame.height * (1 - BOX_SHARE) / 2, y1 = y0 + frame.height * BOX_SHARE;
  for (guint i = 0; i < 2; i++)
    {
      const double out = i * depth->front, x = i == 0 ? x0 : x1;
      add_along (self, index, x0, x1, y0, out);
      add_along (self, index, x0, x1, y1, out);
      add (self, box_place (depth, index, x0, y0, out), box_place (depth, index, x0, y1, out), QP_TEMPLATE_BOX);
      add (self, box_place (depth, index, x1, y0, out), box_place (depth, index, x1, y1, out), QP_TEMPLATE_BOX);
      add (self, box_place (depth, index, x, y0, 0), box_place (depth, index, x, y0, depth->front), QP_TEMPLATE_BOX);
      add (self, box_place (depth, index, x, y1, 0), box_place (depth, index, x, y1, depth->front), QP_TEMPLATE_BOX);
    }
}

/**
 * qp_template_lines:
 * @depth: a picture with depth
 * @step: from one line of the grid to the next, metres
 * @room: depth of the room, metres; NaN for none
 *
 * Returns: (transfer full) (element-type QpTemplateLine): the lines of the room behind the faces that the eye sees, and of
 *   the boxes before them
 */
GArray *
qp_template_lines (const QpDepth *depth, double step, double room)
{
  Builder self = { depth, step, room, g_array_new (FALSE, FALSE, sizeof (QpTemplateLine)) };

  for (guint i = 0; i < depth->faces->len; i++)
    {
      if (room > 0)
        add_room (&self, qp_depth_face (depth, i));
      add_box (&self, i);
    }
  return self.lines;
}
