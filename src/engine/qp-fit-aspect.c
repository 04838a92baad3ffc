/* qp-fit-aspect.c: grids of a wanted shape, and what grids lose against what was wanted
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "engine/qp-fit.h"

#include "base/qp-number.h"

#include <math.h>
#include <string.h>

#define MOST 20000 /* columns or rows, as the format has it */
#define THIN "\u2009"
#define TIMES "\u2009×\u2009"

static const QpRasterTarget targets[] = {
  { "hd", N_ ("HD"), 1920, 1080 },           { "4k", N_ ("4K UHD"), 3840, 2160 },
  { "8k", N_ ("8K UHD"), 7680, 4320 },       { "4k-dci", N_ ("4K cinema (DCI)"), 4096, 2160 },
  { "8k-cinema", N_ ("8K cinema"), 8192, 4320 }, { "32:9-4k", N_ ("32:9 of 4K width"), 3840, 1080 },
  { "32:9-8k", N_ ("32:9 of 8K width"), 7680, 2160 },
};

/**
 * qp_raster_target_count:
 *
 * Returns: number of known rasters
 */
guint
qp_raster_target_count (void)
{
  return G_N_ELEMENTS (targets);
}

/**
 * qp_raster_target_at:
 * @index: less than qp_raster_target_count()
 *
 * Returns: (transfer none): the raster
 */
const QpRasterTarget *
qp_raster_target_at (guint index)
{
  return &targets[index];
}

/**
 * qp_raster_target_find:
 * @key: word for a raster, such as `8k`
 *
 * Returns: (transfer none) (nullable): the raster
 */
const QpRasterTarget *
qp_raster_target_find (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    if (g_ascii_strcasecmp (targets[i].key, key) == 0)
      return &targets[i];
  return NULL;
}

static QpGrid
grid (const QpCell *cell, gint64 columns, gint64 rows)
{
  QpGrid below, above;

  /* by qp_fit_raster, so that all grids are filled in one place */
  if (cell->px_w > 0 && cell->px_h > 0)
    qp_fit_raster (cell, columns * cell->px_w, rows * cell->px_h, &below, &above);
  else
    qp_fit_size (cell, (double) (columns * cell->width_um) / 1e6, (double) (rows * cell->height_um) / 1e6, &below, &above);
  return above;
}

/**
 * qp_grid_is_empty:
 * @self: a grid
 *
 * Returns: whether it has no cabinet
 */
gboolean
qp_grid_is_empty (const QpGrid *self)
{
  return self->columns < 1 || self->rows < 1;
}

/**
 * qp_grid_aspect_error:
 * @self: a grid
 * @aspect: wanted width ÷ height
 *
 * Returns: how much wider it is than wanted, as a share: 0.01 is 1 % too wide
 */
double
qp_grid_aspect_error (const QpGrid *self, double aspect)
{
  return self->width_m / self->height_m / aspect - 1;
}

/**
 * qp_grid_equal:
 * @self: a grid
 * @other: another one of the same cabinet
 *
 * Returns: whether both have cabinets, and as many across and down
 */
gboolean
qp_grid_equal (const QpGrid *self, const QpGrid *other)
{
  return !qp_grid_is_empty (self) && self->columns == other->columns && self->rows == other->rows;
}

/**
 * qp_grid_has_raster:
 * @self: a grid
 * @px_w: wanted pixels across
 * @px_h: wanted pixels down
 *
 * Returns: whether it has exactly these pixels
 */
gboolean
qp_grid_has_raster (const QpGrid *self, gint64 px_w, gint64 px_h)
{
  return !qp_grid_is_empty (self) && self->px_w == px_w && self->px_h == px_h;
}

/**
 * qp_grid_has_size:
 * @self: a grid
 * @width_m: wanted width, metres
 * @height_m: wanted height, metres
 *
 * Returns: whether it has this size to the micrometre
 */
gboolean
qp_grid_has_size (const QpGrid *self, double width_m, double height_m)
{
  return !qp_grid_is_empty (self) && fabs (self->width_m - width_m) < 1e-6 && fabs (self->height_m - height_m) < 1e-6;
}

/**
 * qp_grid_has_aspect:
 * @self: a grid
 * @aspect: wanted width ÷ height
 *
 * Returns: whether its shape is off by less than 0.005 %
 */
gboolean
qp_grid_has_aspect (const QpGrid *self, double aspect)
{
  return !qp_grid_is_empty (self) && fabs (qp_grid_aspect_error (self, aspect)) < 5e-5;
}

/* the two whole numbers of rows next to the wanted shape, for this many columns */
static gint64
rows_for (const QpCell *cell, gint64 columns, double aspect, gboolean more)
{
  const double rows = (double) (columns * cell->width_um) / (aspect * (double) cell->height_um);

  return CLAMP (more ? (gint64) ceil (rows - 1e-9) : (gint64) floor (rows + 1e-9), 1, MOST);
}

static double
amount_of (const QpGrid *self, QpFitBy by)
{
  return by == QP_FIT_WIDTH ? self->width_m : by == QP_FIT_HEIGHT ? self->height_m : self->area_m2;
}

