/* test-choose.c: the catalogue browser and fitting a screen, in a window
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "gui-help.h"

#include "app/qp-catalogue-browser.h"
#include "app/qp-catalogue-details.h"
#include "app/qp-catalogue-row.h"
#include "app/qp-fit-dialog.h"

/* two cabinets that come with the program */
#define FINE "cinstar-bt4"
#define COARSE "cinstar-bt10"

static QpCatalogueBrowser *
open_browser (QpWindow *window)
{
  QpCatalogueBrowser *browser = qp_catalogue_browser_new (GTK_WINDOW (window), qp_window_get_session (window), NULL);

  gtk_window_present (GTK_WINDOW (browser));
  gui_settle ();
  return browser;
}

/* 10 × 6 cabinets of 960 mm at 10 mm; the same opening of 960 mm cabinets at 4 mm has as many */
static void
test_use (void)
{
  QpWindow *window = gui_window_new ();
  QpDocument *document = qp_project_session_document (qp_window_get_session (window));

  gui_select_new_screen (window);
  gui_type_into (window, "columns", "10");
  gui_type_into (window, "rows", "6");
  QpCatalogueBrowser *browser = open_browser (window);
  qp_catalogue_browser_select (browser, COARSE, FALSE);
  qp_catalogue_browser_use (browser);
  gui_settle ();
  g_assert_cmpstr (gui_screen_now (window)->cabinet, ==, COARSE);
  const gint64 columns = gui_screen_now (window)->columns;
  const guint steps = qp_document_n_undo (document);

  browser = open_browser (window);
  g_assert_cmpuint (qp_catalogue_browser_n_shown (browser), >, 10);
  qp_catalogue_browser_select (browser, FINE, FALSE);
  qp_catalogue_browser_use (browser);
  gui_settle ();
  g_assert_cmpstr (gui_screen_now (window)->cabinet, ==, FINE);
  g_assert_cmpint (gui_screen_now (window)->columns, ==, columns);
  g_assert_cmpuint (qp_document_n_undo (document), ==, steps + 1);
  qp_document_undo (document);
  gui_settle ();
  g_assert_cmpstr (gui_screen_now (window)->cabinet, ==, COARSE);
  gui_window_gone (window);
}

/* several cabinets are no choice, only a comparison */
static void
test_compare (void)
{
  QpWindow *window = gui_window_new ();

  gui_select_new_screen (window);
  QpCatalogueBrowser *browser = open_browser (window);
  qp_catalogue_browser_select (browser, FINE, FALSE);
  qp_catalogue_browser_select (browser, COARSE, TRUE);
  gui_settle ();
  g_autofree char *before = g_strdup (gui_screen_now (window)->cabinet);
  qp_catalogue_browser_use (browser);
  gui_settle ();
  g_assert_cmpstr (gui_screen_now (window)->cabinet, ==, before);
  gtk_window_destroy (GTK_WINDOW (browser));
  gui_window_gone (window);
}

static QpCatalogueRow *
row_of (QpCatalogue *catalogue, const char *key)
{
  const QpEngineContext context = { .catalogue = catalogue };

  return qp_catalogue_row_new (qp_catalogue_cabinet (catalogue, key), &context);
}

static void
test_filter (void)
{
  g_autoptr (QpCatalogue) catalogue = qp_catalogue_load_builtin (NULL, NULL);
  g_autoptr (QpCatalogueRow) row = row_of (catalogue, FINE);
  QpCatalogueFilter filter;

  qp_catalogue_filter_init (&filter);
  g_assert_true (qp_catalogue_filter_passes (&filter, row));
  filter.least_pitch = 4;
  filter.most_pitch = 4;
  g_assert_true (qp_catalogue_filter_passes (&filter, row));
  filter.least_pitch = 4.01;
  g_assert_false (qp_catalogue_filter_passes (&filter, row));
  filter.least_pitch = 0;
  filter.least_ip = 65;
  g_assert_true (qp_catalogue_filter_passes (&filter, row));
  filter.least_ip = 66;
  g_assert_false (qp_catalogue_filter_passes (&filter, row));
  filter.least_ip = 0;
  filter.most_weight = 1000; /* its maker publishes no weight: it can't be said to pass */
  g_assert_cmpint (qp_catalogue_filter_passes (&filter, row), ==, !isnan (qp_catalogue_row_number (row, QP_CATALOGUE_WEIGHT)));
  filter.most_weight = NAN;
  filter.needle = g_strdup ("bt4 cinstar");
  g_assert_true (qp_catalogue_filter_passes (&filter, row));
  qp_catalogue_filter_clear (&filter);
}

/* the dialog opens for a screen whose cabinet is known, and only then */
static void
test_fit (void)
{
  QpWindow *window = gui_window_new ();
  QpProjectSession *session = qp_window_get_session (window);

  g_assert_null (qp_fit_dialog_new (GTK_WINDOW (window), session));
  gui_select_new_screen (window);
  QpCatalogueBrowser *browser = open_browser (window);
  qp_catalogue_browser_select (browser, FINE, FALSE);
  qp_catalogue_browser_use (browser);
  gui_settle ();
  QpFitDialog *dialog = qp_fit_dialog_new (GTK_WINDOW (window), session);
  g_assert_nonnull (dialog);
  gtk_window_present (GTK_WINDOW (dialog));
  qp_fit_dialog_set_raster (dialog, 7680, 4320);
  gui_settle ();
  qp_fit_dialog_use (dialog, TRUE);
  gui_settle ();
  g_assert_cmpint (gui_screen_now (window)->columns, ==, 32); /* 7680 ÷ 240 */
  g_assert_cmpint (gui_screen_now (window)->rows, ==, 18);
  gui_window_gone (window);
}

