/* qp-dxf-insert.c: blocks where they are inserted, and objects whose picture is a block
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plans/dxf/qp-dxf-private.h"

#include <string.h>

typedef struct
{
  QpDxfMatrix place; /* where it is inserted, turned */
  double scale[3];
  guint columns;
  guint rows;
  double column_step;
  double row_step;
} Insert;

static double
scale_of (const QpDxfEntity *entity, int code)
{
  const double scale = qp_dxf_entity_real (entity, code, 1);
  return isfinite (scale) && scale != 0 ? scale : 1;
}

static guint
count_of (const QpDxfEntity *entity, int code)
{
  return (guint) MAX (qp_dxf_entity_integer (entity, code, 1), 1);
}

static QpDxfMatrix
matrix_turn (double degrees)
{
  QpDxfMatrix matrix = qp_dxf_matrix_identity ();
  const double angle = isfinite (degrees) ? degrees * G_PI / 180 : 0;
  const gboolean quarter = fmod (degrees, 90) == 0;
  const double c = quarter ? round (cos (angle)) : cos (angle), s = quarter ? round (sin (angle)) : sin (angle);

  matrix.m[0][0] = matrix.m[1][1] = c;
  matrix.m[0][1] = -s;
  matrix.m[1][0] = s;
  return matrix;
}

static Insert
insert_of (const QpDxfReader *self, const QpDxfContext *context)
{
  const QpDxfEntity *entity = &self->entity;
  const QpDxfMatrix plane = qp_dxf_entity_plane (entity);
  const QpDxfMatrix turn = matrix_turn (qp_dxf_entity_real (entity, 50, 0));
  const QpDxfPoint at = qp_dxf_entity_point (entity, 10);
  const QpDxfMatrix move = qp_dxf_matrix_move (at.x, at.y, at.z);
  const QpDxfMatrix placed = qp_dxf_matrix_multiply (&context->matrix, &plane);
  const QpDxfMatrix moved = qp_dxf_matrix_multiply (&placed, &move);

  return (Insert){ qp_dxf_matrix_multiply (&moved, &turn),
                   { scale_of (entity, 41), scale_of (entity, 42), scale_of (entity, 43) },
                   count_of (entity, 70),
                   count_of (entity, 71),
                   qp_dxf_entity_real (entity, 44, 0),
                   qp_dxf_entity_real (entity, 45, 0) };
}

static QpDxfMatrix
cell_matrix (const Insert *insert, const QpDxfBlock *block, guint column, guint row)
{
  const QpDxfMatrix step = qp_dxf_matrix_move (column * insert->column_step, row * insert->row_step, 0);
  const QpDxfMatrix base = qp_dxf_matrix_move (-block->base.x, -block->base.y, -block->base.z);
  QpDxfMatrix scale = qp_dxf_matrix_identity ();

  for (guint i = 0; i < 3; i++)
    scale.m[i][i] = insert->scale[i];
  const QpDxfMatrix scaled = qp_dxf_matrix_multiply (&scale, &base);
  const QpDxfMatrix stepped = qp_dxf_matrix_multiply (&step, &scaled);
  return qp_dxf_matrix_multiply (&insert->place, &stepped);
}

/* whether a block is among those that are being drawn */
static gboolean
is_within (const QpDxfContext *context, const QpDxfBlock *block)
{
  for (; context != NULL; context = context->parent)
    if (context->block == block)
      return TRUE;
  return FALSE;
}

static QpDxfOutcome
check_block (QpDxfReader *self, const QpDxfContext *context, QpDxfBlock *block)
{
  if (block->is_xref)
    {
      if (!block->told)
        qp_dxf_skip_name (self, QP_DXF_XREF, block->path != NULL ? block->path : block->name);
      block->told = TRUE;
      return QP_DXF_XREF;
    }
  if (is_within (context, block))
    {
      if (!block->told)
        qp_dxf_skip_name (self, QP_DXF_LOOP, block->name);
      block->told = TRUE;
      return QP_DXF_LOOP;
    }
  return context->depth >= QP_DXF_MAX_DEPTH ? QP_DXF_DEEP : QP_DXF_DRAWN;
}

