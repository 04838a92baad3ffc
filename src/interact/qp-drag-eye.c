/* qp-drag-eye.c: the design eye point of a screen, by hand
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "interact/qp-drag-private.h"

/* the axis of the screen itself, which others do not know while it is dragged */
static gboolean
snap_to_axis (QpDrag *self, const QpToolContext *context, QpVec place)
{
  const double along = qp_vec_dot (qp_vec_sub (place, self->middle), self->facing);
  const QpVec foot = qp_vec_add (self->middle, qp_vec_scale (self->facing, along));

  if (along <= 0 || qp_vec_distance (foot, place) > qp_viewport_px_in_m (context->viewport, QP_SNAP_PX))
    return FALSE;
  qp_snap_clear (&self->snap);
  self->snap = (QpSnap){ .type = QP_SNAP_ALIGNMENT, .place = foot, .reason = g_strdup (_ ("before the middle of the screen")) };
  self->snap.guides[0] = (QpSnapGuide){ self->middle, foot, FALSE };
  self->snap.n_guides = 1;
  return TRUE;
}

/* inside interact: follows the pointer with the eye point; ends, edges and the like win over the screen's axis */
QpReply *
qp_drag_eye_to (QpDrag *self, const QpToolContext *context, const QpPointerEvent *event)
{
  const QpSnapQuery query = { .place = event->place, .suspended = (event->modifiers & QP_MOD_ALT) != 0 };
  const QpVec before = self->at;

  qp_snap_clear (&self->snap);
  qp_snap_place (&self->snap, context->scene, context->viewport, &query);
  if (!query.suspended && (self->snap.type == QP_SNAP_NONE || self->snap.type >= QP_SNAP_EXTENSION))
    snap_to_axis (self, context, event->place);
  self->at = self->snap.place;
  self->delta = qp_vec_sub (self->at, self->pressed);
  self->changed = self->at.x != before.x || self->at.y != before.y;
  return qp_reply_new (QP_REPLY_HANDLED, N_ ("Move Eye Point"));
}

/* inside interact: the edits that put it where the pointer is */
void
qp_drag_add_eye (QpDrag *self, QpReply *reply)
{
  const QpId id = g_array_index (self->ids, QpId, 0);
  const QpValue x = qp_value_integer (qp_um_from_m (self->at.x)), y = qp_value_integer (qp_um_from_m (self->at.y));

  g_ptr_array_add (reply->edits, qp_edit_set (id, QP_SCREEN_FIELD (eye_x_m), &x));
  g_ptr_array_add (reply->edits, qp_edit_set (id, QP_SCREEN_FIELD (eye_y_m), &y));
}
