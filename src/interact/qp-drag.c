/* qp-drag.c: moving, resizing, turning and reshaping objects: edits from where the pointer is
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "interact/qp-drag-private.h"

#include "interact/qp-commands-private.h"
#include "interact/qp-follow.h"
#include "interact/qp-tool-private.h"
#include "interact/qp-typed.h"

static void
add_start (QpDrag *self, const QpItem *item)
{
  QpNode *node = self->copy ? qp_node_copy_as_new (item->node) : qp_node_ref (item->node);

  g_ptr_array_add (self->start, node);
  g_array_append_val (self->ids, node->id);
  self->bounds = qp_box_union (self->bounds, item->bounds);
}

static void
add_selected (QpDrag *self, const QpToolContext *context)
{
  guint n_ids;
  const QpId *ids = qp_selection_ids (context->selection, &n_ids);
  g_autoptr (GPtrArray) originals = g_ptr_array_new ();

  for (guint i = 0; i < n_ids; i++)
    {
      const QpItem *item = qp_scene_find (context->scene, ids[i]);
      if (item == NULL || !qp_item_is_movable (item))
        continue;
      add_start (self, item);
      g_ptr_array_add (originals, item->node);
    }
  if (!self->copy)
    return;
  qp_nodes_regroup (self->start);
  qp_nodes_rebind (self->start, originals);
}

static void
remember_screen (QpDrag *self, const QpItem *item)
{
  const gint64 columns = ((const QpScreen *) item->node)->columns;

  self->is_screen = TRUE;
  self->is_bent = item->path != NULL && !item->path->lying && !item->path->straight;
  self->a = item->a;
  self->b = item->b;
  self->facing = qp_item_facing (item);
  self->columns = columns == QP_UNSET ? 1 : MAX (columns, 1);
  self->cell_m = qp_item_width (item) / (double) self->columns;
  self->heading = self->heading_then = ((const QpScreen *) item->node)->facing_deg;
  self->depth = item->depth;
  const double before_ends = qp_vec_dot (qp_vec_sub (qp_item_middle (item), qp_vec_middle (self->a, self->b)), self->facing);
  self->bulge = item->path != NULL && item->path->smooth ? fmax (before_ends, 0) : 0;
  self->corner_deg = item->path != NULL && item->path->n_corners == 1 ? qp_item_corner_angle (item) : NAN;
  self->can_attach = item->path == NULL || item->path->straight || !isnan (self->corner_deg)
                     || (item->path->smooth && !item->path->closed);
}

/* the middle of an edge becomes a point, which is dragged from then on */
static void
insert_point (QpDrag *self)
{
  g_autoptr (QpNode) before = g_ptr_array_index (self->start, 0);

  self->part = QP_PART_POINT;
  self->index++;
  self->start->pdata[0] = qp_node_with_point (before, self->index, self->pressed);
}

/**
 * qp_drag_new:
 * @context: what is seen
 * @hit: what was taken hold of
 * @pressed: where, metres
 * @copy: whether copies are dragged and the objects stay
 *
 * Returns: (transfer full): the drag; a body takes along all that is selected
 */
QpDrag *
qp_drag_new (const QpToolContext *context, const QpHit *hit, QpVec pressed, gboolean copy)
{
  QpDrag *self = g_new0 (QpDrag, 1);

  self->part = hit->part;
  self->index = hit->index;
  self->copy = copy && hit->part == QP_PART_BODY;
  self->start = g_ptr_array_new_with_free_func ((GDestroyNotify) qp_node_unref);
  self->ids = g_array_new (FALSE, FALSE, sizeof (QpId));
  self->pressed = self->at = pressed;
  self->bounds = QP_BOX_EMPTY;
  self->middle = qp_item_middle (hit->item);
  if (hit->item->node->kind == QP_KIND_SCREEN)
    remember_screen (self, hit->item);
  qp_drag_remember_corners (self, hit->item);
  if (self->part == QP_PART_BODY)
    add_selected (self, context);
  else
    add_start (self, hit->item);
  if (self->part == QP_PART_EDGE)
    insert_point (self);
  self->attaches = self->part == QP_PART_BODY && self->is_screen && self->can_attach && self->start->len == 1;
  return self;
}

/**
 * qp_drag_free:
 * @self: (nullable): a drag
 */
void
qp_drag_free (QpDrag *self)
{
  if (self == NULL)
    return;
  qp_snap_clear (&self->snap);
  g_clear_pointer (&self->reshaped, qp_node_unref);
  g_ptr_array_unref (self->start);
  g_array_unref (self->ids);
  g_free (self);
}

/**
 * qp_drag_is_live:
 * @self: a drag
 *
 * Returns: whether the document follows each move; a great many objects are moved at the end
 */
gboolean
qp_drag_is_live (const QpDrag *self)
{
  return self->start->len <= QP_DRAG_LIVE_MAX;
}

/**
 * qp_drag_ids:
 * @self: a drag
 * @n_ids: (out): how many
 *
 * Returns: (transfer none) (array length=n_ids): the objects that change with each move
 */
