/* qp-elevation.c: what the elevation of a screen shows, as plain data
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "render/qp-elevation.h"

#include "engine/qp-estimate.h"
#include "render/qp-elevation-private.h"

#include <math.h>

/* -- zones and parts -- */

static gboolean
zone_cells (const QpZone *zone, const QpCells *cells, QpCellRange *out)
{
  if (zone->column == QP_UNSET || zone->row == QP_UNSET || zone->columns == QP_UNSET || zone->rows == QP_UNSET
      || zone->column < 1 || zone->row < 1 || zone->column > cells->columns || zone->row > cells->rows)
    return FALSE;
  *out = (QpCellRange){ (guint) zone->column - 1, (guint) zone->row - 1, 0, 0 };
  out->columns = (guint) MIN (zone->columns, (gint64) cells->columns - out->column);
  out->rows = (guint) MIN (zone->rows, (gint64) cells->rows - out->row);
  return TRUE;
}

static gboolean
range_has (QpCellRange range, guint column, guint row)
{
  return column - range.column < range.columns && row - range.row < range.rows && column >= range.column
         && row >= range.row;
}

static guint64
count_cells (const QpCells *cells, QpCellRange range)
{
  guint64 n = 0;

  if (qp_cells_is_full (cells))
    return (guint64) range.columns * range.rows;
  for (guint row = range.row; row < range.row + range.rows; row++)
    for (guint column = range.column; column < range.column + range.columns; column++)
      n += qp_cells_has (cells, column, row);
  return n;
}

static double
bottom_of (const QpElevation *self)
{
  return isnan (self->shape.bottom) || self->shape.lying ? 0 : self->shape.bottom;
}

/* where a part hangs that has no place of its own */
static QpElevationPart
part_on_grid (const QpElevation *self, QpCellRange cells, int zone)
{
  return (QpElevationPart){ cells, cells.column * self->shape.cell_w,
                            bottom_of (self) + (self->shape.cells.rows - cells.row) * self->shape.cell_h, zone };
}

static QpBox
part_box (const QpElevation *self, const QpElevationPart *part)
{
  return (QpBox){ part->left, part->top - part->cells.rows * self->shape.cell_h,
                  part->left + part->cells.columns * self->shape.cell_w, part->top };
}

static void
add_zone (QpElevation *self, const QpZone *zone)
{
  QpElevationZone out = { .stated_m2 = zone->area_m2 };

  if (!zone_cells (zone, &self->shape.cells, &out.cells))
    return;
  QpElevationPart part = part_on_grid (self, out.cells, (int) self->zones->len);
  if (zone->left_m != QP_UNSET)
    part.left = qp_m_from_um (zone->left_m);
  if (zone->bottom_height_m != QP_UNSET && !self->shape.lying)
    part.top = qp_m_from_um (zone->bottom_height_m) + out.cells.rows * self->shape.cell_h;
  out.name = qp_node_display_name (&zone->node);
  out.box = part_box (self, &part);
  out.area_m2 = (double) count_cells (&self->shape.cells, out.cells) * self->shape.cell_w * self->shape.cell_h;
  g_array_append_val (self->zones, out);
  if (zone->left_m != QP_UNSET || zone->bottom_height_m != QP_UNSET)
    g_array_append_val (self->parts, part);
}

/* the rest of the grid; left out when zones with places of their own have all of its cabinets */
static void
add_rest (QpElevation *self)
{
  const QpCells *cells = &self->shape.cells;
  const QpElevationPart rest = part_on_grid (self, (QpCellRange){ 0, 0, cells->columns, cells->rows }, -1);
  gboolean any = self->parts->len == 0;

  for (guint row = 0; !any && row < cells->rows; row++)
    for (guint column = 0; !any && column < cells->columns; column++)
      any = qp_elevation_part_has (self, &rest, column, row);
  if (any)
    g_array_append_val (self->parts, rest);
}

static void
read_parts (QpElevation *self, const QpScreen *screen)
{
  QpNodeIter iter;

  qp_node_iter_init (&iter, screen->node.children);
  for (const QpNode *node; (node = qp_node_iter_next_of (&iter, QP_KIND_ZONE)) != NULL;)
    add_zone (self, (const QpZone *) node);
  add_rest (self);
  self->frame = QP_BOX_EMPTY;
  for (guint i = 0; i < self->parts->len; i++)
    self->frame = qp_box_union (self->frame, part_box (self, &g_array_index (self->parts, QpElevationPart, i)));
}

/* -- faces and folds -- */

static gboolean
bends (const QpShape *shape, guint facet)
{
  return facet > 0 && facet < shape->facets->len && qp_shape_facet (shape, facet)->turn_deg != 0;
}

