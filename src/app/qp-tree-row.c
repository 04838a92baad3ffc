/* qp-tree-row.c: one row of the project's tree
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-tree-row.h"

struct _QpTreeRow
{
  GtkWidget parent_instance;
  GtkTreeExpander *expander;
  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkImage *mark;
  QpProjectSession *session;
  QpTreeItem *item;
};

G_DEFINE_FINAL_TYPE (QpTreeRow, qp_tree_row, GTK_TYPE_WIDGET)

/**
 * qp_kind_icon:
 * @kind: a kind
 *
 * Returns: name of its icon
 */
const char *
qp_kind_icon (QpKind kind)
{
  static const char *const icons[QP_N_KINDS] = {
    [QP_KIND_PROJECT] = "qp-city-symbolic",        [QP_KIND_SITE] = "mark-location-symbolic",
    [QP_KIND_PLAN] = "qp-plan-symbolic",           [QP_KIND_BACKGROUND] = "image-x-generic-symbolic",
    [QP_KIND_OBSTACLE] = "qp-obstacle-symbolic",   [QP_KIND_AUDIENCE] = "system-users-symbolic",
    [QP_KIND_RECEPTOR] = "user-home-symbolic",     [QP_KIND_NOTE] = "document-edit-symbolic",
    [QP_KIND_DIMENSION] = "qp-measure-symbolic",   [QP_KIND_SCREEN] = "qp-screen-symbolic",
    [QP_KIND_ZONE] = "view-grid-symbolic",         [QP_KIND_CONTENT] = "video-x-generic-symbolic",
    [QP_KIND_COST] = "qp-cost-symbolic",           [QP_KIND_FUNDING] = "qp-cost-symbolic",
    [QP_KIND_CABINET] = "qp-cabinet-symbolic",     [QP_KIND_CONTROLLER] = "network-server-symbolic",
    [QP_KIND_PLAYER] = "media-playback-start-symbolic",
  };
  return icons[kind] != NULL ? icons[kind] : "text-x-generic-symbolic";
}

static guint
count_in (QpNode *node, QpKind kind)
{
  guint n = 0;
  QpNodeIter iter;
  qp_node_iter_init (&iter, node->children);
  for (QpNode *child = qp_node_iter_next (&iter); child != NULL; child = qp_node_iter_next (&iter))
    {
      if (child->kind == kind)
        n++;
      else if (child->kind <= QP_KIND_PLAN)
        n += count_in (child, kind);
    }
  return n;
}

static char *
screens_text (guint n)
{
  return g_strdup_printf (ngettext ("%u screen", "%u screens", n), n);
}

static char *
screen_subtitle (QpProjectSession *session, QpNode *screen)
{
  const QpEstimate *estimate = qp_estimate_cache_get (qp_project_session_estimates (session), screen);
  const double px_w = qp_estimate_get (estimate, "px_w");
  const double px_h = qp_estimate_get (estimate, "px_h");
  if (isnan (px_w) || isnan (px_h))
    return g_strdup (_ ("raster not known"));
  return g_strdup_printf ("%.0f × %.0f", px_w, px_h);
}

static char *
project_subtitle (QpNode *root)
{
  const guint n = count_in (root, QP_KIND_SITE);
  g_autofree char *sites = g_strdup_printf (ngettext ("%u site", "%u sites", n), n);
  g_autofree char *screens = screens_text (count_in (root, QP_KIND_SCREEN));
  return g_strdup_printf ("%s · %s", sites, screens);
}

/**
 * qp_node_subtitle:
 * @session: the session
 * @node: a node of its document
 *
 * Returns: (transfer full): the line below its name in lists
 */
char *
qp_node_subtitle (QpProjectSession *session, QpNode *node)
{
  switch (node->kind)
    {
    case QP_KIND_PROJECT:
      return project_subtitle (node);
    case QP_KIND_SITE:
    case QP_KIND_PLAN:
      return screens_text (count_in (node, QP_KIND_SCREEN));
    case QP_KIND_SCREEN:
      return screen_subtitle (session, node);
    default:
      return g_strdup (qp_node_name (node) != NULL ? qp_kind_label (node->kind) : "");
    }
}

static char *
members_text (QpTreeItem *item)
{
  const guint n = qp_tree_item_n_members (item);
  if (qp_tree_item_type (item) == QP_TREE_CITY)
    return g_strdup_printf (ngettext ("%u site", "%u sites", n), n);
  return g_strdup_printf (ngettext ("%u entry", "%u entries", n), n);
}

