/* qp-paint-chain.h: devices one after the other, as boxes with arrows between them
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "render/qp-style.h"

G_BEGIN_DECLS

/**
 * QpChainBox:
 * @title: what it is: "Controller"
 * @device: (nullable): which one; %NULL when nobody chose it: its edge is broken
 * @count: how many; NaN when not known
 * @line: (nullable): what passes there, in few words
 *
 * A stage of a chain. Borrowed.
 */
typedef struct
{
  const char *title;
  const char *device;
  double count;
  const char *line;
} QpChainBox;

double qp_chain_height (guint n_boxes, double width, const QpPlanStyle *style);
void qp_paint_chain (cairo_t *cr, double width, const QpChainBox *boxes, guint n_boxes, const QpPlanStyle *style);

G_END_DECLS
