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
  const gboolean lying = item->path != NULL && item->path->lying;
  QpBox box = qp_box_around (item->a, item->b);

  for (guint i = 0; i < qp_item_n_facets (item); i++)
    {
      QpVec a, b;
      qp_item_facet (item, i, &a, &b);
      const QpVec back = qp_facet_back (a, b, lying ? 0 : item->depth);
      box = qp_box_union (box, qp_box_union (qp_box_around (a, b), qp_box_around (qp_vec_add (a, back), qp_vec_add (b, back))));
    }
  return box;
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
      g_free (item->path);
      item->path = qp_screen_path ((const QpScreen *) node, catalogue);
      qp_screen_ends_of_path ((const QpScreen *) node, catalogue, item->path, &item->a, &item->b, &item->depth);
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
