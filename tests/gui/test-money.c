/* test-money.c: the pages of money: the budget typed over and back, years with ranges, alternatives kept and applied
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "gui-help.h"

#include "app/qp-compare-page.h"
#include "app/qp-cost-page.h"
#include "app/qp-own-catalogues.h"
#include "app/qp-years-page.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

static void
change (QpWindow *window, QpId id, QpKind kind, const char *name, const char *text)
{
  const QpField *field = qp_kind_field (kind, name);
  g_auto (QpValue) value = { 0 };
  g_autoptr (GPtrArray) edits = qp_edits_new ();

  g_assert_cmpint (qp_field_parse (field, text, &value), ==, QP_FIELD_FINE);
  g_ptr_array_add (edits, qp_edit_set (id, field, &value));
  g_assert_true (qp_project_session_run (qp_window_get_session (window), "Change", NULL, edits, NULL));
}

static QpNode *
root_of (QpWindow *window)
{
  return qp_project_session_root (qp_window_get_session (window));
}

/* 16 × 9 cabinets of a square metre, in CNY */
static QpId
add_screen (QpWindow *window)
{
  static const char *const fields[][2] = { { "cabinet_width_mm", "1000" }, { "cabinet_height_mm", "1000" }, { "columns", "16" },
                                           { "rows", "9" },                { "price", "10000" },           { "price_low", "9000" },
                                           { "price_high", "12000" },      { "price_date", "2026-05-01" }, { "price_source", "offer" } };
  const QpId id = gui_select_new_screen (window)->id;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    change (window, id, QP_KIND_SCREEN, fields[i][0], fields[i][1]);
  change (window, root_of (window)->id, QP_KIND_PROJECT, "currency", "CNY");
  change (window, root_of (window)->id, QP_KIND_PROJECT, "tax_percent", "10");
  return id;
}

static GtkWidget *
find_widget (GtkWidget *from, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (from, type))
    return from;
  for (GtkWidget *child = gtk_widget_get_first_child (from); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static gpointer
open_page (QpWindow *window, const char *action, GType type)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), action, NULL));
  gui_settle ();
  GtkWidget *page = find_widget (GTK_WIDGET (window), type);
  g_assert_nonnull (page);
  g_assert_true (gtk_widget_get_mapped (page));
  return page;
}

static const QpBudget *
budget_now (QpCostPage *page)
{
  for (guint i = 0; i < 100 && (i == 0 || qp_cost_page_is_busy (page)); i++)
    gui_wait_ms (50);
  g_assert_nonnull (qp_cost_page_budget (page));
  return qp_cost_page_budget (page);
}

/* the line of the display */
static guint
display_line (const QpBudget *budget)
{
  for (guint i = 0; i < budget->rows->len; i++)
    if (qp_budget_row (budget, i)->item == qp_budget_item_find ("display"))
      return i;
  g_assert_not_reached ();
}

static void
test_cost (void)
{
  QpWindow *window = gui_window_new ();
  add_screen (window);
  QpCostPage *page = open_page (window, "win.cost", QP_TYPE_COST_PAGE);
  const QpBudget *budget = budget_now (page);
  const guint line = display_line (budget);

  g_assert_cmpint (qp_budget_row (budget, line)->amount.likely, ==, 144000000);
  qp_cost_page_choose (page, line);
  gui_settle ();
  g_assert_false (qp_cost_details_type (qp_cost_page_details (page), "quantity", "many"));
  g_assert_true (qp_cost_details_type (qp_cost_page_details (page), "quantity", "100"));
  budget = budget_now (page);
  g_assert_cmpint (qp_budget_row (budget, display_line (budget))->amount.likely, ==, 100000000);
  /* the same line stays chosen, and is reset */
  g_assert_true (qp_cost_details_reset (qp_cost_page_details (page)));
  budget = budget_now (page);
  g_assert_cmpint (qp_budget_row (budget, display_line (budget))->amount.likely, ==, 144000000);
  qp_project_session_travel (qp_window_get_session (window), QP_HISTORY_UNDO);
  budget = budget_now (page);
  g_assert_cmpint (qp_budget_row (budget, display_line (budget))->amount.likely, ==, 100000000);
  gui_window_gone (window);
}

static void
test_table (void)
{
  QpWindow *window = gui_window_new ();
  add_screen (window);
  QpCostPage *page = open_page (window, "win.cost", QP_TYPE_COST_PAGE);
  budget_now (page);
  g_autofree char *text = qp_cost_page_to_tsv (page);

  g_assert_nonnull (strstr (text, "No.\tItem\tFor\tQuantity\tUnit"));
  g_assert_nonnull (strstr (text, "A1\tDisplay\t"));
  g_assert_nonnull (strstr (text, "1\u2009440\u2009000.00"));
  g_assert_nonnull (strstr (text, "not known"));
  gui_window_gone (window);
}

