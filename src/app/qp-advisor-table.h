/* qp-advisor-table.h: the candidates of an advice on a pitch as a table
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-advisor.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void qp_advisor_table_add_columns (GtkColumnView *view, QpAdvice *const *advice);
void qp_advisor_table_refresh (GtkColumnView *view);
char *qp_advisor_table_to_tsv (const QpAdvice *advice);

G_END_DECLS
