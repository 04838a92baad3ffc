/* qp-sight.c: what stands between a viewer and a face
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/qp-sight.h"

#include "model/qp-kinds.h"

#include <math.h>

#define BEFORE_FACE_M 0.005

static void
add_walls (GArray *walls, const QpObstacle *obstacle)
{
  const QpPoints *outline = obstacle->outline;
  QpSightWall wall = { .node = (const QpNode *) obstacle };

  wall.base = obstacle->base_height_m == QP_UNSET ? -INFINITY : qp_m_from_um (obstacle->base_height_m);
  wall.top = obstacle->top_height_m == QP_UNSET ? INFINITY : qp_m_from_um (obstacle->top_height_m);
  wall.through = isnan (obstacle->transparency_percent) ? 0 : obstacle->transparency_percent / 100;
  for (guint i = 0; i + (obstacle->closed == TRUE ? 0 : 1) < outline->n; i++)
    {
      wall.a = qp_vec_from_point (outline->at[i]);
      wall.b = qp_vec_from_point (outline->at[(i + 1) % outline->n]);
      if (wall.through < 1 && wall.top > wall.base)
        g_array_append_val (walls, wall);
    }
}

/**
 * qp_sight_walls:
 * @plan: a plan
 * @unknown_tops: (out) (optional): how many obstacles have no known top; they hide whatever is behind
 *
 * Returns: (transfer full) (element-type QpSightWall): the sides of all obstacles of the plan, which must outlive them. One
 *   whose base is not known stands on the ground.
 */
GArray *
qp_sight_walls (const QpNode *plan, guint *unknown_tops)
{
  GArray *walls = g_array_new (FALSE, FALSE, sizeof (QpSightWall));
  guint unknown = 0;
  QpNodeIter iter;

  qp_node_iter_init (&iter, plan->children);
  for (const QpNode *node; (node = qp_node_iter_next_of (&iter, QP_KIND_OBSTACLE)) != NULL;)
    {
      const QpObstacle *obstacle = (const QpObstacle *) node;
      if (obstacle->outline == NULL)
        continue;
      unknown += obstacle->top_height_m == QP_UNSET;
      add_walls (walls, obstacle);
    }
  if (unknown_tops != NULL)
    *unknown_tops = unknown;
  return walls;
}

/* --- parts of a face --- */

static guint
count_cells (const QpShape *shape, guint from, guint to, guint top, guint bottom)
{
  guint n = 0;

  if (qp_cells_is_full (&shape->cells))
    return (to - from) * (bottom - top);
  for (guint row = top; row < bottom; row++)
    for (guint column = from; column < to; column++)
      n += qp_cells_has (&shape->cells, column, row);
  return n;
}

static QpSightSample
turned_back (const QpShape *shape, QpSightSample sample)
{
  const double depth = isnan (shape->depth) ? 0 : shape->depth;

  sample.at = qp_vec3_add (sample.at, qp_vec3_scale (sample.normal, -depth));
  sample.normal = qp_vec3_scale (sample.normal, -1);
  sample.right = qp_vec3_scale (sample.right, -1);
  return sample;
}

static void
add_part (GArray *samples, const QpShape *shape, QpSightSample sample, guint n)
{
  sample.weight = n / (double) shape->cells.n / (shape->double_sided ? 2 : 1);
  sample.at = qp_vec3_add (sample.at, qp_vec3_scale (sample.normal, BEFORE_FACE_M));
  g_array_append_val (samples, sample);
}

/* one that bends is as wide as the straight line between its ends */
static QpSightSample
part_of (const QpShape *shape, guint from, guint to, guint top, guint bottom)
{
  const double middle = (from + to) / 2.0, height = (top + bottom) / 2.0;
  QpSightSample sample = { .facet = qp_shape_facet_of_column (shape, (guint) middle) };
  const QpFacet *facet = qp_shape_facet (shape, sample.facet);
  const QpFacet *first = qp_shape_facet (shape, qp_shape_facet_of_column (shape, from));
  const QpFacet *last = qp_shape_facet (shape, qp_shape_facet_of_column (shape, to - 1));

  sample.at = qp_shape_point (shape, facet, middle, height);
  sample.normal = qp_shape_normal (shape, facet);
  sample.right = qp_vec3_unit (qp_vec3_of (qp_vec_sub (facet->b, facet->a), 0));
  sample.half_w = qp_vec3_distance (qp_shape_point (shape, first, from, height), qp_shape_point (shape, last, to, height)) / 2;
  sample.half_h = (bottom - top) * shape->cell_h / 2;
  return sample;
}

/* columns at which parts begin, and the end: no part goes round a corner */
static GArray *
cut_columns (const QpShape *shape, guint across)
{
  const guint columns = shape->cells.columns;
  GArray *cuts = g_array_new (FALSE, FALSE, sizeof (guint));
  guint first = 0;

  for (guint i = 1; i <= shape->facets->len; i++)
    {
      const gboolean last = i == shape->facets->len;
      if (!last && qp_shape_facet (shape, i)->face == qp_shape_facet (shape, i - 1)->face)
        continue;
      const guint end = last ? columns : qp_shape_facet (shape, i)->first, wide = end - first;
      const guint parts = CLAMP ((guint) lround ((double) across * wide / columns), 1, MAX (wide, 1));
      for (guint k = 0; k < parts; k++)
        {
          const guint cut = first + (guint) ((guint64) wide * k / parts);
          g_array_append_val (cuts, cut);
        }
      first = end;
    }
  g_array_append_val (cuts, columns);
  return cuts;
}

