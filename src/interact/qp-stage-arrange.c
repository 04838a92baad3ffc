/* qp-stage-arrange.c: the commands of a stage that arrange what is selected, and its layers
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "interact/qp-stage-private.h"

#include "interact/qp-plan-visibility.h"

/**
 * qp_stage_align:
 * @self: a stage
 * @align: which edges or middles
 *
 * Lines up what is selected with the primary object, which stays.
 *
 * Returns: whether anything was changed
 */
gboolean
qp_stage_align (QpStage *self, QpAlignment align)
{
  const QpToolContext context = qp_stage_context (self);

  return qp_stage_may_command (self) && qp_stage_take (self, qp_command_align (&context, align));
}

/**
 * qp_stage_distribute:
 * @self: a stage
 * @axis: from left to right, or from bottom to top
 * @distribute: whether the gaps become equal, or the distances of the middles
 *
 * Spreads what is selected between the outermost two.
 *
 * Returns: whether anything was changed
 */
gboolean
qp_stage_distribute (QpStage *self, QpAxis axis, QpDistribute distribute)
{
  const QpToolContext context = qp_stage_context (self);

  return qp_stage_may_command (self) && qp_stage_take (self, qp_command_distribute (&context, axis, distribute));
}

/**
 * qp_stage_pack:
 * @self: a stage
 * @axis: from left to right, or from bottom to top
 * @gap_m: what is left free between two of them, metres
 *
 * Puts what is selected side by side.
 *
 * Returns: whether anything was changed
 */
gboolean
qp_stage_pack (QpStage *self, QpAxis axis, double gap_m)
{
  const QpToolContext context = qp_stage_context (self);

  return qp_stage_may_command (self) && qp_stage_take (self, qp_command_pack (&context, axis, gap_m));
}

/**
 * qp_stage_mirror:
 * @self: a stage
 * @axis: %QP_AXIS_X to change left and right, %QP_AXIS_Y to change top and bottom
 *
 * Mirrors what is selected about its common centre.
 *
 * Returns: whether anything was changed
 */
gboolean
qp_stage_mirror (QpStage *self, QpAxis axis)
{
  const QpToolContext context = qp_stage_context (self);

  return qp_stage_may_command (self) && qp_stage_take (self, qp_command_mirror (&context, axis));
}

/**
 * qp_stage_rotate:
 * @self: a stage
 * @degrees: clockwise
 *
 * Turns what is selected about its common centre.
 *
 * Returns: whether anything was changed
 */
gboolean
qp_stage_rotate (QpStage *self, double degrees)
{
  const QpToolContext context = qp_stage_context (self);

  return qp_stage_may_command (self) && qp_stage_take (self, qp_command_rotate (&context, degrees));
}

/**
 * qp_stage_order:
 * @self: a stage
 * @order: where to
 *
 * Changes the order of what is selected among what is of the same kind.
 *
 * Returns: whether anything was changed
 */
gboolean
qp_stage_order (QpStage *self, QpOrder order)
{
  const QpToolContext context = qp_stage_context (self);

  return qp_stage_may_command (self) && qp_stage_take (self, qp_command_order (&context, order));
}

/**
 * qp_stage_group:
 * @self: a stage
 *
 * Makes one group of what is selected.
 *
 * Returns: whether anything was changed
 */
gboolean
qp_stage_group (QpStage *self)
{
  const QpToolContext context = qp_stage_context (self);

  return qp_stage_may_command (self) && qp_stage_take (self, qp_command_group (&context));
}

/**
 * qp_stage_ungroup:
 * @self: a stage
 *
 * Takes what is selected out of its groups.
 *
 * Returns: whether anything was changed
 */
gboolean
qp_stage_ungroup (QpStage *self)
{
  const QpToolContext context = qp_stage_context (self);

  return qp_stage_may_command (self) && qp_stage_take (self, qp_command_ungroup (&context));
}

/**
 * qp_stage_array_line:
 * @self: a stage
 * @n_copies: how many copies
 * @dx_m: from one to the next, metres to the right
 * @dy_m: from one to the next, metres up
 *
 * Puts copies of what is selected into a row.
 *
 * Returns: whether anything was changed
 */
