/* qp-dxf-draw.c: a row of objects into shapes
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plans/dxf/qp-dxf-private.h"

#include <string.h>

#define LOOK_EVERY 256
#define INDEX_PART 0.3

static const struct
{
  const char *type;
  QpDxfHandler draw;
} handlers[] = {
  { "3DFACE", qp_dxf_draw_face },
  { "ACAD_TABLE", qp_dxf_draw_by_block },
  { "ARC", qp_dxf_draw_arc },
  { "ARC_DIMENSION", qp_dxf_draw_dimension },
  { "ATTDEF", qp_dxf_draw_attdef },
  { "CIRCLE", qp_dxf_draw_circle },
  { "DIMENSION", qp_dxf_draw_dimension },
  { "ELLIPSE", qp_dxf_draw_ellipse },
  { "HATCH", qp_dxf_draw_hatch },
  { "HELIX", qp_dxf_draw_spline },
  { "INSERT", qp_dxf_draw_insert },
  { "LARGE_RADIAL_DIMENSION", qp_dxf_draw_dimension },
  { "LEADER", qp_dxf_draw_leader },
  { "LINE", qp_dxf_draw_line },
  { "LWPOLYLINE", qp_dxf_draw_lwpolyline },
  { "MLINE", qp_dxf_draw_mline },
  { "MTEXT", qp_dxf_draw_mtext },
  { "POINT", qp_dxf_draw_point },
  { "POLYLINE", qp_dxf_draw_polyline },
  { "SOLID", qp_dxf_draw_solid },
  { "SPLINE", qp_dxf_draw_spline },
  { "TEXT", qp_dxf_draw_text },
  { "TRACE", qp_dxf_draw_solid },
};

static QpDxfHandler
handler_of (const char *type)
{
  guint low = 0, high = G_N_ELEMENTS (handlers);

  while (low < high)
    {
      const guint middle = (low + high) / 2;
      const int order = strcmp (type, handlers[middle].type);
      if (order == 0)
        return handlers[middle].draw;
      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }
  return NULL;
}

static guint
layer_of (QpDxfReader *self, const QpDxfContext *context)
{
  static const QpDxfGroup layer_0 = { "0", 1, 8, 0 };
  const QpDxfEntity *entity = &self->entity;

  if (context->frozen)
    return context->layer;
  if (context->block != NULL && (!entity->has_layer || qp_dxf_group_is (&entity->layer, 8, "0")))
    return context->layer;
  return qp_dxf_layer_of (self, entity->has_layer ? &entity->layer : &layer_0);
}

/* layer and colour of the object in the reader */
QpDxfPen
qp_dxf_pen_of (QpDxfReader *self, const QpDxfContext *context)
{
  const QpDxfEntity *entity = &self->entity;
  const guint layer = layer_of (self, context);
  guint32 colour;

  if (entity->true_colour >= 0)
    colour = qp_dxf_true_colour (entity->true_colour);
  else if (entity->colour == 0)
    colour = context->colour;
  else if (entity->colour >= 256)
    colour = qp_plan_drawing_layer (self->drawing, layer)->colour;
  else
    colour = qp_dxf_palette (ABS (entity->colour));
  return (QpDxfPen){ layer, colour };
}

void
qp_dxf_emit_point (QpDxfReader *self, const QpDxfMatrix *matrix, double x, double y, double z)
{
  const QpDxfPoint at = qp_dxf_transform (matrix, (QpDxfPoint){ x, y, z });
  const QpVec place = qp_vec (at.x, at.y);

  if (self->points->len <= QP_DXF_MAX_SHAPE_POINTS)
    g_array_append_val (self->points, place);
}

static QpDxfOutcome
emit (QpDxfReader *self, QpShapeType type, gboolean joined)
{
  /* rather nothing than a part of it */
  const gboolean whole = self->points->len <= QP_DXF_MAX_SHAPE_POINTS;
  const gboolean added = whole
                         && qp_plan_drawing_add_shape (self->drawing, type, self->pen.layer, self->pen.colour,
                                                       (const QpVec *) self->points->data, self->points->len, joined);
  return added ? QP_DXF_DRAWN : QP_DXF_DAMAGED;
}

/* the points so far become a shape */
QpDxfOutcome
qp_dxf_emit (QpDxfReader *self, QpShapeType type)
{
  const QpDxfOutcome outcome = emit (self, type, FALSE);
  g_array_set_size (self->points, 0);
  return outcome;
}

