/* qp-years.c: what a project costs and brings over the years
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "engine/qp-years.h"

#include "base/qp-number.h"
#include "engine/qp-audience.h"
#include "engine/qp-finance.h"

#include <math.h>
#include <string.h>

/* the newest year for which factors of the grids are published */
#define GRID_YEAR "2023"

static double
share_or_zero (double percent)
{
  return isnan (percent) ? 0 : percent / 100;
}

static gint64
case_of (const QpAmount *amount, QpEstimateCase which)
{
  return which == QP_CASE_LOW ? amount->low : which == QP_CASE_HIGH ? amount->high : amount->likely;
}

/* --- when --- */

/* calendar year that a line or its site names; 0: none */
static int
year_of (const QpBudgetRow *row)
{
  if (row->line != NULL && row->line->year != QP_UNSET && row->line->year > 0)
    return (int) row->line->year;
  return row->site != NULL && row->site->build_year != QP_UNSET ? (int) row->site->build_year : 0;
}

static int
first_year_of (const QpBudget *budget, const QpProject *project)
{
  int first = project->first_year == QP_UNSET ? 0 : (int) project->first_year;

  for (guint i = 0; i < budget->rows->len && project->first_year == QP_UNSET; i++)
    {
      const QpBudgetRow *row = qp_budget_row (budget, i);
      const int year = row->group <= QP_COST_CONTINGENCY ? year_of (row) : 0;
      first = year != 0 && (first == 0 || year < first) ? year : first;
    }
  return first;
}

/* years after the first one in which it is built */
static guint
built_in (const QpYears *self, const QpBudgetRow *row)
{
  const gboolean yearly = row->group > QP_COST_CONTINGENCY;
  const int year = yearly && row->starts != 0     ? row->starts
                   : yearly && row->site != NULL ? (row->site->build_year == QP_UNSET ? 0 : (int) row->site->build_year)
                                                 : year_of (row);

  return self->first_year == 0 || year <= self->first_year ? 0 : (guint) (year - self->first_year);
}

/* the years in which a line of M or N falls due: from, every, until */
typedef struct
{
  guint from;
  guint every;
  guint until;
} Due;

static Due
due_of (const QpYears *self, const QpBudgetRow *row)
{
  const QpCost *line = row->line;
  Due due = { built_in (self, row) + row->every, row->every, self->n };

  if (line != NULL && line->year != QP_UNSET && self->first_year > 0 && line->year >= self->first_year)
    due.from = (guint) (line->year - self->first_year);
  if (line != NULL && line->last_year != QP_UNSET && self->first_year > 0)
    due.until = line->last_year < self->first_year ? 0 : MIN (self->n, (guint) (line->last_year - self->first_year));
  if (row->item != NULL && strcmp (row->item->key, "renewal") == 0 && due.until > 0)
    due.until--; /* nobody renews in the year that it ends */
  return due;
}

static gboolean
is_energy (const QpBudgetRow *row)
{
  return row->item != NULL && strcmp (row->item->key, "energy") == 0;
}

/* prices rise from the first year on */
static double
rise_of (const QpBudgetRow *row, const QpProject *project)
{
  return share_or_zero (is_energy (row) && !isnan (project->tariff_rise_percent) ? project->tariff_rise_percent : project->rise_percent);
}

/* --- adding up --- */

static gint64
with_tax (const QpBudgetRow *row, QpEstimateCase which)
{
  const gint64 amount = case_of (&row->amount, which), tax = case_of (&row->tax, which);

  return tax == QP_NO_AMOUNT ? amount : qp_amount_plus (amount, tax);
}

static void
add_first (QpYears *self, const QpBudgetRow *row, QpEstimateCase which)
{
  const guint t = built_in (self, row);

  if (t > self->n)
    self->beyond++;
  else
    qp_year (self, t)->first = qp_amount_plus (qp_year (self, t)->first, with_tax (row, which));
}

static gint64 *
place_of (QpYear *year, const QpBudgetRow *row)
{
  if (row->group == QP_COST_INCOME)
    return &year->income;
  return row->every > 1 ? &year->renewal : is_energy (row) ? &year->energy : &year->running;
}

