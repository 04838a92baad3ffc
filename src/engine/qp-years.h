/* qp-years.h: what a project costs and brings over the years
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-budget.h"

G_BEGIN_DECLS

/**
 * QpEstimateCase:
 *
 * Which of the three prices counts.
 */
typedef enum
{
  QP_CASE_LOW,
  QP_CASE_LIKELY,
  QP_CASE_HIGH,
} QpEstimateCase;

/**
 * QpYear:
 * @first: first cost of what is built in this year, with tax
 * @energy: cost of energy
 * @running: other cost of the year
 * @renewal: what comes every few years
 * @income: income
 * @residual: residual value, in the last year
 * @net: income and residual value less all cost
 * @discounted: @net as of the first year; NaN without a discount rate
 * @cumulative: sum of @net up to this year
 * @kwh: energy of what runs in this year
 * @co2_t: carbon dioxide of it, tonnes; NaN without a factor
 *
 * One year; money in minor units.
 */
typedef struct
{
  gint64 first;
  gint64 energy;
  gint64 running;
  gint64 renewal;
  gint64 income;
  gint64 residual;
  gint64 net;
  double discounted;
  gint64 cumulative;
  double kwh;
  double co2_t;
} QpYear;

/**
 * QpYears:
 * @n: years after the first one; 0 when the horizon is not known
 * @at: (element-type QpYear): the first year, and @n after it
 * @first_year: calendar year of the first; 0 when not known
 * @partial: whether something is missing, so that the sums say less than what is to be paid
 * @beyond: lines that come after the horizon
 * @rate: discount rate; NaN when not known
 * @npv: present value of all cost less the residual value, without income, units of the currency
 * @annuity: the same as an equal cost of each year
 * @npv_income: present value of the income
 * @npv_net: present value of income less cost
 * @per_m2: annuity per m² of screen
 * @ots: opportunities to see in a year; NaN when not known
 * @seen: whether they are visits with a screen in view for long enough, past obstacles; else who passes while a screen is on
 * @per_ots: annuity for one of them
 * @payback: years until income has paid for all; NaN when it does not or there is none
 * @irr: internal rate of return; NaN as above
 * @co2_factor: kg of CO₂ per kWh; NaN when not known
 * @co2_t: carbon dioxide of all years, tonnes
 * @permit_years: shortest term of a permit; 0 when none is known
 *
 * Cost and income over the years. What is not known is NaN.
 */
typedef struct
{
  guint n;
  GArray *at;
  int first_year;
  gboolean partial;
  guint beyond;
  double rate;
  double npv;
  double annuity;
  double npv_income;
  double npv_net;
  double per_m2;
  double ots;
  gboolean seen;
  double per_ots;
  double payback;
  double irr;
  double co2_factor;
  double co2_t;
  guint permit_years;
} QpYears;

#define qp_year(self, i) (&g_array_index ((self)->at, QpYear, i))

void qp_years_init (QpYears *self, const QpBudget *budget, const QpNode *root, QpEstimateCase which);
void qp_years_clear (QpYears *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QpYears, qp_years_clear)
double qp_years_weight (const QpYears *self, const QpBudgetRow *row, const QpNode *root);
void qp_years_use_viewers (QpYears *self, double viewers);
const char *qp_years_ots_words (const QpYears *self);
char *qp_years_rate_words (const QpYears *self);
char *qp_years_carbon_origin (const QpNode *root);

G_END_DECLS
