/* qp-years-page.c: cost and income of the project over the years
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-years-page.h"

#include "app/qp-cost-sums.h"
#include "app/qp-money-job.h"
#include "app/qp-table.h"
#include "app/qp-view-style.h"
#include "base/qp-money.h"
#include "base/qp-number.h"
#include "render/qp-paint-load.h"
#include "render/qp-paint-risk.h"
#include "render/qp-paint-years.h"

#include <adwaita.h>
#include <math.h>

struct _QpYearsPage
{
  QpFiguresPage parent_instance;
  GtkLabel *sentence;
  GtkLabel *partial;
  GtkSpinner *spinner;
  GtkStack *stack;
  GtkDrawingArea *flow;
  GtkListBox *figures;
  GtkSpinButton *seed;
  GtkDrawingArea *risk;
  GtkDrawingArea *load;
  GtkColumnView *table;
  GtkStringList *rows; /* the years after the first one, as text */
  QpMoney *money;      /* NULL until there is one */
  QpMoneyJob *job;     /* NULL while nothing is made */
  guint64 made_with;   /* the seed of what is shown */
};

G_DEFINE_FINAL_TYPE (QpYearsPage, qp_years_page, QP_TYPE_FIGURES_PAGE)

static QpProjectSession *
session_of (QpYearsPage *self)
{
  return qp_figures_page_session (QP_FIGURES_PAGE (self));
}

/* --- year by year --- */

typedef enum
{
  YEAR,
  FIRST,
  ENERGY,
  RUNNING,
  RENEWAL,
  INCOME,
  RESIDUAL,
  NET,
  DISCOUNTED,
  CUMULATIVE,
  KWH,
  CARBON,
  N_COLUMNS,
} Column;

static const QpTableColumn columns[N_COLUMNS] = {
  [YEAR] = { N_ ("Year"), 60, FALSE, FALSE },           [FIRST] = { N_ ("First cost"), 130, TRUE, FALSE },
  [ENERGY] = { N_ ("Energy"), 120, TRUE, FALSE },       [RUNNING] = { N_ ("Other running cost"), 130, TRUE, FALSE },
  [RENEWAL] = { N_ ("Renewal"), 120, TRUE, FALSE },     [INCOME] = { N_ ("Income"), 120, TRUE, FALSE },
  [RESIDUAL] = { N_ ("Residual value"), 120, TRUE, FALSE }, [NET] = { N_ ("Net"), 130, TRUE, FALSE },
  [DISCOUNTED] = { N_ ("Discounted"), 130, TRUE, FALSE }, [CUMULATIVE] = { N_ ("All added up"), 140, TRUE, FALSE },
  [KWH] = { N_ ("Energy, kWh"), 110, TRUE, FALSE },     [CARBON] = { N_ ("CO₂, t"), 80, TRUE, FALSE },
};

static char *
number_text (double value, guint decimals)
{
  return isnan (value) ? g_strdup (_ ("not known")) : qp_number_display (value, decimals);
}

static char *
year_text (const QpYears *years, guint t)
{
  return years->first_year > 0 ? g_strdup_printf ("%d", years->first_year + (int) t) : g_strdup_printf ("%u", t);
}

static char *
cell_of (const QpYears *years, guint t, Column column)
{
  const QpYear *year = qp_year (years, t);
  const gint64 amounts[N_COLUMNS] = { [FIRST] = year->first,   [ENERGY] = year->energy,     [RUNNING] = year->running,
                                      [RENEWAL] = year->renewal, [INCOME] = year->income,   [RESIDUAL] = year->residual,
                                      [NET] = year->net,       [CUMULATIVE] = year->cumulative };

  switch (column)
    {
    case YEAR:
      return year_text (years, t);
    case DISCOUNTED:
      return number_text (year->discounted, 2);
    case KWH:
      return number_text (year->kwh, 0);
    case CARBON:
      return number_text (year->co2_t, 1);
    default:
      return qp_amount_display (amounts[column]);
    }
}

static char *
cell_text (gpointer row, guint column, gpointer data)
{
  QpYearsPage *self = data;
  const guint t = (guint) g_ascii_strtoull (gtk_string_object_get_string (row), NULL, 10);

  if (self->money == NULL || t >= self->money->years.at->len)
    return g_strdup ("");
  return cell_of (&self->money->years, t, column);
}

static void
show_rows (QpYearsPage *self)
{
  const guint n = self->money->years.at->len, before = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint t = 0; t < n; t++)
    g_ptr_array_add (names, g_strdup_printf ("%u", t));
  g_ptr_array_add (names, NULL);
  if (n != before)
    gtk_string_list_splice (self->rows, 0, before, (const char *const *) names->pdata);
  qp_table_refresh (self->table);
}

/* --- figures --- */

static char *
money_text (QpYearsPage *self, double amount)
{
  return qp_money_text (amount, amount, qp_money_currency (self->money));
}

static void
add_money (QpYearsPage *self, const char *title, const char *subtitle, double amount, gboolean strong)
{
  g_autofree char *value = money_text (self, amount);

  qp_sum_list_add (self->figures, title, subtitle, value, strong);
}

