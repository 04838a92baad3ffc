/* qp-tree-item.c: rows of the project's tree, made when they are needed
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-tree-item.h"

#define BIT(kind) (1u << QP_KIND_##kind)
#define SURROUNDINGS (BIT (BACKGROUND) | BIT (OBSTACLE) | BIT (AUDIENCE) | BIT (RECEPTOR) | BIT (NOTE) | BIT (DIMENSION))

/* What identifies a row among its siblings and what it shows; @node is the parent of what a city or group holds. */
typedef struct
{
  QpTreeType type;
  QpNode *node;
  const char *label;
  guint32 mask;
} Spec;

struct _QpTreeItem
{
  GObject parent_instance;
  QpTreeType type;
  QpNode *node;
  char *label;
  guint32 mask;
  GPtrArray *items; /* of QpTreeItem; NULL until somebody looks */
};

static void qp_tree_item_list_model_init (GListModelInterface *iface);

/* A row is the model of its own children: most rows never have any. */
G_DEFINE_FINAL_TYPE_WITH_CODE (QpTreeItem, qp_tree_item, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, qp_tree_item_list_model_init))

enum
{
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static const struct
{
  guint32 mask;
  const char *label;
} project_groups[] = {
  { BIT (CONTENT), N_ ("Content") },
  { BIT (COST) | BIT (FUNDING), N_ ("Costs and funding") },
  { BIT (CABINET) | BIT (CONTROLLER) | BIT (PLAYER) | BIT (PRICE), N_ ("Own equipment") },
};

/* Which children a row has */

static gboolean
has_any (QpNode *parent, guint32 mask)
{
  QpNodeIter iter;
  qp_node_iter_init (&iter, parent->children);
  for (QpNode *child = qp_node_iter_next (&iter); child != NULL; child = qp_node_iter_next (&iter))
    if ((mask >> child->kind & 1) != 0)
      return TRUE;
  return FALSE;
}

static void
add_spec (GArray *specs, QpTreeType type, QpNode *node, const char *label, guint32 mask)
{
  const Spec spec = { type, node, label, mask };
  g_array_append_val (specs, spec);
}

static void
add_members (GArray *specs, QpNode *parent, guint32 mask)
{
  QpNodeIter iter;
  qp_node_iter_init (&iter, parent->children);
  for (QpNode *child = qp_node_iter_next (&iter); child != NULL; child = qp_node_iter_next (&iter))
    if ((mask >> child->kind & 1) != 0)
      add_spec (specs, QP_TREE_NODE, child, NULL, 0);
}

static void
add_group (GArray *specs, QpNode *parent, const char *label, guint32 mask)
{
  if (has_any (parent, mask))
    add_spec (specs, QP_TREE_GROUP, parent, label, mask);
}

static const char *
city_of (const QpNode *site)
{
  const char *city = ((const QpSite *) site)->city;
  return city != NULL ? city : "";
}

/* Cities are rows only where there is more than one. */
static void
add_sites (GArray *specs, QpNode *root)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) cities = g_ptr_array_new ();
  QpNodeIter iter;
  qp_node_iter_init (&iter, root->children);
  for (QpNode *site = qp_node_iter_next_of (&iter, QP_KIND_SITE); site != NULL;
       site = qp_node_iter_next_of (&iter, QP_KIND_SITE))
    if (g_hash_table_add (seen, (char *) city_of (site)))
      g_ptr_array_add (cities, (char *) city_of (site));
  if (cities->len < 2)
    add_members (specs, root, BIT (SITE));
  else
    for (guint i = 0; i < cities->len; i++)
      add_spec (specs, QP_TREE_CITY, root, cities->pdata[i], 0);
}

static void
add_sites_of (GArray *specs, QpNode *root, const char *city)
{
  QpNodeIter iter;
  qp_node_iter_init (&iter, root->children);
  for (QpNode *site = qp_node_iter_next_of (&iter, QP_KIND_SITE); site != NULL;
       site = qp_node_iter_next_of (&iter, QP_KIND_SITE))
    if (strcmp (city_of (site), city) == 0)
      add_spec (specs, QP_TREE_NODE, site, NULL, 0);
}

