/* qp-tool-calibrate.c: giving a background its scale: two places, and the true length between them
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "interact/qp-aim.h"
#include "interact/qp-calibrate.h"
#include "interact/qp-tool-private.h"

#include "base/qp-number.h"

#define SHORT_SHARE 0.1 /* of the plan's longer side: a shorter reference makes small slips large */

typedef enum
{
  IDLE,
  AIMING,   /* the first place is steered by keys */
  HELD,     /* first place set, button still down */
  FLOATING, /* first place set, second follows the pointer */
  TYPING,   /* both set: waits for the length */
  DONE,     /* stays until the next one */
} State;

typedef struct
{
  QpTool tool;
  State state;
  QpVec a;
  QpVec b;
  QpAim aim;
  QpId background; /* whose scale it is */
  QpId calibrated; /* the one that was done with this tool: the next length checks it */
  gboolean checks;
  QpCalibration how;
} Calibrate;

/* -- which background -- */

static gboolean
has_background (const QpToolContext *context)
{
  const GPtrArray *items = qp_scene_items (context->scene);

  return items->len > 0 && ((const QpItem *) g_ptr_array_index (items, 0))->node->kind == QP_KIND_BACKGROUND;
}

static gboolean
placement (const Calibrate *self, const QpToolContext *context, const QpBackground **background, QpPlacement *placed)
{
  const QpItem *item = qp_scene_find (context->scene, self->background);

  if (item == NULL || item->node->kind != QP_KIND_BACKGROUND)
    return FALSE;
  *background = (const QpBackground *) item->node;
  *placed = qp_placement_of (*background, qp_scene_background_scale (context->scene, item->id));
  return placed->scale > 0;
}

/* -- two places -- */

static QpAimRules
rules_of (const Calibrate *self)
{
  const gboolean second = self->state == HELD || self->state == FLOATING;

  return (QpAimRules){ QP_ENTRY_FOR_LENGTH, TRUE, second ? &self->a : NULL };
}

static QpReply *
handled (const Calibrate *self)
{
  QpReply *reply = qp_reply_new (QP_REPLY_HANDLED, NULL);

  if (self->aim.by_keys)
    qp_reply_lead (reply, self->aim.place);
  return reply;
}

static void
set_first (Calibrate *self, const QpToolContext *context, State next)
{
  const QpAimRules rules = rules_of (self);
  self->a = self->b = qp_aim_place (&self->aim, &rules);
  const QpItem *item = qp_background_meant (context, self->a);

  self->background = item == NULL ? QP_ID_NONE : item->id;
  self->how = QP_CALIBRATION_PLAIN;
  self->state = next;
}

static void
set_second (Calibrate *self)
{
  const QpAimRules rules = rules_of (self);

  self->b = qp_aim_place (&self->aim, &rules);
  if (qp_um_from_m (qp_vec_distance (self->a, self->b)) == 0)
    return;
  self->checks = qp_id_equal (self->calibrated, self->background) && !qp_id_is_none (self->background);
  self->aim.entry = (QpEntry){ 0 };
  self->state = TYPING;
}

static void
follow (Calibrate *self, const QpToolContext *context, const QpPointerEvent *event)
{
  const QpAimRules rules = rules_of (self);

  if (self->state == TYPING)
    return;
  qp_aim_follow (&self->aim, context, event, &rules);
  if (self->state == HELD || self->state == FLOATING)
    self->b = self->aim.place;
}

static QpReply *
calibrate_press (QpTool *tool, const QpToolContext *context, const QpPointerEvent *event)
{
  Calibrate *self = (Calibrate *) tool;

  if (self->state != FLOATING)
    self->state = IDLE;
  self->aim.entry = (QpEntry){ 0 };
  follow (self, context, event);
  if (self->state == FLOATING)
    set_second (self);
  else
    set_first (self, context, HELD);
  return handled (self);
}

static QpReply *
calibrate_move (QpTool *tool, const QpToolContext *context, const QpPointerEvent *event)
{
  follow ((Calibrate *) tool, context, event);
  return qp_reply_new (QP_REPLY_HANDLED, NULL);
}

static QpReply *
calibrate_release (QpTool *tool, const QpToolContext *context, const QpPointerEvent *event)
{
  Calibrate *self = (Calibrate *) tool;

  if (self->state != HELD)
    return NULL;
  follow (self, context, event);
  if (qp_vec_distance (self->a, self->b) > qp_viewport_px_in_m (context->viewport, QP_DRAG_PX))
    set_second (self);
  else
    self->state = FLOATING;
  return handled (self);
}

/* -- the length -- */

/* the drawing stays where it was seen: the view takes the new scale along */
static QpViewport
view_after (const Calibrate *self, const QpToolContext *context, double metres)
{
  const QpVec px = qp_viewport_to_px (context->viewport, self->a);
  const QpVec a = (self->how & QP_CALIBRATION_ORIGIN) != 0 ? qp_vec (0, 0) : self->a;
  QpViewport view = *context->viewport;

  view.center = qp_vec_add (view.center, qp_vec_sub (a, self->a));
  qp_viewport_set_scale_at (&view, view.scale * qp_vec_distance (self->a, self->b) / metres, px);
  return view;
}

