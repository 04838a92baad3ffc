/* qp-dwg.c: DWG drawings by way of the converter dwg2dxf, where it is installed
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "plans/dxf/qp-dxf.h"

#include "base/qp-error.h"

#include <glib/gstdio.h>
#include <string.h>

#define CONVERTER "dwg2dxf"
#define MAX_SECONDS 60
#define LOOK_EVERY_MS 50

/**
 * qp_dwg_sniff:
 * @bytes: a file
 *
 * Returns: whether it is a DWG drawing: it begins with "AC10" and two digits, or "AC1." and "AC2." of very old ones
 */
gboolean
qp_dwg_sniff (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return size > 6 && memcmp (data, "AC", 2) == 0 && (data[2] == '1' || data[2] == '2')
         && (g_ascii_isdigit (data[3]) || data[3] == '.') && g_ascii_isdigit (data[4]) && g_ascii_isdigit (data[5]);
}

typedef struct
{
  GMainLoop *loop;
  GSubprocess *process;
  GCancellable *cancellable;
  gint64 until;
  gboolean late;
} Run;

static gboolean
look (gpointer data)
{
  Run *run = data;

  run->late = g_get_monotonic_time () > run->until;
  if (run->late || g_cancellable_is_cancelled (run->cancellable))
    g_subprocess_force_exit (run->process);
  return G_SOURCE_CONTINUE;
}

static void
ended (GObject *source, GAsyncResult *result, gpointer data)
{
  Run *run = data;

  g_subprocess_wait_finish (G_SUBPROCESS (source), result, NULL);
  g_main_loop_quit (run->loop);
}

/* waits in a main loop of this thread's own, so that it can be stopped */
static gboolean
wait_for (GSubprocess *process, GCancellable *cancellable, GError **error)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  Run run = { g_main_loop_new (context, FALSE), process, cancellable,
              g_get_monotonic_time () + MAX_SECONDS * G_USEC_PER_SEC, FALSE };
  GSource *timer = g_timeout_source_new (LOOK_EVERY_MS);

  g_main_context_push_thread_default (context);
  g_source_set_callback (timer, look, &run, NULL);
  g_source_attach (timer, context);
  g_subprocess_wait_async (process, NULL, ended, &run);
  g_main_loop_run (run.loop);
  g_source_destroy (timer);
  g_source_unref (timer);
  g_main_context_pop_thread_default (context);
  g_main_loop_unref (run.loop);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (run.late)
    g_set_error (error, QP_ERROR, QP_ERROR_LIMIT, _ ("Converting the DWG drawing took more than %d s and was stopped."),
                 MAX_SECONDS);
  return !run.late;
}

/* the converter may grumble and still leave a file: only the file counts */
static GBytes *
convert_in (const char *converter, const char *folder, GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autofree char *dwg = g_build_filename (folder, "plan.dwg", NULL);
  g_autofree char *dxf = g_build_filename (folder, "plan.dxf", NULL);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  GBytes *converted = NULL;

  if (g_file_set_contents (dwg, data, (gssize) size, error))
    {
      g_autoptr (GSubprocess) process
          = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, error, converter,
                              "-y", "-o", dxf, dwg, NULL);
      char *text = NULL;
      gsize length = 0;
      if (process != NULL && wait_for (process, cancellable, error))
        {
          if (g_file_get_contents (dxf, &text, &length, NULL) && length > 0)
            converted = g_bytes_new_take (text, length);
          else
            {
              g_free (text);
              g_set_error_literal (
                  error, QP_ERROR, QP_ERROR_READ,
                  _ ("The DWG drawing could not be converted: it may be damaged, or of a newer version. "
                     "Ask the sender for DXF, R2000 to R2018."));
            }
        }
    }
  g_unlink (dwg);
  g_unlink (dxf);
  return converted;
}

/**
 * qp_dwg_to_dxf:
 * @bytes: a DWG drawing
 * @watch: (nullable): who follows; its cancellable stops the converter
 * @error: return location
 *
 * Converts a drawing with the program `dwg2dxf` of LibreDWG. May take up to a minute: call it in a worker.
 *
 * Returns: (transfer full) (nullable): the drawing as DXF, or %NULL with %QP_ERROR_NOT_FOUND (no converter),
 *   %QP_ERROR_READ (it failed), %QP_ERROR_LIMIT (it took too long) or %G_IO_ERROR_CANCELLED
 */
GBytes *
qp_dwg_to_dxf (GBytes *bytes, const QpPlanWatch *watch, GError **error)
{
  g_autofree char *converter = g_find_program_in_path (CONVERTER);

  if (converter == NULL)
    {
      g_set_error (
          error, QP_ERROR, QP_ERROR_NOT_FOUND,
          _ ("DWG drawings are read with the program %s, which is not installed. Ask the sender for DXF, R2000 "
             "to R2018; from TArch (天正) for a T3 export (图形导出, T3) saved as DXF."),
          CONVERTER);
      return NULL;
    }
  g_autofree char *folder = g_dir_make_tmp ("qianping-XXXXXX", error);
  if (folder == NULL)
    return NULL;
  GBytes *converted = convert_in (converter, folder, bytes, watch != NULL ? watch->cancellable : NULL, error);
  g_rmdir (folder);
  return converted;
}
