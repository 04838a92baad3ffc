/* qp-risk.h: how far cost may lie from what is likely, and what matters most
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-years.h"

G_BEGIN_DECLS

/** QP_RISK_DRAWS: how often the prices are drawn */
#define QP_RISK_DRAWS 50000

/**
 * QpRiskBand:
 * @p10: one in ten draws is below
 * @p50: half of them are
 * @p90: nine in ten are
 * @mean: mean of all
 *
 * Where a result lies, units of the currency; NaN when not known.
 */
typedef struct
{
  double p10;
  double p50;
  double p90;
  double mean;
} QpRiskBand;

/**
 * QpRiskBar:
 * @item: (nullable): the computed item
 * @line: (nullable): or the cost line of one's own
 * @low: result with its low prices and all others likely, units of the currency
 * @high: with its high prices
 *
 * One bar of a tornado.
 */
typedef struct
{
  const QpBudgetItem *item;
  const QpCost *line;
  double low;
  double high;
} QpRiskBar;

/**
 * QpRisk:
 * @seed: what the draws began with
 * @first: first cost with tax
 * @npv: present value of the cost over the years less income
 * @likely_first: first cost with all prices likely
 * @likely_npv: present value with all prices likely
 * @bars: (element-type QpRiskBar): what moves the present value, or the first cost where that is not known, most; widest first
 * @ranged: how many prices have a range
 *
 * The prices of an item go up and down together, those of different items independently: each has a triangle from low over
 * likely to high.
 */
typedef struct
{
  guint64 seed;
  QpRiskBand first;
  QpRiskBand npv;
  double likely_first;
  double likely_npv;
  GArray *bars;
  guint ranged;
} QpRisk;

#define qp_risk_bar(self, i) (&g_array_index ((self)->bars, QpRiskBar, i))

void qp_risk_init (QpRisk *self, const QpBudget *budget, const QpYears *years, const QpNode *root, guint64 seed);
void qp_risk_clear (QpRisk *self);
const char *qp_risk_bar_name (const QpRiskBar *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QpRisk, qp_risk_clear)

G_END_DECLS
