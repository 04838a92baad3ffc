/* qp-shape.c: a screen's shape in space
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/qp-shape.h"

#include "base/qp-number.h"
#include "engine/qp-estimate.h"
#include "engine/qp-shape-private.h"

#include <math.h>
#include <string.h>

static void
read_cells (QpShape *self, const QpScreen *screen)
{
  qp_cells_init (&self->cells, (guint) MAX (screen->columns, 1), (guint) MAX (screen->rows, 1));
  qp_shape_cut (self, screen);
  qp_cells_remove (&self->cells, screen->missing_cells);
}

static gboolean
read_cabinet (QpShape *self, const QpScreen *screen, const QpCatalogue *catalogue)
{
  const QpCabinet *cabinet
      = catalogue == NULL || screen->cabinet == NULL ? NULL : qp_catalogue_cabinet (catalogue, screen->cabinet);
  QpCell cell;

  self->depth = cabinet == NULL || cabinet->depth_mm == QP_UNSET ? NAN : qp_m_from_um (cabinet->depth_mm);
  if (!qp_screen_cell (screen, catalogue, &cell) || !(cell.width_um > 0) || !(cell.height_um > 0))
    return FALSE;
  self->cell_w = qp_m_from_um (cell.width_um);
  self->cell_h = qp_m_from_um (cell.height_um);
  self->cell_px_w = (guint) MAX (cell.px_w, 0);
  self->cell_px_h = (guint) MAX (cell.px_h, 0);
  return TRUE;
}

/**
 * qp_shape_init:
 * @self: (out caller-allocates): a shape
 * @screen: a screen
 * @catalogue: (nullable): where its cabinet is looked up
 *
 * Finds where each cabinet is. On the plan a face is a path of straight facets as wide as whole columns, and bends between
 * them: an arc bends at each joint of cabinets, a corner once. What a shape lacks is taken so that it can be drawn: an arc
 * without radius and angle is flat, a corner has 90° and equal faces. End with qp_shape_clear() in any case.
 *
 * Position: the middle of the face, or, of an even number of faces, their middle corner, is at (x_m, y_m) and looks along
 * facing_deg. A shape closed in itself (a column, a box) has its axis there instead.
 *
 * Returns: whether the size of a cabinet is known; if not, there are no facets
 */
gboolean
qp_shape_init (QpShape *self, const QpScreen *screen, const QpCatalogue *catalogue)
{
  *self = (QpShape){ .kind = screen->shape == QP_UNSET ? QP_SCREEN_FLAT : (QpScreenShape) screen->shape };
  self->facets = g_array_new (FALSE, FALSE, sizeof (QpFacet));
  self->double_sided = screen->double_sided == TRUE;
  self->bottom = screen->bottom_height_m == QP_UNSET ? NAN : qp_m_from_um (screen->bottom_height_m);
  self->tilt = isnan (screen->tilt_deg) ? 0 : screen->tilt_deg * G_PI / 180;
  self->lying = self->kind == QP_SCREEN_FLOOR || self->kind == QP_SCREEN_CEILING;
  self->radius = NAN;
  const gboolean known = read_cabinet (self, screen, catalogue);
  read_cells (self, screen);
  if (known)
    qp_shape_lay_path (self, screen);
  return known;
}

/**
 * qp_shape_clear:
 * @self: a shape
 */
void
qp_shape_clear (QpShape *self)
{
  qp_cells_clear (&self->cells);
  g_clear_pointer (&self->facets, g_array_unref);
}

/**
 * qp_shape_facet_of_column:
 * @self: a shape with facets
 * @column: a column, from 0
 *
 * Returns: index of the facet that the column is on; the last one for columns beyond the grid
 */
guint
qp_shape_facet_of_column (const QpShape *self, guint column)
{
  guint low = 0, high = self->facets->len - 1;

  while (low < high)
    {
      const guint middle = (low + high + 1) / 2;
      if (qp_shape_facet (self, middle)->first <= column)
        low = middle;
      else
        high = middle - 1;
    }
  return low;
}

/**
 * qp_shape_n_faces:
 * @self: a shape with facets
 *
 * Returns: number of faces that a corner or a polygon has; 1 for one that is flat or bends smoothly
 */
