/* qp-field-words.h: a field of a node as documents write it
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/qp-node.h"

G_BEGIN_DECLS

char *qp_field_words (const QpNode *node, const QpField *field);

G_END_DECLS
