/* qp-commands-array.c: many copies at once: along a line, in a grid, along a path
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "interact/qp-commands-private.h"
#include "interact/qp-follow.h"

static gboolean
is_too_many (const GPtrArray *nodes, guint64 n_copies)
{
  return nodes->len == 0 || n_copies == 0 || n_copies > QP_ARRAY_MAX / nodes->len;
}

/* one copy of all nodes; groups of a copy are its own */
static void
add_copies (GPtrArray *copies, const GPtrArray *nodes, const QpTransform *transform)
{
  g_autoptr (GPtrArray) set = g_ptr_array_new ();

  for (guint i = 0; i < nodes->len; i++)
    {
      g_autoptr (QpNode) copy = qp_node_copy_as_new (g_ptr_array_index (nodes, i));
      g_ptr_array_add (set, qp_node_transformed (copy, transform));
    }
  qp_nodes_regroup (set);
  qp_nodes_rebind (set, nodes);
  g_ptr_array_extend_and_steal (copies, g_steal_pointer (&set));
}

static QpTransform
move_by (double dx_m, double dy_m)
{
  QpTransform move = qp_transform_turn ((QpPoint){ 0, 0 }, 0);

  move.moved = (QpPoint){ qp_um_from_m (dx_m), qp_um_from_m (dy_m) };
  return move;
}

static GPtrArray *
new_copies (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) qp_node_unref);
}

/**
 * qp_command_array_line:
 * @context: what is seen
 * @n_copies: how many copies
 * @dx_m: from one to the next, metres to the right
 * @dy_m: from one to the next, metres up
 *
 * Returns: (transfer full) (nullable): edits that put copies of what is selected into a row; %NULL when nothing is
 *   selected, or when it would be more than %QP_ARRAY_MAX objects
 */
QpReply *
qp_command_array_line (const QpToolContext *context, guint n_copies, double dx_m, double dy_m)
{
  g_autoptr (GPtrArray) nodes = qp_selected_nodes (context, TRUE);
  g_autoptr (GPtrArray) copies = new_copies ();

  if (is_too_many (nodes, n_copies))
    return NULL;
  for (guint i = 1; i <= n_copies; i++)
    {
      const QpTransform move = move_by (dx_m * i, dy_m * i);
      add_copies (copies, nodes, &move);
    }
  return qp_insert_all (context, copies, N_("Array in a Line"));
}

/**
 * qp_command_array_grid:
 * @context: what is seen
 * @columns: columns, with that of what is selected
 * @rows: rows, with that of what is selected
 * @dx_m: from one column to the next, metres to the right
 * @dy_m: from one row to the next, metres up
 *
 * Returns: (transfer full) (nullable): edits that fill a grid with copies of what is selected, which is its first
 *   place; %NULL when nothing is selected, or when it would be more than %QP_ARRAY_MAX objects
 */
QpReply *
qp_command_array_grid (const QpToolContext *context, guint columns, guint rows, double dx_m, double dy_m)
{
  g_autoptr (GPtrArray) nodes = qp_selected_nodes (context, TRUE);
  g_autoptr (GPtrArray) copies = new_copies ();

  if (columns == 0 || rows == 0 || is_too_many (nodes, (guint64) columns * rows - 1))
    return NULL;
  for (guint i = 1; i < columns * rows; i++)
    {
      const QpTransform move = move_by (dx_m * (i % columns), dy_m * (i / columns));
      add_copies (copies, nodes, &move);
    }
  return qp_insert_all (context, copies, N_("Array in a Grid"));
}

/* -- along a path -- */

/* the place at this distance from the beginning, and where the path leads there */
static QpVec
place_on_path (const QpPoints *path, gboolean closed, double distance, double *heading)
{
  const guint n = closed ? path->n : path->n - 1;
  QpVec place = qp_vec_from_point (path->at[0]);

  *heading = 90;
  for (guint i = 0; i < n; i++)
    {
      const QpVec a = qp_vec_from_point (path->at[i]);
      const QpVec b = qp_vec_from_point (path->at[(i + 1) % path->n]);
      const double length = qp_vec_distance (a, b);
      if (length == 0)
        continue;
      *heading = qp_heading_of (qp_vec_sub (b, a));
      place = qp_vec_add (a, qp_vec_scale (qp_vec_sub (b, a), fmin (distance / length, 1)));
      if (distance <= length)
        break;
      distance -= length;
    }
  return place;
}