static QpReply *
calibrate (Calibrate *self, const QpToolContext *context, const QpBackground *background, const QpPlacement *before,
           double metres)
{
  QpReply *reply = qp_reply_new (QP_REPLY_HANDLED | QP_REPLY_COMMIT, N_("Set Scale"));
  const QpPlacement after = qp_placement_calibrated (before, self->a, self->b, metres, self->how);

  qp_edits_add_calibration (reply->edits, background, before, self->a, self->b, metres, self->how);
  qp_reply_show (reply, view_after (self, context, metres));
  /* the line that stays to be seen is the same part of the drawing */
  const QpVec b = qp_placement_to_units (before, self->b), a = qp_placement_to_units (before, self->a);
  self->a = qp_placement_to_plan (&after, a);
  self->b = qp_placement_to_plan (&after, b);
  self->calibrated = self->background;
  self->state = DONE;
  return reply;
}

static QpReply *
finish (Calibrate *self, const QpToolContext *context)
{
  const QpBackground *background;
  QpPlacement placed;
  double metres;

  if (!placement (self, context, &background, &placed) || !qp_entry_length (&self->aim.entry, &metres)
      || qp_um_from_m (metres) < 1000)
    return handled (self);
  self->aim.by_keys = FALSE;
  if (!self->checks)
    return calibrate (self, context, background, &placed, metres);
  QpReply *reply = qp_reply_new (QP_REPLY_HANDLED | QP_REPLY_COMMIT, N_("Check Scale"));
  qp_edits_add_check (reply->edits, background, &placed, self->a, self->b, metres);
  self->state = DONE;
  return reply;
}

/* -- keys -- */

static QpReply *
enter (Calibrate *self, const QpToolContext *context)
{
  switch (self->state)
    {
    case IDLE:
    case DONE:
      qp_aim_clear (&self->aim);
      qp_aim_begin_by_keys (&self->aim, context);
      self->state = AIMING;
      break;
    case AIMING:
      set_first (self, context, FLOATING);
      break;
    case FLOATING:
      set_second (self);
      break;
    case TYPING:
      return finish (self, context);
    default:
      break;
    }
  return handled (self);
}

static gboolean
take_letter (Calibrate *self, const QpKeyEvent *event)
{
  if (event->key != QP_KEY_TEXT || (event->modifiers & QP_MOD_CTRL) != 0)
    return FALSE;
  switch (g_unichar_tolower (event->text))
    {
    case 'r':
      self->how ^= QP_CALIBRATION_LEVEL;
      return TRUE;
    case 'o':
      self->how ^= QP_CALIBRATION_ORIGIN;
      return TRUE;
    case 'c':
      self->checks = !self->checks && !qp_id_is_none (self->background);
      return TRUE;
    default:
      return FALSE;
    }
}

static QpReply *
typing_key (Calibrate *self, const QpKeyEvent *event)
{
  if (event->key == QP_KEY_ESCAPE)
    {
      if (qp_entry_is_empty (&self->aim.entry))
        return NULL;
      self->aim.entry = (QpEntry){ 0 };
    }
  else if (qp_entry_key (&self->aim.entry, QP_ENTRY_FOR_LENGTH, event) || take_letter (self, event))
    return handled (self);
  else if (event->key == QP_KEY_BACKSPACE)
    self->state = FLOATING;
  else
    return NULL;
  return handled (self);
}

static QpReply *
calibrate_key (QpTool *tool, const QpToolContext *context, const QpKeyEvent *event)
{
  Calibrate *self = (Calibrate *) tool;

  if (event->key == QP_KEY_ENTER)
    return enter (self, context);
  if (self->state == TYPING)
    return typing_key (self, event);
  if ((self->state != AIMING && self->state != FLOATING) || !qp_aim_step (&self->aim, context, event))
    return NULL;
  if (self->state == FLOATING)
    self->b = self->aim.place;
  return handled (self);
}

static QpReply *
calibrate_cancel (QpTool *tool, const QpToolContext *context)
{
  Calibrate *self = (Calibrate *) tool;

  if (self->state == IDLE)
    return NULL;
  self->state = IDLE;
  self->aim.by_keys = FALSE;
  qp_aim_clear (&self->aim);
  return qp_reply_new (QP_REPLY_HANDLED, NULL);
}

/* -- what is seen -- */

static char *
metres_text (double metres)
{
  g_autofree char *number = qp_number_display (metres, metres < 100 ? 3 : 2);

  return g_strdup_printf ("%s m", number);
}

