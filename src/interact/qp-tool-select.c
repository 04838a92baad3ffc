/* qp-tool-select.c: selecting, and dragging what is selected
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "interact/qp-commands-private.h"
#include "interact/qp-drag.h"
#include "interact/qp-select-words.h"
#include "interact/qp-tool-private.h"

typedef enum
{
  IDLE,
  PRESSED, /* may become a click, a drag or a rubber band */
  DRAGGING,
  BAND,
} State;

typedef struct
{
  QpTool tool;
  State state;
  QpVec pressed;
  QpVec at;
  QpModifiers modifiers;

  /* what was pressed, by id: items may go while the button is down */
  QpId id;
  QpPart part;
  guint index;
  gboolean inside_area;
  gboolean singly; /* a double click: just this one of its group */

  QpId hovered;
  QpPart hovered_part;
  guint hovered_index;

  QpDrag *drag;
} SelectTool;

static gboolean
find (const SelectTool *self, const QpToolContext *context, QpVec place, QpHit *hit)
{
  const QpViewport *viewport = context->viewport;
  guint n_ids;
  const QpId *ids = qp_selection_ids (context->selection, &n_ids);

  return qp_scene_hit (context->scene, place, qp_viewport_px_in_m (viewport, QP_HIT_PX),
                       qp_viewport_px_in_m (viewport, QP_HANDLE_HIT_PX), qp_viewport_px_in_m (viewport, 1), ids, n_ids,
                       self->hovered, hit);
}

/* the inside of an area is mostly just where a rubber band begins */
static gboolean
is_inside_area (const QpToolContext *context, const QpHit *hit, QpVec place)
{
  gboolean closed, filled;
  const QpPoints *outline = qp_item_outline (hit->item, &closed, &filled);

  if (hit->part != QP_PART_BODY || qp_selection_has (context->selection, hit->item->id))
    return FALSE;
  if (hit->item->node->kind == QP_KIND_BACKGROUND)
    return TRUE;
  return filled && qp_outline_distance (outline, closed, place) > qp_viewport_px_in_m (context->viewport, QP_HIT_PX);
}

/* a part of one object is about that one, its body about its group */
static void
select_pressed (const SelectTool *self, const QpToolContext *context, QpReply *reply)
{
  qp_reply_select (reply, self->id);
  if (!self->singly && self->part == QP_PART_BODY)
    qp_reply_complete_groups (reply, context->scene);
}

static const QpItem *
only_outline (const QpToolContext *context)
{
  const QpItem *item = qp_scene_find (context->scene, qp_selection_get_primary (context->selection));

  return qp_selection_length (context->selection) == 1 && item != NULL && qp_item_outline (item, NULL, NULL) != NULL
             ? item
             : NULL;
}

/* a double click on an edge of what is selected puts a point there */
static QpReply *
insert_at (SelectTool *self, const QpToolContext *context, const QpPointerEvent *event)
{
  const QpItem *item = only_outline (context);
  gboolean closed;

  if (event->clicks != 2 || item == NULL || self->part != QP_PART_BODY || !qp_id_equal (item->id, self->id)
      || qp_outline_distance (qp_item_outline (item, &closed, NULL), closed, event->place)
             > qp_viewport_px_in_m (context->viewport, QP_HIT_PX))
    return NULL;
  return qp_command_insert_point_at (context, item->id, event->place);
}

static QpReply *
select_press (QpTool *tool, const QpToolContext *context, const QpPointerEvent *event)
{
  SelectTool *self = (SelectTool *) tool;
  QpHit hit;

  self->state = PRESSED;
  self->pressed = self->at = event->place;
  self->modifiers = event->modifiers;
  const gboolean any = find (self, context, event->place, &hit);
  self->id = any ? hit.item->id : QP_ID_NONE;
  self->part = hit.part;
  self->index = hit.index;
  self->inside_area = any && is_inside_area (context, &hit, event->place);
  self->singly = event->clicks == 2;
  QpReply *inserted = insert_at (self, context, event);
  if (inserted != NULL)
    {
      self->state = IDLE;
      return inserted;
    }
  QpReply *reply = qp_reply_new (QP_REPLY_HANDLED, NULL);
  const gboolean adds = (event->modifiers & (QP_MOD_SHIFT | QP_MOD_CTRL)) != 0;
  if (any && !adds && !self->inside_area && (self->singly || !qp_selection_has (context->selection, self->id)))
    select_pressed (self, context, reply);
  return reply;
}

