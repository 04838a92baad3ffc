/* qp-triangulation-private.h: inside the engine: how a triangulation is kept and changed while it is made
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-triangulation.h"

G_BEGIN_DECLS

struct _QpTriangulation
{
  GArray *points;    /* QpPoint */
  GArray *around;    /* int: a triangle at each point */
  GArray *triangles; /* QpTriangle */
  GArray *doubtful;  /* guint[2]: edges that may have to be flipped */
  guint32 chance;    /* of walks */
};

#define POINT(self, i) (g_array_index ((self)->points, QpPoint, (i)))
#define TRIANGLE(self, i) (&g_array_index ((self)->triangles, QpTriangle, (i)))
#define AFTER(i) (((i) + 1) % 3)
#define BEFORE(i) (((i) + 2) % 3)

guint qp_triangulation_add_point (QpTriangulation *self, QpPoint place, int near);
gboolean qp_triangulation_find_edge (const QpTriangulation *self, guint u, guint w, int *triangle, guint *opposite);
gboolean qp_triangulation_is_convex (const QpTriangulation *self, int t, guint i);
void qp_triangulation_flip (QpTriangulation *self, int t, guint i);
void qp_triangulation_doubt (QpTriangulation *self, guint u, guint w);
void qp_triangulation_settle (QpTriangulation *self);
void qp_triangulation_add_wall (QpTriangulation *self, guint a, guint b);

G_END_DECLS
