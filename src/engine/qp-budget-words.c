/* qp-budget-words.c: lines of a budget in words, and what is wrong with them
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "engine/qp-budget-private.h"

#include <math.h>
#include <string.h>

/**
 * qp_amount_display:
 * @amount: an amount in minor units, or %QP_NO_AMOUNT
 *
 * Returns: (transfer full): the amount with two decimals for people, "not known" for %QP_NO_AMOUNT
 */
char *
qp_amount_display (gint64 amount)
{
  if (amount == QP_NO_AMOUNT)
    return g_strdup (_ ("not known"));
  g_autofree char *whole = qp_number_display ((double) (ABS (amount) / 100), 0);
  return g_strdup_printf ("%s%s.%02d", amount < 0 ? "−" : "", whole, (int) (ABS (amount) % 100));
}

/**
 * qp_budget_row_name:
 * @self: a line
 *
 * Returns: (transfer none): what it is, translated where it is computed
 */
const char *
qp_budget_row_name (const QpBudgetRow *self)
{
  if (self->name != NULL)
    return self->name;
  return self->item != NULL ? _ (self->item->name) : _ ("Cost line");
}

/**
 * qp_budget_row_number:
 * @self: a line
 *
 * Returns: (transfer full): its number, as typed, or group and place in it: "A3"
 */
char *
qp_budget_row_number (const QpBudgetRow *self)
{
  if (self->line != NULL && self->line->number != NULL)
    return g_strdup (self->line->number);
  return g_strdup_printf ("%c%u", 'A' + (int) self->group, self->index);
}

/**
 * qp_budget_row_unit:
 * @self: a line
 *
 * Returns: (transfer full): what it is counted in
 */
char *
qp_budget_row_unit (const QpBudgetRow *self)
{
  if (self->per == QP_PRICE_PER_PERCENT)
    return g_strdup ("%");
  if (self->unit != NULL)
    return g_strdup (self->unit);
  if (qp_budget_item_is_content (self->item))
    return g_strdup (_ ("minute"));
  return g_strdup (_ (qp_values_price_per[self->per].label));
}

/**
 * qp_budget_row_quantity:
 * @self: a line
 *
 * Returns: (transfer full): the quantity for people; for a share the sum of money that it is of
 */
char *
qp_budget_row_quantity (const QpBudgetRow *self)
{
  if (self->quantity == QP_NO_AMOUNT)
    return g_strdup (_ ("not known"));
  if (self->per == QP_PRICE_PER_PERCENT)
    return qp_amount_display (self->quantity);
  return qp_number_display_shortest ((double) self->quantity / QP_QUANTITY_UNIT);
}

/**
 * qp_budget_row_price:
 * @self: a line
 * @price: its low, likely or high price
 *
 * Returns: (transfer full): the price for people, percent for a share
 */
char *
qp_budget_row_price (const QpBudgetRow *self, gint64 price)
{
  if (price == QP_NO_AMOUNT || self->per != QP_PRICE_PER_PERCENT)
    return qp_amount_display (price);
  g_autofree char *number = qp_number_display_shortest ((double) price / 100);
  return g_strdup_printf ("%s %%", number);
}

/**
 * qp_budget_row_gap:
 * @self: a line
 *
 * Returns: (transfer full) (nullable): why its amount is not known, as a sentence; %NULL when it is
 */
char *
qp_budget_row_gap (const QpBudgetRow *self)
{
  switch (self->gap)
    {
    case QP_GAP_QUANTITY:
      return g_strdup (_ ("The quantity is not known."));
    case QP_GAP_PRICE:
      return g_strdup (_ ("No price with a date and a source: type one in a cost line, or import a price book."));
    case QP_GAP_CURRENCY:
      return g_strdup_printf (_ ("There is a price in %s only, and the project has no dated exchange rate for it."), self->record->currency);
    case QP_GAP_BASE:
      return g_strdup_printf (_ ("Nothing is known yet of the groups %s, of which it is a share."), self->quantity_of);
    case QP_GAP_SIZE:
      return g_strdup (_ ("The amount is too large to be counted."));
    case QP_GAP_NONE:
    default:
      return NULL;
    }
}

static void
add_words (GString *out, const char *words)
{
  if (words != NULL && *words != '\0')
    g_string_append_printf (out, "%s%s", out->len > 0 ? "; " : "", words);
}

/**
 * qp_budget_row_origin:
 * @self: a line
 *
 * Returns: (transfer full): where its price is from: source, date, how far it can be trusted, what was done with it
 */
char *
qp_budget_row_origin (const QpBudgetRow *self)
{
  GString *out = g_string_new (NULL);
  const gboolean tariff = self->item != NULL && strcmp (self->item->key, "energy") == 0 && self->line == NULL;

  if (!qp_amount_is_known (&self->price) && self->gap != QP_GAP_CURRENCY)
    return g_string_free (out, FALSE);
  add_words (out, self->source != NULL ? self->source : tariff ? _ ("tariff of the project") : _ ("no source"));
  if (!tariff)
    add_words (out, self->date != NULL ? self->date : _ ("not dated"));
  if (self->confidence != NULL)
    {
      g_autofree char *words = g_strdup_printf (_ ("confidence %s"), self->confidence);
      add_words (out, words);
    }
  if (self->rate != NULL)
    {
      g_autofree char *words
          = g_strdup_printf (_ ("converted at %s %s of %s"), self->rate->value, self->rate->unit, self->rate->date);
      add_words (out, words);
    }
  if (self->middle)
    add_words (out, _ ("likely is the middle of low and high"));
  if (self->old)
    add_words (out, _ ("old price"));
  return g_string_free (out, FALSE);
}

