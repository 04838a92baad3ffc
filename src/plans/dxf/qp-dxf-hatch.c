/* qp-dxf-hatch.c: the outlines of hatches
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plans/dxf/qp-dxf-private.h"

#define PATH_POLYLINE 2

typedef struct
{
  QpDxfReader *reader;
  QpDxfMatrix matrix;
  double height;
  guint at;      /* index of the next group */
  GArray *rings; /* guint: where each ring ends in the points */
} Hatch;

static const QpDxfGroup *
peek (const Hatch *self)
{
  const GArray *groups = self->reader->entity.groups;
  return self->at < groups->len ? &g_array_index (groups, QpDxfGroup, self->at) : NULL;
}

/* the value of the next group, which must have this code */
static gboolean
take (Hatch *self, int code, double *value)
{
  const QpDxfGroup *group = peek (self);

  if (group == NULL || group->code != code)
    return FALSE;
  *value = qp_dxf_group_real (group);
  self->at++;
  return TRUE;
}

static gboolean
take_optional (Hatch *self, int code, double *value)
{
  take (self, code, value);
  return TRUE;
}

/* the group that comes next, if it has this code, as a whole number that is not negative */
static guint
take_whole (Hatch *self, int code, guint otherwise)
{
  double value;

  if (!take (self, code, &value))
    return otherwise;
  return value >= 0 && value < G_MAXINT32 ? (guint) value : 0;
}

static gboolean
take_point (Hatch *self, int code, QpDxfPoint *point)
{
  point->z = self->height;
  return take (self, code, &point->x) && take (self, code + 10, &point->y);
}

static gboolean
polyline_path (Hatch *self)
{
  double bulges = 0, closed = 1, n = 0, bulge = 0, next = 0;
  QpDxfPoint first = { 0 }, last = { 0 }, point;

  take_optional (self, 72, &bulges);
  take_optional (self, 73, &closed);
  if (!take (self, 93, &n))
    return FALSE;
  for (guint i = 0; i < n && take_point (self, 10, &point); i++)
    {
      next = 0;
      take_optional (self, 42, &next);
      if (i == 0)
        {
          first = point;
          qp_dxf_emit_point (self->reader, &self->matrix, point.x, point.y, point.z);
        }
      else
        qp_dxf_emit_bulge (self->reader, &self->matrix, last, point, bulge);
      last = point;
      bulge = next;
    }
  if (bulge != 0)
    qp_dxf_emit_bulge (self->reader, &self->matrix, last, first, bulge);
  return TRUE;
}

static gboolean
line_edge (Hatch *self)
{
  QpDxfPoint a, b;

  if (!take_point (self, 10, &a) || !take_point (self, 11, &b))
    return FALSE;
  qp_dxf_emit_point (self->reader, &self->matrix, a.x, a.y, a.z);
  qp_dxf_emit_point (self->reader, &self->matrix, b.x, b.y, b.z);
  return TRUE;
}

/* angles of an edge that runs clockwise are told as if seen from behind */
static gboolean
take_angles (Hatch *self, double *from, double *to)
{
  double ccw = 1;

  if (!take (self, 50, from) || !take (self, 51, to))
    return FALSE;
  take_optional (self, 73, &ccw);
  const double sign = ccw == 0 ? -1 : 1;
  *from *= sign * G_PI / 180;
  *to *= sign * G_PI / 180;
  return isfinite (*from) && isfinite (*to);
}

static gboolean
arc_edge (Hatch *self)
{
  QpDxfPoint centre;
  double radius, from, to;

  if (!take_point (self, 10, &centre) || !take (self, 40, &radius) || !take_angles (self, &from, &to))
    return FALSE;
  qp_dxf_emit_arc (self->reader, &self->matrix, centre, radius, from, to, TRUE);
  return TRUE;
}

static gboolean
ellipse_edge (Hatch *self)
{
  QpDxfPoint centre, major;
  double ratio, from, to;

  if (!take_point (self, 10, &centre) || !take_point (self, 11, &major) || !take (self, 40, &ratio)
      || !take_angles (self, &from, &to))
    return FALSE;
  major.z = 0;
  const QpDxfPoint minor = { -major.y * ratio, major.x * ratio, 0 };
  qp_dxf_emit_ellipse (self->reader, &self->matrix, centre, major, minor, from, to);
  return TRUE;
}

