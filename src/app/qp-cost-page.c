/* qp-cost-page.c: the budget of the project: lines, sums, and who pays
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-cost-page.h"

#include "app/qp-cost-model.h"
#include "app/qp-cost-sums.h"
#include "app/qp-table.h"
#include "app/qp-view-style.h"
#include "base/qp-money.h"
#include "render/qp-paint-cost.h"

#include <adwaita.h>
#include <math.h>
#include <string.h>

struct _QpCostPage
{
  QpFiguresPage parent_instance;
  GtkLabel *sentence;
  GtkLabel *partial;
  GtkSpinner *spinner;
  GtkDropDown *groups;
  GtkDropDown *scope;
  GtkToggleButton *missing;
  GtkColumnView *table;
  GtkStack *stack;
  QpCostDetails *details;
  GtkListBox *sums;
  GtkListBox *funding;
  GtkListBox *review;
  GtkDrawingArea *chart;
  GtkSingleSelection *selection;
  QpCostModel *model;
  QpMoney *money;  /* NULL until there is one */
  QpMoneyJob *job; /* NULL while nothing is made */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (QpCostPage, qp_cost_page, QP_TYPE_FIGURES_PAGE)

static const QpTableColumn columns[QP_N_COST_COLUMNS] = {
  [QP_COST_NUMBER] = { N_ ("No."), 50, FALSE, FALSE },
  [QP_COST_NAME] = { N_ ("Item"), 146, FALSE, TRUE },
  [QP_COST_OWNER] = { N_ ("For"), 100, FALSE, TRUE },
  [QP_COST_SPECIFICATION] = { N_ ("Specification"), 130, FALSE, FALSE },
  [QP_COST_QUANTITY] = { NC_ ("budget", "Quantity"), 85, TRUE, TRUE, FALSE, "budget" },
  [QP_COST_UNIT] = { N_ ("Unit"), 50, FALSE, FALSE },
  [QP_COST_PRICE_LOW] = { N_ ("Unit price, low"), 110, TRUE, FALSE },
  [QP_COST_PRICE] = { N_ ("Unit price"), 92, TRUE, TRUE },
  [QP_COST_PRICE_HIGH] = { N_ ("Unit price, high"), 110, TRUE, FALSE },
  [QP_COST_AMOUNT] = { NC_ ("budget", "Amount"), 115, TRUE, TRUE, FALSE, "budget" },
  [QP_COST_TAX] = { N_ ("Tax"), 110, TRUE, TRUE },
  [QP_COST_REMARK] = { N_ ("Remark"), 220, FALSE, FALSE },
  [QP_COST_ORIGIN] = { N_ ("Source and date of the price"), 260, FALSE, TRUE },
  [QP_COST_COMPUTED] = { N_ ("Quantity computed from"), 180, FALSE, FALSE },
  [QP_COST_FUNDING_SOURCE] = { N_ ("Source of funds"), 120, FALSE, FALSE },
};

static QpProjectSession *
session_of (QpCostPage *self)
{
  return qp_figures_page_session (QP_FIGURES_PAGE (self));
}

/* --- cells --- */

static char *
cell_text (gpointer row, guint column, gpointer data)
{
  return qp_cost_model_text (QP_COST_PAGE (data)->model, row, column);
}

static const char *
cell_look (gpointer row, guint column, gpointer data)
{
  QpCostPage *self = data;
  const guint index = qp_cost_row_index (row);

  if (index == QP_COST_SUM)
    return "qp-strong";
  if (self->money == NULL || index >= self->money->budget->rows->len)
    return NULL;
  const QpBudgetRow *line = qp_budget_row (self->money->budget, index);
  if (column == QP_COST_REMARK || column == QP_COST_ORIGIN)
    return line->old && column == QP_COST_REMARK ? "warning" : "dim-label";
  return line->gap != QP_GAP_NONE && (column == QP_COST_AMOUNT || column == QP_COST_PRICE) ? "dim-label" : NULL;
}

/* --- head and chart --- */

static void
on_funding (GtkListBox *list, GtkListBoxRow *row, QpCostPage *self)
{
  const QpId *id = g_object_get_data (G_OBJECT (row), "qp-id");

  if (id == NULL || session_of (self) == NULL)
    return;
  qp_selection_set_one (qp_project_session_selection (session_of (self)), *id);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.edit-properties", NULL);
}

