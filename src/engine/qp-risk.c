/* qp-risk.c: how far cost may lie from what is likely, and what matters most
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "engine/qp-risk.h"

#include "base/qp-random-bits.h"
#include "engine/qp-budget-private.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* what is drawn: the prices of an item, or of a line of one's own */
typedef struct
{
  const QpBudgetItem *item;
  const QpCost *line;
  QpCostGroup group;
  guint base;     /* groups of a share; 0: an amount */
  double low;     /* amounts added up in units of the currency; a share: percent ÷ 100 */
  double likely;
  double high;
  double cut;     /* where the triangle has its top, 0 to 1 */
  double rising;  /* what the root is of before it and behind */
  double falling;
  double part;    /* a share: how much of its groups it is of, at likely prices */
  double tax;     /* mean of its lines, weighted by likely amounts */
  double weight;  /* what a unit adds to the present value, likewise */
  double sum;     /* weights so far */
} Variable;

typedef struct
{
  GArray *variables;
  double groups[QP_N_COST_GROUPS]; /* likely amounts */
} Model;

/* what one set of prices gives */
typedef struct
{
  double first;
  double npv;
} Outcome;

static Variable *
variable_of (Model *self, const QpBudgetRow *row)
{
  const guint base = row->per == QP_PRICE_PER_PERCENT ? qp_budget_groups (row->quantity_of) : 0;

  for (guint i = 0; i < self->variables->len; i++)
    {
      Variable *at = &g_array_index (self->variables, Variable, i);
      if (at->base == base && at->group == row->group && at->item == row->item && (row->item != NULL || at->line == row->line))
        return at;
    }
  const Variable made = { .item = row->item, .line = row->item == NULL ? row->line : NULL, .group = row->group, .base = base };
  g_array_append_val (self->variables, made);
  return &g_array_index (self->variables, Variable, self->variables->len - 1);
}

/* percent of lines that are shares is weighted by what they are of */
static void
take_row (Model *self, const QpBudgetRow *row, const QpYears *years, const QpNode *root)
{
  Variable *variable = variable_of (self, row);
  const gboolean share = variable->base != 0;
  const double scale = share ? (double) row->quantity / 100 / 10000 : 0.01;
  const QpAmount *range = share ? &row->price : &row->amount;
  const double weight = fabs ((double) row->amount.likely), npv = qp_years_weight (years, row, root);

  variable->low += (double) range->low * scale;
  variable->likely += (double) range->likely * scale;
  variable->high += (double) range->high * scale;
  variable->part += share ? (double) row->quantity / 100 : 0;
  variable->tax += weight * (qp_amount_is_known (&row->tax) ? row->tax_percent / 100 : 0);
  variable->weight += weight * npv;
  variable->sum += weight;
  self->groups[row->group] += (double) row->amount.likely / 100;
}

static void
finish_variable (const Model *self, Variable *variable)
{
  double base = 0;

  for (guint g = 0; g < QP_N_COST_GROUPS; g++)
    base += (variable->base >> g & 1) != 0 ? self->groups[g] : 0;
  if (variable->base != 0 && variable->part > 0)
    {
      variable->low /= variable->part;
      variable->likely /= variable->part;
      variable->high /= variable->part;
      variable->part = base > 0 ? variable->part / base : 0;
    }
  variable->tax = variable->sum > 0 ? variable->tax / variable->sum : 0;
  variable->weight = variable->sum > 0 ? variable->weight / variable->sum : 0;
  const double range = variable->high - variable->low;
  variable->cut = range > 0 ? (variable->likely - variable->low) / range : 0;
  variable->rising = range * (variable->likely - variable->low);
  variable->falling = range * (variable->high - variable->likely);
}

/* amounts before shares, and shares after the groups that they are of */
static int
by_order (gconstpointer a, gconstpointer b)
{
  const Variable *x = a, *y = b;
  const guint place_x = x->group * 2u + (x->base != 0), place_y = y->group * 2u + (y->base != 0);

  return place_x < place_y ? -1 : place_x > place_y;
}

static void
model_init (Model *self, const QpBudget *budget, const QpYears *years, const QpNode *root)
{
  memset (self, 0, sizeof *self);
  self->variables = g_array_new (FALSE, FALSE, sizeof (Variable));
  for (guint i = 0; i < budget->rows->len; i++)
    if (qp_budget_row (budget, i)->gap == QP_GAP_NONE)
      take_row (self, qp_budget_row (budget, i), years, root);
  for (guint i = 0; i < self->variables->len; i++)
    finish_variable (self, &g_array_index (self->variables, Variable, i));
  g_array_sort (self->variables, by_order);
}

static gboolean
is_ranged (const Variable *variable)
{
  return variable->high > variable->low;
}

/* the inverse of the triangle's distribution; roots are exact on every machine */
static double
triangle (const Variable *variable, double unit)
{
  return unit < variable->cut ? variable->low + sqrt (unit * variable->rising)
                              : variable->high - sqrt ((1 - unit) * variable->falling);
}

