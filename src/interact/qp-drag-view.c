/* qp-drag-view.c: what is seen and said while something is dragged
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "interact/qp-drag-private.h"

#include "base/qp-number.h"
#include "interact/qp-tool-private.h"

#define LABEL_AWAY_PX 32.0

/* what is written beside the pointer */
static char *
live_text (const QpDrag *self, const QpToolContext *context)
{
  g_autofree char *number = NULL;

  if (qp_drag_is_of_shape (self))
    return qp_drag_shape_text (self, qp_scene_get_catalogue (context->scene));
  if (self->part == QP_PART_TURN)
    {
      number = qp_number_display (self->heading, 1);
      return g_strdup_printf ("%s°", number);
    }
  if (self->part == QP_PART_LEFT || self->part == QP_PART_RIGHT)
    {
      number = qp_number_display (self->cell_m * (double) self->columns, 2);
      /* Translators: width of a screen in metres and in columns of cabinets */
      return g_strdup_printf (_("%s m · %d columns"), number, (int) self->columns);
    }
  return NULL;
}

static void
decorate_many (const QpDrag *self, GPtrArray *decorations)
{
  const QpBox box = self->bounds;

  if (!qp_box_is_empty (box))
    qp_decorations_add (decorations, QP_DECORATION_GHOST_BOX, qp_vec_add (qp_vec (box.x0, box.y0), self->delta),
                        qp_vec_add (qp_vec (box.x1, box.y1), self->delta));
}

/* behind the face, so that it hides neither that nor the knob before it */
static QpVec
label_place (const QpDrag *self, const QpToolContext *context)
{
  const double away = qp_viewport_px_in_m (context->viewport, LABEL_AWAY_PX);
  const QpVec facing = self->part == QP_PART_TURN ? qp_vec_from_heading (self->heading) : self->facing;

  return qp_vec_add (self->middle, qp_vec_scale (facing, -away));
}

/**
 * qp_drag_decorate:
 * @self: a drag
 * @context: what is seen
 * @decorations: takes guides and numbers
 */
void
qp_drag_decorate (const QpDrag *self, const QpToolContext *context, GPtrArray *decorations)
{
  char *text = live_text (self, context);

  if (!qp_drag_is_live (self))
    decorate_many (self, decorations);
  qp_decorate_snap (decorations, &self->snap);
  if (text != NULL)
    {
      const QpVec beside = label_place (self, context);
      qp_decorations_add_text (decorations, QP_DECORATION_LABEL, beside, beside, text);
    }
}

/**
 * qp_drag_status:
 * @self: a drag
 * @context: what is seen
 *
 * Returns: (transfer full): how far, and why there
 */
char *
qp_drag_status (const QpDrag *self, const QpToolContext *context)
{
  g_autofree char *text = live_text (self, context);

  if (text != NULL)
    return g_steal_pointer (&text);
  if (self->part == QP_PART_POINT)
    return g_strdup (self->snap.reason);
  g_autofree char *across = qp_number_display (self->delta.x, 2);
  g_autofree char *up = qp_number_display (self->delta.y, 2);
  /* Translators: how far something was moved: to the right and up, in metres */
  g_autofree char *by = g_strdup_printf (_("across %s m, up %s m"), across, up);
  return self->snap.reason == NULL ? g_steal_pointer (&by) : g_strdup_printf ("%s · %s", by, self->snap.reason);
}