static void
begin_drag (SelectTool *self, const QpToolContext *context)
{
  const QpItem *item = qp_scene_find (context->scene, self->id);
  const gboolean with_ctrl = (self->modifiers & QP_MOD_CTRL) != 0;

  /* a drag with Shift or Ctrl of what is not selected is a rubber band, or a copy of just that */
  if (item == NULL || self->inside_area || qp_item_is_locked (item)
      || (self->part == QP_PART_BODY && !qp_selection_has (context->selection, self->id)))
    {
      self->state = BAND;
      return;
    }
  const QpHit hit = { item, self->part, self->index, 0 };
  self->drag = qp_drag_new (context, &hit, self->pressed, with_ctrl);
  self->state = DRAGGING;
}

static void
hover (SelectTool *self, const QpToolContext *context, QpVec place)
{
  QpHit hit;
  const gboolean any = !isnan (place.x) && find (self, context, place, &hit);

  self->hovered = any ? hit.item->id : QP_ID_NONE;
  self->hovered_part = any ? hit.part : QP_PART_NONE;
  self->hovered_index = any ? hit.index : 0;
}

static QpReply *
select_move (QpTool *tool, const QpToolContext *context, const QpPointerEvent *event)
{
  SelectTool *self = (SelectTool *) tool;
  const double least = qp_viewport_px_in_m (context->viewport, QP_DRAG_PX);

  if (self->state == IDLE)
    hover (self, context, event->place);
  if (self->state == IDLE || isnan (event->place.x))
    return NULL;
  self->at = event->place;
  if (self->state == PRESSED && qp_vec_distance (self->pressed, self->at) >= least)
    begin_drag (self, context);
  if (self->state == DRAGGING)
    return qp_drag_to (self->drag, context, event);
  return qp_reply_new (QP_REPLY_HANDLED, NULL);
}

/* -- what a click and a rubber band select -- */

static gboolean
is_of_group (const QpToolContext *context, QpId id, const char *group)
{
  const QpItem *item = qp_scene_find (context->scene, id);

  return group != NULL && item != NULL && g_strcmp0 (qp_node_group (item->node), group) == 0;
}

/* Shift takes a group along, Ctrl only the one */
static void
select_with_toggled (QpReply *reply, const QpToolContext *context, QpId id, gboolean with_group)
{
  const QpItem *item = qp_scene_find (context->scene, id);
  const char *group = item == NULL || !with_group ? NULL : qp_node_group (item->node);
  guint n_ids;
  const QpId *ids = qp_selection_ids (context->selection, &n_ids);

  qp_reply_select_none (reply);
  const gboolean adds = !qp_selection_has (context->selection, id);
  if (adds)
    qp_reply_select (reply, id);
  if (adds && with_group)
    qp_reply_complete_groups (reply, context->scene);
  for (guint i = 0; i < n_ids; i++)
    if (!qp_id_equal (ids[i], id) && !is_of_group (context, ids[i], group))
      qp_reply_select (reply, ids[i]);
}

/* chooses it, or takes it out with Ctrl; too few points stay as they are */
static QpReply *
click_point (SelectTool *self, const QpToolContext *context)
{
  QpReply *reply = (self->modifiers & QP_MOD_CTRL) == 0
                       ? NULL
                       : qp_command_delete_point (context, self->id, (int) self->index);

  if (reply != NULL)
    return reply;
  reply = qp_reply_new (QP_REPLY_HANDLED, NULL);
  qp_reply_select (reply, self->id);
  qp_reply_choose (reply, (int) self->index);
  return reply;
}

