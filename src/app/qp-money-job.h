/* qp-money-job.h: calculating what a project costs in a thread, so that the window goes on
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/qp-project-session.h"
#include "engine/qp-alternative.h"
#include "engine/qp-risk.h"

G_BEGIN_DECLS

/**
 * QpMoneyParts:
 * @QP_MONEY_BUDGET: the budget
 * @QP_MONEY_YEARS: budget, years and ranges
 * @QP_MONEY_VARIANTS: the project as it stands and its alternatives
 *
 * What is calculated.
 */
typedef enum
{
  QP_MONEY_BUDGET,
  QP_MONEY_YEARS,
  QP_MONEY_VARIANTS,
} QpMoneyParts;

/**
 * QpMoney:
 * @parts: what was calculated
 * @root: the project it is of
 * @catalogue: the equipment and prices it was calculated with
 * @today: the day by which old prices are told
 * @budget: (nullable): the budget
 * @years: the years
 * @risk: the ranges
 * @variants: (nullable): the variants
 *
 * Money, with what it borrows.
 */
typedef struct
{
  QpMoneyParts parts;
  QpNode *root;
  QpCatalogue *catalogue;
  char *today;
  QpBudget *budget;
  QpYears years;
  QpRisk risk;
  GPtrArray *variants;
} QpMoney;

void qp_money_free (QpMoney *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QpMoney, qp_money_free)
const char *qp_money_currency (const QpMoney *self);
gboolean qp_money_is_current (const QpMoney *self, QpProjectSession *session);
char *qp_money_today (void);

typedef struct _QpMoneyJob QpMoneyJob;

/**
 * QpMoneyDone:
 * @money: (transfer full): what was calculated
 * @data: what was given to qp_money_job_start()
 */
typedef void (*QpMoneyDone) (QpMoney *money, gpointer data);

QpMoneyJob *qp_money_job_start (QpProjectSession *session, QpMoneyParts parts, guint64 seed, QpMoneyDone done, gpointer data);
void qp_money_job_cancel (QpMoneyJob *self);

G_END_DECLS
