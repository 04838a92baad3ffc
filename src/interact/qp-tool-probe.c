/* qp-tool-probe.c: standing somewhere on the plan to look at the screens
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "interact/qp-entry.h"
#include "interact/qp-tool-private.h"

#include "base/qp-number.h"

#include <math.h>

#define STEP_M 0.5
#define LARGE_STEP_M 5.0
#define TALLEST_M 500.0

typedef enum
{
  AT_REST,
  WALKING, /* the button is held: the eye goes along */
  TURNING, /* the same with Shift: the head turns to the pointer */
} State;

typedef struct
{
  QpTool tool;
  State state;
  QpProbe before; /* for when the gesture is given up */
  QpEntry entry;  /* height of the eyes */
} ProbeTool;

static QpReply *
reply_with (const QpProbe *probe)
{
  QpReply *reply = qp_reply_new (QP_REPLY_HANDLED, NULL);

  qp_reply_stand (reply, probe);
  return reply;
}

static QpReply *
follow (const ProbeTool *self, const QpToolContext *context, QpVec place)
{
  QpProbe probe = *context->probe;

  if (self->state == TURNING)
    qp_probe_look_at (&probe, place);
  else
    qp_probe_move (&probe, context->scene, place);
  return reply_with (&probe);
}

static QpReply *
probe_press (QpTool *tool, const QpToolContext *context, const QpPointerEvent *event)
{
  ProbeTool *self = (ProbeTool *) tool;

  self->before = *context->probe;
  self->entry = (QpEntry){ 0 };
  self->state = (event->modifiers & QP_MOD_SHIFT) != 0 && context->probe->stands ? TURNING : WALKING;
  return follow (self, context, event->place);
}

static QpReply *
probe_move (QpTool *tool, const QpToolContext *context, const QpPointerEvent *event)
{
  const ProbeTool *self = (const ProbeTool *) tool;

  return self->state == AT_REST || isnan (event->place.x) ? NULL : follow (self, context, event->place);
}

static QpReply *
probe_release (QpTool *tool, const QpToolContext *context, const QpPointerEvent *event)
{
  ProbeTool *self = (ProbeTool *) tool;

  if (self->state == AT_REST)
    return NULL;
  QpReply *reply = follow (self, context, event->place);
  self->state = AT_REST;
  return reply;
}

/* -- keys -- */

static QpReply *
step (const QpToolContext *context, QpVec direction, QpModifiers modifiers)
{
  const double metres = (modifiers & QP_MOD_SHIFT) != 0 ? LARGE_STEP_M : STEP_M;
  QpProbe probe = *context->probe;
  QpVec place = context->viewport->center;

  if (probe.stands)
    place = qp_vec_add (qp_vec3_plan (probe.gaze.eye), qp_vec_scale (direction, metres));
  qp_probe_move (&probe, context->scene, place);
  QpReply *reply = reply_with (&probe);
  qp_reply_lead (reply, place);
  return reply;
}

static QpReply *
take_height (ProbeTool *self, const QpToolContext *context)
{
  QpProbe probe = *context->probe;
  double metres;

  if (!qp_entry_length (&self->entry, &metres) || metres > TALLEST_M)
    return qp_reply_new (QP_REPLY_HANDLED, NULL);
  self->entry = (QpEntry){ 0 };
  probe.gaze.eye.z = metres;
  if (!probe.by_hand)
    qp_probe_aim (&probe, context->scene, QP_ID_NONE);
  return reply_with (&probe);
}

/* what is typed goes first, then whoever stands there, then the tool */
static QpReply *
escape (ProbeTool *self, const QpToolContext *context)
{
  QpProbe nobody = *context->probe;

  if (self->state != AT_REST || !nobody.stands)
    return NULL;
  if (!qp_entry_is_empty (&self->entry))
    {
      self->entry = (QpEntry){ 0 };
      return qp_reply_new (QP_REPLY_HANDLED, NULL);
    }
  nobody.stands = nobody.by_hand = FALSE;
  return reply_with (&nobody);
}

