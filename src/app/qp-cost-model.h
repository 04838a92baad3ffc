/* qp-cost-model.h: lines of a budget as the rows of a table: which are shown, and in which order
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-budget.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** QP_COST_SUM: index of a row that is the sum of its group */
#define QP_COST_SUM G_MAXUINT

#define QP_TYPE_COST_ROW (qp_cost_row_get_type ())
G_DECLARE_FINAL_TYPE (QpCostRow, qp_cost_row, QP, COST_ROW, GObject)

guint qp_cost_row_index (QpCostRow *self);
QpCostGroup qp_cost_row_group (QpCostRow *self);

typedef enum
{
  QP_COST_NUMBER,
  QP_COST_NAME,
  QP_COST_OWNER,
  QP_COST_QUANTITY,
  QP_COST_UNIT,
  QP_COST_PRICE,
  QP_COST_AMOUNT,
  QP_COST_TAX,
  QP_COST_REMARK,
  QP_COST_PRICE_LOW,
  QP_COST_PRICE_HIGH,
  QP_COST_ORIGIN,
  QP_COST_COMPUTED,
  QP_COST_SPECIFICATION,
  QP_COST_FUNDING_SOURCE,
  QP_N_COST_COLUMNS,
} QpCostColumn;

/**
 * QpCostFilter:
 * @group: number of the group that is shown; -1: all
 * @owner: (nullable): the screen or site whose lines are shown; %NULL: all
 * @missing: whether only lines that have no amount, or an old price, are shown
 * @order: column that is sorted by; -1: by group, with sums
 * @descending: whether the other way round
 *
 * What is shown.
 */
typedef struct
{
  int group;
  const QpNode *owner;
  gboolean missing;
  int order;
  gboolean descending;
} QpCostFilter;

#define QP_TYPE_COST_MODEL (qp_cost_model_get_type ())
G_DECLARE_FINAL_TYPE (QpCostModel, qp_cost_model, QP, COST_MODEL, GObject)

QpCostModel *qp_cost_model_new (void);
void qp_cost_model_fill (QpCostModel *self, const QpBudget *budget, const QpCostFilter *filter);
guint qp_cost_model_find (QpCostModel *self, guint index);
char *qp_cost_model_text (QpCostModel *self, QpCostRow *row, QpCostColumn column);

G_END_DECLS
