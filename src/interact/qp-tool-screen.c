/* qp-tool-screen.c: drawing a screen along its face
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "interact/qp-attach.h"
#include "interact/qp-commands.h"
#include "interact/qp-tool-private.h"
#include "interact/qp-typed.h"

#include "base/qp-number.h"

#define LABEL_AWAY_PX 32.0
#define STROKE_MOST_TURN 15.0 /* degrees: a stroke that leads elsewhere is not meant for the wall */

typedef enum
{
  IDLE,
  HELD,  /* button down */
  TYPED, /* button up, or never down: waits for Enter */
} State;

typedef struct
{
  QpTool tool;
  State state;
  QpVec from; /* where the face begins */
  QpVec at;   /* pointer */
  gboolean at_known;
  QpVec pointer; /* the same before it snapped */
  gboolean flipped;
  QpModifiers modifiers;
  QpTyped typed;
  QpSnap snap;
} ScreenTool;

/* what would be drawn now */
typedef struct
{
  gboolean known; /* whether the cabinet's size is */
  QpCell cell;
  gint64 columns;
  gint64 rows;
  double facing;
  QpVec a; /* left end for a viewer */
  QpVec b;
  QpVec middle;
  double depth;
  gboolean attached;
  QpAttachment wall;
} Draft;

static gboolean
is_dragged (const ScreenTool *self, const QpToolContext *context)
{
  return self->state != IDLE && self->at_known
         && qp_vec_distance (self->from, self->at) > qp_viewport_px_in_m (context->viewport, QP_DRAG_PX);
}

/* direction of the stroke; a click counts as one to the right, so that the face looks down */
static double
stroke_heading (const ScreenTool *self, const QpToolContext *context)
{
  if (!is_dragged (self, context))
    return 90;
  const double heading = qp_heading_of (qp_vec_sub (self->at, self->from));
  if ((self->modifiers & QP_MOD_SHIFT) != 0)
    return qp_heading_wrap (round (heading / QP_SNAP_ANGLE_STEP) * QP_SNAP_ANGLE_STEP);
  return qp_snap_angle (heading, (self->modifiers & QP_MOD_ALT) != 0);
}

static void
draft_size (const ScreenTool *self, const QpToolContext *context, Draft *draft)
{
  const QpScreen *model = context->screen;

  draft->columns = draft->rows = 1;
  if (!draft->known || qp_typed_resolve (&self->typed, &draft->cell, &draft->columns, &draft->rows))
    return;
  if (is_dragged (self, context))
    draft->columns = qp_whole_cells (qp_vec_distance (self->from, self->at), draft->cell.width_um);
  else if (model != NULL && model->columns > 1)
    {
      draft->columns = model->columns;
      draft->rows = MAX (model->rows, 1);
      return;
    }
  else
    draft->columns = qp_whole_cells (QP_NEW_SCREEN_WIDTH_M, draft->cell.width_um);
  draft->rows = qp_rows_for_columns (&draft->cell, draft->columns);
}

static void
draft_depth (const QpToolContext *context, Draft *draft)
{
  QpVec a, b;

  draft->depth = NAN;
  if (context->screen != NULL)
    qp_screen_ends (context->screen, qp_scene_get_catalogue (context->scene), &a, &b, &draft->depth);
}

/* near a wall it turns its back to that: on the side where it looks, for a click on the side of the pointer */
static void
attach (const ScreenTool *self, const QpToolContext *context, Draft *draft, double width)
{
  const gboolean stroke = is_dragged (self, context);
  const QpVec before_face = qp_vec_add (draft->middle, qp_vec_from_heading (draft->facing));
  const QpAttachQuery query = { .middle = draft->middle,
                                .beside = stroke || !self->at_known ? before_face : self->pointer,
                                .facing_deg = draft->facing,
                                .most_turn_deg = stroke ? STROKE_MOST_TURN : 180,
                                .flipped = !stroke && self->flipped,
                                .width = width,
                                .depth = draft->depth };

  draft->attached = (self->modifiers & QP_MOD_ALT) == 0
                    && qp_attach_to_wall (context->scene, context->viewport, &query, &draft->wall);
  if (!draft->attached)
    return;
  draft->middle = draft->wall.middle;
  draft->facing = draft->wall.facing_deg;
}