static void
add_yearly (QpYears *self, const QpBudgetRow *row, const QpProject *project, QpEstimateCase which)
{
  const Due due = due_of (self, row);
  const double rise = rise_of (row, project);

  self->beyond += due.from > self->n;
  for (guint t = due.from; t <= due.until && t <= self->n; t += due.every)
    {
      QpYear *year = qp_year (self, t);
      gint64 *place = place_of (year, row);
      const double amount = (double) with_tax (row, which) * pow (1 + rise, t);
      *place = qp_amount_plus (*place, llround (CLAMP (amount, -9e18, 9e18)));
      if (is_energy (row) && row->quantity != QP_NO_AMOUNT && g_strcmp0 (row->unit, "MWh") == 0)
        year->kwh += (double) row->quantity / QP_QUANTITY_UNIT * 1000;
    }
}

static gint64
display_cost (const QpBudget *budget, QpEstimateCase which)
{
  gint64 sum = 0;

  for (guint i = 0; i < budget->rows->len; i++)
    if (qp_budget_row (budget, i)->group == QP_COST_DISPLAY && qp_budget_row (budget, i)->gap == QP_GAP_NONE)
      sum = qp_amount_plus (sum, case_of (&qp_budget_row (budget, i)->amount, which));
  return sum;
}

/* --- carbon --- */

static double
grid_factor (gint64 grid)
{
  const char *const names[] = { "year", "area", NULL }, *const values[] = { GRID_YEAR, qp_values_grid[grid].key, NULL };
  const QpFormula *formula = qp_formula_match ("grid_factor_cn", names, NULL);
  double factor = NAN;

  return formula != NULL && qp_formula_calculate (formula, names, values, &factor, NULL) ? factor : NAN;
}

static double
carbon_factor (const QpProject *project)
{
  if (!isnan (project->carbon_kg_per_kwh))
    return project->carbon_kg_per_kwh;
  return project->grid == QP_UNSET ? NAN : grid_factor (project->grid);
}

/**
 * qp_years_carbon_origin:
 * @root: a project
 *
 * Returns: (transfer full): where the carbon factor comes from, in words
 */
char *
qp_years_carbon_origin (const QpNode *root)
{
  const QpProject *project = (const QpProject *) root;

  if (!isnan (project->carbon_kg_per_kwh))
    return g_strdup (_ ("typed at the project; the same in all years, since nobody publishes the factors to come"));
  if (project->grid == QP_UNSET)
    return g_strdup (_ ("not known: choose the grid of the project, or type the factor"));
  return g_strdup_printf (_ ("CO₂ factor of electricity %s, %s, published in January 2026; the same in all years"), GRID_YEAR,
                          _ (qp_values_grid[project->grid].label));
}

/* --- who passes --- */

static double
visitors_of (GPtrArray *audiences, const QpScreen *screen, const QpDay *day)
{
  double sum = NAN;

  for (guint i = 0; i < audiences->len; i++)
    for (guint part = 0; part < QP_DAY_PARTS; part++)
      {
        const double visitors = qp_audience_people_per_h (g_ptr_array_index (audiences, i), part) * qp_day_hours (day, part, screen);
        sum = isnan (visitors) ? sum : isnan (sum) ? visitors : sum + visitors;
      }
  return sum;
}

/* once for all its screens */
static GPtrArray *
audiences_of (const QpNode *plan)
{
  GPtrArray *audiences = g_ptr_array_new ();
  QpNodeIter iter;

  qp_node_iter_init (&iter, plan->children);
  for (const QpAudience *audience; plan->kind == QP_KIND_PLAN && (audience = qp_audience_next (&iter)) != NULL;)
    g_ptr_array_add (audiences, (gpointer) audience);
  return audiences;
}

