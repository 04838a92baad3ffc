/* qp-attach.h: a screen near a wall turns its back to it and sits on it
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "interact/qp-snap.h"

G_BEGIN_DECLS

#define QP_ATTACH_PX 14.0 /* how near the back must be to the wall */

/**
 * QpAttachQuery:
 * @middle: middle of the face, metres
 * @beside: a place on the side of the wall that the screen is to be on
 * @facing_deg: where the face looks
 * @most_turn_deg: how far it may be turned
 * @flipped: whether it is to be on the other side
 * @width: of the face, metres
 * @depth: of the screen, metres; NaN when not known
 *
 * A screen that may go to a wall.
 */
typedef struct
{
  QpVec middle;
  QpVec beside;
  double facing_deg;
  double most_turn_deg;
  gboolean flipped;
  double width;
  double depth;
} QpAttachQuery;

/**
 * QpAttachment:
 * @middle: middle of the face, metres, on whole micrometres
 * @facing_deg: where the face looks
 * @a: one end of the wall
 * @b: other end
 * @item: what the wall belongs to
 *
 * A screen on a wall.
 */
typedef struct
{
  QpVec middle;
  double facing_deg;
  QpVec a;
  QpVec b;
  const QpItem *item;
} QpAttachment;

gboolean qp_attach_to_corner (QpScene *scene, const QpViewport *viewport, const QpAttachQuery *query, double angle_deg,
                              QpAttachment *found);
gboolean qp_attach_to_wall (QpScene *scene, const QpViewport *viewport, const QpAttachQuery *query,
                            QpAttachment *found);
void qp_attachment_to_snap (const QpAttachment *self, QpSnap *snap);

G_END_DECLS
