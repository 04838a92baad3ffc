/* qp-scene.c: the objects of one plan as shapes, with an index to find them by place
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "interact/qp-scene.h"

#include "interact/qp-scene-private.h"
#include "model/qp-diff.h"

#define REBUILD_ABOVE 4096 /* changes; more are quicker done by building anew */
#define PLACE_SINGLY 8     /* new items; more are quicker ordered all together */

static void
item_free (gpointer data)
{
  QpItem *item = data;

  qp_node_unref (item->node);
  g_free (item->path);
  g_free (item);
}

/**
 * qp_scene_new:
 *
 * Returns: (transfer full): a scene without a plan
 */
QpScene *
qp_scene_new (void)
{
  QpScene *self = g_new0 (QpScene, 1);

  self->items = g_hash_table_new_full (qp_id_hash, qp_id_equal_p, NULL, item_free);
  self->ordered = g_ptr_array_new ();
  self->grid = qp_grid2d_new (QP_BOX_EMPTY, 0);
  self->hidden = g_hash_table_new_full (qp_id_hash, qp_id_equal_p, g_free, NULL);
  self->backgrounds = g_hash_table_new_full (qp_id_hash, qp_id_equal_p, g_free, g_free);
  self->shown = g_hash_table_new_full (qp_id_hash, qp_id_equal_p, g_free, g_free);
  self->drawings = g_hash_table_new_full (qp_id_hash, qp_id_equal_p, g_free, qp_drawn_lines_free);
  self->ghosts = g_ptr_array_new_with_free_func ((GDestroyNotify) qp_scene_free);
  return self;
}

/**
 * qp_scene_free:
 * @self: (nullable): a scene
 */
void
qp_scene_free (QpScene *self)
{
  if (self == NULL)
    return;
  qp_grid2d_free (self->grid);
  g_ptr_array_unref (self->ordered);
  g_hash_table_unref (self->items);
  g_hash_table_unref (self->hidden);
  g_hash_table_unref (self->backgrounds);
  g_hash_table_unref (self->shown);
  g_hash_table_unref (self->drawings);
  g_ptr_array_unref (self->ghosts);
  g_clear_pointer (&self->plan, qp_node_unref);
  g_clear_pointer (&self->catalogue, qp_catalogue_unref);
  g_free (self);
}

/* -- shapes -- */

static int
layer_of (QpKind kind)
{
  switch (kind)
    {
    case QP_KIND_BACKGROUND:
      return QP_LAYER_BACKGROUND;
    case QP_KIND_AUDIENCE:
      return QP_LAYER_AUDIENCE;
    case QP_KIND_OBSTACLE:
      return QP_LAYER_OBSTACLE;
    case QP_KIND_RECEPTOR:
      return QP_LAYER_RECEPTOR;
    case QP_KIND_SCREEN:
      return QP_LAYER_SCREEN;
    case QP_KIND_DIMENSION:
      return QP_LAYER_DIMENSION;
    case QP_KIND_NOTE:
      return QP_LAYER_NOTE;
    default:
      return -1;
    }
}

/* -- order -- */

static int
compare_items (const QpItem *a, const QpItem *b)
{
  if (a->layer != b->layer)
    return a->layer < b->layer ? -1 : 1;
  return a->order < b->order ? -1 : a->order > b->order;
}

int
qp_item_compare_pointers (gconstpointer a, gconstpointer b)
{
  return compare_items (*(QpItem *const *) a, *(QpItem *const *) b);
}

