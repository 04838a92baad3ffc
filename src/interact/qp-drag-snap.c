/* qp-drag-snap.c: where what is moved snaps to
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "interact/qp-attach.h"
#include "interact/qp-drag-private.h"

static void
add_corner (QpDrag *self, QpVec corner)
{
  if (self->n_corners < QP_DRAG_MAX_CORNERS)
    self->corners[self->n_corners++] = corner;
}

/* what of it comes to lie on others: the ends of a face and of the back, the points of an outline */
void
qp_drag_remember_corners (QpDrag *self, const QpItem *item)
{
  const QpPoints *outline = qp_item_outline (item, NULL, NULL);

  if (item->node->kind == QP_KIND_SCREEN)
    {
      add_corner (self, item->a);
      add_corner (self, item->b);
    }
  for (guint i = 0; item->path != NULL && !item->path->smooth && i < item->path->n; i++)
    add_corner (self, item->path->at[i]);
  for (guint i = 0; item->node->kind == QP_KIND_SCREEN && item->depth > 0 && i < qp_item_n_facets (item); i++)
    {
      QpVec a, b;
      qp_item_facet (item, i, &a, &b);
      const QpVec back = qp_facet_back (a, b, item->depth);
      add_corner (self, qp_vec_add (a, back));
      add_corner (self, qp_vec_add (b, back));
    }
  for (guint i = 0; outline != NULL && i < outline->n; i++)
    add_corner (self, qp_vec_from_point (outline->at[i]));
}

const QpId *
qp_drag_ignored (const QpDrag *self, guint *n_ids)
{
  /* the original of a copy is a good thing to snap to */
  *n_ids = self->ids->len;
  return (const QpId *) (gpointer) self->ids->data;
}

/* keeps the better of the snap there is and the one of another place of what is dragged */
static void
try_snap (QpDrag *self, const QpToolContext *context, QpVec place, QpSnapKinds kinds, double *distance)
{
  const QpVec moved = qp_vec_add (place, self->delta);
  QpSnapQuery query = { .place = moved, .kinds = kinds, .has_box = TRUE };
  g_auto (QpSnap) snap = { 0 };

  query.ignored = qp_drag_ignored (self, &query.n_ignored);
  query.box = (QpBox){ self->bounds.x0 + self->delta.x, self->bounds.y0 + self->delta.y,
                       self->bounds.x1 + self->delta.x, self->bounds.y1 + self->delta.y };
  qp_snap_place (&snap, context->scene, context->viewport, &query);
  const double far = qp_vec_distance (snap.place, moved);
  if (snap.type == QP_SNAP_NONE)
    return;
  if (self->snap.type != QP_SNAP_NONE
      && (snap.type > self->snap.type || (snap.type == self->snap.type && far >= *distance)))
    return;
  qp_snap_clear (&self->snap);
  self->snap = snap;
  self->snapped = qp_vec_sub (snap.place, place);
  *distance = far;
  snap.reason = NULL;
}

/* the corners of what was taken hold of: its own ends and edges snap */
static void
try_corners (QpDrag *self, const QpToolContext *context, double *distance)
{
  for (guint i = 0; i < self->n_corners; i++)
    try_snap (self, context, self->corners[i], QP_SNAP_POINTS_AND_LINES, distance);
  try_snap (self, context, self->middle, QP_SNAP_POINTS_AND_LINES, distance);
}

static void
snap_move (QpDrag *self, const QpToolContext *context, QpModifiers modifiers)
{
  double distance = INFINITY;

  qp_snap_clear (&self->snap);
  self->snap = (QpSnap){ 0 };
  if ((modifiers & QP_MOD_ALT) != 0)
    return;
  try_corners (self, context, &distance);
  if (self->snap.type == QP_SNAP_NONE)
    try_snap (self, context, self->middle, QP_SNAP_ALIGNMENTS | QP_SNAP_GRIDS, &distance);
  if (self->snap.type != QP_SNAP_NONE)
    self->delta = self->snapped;
}

/* a single screen near a wall turns its back to it; away from the wall it looks where it did */
static gboolean
attach (QpDrag *self, const QpToolContext *context, QpModifiers modifiers)
{
  const QpVec middle = qp_vec_add (self->middle, self->delta);
  const QpAttachQuery query = { .middle = middle,
                                .beside = middle,
                                .facing_deg = isnan (self->heading_then) ? 180 : self->heading_then,
                                .most_turn_deg = 180,
                                .width = qp_vec_distance (self->a, self->b),
                                .depth = self->bulge + (self->depth > 0 ? self->depth : 0) };
  QpAttachment found;

  self->heading = self->heading_then;
  if (!self->attaches || (modifiers & (QP_MOD_ALT | QP_MOD_SHIFT)) != 0
      || !(isnan (self->corner_deg)
               ? qp_attach_to_wall (context->scene, context->viewport, &query, &found)
               : qp_attach_to_corner (context->scene, context->viewport, &query, self->corner_deg, &found)))
    return FALSE;
  qp_snap_clear (&self->snap);
  qp_attachment_to_snap (&found, &self->snap);
  self->heading = found.facing_deg;
  self->turned = TRUE;
  self->delta = qp_vec_sub (found.middle, self->middle);
  return TRUE;
}

/* from the delta of the pointer to the one to use; self->snap tells why */
void
qp_drag_snap (QpDrag *self, const QpToolContext *context, QpModifiers modifiers)
{
  if (!attach (self, context, modifiers))
    snap_move (self, context, modifiers);
}
