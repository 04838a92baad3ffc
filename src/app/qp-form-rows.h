/* qp-form-rows.h: rows of a dialog in which a number is typed or one of several is chosen
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

GtkSpinButton *qp_form_add_number (AdwPreferencesGroup *group, const char *title, double least, double most, double step,
                                   guint digits);
AdwComboRow *qp_form_add_choice (AdwPreferencesGroup *group, const char *title, const char *const *names);
void qp_form_show_row (gpointer widget, gboolean shown);

G_END_DECLS
