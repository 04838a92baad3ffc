/* qp-tool-outline.c: drawing obstacles, audiences, paths and windows, point by point or as rectangles
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "interact/qp-aim.h"
#include "interact/qp-outline-kind.h"
#include "interact/qp-tool-private.h"

#define SIDE_PX 18.0 /* how far the mark of the side that windows look to stands off */

typedef enum
{
  IDLE,
  AIMING, /* the first point is being typed or steered by keys */
  HELD,   /* button down: a drag sets the next point when it goes up */
  GOING,  /* at least one point is set, the next one follows the pointer */
} State;

typedef struct
{
  QpTool tool;
  const QpOutlineKind *kind;
  State state;
  GArray *points; /* QpVec: those set */
  QpAim aim;
  QpVec pressed; /* where the button went down, and where the pointer is: not drawn to anything */
  QpVec pointer;
  gboolean boxed;   /* the first press was dragged: a rectangle */
  gboolean flipped;
  gboolean closing; /* the pointer is at the first point */
} OutlineTool;

static void
outline_init (QpTool *tool)
{
  OutlineTool *self = (OutlineTool *) tool;

  self->kind = qp_outline_kind (tool->type);
  self->points = g_array_new (FALSE, FALSE, sizeof (QpVec));
  self->boxed = self->kind->form == QP_OUTLINE_BOX;
}

static QpVec
point (const OutlineTool *self, guint index)
{
  return g_array_index (self->points, QpVec, index);
}

static const QpVec *
last_point (const OutlineTool *self)
{
  return self->points->len == 0 ? NULL : &g_array_index (self->points, QpVec, self->points->len - 1);
}

static gboolean
is_dragged (const OutlineTool *self, const QpToolContext *context)
{
  return self->state == HELD
         && qp_vec_distance (self->pressed, self->pointer) > qp_viewport_px_in_m (context->viewport, QP_DRAG_PX);
}

static QpAimRules
rules_of (const OutlineTool *self)
{
  return (QpAimRules){ self->boxed ? QP_ENTRY_FOR_BOX : QP_ENTRY_FOR_LINE, FALSE, last_point (self) };
}

static QpVec
next_place (const OutlineTool *self)
{
  const QpAimRules rules = rules_of (self);

  return self->closing ? point (self, 0) : qp_aim_place (&self->aim, &rules);
}

/* the outline as it would be with the next point */
static GArray *
draft (const OutlineTool *self)
{
  GArray *points = g_array_copy (self->points);
  const QpVec next = next_place (self);

  if (points->len > 0 && self->boxed)
    {
      const QpVec first = point (self, 0);
      const QpVec others[] = { { next.x, first.y }, next, { first.x, next.y } };
      g_array_append_vals (points, others, 3);
    }
  else if (points->len > 0 && self->aim.known && qp_vec_distance (next, *last_point (self)) > 0)
    g_array_append_val (points, next);
  return points;
}

/* windows look to the right of the line from their first to their last point; where a single one looks is not known */
static double
facing_of (const OutlineTool *self, const GArray *points)
{
  if (!self->kind->sided || points->len < 2)
    return NAN;
  const QpVec along
      = qp_vec_sub (g_array_index (points, QpVec, points->len - 1), g_array_index (points, QpVec, 0));
  return qp_heading_wrap (qp_heading_of (along) + (self->flipped ? -90 : 90));
}

static void
reset (OutlineTool *self)
{
  self->state = IDLE;
  self->boxed = self->kind->form == QP_OUTLINE_BOX;
  self->flipped = self->closing = FALSE;
  g_array_set_size (self->points, 0);
  qp_aim_clear (&self->aim);
  self->aim.known = self->aim.known && !self->aim.by_keys;
  self->aim.by_keys = FALSE;
}

static QpReply *
handled (void)
{
  return qp_reply_new (QP_REPLY_HANDLED, NULL);
}

