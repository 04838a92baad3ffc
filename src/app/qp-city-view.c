/* qp-city-view.c: the sites of the project, as a drawing and as a table
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-city-view.h"
#include "app/qp-quantity-text.h"
#include "app/qp-tree-item.h"
#include "app/qp-view-style.h"
#include "base/qp-number.h"
#include "render/qp-paint-city.h"

#include <adwaita.h>

/* While something is dragged, the table is brought up to date this often. */
#define INTERVAL_MS 250

typedef enum
{
  COLUMN_NAME,
  COLUMN_CITY,
  COLUMN_STATUS,
  COLUMN_SCREENS,
  COLUMN_AREA,
  COLUMN_POWER,
  COLUMN_CAPEX,
  N_COLUMNS
} Column;

static const struct
{
  const char *title;
  const char *quantity; /* summed up over the site's screens */
} columns[N_COLUMNS] = {
  [COLUMN_NAME] = { N_ ("Site"), NULL },
  [COLUMN_CITY] = { N_ ("City"), NULL },
  [COLUMN_STATUS] = { N_ ("Status"), NULL },
  [COLUMN_SCREENS] = { N_ ("Screens"), NULL },
  [COLUMN_AREA] = { N_ ("Area"), "area_m2" },
  [COLUMN_POWER] = { N_ ("Peak power"), "power_max_w" },
  [COLUMN_CAPEX] = { N_ ("First cost"), "capex" },
};

struct _QpCityView
{
  GtkWidget parent_instance;
  GtkStack *stack;
  GtkDrawingArea *area;
  GtkColumnView *table;
  GListStore *store; /* QpTreeItem around sites */
  GtkSingleSelection *selection;
  QpProjectSession *session;
  GArray *sites; /* QpCitySite; names are borrowed from @root */
  QpNode *root;
  QpViewport viewport;
  guint timeout;
  gboolean following;
};

G_DEFINE_FINAL_TYPE (QpCityView, qp_city_view, GTK_TYPE_WIDGET)

/* The drawing */

static QpId
selected_site (QpCityView *self)
{
  QpDocument *document = qp_project_session_document (self->session);
  const QpId primary = qp_selection_get_primary (qp_project_session_selection (self->session));
  QpNode *node = qp_document_find (document, primary);
  if (node != NULL && node->kind != QP_KIND_SITE)
    node = qp_document_ancestor (document, primary, QP_KIND_SITE);
  return node != NULL ? node->id : QP_ID_NONE;
}

static void
draw (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  QpCityView *self = data;
  if (self->session == NULL || self->sites == NULL)
    return;
  QpPlanStyle style;
  qp_view_style_init (&style, GTK_WIDGET (area));
  const QpCitySite *sites = (const QpCitySite *) self->sites->data;
  qp_viewport_init (&self->viewport, width, height, gtk_widget_get_scale_factor (GTK_WIDGET (area)));
  qp_city_fit (&self->viewport, sites, self->sites->len, &style);
  qp_paint_city (cr, &self->viewport, sites, self->sites->len, selected_site (self), &style);
}

static void
on_pressed (GtkGestureClick *gesture, int n_press, double x, double y, QpCityView *self)
{
  QpPlanStyle style;
  qp_view_style_init (&style, GTK_WIDGET (self->area));
  const QpCitySite *sites = (const QpCitySite *) self->sites->data;
  const int hit = qp_city_hit (&self->viewport, sites, self->sites->len, (QpVec){ x, y }, &style);
  if (hit < 0)
    return;
  qp_selection_set_one (qp_project_session_selection (self->session), sites[hit].id);
  if (n_press == 2)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.view", "s", "plan");
}

/* The table */

static void
totals_of (QpCityView *self, QpNode *site, QpTotals *totals)
{
  QpNode *now = qp_document_find (qp_project_session_document (self->session), site->id);
  if (now == NULL || !qp_estimate_cache_totals (qp_project_session_estimates (self->session), now, totals))
    qp_totals_init (totals);
}

/* What a column sorts by; a site of which nothing is known comes last. */
static double
cell_number (QpCityView *self, QpNode *node, Column column)
{
  QpTotals totals;
  totals_of (self, node, &totals);
  if (column == COLUMN_SCREENS)
    return totals.screens;
  const int index = qp_quantity_index (columns[column].quantity);
  return index >= 0 ? qp_totals_get (&totals, (guint) index) : NAN;
}

static char *
quantity_text (QpCityView *self, QpNode *node, Column column)
{
  const double value = cell_number (self, node, column);
  const int index = qp_quantity_index (columns[column].quantity);
  const QpProject *project = (const QpProject *) qp_project_session_root (self->session);
  return index >= 0 ? qp_quantity_text ((guint) index, value, project) : g_strdup (_ ("not known"));
}

