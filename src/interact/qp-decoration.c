/* qp-decoration.c: what moves over a plan: guides, ghosts, handles and measures, as a list
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "interact/qp-decoration.h"

#define MAX_OUTLINES 2000 /* more are shown by the box around them all */

static void
decoration_free (gpointer data)
{
  QpDecoration *decoration = data;

  g_clear_pointer (&decoration->outline, qp_points_unref);
  g_free (decoration->text);
  g_free (decoration);
}

/**
 * qp_decorations_new:
 *
 * Returns: (transfer full) (element-type QpDecoration): an empty list
 */
GPtrArray *
qp_decorations_new (void)
{
  return g_ptr_array_new_with_free_func (decoration_free);
}

/**
 * qp_decorations_add:
 * @self: a list
 * @type: what it is
 * @a: first place, metres
 * @b: second place, metres
 *
 * Returns: (transfer none): the new decoration, for what else it has
 */
QpDecoration *
qp_decorations_add (GPtrArray *self, QpDecorationType type, QpVec a, QpVec b)
{
  QpDecoration *decoration = g_new0 (QpDecoration, 1);

  decoration->type = type;
  decoration->a = a;
  decoration->b = b;
  decoration->depth = NAN;
  g_ptr_array_add (self, decoration);
  return decoration;
}

/**
 * qp_decorations_add_text:
 * @self: a list
 * @type: what it is
 * @a: first place, metres
 * @b: second place, metres
 * @text: (transfer full): what it says
 *
 * Returns: (transfer none): the new decoration
 */
QpDecoration *
qp_decorations_add_text (GPtrArray *self, QpDecorationType type, QpVec a, QpVec b, char *text)
{
  QpDecoration *decoration = qp_decorations_add (self, type, a, b);

  decoration->text = text;
  return decoration;
}

/**
 * qp_decorations_add_outline:
 * @self: a list
 * @points: (array length=n_points): an outline, metres
 * @n_points: how many, at least 1
 * @closed: whether the last point is joined to the first
 *
 * Returns: (transfer none): the new ghost of an outline
 */
QpDecoration *
qp_decorations_add_outline (GPtrArray *self, const QpVec *points, guint n_points, gboolean closed)
{
  QpDecoration *decoration
      = qp_decorations_add (self, QP_DECORATION_GHOST_OUTLINE, points[0], points[n_points - 1]);
  g_autofree QpPoint *at = g_new (QpPoint, n_points);

  for (guint i = 0; i < n_points; i++)
    at[i] = (QpPoint){ qp_um_from_m (points[i].x), qp_um_from_m (points[i].y) };
  decoration->outline = qp_points_new (at, n_points);
  decoration->closed = closed;
  return decoration;
}

static void
add_handles (GPtrArray *self, const QpItem *item, double px_in_m)
{
  g_autoptr (GArray) handles = qp_item_handles (item, px_in_m);

  for (guint i = 0; i < handles->len; i++)
    {
      const QpHandle *handle = &g_array_index (handles, QpHandle, i);
      if (handle->part == QP_PART_TURN)
        qp_decorations_add (self, QP_DECORATION_LINK, qp_item_middle (item), handle->place);
      qp_decorations_add (self, QP_DECORATION_HANDLE, handle->place, handle->place)->part = handle->part;
    }
}

static void
add_box_of_all (GPtrArray *self, QpScene *scene, const QpId *ids, guint n_ids)
{
  QpBox box = QP_BOX_EMPTY;

  for (guint i = 0; i < n_ids; i++)
    {
      const QpItem *item = qp_scene_find (scene, ids[i]);
      if (item != NULL)
        box = qp_box_union (box, item->bounds);
    }
  if (!qp_box_is_empty (box))
    qp_decorations_add (self, QP_DECORATION_GHOST_BOX, qp_vec (box.x0, box.y0), qp_vec (box.x1, box.y1));
}

/**
 * qp_decorations_add_selection:
 * @self: a list
 * @scene: objects
 * @ids: (array length=n_ids): what is selected
 * @n_ids: how many
 * @primary: the primary one
 * @px_in_m: size of a pixel on the plan, metres
 *
 * Adds outlines of what is selected, and the handles when it is a single object. Of very many, the box around them.
 */
void
qp_decorations_add_selection (GPtrArray *self, QpScene *scene, const QpId *ids, guint n_ids, QpId primary, double px_in_m)
{
  if (n_ids > MAX_OUTLINES)
    {
      add_box_of_all (self, scene, ids, n_ids);
      return;
    }
  for (guint i = 0; i < n_ids; i++)
    {
      const QpItem *item = qp_scene_find (scene, ids[i]);
      if (item == NULL || item->unseen)
        continue;
      QpDecoration *outline = qp_decorations_add (self, QP_DECORATION_SELECTED, item->a, item->b);
      outline->item = item;
      outline->strong = qp_id_equal (item->id, primary);
      if (n_ids == 1 && !qp_item_is_locked (item))
        add_handles (self, item, px_in_m);
    }
}
