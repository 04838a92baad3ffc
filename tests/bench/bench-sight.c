/* bench-sight.c: times what is seen from a place, and writes the same plan for other programs
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/qp-isovist.h"
#include "engine/qp-sight-measure.h"
#include "lib/streets.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
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

/* --- ten screens among 1024 buildings of 5 to 40 m, seen from 160 000 places --- */

static void
set (QpNode *node, const char *name, const char *text)
{
  const QpField *field = qp_kind_field (node->kind, name);
  g_auto (QpValue) value = { 0 };

  qp_field_parse (field, text, &value);
  qp_node_init_value (node, field, &value);
}

static QpNode *
make_building (QpBox box, guint number)
{
  QpNode *node = qp_node_new (QP_KIND_OBSTACLE, qp_id_new ());
  g_autofree char *top = g_strdup_printf ("%u", 5 + number * 7919 % 36);
  g_autofree char *outline = g_strdup_printf ("%.3f,%.3f %.3f,%.3f %.3f,%.3f %.3f,%.3f", box.x0, box.y0, box.x1, box.y0, box.x1, box.y1,
                                              box.x0, box.y1);

  set (node, "top_height_m", top);
  set (node, "outline", outline);
  return node;
}

static QpNode *
make_screen (QpVec at, guint number)
{
  QpNode *node = qp_node_new (QP_KIND_SCREEN, qp_id_new ());
  g_autofree char *x = g_strdup_printf ("%.3f", at.x), *y = g_strdup_printf ("%.3f", at.y), *facing = g_strdup_printf ("%u", number * 36);

  set (node, "x_m", x);
  set (node, "y_m", y);
  set (node, "facing_deg", facing);
  set (node, "bottom_height_m", "6");
  set (node, "cabinet_width_mm", "500");
  set (node, "cabinet_height_mm", "500");
  set (node, "cabinet_px_w", "128");
  set (node, "cabinet_px_h", "128");
  set (node, "columns", "32");
  set (node, "rows", "18");
  return node;
}

#define SCREENS 10

static QpNode *
make_plan (void)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) qp_node_unref);
  QpNode *plan = qp_node_new (QP_KIND_PLAN, qp_id_new ());
  Streets streets;

  streets_init (&streets, 32, 1000);
  for (guint i = 0; i < streets.blocks->len; i++)
    g_ptr_array_add (nodes, make_building (g_array_index (streets.blocks, QpBox, i), i));
  for (guint i = 0; i < SCREENS; i++)
    g_ptr_array_add (nodes, make_screen (streets_next_place (&streets), i));
  g_autoptr (QpNodeList) list = qp_node_list_new ((QpNode *const *) nodes->pdata, nodes->len);
  qp_node_init_children (plan, list);
  streets_clear (&streets);
  return plan;
}

/* screens are taken by two threads, as the window does */
typedef struct
{
  QpSightScene *scene;
  const QpNode *plan;
  guint parts;
  int next;
  double seen;
  GMutex lock;
} Pass;

static QpNode *
screen_at (const QpNode *plan, guint index)
{
  QpNodeIter iter;
  QpNode *node;

  qp_node_iter_init (&iter, plan->children);
  do
    node = qp_node_iter_next_of (&iter, QP_KIND_SCREEN);
  while (index-- > 0);
  return node;
}

static gpointer
take_screens (gpointer data)
{
  Pass *pass = data;
  const QpSightMeasure *grade = qp_sight_measure_find ("grade");

  for (guint i; (i = (guint) g_atomic_int_add (&pass->next, 1)) < SCREENS;)
    {
      g_autoptr (QpSightResult) result = qp_sight_result_new (pass->scene, screen_at (pass->plan, i), NULL, NULL, pass->parts, NULL, NULL);
      g_autoptr (QpValueGrid) values = qp_sight_values_new (grade, result);
      double seen = 0;
      for (gsize k = 0; k < (gsize) values->grid.columns * values->grid.rows; k++)
        seen += values->at[k] >= QP_LOOK_SEEN;
      g_mutex_lock (&pass->lock);
      pass->seen += seen;
      g_mutex_unlock (&pass->lock);
    }
  return NULL;
}

static double
processors_ms (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000 + (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1000;
}

static void
time_pass (const char *name, const QpNode *plan, guint cells, guint parts)
{
  const QpSightSpan span = { 0.5, TRUE, cells };
  const double before = processors_ms ();
  const gint64 start = g_get_monotonic_time ();
  g_autoptr (QpSightScene) scene = qp_sight_scene_new (plan, &span);
  Pass pass = { .scene = scene, .plan = plan, .parts = parts };

  g_mutex_init (&pass.lock);
  GThread *helper = g_thread_new ("helper", take_screens, &pass);
  take_screens (&pass);
  g_thread_join (helper);
  g_print ("%s_ms=%.1f %s_cpu_ms=%.1f %s_cells=%zu %s_seen=%.0f ", name, (double) (g_get_monotonic_time () - start) / 1000, name,
           processors_ms () - before, name, qp_sight_scene_cells (scene), name, pass.seen);
  g_mutex_clear (&pass.lock);
}

static int
time_maps (void)
{
  g_autoptr (QpNode) plan = make_plan ();

  time_pass ("first", plan, 6000, 8);
  time_pass ("maps", plan, 160000, QP_LOOK_PARTS);
  g_print ("\n");
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
