/* qp-dxf-dimension.c: dimensions: by the block that is their picture, or from their points where a program left none
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plans/dxf/qp-dxf-private.h"

#include <string.h>

/* group 70 without its flags */
enum
{
  DIMENSION_ROTATED = 0,
  DIMENSION_ALIGNED = 1,
  DIMENSION_ANGLE = 2,
  DIMENSION_DIAMETER = 3,
  DIMENSION_RADIUS = 4,
  DIMENSION_ANGLE_3_POINTS = 5,
};

static gboolean
draw_between (QpDxfReader *self, const QpDxfContext *context, QpVec a, QpVec b)
{
  qp_dxf_emit_point (self, &context->matrix, a.x, a.y, 0);
  qp_dxf_emit_point (self, &context->matrix, b.x, b.y, 0);
  return qp_dxf_emit (self, QP_SHAPE_LINES) == QP_DXF_DRAWN;
}

static QpVec
point (const QpDxfReader *self, int code)
{
  const QpDxfPoint p = qp_dxf_entity_point (&self->entity, code);
  return qp_vec (p.x, p.y);
}

/* the line of a length, and the two that lead to it; @a and @b are set to its ends */
static gboolean
draw_length (QpDxfReader *self, const QpDxfContext *context, gboolean aligned, QpVec *a, QpVec *b)
{
  const QpVec from = point (self, 13), to = point (self, 14), on = point (self, 10);
  const double angle
      = aligned ? atan2 (to.y - from.y, to.x - from.x) : qp_dxf_entity_real (&self->entity, 50, 0) * G_PI / 180;
  const QpVec across = qp_vec (-sin (angle), cos (angle));

  *a = qp_vec_add (from, qp_vec_scale (across, qp_vec_dot (qp_vec_sub (on, from), across)));
  *b = qp_vec_add (to, qp_vec_scale (across, qp_vec_dot (qp_vec_sub (on, to), across)));
  return draw_between (self, context, *a, *b) && draw_between (self, context, from, *a)
         && draw_between (self, context, to, *b);
}

static gboolean
draw_lines (QpDxfReader *self, const QpDxfContext *context, QpVec *a, QpVec *b)
{
  const int kind = qp_dxf_entity_integer (&self->entity, 70, 0) & 15;

  *a = point (self, kind == DIMENSION_DIAMETER || kind == DIMENSION_RADIUS ? 10 : 13);
  *b = point (self, kind == DIMENSION_DIAMETER || kind == DIMENSION_RADIUS ? 15 : 14);
  switch (kind)
    {
    case DIMENSION_ROTATED:
    case DIMENSION_ALIGNED:
      return draw_length (self, context, kind == DIMENSION_ALIGNED, a, b);
    case DIMENSION_ANGLE:
      return draw_between (self, context, *a, *b) && draw_between (self, context, point (self, 15), point (self, 10));
    case DIMENSION_ANGLE_3_POINTS:
      return draw_between (self, context, point (self, 15), *a) && draw_between (self, context, point (self, 15), *b);
    default:
      return draw_between (self, context, *a, *b);
    }
}

/* "<>" in the text of a dimension stands for what was measured */
static char *
text_of (QpDxfReader *self, double length)
{
  const QpDxfGroup *value = qp_dxf_entity_find (&self->entity, 1);
  const double measured = qp_dxf_entity_real (&self->entity, 42, length);
  g_autofree char *number = qp_number_display_shortest (round (measured * 1000) / 1000);
  g_autofree char *text
      = value != NULL && value->length > 0 ? qp_dxf_text_formatted (&self->codec, value->value, value->length) : NULL;
  const char *mark = text != NULL ? strstr (text, "<>") : NULL;

  if (text == NULL)
    return g_steal_pointer (&number);
  return mark == NULL ? g_steal_pointer (&text)
                      : g_strdup_printf ("%.*s%s%s", (int) (mark - text), text, number, mark + 2);
}

static void
draw_value (QpDxfReader *self, const QpDxfContext *context, QpVec a, QpVec b)
{
  const QpVec told = point (self, 11), middle = isfinite (told.x) && isfinite (told.y) ? told : qp_vec_middle (a, b);
  const QpDxfPoint at = qp_dxf_transform (&context->matrix, (QpDxfPoint){ middle.x, middle.y, 0 });
  const double length = qp_vec_distance (a, b);
  g_autofree char *value = text_of (self, length);
  const QpDrawingText text = { value,
                               .place = { at.x, at.y },
                               .height = self->dimension_height * qp_dxf_matrix_stretch (&context->matrix),
                               .align_x = 0.5,
                               .align_y = 0.5,
                               .layer = (guint16) self->pen.layer,
                               .colour = self->pen.colour };

  if (isfinite (length))
    qp_plan_drawing_add_text (self->drawing, &text);
}

QpDxfOutcome
qp_dxf_draw_dimension (QpDxfReader *self, const QpDxfContext *context)
{
  QpVec a, b;

  if (qp_dxf_find_block (self, qp_dxf_entity_find (&self->entity, 2)) != NULL)
    return qp_dxf_draw_by_block (self, context);
  if (!draw_lines (self, context, &a, &b))
    return QP_DXF_DAMAGED;
  draw_value (self, context, a, b);
  return QP_DXF_DRAWN;
}
