/* qp-catalogue-browser.c: the cabinets of the catalogue, filtered, sorted, compared and used
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-catalogue-browser.h"
#include "app/qp-catalogue-details.h"
#include "app/qp-catalogue-filters.h"
#include "app/qp-catalogue-frame.h"
#include "app/qp-own-catalogues.h"
#include "interact/qp-rebuild.h"

#include <math.h>
#include <string.h>

struct _QpCatalogueBrowser
{
  AdwWindow parent_instance;
  QpCatalogueFilters *filters;
  QpCatalogueFrame *frame;
  GtkColumnView *table;
  GtkScrolledWindow *details;
  GtkLabel *count;
  GtkCheckButton *keep_grid;
  GtkWidget *use;
  GtkWidget *favour;
  GtkWidget *copy;
  GListStore *store; /* QpCatalogueRow */
  GtkCustomFilter *matcher;
  GtkSelectionModel *selection;
  QpProjectSession *session;
  GSettings *settings;    /* nullable */
  GHashTable *favourites; /* keys of cabinets */
};

G_DEFINE_FINAL_TYPE (QpCatalogueBrowser, qp_catalogue_browser, ADW_TYPE_WINDOW)

/* --- what is selected --- */

static GPtrArray *
selected_rows (QpCatalogueBrowser *self)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  for (guint i = 0; i < n && rows->len < QP_CATALOGUE_MOST_COMPARED; i++)
    if (gtk_selection_model_is_selected (self->selection, i))
      g_ptr_array_add (rows, g_list_model_get_item (G_LIST_MODEL (self->selection), i));
  return rows;
}

static void
show_details (QpCatalogueBrowser *self)
{
  g_autoptr (GPtrArray) rows = selected_rows (self);
  const gboolean one = rows->len == 1;
  GtkWidget *child = rows->len > 0 ? qp_catalogue_details_new (rows, self->session)
                                   : gtk_label_new (_ ("Select a cabinet, or up to four to compare them."));

  if (rows->len == 0)
    {
      gtk_label_set_wrap (GTK_LABEL (child), TRUE);
      gtk_widget_add_css_class (child, "dim-label");
    }
  gtk_widget_set_margin_start (child, 12);
  gtk_widget_set_margin_end (child, 12);
  gtk_widget_set_margin_top (child, 12);
  gtk_widget_set_margin_bottom (child, 12);
  gtk_scrolled_window_set_child (self->details, child);
  gtk_widget_set_sensitive (self->use, one && qp_project_session_screen (self->session) != NULL);
  gtk_widget_set_sensitive (self->favour, rows->len > 0 && self->settings != NULL);
  gtk_widget_set_sensitive (self->copy, one);
}

static void
show_count (QpCatalogueBrowser *self)
{
  g_autofree char *shown = qp_number_display (g_list_model_get_n_items (G_LIST_MODEL (self->selection)), 0);
  g_autofree char *all = qp_number_display (g_list_model_get_n_items (G_LIST_MODEL (self->store)), 0);
  g_autofree char *text = g_strdup_printf (_ ("%s of %s cabinets"), shown, all);

  gtk_label_set_label (self->count, text);
}

/* --- favourites --- */

static void
read_favourites (QpCatalogueBrowser *self)
{
  g_auto (GStrv) kept = self->settings == NULL ? NULL : g_settings_get_strv (self->settings, "favourite-cabinets");

  g_hash_table_remove_all (self->favourites);
  for (guint i = 0; kept != NULL && kept[i] != NULL; i++)
    g_hash_table_add (self->favourites, g_strdup (kept[i]));
}

