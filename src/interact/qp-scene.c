/* qp-scene.c: the objects of one plan as shapes, with an index to find them by place
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "interact/qp-scene.h"

#include "interact/qp-grid.h"
#include "model/qp-diff.h"

#define REBUILD_ABOVE 4096 /* changes; more are quicker done by building anew */
#define PLACE_SINGLY 8     /* new items; more are quicker ordered all together */

struct _QpScene
{
  QpNode *plan;
  QpCatalogue *catalogue;
  GHashTable *items;   /* &QpItem.id → QpItem, owned */
  GPtrArray *ordered;  /* QpItem, in painting order */
  QpGrid2d *grid;
  GHashTable *hidden;  /* QpId, owned */
  GHashTable *backgrounds; /* QpId, owned → QpBox, owned */
  QpBox bounds;
  gboolean bounds_known;
  guint32 stamp;
};

static void
item_free (gpointer data)
{
  QpItem *item = data;

  qp_node_unref (item->node);
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

static QpVec
known_place (gint64 x, gint64 y)
{
  return qp_vec (x == QP_UNSET ? 0 : qp_m_from_um (x), y == QP_UNSET ? 0 : qp_m_from_um (y));
}

static QpBox
screen_bounds (const QpItem *item)
{
  const QpVec back = qp_vec_scale (qp_item_facing (item), isnan (item->depth) ? 0 : -item->depth);
  const QpBox face = qp_box_around (item->a, item->b);

  return qp_box_with (qp_box_with (face, qp_vec_add (item->a, back)), qp_vec_add (item->b, back));
}

static QpBox
background_bounds (QpScene *self, const QpBackground *background)
{
  const QpBox *known = g_hash_table_lookup (self->backgrounds, &background->node.id);
  const QpVec corner = known_place (background->x_m, background->y_m);

  return known != NULL ? *known : qp_box_around (corner, corner);
}

/* a dimension is painted beside what it measures */
static double
overhang (const QpNode *node)
{
  if (node->kind != QP_KIND_DIMENSION)
    return 0;

  const gint64 offset = ((const QpDimension *) node)->offset_m;
  return offset == QP_UNSET ? 0 : fabs (qp_m_from_um (offset));
}

static QpBox
outline_bounds (const QpItem *item)
{
  const QpPoints *outline = qp_item_outline (item, NULL, NULL);
  QpBox box = QP_BOX_EMPTY;

  for (guint i = 0; outline != NULL && i < outline->n; i++)
    box = qp_box_with (box, qp_vec_from_point (outline->at[i]));
  return qp_box_grown (box, overhang (item->node));
}

static void
item_shape (QpScene *self, QpItem *item)
{
  const QpNode *node = item->node;

  if (node->kind == QP_KIND_SCREEN)
    {
      qp_screen_ends ((const QpScreen *) node, self->catalogue, &item->a, &item->b, &item->depth);
      item->bounds = screen_bounds (item);
    }
  else if (node->kind == QP_KIND_BACKGROUND)
    item->bounds = background_bounds (self, (const QpBackground *) node);
  else if (node->kind == QP_KIND_NOTE)
    {
      const QpVec place = known_place (((const QpNote *) node)->x_m, ((const QpNote *) node)->y_m);
      item->bounds = qp_box_around (place, place);
    }
  else
    item->bounds = outline_bounds (item);
}

/* -- order -- */

static int
compare_items (const QpItem *a, const QpItem *b)
{
  if (a->layer != b->layer)
    return a->layer < b->layer ? -1 : 1;
  return a->order < b->order ? -1 : a->order > b->order;
}

static int
compare_item_pointers (gconstpointer a, gconstpointer b)
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
  g_ptr_array_sort (self->ordered, compare_item_pointers);
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
note_dirty (const QpItem *item, GArray *dirty)
{
  if (dirty != NULL && !item->hidden && !qp_box_is_empty (item->bounds))
    g_array_append_val (dirty, item->bounds);
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
  item_shape (self, item);
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
  item_shape (self, item);
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

/**
 * qp_scene_hidden_items:
 * @self: a scene
 *
 * Returns: (transfer container) (element-type QpItem): the hidden items in painting order
 */
GPtrArray *
qp_scene_hidden_items (QpScene *self)
{
  GPtrArray *found = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->hidden);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      QpItem *item = g_hash_table_lookup (self->items, id);
      if (item != NULL)
        g_ptr_array_add (found, item);
    }
  g_ptr_array_sort (found, compare_item_pointers);
  return found;
}

