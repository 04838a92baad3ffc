/* qp-calibrate.h: the scale of a plan background, from two places and the true length between them
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-geometry.h"
#include "model/qp-edit.h"
#include "model/qp-kinds.h"

G_BEGIN_DECLS

/**
 * QpPlacement:
 * @corner: where the lower left corner of the drawing lies on the plan, metres
 * @scale: metres per drawing unit
 * @rotation_deg: clockwise about the corner
 *
 * Where a drawing lies. Drawing units count from its lower left corner, to the right and up, however it is turned.
 */
typedef struct
{
  QpVec corner;
  double scale;
  double rotation_deg;
} QpPlacement;

/**
 * QpCalibration:
 * @QP_CALIBRATION_LEVEL: the line between the two places becomes level or upright, whichever is nearer
 * @QP_CALIBRATION_ORIGIN: the first place becomes the origin of the plan; otherwise it stays where it is
 *
 * What comes with the scale.
 */
typedef enum
{
  QP_CALIBRATION_PLAIN = 0,
  QP_CALIBRATION_LEVEL = 1 << 0,
  QP_CALIBRATION_ORIGIN = 1 << 1,
} QpCalibration;

QpPlacement qp_placement_of (const QpBackground *background, double stand_in);
QpVec qp_placement_to_units (const QpPlacement *self, QpVec plan);
QpVec qp_placement_to_plan (const QpPlacement *self, QpVec units);
QpPlacement qp_placement_calibrated (const QpPlacement *self, QpVec a, QpVec b, double metres, QpCalibration how);

void qp_edits_add_calibration (GPtrArray *edits, const QpBackground *background, const QpPlacement *before, QpVec a,
                               QpVec b, double metres, QpCalibration how);
void qp_edits_add_check (GPtrArray *edits, const QpBackground *background, const QpPlacement *placement, QpVec a,
                         QpVec b, double metres);
gboolean qp_background_check (const QpBackground *background, double *measured_m, double *stated_m);

G_END_DECLS
