/* qp-paint-paper.h: a page of a drawing to scale: the drawing, marks to join pages, title block; and the index of pages
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/qp-kinds.h"
#include "render/qp-paper.h"
#include "render/qp-style.h"

G_BEGIN_DECLS

/**
 * QpPaperSheet:
 * @title: what is drawn
 * @subtitle: (nullable): a line under the title
 * @project: (nullable): whose drawing it is, a line
 * @paper: name of the size of paper
 * @date: (nullable): the day
 * @revision: (nullable): revision of the project
 * @ratio: N of the scale 1 : N; 0 = none is stated
 * @units_per_m: points in a metre of what is drawn; 0 = the drawing has a scale bar of its own
 * @plan: (nullable): the plan, for legend, north and how far its lengths can be trusted
 * @paint: paints the whole drawing into a rectangle of that size from (0, 0), its middle in the middle, so many points a metre
 * @data: for @paint
 *
 * What is on the pages of a drawing. Borrowed.
 */
typedef struct
{
  const char *title;
  const char *subtitle;
  const char *project;
  const char *paper;
  const char *date;
  const char *revision;
  double ratio;
  double units_per_m;
  const QpNode *plan;
  void (*paint) (cairo_t *cr, double width, double height, double units_per_m, gpointer data);
  gpointer data;
} QpPaperSheet;

guint qp_paper_pages (const QpPaperLayout *layout);
void qp_paint_paper (cairo_t *cr, const QpPaperLayout *layout, const QpPaperSheet *sheet, guint page, const QpPlanStyle *style);

G_END_DECLS
