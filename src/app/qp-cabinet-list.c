/* qp-cabinet-list.c: the catalogue's cabinets, to be searched and chosen from
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-cabinet-list.h"
#include "app/qp-tree-item.h"
#include "base/qp-number.h"

struct _QpCabinetList
{
  GtkWidget parent_instance;
  GtkSearchEntry *filter;
  GtkDropDown *environment;
  GtkListView *list;
  GListStore *store; /* QpTreeItem, each around a cabinet */
  GtkFilterListModel *found;
  GtkCustomFilter *matcher;
  char *needle;
};

G_DEFINE_FINAL_TYPE (QpCabinetList, qp_cabinet_list, GTK_TYPE_WIDGET)

enum
{
  CHOSEN,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static const char *
choice_label (const QpEnumValue *values, gint64 value)
{
  return value == QP_UNSET ? _ ("not known") : _ (values[value].label);
}

/**
 * qp_cabinet_list_subtitle:
 * @cabinet: a cabinet
 *
 * Returns: (transfer full): where it may be used, how bright it is, and how sure its data are
 */
char *
qp_cabinet_list_subtitle (const QpCabinet *cabinet)
{
  GString *out = g_string_new (choice_label (qp_values_environment, cabinet->environment));
  if (!isnan (cabinet->luminance_cdm2))
    {
      g_autofree char *luminance = qp_number_display (cabinet->luminance_cdm2, 0);
      g_string_append_printf (out, " · %s cd/m²", luminance);
    }
  if (cabinet->grade != QP_UNSET)
    g_string_append_printf (out, " · %s", _ (qp_values_grade[cabinet->grade].label));
  return g_string_free (out, FALSE);
}

/* Rows */

static GtkWidget *
label_new (gboolean small)
{
  GtkWidget *label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_add_css_class (label, "numeric");
  if (small)
    {
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "dim-label");
    }
  return label;
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (box), label_new (FALSE));
  gtk_box_append (GTK_BOX (box), label_new (TRUE));
  gtk_list_item_set_child (list_item, box);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer data)
{
  GtkWidget *title = gtk_widget_get_first_child (gtk_list_item_get_child (list_item));
  GtkWidget *subtitle = gtk_widget_get_next_sibling (title);
  QpNode *node = qp_tree_item_node (gtk_list_item_get_item (list_item));
  const gboolean own = node->kind != QP_KIND_CABINET;
  g_autofree char *name = own ? g_strdup (_ ("Own size")) : qp_cabinet_title ((const QpCabinet *) node);
  g_autofree char *line = own ? g_strdup (_ ("Type size and pixels of the cabinet yourself"))
                              : qp_cabinet_list_subtitle ((const QpCabinet *) node);
  gtk_label_set_label (GTK_LABEL (title), name);
  gtk_label_set_label (GTK_LABEL (subtitle), line);
  const char *source = own ? NULL : ((const QpCabinet *) node)->source;
  gtk_widget_set_tooltip_text (gtk_list_item_get_child (list_item), source);
}

static void
on_activate (GtkListView *list, guint position, QpCabinetList *self)
{
  g_autoptr (QpTreeItem) item = g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (list)), position);
  QpNode *node = qp_tree_item_node (item);
  const char *key = node->kind == QP_KIND_CABINET ? ((const QpCabinet *) node)->key : "";
  g_signal_emit (self, signals[CHOSEN], 0, key);
}

/* Searching */

static gboolean
is_wanted (gpointer item, gpointer data)
{
  QpCabinetList *self = data;
  QpNode *node = qp_tree_item_node (item);
  if (node->kind != QP_KIND_CABINET)
    return *self->needle == '\0';
  const QpCabinet *cabinet = (const QpCabinet *) node;
  const guint environment = gtk_drop_down_get_selected (self->environment);
  if (environment > 0 && cabinet->environment != (gint64) environment - 1)
    return FALSE;
  return qp_cabinet_has_words (cabinet, self->needle);
}

static void
on_filter_changed (QpCabinetList *self)
{
  g_free (self->needle);
  self->needle = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->filter)), -1);
  gtk_filter_changed (GTK_FILTER (self->matcher), GTK_FILTER_CHANGE_DIFFERENT);
}