gboolean
qp_stage_array_line (QpStage *self, guint n_copies, double dx_m, double dy_m)
{
  const QpToolContext context = qp_stage_context (self);

  return qp_stage_may_command (self) && qp_stage_take (self, qp_command_array_line (&context, n_copies, dx_m, dy_m));
}

/**
 * qp_stage_array_grid:
 * @self: a stage
 * @columns: columns, with that of what is selected
 * @rows: rows, with that of what is selected
 * @dx_m: from one column to the next, metres to the right
 * @dy_m: from one row to the next, metres up
 *
 * Fills a grid with copies of what is selected.
 *
 * Returns: whether anything was changed
 */
gboolean
qp_stage_array_grid (QpStage *self, guint columns, guint rows, double dx_m, double dy_m)
{
  const QpToolContext context = qp_stage_context (self);

  return qp_stage_may_command (self)
         && qp_stage_take (self, qp_command_array_grid (&context, columns, rows, dx_m, dy_m));
}

/**
 * qp_stage_array_path:
 * @self: a stage
 * @n_copies: how many copies
 *
 * Puts copies of what is selected along the path that is selected too.
 *
 * Returns: whether anything was changed
 */
gboolean
qp_stage_array_path (QpStage *self, guint n_copies)
{
  const QpToolContext context = qp_stage_context (self);

  return qp_stage_may_command (self) && qp_stage_take (self, qp_command_array_path (&context, n_copies));
}

/**
 * qp_stage_hide_layer:
 * @self: a stage
 * @kind: a kind of object
 * @hidden: whether its objects are neither shown nor found from now on
 *
 * Returns: whether anything was changed
 */
gboolean
qp_stage_hide_layer (QpStage *self, QpKind kind, gboolean hidden)
{
  const QpToolContext context = qp_stage_context (self);

  return qp_stage_may_command (self) && qp_stage_take (self, qp_command_hide_layer (&context, kind, hidden));
}

/**
 * qp_stage_lock_layer:
 * @self: a stage
 * @kind: a kind of object
 * @locked: whether its objects can't be taken hold of from now on
 *
 * Returns: whether anything was changed
 */
gboolean
qp_stage_lock_layer (QpStage *self, QpKind kind, gboolean locked)
{
  const QpToolContext context = qp_stage_context (self);

  return qp_stage_may_command (self) && qp_stage_take (self, qp_command_lock_layer (&context, kind, locked));
}

/**
 * qp_stage_layer_is_hidden:
 * @self: a stage
 * @kind: a kind of object
 *
 * Returns: whether its objects are not shown on this plan
 */
gboolean
qp_stage_layer_is_hidden (QpStage *self, QpKind kind)
{
  return (qp_plan_hidden_layers ((const QpPlan *) qp_scene_get_plan (self->scene)) & QP_KIND_BIT (kind)) != 0;
}

/**
 * qp_stage_layer_is_locked:
 * @self: a stage
 * @kind: a kind of object
 *
 * Returns: whether its objects can't be taken hold of on this plan
 */
gboolean
qp_stage_layer_is_locked (QpStage *self, QpKind kind)
{
  return (qp_plan_locked_layers ((const QpPlan *) qp_scene_get_plan (self->scene)) & QP_KIND_BIT (kind)) != 0;
}

/**
 * qp_stage_outline:
 * @self: a stage
 * @command: what is done to the outline of what is selected
 *
 * Returns: whether anything was changed
 */
gboolean
qp_stage_outline (QpStage *self, QpOutlineCommand command)
{
  const QpToolContext context = qp_stage_context (self);

  return qp_stage_may_command (self) && qp_stage_take (self, qp_command_outline (&context, command));
}

/**
 * qp_stage_can_outline:
 * @self: a stage
 * @command: what would be done to the outline of what is selected
 *
 * Returns: whether qp_stage_outline() would change anything
 */
gboolean
qp_stage_can_outline (QpStage *self, QpOutlineCommand command)
{
  const QpToolContext context = qp_stage_context (self);
  g_autoptr (QpReply) reply = qp_stage_may_command (self) ? qp_command_outline (&context, command) : NULL;

  return reply != NULL;
}
