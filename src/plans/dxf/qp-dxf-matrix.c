/* qp-dxf-matrix.c: where objects lie in space
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plans/dxf/qp-dxf-private.h"

QpDxfMatrix
qp_dxf_matrix_identity (void)
{
  return (QpDxfMatrix){ { { 1, 0, 0, 0 }, { 0, 1, 0, 0 }, { 0, 0, 1, 0 } } };
}

QpDxfMatrix
qp_dxf_matrix_move (double x, double y, double z)
{
  return (QpDxfMatrix){ { { 1, 0, 0, x }, { 0, 1, 0, y }, { 0, 0, 1, z } } };
}

/* first @b, then @a */
QpDxfMatrix
qp_dxf_matrix_multiply (const QpDxfMatrix *a, const QpDxfMatrix *b)
{
  QpDxfMatrix product;

  for (guint row = 0; row < 3; row++)
    for (guint column = 0; column < 4; column++)
      {
        product.m[row][column] = column == 3 ? a->m[row][3] : 0;
        for (guint i = 0; i < 3; i++)
          product.m[row][column] += a->m[row][i] * b->m[i][column];
      }
  return product;
}

static QpDxfPoint
cross (QpDxfPoint a, QpDxfPoint b)
{
  return (QpDxfPoint){ a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x };
}

static QpDxfPoint
unit (QpDxfPoint a)
{
  const double length = sqrt (a.x * a.x + a.y * a.y + a.z * a.z);
  return (QpDxfPoint){ a.x / length, a.y / length, a.z / length };
}

/* The "arbitrary axis algorithm" of the DXF reference: planar objects give their places in axes that follow from the
 * direction that is up for them. */
QpDxfMatrix
qp_dxf_matrix_plane (QpDxfPoint normal)
{
  const double length = sqrt (normal.x * normal.x + normal.y * normal.y + normal.z * normal.z);

  if (!(length > 1e-12 && length < 1e12))
    return qp_dxf_matrix_identity ();
  const QpDxfPoint z = unit (normal);
  const gboolean near_up = fabs (z.x) < 1.0 / 64 && fabs (z.y) < 1.0 / 64;
  const QpDxfPoint x = unit (cross (near_up ? (QpDxfPoint){ 0, 1, 0 } : (QpDxfPoint){ 0, 0, 1 }, z));
  const QpDxfPoint y = cross (z, x);
  return (QpDxfMatrix){ { { x.x, y.x, z.x, 0 }, { x.y, y.y, z.y, 0 }, { x.z, y.z, z.z, 0 } } };
}

/* how much longer a length in the plane becomes at most, about */
double
qp_dxf_matrix_stretch (const QpDxfMatrix *matrix)
{
  return MAX (hypot (matrix->m[0][0], matrix->m[1][0]), hypot (matrix->m[0][1], matrix->m[1][1]));
}