/* steered by keys: the pointer counts as away, and the view goes along */
static QpReply *
steered (const OutlineTool *self)
{
  QpReply *reply = handled ();

  if (self->aim.by_keys)
    qp_reply_lead (reply, next_place (self));
  return reply;
}

static QpReply *
finish_with (OutlineTool *self, const QpToolContext *context, const GArray *points)
{
  QpReply *reply = qp_reply_new (QP_REPLY_HANDLED | QP_REPLY_COMMIT, self->kind->label);

  qp_outline_add (reply, context, self->tool.type, (const QpVec *) (gpointer) points->data, points->len,
                  facing_of (self, points));
  reset (self);
  return reply;
}

/* ends with the points that are set; too few of them go on waiting */
static QpReply *
finish (OutlineTool *self, const QpToolContext *context)
{
  if (self->kind->form == QP_OUTLINE_BOX || self->points->len < self->kind->least)
    return handled ();
  return finish_with (self, context, self->points);
}

/* -- setting points -- */

static gboolean
has_extent (const GArray *corners)
{
  const QpVec a = g_array_index (corners, QpVec, 0), c = g_array_index (corners, QpVec, 2);

  return qp_um_from_m (a.x) != qp_um_from_m (c.x) && qp_um_from_m (a.y) != qp_um_from_m (c.y);
}

static QpReply *
set_next (OutlineTool *self, const QpToolContext *context)
{
  const QpVec next = next_place (self);

  if (self->points->len > 0 && self->boxed)
    {
      g_autoptr (GArray) corners = draft (self);
      return has_extent (corners) ? finish_with (self, context, corners) : handled ();
    }
  if (self->closing)
    {
      /* an open line comes back to where it began; a closed one does so by itself */
      if (!self->kind->closed)
        g_array_append_val (self->points, next);
      return finish (self, context);
    }
  if (self->points->len == 0 || qp_vec_distance (next, *last_point (self)) > 0)
    g_array_append_val (self->points, next);
  qp_aim_set (&self->aim, next);
  self->state = GOING;
  return steered (self);
}

/* clicking the first point ends the outline */
static gboolean
is_at_first (const OutlineTool *self, const QpToolContext *context, QpVec place)
{
  return self->kind->form != QP_OUTLINE_BOX && self->points->len >= 3
         && qp_vec_distance (place, point (self, 0)) <= qp_viewport_px_in_m (context->viewport, QP_HANDLE_HIT_PX);
}

static void
follow (OutlineTool *self, const QpToolContext *context, const QpPointerEvent *event)
{
  const QpAimRules rules = rules_of (self);

  qp_aim_follow (&self->aim, context, event, &rules);
  if (!isnan (event->place.x))
    self->pointer = event->place;
  self->closing = !isnan (event->place.x) && qp_entry_is_empty (&self->aim.entry)
                  && is_at_first (self, context, event->place);
}

static QpReply *
outline_press (QpTool *tool, const QpToolContext *context, const QpPointerEvent *event)
{
  OutlineTool *self = (OutlineTool *) tool;

  if (event->clicks == 2)
    return self->points->len > 0 ? finish (self, context) : handled (); /* or the click before has ended it */
  follow (self, context, event);
  QpReply *reply = set_next (self, context);
  self->pressed = event->place;
  if (self->points->len > 0)
    self->state = HELD;
  return reply;
}

static QpReply *
outline_move (QpTool *tool, const QpToolContext *context, const QpPointerEvent *event)
{
  OutlineTool *self = (OutlineTool *) tool;

  follow (self, context, event);
  if (self->kind->form == QP_OUTLINE_BOX_BY_DRAG && self->points->len == 1 && is_dragged (self, context))
    self->boxed = TRUE;
  return handled ();
}

static QpReply *
outline_release (QpTool *tool, const QpToolContext *context, const QpPointerEvent *event)
{
  OutlineTool *self = (OutlineTool *) tool;

  if (self->state != HELD)
    return NULL;
  follow (self, context, event);
  if (is_dragged (self, context) && qp_entry_is_empty (&self->aim.entry))
    return set_next (self, context);
  self->state = GOING;
  return handled ();
}