/* those that are none become favourites; when all are, they are none any more */
static void
on_favour (QpCatalogueBrowser *self)
{
  g_autoptr (GPtrArray) rows = selected_rows (self);
  GHashTable *keys = self->favourites;
  gboolean all = TRUE;

  read_favourites (self);
  for (guint i = 0; i < rows->len; i++)
    all &= g_hash_table_contains (keys, qp_catalogue_row_cabinet (rows->pdata[i])->key);
  for (guint i = 0; i < rows->len; i++)
    if (all)
      g_hash_table_remove (keys, qp_catalogue_row_cabinet (rows->pdata[i])->key);
    else
      g_hash_table_add (keys, g_strdup (qp_catalogue_row_cabinet (rows->pdata[i])->key));
  g_autofree const char **kept = (const char **) g_hash_table_get_keys_as_array (keys, NULL);
  g_settings_set_strv (self->settings, "favourite-cabinets", kept);
  gtk_filter_changed (GTK_FILTER (self->matcher), GTK_FILTER_CHANGE_DIFFERENT);
  for (guint i = 0; i < rows->len; i++)
    {
      guint position;
      if (g_list_store_find (self->store, rows->pdata[i], &position))
        g_list_model_items_changed (G_LIST_MODEL (self->store), position, 0, 0);
    }
}

/* --- columns --- */

static char *
cell_text (QpCatalogueBrowser *self, QpCatalogueRow *row, QpCatalogueColumn column)
{
  char *text = qp_catalogue_row_text (row, column);

  if (column != QP_CATALOGUE_NAME || !g_hash_table_contains (self->favourites, qp_catalogue_row_cabinet (row)->key))
    return text;
  g_autofree char *plain = text;
  return g_strconcat ("★ ", plain, NULL);
}

static QpCatalogueColumn
column_of (gpointer object)
{
  return GPOINTER_TO_UINT (g_object_get_data (object, "qp-column"));
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), column_of (factory) == QP_CATALOGUE_NAME ? 0 : 1);
  if (column_of (factory) == QP_CATALOGUE_NAME)
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, QpCatalogueBrowser *self)
{
  GtkWidget *label = gtk_list_item_get_child (item);
  QpCatalogueRow *row = gtk_list_item_get_item (item);
  g_autofree char *text = cell_text (self, row, column_of (factory));
  const gboolean unknown = strcmp (text, _ ("not known")) == 0;

  gtk_label_set_label (GTK_LABEL (label), unknown ? "–" : text);
  gtk_widget_set_tooltip_text (label, unknown ? text : NULL);
  if (unknown)
    gtk_widget_add_css_class (label, "dim-label");
  else
    gtk_widget_remove_css_class (label, "dim-label");
}

/* what is not known comes last, whichever way is sorted by the smaller */
static int
compare_rows (gconstpointer a, gconstpointer b, gpointer data)
{
  const QpCatalogueColumn column = GPOINTER_TO_UINT (data);

  if (column == QP_CATALOGUE_NAME)
    {
      g_autofree char *one = qp_catalogue_row_text ((gpointer) a, column);
      g_autofree char *two = qp_catalogue_row_text ((gpointer) b, column);
      return g_utf8_collate (one, two);
    }
  const double one = qp_catalogue_row_number ((gpointer) a, column), two = qp_catalogue_row_number ((gpointer) b, column);
  if (isnan (one) || isnan (two))
    return isnan (one) - isnan (two);
  return (one > two) - (one < two);
}

static void
add_column (QpCatalogueBrowser *self, QpCatalogueColumn column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare_rows, GUINT_TO_POINTER (column), NULL));

  g_object_set_data (G_OBJECT (factory), "qp-column", GUINT_TO_POINTER (column));
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), self);
  g_autoptr (GtkColumnViewColumn) view = gtk_column_view_column_new (qp_catalogue_column_title (column), factory);
  gtk_column_view_column_set_sorter (view, sorter);
  gtk_column_view_column_set_resizable (view, TRUE);
  if (column == QP_CATALOGUE_NAME)
    gtk_column_view_column_set_fixed_width (view, 210);
  gtk_column_view_append_column (self->table, view);
}

static gboolean
is_shown (gpointer item, gpointer data)
{
  QpCatalogueBrowser *self = data;
  QpCatalogueFilter *filter = qp_catalogue_filters_get (self->filters);

  g_clear_pointer (&filter->only, g_hash_table_unref);
  if (qp_catalogue_filters_only_favourites (self->filters))
    filter->only = g_hash_table_ref (self->favourites);
  return qp_catalogue_filter_passes (filter, item);
}

