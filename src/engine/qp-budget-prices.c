/* qp-budget-prices.c: finds the price of an item: the project's own before others, the closest match, the newest
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/qp-budget-private.h"

#include <math.h>
#include <string.h>

/* pitches are printed rounded */
#define PITCH_TOLERANCE 0.03

static gboolean
has_price (const QpPrice *price)
{
  return price->item != NULL && (price->currency != NULL || price->per == QP_PRICE_PER_PERCENT) && price->date != NULL && price->source != NULL
         && (price->low != QP_UNSET || price->likely != QP_UNSET || price->high != QP_UNSET);
}

/* "CNY/USD" is the rate for a price in USD of a project in CNY */
static void
add_rates (QpPriceBook *self)
{
  g_autofree char *prefix = g_strdup_printf ("%s/", self->project->currency);
  QpNodeIter iter;

  qp_node_iter_init (&iter, self->project->node.children);
  for (QpNode *node; (node = qp_node_iter_next_of (&iter, QP_KIND_FACT)) != NULL;)
    {
      const QpFact *fact = (const QpFact *) node;
      if (g_strcmp0 (fact->quantity, "exchange_rate") == 0 && fact->date != NULL && fact->value != NULL
          && fact->unit != NULL && g_str_has_prefix (fact->unit, prefix))
        g_hash_table_insert (self->rates, fact->unit + strlen (prefix), (gpointer) fact);
    }
}

/* inside the engine */
void
qp_price_book_init (QpPriceBook *self, const QpProject *project, const QpCatalogue *catalogue)
{
  QpNodeIter iter;

  self->project = project;
  self->by_item = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->own = g_hash_table_new (NULL, NULL);
  self->rates = g_hash_table_new (g_str_hash, g_str_equal);
  if (project->currency != NULL)
    add_rates (self);
  qp_node_iter_init (&iter, project->node.children);
  for (QpNode *node; (node = qp_node_iter_next_of (&iter, QP_KIND_PRICE)) != NULL;)
    g_hash_table_add (self->own, node);
  if (catalogue == NULL)
    return;
  g_autoptr (GPtrArray) prices = qp_catalogue_nodes (catalogue, QP_KIND_PRICE);
  for (guint i = 0; i < prices->len; i++)
    {
      QpPrice *price = g_ptr_array_index (prices, i);
      if (!has_price (price))
        continue;
      GPtrArray *list = g_hash_table_lookup (self->by_item, price->item);
      if (list == NULL)
        g_hash_table_insert (self->by_item, price->item, list = g_ptr_array_new ());
      g_ptr_array_add (list, price);
    }
}

void
qp_price_book_clear (QpPriceBook *self)
{
  g_clear_pointer (&self->by_item, g_hash_table_unref);
  g_clear_pointer (&self->own, g_hash_table_unref);
  g_clear_pointer (&self->rates, g_hash_table_unref);
}

/**
 * qp_price_book_rate:
 * @self: prices of a project
 * @currency: currency of a price
 * @rate: (out): units of the project's currency for one of @currency
 *
 * Inside the engine. A rate is a dated fact of the project: quantity "exchange_rate", unit "CNY/USD".
 *
 * Returns: (transfer none) (nullable): the fact, or %NULL when there is no rate with a date
 */
const QpFact *
qp_price_book_rate (const QpPriceBook *self, const char *currency, double *rate)
{
  const QpFact *fact = g_hash_table_lookup (self->rates, currency);

  return fact != NULL && qp_real_parse (fact->value, rate) <= QP_PARSE_ROUNDED && *rate > 0 && *rate < 1e9 ? fact : NULL;
}

static gint64
converted (gint64 price, double rate)
{
  return price == QP_UNSET ? QP_UNSET : qp_amount_percent (price, rate * 100);
}

/* inside the engine: low, likely and high price of a record in the currency of the project, and the fact of the rate where one was
 * applied; FALSE when there is no rate with a date. A share is in no currency. */
