/* qp-budget-review.c: the sums of a budget in the groups that an estimate for a review meeting has
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Projects keep finer groups, A to N; a review table has A to L: playout stands with control, earthing with power, and taxes
 * are a group of their own.
 */
#include "base/qp-i18n.h"

#include "engine/qp-budget.h"

#include <string.h>

#define GROUP(name) (1u << QP_COST_##name)

static const QpReviewGroup review_groups[] = {
  { 'A', N_ ("Screen"), GROUP (DISPLAY) },
  { 'B', N_ ("Control and playout"), GROUP (CONTROL) | GROUP (PLAYOUT) },
  { 'C', N_ ("Sound"), GROUP (SOUND) },
  { 'D', N_ ("Structure and cladding"), GROUP (STEEL) },
  { 'E', N_ ("Civil works"), GROUP (CIVIL) },
  { 'F', N_ ("Power, earthing and lightning protection"), GROUP (POWER) | GROUP (EARTHING) },
  { 'G', N_ ("Network and security"), GROUP (NETWORK) },
  { 'H', N_ ("Installation and test"), GROUP (INSTALLATION) },
  { 'I', N_ ("Design, supervision, review and safety appraisal"), GROUP (DESIGN) },
  { 'J', N_ ("Contingency"), GROUP (CONTINGENCY) },
  { 'K', N_ ("Taxes"), 0 },
  { 'L', N_ ("Cost of each year"), GROUP (YEARLY) },
};

/**
 * qp_review_group_count:
 *
 * Returns: how many groups a review table has
 */
guint
qp_review_group_count (void)
{
  return G_N_ELEMENTS (review_groups);
}

/**
 * qp_review_group_at:
 * @index: below qp_review_group_count()
 *
 * Returns: (transfer none): the group
 */
const QpReviewGroup *
qp_review_group_at (guint index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (review_groups), NULL);
  return &review_groups[index];
}

/**
 * qp_review_group_holds:
 * @self: a group of a review table
 *
 * Returns: (transfer full): the letters of the groups of a project that are in it: "B + C"; "" for the taxes
 */
char *
qp_review_group_holds (const QpReviewGroup *self)
{
  GString *out = g_string_new (NULL);

  for (guint group = 0; group < QP_N_COST_GROUPS; group++)
    if ((self->groups >> group & 1) != 0)
      g_string_append_printf (out, "%s%s", out->len > 0 ? " + " : "", qp_values_cost_group[group].key);
  return g_string_free (out, FALSE);
}

/**
 * qp_budget_review_sum:
 * @self: a budget
 * @index: a group of a review table
 * @sum: (out caller-allocates): its sum before tax; of the taxes the tax on the first cost. Groups A to K add up to the first cost
 *   with tax
 */
void
qp_budget_review_sum (const QpBudget *self, guint index, QpBudgetSum *sum)
{
  const QpReviewGroup *group = &review_groups[index];

  memset (sum, 0, sizeof *sum);
  if (group->groups == 0)
    {
      sum->amount = self->first.tax;
      sum->n = self->first.n;
      sum->missing = self->first.missing + self->tax_missing;
    }
  for (guint i = 0; i < QP_N_COST_GROUPS; i++)
    if ((group->groups >> i & 1) != 0)
      {
        qp_amount_add (&sum->amount, &self->groups[i].amount);
        sum->n += self->groups[i].n;
        sum->missing += self->groups[i].missing;
      }
}
