/* qp-sight-map.c: what a grid of viewers sees of a screen
 *
 * Not a line for each viewer and part of the face: from each part, all viewers at once. Obstacles that hide whatever is
 * behind them, at the heights of this part and of the eyes, end its view; the others cast shadows on the grid, which begin
 * and end where the line of sight passes over or under them.
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/qp-isovist.h"
#include "engine/qp-sight-mask.h"

#include <math.h>
#include <string.h>

typedef struct
{
  const GArray *walls;
  QpBox frame; /* of all viewers and all parts of the face */
  QpSightMap *map;
  QpSightMask seen;
  QpSightMask dim;          /* behind one transparent wall; with @passing made when there are such walls */
  double *passing;          /* of each cell */
  QpTriangulation *plane;   /* of the walls that hide whatever is behind them … */
  double height;            /* … from this height */
  GArray *outline;
} Look;

/* For viewers at the distance of a wall divided by u, the line of sight is at height z + (eye − z)·u where it passes the wall:
 * the range of u, within 0 … 1, that lies between base and top. */
static gboolean
hidden_range (const QpSightWall *wall, double z, double eye, double *from, double *to)
{
  const double d = eye - z;

  *from = 0;
  *to = 1;
  if (d == 0)
    return z >= wall->base && z <= wall->top;
  const double at_base = (wall->base - z) / d, at_top = (wall->top - z) / d;
  *from = fmax (0, fmin (at_base, at_top));
  *to = fmin (1, fmax (at_base, at_top));
  return *from < *to;
}

static gboolean
hides_all (const QpSightWall *wall, double z, double eye)
{
  return wall->through == 0 && wall->base <= fmin (z, eye) && wall->top >= fmax (z, eye);
}

static QpBox
grid_box (const QpSightGrid *grid)
{
  return (QpBox){ grid->x0, grid->y0, grid->x0 + grid->columns * grid->cell, grid->y0 + grid->rows * grid->cell };
}

static QpBox
frame_of (const QpSightGrid *grid, const GArray *samples)
{
  QpBox box = grid_box (grid);

  for (guint i = 0; i < samples->len; i++)
    box = qp_box_with (box, qp_vec3_plan (g_array_index (samples, QpSightSample, i).at));
  return box;
}

/* the walls that end the view from this height, in metres; made anew for each height */
static void
make_plane (Look *self, double height)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (QpWallLine));
  const double eye = self->map->grid.eye;

  if (self->plane != NULL && self->height == height)
    return;
  for (guint i = 0; i < self->walls->len; i++)
    {
      const QpSightWall *wall = &g_array_index (self->walls, QpSightWall, i);
      const QpWallLine line = { { qp_um_from_m (wall->a.x), qp_um_from_m (wall->a.y) },
                                { qp_um_from_m (wall->b.x), qp_um_from_m (wall->b.y) } };
      if (hides_all (wall, height, eye))
        g_array_append_val (lines, line);
    }
  g_clear_pointer (&self->plane, qp_triangulation_free);
  self->plane = qp_triangulation_new ((const QpWallLine *) (gpointer) lines->data, lines->len, self->frame);
  self->height = height;
}

/* the shadow of a wall on the ground of the eyes: from 1/to to 1/from of its distance */
static gboolean
shadow (const QpSightWall *wall, QpVec3 from, const QpSightGrid *grid, QpVec corners[4])
{
  const QpVec at = qp_vec3_plan (from), a = qp_vec_sub (wall->a, at), b = qp_vec_sub (wall->b, at);
  double u0, u1;

  if (!hidden_range (wall, from.z, grid->eye, &u0, &u1))
    return FALSE;
  const QpBox box = qp_box_with (grid_box (grid), at);
  const double reach = hypot (box.x1 - box.x0, box.y1 - box.y0) + grid->cell;
  const double nearest = qp_segment_distance (wall->a, wall->b, at);
  const double end = fmin (1 / fmax (u0, 1e-12), fmax (reach / fmax (nearest, 1e-6), 1) * 2), begin = 1 / u1;
  if (begin * nearest > reach || end <= begin)
    return FALSE;
  corners[0] = qp_vec_add (at, qp_vec_scale (a, begin));
  corners[1] = qp_vec_add (at, qp_vec_scale (b, begin));
  corners[2] = qp_vec_add (at, qp_vec_scale (b, end));
  corners[3] = qp_vec_add (at, qp_vec_scale (a, end));
  return TRUE;
}

