/* qp-commands-group.c: objects that belong together, and what is arranged as one
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "interact/qp-commands-private.h"

/**
 * qp_node_group:
 * @node: an object of a plan
 *
 * Returns: (transfer none) (nullable): what it shares with the others of its group; %NULL when it is in none
 */
const char *
qp_node_group (const QpNode *node)
{
  const QpField *field = qp_kind_field (node->kind, "group");
  const char *group = field == NULL ? NULL : qp_node_get (node, field).text;

  return group == NULL || group[0] == '\0' ? NULL : group;
}

static char *
new_group (void)
{
  char text[QP_ID_TEXT_SIZE];

  return g_strdup (qp_id_to_text (qp_id_new (), text));
}

/* -- copies are groups of their own -- */

static GHashTable *
count_groups (const GPtrArray *nodes)
{
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < nodes->len; i++)
    {
      const char *group = qp_node_group (g_ptr_array_index (nodes, i));
      if (group != NULL)
        g_hash_table_insert (counts, g_strdup (group),
                             GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, group)) + 1));
    }
  return counts;
}

/* the fresh group for an old one; NULL for one that has a single object here and thus is none */
static const char *
fresh_group (GHashTable *counts, GHashTable *fresh, const char *group)
{
  if (GPOINTER_TO_UINT (g_hash_table_lookup (counts, group)) < 2)
    return NULL;
  if (!g_hash_table_contains (fresh, group))
    g_hash_table_insert (fresh, g_strdup (group), new_group ());
  return g_hash_table_lookup (fresh, group);
}

/**
 * qp_nodes_regroup:
 * @nodes: (element-type QpNode) (inout): copies, each owned; replaced where needed
 *
 * Makes groups of copies groups of their own, so that they do not hang on the originals.
 */
void
qp_nodes_regroup (GPtrArray *nodes)
{
  g_autoptr (GHashTable) counts = count_groups (nodes);
  g_autoptr (GHashTable) fresh = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < nodes->len; i++)
    {
      QpNode *node = g_ptr_array_index (nodes, i);
      const char *group = qp_node_group (node);
      if (group == NULL)
        continue;
      const char *own = fresh_group (counts, fresh, group);
      g_auto (QpValue) value = own == NULL ? qp_value_unset (QP_STORAGE_TEXT) : qp_value_text (own);
      nodes->pdata[i] = qp_node_with (node, qp_kind_field (node->kind, "group"), &value);
      qp_node_unref (node);
    }
}

/* -- grouping -- */

static void
add_group (QpReply *reply, const QpNode *node, const char *group)
{
  const QpField *field = qp_kind_field (node->kind, "group");

  if (field == NULL || g_strcmp0 (qp_node_group (node), group) == 0)
    return;
  g_auto (QpValue) value = group == NULL ? qp_value_unset (QP_STORAGE_TEXT) : qp_value_text (group);
  g_ptr_array_add (reply->edits, qp_edit_set (node->id, field, &value));
}

static QpReply *
regroup_selected (const QpToolContext *context, const char *group, const char *label)
{
  g_autoptr (GPtrArray) nodes = qp_selected_nodes (context, TRUE);
  g_autoptr (QpReply) reply = qp_reply_new (QP_REPLY_HANDLED | QP_REPLY_COMMIT, label);

  for (guint i = 0; i < nodes->len; i++)
    add_group (reply, g_ptr_array_index (nodes, i), group);
  return reply->edits->len < (group == NULL ? 1 : 2) ? NULL : g_steal_pointer (&reply);
}

/**
 * qp_command_group:
 * @context: what is seen
 *
 * Returns: (transfer full) (nullable): edits that make one group of what is selected; %NULL for fewer than two
 */
QpReply *
qp_command_group (const QpToolContext *context)
{
  g_autofree char *group = new_group ();

  return regroup_selected (context, group, N_("Group"));
}

/**
 * qp_command_ungroup:
 * @context: what is seen
 *
 * Returns: (transfer full) (nullable): edits that take what is selected out of its groups; %NULL when it is in none
 */
