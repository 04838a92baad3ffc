/* qp-stage-view.c: what a stage shows of its plan, and its commands
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "interact/qp-stage-private.h"

#define FIT_MARGIN_PX 48.0
#define KNOB_ROOM_PX (QP_TURN_HANDLE_PX - 12) /* of the margin it may take half */
#define EMPTY_PLAN_M 60.0 /* shown of a plan with nothing on it */

static QpVec
view_middle (QpStage *self)
{
  return qp_vec (self->viewport.width / 2, self->viewport.height / 2);
}

static void
viewport_changed (QpStage *self)
{
  self->fitted = FALSE;
  qp_stage_emit (self, QP_STAGE_VIEWPORT_CHANGED);
  qp_stage_repeat_move (self);
}

/* as seen last on this plan */
void
qp_stage_keep_viewport (QpStage *self)
{
  if (!qp_id_is_none (self->plan) && !self->fit_pending)
    g_hash_table_replace (self->viewports, g_memdup2 (&self->plan, sizeof self->plan),
                          g_memdup2 (&self->viewport, sizeof self->viewport));
}

void
qp_stage_recall_viewport (QpStage *self)
{
  const QpViewport *kept = g_hash_table_lookup (self->viewports, &self->plan);

  if (kept == NULL)
    {
      qp_stage_fit (self);
      return;
    }
  self->viewport.center = kept->center;
  self->viewport.scale = kept->scale;
  viewport_changed (self);
}

/**
 * qp_stage_get_viewport:
 * @self: a stage
 *
 * Returns: (transfer none): what is in view
 */
const QpViewport *
qp_stage_get_viewport (QpStage *self)
{
  return &self->viewport;
}

/**
 * qp_stage_set_viewport:
 * @self: a stage
 * @viewport: (transfer none): what is to be in view
 */
void
qp_stage_set_viewport (QpStage *self, const QpViewport *viewport)
{
  if (qp_viewport_equal (viewport, &self->viewport))
    return;
  self->viewport = *viewport;
  self->fit_pending = FALSE;
  viewport_changed (self);
}

/**
 * qp_stage_resize:
 * @self: a stage
 * @width: width of the view, pixels
 * @height: height of the view, pixels
 * @factor: device pixels per pixel
 */
void
qp_stage_resize (QpStage *self, double width, double height, double factor)
{
  QpViewport viewport = self->viewport;

  qp_viewport_resize (&viewport, width, height, factor);
  if (qp_viewport_equal (&viewport, &self->viewport))
    return;
  self->viewport = viewport;
  if (self->fit_pending || self->fitted)
    qp_stage_fit (self);
  else
    viewport_changed (self);
}

/* with so much room before a screen that the knob that turns it is not under what lies over the view */
static QpBox
with_knob (QpBox bounds, const QpItem *item, double scale)
{
  QpVec place;

  return qp_item_knob (item, KNOB_ROOM_PX / scale, &place) ? qp_box_with (bounds, place) : bounds;
}

/* grown to both sides alike, so that what is looked at stays in the middle */
static QpBox
grown_about (QpBox bounds, QpBox wanted)
{
  const double x = MAX (bounds.x0 - wanted.x0, wanted.x1 - bounds.x1);
  const double y = MAX (bounds.y0 - wanted.y0, wanted.y1 - bounds.y1);

  return (QpBox){ bounds.x0 - x, bounds.y0 - y, bounds.x1 + x, bounds.y1 + y };
}

/* into what is left of the view beside the things over it */
static void
fit (QpStage *self, QpBox bounds)
{
  QpViewport free = self->viewport;
  const double left = fmax (self->covered_left - FIT_MARGIN_PX / 2, 0);
  const double right = fmax (self->covered_right - FIT_MARGIN_PX / 2, 0);
  const double bottom = fmax (self->covered_bottom - FIT_MARGIN_PX / 2, 0);

  if (left + right > free.width / 2 || bottom > free.height / 2) /* hardly anything is */
    {
      qp_viewport_fit (&self->viewport, bounds, FIT_MARGIN_PX);
      return;
    }
  free.width -= left + right;
  free.height -= bottom;
  qp_viewport_fit (&free, bounds, FIT_MARGIN_PX);
  self->viewport.scale = free.scale;
  self->viewport.center = qp_vec (free.center.x - (left - right) / 2 / free.scale, free.center.y - bottom / 2 / free.scale);
}

/**
 * qp_stage_set_covered:
 * @self: a stage
 * @left_px: how far things that lie over the view reach from its left
 * @right_px: the same from its right
 * @bottom_px: the same from its bottom
 *
 * Tells what to keep clear of when the whole plan is shown.
 */