/* -- keys -- */

static QpReply *
enter (OutlineTool *self, const QpToolContext *context)
{
  const gboolean typed = !qp_entry_is_empty (&self->aim.entry);
  const QpVec *last = last_point (self);
  const QpAimRules rules = rules_of (self);
  QpVec place;

  if (self->state == IDLE)
    {
      qp_aim_begin_by_keys (&self->aim, context);
      self->state = AIMING;
      return steered (self);
    }
  if (typed && !qp_entry_place (&self->aim.entry, rules.from, self->aim.place, &place))
    {
      /* a length or a size before the first point: it starts where pointer or keys are */
      if (last != NULL || !qp_entry_place (&self->aim.entry, &self->aim.place, self->aim.place, &place))
        return handled ();
      g_array_append_val (self->points, self->aim.place);
      return set_next (self, context);
    }
  if (!typed && last != NULL && (!self->aim.by_keys || qp_vec_distance (self->aim.place, *last) == 0))
    return finish (self, context);
  return set_next (self, context);
}

/* takes back what was typed, or else the last point */
static QpReply *
take_back (OutlineTool *self)
{
  if (self->state == IDLE)
    return NULL;
  self->closing = FALSE;
  if (self->points->len > 0)
    g_array_set_size (self->points, self->points->len - 1);
  if (self->points->len == 0)
    reset (self);
  else
    {
      self->state = GOING;
      if (self->aim.by_keys)
        self->aim.place = *last_point (self);
    }
  return steered (self);
}

static QpReply *
escape (OutlineTool *self)
{
  if (qp_entry_is_empty (&self->aim.entry))
    return NULL; /* then the whole outline is given up */
  self->aim.entry = (QpEntry){ 0 };
  if (self->points->len == 0)
    reset (self);
  return handled ();
}

static QpReply *
typed (OutlineTool *self, const QpToolContext *context)
{
  self->closing = FALSE;
  if (qp_entry_is_empty (&self->aim.entry) && self->points->len == 0)
    reset (self);
  else if (self->state == IDLE)
    {
      if (!self->aim.known)
        qp_aim_begin_by_keys (&self->aim, context);
      self->state = AIMING;
    }
  return handled ();
}

static QpReply *
outline_key (QpTool *tool, const QpToolContext *context, const QpKeyEvent *event)
{
  OutlineTool *self = (OutlineTool *) tool;

  const QpAimRules rules = rules_of (self);
  if (event->key == QP_KEY_ESCAPE)
    return escape (self);
  if (event->key == QP_KEY_ENTER)
    return enter (self, context);
  if (qp_entry_key (&self->aim.entry, rules.use, event))
    return typed (self, context);
  if (event->key == QP_KEY_BACKSPACE)
    return take_back (self);
  if (self->state == IDLE)
    return NULL;
  if (qp_aim_step (&self->aim, context, event))
    {
      self->closing = FALSE;
      return steered (self);
    }
  if (!self->kind->sided || event->key != QP_KEY_TEXT || (event->text != 'f' && event->text != 'F'))
    return NULL;
  self->flipped = !self->flipped;
  return handled ();
}

static QpReply *
outline_cancel (QpTool *tool, const QpToolContext *context)
{
  OutlineTool *self = (OutlineTool *) tool;

  if (self->state == IDLE)
    return NULL;
  reset (self);
  return handled ();
}

/* -- what is seen -- */

static char *
segment_text (const OutlineTool *self)
{
  const QpVec *last = last_point (self);
  const QpVec next = next_place (self);

  if (last == NULL || qp_vec_distance (*last, next) == 0)
    return NULL;
  if (self->boxed)
    return qp_size_text (fabs (next.x - last->x), fabs (next.y - last->y));
  return qp_segment_text (*last, next);
}

