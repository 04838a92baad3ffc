/* qp-dxf-spline.c: splines (NURBS) as short straight lines
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plans/dxf/qp-dxf-private.h"

#define MAX_DEGREE 10
#define STEPS_PER_SPAN 12
#define MAX_STEPS 20000

void
qp_dxf_spline_init (QpDxfSpline *self)
{
  self->degree = 3;
  self->closed = FALSE;
  self->knots = g_array_new (FALSE, FALSE, sizeof (double));
  self->control = g_array_new (FALSE, FALSE, sizeof (QpDxfPoint));
  self->weights = g_array_new (FALSE, FALSE, sizeof (double));
  self->fit = g_array_new (FALSE, FALSE, sizeof (QpDxfPoint));
}

void
qp_dxf_spline_clear (QpDxfSpline *self)
{
  g_array_unref (self->knots);
  g_array_unref (self->control);
  g_array_unref (self->weights);
  g_array_unref (self->fit);
}

static double
knot (const QpDxfSpline *self, guint index)
{
  return g_array_index (self->knots, double, index);
}

static gboolean
is_usable (const QpDxfSpline *self)
{
  const guint n = self->control->len, degree = self->degree;

  if (degree < 1 || degree > MAX_DEGREE || n <= degree || self->knots->len != n + degree + 1)
    return FALSE;
  for (guint i = 0; i < self->knots->len; i++)
    if (!isfinite (knot (self, i)) || (i > 0 && knot (self, i) < knot (self, i - 1)))
      return FALSE;
  for (guint i = 0; i < self->weights->len; i++)
    if (!(fabs (g_array_index (self->weights, double, i)) > 0))
      return FALSE;
  return knot (self, n) > knot (self, degree);
}

/* de Boor's scheme, in places times their weight */
static void
emit_at (QpDxfReader *reader, const QpDxfMatrix *matrix, const QpDxfSpline *self, guint span, double t)
{
  double d[MAX_DEGREE + 1][4];
  const guint degree = self->degree;

  for (guint i = 0; i <= degree; i++)
    {
      const guint at = span - degree + i;
      const QpDxfPoint p = g_array_index (self->control, QpDxfPoint, at);
      const double w = at < self->weights->len ? g_array_index (self->weights, double, at) : 1;
      d[i][0] = p.x * w;
      d[i][1] = p.y * w;
      d[i][2] = p.z * w;
      d[i][3] = w;
    }
  for (guint round = 1; round <= degree; round++)
    for (guint i = degree; i >= round; i--)
      {
        const double low = knot (self, span - degree + i), high = knot (self, span + 1 + i - round);
        const double part = high > low ? (t - low) / (high - low) : 0;
        for (guint k = 0; k < 4; k++)
          d[i][k] = (1 - part) * d[i - 1][k] + part * d[i][k];
      }
  const double *at = d[degree];
  qp_dxf_emit_point (reader, matrix, at[0] / at[3], at[1] / at[3], at[2] / at[3]);
}

static void
emit_control (QpDxfReader *reader, const QpDxfMatrix *matrix, const QpDxfSpline *self)
{
  const guint n = self->control->len, degree = self->degree;
  const guint steps = CLAMP (MAX_STEPS / n, 1, degree == 1 ? 1 : STEPS_PER_SPAN);

  for (guint span = degree; span < n; span++)
    {
      const double from = knot (self, span), to = knot (self, span + 1);
      for (guint i = 0; i < steps && to > from; i++)
        emit_at (reader, matrix, self, span, from + (to - from) * i / steps);
    }
  guint last = n - 1;
  while (last > degree && knot (self, last) >= knot (self, n))
    last--;
  emit_at (reader, matrix, self, last, knot (self, n));
}

