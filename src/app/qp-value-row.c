/* qp-value-row.c: a row with a value at its end, and perhaps the question how it was computed
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-value-row.h"

struct _QpValueRow
{
  AdwActionRow parent_instance;
  GtkWidget *label;
  GtkWidget *question; /* nullable */
};

G_DEFINE_FINAL_TYPE (QpValueRow, qp_value_row, ADW_TYPE_ACTION_ROW)

static void
qp_value_row_class_init (QpValueRowClass *klass)
{
}

static void
qp_value_row_init (QpValueRow *self)
{
  self->label = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->label, "numeric");
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->label);
}

/**
 * qp_value_row_new:
 * @title: what it is
 * @subtitle: (nullable): how it follows
 * @value: its value with the unit
 *
 * Returns: (transfer floating): a row; its texts are plain
 */
GtkWidget *
qp_value_row_new (const char *title, const char *subtitle, const char *value)
{
  QpValueRow *self = g_object_new (QP_TYPE_VALUE_ROW, NULL);

  qp_value_row_show (self, title, subtitle, value);
  return GTK_WIDGET (self);
}

static void
name_question (QpValueRow *self)
{
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self));
  g_autofree char *label = g_strdup_printf (_ ("How was this computed? %s"), title);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->question), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/**
 * qp_value_row_show:
 * @self: a row
 * @title: what it is
 * @subtitle: (nullable): how it follows
 * @value: its value with the unit
 *
 * Shows another value.
 */
void
qp_value_row_show (QpValueRow *self, const char *title, const char *subtitle, const char *value)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle != NULL ? subtitle : "");
  gtk_label_set_label (GTK_LABEL (self->label), value);
  if (self->question != NULL)
    name_question (self);
}

/**
 * qp_value_row_label:
 * @self: a row
 *
 * Returns: (transfer none): the label with the value
 */
GtkWidget *
qp_value_row_label (QpValueRow *self)
{
  return self->label;
}

/**
 * qp_value_row_ask:
 * @self: a row that has no question yet
 * @clicked: called when somebody asks: a handler of GtkButton::clicked
 * @data: for @clicked
 *
 * Returns: (transfer none): a button at the end of the row that asks how its value was computed
 */
GtkWidget *
qp_value_row_ask (QpValueRow *self, GCallback clicked, gpointer data)
{
  self->question = gtk_button_new_from_icon_name ("help-about-symbolic");
  gtk_widget_set_tooltip_text (self->question, _ ("How was this computed?"));
  gtk_widget_add_css_class (self->question, "flat");
  gtk_widget_add_css_class (self->question, "circular");
  gtk_widget_set_valign (self->question, GTK_ALIGN_CENTER);
  name_question (self);
  g_signal_connect (self->question, "clicked", clicked, data);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->question);
  return self->question;
}

/**
 * qp_value_group_add:
 * @box: a box
 * @title: what the rows are
 * @description: (nullable): a sentence about them
 *
 * Returns: (transfer none): a group for rows at the end of @box
 */
AdwPreferencesGroup *
qp_value_group_add (GtkBox *box, const char *title, const char *description)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  gtk_box_append (box, group);
  return ADW_PREFERENCES_GROUP (group);
}
