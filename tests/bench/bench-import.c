/* bench-import.c: takes plans over into the whole window and measures how long it stands still
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * bench-import dxf|geojson|FILE LAYER: opens the import dialog for the plan, chooses LAYER (part of its name) as walls,
 * takes it over, and undoes that. For each step it prints the longest time that the main loop stood still, and the
 * most processor time that the main thread used between two turns of the loop, which a busy machine hardly changes. The
 * first import of a run makes what later ones find made: "again" is a second one.
 */
#include "config.h"

#include "app/qp-application.h"
#include "app/qp-window-private.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define BEAT_MS 2
#define QUIET_MS 700
#define PATIENCE_MS 60000
#define ROOMS 400
#define HOUSES 5400

typedef struct
{
  gint64 last_beat;
  gint64 last_work;
  gint64 longest_gap;
  gint64 longest_work;
} Beat;

static gint64
work_us (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

static gboolean
on_beat (gpointer data)
{
  Beat *self = data;
  const gint64 now = g_get_monotonic_time (), work = work_us ();

  self->longest_gap = MAX (self->longest_gap, now - self->last_beat);
  self->longest_work = MAX (self->longest_work, work - self->last_work);
  self->last_beat = now;
  self->last_work = work;
  return G_SOURCE_CONTINUE;
}

static void
start_step (Beat *self)
{
  *self = (Beat){ .last_beat = g_get_monotonic_time (), .last_work = work_us () };
}

static void
end_step (Beat *self, const char *name, const char *again)
{
  on_beat (self); /* what was done since the last turn of the loop counts, too */
  g_print ("%s%s_ms=%.1f %s%s_cpu_ms=%.1f ", name, again, (double) self->longest_gap / 1000, name, again,
           (double) self->longest_work / 1000);
  fflush (stdout);
}

static void
turn_until (gboolean (*is_there) (gpointer), gpointer data)
{
  const gint64 end = g_get_monotonic_time () + PATIENCE_MS * 1000;

  while (!is_there (data) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  if (is_there (data))
    return;
  g_printerr ("gave up after %d s: the machine is too busy, or it does not work\n", PATIENCE_MS / 1000);
  exit (1);
}

static void
turn_for (guint ms)
{
  const gint64 end = g_get_monotonic_time () + ms * 1000;

  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
}

/* -- plans -- */

/* Rooms of eight lines each on 24 layers, in blocks and plain: about what an architect's floor plan holds. */
static GString *
dxf_plan (void)
{
  GString *text = g_string_new ("0\nSECTION\n2\nENTITIES\n");

  for (guint i = 0; i < ROOMS; i++)
    for (guint side = 0; side < 8; side++)
      {
        const int x = (int) (i % 20) * 6000, y = (int) (i / 20) * 5000;
        static const int corners[9][2] = { { 0, 0 },       { 4000, 0 },    { 4000, 1000 }, { 5500, 1000 }, { 5500, 4500 },
                                           { 3000, 4500 }, { 3000, 3500 }, { 0, 3500 },    { 0, 0 } };
        g_string_append_printf (text, "0\nLINE\n8\n%s\n10\n%d\n20\n%d\n11\n%d\n21\n%d\n", i % 8 == 0 ? "A-WALL" : "A-NOTE",
                                x + corners[side][0], y + corners[side][1], x + corners[side + 1][0],
                                y + corners[side + 1][1]);
        if (side == 0)
          g_string_append_printf (text, "0\nTEXT\n8\nL%u\n10\n%d\n20\n%d\n40\n300\n1\nRoom %u\n", i % 22, x + 500, y + 500, i);
      }
  return g_string_append (text, "0\nENDSEC\n0\nEOF\n");
}

static GString *
geojson_plan (void)
{
  GString *text = g_string_new ("{\"type\":\"FeatureCollection\",\"features\":[");

  for (guint i = 0; i < HOUSES; i++)
    {
      const double west = 113.9 + (i % 90) * 0.0004, south = 22.5 + (i / 90) * 0.0003;
      g_string_append_printf (text,
                              "%s{\"type\":\"Feature\",\"properties\":{\"building\":\"yes\"},\"geometry\":{\"type\":"
                              "\"Polygon\",\"coordinates\":[[[%.6f,%.6f],[%.6f,%.6f],[%.6f,%.6f],[%.6f,%.6f],[%.6f,%.6f]]]}}",
                              i > 0 ? "," : "", west, south, west + 0.0002, south, west + 0.0002, south + 0.0002, west,
                              south + 0.0001, west, south);
    }
  return g_string_append (text, "]}");
}

static GFile *
plan_file (const char *kind)
{
  const gboolean dxf = strcmp (kind, "dxf") == 0;

  if (!dxf && strcmp (kind, "geojson") != 0)
    return g_file_new_for_commandline_arg (kind);
  g_autofree char *folder = g_dir_make_tmp ("qianping-bench-XXXXXX", NULL);
  g_autofree char *name = g_strdup_printf ("plan.%s", kind);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  GString *text = dxf ? dxf_plan () : geojson_plan ();
  g_file_set_contents (path, text->str, (gssize) text->len, NULL);
  g_string_free (text, TRUE);
  return g_file_new_for_path (path);
}

/* -- using the window -- */

static gboolean
is_ready (gpointer dialog)
{
  return qp_import_dialog_is_ready (dialog);
}

static guint
n_objects (QpWindow *window)
{
  QpNode *plan = qp_project_session_plan (qp_window_get_session (window));

  return plan != NULL ? qp_node_list_length (plan->children) : 0;
}

static gboolean
has_objects (gpointer window)
{
  return n_objects (window) > 0;
}

static void
choose_walls (QpImportDialog *dialog, QpPlanSource *source, const char *part)
{
  guint n = 0;
  const QpDrawingLayer *layers = qp_plan_source_layers (source, &n);

  for (guint i = 0; i < n; i++)
    if (strstr (layers[i].name, part) != NULL)
      qp_layer_list_set_wall (qp_import_dialog_layers (dialog), layers[i].name, TRUE);
}

static void
import (QpWindow *window, GFile *file, const char *layer, Beat *beat, const char *again)
{
  g_autofree char *content = NULL;
  gsize length = 0;
  g_file_load_contents (file, NULL, &content, &length, NULL, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (content, length);
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (QpPlanSource) source = qp_plan_source_open (bytes, name, 1, NULL, NULL);

  start_step (beat);
  QpImportDialog *dialog = qp_window_import_file (window, file);
  turn_until (is_ready, dialog);
  turn_for (QUIET_MS);
  end_step (beat, "dialog", again);
  start_step (beat);
  choose_walls (dialog, source, layer);
  turn_for (QUIET_MS);
  end_step (beat, "walls", again);
  start_step (beat);
  qp_import_dialog_import (dialog);
  turn_until (has_objects, window);
  turn_for (QUIET_MS);
  end_step (beat, "import", again);
  g_print ("objects%s=%u ", again, n_objects (window));
  start_step (beat);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  turn_for (QUIET_MS);
  end_step (beat, "undo", again);
}

int
main (int argc, char **argv)
{
  if (argc < 3 || !gtk_init_check ())
    {
      g_printerr ("usage, on a display: bench-import dxf|geojson|FILE LAYER\n");
      return 2;
    }
  adw_init ();
  g_autoptr (QpApplication) program = qp_application_new ();
  g_autoptr (GError) error = NULL;
  g_application_set_flags (G_APPLICATION (program), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (program), NULL, &error);
  g_autoptr (QpFindings) findings = qp_findings_new ();
  g_autoptr (QpCatalogue) catalogue = qp_catalogue_load_builtin (findings, &error);
  g_assert_no_error (error);
  g_autoptr (GFile) file = plan_file (argv[1]);
  QpWindow *window = qp_window_new (GTK_APPLICATION (program), catalogue);
  Beat beat = { 0 };

  gtk_window_present (GTK_WINDOW (window));
  g_timeout_add_full (G_PRIORITY_HIGH, BEAT_MS, on_beat, &beat, NULL); /* keeps the loop turning, too */
  turn_for (2 * QUIET_MS);
  import (window, file, argv[2], &beat, "");
  import (window, file, argv[2], &beat, "_again");
  g_print ("\n");
  return 0;
}