static void
on_filters_changed (QpCatalogueBrowser *self)
{
  gtk_filter_changed (GTK_FILTER (self->matcher), GTK_FILTER_CHANGE_DIFFERENT);
}

static void
make_model (QpCatalogueBrowser *self)
{
  self->store = g_list_store_new (QP_TYPE_CATALOGUE_ROW);
  self->matcher = gtk_custom_filter_new (is_shown, self, NULL);
  GtkFilterListModel *found = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->store)), GTK_FILTER (self->matcher));
  GtkSortListModel *sorted
      = gtk_sort_list_model_new (G_LIST_MODEL (found), g_object_ref (gtk_column_view_get_sorter (self->table)));

  self->selection = GTK_SELECTION_MODEL (gtk_multi_selection_new (G_LIST_MODEL (sorted)));
  gtk_column_view_set_model (self->table, self->selection);
  g_signal_connect_swapped (self->selection, "selection-changed", G_CALLBACK (show_details), self);
  g_signal_connect_swapped (self->selection, "items-changed", G_CALLBACK (show_count), self);
  g_signal_connect_swapped (self->selection, "items-changed", G_CALLBACK (show_details), self);
}

static void
fill (QpCatalogueBrowser *self)
{
  QpCatalogue *catalogue = qp_estimate_cache_catalogue (qp_project_session_estimates (self->session));
  g_autoptr (GPtrArray) nodes = qp_catalogue_nodes (catalogue, QP_KIND_CABINET);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  const QpEngineContext context
      = { .project = (const QpProject *) qp_project_session_root (self->session), .catalogue = catalogue };

  for (guint i = 0; i < nodes->len; i++)
    g_ptr_array_add (rows, qp_catalogue_row_new (nodes->pdata[i], &context));
  g_list_store_splice (self->store, 0, g_list_model_get_n_items (G_LIST_MODEL (self->store)), rows->pdata, rows->len);
  show_count (self);
}

/* --- what is done with a cabinet --- */

/* all selected screens, or the one that was selected last, in one step; what follows from it brings a cabinet that only this
 * machine knows into the project */
static void
use_cabinet (QpCatalogueBrowser *self, const QpCabinet *cabinet)
{
  g_autoptr (GPtrArray) selected = qp_project_session_selected_nodes (self->session);
  g_autoptr (GPtrArray) edits = qp_edits_new ();
  const gboolean keep = gtk_check_button_get_active (self->keep_grid);
  gboolean any = FALSE;

  for (guint i = 0; i < selected->len; i++)
    any |= ((QpNode *) selected->pdata[i])->kind == QP_KIND_SCREEN;
  if (!any)
    g_ptr_array_add (selected, qp_node_ref (qp_project_session_screen (self->session)));
  for (guint i = 0; i < selected->len; i++)
    if (((QpNode *) selected->pdata[i])->kind == QP_KIND_SCREEN)
      {
        g_autoptr (QpNode) other = qp_catalogue_rebuilt (self->session, selected->pdata[i], cabinet, keep);
        qp_edits_add_rebuilding (edits, selected->pdata[i], other);
      }
  qp_project_session_run (self->session, _ ("Use another cabinet"), NULL, edits, NULL);
}

/**
 * qp_catalogue_browser_use:
 * @self: a browser
 *
 * Makes the selected screens of the selected cabinet, and closes.
 */