/* the stroke begins at one end of the face; a click is its middle */
static Draft
draft_of (const ScreenTool *self, const QpToolContext *context)
{
  Draft draft = { 0 };
  const double heading = stroke_heading (self, context);
  const QpVec along = qp_vec_from_heading (heading);

  draft.known = context->screen != NULL
                && qp_screen_cell (context->screen, qp_scene_get_catalogue (context->scene), &draft.cell);
  draft_size (self, context, &draft);
  const double width = draft.known ? qp_m_from_um (draft.cell.width_um) * draft.columns : 0;
  const double half = is_dragged (self, context) ? width / 2 : 0;
  draft.middle = qp_vec_add (self->from, qp_vec_scale (along, half));
  draft.facing = qp_heading_wrap (heading + (self->flipped ? -90 : 90));
  draft_depth (context, &draft);
  if (self->state != IDLE)
    attach (self, context, &draft, width);
  const QpVec facing = qp_vec_from_heading (draft.facing);
  const QpVec right = qp_vec_scale (qp_vec (-facing.y, facing.x), width / 2);
  draft.a = qp_vec_sub (draft.middle, right);
  draft.b = qp_vec_add (draft.middle, right);
  return draft;
}

static void
reset (ScreenTool *self)
{
  self->state = IDLE;
  self->flipped = FALSE;
  self->typed = (QpTyped){ 0 };
}

static QpReply *
finish (ScreenTool *self, const QpToolContext *context)
{
  const Draft draft = draft_of (self, context);
  QpReply *reply = qp_reply_new (QP_REPLY_HANDLED | QP_REPLY_COMMIT | QP_REPLY_DONE, N_("Draw Screen"));
  g_autoptr (QpNode) node = qp_new_screen (context, draft.middle, draft.facing, draft.columns, draft.rows);

  g_ptr_array_add (reply->edits, qp_edit_insert (qp_scene_get_plan (context->scene)->id, -1, node));
  qp_reply_select (reply, node->id);
  reset (self);
  return reply;
}

static void
follow (ScreenTool *self, const QpToolContext *context, const QpPointerEvent *event)
{
  qp_snap_clear (&self->snap);
  self->modifiers = event->modifiers;
  self->at_known = !isnan (event->place.x);
  if (!self->at_known)
    return;
  self->pointer = event->place;
  const QpSnapQuery query = { .place = event->place,
                              .from = self->from,
                              .has_from = self->state != IDLE,
                              .suspended = (event->modifiers & QP_MOD_ALT) != 0 };
  qp_snap_place (&self->snap, context->scene, context->viewport, &query);
  /* length and angle have steps of their own; only an object is worth leaving the pointer for */
  self->at = self->state != IDLE && self->snap.type == QP_SNAP_GRID ? event->place : self->snap.place;
}

static QpReply *
screen_press (QpTool *tool, const QpToolContext *context, const QpPointerEvent *event)
{
  ScreenTool *self = (ScreenTool *) tool;

  if (self->state == TYPED)
    return finish (self, context);
  follow (self, context, event);
  self->from = self->at;
  self->state = HELD;
  return qp_reply_new (QP_REPLY_HANDLED, NULL);
}

static QpReply *
screen_move (QpTool *tool, const QpToolContext *context, const QpPointerEvent *event)
{
  follow ((ScreenTool *) tool, context, event);
  return qp_reply_new (QP_REPLY_HANDLED, NULL);
}

static QpReply *
screen_release (QpTool *tool, const QpToolContext *context, const QpPointerEvent *event)
{
  ScreenTool *self = (ScreenTool *) tool;

  if (self->state != HELD)
    return NULL;
  follow (self, context, event);
  if (qp_typed_is_empty (&self->typed))
    return finish (self, context);
  self->state = TYPED;
  return qp_reply_new (QP_REPLY_HANDLED, NULL);
}

/* typing may begin before any press: at the pointer, or in the middle of the view */
static void
begin_typing (ScreenTool *self, const QpToolContext *context)
{
  if (self->state != IDLE)
    return;
  self->from = self->at_known ? self->at : context->viewport->center;
  self->at = self->from;
  self->state = TYPED;
}