/**
 * qp_sight_samples:
 * @shape: a shape with facets
 * @across: into about how many parts it is cut across; at most its columns are, at least its faces
 * @down: and down
 *
 * Returns: (transfer full) (element-type QpSightSample): each part that has cabinets, weighted by their number, facet by facet;
 *   of a double-sided screen its front, then its back. Weights add up to 1.
 */
GArray *
qp_sight_samples (const QpShape *shape, guint across, guint down)
{
  GArray *samples = g_array_new (FALSE, FALSE, sizeof (QpSightSample));
  const guint rows = shape->cells.rows;
  g_autoptr (GArray) cuts = cut_columns (shape, CLAMP (across, 1, shape->cells.columns));

  down = CLAMP (down, 1, rows);
  for (guint side = 0; side < (shape->double_sided ? 2 : 1); side++)
    for (guint i = 0; i + 1 < cuts->len; i++)
      for (guint j = 0; j < down; j++)
        {
          const guint from = g_array_index (cuts, guint, i), to = g_array_index (cuts, guint, i + 1);
          const guint top = (guint) ((guint64) rows * j / down), bottom = (guint) ((guint64) rows * (j + 1) / down);
          const guint n = count_cells (shape, from, to, top, bottom);
          if (n == 0)
            continue;
          const QpSightSample part = part_of (shape, from, to, top, bottom);
          add_part (samples, shape, side == 0 ? part : turned_back (shape, part), n);
        }
  return samples;
}

/* --- one line of sight --- */

/* how far along from → to, 0 … 1, it crosses the wall on the plan; a wall that either end stands on is not crossed */
static gboolean
crosses_at (const QpSightWall *wall, QpVec from, QpVec to, double *t)
{
  const QpVec r = qp_vec_sub (to, from), s = qp_vec_sub (wall->b, wall->a), d = qp_vec_sub (wall->a, from);
  const double cross = r.x * s.y - r.y * s.x;

  if (cross == 0)
    return FALSE;
  *t = (d.x * s.y - d.y * s.x) / cross;
  const double u = (d.x * r.y - d.y * r.x) / cross;
  return *t > 1e-9 && *t < 1 - 1e-9 && u >= 0 && u <= 1;
}

/**
 * qp_sight_passing:
 * @walls: (element-type QpSightWall): obstacles
 * @from: a place in space
 * @to: another
 * @blocker: (out) (optional) (nullable): an obstacle that hides one from the other
 *
 * Returns: how much light gets from one place to the other: 0 when something opaque stands between, 1 when nothing does
 */
double
qp_sight_passing (const GArray *walls, QpVec3 from, QpVec3 to, const QpNode **blocker)
{
  double passing = 1, t;

  for (guint i = 0; i < walls->len; i++)
    {
      const QpSightWall *wall = &g_array_index (walls, QpSightWall, i);
      if (!crosses_at (wall, qp_vec3_plan (from), qp_vec3_plan (to), &t))
        continue;
      const double height = from.z + (to.z - from.z) * t;
      if (height < wall->base || height > wall->top)
        continue;
      passing *= wall->through;
      if (blocker != NULL && wall->through == 0)
        *blocker = wall->node;
      if (passing == 0)
        return 0;
    }
  return passing;
}

/**
 * qp_sight_reach:
 * @walls: (element-type QpSightWall): obstacles
 * @from: a place in space
 * @to: another
 * @blocker: (out) (nullable): the first obstacle that nothing passes on the way; %NULL when there is none
 *
 * Returns: how far one sees towards the other place: 0 at @from … 1 at @to
 */
double
qp_sight_reach (const GArray *walls, QpVec3 from, QpVec3 to, const QpNode **blocker)
{
  double reach = 1, t;

  *blocker = NULL;
  for (guint i = 0; i < walls->len; i++)
    {
      const QpSightWall *wall = &g_array_index (walls, QpSightWall, i);
      if (wall->through > 0 || !crosses_at (wall, qp_vec3_plan (from), qp_vec3_plan (to), &t) || t >= reach)
        continue;
      const double height = from.z + (to.z - from.z) * t;
      if (height < wall->base || height > wall->top)
        continue;
      reach = t;
      *blocker = wall->node;
    }
  return reach;
}

/**
 * qp_sight_share:
 * @walls: (element-type QpSightWall): obstacles
 * @samples: (element-type QpSightSample): parts of a face
 * @eye: where somebody looks from
 *
 * Returns: share of the face that is seen, 0 … 1; parts that look away are not seen
 */
double
qp_sight_share (const GArray *walls, const GArray *samples, QpVec3 eye)
{
  double share = 0;

  for (guint i = 0; i < samples->len; i++)
    {
      const QpSightSample *sample = &g_array_index (samples, QpSightSample, i);
      if (qp_vec3_dot (sample->normal, qp_vec3_sub (eye, sample->at)) > 0)
        share += sample->weight * qp_sight_passing (walls, sample->at, eye, NULL);
    }
  return share;
}
