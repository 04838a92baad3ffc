/* qp-finance.h: inside the engine: present value, rate of return and payback of a row of yearly flows
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

double qp_finance_npv (const double *flows, guint n, double rate);
double qp_finance_irr (const double *flows, guint n);
double qp_finance_payback (const double *flows, guint n);

G_END_DECLS