/* --- findings --- */

static char *
label_of (const QpBudgetRow *row)
{
  g_autofree char *owner = qp_node_display_name (row->owner);

  return g_strdup_printf ("%s: %s", owner, qp_budget_row_name (row));
}

static void
check_row (const QpBudgetRow *row, QpFindings *findings)
{
  g_autofree char *label = label_of (row);
  g_autofree char *gap = qp_budget_row_gap (row);

  if (row->gap != QP_GAP_NONE)
    qp_findings_add (findings, QP_SEVERITY_NOTE, "cost-missing", 0, label, NULL, "%s: %s", label, gap);
  if (row->old)
    qp_findings_add (findings, QP_SEVERITY_WARNING, "price-old", 0, label, NULL, _ ("%s: the price is of %s, older than the project allows."),
                     label, row->date);
  if (row->line != NULL && qp_amount_is_known (&row->price) && row->record == NULL && row->line->price_date == NULL)
    qp_findings_add (findings, QP_SEVERITY_WARNING, "price-undated", 0, label, NULL, _ ("%s: the typed price has no date."), label);
}

static void
check_line (const QpCost *line, QpFindings *findings)
{
  g_autofree char *name = qp_node_display_name (&line->node);

  if (line->item != NULL && qp_budget_item_find (line->item) == NULL)
    qp_findings_add (findings, QP_SEVERITY_WARNING, "cost-item", 0, name, "item",
                     _ ("“%s” stands for “%s”, which is no computed item; it counts as a line of its own."), name, line->item);
  if (line->price_low != QP_UNSET && line->price_high != QP_UNSET && line->price_low > line->price_high)
    qp_findings_add (findings, QP_SEVERITY_WARNING, "price-order", 0, name, "price_low", _ ("“%s”: the low price is above the high one."),
                     name);
  if (line->quantity_of != NULL && qp_quantity_index (line->quantity_of) < 0 && qp_budget_groups (line->quantity_of) == 0)
    qp_findings_add (findings, QP_SEVERITY_WARNING, "cost-quantity", 0, name, "quantity_of",
                     _ ("“%s”: there is no quantity “%s”, and it names no cost groups such as A-D."), name, line->quantity_of);
}

static void
check_tree (const QpNode *node, QpFindings *findings)
{
  QpNodeIter iter;

  if (node->kind == QP_KIND_COST)
    check_line ((const QpCost *) node, findings);
  qp_node_iter_init (&iter, node->children);
  for (const QpNode *child; (child = qp_node_iter_next (&iter)) != NULL;)
    check_tree (child, findings);
}

static void
check_shares (const QpBudget *self, const char *currency, QpFindings *findings)
{
  for (guint i = 0; i < self->shares->len; i++)
    {
      const QpBudgetShare *share = qp_budget_share (self, i);
      g_autofree char *amount = qp_amount_display (ABS (share->amount));
      if (share->capped)
        qp_findings_add (findings, QP_SEVERITY_NOTE, "funding-cap", 0, share->funding->name, "cap", _ ("“%s” pays up to its limit only."),
                         share->funding->name);
      if (share->funding == NULL && self->shares->len > 1 && share->amount > 0)
        qp_findings_add (findings, QP_SEVERITY_WARNING, "funding-open", 0, NULL, NULL, _ ("Nobody pays %s %s yet."), amount, currency);
      if (share->funding == NULL && share->amount < 0)
        qp_findings_add (findings, QP_SEVERITY_WARNING, "funding-over", 0, NULL, NULL,
                         _ ("The sources of funds give %s %s more than is to be paid."), amount, currency);
    }
}

/**
 * qp_budget_check:
 * @self: a budget
 * @root: its project
 * @findings: where findings are added
 *
 * Tells what is missing, old or without a date, lines that mean nothing, and funds that do not add up.
 */
void
qp_budget_check (const QpBudget *self, const QpNode *root, QpFindings *findings)
{
  const QpProject *project = (const QpProject *) root;
  QpTariffs tariffs;

  check_tree (root, findings);
  for (guint i = 0; i < self->rows->len; i++)
    check_row (qp_budget_row (self, i), findings);
  check_shares (self, project->currency != NULL ? project->currency : "", findings);
  qp_tariffs_init (&tariffs, project);
  if (tariffs.problem)
    qp_findings_add (findings, QP_SEVERITY_WARNING, "tariff-periods", 0, project->title, "tariff_periods",
                     _ ("Not every tariff period can be read; expected such as “08:00-12:00 1.05; 17:00-21:00 1.20”."));
}
