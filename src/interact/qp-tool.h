/* qp-tool.h: tools as state machines: events in plan places in, edits and decorations out
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "interact/qp-decoration.h"
#include "interact/qp-probe.h"
#include "interact/qp-selection.h"
#include "interact/qp-snap.h"
#include "interact/qp-viewport.h"
#include "model/qp-edit.h"

G_BEGIN_DECLS

/**
 * QpModifiers:
 *
 * Keys held while something happens.
 */
typedef enum
{
  QP_MOD_NONE = 0,
  QP_MOD_SHIFT = 1 << 0,
  QP_MOD_CTRL = 1 << 1,
  QP_MOD_ALT = 1 << 2,
} QpModifiers;

/**
 * QpKey:
 *
 * Keys that tools know; %QP_KEY_TEXT carries a character.
 */
typedef enum
{
  QP_KEY_NONE,
  QP_KEY_TEXT,
  QP_KEY_ESCAPE,
  QP_KEY_ENTER,
  QP_KEY_TAB,
  QP_KEY_BACKSPACE,
  QP_KEY_DELETE,
  QP_KEY_LEFT,
  QP_KEY_RIGHT,
  QP_KEY_UP,
  QP_KEY_DOWN,
} QpKey;

/**
 * QpPointerEvent:
 * @place: where, plan metres; NaN when the pointer has left the view
 * @modifiers: keys held
 * @clicks: 1 for a click, 2 for the second of a double click
 */
typedef struct
{
  QpVec place;
  QpModifiers modifiers;
  guint clicks;
} QpPointerEvent;

/**
 * QpKeyEvent:
 * @key: which key
 * @text: the character, for %QP_KEY_TEXT
 * @modifiers: keys held
 */
typedef struct
{
  QpKey key;
  gunichar text;
  QpModifiers modifiers;
} QpKeyEvent;

/**
 * QpToolContext:
 * @scene: objects of the plan
 * @viewport: what is in view
 * @selection: what is selected
 * @screen: (nullable): model of new screens: its cabinet, columns, rows and other fields are taken over
 * @models: (nullable) (array fixed-size=QP_N_TOOLS): what new objects of each tool are like; %NULL for the usual
 * @probe: (nullable): who stands on the plan and looks; the tool that puts somebody there needs it
 *
 * What a tool sees. Borrowed for the length of a call.
 */
typedef struct
{
  QpScene *scene;
  const QpViewport *viewport;
  QpSelection *selection;
  const QpScreen *screen;
  QpNode *const *models;
  const QpProbe *probe;
} QpToolContext;

/**
 * QpReplyFlags:
 * @QP_REPLY_HANDLED: the event meant something; others need not look at it
 * @QP_REPLY_COMMIT: the gesture is complete: its edits are one step of undo
 * @QP_REPLY_REVERT: the gesture is given up: what it did to the document is taken back
 * @QP_REPLY_DONE: the tool has done its work; the select tool may follow
 * @QP_REPLY_KEYS_LEAD: keys lead a place: the pointer counts as away until it moves, and the view goes along
 * @QP_REPLY_ACTIVATE: the properties of what is selected are asked for
 */
typedef enum
{
  QP_REPLY_NONE = 0,
  QP_REPLY_HANDLED = 1 << 0,
  QP_REPLY_COMMIT = 1 << 1,
  QP_REPLY_REVERT = 1 << 2,
  QP_REPLY_DONE = 1 << 3,
  QP_REPLY_KEYS_LEAD = 1 << 4,
  QP_REPLY_ACTIVATE = 1 << 5,
} QpReplyFlags;

/**
 * QpReply:
 * @flags: what happened
 * @label: (nullable): name of the undo step, untranslated (marked by N_())
 * @merge_key: (nullable): steps with the same key soon after each other are one step; static
 * @edits: changes for the document, in order; may be empty
 * @select: (nullable): ids to be selected once the edits are made; the first is the primary one
 * @lead: the place that keys lead, with %QP_REPLY_KEYS_LEAD
 * @view: (nullable): what is in view from now on
 * @probe: (nullable): who stands on the plan from now on
 * @chooses: whether another point of what is selected is chosen
 * @point: that point, or −1 for none
 *
 * What comes of an event or a command.
 */