void
qp_catalogue_browser_use (QpCatalogueBrowser *self)
{
  g_autoptr (GPtrArray) rows = selected_rows (self);

  if (rows->len != 1 || qp_project_session_screen (self->session) == NULL)
    return;
  use_cabinet (self, qp_catalogue_row_cabinet (rows->pdata[0]));
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_activate (QpCatalogueBrowser *self, guint position)
{
  gtk_selection_model_select_item (self->selection, position, TRUE);
  qp_catalogue_browser_use (self);
}

/* a copy to be changed: with a key of its own, entered by the planner */
static void
on_copy (QpCatalogueBrowser *self)
{
  g_autoptr (GPtrArray) rows = selected_rows (self);
  g_autoptr (GPtrArray) edits = qp_edits_new ();

  if (rows->len != 1)
    return;
  g_autoptr (QpNode) copy = qp_node_copy_as_new (&qp_catalogue_row_cabinet (rows->pdata[0])->node);
  g_autofree char *own = qp_own_key_new ();
  g_auto (QpValue) key = qp_value_text (own);
  const QpValue grade = qp_value_integer (4); /* "own", the last of qp_values_grade */
  g_ptr_array_add (edits, qp_edit_insert (qp_project_session_root (self->session)->id, -1, copy));
  g_ptr_array_add (edits, qp_edit_set (copy->id, qp_kind_field (QP_KIND_CABINET, "key"), &key));
  g_ptr_array_add (edits, qp_edit_set (copy->id, qp_kind_field (QP_KIND_CABINET, "grade"), &grade));
  const QpId id = copy->id;
  if (!qp_project_session_run (self->session, _ ("A cabinet of one’s own"), NULL, edits, NULL))
    return;
  qp_selection_set_one (qp_project_session_selection (self->session), id);
  gtk_window_close (GTK_WINDOW (self));
}

/* --- the window --- */

/* a text that gives way, so that a narrow window can be had */
static void
make_yielding (GtkWidget *label)
{
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
}

static GtkWidget *
button_new (const char *label, GCallback callback, QpCatalogueBrowser *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  make_yielding (gtk_button_get_child (GTK_BUTTON (button)));
  g_signal_connect_swapped (button, "clicked", callback, self);
  return button;
}

static GtkWidget *
row_new (GtkWidget *first, GtkWidget *second, GtkWidget *third)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (row), first);
  gtk_box_append (GTK_BOX (row), second);
  if (third != NULL)
    gtk_box_append (GTK_BOX (row), third);
  return row;
}

static GtkWidget *
about_new (QpCatalogueBrowser *self)
{
  self->count = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "dim-label");
  gtk_widget_set_hexpand (GTK_WIDGET (self->count), TRUE);
  gtk_label_set_xalign (self->count, 0);
  make_yielding (GTK_WIDGET (self->count));
  self->favour = button_new (_ ("_Favourite"), G_CALLBACK (on_favour), self);
  self->copy = button_new (_ ("_Copy as Own Cabinet"), G_CALLBACK (on_copy), self);
  return row_new (GTK_WIDGET (self->count), self->favour, self->copy);
}

static GtkWidget *
use_new (QpCatalogueBrowser *self)
{
  self->keep_grid = GTK_CHECK_BUTTON (gtk_check_button_new_with_mnemonic (_ ("_Keep columns and rows")));
  gtk_widget_set_hexpand (GTK_WIDGET (self->keep_grid), TRUE);
  make_yielding (gtk_widget_get_last_child (GTK_WIDGET (self->keep_grid)));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->keep_grid), _ ("Otherwise the screen keeps its size as near as whole cabinets allow"));
  self->use = button_new (_ ("_Use for the Screen"), G_CALLBACK (qp_catalogue_browser_use), self);
  gtk_widget_add_css_class (self->use, "suggested-action");
  return row_new (GTK_WIDGET (self->keep_grid), self->use, NULL);
}

static GtkWidget *
frame_new (QpCatalogueBrowser *self)
{
  self->table = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_column_view_set_show_row_separators (self->table, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->table), "data-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->table), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Cabinets"), -1);
  g_signal_connect_swapped (self->table, "activate", G_CALLBACK (on_activate), self);
  self->details = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  return qp_catalogue_frame_new (GTK_WIDGET (self->filters), self->table, GTK_WIDGET (self->details), about_new (self), use_new (self));
}

/* the cabinet of the screen is looked at first */
static gboolean
reveal (gpointer data)
{
  QpCatalogueBrowser *self = data;
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (self->selection);

  /* the list in the table knows the action, not the table itself */
  if (!gtk_bitset_is_empty (selected))
    gtk_widget_activate_action (gtk_widget_get_last_child (GTK_WIDGET (self->table)), "list.scroll-to-item", "u",
                                gtk_bitset_get_minimum (selected));
  return G_SOURCE_REMOVE;
}

