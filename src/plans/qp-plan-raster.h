/* qp-plan-raster.h: a picture with halved copies of itself, drawn quickly at any scale
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * QpPlanRaster:
 *
 * Level 0 is the picture, each further level has half the side of the one before. Not locked: one thread at a time.
 */
typedef struct _QpPlanRaster QpPlanRaster;

QpPlanRaster *qp_plan_raster_new (cairo_surface_t *picture, double units_per_pixel, gint64 kept_pixels);
void qp_plan_raster_free (QpPlanRaster *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QpPlanRaster, qp_plan_raster_free)

double qp_plan_raster_units_per_pixel (const QpPlanRaster *self);
gsize qp_plan_raster_memory (const QpPlanRaster *self);
void qp_plan_raster_paint (QpPlanRaster *self, cairo_t *cr);
void qp_halve_rows (const guint32 *upper, const guint32 *lower, int width, guint32 *out);

G_END_DECLS
