/* qp-drag-private.h: what the files of a drag share
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "interact/qp-drag.h"

G_BEGIN_DECLS

#define QP_DRAG_MAX_CORNERS 32 /* of what is dragged; of an outline with more, the first ones */

struct _QpDrag
{
  QpPart part;
  guint index;
  gboolean copy;
  GPtrArray *start; /* QpNode: as they were; for a copy the new ones */
  GArray *ids;      /* QpId of the same */
  QpVec pressed;
  QpBox bounds; /* of them all, at the start */

  /* the one that was taken hold of, at the start */
  gboolean is_screen;
  QpVec a;
  QpVec b;
  QpVec middle;
  double cell_m;
  QpVec facing;
  QpVec corners[QP_DRAG_MAX_CORNERS];
  guint n_corners;

  QpVec at;
  QpVec delta;
  gint64 columns;
  double heading;
  gboolean inserted;
  gboolean changed;
  QpSnap snap;
  QpVec snapped; /* the delta that the snap asks for */
};

G_END_DECLS
