/* qp-shape-figures.c: what the calculation reads of a screen's shape
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/qp-shape-figures.h"

#include "engine/qp-estimate.h"

#include <math.h>

static double
metres_or_nan (gint64 micrometres)
{
  return micrometres == QP_UNSET ? NAN : qp_m_from_um (micrometres);
}

/* an arc spans one joint more than it has: half of one at either end */
static double
bend_of (const QpShape *shape)
{
  double bend = 0;

  if (shape->kind == QP_SCREEN_ARC || shape->kind == QP_SCREEN_RIBBON || shape->kind == QP_SCREEN_COLUMN)
    return shape->joint_deg * shape->cells.columns;
  for (guint i = 1; i < shape->facets->len; i++)
    bend += qp_shape_facet (shape, i)->turn_deg;
  return bend;
}

static void
read_bend (QpShapeFigures *self, const QpShape *shape)
{
  if (shape->facets->len < 2)
    return;
  self->bend_deg = bend_of (shape);
  self->chord_m = qp_shape_chord (shape);
  self->sagitta_m = qp_shape_sagitta (shape);
  self->radius_m = shape->radius;
  self->joint_deg = shape->joint_deg != 0 ? shape->joint_deg : NAN;
}

/* cells that a zone has are counted by the grid, others by the area that somebody stated */
static void
read_zones (QpShapeFigures *self, const QpScreen *screen, const QpShape *shape, gboolean known)
{
  double stated = 0;
  guint bare = 0, placed = 0;
  QpNodeIter iter;

  qp_node_iter_init (&iter, screen->node.children);
  for (QpNode *node; (node = (QpNode *) qp_node_iter_next_of (&iter, QP_KIND_ZONE)) != NULL;)
    if (qp_zone_has_cells ((const QpZone *) node))
      placed++;
    else if (!isnan (((const QpZone *) node)->area_m2))
      {
        stated += ((const QpZone *) node)->area_m2;
        bare++;
      }
  if (bare == 0)
    return;
  self->edge_m = NAN;
  if (placed == 0)
    self->missing = NAN;
  self->zoned_m2 = stated + (placed == 0 ? 0 : known ? qp_shape_area (shape) : NAN);
}

static void
read_outline (QpShapeFigures *self, const QpScreen *screen, const QpShape *shape, gboolean known)
{
  if (shape->kind == QP_SCREEN_CAP)
    {
      self->cap_diameter_m = metres_or_nan (screen->cap_diameter_m);
      self->cap_height_m = metres_or_nan (screen->cap_height_m);
    }
  if (shape->kind == QP_SCREEN_HALF_ELLIPSE && known)
    {
      self->ellipse_width_m = qp_shape_developed_width (shape);
      self->ellipse_height_m = qp_shape_height (shape);
    }
}

static gboolean
is_plain (const QpScreen *screen)
{
  return (screen->shape == QP_UNSET || screen->shape == QP_SCREEN_FLAT || screen->shape == QP_SCREEN_MESH)
         && screen->missing_cells == NULL;
}

static double
edge_of_plain (const QpScreen *screen, const QpCatalogue *catalogue)
{
  QpCell cell;

  if (screen->columns == QP_UNSET || screen->rows == QP_UNSET || !qp_screen_cell (screen, catalogue, &cell) || !(cell.width_um > 0)
      || !(cell.height_um > 0))
    return NAN;
  return 2 * ((double) screen->columns * qp_m_from_um (cell.width_um) + (double) screen->rows * qp_m_from_um (cell.height_um));
}

/* Plain screens, of which there are thousands, are not laid out. */
void
qp_shape_figures_init (QpShapeFigures *self, const QpScreen *screen, const QpCatalogue *catalogue)
{
  *self = (QpShapeFigures){ 0, screen->double_sided == TRUE ? 2 : 1, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN };
  if (is_plain (screen))
    {
      self->edge_m = edge_of_plain (screen, catalogue);
      return;
    }
  g_auto (QpShape) shape = { 0 };
  const gboolean known = qp_shape_init (&shape, screen, catalogue);
  self->missing = (double) ((guint64) shape.cells.columns * shape.cells.rows - shape.cells.n);
  self->edge_m = known ? qp_shape_edge (&shape) : NAN;
  read_bend (self, &shape);
  read_outline (self, screen, &shape, known);
  if (shape.kind == QP_SCREEN_ZONES)
    read_zones (self, screen, &shape, known);
}

/* The greatest angle that the product allows at a joint whichever way it bends, degrees; NaN when the maker publishes none.
 * Makers do not say which sign is outward: where their limits differ, the greater holds one way only. */
double
qp_cabinet_joint_limit (const QpCabinet *cabinet, double *greatest)
{
  *greatest = NAN;
  if (cabinet == NULL || isnan (cabinet->curve_min_deg) || isnan (cabinet->curve_max_deg))
    return NAN;
  *greatest = fmax (fabs (cabinet->curve_min_deg), fabs (cabinet->curve_max_deg));
  return fmin (fabs (cabinet->curve_min_deg), fabs (cabinet->curve_max_deg));
}
