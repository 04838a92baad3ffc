/* qp-select-words.c: what is said, and how the pointer looks, while things are selected
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "interact/qp-select-words.h"

/* inside: what can be done with the selected outline, or with its chosen point */
char *
qp_select_outline_status (const QpToolContext *context, const QpItem *item)
{
  const int point = qp_selection_get_point (context->selection);

  if (point < 0)
    return g_strdup (_("Drag or use the arrow keys to move it; drag a point, or the middle of an edge, to reshape it. [ "
                       "and ] choose a point."));
  /* Translators: number of the chosen point, and of how many */
  return g_strdup_printf (_("Point %d of %u · arrow keys move it · Delete takes it out · + puts one behind it · [ and ] "
                            "choose another · Escape lets it go"),
                          point + 1, qp_item_outline (item, NULL, NULL)->n);
}

/* inside: what the handles of a shape are for; NULL for other parts */
const char *
qp_select_shape_hint (QpPart part)
{
  switch (part)
    {
    case QP_PART_BEND:
      return N_ ("Drag to bend the screen; its length stays. Alt bends freely.");
    case QP_PART_CORNER:
      return N_ ("Drag along the face to share its columns with the next one.");
    case QP_PART_ANGLE:
      return N_ ("Drag to turn this face about its corner. Alt turns freely.");
    case QP_PART_RADIUS:
      return N_ ("Drag to make it wider or narrower.");
    case QP_PART_ROWS:
      return N_ ("Drag to add or take away whole rows of cabinets; the other edge stays.");
    default:
      return NULL;
    }
}

/* inside: the pointer over an end of a screen, along its face */
const char *
qp_select_resize_cursor (const QpToolContext *context, QpId id)
{
  static const char *const names[] = { "ew-resize", "nwse-resize", "ns-resize", "nesw-resize" };
  const QpItem *item = qp_scene_find (context->scene, id);

  if (item == NULL)
    return "ew-resize";
  /* direction of the face, clockwise from right, in eighths of a turn */
  const double turn = qp_heading_wrap (qp_heading_of (qp_vec_sub (item->b, item->a)) - 90);
  return names[(guint) round (turn / 45) % 4];
}