static void
cast_shadows (Look *self, QpVec3 from)
{
  QpVec corners[4];

  for (guint i = 0; i < self->walls->len; i++)
    {
      const QpSightWall *wall = &g_array_index (self->walls, QpSightWall, i);
      if (wall->through == 0 && !hides_all (wall, from.z, self->map->grid.eye)
          && shadow (wall, from, &self->map->grid, corners))
        qp_sight_mask_fill_quad (&self->seen, corners, FALSE);
    }
}

/* what is behind glass is seen by its share; few walls are, so each may have a pass of its own */
static gboolean
dim_behind_glass (Look *self, QpVec3 from)
{
  const QpSightGrid *grid = &self->map->grid;
  gboolean any = FALSE;
  QpVec corners[4];

  for (guint i = 0; i < self->walls->len; i++)
    {
      const QpSightWall *wall = &g_array_index (self->walls, QpSightWall, i);
      if (wall->through == 0 || !shadow (wall, from, grid, corners))
        continue;
      if (self->passing == NULL)
        {
          qp_sight_mask_init (&self->dim, grid);
          self->passing = g_new (double, (gsize) grid->columns * grid->rows);
        }
      if (!any)
        for (gsize k = 0; k < (gsize) grid->columns * grid->rows; k++)
          self->passing[k] = 1;
      any = TRUE;
      memset (self->dim.bits, 0, sizeof (guint64) * self->dim.words * grid->rows);
      qp_sight_mask_fill_quad (&self->dim, corners, TRUE);
      for (guint row = 0; row < grid->rows; row++)
        for (guint word = 0; word < self->dim.words; word++)
          for (guint64 bits = self->dim.bits[(gsize) row * self->dim.words + word]; bits != 0; bits &= bits - 1)
            self->passing[(gsize) row * grid->columns + word * 64 + (guint) __builtin_ctzll (bits)] *= wall->through;
    }
  return any;
}

/* adds the part to all cells that see it and lie before it */
static void
add_sample (Look *self, const QpSightSample *sample, guint index, gboolean dimmed)
{
  const QpSightGrid *grid = &self->map->grid;
  const guint64 bit = (guint64) 1 << index % 64;
  const double dz = grid->eye - sample->at.z;

  for (guint row = 0; row < grid->rows; row++)
    {
      const double dy = grid->y0 + (row + 0.5) * grid->cell - sample->at.y;
      const double before = sample->normal.y * dy + sample->normal.z * dz;
      for (guint word = 0; word < self->seen.words; word++)
        for (guint64 bits = self->seen.bits[(gsize) row * self->seen.words + word]; bits != 0; bits &= bits - 1)
          {
            const guint column = word * 64 + (guint) __builtin_ctzll (bits);
            const double dx = grid->x0 + (column + 0.5) * grid->cell - sample->at.x;
            if (column >= grid->columns || sample->normal.x * dx + before <= 0)
              continue;
            const gsize cell = qp_sight_grid_cell (grid, column, row);
            const double passing = dimmed ? self->passing[cell] : 1;
            self->map->share[cell] += sample->weight * passing;
            if (passing > 0)
              self->map->seen[cell * self->map->words + index / 64] |= bit;
          }
    }
}

