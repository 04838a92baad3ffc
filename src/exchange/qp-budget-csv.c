/* qp-budget-csv.c: the budget of a project as a table
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "exchange/qp-budget-file.h"

#include "base/qp-csv.h"

#include <math.h>

/* plain decimals, the same in every locale; what is not known is empty */
static void
add_decimal (GString *out, gint64 value, guint decimals)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (value != QP_NO_AMOUNT)
    qp_decimal_append (text, value, decimals);
  qp_csv_append (out, text->str);
}

static void
add_amount (GString *out, const QpAmount *amount)
{
  add_decimal (out, amount->low, 2);
  add_decimal (out, amount->likely, 2);
  add_decimal (out, amount->high, 2);
}

static void
add_real (GString *out, double value)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (!isnan (value))
    qp_real_append (text, value);
  qp_csv_append (out, text->str);
}

static void
add_head (GString *out)
{
  static const char *const columns[]
      = { "type", "number", "group", "item", "name", "for", "specification", "unit", "quantity", "quantity_of", "price_low",
          "price", "price_high", "amount_low", "amount", "amount_high", "tax_percent", "tax", "with_tax", "funding", "price_source", "price_date",
          "confidence", "old", "missing", "note" };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    qp_csv_append (out, columns[i]);
  qp_csv_end_row (out);
}

static void
add_row (GString *out, const QpBudgetRow *row)
{
  const gboolean share = row->per == QP_PRICE_PER_PERCENT;
  g_autofree char *number = qp_budget_row_number (row), *unit = qp_budget_row_unit (row);
  g_autofree char *owner = qp_node_display_name (row->owner), *gap = qp_budget_row_gap (row);
  QpAmount whole = row->amount;

  qp_csv_append (out, "line");
  qp_csv_append (out, number);
  qp_csv_append (out, qp_values_cost_group[row->group].key);
  qp_csv_append (out, row->item == NULL ? NULL : row->item->key);
  qp_csv_append (out, qp_budget_row_name (row));
  qp_csv_append (out, owner);
  qp_csv_append (out, row->specification);
  qp_csv_append (out, unit);
  add_decimal (out, row->quantity, share ? 2 : 6);
  qp_csv_append (out, row->quantity_of);
  add_amount (out, &row->price);
  add_amount (out, &row->amount);
  add_real (out, row->tax_percent);
  add_decimal (out, row->tax.likely, 2);
  qp_amount_add (&whole, &row->tax);
  add_decimal (out, whole.likely, 2);
  qp_csv_append (out, row->funding == NULL ? NULL : row->funding->name);
  qp_csv_append (out, row->source);
  qp_csv_append (out, row->date);
  qp_csv_append (out, row->confidence);
  qp_csv_append (out, row->old ? "yes" : NULL);
  qp_csv_append (out, gap);
  qp_csv_append (out, row->line == NULL ? NULL : row->line->note);
  qp_csv_end_row (out);
}

static void
add_blank (GString *out, guint n)
{
  for (guint i = 0; i < n; i++)
    qp_csv_append (out, NULL);
}

static void
add_sum (GString *out, const char *type, const char *group, const char *name, const QpBudgetSum *sum)
{
  const QpAmount whole = qp_budget_with_tax (sum);
  const gboolean known = qp_budget_sum_is_known (sum);
  g_autofree char *missing = g_strdup_printf ("%u", sum->missing);

  qp_csv_append (out, type);
  qp_csv_append (out, NULL);
  qp_csv_append (out, group);
  qp_csv_append (out, NULL);
  qp_csv_append (out, name);
  add_blank (out, 8);
  add_amount (out, known ? &sum->amount : &QP_AMOUNT_NONE);
  qp_csv_append (out, NULL);
  add_decimal (out, known ? sum->tax.likely : QP_NO_AMOUNT, 2);
  add_decimal (out, known ? whole.likely : QP_NO_AMOUNT, 2);
  add_blank (out, 5);
  qp_csv_append (out, sum->missing > 0 ? missing : NULL);
  qp_csv_append (out, NULL);
  qp_csv_end_row (out);
}

/* the same sums in the groups of an estimate for a review meeting */
static void
add_review (GString *out, const QpBudget *self, guint index)
{
  const QpReviewGroup *group = qp_review_group_at (index);
  const char letter[] = { group->letter, '\0' };
  QpBudgetSum sum;

  qp_budget_review_sum (self, index, &sum);
  add_sum (out, "review", letter, _ (group->name), &sum);
}

/**
 * qp_budget_to_csv:
 * @self: a budget
 * @root: its project
 * @with_bom: whether a byte order mark stands first, without which some spreadsheets take Chinese for something else
 *
 * Writes RFC 4180: commas, quotes where needed, CRLF. Names of columns are the same in every language; numbers are plain
 * decimals. Under the lines stand sums of groups, the same
 * in the groups of a review table ("review"), and totals; in their "missing" is how many lines have no amount.
 *
 * Returns: (transfer full): the table
 */
GBytes *
qp_budget_to_csv (const QpBudget *self, const QpNode *root, gboolean with_bom)
{
  GString *out = g_string_new (with_bom ? QP_CSV_BOM : NULL);

  add_head (out);
  for (guint i = 0; i < self->rows->len; i++)
    add_row (out, qp_budget_row (self, i));
  for (guint group = 0; group < QP_N_COST_GROUPS; group++)
    if (self->groups[group].n > 0)
      add_sum (out, "group", qp_values_cost_group[group].key, _ (qp_values_cost_group[group].label), &self->groups[group]);
  for (guint i = 0; i < qp_review_group_count (); i++)
    add_review (out, self, i);
  add_sum (out, "total", "A-L", _ ("First cost"), &self->first);
  add_sum (out, "total", "M", _ ("Cost of a year"), &self->yearly);
  add_sum (out, "total", "N", _ ("Income of a year"), &self->income);
  return g_string_free_to_bytes (out);
}
