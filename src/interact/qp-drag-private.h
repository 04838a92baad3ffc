/* qp-drag-private.h: what the files of a drag share
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "interact/qp-drag.h"

G_BEGIN_DECLS

#define QP_DRAG_MAX_CORNERS 32 /* of what is dragged; of an outline with more, the first ones */

struct _QpDrag
{
  QpPart part;
  guint index;
  gboolean copy;
  GPtrArray *start; /* QpNode: as they were; for a copy the new ones */
  GArray *ids;      /* QpId of the same */
  QpVec pressed;
  QpBox bounds; /* of them all, at the start */

  /* the one that was taken hold of, at the start */
  gboolean is_screen;
  gboolean can_attach; /* whether it has one back, or a corner */
  gboolean is_bent; /* its ends are moved along its face */
  QpVec a;
  QpVec b;
  QpVec middle;
  double cell_m;
  QpVec facing;
  QpVec corners[QP_DRAG_MAX_CORNERS];
  guint n_corners;

  QpVec at;
  QpVec delta;
  gint64 columns;
  double heading;
  gboolean inserted;
  gboolean changed;
  double heading_then; /* where the screen looked at the start */
  gboolean attaches;   /* whether it is a single screen, which may go to a wall */
  gboolean turned;     /* whether a wall has turned it */
  double depth;
  double bulge;     /* how far the middle of an arc stands before its ends, metres */
  double corner_deg; /* behind the two faces of a corner; NaN for others */
  QpNode *reshaped;    /* nullable: what a handle of its shape has made of it */
  guint32 touched;     /* bit for each field that this has changed so far */
  QpSnap snap;
  QpVec snapped; /* the delta that the snap asks for */
};

void qp_drag_remember_corners (QpDrag *self, const QpItem *item);
const QpId *qp_drag_ignored (const QpDrag *self, guint *n_ids);
QpReply *qp_drag_eye_to (QpDrag *self, const QpToolContext *context, const QpPointerEvent *event);
void qp_drag_add_eye (QpDrag *self, QpReply *reply);
gboolean qp_drag_is_of_shape (const QpDrag *self);
QpReply *qp_drag_reshape_to (QpDrag *self, const QpToolContext *context, const QpPointerEvent *event);
void qp_drag_add_reshape (QpDrag *self, QpReply *reply);
char *qp_drag_shape_text (const QpDrag *self, const QpCatalogue *catalogue);
void qp_drag_snap (QpDrag *self, const QpToolContext *context, QpModifiers modifiers);

G_END_DECLS