gboolean
qp_price_book_convert (const QpPriceBook *self, const QpPrice *record, gint64 prices[3], const QpFact **fact)
{
  const gboolean foreign = record->per != QP_PRICE_PER_PERCENT && g_strcmp0 (record->currency, self->project->currency) != 0;
  double rate = 1;

  *fact = foreign ? qp_price_book_rate (self, record->currency, &rate) : NULL;
  if (foreign && *fact == NULL)
    return FALSE;
  prices[0] = converted (record->low, rate);
  prices[1] = converted (record->likely, rate);
  prices[2] = converted (record->high, rate);
  return TRUE;
}

static gboolean
pitch_fits (const QpPrice *price, double pitch_um)
{
  if (price->pitch_min_mm == QP_UNSET && price->pitch_max_mm == QP_UNSET)
    return TRUE;
  return (price->pitch_max_mm == QP_UNSET || pitch_um <= (double) price->pitch_max_mm * (1 + PITCH_TOLERANCE))
         && (price->pitch_min_mm == QP_UNSET || pitch_um >= (double) price->pitch_min_mm * (1 - PITCH_TOLERANCE));
}

/* whether the item can be counted in what the price is per */
static gboolean
unit_fits (const QpPrice *price, const QpBudgetItem *item)
{
  if (price->per == QP_UNSET)
    return FALSE;
  return price->per == QP_PRICE_PER_PERCENT ? item->base != NULL : item->quantity[price->per] != NULL;
}

static gboolean
fits (const QpPrice *price, const QpPriced *what)
{
  return unit_fits (price, what->item) && pitch_fits (price, what->pitch_um)
         && (price->environment == QP_UNSET || price->environment == what->environment)
         && (price->equipment == NULL || g_strcmp0 (price->equipment, what->equipment) == 0);
}

/* a project in a currency that has no rate for this one can only tell of it */
static guint
closeness (const QpPriceBook *self, const QpPrice *price)
{
  double rate;
  const gboolean same = g_strcmp0 (price->currency, self->project->currency) == 0 || price->per == QP_PRICE_PER_PERCENT;

  return (same ? 64u : 0) + (!same && qp_price_book_rate (self, price->currency, &rate) != NULL ? 32u : 0)
         + (g_hash_table_contains (self->own, price) ? 16u : 0) + (price->equipment != NULL ? 8u : 0)
         + (price->environment != QP_UNSET ? 2u : 0) + (price->pitch_max_mm != QP_UNSET ? 1u : 0);
}

static gboolean
is_better (const QpPriceBook *self, const QpPrice *a, const QpPrice *b)
{
  const guint close_a = closeness (self, a), close_b = closeness (self, b);
  const int newer = strcmp (a->date, b->date);

  if (close_a != close_b)
    return close_a > close_b;
  return newer != 0 ? newer > 0 : g_strcmp0 (a->key, b->key) < 0;
}

/* inside the engine: the record that counts, or NULL */
const QpPrice *
qp_price_book_find (const QpPriceBook *self, const QpPriced *what)
{
  const GPtrArray *list = g_hash_table_lookup (self->by_item, what->item->price);
  const QpPrice *best = NULL;

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const QpPrice *price = g_ptr_array_index (list, i);
      if (fits (price, what) && (best == NULL || is_better (self, price, best)))
        best = price;
    }
  return best;
}

/* months since year 0 at the end of what a date says: a year is over in December */
static int
months_of (const char *date)
{
  char *rest;
  const int year = (int) g_ascii_strtoll (date, &rest, 10);
  const int month = *rest == '-' ? (int) g_ascii_strtoll (rest + 1, NULL, 10) : 12;

  return year * 12 + month;
}

/**
 * qp_price_is_old:
 * @date: (nullable): date of a price
 * @today: (nullable): the day of the budget
 * @months: how old a price may be
 *
 * Inside the engine.
 *
 * Returns: whether the price is older; %FALSE when a date is not known
 */
gboolean
qp_price_is_old (const char *date, const char *today, gint64 months)
{
  return date != NULL && today != NULL && months != QP_UNSET && months_of (today) - months_of (date) > months;
}