static void
show_head (QpCostPage *self)
{
  const QpBudget *budget = self->money->budget;
  const QpAmount whole = qp_budget_with_tax (&budget->first);
  const gboolean known = budget->first.n > budget->first.missing;
  g_autofree char *likely = known ? qp_money_text ((double) whole.likely / 100, (double) whole.likely / 100, qp_money_currency (self->money)) : NULL;
  g_autofree char *range = known ? qp_money_text ((double) whole.low / 100, (double) whole.high / 100, qp_money_currency (self->money)) : NULL;
  g_autofree char *sentence = !known ? g_strdup (_ ("The first cost is not known yet: no line has an amount."))
                              : whole.low < whole.high
                                ? g_strdup_printf (_ ("First cost with tax %s, likely; %s by the ranges of the prices."), likely, range)
                                : g_strdup_printf (_ ("First cost with tax %s."), likely);
  GString *partial = g_string_new (NULL);

  if (budget->first.missing > 0)
    g_string_append_printf (partial,
                            ngettext ("Partial: %u line of %u has no amount, so more is to be paid.",
                                      "Partial: %u lines of %u have no amount, so more is to be paid.", budget->first.missing),
                            budget->first.missing, budget->first.n);
  if (budget->tax_missing > 0)
    g_string_append_printf (partial, "%s%s", partial->len > 0 ? " " : "", _ ("The tax is not known: type it at the project."));
  if (budget->old > 0)
    g_string_append_printf (partial, "%s", partial->len > 0 ? " " : ""),
        g_string_append_printf (partial, ngettext ("%u price is older than the project allows.", "%u prices are older than the project allows.", budget->old),
                                budget->old);
  gtk_label_set_label (self->sentence, sentence);
  gtk_label_set_label (self->partial, partial->str);
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->partial)), partial->len > 0);
  g_string_free (partial, TRUE);
}

static void
draw_chart (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  QpCostPage *self = data;
  QpPlanStyle style;

  if (self->money == NULL)
    return;
  qp_view_style_init (&style, GTK_WIDGET (area));
  qp_paint_cost_chart (cr, 0, 0, width, self->money->budget, qp_money_currency (self->money), &style);
}

static void
show_chart (QpCostPage *self)
{
  QpPlanStyle style;
  g_autofree char *words = qp_cost_chart_words (self->money->budget, qp_money_currency (self->money));

  qp_view_style_init (&style, GTK_WIDGET (self->chart));
  gtk_drawing_area_set_content_height (self->chart, (int) ceil (qp_cost_chart_height (self->money->budget, &style)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->chart), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self->chart));
}

/* --- the table --- */

static const QpNode *
scope_node (QpCostPage *self)
{
  QpNode *screen = qp_figures_page_screen (QP_FIGURES_PAGE (self));
  const guint scope = gtk_drop_down_get_selected (self->scope);

  if (screen == NULL || scope == 0)
    return NULL;
  return scope == 1 ? qp_document_ancestor (qp_project_session_document (session_of (self)), screen->id, QP_KIND_SITE) : screen;
}

static guint
chosen_index (QpCostPage *self)
{
  QpCostRow *row = gtk_single_selection_get_selected_item (self->selection);

  return row == NULL || qp_cost_row_index (row) == QP_COST_SUM ? G_MAXUINT : qp_cost_row_index (row);
}

/* lines are told from each other by what they are of, not by where they stand */
static guint
line_like (const QpBudget *budget, QpId owner, const QpBudgetItem *item, QpId line, guint skip)
{
  for (guint i = 0; i < budget->rows->len; i++)
    {
      const QpBudgetRow *row = qp_budget_row (budget, i);
      if (qp_id_equal (row->owner->id, owner) && row->item == item
          && (item != NULL || (row->line != NULL && qp_id_equal (row->line->node.id, line))) && skip-- == 0)
        return i;
    }
  return G_MAXUINT;
}

static const QpBudgetRow *
chosen_row (QpCostPage *self)
{
  QpCostRow *row = gtk_single_selection_get_selected_item (self->selection);

  if (row == NULL || self->money == NULL || qp_cost_row_index (row) >= self->money->budget->rows->len)
    return NULL;
  return qp_budget_row (self->money->budget, qp_cost_row_index (row));
}