void
qp_stage_set_covered (QpStage *self, double left_px, double right_px, double bottom_px)
{
  if (left_px == self->covered_left && right_px == self->covered_right && bottom_px == self->covered_bottom)
    return;
  self->covered_left = left_px;
  self->covered_right = right_px;
  self->covered_bottom = bottom_px;
  if (self->fitted)
    qp_stage_fit (self);
}

/**
 * qp_stage_fit:
 * @self: a stage
 *
 * Shows the whole plan. Before the view has a size, it does so once it has.
 */
void
qp_stage_fit (QpStage *self)
{
  const QpBox empty = { -EMPTY_PLAN_M / 2, -EMPTY_PLAN_M / 2, EMPTY_PLAN_M / 2, EMPTY_PLAN_M / 2 };
  QpBox bounds = qp_scene_bounds (self->scene);

  self->fit_pending = self->viewport.width <= 1;
  if (self->fit_pending)
    return;
  fit (self, qp_box_is_empty (bounds) ? empty : bounds);
  const GPtrArray *items = qp_scene_items (self->scene);
  for (guint i = 0; i < items->len; i++)
    bounds = with_knob (bounds, g_ptr_array_index (items, i), self->viewport.scale);
  if (!qp_box_is_empty (bounds))
    fit (self, bounds);
  viewport_changed (self);
  self->fitted = TRUE;
}

/**
 * qp_stage_set_background_bounds:
 * @self: a stage
 * @id: a background
 * @bounds: where its picture lies, metres
 *
 * Tells the extent of a background once its file is decoded. A view of the whole plan takes it in, but not while the
 * background is being cropped: it would run away under the pointer.
 */
void
qp_stage_set_background_bounds (QpStage *self, QpId id, QpBox bounds)
{
  qp_scene_set_background_bounds (self->scene, id, bounds);
  if (self->fitted && !qp_id_equal (qp_scene_uncropped (self->scene), id))
    qp_stage_fit (self);
}

/**
 * qp_stage_set_background_scale:
 * @self: a stage
 * @id: a background
 * @metres_per_unit: scale that it is shown at, known or not
 * @size: width and height of the whole drawing, in its units
 *
 * Tells at what scale a background is shown once its file is decoded, so that it can be calibrated and cropped.
 */
void
qp_stage_set_background_scale (QpStage *self, QpId id, double metres_per_unit, QpVec size)
{
  qp_scene_set_background_scale (self->scene, id, metres_per_unit, size);
}

/**
 * qp_stage_set_background_segments:
 * @self: a stage
 * @id: a background
 * @segments: (transfer none) (nullable): the lines of its drawing, in a frame of its own; %NULL for none
 * @to_plan: takes places of that frame to metres of the plan
 *
 * Tells what can be snapped to in a background once its file is decoded.
 */
void
qp_stage_set_background_segments (QpStage *self, QpId id, QpSegments *segments, const QpMatrix *to_plan)
{
  qp_scene_set_background_segments (self->scene, id, segments, to_plan);
}

/**
 * qp_stage_fit_selection:
 * @self: a stage
 *
 * Shows what is selected, as large as it goes.
 */
void
qp_stage_fit_selection (QpStage *self)
{
  QpBox bounds = QP_BOX_EMPTY;
  guint n_ids;
  const QpId *ids = qp_selection_ids (self->selection, &n_ids);

  for (guint i = 0; i < n_ids; i++)
    {
      const QpItem *item = qp_scene_find (self->scene, ids[i]);
      if (item != NULL)
        bounds = qp_box_union (bounds, item->bounds);
    }
  if (qp_box_is_empty (bounds))
    return;
  qp_viewport_fit (&self->viewport, bounds, 2 * FIT_MARGIN_PX);
  QpBox wanted = bounds;
  for (guint i = 0; i < n_ids; i++)
    {
      const QpItem *item = qp_scene_find (self->scene, ids[i]);
      if (item != NULL)
        wanted = with_knob (wanted, item, self->viewport.scale);
    }
  qp_viewport_fit (&self->viewport, grown_about (bounds, wanted), 2 * FIT_MARGIN_PX);
  viewport_changed (self);
}

/**
 * qp_stage_reveal:
 * @self: a stage
 * @id: an object
 *
 * Brings it into view, moving no further than needed.
 */
void
qp_stage_reveal (QpStage *self, QpId id)
{
  const QpItem *item = qp_scene_find (self->scene, id);

  if (item != NULL && qp_viewport_reveal (&self->viewport, item->bounds, FIT_MARGIN_PX))
    viewport_changed (self);
}

/**
 * qp_stage_step_zoom:
 * @self: a stage
 * @steps: positive to see less and larger; about the middle of the view
 */
void
qp_stage_step_zoom (QpStage *self, int steps)
{
  qp_viewport_step_zoom (&self->viewport, steps, view_middle (self));
  viewport_changed (self);
}

