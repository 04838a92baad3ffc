/* bench-sight.c: times what is seen from a place, and writes the same plan for other programs
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/qp-isovist.h"
#include "engine/qp-sight.h"
#include "lib/streets.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define PLACES 1000

/* of the processor, which a busy machine hardly changes; all of this runs in one thread */
static double
us_since (clock_t start)
{
  return (double) (clock () - start) * 1e6 / CLOCKS_PER_SEC;
}

/* "x1 y1 x2 y2" of each wall, "x y" of each place */
static void
write_plan (const Streets *streets, const QpVec *places, const char *folder)
{
  g_autofree char *segments = g_build_filename (folder, "plan.seg", NULL);
  g_autofree char *observers = g_build_filename (folder, "plan.obs", NULL);
  FILE *out = fopen (segments, "w");

  for (guint i = 0; i < streets->walls->len; i++)
    {
      const QpWallLine *wall = &g_array_index (streets->walls, QpWallLine, i);
      fprintf (out, "%.3f %.3f %.3f %.3f\n", (double) wall->a.x / 1e6, (double) wall->a.y / 1e6, (double) wall->b.x / 1e6,
               (double) wall->b.y / 1e6);
    }
  fclose (out);
  out = fopen (observers, "w");
  for (guint i = 0; i < PLACES; i++)
    fprintf (out, "%.6f %.6f\n", places[i].x, places[i].y);
  fclose (out);
}

/* ten screens of 15 parts among 1024 blocks of 5 to 40 m, seen from 160 000 places */
static int
time_maps (void)
{
  g_autoptr (GArray) walls = g_array_new (FALSE, FALSE, sizeof (QpSightWall));
  Streets streets;
  double seen = 0;

  streets_init (&streets, 32, 1000);
  for (guint i = 0; i < streets.walls->len; i++)
    {
      const QpWallLine *line = &g_array_index (streets.walls, QpWallLine, i);
      const QpSightWall wall
          = { qp_vec_from_point (line->a), qp_vec_from_point (line->b), 0, 5 + (double) (i / 4 * 7919 % 36), 0, NULL };
      g_array_append_val (walls, wall);
    }
  const QpSightGrid grid = qp_sight_grid ((QpBox){ 0, 0, 1000, 1000 }, 2.5, 1.6, 1000000);
  const clock_t start = clock ();
  for (guint i = 0; i < 10; i++)
    {
      g_autoptr (GArray) samples = g_array_new (FALSE, FALSE, sizeof (QpSightSample));
      const QpVec at = streets_next_place (&streets);
      for (guint k = 0; k < 15; k++)
        {
          const QpSightSample sample
              = { qp_vec3 (at.x + 3.2 * (k % 5), at.y, 6 + 3 * (k / 5)), qp_vec3 (0, -1, 0), 1 / 15.0, 0 };
          g_array_append_val (samples, sample);
        }
      g_autoptr (QpSightMap) map = qp_sight_map_new (walls, samples, &grid, NULL, NULL);
      for (guint k = 0; k < grid.columns * grid.rows; k++)
        seen += map->share[k];
    }
  g_print ("maps_ms=%.1f cells=%u walls=%u seen=%.1f\n", us_since (start) / 1000,
           grid.columns * grid.rows, walls->len, seen);
  streets_clear (&streets);
  return 0;
}

int
main (int argc, char *argv[])
{
  static QpVec places[PLACES];
  g_autoptr (GArray) outline = g_array_new (FALSE, FALSE, sizeof (QpVec));
  Streets streets;
  double sum = 0;

  if (argc == 2 && strcmp (argv[1], "maps") == 0)
    return time_maps ();
  if (argc < 4)
    {
      g_printerr ("usage: bench-sight maps | BLOCKS-ACROSS SIDE-M FOLDER\n");
      return 2;
    }
  streets_init (&streets, (guint) atoi (argv[1]), atof (argv[2]));
  for (guint i = 0; i < PLACES; i++)
    places[i] = streets_next_place (&streets);
  write_plan (&streets, places, argv[3]);

  clock_t start = clock ();
  g_autoptr (QpTriangulation) plane = qp_triangulation_new ((const QpWallLine *) (gpointer) streets.walls->data, streets.walls->len, QP_BOX_EMPTY);
  const double built = us_since (start) / 1000;
  start = clock ();
  for (guint i = 0; i < PLACES; i++)
    {
      qp_isovist (plane, (QpPoint){ qp_um_from_m (places[i].x), qp_um_from_m (places[i].y) }, -1, outline);
      sum += qp_corners_area ((const QpVec *) (gpointer) outline->data, outline->len);
    }
  g_print ("walls=%u build_ms=%.2f point_us=%.2f mean_area=%.4f\n", streets.walls->len, built,
           us_since (start) / PLACES, sum / PLACES);
  streets_clear (&streets);
  return 0;
}
