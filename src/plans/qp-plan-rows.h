/* qp-plan-rows.h: a picture put together row by row, halved on the way where it would be too large
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * QpPlanRows:
 *
 * Takes rows of a picture from the top down, in cairo's pixels, and keeps them as they are or at half the resolution.
 */
typedef struct
{
  cairo_surface_t *picture;
  guint32 *pair; /* two rows, when they are halved */
  int width;
  int height;
  int y;
} QpPlanRows;

gboolean qp_plan_rows_init (QpPlanRows *self, int width, int height, gboolean alpha, gboolean halve, GError **error);
void qp_plan_rows_clear (QpPlanRows *self);
guint32 *qp_plan_rows_next (QpPlanRows *self);
void qp_plan_rows_push (QpPlanRows *self);

G_END_DECLS
