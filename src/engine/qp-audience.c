/* qp-audience.c: the ground that people stand or walk on, and places on it
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/qp-audience.h"

/**
 * qp_audience_next:
 * @iter: on the children of a plan
 *
 * Returns: (transfer none) (nullable): the next audience that covers some ground, or %NULL
 */
const QpAudience *
qp_audience_next (QpNodeIter *iter)
{
  for (const QpNode *node; (node = qp_node_iter_next_of (iter, QP_KIND_AUDIENCE)) != NULL;)
    {
      const QpAudience *audience = (const QpAudience *) node;
      const guint least = audience->kind == QP_AUDIENCE_PATH ? 2 : 3;
      if (audience->outline != NULL && audience->outline->n >= least && qp_audience_ground (audience) > 0)
        return audience;
    }
  return NULL;
}

/**
 * qp_audience_ground:
 * @self: an audience with an outline
 *
 * Returns: the ground that it covers, m²; a path is QP_AUDIENCE_PATH_M wide
 */
double
qp_audience_ground (const QpAudience *self)
{
  return self->kind == QP_AUDIENCE_PATH ? qp_points_length (self->outline, FALSE) * QP_AUDIENCE_PATH_M
                                        : fabs (qp_points_area (self->outline));
}

/**
 * qp_audience_walk_s:
 * @self: an audience with an outline
 *
 * Returns: how long it takes to walk a path, length ÷ speed, seconds; NaN when it is none or the speed is not known
 */
double
qp_audience_walk_s (const QpAudience *self)
{
  return self->kind == QP_AUDIENCE_PATH && self->speed_m_per_s > 0
             ? qp_points_length (self->outline, FALSE) / self->speed_m_per_s
             : NAN;
}

/**
 * qp_audience_eye:
 * @self: an audience
 * @place: where one of it stands, metres
 *
 * Returns: where the eye is, metres
 */
QpVec3
qp_audience_eye (const QpAudience *self, QpVec place)
{
  return qp_vec3_of (place, self->eye_height_m == QP_UNSET ? QP_AUDIENCE_EYE_M : qp_m_from_um (self->eye_height_m));
}

/* the middles of equal parts of the path */
static void
add_along (GArray *places, const QpPoints *outline, double step_m, guint most)
{
  const double whole = qp_points_length (outline, FALSE);
  const double step = whole / CLAMP (round (whole / step_m), 1, most);
  double next = step / 2, gone = 0;

  for (guint i = 0; i + 1 < outline->n; i++)
    {
      const QpVec a = qp_vec_from_point (outline->at[i]), b = qp_vec_from_point (outline->at[i + 1]);
      const double length = qp_vec_distance (a, b);
      for (; next < gone + length; next += step)
        {
          const QpVec place = qp_vec_add (a, qp_vec_scale (qp_vec_sub (b, a), (next - gone) / length));
          g_array_append_val (places, place);
        }
      gone += length;
    }
}

/* middles of the squares of a grid. A long thin strip askew has a large box: its grid is coarser, never its time longer. */
static void
add_within (GArray *places, const QpPoints *outline, double step_m, guint cells_most)
{
  QpBox box = QP_BOX_EMPTY;

  for (guint i = 0; i < outline->n; i++)
    box = qp_box_with (box, qp_vec_from_point (outline->at[i]));
  const double step = fmax (step_m, sqrt ((box.x1 - box.x0) * (box.y1 - box.y0) / cells_most));
  const guint across = (guint) MAX (1, round ((box.x1 - box.x0) / step));
  const guint up = (guint) MAX (1, round ((box.y1 - box.y0) / step));
  for (guint row = 0; row < up; row++)
    for (guint column = 0; column < across; column++)
      {
        const QpVec place = qp_vec (box.x0 + (box.x1 - box.x0) * (column + 0.5) / across,
                                    box.y0 + (box.y1 - box.y0) * (row + 0.5) / up);
        if (qp_polygon_has (outline, place))
          g_array_append_val (places, place);
      }
}

/**
 * qp_audience_places:
 * @self: an audience that covers some ground
 * @step_m: distance between places, metres, above 0
 * @most: most places of a path
 * @cells_most: most squares of the grid over an area's box; it is coarser than @step_m where that would be more
 *
 * Spreads places evenly over an area or along a path.
 *
 * Returns: (transfer full) (element-type QpVec): places, metres; an area may be too small for any of them
 */
GArray *
qp_audience_places (const QpAudience *self, double step_m, guint most, guint cells_most)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (QpVec));

  if (self->kind == QP_AUDIENCE_PATH)
    add_along (places, self->outline, step_m, most);
  else
    add_within (places, self->outline, step_m, cells_most);
  return places;
}