static gboolean
is_path (const QpItem *item)
{
  const QpPoints *outline = qp_item_outline (item, NULL, NULL);

  return outline != NULL && outline->n > 1 && item->node->kind != QP_KIND_DIMENSION;
}

/* the primary object when it has an outline, else the only selected one that has; it may be locked */
static const QpItem *
find_path (const QpToolContext *context)
{
  const QpItem *primary = qp_scene_find (context->scene, qp_selection_get_primary (context->selection));
  g_autoptr (GPtrArray) items = qp_selected_items (context, FALSE);
  const QpItem *found = NULL;
  guint n = 0;

  if (primary != NULL && is_path (primary))
    return primary;
  for (guint i = 0; i < items->len; i++)
    if (is_path (g_ptr_array_index (items, i)))
      {
        found = g_ptr_array_index (items, i);
        n++;
      }
  return n == 1 ? found : NULL;
}

/* middle of what is copied: that of a screen is the middle of its face */
static QpPoint
middle_of (const QpToolContext *context, const GPtrArray *nodes)
{
  QpBox all = QP_BOX_EMPTY;

  for (guint i = 0; i < nodes->len; i++)
    {
      const QpItem *item = qp_scene_find (context->scene, ((const QpNode *) g_ptr_array_index (nodes, i))->id);
      if (nodes->len == 1)
        all = qp_box_around (qp_item_middle (item), qp_item_middle (item));
      else if (!qp_box_is_empty (item->bounds))
        all = qp_box_union (all, item->bounds);
    }
  const QpVec middle = qp_box_is_empty (all) ? qp_vec (0, 0) : qp_box_middle (all);
  return (QpPoint){ qp_um_from_m (middle.x), qp_um_from_m (middle.y) };
}

static QpTransform
onto_path (QpPoint middle, QpVec place, double heading)
{
  QpTransform transform = qp_transform_turn (middle, heading - 90);

  transform.moved = (QpPoint){ qp_um_from_m (place.x) - middle.x, qp_um_from_m (place.y) - middle.y };
  return transform;
}

/**
 * qp_command_array_path:
 * @context: what is seen; the path is the primary object when it has an outline, else the only selected one that has
 * @n_copies: how many copies
 *
 * Puts copies of what else is selected along a path, at equal distances from its beginning to its end (around it, when
 * it is closed). They turn with it: what is drawn for a path to the right stays as it is, so that a screen facing down
 * looks to the right of the way.
 *
 * Returns: (transfer full) (nullable): the edits; %NULL without a path or anything else, or when it would be more than
 *   %QP_ARRAY_MAX objects
 */
QpReply *
qp_command_array_path (const QpToolContext *context, guint n_copies)
{
  const QpItem *path = find_path (context);
  g_autoptr (GPtrArray) nodes = qp_selected_nodes (context, TRUE);
  g_autoptr (GPtrArray) copies = new_copies ();
  gboolean closed;

  if (path == NULL)
    return NULL;
  g_ptr_array_remove (nodes, path->node);
  if (is_too_many (nodes, n_copies))
    return NULL;
  const QpPoints *outline = qp_item_outline (path, &closed, NULL);
  const QpPoint middle = middle_of (context, nodes);
  const double step = qp_points_length (outline, closed) / (closed ? n_copies : MAX (n_copies - 1, 1));
  for (guint i = 0; i < n_copies; i++)
    {
      double heading;
      const QpVec place = place_on_path (outline, closed, step * i, &heading);
      const QpTransform transform = onto_path (middle, place, heading);
      add_copies (copies, nodes, &transform);
    }
  return qp_insert_all (context, copies, N_("Array along a Path"));
}