static void
show_details (QpCostPage *self)
{
  qp_cost_details_show (self->details, session_of (self), self->money == NULL ? NULL : self->money->budget, chosen_row (self));
}

static void
on_chosen (QpCostPage *self)
{
  if (!self->filling && self->money != NULL)
    show_details (self);
}

/* @index: the line that is chosen; G_MAXUINT: none */
static void
fill_table (QpCostPage *self, guint index)
{
  const QpNode *owner = scope_node (self);
  QpCostFilter filter = { .group = (int) gtk_drop_down_get_selected (self->groups) - 1, .missing = gtk_toggle_button_get_active (self->missing) };

  filter.order = qp_table_order (self->table, &filter.descending);
  filter.owner = owner;
  self->filling = TRUE;
  qp_cost_model_fill (self->model, self->money->budget, &filter);
  qp_table_refresh (self->table);
  const guint position = index == G_MAXUINT ? G_MAXUINT : qp_cost_model_find (self->model, index);
  gtk_single_selection_set_selected (self->selection, position == G_MAXUINT ? GTK_INVALID_LIST_POSITION : position);
  self->filling = FALSE;
  gtk_stack_set_visible_child_name (self->stack, g_list_model_get_n_items (G_LIST_MODEL (self->model)) > 0 ? "table" : "empty");
  show_details (self);
}

static void
on_filter_changed (QpCostPage *self)
{
  if (!self->filling && self->money != NULL && session_of (self) != NULL)
    fill_table (self, chosen_index (self));
}

/* the same line in the new budget */
static guint
chosen_in (QpCostPage *self, const QpBudget *budget)
{
  const QpBudgetRow *row = chosen_row (self);
  guint skip = 0;

  if (row == NULL)
    return G_MAXUINT;
  for (guint i = 0; row->item != NULL && i < chosen_index (self); i++)
    {
      const QpBudgetRow *before = qp_budget_row (self->money->budget, i);
      skip += before->item == row->item && before->owner == row->owner;
    }
  return line_like (budget, row->owner->id, row->item, row->line == NULL ? QP_ID_NONE : row->line->node.id, skip);
}

static void
take (QpMoney *money, gpointer data)
{
  QpCostPage *self = data;
  const guint index = chosen_in (self, money->budget);
  g_autoptr (QpMoney) old = self->money;

  self->job = NULL;
  self->money = money;
  gtk_spinner_stop (self->spinner);
  show_head (self);
  fill_table (self, index);
  qp_cost_sums_show (self->sums, self->money);
  qp_funding_list_show (self->funding, self->money);
  qp_review_list_show (self->review, self->money);
  show_chart (self);
}

static void
qp_cost_page_leave (QpFiguresPage *page)
{
  qp_money_job_cancel (g_steal_pointer (&QP_COST_PAGE (page)->job));
}

static void
qp_cost_page_refresh (QpFiguresPage *page)
{
  QpCostPage *self = QP_COST_PAGE (page);

  qp_cost_page_leave (page);
  if (qp_money_is_current (self->money, session_of (self)))
    {
      on_filter_changed (self); /* only another screen is selected */
      return;
    }
  gtk_spinner_start (self->spinner);
  self->job = qp_money_job_start (session_of (self), QP_MONEY_BUDGET, 1, take, self);
}

/* --- from outside --- */

/**
 * qp_cost_page_is_busy:
 * @self: a page
 *
 * Returns: whether a budget is being made
 */
gboolean
qp_cost_page_is_busy (QpCostPage *self)
{
  return self->job != NULL || qp_figures_page_is_waiting (QP_FIGURES_PAGE (self));
}

/**
 * qp_cost_page_budget:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the budget that is shown
 */
const QpBudget *
qp_cost_page_budget (QpCostPage *self)
{
  return self->money == NULL ? NULL : self->money->budget;
}

/**
 * qp_cost_page_to_tsv:
 * @self: a page
 *
 * Returns: (transfer full): the rows that are shown, with a head, columns parted by tabs
 */
char *
qp_cost_page_to_tsv (QpCostPage *self)
{
  return qp_table_to_tsv (self->table, G_LIST_MODEL (self->model));
}