static QpReply *
click (SelectTool *self, const QpToolContext *context)
{
  if (self->part == QP_PART_POINT)
    return click_point (self, context);
  QpReply *reply = qp_reply_new (QP_REPLY_HANDLED, NULL);
  const gboolean adds = (self->modifiers & (QP_MOD_SHIFT | QP_MOD_CTRL)) != 0;

  if (qp_id_is_none (self->id) && !adds)
    qp_reply_select_none (reply);
  else if (!qp_id_is_none (self->id) && adds && self->part == QP_PART_BODY)
    select_with_toggled (reply, context, self->id, (self->modifiers & QP_MOD_CTRL) == 0);
  else if (!qp_id_is_none (self->id))
    select_pressed (self, context, reply);
  return reply;
}

/* areas must lie in the band as a whole, or every band on a square would take the square along */
static gboolean
band_takes (const QpItem *item, QpBox band)
{
  gboolean filled;

  qp_item_outline (item, NULL, &filled);
  if (qp_item_is_locked (item))
    return FALSE;
  return filled || item->node->kind == QP_KIND_BACKGROUND ? qp_box_contains (band, item->bounds)
                                                          : qp_item_touches (item, band);
}

static QpReply *
select_band (SelectTool *self, const QpToolContext *context)
{
  QpReply *reply = qp_reply_new (QP_REPLY_HANDLED, NULL);
  const QpBox band = qp_box_around (self->pressed, self->at);
  g_autoptr (GPtrArray) found = qp_scene_query (context->scene, band);
  const gboolean adds = (self->modifiers & (QP_MOD_SHIFT | QP_MOD_CTRL)) != 0;
  guint n_ids;
  const QpId *ids = qp_selection_ids (context->selection, &n_ids);

  qp_reply_select_none (reply);
  for (guint i = 0; adds && i < n_ids; i++)
    qp_reply_select (reply, ids[i]);
  for (guint i = 0; i < found->len; i++)
    {
      const QpItem *item = g_ptr_array_index (found, i);
      if (band_takes (item, band) && !(adds && qp_selection_has (context->selection, item->id)))
        qp_reply_select (reply, item->id);
    }
  qp_reply_complete_groups (reply, context->scene);
  return reply;
}

static void
rest (SelectTool *self)
{
  self->state = IDLE;
  g_clear_pointer (&self->drag, qp_drag_free);
}

static QpReply *
select_release (QpTool *tool, const QpToolContext *context, const QpPointerEvent *event)
{
  SelectTool *self = (SelectTool *) tool;
  QpReply *reply = NULL;

  if (self->state == PRESSED)
    reply = click (self, context);
  else if (self->state == BAND)
    reply = select_band (self, context);
  else if (self->state == DRAGGING)
    reply = qp_drag_end (self->drag, context);
  rest (self);
  return reply;
}

/* -- the chosen point -- */

static QpReply *
point_reply (QpReply *reply)
{
  return reply == NULL ? qp_reply_new (QP_REPLY_HANDLED, NULL) : reply;
}

/* keys that are about the chosen point; Delete never takes the whole by mistake */
static QpReply *
point_key (const QpToolContext *context, const QpKeyEvent *event)
{
  const int dx = (event->key == QP_KEY_RIGHT) - (event->key == QP_KEY_LEFT);
  const int dy = (event->key == QP_KEY_UP) - (event->key == QP_KEY_DOWN);
  QpReply *reply;

  if ((event->modifiers & QP_MOD_CTRL) != 0)
    return NULL;
  if (dx != 0 || dy != 0)
    return qp_command_nudge_point (context, dx, dy, event->modifiers);
  if (event->key == QP_KEY_DELETE || event->key == QP_KEY_BACKSPACE)
    return point_reply (qp_command_outline (context, QP_OUTLINE_DELETE_POINT));
  if (event->key == QP_KEY_TEXT && (event->text == '+' || event->text == '='))
    return point_reply (qp_command_outline (context, QP_OUTLINE_INSERT_POINT));
  if (event->key != QP_KEY_ESCAPE)
    return NULL;
  reply = qp_reply_new (QP_REPLY_HANDLED, NULL);
  qp_reply_choose (reply, -1);
  return reply;
}