/* A fold is one bend, a rounded corner several in a row of which the last begins a new face. */
static void
read_sections (QpElevation *self)
{
  const QpShape *shape = &self->shape;
  QpElevationSection section = { .corner_deg = NAN };

  for (guint i = 1; qp_shape_n_faces (shape) > 1 && i < shape->facets->len; i++)
    {
      double turned = 0;
      const guint first = i, face = qp_shape_facet (shape, i - 1)->face;
      for (; bends (shape, i) && qp_shape_facet (shape, i)->face == face; i++)
        turned += qp_shape_facet (shape, i)->turn_deg;
      const QpFacet *next = qp_shape_facet (shape, MIN (i, shape->facets->len - 1));
      section.columns = qp_shape_facet (shape, first)->first - section.column;
      g_array_append_val (self->sections, section);
      const double corner = 180 - turned - next->turn_deg;
      if (i > first)
        {
          const guint round = next->first - qp_shape_facet (shape, first)->first;
          const QpElevationSection rounding = { qp_shape_facet (shape, first)->first, round, TRUE, corner };
          g_array_append_val (self->sections, rounding);
        }
      section = (QpElevationSection){ .column = next->first, .corner_deg = i > first ? NAN : corner };
    }
  section.columns = shape->cells.columns - section.column;
  g_array_append_val (self->sections, section);
}

static void
clear_zone (gpointer zone)
{
  g_free (((QpElevationZone *) zone)->name);
}

/**
 * qp_elevation_init:
 * @self: (out caller-allocates): an elevation
 * @screen: a screen
 * @catalogue: (nullable): where its cabinet is looked up
 *
 * Reads what the elevation shows. End with qp_elevation_clear().
 */
void
qp_elevation_init (QpElevation *self, const QpScreen *screen, const QpCatalogue *catalogue)
{
  const QpCabinet *cabinet
      = catalogue != NULL && screen->cabinet != NULL ? qp_catalogue_cabinet (catalogue, screen->cabinet) : NULL;

  *self = (QpElevation){ .name = qp_node_display_name (&screen->node), .frame = QP_BOX_EMPTY };
  self->known = qp_shape_init (&self->shape, screen, catalogue);
  self->parts = g_array_new (FALSE, FALSE, sizeof (QpElevationPart));
  self->zones = g_array_new (FALSE, FALSE, sizeof (QpElevationZone));
  self->sections = g_array_new (FALSE, FALSE, sizeof (QpElevationSection));
  g_array_set_clear_func (self->zones, clear_zone);
  qp_cells_init (&self->lacking, self->shape.cells.columns, self->shape.cells.rows);
  qp_cells_remove (&self->lacking, screen->missing_cells);
  if (cabinet != NULL)
    self->cabinet = qp_cabinet_title (cabinet);
  if (!self->known)
    return;
  read_parts (self, screen);
  read_sections (self);
  self->note = qp_elevation_note (self, screen);
  self->back_note = qp_elevation_back_note (self, cabinet);
}

/**
 * qp_elevation_clear:
 * @self: an elevation, or all zero
 */
void
qp_elevation_clear (QpElevation *self)
{
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->cabinet, g_free);
  g_clear_pointer (&self->note, g_free);
  g_clear_pointer (&self->back_note, g_free);
  g_clear_pointer (&self->parts, g_array_unref);
  g_clear_pointer (&self->zones, g_array_unref);
  g_clear_pointer (&self->sections, g_array_unref);
  qp_cells_clear (&self->lacking);
  qp_shape_clear (&self->shape);
}

/**
 * qp_elevation_has_size:
 * @self: an elevation
 *
 * Returns: whether there is something to be drawn to scale
 */
gboolean
qp_elevation_has_size (const QpElevation *self)
{
  return self->known;
}

/**
 * qp_elevation_has_ground:
 * @self: an elevation
 *
 * Returns: whether the ground is seen: not of one that lies in the floor or in the ceiling
 */
gboolean
qp_elevation_has_ground (const QpElevation *self)
{
  return !self->shape.lying;
}

/**
 * qp_elevation_mirror:
 * @self: an elevation with a size
 * @back: whether it is seen from behind
 * @x: metres from the left edge, or from the right one
 *
 * Returns: where that is in the drawing, and back again, metres
 */
double
qp_elevation_mirror (const QpElevation *self, gboolean back, double x)
{
  return back ? qp_shape_developed_width (&self->shape) - x : x;
}

/**
 * qp_elevation_mirror_box:
 * @self: an elevation with a size
 * @back: whether it is seen from behind
 * @box: a box in metres from the left edge
 *
 * Returns: the same in the drawing
 */
QpBox
qp_elevation_mirror_box (const QpElevation *self, gboolean back, QpBox box)
{
  return qp_box_around (qp_vec (qp_elevation_mirror (self, back, box.x0), box.y0),
                        qp_vec (qp_elevation_mirror (self, back, box.x1), box.y1));
}

/**
 * qp_elevation_person_x:
 * @self: an elevation with a size
 * @back: whether it is seen from behind
 *
 * Returns: where the person stands in the drawing, metres
 */
double
qp_elevation_person_x (const QpElevation *self, gboolean back)
{
  const QpBox frame = qp_elevation_mirror_box (self, back, self->frame);

  return frame.x1 + MAX (1.2, 0.04 * (frame.x1 - frame.x0));
}

