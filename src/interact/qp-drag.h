/* qp-drag.h: moving, resizing, turning and reshaping objects: edits from where the pointer is
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "interact/qp-tool.h"

G_BEGIN_DECLS

#define QP_DRAG_LIVE_MAX 64 /* objects; more are moved in the document only when the button goes up */

/**
 * QpDrag:
 *
 * What is being dragged by which part, as it was when the drag began. All edits are made from there, so that any
 * of them may be left out.
 */
typedef struct _QpDrag QpDrag;

QpDrag *qp_drag_new (const QpToolContext *context, const QpHit *hit, QpVec pressed, gboolean copy);
void qp_drag_free (QpDrag *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QpDrag, qp_drag_free)

QpReply *qp_drag_to (QpDrag *self, const QpToolContext *context, const QpPointerEvent *event);
QpReply *qp_drag_end (QpDrag *self, const QpToolContext *context);
const QpId *qp_drag_ids (const QpDrag *self, guint *n_ids);
gboolean qp_drag_is_live (const QpDrag *self);
QpPart qp_drag_part (const QpDrag *self);
void qp_drag_decorate (const QpDrag *self, const QpToolContext *context, GPtrArray *decorations);
char *qp_drag_status (const QpDrag *self, const QpToolContext *context);

G_END_DECLS
