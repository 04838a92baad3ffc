/* qp-shape.h: a screen's shape in space: plane facets of whole columns, bent at the joints of the cabinets
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "catalogue/qp-catalogue.h"
#include "engine/qp-cells.h"
#include "engine/qp-space.h"

G_BEGIN_DECLS

/**
 * QpFacet:
 * @face: which face it belongs to, from 0 at the left as a viewer in front sees it; a rounding has the number of the face
 *   at its left
 * @first: its first column, from 0
 * @columns: how many columns it has
 * @a: left end on the plan, metres
 * @b: right end
 * @turn_deg: how much it is turned against the facet at its left, degrees; positive bends away from the viewer (outward)
 *
 * A plane piece of a face: whole columns side by side.
 */
typedef struct
{
  guint face;
  guint first;
  guint columns;
  QpVec a;
  QpVec b;
  double turn_deg;
} QpFacet;

/**
 * QpShape:
 * @kind: an index of qp_values_shape
 * @cells: the grid and which of its cabinets are there
 * @cell_w: width of a cabinet, metres
 * @cell_h: height of a cabinet, metres
 * @cell_px_w: pixels of a cabinet across; 0 when not known
 * @cell_px_h: pixels of a cabinet down; 0 when not known
 * @depth: of a cabinet, metres; NaN when not known
 * @closed: whether the last facet is joined to the first
 * @lying: whether it lies in the floor or in the ceiling; its only facet is then its middle line
 * @double_sided: whether there is a second face behind, looking back
 * @bottom: bottom edge above the level, metres; NaN when not known
 * @tilt: radians, down positive
 * @radius: of an arc, a rounding or a column through its joints, metres, positive outward; NaN when there is none
 * @joint_deg: greatest angle at a joint of cabinets that bends smoothly, degrees, positive outward; 0 when none bends
 * @facets: (element-type QpFacet): from left to right as a viewer in front sees it
 *
 * Where every cabinet of a screen is in space. Immutable once made.
 */
typedef struct
{
  QpScreenShape kind;
  QpCells cells;
  double cell_w;
  double cell_h;
  guint cell_px_w;
  guint cell_px_h;
  double depth;
  gboolean closed;
  gboolean lying;
  gboolean double_sided;
  double bottom;
  double tilt;
  double radius;
  double joint_deg;
  GArray *facets;
} QpShape;

gboolean qp_shape_init (QpShape *self, const QpScreen *screen, const QpCatalogue *catalogue);
void qp_shape_clear (QpShape *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QpShape, qp_shape_clear)

#define qp_shape_facet(self, i) (&g_array_index ((self)->facets, QpFacet, (i)))

guint qp_shape_facet_of_column (const QpShape *self, guint column);
guint qp_shape_n_faces (const QpShape *self);
QpVec qp_facet_facing (const QpFacet *facet);
QpVec3 qp_shape_normal (const QpShape *self, const QpFacet *facet);
QpVec3 qp_shape_point (const QpShape *self, const QpFacet *facet, double column, double row);
void qp_shape_cell_quad (const QpShape *self, guint column, guint row, QpVec3 corners[4]);
void qp_shape_facet_quad (const QpShape *self, const QpFacet *facet, QpVec3 corners[4]);
QpBox qp_shape_bounds (const QpShape *self);
double qp_shape_area (const QpShape *self);
double qp_shape_developed_width (const QpShape *self);
double qp_shape_height (const QpShape *self);
double qp_shape_edge (const QpShape *self);
double qp_shape_chord (const QpShape *self);
double qp_shape_sagitta (const QpShape *self);

gboolean qp_zone_has_cells (const QpZone *zone);
gboolean qp_shape_parse_list (const char *text, double least, double greatest, GArray *numbers);

G_END_DECLS
