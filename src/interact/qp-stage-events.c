/* qp-stage-events.c: what pointer and keys do to a stage
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "interact/qp-stage-private.h"

#include "interact/qp-commands-private.h"
#include "interact/qp-tool-private.h"

#define PAN_STEP_PX 48.0

static QpPointerEvent
pointer_event (QpStage *self, guint clicks)
{
  const QpVec nowhere = qp_vec (NAN, NAN);

  return (QpPointerEvent){ self->pointer_in ? qp_viewport_to_plan (&self->viewport, self->pointer) : nowhere,
                           self->modifiers, clicks };
}

static void
note_pointer (QpStage *self, QpVec px, QpModifiers modifiers)
{
  self->pointer = px;
  self->pointer_in = TRUE;
  self->modifiers = modifiers;
}

static void
send_move (QpStage *self)
{
  const QpToolContext context = qp_stage_context (self);
  const QpPointerEvent event = pointer_event (self, 0);

  if (!qp_stage_has_plan (self))
    return;
  if (!qp_stage_take (self, qp_tool_move (self->tool, &context, &event)))
    qp_stage_refresh (self); /* what is hovered may be something else */
}

/* the plan has moved under the pointer */
void
qp_stage_repeat_move (QpStage *self)
{
  if (self->pointer_in && self->panning == 0)
    send_move (self);
}

static gboolean
hit_at (QpStage *self, QpVec px, QpHit *hit)
{
  const QpVec place = qp_viewport_to_plan (&self->viewport, px);
  const double px_in_m = qp_viewport_px_in_m (&self->viewport, 1);

  return qp_scene_hit (self->scene, place, QP_HIT_PX * px_in_m, 0, px_in_m, NULL, 0, QP_ID_NONE, hit);
}

/* a menu is about what is under the pointer */
static void
select_for_menu (QpStage *self, QpVec px)
{
  QpHit hit;

  if (qp_tool_is_busy (self->tool))
    qp_stage_cancel (self);
  if (!hit_at (self, px, &hit))
    qp_selection_clear (self->selection);
  else if (!qp_selection_has (self->selection, hit.item->id))
    {
      QpReply *reply = qp_reply_new (QP_REPLY_HANDLED, NULL);
      qp_reply_select (reply, hit.item->id);
      qp_reply_complete_groups (reply, self->scene);
      qp_stage_take (self, reply);
    }
}

static gboolean
starts_panning (QpStage *self, QpButton button)
{
  return button == QP_BUTTON_MIDDLE
         || (button == QP_BUTTON_PRIMARY && (self->space || qp_tool_type (self->tool) == QP_TOOL_PAN));
}

/* an edge of what is selected is where a double click puts a point */
static gboolean
is_on_edge (QpStage *self, QpVec px, const QpHit *hit)
{
  const QpVec place = qp_viewport_to_plan (&self->viewport, px);
  gboolean closed;
  const QpPoints *outline = qp_item_outline (hit->item, &closed, NULL);

  return outline != NULL && outline->n > 1 && hit->item->node->kind != QP_KIND_DIMENSION
         && qp_selection_length (self->selection) == 1
         && qp_outline_distance (outline, closed, place) <= qp_viewport_px_in_m (&self->viewport, QP_HIT_PX);
}

static gboolean
activates (QpStage *self, QpVec px, guint clicks)
{
  QpHit hit;

  if (clicks != 2 || qp_tool_type (self->tool) != QP_TOOL_SELECT || !hit_at (self, px, &hit)
      || !qp_selection_has (self->selection, hit.item->id) || is_on_edge (self, px, &hit))
    return FALSE;
  /* the first double click on a group picks one out of it */
  return qp_node_group (hit.item->node) == NULL || qp_selection_length (self->selection) == 1;
}

/**
 * qp_stage_press:
 * @self: a stage
 * @px: where, pixels
 * @button: which button
 * @clicks: 1, or 2 for the second press of a double click
 * @modifiers: keys held
 *
 * Returns: whether it meant something; a secondary press leaves the menu to the caller
 */
gboolean
qp_stage_press (QpStage *self, QpVec px, QpButton button, guint clicks, QpModifiers modifiers)
{
  note_pointer (self, px, modifiers);
  if (self->panning != 0)
    return TRUE;
  if (starts_panning (self, button))
    {
      self->panning = button;
      qp_stage_refresh (self);
      return TRUE;
    }
  if (!qp_stage_has_plan (self))
    return FALSE;
  if (button == QP_BUTTON_SECONDARY)
    {
      select_for_menu (self, px);
      return FALSE;
    }
  if (activates (self, px, clicks))
    {
      qp_stage_emit (self, QP_STAGE_ACTIVATE);
      return TRUE;
    }
  const QpToolContext context = qp_stage_context (self);
  const QpPointerEvent event = pointer_event (self, clicks);
  return qp_stage_take (self, qp_tool_press (self->tool, &context, &event));
}

/**
 * qp_stage_move:
 * @self: a stage
 * @px: where the pointer is now, pixels
 * @modifiers: keys held
 */
void
qp_stage_move (QpStage *self, QpVec px, QpModifiers modifiers)
{
  const QpVec before = self->pointer;

  note_pointer (self, px, modifiers);
  /* Space in the middle of a gesture takes the plan along: the gesture stays at its place of the plan */
  if (self->panning != 0 || (self->space && qp_tool_is_busy (self->tool)))
    qp_stage_pan (self, px.x - before.x, px.y - before.y);
  else
    send_move (self);
}

/**
 * qp_stage_set_modifiers:
 * @self: a stage
 * @modifiers: keys held now, while the pointer rests
 */
