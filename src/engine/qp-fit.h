/* qp-fit.h: the whole numbers of cabinets next to what is wanted, and what is lost by them
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-estimate.h"

G_BEGIN_DECLS

/**
 * QpRasterTarget:
 * @key: word on the command line
 * @label: translatable name
 * @px_w: pixels across
 * @px_h: pixels down
 *
 * A raster that pictures are made in.
 */
typedef struct
{
  const char *key;
  const char *label;
  gint64 px_w;
  gint64 px_h;
} QpRasterTarget;

guint qp_raster_target_count (void);
const QpRasterTarget *qp_raster_target_at (guint index);
const QpRasterTarget *qp_raster_target_find (const char *key);

/**
 * QpFitBy:
 * @QP_FIT_WIDTH: the width is given, metres
 * @QP_FIT_HEIGHT: the height is given, metres
 * @QP_FIT_AREA: the area is given, m²
 */
typedef enum
{
  QP_FIT_WIDTH,
  QP_FIT_HEIGHT,
  QP_FIT_AREA,
} QpFitBy;

gboolean qp_fit_aspect (const QpCell *cell, double aspect, double tolerance, QpFitBy by, double amount, QpGrid *below,
                        QpGrid *above);
double qp_grid_aspect_error (const QpGrid *self, double aspect);
gboolean qp_grid_is_empty (const QpGrid *self);
gboolean qp_grid_equal (const QpGrid *self, const QpGrid *other);
gboolean qp_grid_has_raster (const QpGrid *self, gint64 px_w, gint64 px_h);
gboolean qp_grid_has_size (const QpGrid *self, double width_m, double height_m);
gboolean qp_grid_has_aspect (const QpGrid *self, double aspect);

char *qp_grid_text (const QpGrid *self);
char *qp_grid_raster_loss (const QpGrid *self, gint64 px_w, gint64 px_h);
char *qp_grid_size_loss (const QpGrid *self, double width_m, double height_m);
char *qp_grid_aspect_loss (const QpGrid *self, double aspect);

G_END_DECLS
