/* qp-cell-tint.c: the tint of a cabinet in pixel maps, on the screen and in files
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "render/qp-cell-tint.h"

/**
 * qp_cell_tint:
 * @shape: a shape with facets
 * @column: a column of cabinets, from 0
 * @row: a row, from 0
 *
 * Returns: 0xRRGGBB: a chequer of two dark shades, with a hue for each face
 */
guint32
qp_cell_tint (const QpShape *shape, guint column, guint row)
{
  static const guint32 shades[][2] = {
    { 0x305080, 0x204060 }, { 0x306040, 0x204830 }, { 0x705030, 0x584020 },
    { 0x603070, 0x482058 }, { 0x206060, 0x184848 }, { 0x703040, 0x582030 },
  };
  const QpFacet *facet = qp_shape_facet (shape, qp_shape_facet_of_column (shape, column));

  return shades[facet->face % G_N_ELEMENTS (shades)][(column + row) % 2];
}
