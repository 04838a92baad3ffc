/* qp-amount.h: money counted in whole minor units, so that sums agree to the last one
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** QP_NO_AMOUNT: not known; the same as an integer field that is not set */
#define QP_NO_AMOUNT G_MININT64

/** QP_QUANTITY_UNIT: quantities are counted in millionths */
#define QP_QUANTITY_UNIT 1000000

/** QP_AMOUNT_MAX: the greatest amount of a line, one million million in units of the currency */
#define QP_AMOUNT_MAX ((gint64) 100000000000000)

/**
 * QpAmount:
 * @low: low estimate, minor units
 * @likely: likely estimate
 * @high: high estimate
 *
 * A sum of money with its range; all three are known or none.
 */
typedef struct
{
  gint64 low;
  gint64 likely;
  gint64 high;
} QpAmount;

#define QP_AMOUNT_NONE ((QpAmount){ QP_NO_AMOUNT, QP_NO_AMOUNT, QP_NO_AMOUNT })

gint64 qp_amount_quantity (double quantity, guint decimals);
gint64 qp_amount_times (gint64 quantity, gint64 price);
gint64 qp_amount_share (gint64 base, gint64 percent_hundredths);
gint64 qp_amount_percent (gint64 base, double percent);
gint64 qp_amount_ratio (gint64 amount, gint64 quantity);
gint64 qp_amount_plus (gint64 a, gint64 b);
void qp_amount_split (gint64 amount, const double *weights, guint n, gint64 *parts);

gboolean qp_amount_is_known (const QpAmount *self);
void qp_amount_add (QpAmount *self, const QpAmount *other);
QpAmount qp_amount_range (gint64 low, gint64 likely, gint64 high);

G_END_DECLS