static void
show_mark (QpTreeRow *self)
{
  QpNode *node = qp_tree_item_node (self->item);
  QpMark mark = QP_MARK_NONE;
  if (qp_tree_item_type (self->item) == QP_TREE_NODE && node->kind == QP_KIND_SCREEN)
    mark = qp_estimate_cache_mark (qp_project_session_estimates (self->session), node);
  const char *css[] = { qp_mark_css (mark), NULL };
  gtk_widget_set_css_classes (GTK_WIDGET (self->mark), css);
  gtk_widget_set_visible (GTK_WIDGET (self->mark), mark != QP_MARK_NONE);
  gtk_image_set_from_icon_name (self->mark, qp_mark_icon (mark));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->mark), qp_mark_word (mark));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->mark), GTK_ACCESSIBLE_PROPERTY_LABEL, qp_mark_word (mark), -1);
}

static void
show_node (QpTreeRow *self, QpNode *node)
{
  g_autofree char *title = qp_node_display_name (node);
  g_autofree char *subtitle = qp_node_subtitle (self->session, node);
  gtk_label_set_label (self->title, title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), title);
  gtk_label_set_label (self->subtitle, subtitle);
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), *subtitle != '\0');
  gtk_image_set_from_icon_name (self->icon, qp_kind_icon (node->kind));
}

static void
show_group (QpTreeRow *self)
{
  const char *label = qp_tree_item_label (self->item);
  g_autofree char *subtitle = members_text (self->item);
  gtk_label_set_label (self->title, *label != '\0' ? label : _ ("Without a city"));
  gtk_label_set_label (self->subtitle, subtitle);
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), TRUE);
  gtk_image_set_from_icon_name (self->icon, "view-list-symbolic");
}

static void
refresh (QpTreeRow *self)
{
  if (self->item == NULL)
    return;
  const gboolean is_node = qp_tree_item_type (self->item) == QP_TREE_NODE;
  if (is_node)
    show_node (self, qp_tree_item_node (self->item));
  else
    show_group (self);
  gtk_widget_set_visible (GTK_WIDGET (self->icon), qp_tree_item_type (self->item) != QP_TREE_CITY);
  if (qp_tree_item_type (self->item) == QP_TREE_CITY)
    gtk_widget_add_css_class (GTK_WIDGET (self->title), "heading");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->title), "heading");
  show_mark (self);
}

static void
qp_tree_row_dispose (GObject *object)
{
  QpTreeRow *self = QP_TREE_ROW (object);
  qp_tree_row_unbind (self);
  g_clear_object (&self->session);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));
  if (child != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (qp_tree_row_parent_class)->dispose (object);
}

static void
qp_tree_row_class_init (QpTreeRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = qp_tree_row_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/qianping/Qianping/ui/qp-tree-row.ui");
  gtk_widget_class_bind_template_child (widget_class, QpTreeRow, expander);
  gtk_widget_class_bind_template_child (widget_class, QpTreeRow, icon);
  gtk_widget_class_bind_template_child (widget_class, QpTreeRow, title);
  gtk_widget_class_bind_template_child (widget_class, QpTreeRow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, QpTreeRow, mark);
}

static void
qp_tree_row_init (QpTreeRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * qp_tree_row_new:
 * @session: the session whose results it shows
 *
 * Returns: (transfer floating): an empty row
 */
GtkWidget *
qp_tree_row_new (QpProjectSession *session)
{
  QpTreeRow *self = g_object_new (QP_TYPE_TREE_ROW, NULL);
  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

/**
 * qp_tree_row_bind:
 * @self: a row widget
 * @row: (nullable): place in the tree; %NULL in a flat list
 * @item: what it shows
 *
 * Shows @item, and follows it.
 */
void
qp_tree_row_bind (QpTreeRow *self, GtkTreeListRow *row, QpTreeItem *item)
{
  qp_tree_row_unbind (self);
  self->item = g_object_ref (item);
  gtk_tree_expander_set_list_row (self->expander, row);
  g_signal_connect_object (item, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (qp_project_session_estimates (self->session), "updated", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  refresh (self);
}

/**
 * qp_tree_row_unbind:
 * @self: a row widget
 *
 * Shows nothing any more.
 */
void
qp_tree_row_unbind (QpTreeRow *self)
{
  if (self->item == NULL)
    return;
  g_signal_handlers_disconnect_by_func (self->item, refresh, self);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_func (qp_project_session_estimates (self->session), refresh, self);
  gtk_tree_expander_set_list_row (self->expander, NULL);
  g_clear_object (&self->item);
}
