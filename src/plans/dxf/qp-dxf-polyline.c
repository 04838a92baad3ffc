/* qp-dxf-polyline.c: polylines of all kinds: flat with arcs, in space, meshes and bodies of faces
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plans/dxf/qp-dxf-private.h"

typedef enum
{
  POLYLINE_CLOSED = 1,
  POLYLINE_FITTED = 4, /* the frame of a spline is among the points */
  POLYLINE_SPACE = 8,
  POLYLINE_MESH = 16,
  POLYLINE_CLOSED_ACROSS = 32,
  POLYLINE_FACES = 64,
} PolylineFlags;

enum
{
  VERTEX_FRAME = 16,
  VERTEX_PLACE = 64,
  VERTEX_FACE = 128,
};

typedef struct
{
  QpDxfPoint at;
  double bulge;
  int flags;
  int face[4]; /* numbers of corners from 1, negative where the edge is not seen */
} Vertex;

static QpDxfOutcome
draw_flat (QpDxfReader *self, const QpDxfMatrix *matrix, const Vertex *vertices, guint n, gboolean closed)
{
  if (n < 2)
    return QP_DXF_DAMAGED;
  qp_dxf_emit_point (self, matrix, vertices[0].at.x, vertices[0].at.y, vertices[0].at.z);
  for (guint i = 1; i < n; i++)
    qp_dxf_emit_bulge (self, matrix, vertices[i - 1].at, vertices[i].at, vertices[i - 1].bulge);
  if (closed && vertices[n - 1].bulge != 0)
    {
      qp_dxf_emit_bulge (self, matrix, vertices[n - 1].at, vertices[0].at, vertices[n - 1].bulge);
      g_array_set_size (self->points, self->points->len - 1);
    }
  return qp_dxf_emit (self, closed ? QP_SHAPE_OUTLINE : QP_SHAPE_LINES);
}

QpDxfOutcome
qp_dxf_draw_lwpolyline (QpDxfReader *self, const QpDxfContext *context)
{
  const QpDxfEntity *entity = &self->entity;
  const QpDxfMatrix plane = qp_dxf_entity_plane (entity);
  const QpDxfMatrix matrix = qp_dxf_matrix_multiply (&context->matrix, &plane);
  const double height = qp_dxf_entity_real (entity, 38, 0);
  g_autoptr (GArray) vertices = g_array_new (FALSE, FALSE, sizeof (Vertex));

  for (guint i = 0; i < entity->groups->len; i++)
    {
      const QpDxfGroup *group = &g_array_index (entity->groups, QpDxfGroup, i);
      Vertex *last = vertices->len > 0 ? &g_array_index (vertices, Vertex, vertices->len - 1) : NULL;
      if (group->code == 10)
        {
          const Vertex vertex = { .at = { qp_dxf_group_real (group), NAN, height } };
          g_array_append_val (vertices, vertex);
        }
      else if (group->code == 20 && last != NULL)
        last->at.y = qp_dxf_group_real (group);
      else if (group->code == 42 && last != NULL)
        last->bulge = qp_dxf_group_real (group);
    }
  return draw_flat (self, &matrix, (const Vertex *) vertices->data, vertices->len,
                    (qp_dxf_entity_integer (entity, 70, 0) & 1) != 0);
}

/* the VERTEX objects that follow, up to the SEQEND */
static GArray *
read_vertices (QpDxfReader *self)
{
  GArray *vertices = g_array_new (FALSE, FALSE, sizeof (Vertex));

  while (qp_dxf_group_is (&self->groups.group, 0, "VERTEX"))
    {
      qp_dxf_entity_read (self);
      const QpDxfEntity *entity = &self->entity;
      Vertex vertex = { .at = qp_dxf_entity_point (entity, 10),
                        .bulge = qp_dxf_entity_real (entity, 42, 0),
                        .flags = qp_dxf_entity_integer (entity, 70, 0) };
      for (int i = 0; i < 4; i++)
        vertex.face[i] = qp_dxf_entity_integer (entity, 71 + i, 0);
      if (vertices->len < QP_DXF_MAX_KEPT_GROUPS)
        g_array_append_val (vertices, vertex);
    }
  if (qp_dxf_group_is (&self->groups.group, 0, "SEQEND"))
    qp_dxf_entity_read (self);
  return vertices;
}

/* leaves out the points from which a curve was made */
static void
remove_frame (GArray *vertices)
{
  guint kept = 0;

  for (guint i = 0; i < vertices->len; i++)
    {
      const Vertex vertex = g_array_index (vertices, Vertex, i);
      if ((vertex.flags & VERTEX_FRAME) == 0)
        g_array_index (vertices, Vertex, kept++) = vertex;
    }
  g_array_set_size (vertices, kept);
}