/* index of the item in the painting order, or where it would go */
static guint
ordered_index (QpScene *self, const QpItem *item)
{
  guint low = 0;
  guint high = self->ordered->len;

  while (low < high)
    {
      const guint middle = (low + high) / 2;
      if (compare_items (g_ptr_array_index (self->ordered, middle), item) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* order = place among the plan's children; for all items at once */
static void
renumber (QpScene *self)
{
  QpNodeIter iter;
  double order = 0;

  g_ptr_array_set_size (self->ordered, 0);
  qp_node_iter_init (&iter, self->plan->children);
  for (const QpNode *node; (node = qp_node_iter_next (&iter)) != NULL; order++)
    {
      QpItem *item = g_hash_table_lookup (self->items, &node->id);
      if (item == NULL)
        continue;
      item->order = order;
      g_ptr_array_add (self->ordered, item);
    }
  g_ptr_array_sort (self->ordered, qp_item_compare_pointers);
}

static gboolean
order_of_sibling (QpScene *self, int index, double *order)
{
  const QpNode *node = qp_node_list_get (self->plan->children, (guint) index);
  const QpItem *item = g_hash_table_lookup (self->items, &node->id);

  if (item == NULL || isnan (item->order))
    return FALSE;
  *order = item->order;
  return TRUE;
}

/* an order between those of the new item's neighbours; FALSE when there is no room */
static gboolean
find_order (QpScene *self, QpItem *item)
{
  const int last = (int) qp_node_list_length (self->plan->children) - 1;
  const gboolean appended = qp_node_list_get (self->plan->children, (guint) last) == item->node;
  const int index = appended ? last : qp_node_list_index_of (self->plan->children, item->node);
  double before = -1;
  double after;

  if (index > 0 && !order_of_sibling (self, index - 1, &before))
    return FALSE;
  after = before + 2;
  if (index < last && !order_of_sibling (self, index + 1, &after))
    return FALSE;
  item->order = (before + after) / 2;
  return item->order > before && item->order < after;
}

/* -- single items -- */

static void
update_shape (QpScene *self, QpItem *item)
{
  qp_item_update_shape (item, self->catalogue, g_hash_table_lookup (self->backgrounds, &item->id));
}

static void
note_dirty (const QpItem *item, GArray *dirty)
{
  if (dirty != NULL && !item->hidden && !item->unseen && !qp_box_is_empty (item->bounds))
    g_array_append_val (dirty, item->bounds);
}

static void
update_layer (QpScene *self, QpItem *item)
{
  item->unseen = (self->hidden_layers & QP_KIND_BIT (item->node->kind)) != 0;
  item->locked = (self->locked_layers & QP_KIND_BIT (item->node->kind)) != 0;
}

static QpItem *
add_item (QpScene *self, QpNode *node)
{
  const int layer = layer_of (node->kind);

  if (layer < 0)
    return NULL;
  QpItem *item = g_new0 (QpItem, 1);
  item->id = node->id;
  item->node = qp_node_ref (node);
  item->layer = (guint8) layer;
  item->order = NAN;
  item->hidden = g_hash_table_contains (self->hidden, &node->id);
  update_layer (self, item);
  update_shape (self, item);
  g_hash_table_replace (self->items, &item->id, item);
  return item;
}

static void
drop_item (QpScene *self, QpItem *item, GArray *dirty)
{
  const guint at = ordered_index (self, item);

  note_dirty (item, dirty);
  if (at < self->ordered->len && g_ptr_array_index (self->ordered, at) == item)
    g_ptr_array_remove_index (self->ordered, at);
  qp_grid2d_remove (self->grid, item);
  g_hash_table_remove (self->items, &item->id);
}

static void
set_node (QpItem *item, QpNode *node)
{
  QpNode *old = item->node;

  item->node = qp_node_ref (node);
  qp_node_unref (old);
}

static void
reshape (QpScene *self, QpItem *item, GArray *dirty)
{
  note_dirty (item, dirty);
  qp_grid2d_remove (self->grid, item);
  update_shape (self, item);
  qp_grid2d_add (self->grid, item);
  note_dirty (item, dirty);
}

/* -- all items -- */

static void
rebuild_grid (QpScene *self)
{
  g_clear_pointer (&self->grid, qp_grid2d_free);
  self->grid = qp_grid2d_new (qp_scene_bounds (self), self->ordered->len);
  for (guint i = 0; i < self->ordered->len; i++)
    qp_grid2d_add (self->grid, g_ptr_array_index (self->ordered, i));
}

static void
note_all_dirty (GArray *dirty)
{
  const QpBox all = { -INFINITY, -INFINITY, INFINITY, INFINITY };

  if (dirty != NULL)
    g_array_append_val (dirty, all);
}

static void
rebuild (QpScene *self, GArray *dirty)
{
  QpNodeIter iter;

  g_ptr_array_set_size (self->ordered, 0);
  g_hash_table_remove_all (self->items);
  if (self->plan != NULL)
    {
      qp_node_iter_init (&iter, self->plan->children);
      for (QpNode *node; (node = qp_node_iter_next (&iter)) != NULL;)
        add_item (self, node);
      renumber (self);
    }
  self->bounds_known = FALSE;
  rebuild_grid (self);
  note_all_dirty (dirty);
}

typedef struct
{
  GPtrArray *added; /* QpItem */
  gboolean reorder;
} Pending;

static void
take_change (QpScene *self, const QpChange *change, Pending *pending, GArray *dirty)
{
  const QpNode *node = change->after != NULL ? change->after : change->before;
  QpItem *item = g_hash_table_lookup (self->items, &node->id);
  const gboolean here = change->after != NULL && qp_id_equal (change->parent, self->plan->id);

  if (item != NULL && !here)
    drop_item (self, item, dirty);
  else if (item == NULL && here)
    {
      QpItem *added = add_item (self, (QpNode *) change->after);
      if (added != NULL)
        g_ptr_array_add (pending->added, added);
    }
  else if (item != NULL && change->type == QP_CHANGE_MOVED)
    {
      pending->reorder = TRUE;
      note_dirty (item, dirty);
    }
  else if (item != NULL)
    {
      set_node (item, (QpNode *) change->after);
      if (change->type == QP_CHANGE_FIELDS)
        reshape (self, item, dirty);
    }
}

static void
place_added (QpScene *self, Pending *pending, GArray *dirty)
{
  gboolean reorder = pending->reorder || pending->added->len > PLACE_SINGLY;

  for (guint i = 0; i < pending->added->len; i++)
    {
      QpItem *item = g_ptr_array_index (pending->added, i);
      qp_grid2d_add (self->grid, item);
      note_dirty (item, dirty);
      reorder = reorder || !find_order (self, item);
      if (!reorder)
        g_ptr_array_insert (self->ordered, (int) ordered_index (self, item), item);
    }
  if (reorder)
    renumber (self);
}

static void
take_changes (QpScene *self, const GArray *changes, GArray *dirty)
{
  g_autoptr (GPtrArray) added = g_ptr_array_new ();
  Pending pending = { added, FALSE };

  for (guint i = 0; i < changes->len; i++)
    take_change (self, &g_array_index (changes, QpChange, i), &pending, dirty);
  place_added (self, &pending, dirty);
  self->bounds_known = FALSE;
  if (!qp_grid2d_fits (self->grid, self->ordered->len))
    rebuild_grid (self);
}

/* which layers are shown and locked; FALSE when that is as before */
static gboolean
take_layers (QpScene *self)
{
  const QpKindMask hidden = qp_plan_hidden_layers ((const QpPlan *) self->plan);
  const QpKindMask locked = qp_plan_locked_layers ((const QpPlan *) self->plan);
  const gboolean changed = hidden != self->hidden_layers || locked != self->locked_layers;

  self->hidden_layers = hidden;
  self->locked_layers = locked;
  return changed;
}

static void
update_layers (QpScene *self, GArray *dirty)
{
  for (guint i = 0; i < self->ordered->len; i++)
    update_layer (self, g_ptr_array_index (self->ordered, i));
  note_all_dirty (dirty);
}

/**
 * qp_scene_update:
 * @self: a scene
 * @plan: (transfer none) (nullable): the plan to show, usually a newer version of the one shown
 * @catalogue: (transfer none) (nullable): where cabinets are looked up
 * @dirty: (nullable) (element-type QpBox): takes the boxes in which the plan looks different, in metres; one
 *   infinite box when everything may
 *
 * Brings the scene up to date. Costs what has changed when @plan is another version of the plan shown.
 *
 * Returns: whether anything has changed
 */
gboolean
qp_scene_update (QpScene *self, QpNode *plan, QpCatalogue *catalogue, GArray *dirty)
{
  g_autoptr (QpNode) before = g_steal_pointer (&self->plan);
  const gboolean same_catalogue = catalogue == self->catalogue;

  self->plan = plan == NULL ? NULL : qp_node_ref (plan);
  if (!same_catalogue)
    {
      g_clear_pointer (&self->catalogue, qp_catalogue_unref);
      self->catalogue = catalogue == NULL ? NULL : qp_catalogue_ref (catalogue);
    }
  if (before == plan && same_catalogue)
    return FALSE;
  const gboolean other_layers = take_layers (self);
  if (before == NULL || plan == NULL || !same_catalogue || !qp_id_equal (before->id, plan->id))
    {
      rebuild (self, dirty);
      return TRUE;
    }
  g_autoptr (GArray) changes = qp_diff (before, plan);
  if (changes->len > REBUILD_ABOVE)
    rebuild (self, dirty);
  else
    take_changes (self, changes, dirty);
  if (other_layers)
    update_layers (self, dirty);
  return TRUE;
}

/**
 * qp_scene_get_plan:
 * @self: a scene
 *
 * Returns: (transfer none) (nullable): the plan shown
 */
QpNode *
qp_scene_get_plan (const QpScene *self)
{
  return self->plan;
}

/**
 * qp_scene_get_catalogue:
 * @self: a scene
 *
 * Returns: (transfer none) (nullable): where cabinets are looked up
 */
QpCatalogue *
qp_scene_get_catalogue (const QpScene *self)
{
  return self->catalogue;
}

/**
 * qp_scene_set_background_bounds:
 * @self: a scene
 * @id: a background
 * @bounds: where its picture lies, metres
 *
 * A background's extent is known only once its file is decoded; whoever does that tells it here. It is kept for
 * later versions of the plan.
 */
void
qp_scene_set_background_bounds (QpScene *self, QpId id, QpBox bounds)
{
  QpItem *item = g_hash_table_lookup (self->items, &id);

  g_hash_table_replace (self->backgrounds, g_memdup2 (&id, sizeof id), g_memdup2 (&bounds, sizeof bounds));
  self->bounds_known = FALSE;
  if (item != NULL)
    reshape (self, item, NULL);
}

/**
 * qp_scene_set_hidden:
 * @self: a scene
 * @ids: (array length=n_ids): what is hidden from now on; what was hidden before is shown again
 * @n_ids: how many
 * @dirty: (nullable) (element-type QpBox): takes the boxes that look different
 *
 * Hidden items are still found by qp_scene_find() and listed by qp_scene_hidden_items(), and by nothing else.
 */
void
qp_scene_set_hidden (QpScene *self, const QpId *ids, guint n_ids, GArray *dirty)
{
  g_autoptr (GHashTable) before = g_steal_pointer (&self->hidden);
  GHashTableIter iter;
  gpointer id;

  self->hidden = g_hash_table_new_full (qp_id_hash, qp_id_equal_p, g_free, NULL);
  for (guint i = 0; i < n_ids; i++)
    {
      QpItem *item = g_hash_table_lookup (self->items, &ids[i]);
      g_hash_table_add (self->hidden, g_memdup2 (&ids[i], sizeof ids[i]));
      if (item == NULL || item->hidden)
        continue;
      note_dirty (item, dirty);
      item->hidden = TRUE;
    }
  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      QpItem *item = g_hash_table_lookup (self->items, id);
      if (item == NULL || g_hash_table_contains (self->hidden, id))
        continue;
      item->hidden = FALSE;
      note_dirty (item, dirty);
    }
}
