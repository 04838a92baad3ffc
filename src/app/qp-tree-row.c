/* qp-tree-row.c: one row of the project's tree
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-tree-row.h"
#include "base/qp-number.h"

/* rules that a tooltip names */
#define NAMES_IN_TOOLTIP 6

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
  const char *shown_icon;
  QpMark shown_mark;
  char *shown_text;
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
    [QP_KIND_SLOT] = "media-playback-start-symbolic",
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

/* @words: "%s screens" in the number that @n asks for */
static char *
count_text (const char *words, guint n)
{
  g_autofree char *number = qp_number_display (n, 0);
  return g_strdup_printf (words, number);
}

static char *
screens_text (guint n)
{
  return count_text (ngettext ("%s screen", "%s screens", n), n);
}

static char *
screen_subtitle (QpProjectSession *session, QpNode *screen)
{
  const QpEstimate *estimate = qp_estimate_cache_get (qp_project_session_estimates (session), screen);
  const double px_w = qp_estimate_get (estimate, "px_w");
  const double px_h = qp_estimate_get (estimate, "px_h");
  if (isnan (px_w) || isnan (px_h))
    return g_strdup (_ ("raster not known"));
  return qp_number_display_pair (px_w, px_h);
}

static char *
project_subtitle (QpNode *root)
{
  const guint n = count_in (root, QP_KIND_SITE);
  g_autofree char *sites = count_text (ngettext ("%s site", "%s sites", n), n);
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
    return count_text (ngettext ("%s site", "%s sites", n), n);
  return count_text (ngettext ("%s entry", "%s entries", n), n);
}

/* A list keeps some two hundred rows and gives them other items all the time: only what differs is set. */
static void
set_icon (GtkImage *image, const char **shown, const char *name)
{
  if (*shown == name)
    return;
  *shown = name;
  gtk_image_set_from_icon_name (image, name);
}

static QpMark
mark_of (QpTreeRow *self)
{
  QpNode *node = qp_tree_item_node (self->item);
  if (qp_tree_item_type (self->item) != QP_TREE_NODE || (node->kind != QP_KIND_SCREEN && node->kind != QP_KIND_SITE))
    return QP_MARK_NONE;
  const QpMark by_rules = qp_verdicts_mark (qp_project_session_verdicts (self->session), node);
  if (node->kind == QP_KIND_SITE)
    return by_rules;
  return MAX (by_rules, qp_estimate_cache_mark (qp_project_session_estimates (self->session), node));
}

/* the word of the mark, and the rules that are the reason */
static char *
mark_text (QpTreeRow *self, QpMark mark)
{
  QpNode *node = qp_tree_item_node (self->item);
  if (mark == QP_MARK_NONE)
    return g_strdup ("");
  if (node->kind == QP_KIND_SITE)
    return g_strdup (_ ("a screen fails a confirmed rule of law, a city plan or a permit"));
  g_autofree char *names = qp_verdicts_failed_names (qp_project_session_verdicts (self->session), node, NAMES_IN_TOOLTIP);
  return *names == '\0' ? g_strdup (qp_mark_word (mark)) : g_strdup_printf (_ ("%s; fails confirmed rules of law, a city plan or a permit:%s"), qp_mark_word (mark), names);
}

static void
show_mark (QpTreeRow *self)
{
  const QpMark mark = mark_of (self);
  gtk_widget_set_visible (GTK_WIDGET (self->mark), mark != QP_MARK_NONE);
  g_autofree char *text = mark_text (self, mark);
  if (mark == self->shown_mark && g_strcmp0 (text, self->shown_text) == 0)
    return;
  g_free (self->shown_text);
  self->shown_text = g_strdup (text);
  const char *css[] = { qp_mark_css (mark), NULL };
  self->shown_mark = mark;
  gtk_widget_set_css_classes (GTK_WIDGET (self->mark), css);
  gtk_image_set_from_icon_name (self->mark, qp_mark_icon (mark));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->mark), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->mark), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