static guint
count_columns (GtkWidget *widget)
{
  guint n = 0;

  if (GTK_IS_COLUMN_VIEW (widget))
    {
      GListModel *columns = gtk_column_view_get_columns (GTK_COLUMN_VIEW (widget));
      for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
        {
          g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
          n += gtk_column_view_column_get_visible (column);
        }
      return n;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_columns (child);
  return n;
}

/* down to 600 px: fewer columns, and all that is done with a cabinet stays at hand */
static void
test_narrow (void)
{
  QpWindow *window = gui_window_new ();

  gui_select_new_screen (window);
  QpCatalogueBrowser *browser = open_browser (window);
  qp_catalogue_browser_select (browser, FINE, FALSE);
  const guint all = count_columns (GTK_WIDGET (browser));
  g_assert_cmpuint (all, ==, QP_N_CATALOGUE_COLUMNS);
  gtk_window_set_default_size (GTK_WINDOW (browser), 600, 700);
  gui_wait_ms (100);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (browser)), <=, 600);
  g_assert_cmpuint (count_columns (GTK_WIDGET (browser)), <, all - 3);
  gui_picture (GTK_WINDOW (browser), "catalogue", "narrow");
  qp_catalogue_browser_select (browser, COARSE, TRUE); /* two side by side are no wider */
  gui_wait_ms (50);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (browser)), <=, 600);
  gui_picture (GTK_WINDOW (browser), "catalogue", "narrow-two");
  gtk_window_set_default_size (GTK_WINDOW (browser), 1180, 700);
  gui_wait_ms (100);
  g_assert_cmpuint (count_columns (GTK_WIDGET (browser)), ==, all);
  gui_picture (GTK_WINDOW (browser), "catalogue", "wide");
  gtk_window_destroy (GTK_WINDOW (browser));
  gui_window_gone (window);
}

/* titles of the rows that are seen, below a widget */
static void
collect_titles (GtkWidget *widget, GPtrArray *titles)
{
  if (ADW_IS_ACTION_ROW (widget) && gtk_widget_get_child_visible (widget) && gtk_widget_is_visible (widget))
    g_ptr_array_add (titles, g_strdup (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget))));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect_titles (child, titles);
}

static guint
count_offers (QpFitDialog *dialog, const char *prefix)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  guint n = 0;

  gui_settle ();
  collect_titles (GTK_WIDGET (dialog), titles);
  for (guint i = 0; i < titles->len; i++)
    n += g_str_has_prefix (titles->pdata[i], prefix);
  return n;
}

/* cabinets of 240 × 240 px: what they meet exactly is one offer, what they do not are two */
static void
test_fit_exactly (void)
{
  QpWindow *window = gui_window_new ();

  gui_select_new_screen (window);
  QpCatalogueBrowser *browser = open_browser (window);
  qp_catalogue_browser_select (browser, FINE, FALSE);
  qp_catalogue_browser_use (browser);
  gui_settle ();
  QpFitDialog *dialog = qp_fit_dialog_new (GTK_WINDOW (window), qp_window_get_session (window));
  gtk_window_present (GTK_WINDOW (dialog));
  qp_fit_dialog_set_raster (dialog, 7680, 4320);
  g_assert_cmpuint (count_offers (dialog, "Exactly: 32"), ==, 1);
  g_assert_cmpuint (count_offers (dialog, "Never more"), ==, 0);
  g_assert_cmpuint (count_offers (dialog, "At least"), ==, 0);
  qp_fit_dialog_set_raster (dialog, 7681, 4320);
  g_assert_cmpuint (count_offers (dialog, "Exactly"), ==, 0);
  g_assert_cmpuint (count_offers (dialog, "Never more: 32"), ==, 1);
  g_assert_cmpuint (count_offers (dialog, "At least: 33"), ==, 1);
  qp_fit_dialog_set_raster (dialog, 100, 100); /* less than one cabinet */
  g_assert_cmpuint (count_offers (dialog, "Exactly"), ==, 0);
  g_assert_cmpuint (count_offers (dialog, "Nearest: 1"), ==, 1);
  gtk_window_destroy (GTK_WINDOW (dialog));
  gui_window_gone (window);
}

static void
add_tests (void)
{
  g_test_add_func ("/choose/filter", test_filter);
  g_test_add_func ("/choose/use", test_use);
  g_test_add_func ("/choose/compare", test_compare);
  g_test_add_func ("/choose/narrow", test_narrow);
  g_test_add_func ("/choose/fit", test_fit);
  g_test_add_func ("/choose/fit-exactly", test_fit_exactly);
}

int
main (int argc, char **argv)
{
  return gui_main (argc, argv, add_tests);
}
