/* qp-budget-private.h: inside the engine: how a budget is put together
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-budget.h"
#include "engine/qp-content-project.h"

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
gboolean qp_price_book_convert (const QpPriceBook *self, const QpPrice *record, gint64 prices[3], const QpFact **fact);
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
  GHashTable *apart; /* QpScreen whose content has a line of its own or its site's, so that it has no part in what a profile shares */
} QpBudgetWork;

/* what a content profile is charged with: qp-budget-content.c */
typedef struct
{
  const QpContentProfile *profile;
  guint versions; /* for screens that have no line of their own */
  const QpSite *site;
  int starts;
} QpBudgetContent;

/* one owner of lines while they are made */
typedef struct
{
  QpBudgetWork *work;
  const QpNode *node;
  const QpSite *site;
  const QpScreen *screen; /* NULL for a profile, a site and the project */
  const QpCabinet *cabinet;
  const QpContent *content;
  const QpEstimate *estimate;
  const QpBudgetContent *material; /* of a content profile */
  GPtrArray *own_lines; /* QpCost in the owner that stand for a computed item */
  GArray *rows;
} QpBudgetOwner;

GPtrArray *qp_budget_lines_of (const QpNode *node);
void qp_budget_add_owner (QpBudgetWork *work, const QpNode *owner, const QpSite *site);
QpBudgetRow qp_budget_owner_row (const QpBudgetOwner *self, const QpBudgetItem *item, const QpCost *line);
const char *qp_budget_owner_keep (const QpBudgetOwner *self, char *text);
void qp_budget_owner_calculate (QpBudgetOwner *self);
void qp_budget_row_price_is (QpBudgetRow *row, gint64 low, gint64 likely, gint64 high, const char *source, const char *date);
void qp_budget_row_record_is (QpBudgetRow *row, const QpPriceBook *book, const QpPrice *record);
void qp_budget_add_contents (QpBudgetWork *work, const QpNode *root);
gboolean qp_budget_content_price (const QpBudgetOwner *self, QpBudgetRow *row);
gint64 qp_budget_content_quantity (const QpBudgetOwner *self, const QpBudgetItem *item);
void qp_budget_content_rows (const QpBudgetOwner *self, const QpBudgetItem *item);
void qp_budget_row_finish (QpBudgetWork *work, QpBudgetRow *row);
guint qp_budget_groups (const char *text);

G_END_DECLS
