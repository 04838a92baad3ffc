/* qp-triangulation.h: the plane between walls, cut into triangles whose edges never cross a wall
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-geometry.h"

G_BEGIN_DECLS

/**
 * QpTriangle:
 * @v: its corners, anticlockwise: indices of points
 * @next: the triangle across the edge opposite of each corner; −1 beyond the frame
 * @walls: bit i tells whether the edge opposite of corner i is a wall
 */
typedef struct
{
  guint v[3];
  int next[3];
  guint8 walls;
} QpTriangle;

/**
 * QpTriangulation:
 *
 * A constrained triangulation of a rectangle and the walls in it. Immutable once made; safe to read in any thread.
 */
typedef struct _QpTriangulation QpTriangulation;

/**
 * QpWallLine:
 * @a: one end, micrometres
 * @b: the other
 */
typedef struct
{
  QpPoint a;
  QpPoint b;
} QpWallLine;

QpTriangulation *qp_triangulation_new (const QpWallLine *walls, guint n, QpBox frame);
void qp_triangulation_free (QpTriangulation *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QpTriangulation, qp_triangulation_free)

guint qp_triangulation_n_points (const QpTriangulation *self);
guint qp_triangulation_n_triangles (const QpTriangulation *self);
QpPoint qp_triangulation_point (const QpTriangulation *self, guint index);
const QpTriangle *qp_triangulation_triangle (const QpTriangulation *self, guint index);
int qp_triangulation_find (const QpTriangulation *self, QpPoint place, int near);

/* which side of the line from a to b a place is on: 1 left, −1 right, 0 on it; exact */
int qp_orientation (QpPoint a, QpPoint b, QpPoint place);

G_END_DECLS