const QpId *
qp_drag_ids (const QpDrag *self, guint *n_ids)
{
  *n_ids = qp_drag_is_live (self) ? self->ids->len : 0;
  return (const QpId *) (gpointer) self->ids->data;
}

/**
 * qp_drag_part:
 * @self: a drag
 *
 * Returns: what was taken hold of
 */
QpPart
qp_drag_part (const QpDrag *self)
{
  return self->part;
}

/* -- moving -- */

static gboolean
same_heading (double a, double b)
{
  return a == b || (isnan (a) && isnan (b));
}

static QpReply *
move_to (QpDrag *self, const QpToolContext *context, const QpPointerEvent *event)
{
  const QpVec before = self->delta;
  const double heading = self->heading;

  self->delta = qp_vec_sub (event->place, self->pressed);
  qp_drag_snap (self, context, event->modifiers);
  if ((event->modifiers & QP_MOD_SHIFT) != 0)
    *(fabs (self->delta.x) > fabs (self->delta.y) ? &self->delta.y : &self->delta.x) = 0;
  self->changed = self->delta.x != before.x || self->delta.y != before.y || !same_heading (self->heading, heading);
  return qp_reply_new (QP_REPLY_HANDLED, self->copy ? N_("Copy by Dragging") : N_("Move"));
}

static QpNode *
moved_copy (const QpDrag *self, const QpNode *node)
{
  QpNode *moved = qp_node_moved (node, self->delta.x, self->delta.y);
  const QpValue heading = qp_value_real (self->heading);

  if (!self->turned)
    return moved;
  g_autoptr (QpNode) before = moved;
  return qp_node_with (before, QP_SCREEN_FIELD (facing_deg), &heading);
}

/* inserts for copies that are not in the document yet */
static void
add_copies (QpDrag *self, const QpToolContext *context, QpReply *reply)
{
  const QpId plan = qp_scene_get_plan (context->scene)->id;

  for (guint i = 0; i < self->start->len; i++)
    {
      QpNode *node = g_ptr_array_index (self->start, i);
      g_autoptr (QpNode) moved = moved_copy (self, node);
      g_ptr_array_add (reply->edits, qp_edit_insert (plan, -1, moved));
      qp_reply_select (reply, node->id);
    }
  self->inserted = TRUE;
}

/* sets back to the start what a delta of nothing on one axis would leave out */
static void
add_place (GPtrArray *edits, const QpNode *node, const char *name)
{
  const QpField *field = qp_kind_field (node->kind, name);

  if (field == NULL)
    return;
  const QpValue value = qp_node_get (node, field);
  g_ptr_array_add (edits, qp_edit_set (node->id, field, &value));
}

static void
add_turn (QpDrag *self, QpReply *reply)
{
  const QpValue heading = qp_value_real (self->heading);

  g_ptr_array_add (reply->edits,
                   qp_edit_set (g_array_index (self->ids, QpId, 0), QP_SCREEN_FIELD (facing_deg), &heading));
}

static void
add_moves (QpDrag *self, QpReply *reply)
{
  for (guint i = 0; i < self->start->len; i++)
    {
      const QpNode *node = g_ptr_array_index (self->start, i);
      if (qp_um_from_m (self->delta.x) == 0)
        add_place (reply->edits, node, "x_m");
      if (qp_um_from_m (self->delta.y) == 0)
        add_place (reply->edits, node, "y_m");
      if (qp_um_from_m (self->delta.x) == 0 && qp_um_from_m (self->delta.y) == 0)
        add_place (reply->edits, node, "outline");
      qp_edits_add_move (reply->edits, node, self->delta.x, self->delta.y);
    }
  if (self->turned)
    add_turn (self, reply);
}

/* -- resizing: whole cabinets, the other end stays -- */

static QpVec
fixed_end (const QpDrag *self)
{
  return self->part == QP_PART_LEFT ? self->b : self->a;
}

static QpVec
resize_direction (const QpDrag *self)
{
  const QpVec right = qp_vec (-self->facing.y, self->facing.x);

  return self->part == QP_PART_LEFT ? qp_vec_scale (right, -1) : right;
}

static QpReply *
resize_to (QpDrag *self, const QpPointerEvent *event)
{
  const gint64 before = self->columns;
  const double length = qp_vec_dot (qp_vec_sub (event->place, fixed_end (self)), resize_direction (self));

  self->columns = qp_whole_cells (fmax (length, 0), qp_um_from_m (self->cell_m));
  self->changed = self->columns != before;
  return qp_reply_new (QP_REPLY_HANDLED, N_("Resize"));
}

static void
add_resize (QpDrag *self, QpReply *reply)
{
  const QpId id = g_array_index (self->ids, QpId, 0);
  const double half = self->cell_m * (double) self->columns / 2;
  const QpVec middle = qp_vec_add (fixed_end (self), qp_vec_scale (resize_direction (self), half));
  const QpValue columns = qp_value_integer (self->columns);
  const QpValue x = qp_value_integer (qp_um_from_m (middle.x));
  const QpValue y = qp_value_integer (qp_um_from_m (middle.y));

  g_ptr_array_add (reply->edits, qp_edit_set (id, QP_SCREEN_FIELD (columns), &columns));
  g_ptr_array_add (reply->edits, qp_edit_set (id, QP_SCREEN_FIELD (x_m), &x));
  g_ptr_array_add (reply->edits, qp_edit_set (id, QP_SCREEN_FIELD (y_m), &y));
}