static double
sights_in (const QpNode *node, const QpDay *day)
{
  g_autoptr (GPtrArray) audiences = audiences_of (node);
  QpNodeIter iter;
  double sum = NAN;

  qp_node_iter_init (&iter, node->children);
  for (const QpNode *child; (child = qp_node_iter_next (&iter)) != NULL;)
    {
      double here = NAN;
      if (child->kind == QP_KIND_SITE || child->kind == QP_KIND_PLAN)
        here = sights_in (child, day);
      else if (child->kind == QP_KIND_SCREEN && ((const QpScreen *) child)->status != QP_STATUS_RETIRED)
        {
          const gint64 days = ((const QpScreen *) child)->days_per_year;
          here = visitors_of (audiences, (const QpScreen *) child, day) * (days == QP_UNSET ? 365 : (double) days);
        }
      sum = isnan (here) ? sum : isnan (sum) ? here : sum + here;
    }
  return sum;
}

static guint
shortest_permit (const QpNode *root)
{
  QpNodeIter iter;
  guint shortest = 0;

  qp_node_iter_init (&iter, root->children);
  for (const QpNode *node; (node = qp_node_iter_next_of (&iter, QP_KIND_SITE)) != NULL;)
    {
      const gint64 years = ((const QpSite *) node)->permit_years;
      if (years != QP_UNSET && (shortest == 0 || years < shortest))
        shortest = (guint) years;
    }
  return shortest;
}

/* --- figures --- */

static void
finish_years (QpYears *self)
{
  gint64 sum = 0;

  for (guint t = 0; t <= self->n; t++)
    {
      QpYear *year = qp_year (self, t);
      const gint64 cost = qp_amount_plus (qp_amount_plus (year->first, year->energy), qp_amount_plus (year->running, year->renewal));
      year->net = qp_amount_plus (qp_amount_plus (year->income, year->residual), -cost);
      year->cumulative = sum = qp_amount_plus (sum, year->net);
      year->discounted = (double) year->net / 100 / pow (1 + self->rate, t);
      year->co2_t = year->kwh * self->co2_factor / 1000;
      self->co2_t += year->co2_t;
    }
}

static void
calculate_figures (QpYears *self, const QpBudget *budget)
{
  g_autofree double *flows = g_new0 (double, self->n + 1), *income = g_new0 (double, self->n + 1);
  gint64 incomes = 0;

  for (guint t = 0; t <= self->n; t++)
    {
      flows[t] = (double) qp_year (self, t)->net / 100;
      income[t] = (double) qp_year (self, t)->income / 100;
      incomes = qp_amount_plus (incomes, qp_year (self, t)->income);
    }
  self->npv_net = qp_finance_npv (flows, self->n + 1, self->rate);
  self->npv_income = qp_finance_npv (income, self->n + 1, self->rate);
  self->npv = self->npv_income - self->npv_net;
  const QpFormula *annuity = qp_formula_find ("ap_factor");
  const QpArgument arguments[] = { { self->rate, NULL }, { self->n, NULL } };
  self->annuity = self->npv * qp_formula_evaluate (annuity, arguments);
  self->per_m2 = budget->area > 0 && budget->displays == budget->screens ? self->annuity / ((double) budget->area / QP_QUANTITY_UNIT) : NAN;
  self->per_ots = self->ots > 0 ? self->annuity / self->ots : NAN;
  /* without a known first cost nothing is to be paid back yet */
  self->payback = incomes > 0 && flows[0] < 0 ? qp_finance_payback (flows, self->n + 1) : NAN;
  self->irr = incomes > 0 && flows[0] < 0 ? qp_finance_irr (flows, self->n + 1) : NAN;
}

/**
 * qp_years_init:
 * @self: (out caller-allocates): place for the years
 * @budget: the budget of the project
 * @root: the project: horizon, discount rate, rises
 * @which: which of the three prices counts
 *
 * First cost falls into the year that the line or its site names, else into the first one, tax included; what is paid every
 * year begins a year after and rises from the first year on. Flows of a year count at its end. Lines without an amount are not
 * in the sums, which are partial then.
 */