/**
 * qp_stage_zoom_at:
 * @self: a stage
 * @factor: above 1 to see less and larger
 * @px: the place under this pixel stays there
 */
void
qp_stage_zoom_at (QpStage *self, double factor, QpVec px)
{
  qp_viewport_zoom_at (&self->viewport, factor, px);
  viewport_changed (self);
}

/**
 * qp_stage_pan:
 * @self: a stage
 * @dx_px: how far the picture goes to the right
 * @dy_px: how far the picture goes down
 */
void
qp_stage_pan (QpStage *self, double dx_px, double dy_px)
{
  if (dx_px == 0 && dy_px == 0)
    return;
  qp_viewport_pan_px (&self->viewport, dx_px, dy_px);
  viewport_changed (self);
}

/**
 * qp_stage_set_ratio:
 * @self: a stage
 * @ratio: N of the scale 1:N
 */
void
qp_stage_set_ratio (QpStage *self, double ratio)
{
  qp_viewport_set_ratio (&self->viewport, ratio);
  viewport_changed (self);
}

/* -- commands -- */

/* in the middle of a gesture nothing else changes the document */
gboolean
qp_stage_may_command (QpStage *self)
{
  return qp_stage_has_plan (self) && !qp_stage_is_busy (self);
}

/**
 * qp_stage_delete:
 * @self: a stage
 *
 * Deletes what is selected on this plan.
 */
void
qp_stage_delete (QpStage *self)
{
  const QpToolContext context = qp_stage_context (self);

  if (qp_stage_may_command (self))
    qp_stage_take (self, qp_command_delete (&context));
}

/**
 * qp_stage_duplicate:
 * @self: a stage
 *
 * Puts a copy of what is selected beside it and selects it.
 */
void
qp_stage_duplicate (QpStage *self)
{
  const QpToolContext context = qp_stage_context (self);

  if (qp_stage_may_command (self))
    qp_stage_take (self, qp_command_duplicate (&context));
}

/**
 * qp_stage_select_all:
 * @self: a stage
 *
 * Selects all that is not locked.
 */
void
qp_stage_select_all (QpStage *self)
{
  const QpToolContext context = qp_stage_context (self);

  if (qp_stage_may_command (self))
    qp_stage_take (self, qp_command_select_all (&context));
}

/**
 * qp_stage_add_screen:
 * @self: a stage
 *
 * Puts a new screen into the middle of the view, facing down, and selects it.
 */
void
qp_stage_add_screen (QpStage *self)
{
  const QpToolContext context = qp_stage_context (self);
  const double step = qp_snap_grid_step (&self->viewport);
  const QpVec middle = qp_vec (round (self->viewport.center.x / step) * step, round (self->viewport.center.y / step) * step);

  if (qp_stage_may_command (self))
    qp_stage_take (self, qp_command_add_screen (&context, middle, 180));
}

/**
 * qp_stage_turn:
 * @self: a stage
 * @degrees: how far the selected screens turn, clockwise
 */
void
qp_stage_turn (QpStage *self, double degrees)
{
  const QpToolContext context = qp_stage_context (self);

  if (qp_stage_may_command (self))
    qp_stage_take (self, qp_command_turn (&context, degrees));
}

/**
 * qp_stage_copy:
 * @self: a stage
 *
 * Returns: (transfer full) (nullable): what is selected as a text for the clipboard
 */
char *
qp_stage_copy (QpStage *self)
{
  const QpToolContext context = qp_stage_context (self);

  return qp_stage_may_command (self) ? qp_command_copy (&context) : NULL;
}

/* another project has other contents: a reference that would lead nowhere is not taken over */
static void
drop_lost_references (QpStage *self, QpReply *reply)
{
  for (guint i = 0; i < reply->edits->len; i++)
    {
      QpEdit *edit = g_ptr_array_index (reply->edits, i);
      if (edit->node == NULL || edit->node->kind != QP_KIND_SCREEN)
        continue;
      const QpId content = ((const QpScreen *) edit->node)->content;
      if (qp_id_is_none (content) || qp_document_find (self->document, content) != NULL)
        continue;
      g_autoptr (QpNode) before = edit->node;
      const QpValue none = qp_value_unset (QP_STORAGE_ID);
      edit->node = qp_node_with (before, QP_SCREEN_FIELD (content), &none);
    }
}

/**
 * qp_stage_paste:
 * @self: a stage
 * @text: what is on the clipboard
 * @error: return location for a #GError
 *
 * Returns: whether something was put on the plan; it is selected
 */
gboolean
qp_stage_paste (QpStage *self, const char *text, GError **error)
{
  const QpToolContext context = qp_stage_context (self);

  if (!qp_stage_may_command (self))
    return TRUE;
  QpReply *reply = qp_command_paste (&context, text, error);
  if (reply != NULL)
    drop_lost_references (self, reply);
  return qp_stage_take (self, reply);
}
