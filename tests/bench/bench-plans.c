/* bench-plans.c: opens a large plan in the real canvas and pans over it
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * bench-plans none|png|jpeg|pdf|svg|dxf [FRAMES]: makes the plan (none: one of a few walls, to compare with), then prints how long it took until it was seen as a whole,
 * how long the main loop stood still at most meanwhile, and what GTK's frame clock took for the frames of a pan. The
 * figures with "cpu" are processor time, which a busy machine does not change: of all threads for the first picture, of
 * the main thread for the others.
 */
#include "config.h"

#include "canvas/qp-canvas.h"
#include "plans/qp-plan-source.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <gdk-pixbuf/gdk-pixbuf.h>
#include <malloc.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define WIDTH 1280
#define HEIGHT 800
#define PNG_SIDE 10000
#define JPEG_SIDE 6000
#define PATHS 20000
#define LINES 100000
#define WARM_UP 30
#define BEAT_MS 2
#define PATIENCE_US (60 * G_USEC_PER_SEC)

typedef struct
{
  QpCanvas *canvas;
  QpStage *stage;
  guint wanted;
  guint tick;
  guint n_painted;
  GArray *frames; /* double, ms */
  GArray *work;   /* double, ms of processor time */
  gint64 frame_start;
  gint64 work_start;
  gint64 last_beat;
  gint64 last_work;
  gint64 longest_gap;
  gint64 longest_work;
  gboolean pans;
  gboolean done;
} Bench;

static gint64
cpu_us (clockid_t clock)
{
  struct timespec time;

  clock_gettime (clock, &time);
  return time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

/* -- plans -- */

static cairo_status_t
append (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* lines of a plan, the same each time */
static void
draw_paths (cairo_t *cr, double side, guint n)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1234);

  cairo_set_line_width (cr, side / 4000);
  for (guint i = 0; i < n; i++)
    {
      const double x = g_rand_double (rand) * side, y = g_rand_double (rand) * side;
      cairo_set_source_rgb (cr, i % 3 * 0.3, i % 5 * 0.15, i % 7 * 0.1);
      cairo_move_to (cr, x, y);
      cairo_rel_line_to (cr, side / 60, 0);
      cairo_rel_line_to (cr, 0, side / 80 * g_rand_double (rand));
      cairo_rel_curve_to (cr, -side / 200, side / 100, -side / 100, side / 100, -side / 60, 0);
      cairo_stroke (cr);
    }
}

/* a drawing with a grain like that of a scan, which packs badly */
static cairo_surface_t *
picture (int side)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, side, side);
  cairo_t *cr = cairo_create (surface);
  guint32 noise = 1;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  draw_paths (cr, side, 4000);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  for (int y = 0; y < side; y++)
    {
      guint32 *row = (guint32 *) (gpointer) (cairo_image_surface_get_data (surface)
                                             + (gsize) y * cairo_image_surface_get_stride (surface));
      for (int x = 0; x < side; x++)
        row[x] ^= (noise = noise * 1664525 + 1013904223) >> 24 & 0x030303;
    }
  cairo_surface_mark_dirty (surface);
  return surface;
}

static GBytes *
png_plan (void)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = picture (PNG_SIDE);

  cairo_surface_write_to_png_stream (surface, append, bytes);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

static GBytes *
jpeg_plan (void)
{
  cairo_surface_t *surface = picture (JPEG_SIDE);
  GdkPixbuf *pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, JPEG_SIDE, JPEG_SIDE);
  char *data;
  gsize size;

  for (int y = 0; y < JPEG_SIDE; y++)
    {
      const guint32 *row = (const guint32 *) (gpointer) (cairo_image_surface_get_data (surface)
                                                         + (gsize) y * cairo_image_surface_get_stride (surface));
      guint8 *to = gdk_pixbuf_get_pixels (pixbuf) + (gsize) y * gdk_pixbuf_get_rowstride (pixbuf);
      for (int x = 0; x < JPEG_SIDE; x++)
        {
          to[3 * x] = row[x] >> 16 & 255;
          to[3 * x + 1] = row[x] >> 8 & 255;
          to[3 * x + 2] = row[x] & 255;
        }
    }
  gdk_pixbuf_save_to_buffer (pixbuf, &data, &size, "jpeg", NULL, "quality", "90", NULL);
  g_object_unref (pixbuf);
  cairo_surface_destroy (surface);
  return g_bytes_new_take (data, size);
}