static gboolean
take_spline (Hatch *self, QpDxfSpline *spline)
{
  double rational = 0, periodic = 0, n_knots = 0, n_control = 0, n_fit = 0, value;
  QpDxfPoint point;

  if (peek (self) == NULL || peek (self)->code != 94)
    return FALSE;
  spline->degree = take_whole (self, 94, 3);
  take_optional (self, 73, &rational);
  take_optional (self, 74, &periodic);
  take_optional (self, 95, &n_knots);
  take_optional (self, 96, &n_control);
  for (guint i = 0; i < n_knots && take (self, 40, &value); i++)
    g_array_append_val (spline->knots, value);
  for (guint i = 0; i < n_control && take_point (self, 10, &point); i++)
    {
      g_array_append_val (spline->control, point);
      if (take (self, 42, &value))
        g_array_append_val (spline->weights, value);
    }
  /* the same code tells how many objects the path was made from: only points after it make it the other */
  const guint before = self->at;
  if (take (self, 97, &n_fit) && n_fit > 0 && (peek (self) == NULL || peek (self)->code != 11))
    self->at = before;
  for (guint i = 0; i < n_fit && take_point (self, 11, &point); i++)
    g_array_append_val (spline->fit, point);
  return TRUE;
}

static gboolean
spline_edge (Hatch *self)
{
  QpDxfSpline spline;
  static const int ends[] = { 12, 22, 13, 23 };
  double ignored;

  qp_dxf_spline_init (&spline);
  const gboolean fine = take_spline (self, &spline);
  if (fine)
    qp_dxf_emit_spline (self->reader, &self->matrix, &spline);
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    take_optional (self, ends[i], &ignored); /* directions at its ends */
  qp_dxf_spline_clear (&spline);
  return fine;
}

static gboolean
edge_path (Hatch *self)
{
  static gboolean (*const edges[]) (Hatch *) = { line_edge, arc_edge, ellipse_edge, spline_edge };
  double n = 0, type;

  if (!take (self, 93, &n))
    return FALSE;
  for (guint i = 0; i < n && take (self, 72, &type); i++)
    if (!(type >= 1 && type <= 4) || !edges[(guint) type - 1](self))
      return FALSE;
  return TRUE;
}

static void
read_paths (Hatch *self)
{
  while (peek (self) != NULL && peek (self)->code != 91)
    self->at++;
  const guint n_paths = take_whole (self, 91, 0);
  for (guint i = 0; i < n_paths && peek (self) != NULL; i++)
    {
      while (peek (self) != NULL && peek (self)->code != 92 && peek (self)->code != 75)
        self->at++;
      if (peek (self) == NULL || peek (self)->code != 92)
        return;
      const gboolean polyline = (take_whole (self, 92, 0) & PATH_POLYLINE) != 0;
      const gboolean fine = polyline ? polyline_path (self) : edge_path (self);
      const guint end = self->reader->points->len;
      g_array_append_val (self->rings, end);
      if (!fine)
        return;
    }
}

static QpDxfOutcome
draw_rings (Hatch *self, gboolean solid)
{
  QpDxfReader *reader = self->reader;
  QpDxfOutcome outcome = QP_DXF_DAMAGED;
  g_autofree QpVec *all = g_memdup2 (reader->points->data, reader->points->len * sizeof (QpVec));

  for (guint round = solid ? 0 : 1; round < 2; round++)
    {
      guint first = 0;
      gboolean joined = FALSE;
      for (guint i = 0; i < self->rings->len; i++)
        {
          const guint end = g_array_index (self->rings, guint, i);
          g_array_set_size (reader->points, 0);
          if (end - first > 1)
            {
              g_array_append_vals (reader->points, all + first, end - first);
              const QpDxfOutcome made
                  = round == 0 ? qp_dxf_emit_ring (reader, joined) : qp_dxf_emit (reader, QP_SHAPE_OUTLINE);
              joined = joined || made == QP_DXF_DRAWN;
              outcome = made == QP_DXF_DRAWN ? QP_DXF_DRAWN : outcome;
            }
          first = end;
        }
    }
  return outcome;
}

/* A solid hatch is filled; of a pattern only the outline is drawn. */
QpDxfOutcome
qp_dxf_draw_hatch (QpDxfReader *self, const QpDxfContext *context)
{
  const QpDxfMatrix plane = qp_dxf_entity_plane (&self->entity);
  const gboolean solid = qp_dxf_entity_integer (&self->entity, 70, 0) == 1;
  Hatch hatch = { self, qp_dxf_matrix_multiply (&context->matrix, &plane) };

  hatch.height = qp_dxf_entity_real (&self->entity, 30, 0);
  hatch.rings = g_array_new (FALSE, FALSE, sizeof (guint));
  read_paths (&hatch);
  const QpDxfOutcome outcome = draw_rings (&hatch, solid);
  g_array_unref (hatch.rings);
  return outcome;
}