/* @prices: by variable: amount, or percent ÷ 100 of a share */
static Outcome
outcome_of (const Model *self, const double *prices)
{
  double groups[QP_N_COST_GROUPS] = { 0 };
  Outcome out = { 0, 0 };

  for (guint i = 0; i < self->variables->len; i++)
    {
      const Variable *variable = &g_array_index (self->variables, Variable, i);
      double amount = prices[i];
      if (variable->base != 0)
        {
          double base = 0;
          for (guint g = 0; g < QP_N_COST_GROUPS; g++)
            base += (variable->base >> g & 1) != 0 ? groups[g] : 0;
          amount *= base * variable->part;
        }
      groups[variable->group] += amount;
      out.first += variable->group <= QP_COST_CONTINGENCY ? amount * (1 + variable->tax) : 0;
      out.npv += amount * variable->weight;
    }
  return out;
}

static int
by_value (gconstpointer a, gconstpointer b)
{
  const double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

/* NaN sorts nowhere: a present value that is not known stays so */
static QpRiskBand
band_of (double *values, guint n)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += values[i];
  if (isnan (sum))
    return (QpRiskBand){ NAN, NAN, NAN, NAN };
  qsort (values, n, sizeof *values, by_value);
  return (QpRiskBand){ values[n / 10], values[n / 2], values[n - 1 - n / 10], sum / n };
}

static void
set_likely (const Model *self, double *prices)
{
  for (guint i = 0; i < self->variables->len; i++)
    prices[i] = g_array_index (self->variables, Variable, i).likely;
}

static void
draw (QpRisk *self, const Model *model, double *prices)
{
  g_autofree double *first = g_new (double, QP_RISK_DRAWS), *npv = g_new (double, QP_RISK_DRAWS);
  QpRandomBits random = { self->seed };

  for (guint i = 0; i < QP_RISK_DRAWS; i++)
    {
      for (guint v = 0; v < model->variables->len; v++)
        {
          const Variable *variable = &g_array_index (model->variables, Variable, v);
          if (is_ranged (variable))
            prices[v] = triangle (variable, qp_random_bits_unit (&random));
        }
      const Outcome outcome = outcome_of (model, prices);
      first[i] = outcome.first;
      npv[i] = outcome.npv;
    }
  self->first = band_of (first, QP_RISK_DRAWS);
  self->npv = band_of (npv, QP_RISK_DRAWS);
}

static int
by_width (gconstpointer a, gconstpointer b)
{
  const QpRiskBar *x = a, *y = b;
  const double wide_x = fabs (x->high - x->low), wide_y = fabs (y->high - y->low);

  return wide_x > wide_y ? -1 : wide_x < wide_y;
}

static void
add_bars (QpRisk *self, const Model *model, double *prices)
{
  const gboolean by_npv = !isnan (self->likely_npv);

  for (guint v = 0; v < model->variables->len; v++)
    {
      const Variable *variable = &g_array_index (model->variables, Variable, v);
      if (!is_ranged (variable) || (!by_npv && variable->group > QP_COST_CONTINGENCY))
        continue;
      set_likely (model, prices);
      prices[v] = variable->low;
      const Outcome low = outcome_of (model, prices);
      prices[v] = variable->high;
      const Outcome high = outcome_of (model, prices);
      const QpRiskBar bar
          = { variable->item, variable->line, by_npv ? low.npv : low.first, by_npv ? high.npv : high.first };
      g_array_append_val (self->bars, bar);
      self->ranged++;
    }
  g_array_sort (self->bars, by_width);
}

/**
 * qp_risk_init:
 * @self: (out caller-allocates): place for the results
 * @budget: the budget of a project
 * @years: its years with likely prices
 * @root: the project
 * @seed: where the draws begin; the same seed gives the same results on every machine
 *
 * Draws all prices that have a range %QP_RISK_DRAWS times.
 */
void
qp_risk_init (QpRisk *self, const QpBudget *budget, const QpYears *years, const QpNode *root, guint64 seed)
{
  Model model;

  memset (self, 0, sizeof *self);
  self->seed = seed;
  self->bars = g_array_new (FALSE, FALSE, sizeof (QpRiskBar));
  model_init (&model, budget, years, root);
  g_autofree double *prices = g_new (double, MAX (model.variables->len, 1));
  set_likely (&model, prices);
  const Outcome likely = outcome_of (&model, prices);
  self->likely_first = model.variables->len == 0 ? NAN : likely.first;
  self->likely_npv = model.variables->len == 0 || years->n == 0 ? NAN : likely.npv;
  draw (self, &model, prices);
  if (isnan (self->likely_first))
    self->first = (QpRiskBand){ NAN, NAN, NAN, NAN };
  if (isnan (self->likely_npv))
    self->npv = (QpRiskBand){ NAN, NAN, NAN, NAN };
  add_bars (self, &model, prices);
  g_array_unref (model.variables);
}

/**
 * qp_risk_clear:
 * @self: results
 */
void
qp_risk_clear (QpRisk *self)
{
  g_clear_pointer (&self->bars, g_array_unref);
}

/**
 * qp_risk_bar_name:
 * @self: a bar
 *
 * Returns: (transfer none): what it is
 */
const char *
qp_risk_bar_name (const QpRiskBar *self)
{
  if (self->item != NULL)
    return _ (self->item->name);
  return self->line->name != NULL ? self->line->name : _ ("Cost line");
}