static void
test_funding (void)
{
  QpWindow *window = gui_window_new ();
  add_screen (window);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.add-funding", NULL));
  const QpNode *funding = qp_project_session_selected_node (qp_window_get_session (window));
  g_assert_cmpint (funding->kind, ==, QP_KIND_FUNDING);
  change (window, funding->id, QP_KIND_FUNDING, "percent", "60");
  QpCostPage *page = open_page (window, "win.cost", QP_TYPE_COST_PAGE);
  const QpBudget *budget = budget_now (page);
  gint64 sum = 0;

  g_assert_cmpuint (budget->shares->len, ==, 2); /* the source, and what nobody pays yet */
  for (guint i = 0; i < budget->shares->len; i++)
    sum += qp_budget_share (budget, i)->amount;
  g_assert_cmpint (sum, ==, qp_budget_with_tax (&budget->first).likely);
  gui_window_gone (window);
}

static void
test_own_line (void)
{
  QpWindow *window = gui_window_new ();
  const QpId screen = add_screen (window);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.add-cost", NULL));
  const QpNode *line = qp_project_session_selected_node (qp_window_get_session (window));

  g_assert_cmpint (line->kind, ==, QP_KIND_COST);
  g_assert_true (qp_id_equal (qp_document_parent (qp_project_session_document (qp_window_get_session (window)), line->id)->id, screen));
  gui_window_gone (window);
}

static const QpRisk *
risk_now (QpYearsPage *page)
{
  for (guint i = 0; i < 200 && (i == 0 || qp_years_page_is_busy (page)); i++)
    gui_wait_ms (50);
  return qp_years_page_risk (page);
}

static void
test_years (void)
{
  QpWindow *window = gui_window_new ();
  add_screen (window);
  change (window, root_of (window)->id, QP_KIND_PROJECT, "horizon_years", "5");
  change (window, root_of (window)->id, QP_KIND_PROJECT, "discount_rate_percent", "5");
  QpYearsPage *page = open_page (window, "win.years", QP_TYPE_YEARS_PAGE);
  const QpRisk *risk = risk_now (page);

  g_assert_nonnull (risk);
  g_assert_cmpfloat (risk->likely_first, >, 1584000 - 1); /* with 10 % tax, and spares */
  g_assert_cmpfloat (risk->first.p10, <, risk->first.p90);
  g_autofree char *text = qp_years_page_to_tsv (page);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 8); /* the head, six years and the end */
  gui_window_gone (window);
}

static guint
variants_now (QpComparePage *page)
{
  for (guint i = 0; i < 100 && (i == 0 || qp_compare_page_is_busy (page)); i++)
    gui_wait_ms (50);
  return qp_compare_page_n_variants (page);
}

static gint64
rows_of (QpWindow *window, QpId id)
{
  return ((const QpScreen *) qp_document_find (qp_project_session_document (qp_window_get_session (window)), id))->rows;
}

static void
test_compare (void)
{
  QpWindow *window = gui_window_new ();
  const QpId screen = add_screen (window);
  qp_document_mark_saved (qp_project_session_document (qp_window_get_session (window)), root_of (window));
  QpComparePage *page = open_page (window, "win.compare", QP_TYPE_COMPARE_PAGE);

  g_assert_cmpuint (variants_now (page), ==, 1);
  change (window, screen, QP_KIND_SCREEN, "rows", "4");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.keep-alternative", NULL));
  g_assert_cmpuint (variants_now (page), ==, 2);
  g_assert_cmpint (rows_of (window, screen), ==, 9);
  g_autofree char *text = qp_compare_page_to_tsv (page);
  g_assert_nonnull (strstr (text, "Area, m²\t144\t64\n"));
  g_assert_true (qp_compare_page_apply (page, 0));
  g_assert_cmpint (rows_of (window, screen), ==, 4);
  variants_now (page);
  g_assert_false (qp_compare_page_apply (page, 0)); /* it is like that already */
  g_assert_true (qp_compare_page_delete (page, 0));
  g_assert_cmpuint (variants_now (page), ==, 1);
  gui_window_gone (window);
}

/* a table of prices is kept, and counts at once */
static void
test_prices (void)
{
  QpWindow *window = gui_window_new ();
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "qianping-test-prices.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  add_screen (window);
  QpCostPage *page = open_page (window, "win.cost", QP_TYPE_COST_PAGE);
  const guint missing = budget_now (page)->first.missing;

  g_assert_true (g_file_set_contents (path, "key,item,per,currency,likely,date,source\ntest-calibration,calibration,m2,CNY,55,2026-11,our offer\n", -1, NULL));
  g_assert_true (qp_own_catalogues_add (window, file));
  g_assert_cmpuint (budget_now (page)->first.missing, ==, missing - 1);
  g_unlink (path);
  gui_window_gone (window);
}

static void
add_tests (void)
{
  g_test_add_func ("/money/cost", test_cost);
  g_test_add_func ("/money/table", test_table);
  g_test_add_func ("/money/funding", test_funding);
  g_test_add_func ("/money/own-line", test_own_line);
  g_test_add_func ("/money/years", test_years);
  g_test_add_func ("/money/compare", test_compare);
  g_test_add_func ("/money/prices", test_prices);
}

int
main (int argc, char **argv)
{
  return gui_main (argc, argv, add_tests);
}