static QpDxfOutcome
draw_mesh (QpDxfReader *self, const QpDxfMatrix *matrix, const GArray *vertices, guint m, guint n, int flags)
{
  QpDxfOutcome outcome = QP_DXF_DAMAGED;

  if (m < 1 || n < 1 || (guint64) m * n > vertices->len)
    return outcome;
  for (guint across = 0; across < 2; across++)
    for (guint i = 0; i < (across ? n : m); i++)
      {
        for (guint k = 0; k < (across ? m : n); k++)
          {
            const Vertex *vertex = &g_array_index (vertices, Vertex, across ? k * n + i : i * n + k);
            qp_dxf_emit_point (self, matrix, vertex->at.x, vertex->at.y, vertex->at.z);
          }
        const gboolean closed = (flags & (across ? POLYLINE_CLOSED : POLYLINE_CLOSED_ACROSS)) != 0;
        outcome = qp_dxf_emit (self, closed ? QP_SHAPE_OUTLINE : QP_SHAPE_LINES);
      }
  return outcome;
}

static const Vertex *
corner (const GArray *vertices, guint n_places, int number)
{
  return number != 0 && (guint) ABS ((gint64) number) <= n_places
             ? &g_array_index (vertices, Vertex, (guint) ABS (number) - 1)
             : NULL;
}

static QpDxfOutcome
draw_faces (QpDxfReader *self, const QpDxfMatrix *matrix, const GArray *vertices)
{
  QpDxfOutcome outcome = QP_DXF_DAMAGED;
  guint n_places = 0;

  while (n_places < vertices->len && (g_array_index (vertices, Vertex, n_places).flags & VERTEX_PLACE) != 0)
    n_places++;
  for (guint i = n_places; i < vertices->len; i++)
    {
      const Vertex *face = &g_array_index (vertices, Vertex, i);
      const guint n = face->face[3] != 0 ? 4 : 3;
      for (guint k = 0; k < n && (face->flags & VERTEX_FACE) != 0; k++)
        {
          const Vertex *a = corner (vertices, n_places, face->face[k]);
          const Vertex *b = corner (vertices, n_places, face->face[(k + 1) % n]);
          if (a == NULL || b == NULL || face->face[k] < 0)
            continue;
          qp_dxf_emit_point (self, matrix, a->at.x, a->at.y, a->at.z);
          qp_dxf_emit_point (self, matrix, b->at.x, b->at.y, b->at.z);
          outcome = qp_dxf_emit (self, QP_SHAPE_LINES);
        }
    }
  return outcome;
}

/* a mesh that was smoothed has the numbers of its smooth points in other groups */
static QpDxfOutcome
draw_space (QpDxfReader *self, const QpDxfMatrix *matrix, GArray *vertices, int flags, guint m, guint n)
{
  if ((flags & POLYLINE_FACES) != 0)
    return draw_faces (self, matrix, vertices);
  remove_frame (vertices);
  if ((flags & POLYLINE_MESH) != 0)
    return draw_mesh (self, matrix, vertices, m, n, flags);
  for (guint i = 0; i < vertices->len; i++)
    g_array_index (vertices, Vertex, i).bulge = 0;
  return draw_flat (self, matrix, (const Vertex *) vertices->data, vertices->len, (flags & POLYLINE_CLOSED) != 0);
}

QpDxfOutcome
qp_dxf_draw_polyline (QpDxfReader *self, const QpDxfContext *context)
{
  const QpDxfMatrix plane = qp_dxf_entity_plane (&self->entity);
  const int flags = qp_dxf_entity_integer (&self->entity, 70, 0);
  const int smooth = (flags & POLYLINE_FITTED) != 0 ? 2 : 0;
  const guint m = (guint) CLAMP (qp_dxf_entity_integer (&self->entity, 71 + smooth, 0), 0, 65536);
  const guint n = (guint) CLAMP (qp_dxf_entity_integer (&self->entity, 72 + smooth, 0), 0, 65536);
  const double height = qp_dxf_entity_real (&self->entity, 30, 0);
  g_autoptr (GArray) vertices = read_vertices (self); /* the polyline itself is lost from here */

  if ((flags & (POLYLINE_SPACE | POLYLINE_MESH | POLYLINE_FACES)) != 0)
    return draw_space (self, &context->matrix, vertices, flags, m, n);
  remove_frame (vertices);
  for (guint i = 0; i < vertices->len; i++)
    g_array_index (vertices, Vertex, i).at.z = height;
  const QpDxfMatrix matrix = qp_dxf_matrix_multiply (&context->matrix, &plane);
  return draw_flat (self, &matrix, (const Vertex *) vertices->data, vertices->len, (flags & POLYLINE_CLOSED) != 0);
}
