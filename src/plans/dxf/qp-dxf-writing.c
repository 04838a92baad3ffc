/* qp-dxf-writing.c: texts and attributes
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plans/dxf/qp-dxf-private.h"

#include <string.h>

enum
{
  ATTRIBUTE_INVISIBLE = 1,
  ATTRIBUTE_CONSTANT = 2,
};

/* Size and direction of a text after all blocks it is in were scaled, turned and mirrored. A mirrored text stays
 * readable, and takes the same place. */
static void
place_text (QpDrawingText *text, const QpDxfMatrix *matrix, QpDxfPoint at, QpDxfPoint along)
{
  const QpDxfPoint place = qp_dxf_transform (matrix, at);
  const double (*m)[4] = matrix->m;
  const double length = hypot (along.x, along.y);
  const double x = length > 0 ? along.x / length : 1, y = length > 0 ? along.y / length : 0;
  double dx = m[0][0] * x + m[0][1] * y, dy = m[1][0] * x + m[1][1] * y;
  const double ux = -m[0][0] * y + m[0][1] * x, uy = -m[1][0] * y + m[1][1] * x;
  const double stretch = hypot (dx, dy), area = dx * uy - dy * ux;

  if (area < 0)
    {
      dx = -dx;
      dy = -dy;
      text->align_x = 1 - text->align_x;
    }
  text->place = qp_vec (place.x, place.y);
  text->turn = atan2 (dy, dx);
  const double tall = stretch > 0 ? fabs (area) / stretch : 0;
  text->height *= tall;
  text->wrap *= stretch;
  text->span *= stretch;
  text->stretch *= tall > 0 ? stretch / tall : 1;
}

static QpDxfOutcome
add_text (QpDxfReader *self, QpDrawingText *text)
{
  text->layer = (guint16) self->pen.layer;
  text->colour = self->pen.colour;
  g_strchomp (text->text);
  /* an empty text is fine, and nothing to draw */
  if (text->text[0] == '\0')
    return QP_DXF_DRAWN;
  return qp_plan_drawing_add_text (self->drawing, text) ? QP_DXF_DRAWN : QP_DXF_DAMAGED;
}

static void
align (const QpDxfEntity *entity, int vertical_code, QpDrawingText *text, QpDxfPoint *at, QpDxfPoint *along)
{
  const int across = qp_dxf_entity_integer (entity, 72, 0), up = qp_dxf_entity_integer (entity, vertical_code, 0);
  const QpDxfPoint second = qp_dxf_entity_point (entity, 11);

  if ((across == 0 && up == 0) || !isfinite (second.x) || !isfinite (second.y))
    return;
  text->align_x = across == 1 || across == 4 ? 0.5 : across == 2 ? 1 : 0;
  text->align_y = across == 4 || up == 2 ? 0.5 : up == 3 ? 1 : 0;
  if (across != 3 && across != 5)
    {
      *at = second;
      return;
    }
  /* it fills what is between the two places */
  *along = (QpDxfPoint){ second.x - at->x, second.y - at->y, 0 };
  text->span = hypot (along->x, along->y);
}

/* the value in pieces of 250 bytes, cut wherever that is, and the rest */
static char *
formatted_value (QpDxfReader *self, int part_code, int last_code)
{
  g_autoptr (GString) value = g_string_new (NULL);

  for (guint round = 0; round < 2; round++)
    for (guint i = 0; i < self->entity.groups->len; i++)
      {
        const QpDxfGroup *group = &g_array_index (self->entity.groups, QpDxfGroup, i);
        if (group->code == (round == 0 ? part_code : last_code) && value->len < 64 * QP_DRAWING_MAX_TEXT_BYTES)
          g_string_append_len (value, group->value, group->length);
      }
  return qp_dxf_text_formatted (&self->codec, value->str, value->len);
}

static QpDxfOutcome
draw_line_of_text (QpDxfReader *self, const QpDxfContext *context, int vertical_code)
{
  const QpDxfEntity *entity = &self->entity;
  const QpDxfGroup *value = qp_dxf_entity_find (entity, 1);
  const double turn = qp_dxf_entity_real (entity, 50, 0) * G_PI / 180;
  const QpDxfMatrix plane = qp_dxf_entity_plane (entity);
  const QpDxfMatrix matrix = qp_dxf_matrix_multiply (&context->matrix, &plane);
  QpDxfPoint at = qp_dxf_entity_point (entity, 10), along = { cos (turn), sin (turn), 0 };

  if (value == NULL)
    return QP_DXF_DAMAGED;
  g_autofree char *plain = qp_dxf_entity_find (entity, QP_DXF_EMBEDDED_TEXT) != NULL
                               ? formatted_value (self, QP_DXF_EMBEDDED_PART, QP_DXF_EMBEDDED_TEXT)
                               : qp_dxf_text_plain (&self->codec, value->value, value->length);
  QpDrawingText text = { plain, .height = qp_dxf_entity_real (entity, 40, 1) };
  text.stretch = qp_dxf_entity_real (entity, 41, 1);
  align (entity, vertical_code, &text, &at, &along);
  place_text (&text, &matrix, at, along);
  return add_text (self, &text);
}

QpDxfOutcome
qp_dxf_draw_text (QpDxfReader *self, const QpDxfContext *context)
{
  return draw_line_of_text (self, context, 73);
}

QpDxfOutcome
qp_dxf_draw_attrib (QpDxfReader *self, const QpDxfContext *context)
{
  if ((qp_dxf_entity_integer (&self->entity, 70, 0) & ATTRIBUTE_INVISIBLE) != 0)
    return QP_DXF_INVISIBLE;
  return draw_line_of_text (self, context, 74);
}

/* A definition tells what each INSERT may write there; only what is the same for all is seen in the block itself. */
QpDxfOutcome
qp_dxf_draw_attdef (QpDxfReader *self, const QpDxfContext *context)
{
  const int flags = qp_dxf_entity_integer (&self->entity, 70, 0);

  if (context->block == NULL || (flags & ATTRIBUTE_CONSTANT) == 0 || (flags & ATTRIBUTE_INVISIBLE) != 0)
    return QP_DXF_ATTRIBUTE;
  return draw_line_of_text (self, context, 74);
}

QpDxfOutcome
qp_dxf_draw_mtext (QpDxfReader *self, const QpDxfContext *context)
{
  const QpDxfEntity *entity = &self->entity;
  const int attachment = CLAMP (qp_dxf_entity_integer (entity, 71, 1), 1, 9) - 1;
  const double turn = qp_dxf_entity_real (entity, 50, 0) * G_PI / 180;
  const QpDxfMatrix plane = qp_dxf_entity_plane (entity);
  QpDxfPoint along = qp_dxf_entity_point (entity, 11);
  g_autofree char *formatted = formatted_value (self, 3, 1);
  QpDrawingText text = { formatted, .height = qp_dxf_entity_real (entity, 40, 1), .stretch = 1 };

  text.align_x = attachment % 3 / 2.0;
  text.align_y = 1 - attachment / 3 / 2.0;
  text.wrap = qp_dxf_entity_real (entity, 41, 0);
  if (!isfinite (along.x) || !isfinite (along.y))
    along = qp_dxf_transform (&plane, (QpDxfPoint){ cos (turn), sin (turn), 0 });
  place_text (&text, &context->matrix, qp_dxf_entity_point (entity, 10), along);
  return add_text (self, &text);
}