static GBytes *
vector_plan (gboolean pdf)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = pdf ? cairo_pdf_surface_create_for_stream (append, bytes, 2384, 2384)
                                 : cairo_svg_surface_create_for_stream (append, bytes, 2384, 2384);
  cairo_t *cr = cairo_create (surface);

  draw_paths (cr, 2384, PATHS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

static GBytes *
dxf_plan (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1234);
  GString *text = g_string_new ("0\nSECTION\n2\nENTITIES\n");

  for (guint i = 0; i < LINES; i++)
    {
      const int x = g_rand_int_range (rand, 0, 100000), y = g_rand_int_range (rand, 0, 100000);
      g_string_append_printf (text, "0\nLINE\n8\nL%u\n10\n%d\n20\n%d\n11\n%d\n21\n%d\n", i % 20, x, y,
                              x + g_rand_int_range (rand, -900, 900), y + g_rand_int_range (rand, -900, 900));
    }
  g_string_append (text, "0\nENDSEC\n0\nEOF\n");
  return g_string_free_to_bytes (text);
}

static GBytes *
plan_of (const char *kind)
{
  return strcmp (kind, "png") == 0    ? png_plan ()
         : strcmp (kind, "jpeg") == 0 ? jpeg_plan ()
         : strcmp (kind, "dxf") == 0  ? dxf_plan ()
                                      : vector_plan (strcmp (kind, "pdf") == 0);
}

static void
set_value (QpNode *node, const char *name, QpValue value)
{
  qp_node_init_value (node, qp_kind_field (node->kind, name), &value);
}

static QpNode *
wrap (QpNode *child, QpKind kind)
{
  QpNode *node = qp_node_new (kind, qp_id_new ());
  g_autoptr (QpNodeList) list = qp_node_list_new (&child, 1);

  qp_node_init_children (node, list);
  qp_node_unref (child);
  return node;
}

/* what a frame costs anyway: one wall and nothing behind it */
static QpNode *
project_without (void)
{
  static const QpPoint corners[] = { { 0, 0 }, { 40000000, 0 }, { 40000000, 30000000 }, { 0, 30000000 } };
  QpNode *wall = qp_node_new (QP_KIND_OBSTACLE, qp_id_new ());
  g_auto (QpValue) outline = qp_value_points (qp_points_new (corners, G_N_ELEMENTS (corners)));

  set_value (wall, "outline", outline);
  return wrap (wrap (wrap (wall, QP_KIND_PLAN), QP_KIND_SITE), QP_KIND_PROJECT);
}

static QpNode *
project_with (GBytes *bytes)
{
  QpNode *background = qp_node_new (QP_KIND_BACKGROUND, qp_id_new ());
  gint64 format = QP_UNSET;

  qp_plan_sniff (bytes, NULL, &format);
  set_value (background, "format", qp_value_integer (format));
  set_value (background, "data", qp_value_bytes (bytes));
  return wrap (wrap (wrap (background, QP_KIND_PLAN), QP_KIND_SITE), QP_KIND_PROJECT);
}

/* -- measuring -- */

/* making the plan took memory, too, which is not counted */
static void
forget_peak (void)
{
  FILE *file = fopen ("/proc/self/clear_refs", "w");

  malloc_trim (0);
  if (file == NULL)
    return;
  fputs ("5", file);
  fclose (file);
}

static double
peak_mib (void)
{
  g_autofree char *text = NULL;
  const char *line = g_file_get_contents ("/proc/self/status", &text, NULL, NULL) ? strstr (text, "VmHWM:") : NULL;

  return line != NULL ? g_ascii_strtod (line + strlen ("VmHWM:"), NULL) / 1024 : NAN;
}

static gboolean
on_beat (gpointer data)
{
  Bench *self = data;
  const gint64 now = g_get_monotonic_time (), work = cpu_us (CLOCK_THREAD_CPUTIME_ID);

  self->longest_gap = MAX (self->longest_gap, now - self->last_beat);
  self->longest_work = MAX (self->longest_work, work - self->last_work);
  self->last_beat = now;
  self->last_work = work;
  return G_SOURCE_CONTINUE;
}

static void
before_paint (GdkFrameClock *clock, Bench *self)
{
  self->frame_start = g_get_monotonic_time ();
  self->work_start = cpu_us (CLOCK_THREAD_CPUTIME_ID);
}

static void
after_paint (GdkFrameClock *clock, Bench *self)
{
  const double ms = (double) (g_get_monotonic_time () - self->frame_start) / 1000;
  const double work = (double) (cpu_us (CLOCK_THREAD_CPUTIME_ID) - self->work_start) / 1000;

  self->n_painted++;
  if (!self->pans || self->tick <= WARM_UP || self->done)
    return;
  g_array_append_val (self->frames, ms);
  g_array_append_val (self->work, work);
}

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  Bench *self = data;
  const double angle = self->tick * 0.05;

  if (!self->pans)
    return G_SOURCE_CONTINUE;
  if (self->frames->len >= self->wanted)
    {
      self->done = TRUE;
      return G_SOURCE_REMOVE;
    }
  self->tick++;
  qp_stage_pan (self->stage, 12 * cos (angle), 12 * sin (angle));
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
spin_for (guint ms)
{
  const gint64 until = g_get_monotonic_time () + ms * 1000;

  while (g_get_monotonic_time () < until)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (500);
    }
}

