/* qp-budget-private.h: inside the engine: how a budget is put together
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-budget.h"

G_BEGIN_DECLS

/* prices of the catalogue by item, and the exchange rates of the project */
typedef struct
{
  const QpProject *project;
  GHashTable *by_item; /* item → GPtrArray of QpPrice */
  GHashTable *own;     /* the prices of the project itself, as a set */
  GHashTable *rates;   /* currency → QpFact */
} QpPriceBook;

/* what is priced */
typedef struct
{
  const QpBudgetItem *item;
  gint64 environment;
  double pitch_um;       /* NaN: not known, or it has none */
  const char *equipment; /* nullable: key */
} QpPriced;

void qp_price_book_init (QpPriceBook *self, const QpProject *project, const QpCatalogue *catalogue);
void qp_price_book_clear (QpPriceBook *self);
const QpPrice *qp_price_book_find (const QpPriceBook *self, const QpPriced *what);
const QpFact *qp_price_book_rate (const QpPriceBook *self, const char *currency, double *rate);
gboolean qp_price_is_old (const char *date, const char *today, gint64 months);

/* what the lines of a budget are made from */
typedef struct
{
  QpBudget *budget;
  const QpProject *project;
  const QpEngineContext *context; /* of the screen at hand */
  const char *today;
  QpPriceBook book;
  GHashTable *funding;      /* QpId → QpFunding */
  GPtrArray *project_lines; /* QpCost that stand for a computed item, of the project and of the site at hand */
  GPtrArray *site_lines;
} QpBudgetWork;

GPtrArray *qp_budget_lines_of (const QpNode *node);
void qp_budget_add_owner (QpBudgetWork *work, const QpNode *owner, const QpSite *site);
void qp_budget_row_finish (QpBudgetWork *work, QpBudgetRow *row);
guint qp_budget_groups (const char *text);

G_END_DECLS
