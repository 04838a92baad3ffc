/* qp-probe.h: a place on a plan from which things are looked at, and its lines of sight
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-camera.h"
#include "interact/qp-decoration.h"

G_BEGIN_DECLS

/**
 * QpProbe:
 * @stands: whether somebody stands there
 * @by_hand: whether the head was turned by hand; if not, it follows the screen that takes most of the view
 * @gaze: where the eye is and looks
 *
 * Somebody who stands on the plan and looks. A value. It belongs to a view and not to the document: it is a question
 * that is asked, and changes nothing of what is planned.
 */
typedef struct
{
  gboolean stands;
  gboolean by_hand;
  QpGaze gaze;
} QpProbe;

#define QP_PROBE_INIT ((QpProbe){ FALSE, FALSE, { { 0, 0, 1.6 }, 0, 0, QP_CAMERA_USUAL_DEG } })
/** QP_PROBE_ASPECT: width of the picture that the head is turned for, in heights */
#define QP_PROBE_ASPECT 1.6

gboolean qp_probe_equal (const QpProbe *a, const QpProbe *b);
void qp_probe_move (QpProbe *self, QpScene *scene, QpVec place);
void qp_probe_aim (QpProbe *self, QpScene *scene, QpId screen);
void qp_probe_look_at (QpProbe *self, QpVec place);
void qp_probe_decorate (const QpProbe *self, QpScene *scene, GPtrArray *decorations);

G_END_DECLS
