/* qp-aim.c: where the next point goes: by pointer, by arrow keys or typed
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "interact/qp-aim.h"

#include "interact/qp-tool-private.h"

#define LABEL_AWAY_PX 22.0
#define LENGTH_ANGLE_STEP 90.0

/**
 * qp_aim_clear:
 * @self: an aim
 *
 * Forgets what was typed and what was snapped to; the place stays.
 */
void
qp_aim_clear (QpAim *self)
{
  qp_snap_clear (&self->snap);
  self->snap = (QpSnap){ 0 };
  self->entry = (QpEntry){ 0 };
}

/* Shift: the place of the nearest allowed direction */
static QpVec
constrained (QpVec place, const QpAimRules *rules)
{
  const QpVec along = qp_vec_sub (place, *rules->from);

  if (rules->use == QP_ENTRY_FOR_BOX)
    {
      const double side = fmax (fabs (along.x), fabs (along.y));
      return qp_vec_add (*rules->from, qp_vec (copysign (side, along.x), copysign (side, along.y)));
    }
  const double step = rules->use == QP_ENTRY_FOR_LENGTH ? LENGTH_ANGLE_STEP : QP_SNAP_ANGLE_STEP;
  const QpVec direction = qp_vec_from_heading (round (qp_heading_of (along) / step) * step);
  return qp_vec_add (*rules->from, qp_vec_scale (direction, fmax (qp_vec_dot (along, direction), 0)));
}

/**
 * qp_aim_follow:
 * @self: an aim
 * @context: what is seen
 * @event: where the pointer is; when it has left the view, the place stays
 * @rules: what the tool wants
 */
void
qp_aim_follow (QpAim *self, const QpToolContext *context, const QpPointerEvent *event, const QpAimRules *rules)
{
  self->modifiers = event->modifiers;
  if (isnan (event->place.x))
    {
      self->known = self->by_keys || rules->from != NULL;
      return;
    }
  const QpSnapQuery query = { .place = event->place,
                              .from = rules->from == NULL ? event->place : *rules->from,
                              .has_from = rules->from != NULL,
                              .suspended = (event->modifiers & QP_MOD_ALT) != 0 };
  qp_snap_clear (&self->snap);
  qp_snap_place (&self->snap, context->scene, context->viewport, &query);
  const gboolean raw = rules->off_grid && self->snap.type == QP_SNAP_GRID;
  self->known = TRUE;
  self->by_keys = FALSE;
  self->place = raw ? event->place : self->snap.place;
  if (rules->from != NULL && (event->modifiers & QP_MOD_SHIFT) != 0)
    self->place = constrained (self->place, rules);
}

/**
 * qp_aim_begin_by_keys:
 * @self: an aim
 * @context: what is seen
 *
 * From now on arrow keys lead: from where the pointer was last, or from the middle of the view.
 */
void
qp_aim_begin_by_keys (QpAim *self, const QpToolContext *context)
{
  if (!self->known)
    {
      const double step = qp_snap_grid_step (context->viewport);
      const QpVec middle = context->viewport->center;
      self->place = qp_vec (round (middle.x / step) * step, round (middle.y / step) * step);
    }
  qp_snap_clear (&self->snap);
  self->snap = (QpSnap){ 0 };
  self->known = self->by_keys = TRUE;
}

static double
stepped (double at, int way, double step)
{
  return way == 0 ? at : round ((at + way * step) / step) * step;
}

/**
 * qp_aim_step:
 * @self: an aim
 * @context: what is seen
 * @event: a key
 *
 * Moves the place by a step of the grid: ten of them with Shift, one pixel with Alt.
 *
 * Returns: whether the key was an arrow
 */
gboolean
qp_aim_step (QpAim *self, const QpToolContext *context, const QpKeyEvent *event)
{
  const int dx = (event->key == QP_KEY_RIGHT) - (event->key == QP_KEY_LEFT);
  const int dy = (event->key == QP_KEY_UP) - (event->key == QP_KEY_DOWN);
  const double grid = qp_snap_grid_step (context->viewport);
  const double step = (event->modifiers & QP_MOD_ALT) != 0 ? qp_viewport_px_in_m (context->viewport, 1) : grid;
  const int times = (event->modifiers & QP_MOD_SHIFT) != 0 ? 10 : 1;

  if ((dx == 0 && dy == 0) || (event->modifiers & QP_MOD_CTRL) != 0)
    return FALSE;
  qp_aim_begin_by_keys (self, context);
  self->place = qp_vec (stepped (self->place.x, dx * times, step), stepped (self->place.y, dy * times, step));
  return TRUE;
}

/**
 * qp_aim_set:
 * @self: an aim
 * @place: the point just set
 *
 * What was typed is done with; arrow keys go on from @place.
 */
void
qp_aim_set (QpAim *self, QpVec place)
{
  self->entry = (QpEntry){ 0 };
  if (self->by_keys || !self->known)
    {
      self->place = place;
      self->known = self->by_keys = TRUE;
    }
}

/**
 * qp_aim_place:
 * @self: an aim
 * @rules: what the tool wants
 *
 * Returns: where the next point goes: as typed, or else where pointer or arrow keys are; metres, on whole micrometres
 */
QpVec
qp_aim_place (const QpAim *self, const QpAimRules *rules)
{
  QpVec place;

  if (qp_entry_is_empty (&self->entry) || !qp_entry_place (&self->entry, rules->from, self->place, &place))
    place = self->place;
  return qp_vec (qp_m_from_um (qp_um_from_m (place.x)), qp_m_from_um (qp_um_from_m (place.y)));
}

/* beside the middle of the line, on the side that is higher up */
static QpVec
beside (const QpToolContext *context, QpVec a, QpVec b)
{
  const QpVec along = qp_vec_sub (b, a);
  const double length = qp_vec_length (along);
  const double away = qp_viewport_px_in_m (context->viewport, LABEL_AWAY_PX);
  const QpVec across = length == 0 ? qp_vec (0, 1) : qp_vec (-along.y / length, along.x / length);

  return qp_vec_add (qp_vec_middle (a, b), qp_vec_scale (across, across.y < 0 ? -away : away));
}

/**
 * qp_aim_decorate:
 * @self: an aim
 * @context: what is seen
 * @rules: what the tool wants
 * @text: (nullable): what is written at the line to the next point while nothing is typed
 * @decorations: takes the guide, the place that arrow keys lead, and what is typed
 */
void
qp_aim_decorate (const QpAim *self, const QpToolContext *context, const QpAimRules *rules, const char *text,
                 GPtrArray *decorations)
{
  if (!self->known)
    return;
  const QpVec place = qp_aim_place (self, rules);
  const QpVec label = beside (context, rules->from == NULL ? place : *rules->from, place);

  if (self->by_keys)
    qp_decorations_add (decorations, QP_DECORATION_CROSS, place, place);
  else if (qp_entry_is_empty (&self->entry))
    qp_decorate_snap (decorations, &self->snap);
  if (!qp_entry_is_empty (&self->entry))
    qp_decorations_add_text (decorations, QP_DECORATION_ENTRY, label, label, qp_entry_display (&self->entry))->strong
        = self->entry.field == 0;
  else if (text != NULL)
    qp_decorations_add_text (decorations, QP_DECORATION_LABEL, label, label, g_strdup (text));
}
