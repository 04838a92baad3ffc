/* qp-cost-sums.c: lists of the sums of a budget, and of who pays
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-cost-sums.h"

#include "app/qp-value-row.h"
#include "base/qp-number.h"

#include <adwaita.h>
#include <math.h>

/**
 * qp_sum_list_clear:
 * @list: a list
 *
 * Takes all its rows away.
 */
void
qp_sum_list_clear (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

/**
 * qp_sum_list_add:
 * @list: a list
 * @title: what it is
 * @subtitle: (nullable): more about it
 * @value: its value
 * @strong: whether the value is the one that counts
 *
 * Returns: (transfer none): the row
 */
GtkWidget *
qp_sum_list_add (GtkListBox *list, const char *title, const char *subtitle, const char *value, gboolean strong)
{
  GtkWidget *row = qp_value_row_new (title, subtitle, value);

  if (strong)
    gtk_widget_add_css_class (qp_value_row_label (QP_VALUE_ROW (row)), "heading");
  gtk_list_box_append (list, row);
  return row;
}

static char *
with_currency (const QpMoney *money, gint64 amount)
{
  g_autofree char *number = qp_amount_display (amount);
  const char *currency = qp_money_currency (money);

  return amount == QP_NO_AMOUNT || *currency == '\0' ? g_steal_pointer (&number) : g_strdup_printf ("%s %s", number, currency);
}

static char *
range_text (const QpAmount *amount)
{
  if (!qp_amount_is_known (amount) || amount->low >= amount->high)
    return NULL;
  g_autofree char *low = qp_amount_display (amount->low), *high = qp_amount_display (amount->high);
  return g_strdup_printf (_ ("from %s to %s"), low, high);
}

static void
add_amount (GtkListBox *list, const QpMoney *money, const char *title, const QpAmount *amount, gboolean known, gboolean strong)
{
  g_autofree char *value = with_currency (money, known ? amount->likely : QP_NO_AMOUNT);
  g_autofree char *range = known ? range_text (amount) : NULL;

  qp_sum_list_add (list, title, range, value, strong);
}

/**
 * qp_cost_sums_show:
 * @list: a list
 * @money: a budget
 *
 * Fills the list with the sums of a budget.
 */
void
qp_cost_sums_show (GtkListBox *list, const QpMoney *money)
{
  const QpBudget *budget = money->budget;
  const gboolean known = budget->first.n > budget->first.missing;
  const QpAmount whole = qp_budget_with_tax (&budget->first);
  g_autofree char *per_m2 = with_currency (money, qp_budget_per_m2 (budget));

  qp_sum_list_clear (list);
  add_amount (list, money, _ ("First cost, A to L"), &budget->first.amount, known, FALSE);
  add_amount (list, money, _ ("Tax"), &budget->first.tax, known, FALSE);
  add_amount (list, money, qp_budget_is_partial (budget) ? _ ("First cost with tax, partial") : _ ("First cost with tax"), &whole, known, TRUE);
  qp_sum_list_add (list, _ ("First cost per m² of screen, before tax"), NULL, per_m2, FALSE);
  add_amount (list, money, _ ("Cost of a year, M"), &budget->yearly.amount, budget->yearly.n > budget->yearly.missing, FALSE);
  if (budget->income.n > 0)
    add_amount (list, money, _ ("Income of a year, N"), &budget->income.amount, budget->income.n > budget->income.missing, FALSE);
}

static char *
funding_words (const QpBudgetShare *share)
{
  const QpFunding *funding = share->funding;
  g_autofree char *percent = isnan (funding->percent) ? NULL : qp_number_display_shortest (funding->percent);
  GString *out = g_string_new (NULL);

  if (percent != NULL)
    g_string_append_printf (out, _ ("%s\u2009%% of what no line names a source for"), percent);
  if (share->capped)
    g_string_append_printf (out, "%s%s", out->len > 0 ? "; " : "", _ ("its upper limit is reached"));
  if (funding->conditions != NULL)
    g_string_append_printf (out, "%s%s", out->len > 0 ? "; " : "", funding->conditions);
  return g_string_free (out, FALSE);
}

/* what is left over, or too much */
static void
add_difference (GtkListBox *list, const QpMoney *money, gint64 amount)
{
  g_autofree char *value = with_currency (money, ABS (amount));
  GtkWidget *row = qp_sum_list_add (list, amount > 0 ? _ ("Nobody pays this yet") : _ ("More than is to be paid"),
                            amount > 0 ? _ ("The sources of funds have to add up to the first cost with tax.")
                                       : _ ("The sources of funds give more than the first cost with tax."),
                            value, TRUE);

  GtkWidget *icon = gtk_image_new_from_icon_name ("qp-mark-warning-symbolic");

  gtk_widget_add_css_class (icon, "warning");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
}

static void
add_share (GtkListBox *list, const QpMoney *money, const QpBudgetShare *share)
{
  g_autofree char *name = qp_node_display_name (&share->funding->node), *words = funding_words (share);
  g_autofree char *value = with_currency (money, share->amount);
  GtkWidget *row = qp_sum_list_add (list, name, words, value, FALSE);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_tooltip_text (row, _ ("Edit this source of funds"));
  g_object_set_data_full (G_OBJECT (row), "qp-id", g_memdup2 (&share->funding->node.id, sizeof (QpId)), g_free);
}

/**
 * qp_funding_list_show:
 * @list: a list
 * @money: a budget
 *
 * Fills the list with who pays how much, and what is left open. A row that stands for a source of funds has its id as "qp-id".
 */
void
qp_funding_list_show (GtkListBox *list, const QpMoney *money)
{
  const QpBudget *budget = money->budget;

  qp_sum_list_clear (list);
  for (guint i = 0; i < budget->shares->len; i++)
    {
      const QpBudgetShare *share = qp_budget_share (budget, i);
      if (share->funding != NULL)
        add_share (list, money, share);
      else
        add_difference (list, money, share->amount);
    }
  gtk_widget_set_visible (GTK_WIDGET (list), budget->shares->len > 0);
}

/**
 * qp_review_list_show:
 * @list: a list
 * @money: a budget
 *
 * Fills the list with the sums in the groups of an estimate for a review meeting.
 */
void
qp_review_list_show (GtkListBox *list, const QpMoney *money)
{
  qp_sum_list_clear (list);
  for (guint i = 0; i < qp_review_group_count (); i++)
    {
      const QpReviewGroup *group = qp_review_group_at (i);
      QpBudgetSum sum;
      qp_budget_review_sum (money->budget, i, &sum);
      g_autofree char *title = g_strdup_printf ("%c  %s", group->letter, _ (group->name)), *holds = qp_review_group_holds (group);
      g_autofree char *words = group->groups == 0 ? g_strdup (_ ("tax on all groups")) : g_strdup_printf (_ ("groups of this budget: %s"), holds);
      g_autofree char *value = with_currency (money, sum.n > sum.missing ? sum.amount.likely : QP_NO_AMOUNT);
      qp_sum_list_add (list, title, words, value, FALSE);
    }
}