static void
add_number (QpYearsPage *self, const char *title, const char *subtitle, double value, const char *format, guint decimals)
{
  g_autofree char *number = number_text (value, decimals);
  g_autofree char *text = isnan (value) ? g_strdup (number) : g_strdup_printf (format, number);

  qp_sum_list_add (self->figures, title, subtitle, text, FALSE);
}

static void
add_band (QpYearsPage *self, const char *title, const QpRiskBand *band)
{
  g_autofree char *low = money_text (self, band->p10), *middle = money_text (self, band->p50), *high = money_text (self, band->p90);
  g_autofree char *text = isnan (band->p50) ? g_strdup (_ ("not known")) : g_strdup_printf ("%s · %s · %s", low, middle, high);

  qp_sum_list_add (self->figures, title, _ ("P10, P50 and P90 of 50\u2009000 draws of the prices that have a range"), text, FALSE);
}

static void
show_figures (QpYearsPage *self)
{
  const QpYears *years = &self->money->years;
  g_autofree char *rate = qp_years_rate_words (years), *carbon = qp_years_carbon_origin (self->money->root);

  qp_sum_list_clear (self->figures);
  add_money (self, _ ("Present value of all cost"), rate, years->npv, TRUE);
  add_money (self, _ ("Equal cost of each year"), _ ("the present value as an annuity"), years->annuity, FALSE);
  add_money (self, _ ("Equal cost of each year per m² of screen"), NULL, years->per_m2, FALSE);
  add_number (self, _ ("Opportunities to see in a year"), qp_years_ots_words (years), years->ots, "%s", 0);
  add_number (self, _ ("Cost of a thousand of them"), NULL, years->per_ots * 1000, "%s", 2);
  if (!isnan (years->npv_income) && years->npv_income != 0)
    {
      add_money (self, _ ("Present value of the income"), NULL, years->npv_income, FALSE);
      add_number (self, _ ("Paid back"), _ ("not discounted"), years->payback, _ ("after %s years"), 1);
      add_number (self, _ ("Internal rate of return"), NULL, years->irr * 100, "%s\u2009%%", 1);
    }
  add_number (self, _ ("Carbon dioxide of all years"), carbon, years->co2_t, "%s\u2009t", 1);
  add_band (self, _ ("Range of the first cost with tax"), &self->money->risk.first);
  add_band (self, _ ("Range of the present value of cost less income"), &self->money->risk.npv);
}

/* --- charts --- */

static void
draw_flow (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  QpYearsPage *self = data;
  QpPlanStyle style;

  qp_view_style_init (&style, GTK_WIDGET (area));
  if (self->money != NULL)
    qp_paint_years_chart (cr, 0, 0, width, height, &self->money->years, qp_money_currency (self->money), &style);
}

static void
draw_risk (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  QpYearsPage *self = data;
  QpPlanStyle style;

  qp_view_style_init (&style, GTK_WIDGET (area));
  if (self->money != NULL)
    qp_paint_risk_chart (cr, 0, 0, width, &self->money->risk, qp_money_currency (self->money), &style);
}

static void
draw_load (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  QpYearsPage *self = data;
  QpPlanStyle style;

  qp_view_style_init (&style, GTK_WIDGET (area));
  if (self->money != NULL)
    qp_paint_load_chart (cr, 0, 0, width, height, &self->money->budget->load, qp_money_currency (self->money), &style);
}

static void
show_chart (GtkDrawingArea *area, double height, char *words)
{
  gtk_drawing_area_set_content_height (area, (int) ceil (height));
  gtk_accessible_update_property (GTK_ACCESSIBLE (area), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_queue_draw (GTK_WIDGET (area));
  g_free (words);
}

static void
show_charts (QpYearsPage *self)
{
  const char *currency = qp_money_currency (self->money);
  QpPlanStyle style;

  qp_view_style_init (&style, GTK_WIDGET (self->flow));
  show_chart (self->flow, qp_years_chart_height (&style), qp_years_chart_words (&self->money->years, currency));
  show_chart (self->risk, qp_risk_chart_height (&self->money->risk, &style), qp_risk_chart_words (&self->money->risk, currency));
  show_chart (self->load, qp_load_chart_height (&style), qp_load_chart_words (&self->money->budget->load, currency));
}

/* --- the page --- */

static void
show_head (QpYearsPage *self)
{
  const QpYears *years = &self->money->years;
  g_autofree char *npv = money_text (self, years->npv), *annuity = money_text (self, years->annuity);
  g_autofree char *sentence = years->n == 0         ? g_strdup (_ ("How many years the project is looked at is not known yet."))
                              : isnan (years->npv) ? g_strdup (_ ("The present value is not known yet: type the discount rate at the project."))
                                                   : g_strdup_printf (_ ("All cost of the years is worth %s now, as much as %s each year."), npv, annuity);

  gtk_label_set_label (self->sentence, sentence);
  gtk_label_set_label (self->partial, _ ("Partial: something has no amount, so more is to be paid. The page Cost tells what."));
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->partial)), years->partial && years->n > 0);
  gtk_stack_set_visible_child_name (self->stack, years->n > 0 ? "years" : "empty");
}