/* the points so far become a ring of a fill */
QpDxfOutcome
qp_dxf_emit_ring (QpDxfReader *self, gboolean joined)
{
  const QpDxfOutcome outcome = emit (self, QP_SHAPE_FILL, joined);
  g_array_set_size (self->points, 0);
  return outcome;
}

static gboolean
is_paper (const QpDxfReader *self)
{
  const QpDxfGroup *layout = qp_dxf_entity_find (&self->entity, 410);

  if (self->entity.paper)
    return TRUE;
  return layout != NULL && layout->length > 0
         && !(layout->length == 5 && g_ascii_strncasecmp (layout->value, "Model", 5) == 0);
}

/* parts that belong to no object before them */
static gboolean
is_stray (const char *type)
{
  return strcmp (type, "VERTEX") == 0 || strcmp (type, "SEQEND") == 0 || strcmp (type, "ATTRIB") == 0;
}

static void
draw_entity (QpDxfReader *self, const QpDxfContext *context)
{
  const QpDxfEntity *entity = &self->entity;
  const QpDxfHandler draw = handler_of (entity->type);
  const guint64 line = entity->line;
  char type[QP_DXF_MAX_TYPE + 1];
  QpDxfOutcome outcome;

  if (is_stray (entity->type))
    return;
  memcpy (type, entity->type, sizeof type);
  self->pen = qp_dxf_pen_of (self, context);
  const guint layer = self->pen.layer;
  g_array_set_size (self->points, 0);
  if (context->block == NULL && is_paper (self))
    outcome = QP_DXF_PAPER;
  else if (entity->invisible)
    outcome = QP_DXF_INVISIBLE;
  else if (entity->too_long)
    outcome = QP_DXF_DAMAGED;
  else
    outcome = draw != NULL ? draw (self, context) : qp_dxf_skip_reason (self);
  qp_dxf_count (self, context, type, layer, outcome, line);
}

static void
tell_progress (const QpDxfReader *self, const QpDxfContext *context)
{
  const QpPlanWatch *watch = self->watch;

  if (watch != NULL && watch->progress != NULL && context->block == NULL)
    watch->progress (INDEX_PART + (1 - INDEX_PART) * (double) self->groups.at / (double) self->groups.size,
                     watch->data);
}

/**
 * qp_dxf_draw_stream:
 * @self: a reader whose current group begins an object
 * @context: where the objects go
 *
 * Draws object by object up to the end of the block or section.
 */
void
qp_dxf_draw_stream (QpDxfReader *self, const QpDxfContext *context)
{
  while (TRUE)
    {
      const QpDxfGroup *group = &self->groups.group;
      if (group->code != 0 || qp_dxf_group_is (group, 0, "ENDBLK") || qp_dxf_group_is (group, 0, "ENDSEC")
          || qp_dxf_group_is (group, 0, "EOF") || qp_dxf_group_is (group, 0, "SECTION"))
        return;
      if (++self->n_unfolded % LOOK_EVERY == 0)
        tell_progress (self, context);
      if (!qp_dxf_go_on (self))
        return;
      qp_dxf_entity_read (self);
      draw_entity (self, context);
    }
}

static void
draw_from (QpDxfReader *self, QpDxfPlace place)
{
  const QpDxfContext model = { .matrix = qp_dxf_matrix_identity (), .colour = QP_DRAWING_INK, .counts = TRUE };

  qp_dxf_groups_seek (&self->groups, place);
  if (qp_dxf_groups_next (&self->groups))
    qp_dxf_draw_stream (self, &model);
}

/**
 * qp_dxf_draw_model:
 * @self: a reader that has its index
 *
 * Draws the model: the objects of the section for them, and of its block, where some programs put them.
 */
void
qp_dxf_draw_model (QpDxfReader *self)
{
  for (guint i = 0; i < self->entities->len && self->error == NULL; i++)
    draw_from (self, g_array_index (self->entities, QpDxfPlace, i));
  for (guint i = 0; i < self->blocks->len && self->error == NULL; i++)
    if (((QpDxfBlock *) self->blocks->pdata[i])->is_model)
      draw_from (self, ((QpDxfBlock *) self->blocks->pdata[i])->entities);
}
