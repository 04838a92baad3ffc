/* qp-tool-measure.c: measuring between two places
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "interact/qp-tool-private.h"

#include "base/qp-number.h"

typedef enum
{
  NOTHING,  /* nothing measured yet */
  HELD,     /* first place set, button still down */
  FLOATING, /* first place set by a click, second follows the pointer */
  DONE,     /* both set; stays until the next one */
} State;

typedef struct
{
  QpTool tool;
  State state;
  QpVec from;
  QpVec to;
  QpSnap snap;
} Measure;

static void
follow (Measure *self, const QpToolContext *context, const QpPointerEvent *event)
{
  const QpSnapQuery query = { .place = event->place,
                              .from = self->from,
                              .has_from = self->state == HELD || self->state == FLOATING,
                              .suspended = (event->modifiers & QP_MOD_ALT) != 0 };

  qp_snap_clear (&self->snap);
  qp_snap_place (&self->snap, context->scene, context->viewport, &query);
  if (self->state != HELD && self->state != FLOATING)
    return;
  self->to = self->snap.place;
  if ((event->modifiers & QP_MOD_SHIFT) == 0)
    return;
  const QpVec along = qp_vec_sub (event->place, self->from);
  const double heading = round (qp_heading_of (along) / QP_SNAP_ANGLE_STEP) * QP_SNAP_ANGLE_STEP;
  const QpVec direction = qp_vec_from_heading (heading);
  self->to = qp_vec_add (self->from, qp_vec_scale (direction, fmax (qp_vec_dot (along, direction), 0)));
}

static QpReply *
measure_press (QpTool *tool, const QpToolContext *context, const QpPointerEvent *event)
{
  Measure *self = (Measure *) tool;

  follow (self, context, event);
  if (self->state == FLOATING)
    self->state = DONE;
  else
    {
      self->state = HELD;
      self->from = self->to = self->snap.place;
    }
  return qp_reply_new (QP_REPLY_HANDLED, NULL);
}

static QpReply *
measure_move (QpTool *tool, const QpToolContext *context, const QpPointerEvent *event)
{
  if (isnan (event->place.x))
    return NULL;
  follow ((Measure *) tool, context, event);
  return qp_reply_new (QP_REPLY_HANDLED, NULL);
}

static QpReply *
measure_release (QpTool *tool, const QpToolContext *context, const QpPointerEvent *event)
{
  Measure *self = (Measure *) tool;

  if (self->state != HELD)
    return NULL;
  follow (self, context, event);
  const double least = qp_viewport_px_in_m (context->viewport, QP_DRAG_PX);
  self->state = qp_vec_distance (self->from, self->to) > least ? DONE : FLOATING;
  return qp_reply_new (QP_REPLY_HANDLED, NULL);
}

static QpReply *
measure_cancel (QpTool *tool, const QpToolContext *context)
{
  Measure *self = (Measure *) tool;

  if (self->state == NOTHING)
    return NULL;
  self->state = NOTHING;
  qp_snap_clear (&self->snap);
  self->snap.type = QP_SNAP_NONE;
  return qp_reply_new (QP_REPLY_HANDLED, NULL);
}

static char *
measure_text (const Measure *self)
{
  const QpVec along = qp_vec_sub (self->to, self->from);
  g_autofree char *length = qp_number_display (qp_vec_length (along), 3);
  g_autofree char *heading = qp_number_display (qp_heading_of (along), 1);
  g_autofree char *dx = qp_number_display (along.x, 3);
  g_autofree char *dy = qp_number_display (along.y, 3);

  /* Translators: a measured line: length, direction clockwise from up, and how far across and up it goes */
  return g_strdup_printf (_("%s m · %s° · across %s m, up %s m"), length, heading, dx, dy);
}

static void
measure_decorate (QpTool *tool, const QpToolContext *context, GPtrArray *decorations)
{
  Measure *self = (Measure *) tool;

  if (self->state != DONE)
    qp_decorate_snap (decorations, &self->snap);
  if (self->state == NOTHING)
    return;
  qp_decorations_add_text (decorations, QP_DECORATION_MEASURE, self->from, self->to,
                           qp_segment_text (self->from, self->to));
}

static gboolean
measure_is_busy (const QpTool *tool)
{
  const Measure *self = (const Measure *) tool;

  return self->state == HELD || self->state == FLOATING;
}

static char *
measure_status (const QpTool *tool, const QpToolContext *context)
{
  const Measure *self = (const Measure *) tool;

  if (self->state != NOTHING)
    {
      g_autofree char *text = measure_text (self);
      const gboolean snapped = self->state != DONE && self->snap.reason != NULL;
      return snapped ? g_strdup_printf ("%s · %s", text, self->snap.reason) : g_steal_pointer (&text);
    }
  return g_strdup (_("Click two places, or drag between them. Shift keeps to 15° steps, Alt stops snapping."));
}

static const char *
measure_cursor (const QpTool *tool, const QpToolContext *context)
{
  return "crosshair";
}

static void
measure_clear (QpTool *tool)
{
  qp_snap_clear (&((Measure *) tool)->snap);
}

const QpToolClass qp_tool_measure_class = {
  .size = sizeof (Measure),
  .press = measure_press,
  .move = measure_move,
  .release = measure_release,
  .cancel = measure_cancel,
  .decorate = measure_decorate,
  .is_busy = measure_is_busy,
  .status = measure_status,
  .cursor = measure_cursor,
  .clear = measure_clear,
};