guint
qp_shape_n_faces (const QpShape *self)
{
  return qp_shape_facet (self, self->facets->len - 1)->face + 1;
}

/**
 * qp_facet_facing:
 * @facet: a facet
 *
 * Returns: unit vector on the plan of where it looks
 */
QpVec
qp_facet_facing (const QpFacet *facet)
{
  const QpVec along = qp_vec_sub (facet->b, facet->a);
  const double length = qp_vec_length (along);

  return length > 0 ? qp_vec (along.y / length, -along.x / length) : qp_vec (0, -1);
}

/**
 * qp_shape_normal:
 * @self: a shape
 * @facet: one of its facets
 *
 * Returns: unit vector of where the facet looks in space; tilt down positive. A floor looks up, a ceiling down.
 */
QpVec3
qp_shape_normal (const QpShape *self, const QpFacet *facet)
{
  if (self->lying)
    return qp_vec3 (0, 0, self->kind == QP_SCREEN_FLOOR ? 1 : -1);
  return qp_vec3_of (qp_vec_scale (qp_facet_facing (facet), cos (self->tilt)), -sin (self->tilt));
}

/**
 * qp_shape_point:
 * @self: a shape
 * @facet: one of its facets
 * @column: a place across, in columns from 0 at the left edge of the grid; on the facet from @facet->first
 * @row: a place down, in rows from 0 at the top edge
 *
 * Returns: this place in space, metres; z is 0 at the bottom edge when its height is not known. The upper edge of a floor
 *   is away from where it faces, that of a ceiling is towards it: as somebody sees them who looks that way.
 */
QpVec3
qp_shape_point (const QpShape *self, const QpFacet *facet, double column, double row)
{
  const double t = (column - facet->first) / facet->columns;
  const QpVec along = qp_vec_add (facet->a, qp_vec_scale (qp_vec_sub (facet->b, facet->a), t));
  const double up = (self->cells.rows - row) * self->cell_h, bottom = isnan (self->bottom) ? 0 : self->bottom;
  const QpVec facing = qp_facet_facing (facet);

  if (self->lying)
    {
      const double away = (up - self->cells.rows * self->cell_h / 2) * (self->kind == QP_SCREEN_FLOOR ? -1 : 1);
      return qp_vec3_of (qp_vec_add (along, qp_vec_scale (facing, away)), bottom);
    }
  return qp_vec3_of (qp_vec_add (along, qp_vec_scale (facing, up * sin (self->tilt))), bottom + up * cos (self->tilt));
}

static void
quad (const QpShape *self, const QpFacet *facet, guint column, guint columns, guint row, guint rows, QpVec3 corners[4])
{
  corners[0] = qp_shape_point (self, facet, column, row);
  corners[1] = qp_shape_point (self, facet, column + columns, row);
  corners[2] = qp_shape_point (self, facet, column + columns, row + rows);
  corners[3] = qp_shape_point (self, facet, column, row + rows);
}

/**
 * qp_shape_cell_quad:
 * @self: a shape with facets
 * @column: a column, from 0
 * @row: a row, from 0 at the top
 * @corners: (out) (array fixed-size=4): upper left, upper right, lower right, lower left as a viewer in front sees them
 *
 * Finds the corners of one cabinet's face in space, metres.
 */
void
qp_shape_cell_quad (const QpShape *self, guint column, guint row, QpVec3 corners[4])
{
  quad (self, qp_shape_facet (self, qp_shape_facet_of_column (self, column)), column, 1, row, 1, corners);
}

/**
 * qp_shape_facet_quad:
 * @self: a shape
 * @facet: one of its facets
 * @corners: (out) (array fixed-size=4): upper left, upper right, lower right, lower left as a viewer in front sees them
 *
 * Finds the corners of a whole facet in space, metres.
 */
void
qp_shape_facet_quad (const QpShape *self, const QpFacet *facet, QpVec3 corners[4])
{
  quad (self, facet, facet->first, facet->columns, 0, self->cells.rows, corners);
}

/**
 * qp_shape_bounds:
 * @self: a shape with facets
 *
 * Returns: the box around its face on the plan, metres; the depth of the cabinets is not counted
 */