static char *
cell_text (QpCityView *self, QpNode *node, Column column)
{
  const QpSite *site = (const QpSite *) node;
  switch (column)
    {
    case COLUMN_NAME:
      return qp_node_display_name (node);
    case COLUMN_CITY:
      return g_strdup (site->city != NULL ? site->city : "");
    case COLUMN_STATUS:
      return g_strdup (site->status != QP_UNSET ? _ (qp_values_status[site->status].label) : "");
    case COLUMN_SCREENS:
      return qp_number_display (cell_number (self, node, column), 0);
    default:
      return quantity_text (self, node, column);
    }
}

static gboolean
is_numeric (Column column)
{
  return column >= COLUMN_SCREENS;
}

static Column
column_of (gpointer object)
{
  return GPOINTER_TO_UINT (g_object_get_data (object, "qp-column"));
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *list_item, QpCityView *self)
{
  GtkWidget *label = gtk_label_new (NULL);
  const gboolean numeric = is_numeric (column_of (factory));
  gtk_label_set_xalign (GTK_LABEL (label), numeric ? 1 : 0);
  if (column_of (factory) == COLUMN_NAME) /* the one that gives way */
    {
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_width_chars (GTK_LABEL (label), 12);
    }
  gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (list_item, label);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *list_item, QpCityView *self)
{
  QpNode *node = qp_tree_item_node (gtk_list_item_get_item (list_item));
  g_autofree char *text = cell_text (self, node, column_of (factory));
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (list_item)), text);
}

static int
compare_numbers (double a, double b)
{
  if (isnan (a) || isnan (b))
    return isnan (a) - isnan (b);
  return (a > b) - (a < b);
}

typedef struct
{
  QpCityView *self;
  Column column;
} Sorting;

static int
compare (gconstpointer a, gconstpointer b, gpointer data)
{
  const Sorting *sorting = data;
  QpNode *node_a = qp_tree_item_node ((QpTreeItem *) a);
  QpNode *node_b = qp_tree_item_node ((QpTreeItem *) b);
  if (is_numeric (sorting->column))
    return compare_numbers (cell_number (sorting->self, node_a, sorting->column),
                            cell_number (sorting->self, node_b, sorting->column));
  g_autofree char *text_a = cell_text (sorting->self, node_a, sorting->column);
  g_autofree char *text_b = cell_text (sorting->self, node_b, sorting->column);
  return g_utf8_collate (text_a, text_b);
}

static void
add_column (QpCityView *self, Column column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_object_set_data (G_OBJECT (factory), "qp-column", GUINT_TO_POINTER (column));
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), self);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), self);
  g_autoptr (GtkColumnViewColumn) view = gtk_column_view_column_new (_ (columns[column].title), factory);
  gtk_column_view_column_set_expand (view, column == COLUMN_NAME);
  gtk_column_view_column_set_resizable (view, TRUE);
  Sorting *sorting = g_new (Sorting, 1);
  *sorting = (Sorting){ self, column };
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare, sorting, g_free));
  gtk_column_view_column_set_sorter (view, sorter);
  gtk_column_view_append_column (self->table, view);
}

static void
on_table_selected (QpCityView *self)
{
  if (self->following)
    return;
  QpTreeItem *item = gtk_single_selection_get_selected_item (self->selection);
  if (item != NULL)
    qp_selection_set_one (qp_project_session_selection (self->session), qp_tree_item_node (item)->id);
}

static void
on_table_activated (QpCityView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.view", "s", "plan");
}

static void
on_selection_changed (QpCityView *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self->area));
  if (self->following)
    return;
  self->following = TRUE;
  const QpId site = selected_site (self);
  guint found = GTK_INVALID_LIST_POSITION;
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  for (guint i = 0; i < n && found == GTK_INVALID_LIST_POSITION && !qp_id_is_none (site); i++)
    {
      g_autoptr (QpTreeItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), i);
      if (qp_id_equal (qp_tree_item_node (item)->id, site))
        found = i;
    }
  gtk_single_selection_set_selected (self->selection, found);
  self->following = FALSE;
}

