/* qp-dxf-shapes.c: lines, points, filled corners, leaders and multiple lines
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plans/dxf/qp-dxf-private.h"

#define MAX_MLINE_ELEMENTS 16

static void
emit (QpDxfReader *self, const QpDxfMatrix *matrix, QpDxfPoint point)
{
  qp_dxf_emit_point (self, matrix, point.x, point.y, point.z);
}

QpDxfOutcome
qp_dxf_draw_line (QpDxfReader *self, const QpDxfContext *context)
{
  emit (self, &context->matrix, qp_dxf_entity_point (&self->entity, 10));
  emit (self, &context->matrix, qp_dxf_entity_point (&self->entity, 11));
  return qp_dxf_emit (self, QP_SHAPE_LINES);
}

QpDxfOutcome
qp_dxf_draw_point (QpDxfReader *self, const QpDxfContext *context)
{
  emit (self, &context->matrix, qp_dxf_entity_point (&self->entity, 10));
  return qp_dxf_emit (self, QP_SHAPE_DOT);
}

/* the third and the fourth corner stand crosswise; a triangle has its third twice */
QpDxfOutcome
qp_dxf_draw_solid (QpDxfReader *self, const QpDxfContext *context)
{
  static const int codes[] = { 10, 11, 13, 12 };
  const QpDxfMatrix plane = qp_dxf_entity_plane (&self->entity);
  const QpDxfMatrix matrix = qp_dxf_matrix_multiply (&context->matrix, &plane);

  for (guint round = 0; round < 2; round++)
    {
      for (guint i = 0; i < 4; i++)
        if (codes[i] != 13 || qp_dxf_entity_find (&self->entity, 13) != NULL)
          emit (self, &matrix, qp_dxf_entity_point (&self->entity, codes[i]));
      const QpDxfOutcome outcome = round == 0 ? qp_dxf_emit_ring (self, FALSE) : qp_dxf_emit (self, QP_SHAPE_OUTLINE);
      if (outcome != QP_DXF_DRAWN)
        return outcome;
    }
  return QP_DXF_DRAWN;
}

QpDxfOutcome
qp_dxf_draw_face (QpDxfReader *self, const QpDxfContext *context)
{
  for (int code = 10; code < 14; code++)
    if (code < 13 || qp_dxf_entity_find (&self->entity, 13) != NULL)
      emit (self, &context->matrix, qp_dxf_entity_point (&self->entity, code));
  return qp_dxf_emit (self, QP_SHAPE_OUTLINE);
}

QpDxfOutcome
qp_dxf_draw_leader (QpDxfReader *self, const QpDxfContext *context)
{
  QpDxfPoint point = { NAN, NAN, 0 };

  for (guint i = 0; i < self->entity.groups->len; i++)
    {
      const QpDxfGroup *group = &g_array_index (self->entity.groups, QpDxfGroup, i);
      if (group->code == 10)
        point.x = qp_dxf_group_real (group);
      else if (group->code == 20)
        {
          point.y = qp_dxf_group_real (group);
          emit (self, &context->matrix, point);
        }
    }
  return self->points->len > 1 ? qp_dxf_emit (self, QP_SHAPE_LINES) : QP_DXF_DAMAGED;
}

/* a corner of a multiple line: the way along its mitre at which each of its lines crosses it */
typedef struct
{
  QpDxfPoint at;
  QpDxfPoint mitre;
  double along[MAX_MLINE_ELEMENTS];
  guint n_along;
  int parameters; /* of the element that is being read: its first is the way along the mitre */
} Corner;

static void
take_corner (GArray *corners, const QpDxfGroup *group)
{
  if (group->code == 11)
    {
      const Corner corner = { .at = { qp_dxf_group_real (group), NAN, 0 } };
      if (corners->len < QP_DXF_MAX_KEPT_GROUPS / 10)
        g_array_append_val (corners, corner);
      return;
    }
  if (corners->len == 0)
    return;
  Corner *corner = &g_array_index (corners, Corner, corners->len - 1);
  const double value = qp_dxf_group_real (group);
  switch (group->code)
    {
    case 21:
      corner->at.y = value;
      break;
    case 13:
      corner->mitre.x = value;
      break;
    case 23:
      corner->mitre.y = value;
      break;
    case 74:
      corner->parameters = 0;
      break;
    case 41:
      if (corner->parameters++ == 0 && corner->n_along < MAX_MLINE_ELEMENTS)
        corner->along[corner->n_along++] = value;
      break;
    default:
      break;
    }
}

QpDxfOutcome
qp_dxf_draw_mline (QpDxfReader *self, const QpDxfContext *context)
{
  g_autoptr (GArray) corners = g_array_new (FALSE, FALSE, sizeof (Corner));
  const gboolean closed = (qp_dxf_entity_integer (&self->entity, 71, 0) & 2) != 0;
  QpDxfOutcome outcome = QP_DXF_DAMAGED;

  for (guint i = 0; i < self->entity.groups->len; i++)
    take_corner (corners, &g_array_index (self->entity.groups, QpDxfGroup, i));
  const guint n_lines = corners->len > 1 ? g_array_index (corners, Corner, 0).n_along : 0;
  for (guint line = 0; line < n_lines; line++)
    {
      for (guint i = 0; i < corners->len; i++)
        {
          const Corner *corner = &g_array_index (corners, Corner, i);
          const double along = line < corner->n_along ? corner->along[line] : 0;
          qp_dxf_emit_point (self, &context->matrix, corner->at.x + along * corner->mitre.x,
                             corner->at.y + along * corner->mitre.y, 0);
        }
      outcome = qp_dxf_emit (self, closed ? QP_SHAPE_OUTLINE : QP_SHAPE_LINES);
    }
  return outcome;
}
