/* qp-amount.c: money counted in whole minor units, so that sums agree to the last one
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-amount.h"

#include <math.h>

__extension__ typedef __int128 Wide;

/* half away from zero, as people and spreadsheets round */
static gint64
divide (Wide number, gint64 divisor)
{
  const Wide half = number < 0 ? -(Wide) (divisor / 2) : (Wide) (divisor / 2);
  const Wide rounded = (number + half) / divisor;

  return rounded > G_MAXINT64 ? G_MAXINT64 : rounded < -G_MAXINT64 ? -G_MAXINT64 : (gint64) rounded;
}

/**
 * qp_amount_quantity:
 * @quantity: a quantity; NaN when not known
 * @decimals: to which it is rounded, at most 6
 *
 * Returns: the quantity in millionths, as it is shown and multiplied; %QP_NO_AMOUNT when it is not known, negative or
 *   above a million million
 */
gint64
qp_amount_quantity (double quantity, guint decimals)
{
  static const gint64 steps[] = { 1000000, 100000, 10000, 1000, 100, 10, 1 };
  const gint64 step = steps[MIN (decimals, 6)];

  if (!(quantity >= 0 && quantity <= 1e12))
    return QP_NO_AMOUNT;
  return llround (quantity * (double) (QP_QUANTITY_UNIT / step)) * step;
}

/**
 * qp_amount_times:
 * @quantity: a quantity in millionths, or %QP_NO_AMOUNT
 * @price: a price in minor units, or %QP_NO_AMOUNT
 *
 * Returns: quantity × price rounded to the minor unit; %QP_NO_AMOUNT when one is not known or it is above
 *   %QP_AMOUNT_MAX
 */
gint64
qp_amount_times (gint64 quantity, gint64 price)
{
  if (quantity == QP_NO_AMOUNT || price == QP_NO_AMOUNT)
    return QP_NO_AMOUNT;
  const gint64 amount = divide ((Wide) quantity * price, QP_QUANTITY_UNIT);
  return ABS (amount) > QP_AMOUNT_MAX ? QP_NO_AMOUNT : amount;
}

/**
 * qp_amount_share:
 * @base: an amount, or %QP_NO_AMOUNT
 * @percent_hundredths: percent in hundredths, or %QP_NO_AMOUNT
 *
 * Returns: that share of it, rounded to the minor unit
 */
gint64
qp_amount_share (gint64 base, gint64 percent_hundredths)
{
  if (base == QP_NO_AMOUNT || percent_hundredths == QP_NO_AMOUNT)
    return QP_NO_AMOUNT;
  return divide ((Wide) base * percent_hundredths, 10000);
}

/**
 * qp_amount_percent:
 * @base: an amount, or %QP_NO_AMOUNT
 * @percent: percent; NaN when not known
 *
 * Returns: that share of it, rounded to the minor unit; percent counts to 6 decimals
 */
gint64
qp_amount_percent (gint64 base, double percent)
{
  const gint64 millionths = qp_amount_quantity (percent, 6);

  if (base == QP_NO_AMOUNT || millionths == QP_NO_AMOUNT)
    return QP_NO_AMOUNT;
  return divide ((Wide) base * millionths, (gint64) 100 * QP_QUANTITY_UNIT);
}

/**
 * qp_amount_ratio:
 * @amount: an amount, or %QP_NO_AMOUNT
 * @quantity: a quantity in millionths, or %QP_NO_AMOUNT
 *
 * Returns: amount ÷ quantity rounded to the minor unit: a figure per m²
 */
gint64
qp_amount_ratio (gint64 amount, gint64 quantity)
{
  if (amount == QP_NO_AMOUNT || quantity == QP_NO_AMOUNT || quantity <= 0)
    return QP_NO_AMOUNT;
  return divide ((Wide) amount * QP_QUANTITY_UNIT, quantity);
}

/**
 * qp_amount_plus:
 * @a: an amount
 * @b: another
 *
 * Returns: their sum; what would not fit stays at the greatest number
 */
gint64
qp_amount_plus (gint64 a, gint64 b)
{
  gint64 sum;

  return __builtin_add_overflow (a, b, &sum) ? (a > 0 ? G_MAXINT64 : -G_MAXINT64) : sum;
}

/**
 * qp_amount_split:
 * @amount: an amount
 * @weights: (array length=n): how much of it each takes, of 1; negative ones and NaN count as 0
 * @n: how many
 * @parts: (out caller-allocates) (array length=n): the parts
 *
 * Splits an amount. When the weights add up to 1, the parts add up to the amount to the minor unit: each is what the
 * running sum of weights makes of it, less those before.
 */
void
qp_amount_split (gint64 amount, const double *weights, guint n, gint64 *parts)
{
  gint64 before = 0;
  double sum = 0;

  for (guint i = 0; i < n; i++)
    {
      sum += weights[i] > 0 ? weights[i] : 0;
      const gint64 until = fabs (sum - 1) < 1e-12 ? amount : divide ((Wide) amount * llround (MIN (sum, 1e3) * 1e12), 1000000000000);
      parts[i] = until - before;
      before = until;
    }
}

/**
 * qp_amount_is_known:
 * @self: an amount
 *
 * Returns: whether it is known
 */
gboolean
qp_amount_is_known (const QpAmount *self)
{
  return self->likely != QP_NO_AMOUNT;
}

/**
 * qp_amount_add:
 * @self: a sum
 * @other: what is added to it; nothing when it is not known
 */
void
qp_amount_add (QpAmount *self, const QpAmount *other)
{
  if (!qp_amount_is_known (other))
    return;
  self->low = qp_amount_plus (self->low, other->low);
  self->likely = qp_amount_plus (self->likely, other->likely);
  self->high = qp_amount_plus (self->high, other->high);
}

/**
 * qp_amount_range:
 * @low: low value, or %QP_NO_AMOUNT
 * @likely: likely value, or %QP_NO_AMOUNT
 * @high: high value, or %QP_NO_AMOUNT
 *
 * Fills in what is not given: a likely value that nobody states is the middle of low and high, a bound that nobody states
 * is the likely value. Bounds that do not embrace the likely value are moved to it.
 *
 * Returns: the range, or %QP_AMOUNT_NONE when nothing is given
 */
QpAmount
qp_amount_range (gint64 low, gint64 likely, gint64 high)
{
  if (likely == QP_NO_AMOUNT)
    likely = low == QP_NO_AMOUNT ? high : high == QP_NO_AMOUNT ? low : divide ((Wide) low + high, 2);
  if (likely == QP_NO_AMOUNT)
    return QP_AMOUNT_NONE;
  return (QpAmount){ low == QP_NO_AMOUNT ? likely : MIN (low, likely), likely,
                     high == QP_NO_AMOUNT ? likely : MAX (high, likely) };
}