static void
on_filter_activate (GtkSearchEntry *entry, QpCabinetList *self)
{
  GtkSelectionModel *model = gtk_list_view_get_model (self->list);
  if (g_list_model_get_n_items (G_LIST_MODEL (model)) > 0)
    on_activate (self->list, gtk_single_selection_get_selected (GTK_SINGLE_SELECTION (model)), self);
}

static void
set_environments (QpCabinetList *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  gtk_string_list_append (names, _ ("Everywhere"));
  for (guint i = 0; qp_values_environment[i].key != NULL; i++)
    gtk_string_list_append (names, _ (qp_values_environment[i].label));
  gtk_drop_down_set_model (self->environment, G_LIST_MODEL (names));
  g_signal_connect_swapped (self->environment, "notify::selected", G_CALLBACK (on_filter_changed), self);
}

static void
qp_cabinet_list_dispose (GObject *object)
{
  QpCabinetList *self = QP_CABINET_LIST (object);
  g_clear_object (&self->store);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));
  if (child != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (qp_cabinet_list_parent_class)->dispose (object);
}

static void
qp_cabinet_list_finalize (GObject *object)
{
  g_free (QP_CABINET_LIST (object)->needle);
  G_OBJECT_CLASS (qp_cabinet_list_parent_class)->finalize (object);
}

static void
qp_cabinet_list_class_init (QpCabinetListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = qp_cabinet_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = qp_cabinet_list_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/qianping/Qianping/ui/qp-cabinet-list.ui");
  gtk_widget_class_bind_template_child (widget_class, QpCabinetList, filter);
  gtk_widget_class_bind_template_child (widget_class, QpCabinetList, environment);
  gtk_widget_class_bind_template_child (widget_class, QpCabinetList, list);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
qp_cabinet_list_init (QpCabinetList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->needle = g_strdup ("");
  self->store = g_list_store_new (QP_TYPE_TREE_ITEM);
  set_environments (self);
  self->matcher = gtk_custom_filter_new (is_wanted, self, NULL);
  self->found = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->store)), GTK_FILTER (self->matcher));
  g_autoptr (GtkSingleSelection) selection = gtk_single_selection_new (G_LIST_MODEL (self->found));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  gtk_list_view_set_factory (self->list, factory);
}

/**
 * qp_cabinet_list_new:
 *
 * Makes an empty list. It emits `chosen` with the key of a cabinet, or "" for a size of one's own.
 *
 * Returns: (transfer floating): the list
 */
GtkWidget *
qp_cabinet_list_new (void)
{
  return g_object_new (QP_TYPE_CABINET_LIST, NULL);
}

/* A list that was not laid out yet can't scroll. */
static gboolean
scroll_to_selected (gpointer data)
{
  QpCabinetList *self = data;
  GtkSelectionModel *model = gtk_list_view_get_model (self->list);
  if (model != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u",
                                gtk_single_selection_get_selected (GTK_SINGLE_SELECTION (model)));
  return G_SOURCE_REMOVE;
}

/**
 * qp_cabinet_list_fill:
 * @self: a list
 * @catalogue: where cabinets come from
 * @current: (nullable): key of the one that is marked
 *
 * Offers all cabinets of @catalogue.
 */
void
qp_cabinet_list_fill (QpCabinetList *self, QpCatalogue *catalogue, const char *current)
{
  gtk_editable_set_text (GTK_EDITABLE (self->filter), "");
  on_filter_changed (self);
  g_autoptr (GPtrArray) nodes = qp_catalogue_nodes (catalogue, QP_KIND_CABINET);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (QpNode) own = qp_node_new (QP_KIND_SCREEN, QP_ID_NONE);
  g_ptr_array_add (items, qp_tree_item_new_node (own));
  guint marked = 0;
  for (guint i = 0; i < nodes->len; i++)
    {
      if (g_strcmp0 (((const QpCabinet *) nodes->pdata[i])->key, current) == 0)
        marked = i + 1;
      g_ptr_array_add (items, qp_tree_item_new_node (nodes->pdata[i]));
    }
  g_list_store_splice (self->store, 0, g_list_model_get_n_items (G_LIST_MODEL (self->store)), items->pdata, items->len);
  gtk_drop_down_set_selected (self->environment, 0);
  gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (gtk_list_view_get_model (self->list)), marked);
  g_idle_add_full (G_PRIORITY_LOW, scroll_to_selected, g_object_ref (self), g_object_unref);
}