/* until all that is in view was painted from what was loaded */
static double
wait_until_seen (Bench *self)
{
  const gint64 start = g_get_monotonic_time ();
  const guint painted = self->n_painted;

  gtk_widget_queue_draw (GTK_WIDGET (self->canvas));
  do
    g_main_context_iteration (NULL, TRUE);
  while ((self->n_painted == painted || !qp_canvas_is_complete (self->canvas))
         && g_get_monotonic_time () - start < PATIENCE_US);
  return (double) (g_get_monotonic_time () - start) / 1000;
}

static double
open_plan (Bench *self, QpNode *project)
{
  g_autoptr (QpDocument) document = qp_document_new (project);
  const QpNode *plan = qp_node_list_get (qp_node_list_get (project->children, 0)->children, 0);

  self->last_beat = g_get_monotonic_time ();
  self->last_work = cpu_us (CLOCK_THREAD_CPUTIME_ID);
  self->longest_gap = self->longest_work = 0;
  qp_stage_set_document (self->stage, document);
  qp_stage_set_plan (self->stage, plan->id);
  const double first = wait_until_seen (self);
  qp_stage_fit (self->stage);
  wait_until_seen (self);
  return first;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  const double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
percentile (GArray *values, double part)
{
  return g_array_index (values, double, (guint) (part * (values->len - 1)));
}

static void
pan (Bench *self, double zoom)
{
  g_array_set_size (self->frames, 0);
  g_array_set_size (self->work, 0);
  qp_stage_zoom_at (self->stage, zoom, (QpVec){ WIDTH / 2.0, HEIGHT / 2.0 });
  self->tick = 0;
  self->done = FALSE;
  self->pans = TRUE;
  while (!self->done)
    g_main_context_iteration (NULL, TRUE);
  self->pans = FALSE;
  gtk_widget_add_tick_callback (GTK_WIDGET (self->canvas), on_tick, self, NULL);
  g_array_sort (self->frames, compare_doubles);
  g_array_sort (self->work, compare_doubles);
}

int
main (int argc, char **argv)
{
  if (argc < 2 || !gtk_init_check ())
    {
      g_printerr ("usage, on a display: bench-plans none|png|jpeg|pdf|svg|dxf [FRAMES]\n");
      return 2;
    }

  const gboolean none = strcmp (argv[1], "none") == 0;
  g_autoptr (GBytes) bytes = none ? g_bytes_new (NULL, 0) : plan_of (argv[1]);
  Bench self = { .canvas = qp_canvas_new (), .wanted = argc > 2 ? (guint) atoi (argv[2]) : 300 };
  g_autoptr (QpNode) project = none ? project_without () : project_with (bytes);
  GtkWidget *window = gtk_window_new ();

  forget_peak ();
  self.stage = qp_canvas_get_stage (self.canvas);
  self.frames = g_array_new (FALSE, FALSE, sizeof (double));
  self.work = g_array_new (FALSE, FALSE, sizeof (double));
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (self.canvas));
  g_signal_connect_after (self.canvas, "map", G_CALLBACK (on_map), &self);
  gtk_window_present (GTK_WINDOW (window));
  spin_for (500);
  g_timeout_add_full (G_PRIORITY_HIGH, BEAT_MS, on_beat, &self, NULL);
  const gint64 before = cpu_us (CLOCK_PROCESS_CPUTIME_ID);
  const double first = open_plan (&self, project);
  const double first_cpu = (double) (cpu_us (CLOCK_PROCESS_CPUTIME_ID) - before) / 1000;
  const double block = (double) self.longest_gap / 1000, block_cpu = (double) self.longest_work / 1000;
  pan (&self, 1);
  const double p50 = percentile (self.frames, 0.5), p99 = percentile (self.frames, 0.99),
               cpu_p50 = percentile (self.work, 0.5), cpu_p99 = percentile (self.work, 0.99);
  pan (&self, 8);
  g_print ("file_kib=%.0f first_ms=%.0f first_cpu_ms=%.0f block_ms=%.1f block_cpu_ms=%.1f p50_ms=%.2f p99_ms=%.2f "
           "cpu_p50_ms=%.2f cpu_p99_ms=%.2f near_p50_ms=%.2f near_p99_ms=%.2f near_cpu_p50_ms=%.2f near_cpu_p99_ms=%.2f "
           "peak_mib=%.0f\n",
           (double) g_bytes_get_size (bytes) / 1024, first, first_cpu, block, block_cpu, p50, p99, cpu_p50, cpu_p99,
           percentile (self.frames, 0.5), percentile (self.frames, 0.99), percentile (self.work, 0.5),
           percentile (self.work, 0.99), peak_mib ());
  gtk_window_destroy (GTK_WINDOW (window));
  g_array_unref (self.frames);
  g_array_unref (self.work);
  return 0;
}
