/* qp-paper-choice.h: which drawing goes on which paper, as it is chosen in the dialog
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "exchange/qp-drawing-pages.h"

G_BEGIN_DECLS

/**
 * QpPaperChoice:
 * @root: the project; held
 * @catalogue: where cabinets are looked up; held
 * @type: what is drawn
 * @id: plan or screen
 * @elevation_view: how a screen is looked at; without paths
 * @with_grid: whether plans have their grid
 * @paper: on what and how large
 * @today: the day, for the title block; owned
 *
 * A state of the project with all that is chosen, to be drawn in any thread.
 */
typedef struct
{
  QpNode *root;
  QpCatalogue *catalogue;
  QpDrawingType type;
  QpId id;
  QpElevationView elevation_view;
  gboolean with_grid;
  QpDrawingPaper paper;
  char *today;
} QpPaperChoice;

QpPaperChoice *qp_paper_choice_copy (const QpPaperChoice *self);
void qp_paper_choice_free (QpPaperChoice *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QpPaperChoice, qp_paper_choice_free)

gboolean qp_paper_choice_equal (const QpPaperChoice *a, const QpPaperChoice *b);
QpDrawingPages *qp_paper_choice_pages (const QpPaperChoice *self, GError **error);

G_END_DECLS
