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

QpReply *qp_command_delete (const QpToolContext *context);
QpReply *qp_command_duplicate (const QpToolContext *context);
QpReply *qp_command_nudge (const QpToolContext *context, int dx, int dy, QpModifiers modifiers);
QpReply *qp_command_turn (const QpToolContext *context, double degrees);
QpReply *qp_command_select_all (const QpToolContext *context);
QpReply *qp_command_select_next (const QpToolContext *context, int direction);
QpReply *qp_command_add_screen (const QpToolContext *context, QpVec middle, double facing_deg);
QpReply *qp_command_paste (const QpToolContext *context, const char *text, GError **error);
char *qp_command_copy (const QpToolContext *context);

QpNode *qp_new_screen (const QpToolContext *context, QpVec middle, double facing_deg, gint64 columns, gint64 rows);
QpNode *qp_node_moved (const QpNode *node, double dx_m, double dy_m);
void qp_edits_add_move (GPtrArray *edits, const QpNode *node, double dx_m, double dy_m);
gboolean qp_node_is_movable (const QpNode *node);

/* the clipboard's text: a small project file */
char *qp_clip_to_text (const QpNode *const *nodes, guint n_nodes);
GPtrArray *qp_clip_from_text (const char *text, GError **error);

G_END_DECLS
