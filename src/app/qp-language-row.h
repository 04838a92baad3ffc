/* qp-language-row.h: in which language a document is written
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/qp-kinds.h"

#include <adwaita.h>

G_BEGIN_DECLS

void qp_language_row_fill (AdwComboRow *row, const QpProject *project);
const char *qp_language_row_get (AdwComboRow *row);

G_END_DECLS