/**
 * qp_cost_page_choose:
 * @self: a page
 * @line: a line of the budget
 *
 * Chooses a line of the table.
 */
void
qp_cost_page_choose (QpCostPage *self, guint line)
{
  const guint position = qp_cost_model_find (self->model, line);

  gtk_single_selection_set_selected (self->selection, position == G_MAXUINT ? GTK_INVALID_LIST_POSITION : position);
}

/**
 * qp_cost_page_details:
 * @self: a page
 *
 * Returns: (transfer none): where the chosen line is edited
 */
QpCostDetails *
qp_cost_page_details (QpCostPage *self)
{
  return self->details;
}

static void
on_copy (QpCostPage *self)
{
  g_autofree char *text = qp_cost_page_to_tsv (self);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s", _ ("Budget copied as a table"));
}

/* --- the object --- */

static void
qp_cost_page_dispose (GObject *object)
{
  QpCostPage *self = QP_COST_PAGE (object);

  self->filling = TRUE; /* what goes away tells of changes */
  qp_cost_page_leave (QP_FIGURES_PAGE (self));
  g_clear_object (&self->selection);
  G_OBJECT_CLASS (qp_cost_page_parent_class)->dispose (object);
}

static void
qp_cost_page_finalize (GObject *object)
{
  QpCostPage *self = QP_COST_PAGE (object);

  g_clear_object (&self->model);
  qp_money_free (self->money);
  G_OBJECT_CLASS (qp_cost_page_parent_class)->finalize (object);
}

static void
qp_cost_page_class_init (QpCostPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qp_cost_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = qp_cost_page_finalize;
  QP_FIGURES_PAGE_CLASS (klass)->refresh = qp_cost_page_refresh;
  QP_FIGURES_PAGE_CLASS (klass)->leave = qp_cost_page_leave;
  g_type_ensure (QP_TYPE_COST_DETAILS);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/qianping/Qianping/ui/qp-cost-page.ui");
  gtk_widget_class_bind_template_child (widget_class, QpCostPage, sentence);
  gtk_widget_class_bind_template_child (widget_class, QpCostPage, partial);
  gtk_widget_class_bind_template_child (widget_class, QpCostPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, QpCostPage, groups);
  gtk_widget_class_bind_template_child (widget_class, QpCostPage, scope);
  gtk_widget_class_bind_template_child (widget_class, QpCostPage, missing);
  gtk_widget_class_bind_template_child (widget_class, QpCostPage, table);
  gtk_widget_class_bind_template_child (widget_class, QpCostPage, stack);
  gtk_widget_class_bind_template_child (widget_class, QpCostPage, details);
  gtk_widget_class_bind_template_child (widget_class, QpCostPage, sums);
  gtk_widget_class_bind_template_child (widget_class, QpCostPage, funding);
  gtk_widget_class_bind_template_child (widget_class, QpCostPage, review);
  gtk_widget_class_bind_template_child (widget_class, QpCostPage, chart);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_copy);
  gtk_widget_class_bind_template_callback (widget_class, on_funding);
}

static void
fill_groups (QpCostPage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _ ("All groups"));
  for (guint group = 0; group < QP_N_COST_GROUPS; group++)
    gtk_string_list_append (names, _ (qp_values_cost_group[group].label));
  gtk_drop_down_set_model (self->groups, G_LIST_MODEL (names));
}

static void
qp_cost_page_init (QpCostPage *self)
{
  static const QpTableFuncs funcs = { .text = cell_text, .look = cell_look };

  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_groups (self);
  qp_table_set_up (self->table, columns, QP_N_COST_COLUMNS, &funcs, self);
  g_signal_connect_object (gtk_column_view_get_sorter (self->table), "changed", G_CALLBACK (on_filter_changed), self, G_CONNECT_SWAPPED);
  self->model = qp_cost_model_new ();
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->model));
  gtk_column_view_set_model (self->table, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (on_chosen), self, G_CONNECT_SWAPPED);
  gtk_drawing_area_set_draw_func (self->chart, draw_chart, self, NULL);
  qp_view_redraw_on_dark (GTK_WIDGET (self->chart));
  self->filling = FALSE;
}