/* a smooth line through points that are all there is: cubic pieces whose slopes come from the neighbours */
static void
emit_fit (QpDxfReader *reader, const QpDxfMatrix *matrix, const QpDxfSpline *self)
{
  const QpDxfPoint *p = (const QpDxfPoint *) self->fit->data;
  const guint n = self->fit->len, pieces = self->closed ? n : n - 1;
  const guint steps = CLAMP (MAX_STEPS / n, 1, STEPS_PER_SPAN);

  for (guint i = 0; i < pieces; i++)
    {
      const QpDxfPoint b = p[i], c = p[(i + 1) % n];
      const QpDxfPoint a = i > 0 ? p[i - 1] : self->closed ? p[n - 1] : b;
      const QpDxfPoint d = i + 2 < n ? p[i + 2] : self->closed ? p[(i + 2) % n] : c;
      for (guint k = 0; k < steps; k++)
        {
          const double t = (double) k / steps, t2 = t * t, t3 = t2 * t;
          const double wa = (-t3 + 2 * t2 - t) / 2, wb = (3 * t3 - 5 * t2 + 2) / 2, wc = (-3 * t3 + 4 * t2 + t) / 2,
                       wd = (t3 - t2) / 2;
          qp_dxf_emit_point (reader, matrix, wa * a.x + wb * b.x + wc * c.x + wd * d.x,
                             wa * a.y + wb * b.y + wc * c.y + wd * d.y, wa * a.z + wb * b.z + wc * c.z + wd * d.z);
        }
    }
  if (!self->closed)
    qp_dxf_emit_point (reader, matrix, p[n - 1].x, p[n - 1].y, p[n - 1].z);
}

/* Returns whether anything was emitted. */
gboolean
qp_dxf_emit_spline (QpDxfReader *reader, const QpDxfMatrix *matrix, const QpDxfSpline *self)
{
  if (is_usable (self))
    emit_control (reader, matrix, self);
  else if (self->fit->len > 1)
    emit_fit (reader, matrix, self);
  else
    for (guint i = 0; i < self->control->len; i++)
      {
        /* damaged knots: the control points tell at least where it runs */
        const QpDxfPoint p = g_array_index (self->control, QpDxfPoint, i);
        qp_dxf_emit_point (reader, matrix, p.x, p.y, p.z);
      }
  return reader->points->len > 1;
}

static void
take_group (QpDxfSpline *self, const QpDxfGroup *group)
{
  const double value = qp_dxf_group_real (group);
  const gboolean is_fit = group->code % 10 == 1;
  GArray *points = is_fit ? self->fit : self->control;

  switch (group->code)
    {
    case 10:
    case 11:
      {
        const QpDxfPoint point = { value, NAN, 0 };
        g_array_append_val (points, point);
        break;
      }
    case 20:
    case 21:
    case 30:
    case 31:
      if (points->len > 0)
        {
          QpDxfPoint *last = &g_array_index (points, QpDxfPoint, points->len - 1);
          *(group->code < 30 ? &last->y : &last->z) = value;
        }
      break;
    case 40:
      g_array_append_val (self->knots, value);
      break;
    case 41:
      g_array_append_val (self->weights, value);
      break;
    case 70:
      self->closed = (qp_dxf_group_integer (group) & 1) != 0;
      break;
    case 71:
      self->degree = (guint) CLAMP (qp_dxf_group_integer (group), 0, 100);
      break;
    default:
      break;
    }
}

QpDxfOutcome
qp_dxf_draw_spline (QpDxfReader *self, const QpDxfContext *context)
{
  QpDxfSpline spline;
  gboolean in_helix = FALSE;

  qp_dxf_spline_init (&spline);
  for (guint i = 0; i < self->entity.groups->len && !in_helix; i++)
    {
      const QpDxfGroup *group = &g_array_index (self->entity.groups, QpDxfGroup, i);
      in_helix = qp_dxf_group_is (group, 100, "AcDbHelix"); /* the same codes mean something else */
      take_group (&spline, group);
    }
  const gboolean made = qp_dxf_emit_spline (self, &context->matrix, &spline);
  /* a closed spline that has control points ends where it began */
  const gboolean joined = spline.closed && !is_usable (&spline);
  qp_dxf_spline_clear (&spline);
  return made ? qp_dxf_emit (self, joined ? QP_SHAPE_OUTLINE : QP_SHAPE_LINES) : QP_DXF_DAMAGED;
}
