/* qp-field-widgets.h: small parts of a row of the inspector
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkLabel *qp_field_label_new (void);
const char *qp_history_action (guint key, GdkModifierType state);
GtkWidget *qp_step_button_new (const char *icon, const char *label);

G_END_DECLS