static void
fill_table (QpCityView *self, QpNode *root)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  QpNodeIter iter;
  qp_node_iter_init (&iter, root->children);
  for (QpNode *site = qp_node_iter_next_of (&iter, QP_KIND_SITE); site != NULL;
       site = qp_node_iter_next_of (&iter, QP_KIND_SITE))
    g_ptr_array_add (items, qp_tree_item_new_node (site));
  self->following = TRUE;
  g_list_store_splice (self->store, 0, g_list_model_get_n_items (G_LIST_MODEL (self->store)), items->pdata, items->len);
  self->following = FALSE;
  gtk_stack_set_visible_child_name (self->stack, items->len > 0 ? "sites" : "empty");
}

static void
show_areas (QpCityView *self)
{
  for (guint i = 0; i < self->sites->len; i++)
    {
      QpCitySite *site = &g_array_index (self->sites, QpCitySite, i);
      QpNode *node = qp_document_find (qp_project_session_document (self->session), site->id);
      if (node != NULL)
        site->area_m2 = cell_number (self, node, COLUMN_AREA);
    }
}

static void
refresh (QpCityView *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  QpNode *root = qp_project_session_root (self->session);
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)) && self->sites != NULL)
    return; /* it is brought up to date when it is looked at */
  g_clear_pointer (&self->sites, g_array_unref);
  g_clear_pointer (&self->root, qp_node_unref);
  self->root = qp_node_ref (root);
  self->sites = qp_city_sites_of (root, NULL);
  show_areas (self);
  qp_city_project ((QpCitySite *) self->sites->data, self->sites->len);
  fill_table (self, root);
  on_selection_changed (self);
}

static gboolean
on_timeout (gpointer data)
{
  QpCityView *self = data;
  self->timeout = 0;
  refresh (self);
  return G_SOURCE_REMOVE;
}

static void
queue_refresh (QpCityView *self)
{
  if (self->timeout == 0)
    self->timeout = g_timeout_add_full (G_PRIORITY_LOW, INTERVAL_MS, on_timeout, self, NULL);
}

static void
qp_city_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (qp_city_view_parent_class)->map (widget);
  if (QP_CITY_VIEW (widget)->session != NULL)
    refresh (QP_CITY_VIEW (widget));
}

static void
qp_city_view_dispose (GObject *object)
{
  QpCityView *self = QP_CITY_VIEW (object);
  g_clear_handle_id (&self->timeout, g_source_remove);
  if (self->table != NULL)
    gtk_column_view_set_model (self->table, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->store);
  g_clear_object (&self->session);
  g_clear_pointer (&self->sites, g_array_unref);
  g_clear_pointer (&self->root, qp_node_unref);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));
  if (child != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (qp_city_view_parent_class)->dispose (object);
}

static void
qp_city_view_class_init (QpCityViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = qp_city_view_dispose;
  widget_class->map = qp_city_view_map;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/qianping/Qianping/ui/qp-city-view.ui");
  gtk_widget_class_bind_template_child (widget_class, QpCityView, stack);
  gtk_widget_class_bind_template_child (widget_class, QpCityView, area);
  gtk_widget_class_bind_template_child (widget_class, QpCityView, table);
  gtk_widget_class_bind_template_callback (widget_class, on_table_activated);
}

static void
qp_city_view_init (QpCityView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->store = g_list_store_new (QP_TYPE_TREE_ITEM);
  for (guint i = 0; i < N_COLUMNS; i++)
    add_column (self, i);
  GtkSorter *sorter = gtk_column_view_get_sorter (self->table);
  GtkSortListModel *sorted
      = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->store)), g_object_ref (sorter));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (sorted));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_column_view_set_model (self->table, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (on_table_selected), self,
                           G_CONNECT_SWAPPED);
  gtk_drawing_area_set_draw_func (self->area, draw, self, NULL);
  qp_view_redraw_on_dark (GTK_WIDGET (self->area));
  GtkGesture *click = gtk_gesture_click_new ();
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self->area), GTK_EVENT_CONTROLLER (click));
}

/**
 * qp_city_view_set_session:
 * @self: a city view
 * @session: the session to show
 *
 * Shows the sites of @session from now on.
 */
void
qp_city_view_set_session (QpCityView *self, QpProjectSession *session)
{
  if (self->session != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->session, self);
      g_signal_handlers_disconnect_by_data (qp_project_session_document (self->session), self);
      g_signal_handlers_disconnect_by_data (qp_project_session_estimates (self->session), self);
    }
  g_set_object (&self->session, session);
  g_clear_pointer (&self->sites, g_array_unref);
  g_signal_connect_object (session, "selection-changed", G_CALLBACK (on_selection_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (qp_project_session_document (session), "changed", G_CALLBACK (queue_refresh), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (qp_project_session_estimates (session), "updated", G_CALLBACK (queue_refresh), self,
                           G_CONNECT_SWAPPED);
  refresh (self);
}