static void
take (QpMoney *money, gpointer data)
{
  QpYearsPage *self = data;
  g_autoptr (QpMoney) old = self->money;

  self->job = NULL;
  self->money = money;
  self->made_with = money->risk.seed;
  gtk_spinner_stop (self->spinner);
  show_head (self);
  if (money->years.n == 0)
    return;
  show_figures (self);
  show_charts (self);
  show_rows (self);
}

static void
qp_years_page_leave (QpFiguresPage *page)
{
  qp_money_job_cancel (g_steal_pointer (&QP_YEARS_PAGE (page)->job));
}

static void
qp_years_page_refresh (QpFiguresPage *page)
{
  QpYearsPage *self = QP_YEARS_PAGE (page);
  const guint64 seed = (guint64) gtk_spin_button_get_value_as_int (self->seed);

  qp_years_page_leave (page);
  if (qp_money_is_current (self->money, session_of (self)) && self->made_with == seed)
    return; /* only another screen is selected */
  gtk_spinner_start (self->spinner);
  self->job = qp_money_job_start (session_of (self), QP_MONEY_YEARS, seed, take, self);
}

static void
on_seed (QpYearsPage *self)
{
  qp_figures_page_queue_refresh (QP_FIGURES_PAGE (self));
}

static void
on_copy (QpYearsPage *self)
{
  g_autofree char *text = qp_years_page_to_tsv (self);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s", _ ("Years copied as a table"));
}

static void
on_type_years (QpYearsPage *self)
{
  qp_selection_set_one (qp_project_session_selection (session_of (self)), qp_project_session_root (session_of (self))->id);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-field", "s", "horizon_years");
}

/**
 * qp_years_page_is_busy:
 * @self: a page
 *
 * Returns: whether something is being calculated
 */
gboolean
qp_years_page_is_busy (QpYearsPage *self)
{
  return self->job != NULL || qp_figures_page_is_waiting (QP_FIGURES_PAGE (self));
}

/**
 * qp_years_page_risk:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the ranges that are shown
 */
const QpRisk *
qp_years_page_risk (QpYearsPage *self)
{
  return self->money == NULL ? NULL : &self->money->risk;
}

/**
 * qp_years_page_to_tsv:
 * @self: a page
 *
 * Returns: (transfer full): the years with a head, columns parted by tabs
 */
char *
qp_years_page_to_tsv (QpYearsPage *self)
{
  return qp_table_to_tsv (self->table, G_LIST_MODEL (self->rows));
}

/* --- the object --- */

static void
qp_years_page_finalize (GObject *object)
{
  QpYearsPage *self = QP_YEARS_PAGE (object);

  g_clear_object (&self->rows);
  qp_money_free (self->money);
  G_OBJECT_CLASS (qp_years_page_parent_class)->finalize (object);
}

static void
qp_years_page_class_init (QpYearsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = qp_years_page_finalize;
  QP_FIGURES_PAGE_CLASS (klass)->refresh = qp_years_page_refresh;
  QP_FIGURES_PAGE_CLASS (klass)->leave = qp_years_page_leave;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/qianping/Qianping/ui/qp-years-page.ui");
  gtk_widget_class_bind_template_child (widget_class, QpYearsPage, sentence);
  gtk_widget_class_bind_template_child (widget_class, QpYearsPage, partial);
  gtk_widget_class_bind_template_child (widget_class, QpYearsPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, QpYearsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, QpYearsPage, flow);
  gtk_widget_class_bind_template_child (widget_class, QpYearsPage, figures);
  gtk_widget_class_bind_template_child (widget_class, QpYearsPage, seed);
  gtk_widget_class_bind_template_child (widget_class, QpYearsPage, risk);
  gtk_widget_class_bind_template_child (widget_class, QpYearsPage, load);
  gtk_widget_class_bind_template_child (widget_class, QpYearsPage, table);
  gtk_widget_class_bind_template_callback (widget_class, on_seed);
  gtk_widget_class_bind_template_callback (widget_class, on_copy);
  gtk_widget_class_bind_template_callback (widget_class, on_type_years);
}

static void
qp_years_page_init (QpYearsPage *self)
{
  static const QpTableFuncs funcs = { .text = cell_text };

  gtk_widget_init_template (GTK_WIDGET (self));
  qp_table_set_up (self->table, columns, N_COLUMNS, &funcs, self);
  self->rows = gtk_string_list_new (NULL);
  g_autoptr (GtkSelectionModel) selection = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->rows))));
  gtk_column_view_set_model (self->table, selection);
  gtk_drawing_area_set_draw_func (self->flow, draw_flow, self, NULL);
  gtk_drawing_area_set_draw_func (self->risk, draw_risk, self, NULL);
  gtk_drawing_area_set_draw_func (self->load, draw_load, self, NULL);
  qp_view_redraw_on_dark (GTK_WIDGET (self->flow));
  qp_view_redraw_on_dark (GTK_WIDGET (self->risk));
  qp_view_redraw_on_dark (GTK_WIDGET (self->load));
}
