/* qp-index.h: where each node of a root is, and the root that an edit gives
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/qp-edit.h"

G_BEGIN_DECLS

typedef struct _QpIndex QpIndex;

QpIndex *qp_index_new (QpNode *root);
void qp_index_free (QpIndex *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QpIndex, qp_index_free)

QpNode *qp_index_node (const QpIndex *self, QpId id);
QpId qp_index_parent (const QpIndex *self, QpId id);
void qp_index_update (QpIndex *self, const GArray *changes);
QpNode *qp_index_apply (const QpIndex *self, const QpEdit *edit, GError **error);

G_END_DECLS
