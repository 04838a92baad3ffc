/* qp-tool-dimension.c: drawing a dimension line: two places, then how far beside them the line lies
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "interact/qp-aim.h"
#include "interact/qp-follow.h"
#include "interact/qp-names.h"
#include "interact/qp-tool-private.h"

#include "base/qp-number.h"

typedef enum
{
  IDLE,
  AIMING,  /* the first place is typed or steered by keys */
  HELD,    /* first place set, button still down */
  GOING,   /* first place set, second follows the pointer */
  OFFSET,  /* both set, the line follows the pointer */
} State;

typedef struct
{
  QpTool tool;
  State state;
  QpVec a;
  QpVec b;
  QpAim aim;
} DimensionTool;

static QpAimRules
rules_of (const DimensionTool *self)
{
  const gboolean second = self->state == HELD || self->state == GOING;

  return (QpAimRules){ self->state == OFFSET ? QP_ENTRY_FOR_LENGTH : QP_ENTRY_FOR_LINE, FALSE, second ? &self->a : NULL };
}

static QpReply *
handled (const DimensionTool *self)
{
  QpReply *reply = qp_reply_new (QP_REPLY_HANDLED, NULL);

  if (self->aim.by_keys)
    qp_reply_lead (reply, self->aim.place);
  return reply;
}

static void
reset (DimensionTool *self)
{
  self->state = IDLE;
  self->aim.known = self->aim.known && !self->aim.by_keys;
  self->aim.by_keys = FALSE;
  qp_aim_clear (&self->aim);
}

/* to the left of the line seen from its first end; as typed on the side where the pointer is */
static double
offset_of (const DimensionTool *self)
{
  const QpVec along = qp_vec_sub (self->b, self->a), beside = qp_vec_sub (self->aim.place, self->a);
  const double offset = (along.x * beside.y - along.y * beside.x) / qp_vec_length (along);
  double typed;

  if (qp_entry_length (&self->aim.entry, &typed))
    return offset < 0 ? -typed : typed;
  return offset;
}

static QpVec
across (const DimensionTool *self)
{
  const QpVec along = qp_vec_sub (self->b, self->a);
  const double offset = self->state == OFFSET ? offset_of (self) : 0, length = qp_vec_length (along);

  return length == 0 ? qp_vec (0, 0) : qp_vec (-along.y * offset / length, along.x * offset / length);
}

/* -- the object -- */

static void
init_field (QpNode *node, const char *name, QpValue value)
{
  g_auto (QpValue) owned = value;

  qp_node_init_value (node, qp_kind_field (QP_KIND_DIMENSION, name), &owned);
}

/* an end at a point of an object holds on to it */
static void
init_end (QpNode *node, const QpToolContext *context, QpVec place, const char *object, const char *point)
{
  QpId id;
  gint64 index;

  if (!qp_scene_point_at (context->scene, place, &id, &index))
    return;
  init_field (node, object, qp_value_id (id));
  init_field (node, point, qp_value_integer (index));
}

static QpReply *
finish (DimensionTool *self, const QpToolContext *context)
{
  QpReply *reply = qp_reply_new (QP_REPLY_HANDLED | QP_REPLY_COMMIT, N_("Draw Dimension"));
  g_autoptr (QpNode) node = qp_node_new (QP_KIND_DIMENSION, qp_id_new ());
  g_autoptr (QpNames) names = qp_names_new (context->scene);
  /* Translators: name of the first dimension line; the next ones get the next number */
  g_autofree char *name = qp_names_next (names, _("Dimension 1"));
  const QpPoint ends[] = { { qp_um_from_m (self->a.x), qp_um_from_m (self->a.y) },
                           { qp_um_from_m (self->b.x), qp_um_from_m (self->b.y) } };

  init_field (node, "name", qp_value_text (name));
  init_field (node, "outline", qp_value_points (qp_points_new (ends, 2)));
  init_field (node, "offset_m", qp_value_integer (qp_um_from_m (CLAMP (offset_of (self), -1000, 1000))));
  init_end (node, context, self->a, "from", "from_point");
  init_end (node, context, self->b, "to", "to_point");
  g_ptr_array_add (reply->edits, qp_edit_insert (qp_scene_get_plan (context->scene)->id, -1, node));
  qp_reply_select (reply, node->id);
  reset (self);
  return reply;
}

/* -- places -- */

static void
set_first (DimensionTool *self, State next)
{
  const QpAimRules rules = rules_of (self);

  self->a = self->b = qp_aim_place (&self->aim, &rules);
  qp_aim_set (&self->aim, self->a);
  self->state = next;
}

static void
set_second (DimensionTool *self)
{
  const QpAimRules rules = rules_of (self);

  self->b = qp_aim_place (&self->aim, &rules);
  if (qp_vec_distance (self->a, self->b) == 0)
    return;
  qp_aim_set (&self->aim, self->b);
  self->state = OFFSET;
}

static void
follow (DimensionTool *self, const QpToolContext *context, const QpPointerEvent *event)
{
  const QpAimRules rules = rules_of (self);

  qp_aim_follow (&self->aim, context, event, &rules);
}

static QpReply *
dimension_press (QpTool *tool, const QpToolContext *context, const QpPointerEvent *event)
{
  DimensionTool *self = (DimensionTool *) tool;

  if (self->state == AIMING)
    reset (self);
  follow (self, context, event);
  if (self->state == OFFSET)
    return finish (self, context);
  if (self->state == GOING)
    set_second (self);
  else
    set_first (self, HELD);
  return handled (self);
}

static QpReply *
dimension_move (QpTool *tool, const QpToolContext *context, const QpPointerEvent *event)
{
  follow ((DimensionTool *) tool, context, event);
  return qp_reply_new (QP_REPLY_HANDLED, NULL);
}