static QpReply *
probe_key (QpTool *tool, const QpToolContext *context, const QpKeyEvent *event)
{
  ProbeTool *self = (ProbeTool *) tool;

  if (event->key == QP_KEY_ESCAPE)
    return escape (self, context);
  if ((event->modifiers & QP_MOD_CTRL) != 0 || self->state != AT_REST)
    return NULL;
  if (event->key == QP_KEY_ENTER)
    return context->probe->stands && qp_entry_is_empty (&self->entry) ? NULL
           : context->probe->stands                                   ? take_height (self, context)
                                                                      : step (context, qp_vec (0, 0), 0);
  if (event->key == QP_KEY_LEFT)
    return step (context, qp_vec (-1, 0), event->modifiers);
  if (event->key == QP_KEY_RIGHT)
    return step (context, qp_vec (1, 0), event->modifiers);
  if (event->key == QP_KEY_UP)
    return step (context, qp_vec (0, 1), event->modifiers);
  if (event->key == QP_KEY_DOWN)
    return step (context, qp_vec (0, -1), event->modifiers);
  if (context->probe->stands && qp_entry_key (&self->entry, QP_ENTRY_FOR_LENGTH, event))
    return qp_reply_new (QP_REPLY_HANDLED, NULL);
  return NULL;
}

/* as before the gesture; whoever stands there stays when another tool is taken up */
static QpReply *
probe_cancel (QpTool *tool, const QpToolContext *context)
{
  ProbeTool *self = (ProbeTool *) tool;

  self->entry = (QpEntry){ 0 };
  if (self->state == AT_REST)
    return NULL;
  self->state = AT_REST;
  return reply_with (&self->before);
}

/* -- what is seen -- */

static void
probe_decorate (QpTool *tool, const QpToolContext *context, GPtrArray *decorations)
{
  const ProbeTool *self = (const ProbeTool *) tool;

  if (qp_entry_is_empty (&self->entry))
    return;
  const double below = qp_viewport_px_in_m (context->viewport, 30);
  const QpVec eye = qp_vec3_plan (context->probe->gaze.eye);
  g_autofree char *typed = qp_entry_display (&self->entry);
  /* Translators: while it is typed */
  qp_decorations_add_text (decorations, QP_DECORATION_ENTRY, qp_vec_sub (eye, qp_vec (0, below)), eye,
                           g_strdup_printf (_ ("Eye height %s"), typed))
      ->strong
      = TRUE;
}

static gboolean
probe_is_busy (const QpTool *tool)
{
  return ((const ProbeTool *) tool)->state != AT_REST;
}

static char *
probe_status (const QpTool *tool, const QpToolContext *context)
{
  const QpGaze *gaze = &context->probe->gaze;

  if (!context->probe->stands)
    return g_strdup (_ ("Click where somebody stands, or drag them along, to see the screens from there."));
  g_autofree char *x = qp_number_display (gaze->eye.x, 1);
  g_autofree char *y = qp_number_display (gaze->eye.y, 1);
  g_autofree char *height = qp_number_display (gaze->eye.z, 2);
  /* Translators: place on the plan, height of the eyes; then what can be done */
  return g_strdup_printf (
      _ ("Standing at (%s, %s) m, eyes %s m high. Arrow keys walk, Shift and drag turns the head, a number "
         "and Enter changes the height, Escape leaves."),
      x, y, height);
}

static const char *
probe_cursor (const QpTool *tool, const QpToolContext *context)
{
  return ((const ProbeTool *) tool)->state == WALKING ? "grabbing" : "crosshair";
}

const QpToolClass qp_tool_probe_class = {
  .size = sizeof (ProbeTool),
  .press = probe_press,
  .move = probe_move,
  .release = probe_release,
  .key = probe_key,
  .cancel = probe_cancel,
  .decorate = probe_decorate,
  .is_busy = probe_is_busy,
  .status = probe_status,
  .cursor = probe_cursor,
};