/* where windows look */
static void
decorate_side (const OutlineTool *self, const QpToolContext *context, const GArray *points, GPtrArray *decorations)
{
  const double facing = facing_of (self, points);
  const double away = qp_viewport_px_in_m (context->viewport, SIDE_PX);

  if (isnan (facing))
    return;
  const QpVec middle = qp_vec_middle (g_array_index (points, QpVec, 0), g_array_index (points, QpVec, points->len - 1));
  qp_decorations_add (decorations, QP_DECORATION_LINK, middle,
                      qp_vec_add (middle, qp_vec_scale (qp_vec_from_heading (facing), away)));
}

static void
outline_decorate (QpTool *tool, const QpToolContext *context, GPtrArray *decorations)
{
  OutlineTool *self = (OutlineTool *) tool;

  g_autoptr (GArray) points = draft (self);
  const QpAimRules rules = rules_of (self);
  g_autofree char *text = segment_text (self);
  if (points->len > 0)
    {
      const gboolean closed = points->len > 2 && (self->kind->closed || self->closing);
      qp_decorations_add_outline (decorations, (const QpVec *) (gpointer) points->data, points->len, closed)->strong
          = self->kind->closed;
      decorate_side (self, context, points, decorations);
    }
  qp_aim_decorate (&self->aim, context, &rules, text, decorations);
  if (self->closing)
    qp_decorations_add (decorations, QP_DECORATION_CROSS, point (self, 0), point (self, 0));
}

static gboolean
outline_is_busy (const QpTool *tool)
{
  return ((const OutlineTool *) tool)->state != IDLE;
}

static const char *
keys_advice (const OutlineTool *self)
{
  if (self->closing)
    return _("a click here ends it at its first point");
  if (self->points->len == 0)
    return _("arrow keys move the point, Enter sets it");
  if (self->kind->form == QP_OUTLINE_BOX)
    return _("click the other corner, or type width, Tab, height, Enter");
  if (self->aim.by_keys)
    return _("arrow keys and Enter set points, Enter again ends it, Backspace takes one back");
  return self->kind->sided ? _("type length, Tab, angle · F turns it round · Enter ends it")
                           : _("type length, Tab, angle · Backspace takes a point back · Enter ends it");
}

static char *
outline_status (const QpTool *tool, const QpToolContext *context)
{
  OutlineTool *self = (OutlineTool *) tool;

  if (self->state == IDLE)
    return g_strdup (_(self->kind->advice));
  g_autoptr (GArray) points = draft (self);
  const QpVec *at = (const QpVec *) (gpointer) points->data;
  g_autofree char *extent = qp_outline_extent_text (at, points->len, self->kind->closed && points->len > 2);
  const gboolean snapped = !self->aim.by_keys && !self->closing && self->aim.snap.reason != NULL
                           && self->aim.snap.type != QP_SNAP_GRID && qp_entry_is_empty (&self->aim.entry);
  return snapped ? g_strdup_printf ("%s · %s · %s", extent, self->aim.snap.reason, keys_advice (self))
                 : g_strdup_printf ("%s · %s", extent, keys_advice (self));
}

static const char *
outline_cursor (const QpTool *tool, const QpToolContext *context)
{
  return "crosshair";
}

static void
outline_clear (QpTool *tool)
{
  OutlineTool *self = (OutlineTool *) tool;

  qp_aim_clear (&self->aim);
  g_clear_pointer (&self->points, g_array_unref);
}

const QpToolClass qp_tool_outline_class = {
  .size = sizeof (OutlineTool),
  .init = outline_init,
  .press = outline_press,
  .move = outline_move,
  .release = outline_release,
  .key = outline_key,
  .cancel = outline_cancel,
  .decorate = outline_decorate,
  .is_busy = outline_is_busy,
  .status = outline_status,
  .cursor = outline_cursor,
  .clear = outline_clear,
};
