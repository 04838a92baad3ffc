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

cairo_surface_t *qp_png_decode (GBytes *bytes, GError **error);
gboolean qp_png_size (GBytes *bytes, guint32 *width, guint32 *height);

QpPlanRaster *qp_plan_raster_new (cairo_surface_t *picture, double units_per_pixel, gint64 kept_pixels);
void qp_plan_raster_free (QpPlanRaster *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QpPlanRaster, qp_plan_raster_free)

gboolean qp_plan_raster_is_reduced (const QpPlanRaster *self);
double qp_plan_raster_units_per_pixel (const QpPlanRaster *self);
gsize qp_plan_raster_memory (const QpPlanRaster *self);
void qp_plan_raster_paint (QpPlanRaster *self, cairo_t *cr);

G_END_DECLS
