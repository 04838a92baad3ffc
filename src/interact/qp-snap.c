/* qp-snap.c: drawing a place or an angle to what is near it, with the reason
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "interact/qp-snap-private.h"

#include "base/qp-number.h"

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
  return qp_snap_grid_step_for (qp_viewport_px_in_m (viewport, 1));
}

/**
 * qp_snap_grid_step_for:
 * @px: size of a pixel, metres
 *
 * Returns: the same by the size of a pixel
 */
double
qp_snap_grid_step_for (double px)
{
  const double least = fmax (px * GRID_LEAST_PX, 1e-3);
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

/**
 * qp_snap_add_guide:
 * @self: a snap
 * @a: one end
 * @b: other end
 * @gap: whether it is one of several equal gaps
 */
void
qp_snap_add_guide (QpSnap *self, QpVec a, QpVec b, gboolean gap)
{
  if (self->n_guides < QP_SNAP_MAX_GUIDES)
    self->guides[self->n_guides++] = (QpSnapGuide){ a, b, gap };
}

/**
 * qp_snap_offer:
 * @search: a question
 * @item: (nullable): what gives the reason
 * @type: what it is
 * @candidate: a place
 * @from: one end of the line that shows the reason
 * @to: other end
 *
 * Takes a candidate when it is of a better type, or nearer and as good.
 *
 * Returns: whether it was taken
 */
gboolean
qp_snap_offer (QpSnapSearch *search, const QpItem *item, QpSnapType type, QpVec candidate, QpVec from, QpVec to)
{
  QpSnap *best = search->best;
  const double distance = qp_vec_distance (candidate, search->query->place);

  if (!(distance <= search->tolerance))
    return FALSE;
  if (best->type != QP_SNAP_NONE && (type > best->type || (type == best->type && distance >= search->distance)))
    return FALSE;
  *best = (QpSnap){ .type = type, .place = candidate, .item = item };
  qp_snap_add_guide (best, from, to, FALSE);
  search->distance = distance;
  search->other = NULL;
  return TRUE;
}

/**
 * qp_snap_ignores:
 * @query: a question
 * @item: an item
 *
 * Returns: whether it does not count
 */
gboolean
qp_snap_ignores (const QpSnapQuery *query, const QpItem *item)
{
  for (guint i = 0; i < query->n_ignored; i++)
    if (qp_id_equal (item->id, query->ignored[i]))
      return TRUE;
  return FALSE;
}

/* -- reasons -- */

static char *
reason_for_drawing (QpSnapType type, const char *name)
{
  switch (type)
    {
    case QP_SNAP_END:
      /* Translators: why a place snapped; %s is the name of a background drawing, here and below */
      return g_strdup_printf (_("end of a line in %s"), name);
    case QP_SNAP_MIDDLE:
      return g_strdup_printf (_("middle of a line in %s"), name);
    case QP_SNAP_PERPENDICULAR:
      return g_strdup_printf (_("perpendicular to a line in %s"), name);
    case QP_SNAP_EXTENSION:
      return g_strdup_printf (_("extension of a line in %s"), name);
    default:
      return g_strdup_printf (_("on a line in %s"), name);
    }
}

static char *
reason_for_object (QpSnapType type, const char *name)
{
  switch (type)
    {
    case QP_SNAP_END:
      /* Translators: why a place snapped; %s is the name of an object, here and below */
      return g_strdup_printf (_("end of %s"), name);
    case QP_SNAP_MIDDLE:
      return g_strdup_printf (_("middle of %s"), name);
    case QP_SNAP_CENTER:
      return g_strdup_printf (_("centre of %s"), name);
    case QP_SNAP_PERPENDICULAR:
      return g_strdup_printf (_("perpendicular to %s"), name);
    case QP_SNAP_EXTENSION:
      return g_strdup_printf (_("extension of %s"), name);
    default:
      return g_strdup_printf (_("edge of %s"), name);
    }
}

static char *
reason_of (const QpSnapSearch *search)
{
  const QpSnap *snap = search->best;
  g_autofree char *name = qp_node_display_name (snap->item->node);

  if (snap->type == QP_SNAP_CROSSING && search->other != NULL && search->other != snap->item)
    {
      g_autofree char *other = qp_node_display_name (search->other->node);
      /* Translators: why a place snapped; %s are the names of two objects */
      return g_strdup_printf (_("crossing of %s and %s"), name, other);
    }
  if (snap->type == QP_SNAP_CROSSING)
    /* Translators: why a place snapped; %s is the name of an object or a drawing */
    return g_strdup_printf (_("crossing in %s"), name);
  return snap->item->node->kind == QP_KIND_BACKGROUND ? reason_for_drawing (snap->type, name)
                                                      : reason_for_object (snap->type, name);
}

/* -- all of them -- */

static void
snap_to_grid (QpSnap *self, double step, QpVec place)
{
  const QpVec on_grid = qp_vec (round (place.x / step) * step, round (place.y / step) * step);
  g_autofree char *text = qp_number_display_significant (step, 1);

  /* Translators: why a place snapped; %s is the distance between grid lines in metres */
  *self = (QpSnap){ .type = QP_SNAP_GRID, .place = on_grid, .reason = g_strdup_printf (_("%s m grid"), text) };
}

/**
 * qp_snap_place:
 * @self: (out): where to go and why; clear with qp_snap_clear()
 * @scene: objects
 * @viewport: the view, which gives the tolerance its size
 * @query: which place, and what counts
 *
 * Points win over lines, these over what comes into line, and everything over the grid; see #QpSnapType. However many
 * objects there are, only some hundreds are looked at.
 */
void
qp_snap_place (QpSnap *self, QpScene *scene, const QpViewport *viewport, const QpSnapQuery *query)
{
  const double px = qp_viewport_px_in_m (viewport, 1);
  const QpSnapKinds kinds = query->kinds == 0 ? QP_SNAP_ALL : query->kinds;
  const GPtrArray *ghosts = qp_scene_ghosts (scene);
  QpSnapSearch search = { self, INFINITY, NULL, scene, query, qp_viewport_visible (viewport), QP_SNAP_PX * px, px };

  *self = (QpSnap){ .type = QP_SNAP_NONE, .place = query->place };
  if (query->suspended || isnan (query->place.x))
    return;
  if (kinds & QP_SNAP_POINTS_AND_LINES)
    qp_snap_offer_points (&search, scene);
  for (guint i = 0; kinds & QP_SNAP_POINTS_AND_LINES && i < ghosts->len; i++)
    qp_snap_offer_points (&search, g_ptr_array_index (ghosts, i));
  if (kinds & QP_SNAP_EXTENSIONS && self->type == QP_SNAP_NONE)
    qp_snap_offer_extensions (&search, scene);
  if (self->type != QP_SNAP_NONE)
    self->reason = reason_of (&search);
  else if (kinds & QP_SNAP_ALIGNMENTS)
    qp_snap_align (&search);
  if (self->type == QP_SNAP_NONE && kinds & QP_SNAP_GRIDS)
    snap_to_grid (self, qp_snap_grid_step (viewport), query->place);
}
