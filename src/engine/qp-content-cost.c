/* qp-content-cost.c: what fresh masters of a profile, and versions of them for further shapes, cost
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The cost of a year is what is calculated, minutes × price rounded once, as a line of a budget is; that of a month is a twelfth.
 */
#include "base/qp-i18n.h"

#include "engine/qp-content-private.h"

#include <math.h>

#define MONTHS 12

/* --- minutes --- */

static void
add_minutes (QpContentProfile *profile, const QpSlot *slot, double minutes)
{
  gboolean known;
  const QpTier tier = qp_slot_tier (slot, profile->content, &known);

  profile->tiers[known ? tier : QP_N_TIERS].minutes += minutes;
}

/* the slots say how much of which; without them all of it is of the profile's way */
static void
count_minutes (QpContentProfile *profile)
{
  QpNodeIter iter;
  gboolean any = FALSE;

  profile->fresh_minutes = qp_content_fresh_hours (profile->content) * 60;
  qp_node_iter_init (&iter, profile->content->node.children);
  for (const QpNode *node; (node = qp_node_iter_next_of (&iter, QP_KIND_SLOT)) != NULL;)
    {
      const QpSlot *slot = (const QpSlot *) node;
      const double minutes = slot->fresh_per_month * qp_slot_minutes (slot);
      if (isnan (minutes))
        continue;
      add_minutes (profile, slot, minutes);
      any = TRUE;
    }
  if (!any && !isnan (profile->fresh_minutes))
    add_minutes (profile, NULL, profile->fresh_minutes);
}

/**
 * qp_content_minutes_per_year:
 * @minutes_per_month: fresh minutes a month; NaN when not known
 *
 * Inside the engine.
 *
 * Returns: fresh minutes a year as a quantity, in millionths; %QP_NO_AMOUNT when not known
 */
gint64
qp_content_minutes_per_year (double minutes_per_month)
{
  return qp_amount_quantity (minutes_per_month * MONTHS, 6);
}

/* --- prices --- */

static guint
tier_of (const QpContent *content)
{
  return content->tier == QP_UNSET ? QP_N_TIERS : (guint) content->tier;
}

/* what the price books name as equipment, or say of all ways of producing */
static void
find_price (QpContentTier *it, const char *item, guint tier, const QpPriceBook *book)
{
  const QpPriced what = { qp_budget_item_find (item), QP_UNSET, NAN, tier < QP_N_TIERS ? qp_values_tier[tier].key : NULL };
  gint64 prices[3];
  const QpFact *rate;

  it->price = QP_AMOUNT_NONE;
  it->record = qp_price_book_find (book, &what);
  if (it->record == NULL || !qp_price_book_convert (book, it->record, prices, &rate))
    return;
  it->price = qp_amount_range (prices[0], prices[1], prices[2]);
  it->source = it->record->source;
  it->date = it->record->date;
}

/* the typed price is of the profile's way of producing; for another way the price books count */
static void
price_tier (QpContentProfile *self, guint tier, const QpPriceBook *book)
{
  const QpContent *content = self->content;
  QpContentTier *it = &self->tiers[tier];

  if (content->cost_per_minute == QP_UNSET || (content->tier != QP_UNSET && (guint) content->tier != tier))
    {
      find_price (it, "content", tier, book);
      return;
    }
  it->price = qp_amount_range (QP_NO_AMOUNT, content->cost_per_minute, QP_NO_AMOUNT);
  it->source = content->name;
}

/**
 * qp_content_profile_init:
 * @self: (out caller-allocates): a profile, all zero
 * @content: its node
 * @book: prices
 *
 * Inside the engine. Counts its fresh minutes and finds their prices.
 */
void
qp_content_profile_init (QpContentProfile *self, const QpContent *content, const QpPriceBook *book)
{
  self->content = content;
  count_minutes (self);
  for (guint tier = 0; tier <= QP_N_TIERS; tier++)
    price_tier (self, tier, book);
  find_price (&self->adapting, "versions", tier_of (content), book);
}

/* --- costs --- */

static QpAmount
month_of (const QpAmount *year)
{
  const gint64 months = qp_amount_quantity (MONTHS, 0);

  return (QpAmount){ qp_amount_ratio (year->low, months), qp_amount_ratio (year->likely, months), qp_amount_ratio (year->high, months) };
}

static void
take_cost (QpContentTier *it)
{
  const gint64 quantity = qp_content_minutes_per_year (it->minutes);

  it->year = it->cost = QP_AMOUNT_NONE;
  if (!qp_amount_is_known (&it->price))
    return;
  it->year = (QpAmount){ qp_amount_times (quantity, it->price.low), qp_amount_times (quantity, it->price.likely),
                         qp_amount_times (quantity, it->price.high) };
  it->cost = month_of (&it->year);
}

/* what there is none of costs nothing, whatever its price; returns whether its cost is known */
static gboolean
add_cost (QpContentProfile *self, QpContentTier *it)
{
  take_cost (it);
  if (it->minutes == 0)
    return FALSE;
  const gboolean known = qp_amount_is_known (&it->year);
  if (known)
    qp_amount_add (&self->year, &it->year);
  else
    self->partial = TRUE;
  return known;
}

/**
 * qp_content_profile_finish:
 * @self: a profile whose screens and versions are counted
 *
 * Inside the engine. Calculates what it costs: nothing as long as no screen plays it.
 */
void
qp_content_profile_finish (QpContentProfile *self)
{
  gboolean any = FALSE;

  self->year = (QpAmount){ 0, 0, 0 };
  self->partial = isnan (self->fresh_minutes) && self->versions > 0;
  self->adapting.minutes = self->versions > 1 ? (self->versions - 1) * self->fresh_minutes : 0;
  for (guint tier = 0; tier <= QP_N_TIERS; tier++)
    if (self->versions > 0)
      any = add_cost (self, &self->tiers[tier]) || any;
    else
      take_cost (&self->tiers[tier]);
  any = add_cost (self, &self->adapting) || any;
  if (!any && self->versions > 0 && !(self->fresh_minutes == 0))
    self->year = QP_AMOUNT_NONE;
  self->cost = qp_amount_is_known (&self->year) ? month_of (&self->year) : QP_AMOUNT_NONE;
}
