/* qp-cost-details.c: one line of a budget: how it is computed, and fields to type over it
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-cost-details.h"

#include "app/qp-money-job.h"
#include "base/qp-number.h"
#include "interact/qp-cost-edits.h"

#include <adwaita.h>
#include <string.h>

static const struct
{
  const char *field;
  const char *title;
} fields[] = {
  { "quantity", N_ ("Quantity, typed or computed") },           { "price_low", N_ ("Unit price, low") },        { "price", N_ ("Unit price, likely") },
  { "price_high", N_ ("Unit price, high") }, { "price_source", N_ ("Source of the price") }, { "price_date", N_ ("Date of the price") },
};

struct _QpCostDetails
{
  GtkWidget parent_instance;
  GtkWidget *box;
  GtkLabel *title;
  GtkLabel *words;
  GtkWidget *list;
  AdwEntryRow *rows[G_N_ELEMENTS (fields)];
  GtkButton *reset;
  QpProjectSession *session; /* not held: as long as the row */
  const QpBudget *budget;    /* the same */
  const QpBudgetRow *row;    /* NULL: none */
};

G_DEFINE_FINAL_TYPE (QpCostDetails, qp_cost_details, GTK_TYPE_WIDGET)

/* --- what is done --- */

/**
 * qp_cost_details_type:
 * @self: details
 * @field: a field of a cost line
 * @text: what was typed
 *
 * Types over the line, in one step that can be undone.
 *
 * Returns: whether it was taken
 */
gboolean
qp_cost_details_type (QpCostDetails *self, const char *field, const char *text)
{
  g_autofree char *today = qp_money_today (), *plain = g_strstrip (g_strdup (text));
  g_autoptr (GPtrArray) edits = self->row == NULL ? NULL : qp_cost_edits_type (self->row, field, plain, today);

  return edits != NULL && qp_project_session_run (self->session, _ ("Type over a budget line"), NULL, edits, NULL);
}

/**
 * qp_cost_details_reset:
 * @self: details
 *
 * Lets the line be computed again, or takes a line of one's own away.
 *
 * Returns: whether there was something to be reset
 */
gboolean
qp_cost_details_reset (QpCostDetails *self)
{
  g_autoptr (GPtrArray) edits = self->row == NULL ? NULL : qp_cost_edits_reset (self->row);
  const char *label = edits == NULL || self->row->item != NULL ? _ ("Compute a budget line again") : _ ("Delete a budget line");

  return edits != NULL && qp_project_session_run (self->session, label, NULL, edits, NULL);
}

static void
on_apply (AdwEntryRow *row, QpCostDetails *self)
{
  const char *field = g_object_get_data (G_OBJECT (row), "qp-field");

  if (qp_cost_details_type (self, field, gtk_editable_get_text (GTK_EDITABLE (row))))
    return;
  gtk_widget_add_css_class (GTK_WIDGET (row), "error");
  gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s", _ ("That is no value for this field"));
}

static void
on_changed (GtkEditable *row, QpCostDetails *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
}

static void
on_reset (QpCostDetails *self)
{
  qp_cost_details_reset (self);
}

static void
on_go (QpCostDetails *self)
{
  if (self->row == NULL)
    return;
  const QpCost *line = self->row->line;
  qp_selection_set_one (qp_project_session_selection (self->session), line != NULL ? line->node.id : self->row->owner->id);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.edit-properties", NULL);
}

/* --- what is shown --- */

static char *
plain_number (gint64 value, guint decimals)
{
  GString *out = g_string_new (NULL);

  if (value != QP_NO_AMOUNT)
    qp_decimal_append (out, value, decimals);
  return g_string_free (out, FALSE);
}

/* prices that are not stated are not shown as if they were */
static char *
text_of (const QpBudgetRow *row, const char *field)
{
  if (strcmp (field, "quantity") == 0)
    return plain_number (row->quantity, row->per == QP_PRICE_PER_PERCENT ? 2 : 6);
  if (strcmp (field, "price_low") == 0)
    return plain_number (row->ranged ? row->price.low : QP_NO_AMOUNT, 2);
  if (strcmp (field, "price_high") == 0)
    return plain_number (row->ranged ? row->price.high : QP_NO_AMOUNT, 2);
  if (strcmp (field, "price") == 0)
    return plain_number (row->price.likely, 2);
  return g_strdup (strcmp (field, "price_source") == 0 ? (row->source != NULL ? row->source : "") : row->date != NULL ? row->date : "");
}

/* the sum as it is made, in words */
static char *
product_text (const QpBudgetRow *row)
{
  g_autofree char *quantity = qp_budget_row_quantity (row), *unit = qp_budget_row_unit (row);
  g_autofree char *price = qp_budget_row_price (row, row->price.likely), *amount = qp_amount_display (row->amount.likely);

  if (row->per == QP_PRICE_PER_PERCENT)
    return g_strdup_printf ("%s × %s = %s", quantity, price, amount);
  return g_strdup_printf ("%s %s × %s = %s", quantity, unit, price, amount);
}