void
qp_stage_set_modifiers (QpStage *self, QpModifiers modifiers)
{
  if (modifiers == self->modifiers)
    return;
  self->modifiers = modifiers;
  if (qp_tool_is_busy (self->tool))
    qp_stage_repeat_move (self);
}

/**
 * qp_stage_release:
 * @self: a stage
 * @px: where, pixels
 * @button: which button
 * @modifiers: keys held
 */
void
qp_stage_release (QpStage *self, QpVec px, QpButton button, QpModifiers modifiers)
{
  note_pointer (self, px, modifiers);
  if (self->panning != 0)
    {
      if (self->panning == button)
        self->panning = 0;
      qp_stage_refresh (self);
      return;
    }
  if (button != QP_BUTTON_PRIMARY || !qp_stage_has_plan (self))
    return;
  const QpToolContext context = qp_stage_context (self);
  const QpPointerEvent event = pointer_event (self, 1);
  qp_stage_take (self, qp_tool_release (self->tool, &context, &event));
}

/**
 * qp_stage_leave:
 * @self: a stage
 *
 * The pointer is no longer over the view.
 */
void
qp_stage_leave (QpStage *self)
{
  self->pointer_in = FALSE;
  if (!qp_stage_is_busy (self))
    send_move (self);
}

/**
 * qp_stage_pointer:
 * @self: a stage
 * @plan: (out): where the pointer is on the plan, metres
 *
 * Returns: whether it is over the view
 */
gboolean
qp_stage_pointer (QpStage *self, QpVec *plan)
{
  *plan = pointer_event (self, 0).place;
  return self->pointer_in;
}

/**
 * qp_stage_set_space:
 * @self: a stage
 * @down: whether the space bar is held, which makes the primary button pan in any tool
 */
void
qp_stage_set_space (QpStage *self, gboolean down)
{
  if (down == self->space)
    return;
  self->space = down;
  if (!down && self->panning == QP_BUTTON_PRIMARY && qp_tool_type (self->tool) != QP_TOOL_PAN)
    self->panning = 0;
  qp_stage_refresh (self);
}

/* what is being typed goes first, then the gesture, then the tool, then the selection */
static gboolean
escape (QpStage *self, const QpKeyEvent *event)
{
  const QpToolContext context = qp_stage_context (self);

  if (self->panning != 0)
    self->panning = 0;
  else if (qp_stage_take (self, qp_tool_key (self->tool, &context, event)))
    return TRUE;
  else if (qp_stage_take (self, qp_tool_cancel (self->tool, &context)))
    return TRUE;
  else if (qp_tool_type (self->tool) != QP_TOOL_SELECT)
    qp_stage_set_tool (self, QP_TOOL_SELECT);
  else if (qp_selection_length (self->selection) > 0)
    qp_selection_clear (self->selection);
  else
    return FALSE;
  qp_stage_refresh (self);
  return TRUE;
}

static gboolean
arrow (QpStage *self, int dx, int dy, QpModifiers modifiers)
{
  const QpToolContext context = qp_stage_context (self);
  const double step = (modifiers & QP_MOD_SHIFT) != 0 ? 4 * PAN_STEP_PX : PAN_STEP_PX;

  if ((modifiers & QP_MOD_CTRL) != 0)
    return FALSE;
  if (!qp_stage_take (self, qp_command_nudge (&context, dx, dy, modifiers)))
    qp_stage_pan (self, -dx * step, dy * step);
  return TRUE;
}

static gboolean
tab (QpStage *self, QpModifiers modifiers)
{
  const QpToolContext context = qp_stage_context (self);

  if ((modifiers & QP_MOD_CTRL) != 0)
    return FALSE;
  if (!qp_stage_take (self, qp_command_select_next (&context, (modifiers & QP_MOD_SHIFT) != 0 ? -1 : 1)))
    return FALSE;
  qp_stage_reveal (self, qp_selection_get_primary (self->selection));
  return TRUE;
}

static gboolean
key_for_all_tools (QpStage *self, const QpKeyEvent *event)
{
  switch (event->key)
    {
    case QP_KEY_LEFT:
      return arrow (self, -1, 0, event->modifiers);
    case QP_KEY_RIGHT:
      return arrow (self, 1, 0, event->modifiers);
    case QP_KEY_UP:
      return arrow (self, 0, 1, event->modifiers);
    case QP_KEY_DOWN:
      return arrow (self, 0, -1, event->modifiers);
    case QP_KEY_TAB:
      return tab (self, event->modifiers);
    case QP_KEY_DELETE:
    case QP_KEY_BACKSPACE:
      qp_stage_delete (self);
      return TRUE;
    case QP_KEY_ENTER:
      if (qp_selection_length (self->selection) == 0)
        return FALSE;
      qp_stage_emit (self, QP_STAGE_ACTIVATE);
      return TRUE;
    default:
      return FALSE;
    }
}

/**
 * qp_stage_key:
 * @self: a stage
 * @event: a key goes down
 *
 * Returns: whether it meant something
 */
gboolean
qp_stage_key (QpStage *self, const QpKeyEvent *event)
{
  const QpToolContext context = qp_stage_context (self);

  if (!qp_stage_has_plan (self))
    return FALSE;
  if (event->key == QP_KEY_ESCAPE)
    return escape (self, event);
  if (qp_stage_take (self, qp_tool_key (self->tool, &context, event)))
    return TRUE;
  /* a half-done gesture leaves nothing to other commands */
  return qp_stage_is_busy (self) || key_for_all_tools (self, event);
}