/* the current group begins the object after the INSERT, which is where reading goes on afterwards */
static void
unfold (QpDxfReader *self, const QpDxfContext *context, const Insert *insert, QpDxfBlock *block, QpDxfPen pen)
{
  const QpDxfGroups after = self->groups;
  QpDxfContext inside = { context, block, .layer = pen.layer, .colour = pen.colour, .depth = context->depth + 1 };

  inside.counts = !block->counted;
  inside.frozen = context->frozen || (pen.layer < self->frozen->len && self->frozen->data[pen.layer] != 0);
  block->counted = TRUE;
  for (guint row = 0; row < insert->rows && self->error == NULL; row++)
    for (guint column = 0; column < insert->columns; column++)
      {
        self->n_unfolded++;
        if (!qp_dxf_go_on (self))
          break;
        inside.matrix = cell_matrix (insert, block, column, row);
        qp_dxf_groups_seek (&self->groups, block->entities);
        if (qp_dxf_groups_next (&self->groups))
          qp_dxf_draw_stream (self, &inside);
        inside.counts = FALSE;
      }
  const guint64 damaged_line = self->groups.damaged_line;
  self->groups = after;
  self->groups.damaged_line = damaged_line;
}

/* the attributes that follow an INSERT: they lie where it does, not in the block */
static void
draw_attributes (QpDxfReader *self, const QpDxfContext *context, QpDxfPen insert_pen)
{
  QpDxfContext around = *context;

  around.colour = insert_pen.colour;
  while (qp_dxf_group_is (&self->groups.group, 0, "ATTRIB") && qp_dxf_go_on (self))
    {
      qp_dxf_entity_read (self);
      self->pen = qp_dxf_pen_of (self, &around);
      if (!self->entity.invisible)
        qp_dxf_draw_attrib (self, context);
    }
  if (qp_dxf_group_is (&self->groups.group, 0, "SEQEND"))
    qp_dxf_entity_read (self);
}

QpDxfOutcome
qp_dxf_draw_insert (QpDxfReader *self, const QpDxfContext *context)
{
  QpDxfBlock *block = qp_dxf_find_block (self, qp_dxf_entity_find (&self->entity, 2));
  const Insert insert = insert_of (self, context);
  const QpDxfPen pen = self->pen;
  const QpDxfGroup *name = qp_dxf_entity_find (&self->entity, 2);
  g_autofree char *missing
      = block == NULL && name != NULL ? qp_dxf_text_plain (&self->codec, name->value, MIN (name->length, 1000)) : NULL;

  draw_attributes (self, context, pen); /* the INSERT itself is lost from here */
  if (block == NULL)
    {
      if (missing != NULL)
        qp_dxf_skip_name (self, QP_DXF_NO_BLOCK, missing);
      return QP_DXF_NO_BLOCK;
    }
  if (!isfinite (insert.place.m[0][3]) || !isfinite (insert.place.m[1][3]))
    return QP_DXF_DAMAGED;
  const QpDxfOutcome outcome = check_block (self, context, block);
  if (outcome == QP_DXF_DRAWN)
    unfold (self, context, &insert, block, pen);
  return outcome;
}

/* dimensions and tables carry their picture as a block that lies in place already */
QpDxfOutcome
qp_dxf_draw_by_block (QpDxfReader *self, const QpDxfContext *context)
{
  QpDxfBlock *block = qp_dxf_find_block (self, qp_dxf_entity_find (&self->entity, 2));
  const gboolean is_table = strcmp (self->entity.type, "ACAD_TABLE") == 0;

  if (block == NULL)
    return QP_DXF_NO_BLOCK;
  const QpDxfOutcome outcome = check_block (self, context, block);
  if (outcome != QP_DXF_DRAWN)
    return outcome;
  Insert insert = { context->matrix, { 1, 1, 1 }, 1, 1, 0, 0 };
  if (is_table)
    {
      insert = insert_of (self, context);
      insert.columns = insert.rows = 1;
      insert.scale[0] = insert.scale[1] = insert.scale[2] = 1;
    }
  else
    {
      /* a copy of a dimension may share the block of the first, moved (group 12) */
      const QpDxfPoint by = qp_dxf_entity_point (&self->entity, 12);
      const QpDxfMatrix plane = qp_dxf_entity_plane (&self->entity);
      const QpDxfMatrix placed = qp_dxf_matrix_multiply (&context->matrix, &plane);
      const QpDxfMatrix move = qp_dxf_matrix_move (isfinite (by.x) ? by.x : 0, isfinite (by.y) ? by.y : 0, 0);
      insert.place = qp_dxf_entity_has_plane (&self->entity) || isfinite (by.x)
                         ? qp_dxf_matrix_multiply (&placed, &move)
                         : context->matrix;
    }
  unfold (self, context, &insert, block, self->pen);
  return QP_DXF_DRAWN;
}
