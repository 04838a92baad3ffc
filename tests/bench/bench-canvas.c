/* bench-canvas.c: times the frames of the real canvas while it is panned, zoomed and a screen is dragged
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * bench-canvas N_SCREENS pan|zoom|drag [FRAMES [map]]: prints what GTK's frame clock took from layout to paint.
 */
#include "bench-project.h"

#include "canvas/qp-canvas.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define WIDTH 1280
#define HEIGHT 800
#define WARM_UP 30

typedef struct
{
  GtkWidget *window;
  QpStage *stage;
  const char *action;
  guint wanted;
  guint tick;
  GArray *frames; /* double, ms */
  GArray *work;   /* double, ms of the processor */
  gint64 frame_start;
  gint64 work_start;
  gint64 first;
  gint64 last;
  QpVec grabbed;
  gboolean done;
} Bench;

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  const double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
percentile (GArray *values, double part)
{
  const guint index = (guint) (part * (values->len - 1));

  return g_array_index (values, double, index);
}

static gint64
thread_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

static void
before_paint (GdkFrameClock *clock, Bench *self)
{
  self->frame_start = g_get_monotonic_time ();
  self->work_start = thread_time ();
}

static void
after_paint (GdkFrameClock *clock, Bench *self)
{
  const double ms = (double) (g_get_monotonic_time () - self->frame_start) / 1000;

  if (self->tick <= WARM_UP || self->done)
    return;
  const double work = (double) (thread_time () - self->work_start) / 1000;
  g_array_append_val (self->frames, ms);
  g_array_append_val (self->work, work);
  self->first = self->first != 0 ? self->first : self->frame_start;
  self->last = self->frame_start;
}

/* the middle of a screen near the middle of the view */
static QpVec
find_screen (Bench *self)
{
  const QpViewport *viewport = qp_stage_get_viewport (self->stage);
  QpNode *plan = bench_project_plan (qp_document_get_root (qp_stage_get_document (self->stage)));
  QpVec best = { 0, 0 };
  double least = INFINITY;
  QpNodeIter iter;

  qp_node_iter_init (&iter, plan->children);
  for (QpNode *node; (node = qp_node_iter_next_of (&iter, QP_KIND_SCREEN)) != NULL;)
    {
      const QpScreen *screen = (const QpScreen *) node;
      const QpVec px = qp_viewport_to_px (viewport, qp_vec ((double) screen->x_m / 1e6, (double) screen->y_m / 1e6));
      const double away = hypot (px.x - WIDTH / 2.0, px.y - HEIGHT / 2.0);
      if (away < least)
        {
          least = away;
          best = px;
        }
    }
  return best;
}

static void
step (Bench *self)
{
  const double angle = self->tick * 0.1;

  if (strcmp (self->action, "pan") == 0)
    qp_stage_pan (self->stage, 9 * cos (angle), 9 * sin (angle));
  else if (strcmp (self->action, "zoom") == 0)
    qp_stage_zoom_at (self->stage, self->tick / 25 % 2 == 0 ? 1.05 : 1 / 1.05, (QpVec){ WIDTH / 2.0, HEIGHT / 2.0 });
  else if (self->tick == WARM_UP / 2)
    {
      self->grabbed = find_screen (self);
      qp_stage_move (self->stage, self->grabbed, 0);
      qp_stage_press (self->stage, self->grabbed, QP_BUTTON_PRIMARY, 1, 0);
    }
  else if (self->tick > WARM_UP / 2)
    qp_stage_move (self->stage, (QpVec){ self->grabbed.x + 120 * sin (angle), self->grabbed.y + 90 * cos (angle) }, 0);
}

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  Bench *self = data;

  if (self->frames->len >= self->wanted)
    {
      self->done = TRUE;
      return G_SOURCE_REMOVE;
    }
  self->tick++;
  step (self);
  return G_SOURCE_CONTINUE;
}

static void
on_map (GtkWidget *widget, Bench *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);

  g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint), self);
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint), self);
  gtk_widget_add_tick_callback (widget, on_tick, self, NULL);
}