QpReply *
qp_command_ungroup (const QpToolContext *context)
{
  return regroup_selected (context, NULL, N_("Ungroup"));
}

/* the groups of what is selected so far, and the objects themselves; both borrow from the items */
static void
collect_selected (const QpReply *reply, QpScene *scene, GHashTable *groups, GHashTable *ids)
{
  for (guint i = 0; i < reply->select->len; i++)
    {
      const QpItem *item = qp_scene_find (scene, g_array_index (reply->select, QpId, i));
      if (item == NULL)
        continue;
      g_hash_table_add (ids, (gpointer) &item->id);
      if (qp_node_group (item->node) != NULL)
        g_hash_table_add (groups, (gpointer) qp_node_group (item->node));
    }
}

/**
 * qp_reply_complete_groups:
 * @reply: a reply that selects something
 * @scene: objects
 *
 * Selects, after what is selected, the rest of its groups that can be taken hold of.
 */
void
qp_reply_complete_groups (QpReply *reply, QpScene *scene)
{
  g_autoptr (GHashTable) groups = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) ids = g_hash_table_new (qp_id_hash, qp_id_equal_p);
  const GPtrArray *items = qp_scene_items (scene);

  collect_selected (reply, scene, groups, ids);
  for (guint i = 0; g_hash_table_size (groups) > 0 && i < items->len; i++)
    {
      const QpItem *item = g_ptr_array_index (items, i);
      const char *group = qp_node_group (item->node);
      if (group != NULL && !qp_item_is_locked (item) && g_hash_table_contains (groups, group)
          && !g_hash_table_contains (ids, &item->id))
        qp_reply_select (reply, item->id);
    }
}

/* -- what is arranged as one -- */

/**
 * qp_item_arranged_box:
 * @item: an item
 *
 * Returns: the box that counts when it is lined up, metres: that of a dimension is around what it measures
 */
QpBox
qp_item_arranged_box (const QpItem *item)
{
  QpBox box = QP_BOX_EMPTY;

  if (item->node->kind != QP_KIND_DIMENSION)
    return item->bounds;
  const QpPoints *outline = qp_item_outline (item, NULL, NULL);
  for (guint i = 0; outline != NULL && i < outline->n; i++)
    box = qp_box_with (box, qp_vec_from_point (outline->at[i]));
  return box;
}

static void
bundle_free (gpointer data)
{
  QpBundle *bundle = data;

  g_ptr_array_unref (bundle->nodes);
  g_free (bundle);
}

static QpBundle *
bundle_of (GPtrArray *bundles, GHashTable *groups, const char *group)
{
  QpBundle *bundle = group == NULL ? NULL : g_hash_table_lookup (groups, group);

  if (bundle != NULL)
    return bundle;
  bundle = g_new (QpBundle, 1);
  *bundle = (QpBundle){ QP_BOX_EMPTY, g_ptr_array_new () };
  g_ptr_array_add (bundles, bundle);
  if (group != NULL)
    g_hash_table_insert (groups, (gpointer) group, bundle);
  return bundle;
}

/**
 * qp_selected_bundles:
 * @context: what is seen
 *
 * Returns: (transfer full) (element-type QpBundle): what is selected and may be moved, those of one group together;
 *   what is nowhere is left out
 */
GPtrArray *
qp_selected_bundles (const QpToolContext *context)
{
  g_autoptr (GPtrArray) items = qp_selected_items (context, TRUE);
  g_autoptr (GHashTable) groups = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *bundles = g_ptr_array_new_with_free_func (bundle_free);

  for (guint i = 0; i < items->len; i++)
    {
      const QpItem *item = g_ptr_array_index (items, i);
      if (qp_box_is_empty (qp_item_arranged_box (item)))
        continue;
      QpBundle *bundle = bundle_of (bundles, groups, qp_node_group (item->node));
      bundle->box = qp_box_union (bundle->box, qp_item_arranged_box (item));
      g_ptr_array_add (bundle->nodes, item->node);
    }
  return bundles;
}