typedef struct
{
  QpReplyFlags flags;
  const char *label;
  const char *merge_key;
  GPtrArray *edits;
  GArray *select;
  QpVec lead;
  QpViewport *view;
  QpProbe *probe;
  gboolean chooses;
  int point;
} QpReply;

QpReply *qp_reply_new (QpReplyFlags flags, const char *label);
void qp_reply_free (QpReply *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QpReply, qp_reply_free)
void qp_reply_select (QpReply *self, QpId id);
void qp_reply_select_none (QpReply *self);
void qp_reply_lead (QpReply *self, QpVec place);
void qp_reply_show (QpReply *self, QpViewport view);
void qp_reply_choose (QpReply *self, int point);
void qp_reply_stand (QpReply *self, const QpProbe *probe);

/**
 * QpToolType:
 * @QP_TOOL_SELECT: selects, moves and reshapes
 * @QP_TOOL_SCREEN: draws a screen along its face
 * @QP_TOOL_OBSTACLE_WALL: draws an obstacle as an open line
 * @QP_TOOL_OBSTACLE_AREA: draws an obstacle as a polygon
 * @QP_TOOL_OBSTACLE_BOX: draws an obstacle as a rectangle
 * @QP_TOOL_AUDIENCE: draws an area where people look from
 * @QP_TOOL_PATH: draws a line that people walk along
 * @QP_TOOL_RECEPTOR: draws the windows of a neighbour
 * @QP_TOOL_NOTE: places a text
 * @QP_TOOL_DIMENSION: draws a dimension line
 * @QP_TOOL_MEASURE: measures between two places
 * @QP_TOOL_PROBE: stands somewhere to look at the screens
 * @QP_TOOL_CALIBRATE: gives a background its scale, from two places and the true length between them
 * @QP_TOOL_CROP: draws what is to be seen of a background
 * @QP_TOOL_PAN: moves the view
 *
 * The tools there are.
 */
typedef enum
{
  QP_TOOL_SELECT,
  QP_TOOL_SCREEN,
  QP_TOOL_OBSTACLE_WALL,
  QP_TOOL_OBSTACLE_AREA,
  QP_TOOL_OBSTACLE_BOX,
  QP_TOOL_AUDIENCE,
  QP_TOOL_PATH,
  QP_TOOL_RECEPTOR,
  QP_TOOL_NOTE,
  QP_TOOL_DIMENSION,
  QP_TOOL_MEASURE,
  QP_TOOL_PROBE,
  QP_TOOL_CALIBRATE,
  QP_TOOL_CROP,
  QP_TOOL_PAN,
  QP_N_TOOLS,
} QpToolType;

const char *qp_tool_type_label (QpToolType type);
const char *qp_tool_type_key (QpToolType type);
const char *qp_tool_type_tip (QpToolType type);

typedef struct _QpTool QpTool;

QpTool *qp_tool_new (QpToolType type);
void qp_tool_free (QpTool *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QpTool, qp_tool_free)
QpToolType qp_tool_type (const QpTool *self);

QpReply *qp_tool_press (QpTool *self, const QpToolContext *context, const QpPointerEvent *event);
QpReply *qp_tool_move (QpTool *self, const QpToolContext *context, const QpPointerEvent *event);
QpReply *qp_tool_release (QpTool *self, const QpToolContext *context, const QpPointerEvent *event);
QpReply *qp_tool_key (QpTool *self, const QpToolContext *context, const QpKeyEvent *event);
QpReply *qp_tool_cancel (QpTool *self, const QpToolContext *context);
void qp_tool_decorate (QpTool *self, const QpToolContext *context, GPtrArray *decorations);
gboolean qp_tool_is_busy (const QpTool *self);
const QpId *qp_tool_dragged (const QpTool *self, guint *n_ids);
QpId qp_tool_uncropped (const QpTool *self, const QpToolContext *context);
char *qp_tool_status (const QpTool *self, const QpToolContext *context);
const char *qp_tool_cursor (const QpTool *self, const QpToolContext *context);

G_END_DECLS
