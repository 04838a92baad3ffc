/* qp-dxf-curves.c: arcs and ellipses as short straight lines
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plans/dxf/qp-dxf-private.h"

/* A chord may lie off the curve by a hundred thousandth of the drawing: a millimetre in a hundred metres. Small
 * circles get as few as 70 lines a turn, large ones at most 500. */
#define OF_DRAWING 1e-5
#define LEAST_OF_RADIUS 2e-5
#define MOST_OF_RADIUS 1e-3
/* and by this part of its own length: flat arcs of huge radius keep their shape */
#define OF_LENGTH 5e-4
#define MAX_TURNS 4.0

static guint
steps_of (const QpDxfReader *self, double radius, double sweep)
{
  const double off = MAX (radius * LEAST_OF_RADIUS, MIN (radius * MOST_OF_RADIUS, self->extent * OF_DRAWING));
  const double step = radius > 0 ? 2 * acos (1 - off / radius) : G_PI;
  const double steps = MAX (fabs (sweep) / step, sqrt (fabs (sweep) / (8 * OF_LENGTH)));

  return isfinite (steps) ? (guint) CLAMP (ceil (steps), 1, 2048) : 1;
}

/* The points of an ellipse given by the ends of its half axes. Its own parameter, not the angle, runs from @from to
 * @to, either way. */
static void
emit_turn (QpDxfReader *self, const QpDxfMatrix *matrix, QpDxfPoint centre, QpDxfPoint a, QpDxfPoint b, double from,
           double to, gboolean first)
{
  const double radius = MAX (sqrt (a.x * a.x + a.y * a.y + a.z * a.z), sqrt (b.x * b.x + b.y * b.y + b.z * b.z));
  const double sweep = CLAMP (to - from, -MAX_TURNS * G_PI, MAX_TURNS * G_PI);
  const guint n = steps_of (self, radius * qp_dxf_matrix_stretch (matrix), sweep);

  for (guint i = first ? 0 : 1; i <= n; i++)
    {
      const double t = from + sweep * i / n, c = cos (t), s = sin (t);
      qp_dxf_emit_point (self, matrix, centre.x + a.x * c + b.x * s, centre.y + a.y * c + b.y * s,
                         centre.z + a.z * c + b.z * s);
    }
}

/* from and to in radians; without its first point when that is there already */
void
qp_dxf_emit_arc (QpDxfReader *self, const QpDxfMatrix *matrix, QpDxfPoint centre, double radius, double from, double to,
                 gboolean first)
{
  emit_turn (self, matrix, centre, (QpDxfPoint){ radius, 0, 0 }, (QpDxfPoint){ 0, radius, 0 }, from, to, first);
}

void
qp_dxf_emit_ellipse (QpDxfReader *self, const QpDxfMatrix *matrix, QpDxfPoint centre, QpDxfPoint major,
                     QpDxfPoint minor, double from, double to)
{
  emit_turn (self, matrix, centre, major, minor, from, to, TRUE);
}

/* The arc after @a up to @b. The bulge is the tangent of a quarter of its angle, counter-clockwise when positive. */
void
qp_dxf_emit_bulge (QpDxfReader *self, const QpDxfMatrix *matrix, QpDxfPoint a, QpDxfPoint b, double bulge)
{
  const double chord = hypot (b.x - a.x, b.y - a.y);

  if (isfinite (bulge) && fabs (bulge) > 1e-9 && fabs (bulge) < 1e6 && chord > 0)
    {
      const double angle = 4 * atan (bulge);
      /* from the middle of the chord to the centre, to its left */
      const double off = (1 - bulge * bulge) / (4 * bulge);
      const QpDxfPoint centre
          = { (a.x + b.x) / 2 - (b.y - a.y) * off, (a.y + b.y) / 2 + (b.x - a.x) * off, (a.z + b.z) / 2 };
      const double from = atan2 (a.y - centre.y, a.x - centre.x);
      qp_dxf_emit_arc (self, matrix, centre, hypot (a.x - centre.x, a.y - centre.y), from, from + angle, FALSE);
      g_array_set_size (self->points, self->points->len - 1);
    }
  qp_dxf_emit_point (self, matrix, b.x, b.y, b.z);
}