show_texts (QpTreeRow *self, const char *title, const char *subtitle)
{
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->subtitle, subtitle);
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), *subtitle != '\0');
}

static void
show_node (QpTreeRow *self, QpNode *node)
{
  g_autofree char *title = qp_node_display_name (node);
  g_autofree char *subtitle = qp_node_subtitle (self->session, node);
  show_texts (self, title, subtitle);
  set_icon (self->icon, &self->shown_icon, qp_kind_icon (node->kind));
}

static void
show_group (QpTreeRow *self)
{
  const char *label = qp_tree_item_label (self->item);
  g_autofree char *subtitle = members_text (self->item);
  show_texts (self, *label != '\0' ? label : _ ("Without a city"), subtitle);
  set_icon (self->icon, &self->shown_icon, "view-list-symbolic");
}

static void
refresh (QpTreeRow *self)
{
  if (self->item == NULL)
    return;
  const gboolean is_city = qp_tree_item_type (self->item) == QP_TREE_CITY;
  if (qp_tree_item_type (self->item) == QP_TREE_NODE)
    show_node (self, qp_tree_item_node (self->item));
  else
    show_group (self);
  gtk_widget_set_visible (GTK_WIDGET (self->icon), !is_city);
  if (is_city)
    gtk_widget_add_css_class (GTK_WIDGET (self->title), "heading");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->title), "heading");
  show_mark (self);
}

/* A name that has no room is told when the pointer rests on it. */
static gboolean
on_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip, QpTreeRow *self)
{
  if (!pango_layout_is_ellipsized (gtk_label_get_layout (self->title)))
    return FALSE;
  gtk_tooltip_set_text (tooltip, gtk_label_get_label (self->title));
  return TRUE;
}

static void
qp_tree_row_dispose (GObject *object)
{
  QpTreeRow *self = QP_TREE_ROW (object);
  qp_tree_row_unbind (self);
  g_clear_pointer (&self->shown_text, g_free);
  g_clear_object (&self->session);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));
  if (child != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (qp_tree_row_parent_class)->dispose (object);
}

static void
qp_tree_row_class_init (QpTreeRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qp_tree_row_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkLabel *
label_new (GtkBox *box, const char *const *css)
{
  GtkWidget *label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_css_classes (label, (const char **) css);
  gtk_box_append (box, label);
  return GTK_LABEL (label);
}

/* Built by hand: reading a template for each of two hundred rows would be felt. */
static void
qp_tree_row_init (QpTreeRow *self)
{
  static const char *const plain[] = { NULL };
  static const char *const quiet[] = { "caption", "dim-label", "numeric", NULL };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->expander = GTK_TREE_EXPANDER (gtk_tree_expander_new ());
  self->icon = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->icon), "dim-label");
  self->title = label_new (GTK_BOX (texts), plain);
  self->subtitle = label_new (GTK_BOX (texts), quiet);
  self->mark = GTK_IMAGE (gtk_image_new ());
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (box, 3);
  gtk_widget_set_margin_bottom (box, 3);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->icon));
  gtk_box_append (GTK_BOX (box), texts);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->mark));
  gtk_tree_expander_set_child (self->expander, box);
  gtk_widget_set_parent (GTK_WIDGET (self->expander), GTK_WIDGET (self));
  gtk_widget_set_has_tooltip (texts, TRUE);
  g_signal_connect (texts, "query-tooltip", G_CALLBACK (on_query_tooltip), self);
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
  g_signal_connect_object (qp_project_session_verdicts (self->session), "updated", G_CALLBACK (show_mark), self,
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
    {
      g_signal_handlers_disconnect_by_func (qp_project_session_estimates (self->session), refresh, self);
      g_signal_handlers_disconnect_by_func (qp_project_session_verdicts (self->session), show_mark, self);
    }
  gtk_tree_expander_set_list_row (self->expander, NULL);
  g_clear_object (&self->item);
}
