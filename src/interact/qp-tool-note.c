/* qp-tool-note.c: placing a text on the plan
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "interact/qp-aim.h"
#include "interact/qp-tool-private.h"

typedef struct
{
  QpTool tool;
  gboolean aiming; /* the place is typed or steered by keys */
  QpAim aim;
} NoteTool;

static const QpAimRules rules = { QP_ENTRY_FOR_LINE, FALSE, NULL };

static QpReply *
handled (const NoteTool *self)
{
  QpReply *reply = qp_reply_new (QP_REPLY_HANDLED, NULL);

  if (self->aim.by_keys)
    qp_reply_lead (reply, qp_aim_place (&self->aim, &rules));
  return reply;
}

static void
reset (NoteTool *self)
{
  self->aiming = self->aim.by_keys = FALSE;
  qp_aim_clear (&self->aim);
}

static void
init_length (QpNode *node, const char *field, double metres)
{
  const QpValue value = qp_value_integer (qp_um_from_m (metres));

  qp_node_init_value (node, qp_kind_field (QP_KIND_NOTE, field), &value);
}

/* its words are written in the inspector */
static QpReply *
place_note (NoteTool *self, const QpToolContext *context)
{
  const QpVec place = qp_aim_place (&self->aim, &rules);
  QpReply *reply = qp_reply_new (QP_REPLY_HANDLED | QP_REPLY_COMMIT | QP_REPLY_DONE | QP_REPLY_ACTIVATE, N_("Write Note"));
  g_autoptr (QpNode) node = qp_node_new (QP_KIND_NOTE, qp_id_new ());
  /* Translators: text of a new note, until it is written */
  g_auto (QpValue) text = qp_value_text (_("New note"));

  qp_node_init_value (node, qp_kind_field (QP_KIND_NOTE, "text"), &text);
  init_length (node, "x_m", place.x);
  init_length (node, "y_m", place.y);
  g_ptr_array_add (reply->edits, qp_edit_insert (qp_scene_get_plan (context->scene)->id, -1, node));
  qp_reply_select (reply, node->id);
  reset (self);
  return reply;
}

static QpReply *
note_press (QpTool *tool, const QpToolContext *context, const QpPointerEvent *event)
{
  NoteTool *self = (NoteTool *) tool;

  qp_aim_clear (&self->aim);
  qp_aim_follow (&self->aim, context, event, &rules);
  return place_note (self, context);
}

static QpReply *
note_move (QpTool *tool, const QpToolContext *context, const QpPointerEvent *event)
{
  qp_aim_follow (&((NoteTool *) tool)->aim, context, event, &rules);
  return qp_reply_new (QP_REPLY_HANDLED, NULL);
}

static QpReply *
begin_aiming (NoteTool *self, const QpToolContext *context)
{
  if (!self->aiming && !self->aim.known)
    qp_aim_begin_by_keys (&self->aim, context);
  self->aiming = !(qp_entry_is_empty (&self->aim.entry) && !self->aim.by_keys);
  return handled (self);
}

static QpReply *
note_key (QpTool *tool, const QpToolContext *context, const QpKeyEvent *event)
{
  NoteTool *self = (NoteTool *) tool;
  QpVec place;

  if (event->key == QP_KEY_ENTER && self->aiming)
    {
      const gboolean typed = !qp_entry_is_empty (&self->aim.entry);
      return typed && !qp_entry_place (&self->aim.entry, NULL, self->aim.place, &place) ? handled (self)
                                                                                       : place_note (self, context);
    }
  if (event->key == QP_KEY_ENTER)
    qp_aim_begin_by_keys (&self->aim, context);
  else if (!qp_entry_key (&self->aim.entry, QP_ENTRY_FOR_LINE, event)
           && (!self->aiming || !qp_aim_step (&self->aim, context, event)))
    return NULL;
  return begin_aiming (self, context);
}

static QpReply *
note_cancel (QpTool *tool, const QpToolContext *context)
{
  NoteTool *self = (NoteTool *) tool;

  if (!self->aiming)
    return NULL;
  reset (self);
  return qp_reply_new (QP_REPLY_HANDLED, NULL);
}

static void
note_decorate (QpTool *tool, const QpToolContext *context, GPtrArray *decorations)
{
  qp_aim_decorate (&((NoteTool *) tool)->aim, context, &rules, NULL, decorations);
}

static gboolean
note_is_busy (const QpTool *tool)
{
  return ((const NoteTool *) tool)->aiming;
}

static char *
note_status (const QpTool *tool, const QpToolContext *context)
{
  if (((const NoteTool *) tool)->aiming)
    return g_strdup (_("Arrow keys move the mark, or type x,y; Enter places the note."));
  return g_strdup (_("Click where the note belongs, then write it in the inspector."));
}

static const char *
note_cursor (const QpTool *tool, const QpToolContext *context)
{
  return "crosshair";
}

static void
note_clear (QpTool *tool)
{
  qp_aim_clear (&((NoteTool *) tool)->aim);
}

const QpToolClass qp_tool_note_class = {
  .size = sizeof (NoteTool),
  .press = note_press,
  .move = note_move,
  .key = note_key,
  .cancel = note_cancel,
  .decorate = note_decorate,
  .is_busy = note_is_busy,
  .status = note_status,
  .cursor = note_cursor,
  .clear = note_clear,
};
