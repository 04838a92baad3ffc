/* qp-crop.c: what is seen of a plan background, as a polygon that can be reshaped
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "interact/qp-crop.h"

#define RIGHT_ANGLE 1e-4 /* cosine of what counts as a right angle: crops are kept in millionths of a unit */
#define LEAST_POINTS 3

static QpVec *
at (const GArray *crop, guint index)
{
  return &g_array_index (crop, QpVec, index % crop->len);
}

/**
 * qp_crop_of:
 * @background: a background
 * @size: width and height of its drawing, in drawing units
 *
 * Returns: (transfer full) (element-type QpVec): the corners of what is seen of it, in drawing units from its lower
 *   left corner: its crop, or else all of it
 */
GArray *
qp_crop_of (const QpBackground *background, QpVec size)
{
  const QpVec whole[] = { { 0, 0 }, { size.x, 0 }, size, { 0, size.y } };
  const QpPoints *points = background->crop;
  GArray *crop = g_array_new (FALSE, FALSE, sizeof (QpVec));

  if (points == NULL || points->n < LEAST_POINTS)
    return g_array_append_vals (crop, whole, G_N_ELEMENTS (whole));
  for (guint i = 0; i < points->n; i++)
    {
      const QpVec corner = qp_vec_from_point (points->at[i]);
      g_array_append_val (crop, corner);
    }
  return crop;
}

/**
 * qp_crop_is_rectangle:
 * @crop: (element-type QpVec): corners
 *
 * Returns: whether they are those of a rectangle, level or turned
 */
gboolean
qp_crop_is_rectangle (const GArray *crop)
{
  if (crop->len != 4)
    return FALSE;
  for (guint i = 0; i < 4; i++)
    {
      const QpVec before = qp_vec_sub (*at (crop, i + 1), *at (crop, i));
      const QpVec after = qp_vec_sub (*at (crop, i + 2), *at (crop, i + 1));
      if (fabs (qp_vec_dot (before, after)) > RIGHT_ANGLE * qp_vec_length (before) * qp_vec_length (after))
        return FALSE;
    }
  return TRUE;
}

static QpVec
along (QpVec from, QpVec to, QpVec direction)
{
  return qp_vec_add (from, qp_vec_scale (direction, qp_vec_dot (qp_vec_sub (to, from), direction)));
}

static QpVec
unit_vec (QpVec a, QpVec b)
{
  const double length = qp_vec_distance (a, b);

  return length == 0 ? qp_vec (0, 0) : qp_vec_scale (qp_vec_sub (b, a), 1 / length);
}

/**
 * qp_crop_move_point:
 * @crop: (element-type QpVec): corners
 * @index: one of them
 * @to: where it goes
 * @alone: whether the others stay; else a rectangle stays a rectangle
 */
void
qp_crop_move_point (GArray *crop, guint index, QpVec to, gboolean alone)
{
  if (!alone && qp_crop_is_rectangle (crop))
    {
      const QpVec fixed = *at (crop, index + 2);
      const QpVec one = unit_vec (fixed, *at (crop, index + 1)), other = unit_vec (fixed, *at (crop, index + 3));
      *at (crop, index + 1) = along (fixed, to, one);
      *at (crop, index + 3) = along (fixed, to, other);
    }
  *at (crop, index) = to;
}

/**
 * qp_crop_move_edge:
 * @crop: (element-type QpVec): corners
 * @index: the corner that the edge begins at
 * @to: where it is taken
 *
 * Moves a side of a rectangle, keeping its direction. Any other polygon gets a new corner there.
 */
void
qp_crop_move_edge (GArray *crop, guint index, QpVec to)
{
  if (!qp_crop_is_rectangle (crop))
    {
      g_array_insert_val (crop, index + 1, to);
      return;
    }
  const QpVec out = unit_vec (*at (crop, index + 3), *at (crop, index));
  *at (crop, index) = along (*at (crop, index), to, out);
  *at (crop, index + 1) = along (*at (crop, index + 1), to, out);
}

/**
 * qp_crop_remove_point:
 * @crop: (element-type QpVec): corners
 * @index: one of them
 *
 * Returns: whether enough corners were left to do without it
 */
gboolean
qp_crop_remove_point (GArray *crop, guint index)
{
  if (crop->len <= LEAST_POINTS)
    return FALSE;
  g_array_remove_index (crop, index);
  return TRUE;
}

/**
 * qp_edits_add_crop:
 * @edits: takes the edit
 * @background: a background
 * @units: (array length=n_units) (nullable): the corners of what is to be seen of it, in drawing units
 * @n_units: how many; 0 for all of it
 */
void
qp_edits_add_crop (GPtrArray *edits, const QpBackground *background, const QpVec *units, guint n_units)
{
  g_autofree QpPoint *points = g_new (QpPoint, n_units);

  for (guint i = 0; i < n_units; i++)
    points[i] = (QpPoint){ qp_um_from_m (units[i].x), qp_um_from_m (units[i].y) };
  g_auto (QpValue) value = qp_value_points (n_units == 0 ? NULL : qp_points_new (points, n_units));
  g_ptr_array_add (edits, qp_edit_set (background->node.id, QP_FIELD (QP_KIND_BACKGROUND, QpBackground, crop), &value));
}
