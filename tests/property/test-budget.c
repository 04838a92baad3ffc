/* test-budget.c: random projects: lines, groups, totals, figure per m² and funds agree to the minor unit
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/qp-budget.h"
#include "lib/qp-random-budget.h"
#include "lib/qp-random.h"

#include <math.h>

#define ROUNDS 400

__extension__ typedef __int128 Wide;

static gboolean
is_rounded (Wide exact, Wide divisor, gint64 rounded)
{
  const Wide rest = exact - (Wide) rounded * divisor;

  return 2 * (rest < 0 ? -rest : rest) <= divisor;
}

static void
check_amount (const QpBudgetRow *row)
{
  const gboolean share = row->per == QP_PRICE_PER_PERCENT;

  if (row->gap != QP_GAP_NONE)
    {
      g_assert_cmpint (row->amount.likely, ==, QP_NO_AMOUNT);
      g_assert_cmpint (row->amount.low, ==, QP_NO_AMOUNT);
      g_assert_cmpint (row->tax.likely, ==, QP_NO_AMOUNT);
      return;
    }
  g_assert_true (is_rounded ((Wide) row->quantity * row->price.likely, share ? 10000 : QP_QUANTITY_UNIT, row->amount.likely));
  g_assert_cmpint (row->amount.low, <=, row->amount.likely);
  g_assert_cmpint (row->amount.likely, <=, row->amount.high);
  if (!isnan (row->tax_percent))
    g_assert_true (is_rounded ((Wide) row->amount.likely * llround (row->tax_percent * 1e6), 100000000, row->tax.likely));
}

/* the sums are made again, in wider integers and another order */
static void
check_sums (const QpBudget *budget)
{
  Wide groups[QP_N_COST_GROUPS] = { 0 }, tax = 0, first = 0, shares = 0;

  for (guint i = budget->rows->len; i-- > 0;)
    {
      const QpBudgetRow *row = qp_budget_row (budget, i);
      check_amount (row);
      if (row->gap != QP_GAP_NONE)
        continue;
      groups[row->group] += row->amount.likely;
      if (row->group <= QP_COST_CONTINGENCY && qp_amount_is_known (&row->tax))
        tax += row->tax.likely;
    }
  for (guint group = 0; group < QP_N_COST_GROUPS; group++)
    {
      g_assert_true (groups[group] == budget->groups[group].amount.likely);
      if (group <= QP_COST_CONTINGENCY)
        first += groups[group];
    }
  g_assert_true (first == budget->first.amount.likely);
  g_assert_true (tax == budget->first.tax.likely);
  for (guint i = 0; i < budget->shares->len; i++)
    shares += qp_budget_share (budget, i)->amount;
  g_assert_true (shares == first + tax);
  if (budget->area > 0 && budget->displays == budget->screens)
    g_assert_true (is_rounded (first * QP_QUANTITY_UNIT, budget->area, qp_budget_per_m2 (budget)));
}

/* the letters of a review table: A to K are the first cost with tax, L is the cost of each year */
static void
check_review (const QpBudget *budget)
{
  Wide first = 0;
  QpBudgetSum sum;

  for (guint i = 0; i < qp_review_group_count (); i++)
    {
      qp_budget_review_sum (budget, i, &sum);
      if (qp_review_group_at (i)->letter < 'L')
        first += sum.amount.likely;
    }
  g_assert_true (first == (Wide) qp_budget_with_tax (&budget->first).likely);
  g_assert_cmpint (sum.amount.likely, ==, budget->groups[QP_COST_YEARLY].amount.likely);
}

static void
check_order (const QpBudget *budget)
{
  for (guint i = 1; i < budget->rows->len; i++)
    {
      const QpBudgetRow *before = qp_budget_row (budget, i - 1), *row = qp_budget_row (budget, i);
      g_assert_true (row->group == before->group ? row->index == before->index + 1 : row->group > before->group && row->index == 1);
    }
}

static void
test_sums (void)
{
  guint known = 0, shares = 0;

  for (guint32 seed = 1; seed <= ROUNDS; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (QpNode) root = seed % 2 == 0 ? qp_random_document (rand, QP_KIND_PROJECT, (guint) g_rand_int_range (rand, 5, 120))
                                              : qp_random_budget (rand);
      g_autoptr (QpCatalogue) empty = qp_catalogue_new (NULL, 0);
      g_autoptr (QpCatalogue) catalogue = qp_catalogue_with_project (empty, root);
      const QpEngineContext context = { .project = (const QpProject *) root, .catalogue = catalogue };
      g_autoptr (QpBudget) budget = qp_budget_new (root, &context, "2026-11-28");
      g_autoptr (QpFindings) findings = qp_findings_new ();

      check_sums (budget);
      check_order (budget);
      check_review (budget);
      qp_budget_check (budget, root, findings);
      for (guint i = 0; i < budget->rows->len; i++)
        {
          known += qp_budget_row (budget, i)->gap == QP_GAP_NONE;
          shares += qp_budget_row (budget, i)->gap == QP_GAP_NONE && qp_budget_row (budget, i)->per == QP_PRICE_PER_PERCENT;
        }
    }
  g_test_message ("%u lines with an amount, %u of them shares", known, shares);
  g_assert_cmpuint (known, >, 4 * ROUNDS); /* not a test of empty projects */
  g_assert_cmpuint (shares, >, ROUNDS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/budget/sums", test_sums);
  return g_test_run ();
}
