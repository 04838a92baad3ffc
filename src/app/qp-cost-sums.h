/* qp-cost-sums.h: lists of the sums of a budget, and of who pays
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/qp-money-job.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void qp_sum_list_clear (GtkListBox *list);
GtkWidget *qp_sum_list_add (GtkListBox *list, const char *title, const char *subtitle, const char *value, gboolean strong);
void qp_cost_sums_show (GtkListBox *list, const QpMoney *money);
void qp_review_list_show (GtkListBox *list, const QpMoney *money);
void qp_funding_list_show (GtkListBox *list, const QpMoney *money);

G_END_DECLS
