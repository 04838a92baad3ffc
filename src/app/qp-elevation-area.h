/* qp-elevation-area.h: the elevation of a screen, to be looked at and to choose cabinets in
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "render/qp-paint-screen.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * QpElevationArea:
 *
 * Draws an elevation with the same habits as the plan: a wheel zooms, two fingers pan and pinch, the middle button or
 * the space bar pans. A click chooses a cabinet, a drag a rectangle of them; so do the arrow keys, with Shift for more.
 *
 * Signals:
 * - `chosen`: other cabinets are chosen, or none
 * - `toggle`: Delete was pressed on what is chosen
 * - `menu` (double x, double y): a context menu is asked for
 */
#define QP_TYPE_ELEVATION_AREA (qp_elevation_area_get_type ())
G_DECLARE_FINAL_TYPE (QpElevationArea, qp_elevation_area, QP, ELEVATION_AREA, GtkWidget)

void qp_elevation_area_show (QpElevationArea *self, const QpScreen *screen, const QpCatalogue *catalogue);
const QpElevation *qp_elevation_area_elevation (QpElevationArea *self);
const QpElevationView *qp_elevation_area_view (QpElevationArea *self);
void qp_elevation_area_set_back (QpElevationArea *self, gboolean back);
void qp_elevation_area_set_layer (QpElevationArea *self, guint layer, gboolean shown);
void qp_elevation_area_set_paths (QpElevationArea *self, const QpElevationPath *paths, guint n_paths, gpointer owner,
                                  GDestroyNotify free_owner);
gboolean qp_elevation_area_chosen (QpElevationArea *self, QpCellRange *range);
void qp_elevation_area_choose (QpElevationArea *self, const QpCellRange *range);
void qp_elevation_area_step_zoom (QpElevationArea *self, int steps);
void qp_elevation_area_fit (QpElevationArea *self);
void qp_elevation_area_fit_chosen (QpElevationArea *self);
void qp_elevation_area_set_ratio (QpElevationArea *self, double ratio);
const QpViewport *qp_elevation_area_viewport (QpElevationArea *self);

/* qp-elevation-input.c */
void qp_elevation_area_add_input (QpElevationArea *self);
void qp_elevation_area_pan (QpElevationArea *self, double dx, double dy);
void qp_elevation_area_zoom_at (QpElevationArea *self, double factor, QpVec px);
gboolean qp_elevation_area_cell_at (QpElevationArea *self, QpVec px, gboolean nearest, guint *column, guint *row);
void qp_elevation_area_choose_from (QpElevationArea *self, guint column, guint row, gboolean extend);
void qp_elevation_area_move_choice (QpElevationArea *self, int across, int down, gboolean extend);

G_END_DECLS
