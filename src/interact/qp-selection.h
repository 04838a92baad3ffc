/* qp-selection.h: which objects are selected, and which of them is the primary one
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/qp-document.h"

G_BEGIN_DECLS

#define QP_TYPE_SELECTION (qp_selection_get_type ())
G_DECLARE_FINAL_TYPE (QpSelection, qp_selection, QP, SELECTION, GObject)

QpSelection *qp_selection_new (void);
guint qp_selection_length (QpSelection *self);
const QpId *qp_selection_ids (QpSelection *self, guint *n_ids);
QpId qp_selection_get_primary (QpSelection *self);
gboolean qp_selection_has (QpSelection *self, QpId id);

void qp_selection_set (QpSelection *self, const QpId *ids, guint n_ids);
void qp_selection_set_one (QpSelection *self, QpId id);
void qp_selection_toggle (QpSelection *self, QpId id);
void qp_selection_add (QpSelection *self, const QpId *ids, guint n_ids);
void qp_selection_clear (QpSelection *self);

/* the point of a single selected outline that keys and commands are about */
int qp_selection_get_point (QpSelection *self);
void qp_selection_set_point (QpSelection *self, int point);
void qp_selection_drop_vanished (QpSelection *self, QpDocument *document);

G_END_DECLS
