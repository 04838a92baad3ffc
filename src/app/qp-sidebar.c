/* qp-sidebar.c: the project's tree with its filter and the city's totals
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-sidebar.h"
#include "app/qp-totals-box.h"
#include "app/qp-tree-row.h"

/* Up to this many sites the tree starts with its sites open, and with plans of up to this many objects. */
#define SITES_TO_OPEN 12
#define CHILDREN_TO_OPEN 60

struct _QpSidebar
{
  GtkWidget parent_instance;
  GtkSearchEntry *filter;
  GtkStack *stack;
  GtkListView *list;
  QpTotalsBox *totals;

  QpProjectSession *session;
  QpTreeItem *top;
  GtkTreeListModel *tree; /* NULL while a filter is typed: then the list is flat */
  GtkSelectionModel *model;
  gboolean following;
  guint pending; /* the selection is followed before the next frame */
  gboolean late; /* the selection is followed once the rows are those of the document */
};

G_DEFINE_FINAL_TYPE (QpSidebar, qp_sidebar, GTK_TYPE_WIDGET)

/* Rows */

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *list_item, QpSidebar *self)
{
  gtk_list_item_set_child (list_item, qp_tree_row_new (self->session));
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *list_item, QpSidebar *self)
{
  QpTreeRow *row = QP_TREE_ROW (gtk_list_item_get_child (list_item));
  GObject *item = gtk_list_item_get_item (list_item);
  if (!GTK_IS_TREE_LIST_ROW (item))
    {
      qp_tree_row_bind (row, NULL, QP_TREE_ITEM (item));
      return;
    }
  g_autoptr (QpTreeItem) tree_item = gtk_tree_list_row_get_item (GTK_TREE_LIST_ROW (item));
  qp_tree_row_bind (row, GTK_TREE_LIST_ROW (item), tree_item);
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *list_item, QpSidebar *self)
{
  qp_tree_row_unbind (QP_TREE_ROW (gtk_list_item_get_child (list_item)));
}

static void
set_factory (QpSidebar *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), self);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), self);
  gtk_list_view_set_factory (self->list, factory);
}

static QpTreeItem *
item_at (QpSidebar *self, guint position)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->model), position);
  if (item == NULL)
    return NULL;
  if (GTK_IS_TREE_LIST_ROW (item))
    return gtk_tree_list_row_get_item (GTK_TREE_LIST_ROW (item));
  return QP_TREE_ITEM (g_steal_pointer (&item));
}

/* Selection: from the list to the session … */

static void
on_list_selection_changed (GtkSelectionModel *model, guint position, guint n_items, QpSidebar *self)
{
  if (self->following)
    return;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (QpId));
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (model);
  GtkBitsetIter iter;
  guint at;
  for (gboolean more = gtk_bitset_iter_init_first (&iter, selected, &at); more;
       more = gtk_bitset_iter_next (&iter, &at))
    {
      g_autoptr (QpTreeItem) item = item_at (self, at);
      if (item != NULL && qp_tree_item_type (item) == QP_TREE_NODE)
        g_array_append_val (ids, qp_tree_item_node (item)->id);
    }
  self->following = TRUE;
  qp_selection_set (qp_project_session_selection (self->session), (const QpId *) ids->data, ids->len);
  self->following = FALSE;
}

/* … and back */

static GPtrArray *
path_to (QpSidebar *self, QpId id)
{
  QpDocument *document = qp_project_session_document (self->session);
  GPtrArray *path = g_ptr_array_new ();
  for (QpNode *node = qp_document_find (document, id); node != NULL; node = qp_document_parent (document, node->id))
    g_ptr_array_insert (path, 0, node);
  return path;
}

static GtkTreeListRow *
child_row (QpSidebar *self, GtkTreeListRow *parent, guint position)
{
  return parent != NULL ? gtk_tree_list_row_get_child_row (parent, position)
                        : gtk_tree_list_model_get_child_row (self->tree, position);
}

/* The row of a node; rows on the way are opened. */
static GtkTreeListRow *
open_row (QpSidebar *self, GPtrArray *path)
{
  g_autoptr (GtkTreeListRow) row = NULL;
  GListModel *items = G_LIST_MODEL (self->top);
  const QpNode *const *nodes = (const QpNode *const *) path->pdata;
  while (items != NULL)
    {
      const guint n = g_list_model_get_n_items (items);
      guint i = 0;
      g_autoptr (QpTreeItem) found = NULL;
      for (; i < n && found == NULL; i++)
        {
          g_autoptr (QpTreeItem) item = g_list_model_get_item (items, i);
          if (qp_tree_item_leads_to (item, nodes, path->len))
            found = g_steal_pointer (&item);
        }
      if (found == NULL)
        return NULL;
      GtkTreeListRow *next = child_row (self, row, i - 1);
      g_set_object (&row, next);
      g_clear_object (&next);
      if (row == NULL || qp_tree_item_node (found) == path->pdata[path->len - 1])
        break;
      gtk_tree_list_row_set_expanded (row, TRUE);
      items = G_LIST_MODEL (found);
    }
  return g_steal_pointer (&row);
}