QpBox
qp_shape_bounds (const QpShape *self)
{
  QpBox box = QP_BOX_EMPTY;
  QpVec3 corners[4];

  for (guint i = 0; i < self->facets->len; i++)
    {
      qp_shape_facet_quad (self, qp_shape_facet (self, i), corners);
      for (guint k = 0; k < 4; k++)
        box = qp_box_with (box, qp_vec3_plan (corners[k]));
    }
  return box;
}

/**
 * qp_shape_area:
 * @self: a shape
 *
 * Returns: area of all cabinets that are there, m², both sides of a double-sided screen
 */
double
qp_shape_area (const QpShape *self)
{
  return (double) self->cells.n * self->cell_w * self->cell_h * (self->double_sided ? 2 : 1);
}

/**
 * qp_shape_developed_width:
 * @self: a shape
 *
 * Returns: width of the unrolled grid, metres
 */
double
qp_shape_developed_width (const QpShape *self)
{
  return self->cells.columns * self->cell_w;
}

/**
 * qp_shape_height:
 * @self: a shape
 *
 * Returns: height of the grid along its face, metres
 */
double
qp_shape_height (const QpShape *self)
{
  return self->cells.rows * self->cell_h;
}

/* of a cap only the lowest circle is an edge: its rows are rings, each on the one above it */
static double
rim_of_cap (const QpShape *self)
{
  for (guint row = self->cells.rows; row-- > 0;)
    {
      guint n = 0;
      for (guint column = 0; column < self->cells.columns; column++)
        n += qp_cells_has (&self->cells, column, row);
      if (n > 0)
        return n * self->cell_w;
    }
  return 0;
}

/**
 * qp_shape_edge:
 * @self: a shape
 *
 * Returns: length of the edge of a face along it, openings counted, metres; one that is closed in itself has none to left and
 *   right
 */
double
qp_shape_edge (const QpShape *self)
{
  guint64 beside, above;

  if (self->kind == QP_SCREEN_CAP)
    return rim_of_cap (self);
  qp_cells_edges (&self->cells, self->closed, &beside, &above);
  return (double) beside * self->cell_h + (double) above * self->cell_w;
}

/**
 * qp_shape_chord:
 * @self: a shape with facets
 *
 * Returns: straight distance between the two ends, metres; 0 for one that is closed
 */
double
qp_shape_chord (const QpShape *self)
{
  return self->closed ? 0 : qp_vec_distance (qp_shape_facet (self, 0)->a, qp_shape_facet (self, self->facets->len - 1)->b);
}

/**
 * qp_shape_sagitta:
 * @self: a shape with facets
 *
 * Returns: greatest distance of the face from the line between its ends, metres; of one that is closed, its diameter
 *   through the joints; negative when it bulges away from the viewer
 */
double
qp_shape_sagitta (const QpShape *self)
{
  const QpVec a = qp_shape_facet (self, 0)->a, b = qp_shape_facet (self, self->facets->len - 1)->b;
  const double chord = qp_vec_distance (a, b);
  double greatest = 0;

  if (self->closed)
    return isnan (self->radius) ? NAN : 2 * self->radius;
  if (!(chord > 0))
    return NAN;
  const QpVec out = qp_vec ((b.y - a.y) / chord, -(b.x - a.x) / chord);
  for (guint i = 0; i < self->facets->len; i++)
    {
      const double away = qp_vec_dot (qp_vec_sub (qp_shape_facet (self, i)->b, a), out);
      if (fabs (away) > fabs (greatest))
        greatest = away;
    }
  return fabs (greatest) < 1e-9 ? 0 : greatest;
}

/**
 * qp_shape_parse_list:
 * @text: (nullable): numbers parted by blanks, as of face_columns and corner_angles_deg
 * @least: least allowed number
 * @greatest: greatest allowed number
 * @numbers: (element-type double): where the numbers are added
 *
 * Returns: whether all are numbers in this range; those before the first that is not are added
 */
gboolean
qp_shape_parse_list (const char *text, double least, double greatest, GArray *numbers)
{
  if (text == NULL)
    return TRUE;
  g_auto (GStrv) words = g_strsplit_set (text, " ;\t\n", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      double number;
      if (*words[i] == '\0')
        continue;
      if (qp_real_parse (words[i], &number) != QP_PARSE_OK || number < least || number > greatest)
        return FALSE;
      g_array_append_val (numbers, number);
    }
  return TRUE;
}