static QpReply *
screen_key (QpTool *tool, const QpToolContext *context, const QpKeyEvent *event)
{
  ScreenTool *self = (ScreenTool *) tool;

  if (event->key == QP_KEY_ENTER && self->state != IDLE)
    return finish (self, context);
  if (event->key == QP_KEY_TEXT && (event->text == 'f' || event->text == 'F') && self->state != IDLE)
    self->flipped = !self->flipped;
  else if (!qp_typed_key (&self->typed, event))
    return NULL;
  else if (qp_typed_is_empty (&self->typed) && self->state == TYPED)
    reset (self);
  else
    begin_typing (self, context);
  return qp_reply_new (QP_REPLY_HANDLED, NULL);
}

static QpReply *
screen_cancel (QpTool *tool, const QpToolContext *context)
{
  ScreenTool *self = (ScreenTool *) tool;

  if (self->state == IDLE)
    return NULL;
  reset (self);
  return qp_reply_new (QP_REPLY_HANDLED, NULL);
}

static void
decorate_draft (const ScreenTool *self, const QpToolContext *context, GPtrArray *decorations)
{
  const Draft draft = draft_of (self, context);
  /* before the face, where it hides neither the screen nor the end that is being drawn */
  const double away = qp_viewport_px_in_m (context->viewport, LABEL_AWAY_PX);
  const QpVec beside = qp_vec_add (draft.middle, qp_vec_scale (qp_vec_from_heading (draft.facing), away));

  if (draft.attached)
    {
      g_auto (QpSnap) snap = { 0 };
      qp_attachment_to_snap (&draft.wall, &snap);
      qp_decorate_snap (decorations, &snap);
    }
  else if (self->at_known && self->state == HELD)
    qp_decorate_snap (decorations, &self->snap);
  qp_decorations_add (decorations, QP_DECORATION_GHOST_SCREEN, draft.a, draft.b)->depth = draft.depth;
  if (!qp_typed_is_empty (&self->typed))
    qp_decorations_add_text (decorations, QP_DECORATION_ENTRY, beside, beside, qp_typed_display (&self->typed))->strong
        = self->typed.field == 0;
  else if (draft.known)
    qp_decorations_add_text (decorations, QP_DECORATION_LABEL, beside, beside,
                             qp_screen_size_text (&draft.cell, draft.columns, draft.rows));
}

static void
screen_decorate (QpTool *tool, const QpToolContext *context, GPtrArray *decorations)
{
  ScreenTool *self = (ScreenTool *) tool;

  if (self->at_known && self->state == IDLE)
    qp_decorate_snap (decorations, &self->snap);
  if (self->state != IDLE)
    decorate_draft (self, context, decorations);
}

static gboolean
screen_is_busy (const QpTool *tool)
{
  return ((const ScreenTool *) tool)->state != IDLE;
}

static char *
screen_status (const QpTool *tool, const QpToolContext *context)
{
  const ScreenTool *self = (const ScreenTool *) tool;

  if (self->state == IDLE)
    return g_strdup (_("Drag along the face of the new screen; it looks to the right of your stroke. Or type its width."));
  const Draft draft = draft_of (self, context);
  if (!draft.known)
    return g_strdup (_("The size of the cabinet is not known: choose one in the inspector."));
  g_autofree char *size = qp_screen_size_text (&draft.cell, draft.columns, draft.rows);
  g_autofree char *facing = qp_number_display (draft.facing, 0);
  /* Translators: size of the screen being drawn, then where it looks in degrees, then keys */
  return g_strdup_printf (_("%s · faces %s° · type width, Tab, height · F turns the face round · Alt: any angle"), size,
                          facing);
}

static const char *
screen_cursor (const QpTool *tool, const QpToolContext *context)
{
  return "crosshair";
}

static void
screen_clear (QpTool *tool)
{
  qp_snap_clear (&((ScreenTool *) tool)->snap);
}

const QpToolClass qp_tool_screen_class = {
  .size = sizeof (ScreenTool),
  .press = screen_press,
  .move = screen_move,
  .release = screen_release,
  .key = screen_key,
  .cancel = screen_cancel,
  .decorate = screen_decorate,
  .is_busy = screen_is_busy,
  .status = screen_status,
  .cursor = screen_cursor,
  .clear = screen_clear,
};