static guint
position_of (QpSidebar *self, QpId id)
{
  if (self->tree != NULL)
    {
      g_autoptr (GPtrArray) path = path_to (self, id);
      g_autoptr (GtkTreeListRow) row = path->len > 0 ? open_row (self, path) : NULL;
      return row != NULL ? gtk_tree_list_row_get_position (row) : GTK_INVALID_LIST_POSITION;
    }
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (QpTreeItem) item = item_at (self, i);
      if (qp_id_equal (qp_tree_item_node (item)->id, id))
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

/* A selection of thousands is not marked row by row in the tree: the canvas and the inspector show it. */
#define ROWS_TO_MARK 200

static void
follow_selection (QpSidebar *self)
{
  g_clear_handle_id (&self->pending, g_source_remove);
  if (self->following || self->model == NULL)
    return;
  self->late = qp_tree_item_node (self->top) != qp_project_session_root (self->session);
  if (self->late)
    return; /* what comes back with an undo is selected before there is a row for it */
  self->following = TRUE;
  guint n = 0;
  const QpId *ids = qp_selection_ids (qp_project_session_selection (self->session), &n);
  g_autoptr (GtkBitset) selected = gtk_bitset_new_empty ();
  guint first = GTK_INVALID_LIST_POSITION;
  for (guint i = 0; i < n && n <= ROWS_TO_MARK; i++)
    {
      const guint position = position_of (self, ids[i]);
      if (position == GTK_INVALID_LIST_POSITION)
        continue;
      gtk_bitset_add (selected, position);
      first = i == 0 ? position : first;
    }
  g_autoptr (GtkBitset) all
      = gtk_bitset_new_range (0, g_list_model_get_n_items (G_LIST_MODEL (self->model)));
  gtk_selection_model_set_selection (self->model, selected, all);
  if (first != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", first);
  self->following = FALSE;
}

static gboolean
on_pending (gpointer data)
{
  QpSidebar *self = data;
  self->pending = 0;
  follow_selection (self);
  return G_SOURCE_REMOVE;
}

/* A closed row may hold thousands that have to be made: not while the document changes, too, but in a turn of its own. A few
 * are followed at once. */
static void
on_selection_changed (QpSidebar *self)
{
  if (self->session != NULL && qp_selection_length (qp_project_session_selection (self->session)) <= ROWS_TO_MARK)
    follow_selection (self);
  else if (self->pending == 0 && !self->following)
    self->pending = g_idle_add_full (GDK_PRIORITY_REDRAW - 1, on_pending, self, NULL);
}

/* Models: the tree, or the flat list of what the filter finds */

static GListModel *
create_children (gpointer item, gpointer data)
{
  return qp_tree_item_children (QP_TREE_ITEM (item));
}

static void
take_model (QpSidebar *self, GListModel *rows)
{
  GtkSelectionModel *model = GTK_SELECTION_MODEL (gtk_multi_selection_new (rows));
  g_signal_connect_object (model, "selection-changed", G_CALLBACK (on_list_selection_changed), self, 0);
  gtk_list_view_set_model (self->list, model);
  g_clear_object (&self->model);
  self->model = model;
}

static void
open_sites (QpSidebar *self)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->tree)) && i < 4 * SITES_TO_OPEN; i++)
    {
      g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_row (self->tree, i);
      g_autoptr (QpTreeItem) item = gtk_tree_list_row_get_item (row);
      if (qp_tree_item_type (item) != QP_TREE_GROUP
          && qp_node_list_length (qp_tree_item_node (item)->children) <= CHILDREN_TO_OPEN)
        gtk_tree_list_row_set_expanded (row, TRUE);
    }
}

static guint
count_sites (QpNode *root)
{
  guint n = 0;
  QpNodeIter iter;
  qp_node_iter_init (&iter, root->children);
  while (qp_node_iter_next_of (&iter, QP_KIND_SITE) != NULL)
    n++;
  return n;
}

static void
show_tree (QpSidebar *self)
{
  self->tree = gtk_tree_list_model_new (g_object_ref (G_LIST_MODEL (self->top)), FALSE, FALSE, create_children, NULL,
                                        NULL);
  take_model (self, G_LIST_MODEL (self->tree));
  if (count_sites (qp_project_session_root (self->session)) <= SITES_TO_OPEN)
    open_sites (self);
}

static gboolean
matches (QpNode *node, const char *needle)
{
  const char *name = qp_node_name (node);
  if (name == NULL)
    return FALSE;
  g_autofree char *folded = g_utf8_casefold (name, -1);
  return strstr (folded, needle) != NULL;
}

