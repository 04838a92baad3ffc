/* qp-plan-rows.c: a picture put together row by row, halved on the way where it would be too large
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "plans/qp-plan-rows.h"

#include "base/qp-error.h"
#include "plans/qp-plan-raster.h"

/**
 * qp_plan_rows_init:
 * @self: (out): rows to come
 * @width: pixels of a row
 * @height: number of rows
 * @alpha: whether pixels have an alpha channel, already multiplied into their colours
 * @halve: whether the picture is kept at half the resolution
 * @error: return location
 *
 * Returns: %FALSE with %QP_ERROR_LIMIT when there is not enough memory
 */
gboolean
qp_plan_rows_init (QpPlanRows *self, int width, int height, gboolean alpha, gboolean halve, GError **error)
{
  *self = (QpPlanRows){ .width = width, .height = height };
  self->picture = cairo_image_surface_create (alpha ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24,
                                              halve ? (width + 1) / 2 : width, halve ? (height + 1) / 2 : height);
  self->pair = halve ? g_new0 (guint32, 2 * (gsize) width) : NULL;
  if (cairo_surface_status (self->picture) == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error_literal (error, QP_ERROR, QP_ERROR_LIMIT, _ ("There is not enough memory for the picture."));
  qp_plan_rows_clear (self);
  return FALSE;
}

/**
 * qp_plan_rows_clear:
 * @self: rows
 */
void
qp_plan_rows_clear (QpPlanRows *self)
{
  g_clear_pointer (&self->picture, cairo_surface_destroy);
  g_clear_pointer (&self->pair, g_free);
}

static guint32 *
row_of_picture (QpPlanRows *self, int y)
{
  const gsize stride = (gsize) cairo_image_surface_get_stride (self->picture);

  return (guint32 *) (gpointer) (cairo_image_surface_get_data (self->picture) + (gsize) y * stride);
}

/**
 * qp_plan_rows_next:
 * @self: rows, not all of them pushed yet
 *
 * Returns: where the next row is to be written
 */
guint32 *
qp_plan_rows_next (QpPlanRows *self)
{
  if (self->pair != NULL)
    return self->pair + (self->y % 2) * (gsize) self->width;
  return row_of_picture (self, self->y);
}

/**
 * qp_plan_rows_push:
 * @self: rows
 *
 * Takes the row that was written to qp_plan_rows_next(). After the last one @picture is ready.
 */
void
qp_plan_rows_push (QpPlanRows *self)
{
  const int y = self->y++;
  const gboolean last = self->y == self->height;

  if (self->pair != NULL && (y % 2 == 1 || last))
    qp_halve_rows (self->pair, self->pair + (y % 2) * (gsize) self->width, self->width, row_of_picture (self, y / 2));
  if (last)
    cairo_surface_mark_dirty (self->picture);
}