/* -- turning -- */

static QpReply *
turn_to (QpDrag *self, const QpPointerEvent *event)
{
  const double before = self->heading;
  const double raw = qp_heading_of (qp_vec_sub (event->place, self->middle));
  const double snapped = (event->modifiers & QP_MOD_SHIFT) != 0
                             ? qp_heading_wrap (round (raw / QP_SNAP_ANGLE_STEP) * QP_SNAP_ANGLE_STEP)
                             : qp_snap_angle (raw, (event->modifiers & QP_MOD_ALT) != 0);

  self->heading = qp_heading_wrap (round (snapped * 10) / 10);
  self->changed = self->heading != before;
  return qp_reply_new (QP_REPLY_HANDLED, N_("Turn"));
}

/* -- reshaping -- */

static QpReply *
reshape_to (QpDrag *self, const QpToolContext *context, const QpPointerEvent *event)
{
  QpSnapQuery query = { .place = event->place, .suspended = (event->modifiers & QP_MOD_ALT) != 0 };
  const QpVec before = self->at;

  query.ignored = qp_drag_ignored (self, &query.n_ignored);
  qp_snap_clear (&self->snap);
  qp_snap_place (&self->snap, context->scene, context->viewport, &query);
  self->at = self->snap.place;
  self->changed = self->at.x != before.x || self->at.y != before.y;
  return qp_reply_new (QP_REPLY_HANDLED, N_("Move Point"));
}

static void
add_point (QpDrag *self, const QpToolContext *context, QpReply *reply)
{
  const QpNode *node = g_ptr_array_index (self->start, 0);
  const QpField *field = qp_kind_field (node->kind, "outline");
  const QpValue before = qp_node_get (node, field);
  g_autoptr (QpPoints) points = qp_points_new (before.points->at, before.points->n);

  points->at[self->index] = (QpPoint){ qp_um_from_m (self->at.x), qp_um_from_m (self->at.y) };
  const QpValue after = { .storage = QP_STORAGE_POINTS, .points = points };
  g_ptr_array_add (reply->edits, qp_edit_set (node->id, field, &after));
  if (node->kind == QP_KIND_DIMENSION)
    qp_edits_add_binding_at (reply->edits, context->scene, node->id, self->index, self->at);
}

/* -- all of them -- */

static void
add_edits (QpDrag *self, const QpToolContext *context, QpReply *reply)
{
  if (self->part == QP_PART_BODY && self->copy && !self->inserted)
    add_copies (self, context, reply);
  else if (self->part == QP_PART_BODY)
    add_moves (self, reply);
  else if (qp_drag_is_of_shape (self))
    qp_drag_add_reshape (self, reply);
  else if (self->part == QP_PART_LEFT || self->part == QP_PART_RIGHT)
    add_resize (self, reply);
  else if (self->part == QP_PART_TURN)
    add_turn (self, reply);
  else if (self->part == QP_PART_EYE)
    qp_drag_add_eye (self, reply);
  else if (self->part == QP_PART_POINT)
    add_point (self, context, reply);
}

static QpReply *
take_event (QpDrag *self, const QpToolContext *context, const QpPointerEvent *event)
{
  if (qp_drag_is_of_shape (self))
    return qp_drag_reshape_to (self, context, event);
  switch (self->part)
    {
    case QP_PART_LEFT:
    case QP_PART_RIGHT:
      return resize_to (self, event);
    case QP_PART_TURN:
      return turn_to (self, event);
    case QP_PART_EYE:
      return qp_drag_eye_to (self, context, event);
    case QP_PART_POINT:
      return reshape_to (self, context, event);
    default:
      return move_to (self, context, event);
    }
}

/**
 * qp_drag_to:
 * @self: a drag
 * @context: what is seen
 * @event: where the pointer is now
 *
 * Returns: (transfer full): the edits that bring the objects there; none when nothing changed, or when so many are
 *   dragged that the document follows only at the end
 */
QpReply *
qp_drag_to (QpDrag *self, const QpToolContext *context, const QpPointerEvent *event)
{
  QpReply *reply = take_event (self, context, event);

  if (self->changed && qp_drag_is_live (self))
    add_edits (self, context, reply);
  return reply;
}

/**
 * qp_drag_end:
 * @self: a drag
 * @context: what is seen
 *
 * Returns: (transfer full): completes the step
 */
QpReply *
qp_drag_end (QpDrag *self, const QpToolContext *context)
{
  QpReply *reply
      = qp_reply_new (QP_REPLY_HANDLED | QP_REPLY_COMMIT, self->copy ? N_("Copy by Dragging") : N_("Move"));

  if (!qp_drag_is_live (self))
    add_edits (self, context, reply);
  return reply;
}
