/* qp-hit.c: what is under the pointer
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "interact/qp-scene.h"

#define MAX_WITH_HANDLES 1 /* handles are shown for a single selected item */
#define HOVER_HANDLES_PX 120.0
#define EDGE_TOLERANCE 0.6

static gboolean
hit_handles (const QpItem *item, QpVec place, double tolerance, double px_in_m, QpHit *hit)
{
  g_autoptr (GArray) handles = qp_item_handles (item, px_in_m);
  gboolean found = FALSE;

  for (guint i = 0; i < handles->len; i++)
    {
      const QpHandle *handle = &g_array_index (handles, QpHandle, i);
      const double distance = qp_vec_distance (handle->place, place);
      /* most of an edge is for moving the whole */
      const double within = handle->part == QP_PART_EDGE ? tolerance * EDGE_TOLERANCE : tolerance;
      if (distance > within || (found && distance >= hit->distance))
        continue;
      *hit = (QpHit){ item, handle->part, handle->index, distance };
      found = TRUE;
    }
  return found;
}

/* handles of what is merely hovered are shown only on screens large enough not to be resized by mistake */
static gboolean
hit_hovered (QpScene *self, QpId hovered, QpVec place, double tolerance, double px_in_m, QpHit *hit)
{
  const QpItem *item = qp_scene_find (self, hovered);

  if (item == NULL || item->node->kind != QP_KIND_SCREEN || qp_item_width (item) < HOVER_HANDLES_PX * px_in_m)
    return FALSE;
  return hit_handles (item, place, tolerance, px_in_m, hit) && (hit->part == QP_PART_LEFT || hit->part == QP_PART_RIGHT);
}

static gboolean
is_area (const QpItem *item)
{
  gboolean filled;

  if (item->node->kind == QP_KIND_BACKGROUND || (item->path != NULL && item->path->lying))
    return TRUE;
  qp_item_outline (item, NULL, &filled);
  return filled;
}

/* the edge of an area is a line like others; its inside is not */
static gboolean
is_on_edge (const QpItem *item, QpVec place, double tolerance)
{
  gboolean closed;
  const QpPoints *outline = qp_item_outline (item, &closed, NULL);

  for (guint i = 0; item->path != NULL && i < qp_item_n_facets (item); i++)
    if (!qp_item_is_gap (item, i) && qp_segment_distance (item->path->at[i], item->path->at[i + 1], place) <= tolerance)
      return TRUE;
  return outline != NULL && qp_outline_distance (outline, closed, place) <= tolerance;
}

/* the top one of what is under the place, else the nearest; the insides of areas come last */
static gboolean
hit_bodies (QpScene *self, QpVec place, double tolerance, QpHit *hit)
{
  g_autoptr (GPtrArray) found = qp_scene_query (self, qp_box_grown (qp_box_around (place, place), tolerance));
  const QpItem *area = NULL;
  gboolean any = FALSE;

  for (guint i = found->len; i-- > 0;)
    {
      const QpItem *item = g_ptr_array_index (found, i);
      const double distance = qp_item_distance (item, place);
      if (qp_item_is_locked (item) || distance > tolerance)
        continue;
      if (is_area (item) && !is_on_edge (item, place, tolerance))
        area = area == NULL ? item : area;
      else if (!any || distance < hit->distance)
        {
          *hit = (QpHit){ item, QP_PART_BODY, 0, distance };
          any = TRUE;
        }
    }
  if (!any && area != NULL)
    *hit = (QpHit){ area, QP_PART_BODY, 0, 0 };
  return any || area != NULL;
}

/**
 * qp_scene_hit:
 * @self: a scene
 * @place: plan place, metres
 * @tolerance_m: how far an object may be
 * @handle_tolerance_m: how far a handle may be
 * @px_in_m: size of a pixel on the plan, metres
 * @selected: (array length=n_selected): what is selected; its handles come first when it is a single item
 * @n_selected: how many
 * @hovered: the object that was under the pointer before, or %QP_ID_NONE
 * @hit: (out): what is there
 *
 * Handles of the selection come before those of what is hovered, these before the topmost object, and the
 * insides of areas come last.
 *
 * Returns: whether anything is there
 */
gboolean
qp_scene_hit (QpScene *self, QpVec place, double tolerance_m, double handle_tolerance_m, double px_in_m,
              const QpId *selected, guint n_selected, QpId hovered, QpHit *hit)
{
  *hit = (QpHit){ NULL, QP_PART_NONE, 0, INFINITY };
  for (guint i = 0; n_selected <= MAX_WITH_HANDLES && i < n_selected; i++)
    {
      const QpItem *item = qp_scene_find (self, selected[i]);
      if (item != NULL && !qp_item_is_locked (item) && hit_handles (item, place, handle_tolerance_m, px_in_m, hit))
        return TRUE;
    }
  if (hit_hovered (self, hovered, place, handle_tolerance_m, px_in_m, hit))
    return TRUE;
  *hit = (QpHit){ NULL, QP_PART_NONE, 0, INFINITY };
  return hit_bodies (self, place, tolerance_m, hit);
}
