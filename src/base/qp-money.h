/* qp-money.h: sums of money in the units that people count large sums in
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

double qp_money_scale (double value, char **word);
char *qp_money_unit (const char *scale, const char *currency);
char *qp_money_text (double low, double high, const char *currency);

G_END_DECLS
