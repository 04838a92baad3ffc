/* qp-schema.h: the schemas and the tables of the file-format page, printed from the tables of the kinds
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/qp-kinds.h"

G_BEGIN_DECLS

char *qp_schema_relax_ng (QpKind root_kind);
char *qp_schema_field_tables (void);

G_END_DECLS
