/* qp-paper.h: how a drawing to scale lies on paper: one page, or many that overlap
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Plain arithmetic in points; y runs down.
 */
#pragma once

#include "engine/qp-geometry.h"

G_BEGIN_DECLS

/** QP_POINTS_PER_MM: points in a millimetre */
#define QP_POINTS_PER_MM (72 / 25.4)
/** QP_PAPER_OVERLAP_MM: how much of the drawing neighbouring pages have in common */
#define QP_PAPER_OVERLAP_MM 10
/** QP_PAPER_MAX_TILES: most pages that a drawing is cut into */
#define QP_PAPER_MAX_TILES 400

/**
 * QpPaperSize:
 * @name: "A4"
 * @width_mm: width upright
 * @height_mm: height upright
 *
 * A size of paper, ISO 216.
 */
typedef struct
{
  const char *name;
  double width_mm;
  double height_mm;
} QpPaperSize;

guint qp_paper_size_count (void);
const QpPaperSize *qp_paper_size_at (guint index);
gboolean qp_paper_size_parse (const char *text, guint *size, GError **error);

/**
 * QpDrawingPaper:
 * @size: index of the size of the paper
 * @landscape: whether it lies across
 * @ratio: N of the scale 1 : N; 0 = the largest usual scale at which one page has all of it
 * @tiled: whether a drawing that is larger than a page goes over many; else it is refused
 *
 * On what and how large something is drawn.
 */
typedef struct
{
  guint size;
  gboolean landscape;
  double ratio;
  gboolean tiled;
} QpDrawingPaper;

/**
 * QpPaperLayout:
 * @page_width: width of a page
 * @page_height: height of a page
 * @field: where the drawing is on a page
 * @block: where title, scale bar and the like are on a page
 * @columns: pages across
 * @rows: pages down
 * @overlap: what neighbours have in common
 * @width: width of the drawing as a whole: what all fields cover
 * @height: its height
 *
 * Where everything lies, in points. A value.
 */
typedef struct
{
  double page_width;
  double page_height;
  QpBox field;
  QpBox block;
  guint columns;
  guint rows;
  double overlap;
  double width;
  double height;
} QpPaperLayout;

void qp_paper_layout_init (QpPaperLayout *self, const QpDrawingPaper *paper, gboolean furnished);
void qp_paper_layout_cut (QpPaperLayout *self, double width, double height);
guint qp_paper_layout_tiles (const QpPaperLayout *self);
QpBox qp_paper_layout_tile (const QpPaperLayout *self, guint column, guint row);
QpVec qp_paper_layout_joint (const QpPaperLayout *self, guint column, guint row);
char *qp_paper_tile_name (guint column, guint row);

G_END_DECLS
