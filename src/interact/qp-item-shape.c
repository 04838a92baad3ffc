/* qp-item-shape.c: where a plan's objects are and how far they reach
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "interact/qp-scene-private.h"

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
background_bounds (const QpBackground *background, const QpBox *known)
{
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

/* the shape follows from the node; a background's extent is told by whoever has decoded it */
void
qp_item_update_shape (QpItem *item, const QpCatalogue *catalogue, const QpBox *background)
{
  const QpNode *node = item->node;

  if (node->kind == QP_KIND_SCREEN)
    {
      qp_screen_ends ((const QpScreen *) node, catalogue, &item->a, &item->b, &item->depth);
      item->bounds = screen_bounds (item);
    }
  else if (node->kind == QP_KIND_BACKGROUND)
    item->bounds = background_bounds ((const QpBackground *) node, background);
  else if (node->kind == QP_KIND_NOTE)
    {
      const QpVec place = known_place (((const QpNote *) node)->x_m, ((const QpNote *) node)->y_m);
      item->bounds = qp_box_around (place, place);
    }
  else
    item->bounds = outline_bounds (item);
}
