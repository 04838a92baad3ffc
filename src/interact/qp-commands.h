/* qp-commands.h: what can be done without a pointer: edits from commands
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "interact/qp-tool.h"

G_BEGIN_DECLS

#define QP_NUDGE_M 0.1
#define QP_NEW_SCREEN_WIDTH_M 9.6 /* when nothing else is told: a usual façade screen */

/**
 * QpAxis:
 * @QP_AXIS_X: from left to right
 * @QP_AXIS_Y: from bottom to top
 *
 * Along which something is done.
 */
typedef enum
{
  QP_AXIS_X,
  QP_AXIS_Y,
} QpAxis;

/**
 * QpAlignment:
 * @QP_ALIGNMENT_LEFT: left edges
 * @QP_ALIGNMENT_CENTER: middles from left to right
 * @QP_ALIGNMENT_RIGHT: right edges
 * @QP_ALIGNMENT_TOP: top edges
 * @QP_ALIGNMENT_MIDDLE: middles from top to bottom
 * @QP_ALIGNMENT_BOTTOM: bottom edges
 *
 * What is lined up.
 */
typedef enum
{
  QP_ALIGNMENT_LEFT,
  QP_ALIGNMENT_CENTER,
  QP_ALIGNMENT_RIGHT,
  QP_ALIGNMENT_TOP,
  QP_ALIGNMENT_MIDDLE,
  QP_ALIGNMENT_BOTTOM,
} QpAlignment;

/**
 * QpDistribute:
 * @QP_DISTRIBUTE_GAPS: what is free between two neighbours becomes equal
 * @QP_DISTRIBUTE_CENTERS: the distances between the middles of two neighbours become equal
 *
 * How objects are spread.
 */
typedef enum
{
  QP_DISTRIBUTE_GAPS,
  QP_DISTRIBUTE_CENTERS,
} QpDistribute;

/**
 * QpOrder:
 * @QP_ORDER_RAISE: over the next one
 * @QP_ORDER_LOWER: under the next one
 * @QP_ORDER_FRONT: over all others
 * @QP_ORDER_BACK: under all others
 *
 * Where something goes among what is of the same kind.
 */
typedef enum
{
  QP_ORDER_RAISE,
  QP_ORDER_LOWER,
  QP_ORDER_FRONT,
  QP_ORDER_BACK,
} QpOrder;

#define QP_ARRAY_MAX 10000 /* objects that one command makes */

/**
 * QpOutlineCommand:
 * @QP_OUTLINE_NEXT_POINT: choose the next point of the selected outline
 * @QP_OUTLINE_PREVIOUS_POINT: choose the one before
 * @QP_OUTLINE_INSERT_POINT: put a point into the middle behind the chosen one, or into the longest edge
 * @QP_OUTLINE_DELETE_POINT: take the chosen point out
 * @QP_OUTLINE_SPLIT: cut an open line in two at the chosen point, or a closed one open there
 * @QP_OUTLINE_JOIN: make one of two open lines, or one closed whose ends meet
 * @QP_OUTLINE_CLOSE: join the last point to the first; or open a closed one between them
 * @QP_OUTLINE_REVERSE: let an open line run the other way: a path is walked back, windows look to the other side
 *
 * What can be done to the outline of obstacles, audiences, paths and windows.
 */
typedef enum
{
  QP_OUTLINE_NEXT_POINT,
  QP_OUTLINE_PREVIOUS_POINT,
  QP_OUTLINE_INSERT_POINT,
  QP_OUTLINE_DELETE_POINT,
  QP_OUTLINE_SPLIT,
  QP_OUTLINE_JOIN,
  QP_OUTLINE_CLOSE,
  QP_OUTLINE_REVERSE,
  QP_N_OUTLINE_COMMANDS,
} QpOutlineCommand;

const char *qp_outline_command_key (QpOutlineCommand command);
const char *qp_outline_command_label (QpOutlineCommand command);
QpReply *qp_command_outline (const QpToolContext *context, QpOutlineCommand command);
QpReply *qp_command_delete_point (const QpToolContext *context, QpId id, int point);
QpReply *qp_command_insert_point_at (const QpToolContext *context, QpId id, QpVec place);
QpReply *qp_command_nudge_point (const QpToolContext *context, int dx, int dy, QpModifiers modifiers);
QpNode *qp_node_with_point (const QpNode *node, guint index, QpVec place);

QpReply *qp_command_delete (const QpToolContext *context);
QpReply *qp_command_duplicate (const QpToolContext *context);
QpReply *qp_command_nudge (const QpToolContext *context, int dx, int dy, QpModifiers modifiers);
QpReply *qp_command_turn (const QpToolContext *context, double degrees);
QpReply *qp_command_select_all (const QpToolContext *context);
QpReply *qp_command_select_next (const QpToolContext *context, int direction);
QpReply *qp_command_add_screen (const QpToolContext *context, QpVec middle, double facing_deg);
QpReply *qp_command_paste (const QpToolContext *context, const char *text, GError **error);
char *qp_command_copy (const QpToolContext *context);

QpReply *qp_command_align (const QpToolContext *context, QpAlignment align);
QpReply *qp_command_distribute (const QpToolContext *context, QpAxis axis, QpDistribute distribute);
QpReply *qp_command_pack (const QpToolContext *context, QpAxis axis, double gap_m);
QpReply *qp_command_mirror (const QpToolContext *context, QpAxis axis);
QpReply *qp_command_rotate (const QpToolContext *context, double degrees);
QpReply *qp_command_order (const QpToolContext *context, QpOrder order);
QpReply *qp_command_group (const QpToolContext *context);
QpReply *qp_command_ungroup (const QpToolContext *context);
QpReply *qp_command_array_line (const QpToolContext *context, guint n_copies, double dx_m, double dy_m);
QpReply *qp_command_array_grid (const QpToolContext *context, guint columns, guint rows, double dx_m, double dy_m);
QpReply *qp_command_array_path (const QpToolContext *context, guint n_copies);

QpNode *qp_new_screen (const QpToolContext *context, QpVec middle, double facing_deg, gint64 columns, gint64 rows);
QpNode *qp_node_moved (const QpNode *node, double dx_m, double dy_m);
void qp_edits_add_move (GPtrArray *edits, const QpNode *node, double dx_m, double dy_m);
void qp_reply_complete_groups (QpReply *reply, QpScene *scene);

/* the clipboard's text: a small project file */
char *qp_clip_to_text (const QpNode *const *nodes, guint n_nodes);
GPtrArray *qp_clip_from_text (const char *text, GError **error);

G_END_DECLS