static void
add_node_children (GArray *specs, QpNode *node)
{
  switch (node->kind)
    {
    case QP_KIND_SITE:
      add_members (specs, node, BIT (PLAN));
      add_group (specs, node, _ ("Costs"), BIT (COST));
      break;
    case QP_KIND_PLAN:
      add_members (specs, node, BIT (SCREEN));
      add_group (specs, node, _ ("Surroundings"), SURROUNDINGS);
      break;
    case QP_KIND_SCREEN:
      add_members (specs, node, BIT (ZONE) | BIT (COST));
      break;
    default:
      break;
    }
}

static GArray *
specs_of (QpTreeItem *self)
{
  GArray *specs = g_array_new (FALSE, FALSE, sizeof (Spec));
  switch (self->type)
    {
    case QP_TREE_TOP:
      add_spec (specs, QP_TREE_NODE, self->node, NULL, 0);
      add_sites (specs, self->node);
      for (guint i = 0; i < G_N_ELEMENTS (project_groups); i++)
        add_group (specs, self->node, _ (project_groups[i].label), project_groups[i].mask);
      break;
    case QP_TREE_CITY:
      add_sites_of (specs, self->node, self->label);
      break;
    case QP_TREE_GROUP:
      add_members (specs, self->node, self->mask);
      break;
    case QP_TREE_NODE:
      add_node_children (specs, self->node);
      break;
    }
  return specs;
}

static QpTreeItem *
item_new (const Spec *spec)
{
  QpTreeItem *self = g_object_new (QP_TYPE_TREE_ITEM, NULL);
  self->type = spec->type;
  self->node = qp_node_ref (spec->node);
  self->label = g_strdup (spec->label);
  self->mask = spec->mask;
  return self;
}

static gboolean
node_may_have_children (QpNode *node)
{
  switch (node->kind)
    {
    case QP_KIND_SITE:
      return has_any (node, BIT (PLAN) | BIT (COST));
    case QP_KIND_PLAN:
      return has_any (node, BIT (SCREEN) | SURROUNDINGS);
    case QP_KIND_SCREEN:
      return has_any (node, BIT (ZONE) | BIT (COST));
    default:
      return FALSE;
    }
}

/* A row that had nothing below it and now has is another row: GtkTreeListModel asks only once. */
static gboolean
is_same (const QpTreeItem *item, const Spec *spec)
{
  if (item->type != spec->type)
    return FALSE;
  if (spec->type != QP_TREE_NODE)
    return qp_id_equal (item->node->id, spec->node->id) && strcmp (item->label, spec->label) == 0;
  return item->node == spec->node
         || (qp_id_equal (item->node->id, spec->node->id)
             && node_may_have_children (item->node) == node_may_have_children (spec->node));
}

static void set_node (QpTreeItem *self, QpNode *node);

static void
fill (QpTreeItem *self)
{
  if (self->items != NULL)
    return;
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) specs = specs_of (self);
  for (guint i = 0; i < specs->len; i++)
    g_ptr_array_add (self->items, item_new (&g_array_index (specs, Spec, i)));
}

/* Replaces the stretch of rows that differs; rows before and after it stay as they are, and stay open. */
static void
refill (QpTreeItem *self)
{
  g_autoptr (GArray) specs = specs_of (self);
  const guint old_n = self->items->len;
  guint head = 0;
  while (head < old_n && head < specs->len
         && is_same (self->items->pdata[head], &g_array_index (specs, Spec, head)))
    head++;
  guint tail = 0;
  while (tail < old_n - head && tail < specs->len - head
         && is_same (self->items->pdata[old_n - 1 - tail], &g_array_index (specs, Spec, specs->len - 1 - tail)))
    tail++;
  const guint removed = old_n - head - tail;
  const guint added = specs->len - head - tail;
  if (removed > 0)
    g_ptr_array_remove_range (self->items, head, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (self->items, (int) (head + i), item_new (&g_array_index (specs, Spec, head + i)));
  if (removed > 0 || added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), head, removed, added);
  for (guint i = 0; i < specs->len; i++)
    set_node (self->items->pdata[i], g_array_index (specs, Spec, i).node);
}