static void
report (Bench *self)
{
  const double seconds = (double) (self->last - self->first) / G_USEC_PER_SEC;
  const double fps = seconds > 0 ? (self->frames->len - 1) / seconds : 0;

  g_array_sort (self->frames, compare_doubles);
  g_array_sort (self->work, compare_doubles);
  g_print ("p50_ms=%.2f p95_ms=%.2f p99_ms=%.2f worst_ms=%.2f fps=%.1f frames=%u cpu_p50_ms=%.2f cpu_p99_ms=%.2f\n", percentile (self->frames, 0.5),
           percentile (self->frames, 0.95), percentile (self->frames, 0.99), percentile (self->frames, 1), fps,
           self->frames->len, percentile (self->work, 0.5), percentile (self->work, 0.99));
}

/* a map of 160 000 cells over all screens, with steps and lines, as of distances */
static void
show_map (QpCanvas *canvas, QpNode *plan)
{
  QpMapScale scale = { .title = "Distance", .unit = " m", .reversed = TRUE };
  QpBox box = QP_BOX_EMPTY;
  QpNodeIter iter;

  qp_node_iter_init (&iter, plan->children);
  for (QpNode *node; (node = qp_node_iter_next_of (&iter, QP_KIND_SCREEN)) != NULL;)
    box = qp_box_with (box, qp_vec ((double) ((QpScreen *) node)->x_m / 1e6, (double) ((QpScreen *) node)->y_m / 1e6));
  const QpSightGrid grid = qp_sight_grid (box, 0.5, 1.6, 160000);
  g_autoptr (QpValueGrid) values = qp_value_grid_new (&grid);
  for (guint row = 0; row < grid.rows; row++)
    for (guint column = 0; column < grid.columns; column++)
      values->at[qp_sight_grid_cell (&grid, column, row)] = (float) (50 + 50 * sin (column * 0.07) * cos (row * 0.05));
  qp_map_scale_even (&scale, 0, 100, 6);
  g_autoptr (QpMapOverlay) overlay = qp_map_overlay_new (values, &scale, QP_THEME_LIGHT, FALSE);
  qp_canvas_set_map (canvas, overlay);
}

int
main (int argc, char **argv)
{
  if (argc < 3 || !gtk_init_check ())
    {
      g_printerr ("usage, on a display: bench-canvas N_SCREENS pan|zoom|drag [FRAMES [map]]\n");
      return 2;
    }

  g_autoptr (QpNode) project = bench_project_new ((guint) atoi (argv[1]), 0);
  g_autoptr (QpDocument) document = qp_document_new (project);
  g_autoptr (QpCatalogue) builtin = qp_catalogue_load_builtin (NULL, NULL);
  Bench self = { .action = argv[2], .wanted = argc > 3 ? (guint) atoi (argv[3]) : 300,
                 .frames = g_array_new (FALSE, FALSE, sizeof (double)), .work = g_array_new (FALSE, FALSE, sizeof (double)) };
  QpCanvas *canvas = qp_canvas_new ();

  self.stage = qp_canvas_get_stage (canvas);
  qp_stage_set_catalogue (self.stage, builtin);
  qp_stage_set_document (self.stage, document);
  qp_stage_set_plan (self.stage, bench_project_plan (project)->id);
  if (argc > 4 && strcmp (argv[4], "map") == 0)
    show_map (canvas, bench_project_plan (project));
  self.window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self.window), WIDTH, HEIGHT);
  gtk_window_set_child (GTK_WINDOW (self.window), GTK_WIDGET (canvas));
  g_signal_connect_after (canvas, "map", G_CALLBACK (on_map), &self);
  gtk_window_present (GTK_WINDOW (self.window));
  while (!self.done)
    g_main_context_iteration (NULL, TRUE);
  report (&self);
  gtk_window_destroy (GTK_WINDOW (self.window));
  g_array_unref (self.frames);
  return 0;
}
