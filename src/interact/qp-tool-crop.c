/* qp-tool-crop.c: what is seen of a background: a frame that is drawn, and handles that change it
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "interact/qp-crop.h"
#include "interact/qp-tool-private.h"

#define EDGE_MIN_PX 44.0 /* a shorter side has no handle in its middle */

/* a frame is drawn by the outline tool within; the handles are this one's */
typedef struct
{
  QpTool tool;
  QpTool *outline;
  QpPart part; /* the handle that is dragged, or under the pointer */
  guint index;
  gboolean dragging;
  GArray *crop; /* QpVec: as the drag has made it, drawing units */
  QpVec pressed;
  QpModifiers modifiers;
  QpSnap snap;
} Crop;

static void
crop_init (QpTool *tool)
{
  Crop *self = (Crop *) tool;

  self->outline = g_malloc0 (qp_tool_outline_class.size);
  self->outline->klass = &qp_tool_outline_class;
  self->outline->type = tool->type;
  qp_tool_outline_class.init (self->outline);
  self->pressed = qp_vec (NAN, NAN);
}

static const QpBackground *
target (const QpToolContext *context, QpPlacement *placement, QpVec *size)
{
  const QpItem *item = qp_background_meant (context, qp_vec (NAN, NAN));

  if (item == NULL)
    return NULL;
  *placement = qp_placement_of ((const QpBackground *) item->node, qp_scene_background_scale (context->scene, item->id));
  *size = qp_scene_background_size (context->scene, item->id);
  return placement->scale > 0 && !isnan (size->x) ? (const QpBackground *) item->node : NULL;
}

/* the frame as it is now, on the plan; NULL when there is no background that it could be of */
static GArray *
frame_of (const Crop *self, const QpToolContext *context)
{
  QpPlacement placement;
  QpVec size;
  const QpBackground *background = target (context, &placement, &size);

  if (background == NULL)
    return NULL;
  GArray *frame = self->dragging ? g_array_copy (self->crop) : qp_crop_of (background, size);
  for (guint i = 0; i < frame->len; i++)
    g_array_index (frame, QpVec, i) = qp_placement_to_plan (&placement, g_array_index (frame, QpVec, i));
  return frame;
}

static QpVec
edge_middle (const GArray *frame, guint index)
{
  return qp_vec_middle (g_array_index (frame, QpVec, index), g_array_index (frame, QpVec, (index + 1) % frame->len));
}

static gboolean
edge_has_handle (const QpToolContext *context, const GArray *frame, guint index)
{
  return qp_vec_distance (g_array_index (frame, QpVec, index), g_array_index (frame, QpVec, (index + 1) % frame->len))
         >= qp_viewport_px_in_m (context->viewport, EDGE_MIN_PX);
}

/* the nearest handle within reach; corners win over the middles of sides; none while a new frame is drawn */
static QpPart
handle_at (const Crop *self, const QpToolContext *context, QpVec place, guint *index)
{
  const gboolean any = !isnan (place.x) && !qp_tool_is_busy (self->outline);
  g_autoptr (GArray) frame = any ? frame_of (self, context) : NULL;
  double nearest = qp_viewport_px_in_m (context->viewport, QP_HANDLE_HIT_PX);
  QpPart part = QP_PART_NONE;

  for (guint i = 0; frame != NULL && i < 2 * frame->len; i++)
    {
      const gboolean edge = i >= frame->len;
      const guint at = i % frame->len;
      const double away = qp_vec_distance (place, edge ? edge_middle (frame, at) : g_array_index (frame, QpVec, at));
      if (away > nearest || (edge && (part == QP_PART_POINT || !edge_has_handle (context, frame, at))))
        continue;
      nearest = away;
      part = edge ? QP_PART_EDGE : QP_PART_POINT;
      *index = at;
    }
  return part;
}

/* -- dragging a handle -- */

static QpReply *
commit (const QpBackground *background, const GArray *crop)
{
  QpReply *reply = qp_reply_new (QP_REPLY_HANDLED | QP_REPLY_COMMIT, N_("Crop a background"));

  qp_edits_add_crop (reply->edits, background, crop == NULL ? NULL : (const QpVec *) (gpointer) crop->data,
                     crop == NULL ? 0 : crop->len);
  return reply;
}

static void
rest (Crop *self)
{
  self->dragging = FALSE;
  g_clear_pointer (&self->crop, g_array_unref);
  qp_snap_clear (&self->snap);
  self->snap = (QpSnap){ 0 };
}

