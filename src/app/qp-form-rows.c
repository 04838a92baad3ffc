/* qp-form-rows.c: rows of a dialog in which a number is typed or one of several is chosen
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "app/qp-form-rows.h"

/**
 * qp_form_add_number:
 * @group: takes the row
 * @title: its title, with the unit
 * @least: the least number
 * @most: the greatest
 * @step: what a press of an arrow adds
 * @digits: decimals shown
 *
 * Returns: (transfer none): where the number is typed; Enter there does what the dialog is for, if it has a default
 */
GtkSpinButton *
qp_form_add_number (AdwPreferencesGroup *group, const char *title, double least, double most, double step, guint digits)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *spin = gtk_spin_button_new_with_range (least, most, step);

  gtk_spin_button_set_digits (GTK_SPIN_BUTTON (spin), digits);
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  gtk_text_set_activates_default (GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (spin))), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), spin);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), spin);
  adw_preferences_group_add (group, row);
  return GTK_SPIN_BUTTON (spin);
}

/**
 * qp_form_add_choice:
 * @group: takes the row
 * @title: its title
 * @names: (array zero-terminated=1): what there is to choose from, translated
 *
 * Returns: (transfer none): the row
 */
AdwComboRow *
qp_form_add_choice (AdwPreferencesGroup *group, const char *title, const char *const *names)
{
  AdwComboRow *row = ADW_COMBO_ROW (adw_combo_row_new ());
  g_autoptr (GtkStringList) list = gtk_string_list_new (names);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (row, G_LIST_MODEL (list));
  adw_preferences_group_add (group, GTK_WIDGET (row));
  return row;
}

/**
 * qp_form_show_row:
 * @widget: (nullable): a row, or the number in it
 * @shown: whether the row is seen
 */
void
qp_form_show_row (gpointer widget, gboolean shown)
{
  if (widget != NULL)
    gtk_widget_set_visible (gtk_widget_get_ancestor (widget, ADW_TYPE_PREFERENCES_ROW), shown);
}
