/* qp-shape-fields.h: which fields of a screen matter for its shape, and what follows from them
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-shape.h"
#include "model/qp-edit.h"

G_BEGIN_DECLS

gboolean qp_shape_field_applies (const QpNode *node, const QpField *field);
char *qp_shape_field_result (const QpNode *node, const QpField *field, const QpCatalogue *catalogue);
char *qp_shape_field_refusal (const QpField *field, const char *text);
char *qp_shape_field_hint (const QpNode *node, const QpField *field);
void qp_shape_field_add_edits (GPtrArray *edits, QpNode *node, const QpField *field, const QpValue *value,
                               const QpCatalogue *catalogue);

G_END_DECLS
