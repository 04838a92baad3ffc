/* random-edit.h: random values and edits that a document must accept
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/qp-document.h"
#include "model/qp-kinds.h"

G_BEGIN_DECLS

QpNode *random_node_of (GRand *rand, QpNode *root);
QpEdit *random_edit (GRand *rand, QpDocument *document);
gboolean random_step (GRand *rand, QpDocument *document, guint n_edits, const char *merge_key);

G_END_DECLS