/**
 * qp_elevation_bounds:
 * @self: an elevation with a size
 * @back: whether it is seen from behind
 *
 * Returns: the box around screen, person and ground in the drawing, metres
 */
QpBox
qp_elevation_bounds (const QpElevation *self, gboolean back)
{
  QpBox box = qp_elevation_mirror_box (self, back, self->frame);
  const double feet = qp_elevation_has_ground (self) ? 0 : box.y0;

  box.x1 = qp_elevation_person_x (self, back) + 0.5;
  box.y0 = fmin (box.y0, feet);
  box.y1 = fmax (box.y1, feet + QP_ELEVATION_PERSON_M);
  return box;
}

/* -- cabinets -- */

/**
 * qp_elevation_part_has:
 * @self: an elevation with a size
 * @part: a part
 * @column: a column, from 0
 * @row: a row, from 0
 *
 * Returns: whether there is a cabinet in this cell, and it hangs in this part
 */
gboolean
qp_elevation_part_has (const QpElevation *self, const QpElevationPart *part, guint column, guint row)
{
  if (!qp_cells_has (&self->shape.cells, column, row) || !range_has (part->cells, column, row))
    return FALSE;
  for (guint i = 0; i < self->parts->len; i++)
    {
      const QpElevationPart *other = &g_array_index (self->parts, QpElevationPart, i);
      if (other->zone == part->zone)
        return TRUE;
      if (range_has (other->cells, column, row))
        return FALSE;
    }
  return TRUE;
}

/**
 * qp_elevation_part_of:
 * @self: an elevation with a size
 * @column: a column, from 0
 * @row: a row, from 0
 *
 * Returns: the part that a cell hangs in, also when its cabinet is missing
 */
const QpElevationPart *
qp_elevation_part_of (const QpElevation *self, guint column, guint row)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      const QpElevationPart *part = &g_array_index (self->parts, QpElevationPart, i);
      if (range_has (part->cells, column, row))
        return part;
    }
  return &g_array_index (self->parts, QpElevationPart, self->parts->len - 1);
}

/**
 * qp_elevation_cell:
 * @self: an elevation with a size
 * @column: a column, from 0
 * @row: a row, from 0
 *
 * Returns: where the cell is, metres
 */
QpBox
qp_elevation_cell (const QpElevation *self, guint column, guint row)
{
  const QpElevationPart *part = qp_elevation_part_of (self, column, row);
  const double left = part->left + ((double) column - part->cells.column) * self->shape.cell_w;
  const double top = part->top - ((double) row - part->cells.row) * self->shape.cell_h;

  return (QpBox){ left, top - self->shape.cell_h, left + self->shape.cell_w, top };
}

/**
 * qp_elevation_range:
 * @self: an elevation with a size
 * @range: cabinets
 *
 * Returns: the box around the corners of a rectangle of cabinets, metres
 */
QpBox
qp_elevation_range (const QpElevation *self, QpCellRange range)
{
  const guint right = range.column + range.columns - 1, low = range.row + range.rows - 1;

  return qp_box_union (qp_elevation_cell (self, range.column, range.row), qp_elevation_cell (self, right, low));
}

/**
 * qp_elevation_may_have:
 * @self: an elevation with a size
 * @column: a column, from 0
 * @row: a row, from 0
 *
 * Returns: whether the shape has this cell: a cabinet is there, or was taken out by hand
 */
gboolean
qp_elevation_may_have (const QpElevation *self, guint column, guint row)
{
  return column < self->shape.cells.columns && row < self->shape.cells.rows
         && (qp_cells_has (&self->shape.cells, column, row) || !qp_cells_has (&self->lacking, column, row));
}

static guint
cell_index (double along, double size, guint first, guint n)
{
  return first + (guint) CLAMP (floor (along / size), 0, n - 1.0);
}

/**
 * qp_elevation_cell_at:
 * @self: an elevation with a size
 * @place: metres from the left edge, and up from the ground
 * @nearest: whether a place beside the grid finds the nearest cell
 * @column: (out): the column there
 * @row: (out): the row there
 *
 * Returns: whether a cell of the grid is there, with a cabinet or without
 */
gboolean
qp_elevation_cell_at (const QpElevation *self, QpVec place, gboolean nearest, guint *column, guint *row)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      const QpElevationPart *part = &g_array_index (self->parts, QpElevationPart, i);
      if (!qp_box_has (part_box (self, part), place) && !(nearest && i == self->parts->len - 1))
        continue;
      const guint c = cell_index (place.x - part->left, self->shape.cell_w, part->cells.column, part->cells.columns);
      const guint r = cell_index (part->top - place.y, self->shape.cell_h, part->cells.row, part->cells.rows);
      if (!nearest && qp_elevation_part_of (self, c, r) != part)
        continue;
      *column = c;
      *row = r;
      return TRUE;
    }
  return FALSE;
}
