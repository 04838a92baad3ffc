/* qp-value-row.h: a row with a value at its end, and perhaps the question how it was computed
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define QP_TYPE_VALUE_ROW (qp_value_row_get_type ())
G_DECLARE_FINAL_TYPE (QpValueRow, qp_value_row, QP, VALUE_ROW, AdwActionRow)

GtkWidget *qp_value_row_new (const char *title, const char *subtitle, const char *value);
void qp_value_row_show (QpValueRow *self, const char *title, const char *subtitle, const char *value);
GtkWidget *qp_value_row_label (QpValueRow *self);
GtkWidget *qp_value_row_ask (QpValueRow *self, GCallback clicked, gpointer data);

AdwPreferencesGroup *qp_value_group_add (GtkBox *box, const char *title, const char *description);

G_END_DECLS