/**
 * qp_scene_length:
 * @self: a scene
 *
 * Returns: how many items there are, hidden ones too
 */
guint
qp_scene_length (const QpScene *self)
{
  return self->ordered->len;
}

/**
 * qp_scene_bounds:
 * @self: a scene
 *
 * Returns: box around all items, metres; empty without any
 */
QpBox
qp_scene_bounds (QpScene *self)
{
  if (!self->bounds_known)
    {
      self->bounds = QP_BOX_EMPTY;
      for (guint i = 0; i < self->ordered->len; i++)
        self->bounds = qp_box_union (self->bounds, ((QpItem *) g_ptr_array_index (self->ordered, i))->bounds);
      self->bounds_known = TRUE;
    }
  return self->bounds;
}

/**
 * qp_scene_find:
 * @self: a scene
 * @id: an id
 *
 * Returns: (transfer none) (nullable): the item; good until the next update
 */
const QpItem *
qp_scene_find (const QpScene *self, QpId id)
{
  return g_hash_table_lookup (self->items, &id);
}

static gboolean
collect (QpItem *item, gpointer data)
{
  if (!item->hidden)
    g_ptr_array_add (data, item);
  return TRUE;
}

/* all items already lie in order, so that many of them need no sorting */
static void
take_stamped (QpScene *self, GPtrArray *found)
{
  g_ptr_array_set_size (found, 0);
  for (guint i = 0; i < self->ordered->len; i++)
    {
      QpItem *item = g_ptr_array_index (self->ordered, i);
      if (item->stamp == self->stamp && !item->hidden)
        g_ptr_array_add (found, item);
    }
}

/**
 * qp_scene_query:
 * @self: a scene
 * @box: where to look, metres
 *
 * Returns: (transfer container) (element-type QpItem): the items that are not hidden and whose bounds touch the
 *   box, in painting order; good until the next update
 */
GPtrArray *
qp_scene_query (QpScene *self, QpBox box)
{
  GPtrArray *found = g_ptr_array_new ();

  qp_grid2d_walk (self->grid, box, ++self->stamp, collect, found);
  if (found->len > self->ordered->len / 8)
    take_stamped (self, found);
  else
    g_ptr_array_sort (found, compare_item_pointers);
  return found;
}

typedef struct
{
  guint n;
  guint limit;
} Count;

static gboolean
count_item (QpItem *item, gpointer data)
{
  Count *count = data;

  if (!item->hidden)
    count->n++;
  return count->n < count->limit;
}

/**
 * qp_scene_count:
 * @self: a scene
 * @box: where to look, metres
 * @limit: where to stop counting
 *
 * Returns: how many items qp_scene_query() would give, at most @limit
 */
guint
qp_scene_count (QpScene *self, QpBox box, guint limit)
{
  Count count = { 0, limit };

  qp_grid2d_walk (self->grid, box, ++self->stamp, count_item, &count);
  return count.n;
}

/**
 * qp_scene_items:
 * @self: a scene
 *
 * Returns: (transfer none) (element-type QpItem): all items in painting order; good until the next update
 */
GPtrArray *
qp_scene_items (QpScene *self)
{
  return self->ordered;
}

/* a row is as high as a usual screen is wide: what stands side by side is read from left to right */
static int
compare_reading (gconstpointer a, gconstpointer b)
{
  const QpItem *first = *(QpItem *const *) a;
  const QpItem *second = *(QpItem *const *) b;
  const QpVec p = qp_item_middle (first);
  const QpVec q = qp_item_middle (second);
  const double row_p = floor (-p.y / 5);
  const double row_q = floor (-q.y / 5);

  if (row_p != row_q)
    return row_p < row_q ? -1 : 1;
  if (p.x != q.x)
    return p.x < q.x ? -1 : 1;
  return compare_items (first, second);
}

/**
 * qp_scene_reading_order:
 * @self: a scene
 *
 * Returns: (transfer container) (element-type QpItem): all items that can be grabbed, by rows from the top and
 *   from left to right within a row
 */
GPtrArray *
qp_scene_reading_order (QpScene *self)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < self->ordered->len; i++)
    if (!qp_item_is_locked (g_ptr_array_index (self->ordered, i)))
      g_ptr_array_add (found, g_ptr_array_index (self->ordered, i));
  g_ptr_array_sort (found, compare_reading);
  return found;
}
