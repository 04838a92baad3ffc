/* qp-typed.h: a size that is typed while a screen is drawn
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-estimate.h"
#include "interact/qp-tool.h"

G_BEGIN_DECLS

/**
 * QpTyped:
 * @texts: what was typed for the width or columns, and for the height or rows
 * @field: which of them is being typed
 * @times: whether the second was begun by a times sign and not by Tab
 *
 * "19.2 Tab 10.8" is metres; "20×15" is columns × rows as long as neither has a decimal point.
 */
typedef struct
{
  char texts[2][16];
  guint field;
  gboolean times;
} QpTyped;

gboolean qp_typed_key (QpTyped *self, const QpKeyEvent *event);
gboolean qp_typed_is_empty (const QpTyped *self);
gboolean qp_typed_resolve (const QpTyped *self, const QpCell *cell, gint64 *columns, gint64 *rows);
char *qp_typed_display (const QpTyped *self);
gint64 qp_whole_cells (double metres, gint64 cell_um);
gint64 qp_rows_for_columns (const QpCell *cell, gint64 columns);

G_END_DECLS