static QpReply *
select_key (QpTool *tool, const QpToolContext *context, const QpKeyEvent *event)
{
  if (((SelectTool *) tool)->state != IDLE)
    return NULL;
  if (event->key == QP_KEY_TEXT && (event->text == '[' || event->text == ']'))
    return qp_command_outline (context, event->text == ']' ? QP_OUTLINE_NEXT_POINT : QP_OUTLINE_PREVIOUS_POINT);
  return only_outline (context) == NULL || qp_selection_get_point (context->selection) < 0 ? NULL
                                                                                          : point_key (context, event);
}

static QpReply *
select_cancel (QpTool *tool, const QpToolContext *context)
{
  SelectTool *self = (SelectTool *) tool;
  const State before = self->state;

  rest (self);
  if (before == IDLE)
    return NULL;
  return qp_reply_new (before == DRAGGING ? QP_REPLY_HANDLED | QP_REPLY_REVERT : QP_REPLY_HANDLED, NULL);
}

/* -- what is seen -- */

static gboolean
is_hovered_handle (const SelectTool *self, const QpItem *item, const QpDecoration *handle, double px_in_m)
{
  if (item == NULL || handle->type != QP_DECORATION_HANDLE || handle->part != self->hovered_part)
    return FALSE;
  g_autoptr (GArray) handles = qp_item_handles (item, px_in_m);
  for (guint i = 0; i < handles->len; i++)
    {
      const QpHandle *other = &g_array_index (handles, QpHandle, i);
      if (other->part == self->hovered_part && other->index == self->hovered_index)
        return qp_vec_distance (other->place, handle->a) == 0;
    }
  return FALSE;
}

static void
decorate_hover (const SelectTool *self, const QpToolContext *context, GPtrArray *decorations)
{
  const QpItem *item = qp_scene_find (context->scene, self->hovered);

  for (guint i = 0; i < decorations->len; i++)
    {
      QpDecoration *decoration = g_ptr_array_index (decorations, i);
      if (is_hovered_handle (self, item, decoration, qp_viewport_px_in_m (context->viewport, 1)))
        decoration->strong = TRUE;
    }
  if (item == NULL || self->state != IDLE || qp_selection_has (context->selection, item->id))
    return;
  qp_decorations_add (decorations, QP_DECORATION_HOVER, item->a, item->b)->item = item;
  if (self->hovered_part == QP_PART_LEFT || self->hovered_part == QP_PART_RIGHT)
    {
      const QpVec end = self->hovered_part == QP_PART_LEFT ? item->a : item->b;
      QpDecoration *handle = qp_decorations_add (decorations, QP_DECORATION_HANDLE, end, end);
      handle->part = self->hovered_part;
      handle->strong = TRUE;
    }
}

static void
decorate_chosen (const QpToolContext *context, GPtrArray *decorations)
{
  const QpItem *item = only_outline (context);
  const QpPoints *outline = item == NULL ? NULL : qp_item_outline (item, NULL, NULL);
  const int point = qp_selection_get_point (context->selection);

  if (outline == NULL || point < 0 || point >= (int) outline->n)
    return;
  const QpVec place = qp_vec_from_point (outline->at[point]);
  QpDecoration *handle = qp_decorations_add (decorations, QP_DECORATION_HANDLE, place, place);
  handle->part = QP_PART_POINT;
  handle->strong = TRUE;
}

