/* qp-data-draft.h: a data port that is being drawn by hand
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-data-runs.h"

G_BEGIN_DECLS

/**
 * QpDataDraft:
 * @cells: (element-type QpRunCell): cabinets drawn so far, in the order of the cable
 *
 * The run that is being drawn. Begin with qp_data_draft_init().
 */
typedef struct
{
  GArray *cells;
} QpDataDraft;

void qp_data_draft_init (QpDataDraft *self);
void qp_data_draft_clear (QpDataDraft *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QpDataDraft, qp_data_draft_clear)

guint qp_data_draft_add (QpDataDraft *self, const QpCells *there, QpRunCell cell);
gboolean qp_data_draft_step_back (QpDataDraft *self);
char *qp_data_draft_store (QpDataDraft *self, const char *route);
gboolean qp_data_draft_reopen (QpDataDraft *self, const char *route, char **rest);

G_END_DECLS
