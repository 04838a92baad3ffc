/* qp-budget.h: what a project costs, line by line, computed from the drawing
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "base/qp-amount.h"
#include "engine/qp-energy.h"

G_BEGIN_DECLS

/**
 * QpBudgetItem:
 * @key: name of the item, in cost lines that stand for it
 * @group: cost group
 * @name: translatable name
 * @per: what it is counted in where no price says otherwise
 * @quantity: by what the price is per: key of the quantity that is multiplied; %NULL = no such price fits
 * @price: item of the price books that has its price
 * @base: (nullable): groups of which it is a share where the price is in percent: "A-D"
 *
 * One computed item: the table is in qp-budget-items.c.
 */
typedef struct
{
  const char *key;
  QpCostGroup group;
  const char *name;
  QpPricePer per;
  const char *quantity[QP_N_PRICE_PER];
  const char *price;
  const char *base;
} QpBudgetItem;

guint qp_budget_item_count (void);
const QpBudgetItem *qp_budget_item_at (guint index);
const QpBudgetItem *qp_budget_item_find (const char *key);
gboolean qp_budget_item_is_content (const QpBudgetItem *self);

/**
 * QpBudgetGap:
 * @QP_GAP_NONE: the amount is known
 * @QP_GAP_QUANTITY: the quantity is not known
 * @QP_GAP_PRICE: nobody says a price
 * @QP_GAP_CURRENCY: there is a price in another currency, and no dated rate
 * @QP_GAP_BASE: nothing is known of what it is a share of
 * @QP_GAP_SIZE: the amount is greater than can be counted
 *
 * Why an amount is not known.
 */
typedef enum
{
  QP_GAP_NONE,
  QP_GAP_QUANTITY,
  QP_GAP_PRICE,
  QP_GAP_CURRENCY,
  QP_GAP_BASE,
  QP_GAP_SIZE,
} QpBudgetGap;

/**
 * QpBudgetRow:
 * @owner: screen, content profile, site or project that it is for
 * @site: (nullable): the site that the owner is or stands in; of a content profile the one in which all its screens stand
 * @starts: of a content profile calendar year in which the first of its screens is built; 0: by @site, or not known
 * @item: (nullable): the computed item; %NULL for a line of one's own
 * @line: (nullable): cost line of the project that says something of it
 * @group: cost group
 * @index: number within the group, from 1
 * @name: what it is, as typed; %NULL: the name of @item
 * @specification: (nullable): which one
 * @unit: unit as typed; %NULL: that of @per
 * @per: what the price is per; %QP_PRICE_PER_PERCENT: a share of @quantity, which is money then
 * @quantity: millionths; for a share minor units; %QP_NO_AMOUNT when not known
 * @quantity_of: (nullable): quantity of the estimate that it is computed from, or the groups of a share
 * @quantity_typed: whether somebody typed it over what is computed
 * @price: unit price in minor units; for a share percent in hundredths
 * @record: (nullable): record of the price books that the price is from
 * @source: (nullable): where the price comes from
 * @date: (nullable): of when it is
 * @confidence: (nullable): how far it can be trusted
 * @rate: (nullable): the fact with the exchange rate that was applied
 * @ranged: whether low and high are stated, not only one price
 * @middle: whether nobody states a likely price, so that the middle of low and high counts
 * @old: whether the price is older than the project allows
 * @partial: whether it is a share of a sum in which something is missing
 * @every: comes every so many years; 1 every year. Only for groups M and N
 * @gap: why the amount is not known
 * @amount: quantity × price, before tax
 * @tax_percent: tax; NaN when not known or for what is paid every year
 * @tax: tax on @amount
 * @funding: (nullable): source of funds that a line names
 *
 * One line of the budget. Borrowed from project and catalogue.
 */
typedef struct
{
  const QpNode *owner;
  const QpSite *site;
  int starts;
  const QpBudgetItem *item;
  const QpCost *line;
  QpCostGroup group;
  guint index;
  const char *name;
  const char *specification;
  const char *unit;
  QpPricePer per;
  gint64 quantity;
  const char *quantity_of;
  gboolean quantity_typed;
  QpAmount price;
  const QpPrice *record;
  const char *source;
  const char *date;
  const char *confidence;
  const QpFact *rate;
  gboolean ranged;
  gboolean middle;
  gboolean old;
  gboolean partial;
  guint every;
  QpBudgetGap gap;
  QpAmount amount;
  double tax_percent;
  QpAmount tax;
  const QpFunding *funding;
} QpBudgetRow;

