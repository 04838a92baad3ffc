/* qp-elevation.h: what the elevation of a screen shows, as plain data
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Places are metres: x from the left edge of the unrolled grid as a viewer in front sees it, y up from the ground. A
 * view from behind is mirrored: there x runs from the right, see qp_elevation_mirror().
 */
#pragma once

#include "engine/qp-shape.h"
#include "render/qp-style.h"

G_BEGIN_DECLS

#define QP_ELEVATION_PERSON_M 1.7

/**
 * QpCellRange:
 * @column: first column, from 0
 * @row: first row, from 0 at the top
 * @columns: columns
 * @rows: rows
 *
 * A rectangle of cabinets.
 */
typedef struct
{
  guint column;
  guint row;
  guint columns;
  guint rows;
} QpCellRange;

/**
 * QpElevationPart:
 * @cells: the cabinets it may have
 * @left: left edge, metres
 * @top: top edge, metres
 * @zone: index of the zone that has its own place; -1 for the grid without such zones
 *
 * A piece of the grid that hangs in one place.
 */
typedef struct
{
  QpCellRange cells;
  double left;
  double top;
  int zone;
} QpElevationPart;

/**
 * QpElevationZone:
 * @name: its name; owned
 * @cells: its cabinets
 * @box: where it is, metres
 * @area_m2: area of its cabinets that are there
 * @stated_m2: area that is stated; NaN when none is
 *
 * A zone that says which cabinets it has.
 */
typedef struct
{
  char *name;
  QpCellRange cells;
  QpBox box;
  double area_m2;
  double stated_m2;
} QpElevationZone;

/**
 * QpElevationSection:
 * @column: first column
 * @columns: columns
 * @round: whether it is a rounded corner
 * @corner_deg: angle behind the faces at its left edge, or of the rounding; NaN when it only begins there
 *
 * A face or a rounded corner, between two folds.
 */
typedef struct
{
  guint column;
  guint columns;
  gboolean round;
  double corner_deg;
} QpElevationSection;

/**
 * QpElevation:
 * @name: name of the screen; owned
 * @cabinet: (nullable): title of its cabinet; owned
 * @note: (nullable): what the unrolled drawing can't show: radius, angles, from where it is seen; owned
 * @back_note: what is said of the view from behind; owned
 * @known: whether there is something to be drawn to scale
 * @shape: the shape; cells, sizes, facets
 * @lacking: the cabinets that were taken out by hand, as cells that are not there
 * @parts: (element-type QpElevationPart): where the cabinets hang; zones with a place of their own come first
 * @zones: (element-type QpElevationZone): zones that say which cabinets they have
 * @sections: (element-type QpElevationSection): faces and rounded corners from the left; one for a face without folds
 * @frame: the box around all cabinets, metres
 *
 * What the elevation shows. Plain data.
 */
typedef struct
{
  char *name;
  char *cabinet;
  char *note;
  char *back_note;
  gboolean known;
  QpShape shape;
  QpCells lacking;
  GArray *parts;
  GArray *zones;
  GArray *sections;
  QpBox frame;
} QpElevation;

void qp_elevation_init (QpElevation *self, const QpScreen *screen, const QpCatalogue *catalogue);
void qp_elevation_clear (QpElevation *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QpElevation, qp_elevation_clear)

gboolean qp_elevation_has_size (const QpElevation *self);
gboolean qp_elevation_has_ground (const QpElevation *self);
QpBox qp_elevation_bounds (const QpElevation *self, gboolean back);
double qp_elevation_person_x (const QpElevation *self, gboolean back);
double qp_elevation_mirror (const QpElevation *self, gboolean back, double x);
QpBox qp_elevation_mirror_box (const QpElevation *self, gboolean back, QpBox box);
char *qp_elevation_subtitle (const QpElevation *self);
char *qp_elevation_notes (const QpElevation *self, gboolean back);

const QpElevationPart *qp_elevation_part_of (const QpElevation *self, guint column, guint row);
gboolean qp_elevation_part_has (const QpElevation *self, const QpElevationPart *part, guint column, guint row);
QpBox qp_elevation_cell (const QpElevation *self, guint column, guint row);
QpBox qp_elevation_range (const QpElevation *self, QpCellRange range);
gboolean qp_elevation_cell_at (const QpElevation *self, QpVec place, gboolean nearest, guint *column, guint *row);
gboolean qp_elevation_may_have (const QpElevation *self, guint column, guint row);
guint64 qp_elevation_count (const QpElevation *self, QpCellRange range);
char *qp_elevation_describe (const QpElevation *self, QpCellRange range);
char *qp_elevation_toggle (const QpElevation *self, QpCellRange range, gboolean *taken_out);

G_END_DECLS
