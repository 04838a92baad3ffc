/* qp-elevation-pass.h: the parts that an elevation is painted from
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "render/qp-paint-screen.h"
#include "render/qp-text.h"

G_BEGIN_DECLS

/* one painting; boxes are pixels */
typedef struct
{
  cairo_t *cr;
  const QpPlanStyle *style;
  const QpElevation *elevation;
  const QpElevationView *view;
  const QpViewport *viewport;
  QpText *text;
  QpBox seen;    /* what has to be painted */
  QpBox frame;   /* around all cabinets */
  GArray *taken; /* QpBox: where names stand, so that no number is put there */
} QpElevationPass;

/* cabinets of a part that are in view; nothing when there are none */
gboolean qp_elevation_pass_visible (const QpElevationPass *pass, const QpElevationPart *part, QpCellRange *range);
QpBox qp_elevation_pass_box (const QpElevationPass *pass, QpBox metres);
QpBox qp_elevation_pass_cells (const QpElevationPass *pass, const QpElevationPart *part, QpCellRange range);
double qp_elevation_pass_cell_w (const QpElevationPass *pass);
double qp_elevation_pass_cell_h (const QpElevationPass *pass);
gboolean qp_elevation_pass_shows (const QpElevationPass *pass, guint layer);

/* qp-paint-cabinets.c, qp-paint-cabinet-numbers.c */
void qp_paint_faces (const QpElevationPass *pass);
void qp_paint_cabinet_numbers (const QpElevationPass *pass);
/* qp-paint-zones.c */
void qp_paint_zones (const QpElevationPass *pass);
void qp_paint_folds (const QpElevationPass *pass);
/* qp-paint-spans.c: returns how far it goes out above the face, pixels */
double qp_elevation_room_above (const QpElevation *self, const QpElevationView *view, const QpPlanStyle *style);
void qp_paint_spans (const QpElevationPass *pass);
/* qp-paint-cell-paths.c */
void qp_paint_cell_paths (const QpElevationPass *pass);
void qp_paint_chosen_cells (const QpElevationPass *pass);

G_END_DECLS
