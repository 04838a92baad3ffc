/* streets.h: plans of blocks along streets, always the same, on which visibility is measured and compared
 *
 * A square of SIDE metres has a wall all round and ACROSS × ACROSS blocks of four walls in it. Sizes and places come from a
 * small generator of chance with a fixed seed, so that other programs can be given the very same plans.
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-triangulation.h"

typedef struct
{
  double side;
  guint32 state;
  GArray *walls;  /* QpWallLine */
  GArray *blocks; /* QpBox */
} Streets;

static inline double
streets_draw (Streets *self)
{
  self->state = (self->state * 1103515245u + 12345u) & 0x7fffffffu;
  return self->state / (double) 0x7fffffff;
}

static inline void
streets_add_wall (GArray *walls, double x0, double y0, double x1, double y1)
{
  const QpWallLine wall = { { qp_um_from_m (x0), qp_um_from_m (y0) }, { qp_um_from_m (x1), qp_um_from_m (y1) } };

  g_array_append_val (walls, wall);
}

static inline void
streets_add_box (GArray *walls, double x0, double y0, double x1, double y1)
{
  streets_add_wall (walls, x0, y0, x1, y0);
  streets_add_wall (walls, x1, y0, x1, y1);
  streets_add_wall (walls, x1, y1, x0, y1);
  streets_add_wall (walls, x0, y1, x0, y0);
}

static inline double
streets_mm (double metres)
{
  return nearbyint (metres * 1000) / 1000;
}

static inline void
streets_add_block (Streets *self, guint i, guint j, double cell)
{
  const double w = cell * (0.35 + 0.30 * streets_draw (self)), h = cell * (0.35 + 0.30 * streets_draw (self));
  const double x = i * cell + (cell - w) * (0.2 + 0.6 * streets_draw (self));
  const double y = j * cell + (cell - h) * (0.2 + 0.6 * streets_draw (self));
  const QpBox block = { streets_mm (x), streets_mm (y), streets_mm (x + w), streets_mm (y + h) };

  streets_add_box (self->walls, block.x0, block.y0, block.x1, block.y1);
  g_array_append_val (self->blocks, block);
}

static inline void
streets_init (Streets *self, guint across, double side)
{
  *self = (Streets){ side, 20260101, g_array_new (FALSE, FALSE, sizeof (QpWallLine)), g_array_new (FALSE, FALSE, sizeof (QpBox)) };
  streets_add_box (self->walls, 0, 0, side, side);
  for (guint j = 0; j < across; j++)
    for (guint i = 0; i < across; i++)
      streets_add_block (self, i, j, side / across);
}

static inline void
streets_clear (Streets *self)
{
  g_array_unref (self->walls);
  g_array_unref (self->blocks);
}

/* the next place in a street, at least 0.3 m from any wall, to a micrometre */
static inline QpVec
streets_next_place (Streets *self)
{
  for (;;)
    {
      const double x = streets_draw (self) * self->side, y = streets_draw (self) * self->side;
      gboolean is_free = fmin (fmin (x, y), fmin (self->side - x, self->side - y)) >= 0.3;
      for (guint i = 0; is_free && i < self->blocks->len; i++)
        is_free = !qp_box_has (qp_box_grown (g_array_index (self->blocks, QpBox, i), 0.3), qp_vec (x, y));
      if (is_free)
        return qp_vec (x, y);
    }
}