static void
drag_to (Crop *self, const QpToolContext *context, const QpPointerEvent *event)
{
  const QpSnapQuery query = { .place = event->place, .suspended = (event->modifiers & QP_MOD_ALT) != 0 };
  QpPlacement placement;
  QpVec size;
  const QpBackground *background = target (context, &placement, &size);

  if (background == NULL)
    return;
  qp_snap_clear (&self->snap);
  qp_snap_place (&self->snap, context->scene, context->viewport, &query);
  const QpVec place = self->snap.type == QP_SNAP_GRID ? event->place : self->snap.place;
  const QpVec units = qp_placement_to_units (&placement, place);
  const QpVec within = qp_vec (CLAMP (units.x, 0, size.x), CLAMP (units.y, 0, size.y));
  g_clear_pointer (&self->crop, g_array_unref);
  self->crop = qp_crop_of (background, size);
  if (self->part == QP_PART_EDGE)
    qp_crop_move_edge (self->crop, self->index, within);
  else
    qp_crop_move_point (self->crop, self->index, within, (event->modifiers & QP_MOD_CTRL) != 0);
}

/* with Ctrl a click takes a corner out */
static QpReply *
click (const Crop *self, const QpToolContext *context)
{
  QpPlacement placement;
  QpVec size;
  const QpBackground *background = target (context, &placement, &size);

  if (background == NULL || self->part != QP_PART_POINT || (self->modifiers & QP_MOD_CTRL) == 0)
    return qp_reply_new (QP_REPLY_HANDLED, NULL);
  g_autoptr (GArray) crop = qp_crop_of (background, size);
  return qp_crop_remove_point (crop, self->index) ? commit (background, crop) : qp_reply_new (QP_REPLY_HANDLED, NULL);
}

/* -- events -- */

/* from the first press on, one background is meant: the one that is selected */
static QpReply *
choosing (const QpToolContext *context, QpVec place, QpReply *reply)
{
  const QpItem *meant = qp_background_meant (context, place);

  if (meant == NULL || qp_id_equal (meant->id, qp_selection_get_primary (context->selection)))
    return reply;
  if (reply == NULL)
    reply = qp_reply_new (QP_REPLY_HANDLED, NULL);
  qp_reply_select (reply, meant->id);
  return reply;
}

static QpReply *
crop_press (QpTool *tool, const QpToolContext *context, const QpPointerEvent *event)
{
  Crop *self = (Crop *) tool;

  self->part = handle_at (self, context, event->place, &self->index);
  if (self->part == QP_PART_NONE)
    return choosing (context, event->place, qp_tool_press (self->outline, context, event));
  self->dragging = FALSE;
  self->pressed = event->place;
  self->modifiers = event->modifiers;
  return choosing (context, event->place, qp_reply_new (QP_REPLY_HANDLED, NULL));
}

static gboolean
holds_handle (const Crop *self)
{
  return self->part != QP_PART_NONE && !isnan (self->pressed.x);
}

static QpReply *
crop_move (QpTool *tool, const QpToolContext *context, const QpPointerEvent *event)
{
  Crop *self = (Crop *) tool;

  if (!holds_handle (self))
    {
      self->part = handle_at (self, context, event->place, &self->index);
      return qp_tool_move (self->outline, context, event);
    }
  if (isnan (event->place.x)
      || (!self->dragging
          && qp_vec_distance (event->place, self->pressed) < qp_viewport_px_in_m (context->viewport, QP_DRAG_PX)))
    return qp_reply_new (QP_REPLY_HANDLED, NULL);
  drag_to (self, context, event);
  self->dragging = self->crop != NULL;
  return qp_reply_new (QP_REPLY_HANDLED, NULL);
}

static QpReply *
crop_release (QpTool *tool, const QpToolContext *context, const QpPointerEvent *event)
{
  Crop *self = (Crop *) tool;
  QpPlacement placement;
  QpVec size;

  if (!holds_handle (self))
    return qp_tool_release (self->outline, context, event);
  const QpBackground *background = target (context, &placement, &size);
  QpReply *reply = self->dragging && background != NULL ? commit (background, self->crop) : click (self, context);
  self->pressed = qp_vec (NAN, NAN);
  rest (self);
  return reply;
}

static QpReply *
show_all (const QpToolContext *context)
{
  QpPlacement placement;
  QpVec size;
  const QpBackground *background = target (context, &placement, &size);

  return background == NULL || background->crop == NULL ? qp_reply_new (QP_REPLY_HANDLED, NULL)
                                                        : commit (background, NULL);
}

static QpReply *
crop_key (QpTool *tool, const QpToolContext *context, const QpKeyEvent *event)
{
  Crop *self = (Crop *) tool;

  if (holds_handle (self))
    return NULL;
  if (!qp_tool_is_busy (self->outline) && (event->key == QP_KEY_DELETE || event->key == QP_KEY_BACKSPACE))
    return show_all (context);
  QpReply *reply = qp_tool_key (self->outline, context, event);
  return reply == NULL ? NULL : choosing (context, qp_vec (NAN, NAN), reply);
}