/* how far the drawing is off at its scale */
static char *
residual_text (double measured, double stated)
{
  g_autofree char *is = metres_text (measured);
  g_autofree char *should = metres_text (stated);
  g_autofree char *percent = qp_number_display (100 * (measured - stated) / stated, 2);

  /* Translators: a length on the plan, what it should be, and the difference in percent with its sign */
  return g_strdup_printf (_("measured %s, stated %s: %s%s %%"), is, should, measured > stated ? "+" : "", percent);
}

static void
calibrate_decorate (QpTool *tool, const QpToolContext *context, GPtrArray *decorations)
{
  Calibrate *self = (Calibrate *) tool;
  const QpAimRules rules = rules_of (self);

  if (self->state == HELD || self->state == FLOATING || self->state == TYPING || self->state == DONE)
    qp_decorations_add_text (decorations, QP_DECORATION_MEASURE, self->a, self->b,
                             self->state == DONE ? metres_text (qp_vec_distance (self->a, self->b)) : NULL);
  if (self->state == TYPING)
    {
      const QpVec middle = qp_vec_middle (self->a, self->b);
      qp_decorations_add_text (decorations, QP_DECORATION_ENTRY, middle, middle, qp_entry_display (&self->aim.entry));
    }
  else if (self->state != DONE)
    qp_aim_decorate (&self->aim, context, &rules, NULL, decorations);
}

static gboolean
calibrate_is_busy (const QpTool *tool)
{
  const State state = ((const Calibrate *) tool)->state;

  return state != IDLE && state != DONE;
}

static gboolean
is_short (const Calibrate *self, const QpToolContext *context)
{
  const QpItem *item = qp_scene_find (context->scene, self->background);

  return item != NULL
         && qp_vec_distance (self->a, self->b)
                < SHORT_SHARE * fmax (item->bounds.x1 - item->bounds.x0, item->bounds.y1 - item->bounds.y0);
}

static char *
typing_status (const Calibrate *self, const QpToolContext *context, const QpBackground *background)
{
  g_autofree char *measured = metres_text (qp_vec_distance (self->a, self->b));
  double metres;

  if (self->checks && qp_entry_length (&self->aim.entry, &metres))
    return residual_text (qp_vec_distance (self->a, self->b), metres);
  if (self->checks)
    return g_strdup_printf (_("Type what the %s measured here should be, to check the scale · C: set the scale anew"),
                            measured);
  g_autoptr (GString) text = g_string_new (_("Type the true length and press Enter"));
  if (is_short (self, context))
    g_string_append_printf (text, " · %s", _("shorter than a tenth of the plan: a longer one is surer"));
  g_string_append_printf (text, " · %s · %s",
                          (self->how & QP_CALIBRATION_LEVEL) != 0 ? _("R: the drawing will be turned level (on)")
                                                                  : _("R: turn the drawing level"),
                          (self->how & QP_CALIBRATION_ORIGIN) != 0 ? _("O: the first place will be the origin (on)")
                                                                   : _("O: first place as origin"));
  if (background->metres_per_unit > 0)
    g_string_append_printf (text, " · %s", _("C: only check"));
  return g_strdup (text->str);
}

static char *
done_status (const Calibrate *self, const QpBackground *background)
{
  double measured, stated;

  if (self->checks && qp_background_check (background, &measured, &stated))
    return residual_text (measured, stated);
  return g_strdup (_("The scale is set. Objects drawn before keep their metres. Mark a second known length to check it."));
}

static char *
calibrate_status (const QpTool *tool, const QpToolContext *context)
{
  const Calibrate *self = (const Calibrate *) tool;
  const QpBackground *background = NULL;
  QpPlacement placed;

  if (self->state == IDLE)
    return g_strdup (has_background (context) ? _("Click two places whose distance you know, or drag between them; zoom "
                                                  "in to hit them well.")
                                              : _("This plan has no background to set the scale of: import one first."));
  if (self->state == AIMING)
    return g_strdup (_("Arrow keys move the mark, Shift ten steps at a time; Enter sets it."));
  if (qp_id_is_none (self->background))
    return g_strdup (_("There is no background under the first place."));
  if (!placement (self, context, &background, &placed))
    return g_strdup (_("The background is not open yet, or can’t be shown."));
  if (self->state == DONE)
    return done_status (self, background);
  if (self->state == TYPING)
    return typing_status (self, context, background);
  return g_strdup (_("Now the second place. Shift keeps the line level or upright; the wheel zooms in on it."));
}

static const char *
calibrate_cursor (const QpTool *tool, const QpToolContext *context)
{
  return "crosshair";
}

static void
calibrate_clear (QpTool *tool)
{
  qp_aim_clear (&((Calibrate *) tool)->aim);
}

const QpToolClass qp_tool_calibrate_class = {
  .size = sizeof (Calibrate),
  .press = calibrate_press,
  .move = calibrate_move,
  .release = calibrate_release,
  .key = calibrate_key,
  .cancel = calibrate_cancel,
  .decorate = calibrate_decorate,
  .is_busy = calibrate_is_busy,
  .status = calibrate_status,
  .cursor = calibrate_cursor,
  .clear = calibrate_clear,
};
