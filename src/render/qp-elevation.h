/* qp-elevation.h: what the elevation of a screen shows, as plain data
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "catalogue/qp-catalogue.h"
#include "engine/qp-geometry.h"

G_BEGIN_DECLS

/**
 * QpElevation:
 * @name: name of the screen; borrowed
 * @cabinet: (nullable): title of its cabinet; owned
 * @shape_note: (nullable): what the drawing leaves out: "drawn flat: the shape is …"; owned
 * @columns: cabinets across; 0 when not known
 * @rows: cabinets down; 0 when not known
 * @cell_width_m: width of a cabinet; NaN when not known
 * @cell_height_m: height of a cabinet; NaN when not known
 * @cell_px_w: pixels of a cabinet across; 0 when not known
 * @cell_px_h: pixels of a cabinet down; 0 when not known
 * @bottom_m: bottom edge above the ground; NaN when not known
 * @missing: (nullable): "column,row column,row …" counted from 1 at the top left; borrowed
 *
 * What the elevation shows. Plain data.
 */
typedef struct
{
  const char *name;
  char *cabinet;
  char *shape_note;
  gint64 columns;
  gint64 rows;
  double cell_width_m;
  double cell_height_m;
  gint64 cell_px_w;
  gint64 cell_px_h;
  double bottom_m;
  const char *missing;
} QpElevation;

void qp_elevation_init (QpElevation *self, const QpScreen *screen, const QpCatalogue *catalogue);
void qp_elevation_clear (QpElevation *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QpElevation, qp_elevation_clear)

gboolean qp_elevation_has_size (const QpElevation *self);
QpBox qp_elevation_bounds (const QpElevation *self);
double qp_elevation_width (const QpElevation *self);
double qp_elevation_height (const QpElevation *self);
double qp_elevation_bottom (const QpElevation *self);
double qp_elevation_person_x (const QpElevation *self);

G_END_DECLS