static void
collect_matches (QpNode *node, const char *needle, GPtrArray *found)
{
  if (node->kind != QP_KIND_FACT && node->kind != QP_KIND_COST && matches (node, needle))
    g_ptr_array_add (found, qp_tree_item_new_node (node));
  QpNodeIter iter;
  qp_node_iter_init (&iter, node->children);
  for (QpNode *child = qp_node_iter_next (&iter); child != NULL; child = qp_node_iter_next (&iter))
    collect_matches (child, needle, found);
}

static void
show_matches (QpSidebar *self, const char *text)
{
  g_autofree char *needle = g_utf8_casefold (text, -1);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  collect_matches (qp_project_session_root (self->session), needle, found);
  GListStore *store = g_list_store_new (QP_TYPE_TREE_ITEM);
  g_list_store_splice (store, 0, 0, found->pdata, found->len);
  self->tree = NULL;
  take_model (self, G_LIST_MODEL (store));
  gtk_stack_set_visible_child_name (self->stack, found->len > 0 ? "list" : "nothing");
}

static void
apply_filter (QpSidebar *self)
{
  if (self->session == NULL)
    return;
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->filter));
  gtk_stack_set_visible_child_name (self->stack, "list");
  if (*text == '\0')
    show_tree (self);
  else
    show_matches (self, text);
  follow_selection (self);
}

static void
on_document_changed (QpSidebar *self)
{
  const gboolean was_following = self->following;
  self->following = TRUE; /* rows that go take their selection along; the session decides what is selected */
  qp_tree_item_update (self->top, qp_project_session_root (self->session));
  self->following = was_following;
  if (self->tree == NULL)
    apply_filter (self);
  else if (self->late)
    follow_selection (self);
}

static void
on_search_changed (GtkSearchEntry *entry, QpSidebar *self)
{
  apply_filter (self);
}

static void
on_stop_search (GtkSearchEntry *entry, QpSidebar *self)
{
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
on_row_activated (GtkListView *list, guint position, QpSidebar *self)
{
  g_autoptr (QpTreeItem) item = item_at (self, position);
  if (item != NULL && qp_tree_item_type (item) == QP_TREE_NODE)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.zoom-selection", NULL);
}

static void
qp_sidebar_dispose (GObject *object)
{
  QpSidebar *self = QP_SIDEBAR (object);
  g_clear_handle_id (&self->pending, g_source_remove);
  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  g_clear_object (&self->model);
  g_clear_object (&self->top);
  g_clear_object (&self->session);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));
  if (child != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (qp_sidebar_parent_class)->dispose (object);
}

static void
qp_sidebar_class_init (QpSidebarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  g_type_ensure (QP_TYPE_TOTALS_BOX);
  G_OBJECT_CLASS (klass)->dispose = qp_sidebar_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/qianping/Qianping/ui/qp-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, QpSidebar, filter);
  gtk_widget_class_bind_template_child (widget_class, QpSidebar, stack);
  gtk_widget_class_bind_template_child (widget_class, QpSidebar, list);
  gtk_widget_class_bind_template_child (widget_class, QpSidebar, totals);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
qp_sidebar_init (QpSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  qp_totals_box_set_brief (self->totals, TRUE);
}

/**
 * qp_sidebar_set_session:
 * @self: a sidebar
 * @session: the session to show
 *
 * Shows @session from now on.
 */
void
qp_sidebar_set_session (QpSidebar *self, QpProjectSession *session)
{
  if (self->session != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->session, self);
      g_signal_handlers_disconnect_by_data (qp_project_session_document (self->session), self);
    }
  gtk_list_view_set_model (self->list, NULL);
  g_set_object (&self->session, session);
  g_clear_object (&self->top);
  self->top = qp_tree_item_new_top (qp_project_session_root (session));
  set_factory (self);
  g_signal_connect_object (session, "selection-changed", G_CALLBACK (on_selection_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (qp_project_session_document (session), "changed", G_CALLBACK (on_document_changed), self,
                           G_CONNECT_SWAPPED);
  gtk_editable_set_text (GTK_EDITABLE (self->filter), "");
  apply_filter (self);
  qp_totals_box_set_session (self->totals, session);
}

/**
 * qp_sidebar_find:
 * @self: a sidebar
 *
 * Lets the user type what to look for.
 */
void
qp_sidebar_find (QpSidebar *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->filter));
  gtk_editable_select_region (GTK_EDITABLE (self->filter), 0, -1);
}

/**
 * qp_sidebar_get_model:
 * @self: a sidebar
 *
 * Returns: (transfer none): the rows shown, for tests
 */
GtkSelectionModel *
qp_sidebar_get_model (QpSidebar *self)
{
  return self->model;
}