static QpReply *
crop_cancel (QpTool *tool, const QpToolContext *context)
{
  Crop *self = (Crop *) tool;

  if (!holds_handle (self))
    return qp_tool_cancel (self->outline, context);
  self->part = QP_PART_NONE;
  self->pressed = qp_vec (NAN, NAN);
  rest (self);
  return qp_reply_new (QP_REPLY_HANDLED, NULL);
}

/* -- what is seen -- */

static void
add_handle (const Crop *self, GPtrArray *decorations, QpPart part, guint index, QpVec place)
{
  QpDecoration *handle = qp_decorations_add (decorations, QP_DECORATION_HANDLE, place, place);

  handle->part = part;
  handle->strong = part == self->part && index == self->index;
}

static void
crop_decorate (QpTool *tool, const QpToolContext *context, GPtrArray *decorations)
{
  Crop *self = (Crop *) tool;
  g_autoptr (GArray) frame = frame_of (self, context);

  if (frame == NULL || qp_tool_is_busy (self->outline))
    {
      qp_tool_outline_class.decorate (self->outline, context, decorations);
      return;
    }
  qp_decorations_add_outline (decorations, (const QpVec *) (gpointer) frame->data, frame->len, TRUE)->type
      = QP_DECORATION_FRAME;
  if (self->dragging)
    qp_decorate_snap (decorations, &self->snap);
  for (guint i = 0; i < frame->len; i++)
    {
      if (!self->dragging && edge_has_handle (context, frame, i))
        add_handle (self, decorations, QP_PART_EDGE, i, edge_middle (frame, i));
      add_handle (self, decorations, QP_PART_POINT, i, g_array_index (frame, QpVec, i));
    }
}

static gboolean
crop_is_busy (const QpTool *tool)
{
  const Crop *self = (const Crop *) tool;

  return holds_handle (self) || qp_tool_is_busy (self->outline);
}

static QpId
crop_uncropped (const QpTool *tool, const QpToolContext *context)
{
  QpPlacement placement;
  QpVec size;
  const QpBackground *background = target (context, &placement, &size);

  return background == NULL ? QP_ID_NONE : background->node.id;
}

static char *
why_nothing (const QpToolContext *context)
{
  const GPtrArray *items = qp_scene_items (context->scene);
  const QpItem *lowest = items->len > 0 ? g_ptr_array_index (items, 0) : NULL;

  if (lowest == NULL || lowest->node->kind != QP_KIND_BACKGROUND)
    return g_strdup (_("This plan has no background to crop: import one first."));
  if (qp_background_meant (context, qp_vec (NAN, NAN)) == NULL)
    return g_strdup (_("There are several backgrounds: press on the one to crop, or select it in the tree."));
  return g_strdup (_("The background is not open yet, or can’t be shown."));
}

static char *
crop_status (const QpTool *tool, const QpToolContext *context)
{
  const Crop *self = (const Crop *) tool;
  QpPlacement placement;
  QpVec size;
  const QpBackground *background = target (context, &placement, &size);

  if (background == NULL)
    return why_nothing (context);
  if (qp_tool_is_busy (self->outline))
    return qp_tool_status (self->outline, context);
  if (self->part == QP_PART_POINT)
    return g_strdup (_("Drag the corner. Ctrl moves it alone, Ctrl and a click take it out, Alt stops snapping."));
  if (self->part == QP_PART_EDGE)
    return g_strdup (_("Drag the side. On a frame that is no rectangle this adds a corner."));
  return background->crop == NULL
             ? qp_tool_status (self->outline, context)
             : g_strdup (_("Drag the handles, or draw another frame. Delete shows all of the background again."));
}

static const char *
crop_cursor (const QpTool *tool, const QpToolContext *context)
{
  return ((const Crop *) tool)->part == QP_PART_NONE ? "crosshair" : "move";
}

static void
crop_clear (QpTool *tool)
{
  Crop *self = (Crop *) tool;

  rest (self);
  g_clear_pointer (&self->outline, qp_tool_free);
}

const QpToolClass qp_tool_crop_class = {
  .size = sizeof (Crop),
  .init = crop_init,
  .press = crop_press,
  .move = crop_move,
  .release = crop_release,
  .key = crop_key,
  .cancel = crop_cancel,
  .decorate = crop_decorate,
  .is_busy = crop_is_busy,
  .uncropped = crop_uncropped,
  .status = crop_status,
  .cursor = crop_cursor,
  .clear = crop_clear,
};
