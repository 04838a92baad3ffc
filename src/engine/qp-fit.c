/* qp-fit.c: the whole numbers of cabinets next to a wanted size or raster
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/qp-estimate.h"

#include <math.h>

/* class by the registered formula, so that fit, estimate and calc can't disagree */
static const char *
class_word (gint64 px_w, gint64 px_h)
{
  static const char *const words[] = { "below HD", "HD", "4K", "8K" };
  const QpArgument in[QP_FORMULA_MAX_INPUTS] = { { (double) px_w, NULL }, { (double) px_h, NULL } };

  return words[(guint) qp_formula_evaluate (qp_formula_find ("uhd_class"), in)];
}

static void
fill_grid (QpGrid *self, const QpCell *cell, gint64 columns, gint64 rows)
{
  self->columns = columns;
  self->rows = rows;
  self->width_m = (double) (columns * cell->width_um) / 1e6;
  self->height_m = (double) (rows * cell->height_um) / 1e6;
  self->area_m2 = self->width_m * self->height_m;
  self->px_w = columns * cell->px_w;
  self->px_h = rows * cell->px_h;
  self->uhd_class = class_word (self->px_w, self->px_h);
}

/* at least one cabinet: there is no screen without */
static void
whole (gint64 wanted, gint64 each, gint64 *below, gint64 *above)
{
  *below = MAX (wanted / each, 1);
  *above = MAX ((wanted + each - 1) / each, 1);
}

static void
fit (const QpCell *cell, gint64 wanted_w, gint64 each_w, gint64 wanted_h, gint64 each_h, QpGrid *below, QpGrid *above)
{
  gint64 columns[2], rows[2];

  whole (wanted_w, each_w, &columns[0], &columns[1]);
  whole (wanted_h, each_h, &rows[0], &rows[1]);
  fill_grid (below, cell, columns[0], rows[0]);
  fill_grid (above, cell, columns[1], rows[1]);
}

/**
 * qp_fit_size:
 * @cell: one cabinet
 * @width_m: wanted width, m
 * @height_m: wanted height, m
 * @below: (out): the largest grid that does not exceed the size (one cabinet at least)
 * @above: (out): the smallest grid that reaches it
 */
void
qp_fit_size (const QpCell *cell, double width_m, double height_m, QpGrid *below, QpGrid *above)
{
  fit (cell, llround (width_m * 1e6), cell->width_um, llround (height_m * 1e6), cell->height_um, below, above);
}

/**
 * qp_fit_raster:
 * @cell: one cabinet
 * @px_w: wanted pixels across
 * @px_h: wanted pixels down
 * @below: (out): the largest grid that does not exceed the raster (one cabinet at least)
 * @above: (out): the smallest grid that reaches it
 */
void
qp_fit_raster (const QpCell *cell, gint64 px_w, gint64 px_h, QpGrid *below, QpGrid *above)
{
  fit (cell, px_w, cell->px_w, px_h, cell->px_h, below, above);
}

/**
 * qp_screen_cell:
 * @screen: a screen
 * @catalogue: (nullable): where its cabinet is looked up
 * @cell: (out): size of its cabinet; pixels are 0 where they are not known
 *
 * Returns: whether the size of its cabinet is known
 */
gboolean
qp_screen_cell (const QpScreen *screen, const QpCatalogue *catalogue, QpCell *cell)
{
  const QpCabinet *cabinet
      = screen->cabinet == NULL || catalogue == NULL ? NULL : qp_catalogue_cabinet (catalogue, screen->cabinet);

  if (cabinet != NULL)
    *cell = (QpCell){ cabinet->width_mm, cabinet->height_mm, cabinet->px_w, cabinet->px_h };
  else if (screen->cabinet == NULL)
    *cell = (QpCell){ screen->cabinet_width_mm, screen->cabinet_height_mm, screen->cabinet_px_w, screen->cabinet_px_h };
  else
    *cell = (QpCell){ QP_UNSET, QP_UNSET, QP_UNSET, QP_UNSET };
  cell->px_w = MAX (cell->px_w, 0);
  cell->px_h = MAX (cell->px_h, 0);
  return cell->width_um > 0 && cell->height_um > 0;
}