/* Nodes are shared between versions of a document: the same pointer means that nothing below it differs either. */
static void
set_node (QpTreeItem *self, QpNode *node)
{
  if (self->node == node)
    return;
  qp_node_ref (node);
  qp_node_unref (self->node);
  self->node = node;
  if (self->items != NULL)
    refill (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* GListModel */

static GType
get_item_type (GListModel *model)
{
  return QP_TYPE_TREE_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  QpTreeItem *self = QP_TREE_ITEM (model);
  fill (self);
  return self->items->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  QpTreeItem *self = QP_TREE_ITEM (model);
  fill (self);
  return position < self->items->len ? g_object_ref (self->items->pdata[position]) : NULL;
}

static void
qp_tree_item_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
qp_tree_item_finalize (GObject *object)
{
  QpTreeItem *self = QP_TREE_ITEM (object);
  g_clear_pointer (&self->node, qp_node_unref);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_free (self->label);
  G_OBJECT_CLASS (qp_tree_item_parent_class)->finalize (object);
}

static void
qp_tree_item_class_init (QpTreeItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = qp_tree_item_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
qp_tree_item_init (QpTreeItem *self)
{
}

/**
 * qp_tree_item_new_top:
 * @root: a project
 *
 * Makes the invisible row above all others. Rows emit `changed` when what they show may be another.
 *
 * Returns: (transfer full): the row
 */
QpTreeItem *
qp_tree_item_new_top (QpNode *root)
{
  const Spec spec = { QP_TREE_TOP, root, NULL, 0 };
  return item_new (&spec);
}

/**
 * qp_tree_item_new_node:
 * @node: a node
 *
 * Makes a row of its own, as for the list of what a search found.
 *
 * Returns: (transfer full): the row
 */
QpTreeItem *
qp_tree_item_new_node (QpNode *node)
{
  const Spec spec = { QP_TREE_NODE, node, NULL, 0 };
  return item_new (&spec);
}

/**
 * qp_tree_item_type:
 * @self: a row
 *
 * Returns: what it stands for
 */
QpTreeType
qp_tree_item_type (QpTreeItem *self)
{
  return self->type;
}

/**
 * qp_tree_item_node:
 * @self: a row
 *
 * Returns: (transfer none): its node; for a city the project, for a group the node whose children it holds
 */
QpNode *
qp_tree_item_node (QpTreeItem *self)
{
  return self->node;
}

/**
 * qp_tree_item_label:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): name of a city or group
 */
const char *
qp_tree_item_label (QpTreeItem *self)
{
  return self->label;
}

/**
 * qp_tree_item_may_have_children:
 * @self: a row
 *
 * Returns: whether it can be opened; cheap, as it is asked for each row in sight
 */
gboolean
qp_tree_item_may_have_children (QpTreeItem *self)
{
  return self->type != QP_TREE_NODE || node_may_have_children (self->node);
}

/**
 * qp_tree_item_children:
 * @self: a row
 *
 * Returns: (transfer full) (nullable): the rows below it
 */
GListModel *
qp_tree_item_children (QpTreeItem *self)
{
  return qp_tree_item_may_have_children (self) ? g_object_ref (G_LIST_MODEL (self)) : NULL;
}

/**
 * qp_tree_item_n_members:
 * @self: a city or group
 *
 * Returns: how many nodes it holds
 */
guint
qp_tree_item_n_members (QpTreeItem *self)
{
  g_autoptr (GArray) specs = specs_of (self);
  return specs->len;
}

/**
 * qp_tree_item_update:
 * @self: the top
 * @root: the project as it is now
 *
 * Brings all rows that exist up to date, touching only what differs.
 */
void
qp_tree_item_update (QpTreeItem *self, QpNode *root)
{
  g_return_if_fail (self->type == QP_TREE_TOP);
  set_node (self, root);
}

/**
 * qp_tree_item_leads_to:
 * @self: a row
 * @path: (array length=n_path): nodes from the project down to the one that is looked for
 * @n_path: how many
 *
 * Returns: whether the node looked for is this row or below it
 */
gboolean
qp_tree_item_leads_to (QpTreeItem *self, const QpNode *const *path, guint n_path)
{
  if (self->type == QP_TREE_CITY)
    return n_path > 1 && path[1]->kind == QP_KIND_SITE && strcmp (city_of (path[1]), self->label) == 0;
  for (guint i = 0; i < n_path; i++)
    {
      if (!qp_id_equal (path[i]->id, self->node->id))
        continue;
      if (self->type == QP_TREE_NODE) /* the project's own row has nothing below it */
        return self->node->kind != QP_KIND_PROJECT || n_path == 1;
      return i + 1 < n_path && (self->mask >> path[i + 1]->kind & 1) != 0;
    }
  return FALSE;
}
