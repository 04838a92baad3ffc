/* qp-shape-cut.c: outlines that are not rectangles: cells that the shape itself leaves out
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/qp-shape-private.h"

#include <math.h>

/* upright half of an ellipse that stands on its long side: a cell is there when its middle is inside */
static void
cut_half_ellipse (QpCells *cells)
{
  for (guint row = 0; row < cells->rows; row++)
    for (guint column = 0; column < cells->columns; column++)
      {
        const double x = (2 * column + 1.0) / cells->columns - 1, y = (cells->rows - row - 0.5) / cells->rows;
        if (x * x + y * y > 1)
          qp_cells_set (cells, column, row, FALSE);
      }
}

/* Rows of a cap lie on its circles of latitude, counted from the pole: each has as many whole cabinets as go round its
 * middle. */
static void
cut_cap (QpShape *self, double diameter, double height)
{
  const double r = diameter / 2, base = acos (CLAMP (1 - height / r, -1, 1));
  QpCells *cells = &self->cells;

  for (guint row = 0; row < cells->rows; row++)
    {
      const double polar = (row + 0.5) * self->cell_h / r;
      const double round = polar < base ? 2 * G_PI * r * sin (polar) / self->cell_w : 0;
      const guint n = (guint) MIN (floor (round + 1e-9), cells->columns), from = (cells->columns - n) / 2;
      for (guint column = 0; column < cells->columns; column++)
        if (column < from || column >= from + n)
          qp_cells_set (cells, column, row, FALSE);
    }
}

/**
 * qp_zone_has_cells:
 * @zone: a zone
 *
 * Returns: whether it says which cells of the grid it has
 */
gboolean
qp_zone_has_cells (const QpZone *zone)
{
  return zone->column != QP_UNSET && zone->row != QP_UNSET && zone->columns != QP_UNSET && zone->rows != QP_UNSET;
}

static gboolean
is_in_a_zone (const GPtrArray *zones, guint column, guint row)
{
  for (guint i = 0; i < zones->len; i++)
    {
      const QpZone *zone = g_ptr_array_index (zones, i);
      if (column + 1 >= zone->column && column + 1 < zone->column + zone->columns && row + 1 >= zone->row
          && row + 1 < zone->row + zone->rows)
        return TRUE;
    }
  return FALSE;
}

/* a group of zones has the cells of its zones; without zones that say where they are, all */
static void
cut_zones (QpCells *cells, const QpScreen *screen)
{
  g_autoptr (GPtrArray) zones = g_ptr_array_new ();
  QpNodeIter iter;

  qp_node_iter_init (&iter, screen->node.children);
  for (QpNode *node; (node = (QpNode *) qp_node_iter_next_of (&iter, QP_KIND_ZONE)) != NULL;)
    if (qp_zone_has_cells ((const QpZone *) node))
      g_ptr_array_add (zones, node);
  for (guint row = 0; zones->len > 0 && row < cells->rows; row++)
    for (guint column = 0; column < cells->columns; column++)
      if (!is_in_a_zone (zones, column, row))
        qp_cells_set (cells, column, row, FALSE);
}

/* inside the engine: takes out the cells that the kind of shape leaves out */
void
qp_shape_cut (QpShape *self, const QpScreen *screen)
{
  if ((guint64) self->cells.columns * self->cells.rows > QP_CELLS_MAX)
    return;
  if (self->kind == QP_SCREEN_HALF_ELLIPSE)
    cut_half_ellipse (&self->cells);
  else if (self->kind == QP_SCREEN_CAP && screen->cap_diameter_m != QP_UNSET && screen->cap_height_m != QP_UNSET
           && self->cell_w > 0)
    cut_cap (self, qp_m_from_um (screen->cap_diameter_m), qp_m_from_um (screen->cap_height_m));
  else if (self->kind == QP_SCREEN_ZONES)
    cut_zones (&self->cells, screen);
}