static void
select_decorate (QpTool *tool, const QpToolContext *context, GPtrArray *decorations)
{
  SelectTool *self = (SelectTool *) tool;
  guint n_ids;
  const QpId *ids = qp_selection_ids (context->selection, &n_ids);

  qp_decorations_add_selection (decorations, context->scene, ids, n_ids, qp_selection_get_primary (context->selection),
                                qp_viewport_px_in_m (context->viewport, 1));
  decorate_hover (self, context, decorations);
  if (self->state != DRAGGING)
    decorate_chosen (context, decorations);
  if (self->state == BAND)
    qp_decorations_add (decorations, QP_DECORATION_BAND, self->pressed, self->at);
  if (self->state == DRAGGING)
    qp_drag_decorate (self->drag, context, decorations);
}

static gboolean
select_is_busy (const QpTool *tool)
{
  return ((const SelectTool *) tool)->state != IDLE;
}

static const QpId *
select_dragged (const QpTool *tool, guint *n_ids)
{
  const SelectTool *self = (const SelectTool *) tool;

  return self->drag == NULL ? NULL : qp_drag_ids (self->drag, n_ids);
}

static char *
select_status (const QpTool *tool, const QpToolContext *context)
{
  const SelectTool *self = (const SelectTool *) tool;
  const guint n = qp_selection_length (context->selection);

  if (self->drag != NULL)
    return qp_drag_status (self->drag, context);
  if (self->hovered_part == QP_PART_LEFT || self->hovered_part == QP_PART_RIGHT)
    return g_strdup (_("Drag to add or take away whole columns of cabinets; the other end stays."));
  if (self->hovered_part == QP_PART_EYE)
    return g_strdup (_("Drag the eye point from where the picture with depth is right. Alt stops snapping."));
  if (self->hovered_part == QP_PART_TURN)
    return g_strdup (_("Drag to turn the screen. Shift keeps to 15° steps, Alt turns freely."));
  if (qp_select_shape_hint (self->hovered_part) != NULL)
    return g_strdup (_ (qp_select_shape_hint (self->hovered_part)));
  if (n > 1)
    return g_strdup_printf (ngettext ("%u object selected", "%u objects selected", n), n);
  if (only_outline (context) != NULL)
    return qp_select_outline_status (context, only_outline (context));
  if (n == 1)
    return g_strdup (_("Drag or use the arrow keys to move it. Ctrl drags a copy, Alt stops snapping."));
  return g_strdup (_("Click an object to select it, or drag a frame around several."));
}

static const char *
cursor_of_part (const SelectTool *self, const QpToolContext *context, QpPart part, QpId id)
{
  switch (part)
    {
    case QP_PART_LEFT:
    case QP_PART_RIGHT:
      return qp_select_resize_cursor (context, id);
    case QP_PART_EYE:
      return self->state == DRAGGING ? "grabbing" : "grab";
    case QP_PART_TURN:
      return self->state == DRAGGING ? "grabbing" : "grab";
    case QP_PART_BEND:
    case QP_PART_ANGLE:
      return "move";
    case QP_PART_POINT:
    case QP_PART_EDGE:
    case QP_PART_CORNER:
      return "crosshair";
    case QP_PART_RADIUS:
    case QP_PART_ROWS:
      return "all-scroll";
    case QP_PART_BODY:
      return qp_selection_has (context->selection, id) ? "move" : "default";
    default:
      return "default";
    }
}

static const char *
select_cursor (const QpTool *tool, const QpToolContext *context)
{
  const SelectTool *self = (const SelectTool *) tool;

  if (self->state == DRAGGING)
    return cursor_of_part (self, context, qp_drag_part (self->drag), self->id);
  return self->state == BAND ? "default" : cursor_of_part (self, context, self->hovered_part, self->hovered);
}

static void
select_clear (QpTool *tool)
{
  rest ((SelectTool *) tool);
}

const QpToolClass qp_tool_select_class = {
  .size = sizeof (SelectTool),
  .press = select_press,
  .move = select_move,
  .release = select_release,
  .key = select_key,
  .cancel = select_cancel,
  .decorate = select_decorate,
  .is_busy = select_is_busy,
  .dragged = select_dragged,
  .status = select_status,
  .cursor = select_cursor,
  .clear = select_clear,
};