/**
 * QpBudgetSum:
 * @amount: sum of what is known
 * @tax: tax on it
 * @n: lines
 * @missing: lines that have no amount
 *
 * A sum over lines; it is partial where something is missing.
 */
typedef struct
{
  QpAmount amount;
  QpAmount tax;
  guint n;
  guint missing;
} QpBudgetSum;

/**
 * QpBudgetShare:
 * @funding: (nullable): the source of funds; %NULL: what nobody pays yet
 * @amount: what it pays, tax included, minor units
 * @capped: whether its upper limit is reached
 *
 * Who pays how much.
 */
typedef struct
{
  const QpFunding *funding;
  gint64 amount;
  gboolean capped;
} QpBudgetShare;

/**
 * QpBudget:
 * @rows: (element-type QpBudgetRow): all lines, owner by owner; qp_budget_row() has them by group and in the order of the project
 * @order: where in @rows the line of a number is
 * @groups: sums by group
 * @first: groups A to L: what is paid once
 * @yearly: group M
 * @income: group N
 * @tax_missing: lines of A to L that have an amount and no tax
 * @area: area of the screens whose display has an amount, millionths of m²
 * @screens: screens counted
 * @displays: those of them whose display has an amount
 * @shares: (element-type QpBudgetShare): who pays; adds up to @first with tax
 * @old: lines whose price is old
 * @load: what the screens draw over the hours of a day, where no line stands for their energy
 *
 * The budget of a project.
 */
typedef struct
{
  GArray *rows;
  guint *order;
  QpBudgetSum groups[QP_N_COST_GROUPS];
  QpBudgetSum first;
  QpBudgetSum yearly;
  QpBudgetSum income;
  guint tax_missing;
  gint64 area;
  guint screens;
  guint displays;
  GArray *shares;
  guint old;
  QpDayLoad load;
  GStringChunk *texts;
} QpBudget;

QpBudget *qp_budget_new (const QpNode *root, const QpEngineContext *context, const char *today);
void qp_budget_free (QpBudget *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QpBudget, qp_budget_free)

#define qp_budget_row(self, i) (&g_array_index ((self)->rows, QpBudgetRow, (self)->order[i]))
#define qp_budget_share(self, i) (&g_array_index ((self)->shares, QpBudgetShare, i))

QpAmount qp_budget_with_tax (const QpBudgetSum *sum);
gboolean qp_budget_sum_is_known (const QpBudgetSum *sum);
gint64 qp_budget_per_m2 (const QpBudget *self);
gboolean qp_budget_is_partial (const QpBudget *self);
gboolean qp_budget_is_funded (const QpBudget *self);
gint64 qp_budget_funded (const QpBudget *self);
void qp_budget_sum_of (const QpBudget *self, const QpNode *owner, QpBudgetSum *sum);
void qp_budget_check (const QpBudget *self, const QpNode *root, QpFindings *findings);

/**
 * QpReviewGroup:
 * @letter: its letter in a review table, A to L
 * @name: translatable name
 * @groups: the groups of a project that are in it, a bit each; 0: the taxes
 *
 * A group of an estimate for a review meeting (qp-budget-review.c).
 */
typedef struct
{
  char letter;
  const char *name;
  guint groups;
} QpReviewGroup;

guint qp_review_group_count (void);
const QpReviewGroup *qp_review_group_at (guint index);
char *qp_review_group_holds (const QpReviewGroup *self);
void qp_budget_review_sum (const QpBudget *self, guint index, QpBudgetSum *sum);

/* words (qp-budget-words.c) */
const char *qp_budget_row_name (const QpBudgetRow *self);
char *qp_budget_row_number (const QpBudgetRow *self);
char *qp_budget_row_unit (const QpBudgetRow *self);
char *qp_budget_row_quantity (const QpBudgetRow *self);
char *qp_budget_row_price (const QpBudgetRow *self, gint64 price);
char *qp_budget_row_gap (const QpBudgetRow *self);
char *qp_budget_row_origin (const QpBudgetRow *self);
char *qp_amount_display (gint64 amount);

G_END_DECLS