static void
on_map (QpCatalogueBrowser *self)
{
  g_idle_add_full (G_PRIORITY_LOW, reveal, g_object_ref (self), g_object_unref);
}

static void
qp_catalogue_browser_dispose (GObject *object)
{
  QpCatalogueBrowser *self = QP_CATALOGUE_BROWSER (object);

  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->favourites, g_hash_table_unref);
  g_clear_object (&self->store);
  g_clear_object (&self->selection);
  G_OBJECT_CLASS (qp_catalogue_browser_parent_class)->dispose (object);
}

static void
qp_catalogue_browser_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GTK_WIDGET_CLASS (qp_catalogue_browser_parent_class)->size_allocate (widget, width, height, baseline);
  qp_catalogue_frame_follow_width (QP_CATALOGUE_BROWSER (widget)->frame, width, height);
}

static void
qp_catalogue_browser_class_init (QpCatalogueBrowserClass *klass)
{
  GTK_WIDGET_CLASS (klass)->size_allocate = qp_catalogue_browser_size_allocate;
  G_OBJECT_CLASS (klass)->dispose = qp_catalogue_browser_dispose;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
qp_catalogue_browser_init (QpCatalogueBrowser *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->favourites = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->filters = QP_CATALOGUE_FILTERS (qp_catalogue_filters_new ());
  g_signal_connect_swapped (self->filters, "changed", G_CALLBACK (on_filters_changed), self);
  self->frame = QP_CATALOGUE_FRAME (frame_new (self));
  GtkWidget *header = adw_header_bar_new ();
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), qp_catalogue_frame_button (self->frame));
  gtk_widget_set_vexpand (GTK_WIDGET (self->frame), TRUE);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->frame));
  adw_window_set_content (ADW_WINDOW (self), box);
  for (QpCatalogueColumn column = 0; column < QP_N_CATALOGUE_COLUMNS; column++)
    add_column (self, column);
  make_model (self);
  g_signal_connect (self, "map", G_CALLBACK (on_map), NULL);
}

/**
 * qp_catalogue_browser_new:
 * @parent: window of the project
 * @session: its session
 * @settings: (nullable): where favourites are kept
 *
 * Returns: (transfer none): the browser, not shown yet; the cabinet of the screen that was selected last is marked, and what is
 *   listed suits its environment
 */
QpCatalogueBrowser *
qp_catalogue_browser_new (GtkWindow *parent, QpProjectSession *session, GSettings *settings)
{
  QpCatalogueBrowser *self = g_object_new (QP_TYPE_CATALOGUE_BROWSER, "transient-for", parent, "title", _ ("Catalogue of Cabinets"),
                                           "default-width", 1180, "default-height", 720, NULL);
  const QpScreen *screen = (const QpScreen *) qp_project_session_screen (session);

  self->session = g_object_ref (session);
  self->settings = settings != NULL ? g_object_ref (settings) : NULL;
  read_favourites (self);
  fill (self);
  if (screen != NULL && screen->environment != QP_UNSET)
    qp_catalogue_filters_set_environment (self->filters, (int) screen->environment);
  if (screen != NULL && screen->cabinet != NULL)
    qp_catalogue_browser_select (self, screen->cabinet, FALSE);
  show_details (self);
  return self;
}

/**
 * qp_catalogue_browser_n_shown:
 * @self: a browser
 *
 * Returns: how many cabinets pass the filters
 */
guint
qp_catalogue_browser_n_shown (QpCatalogueBrowser *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->selection));
}

/**
 * qp_catalogue_browser_select:
 * @self: a browser
 * @key: key of a cabinet
 * @together: whether what is selected stays so, for a comparison
 *
 * Selects a cabinet, if it is shown.
 */
void
qp_catalogue_browser_select (QpCatalogueBrowser *self, const char *key, gboolean together)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (QpCatalogueRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), i);
      if (g_strcmp0 (qp_catalogue_row_cabinet (row)->key, key) == 0)
        gtk_selection_model_select_item (self->selection, i, !together);
    }
}