/* the nearer to the wanted amount; of equals, the truer shape */
static gboolean
is_better (const QpGrid *found, const QpGrid *best, QpFitBy by, double amount, double aspect)
{
  const double away = fabs (amount_of (found, by) - amount), least = fabs (amount_of (best, by) - amount);

  if (qp_grid_is_empty (best) || away < least - 1e-9)
    return TRUE;
  return away < least + 1e-9 && fabs (qp_grid_aspect_error (found, aspect)) < fabs (qp_grid_aspect_error (best, aspect));
}

/**
 * qp_fit_aspect:
 * @cell: one cabinet
 * @aspect: wanted width ÷ height, above 0
 * @tolerance: how far the shape may be off, as a share: 0.02 is 2 %
 * @by: what @amount is
 * @amount: wanted width, height or area
 * @below: (out): the largest grid of this shape that does not exceed the amount; empty when there is none
 * @above: (out): the smallest one that reaches it; empty when there is none
 *
 * Returns: whether any grid keeps to the shape
 */
gboolean
qp_fit_aspect (const QpCell *cell, double aspect, double tolerance, QpFitBy by, double amount, QpGrid *below, QpGrid *above)
{
  *below = *above = (QpGrid){ 0 };
  for (gint64 columns = 1; columns <= MOST; columns++)
    for (guint more = 0; more < 2; more++)
      {
        const QpGrid found = grid (cell, columns, rows_for (cell, columns, aspect, more));
        if (fabs (qp_grid_aspect_error (&found, aspect)) > tolerance + 1e-12)
          continue;
        if (amount_of (&found, by) <= amount + 1e-9 && is_better (&found, below, by, amount, aspect))
          *below = found;
        if (amount_of (&found, by) >= amount - 1e-9 && is_better (&found, above, by, amount, aspect))
          *above = found;
      }
  return !qp_grid_is_empty (below) || !qp_grid_is_empty (above);
}

/* --- in words --- */

/**
 * qp_grid_text:
 * @self: a grid
 *
 * Returns: (transfer full): its raster, size, area and class
 */
char *
qp_grid_text (const QpGrid *self)
{
  if (qp_grid_is_empty (self))
    return g_strdup (_ ("less than one cabinet"));
  g_autofree char *pixels = qp_number_display_pair ((double) self->px_w, (double) self->px_h);
  g_autofree char *width = qp_number_display (self->width_m, 2);
  g_autofree char *height = qp_number_display (self->height_m, 2);
  g_autofree char *area = qp_number_display_significant (self->area_m2, 4);

  return g_strdup_printf ("%s" THIN "px · %s" TIMES "%s" THIN "m · %s" THIN "m² · %s", pixels, width, height, area, _ (self->uhd_class));
}

/* "across: 32 px more; down: 224 px too few" */
static void
append_side (GString *out, const char *side, double difference, const char *unit, guint decimals)
{
  g_autofree char *number = qp_number_display (fabs (difference), decimals);

  if (out->len > 0)
    g_string_append (out, "; ");
  if (fabs (difference) < 0.5 * pow (10, -(double) decimals))
    g_string_append_printf (out, _ ("%s: exact"), side);
  else
    g_string_append_printf (out, difference > 0 ? _ ("%s: %s %s more") : _ ("%s: %s %s less"), side, number, unit);
}

/**
 * qp_grid_raster_loss:
 * @self: a grid
 * @px_w: wanted pixels across
 * @px_h: wanted pixels down
 *
 * Returns: (transfer full): what it has less or more than the wanted raster, each side
 */
char *
qp_grid_raster_loss (const QpGrid *self, gint64 px_w, gint64 px_h)
{
  GString *out = g_string_new (NULL);

  append_side (out, _ ("across"), (double) (self->px_w - px_w), "px", 0);
  append_side (out, _ ("down"), (double) (self->px_h - px_h), "px", 0);
  return g_string_free (out, FALSE);
}

/**
 * qp_grid_size_loss:
 * @self: a grid
 * @width_m: wanted width, metres
 * @height_m: wanted height, metres
 *
 * Returns: (transfer full): what it has less or more than the opening, each side, and how much of the opening it fills
 */
char *
qp_grid_size_loss (const QpGrid *self, double width_m, double height_m)
{
  GString *out = g_string_new (NULL);

  append_side (out, _ ("across"), self->width_m - width_m, "m", 2);
  append_side (out, _ ("down"), self->height_m - height_m, "m", 2);
  g_autofree char *share = qp_number_display (100 * self->area_m2 / (width_m * height_m), 1);
  g_string_append_printf (out, "; ");
  g_string_append_printf (out, _ ("%s %% of the opening"), share);
  return g_string_free (out, FALSE);
}

/**
 * qp_grid_aspect_loss:
 * @self: a grid
 * @aspect: wanted width ÷ height
 *
 * Returns: (transfer full): how far its shape is off
 */
char *
qp_grid_aspect_loss (const QpGrid *self, double aspect)
{
  const double error = 100 * qp_grid_aspect_error (self, aspect);
  g_autofree char *percent = qp_number_display (fabs (error), 2);

  if (qp_grid_has_aspect (self, aspect))
    return g_strdup (_ ("the shape is exact"));
  return g_strdup_printf (error > 0 ? _ ("%s %% wider than wanted") : _ ("%s %% narrower than wanted"), percent);
}