static void
look_from (Look *self, const QpSightSample *sample, guint index)
{
  const QpPoint at = { qp_um_from_m (sample->at.x), qp_um_from_m (sample->at.y) };

  make_plane (self, sample->at.z);
  qp_isovist (self->plane, at, -1, self->outline);
  qp_sight_mask_set_outline (&self->seen, self->outline);
  cast_shadows (self, sample->at);
  add_sample (self, sample, index, dim_behind_glass (self, sample->at));
}

static int
compare_heights (gconstpointer a, gconstpointer b, gpointer samples)
{
  const double one = g_array_index ((GArray *) samples, QpSightSample, *(const guint *) a).at.z;
  const double two = g_array_index ((GArray *) samples, QpSightSample, *(const guint *) b).at.z;

  return (one > two) - (one < two);
}

/* indices of the parts; those of a height follow each other, as they share their walls */
static GArray *
sort_by_height (const GArray *samples)
{
  GArray *order = g_array_sized_new (FALSE, FALSE, sizeof (guint), samples->len);

  for (guint i = 0; i < samples->len; i++)
    g_array_append_val (order, i);
  g_array_sort_with_data (order, compare_heights, (gpointer) samples);
  return order;
}

/**
 * qp_sight_grid:
 * @box: what is to be covered, metres
 * @cell: size of a cell, metres
 * @eye: height of the eyes, metres
 * @most: most cells; the cells are made larger if need be
 *
 * Returns: a grid that covers the box
 */
QpSightGrid
qp_sight_grid (QpBox box, double cell, double eye, guint most)
{
  const double w = fmax (box.x1 - box.x0, cell), h = fmax (box.y1 - box.y0, cell);

  if (w / cell * (h / cell) > most)
    cell = sqrt (w * h / most);
  cell = fmax (cell, fmax (w, h) / 30000);
  return (QpSightGrid){ box.x0, box.y0, cell, (guint) ceil (w / cell - 1e-9), (guint) ceil (h / cell - 1e-9), eye };
}

/**
 * qp_sight_map_new:
 * @walls: (element-type QpSightWall): obstacles
 * @samples: (element-type QpSightSample): parts of the face
 * @grid: the viewers
 * @go_on: (nullable): asked between parts with the share that is done; %FALSE ends the calculation
 * @data: for @go_on
 *
 * Returns: (transfer full) (nullable): what each viewer sees, the same as qp_sight_share() for each; %NULL when it was ended
 */
QpSightMap *
qp_sight_map_new (const GArray *walls, const GArray *samples, const QpSightGrid *grid, QpSightGoOn go_on, gpointer data)
{
  const gsize n = (gsize) grid->columns * grid->rows;
  QpSightMap *map = g_new0 (QpSightMap, 1);
  g_autoptr (GArray) order = sort_by_height (samples);
  Look look = { .walls = walls, .frame = frame_of (grid, samples), .map = map };
  gboolean on = TRUE;

  map->grid = *grid;
  map->share = g_new0 (double, n);
  map->words = (samples->len + 63) / 64;
  map->seen = g_new0 (guint64, n * map->words);
  qp_sight_mask_init (&look.seen, &map->grid);
  look.outline = g_array_new (FALSE, FALSE, sizeof (QpVec));
  for (guint i = 0; i < order->len && on; i++)
    {
      const guint index = g_array_index (order, guint, i);
      look_from (&look, &g_array_index (samples, QpSightSample, index), index);
      on = go_on == NULL || go_on ((i + 1.0) / order->len, data);
    }
  qp_sight_mask_clear (&look.seen);
  qp_sight_mask_clear (&look.dim);
  g_free (look.passing);
  g_array_unref (look.outline);
  g_clear_pointer (&look.plane, qp_triangulation_free);
  if (!on)
    g_clear_pointer (&map, qp_sight_map_free);
  return map;
}

/**
 * qp_sight_map_free:
 * @self: a map
 */
void
qp_sight_map_free (QpSightMap *self)
{
  g_free (self->share);
  g_free (self->seen);
  g_free (self);
}