static const char *
state_text (const QpBudgetRow *row)
{
  if (row->item == NULL)
    return _ ("A line of your own.");
  if (row->line == NULL)
    return qp_cost_can_type (row, "price") ? _ ("Computed; what is typed below replaces it, and can be reset.")
                                           : _ ("Computed from hours and power; its price is the tariff of the project.");
  return qp_cost_own_line (row) != NULL ? _ ("Typed over; Reset computes it again.")
                                        : _ ("By a line of the site or the project; what is typed below holds here only.");
}

static char *
words_of (const QpBudgetRow *row)
{
  g_autofree char *product = product_text (row), *origin = qp_budget_row_origin (row), *gap = qp_budget_row_gap (row);
  GString *out = g_string_new (product);

  if (gap != NULL)
    g_string_append_printf (out, "\n%s", gap);
  if (*origin != '\0')
    g_string_append_printf (out, "\n%s: %s", _ ("Price"), origin);
  g_string_append_printf (out, "\n%s", state_text (row));
  return g_string_free (out, FALSE);
}

static void
show_field (QpCostDetails *self, guint i)
{
  g_autofree char *text = text_of (self->row, fields[i].field);
  GtkWidget *row = GTK_WIDGET (self->rows[i]);

  gtk_widget_set_sensitive (row, qp_cost_can_type (self->row, fields[i].field));
  if (strcmp (gtk_editable_get_text (GTK_EDITABLE (row)), text) == 0)
    return;
  adw_entry_row_set_show_apply_button (self->rows[i], FALSE); /* what is set is not to be applied */
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  adw_entry_row_set_show_apply_button (self->rows[i], TRUE);
}

/**
 * qp_cost_details_show:
 * @self: details
 * @session: the session
 * @budget: a budget; it lives until others are shown
 * @row: (nullable): one of its lines; %NULL for none
 *
 * Shows a line.
 */
void
qp_cost_details_show (QpCostDetails *self, QpProjectSession *session, const QpBudget *budget, const QpBudgetRow *row)
{
  self->session = session;
  self->budget = budget;
  self->row = row;
  gtk_widget_set_visible (self->list, row != NULL);
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->reset)), row != NULL);
  if (row == NULL)
    {
      gtk_label_set_label (self->title, _ ("No line chosen"));
      gtk_label_set_label (self->words, _ ("Choose a line of the table to see how it is computed, and to type a quantity or a price over it."));
      return;
    }
  g_autofree char *number = qp_budget_row_number (row), *owner = qp_node_display_name (row->owner), *words = words_of (row);
  g_autofree char *title = g_strdup_printf ("%s  %s · %s", number, qp_budget_row_name (row), owner);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->words, words);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    show_field (self, i);
  gtk_widget_set_sensitive (GTK_WIDGET (self->reset), qp_cost_own_line (row) != NULL);
  gtk_button_set_label (self->reset, row->item != NULL ? _ ("_Reset to Computed") : _ ("_Delete the Line"));
}

/* --- the object --- */

static GtkLabel *
add_label (GtkWidget *box, const char *css)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_focusable (label, FALSE);
  gtk_widget_add_css_class (label, css);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static GtkWidget *
add_button (GtkWidget *box, const char *label, GCallback clicked, QpCostDetails *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  g_signal_connect_swapped (button, "clicked", clicked, self);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static void
add_field (QpCostDetails *self, guint i)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (fields[i].title));
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), "qp-field", (gpointer) fields[i].field);
  g_signal_connect (row, "apply", G_CALLBACK (on_apply), self);
  g_signal_connect (row, "changed", G_CALLBACK (on_changed), self);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
  self->rows[i] = ADW_ENTRY_ROW (row);
}

static void
qp_cost_details_dispose (GObject *object)
{
  g_clear_pointer (&QP_COST_DETAILS (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (qp_cost_details_parent_class)->dispose (object);
}

static void
qp_cost_details_class_init (QpCostDetailsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qp_cost_details_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
qp_cost_details_init (QpCostDetails *self)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->title = add_label (self->box, "heading");
  self->words = add_label (self->box, "dim-label");
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    add_field (self, i);
  gtk_box_append (GTK_BOX (self->box), self->list);
  self->reset = GTK_BUTTON (add_button (buttons, _ ("_Reset to Computed"), G_CALLBACK (on_reset), self));
  add_button (buttons, _ ("_Go to the Object"), G_CALLBACK (on_go), self);
  gtk_box_append (GTK_BOX (self->box), buttons);
  qp_cost_details_show (self, NULL, NULL, NULL);
}