static QpDxfMatrix
plane_in (const QpDxfReader *self, const QpDxfContext *context)
{
  const QpDxfMatrix plane = qp_dxf_entity_plane (&self->entity);
  return qp_dxf_matrix_multiply (&context->matrix, &plane);
}

QpDxfOutcome
qp_dxf_draw_circle (QpDxfReader *self, const QpDxfContext *context)
{
  const QpDxfMatrix matrix = plane_in (self, context);
  const double radius = qp_dxf_entity_real (&self->entity, 40, NAN);

  if (!(radius > 0))
    return QP_DXF_DAMAGED;
  qp_dxf_emit_arc (self, &matrix, qp_dxf_entity_point (&self->entity, 10), radius, 0, 2 * G_PI, FALSE);
  return qp_dxf_emit (self, QP_SHAPE_OUTLINE);
}

QpDxfOutcome
qp_dxf_draw_arc (QpDxfReader *self, const QpDxfContext *context)
{
  const QpDxfMatrix matrix = plane_in (self, context);
  const double radius = qp_dxf_entity_real (&self->entity, 40, NAN);
  const double from = qp_dxf_entity_real (&self->entity, 50, 0) * G_PI / 180;
  double to = qp_dxf_entity_real (&self->entity, 51, 360) * G_PI / 180;

  if (!(radius > 0) || !isfinite (from) || !isfinite (to))
    return QP_DXF_DAMAGED;
  to = from + fmod (fmod (to - from, 2 * G_PI) + 2 * G_PI, 2 * G_PI);
  to += to == from ? 2 * G_PI : 0;
  qp_dxf_emit_arc (self, &matrix, qp_dxf_entity_point (&self->entity, 10), radius, from, to, TRUE);
  return qp_dxf_emit (self, QP_SHAPE_LINES);
}

/* an ellipse has its places in the drawing's own axes, and only its minor axis from the direction that is up */
QpDxfOutcome
qp_dxf_draw_ellipse (QpDxfReader *self, const QpDxfContext *context)
{
  const QpDxfEntity *entity = &self->entity;
  const QpDxfPoint major = qp_dxf_entity_point (entity, 11);
  const double ratio = qp_dxf_entity_real (entity, 40, 1), from = qp_dxf_entity_real (entity, 41, 0);
  const QpDxfMatrix plane = qp_dxf_entity_plane (entity);
  const QpDxfPoint up = { plane.m[0][2], plane.m[1][2], plane.m[2][2] };
  const QpDxfPoint minor = { (up.y * major.z - up.z * major.y) * ratio, (up.z * major.x - up.x * major.z) * ratio,
                             (up.x * major.y - up.y * major.x) * ratio };
  double to = qp_dxf_entity_real (entity, 42, 2 * G_PI);

  if (!isfinite (from) || !isfinite (to) || !isfinite (minor.x) || !(fabs (ratio) > 0))
    return QP_DXF_DAMAGED;
  const double sweep = fmod (fmod (to - from, 2 * G_PI) + 2 * G_PI, 2 * G_PI);
  const gboolean whole = sweep < 1e-9 || sweep > 2 * G_PI - 1e-9;
  to = from + (whole ? 2 * G_PI : sweep);
  qp_dxf_emit_ellipse (self, &context->matrix, qp_dxf_entity_point (entity, 10), major, minor, from, to);
  if (whole && self->points->len > 1)
    g_array_set_size (self->points, self->points->len - 1);
  return qp_dxf_emit (self, whole ? QP_SHAPE_OUTLINE : QP_SHAPE_LINES);
}
