/* qp-paper-choice.c: which drawing goes on which paper, as it is chosen in the dialog
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "app/qp-paper-choice.h"

/**
 * qp_paper_choice_copy:
 * @self: a choice
 *
 * Returns: (transfer full): a copy
 */
QpPaperChoice *
qp_paper_choice_copy (const QpPaperChoice *self)
{
  QpPaperChoice *copy = g_new (QpPaperChoice, 1);

  *copy = *self;
  qp_node_ref (copy->root);
  qp_catalogue_ref (copy->catalogue);
  copy->today = g_strdup (self->today);
  return copy;
}

/**
 * qp_paper_choice_free:
 * @self: (transfer full): a choice
 */
void
qp_paper_choice_free (QpPaperChoice *self)
{
  qp_node_unref (self->root);
  qp_catalogue_unref (self->catalogue);
  g_free (self->today);
  g_free (self);
}

/**
 * qp_paper_choice_equal:
 * @a: a choice
 * @b: another
 *
 * Returns: whether both give the same pages
 */
gboolean
qp_paper_choice_equal (const QpPaperChoice *a, const QpPaperChoice *b)
{
  const QpDrawingPaper *p = &a->paper, *q = &b->paper;

  return a->root == b->root && a->catalogue == b->catalogue && a->type == b->type && qp_id_equal (a->id, b->id)
         && a->with_grid == b->with_grid && a->elevation_view.layers == b->elevation_view.layers
         && a->elevation_view.back == b->elevation_view.back && p->size == q->size && p->landscape == q->landscape && p->ratio == q->ratio
         && p->tiled == q->tiled;
}

/**
 * qp_paper_choice_pages:
 * @self: a choice; has to outlive the pages
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the pages, for the thread that calls, or %NULL with an error of qp_drawing_pages_new()
 */
QpDrawingPages *
qp_paper_choice_pages (const QpPaperChoice *self, GError **error)
{
  QpDrawing drawing;

  qp_drawing_init (&drawing, self->root, self->catalogue, self->type, self->id);
  drawing.with_grid = self->with_grid;
  drawing.elevation_view = self->elevation_view;
  return qp_drawing_pages_new (&drawing, &self->paper, self->today, error);
}