void
qp_years_init (QpYears *self, const QpBudget *budget, const QpNode *root, QpEstimateCase which)
{
  const QpProject *project = (const QpProject *) root;
  QpDay day;

  memset (self, 0, sizeof *self);
  self->n = project->horizon_years == QP_UNSET ? 0 : (guint) project->horizon_years;
  self->rate = project->discount_rate_percent / 100;
  self->first_year = first_year_of (budget, project);
  self->partial = qp_budget_is_partial (budget) || budget->groups[QP_COST_YEARLY].missing > 0 || budget->groups[QP_COST_INCOME].missing > 0;
  self->co2_factor = carbon_factor (project);
  qp_day_init (&day, project);
  self->ots = sights_in (root, &day);
  self->permit_years = shortest_permit (root);
  self->at = g_array_new (FALSE, TRUE, sizeof (QpYear));
  g_array_set_size (self->at, self->n + 1);
  for (guint i = 0; i < budget->rows->len; i++)
    {
      const QpBudgetRow *row = qp_budget_row (budget, i);
      if (row->gap != QP_GAP_NONE)
        continue;
      if (row->group <= QP_COST_CONTINGENCY)
        add_first (self, row, which);
      else
        add_yearly (self, row, project, which);
    }
  qp_year (self, self->n)->residual = qp_amount_percent (display_cost (budget, which), isnan (project->residual_percent) ? 0 : project->residual_percent);
  if (self->n == 0)
    self->rate = NAN;
  finish_years (self);
  calculate_figures (self, budget);
}

/**
 * qp_years_clear:
 * @self: years
 */
void
qp_years_clear (QpYears *self)
{
  g_clear_pointer (&self->at, g_array_unref);
}

/**
 * qp_years_weight:
 * @self: years
 * @row: a line of the budget
 * @root: the project
 *
 * Returns: what one unit of the line's amount adds to the present value of the cost: tax, rise and discount together; negative for
 *   income and for what is left of a display; NaN without a discount rate
 */
double
qp_years_weight (const QpYears *self, const QpBudgetRow *row, const QpNode *root)
{
  const QpProject *project = (const QpProject *) root;
  const double discount = 1 / (1 + self->rate), tax = qp_amount_is_known (&row->tax) ? row->tax_percent / 100 : 0;
  const double residual = row->group == QP_COST_DISPLAY ? share_or_zero (project->residual_percent) * pow (discount, self->n) : 0;
  double sum = 0 * self->rate;

  if (row->group <= QP_COST_CONTINGENCY)
    return built_in (self, row) > self->n ? sum : (1 + tax) * pow (discount, built_in (self, row)) - residual;
  const Due due = due_of (self, row);
  for (guint t = due.from; t <= due.until && t <= self->n; t += due.every)
    sum += pow ((1 + rise_of (row, project)) * discount, t);
  return sum * (1 + tax) * (row->group == QP_COST_INCOME ? -1 : 1);
}

/**
 * qp_years_use_viewers:
 * @self: years
 * @viewers: opportunities to see in a year, as qp_viewers_per_year() tells; NaN changes nothing
 *
 * Counts who sees the screens, where that is known, and not who passes.
 */
void
qp_years_use_viewers (QpYears *self, double viewers)
{
  if (isnan (viewers))
    return;
  self->ots = viewers;
  self->seen = TRUE;
  self->per_ots = viewers > 0 ? self->annuity / viewers : NAN;
}

/**
 * qp_years_ots_words:
 * @self: years
 *
 * Returns: (transfer none): what counts as an opportunity to see
 */
const char *
qp_years_ots_words (const QpYears *self)
{
  if (isnan (self->ots))
    return _ ("not known: draw the ground that people stand or walk on, and type how many");
  return self->seen ? _ ("visits with a screen in view for long enough, past obstacles")
                    : _ ("who passes while a screen is on; whether they see it is not looked at");
}

/**
 * qp_years_rate_words:
 * @self: years
 *
 * Returns: (transfer full): over how many years, and at what rate they are discounted
 */
char *
qp_years_rate_words (const QpYears *self)
{
  if (isnan (self->rate))
    return g_strdup (_ ("The discount rate is not known: type it at the project."));
  g_autofree char *rate = qp_number_display_shortest (round (self->rate * 1e6) / 1e4);
  return g_strdup_printf (ngettext ("%u year, discounted by %s\u2009%% a year", "%u years, discounted by %s\u2009%% a year", self->n), self->n, rate);
}
