/* qp-calibrate.c: the scale of a plan background, from two places and the true length between them
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "interact/qp-calibrate.h"

#define BACKGROUND_FIELD(member) QP_FIELD (QP_KIND_BACKGROUND, QpBackground, member)

/**
 * qp_placement_of:
 * @background: a background
 * @stand_in: metres per drawing unit that it is shown at while its scale is not known; NaN when nobody knows
 *
 * Returns: where its drawing lies
 */
QpPlacement
qp_placement_of (const QpBackground *background, double stand_in)
{
  const QpVec corner = qp_vec (background->x_m == QP_UNSET ? 0 : qp_m_from_um (background->x_m),
                               background->y_m == QP_UNSET ? 0 : qp_m_from_um (background->y_m));

  return (QpPlacement){ corner, background->metres_per_unit > 0 ? background->metres_per_unit : stand_in,
                        isnan (background->rotation_deg) ? 0 : background->rotation_deg };
}

/* clockwise; right angles exactly */
static QpVec
turned (QpVec direction, double degrees)
{
  const QpVec up = qp_vec_from_heading (degrees);

  return qp_vec (direction.x * up.y + direction.y * up.x, direction.y * up.y - direction.x * up.x);
}

/**
 * qp_placement_to_units:
 * @self: a placement
 * @plan: a place on the plan, metres
 *
 * Returns: the same place in drawing units
 */
QpVec
qp_placement_to_units (const QpPlacement *self, QpVec plan)
{
  return qp_vec_scale (turned (qp_vec_sub (plan, self->corner), -self->rotation_deg), 1 / self->scale);
}

/**
 * qp_placement_to_plan:
 * @self: a placement
 * @units: a place of the drawing
 *
 * Returns: where it lies on the plan, metres
 */
QpVec
qp_placement_to_plan (const QpPlacement *self, QpVec units)
{
  return qp_vec_add (self->corner, turned (qp_vec_scale (units, self->scale), self->rotation_deg));
}

/* how far the line has to turn to be level or upright, −45 … 45 */
static double
turn_to_level (QpVec a, QpVec b)
{
  const double heading = qp_heading_of (qp_vec_sub (b, a));

  return round (heading / 90) * 90 - heading;
}

/**
 * qp_placement_calibrated:
 * @self: a placement
 * @a: a place on the plan, metres
 * @b: another one
 * @metres: true length between them
 * @how: what comes with the scale
 *
 * Returns: the placement at which the part of the drawing that lies between @a and @b is @metres long, with @a where
 *   it was or at the origin
 */
QpPlacement
qp_placement_calibrated (const QpPlacement *self, QpVec a, QpVec b, double metres, QpCalibration how)
{
  const double factor = metres / qp_vec_distance (a, b);
  const double turn = (how & QP_CALIBRATION_LEVEL) != 0 ? turn_to_level (a, b) : 0;
  const QpVec corner = qp_vec_scale (turned (qp_vec_sub (self->corner, a), turn), factor);
  const double rotation = qp_heading_wrap (self->rotation_deg + turn);

  return (QpPlacement){ (how & QP_CALIBRATION_ORIGIN) != 0 ? corner : qp_vec_add (a, corner), self->scale * factor,
                        turn == 0 ? self->rotation_deg : rotation };
}

static void
add (GPtrArray *edits, const QpBackground *background, const QpField *field, QpValue value)
{
  g_auto (QpValue) owned = value;

  g_ptr_array_add (edits, qp_edit_set (background->node.id, field, &owned));
}

/* In drawing units, so that they stay true when the drawing is moved, turned or scaled anew. */
static QpValue
points_in_units (const QpPlacement *placement, QpVec a, QpVec b)
{
  const QpVec units[] = { qp_placement_to_units (placement, a), qp_placement_to_units (placement, b) };
  const QpPoint at[] = { { qp_um_from_m (units[0].x), qp_um_from_m (units[0].y) },
                         { qp_um_from_m (units[1].x), qp_um_from_m (units[1].y) } };

  return qp_value_points (qp_points_new (at, 2));
}

/**
 * qp_edits_add_calibration:
 * @edits: (element-type QpEdit): takes the edits
 * @background: a background
 * @before: where it lies
 * @a: a place on the plan, metres
 * @b: another one
 * @metres: true length between them
 * @how: what comes with the scale
 */
void
qp_edits_add_calibration (GPtrArray *edits, const QpBackground *background, const QpPlacement *before, QpVec a,
                          QpVec b, double metres, QpCalibration how)
{
  const QpPlacement after = qp_placement_calibrated (before, a, b, metres, how);

  add (edits, background, BACKGROUND_FIELD (metres_per_unit), qp_value_real (after.scale));
  add (edits, background, BACKGROUND_FIELD (x_m), qp_value_integer (qp_um_from_m (after.corner.x)));
  add (edits, background, BACKGROUND_FIELD (y_m), qp_value_integer (qp_um_from_m (after.corner.y)));
  if (after.rotation_deg != before->rotation_deg)
    add (edits, background, BACKGROUND_FIELD (rotation_deg), qp_value_real (after.rotation_deg));
  add (edits, background, BACKGROUND_FIELD (scale_basis), qp_value_integer (QP_SCALE_CALIBRATED));
  add (edits, background, BACKGROUND_FIELD (calibration_points), points_in_units (before, a, b));
  add (edits, background, BACKGROUND_FIELD (calibration_length_m), qp_value_integer (qp_um_from_m (metres)));
}

/**
 * qp_edits_add_check:
 * @edits: (element-type QpEdit): takes the edits
 * @background: a background
 * @placement: where it lies
 * @a: a place on the plan, metres
 * @b: another one
 * @metres: true length between them
 *
 * Remembers a second known length, which the scale is checked on.
 */
void
qp_edits_add_check (GPtrArray *edits, const QpBackground *background, const QpPlacement *placement, QpVec a, QpVec b,
                    double metres)
{
  add (edits, background, BACKGROUND_FIELD (check_points), points_in_units (placement, a, b));
  add (edits, background, BACKGROUND_FIELD (check_length_m), qp_value_integer (qp_um_from_m (metres)));
}

/**
 * qp_background_check:
 * @background: a background
 * @measured_m: (out): length between its check points at its scale
 * @stated_m: (out): the length that was typed
 *
 * Returns: whether its scale was checked on a second length
 */
gboolean
qp_background_check (const QpBackground *background, double *measured_m, double *stated_m)
{
  const QpPoints *points = background->check_points;

  if (points == NULL || points->n != 2 || !(background->check_length_m > 0) || !(background->metres_per_unit > 0))
    return FALSE;
  *measured_m = background->metres_per_unit
                * qp_vec_distance (qp_vec_from_point (points->at[0]), qp_vec_from_point (points->at[1]));
  *stated_m = qp_m_from_um (background->check_length_m);
  return TRUE;
}
