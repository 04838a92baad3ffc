/* qp-field-widgets.c: small parts of a row of the inspector
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "app/qp-field-widgets.h"

/**
 * qp_field_label_new:
 *
 * Returns: (transfer floating): a label that wraps and begins at the left
 */
GtkLabel *
qp_field_label_new (void)
{
  GtkWidget *label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  return GTK_LABEL (label);
}

/* Inside: the action that a key means. GtkText keeps the keys of "redo" for itself even where it has nothing to redo. */
const char *
qp_history_action (guint key, GdkModifierType state)
{
  if ((state & GDK_CONTROL_MASK) == 0)
    return NULL;
  if (key == GDK_KEY_z && (state & GDK_SHIFT_MASK) == 0)
    return "win.undo";
  return key == GDK_KEY_Z || key == GDK_KEY_z || key == GDK_KEY_y ? "win.redo" : NULL;
}

/**
 * qp_step_button_new:
 * @icon: name of its icon
 * @label: what it does
 *
 * Returns: (transfer floating): a round button beside a number; arrow keys in the entry do the same, so it takes no focus
 */
GtkWidget *
qp_step_button_new (const char *icon, const char *label)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_focusable (button, FALSE);
  return button;
}