static QpReply *
dimension_release (QpTool *tool, const QpToolContext *context, const QpPointerEvent *event)
{
  DimensionTool *self = (DimensionTool *) tool;

  if (self->state != HELD)
    return NULL;
  follow (self, context, event);
  if (qp_vec_distance (self->a, self->aim.place) > qp_viewport_px_in_m (context->viewport, QP_DRAG_PX))
    set_second (self);
  else
    self->state = GOING;
  return handled (self);
}

/* -- keys -- */

static gboolean
says_nothing (const DimensionTool *self)
{
  const QpAimRules rules = rules_of (self);
  QpVec place;

  return !qp_entry_is_empty (&self->aim.entry) && self->state != OFFSET
         && !qp_entry_place (&self->aim.entry, rules.from, self->aim.place, &place);
}

static QpReply *
enter (DimensionTool *self, const QpToolContext *context)
{
  if (says_nothing (self))
    return handled (self);
  switch (self->state)
    {
    case IDLE:
      qp_aim_begin_by_keys (&self->aim, context);
      self->state = AIMING;
      break;
    case AIMING:
      set_first (self, GOING);
      break;
    case GOING:
      set_second (self);
      break;
    case OFFSET:
      return finish (self, context);
    default:
      break;
    }
  return handled (self);
}

static QpReply *
take_back (DimensionTool *self)
{
  if (self->state == OFFSET)
    self->state = GOING;
  else if (self->state != IDLE)
    reset (self);
  else
    return NULL;
  return handled (self);
}

static QpReply *
typed (DimensionTool *self, const QpToolContext *context)
{
  if (self->state == IDLE)
    {
      if (!self->aim.known)
        qp_aim_begin_by_keys (&self->aim, context);
      self->state = AIMING;
    }
  else if (self->state == AIMING && qp_entry_is_empty (&self->aim.entry) && !self->aim.by_keys)
    reset (self);
  return handled (self);
}

static QpReply *
dimension_key (QpTool *tool, const QpToolContext *context, const QpKeyEvent *event)
{
  DimensionTool *self = (DimensionTool *) tool;

  if (event->key == QP_KEY_ENTER)
    return enter (self, context);
  if (event->key == QP_KEY_ESCAPE)
    {
      if (qp_entry_is_empty (&self->aim.entry) || self->state == AIMING)
        return NULL;
      self->aim.entry = (QpEntry){ 0 };
      return handled (self);
    }
  if (qp_entry_key (&self->aim.entry, rules_of (self).use, event))
    return typed (self, context);
  if (event->key == QP_KEY_BACKSPACE)
    return take_back (self);
  if (self->state == IDLE || !qp_aim_step (&self->aim, context, event))
    return NULL;
  return handled (self);
}

static QpReply *
dimension_cancel (QpTool *tool, const QpToolContext *context)
{
  DimensionTool *self = (DimensionTool *) tool;

  if (self->state == IDLE)
    return NULL;
  reset (self);
  return qp_reply_new (QP_REPLY_HANDLED, NULL);
}

/* -- what is seen -- */

static void
dimension_decorate (QpTool *tool, const QpToolContext *context, GPtrArray *decorations)
{
  DimensionTool *self = (DimensionTool *) tool;
  const QpAimRules rules = rules_of (self);

  if (self->state == HELD || self->state == GOING || self->state == OFFSET)
    {
      const QpVec b = self->state == OFFSET ? self->b : qp_aim_place (&self->aim, &rules);
      const QpVec beside = across (self), from = qp_vec_add (self->a, beside), to = qp_vec_add (b, beside);
      g_autofree char *length = qp_number_display (qp_vec_distance (self->a, b), 2);
      qp_decorations_add (decorations, QP_DECORATION_LINK, self->a, from);
      qp_decorations_add (decorations, QP_DECORATION_LINK, b, to);
      qp_decorations_add_text (decorations, QP_DECORATION_MEASURE, from, to, g_strdup_printf ("%s m", length));
    }
  qp_aim_decorate (&self->aim, context, &rules, NULL, decorations);
}

static gboolean
dimension_is_busy (const QpTool *tool)
{
  return ((const DimensionTool *) tool)->state != IDLE;
}

static char *
dimension_status (const QpTool *tool, const QpToolContext *context)
{
  const DimensionTool *self = (const DimensionTool *) tool;
  const char *reason = self->aim.by_keys || self->aim.snap.type == QP_SNAP_GRID ? NULL : self->aim.snap.reason;

  if (self->state == IDLE && reason == NULL)
    return g_strdup (_("Click two places, then where the line lies. Ends on points of objects follow them."));
  if (self->state == OFFSET)
    return g_strdup (_("Click where the line lies, or type how far from the places, and Enter."));
  const char *advice = self->state == GOING || self->state == HELD ? _("now the second place; Shift keeps to 15° steps")
                                                                   : _("the dimension line begins here");
  return reason == NULL ? g_strdup (advice) : g_strdup_printf ("%s · %s", reason, advice);
}

static const char *
dimension_cursor (const QpTool *tool, const QpToolContext *context)
{
  return "crosshair";
}

static void
dimension_clear (QpTool *tool)
{
  qp_aim_clear (&((DimensionTool *) tool)->aim);
}

const QpToolClass qp_tool_dimension_class = {
  .size = sizeof (DimensionTool),
  .press = dimension_press,
  .move = dimension_move,
  .release = dimension_release,
  .key = dimension_key,
  .cancel = dimension_cancel,
  .decorate = dimension_decorate,
  .is_busy = dimension_is_busy,
  .status = dimension_status,
  .cursor = dimension_cursor,
  .clear = dimension_clear,
};
