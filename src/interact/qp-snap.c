/* qp-snap.c: drawing a place or an angle to what is near it, with the reason
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "interact/qp-snap.h"

#include "base/qp-number.h"

#define MAX_LOOKED_AT 256    /* items; in a crowd snapping would only be in the way */
#define GRID_LEAST_PX 3.0
#define ANGLE_PULL 3.0 /* degrees on either side */

/**
 * qp_snap_clear:
 * @self: a snap
 */
void
qp_snap_clear (QpSnap *self)
{
  g_clear_pointer (&self->reason, g_free);
}

/**
 * qp_snap_grid_step:
 * @viewport: a viewport
 *
 * Returns: step of the grid that places are drawn to, metres: 1, 2 or 5 of a power of ten, at least 3 px and 1 mm
 */
double
qp_snap_grid_step (const QpViewport *viewport)
{
  const double least = fmax (qp_viewport_px_in_m (viewport, GRID_LEAST_PX), 1e-3);
  const double decade = pow (10, floor (log10 (least) + 1e-9));
  const double mantissa = least / decade;

  return decade * (mantissa <= 1 + 1e-9 ? 1 : mantissa <= 2 + 1e-9 ? 2 : mantissa <= 5 + 1e-9 ? 5 : 10);
}

/**
 * qp_snap_angle:
 * @heading_deg: an angle
 * @suspended: whether snapping is off
 *
 * Returns: the nearest multiple of 15° when it is within 3°, else the angle; 0 ≤ … < 360
 */
double
qp_snap_angle (double heading_deg, gboolean suspended)
{
  const double nearest = round (heading_deg / QP_SNAP_ANGLE_STEP) * QP_SNAP_ANGLE_STEP;

  return qp_heading_wrap (!suspended && fabs (nearest - heading_deg) <= ANGLE_PULL ? nearest : heading_deg);
}

typedef struct
{
  QpSnap *best;
  QpVec place;
  double tolerance;
  double distance;
} Search;

/* takes a candidate when it is of a better type, or nearer and as good */
static void
offer (Search *search, const QpItem *item, QpSnapType type, QpVec candidate, QpVec from, QpVec to)
{
  QpSnap *best = search->best;
  const double distance = qp_vec_distance (candidate, search->place);

  if (distance > search->tolerance)
    return;
  if (best->type != QP_SNAP_NONE && (type > best->type || (type == best->type && distance >= search->distance)))
    return;
  *best = (QpSnap){ type, candidate, from, to, item, NULL };
  search->distance = distance;
}

static void
offer_segment (Search *search, const QpItem *item, QpVec a, QpVec b)
{
  offer (search, item, QP_SNAP_END, a, a, b);
  offer (search, item, QP_SNAP_END, b, b, a);
  offer (search, item, QP_SNAP_MIDDLE, qp_vec_middle (a, b), a, b);
  offer (search, item, QP_SNAP_EDGE, qp_segment_nearest (a, b, search->place), a, b);
}

static void
offer_item (Search *search, const QpItem *item)
{
  gboolean closed, filled;
  const QpPoints *outline = qp_item_outline (item, &closed, &filled);

  if (item->node->kind == QP_KIND_SCREEN)
    offer_segment (search, item, item->a, item->b);
  else if (item->node->kind == QP_KIND_NOTE)
    offer (search, item, QP_SNAP_END, qp_item_middle (item), qp_item_middle (item), qp_item_middle (item));
  for (guint i = 0; outline != NULL && i + (closed ? 0 : 1) < outline->n; i++)
    offer_segment (search, item, qp_vec_from_point (outline->at[i]),
                   qp_vec_from_point (outline->at[(i + 1) % outline->n]));
  if (filled)
    offer (search, item, QP_SNAP_CENTER, qp_item_middle (item), qp_vec (item->bounds.x0, item->bounds.y0),
           qp_vec (item->bounds.x1, item->bounds.y1));
}

static gboolean
is_ignored (const QpItem *item, const QpId *ignored, guint n_ignored)
{
  for (guint i = 0; i < n_ignored; i++)
    if (qp_id_equal (item->id, ignored[i]))
      return TRUE;
  return FALSE;
}

static char *
reason_of (const QpSnap *snap)
{
  g_autofree char *name = qp_node_display_name (snap->item->node);

  switch (snap->type)
    {
    case QP_SNAP_END:
      /* Translators: why a place snapped; %s is the name of an object */
      return g_strdup_printf (_("end of %s"), name);
    case QP_SNAP_MIDDLE:
      return g_strdup_printf (_("middle of %s"), name);
    case QP_SNAP_CENTER:
      return g_strdup_printf (_("centre of %s"), name);
    default:
      return g_strdup_printf (_("edge of %s"), name);
    }
}

static void
snap_to_grid (QpSnap *self, const QpViewport *viewport, QpVec place)
{
  const double step = qp_snap_grid_step (viewport);
  const QpVec on_grid = qp_vec (round (place.x / step) * step, round (place.y / step) * step);
  g_autofree char *text = qp_number_display_significant (step, 1);

  /* Translators: why a place snapped; %s is the distance between grid lines in metres */
  *self = (QpSnap){ QP_SNAP_GRID, on_grid, on_grid, on_grid, NULL, g_strdup_printf (_("%s m grid"), text) };
}

/**
 * qp_snap_place:
 * @self: (out): where to go and why; clear with qp_snap_clear()
 * @scene: objects
 * @viewport: the view, which gives the tolerance its size
 * @query: which place, and what counts
 *
 * Ends win over middles, these over centres, these over edges, and everything over the grid.
 */
void
qp_snap_place (QpSnap *self, QpScene *scene, const QpViewport *viewport, const QpSnapQuery *query)
{
  const QpVec place = query->place;
  const double tolerance = qp_viewport_px_in_m (viewport, QP_SNAP_PX);
  Search search = { self, place, tolerance, INFINITY };

  *self = (QpSnap){ QP_SNAP_NONE, place, place, place, NULL, NULL };
  if (query->suspended)
    return;
  g_autoptr (GPtrArray) near = qp_scene_query (scene, qp_box_grown (qp_box_around (place, place), tolerance));
  for (guint i = 0; near->len <= MAX_LOOKED_AT && i < near->len; i++)
    if (!is_ignored (g_ptr_array_index (near, i), query->ignored, query->n_ignored))
      offer_item (&search, g_ptr_array_index (near, i));
  if (self->type == QP_SNAP_NONE)
    snap_to_grid (self, viewport, place);
  else
    self->reason = reason_of (self);
}
