/* qp-paper.c: how a drawing to scale lies on paper: one page, or many that overlap
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "render/qp-paper.h"

#include "base/qp-error.h"

#include <math.h>

#define MM QP_POINTS_PER_MM
#define MARGIN_MM 10
#define BLOCK_MM 24      /* the title block where its parts stand side by side */
#define TALL_BLOCK_MM 44 /* and where they stand above each other */
#define WIDE_MM 250      /* pages from this width on have room for them side by side */
#define NEARLY 1e-6

static const QpPaperSize sizes[] = {
  { "A4", 210, 297 }, { "A3", 297, 420 }, { "A2", 420, 594 }, { "A1", 594, 841 }, { "A0", 841, 1189 },
};

/**
 * qp_paper_size_count:
 *
 * Returns: how many sizes of paper there are
 */
guint
qp_paper_size_count (void)
{
  return G_N_ELEMENTS (sizes);
}

/**
 * qp_paper_size_at:
 * @index: below qp_paper_size_count(), from small to large
 *
 * Returns: (transfer none): the size
 */
const QpPaperSize *
qp_paper_size_at (guint index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (sizes), NULL);
  return &sizes[index];
}

/**
 * qp_paper_size_parse:
 * @text: "a3" or "A3"
 * @size: (out): index of the size
 * @error: return location
 *
 * Returns: %FALSE with %QP_ERROR_INVALID when it is no size of paper
 */
gboolean
qp_paper_size_parse (const char *text, guint *size, GError **error)
{
  for (*size = 0; *size < G_N_ELEMENTS (sizes); ++*size)
    if (g_ascii_strcasecmp (text, sizes[*size].name) == 0)
      return TRUE;
  g_set_error (error, QP_ERROR, QP_ERROR_INVALID, _ ("“%s” is no size of paper. There are A4, A3, A2, A1 and A0."), text);
  return FALSE;
}

/**
 * qp_paper_layout_init:
 * @self: (out caller-allocates): a layout
 * @paper: the paper
 * @furnished: whether the title block has legend, scale bar and north; else it is lower
 *
 * Places field and title block on a page. Until qp_paper_layout_cut() the drawing is one page.
 */
void
qp_paper_layout_init (QpPaperLayout *self, const QpDrawingPaper *paper, gboolean furnished)
{
  const QpPaperSize *size = qp_paper_size_at (paper->size);
  const double margin = MARGIN_MM * MM;

  self->page_width = (paper->landscape ? size->height_mm : size->width_mm) * MM;
  self->page_height = (paper->landscape ? size->width_mm : size->height_mm) * MM;
  const double block = (!furnished || self->page_width >= WIDE_MM * MM ? BLOCK_MM : TALL_BLOCK_MM) * MM;
  const double top = self->page_height - margin - block;
  self->field = (QpBox){ margin, margin, self->page_width - margin, top };
  self->block = (QpBox){ margin, top, self->page_width - margin, self->page_height - margin };
  self->overlap = QP_PAPER_OVERLAP_MM * MM;
  qp_paper_layout_cut (self, 0, 0);
}

static guint
pages_for (double length, double field, double overlap)
{
  return (guint) CLAMP (ceil ((length - overlap) / (field - overlap) - NEARLY), 1, 1e6);
}

/**
 * qp_paper_layout_cut:
 * @self: a layout
 * @width: width of a drawing, points
 * @height: its height
 *
 * Finds how many pages the drawing needs. What the pages have more than the drawing needs lies around it evenly: afterwards
 * @self has the size of all fields together, and the drawing is in the middle of that.
 */
void
qp_paper_layout_cut (QpPaperLayout *self, double width, double height)
{
  const double field_width = self->field.x1 - self->field.x0, field_height = self->field.y1 - self->field.y0;

  self->columns = pages_for (width, field_width, self->overlap);
  self->rows = pages_for (height, field_height, self->overlap);
  self->width = self->columns * (field_width - self->overlap) + self->overlap;
  self->height = self->rows * (field_height - self->overlap) + self->overlap;
}

/**
 * qp_paper_layout_tiles:
 * @self: a layout
 *
 * Returns: how many pages the drawing is cut into
 */
guint
qp_paper_layout_tiles (const QpPaperLayout *self)
{
  return self->columns > QP_PAPER_MAX_TILES || self->rows > QP_PAPER_MAX_TILES ? G_MAXUINT : self->columns * self->rows;
}

/**
 * qp_paper_layout_tile:
 * @self: a layout
 * @column: page across, from 0
 * @row: page down, from 0
 *
 * Returns: what the page shows of the drawing as a whole, points from its upper left
 */
QpBox
qp_paper_layout_tile (const QpPaperLayout *self, guint column, guint row)
{
  const double width = self->field.x1 - self->field.x0, height = self->field.y1 - self->field.y0;
  const double x = column * (width - self->overlap), y = row * (height - self->overlap);

  return (QpBox){ x, y, x + width, y + height };
}

/**
 * qp_paper_layout_joint:
 * @self: a layout
 * @column: 0 … @columns
 * @row: 0 … @rows
 *
 * Where four pages meet, in the middle of what they have in common: the same place of the drawing on each of them, so that
 * pages fit together when their marks lie on each other.
 *
 * Returns: the place, points from the upper left of the drawing as a whole
 */
QpVec
qp_paper_layout_joint (const QpPaperLayout *self, guint column, guint row)
{
  const QpBox tile = qp_paper_layout_tile (self, column, row);

  return qp_vec (tile.x0 + self->overlap / 2, tile.y0 + self->overlap / 2);
}

/**
 * qp_paper_tile_name:
 * @column: page across, from 0
 * @row: page down, from 0
 *
 * Returns: (transfer full): its name: "B3" is the third page of the second row
 */
char *
qp_paper_tile_name (guint column, guint row)
{
  if (row < 26)
    return g_strdup_printf ("%c%u", 'A' + (char) row, column + 1);
  return g_strdup_printf ("%c%c%u", 'A' + (char) (row / 26 - 1), 'A' + (char) (row % 26), column + 1);
}
